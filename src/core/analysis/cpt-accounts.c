// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts of a sentence: from the attributions that touch it and from mentions that are subjects of words of
// saying and wanting, without those that are reported by another one. Room: core/analysis; decides no statement's
// sides.
#include "cpt-accounts.h"

#include "cpt-clauses.h"

#include <string.h>

/* A content that covers less of a sentence than this, and fewer bytes, is not what the sentence reports. */
#define MIN_COVERED_RATIO 0.3f
#define MIN_COVERED_BYTES 24
/* "..., Ferro said in an interview with a newspaper on Tuesday." */
#define MAX_TOKENS_AFTER_REPORT 14
/* A sentence's sides are right more often than the attribution is in all its parts. */
#define CONFIDENCE_FLOOR 0.2f
#define CONFIDENCE_CARRIED 0.85f
#define CONFIDENCE_OWNED 0.85f
/* The last account is carried on over so many sentences. */
#define MAX_CARRIED_PRONOUN 3
#define MAX_CARRIED_STAFF 4
/* An attribution by words that are no known cue must be so sure. */
#define MIN_UNKNOWN_CUE_CONFIDENCE 0.75f
/* A mention inside a source gives it its side when it is so sure. */
#define MIN_OWNER_CONFIDENCE 0.6f

typedef struct
{
  guint sentence;
  guint attribution;
} Touch;

static int
compare_touches (gconstpointer a, gconstpointer b)
{
  const Touch *x = a, *y = b;

  if (x->sentence != y->sentence)
    return x->sentence < y->sentence ? -1 : 1;
  return x->attribution < y->attribution ? -1 : x->attribution > y->attribution;
}

static void
touch (CptAccountFinder *self, guint attribution, const CptParts *parts)
{
  const CptReading *reading = self->evidence->reading;

  for (guint i = 0; i < parts->n; i++)
    for (guint j = cpt_reading_find_sentence (reading, parts->items[i].begin_bytes);
         j < reading->n_sentences && reading->sentences[j].span.begin_bytes < parts->items[i].end_bytes; j++)
      g_array_append_val (self->order, ((Touch){ j, attribution }));
}

/* Which attributions touch which sentence. */
static void
sort_attributions (CptAccountFinder *self)
{
  const CptEvidence *evidence = self->evidence;
  guint n = 0;

  for (guint i = 0; i < evidence->attributions->len; i++)
    {
      const CptAttribution *attribution = cpt_evidence_get_attribution (evidence, i);

      touch (self, i, &attribution->source);
      touch (self, i, &attribution->cue);
      touch (self, i, &attribution->content);
    }
  g_array_sort (self->order, compare_touches);
  for (guint i = 0; i < self->order->len; i++)
    {
      const Touch *here = &g_array_index (self->order, Touch, i);
      const Touch *before = n > 0 ? &g_array_index (self->order, Touch, n - 1) : NULL;

      if (before == NULL || before->sentence != here->sentence || before->attribution != here->attribution)
        g_array_index (self->order, Touch, n++) = *here;
    }
  g_array_set_size (self->order, n);
  for (guint i = n; i > 0; i--)
    self->first[g_array_index (self->order, Touch, i - 1).sentence] = i - 1;
}

static gsize
covered_bytes (const CptParts *parts, CptSpan span)
{
  gsize sum = 0;

  for (guint i = 0; i < parts->n; i++)
    {
      gsize begin = MAX (parts->items[i].begin_bytes, span.begin_bytes);
      gsize end = MIN (parts->items[i].end_bytes, span.end_bytes);

      sum += end > begin ? end - begin : 0;
    }
  return sum;
}

/* The first part that lies in @span. */
static CptSpan
part_within (const CptParts *parts, CptSpan span)
{
  for (guint i = 0; i < parts->n; i++)
    if (cpt_span_contains (span, parts->items[i]))
      return parts->items[i];
  return CPT_SPAN (span.begin_bytes, span.begin_bytes);
}

static void
stretch (const CptReading *reading, const CptSentence *sentence, const CptParts *parts, CptAccount *account)
{
  for (guint i = 0; i < parts->n; i++)
    {
      guint begin, end;

      if (!cpt_span_overlaps (parts->items[i], sentence->span))
        continue;
      begin = cpt_tokens_find_at (reading->token_table, parts->items[i].begin_bytes);
      end = cpt_tokens_find_at (reading->token_table, parts->items[i].end_bytes - 1) + 1;
      account->begin_token = MIN (account->begin_token, MAX (begin, sentence->begin_token));
      account->end_token = MAX (account->end_token, MIN (end, sentence->end_token));
    }
}

static gboolean
is_transparent (const CptAccountFinder *self, const CptAttribution *attribution)
{
  const CptReading *reading = self->evidence->reading;
  CptSpan span = attribution->source.n > 0 ? attribution->source.items[0] : CPT_SPAN (0, 0);

  if (attribution->mention >= 0 && self->evidence->mentions->items[attribution->mention].kind == CPT_ACTOR_MEDIA)
    return TRUE;
  for (guint i = cpt_tokens_find_at (reading->token_table, span.begin_bytes);
       i < reading->n_tokens && reading->tokens[i].begin_bytes < span.end_bytes; i++)
    if (cpt_evidence_get_kinds (self->evidence, i) & CPT_WORD_KIND_PASSES_ON)
      return TRUE;
  return FALSE;
}

/* "The facts contradict ...": a source that is no speaker has no view of its own on what others say. */
static gboolean
is_thing (const CptAttribution *attribution)
{
  return attribution->source.n > 0 && attribution->speaker == NULL;
}

/* "No one in the West": nobody's account. */
static gboolean
is_nobody (const CptAccountFinder *self, const CptAttribution *attribution)
{
  const CptReading *reading = self->evidence->reading;
  guint token;

  if (attribution->source.n == 0)
    return FALSE;
  token = cpt_tokens_find_at (reading->token_table, attribution->source.items[0].begin_bytes);
  return (cpt_evidence_get_kinds (self->evidence, token) & CPT_WORD_KIND_NOBODY) != 0;
}

/* "The coming months will show that ...": a time says nothing. */
static gboolean
is_time (const CptAccountFinder *self, const CptAttribution *attribution)
{
  const GArray *dates = self->evidence->dates;
  guint low = 0, high = dates->len;

  if (attribution->source.n == 0)
    return FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (dates, CptDateMention, middle).span.end_bytes <= attribution->source.items[0].begin_bytes)
        low = middle + 1;
      else
        high = middle;
    }
  return low < dates->len
         && cpt_span_contains (g_array_index (dates, CptDateMention, low).span, attribution->source.items[0]);
}

/* "It is alleged that", "Ferro's trip has been branded": the source is spoken of. */
static gboolean
is_passive (const CptAccountFinder *self, const CptAttribution *attribution)
{
  const CptReading *reading = self->evidence->reading;
  CptSpan cue = attribution->cue.n > 0 ? attribution->cue.items[0] : CPT_SPAN (0, 0);
  gboolean after_be = FALSE;

  if (attribution->source.n == 0 || attribution->source.items[0].begin_bytes > cue.begin_bytes)
    return FALSE;
  for (guint i = cpt_tokens_find_at (reading->token_table, cue.begin_bytes);
       i < reading->n_tokens && reading->tokens[i].begin_bytes < cue.end_bytes; i++)
    {
      guint32 stance = cpt_evidence_get_stance (self->evidence, i);

      if (after_be && stance & CPT_STANCE_PARTICIPLE && stance & (CPT_STANCE_SAY | CPT_STANCE_ACT)
          && !(stance & CPT_STANCE_STATE) && strcmp (cpt_reading_get_word (reading, i), "cited") != 0)
        return TRUE;
      after_be = stance & CPT_STANCE_BE || (after_be && stance & CPT_STANCE_ADVERB);
    }
  return FALSE;
}

/* "Western states knew": a cue that begins within a name. */
static gboolean
is_within_name (const CptAccountFinder *self, const CptAttribution *attribution)
{
  const CptReading *reading = self->evidence->reading;
  const CptMentions *mentions = self->evidence->mentions;
  guint token;

  if (attribution->cue.n == 0)
    return FALSE;
  token = cpt_tokens_find_at (reading->token_table, attribution->cue.items[0].begin_bytes);
  for (guint i = self->next_mention; i < mentions->n && mentions->items[i].begin_token < token; i++)
    if (token < mentions->items[i].end_token)
      return TRUE;
  return FALSE;
}

/* "Presented no evidence": nothing was said. */
static gboolean
is_of_nothing (const CptAccountFinder *self, const CptAttribution *attribution)
{
  const CptReading *reading = self->evidence->reading;
  guint after;
  guint32 stance;

  if (attribution->cue.n == 0)
    return FALSE;
  after = cpt_tokens_find_at (reading->token_table, attribution->cue.items[0].end_bytes);
  stance = after > 0 ? cpt_evidence_get_stance (self->evidence, after - 1) : 0;
  return after < reading->n_tokens && stance & CPT_STANCE_PRESENT && !(stance & CPT_STANCE_ACCOUNT_VERB)
         && strcmp (cpt_reading_get_word (reading, after), "no") == 0;
}

static gboolean
has_cue_word (const CptAccountFinder *self, CptSpan cue)
{
  const guint32 cues = CPT_STANCE_ACCOUNT_VERB | CPT_STANCE_NOUN | CPT_STANCE_PLAN | CPT_STANCE_REMARK | CPT_STANCE_STATE
                       | CPT_STANCE_PRESENT | CPT_STANCE_REPLY;
  const CptReading *reading = self->evidence->reading;

  for (guint i = cpt_tokens_find_at (reading->token_table, cue.begin_bytes);
       i < reading->n_tokens && reading->tokens[i].begin_bytes < cue.end_bytes; i++)
    if (reading->tokens[i].kind == CPT_TOKEN_MARK || cpt_evidence_get_stance (self->evidence, i) & cues
        || strcmp (cpt_reading_get_word (reading, i), "according") == 0)
      return TRUE;
  return FALSE;
}

/* "Has pivoted towards", "was spotted with": no word of the cue tells of an account, nothing is quoted, and the finder
 * of attributions was not sure itself. English only: elsewhere too few such words are known. */
static gboolean
is_doubtful (const CptAccountFinder *self, const CptAttribution *attribution)
{
  if (attribution->confidence >= MIN_UNKNOWN_CUE_CONFIDENCE || attribution->quotation == CPT_QUOTATION_DIRECT
      || attribution->cue.n == 0 || g_ascii_strncasecmp (self->evidence->reading->language, "en", 2) != 0)
    return FALSE;
  for (guint i = 0; i < attribution->cue.n; i++)
    if (has_cue_word (self, attribution->cue.items[i]))
      return FALSE;
  return TRUE;
}

/* "He", "officials", "the lawmakers", "the country's defence ministry": words that name nobody by themselves, but stand
 * for somebody who was named. "Some" and "many" stand for nobody in particular. */
static gboolean
names_nobody (const CptAccountFinder *self, const CptAttribution *attribution)
{
  const guint32 naming_nobody = CPT_STANCE_PRONOUN | CPT_STANCE_STAFF | CPT_STANCE_DETERMINER | CPT_STANCE_OF
                                | CPT_STANCE_PLAN | CPT_STANCE_REMARK;
  const guint32 standing_for_somebody = CPT_STANCE_PRONOUN | CPT_STANCE_STAFF | CPT_STANCE_PLAN | CPT_STANCE_REMARK;
  const CptReading *reading = self->evidence->reading;
  CptSpan span = attribution->source.n > 0 ? attribution->source.items[0] : CPT_SPAN (0, 0);
  guint begin = cpt_tokens_find_at (reading->token_table, span.begin_bytes);
  gboolean first_is_indefinite = begin < reading->n_tokens
                                 && g_str_has_prefix ("an", cpt_reading_get_word (reading, begin))
                                 && reading->tokens[begin].kind == CPT_TOKEN_WORD;
  guint32 met = 0;

  for (guint i = begin; i < reading->n_tokens && reading->tokens[i].begin_bytes < span.end_bytes; i++)
    {
      guint32 stance = cpt_evidence_get_stance (self->evidence, i);

      if (cpt_evidence_get_kinds (self->evidence, i) & CPT_WORD_KIND_OBJECT)
        stance = CPT_STANCE_PRONOUN;
      met |= stance;
      if (reading->tokens[i].kind == CPT_TOKEN_WORD && !(stance & naming_nobody)
          && !(cpt_evidence_get_kinds (self->evidence, i) & CPT_WORD_KIND_OF_OFFICE))
        return FALSE;
      if (stance & (CPT_STANCE_PLAN | CPT_STANCE_REMARK) && first_is_indefinite)
        return FALSE;
    }
  return !cpt_span_is_empty (span) && met & standing_for_somebody;
}

/* Whether a mention inside a source tells whose the source is: not "in Kyiv", not the first word of somebody's name.
 * What is the whole source speaks, however much its name may be a place's: "according to the Kremlin". */
static gboolean
owns_source (const CptAccountFinder *self, const CptMention *mention, guint source_begin)
{
  const CptReading *reading = self->evidence->reading;
  guint before = mention->begin_token;
  guint32 stance;

  if (mention->side == CPT_NO_SIDE)
    return FALSE;
  if (mention->end_token < reading->n_tokens && reading->tokens[mention->end_token].flags & CPT_TOKEN_CAPITALISED)
    return FALSE;
  while (before > source_begin && cpt_evidence_get_stance (self->evidence, before - 1) & CPT_STANCE_DETERMINER)
    before--;
  if (before <= source_begin)
    return TRUE;
  if (mention->confidence < MIN_OWNER_CONFIDENCE)
    return FALSE;
  stance = cpt_evidence_get_stance (self->evidence, before - 1);
  return !(stance & CPT_STANCE_PREPOSITION) || stance & CPT_STANCE_BY
         || (before > 1
             && cpt_evidence_get_stance (self->evidence, before - 2) & (CPT_STANCE_STAFF | CPT_STANCE_REMARK));
}

/* Sources in which the speaker himself was not resolved: "a report by TASS", "an office of Prime Minister X". */
static void
read_side_from_source (const CptAccountFinder *self, const CptAttribution *attribution, CptAccount *account)
{
  const CptMentions *mentions = self->evidence->mentions;
  CptSpan span = attribution->source.n > 0 ? attribution->source.items[0] : CPT_SPAN (0, 0);
  const CptToken *tokens = self->evidence->reading->tokens;
  guint source_begin = cpt_tokens_find_at (self->evidence->reading->token_table, span.begin_bytes);

  if (account->side != CPT_NO_SIDE || attribution->mention >= 0)
    return;
  for (guint i = self->next_mention;
       i < mentions->n && tokens[mentions->items[i].begin_token].begin_bytes < span.end_bytes; i++)
    if (tokens[mentions->items[i].begin_token].begin_bytes >= span.begin_bytes
        && owns_source (self, &mentions->items[i], source_begin))
      {
        account->side = mentions->items[i].side;
        account->source = mentions->items[i].name;
        account->confidence *= CONFIDENCE_OWNED;
        return;
      }
}

/* "Pictures from the capital Kyiv": a place inside a source that stands for something else does not speak. */
static void
drop_place_in_source (const CptAccountFinder *self, const CptAttribution *attribution, CptAccount *account)
{
  const CptReading *reading = self->evidence->reading;
  const CptMention *mention = attribution->mention >= 0 ? &self->evidence->mentions->items[attribution->mention] : NULL;
  CptSpan span = attribution->source.n > 0 ? attribution->source.items[0] : CPT_SPAN (0, 0);

  if (mention == NULL || (mention->kind != CPT_ACTOR_COUNTRY && mention->kind != CPT_ACTOR_CAPITAL)
      || !cpt_span_contains (span, CPT_SPAN (reading->tokens[mention->begin_token].begin_bytes,
                                             reading->tokens[mention->end_token - 1].end_bytes))
      || owns_source (self, mention, cpt_tokens_find_at (reading->token_table, span.begin_bytes)))
    return;
  account->side = CPT_NO_SIDE;
  account->source = NULL;
}

/* "According to him". */
static gboolean
is_object (const CptAccountFinder *self, const CptAccount *account)
{
  return (cpt_evidence_get_kinds (self->evidence, account->subject_token) & CPT_WORD_KIND_OBJECT) != 0;
}

/* "Norland's ships were late, but the government said": the last side that the sentence names before the source. */
static const CptMention *
find_side_before (const CptAccountFinder *self, guint token)
{
  const CptMentions *mentions = self->evidence->mentions;
  const CptMention *found = NULL;

  for (guint i = self->next_mention; i < mentions->n && mentions->items[i].end_token <= token; i++)
    if (mentions->items[i].side != CPT_NO_SIDE && mentions->items[i].confidence >= MIN_OWNER_CONFIDENCE)
      found = &mentions->items[i];
  return found;
}

/* Whose an attribution is when its own words do not say: whose staff or body it can be, or that of the last account. */
static void
inherit_side (const CptAccountFinder *self, guint sentence, const CptAttribution *attribution, CptAccount *account)
{
  gboolean is_pronoun = cpt_evidence_get_stance (self->evidence, account->subject_token) & CPT_STANCE_PRONOUN
                        || is_object (self, account);
  /* Speech that goes on, of somebody who was never named: "the diplomat". */
  gboolean goes_on = attribution->source.n == 0 && attribution->cue.n == 0 && attribution->mention < 0;
  const CptMention *before;
  guint reach = goes_on || is_object (self, account) ? 1 : is_pronoun ? MAX_CARRIED_PRONOUN : MAX_CARRIED_STAFF;

  if (account->side != CPT_NO_SIDE || !(goes_on || names_nobody (self, attribution)))
    return;
  before = is_pronoun || goes_on ? NULL : find_side_before (self, account->subject_token);
  if (before == NULL && (self->last.side == CPT_NO_SIDE || sentence > self->last.sentence + reach))
    return;
  account->side = before != NULL ? before->side : self->last.side;
  account->source = before != NULL ? before->name : self->last.source;
  account->confidence *= CONFIDENCE_CARRIED;
  account->grounds = cpt_grounds_by_margin (CPT_GROUNDS_CARRIED, attribution->confidence);
  cpt_reasons_add (&account->reasons, "speaker-carried",
                   goes_on ? CPT_SPAN (0, 0) : attribution->source.items[0]);
}

/* Two reasons that point at the same words tell a person nothing more than one does. */
static gboolean
has_words (const CptReasons *reasons, CptSpan words)
{
  for (guint i = 0; i < reasons->n; i++)
    if (cpt_span_equal (reasons->items[i].words, words))
      return TRUE;
  return FALSE;
}

/* Whether the words @source of the sentence, not others, tell whose it is. */
static gboolean
is_named_by (const CptAccountFinder *self, const CptAttribution *attribution, CptSpan source)
{
  const CptMentions *mentions = self->evidence->mentions;
  const CptToken *tokens = self->evidence->reading->tokens;

  for (guint i = self->next_mention;
       i < mentions->n && tokens[mentions->items[i].begin_token].begin_bytes < source.end_bytes; i++)
    if (cpt_span_contains (source, cpt_token_get_span (&tokens[mentions->items[i].begin_token])))
      return mentions->items[i].side == attribution->side;
  return FALSE;
}

/* Whether an attribution reports nobody's words, thoughts or wishes after all. */
static gboolean
is_no_account (const CptAccountFinder *self, const CptAttribution *attribution)
{
  return is_nobody (self, attribution) || is_time (self, attribution) || is_passive (self, attribution)
         || is_of_nothing (self, attribution) || is_within_name (self, attribution)
         || is_doubtful (self, attribution);
}

static void
add_attribution (CptAccountFinder *self, guint sentence, const CptAttribution *attribution, CptAccounts *accounts)
{
  const CptReading *reading = self->evidence->reading;
  const CptSentence *s = &reading->sentences[sentence];
  gsize n_bytes = covered_bytes (&attribution->content, s->span);
  CptSpan source = part_within (&attribution->source, s->span);
  CptAccount account = {
    .side = attribution->side,
    .source = attribution->speaker,
    .begin_token = s->end_token,
    .cue = part_within (&attribution->cue, s->span),
    .content = &attribution->content,
    .quotation = attribution->quotation,
    .covers = (float)n_bytes / (float)MAX (cpt_span_get_length_bytes (s->span), 1),
    .transparent =
        attribution->side == CPT_NO_SIDE && (is_thing (attribution) || is_transparent (self, attribution)),
    .confidence = CONFIDENCE_FLOOR + (1.0f - CONFIDENCE_FLOOR) * attribution->confidence,
  };

  if (is_no_account (self, attribution)
      || (account.covers < MIN_COVERED_RATIO && n_bytes < MIN_COVERED_BYTES && cpt_span_is_empty (account.cue)))
    return;
  stretch (reading, s, &attribution->source, &account);
  stretch (reading, s, &attribution->cue, &account);
  stretch (reading, s, &attribution->content, &account);
  account.cue_token = cpt_span_is_empty (account.cue)
                          ? account.begin_token
                          : cpt_tokens_find_at (reading->token_table, account.cue.begin_bytes);
  account.subject_token =
      cpt_span_is_empty (source) ? account.cue_token : cpt_tokens_find_at (reading->token_table, source.begin_bytes);
  account.grounds = cpt_grounds_by_margin (
      is_named_by (self, attribution, source) ? CPT_GROUNDS_NAMED : CPT_GROUNDS_RESOLVED, attribution->confidence);
  drop_place_in_source (self, attribution, &account);
  read_side_from_source (self, attribution, &account);
  inherit_side (self, sentence, attribution, &account);
  if (account.side == CPT_NO_SIDE && attribution->source.n == 0 && attribution->quotation != CPT_QUOTATION_DIRECT)
    return;
  if (account.side != CPT_NO_SIDE && attribution->source.n > 0)
    cpt_reasons_add (&account.reasons, "speaker-side", attribution->source.items[0]);
  if (!cpt_span_is_empty (account.cue))
    cpt_reasons_add (&account.reasons, "speaker-cue", account.cue);
  for (guint i = 0; i < attribution->reasons.n; i++)
    if (!has_words (&account.reasons, attribution->reasons.items[i].words))
      cpt_reasons_add (&account.reasons, attribution->reasons.items[i].rule, attribution->reasons.items[i].words);
  cpt_accounts_add (accounts, &account);
}

/* "Norland wants war, Ferro said": whether the subject of @inner stands in words before the cue that @outer reports. */
static gboolean
is_in_content_before (const CptAccountFinder *self, const CptAccount *inner, const CptAccount *outer)
{
  gsize at_bytes = self->evidence->reading->tokens[inner->subject_token].begin_bytes;

  if (outer->content == NULL || inner->subject_token >= MIN (outer->cue_token, outer->subject_token))
    return FALSE;
  for (guint i = 0; i < outer->content->n; i++)
    if (outer->content->items[i].begin_bytes <= at_bytes && at_bytes < outer->content->items[i].end_bytes)
      return TRUE;
  return FALSE;
}

/* "..., Ferro said on Tuesday.": whether @account ends its sentence as the report of all that stands before it. */
static gboolean
is_trailing_report (const CptAccountFinder *self, guint sentence, const CptAccount *account)
{
  const CptEvidence *evidence = self->evidence;
  const CptSentence *s = &evidence->reading->sentences[sentence];
  const CptToken *tokens = evidence->reading->tokens;
  guint before = account->subject_token;
  guint after = account->cue_token + 1;

  while (before > s->begin_token && cpt_evidence_get_stance (evidence, before - 1) & CPT_STANCE_DETERMINER)
    before--;
  if (before <= s->begin_token + 1 || tokens[before - 1].first != ',' || account->cue_token < account->subject_token
      || !(cpt_evidence_get_stance (evidence, account->cue_token) & CPT_STANCE_SAY)
      || s->end_token - after > MAX_TOKENS_AFTER_REPORT)
    return FALSE;
  return after >= s->end_token || tokens[after].first == '.'
         || cpt_evidence_get_stance (evidence, after)
                & (CPT_STANCE_ADVERB | CPT_STANCE_PREPOSITION | CPT_STANCE_GERUND);
}

/* Whether @outer, which stands after @inner, reports it. */
static gboolean
frames (const CptAccountFinder *self, guint sentence, const CptAccount *outer, const CptAccount *inner)
{
  const CptClauseText text = { self->evidence->reading, self->evidence->stances, sentence };

  if (is_in_content_before (self, inner, outer))
    return TRUE;
  return inner->subject_token < outer->subject_token && is_trailing_report (self, sentence, outer)
         && !cpt_clauses_are_contrasted (&text, inner->cue_token, outer->subject_token);
}

/* Whether @inner is part of what @outer reports: it stands in the other's words, before or after its cue, and nothing
 * sets the two against each other. What a third party passes on, or says about a side's words, is told apart by the
 * caller. */
static gboolean
is_reported_by (const CptAccountFinder *self, guint sentence, const CptAccount *inner, const CptAccount *outer)
{
  const CptClauseText text = { self->evidence->reading, self->evidence->stances, sentence };

  if (inner == outer || outer->aside || outer->transparent || frames (self, sentence, inner, outer))
    return FALSE;
  if (frames (self, sentence, outer, inner))
    return TRUE;
  if (inner->subject_token <= outer->cue_token || inner->subject_token <= outer->subject_token
      || inner->subject_token >= outer->end_token)
    return FALSE;
  return !cpt_clauses_are_contrasted (&text, outer->cue_token, inner->subject_token);
}

static void
drop_reported (CptAccountFinder *self, guint sentence, CptAccounts *accounts)
{
  gboolean drop[CPT_MAX_ACCOUNTS] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < accounts->n; i++)
    for (guint j = 0; j < accounts->n; j++)
      drop[i] |= (accounts->items[i].aside && !accounts->items[j].aside && accounts->items[j].side != CPT_NO_SIDE)
                 || is_reported_by (self, sentence, &accounts->items[i], &accounts->items[j]);
  for (guint i = 0; i < accounts->n; i++)
    if (!drop[i])
      accounts->items[n++] = accounts->items[i];
  accounts->n = n;
}

/**
 * cpt_account_finder_init:
 *
 * Cost: linear in the attributions and the sentences that they touch.
 */
void
cpt_account_finder_init (CptAccountFinder *self, const CptEvidence *evidence)
{
  *self = (CptAccountFinder){ .evidence = evidence, .last = { CPT_NO_SIDE, NULL, 0 } };
  self->order = g_array_new (FALSE, FALSE, sizeof (Touch));
  self->first = g_new (guint, evidence->reading->n_sentences + 1);
  for (guint i = 0; i <= evidence->reading->n_sentences; i++)
    self->first[i] = G_MAXUINT;
  sort_attributions (self);
}

void
cpt_account_finder_clear (CptAccountFinder *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->order, g_array_unref);
}

/**
 * cpt_account_finder_find:
 * @sentence: must not be less than at the call before
 * @accounts: (out): the accounts that the sentence itself reports, in no order
 *
 * An account inside another one's words is the reporter's and left out: "Putin said that NATO warned ..." is one
 * account.
 */
void
cpt_account_finder_find (CptAccountFinder *self, guint sentence, CptAccounts *accounts)
{
  const CptMentions *mentions = self->evidence->mentions;
  guint begin_token = self->evidence->reading->sentences[sentence].begin_token;

  accounts->n = 0;
  while (self->next_mention < mentions->n && mentions->items[self->next_mention].end_token <= begin_token)
    self->next_mention++;
  for (guint i = self->first[sentence];
       i < self->order->len && g_array_index (self->order, Touch, i).sentence == sentence; i++)
    add_attribution (self, sentence,
                     cpt_evidence_get_attribution (self->evidence, g_array_index (self->order, Touch, i).attribution),
                     accounts);
  cpt_subjects_find (self, sentence, accounts);
  drop_reported (self, sentence, accounts);
}
