// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-topics.h"

#include <string.h>

static const char profile_json[] =
    "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"strike\", \"name\": \"A strike\","
    " \"sides\": [{\"id\": \"union\", \"name\": \"Union\", \"colour\": \"#1a5fb4\"},"
    "             {\"id\": \"company\", \"name\": \"Company\", \"colour\": \"#c01c28\"}],"
    " \"actors\": [], \"events\": [],"
    " \"topics\": [{\"id\": \"wages\", \"name\": \"Wages\", \"words\": [\"wage\", \"pay rise\", \"bonus\", \"offer\", "
    "\"зарплата\"]},"
    "              {\"id\": \"safety\", \"name\": \"Safety\", \"words\": [\"accident\", \"safety\", \"injure\", "
    "\"hard-hat\", \"offer\"]},"
    "              {\"id\": \"law\", \"name\": \"Law\", \"words\": [\"court\", \"judge\", \"wage court\"]}]}";

/* @topics: the ids of the sentences' topics, parted by blanks. */
static const struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *topics;
} cases[] = {
  { "word", "en", "The court sat late.", "law" },
  { "inflected", "en", "Two miners were injured. Wages fell.", "safety wages" },
  { "phrase", "en", "They want a pay rise.", "wages" },
  { "part-of-a-phrase-says-nothing", "en", "The bakers wait for the tide to rise.", "other" },
  { "hyphens-do-not-count", "en", "Nobody wore a hard hat. Everybody wore a hard-hat.", "safety safety" },
  { "nothing-within-a-phrase", "en", "The wage court sat.", "law" },
  { "page-furniture", "en", "The judge spoke. Follow us on Wages. Read more", "law other other" },
  { "shared-words-say-less", "en", "The offer was about the accident.", "safety" },
  { "demonstrative-continues", "en", "The judge read for an hour. This took everybody by surprise.", "law law" },
  { "own-words-beat-what-went-before", "en", "The judge read for an hour. This accident was the third.", "law safety" },
  { "neighbour-joins", "en", "The bonus was small. Nobody smiled.", "wages wages" },
  { "joins-the-next-at-the-beginning", "en", "Nobody smiled. The bonus was small.", "wages wages" },
  { "russian-cases", "ru", "Рабочие недовольны зарплатой.", "wages" },
  { "no-text", "en", "", "" },
  { "no-words", "en", "... !!! ???", "other" },
};

static CptTopics *
find (const char *profile_text, const char *text, const char *language, CptReading **reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile =
      profile_text != NULL ? cpt_profile_parse (profile_text, -1, "test.json", &error) : cpt_profile_new_empty ();
  g_autoptr (CptTopicIndex) index = NULL;
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &((CptArticleMetadata){ .language = language }));

  g_assert_no_error (error);
  index = cpt_topic_index_new (profile);
  *reading = cpt_reading_new (article);
  return cpt_topics_find (*reading, index);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CptReading) reading = NULL;
  g_autoptr (CptTopics) topics = find (profile_json, cases[i].text, cases[i].language, &reading);
  g_auto (GStrv) expected = g_strsplit (cases[i].topics, " ", -1);

  g_assert_cmpuint (topics->n_findings, ==, g_strv_length (expected));
  g_assert_cmpuint (topics->n_topics, >, 0);
  for (guint j = 0; j < topics->n_findings; j++)
    {
      g_assert_cmpuint (topics->findings[j].topic, <, topics->n_topics);
      g_assert_cmpstr (topics->topics[topics->findings[j].topic].id, ==, expected[j]);
    }
}

static const char gardens[] =
    "The council wants to close the community garden near the river. Gardeners say the community garden feeds forty "
    "families. "
    "A flood barrier is to be built there instead. Engineers call the flood barrier urgent. "
    "Last winter water stood in two hundred cellars. Without a flood barrier that will come again, they say. "
    "The community garden is older than the bridge.";

static void
test_found (void)
{
  g_autoptr (CptReading) reading = NULL;
  g_autoptr (CptTopics) topics = find (NULL, gardens, "en", &reading);

  g_assert_cmpuint (topics->n_findings, ==, 7);
  g_assert_cmpuint (topics->n_topics, ==, 2);
  g_assert_cmpstr (topics->topics[topics->findings[0].topic].id, ==, "found-communiti-garden");
  g_assert_cmpstr (topics->topics[topics->findings[0].topic].name, ==, "Community garden");
  g_assert_false (topics->topics[0].from_profile);
  g_assert_cmpstr (topics->topics[topics->findings[2].topic].name, ==, "Flood barrier");
  g_assert_cmpuint (topics->findings[1].topic, ==, topics->findings[0].topic);
  g_assert_cmpuint (topics->findings[3].topic, ==, topics->findings[2].topic);
  g_assert_cmpuint (topics->findings[4].topic, ==, topics->findings[3].topic);
  g_assert_cmpuint (topics->findings[6].topic, ==, topics->findings[0].topic);
}

/* The id of a found topic does not depend on the rest of the text. */
static void
test_found_is_stable (void)
{
  g_autofree char *longer = g_strconcat (gardens, " The mayor was not there. A vote is due in June.", NULL);
  g_autoptr (CptReading) reading = NULL, longer_reading = NULL;
  g_autoptr (CptTopics) topics = find (NULL, gardens, "en", &reading);
  g_autoptr (CptTopics) longer_topics = find (NULL, longer, "en", &longer_reading);

  for (guint i = 0; i < topics->n_findings; i++)
    g_assert_cmpstr (topics->topics[topics->findings[i].topic].id, ==,
                     longer_topics->topics[longer_topics->findings[i].topic].id);
}

static void
test_few_found (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CptReading) reading = NULL;
  g_autoptr (CptTopics) topics = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "Here is marker%c%c again. ", 'a' + i % 20, 'a' + i % 20);
  topics = find (NULL, text->str, "en", &reading);
  g_assert_cmpuint (topics->n_topics, <=, 7);
  g_assert_cmpuint (topics->n_findings, ==, 200);
}

static void
test_reasons (void)
{
  g_autoptr (CptReading) reading = NULL;
  g_autoptr (CptTopics) topics = find (profile_json, "On Monday the judge spoke.", "en", &reading);
  const CptReasons *reasons = &topics->findings[0].reasons;

  g_assert_cmpuint (reasons->n, ==, 1);
  g_assert_cmpstr (reasons->items[0].rule, ==, "topic-word");
  g_assert_cmpuint (reasons->items[0].words.begin_bytes, ==, strlen ("On Monday the "));
  g_assert_cmpuint (reasons->items[0].words.end_bytes, ==, strlen ("On Monday the judge"));
}

/* One index serves several threads, and languages that come later. */
static gpointer
run_in_thread (gpointer data)
{
  CptTopicIndex *index = data;

  for (guint i = 0; i < 30; i++)
    {
      const char *language = i % 3 == 0 ? "ru" : i % 3 == 1 ? "de" : "en";
      g_autoptr (CptArticle) article =
          cpt_article_new ("The judge spoke.", -1, &((CptArticleMetadata){ .language = language }));
      g_autoptr (CptReading) reading = cpt_reading_new (article);
      g_autoptr (CptTopics) topics = cpt_topics_find (reading, index);

      g_assert_cmpstr (topics->topics[0].id, ==, "law");
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_parse (profile_json, -1, "test.json", &error);
  g_autoptr (CptTopicIndex) index = NULL;
  GThread *threads[4];

  g_assert_no_error (error);
  index = cpt_topic_index_new (profile);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("topics", run_in_thread, index);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/topics/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/topics/found", test_found);
  g_test_add_func ("/topics/found-is-stable", test_found_is_stable);
  g_test_add_func ("/topics/few-found", test_few_found);
  g_test_add_func ("/topics/reasons", test_reasons);
  g_test_add_func ("/topics/threads", test_threads);
  return g_test_run ();
}
