// SPDX-License-Identifier: GPL-3.0-or-later
// The reading as a whole: sentences, tokens and paragraphs agree.
#include "cpt-reading.h"

#include <string.h>

static CptReading *
read_text (const char *text, const char *language)
{
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &(CptArticleMetadata){ .language = language });

  return cpt_reading_new (article);
}

static void
test_language (void)
{
  static const struct
  {
    const char *text, *language, *expected;
  } cases[] = {
    { "The talks went on for hours.", NULL, "en" },
    { "Переговори тривали і в неділю.", NULL, "uk" },
    { "Переговори тривали і в неділю.", "", "uk" },
    { "The talks went on for hours.", "de", "de" },
    { "***", NULL, "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptReading) reading = read_text (cases[i].text, cases[i].language);

      g_assert_cmpstr (reading->language, ==, cases[i].expected);
    }
}

static void
test_paragraphs (void)
{
  g_autoptr (CptReading) reading = read_text ("A headline\n\nOne. Two.\nThree.\n\n\nFour.", "en");
  static const guint expected[] = { 0, 1, 1, 1, 2 };

  g_assert_cmpuint (reading->n_sentences, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < reading->n_sentences; i++)
    g_assert_cmpuint (reading->sentences[i].paragraph, ==, expected[i]);
}

/* Every token lies in the sentence that claims it, and sentences claim all tokens in order. */
static void
test_tokens_and_sentences (void)
{
  g_autoptr (CptReading) reading =
      read_text ("“We go,” said Mr. Stone.\n\nНичего (см. с. 5)... Они ушли! \n\xc2\xa0 1) A 2) B", "en");
  guint token = 0;

  g_assert_cmpuint (reading->n_sentences, >, 2);
  for (guint i = 0; i < reading->n_sentences; i++)
    {
      const CptSentence *sentence = &reading->sentences[i];

      g_assert_cmpuint (sentence->begin_token, ==, token);
      g_assert_cmpuint (sentence->end_token, >, sentence->begin_token);
      for (token = sentence->begin_token; token < sentence->end_token; token++)
        g_assert_true (cpt_span_contains (sentence->span, cpt_token_get_span (&reading->tokens[token])));
      g_assert_cmpuint (cpt_reading_find_sentence (reading, sentence->span.begin_bytes), ==, i);
      g_assert_cmpuint (cpt_reading_find_sentence (reading, sentence->span.end_bytes - 1), ==, i);
    }
  g_assert_cmpuint (token, ==, reading->n_tokens);
  g_assert_cmpuint (cpt_reading_find_sentence (reading, reading->length_bytes), ==, reading->n_sentences);
}

static void
test_empty (void)
{
  g_autoptr (CptReading) reading = read_text ("", NULL);

  g_assert_cmpuint (reading->n_tokens, ==, 0);
  g_assert_cmpuint (reading->n_sentences, ==, 0);
  g_assert_cmpuint (reading->n_quotations, ==, 0);
  g_assert_cmpuint (cpt_reading_find_sentence (reading, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/language", test_language);
  g_test_add_func ("/reading/paragraphs", test_paragraphs);
  g_test_add_func ("/reading/tokens-and-sentences", test_tokens_and_sentences);
  g_test_add_func ("/reading/empty", test_empty);
  return g_test_run ();
}
