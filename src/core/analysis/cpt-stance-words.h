// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of words that tell whose account a clause gives. Room: core/analysis, private to it.
#pragma once

#include "cpt-reading.h"

G_BEGIN_DECLS

/**
 * CptStance:
 * @CPT_STANCE_SAY: says something ("insists")
 * @CPT_STANCE_ACT: does something by saying it ("accuses", "rejects", "demands")
 * @CPT_STANCE_MIND: wants, plans, believes ("hopes"); with @CPT_STANCE_NEEDS_TO only before "to" ("is preparing to")
 * @CPT_STANCE_PRESENT: an account only with an object that is one ("put forward a plan")
 * @CPT_STANCE_STATE: after a form of "be" ("is convinced")
 * @CPT_STANCE_NOUN: the name of an account ("belief", "warning")
 * @CPT_STANCE_PLAN: what is set out and then told in detail ("plan", "proposal", "framework")
 * @CPT_STANCE_REMARK: what somebody said, as a thing ("remarks", "statement")
 * @CPT_STANCE_REPLY: an answer to somebody ("responded", "denies")
 */
typedef enum
{
  CPT_STANCE_SAY = 1 << 0,
  CPT_STANCE_ACT = 1 << 1,
  CPT_STANCE_MIND = 1 << 2,
  CPT_STANCE_NEEDS_TO = 1 << 3,
  CPT_STANCE_PRESENT = 1 << 4,
  CPT_STANCE_STATE = 1 << 5,
  CPT_STANCE_NOUN = 1 << 6,
  CPT_STANCE_PLAN = 1 << 7,
  CPT_STANCE_REMARK = 1 << 8,
  CPT_STANCE_REPLY = 1 << 9,
  CPT_STANCE_PARTICIPLE = 1 << 10, /* a past form: with "be" before it, a passive */
  CPT_STANCE_GERUND = 1 << 11,
  CPT_STANCE_BARE = 1 << 12,       /* the bare form, as after "to" and "will" */
  CPT_STANCE_BE = 1 << 13,
  CPT_STANCE_HAVE = 1 << 14,
  CPT_STANCE_MODAL = 1 << 15,
  CPT_STANCE_ADVERB = 1 << 16,
  CPT_STANCE_PREPOSITION = 1 << 17,
  CPT_STANCE_DETERMINER = 1 << 18,
  CPT_STANCE_DEMONSTRATIVE = 1 << 19,
  CPT_STANCE_PRONOUN = 1 << 20,    /* a third person that can be a subject */
  CPT_STANCE_PERSON = 1 << 21,     /* with it: "he", "she" */
  CPT_STANCE_RELATIVE = 1 << 22,
  CPT_STANCE_CONTRAST = 1 << 23,   /* sets two clauses against each other: "while", "but" */
  CPT_STANCE_SUBORDINATE = 1 << 24,
  CPT_STANCE_STAFF = 1 << 25,      /* people and bodies that speak for what they belong to: "officials", "office" */
  CPT_STANCE_TO = 1 << 26,
  CPT_STANCE_THAT = 1 << 27,
  CPT_STANCE_OF = 1 << 28,
  CPT_STANCE_BY = 1 << 29,
  CPT_STANCE_AND = 1 << 30,
} CptStance;

#define CPT_STANCE_ACCOUNT_VERB (CPT_STANCE_SAY | CPT_STANCE_ACT | CPT_STANCE_MIND)

gboolean cpt_stance_has_language (const char *language);
guint32  cpt_stance_of_word      (const char *word);

static inline guint32
cpt_stance_at (const CptReading *reading, const guint32 *stances, guint token)
{
  guint32 word = token < reading->n_tokens ? reading->tokens[token].word : CPT_NO_WORD;

  return word == CPT_NO_WORD ? 0 : stances[word];
}

G_END_DECLS
