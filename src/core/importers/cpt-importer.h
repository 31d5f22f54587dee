// SPDX-License-Identifier: GPL-3.0-or-later
// From a file to an article. Room: core/importers.
#pragma once

#include <gio/gio.h>

#include "cpt-article.h"

G_BEGIN_DECLS

#define CPT_IMPORT_ERROR (cpt_import_error_quark ())
GQuark cpt_import_error_quark (void);

/**
 * CptImportError:
 * @CPT_IMPORT_ERROR_READ: the file cannot be read
 * @CPT_IMPORT_ERROR_EMPTY: there is no text in it
 * @CPT_IMPORT_ERROR_UNSUPPORTED: binary, or of a kind that no importer reads
 * @CPT_IMPORT_ERROR_ENCODING: its encoding cannot be found out
 * @CPT_IMPORT_ERROR_DAMAGED: of a known kind, but broken
 * @CPT_IMPORT_ERROR_TOO_LARGE: larger than the importer accepts
 */
typedef enum
{
  CPT_IMPORT_ERROR_READ,
  CPT_IMPORT_ERROR_EMPTY,
  CPT_IMPORT_ERROR_UNSUPPORTED,
  CPT_IMPORT_ERROR_ENCODING,
  CPT_IMPORT_ERROR_DAMAGED,
  CPT_IMPORT_ERROR_TOO_LARGE,
} CptImportError;

/* Messages name the file. Synchronous, may block, cancellable, safe in a worker thread. */
CptArticle *cpt_import_file  (GFile *file, GCancellable *cancellable, GError **error);
/* @name: of the file, for messages and for choosing by suffix; bytes decide where they are clear. */
CptArticle *cpt_import_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);

void        cpt_import_file_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CptArticle *cpt_import_file_finish (GAsyncResult *result, GError **error);

/* File name patterns ("*.txt") of everything that can be imported, for file dialogs; (transfer none), NULL-terminated. */
const char *const *cpt_import_get_patterns (void);

G_END_DECLS
