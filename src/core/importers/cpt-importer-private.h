// SPDX-License-Identifier: GPL-3.0-or-later
// What an importer is, and what importers share. Room: core/importers; seen by no other room.
#pragma once

#include "cpt-importer.h"

G_BEGIN_DECLS

/* Larger files are refused before they are read: an article has kilobytes, an archive of a year some megabytes. */
#define CPT_IMPORT_MAX_BYTES ((gsize) 64 << 20)

/**
 * CptImportInput:
 * @data: all bytes of the file
 * @length_bytes: how many
 * @name: of the file, for messages and for choosing by suffix
 * @head: the first printable bytes in ASCII lower case, zero bytes left out, so that UTF-16 can be sniffed as well
 *
 * What an importer is given. Borrowed for the time of the call.
 */
typedef struct
{
  const guint8 *data;
  gsize length_bytes;
  const char *name;
  const char *head;
} CptImportInput;

/**
 * CptImporter:
 * @id: short name, never translated ("html")
 * @patterns: file name patterns, %NULL-terminated
 * @sniff: how sure the bytes (and, where they say nothing, the name) make it that the file is of this format: 0 for no,
 *   up to 100
 * @import: makes the article
 *
 * One format. README.md beside this file says how to add one.
 */
typedef struct
{
  const char *id;
  const char *const *patterns;
  int (*sniff) (const CptImportInput *input);
  CptArticle *(*import) (const CptImportInput *input, GCancellable *cancellable, GError **error);
} CptImporter;

extern const CptImporter cpt_importer_text;
extern const CptImporter cpt_importer_markdown;
extern const CptImporter cpt_importer_html;

/* Whether the input's name matches one of the patterns, whatever the case of its letters. */
gboolean cpt_import_name_matches (const CptImportInput *input, const char *const *patterns);

/* The article, or CPT_IMPORT_ERROR_EMPTY when @text holds nothing but blanks. Sets the metadata's file name itself. */
CptArticle *cpt_import_make_article (const CptImportInput *input, const GString *text, CptArticleMetadata metadata,
                                     GError **error);

G_END_DECLS
