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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/tokens/cut", test_cut);
  g_test_add_func ("/text/tokens/flags", test_flags);
  return g_test_run ();
}
