// SPDX-License-Identifier: GPL-3.0-or-later
// Where a noun phrase begins and ends, without a parser. Room: core/analysis/attribution.
#pragma once

#include "cpt-clues.h"

G_BEGIN_DECLS

/* Tokens [begin, end); empty when there is none. */
typedef struct
{
  guint begin;
  guint end;
} CptTokenRange;

static inline gboolean
cpt_token_range_is_empty (CptTokenRange range)
{
  return range.end <= range.begin;
}

CptTokenRange cpt_noun_phrase_before (const CptClues *clues, guint end, guint floor);
CptTokenRange cpt_noun_phrase_after (const CptClues *clues, guint begin, guint ceiling);
guint cpt_noun_phrase_find_head (const CptClues *clues, CptTokenRange phrase);
guint32 cpt_noun_phrase_get_kind (const CptClues *clues, guint head);

G_END_DECLS
