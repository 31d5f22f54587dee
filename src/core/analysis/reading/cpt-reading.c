// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an article once for all finders. Room: core/analysis/reading; finds nothing itself.
#include "cpt-reading.h"

#include "cpt-language.h"
#include "cpt-quotations.h"
#include "cpt-sentences.h"

/* Rules for English do least harm to a text of a few signs or names. */
static const char *
guess_language (const char *text, gsize length_bytes)
{
  const char *language = cpt_language_guess (text, length_bytes);

  return language != NULL ? language : "en";
}

/**
 * cpt_reading_new:
 * @article: an article; a reference is kept
 *
 * Returns: (transfer full): the tokens, sentences and quotations of @article
 */
CptReading *
cpt_reading_new (CptArticle *article)
{
  CptReading *self = g_new0 (CptReading, 1);
  const char *language = cpt_article_get_metadata (article)->language;
  g_autoptr (GArray) spans = NULL;
  guint paragraph = 0;

  self->article = cpt_article_ref (article);
  self->text = cpt_article_get_text (article);
  self->length_bytes = cpt_article_get_length_bytes (article);
  self->language = language != NULL && *language != '\0' ? language : guess_language (self->text, self->length_bytes);
  self->token_table = cpt_tokens_new (self->text, self->length_bytes);
  self->tokens = cpt_tokens_get (self->token_table, &self->n_tokens);
  spans = cpt_sentences_scan (self->text, self->length_bytes, self->language);
  self->n_sentences = spans->len;
  self->sentences = g_new0 (CptSentence, spans->len + 1);
  for (guint i = 0, token = 0; i < spans->len; i++)
    {
      CptSentence *sentence = &self->sentences[i];

      sentence->span = g_array_index (spans, CptSpan, i);
      while (token < self->n_tokens && self->tokens[token].begin_bytes < sentence->span.begin_bytes)
        token++;
      sentence->begin_token = token;
      while (token < self->n_tokens && self->tokens[token].begin_bytes < sentence->span.end_bytes)
        token++;
      sentence->end_token = token;
      if (i > 0 && sentence->begin_token < self->n_tokens
          && self->tokens[sentence->begin_token].flags & CPT_TOKEN_PARAGRAPH_BEFORE)
        paragraph++;
      sentence->paragraph = paragraph;
    }
  self->quotations = cpt_quotations_find (self, &self->n_quotations);
  return self;
}

void
cpt_reading_free (CptReading *self)
{
  if (self == NULL)
    return;
  cpt_tokens_free (self->token_table);
  g_free (self->sentences);
  g_free (self->quotations);
  cpt_article_unref (self->article);
  g_free (self);
}

/**
 * cpt_reading_find_sentence:
 * @offset_bytes: an offset into the text
 *
 * Returns: the number of the first sentence that ends after @offset_bytes; the number of sentences when there is none
 *
 * Cost: logarithmic.
 */
guint
cpt_reading_find_sentence (const CptReading *self, gsize offset_bytes)
{
  guint low = 0, high = self->n_sentences;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->sentences[middle].span.end_bytes <= offset_bytes)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * cpt_reading_get_word:
 * @token: number of a token
 *
 * Returns: (transfer none): its case-folded word; the empty string for marks
 */
const char *
cpt_reading_get_word (const CptReading *self, guint token)
{
  guint32 word = self->tokens[token].word;

  return word == CPT_NO_WORD ? "" : cpt_tokens_get_word (self->token_table, word);
}
