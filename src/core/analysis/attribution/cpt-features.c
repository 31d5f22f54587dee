// SPDX-License-Identifier: GPL-3.0-or-later
// Turns each token into hashes of what stands at and around it. Room: core/analysis/attribution; knows no word.
//
// All look-ups by word are made once a distinct word; what is left for a token is mixing numbers.
#include "cpt-features.h"

#include <string.h>

/* Tokens before and after the text, so that neighbours need no check. */
#define PAD 4

/* A paragraph beyond this is cut at the end of a sentence, and a sentence beyond twice this anywhere. */
#define MAX_STRETCH 1200

/* From this cueness on (see CptModel) a word is taken for a possible cue. */
#define MIN_CUENESS 4

typedef struct
{
  guint32 form;
  guint32 suffix;  /* last three bytes */
  guint32 ending;  /* last two */
  guint32 clue;
  guint16 cluster;
  guint8 cueness;
  guint8 shape;
} Item;

typedef struct
{
  guint32 around; /* the classes before the opening and after the closing mark */
  guint32 words;  /* the words there */
  guint32 inside; /* length, first letter, last mark */
} QuotationSign;

struct _CptFeatures
{
  const CptClues *clues;
  const CptReading *reading;
  const CptTag *rule_tags;
  Item *padding;
  Item *items; /* within padding */
  guint32 *cue_before; /* by token: the last possible cue before it in its sentence, plus one */
  guint32 *cue_after;
  guint8 *commas;      /* by token: commas in its sentence before it, at most 3 */
  QuotationSign *quotations;
  guint8 *sentence_signs; /* by sentence: bit 0 a possible cue, bit 1 opens quoted, bit 2 ends quoted */
};

typedef struct
{
  guint32 *hashes;
  guint n;
} Sink;

enum
{
  SHAPE_LOWER,
  SHAPE_CAPITALISED,
  SHAPE_ALL_CAPS,
  SHAPE_NUMBER,
  SHAPE_CLITIC,
  SHAPE_MARK,
  SHAPE_OUTSIDE,
};

static inline guint32
mix (guint32 a, guint32 b)
{
  guint32 h = (a ^ b * 0x85ebca6bu) * 0x9e3779b1u;

  return h ^ h >> 15;
}

static inline void
add (Sink *sink, guint32 template, guint32 value)
{
  guint32 hash = mix (template * 0x2545f491u + 0x1b873593u, value);

  hash = (hash ^ hash >> 13) * 0xc2b2ae35u;
  hash ^= hash >> 16;
  sink->hashes[sink->n++] = hash != 0 ? hash : 1;
}

/* FNV-1a over the bytes. */
static guint32
hash_bytes (const char *bytes, gsize n)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash;
}

guint32
cpt_features_hash_word (const char *word)
{
  return hash_bytes (word, strlen (word));
}

static guint8
shape_of (const CptToken *token)
{
  if (token->kind == CPT_TOKEN_MARK)
    return SHAPE_MARK;
  if (token->kind == CPT_TOKEN_NUMBER)
    return SHAPE_NUMBER;
  if (token->kind == CPT_TOKEN_CLITIC)
    return SHAPE_CLITIC;
  if (token->flags & CPT_TOKEN_ALL_CAPS)
    return SHAPE_ALL_CAPS;
  return token->flags & CPT_TOKEN_CAPITALISED ? SHAPE_CAPITALISED : SHAPE_LOWER;
}

/* All quotation marks that open are one mark, and all that close. */
static guint32
form_of_mark (const CptClues *clues, guint token)
{
  guint32 number = clues->quotation[token];

  if (number > 0 && clues->reading->quotations[number - 1].begin_token == token)
    return 1;
  if (number > 0 && clues->reading->quotations[number - 1].end_token == token + 1)
    return 2;
  return clues->reading->tokens[token].first + 16;
}

static Item *
describe_words (const CptClues *clues, const CptModel *model)
{
  guint n_words = cpt_tokens_get_n_words (clues->reading->token_table);
  Item *words = g_new0 (Item, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = cpt_tokens_get_word (clues->reading->token_table, i);
      gsize n = strlen (word);
      guint32 form = hash_bytes (word, n);
      guint16 value = cpt_model_get_word (model, form);

      words[i] = (Item){ .form = form,
                         .suffix = n > 3 ? hash_bytes (word + n - 3, 3) : form,
                         .ending = n > 2 ? hash_bytes (word + n - 2, 2) : form,
                         .clue = clues->of_word[i],
                         .cluster = (guint16) CPT_WORD_CLUSTER (value),
                         .cueness = (guint8) CPT_WORD_CUENESS (value) };
    }
  return words;
}

static void
describe_tokens (CptFeatures *self, const CptModel *model)
{
  const CptReading *reading = self->reading;
  g_autofree Item *words = describe_words (self->clues, model);

  self->padding = g_new0 (Item, reading->n_tokens + 2 * PAD);
  self->items = self->padding + PAD;
  for (guint i = 0; i < PAD; i++)
    self->padding[i].shape = self->items[reading->n_tokens + i].shape = SHAPE_OUTSIDE;
  for (guint i = 0; i < reading->n_tokens; i++)
    {
      const CptToken *token = &reading->tokens[i];

      if (token->word != CPT_NO_WORD)
        self->items[i] = words[token->word];
      else
        self->items[i].form = self->items[i].suffix = self->items[i].ending = form_of_mark (self->clues, i);
      self->items[i].shape = shape_of (token);
      if (self->items[i].shape == SHAPE_NUMBER)
        self->items[i].form = 3;
    }
}

static gboolean
may_be_cue (const CptFeatures *self, guint token)
{
  return self->items[token].cueness >= MIN_CUENESS && self->clues->quotation[token] == 0;
}

static void
describe_sentence (CptFeatures *self, const CptSentence *sentence)
{
  guint32 before = 0, after = 0;
  guint8 commas = 0;

  for (guint i = sentence->begin_token; i < sentence->end_token; i++)
    {
      self->cue_before[i] = before;
      self->commas[i] = commas;
      if (may_be_cue (self, i))
        before = i + 1;
      if (cpt_clues_is_mark (self->clues, i, ',') && commas < 3)
        commas++;
    }
  for (guint i = sentence->end_token; i > sentence->begin_token; i--)
    {
      self->cue_after[i - 1] = after;
      if (may_be_cue (self, i - 1))
        after = i;
    }
}

static guint8
sign_of_sentence (const CptFeatures *self, const CptSentence *sentence)
{
  guint8 sign = 0;

  if (sentence->begin_token >= sentence->end_token)
    return 0;
  if (self->cue_after[sentence->begin_token] != 0 || may_be_cue (self, sentence->begin_token))
    sign |= 1;
  if (self->clues->quotation[sentence->begin_token] != 0)
    sign |= 2;
  if (self->clues->quotation[sentence->end_token - 1] != 0)
    sign |= 4;
  return sign;
}

static guint32
bucket (guint n)
{
  return n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : n < 21 ? 7 : n < 40 ? 8 : 9;
}

static guint32
class_of (const Item *item)
{
  return item->clue != 0 ? item->clue : 0x80000000u + item->shape * 8u + item->cueness;
}

static void
describe_quotation (CptFeatures *self, guint number)
{
  const CptQuotedSpan *quotation = &self->reading->quotations[number];
  const Item *before = &self->items[(int) quotation->begin_token - 1], *after = &self->items[quotation->end_token];
  const Item *first = &self->items[quotation->begin_token + 1];
  const Item *last = &self->items[(int) quotation->end_token - (quotation->closed ? 2 : 1)];
  guint32 length = bucket ((quotation->end_token - quotation->begin_token) / 2);

  self->quotations[number].around = mix (mix (class_of (before), before->shape == SHAPE_MARK ? before->form : 0),
                                         mix (class_of (after), after->shape == SHAPE_MARK ? after->form : 0));
  self->quotations[number].words = mix (before->form, after->form);
  self->quotations[number].inside = mix (length * 8 + first->shape, last->shape == SHAPE_MARK ? last->form : 0);
}

/**
 * cpt_features_new:
 * @clues: the text; borrowed
 * @rule_tags: what the rules say of its tokens; borrowed
 * @model: knows the words; only used during this call
 *
 * Returns: (transfer full): the text, ready for cpt_features_extract()
 */
CptFeatures *
cpt_features_new (const CptClues *clues, const CptTag *rule_tags, const CptModel *model)
{
  CptFeatures *self = g_new0 (CptFeatures, 1);
  const CptReading *reading = clues->reading;

  self->clues = clues;
  self->reading = reading;
  self->rule_tags = rule_tags;
  self->cue_before = g_new0 (guint32, reading->n_tokens + 1);
  self->cue_after = g_new0 (guint32, reading->n_tokens + 1);
  self->commas = g_new0 (guint8, reading->n_tokens + 1);
  self->quotations = g_new0 (QuotationSign, reading->n_quotations + 1);
  describe_tokens (self, model);
  self->sentence_signs = g_new0 (guint8, reading->n_sentences + 1);
  for (guint i = 0; i < reading->n_sentences; i++)
    {
      describe_sentence (self, &reading->sentences[i]);
      self->sentence_signs[i] = sign_of_sentence (self, &reading->sentences[i]);
    }
  for (guint i = 0; i < reading->n_quotations; i++)
    describe_quotation (self, i);
  return self;
}

void
cpt_features_free (CptFeatures *self)
{
  if (self == NULL)
    return;
  g_free (self->padding);
  g_free (self->cue_before);
  g_free (self->cue_after);
  g_free (self->commas);
  g_free (self->quotations);
  g_free (self->sentence_signs);
  g_free (self);
}

static void
add_words (Sink *sink, const Item *at)
{
  add (sink, 1, at[0].form);
  add (sink, 2, at[-1].form);
  add (sink, 3, at[1].form);
  add (sink, 4, at[-2].form);
  add (sink, 5, at[2].form);
  add (sink, 6, mix (at[-1].form, at[0].form));
  add (sink, 7, mix (at[0].form, at[1].form));
  add (sink, 8, mix (at[-2].form, at[-1].form));
  add (sink, 9, mix (at[1].form, at[2].form));
  add (sink, 10, mix (at[-1].form, at[1].form));
  add (sink, 11, at[0].suffix);
  add (sink, 12, at[-1].suffix);
  add (sink, 13, at[1].suffix);
  add (sink, 14, at[0].ending + at[0].shape);
  add (sink, 15, at[-3].form);
  add (sink, 16, at[3].form);
}

static void
add_classes (Sink *sink, const Item *at)
{
  guint32 here = class_of (at), left = class_of (at - 1), right = class_of (at + 1);
  guint32 left2 = class_of (at - 2), right2 = class_of (at + 2);

  add (sink, 20, here);
  add (sink, 21, left);
  add (sink, 22, right);
  add (sink, 23, mix (left, here));
  add (sink, 24, mix (here, right));
  add (sink, 25, mix (mix (left, here), right));
  add (sink, 26, mix (mix (left2, left), here));
  add (sink, 27, mix (mix (here, right), right2));
  add (sink, 28, mix (left2, left));
  add (sink, 29, mix (right, right2));
  add (sink, 30, (guint32) (at[-1].shape * 64 + at[0].shape * 8 + at[1].shape));
  add (sink, 31, mix (at[0].form, right));
  add (sink, 32, mix (left, at[0].form));
}

static void
add_clusters (Sink *sink, const Item *at)
{
  guint32 here = at[0].cluster + at[0].shape * 4096u, left = at[-1].cluster + at[-1].shape * 4096u;
  guint32 right = at[1].cluster + at[1].shape * 4096u;

  add (sink, 40, here);
  add (sink, 41, left);
  add (sink, 42, right);
  add (sink, 43, mix (left, here));
  add (sink, 44, mix (here, right));
  add (sink, 45, mix (mix (left, here), right));
  add (sink, 46, at[-2].cluster);
  add (sink, 47, at[2].cluster);
}

/* Where the token lies in its quotation, and what that quotation looks like from outside. */
static void
add_quotation (Sink *sink, const CptFeatures *self, guint token)
{
  guint32 number = self->clues->quotation[token];
  const CptQuotedSpan *quotation;
  const QuotationSign *sign;
  guint32 place;

  if (number == 0)
    {
      add (sink, 50, 0);
      return;
    }
  quotation = &self->reading->quotations[number - 1];
  sign = &self->quotations[number - 1];
  place = token == quotation->begin_token ? 1 : token + 1 == quotation->end_token ? 2 : token == quotation->begin_token + 1 ? 3 : 4;
  add (sink, 50, place);
  add (sink, 51, mix (sign->around, place));
  add (sink, 52, mix (sign->words, place));
  add (sink, 53, mix (sign->inside, place));
  add (sink, 54, mix (mix (sign->inside, sign->around), place));
}

static void
add_sentence (Sink *sink, const CptFeatures *self, guint token)
{
  guint number = self->clues->sentence[token];
  const CptSentence *sentence = &self->reading->sentences[number];
  const guint8 *signs = self->sentence_signs + number;
  const Item *at = &self->items[token];
  guint32 quoted = self->clues->quotation[token] != 0;
  guint32 from_begin = bucket (token - sentence->begin_token), to_end = bucket (sentence->end_token - 1 - token);
  guint32 opens = token < sentence->begin_token + 1 && self->reading->tokens[token].flags & CPT_TOKEN_PARAGRAPH_BEFORE;
  const Item *head = &self->items[sentence->begin_token];

  add (sink, 60, from_begin * 2 + quoted);
  add (sink, 61, to_end * 2 + quoted);
  add (sink, 62, mix (head->form, quoted));
  add (sink, 63, opens * 4 + quoted * 2 + (from_begin == 0));
  add (sink, 64, mix (class_of (at), from_begin == 0 ? 1 : to_end == 0 ? 2 : to_end == 1 ? 3 : 0));
  add (sink, 65, mix (class_of (head), class_of (head + 1)) + quoted);
  add (sink, 66, (signs[0] * 8u + (number > 0 ? signs[-1] : 15u)) * 2 + quoted);
  add (sink, 67, mix ((signs[0] * 8u + (number > 0 ? signs[-1] : 15u)) * 4 + opens * 2 + quoted, at->form));
}

/* The possible cues on both sides in the sentence: which, how far, and how many commas lie between. */
static void
add_cues (Sink *sink, const CptFeatures *self, guint token)
{
  guint32 before = self->cue_before[token], after = self->cue_after[token];
  guint32 quoted = self->clues->quotation[token] != 0;
  const Item *left = before > 0 ? &self->items[before - 1] : NULL, *right = after > 0 ? &self->items[after - 1] : NULL;
  guint32 left_distance = before > 0 ? bucket (token - before + 1) : 15;
  guint32 right_distance = after > 0 ? bucket (after - 1 - token) : 15;
  guint32 left_commas = before > 0 ? (guint32) (self->commas[token] - self->commas[before - 1]) : 7;
  guint32 right_commas = after > 0 ? (guint32) (self->commas[after - 1] - self->commas[token]) : 7;
  guint32 left_cueness = left != NULL ? left->cueness : 0, right_cueness = right != NULL ? right->cueness : 0;
  const Item *at = &self->items[token];

  add (sink, 70, mix (left != NULL ? left->form : 0, quoted));
  add (sink, 71, mix (right != NULL ? right->form : 0, quoted));
  add (sink, 72, mix (left != NULL ? left->form : 0, left_distance));
  add (sink, 73, mix (right != NULL ? right->form : 0, right_distance));
  add (sink, 74, left_distance * 64 + left_commas * 8 + left_cueness + quoted * 1024);
  add (sink, 75, right_distance * 64 + right_commas * 8 + right_cueness + quoted * 1024);
  add (sink, 76, ((left_commas * 8 + left_cueness) * 8 + right_commas) * 8 + right_cueness + quoted * 4096);
  add (sink, 77, mix (class_of (at), (left_cueness * 8 + right_cueness) * 2 + quoted));
  add (sink, 78, mix (class_of (at), right_distance * 16 + right_cueness));
  add (sink, 79, mix (class_of (at), left_distance * 16 + left_cueness));
}

static void
add_rules (Sink *sink, const CptFeatures *self, guint token)
{
  const CptTag *tags = self->rule_tags + token;
  guint32 left = token > 0 ? tags[-1] : 15, right = token + 1 < self->reading->n_tokens ? tags[1] : 15;
  const Item *at = &self->items[token];

  add (sink, 80, tags[0]);
  add (sink, 81, tags[0] * 16u + left);
  add (sink, 82, tags[0] * 16u + right);
  add (sink, 83, mix (at->form, tags[0]));
  add (sink, 84, mix (class_of (at), tags[0] * 16u + right));
}

/**
 * cpt_features_extract:
 * @self: the text
 * @token: a token
 * @hashes: (out) (array): room for %CPT_MAX_FEATURES
 *
 * Returns: the number of features, none of which is 0
 *
 * Cost: constant.
 */
guint
cpt_features_extract (const CptFeatures *self, guint token, guint32 *hashes)
{
  Sink sink = { hashes, 0 };
  const Item *at = &self->items[token];

  add_words (&sink, at);
  add_classes (&sink, at);
  add_clusters (&sink, at);
  add_quotation (&sink, self, token);
  add_sentence (&sink, self, token);
  add_cues (&sink, self, token);
  add_rules (&sink, self, token);
  return sink.n;
}

static guint
place_of_word (const Item *item)
{
  static const guint32 classes[] = {
    CPT_CLUE_THAT, CPT_CLUE_SAY, CPT_CLUE_REPORT | CPT_CLUE_STANCE, CPT_CLUE_PRONOUN, CPT_CLUE_POSSESSIVE, CPT_CLUE_RELATIVE,
    CPT_CLUE_DETERMINER, CPT_CLUE_AUXILIARY, CPT_CLUE_PREPOSITION, CPT_CLUE_CONJUNCTION, CPT_CLUE_SUBORDINATOR,
    CPT_CLUE_ADVERB,
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (item->clue & classes[i])
      return 10 + i;
  return item->cueness >= MIN_CUENESS ? 22 : item->shape;
}

static guint
place_of (const Item *item)
{
  if (item->shape != SHAPE_MARK)
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
  const Item *before = &self->items[(int) token - 1];
  guint left = before->shape != SHAPE_MARK ? 0 : before->form == 2 ? 1 : before->form == ',' + 16 ? 2 : 3;

  return place_of (&self->items[token]) * 4 + left;
}

guint
cpt_features_get_stretch (const CptFeatures *self, guint begin)
{
  const CptReading *reading = self->reading;
  guint end = begin + 1;

  while (end < reading->n_tokens && !(reading->tokens[end].flags & CPT_TOKEN_PARAGRAPH_BEFORE)
         && (end - begin < MAX_STRETCH || self->clues->sentence[end] == self->clues->sentence[end - 1])
         && end - begin < 2 * MAX_STRETCH)
    end++;
  return end;
}
