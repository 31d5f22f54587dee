// SPDX-License-Identifier: GPL-3.0-or-later
// Whose account a sentence gives, on a conflict made up for the test.
#include "cpt-analysis.h"

#include <string.h>

static const char profile_json[] =
    "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"islands\", \"name\": \"Two islands\","
    " \"sides\": [{\"id\": \"north\", \"name\": \"North\", \"colour\": \"#1a5fb4\"},"
    "             {\"id\": \"south\", \"name\": \"South\", \"colour\": \"#c01c28\"}],"
    " \"actors\": ["
    "  {\"id\": \"norland\", \"name\": \"Norland\", \"kind\": \"country\", \"side\": \"north\"},"
    "  {\"id\": \"norlandic\", \"name\": \"Norlandic\", \"kind\": \"demonym\", \"side\": \"north\","
    "   \"names\": [\"Norlandics\"]},"
    "  {\"id\": \"brandt\", \"name\": \"Erik Brandt\", \"kind\": \"person\", \"gender\": \"male\", \"side\": \"north\","
    "   \"names\": [\"Brandt\", \"Брандт\"]},"
    "  {\"id\": \"league\", \"name\": \"Northern League\", \"kind\": \"organisation\", \"side\": \"north\"},"
    "  {\"id\": \"sudia\", \"name\": \"Sudia\", \"kind\": \"country\", \"side\": \"south\"},"
    "  {\"id\": \"sudian\", \"name\": \"Sudian\", \"kind\": \"demonym\", \"side\": \"south\"},"
    "  {\"id\": \"ferro\", \"name\": \"Carla Ferro\", \"kind\": \"person\", \"gender\": \"female\", \"side\": "
    "\"south\","
    "   \"names\": [\"Ferro\", \"Ферро\"]}],"
    " \"topics\": [], \"events\": [{\"id\": \"storm\", \"name\": \"the Great Storm\", \"from\": \"1953-01-31\", "
    "\"until\": \"1953-02-01\"}]}";

/* @sides: of each statement: n, s, b for both, - for none. */
static const struct
{
  const char *name;
  const char *text;
  const char *sides;
} cases[] = {
  { "narration", "Two ships left the port at night.", "-" },
  { "narration-naming-a-side", "Sudia closed the strait on Monday.", "-" },
  { "indirect", "Erik Brandt said that the strait was open.", "n" },
  { "direct", "“The strait is closed,” said Carla Ferro.", "s" },
  { "opponent-in-reported-words", "Ferro said that Norland had threatened the fishermen.", "s" },
  { "wish", "Norland wants to hold a conference about the fish.", "n" },
  { "plan", "Sudia is preparing to sell its fleet.", "s" },
  { "would-like", "Sudia would like the court to decide.", "s" },
  { "comparison-is-no-wish", "Sudia will be like a desert.", "-" },
  { "presented-plan", "Norland put forward a new plan for the strait.", "n" },
  { "presented-goods", "Norland put forward a new ship.", "-" },
  { "passive-is-not-the-subject", "Norland was accused of theft.", "-" },
  { "by-agent", "Norland was accused by Sudia of theft.", "s" },
  { "owned-belief", "The report is at odds with the Northern League's belief that the fish are gone.", "n" },
  { "adjective-and-account", "The facts contradict Sudian assertions that nobody was hurt.", "s" },
  { "adjective-alone", "A Sudian trawler sank in the harbour.", "-" },
  { "posted-in-the-other-country", "The Sudian ambassador in Norland replied that the fish were gone.", "s" },
  { "third-party", "The fisherman Ole Holm said that Norland was to blame.", "-" },
  { "no-one", "No one in Sudia said that the strait was closed.", "-" },
  { "two-camps-are-split", "While Norland warns of a shortage of fish, Sudia insists that the stocks are healthy.",
    "ns" },
  { "but-splits", "Brandt called the plan a trick, but Ferro dismissed the charge.", "ns" },
  { "plan-goes-on", "Ferro outlined a plan for the strait. Under this plan, each country would catch half of the fish.",
    "ss" },
  { "no-plan-goes-on", "Ferro outlined a plan for the strait. Each country has forty ships.", "s-" },
  { "quotation-goes-on", "“We were here first,” Brandt said. “Nobody will drive us out.”", "nn" },
  { "opponent-before-the-cue", "Norland wants to close the strait for good, Carla Ferro said on Tuesday.", "s" },
  { "opponent-before-according-to", "Norland demands an answer by May, according to Sudia.", "s" },
  { "contrast-before-a-short-report", "While Norland warned of an attack, Sudia responded with a shrug.", "ns" },
  { "reduced-passive", "Norland was hit by storms described by Sudia as harmless.", "s" },
  { "host-of-a-call", "The officials of Norland who hosted a video call to friends went home.", "-" },
  { "its-plan-is-a-noun", "Using Norland as a base in its plan to conquer the sea, the pirates grew rich.", "-" },
  { "response-to-is-no-content", "Nothing came after Ferro's response to it.", "-" },
  { "officials-go-on", "Brandt's office said the port was full. Officials said three ships were waiting outside.",
    "nn" },
  { "unknown-cue", "Norland has pivoted towards the islands, where the fish are.", "-" },
  { "continues-to-deny", "Norland has continued to deny that the fish are gone.", "n" },
  { "people-are-no-state", "The joke plays with Norlandics' idea of a walk in the rain.", "-" },
  { "government-of-the-sentence", "Ferro said that she was glad. Brandt's term was over, but the government said he would stay.",
    "sn" },
  { "one-word-in-quotes", "“The strait is closed,” said Carla Ferro.\n\n‘ALARMING’\n\nThe ships lay still.", "s--" },
  { "second-verb", "On Friday Norland sent its ships to the strait and later claimed that it was free.", "n" },
  { "second-verb-of-another", "Norland sent its ships to the strait, and the fishermen said that it was free.", "-" },
  { "asked-about-an-offer", "Asked about the Norlandic offer to share the fish, Carla Ferro said: “We will see.”", "s" },
  { "passive-attribution", "Ferro's trip to the islands has been branded a waste of money in the newspapers.", "-" },
  { "according-to-her", "Ferro said the port was full. According to her, the ships will wait for weeks.", "ss" },
  { "poured-criticism", "Norland poured criticism on the fishermen.", "n" },
  { "unnamed-speaker-goes-on",
    "“We were here first,” said the Sudian envoy. “Nobody drives us out,” the diplomat said. “The ships stay.”", "sss" },
  { "presented-nothing", "Norland presented no plan for the strait.", "-" },
  { "some-are-nobody", "Brandt's office said the port was full. Some say that ships were waiting.", "n-" },
  { "impersonal", "Brandt's office said the port was full. It is alleged that ships were waiting.", "n-" },
  { "ministry-of-the-last-speaker", "Norland warned of ice. The country's defence ministry said the port was full.",
    "nn" },
  { "interview-with", "The fish are gone, according to an interview with Carla Ferro.", "s" },
  { "headline-with-source", "No ships before the spring: Ferro\n\nThe strait lay still.", "s-" },
  { "in-speech-of-third-party", "“Norland demands too much and Sudia wants everything,” said the fisherman Ole Holm.",
    "-" },
};

static CptAnalyser *analyser;

static CptAnalysis *
analyse_in (const char *text, const char *language)
{
  g_autoptr (CptArticle) article =
      cpt_article_new (text, -1, &((CptArticleMetadata){ .language = language, .published = "2025-12-20" }));
  g_autoptr (GError) error = NULL;
  CptAnalysis *analysis = cpt_analyser_run (analyser, article, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

static CptAnalysis *
analyse (const char *text)
{
  return analyse_in (text, "en");
}

static char *
spell_sides (const CptAnalysis *analysis)
{
  static const char letters[] = "-nsb";
  GString *spelt = g_string_new (NULL);
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_c (spelt, letters[statements[i].sides]);
  return g_string_free (spelt, FALSE);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CptAnalysis) analysis = analyse (cases[i].text);
  g_autofree char *spelt = spell_sides (analysis);

  g_assert_cmpstr (spelt, ==, cases[i].sides);
}

static gboolean
has_reason (const CptStatementFinding *statement, const char *rule)
{
  for (guint i = 0; i < statement->reasons.n; i++)
    if (strcmp (statement->reasons.items[i].rule, rule) == 0)
      return TRUE;
  return FALSE;
}

/* Verb before subject, subject before verb, an object after the verb, a source after a dash. */
static void
test_russian (void)
{
  g_autoptr (CptAnalysis) analysis =
      analyse_in ("Рыбы больше нет, заявил Брандт. Ферро опровергла эти слова. Рыбак Холм обвинил Ферро. "
                  "Пролив закрыт до весны — Ферро.",
                  "ru");
  g_autofree char *spelt = spell_sides (analysis);

  g_assert_cmpstr (spelt, ==, "ns-s");
}

static void
test_split (void)
{
  g_autoptr (CptAnalysis) analysis =
      analyse ("While Norland warns of a shortage of fish, Sudia insists that all is well.");
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (statements[0].n_parts, ==, 2);
  g_assert_cmpuint (statements[0].span.end_bytes, ==, strlen ("While Norland warns of a shortage of fish,"));
  g_assert_cmpuint (statements[1].span.begin_bytes, ==, strlen ("While Norland warns of a shortage of fish, "));
  g_assert_cmpstr (statements[0].source, ==, "Norland");
  g_assert_cmpstr (statements[1].source, ==, "Sudia");
  g_assert_cmpint (statements[1].answers, ==, 0);
}

/* A time that is the subject of a verb of showing or deciding is no speaker. */
static void
test_times_do_not_speak (void)
{
  g_autoptr (CptAnalysis) analysis = analyse ("The coming months will determine whether the fish return. "
                                              "Next week will show whether Norland was right.");
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_null (statements[0].source);
  g_assert_null (statements[1].source);
}

static void
test_answers (void)
{
  g_autoptr (CptAnalysis) analysis =
      analyse ("Brandt accused the Sudian fleet of overfishing near the reef. It rained all day. "
               "Carla Ferro dismissed what Brandt said about overfishing near the reef.");
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (statements[0].answers, ==, -1);
  g_assert_cmpint (statements[1].answers, ==, -1);
  g_assert_cmpint (statements[2].answers, ==, 0);
  g_assert_true (has_reason (&statements[2], "answers-reply"));
}

/* Without a word of reply: soon after, to the one who spoke. */
static void
test_answer_by_name (void)
{
  g_autoptr (CptAnalysis) analysis = analyse ("Erik Brandt said that the strait was full of ice. Carla Ferro told Brandt that "
                                              "the strait was free of ice. Ole Holm sold his boat.");
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (statements[1].answers, ==, 0);
  g_assert_true (has_reason (&statements[1], "answers-speaker"));
  g_assert_cmpint (statements[2].answers, ==, -1);
}

/* @words: of the expression; @label: of its event. */
static const struct
{
  const char *name;
  const char *text;
  const char *label;
} labels[] = {
  { "clause-after-the-time",
    "During a visit to the harbour on December 19, Brandt urged Ferro to come home, saying that it was late.",
    "Brandt urged Ferro to come home" },
  { "time-at-the-end", "Sudia closed the strait on December 19.", "Sudia closed the strait" },
  { "time-inside", "The talks that began on December 19 in the old harbour failed.",
    "The talks that began on December 19 in the old harbour failed" },
  { "reported-clause", "Ferro said that the strait was closed on December 19, a claim that nobody could check.",
    "The strait was closed" },
  { "no-half-quotation", "Ferro said the strait “was closed on December 19 because of ice”.", NULL },
};

static void
test_label (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CptAnalysis) analysis = analyse (labels[i].text);
  guint n;
  const CptEventFinding *events = cpt_analysis_get_events (analysis, &n);

  g_assert_cmpuint (n, ==, 1);
  if (labels[i].label != NULL)
    g_assert_cmpstr (events[0].label, ==, labels[i].label);
  else
    g_assert_true (strstr (events[0].label, "“") == NULL || strstr (events[0].label, "”") != NULL);
}

static void
test_event_sides (void)
{
  g_autoptr (CptAnalysis) analysis =
      analyse ("Ferro said that the fleet would sail on December 28. Norland was founded in 1870.");
  guint n;
  const CptEventFinding *events = cpt_analysis_get_events (analysis, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (events[0].sides, ==, CPT_SIDE_BIT (1));
  g_assert_cmpuint (events[0].statement, ==, 0);
  g_assert_cmpuint (events[1].sides, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  profile = cpt_profile_parse (profile_json, -1, "islands.json", &error);
  g_assert_no_error (error);
  analyser = cpt_analyser_new (profile);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sides/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *path = g_strconcat ("/events/label/", labels[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_label);
    }
  g_test_add_func ("/sides/russian", test_russian);
  g_test_add_func ("/sides/split", test_split);
  g_test_add_func ("/sides/answers", test_answers);
  g_test_add_func ("/sides/answer-by-name", test_answer_by_name);
  g_test_add_func ("/sides/times-do-not-speak", test_times_do_not_speak);
  g_test_add_func ("/events/sides", test_event_sides);
  status = g_test_run ();
  cpt_analyser_unref (analyser);
  return status;
}
