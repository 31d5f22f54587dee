// SPDX-License-Identifier: GPL-3.0-or-later
// Quotations: which marks belong together, and what holds for every text.
#include "cpt-reading.h"

#include <string.h>

typedef struct
{
  const char *name, *text;
  const char *expected; /* quotations by begin, parted by a line feed; ">" for each level, "~" when unclosed */
} Case;

static const Case cases[] = {
  { "none", "No mark, but don't and the workers' rights.", "" },
  { "straight", "\"We go,\" he said. \"They stay.\"", "\"We go,\"\n\"They stay.\"" },
  { "curly", "“We go,” he said.", "“We go,”" },
  { "guillemets", "Он сказал: «Нет».", "«Нет»" },
  { "guillemets-outward", "Er sagte: »Nein.«", "»Nein.«" },
  { "french-blanks", "Elle a dit : « Oui ».", "« Oui »" },
  { "german", "„Ja“, sagte er: „Nein.“", "„Ja“\n„Nein.“" },
  { "german-single", "Er sagte: ‚Ja‘ und ging.", "‚Ja‘" },
  { "swedish", "”Ja”, sade han.", "”Ja”" },
  { "corners", "彼は「はい『いや』」と言った。", "「はい『いや』」\n>『いや』" },
  { "tex", "``Yes,'' he said.", "``Yes,''" },
  { "two-singles", "''Yes,'' he said, ''no.''", "''Yes,''\n''no.''" },
  { "mixed-pair", "“Yes,\" he said.", "“Yes,\"" },
  { "single-straight", "He called it 'fatal' twice.", "'fatal'" },
  { "single-with-apostrophes", "'I don't know what the boys' plan is,' he said.",
    "'I don't know what the boys' plan is,'" },
  { "single-curly", "He called it ‘a mistake’ and didn’t go.", "‘a mistake’" },
  { "elisions", "the '90s, 'em and rock 'n' roll", "" },
  { "inches", "a 5'2\" man with a 12\" gun", "" },
  { "nested", "“She said ‘no’ to me,” he said.", "“She said ‘no’ to me,”\n>‘no’" },
  { "nested-alike", "\"He said \"no\" to me\" twice", "\"He said \"no\" to me\"\n>\"no\"" },
  { "nested-shared", "ООО «Завод «Заря» закрыто", "«Завод «Заря»\n>«Заря»" },
  { "reopened", "“One.\n\n“Two.\n\n“Three,” she said.", "~“One.\n~“Two.\n“Three,”" },
  { "reopened-by-line", "“One is here.\n“Two is here.\n“Three,” she said.",
    "~“One is here.\n~“Two is here.\n“Three,”" },
  { "unclosed", "“We go, he said.\n\nThen he went.", "~“We go, he said." },
  { "forgotten", "\"We go, he said. \"They stay.\"", "~\"We go, he said.\n\"They stay.\"" },
  { "stray-closer", "We go,” he said.", "" },
  { "empty-pair", "An empty \"\" pair and a \"full\" one.", "\"full\"" },
  { "dashes", "(\"Yes\")—\"no\"—he said", "\"Yes\"\n\"no\"" },
};

static CptReading *
read_text (const char *text)
{
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &(CptArticleMetadata){ .language = "en" });

  return cpt_reading_new (article);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CptReading) reading = read_text (c->text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < reading->n_quotations; i++)
    {
      const CptQuotedSpan *quotation = &reading->quotations[i];

      if (i > 0)
        g_string_append_c (got, '\n');
      for (guint level = 0; level < quotation->depth; level++)
        g_string_append_c (got, '>');
      if (!quotation->closed)
        g_string_append_c (got, '~');
      g_string_append_len (got, c->text + quotation->span.begin_bytes,
                           (gssize) cpt_span_get_length_bytes (quotation->span));
    }
  g_assert_cmpstr (got->str, ==, c->expected);
}

/* By begin, on token boundaries, and each either apart from the others or within them. */
static void
assert_sound (const CptReading *reading)
{
  const CptQuotedSpan *outer[256] = { NULL };

  for (guint i = 0; i < reading->n_quotations; i++)
    {
      const CptQuotedSpan *quotation = &reading->quotations[i];

      g_assert_cmpuint (quotation->begin_token + 1, <, quotation->end_token + 1);
      g_assert_cmpuint (quotation->end_token, <=, reading->n_tokens);
      g_assert_cmpuint (quotation->span.begin_bytes, ==, reading->tokens[quotation->begin_token].begin_bytes);
      g_assert_cmpuint (quotation->span.end_bytes, ==, reading->tokens[quotation->end_token - 1].end_bytes);
      if (i > 0)
        g_assert_cmpuint (quotation[-1].begin_token, <, quotation->begin_token);
      if (quotation->depth > 0)
        {
          g_assert_nonnull (outer[quotation->depth - 1]);
          g_assert_true (cpt_span_contains (outer[quotation->depth - 1]->span, quotation->span));
        }
      if (outer[quotation->depth] != NULL)
        g_assert_cmpuint (outer[quotation->depth]->end_token, <=, quotation->begin_token);
      outer[quotation->depth] = quotation;
    }
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "\"", "\"", "'", "'", "“",    "”",    "„",   "‘", "’", "«", "»", "‚",  "‹",    "›", "「", "」", "『", "』",
    "``", "''", "`", "a", "Word", "boys", "90s", " ", " ", " ", " ", "\n", "\n\n", ".", ",",  "(",  ")",  "—",
  };

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (CptReading) reading = NULL;

      for (int k = g_test_rand_int_range (0, 80); k > 0; k--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      reading = read_text (text->str);
      assert_sound (reading);
    }
}

static void
test_hostile (void)
{
  static const char *const pieces[] = { "\"",   "'",   "“",          "”",       "‘",  "«",  " 'a", " ‘a",
                                        " \"a", "s' ", "“ ‘ \"x\" ", "«a «b» ", "``", "「", "\" ", "‘s “ ’ " };
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CptReading) reading = NULL;

      while (text->len < 1000 * 1000)
        g_string_append (text, pieces[i]);
      reading = read_text (text->str);
      assert_sound (reading);
    }
  /* Milliseconds each when linear; the bound leaves room for sanitizers and busy machines. */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 60 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reading/quotations/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/reading/quotations/random", test_random);
  g_test_add_func ("/reading/quotations/hostile", test_hostile);
  return g_test_run ();
}
