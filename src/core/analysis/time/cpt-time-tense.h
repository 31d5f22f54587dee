// SPDX-License-Identifier: GPL-3.0-or-later
// Does the sentence around a date look back or ahead? Room: core/analysis/time.
#pragma once

#include "cpt-reading.h"
#include "cpt-time-items.h"

G_BEGIN_DECLS

typedef struct _CptTimeTense CptTimeTense;

/* @items: (nullable): words that these know are no verbs. */
CptTimeTense *cpt_time_tense_new  (const CptReading *reading, const CptTimeItems *items);
void          cpt_time_tense_free (CptTimeTense *self);

/* -1 past, 1 future, 0 when no verb nearby tells. */
int           cpt_time_tense_get  (const CptTimeTense *self, guint begin_token, guint end_token);

/* Whether any word of the whole text tells a tense. */
gboolean      cpt_time_tense_is_told (const CptTimeTense *self);

int           cpt_time_tense_get_verb (const CptTimeTense *self, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptTimeTense, cpt_time_tense_free)

G_END_DECLS
