// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a statement's sides are, by the grounds on which they were decided. Room: core/analysis.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptGrounds:
 * @CPT_GROUNDS_NAMED: an attribution whose source names the side in the sentence itself; followed by its steps
 * @CPT_GROUNDS_RESOLVED: an attribution whose source is a pronoun or an office, or stands in another sentence
 * @CPT_GROUNDS_CARRIED: the side of the last account, since the source names nobody
 * @CPT_GROUNDS_GRAMMAR: a subject, owner or agent of a word of accounts, where there is no attribution
 * @CPT_GROUNDS_CONTINUED: no account of its own: a plan, quotation or list that goes on
 * @CPT_GROUNDS_BOTH: both camps, not parted
 * @CPT_GROUNDS_THIRD_PARTY: somebody of no side speaks, and no side is named
 * @CPT_GROUNDS_THIRD_PARTY_NAMING: somebody of no side speaks of a side
 * @CPT_GROUNDS_THIRD_PARTY_STAFF: somebody of no known side speaks who holds an office ("the local governor")
 * @CPT_GROUNDS_NARRATION: nobody speaks; the following seven add: a side is named (1), a word of accounts stands there
 *   (2), the sentence before is a side's account (4)
 *
 * The first three come in three steps: how sure the attribution itself is.
 */
typedef enum
{
  CPT_GROUNDS_NAMED = 0,
  CPT_GROUNDS_RESOLVED = 3,
  CPT_GROUNDS_CARRIED = 6,
  CPT_GROUNDS_GRAMMAR = 9,
  CPT_GROUNDS_CONTINUED,
  CPT_GROUNDS_BOTH,
  CPT_GROUNDS_THIRD_PARTY,
  CPT_GROUNDS_THIRD_PARTY_NAMING,
  CPT_GROUNDS_THIRD_PARTY_STAFF,
  CPT_GROUNDS_NARRATION,
  CPT_N_GROUNDS = CPT_GROUNDS_NARRATION + 8,
} CptGrounds;

#define CPT_NARRATION_NAMING 1
#define CPT_NARRATION_CUE 2
#define CPT_NARRATION_AFTER 4

CptGrounds  cpt_grounds_by_margin      (CptGrounds grounds, float confidence);
const char *cpt_grounds_get_name       (CptGrounds grounds);
float       cpt_grounds_get_confidence (CptGrounds grounds);

G_END_DECLS
