// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of "Key: value" before a text. Room: core/importers.
#pragma once

#include "cpt-article.h"

G_BEGIN_DECLS

/* Strings owned by the struct; NULL where unknown. */
typedef struct
{
  char *title;
  char *author;
  char *publisher;
  char *published;
  char *language;
  char *url;
} CptFoundMetadata;

void               cpt_found_metadata_clear (CptFoundMetadata *self);
CptArticleMetadata cpt_found_metadata_peek  (const CptFoundMetadata *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CptFoundMetadata, cpt_found_metadata_clear)

/* Takes one line; whether its key is known. A value that stands already is kept. */
gboolean cpt_headers_take_line (CptFoundMetadata *metadata, const char *line, gsize length_bytes);

/* (nullable): @text as an ISO 8601 date, perhaps with a time, when it begins with one. */
char *cpt_headers_normalise_date (const char *text);

G_END_DECLS
