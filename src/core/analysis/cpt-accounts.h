// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts: the places of a sentence at which somebody's words, thoughts or wishes are reported. Room: core/analysis,
// private to it.
#pragma once

#include "cpt-confidence.h"
#include "cpt-evidence.h"

G_BEGIN_DECLS

/**
 * CptAccount:
 * @side: whose, or %CPT_NO_SIDE for third parties
 * @source: (nullable): the speaker's name; borrowed
 * @begin_token: first token of its source, cue and content in this sentence
 * @subject_token: where its source stands; its cue when it has none here
 * @cue_token: where its cue stands
 * @end_token: one past its last token in this sentence
 * @cue: the words of the cue; empty when there is none here
 * @content: (nullable): what is reported, borrowed from its attribution
 * @quotation: how it is quoted
 * @covers: share of the sentence that its content covers, 0 to 1
 * @aside: told in passing ("asked about Norland's offer to ..."): an account only where there is no other
 * @transparent: a third party that only passes on what others say: a news agency
 * @confidence: 0 to 1, by which accounts of one sentence are weighed against each other
 * @grounds: what tells whose it is
 * @reasons: why
 */
typedef struct
{
  int side;
  const char *source;
  guint begin_token;
  guint subject_token;
  guint cue_token;
  guint end_token;
  CptSpan cue;
  const CptParts *content;
  CptQuotation quotation;
  float covers;
  gboolean aside;
  gboolean transparent;
  float confidence;
  CptGrounds grounds;
  CptReasons reasons;
} CptAccount;

/* So many accounts of a sentence are looked at; more are no sentence but a list. */
#define CPT_MAX_ACCOUNTS 16

typedef struct
{
  guint n;
  CptAccount items[CPT_MAX_ACCOUNTS];
} CptAccounts;

static inline void
cpt_accounts_add (CptAccounts *accounts, const CptAccount *account)
{
  if (accounts->n < CPT_MAX_ACCOUNTS)
    accounts->items[accounts->n++] = *account;
}

/* The last account that a later sentence can go on with. */
typedef struct
{
  int side;
  const char *source;
  guint sentence;
} CptLastAccount;

/**
 * CptAccountFinder:
 * @evidence: earlier findings
 * @first: by sentence: index into @order of the first attribution that touches it
 * @order: attributions by sentence
 * @next_mention: the first mention that is not before the sentence at hand
 * @last: whose words were reported last
 *
 * Goes through the sentences in order.
 */
typedef struct
{
  const CptEvidence *evidence;
  guint *first;
  GArray *order;
  guint next_mention;
  CptLastAccount last;
} CptAccountFinder;

void cpt_account_finder_init  (CptAccountFinder *self, const CptEvidence *evidence);
void cpt_account_finder_clear (CptAccountFinder *self);
void cpt_account_finder_find  (CptAccountFinder *self, guint sentence, CptAccounts *accounts);

/* Accounts of mentions that are subjects of words of saying, wanting, refusing; in cpt-subjects.c. */
void cpt_subjects_find (CptAccountFinder *self, guint sentence, CptAccounts *accounts);

G_END_DECLS
