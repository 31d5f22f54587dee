// SPDX-License-Identifier: GPL-3.0-or-later
// Sides proposed for articles about which nothing is known.
#include "cpt-proposal.h"

#include <string.h>

static const char strike[] =
    "Tram strike enters third week\n\n"
    "Drivers of the city's trams walked out again on Monday. Anna Kovacs, chairwoman of the Tram Workers' Union, said the "
    "strike would go on until the company offered more than two per cent. \"We will not be bought off with crumbs,\" Kovacs "
    "said.\n\n"
    "City Trams rejected the union's claims. \"The offer is fair and it is the last one,\" said Paul Reed, a spokesman for "
    "City Trams. Reed accused the union of holding passengers hostage.\n\n"
    "The union said that the company had refused to talk since Friday. Kovacs called the company's last letter an insult.\n\n"
    "Mayor Helen Brook urged both sides to return to the table. City Trams said it had lost four million crowns. \"I walk to "
    "work now,\" said Jo Marsh, a nurse.";

static const char strike_later[] =
    "Passengers lose patience\n\n"
    "\"We wait for an hour each morning,\" said Jo Marsh, who works at the hospital. Marsh said she had bought a bicycle.\n\n"
    "Paul Reed of City Trams said that every third tram was running. Anna Kovacs accused City Trams of bending figures.";

static const char club[] =
    "Rovers fans march against owner\n\n"
    "The Rovers Trust, which organised the march, said Hale had broken every promise. \"He took the club and gave us debts,\" "
    "said Trust chairman Luke Barnes. Owner Victor Hale denied the accusation. In a statement he said he had put nine million "
    "into the club. \"No one else came with a single coin,\" Hale said.\n\n"
    "Barnes said the Trust had found two buyers. Manager Rosa Lind refused to take a side. Hale said he would listen to serious "
    "offers only. The Rovers Trust said it would march every week.";

static CptAnalysis *
analyse (const char *text, CptProfile *profile)
{
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &(CptArticleMetadata){ .language = "en" });
  g_autoptr (GError) error = NULL;
  CptAnalysis *analysis = cpt_analysis_run (article, profile, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

/* The profile that is proposed for one or two texts. */
static CptProfile *
propose (const char *text, const char *second)
{
  g_autoptr (CptProfile) empty = cpt_profile_new_empty ();
  g_autoptr (CptAnalysis) a = analyse (text, empty);
  g_autoptr (CptAnalysis) b = second != NULL ? analyse (second, empty) : NULL;
  CptAnalysis *const analyses[] = { a, b };

  return cpt_sides_propose (empty, analyses, second != NULL ? 2 : 1);
}

static char *
join_sides (CptProfile *profile)
{
  guint n;
  const CptSide *sides = cpt_profile_get_sides (profile, &n);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", sides[i].name);
  return g_string_free (names, FALSE);
}

/* Whose account the statement with these words is under the proposed profile. */
static CptSideSet
get_sides_of (const CptAnalysis *analysis, const char *words)
{
  const char *text = cpt_article_get_text (cpt_analysis_get_article (analysis));
  gsize at = (gsize) (strstr (text, words) - text);
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);

  for (guint i = 0; i < n; i++)
    if (statements[i].span.begin_bytes <= at && at < statements[i].span.end_bytes)
      return statements[i].sides;
  g_assert_not_reached ();
}

static void
test_strike (void)
{
  g_autoptr (CptProfile) profile = propose (strike, NULL);
  g_autoptr (CptAnalysis) analysis = analyse (strike, profile);
  g_autofree char *names = join_sides (profile);

  g_assert_cmpstr (names, ==, "Tram Workers' Union|City Trams");
  g_assert_cmpuint (get_sides_of (analysis, "bought off"), ==, 1);
  g_assert_cmpuint (get_sides_of (analysis, "refused to talk"), ==, 1);
  g_assert_cmpuint (get_sides_of (analysis, "last one"), ==, 2);
  g_assert_cmpuint (get_sides_of (analysis, "hostage"), ==, 2);
  g_assert_cmpuint (get_sides_of (analysis, "I walk to work"), ==, 0);
  g_assert_cmpuint (get_sides_of (analysis, "urged both sides"), ==, 0);
}

static void
test_club (void)
{
  g_autoptr (CptProfile) profile = propose (club, NULL);
  g_autoptr (CptAnalysis) analysis = analyse (club, profile);
  CptSideSet owner = get_sides_of (analysis, "single coin"), trust = get_sides_of (analysis, "two buyers");

  g_assert_cmpuint (owner, !=, 0);
  g_assert_cmpuint (trust, !=, 0);
  g_assert_cmpuint (owner, !=, trust);
  g_assert_cmpuint (get_sides_of (analysis, "gave us debts"), ==, trust);
  g_assert_cmpuint (get_sides_of (analysis, "march every week"), ==, trust);
  g_assert_cmpuint (get_sides_of (analysis, "refused to take a side"), ==, 0);
}

static void
test_another_article (void)
{
  g_autoptr (CptProfile) alone = propose (strike, NULL);
  g_autoptr (CptProfile) together = propose (strike, strike_later);
  g_autofree char *first = join_sides (alone), *second = join_sides (together);

  g_assert_cmpstr (first, ==, second);
}

static void
test_is_left_alone (void)
{
  g_autoptr (CptProfile) proposed = propose (strike, NULL);
  g_autoptr (CptAnalysis) again = analyse (strike_later, proposed);
  CptAnalysis *const analyses[] = { again };

  g_assert_false (cpt_profile_knows_nobody (proposed));
  g_assert_null (cpt_sides_propose (proposed, analyses, 1));
}

static void
test_nobody_speaks (void)
{
  g_assert_null (propose ("Two ships left the port. It rained.", NULL));
  g_assert_null (propose ("Anna Kovacs said it rained. Kovacs said it was cold.", NULL));
  g_assert_null (propose ("", NULL));
}

/* As many speakers as a text can hold, each against all. */
static void
test_crowd (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CptProfile) profile = NULL;
  guint n_sides;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "Anna Kov%c%c said that John Ree%c%c was wrong. ", 'a' + i % 26, 'a' + i / 26 % 26,
                            'a' + i % 26, 'a' + i / 26 % 26);
  profile = propose (text->str, NULL);
  g_assert_nonnull (profile);
  cpt_profile_get_sides (profile, &n_sides);
  g_assert_cmpuint (n_sides, <=, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/strike", test_strike);
  g_test_add_func ("/proposal/club", test_club);
  g_test_add_func ("/proposal/another-article", test_another_article);
  g_test_add_func ("/proposal/is-left-alone", test_is_left_alone);
  g_test_add_func ("/proposal/nobody-speaks", test_nobody_speaks);
  g_test_add_func ("/proposal/crowd", test_crowd);
  return g_test_run ();
}
