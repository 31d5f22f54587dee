// SPDX-License-Identifier: GPL-3.0-or-later
// From analyses to comparisons, and new analyses of the same text: what a person decided stays.
#include <string.h>

#include "states.h"

static const char text[]
    = "NATO said on Monday that the talks in Geneva would go on. Kremlin spokesman Dmitry Peskov called the offer “empty words”.\n\n"
      "“We will not give up the harbour,” Peskov said on December 19. While Western leaders warn of a long war, Moscow insists that "
      "it wants peace. The price of grain rose by a third after the annexation of Crimea.\n\n"
      "The alliance promised ships in the coming months! Russia's foreign ministry rejected this on Friday. Rain fell on Geneva.\n";

static CptAnalysis *
analyse (const char *published, const char *profile_id)
{
  CptArticleMetadata metadata = { .title = "Harbour talks", .published = published, .language = "en" };
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &metadata);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin (profile_id, &error);
  CptAnalysis *analysis;

  g_assert_no_error (error);
  analysis = cpt_analysis_run (article, profile, NULL, &error);
  g_assert_no_error (error);
  return analysis;
}

static CptState *
add (CptAnalysis *analysis, guint n_times)
{
  g_autoptr (CptState) empty = cpt_state_new (cpt_analysis_get_profile (analysis));
  CptAnalysis *analyses[] = { analysis, analysis, analysis };
  g_autoptr (CptCommand) command = cpt_command_add_articles (empty, analyses, n_times);

  states_assert_sound (cpt_command_get_after (command));
  return cpt_state_ref (cpt_command_get_after (command));
}

static void
test_add (void)
{
  g_autoptr (CptAnalysis) analysis = analyse ("2025-12-20", "nato-kremlin");
  g_autoptr (CptState) state = add (analysis, 1);
  const CptArticleState *article = cpt_state_get_article (state, 0);
  guint n_statements, n_events, n_topics;
  const CptStatementFinding *findings = cpt_analysis_get_statements (analysis, &n_statements);
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);

  cpt_analysis_get_events (analysis, &n_events);
  g_assert_cmpuint (article->statements->len, ==, n_statements);
  g_assert_cmpuint (article->events->len, ==, n_events);
  g_assert_cmpuint (n_events, >, 0);
  for (guint i = 0; i < n_statements; i++)
    {
      const CptStatement *statement = article->statements->pdata[i];

      g_assert_cmpuint (statement->id, ==, i + 1);
      g_assert_cmpuint (statement->now.sides, ==, findings[i].sides);
      g_assert_cmpstr (statement->now.source, ==, findings[i].source);
      g_assert_cmpuint (statement->answers, ==, (guint) (findings[i].answers + 1));
      g_assert_cmpuint (statement->n_parts, ==, findings[i].n_parts);
      g_assert_cmpuint (statement->decided, ==, 0);
    }
  for (guint i = 0; i < n_topics; i++)
    g_assert_cmpstr (topics[i].name, !=, topics[i].id);
}

static void
test_add_several (void)
{
  g_autoptr (CptAnalysis) analysis = analyse (NULL, "nato-kremlin");
  g_autoptr (CptState) state = cpt_state_new (cpt_analysis_get_profile (analysis));
  CptAnalysis *analyses[] = { analysis, analysis };
  g_autoptr (CptCommand) one = cpt_command_add_article (state, analysis);
  g_autoptr (CptCommand) two = cpt_command_add_articles (state, analyses, 2);

  g_assert_cmpstr (cpt_command_get_label (one), ==, "Add article “Harbour talks”");
  g_assert_cmpstr (cpt_command_get_label (two), ==, "Add 2 articles");
  g_assert_cmpuint (cpt_state_get_n_articles (cpt_command_get_after (two)), ==, 2);
  g_assert_null (cpt_command_add_articles (state, analyses, 0));
}

static CptState *
reanalyse (CptState *state, CptAnalysis *analysis)
{
  g_autoptr (CptCommand) command
      = cpt_command_reanalyse (state, cpt_state_get_article (state, 0)->id, analysis, "Set publication date");

  g_assert_nonnull (command);
  g_assert_cmpstr (cpt_command_get_label (command), ==, "Set publication date");
  states_assert_sound (cpt_command_get_after (command));
  return cpt_state_ref (cpt_command_get_after (command));
}

/* The date of publication sharpens events; ids stay, and nothing else moves. */
static void
test_publication_date (void)
{
  g_autoptr (CptAnalysis) undated = analyse (NULL, "nato-kremlin");
  g_autoptr (CptAnalysis) dated = analyse ("2025-12-20", "nato-kremlin");
  g_autoptr (CptState) before = add (undated, 1);
  g_autoptr (CptState) after = reanalyse (before, dated);
  const CptArticleState *old = cpt_state_get_article (before, 0), *new = cpt_state_get_article (after, 0);
  guint n_sharpened = 0;

  g_assert_cmpstr (cpt_article_get_metadata (new->article)->published, ==, "2025-12-20");
  g_assert_cmpuint (old->statements->len, ==, new->statements->len);
  for (guint i = 0; i < old->statements->len; i++)
    g_assert_cmpuint (((CptStatement *) old->statements->pdata[i])->id, ==, ((CptStatement *) new->statements->pdata[i])->id);
  for (guint i = 0; i < old->events->len; i++)
    {
      const CptEvent *event = old->events->pdata[i], *again = cpt_state_find_event (after, event->id);

      if (again == NULL)
        continue;
      g_assert_true (cpt_span_equal (event->words, again->words));
      n_sharpened += !cpt_interval_is_dated (event->interval) && cpt_interval_is_dated (again->interval);
    }
  g_assert_cmpuint (n_sharpened, >, 0);
}

static void
test_decided_event_stays (void)
{
  g_autoptr (CptAnalysis) undated = analyse (NULL, "nato-kremlin");
  g_autoptr (CptAnalysis) dated = analyse ("2025-12-20", "nato-kremlin");
  g_autoptr (CptState) state = add (undated, 1);
  guint32 id = ((const CptEvent *) cpt_state_get_article (state, 0)->events->pdata[0])->id;
  CptInterval interval = { 5, 6, CPT_PRECISION_DAY };
  g_autoptr (CptCommand) date = cpt_command_set_event_date (state, id, interval);
  g_autoptr (CptCommand) label = cpt_command_set_event_label (cpt_command_get_after (date), id, "My label");
  g_autoptr (CptState) after = reanalyse (cpt_command_get_after (label), dated);

  g_assert_cmpint (cpt_state_find_event (after, id)->interval.latest, ==, 6);
  g_assert_cmpstr (cpt_state_find_event (after, id)->label, ==, "My label");
}

static guint32
find_made (CptState *state, const char *label)
{
  const CptArticleState *article = cpt_state_get_article (state, 0);

  for (guint i = 0; i < article->events->len; i++)
    if (g_str_equal (((const CptEvent *) article->events->pdata[i])->label, label))
      return ((const CptEvent *) article->events->pdata[i])->id;
  return 0;
}

/* Two events made by hand, one from a whole sentence and one without, and a hidden one: no analysis touches them. */
static void
test_made_and_hidden_events_stay (void)
{
  g_autoptr (CptAnalysis) undated = analyse (NULL, "nato-kremlin");
  g_autoptr (CptAnalysis) dated = analyse ("2025-12-20", "nato-kremlin");
  g_autoptr (CptState) state = add (undated, 1);
  guint32 id = ((const CptEvent *) cpt_state_get_article (state, 0)->events->pdata[0])->id;
  const CptStatement *statement = cpt_state_get_article (state, 0)->statements->pdata[0];
  CptNewEvent said = { .statement_id = statement->id, .interval = { 7, 7, CPT_PRECISION_DAY }, .label = "Said in Geneva" };
  CptNewEvent free = { .article_id = 1, .sides = CPT_SIDE_BIT (1), .interval = { 8, 9, CPT_PRECISION_DAY }, .label = "Known from elsewhere" };
  g_autoptr (CptCommand) hide = cpt_command_set_event_hidden (state, id, TRUE);
  g_autoptr (CptCommand) first = cpt_command_add_event (cpt_command_get_after (hide), &said);
  g_autoptr (CptCommand) second = cpt_command_add_event (cpt_command_get_after (first), &free);
  g_autoptr (CptState) after = reanalyse (cpt_command_get_after (second), dated);
  const CptEvent *of_sentence = cpt_state_find_event (after, find_made (after, "Said in Geneva"));
  const CptEvent *of_nobody = cpt_state_find_event (after, find_made (after, "Known from elsewhere"));

  g_assert_true (cpt_state_find_event (after, id)->hidden);
  g_assert_true (of_sentence->made && of_nobody->made);
  g_assert_cmpint (of_sentence->interval.earliest, ==, 7);
  g_assert_cmpint (of_nobody->interval.latest, ==, 9);
  g_assert_cmpuint (cpt_state_find_event_statement (after, of_sentence)->id, ==, statement->id);
  g_assert_null (cpt_state_find_event_statement (after, of_nobody));
  g_assert_cmpuint (cpt_state_get_event_sides (after, of_sentence), ==, cpt_state_find_statement (after, statement->id)->now.sides);
  g_assert_cmpuint (cpt_state_get_event_sides (after, of_nobody), ==, CPT_SIDE_BIT (1));
}

/* What a person decided about @old is so in @new as well, at the same place and under the same id. */
static void
assert_decisions_kept (const CptStatement *old, const CptStatement *new)
{
  gboolean confirmed = (old->decided & CPT_DECIDED_CONFIRMED) != 0;

  g_assert_nonnull (new);
  g_assert_true (cpt_span_equal (old->span, new->span));
  g_assert_cmpuint (old->decided, ==, new->decided);
  g_assert_cmpstr (old->note, ==, new->note);
  if (confirmed || old->decided & CPT_DECIDED_SIDES)
    g_assert_cmpuint (old->now.sides, ==, new->now.sides);
  if (confirmed || old->decided & CPT_DECIDED_TOPIC)
    g_assert_cmpstr (old->now.topic, ==, new->now.topic);
  if (confirmed || old->decided & CPT_DECIDED_SOURCE)
    g_assert_cmpstr (old->now.source, ==, new->now.source);
}

/* Any edits, then another analysis: decisions stay, the rest is as if it had been analysed so from the beginning. */
static void
test_random_decisions (void)
{
  g_autoptr (CptAnalysis) undated = analyse (NULL, "nato-kremlin");
  g_autoptr (CptAnalysis) dated = analyse ("2025-12-20", "nato-kremlin");

  for (guint seed = 0; seed < 150; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CptState) state = add (undated, 1);
      g_autoptr (CptState) after = NULL;

      for (guint i = 0; i < seed / 10; i++)
        {
          g_autoptr (CptCommand) command = states_new_random_command (rand, state);

          if (command == NULL || cpt_state_get_n_articles (cpt_command_get_after (command)) == 0)
            continue;
          cpt_state_unref (state);
          state = cpt_state_ref (cpt_command_get_after (command));
        }
      after = reanalyse (state, dated);
      g_assert_true (after->profile == state->profile);
      for (guint i = 0; i < cpt_state_get_article (state, 0)->statements->len; i++)
        {
          const CptStatement *old = cpt_state_get_article (state, 0)->statements->pdata[i];

          if (old->decided != 0 || old->note != NULL)
            assert_decisions_kept (old, cpt_state_find_statement (after, old->id));
        }
    }
}

static void
test_refused (void)
{
  g_autoptr (CptAnalysis) analysis = analyse (NULL, "nato-kremlin");
  g_autoptr (CptState) state = add (analysis, 1);
  g_autoptr (CptArticle) other = cpt_article_new ("Another text.", -1, NULL);
  g_autoptr (CptProfile) empty = cpt_profile_new_empty ();
  g_autoptr (CptAnalysis) of_other = cpt_analysis_run (other, cpt_analysis_get_profile (analysis), NULL, NULL);
  g_autoptr (CptAnalysis) with_other_sides = cpt_analysis_run (cpt_analysis_get_article (analysis), empty, NULL, NULL);

  g_assert_null (cpt_command_reanalyse (state, 1, of_other, NULL));
  g_assert_null (cpt_command_reanalyse (state, 1, with_other_sides, NULL));
  g_assert_null (cpt_command_reanalyse (state, 2, analysis, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/articles/add", test_add);
  g_test_add_func ("/comparison/articles/add-several", test_add_several);
  g_test_add_func ("/comparison/articles/publication-date", test_publication_date);
  g_test_add_func ("/comparison/articles/decided-event-stays", test_decided_event_stays);
  g_test_add_func ("/comparison/articles/made-and-hidden-events-stay", test_made_and_hidden_events_stay);
  g_test_add_func ("/comparison/articles/random-decisions", test_random_decisions);
  g_test_add_func ("/comparison/articles/refused", test_refused);
  return g_test_run ();
}
