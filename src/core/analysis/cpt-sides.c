// SPDX-License-Identifier: GPL-3.0-or-later
// Decides whose account a sentence gives, from the accounts in it and from the sentence before. Room: core/analysis.
//
// The topic of a sentence does not matter: what the narrator says about a side stays in Context.
#include "cpt-sides.h"

#include "cpt-clauses.h"

/* A third party's content that covers so much makes the whole sentence its own. */
#define OPAQUE_RATIO 0.4f
/* A sentence that lies in quotation marks for so much of it is a quotation. */
#define QUOTED_RATIO 0.8f
#define MIN_PART_TOKENS 4
/* A word or two in quotation marks are a heading rather than speech that goes on. */
#define MIN_QUOTED_TOKENS 5
/* A source's office stands within so many words. */
#define MAX_SOURCE_TOKENS 6
/* A sentence all in quotation marks goes on with a speaker this many sentences back. */
#define MAX_QUOTATION_GAP 3

static guint32
stance_at (const CptSideDecider *self, guint token)
{
  return cpt_evidence_get_stance (self->finder.evidence, token);
}

/* What somebody of no side says about a side is that somebody's account; a news agency only passes it on. */
static void
drop_told_by_third_parties (CptAccounts *accounts)
{
  guint n = 0;

  for (guint i = 0; i < accounts->n; i++)
    {
      const CptAccount *account = &accounts->items[i];
      gboolean drop = FALSE;

      for (guint j = 0; j < accounts->n && account->side != CPT_NO_SIDE; j++)
        {
          const CptAccount *teller = &accounts->items[j];

          drop |= teller->side == CPT_NO_SIDE && !teller->transparent && teller->covers >= OPAQUE_RATIO
                  && account->begin_token >= teller->begin_token && account->end_token <= teller->end_token
                  && account->subject_token > teller->cue_token;
        }
      if (!drop)
        accounts->items[n++] = *account;
    }
  accounts->n = n;
}

static CptSideSet
unite_sides (const CptAccounts *accounts)
{
  CptSideSet sides = 0;

  for (guint i = 0; i < accounts->n; i++)
    if (accounts->items[i].side != CPT_NO_SIDE)
      sides |= CPT_SIDE_BIT (accounts->items[i].side);
  return sides;
}

/* The account of @sides that says most. */
static const CptAccount *
find_main (const CptAccounts *accounts, CptSideSet sides)
{
  const CptAccount *best = NULL;

  for (guint i = 0; i < accounts->n; i++)
    {
      const CptAccount *account = &accounts->items[i];

      if (account->side == CPT_NO_SIDE || !(sides & CPT_SIDE_BIT (account->side)))
        continue;
      if (best == NULL || account->covers * account->confidence > best->covers * best->confidence)
        best = account;
    }
  return best;
}

static void
set_part (CptSidePart *part, CptSideSet sides, const CptAccount *account)
{
  part->sides = sides;
  part->account = account;
  part->grounds = account->grounds;
  part->reasons = account->reasons;
}

static gboolean
has_one_side (CptSideSet sides)
{
  return sides != 0 && (sides & (sides - 1)) == 0;
}

/* --- both camps in one sentence --- */

static const CptAccount *
find_first (const CptAccounts *accounts)
{
  const CptAccount *first = NULL;

  for (guint i = 0; i < accounts->n; i++)
    if (accounts->items[i].side != CPT_NO_SIDE
        && (first == NULL || accounts->items[i].begin_token < first->begin_token))
      first = &accounts->items[i];
  return first;
}

/* Whether all accounts of @side lie on one side of @boundary and all others on the other. */
static gboolean
parts_camps (const CptAccounts *accounts, int side, guint boundary)
{
  for (guint i = 0; i < accounts->n; i++)
    {
      const CptAccount *account = &accounts->items[i];

      if (account->side == CPT_NO_SIDE)
        continue;
      if (account->side == side ? MAX (account->cue_token, account->subject_token) >= boundary
                                : account->subject_token < boundary)
        return FALSE;
    }
  return TRUE;
}

/* Where the second camp's clause begins, when each clause is one camp's; else CPT_NO_TOKEN. */
static guint
find_split (CptSideDecider *self, guint sentence)
{
  const CptReading *reading = self->finder.evidence->reading;
  const CptClauseText text = { reading, self->finder.evidence->stances, sentence };
  const CptAccount *first = find_first (&self->accounts);
  guint after = 0, before = G_MAXUINT, boundary;

  for (guint i = 0; i < self->accounts.n; i++)
    {
      const CptAccount *account = &self->accounts.items[i];

      if (account->side == first->side)
        after = MAX (after, MAX (account->cue_token, account->subject_token));
      else if (account->side != CPT_NO_SIDE)
        before = MIN (before, account->subject_token);
    }
  if (before <= after)
    return CPT_NO_TOKEN;
  boundary = cpt_clauses_find_boundary (&text, after, before);
  if (boundary == CPT_NO_TOKEN || !parts_camps (&self->accounts, first->side, boundary)
      || boundary < reading->sentences[sentence].begin_token + MIN_PART_TOKENS
      || boundary + MIN_PART_TOKENS > reading->sentences[sentence].end_token)
    return CPT_NO_TOKEN;
  return boundary;
}

static void
decide_both (CptSideDecider *self, guint sentence, CptSideSet sides, CptSideDecision *decision)
{
  const CptAccount *first = find_first (&self->accounts);
  CptSideSet first_side = CPT_SIDE_BIT (first->side);
  guint boundary = has_one_side (sides & (CptSideSet)~first_side) ? find_split (self, sentence) : CPT_NO_TOKEN;

  if (boundary == CPT_NO_TOKEN)
    {
      set_part (&decision->parts[0], sides, find_main (&self->accounts, sides));
      decision->parts[0].grounds = CPT_GROUNDS_BOTH;
      return;
    }
  decision->n_parts = 2;
  set_part (&decision->parts[0], first_side, find_main (&self->accounts, first_side));
  set_part (&decision->parts[1], sides & (CptSideSet)~first_side,
            find_main (&self->accounts, sides & (CptSideSet)~first_side));
  decision->parts[1].begin_token = boundary;
}

/* --- no account in the sentence itself --- */

/* "Under this plan", "The framework": what the sentence before set out; NULL when the sentence does not begin so. */
static gboolean
begins_with_plan (const CptSideDecider *self, const CptSentence *sentence, CptSpan *words)
{
  guint last = MIN (sentence->end_token, sentence->begin_token + 5);
  gboolean determined = FALSE;

  for (guint i = sentence->begin_token; i < last; i++)
    {
      guint32 stance = stance_at (self, i);

      if (determined && stance & CPT_STANCE_PLAN)
        {
          *words = cpt_token_get_span (&self->finder.evidence->reading->tokens[i]);
          return TRUE;
        }
      determined |= (stance & CPT_STANCE_DETERMINER) != 0;
      if (stance & (CPT_STANCE_BE | CPT_STANCE_MODAL))
        return FALSE;
    }
  return FALSE;
}

/* "Plans to raise the number of ...": no clause of its own. */
static gboolean
is_plan_fragment (const CptSideDecider *self, const CptSentence *sentence)
{
  return sentence->begin_token + 1 < sentence->end_token && stance_at (self, sentence->begin_token) & CPT_STANCE_PLAN
         && stance_at (self, sentence->begin_token + 1) & CPT_STANCE_TO;
}

static gboolean
has_modal (const CptSideDecider *self, const CptSentence *sentence)
{
  for (guint i = sentence->begin_token; i < sentence->end_token; i++)
    if (stance_at (self, i) & CPT_STANCE_MODAL)
      return TRUE;
  return FALSE;
}

static gboolean
is_quoted (const CptSideDecider *self, const CptSentence *sentence)
{
  const CptQuotedSpan *quotation = cpt_evidence_find_quotation (self->finder.evidence, sentence->span.begin_bytes);
  gsize end_bytes;

  if (quotation == NULL || sentence->end_token - sentence->begin_token < MIN_QUOTED_TOKENS)
    return FALSE;
  end_bytes = MIN (quotation->span.end_bytes, sentence->span.end_bytes);
  return (float)(end_bytes - sentence->span.begin_bytes)
         >= QUOTED_RATIO * (float)cpt_span_get_length_bytes (sentence->span);
}

static gboolean
ends_with_colon (const CptReading *reading, guint sentence)
{
  const CptSentence *s = &reading->sentences[sentence];

  return s->end_token > s->begin_token && reading->tokens[s->end_token - 1].first == ':';
}

/* Whether the sentence goes on with the last account, and why. */
static gboolean
goes_on (const CptSideDecider *self, guint sentence, CptReasons *reasons)
{
  const CptReading *reading = self->finder.evidence->reading;
  const CptSentence *s = &reading->sentences[sentence];
  CptSpan words = s->span;

  if (self->finder.last.side == CPT_NO_SIDE || self->finder.last.sentence + MAX_QUOTATION_GAP < sentence)
    return FALSE;
  if (is_quoted (self, s))
    {
      cpt_reasons_add (reasons, "quotation-continued", CPT_SPAN (words.begin_bytes, words.begin_bytes));
      return TRUE;
    }
  if (self->finder.last.sentence + 1 != sentence)
    return FALSE;
  if (is_plan_fragment (self, s) || (begins_with_plan (self, s, &words) && has_modal (self, s)))
    {
      cpt_reasons_add (reasons, "plan-continued", words);
      return TRUE;
    }
  words.end_bytes = words.begin_bytes;
  if (ends_with_colon (reading, sentence - 1) && s->paragraph == reading->sentences[sentence - 1].paragraph)
    {
      cpt_reasons_add (reasons, "list-continued", words);
      return TRUE;
    }
  return FALSE;
}

static gboolean
names_side (const CptSideDecider *self, guint sentence)
{
  const CptMentions *mentions = self->finder.evidence->mentions;
  guint end = self->finder.evidence->reading->sentences[sentence].end_token;

  for (guint i = self->finder.next_mention; i < mentions->n && mentions->items[i].begin_token < end; i++)
    if (mentions->items[i].side != CPT_NO_SIDE)
      return TRUE;
  return FALSE;
}

/* A word that reports somebody's words, thoughts or wishes, as far as its neighbours tell. */
static gboolean
is_cue (const CptSideDecider *self, guint token)
{
  guint32 stance = stance_at (self, token);
  guint32 before = token > 0 ? stance_at (self, token - 1) : 0;

  if (stance & CPT_STANCE_NEEDS_TO && !(stance_at (self, token + 1) & CPT_STANCE_TO))
    return FALSE;
  if (stance & CPT_STANCE_ACCOUNT_VERB)
    return !(before & (CPT_STANCE_DETERMINER | CPT_STANCE_OF));
  return stance & CPT_STANCE_NOUN && stance_at (self, token + 1) & (CPT_STANCE_THAT | CPT_STANCE_TO | CPT_STANCE_OF);
}

static gboolean
has_cue (const CptSideDecider *self, const CptSentence *sentence)
{
  for (guint i = sentence->begin_token; i < sentence->end_token; i++)
    if (is_cue (self, i))
      return TRUE;
  return FALSE;
}

/* What stands in a sentence that is told to be nobody's account, for an account may have been missed there. */
static CptGrounds
get_narration_grounds (const CptSideDecider *self, guint sentence)
{
  const CptSentence *s = &self->finder.evidence->reading->sentences[sentence];
  gboolean after = self->finder.last.side != CPT_NO_SIDE && self->finder.last.sentence + 1 == sentence;

  return CPT_GROUNDS_NARRATION + (names_side (self, sentence) ? CPT_NARRATION_NAMING : 0)
         + (has_cue (self, s) ? CPT_NARRATION_CUE : 0) + (after ? CPT_NARRATION_AFTER : 0);
}

static CptGrounds
get_third_party_grounds (const CptSideDecider *self, guint sentence, const CptAccount *account)
{
  guint end = MIN (account->end_token, account->subject_token + MAX_SOURCE_TOKENS);

  for (guint i = account->subject_token; i < end && i != account->cue_token; i++)
    if (stance_at (self, i) & CPT_STANCE_STAFF)
      return CPT_GROUNDS_THIRD_PARTY_STAFF;
  return names_side (self, sentence) ? CPT_GROUNDS_THIRD_PARTY_NAMING : CPT_GROUNDS_THIRD_PARTY;
}

static void
decide_none (CptSideDecider *self, guint sentence, CptSideDecision *decision)
{
  CptSidePart *part = &decision->parts[0];

  if (self->accounts.n == 0 && goes_on (self, sentence, &part->reasons))
    {
      part->sides = CPT_SIDE_BIT (self->finder.last.side);
      part->grounds = CPT_GROUNDS_CONTINUED;
      self->finder.last.sentence = sentence;
      return;
    }
  if (self->accounts.n > 0)
    {
      part->account = &self->accounts.items[0];
      part->grounds = get_third_party_grounds (self, sentence, part->account);
      part->reasons = part->account->reasons;
      return;
    }
  part->grounds = get_narration_grounds (self, sentence);
}

static void
remember (CptSideDecider *self, guint sentence, const CptSideDecision *decision)
{
  const CptAccount *account = decision->parts[decision->n_parts - 1].account;

  if (account != NULL && (account->side != CPT_NO_SIDE || !account->transparent))
    self->finder.last = (CptLastAccount){ account->side, account->source, sentence };
}

void
cpt_side_decider_init (CptSideDecider *self, const CptEvidence *evidence)
{
  cpt_account_finder_init (&self->finder, evidence);
}

void
cpt_side_decider_clear (CptSideDecider *self)
{
  cpt_account_finder_clear (&self->finder);
}

/**
 * cpt_side_decider_decide:
 * @sentence: one after the one of the call before
 * @decision: (out): whose account the sentence gives
 */
void
cpt_side_decider_decide (CptSideDecider *self, guint sentence, CptSideDecision *decision)
{
  CptSideSet sides;

  *decision = (CptSideDecision){ .n_parts = 1 };
  decision->parts[0].begin_token = self->finder.evidence->reading->sentences[sentence].begin_token;
  cpt_account_finder_find (&self->finder, sentence, &self->accounts);
  drop_told_by_third_parties (&self->accounts);
  sides = unite_sides (&self->accounts);
  if (sides == 0)
    decide_none (self, sentence, decision);
  else if (has_one_side (sides))
    set_part (&decision->parts[0], sides, find_main (&self->accounts, sides));
  else
    decide_both (self, sentence, sides, decision);
  remember (self, sentence, decision);
}
