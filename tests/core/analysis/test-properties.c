// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every text: statements tile it, findings lie in it, hostile texts end in bounded time.
#include "cpt-analysis.h"

#include <string.h>

static const char *const words[] = {
  "Russia", "NATO", "said",     "that",   "Putin",       "warned",    "while", "Kyiv",   "insists", ",",
  "“",      "”",    "‘",        "’",      "\"",          ".",         "!",     "?",      "\n\n",    "\n",
  "He",     "the",  "alliance", "attack", "plan",        "would",     "but",   "Moscow", "denied",  ";",
  "—",      "(",    ")",        "2014",   "December 19", "é",         "😀",     "на",     "Кремль",  "заявил",
  "«",      "»",    "...",      "\t",     "\xc2\xa0",    "a\xcc\x81", ":",     "its",    "claims",
};

static CptAnalyser *analyser;

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff || c == 0;
}

/* Every character that is not blank lies in exactly one statement. */
static void
assert_tiles (const CptAnalysis *analysis)
{
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);
  const char *text = cpt_article_get_text (cpt_analysis_get_article (analysis));
  gsize length = cpt_article_get_length_bytes (cpt_analysis_get_article (analysis));
  gsize at = 0;

  for (guint i = 0; i <= n; i++)
    {
      gsize begin = i < n ? statements[i].span.begin_bytes : length;

      g_assert_cmpuint (begin, >=, at);
      for (const char *cursor = text + at; cursor < text + begin; cursor = g_utf8_next_char (cursor))
        g_assert_true (is_blank (g_utf8_get_char (cursor)));
      if (i == n)
        break;
      g_assert_cmpuint (statements[i].span.end_bytes, >, begin);
      at = statements[i].span.end_bytes;
      g_assert_cmpuint ((guchar)text[begin] & 0xc0, !=, 0x80);
      g_assert_cmpuint ((guchar)text[at] & 0xc0, !=, 0x80);
    }
}

static void
assert_statements (const CptAnalysis *analysis)
{
  guint n, n_sentences, n_topics, n_sides;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);
  const CptSpan *sentences = cpt_analysis_get_sentences (analysis, &n_sentences);

  cpt_analysis_get_topics (analysis, &n_topics);
  cpt_profile_get_sides (cpt_analysis_get_profile (analysis), &n_sides);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (statements[i].sentence, <, n_sentences);
      g_assert_true (cpt_span_contains (sentences[statements[i].sentence], statements[i].span));
      g_assert_cmpuint (statements[i].topic, <, n_topics);
      g_assert_cmpuint (statements[i].sides, <, 1u << n_sides);
      g_assert_true (statements[i].side_confidence >= 0.0f && statements[i].side_confidence <= 1.0f);
      g_assert_cmpint (statements[i].answers, <, (int)i);
      g_assert_true (statements[i].n_parts == 1 || statements[i].n_parts == 2);
      for (guint j = 0; j < statements[i].reasons.n; j++)
        g_assert_cmpstr (cpt_rule_describe (statements[i].reasons.items[j].rule), !=,
                         statements[i].reasons.items[j].rule);
    }
}

static void
assert_events (const CptAnalysis *analysis)
{
  guint n, n_statements, n_dates;
  const CptEventFinding *events = cpt_analysis_get_events (analysis, &n);
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n_statements);
  const CptDateMention *dates = cpt_analysis_get_dates (analysis, &n_dates);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (events[i].date, <, n_dates);
      g_assert_cmpuint (events[i].statement, <, n_statements);
      g_assert_cmpuint (events[i].sides, ==, statements[events[i].statement].sides);
      g_assert_true (cpt_span_overlaps (statements[events[i].statement].span, dates[events[i].date].span));
      g_assert_true (g_utf8_validate (events[i].label, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (events[i].label, -1), >, 0);
      g_assert_cmpint (g_utf8_strlen (events[i].label, -1), <=, 70);
    }
}

static void
assert_properties (const char *text, gsize length)
{
  g_autoptr (CptArticle) article =
      cpt_article_new (text, (gssize)length, &((CptArticleMetadata){ .published = "2025-12-20", .language = "en" }));
  g_autoptr (GError) error = NULL;
  g_autoptr (CptAnalysis) analysis = cpt_analyser_run (analyser, article, NULL, &error);

  g_assert_no_error (error);
  assert_tiles (analysis);
  assert_statements (analysis);
  assert_events (analysis);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_words = (guint)g_rand_int_range (random, 0, 120);

      for (guint j = 0; j < n_words; j++)
        {
          g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
          if (g_rand_int_range (random, 0, 6) != 0)
            g_string_append_c (text, ' ');
        }
      assert_properties (text->str, text->len);
    }
}

static const struct
{
  const char *name;
  const char *unit;
} hostile[] = {
  { "brackets", "[" },
  { "quotation-marks", "\"" },
  { "opening-quotation-marks", "“" },
  { "one-letter-sentences", "A. " },
  { "combining-marks", "\xcc\x81" },
  { "no-blank", "x" },
  { "names", "Putin " },
  { "verbs", "said " },
  { "names-and-verbs", "Putin said NATO denied " },
  { "commas", ", " },
  { "dates", "December 19 " },
  { "possessives", "NATO's belief that " },
  { "paragraphs", "a\n\n" },
  { "lines", "Moscow: \n" },
  { "quoted-sentences", "“Russia attacks.” " },
};

static void
test_hostile (gconstpointer data)
{
  const char *unit = data;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 began = g_get_monotonic_time ();

  while (text->len < 200 * 1000)
    g_string_append (text, unit);
  assert_properties (text->str, text->len);
  /* A fifth of a megabyte; far more than a quadratic algorithm would get through, also on a slow machine. */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
}

static void
test_zero_bytes (void)
{
  const char text[] = "NATO said\0no. Russia\0\0said yes.";

  assert_properties (text, sizeof text - 1);
}

static void
test_cancelled (void)
{
  g_autoptr (CptArticle) article = cpt_article_new ("NATO warned Moscow.", -1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cpt_analyser_run (analyser, article, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_shared (void)
{
  g_autoptr (CptArticle) article = cpt_article_new ("NATO warned Moscow.", -1, NULL);
  CptAnalysis *analysis = cpt_analysis_run (article, cpt_analyser_get_profile (analyser), NULL, NULL);
  guint n;

  g_assert_true (cpt_analysis_ref (analysis) == analysis);
  cpt_analysis_unref (analysis);
  g_assert_true (cpt_analysis_get_article (analysis) == article);
  g_assert_true (cpt_analysis_get_profile (analysis) == cpt_analyser_get_profile (analyser));
  cpt_analysis_get_statements (analysis, &n);
  g_assert_cmpuint (n, ==, 1);
  cpt_analysis_unref (analysis);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  profile = cpt_profile_new_builtin ("nato-kremlin", &error);
  g_assert_no_error (error);
  analyser = cpt_analyser_new (profile);
  g_test_add_func ("/analysis/random", test_random);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/hostile/", hostile[i].name, NULL);

      g_test_add_data_func (path, hostile[i].unit, test_hostile);
    }
  g_test_add_func ("/analysis/zero-bytes", test_zero_bytes);
  g_test_add_func ("/analysis/cancelled", test_cancelled);
  g_test_add_func ("/analysis/shared", test_shared);
  status = g_test_run ();
  cpt_analyser_unref (analyser);
  return status;
}
