// SPDX-License-Identifier: GPL-3.0-or-later
// Turns each token into hashes of what stands at and around it. Room: core/analysis/attribution; knows no word.
//
// The numbers of the templates are part of the hashes: a number that is taken out stays free.
#include "cpt-features-private.h"

typedef struct
{
  guint32 *hashes;
  guint n;
} Sink;

static inline void
add (Sink *sink, guint32 template, guint32 value)
{
  guint32 hash = cpt_feature_mix (template * 0x2545f491u + 0x1b873593u, value);

  hash = (hash ^ hash >> 13) * 0xc2b2ae35u;
  hash ^= hash >> 16;
  sink->hashes[sink->n++] = hash != 0 ? hash : 1;
}

static void
add_words (Sink *sink, const CptFeatureItem *at)
{
  add (sink, 1, at[0].form);
  add (sink, 2, at[-1].form);
  add (sink, 3, at[1].form);
  add (sink, 4, at[-2].form);
  add (sink, 5, at[2].form);
  add (sink, 6, cpt_feature_mix (at[-1].form, at[0].form));
  add (sink, 7, cpt_feature_mix (at[0].form, at[1].form));
  add (sink, 8, cpt_feature_mix (at[-2].form, at[-1].form));
  add (sink, 9, cpt_feature_mix (at[1].form, at[2].form));
  add (sink, 10, cpt_feature_mix (at[-1].form, at[1].form));
  add (sink, 11, at[0].suffix);
  add (sink, 12, at[-1].suffix);
  add (sink, 13, at[1].suffix);
  add (sink, 14, at[0].ending + at[0].shape);
  add (sink, 15, at[-3].form);
  add (sink, 16, at[3].form);
}

static void
add_classes (Sink *sink, const CptFeatureItem *at)
{
  guint32 here = at->sort, left = at[-1].sort, right = at[1].sort;
  guint32 left2 = at[-2].sort, right2 = at[2].sort;

  add (sink, 20, here);
  add (sink, 21, left);
  add (sink, 22, right);
  add (sink, 23, cpt_feature_mix (left, here));
  add (sink, 24, cpt_feature_mix (here, right));
  add (sink, 25, cpt_feature_mix (cpt_feature_mix (left, here), right));
  add (sink, 26, cpt_feature_mix (cpt_feature_mix (left2, left), here));
  add (sink, 27, cpt_feature_mix (cpt_feature_mix (here, right), right2));
  add (sink, 28, cpt_feature_mix (left2, left));
  add (sink, 29, cpt_feature_mix (right, right2));
  add (sink, 30, (guint32)(at[-1].shape * 64 + at[0].shape * 8 + at[1].shape));
  add (sink, 31, cpt_feature_mix (at[0].form, right));
  add (sink, 32, cpt_feature_mix (left, at[0].form));
  add (sink, 34,
       cpt_feature_mix ((guint32)(at[-2].shape * 64 + at[-1].shape * 8 + at[0].shape),
                        (guint32)(at[1].shape * 8 + at[2].shape)));
}

static void
add_clusters (Sink *sink, const CptFeatureItem *at)
{
  guint32 here = at[0].cluster + at[0].shape * 4096u, left = at[-1].cluster + at[-1].shape * 4096u;
  guint32 right = at[1].cluster + at[1].shape * 4096u;

  add (sink, 40, here);
  add (sink, 41, left);
  add (sink, 42, right);
  add (sink, 43, cpt_feature_mix (left, here));
  add (sink, 44, cpt_feature_mix (here, right));
  add (sink, 45, cpt_feature_mix (cpt_feature_mix (left, here), right));
  add (sink, 46, at[-2].cluster);
  add (sink, 47, at[2].cluster);
  add (sink, 48, cpt_feature_mix (at[-2].cluster, left));
  add (sink, 49, cpt_feature_mix (right, at[2].cluster));
}

static guint32
place_in_quotation (const CptFeatures *self, guint token)
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

/* Where the token lies in its quotation, and what that quotation looks like from outside. */
static void
add_quotation (Sink *sink, const CptFeatures *self, guint token)
{
  guint32 number = self->clues->quotation[token], place = place_in_quotation (self, token);
  const CptQuotationSign *sign = &self->quotations[number > 0 ? number - 1 : 0];

  add (sink, 50, place);
  if (number == 0)
    return;
  add (sink, 51, cpt_feature_mix (sign->around, place));
  add (sink, 52, cpt_feature_mix (sign->words, place));
  add (sink, 53, cpt_feature_mix (sign->inside, place));
  add (sink, 54, cpt_feature_mix (cpt_feature_mix (sign->inside, sign->around), place));
}

/* What its sentence and the one before are like. */
static guint32
sign_pair (const CptFeatures *self, guint token)
{
  guint number = self->clues->sentence[token];

  return self->sentence_signs[number] * 16u + (number > 0 ? self->sentence_signs[number - 1] : 15u);
}

/* Where the token stands in its sentence. */
static void
add_place (Sink *sink, const CptFeatures *self, guint token)
{
  const CptSentence *sentence = &self->reading->sentences[self->clues->sentence[token]];
  const CptFeatureItem *at = &self->items[token];
  guint32 quoted = self->clues->quotation[token] != 0;
  guint32 from_begin = cpt_feature_bucket (token - sentence->begin_token),
          to_end = cpt_feature_bucket (sentence->end_token - 1 - token);
  guint32 opens = from_begin == 0 && self->reading->tokens[token].flags & CPT_TOKEN_PARAGRAPH_BEFORE;

  add (sink, 60, from_begin * 2 + quoted);
  add (sink, 61, to_end * 2 + quoted);
  add (sink, 63, opens * 4 + quoted * 2 + (from_begin == 0));
  add (sink, 64, cpt_feature_mix (at->sort, from_begin == 0 ? 1 : to_end == 0 ? 2 : to_end == 1 ? 3 : 0));
  add (sink, 67, cpt_feature_mix (sign_pair (self, token) * 4 + opens * 2 + quoted, at->form));
  add (sink, 68, cpt_feature_mix (at->sort, self->quoted[token] * 2u + quoted));
  add (sink, 69, cpt_feature_mix (at->form, self->quoted[token] * 2u + quoted));
}

/* What sentence it is. */
static void
add_sentence (Sink *sink, const CptFeatures *self, guint token)
{
  guint number = self->clues->sentence[token];
  const CptFeatureItem *head = &self->items[self->reading->sentences[number].begin_token];
  guint32 quoted = self->clues->quotation[token] != 0;
  guint32 next = number + 1 < self->reading->n_sentences ? self->sentence_signs[number + 1] : 15;

  add (sink, 62, cpt_feature_mix (head->form, quoted));
  add (sink, 65, cpt_feature_mix (head->sort, head[1].sort) + quoted);
  add (sink, 66, sign_pair (self, token) * 2 + quoted);
  add (sink, 92, (next * 256 + sign_pair (self, token)) * 2 + quoted);
}

/* The possible cues on both sides in the sentence: which, how far, and how many commas lie between. */
typedef struct
{
  guint32 left_form, right_form;
  guint32 left_distance, right_distance;
  guint32 left_commas, right_commas;
  guint32 left_cueness, right_cueness;
  guint32 left_next, right_next;     /* what follows the cue: "that", a quotation, the end of the sentence */
  guint32 left_before, right_before; /* what stands before it */
} CueView;

static guint32
kind_of (const CptFeatureItem *item)
{
  return item->shape == CPT_SHAPE_MARK ? item->form : item->sort;
}

static CueView
view_cues (const CptFeatures *self, guint token)
{
  guint32 before = self->cue_before[token], after = self->cue_after[token];
  CueView view = { .left_distance = 15, .right_distance = 15, .left_commas = 7, .right_commas = 7 };

  if (before > 0)
    {
      view.left_form = self->items[before - 1].form;
      view.left_cueness = self->items[before - 1].cueness;
      view.left_next = kind_of (&self->items[before]);
      view.left_before = kind_of (&self->items[(int) before - 2]);
      view.left_distance = cpt_feature_bucket (token - before + 1);
      view.left_commas = (guint32)(self->commas[token] - self->commas[before - 1]);
    }
  if (after > 0)
    {
      view.right_form = self->items[after - 1].form;
      view.right_cueness = self->items[after - 1].cueness;
      view.right_next = kind_of (&self->items[after]);
      view.right_before = kind_of (&self->items[(int) after - 2]);
      view.right_distance = cpt_feature_bucket (after - 1 - token);
      view.right_commas = (guint32)(self->commas[after - 1] - self->commas[token]);
    }
  return view;
}

static void
add_cues (Sink *sink, const CptFeatures *self, guint token)
{
  CueView view = view_cues (self, token);
  guint32 quoted = self->clues->quotation[token] != 0;
  guint32 from_begin = token - self->reading->sentences[self->clues->sentence[token]].begin_token;
  const CptFeatureItem *at = &self->items[token];

  add (sink, 72, cpt_feature_mix (view.left_form, view.left_distance));
  add (sink, 73, cpt_feature_mix (view.right_form, view.right_distance));
  add (sink, 74, view.left_distance * 64 + view.left_commas * 8 + view.left_cueness + quoted * 1024);
  add (sink, 75, view.right_distance * 64 + view.right_commas * 8 + view.right_cueness + quoted * 1024);
  add (sink, 77, cpt_feature_mix (at->sort, (view.left_cueness * 8 + view.right_cueness) * 2 + quoted));
  add (sink, 78, cpt_feature_mix (at->sort, view.right_distance * 16 + view.right_cueness));
  add (sink, 79, cpt_feature_mix (at->sort, view.left_distance * 16 + view.left_cueness));
  add (sink, 100, cpt_feature_mix (at->sort, view.right_next));
  add (sink, 101, cpt_feature_mix (at->sort, view.left_next));
  add (sink, 102, cpt_feature_mix (view.right_next, MIN (from_begin, 2u) * 2 + quoted));
  add (sink, 85, cpt_feature_mix (view.left_form, at->form));
  add (sink, 86, cpt_feature_mix (view.right_form, at->form));
  add (sink, 87, (self->cues[token] * 8u + at->cueness) * 2 + quoted);
}

static void
add_steady_cues (Sink *sink, const CptFeatures *self, guint token)
{
  CueView view = view_cues (self, token);
  guint32 quoted = self->clues->quotation[token] != 0;

  add (sink, 70, cpt_feature_mix (view.left_form, quoted));
  add (sink, 71, cpt_feature_mix (view.right_form, quoted));
  add (sink, 93, cpt_feature_mix (view.right_next, view.right_commas * 2 + quoted));
  add (sink, 94, cpt_feature_mix (view.left_next, view.left_commas * 2 + quoted));
  add (sink, 95, cpt_feature_mix (view.right_form, view.right_next) + quoted);
  add (sink, 96, cpt_feature_mix (view.left_form, view.left_next) + quoted);
  add (sink, 97, cpt_feature_mix (view.right_before, view.right_next) + quoted);
  add (sink, 98, cpt_feature_mix (view.left_before, view.left_next) + quoted);
  add (sink, 99, cpt_feature_mix (view.left_next, view.right_next) + quoted);
  add (sink, 76,
       ((view.left_commas * 8 + view.left_cueness) * 8 + view.right_commas) * 8 + view.right_cueness + quoted * 4096);
}

static guint32
speaks_at (const CptFeatures *self, guint token)
{
  guint32 word = self->reading->tokens[token].word;

  return word == CPT_NO_WORD ? 4 : self->speaks[word];
}

static void
add_rules (Sink *sink, const CptFeatures *self, guint token)
{
  const CptTag *tags = self->rule_tags + token;
  guint32 left = token > 0 ? tags[-1] : 15, right = token + 1 < self->reading->n_tokens ? tags[1] : 15;
  const CptFeatureItem *at = &self->items[token];

  add (sink, 80, tags[0]);
  add (sink, 81, tags[0] * 16u + left);
  add (sink, 82, tags[0] * 16u + right);
  add (sink, 83, cpt_feature_mix (at->form, tags[0]));
  add (sink, 84, cpt_feature_mix (at->sort, tags[0] * 16u + right));
  add (sink, 90, speaks_at (self, token) * 8u + at->shape);
  add (sink, 91, cpt_feature_mix (speaks_at (self, token) * 8u + at->shape, at[1].sort));
}

/**
 * cpt_features_extract:
 * @self: the text
 * @token: a token
 * @hashes: (out) (array): room for %CPT_MAX_FEATURES
 *
 * The features of the token itself; those of cpt_features_extract_steady() come on top.
 *
 * Returns: the number of features, none of which is 0
 *
 * Cost: constant.
 */
guint
cpt_features_extract (const CptFeatures *self, guint token, guint32 *hashes)
{
  Sink sink = { hashes, 0 };
  const CptFeatureItem *at = &self->items[token];

  add_words (&sink, at);
  add_classes (&sink, at);
  add_clusters (&sink, at);
  add_place (&sink, self, token);
  add_cues (&sink, self, token);
  add_rules (&sink, self, token);
  return sink.n;
}

/* The features that many tokens in a row share: all with the same cpt_features_get_steady_key() in a row. */
guint
cpt_features_extract_steady (const CptFeatures *self, guint token, guint32 *hashes)
{
  Sink sink = { hashes, 0 };

  add_quotation (&sink, self, token);
  add_sentence (&sink, self, token);
  add_steady_cues (&sink, self, token);
  return sink.n;
}

guint64
cpt_features_get_steady_key (const CptFeatures *self, guint token)
{
  guint64 place = place_in_quotation (self, token) * 4 + self->commas[token];

  return ((guint64)cpt_feature_mix (cpt_feature_mix (self->cue_before[token], self->cue_after[token]),
                                    self->clues->quotation[token])
          << 32)
         | (self->clues->sentence[token] * 32u + (guint32)place);
}

static guint
place_of_word (const CptFeatureItem *item)
{
  static const guint32 classes[] = {
    CPT_CLUE_THAT,        CPT_CLUE_SAY,          CPT_CLUE_REPORT | CPT_CLUE_STANCE,
    CPT_CLUE_PRONOUN,     CPT_CLUE_POSSESSIVE,   CPT_CLUE_RELATIVE,
    CPT_CLUE_DETERMINER,  CPT_CLUE_AUXILIARY,    CPT_CLUE_PREPOSITION,
    CPT_CLUE_CONJUNCTION, CPT_CLUE_SUBORDINATOR, CPT_CLUE_ADVERB,
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (item->clue & classes[i])
      return 10 + i;
  return item->cueness >= CPT_MIN_CUENESS ? 22 : item->shape;
}

static guint
place_of (const CptFeatureItem *item)
{
  if (item->shape != CPT_SHAPE_MARK)
    return place_of_word (item);
  switch (item->form)
    {
    case 1:
      return 5;
    case 2:
      return 7;
    case ',' + 16:
      return 8;
    case ':' + 16:
      return 9;
    case '.' + 16:
      return 23;
    default:
      return 6;
    }
}

/* The kind of place between @token and the one before it; picks the transition weights. */
guint
cpt_features_get_context (const CptFeatures *self, guint token)
{
  const CptFeatureItem *before = &self->items[(int)token - 1];
  guint left = before->shape != CPT_SHAPE_MARK ? 0 : before->form == 2 ? 1 : before->form == ',' + 16 ? 2 : 3;

  return place_of (&self->items[token]) * 4 + left;
}
