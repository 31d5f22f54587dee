// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-tokens.h"

#include <string.h>

static void
test_cut (void)
{
  static const struct
  {
    const char *text, *expected; /* tokens parted by | */
  } cases[] = {
    { "Rutte’s U.S. visit, 1,000 km.", "Rutte|’s|U.S.|visit|,|1,000|km|." },
    { "The 19th three-tiered F-16 at 14:30", "The|19th|three|-|tiered|F|-|16|at|14:30" },
    { "‘fatal’ for “Moscow”", "‘|fatal|’|for|“|Moscow|”" },
    { "Президент сказал: «Нет».", "Президент|сказал|:|«|Нет|»|." },
    { "2025-12-19", "2025|-|12|-|19" },
    { "Mr O’Brien and D'Souza's l'homme", "Mr|O’Brien|and|D'Souza|'s|l|'|homme" },
    { "the U.S.A and e.g.that", "the|U.S.A|and|e|.|g|.|that" },
    { "у п'ять і п’ять 'слів'", "у|п'ять|і|п’ять|'|слів|'" },
    { "т.е. U.S. А.С.Пушкин", "т.е.|U.S.|А.С.|Пушкин" },
    { "e\xcc\x81te\xcc\x81 co\xc2\xadop", "e\xcc\x81te\xcc\x81|co\xc2\xadop" },
    { "大臣は\xe2\x80\x8bNATOと", "大臣は|NATOと" },
    { "", "" },
    { "don't they'll we’re", "don|'t|they|'ll|we|’re" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptTokens) tokens = cpt_tokens_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GString) got = g_string_new (NULL);
      guint n;
      const CptToken *items = cpt_tokens_get (tokens, &n);

      for (guint k = 0; k < n; k++)
        {
          if (k > 0)
            g_string_append_c (got, '|');
          g_string_append_len (got, cases[i].text + items[k].begin_bytes, items[k].end_bytes - items[k].begin_bytes);
        }
      g_assert_cmpstr (got->str, ==, cases[i].expected);
    }
}

static void
test_flags (void)
{
  const char *text = "NATO said.\n\nThen the USSR fell.\nÉté";
  g_autoptr (CptTokens) tokens = cpt_tokens_new (text, strlen (text));
  guint n;
  const CptToken *items = cpt_tokens_get (tokens, &n);

  g_assert_cmpuint (n, ==, 9);
  g_assert_true (items[0].flags & CPT_TOKEN_ALL_CAPS);
  g_assert_true (items[0].flags & CPT_TOKEN_PARAGRAPH_BEFORE);
  g_assert_false (items[1].flags & CPT_TOKEN_CAPITALISED);
  g_assert_false (items[2].flags & CPT_TOKEN_SPACE_BEFORE);
  g_assert_true (items[3].flags & CPT_TOKEN_PARAGRAPH_BEFORE);
  g_assert_true (items[8].flags & CPT_TOKEN_LINE_BEFORE);
  g_assert_false (items[8].flags & CPT_TOKEN_PARAGRAPH_BEFORE);
  g_assert_cmpstr (cpt_tokens_get_word (tokens, items[8].word), ==, "été");
  g_assert_cmpuint (cpt_tokens_find_at (tokens, 0), ==, 0);
  g_assert_cmpuint (cpt_tokens_find_at (tokens, 4), ==, 1);
  g_assert_cmpuint (cpt_tokens_find_at (tokens, strlen (text)), ==, n);
}

/* Words are numbered by their case-folded form, whatever their length and however many there are. */
static void
test_words (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CptTokens) tokens = NULL;
  guint n, n_words = 5000;
  const CptToken *items;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < n_words; i++)
      g_string_append_printf (text, "%s%x%s ", round == 0 ? "Wo" : "wO", i, i % 2 == 0 ? "" : "rdOfMoreThanEightBytes");
  tokens = cpt_tokens_new (text->str, text->len);
  items = cpt_tokens_get (tokens, &n);
  g_assert_cmpuint (n, ==, 2 * n_words);
  g_assert_cmpuint (cpt_tokens_get_n_words (tokens), ==, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *form =
          g_ascii_strdown (text->str + items[i].begin_bytes, items[i].end_bytes - items[i].begin_bytes);

      g_assert_cmpuint (items[i].word, ==, items[i + n_words].word);
      g_assert_cmpstr (cpt_tokens_get_word (tokens, items[i].word), ==, form);
    }
}

static void
test_folding (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "NATO", "nato" },         { "Élysée", "élysée" },       { "МоСКВА", "москва" },
    { "co\xc2\xadop", "coop" }, { "Пу\xcc\x81тин", "путин" }, { "O’Brien", "o'brien" },
    { "П’ЯТЬ", "п'ять" },       { "U.S.", "u.s." },           { "ΣΟΦΙΑ", "σοφια" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CptTokens) tokens = cpt_tokens_new (cases[i].text, strlen (cases[i].text));

      g_assert_cmpuint (cpt_tokens_get_n_words (tokens), ==, 1);
      g_assert_cmpstr (cpt_tokens_get_word (tokens, 0), ==, cases[i].expected);
    }
}

/* Tokens ascend, are disjoint and leave out nothing but blanks, whatever the text. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "\"", "x", "e\xcc\x81",    "a ", "a.", "'",   "п'",
                                        "1.", "1", "\xe2\x80\x8b", "\n", "大", "A'B", "\xc2\xad" };
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CptTokens) tokens = NULL;
      const CptToken *items;
      gsize at = 0;
      guint n;

      while (text->len < 1000 * 1000)
        g_string_append (text, pieces[i]);
      tokens = cpt_tokens_new (text->str, text->len);
      items = cpt_tokens_get (tokens, &n);
      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpuint (items[k].begin_bytes, >=, at);
          g_assert_cmpuint (items[k].end_bytes, >, items[k].begin_bytes);
          g_assert_true (items[k].begin_bytes == at || items[k].flags & CPT_TOKEN_SPACE_BEFORE);
          at = items[k].end_bytes;
        }
      g_assert_cmpuint (at, <=, text->len);
    }
  /* Milliseconds each when linear; the bound leaves room for sanitizers and busy machines. */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 60 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/tokens/cut", test_cut);
  g_test_add_func ("/text/tokens/flags", test_flags);
  g_test_add_func ("/text/tokens/words", test_words);
  g_test_add_func ("/text/tokens/folding", test_folding);
  g_test_add_func ("/text/tokens/hostile", test_hostile);
  return g_test_run ();
}
