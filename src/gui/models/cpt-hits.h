// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text holds the words that were searched for. Room: gui/models.
#pragma once

#include "cpt-span.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * CptHits:
 *
 * Words that are searched for, made ready for looking into many texts. Not safe in several threads at once.
 */
typedef struct _CptHits CptHits;

CptHits *cpt_hits_new  (const char *words);
void     cpt_hits_free (CptHits *self);
/* Where @text holds one of the words: (element-type CptSpan), in no order, perhaps overlapping. */
GArray  *cpt_hits_find (CptHits *self, const char *text, gsize length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptHits, cpt_hits_free)

PangoAttrList *cpt_hits_new_attributes (const char *text, const char *words);

G_END_DECLS
