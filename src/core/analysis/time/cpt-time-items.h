// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of tokens that may speak of time, as items with classes. Room: core/analysis/time.
#pragma once

#include "cpt-time-lexicon.h"
#include "cpt-tokens.h"

G_BEGIN_DECLS

/**
 * CptTimeItem:
 * @begin_token: its first token
 * @end_token: one past its last token
 * @glued: whether no blank precedes it
 * @entry: what it means
 * @rest: the classes of it and of all items of its run after it
 *
 * A token, a word group ("the day before yesterday") or a number in several words ("nineteen ninety-six").
 */
typedef struct
{
  guint begin_token;
  guint end_token;
  gboolean glued;
  CptTimeEntry entry;
  CptTimeClassSet rest;
} CptTimeItem;

typedef struct _CptTimeItems CptTimeItems;

CptTimeItems *cpt_time_items_new      (const CptTimeLexicon *lexicon, const CptTokens *tokens);
void          cpt_time_items_free     (CptTimeItems *self);

/* How many years of the text are far from @year, and near it, and how many weekdays and the like it names. */
void cpt_time_items_count_years (const CptTimeItems *self, int year, guint *n_far, guint *n_near, guint *n_days);

/* What a token means by itself; %NULL for words of no interest. */
const CptTimeEntry *cpt_time_items_get_entry (const CptTimeItems *self, guint token);

/* The next run that holds a word of time; %FALSE at the end. The items are those of the run until the next call. */
gboolean           cpt_time_items_next_run (CptTimeItems *self);
const CptTimeItem *cpt_time_items_get      (const CptTimeItems *self, guint *n_items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptTimeItems, cpt_time_items_free)

G_END_DECLS
