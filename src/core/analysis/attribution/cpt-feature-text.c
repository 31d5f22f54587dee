// SPDX-License-Identifier: GPL-3.0-or-later
// Notes of each token what features are made from. Room: core/analysis/attribution; knows no word.
//
// All look-ups by word are made once a distinct word.
#include "cpt-features-private.h"

#include <string.h>

/* Tokens before and after the text, so that neighbours need no check. */
#define PAD 4

/* A paragraph beyond this is cut at the end of a sentence, and a sentence beyond twice this anywhere. */
#define MAX_STRETCH 1200

/* FNV-1a over the bytes. */
static guint32
hash_bytes (const char *bytes, gsize n)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar)bytes[i]) * 16777619u;
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
    return CPT_SHAPE_MARK;
  if (token->kind == CPT_TOKEN_NUMBER)
    return CPT_SHAPE_NUMBER;
  if (token->kind == CPT_TOKEN_CLITIC)
    return CPT_SHAPE_CLITIC;
  if (token->flags & CPT_TOKEN_ALL_CAPS)
    return CPT_SHAPE_ALL_CAPS;
  return token->flags & CPT_TOKEN_CAPITALISED ? CPT_SHAPE_CAPITALISED : CPT_SHAPE_LOWER;
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

static CptFeatureItem *
describe_words (const CptClues *clues, const CptModel *model)
{
  guint n_words = cpt_tokens_get_n_words (clues->reading->token_table);
  CptFeatureItem *words = g_new0 (CptFeatureItem, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = cpt_tokens_get_word (clues->reading->token_table, i);
      gsize n = strlen (word);
      guint32 form = hash_bytes (word, n);
      guint16 value = cpt_model_get_word (model, form);

      words[i] = (CptFeatureItem){ .form = form,
                                   .suffix = n > 3 ? hash_bytes (word + n - 3, 3) : form,
                                   .ending = n > 2 ? hash_bytes (word + n - 2, 2) : form,
                                   .clue = clues->of_word[i],
                                   .cluster = (guint16)CPT_WORD_CLUSTER (value),
                                   .cueness = (guint8)CPT_WORD_CUENESS (value) };
    }
  return words;
}

static void
set_sort (CptFeatureItem *item)
{
  item->sort = item->clue != 0 ? item->clue : 0x80000000u + item->shape * 8u + item->cueness;
}

static void
describe_tokens (CptFeatures *self, const CptModel *model)
{
  const CptReading *reading = self->reading;
  g_autofree CptFeatureItem *words = describe_words (self->clues, model);

  self->padding = g_new0 (CptFeatureItem, reading->n_tokens + 2 * PAD);
  self->items = self->padding + PAD;
  for (guint i = 0; i < PAD; i++)
    self->padding[i].shape = self->items[reading->n_tokens + i].shape = CPT_SHAPE_OUTSIDE;
  for (guint i = 0; i < PAD; i++)
    {
      set_sort (&self->padding[i]);
      set_sort (&self->items[reading->n_tokens + i]);
    }
  for (guint i = 0; i < reading->n_tokens; i++)
    {
      const CptToken *token = &reading->tokens[i];

      if (token->word != CPT_NO_WORD)
        self->items[i] = words[token->word];
      else
        self->items[i].form = self->items[i].suffix = self->items[i].ending = form_of_mark (self->clues, i);
      self->items[i].shape = shape_of (token);
      if (self->items[i].shape == CPT_SHAPE_NUMBER)
        self->items[i].form = 3;
      set_sort (&self->items[i]);
    }
}

static gboolean
may_be_cue (const CptFeatures *self, guint token)
{
  return self->items[token].cueness >= CPT_MIN_CUENESS && self->clues->quotation[token] == 0;
}

static void
describe_sentence (CptFeatures *self, const CptSentence *sentence)
{
  guint32 before = 0, after = 0;
  guint8 commas = 0, cues = 0, quoted = 0;

  for (guint i = sentence->begin_token; i < sentence->end_token; i++)
    {
      self->cue_before[i] = before;
      self->commas[i] = commas;
      self->cues[i] = cues;
      self->quoted[i] = quoted;
      quoted |= self->clues->quotation[i] != 0;
      if (may_be_cue (self, i))
        {
          before = i + 1;
          cues += cues < 3;
        }
      if (cpt_clues_is_mark (self->clues, i, ',') && commas < 3)
        commas++;
    }
  quoted = 0;
  for (guint i = sentence->end_token; i > sentence->begin_token; i--)
    {
      self->cue_after[i - 1] = after;
      self->quoted[i - 1] |= quoted;
      quoted |= self->clues->quotation[i - 1] != 0 ? 2 : 0;
      if (may_be_cue (self, i - 1))
        after = i;
    }
}

/* Words that the rules take for speakers somewhere are likely speakers elsewhere. */
static void
note_speakers (CptFeatures *self)
{
  self->speaks = g_new0 (guint8, cpt_tokens_get_n_words (self->reading->token_table) + 1);
  for (guint i = 0; i < self->reading->n_tokens; i++)
    {
      guint32 word = self->reading->tokens[i].word;
      CptRole role = cpt_tag_get_role (self->rule_tags[i]);

      if (word != CPT_NO_WORD && self->speaks[word] < 3
          && (role == CPT_ROLE_LEFT_SOURCE || role == CPT_ROLE_RIGHT_SOURCE))
        self->speaks[word]++;
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

static void
describe_quotation (CptFeatures *self, guint number)
{
  const CptQuotedSpan *quotation = &self->reading->quotations[number];
  const CptFeatureItem *before = &self->items[(int)quotation->begin_token - 1],
                       *after = &self->items[quotation->end_token];
  const CptFeatureItem *first = &self->items[quotation->begin_token + 1];
  const CptFeatureItem *last = &self->items[(int)quotation->end_token - (quotation->closed ? 2 : 1)];
  guint32 length = cpt_feature_bucket ((quotation->end_token - quotation->begin_token) / 2);

  self->quotations[number].around =
      cpt_feature_mix (cpt_feature_mix (before->sort, before->shape == CPT_SHAPE_MARK ? before->form : 0),
                       cpt_feature_mix (after->sort, after->shape == CPT_SHAPE_MARK ? after->form : 0));
  self->quotations[number].words = cpt_feature_mix (before->form, after->form);
  self->quotations[number].inside =
      cpt_feature_mix (length * 8 + first->shape, last->shape == CPT_SHAPE_MARK ? last->form : 0);
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
  self->cues = g_new0 (guint8, reading->n_tokens + 1);
  self->quoted = g_new0 (guint8, reading->n_tokens + 1);
  self->quotations = g_new0 (CptQuotationSign, reading->n_quotations + 1);
  describe_tokens (self, model);
  note_speakers (self);
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
  g_free (self->cues);
  g_free (self->quoted);
  g_free (self->speaks);
  g_free (self->quotations);
  g_free (self->sentence_signs);
  g_free (self);
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
