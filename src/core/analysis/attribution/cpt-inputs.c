// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what was noted of a text into the inputs of each token. Room: core/analysis/attribution; knows no word.
//
// A change to these inputs makes the learnt weights useless: learn anew (README).
#include "cpt-inputs-private.h"

/* Distance and commas where there is no cue on that side. */
#define NO_DISTANCE 15
#define NO_COMMAS 7

/* Signs of the sentence before the first and after the last. */
#define NO_SIGNS 15

/* What stands for the rules' tag beyond the text. */
#define NO_TAG 15

/* Small numbers exactly, larger ones roughly. */
static inline guint
bucket (guint n)
{
  static const guint8 buckets[] = { 0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7 };

  return n < G_N_ELEMENTS (buckets) ? buckets[n] : n < 40 ? 8 : 9;
}

static guint
place_in_quotation (const CptInputs *self, guint token)
{
  guint32 number = self->clues->quotation[token];
  const CptQuotedSpan *quotation;

  if (number == 0)
    return 0;
  quotation = &self->reading->quotations[number - 1];
  if (token == quotation->begin_token)
    return 1;
  if (token + 1 == quotation->end_token)
    return 2;
  return token == quotation->begin_token + 1 ? 3 : 4;
}

/* Distances to the possible cues on both sides in the sentence, and commas between. */
typedef struct
{
  guint left_distance, right_distance;
  guint left_commas, right_commas;
} CueView;

static inline CueView
view_cues (const CptInputs *self, guint token)
{
  guint32 before = self->cue_before[token], after = self->cue_after[token];
  CueView view = { NO_DISTANCE, NO_DISTANCE, NO_COMMAS, NO_COMMAS };

  if (before > 0)
    {
      view.left_distance = bucket (token - before + 1);
      view.left_commas = (guint)(self->commas[token] - self->commas[before - 1]);
    }
  if (after > 0)
    {
      view.right_distance = bucket (after - 1 - token);
      view.right_commas = (guint)(self->commas[after - 1] - self->commas[token]);
    }
  return view;
}

static inline guint
speaks_at (const CptInputs *self, guint token)
{
  guint32 word = self->reading->tokens[token].word;

  return word == CPT_NO_WORD ? 4 : self->speaks[word];
}

/**
 * cpt_inputs_get_own_facts:
 * @self: the text
 * @token: a token
 * @facts: (out): a row of each of its own facts
 *
 * Cost: constant.
 */
void
cpt_inputs_get_own_facts (const CptInputs *self, guint token, guint16 facts[CPT_N_OWN_FACTS])
{
  const CptInputItem *at = &self->items[token];
  const CptSentence *sentence = &self->reading->sentences[self->clues->sentence[token]];
  CueView cues = view_cues (self, token);
  guint quoted = self->clues->quotation[token] != 0;
  guint from_begin = bucket (token - sentence->begin_token), to_end = bucket (sentence->end_token - 1 - token);
  gboolean opens = from_begin == 0 && self->reading->tokens[token].flags & CPT_TOKEN_PARAGRAPH_BEFORE;
  guint tag = self->rule_tags[token], left = token > 0 ? self->rule_tags[token - 1] : NO_TAG;
  guint right = token + 1 < self->reading->n_tokens ? self->rule_tags[token + 1] : NO_TAG;
  const guint values[CPT_N_OWN_FACTS] = {
    [CPT_FACT_FROM_BEGIN] = from_begin * 4 + quoted * 2 + (opens ? 1 : 0),
    [CPT_FACT_TO_END] = to_end * 2 + quoted,
    [CPT_FACT_LEFT_CUE] = cues.left_distance * 16 + cues.left_commas * 2 + quoted,
    [CPT_FACT_RIGHT_CUE] = cues.right_distance * 16 + cues.right_commas * 2 + quoted,
    [CPT_FACT_RULES_LEFT] = tag * 16 + left,
    [CPT_FACT_RULES_RIGHT] = tag * 16 + right,
    [CPT_FACT_SPEAKS] = speaks_at (self, token) * 8 + at->shape,
    [CPT_FACT_CUENESS] = (self->cues[token] * 8u + at->cueness) * 2 + quoted,
    [CPT_FACT_QUOTED] = self->quoted[token] * 2u + quoted,
    [CPT_FACT_SHAPES] = at[-1].shape * 64u + at[0].shape * 8u + at[1].shape,
  };

  for (guint i = 0; i < CPT_N_OWN_FACTS; i++)
    facts[i] = (guint16)(cpt_fact_begins[i] + values[i]);
}

static inline CptKind *
kind_for (CptSharedInputs *shared, CptWordPlace place)
{
  return &shared->kinds[place - CPT_N_WINDOW];
}

static void
set_kinds_of_cues (const CptInputs *self, guint token, CptSharedInputs *shared)
{
  const CptInputItem *left = self->items + self->cue_before[token] - 1;
  const CptInputItem *right = self->items + self->cue_after[token] - 1;

  if (self->cue_before[token] > 0)
    {
      *kind_for (shared, CPT_PLACE_LEFT_CUE) = left[0].kind;
      *kind_for (shared, CPT_PLACE_AFTER_LEFT_CUE) = left[1].kind;
      *kind_for (shared, CPT_PLACE_BEFORE_LEFT_CUE) = left[-1].kind;
    }
  if (self->cue_after[token] > 0)
    {
      *kind_for (shared, CPT_PLACE_RIGHT_CUE) = right[0].kind;
      *kind_for (shared, CPT_PLACE_AFTER_RIGHT_CUE) = right[1].kind;
      *kind_for (shared, CPT_PLACE_BEFORE_RIGHT_CUE) = right[-1].kind;
    }
}

static void
set_kinds_of_sentence (const CptInputs *self, const CptSentence *sentence, CptSharedInputs *shared)
{
  *kind_for (shared, CPT_PLACE_SENTENCE_FIRST) = self->items[sentence->begin_token].kind;
  *kind_for (shared, CPT_PLACE_SENTENCE_SECOND) = self->items[sentence->begin_token + 1].kind;
  *kind_for (shared, CPT_PLACE_SENTENCE_LAST) = self->items[(int)sentence->end_token - 1].kind;
}

static void
set_kinds_of_quotation (const CptInputs *self, const CptQuotedSpan *quotation, CptSharedInputs *shared)
{
  *kind_for (shared, CPT_PLACE_BEFORE_QUOTATION) = self->items[(int)quotation->begin_token - 1].kind;
  *kind_for (shared, CPT_PLACE_AFTER_QUOTATION) = self->items[quotation->end_token].kind;
  *kind_for (shared, CPT_PLACE_QUOTATION_FIRST) = self->items[quotation->begin_token + 1].kind;
  *kind_for (shared, CPT_PLACE_QUOTATION_LAST)
      = self->items[(int)quotation->end_token - (quotation->closed ? 2 : 1)].kind;
}

/**
 * cpt_inputs_get_shared:
 * @self: the text
 * @token: a token
 * @shared: (out): its inputs that the next tokens may share, see cpt_inputs_share_with_previous()
 *
 * Cost: constant.
 */
void
cpt_inputs_get_shared (const CptInputs *self, guint token, CptSharedInputs *shared)
{
  guint number = self->clues->sentence[token];
  guint32 quotation = self->clues->quotation[token];
  const CptQuotedSpan *quoted = quotation > 0 ? &self->reading->quotations[quotation - 1] : NULL;
  CueView cues = view_cues (self, token);
  guint length = quoted != NULL ? bucket ((quoted->end_token - quoted->begin_token) / 2) : 0;
  guint before = number > 0 ? self->sentence_signs[number - 1] : NO_SIGNS;
  guint after = number + 1 < self->reading->n_sentences ? self->sentence_signs[number + 1] : NO_SIGNS;
  const guint values[CPT_N_SHARED_FACTS] = {
    [CPT_FACT_PLACE_IN_QUOTATION - CPT_N_OWN_FACTS] = place_in_quotation (self, token) * 10 + length,
    [CPT_FACT_SENTENCES - CPT_N_OWN_FACTS] =
        (before * 16 + self->sentence_signs[number]) * 2 + (quotation > 0),
    [CPT_FACT_NEXT_SENTENCE - CPT_N_OWN_FACTS] = after * 2 + (quotation > 0),
    [CPT_FACT_COMMAS - CPT_N_OWN_FACTS] = cues.left_commas * 8 + cues.right_commas,
  };

  for (guint i = 0; i < CPT_N_SHARED_FACTS; i++)
    shared->facts[i] = (guint16)(cpt_fact_begins[CPT_N_OWN_FACTS + i] + values[i]);
  for (guint i = 0; i < CPT_N_SHARED_PLACES; i++)
    shared->kinds[i] = CPT_KIND_NONE;
  set_kinds_of_cues (self, token, shared);
  set_kinds_of_sentence (self, &self->reading->sentences[number], shared);
  if (quoted != NULL)
    set_kinds_of_quotation (self, quoted, shared);
}

/* Whether the shared inputs of @token are certainly those of the token before it. */
gboolean
cpt_inputs_share_with_previous (const CptInputs *self, guint token)
{
  return token > 0 && self->clues->sentence[token] == self->clues->sentence[token - 1]
         && self->cue_before[token] == self->cue_before[token - 1]
         && self->cue_after[token] == self->cue_after[token - 1] && self->commas[token] == self->commas[token - 1]
         && self->clues->quotation[token] == self->clues->quotation[token - 1]
         && place_in_quotation (self, token) == place_in_quotation (self, token - 1);
}

CptKind
cpt_inputs_get_kind (const CptInputs *self, int token)
{
  return self->items[token].kind;
}

/* The kind of place between @token and the one before it; picks the transition scores. */
guint
cpt_inputs_get_context (const CptInputs *self, guint token)
{
  return self->items[token].context * 4u + self->items[(int)token - 1].boundary;
}
