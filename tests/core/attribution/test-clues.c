// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-noun-phrases.h"
#include "cpt-tags.h"

#include <string.h>

static CptReading *
read_text (const char *text)
{
  CptArticleMetadata metadata = { .language = "en" };
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &metadata);

  return cpt_reading_new (article);
}

static void
test_words (void)
{
  static const struct
  {
    const char *word;
    guint32 expected, forbidden;
  } cases[] = {
    { "said", CPT_CLUE_SAY | CPT_CLUE_FINITE, CPT_CLUE_GERUND },
    { "stating", CPT_CLUE_SAY | CPT_CLUE_GERUND, CPT_CLUE_FINITE },
    { "denies", CPT_CLUE_REPORT | CPT_CLUE_FINITE, CPT_CLUE_BASE },
    { "planned", CPT_CLUE_REPORT | CPT_CLUE_FINITE, 0 },
    { "admitted", CPT_CLUE_SAY | CPT_CLUE_FINITE, 0 },
    { "expressing", CPT_CLUE_STANCE | CPT_CLUE_GERUND, 0 },
    { "dismisses", CPT_CLUE_STANCE | CPT_CLUE_FINITE, 0 },
    { "agreed", CPT_CLUE_REPORT | CPT_CLUE_FINITE, 0 },
    { "she", CPT_CLUE_PRONOUN | CPT_CLUE_FEMALE, CPT_CLUE_MALE },
    { "ministry", CPT_CLUE_BODY, CPT_CLUE_PERSON },
    { "slowly", CPT_CLUE_ADVERB, 0 },
    { "harbour", 0, G_MAXUINT32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptReading) reading = read_text (cases[i].word);
      g_autoptr (CptClues) clues = cpt_clues_new (reading);

      g_test_message ("%s", cases[i].word);
      g_assert_cmphex (cpt_clues_at (clues, 0) & cases[i].expected, ==, cases[i].expected);
      g_assert_cmphex (cpt_clues_at (clues, 0) & cases[i].forbidden, ==, 0);
    }
}

/* The phrase before the word "said", in words. */
static void
test_phrases_before (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "Anna Lindt said", "Anna Lindt" },
    { "But the mayor of the town said", "the mayor of the town" },
    { "On Monday Anna Lindt said", "Anna Lindt" },
    { "Anna Lindt, a lawyer for the town, said", "Anna Lindt, a lawyer for the town" },
    { "The man who said", "who" },
    { "It rained, and she said", "she" },
    { "said", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptReading) reading = read_text (cases[i].text);
      g_autoptr (CptClues) clues = cpt_clues_new (reading);
      CptTokenRange range = cpt_noun_phrase_before (clues, reading->n_tokens - 1, 0);
      g_autofree char *got = NULL;

      if (!cpt_token_range_is_empty (range))
        got = g_strndup (reading->text + reading->tokens[range.begin].begin_bytes,
                         reading->tokens[range.end - 1].end_bytes - reading->tokens[range.begin].begin_bytes);
      g_assert_cmpstr (got != NULL ? got : "", ==, cases[i].expected);
    }
}

/* The roles that the rules give, one letter a token: source, cue, content, or a dot. */
static void
test_rules (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "Lindt said that it rained.", "succc." },      { "“It rains,” Lindt said.", "cccccsu." },
    { "“It rains,” said Lindt.", "cccccus." },       { "It rained all day, according to Lindt.", "cccc.uus." },
    { "According to Lindt, it rained.", "uus.cc." }, { "It rained all day.", "....." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptReading) reading = read_text (cases[i].text);
      g_autoptr (CptClues) clues = cpt_clues_new (reading);
      g_autofree CptTag *tags = cpt_tags_by_rules (clues);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint k = 0; k < reading->n_tokens; k++)
        g_string_append_c (got, ".ssucc"[cpt_tag_get_role (tags[k])]);
      g_assert_cmpstr (got->str, ==, cases[i].expected);
    }
}

static void
test_tags (void)
{
  for (guint role = CPT_ROLE_LEFT_SOURCE; role < CPT_N_ROLES; role++)
    for (guint first = 0; first < 2; first++)
      {
        CptTag tag = cpt_tag_of_role ((CptRole)role, first != 0);

        g_assert_cmpuint (cpt_tag_get_role (tag), ==, role);
        g_assert_true (cpt_tag_may_follow (tag, cpt_tag_of_role ((CptRole)role, FALSE)));
        g_assert_true (cpt_tag_may_follow (CPT_TAG_NONE, cpt_tag_of_role ((CptRole)role, TRUE)));
      }
  g_assert_false (cpt_tag_may_follow (CPT_TAG_NONE, CPT_TAG_LEFT_CONTENT));
  g_assert_false (cpt_tag_may_follow (CPT_TAG_AFTER_SOURCE, CPT_TAG_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clues/words", test_words);
  g_test_add_func ("/clues/phrases-before", test_phrases_before);
  g_test_add_func ("/clues/rules", test_rules);
  g_test_add_func ("/clues/tags", test_tags);
  return g_test_run ();
}
