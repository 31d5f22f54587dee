// SPDX-License-Identifier: GPL-3.0-or-later
// Rules and profiles taken by an open comparison, worked out in a worker.
#include "cpt-profile-change.h"
#include "cpt-reanalysis.h"

static const char text[] = "Igor Mason said that the ferry would sail on Monday.\n\n"
                           "\"Nobody told us,\" Vladimir Putin said.\n\n"
                           "Igor Mason denied that the quay was closed. Somebody said it was open.\n\n"
                           "Igor Mason warned of delays.\n";

typedef struct
{
  CptHistory *history;
  CptSession *session;
  GMainLoop *loop;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", NULL);
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, NULL);
  g_autoptr (CptAnalysis) analysis = cpt_analysis_run (article, profile, NULL, NULL);
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (CptCommand) add = cpt_command_add_article (empty, analysis);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (cpt_command_get_after (add));

  fixture->history = cpt_history_new (comparison);
  fixture->session = cpt_session_new ();
  cpt_session_set_history (fixture->session, fixture->history);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
  g_main_loop_unref (fixture->loop);
  g_clear_error (&fixture->error);
}

static CptState *
get_state (Fixture *fixture)
{
  return cpt_session_get_state (fixture->session);
}

static GPtrArray *
list_of_source (Fixture *fixture, const char *source)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *statements = cpt_state_get_article (get_state (fixture), 0)->statements;

  for (guint i = 0; i < statements->len; i++)
    if (g_strcmp0 (((const CptStatement *) statements->pdata[i])->now.source, source) == 0)
      g_ptr_array_add (found, statements->pdata[i]);
  return found;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  cpt_count_as_finish (result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
count_as (Fixture *fixture, const char *source, int side)
{
  cpt_count_as_async (fixture->session, source, side, done_cb, fixture);
  g_main_loop_run (fixture->loop);
}

/* All that the source says and nobody decided goes to the side; what was decided stays; one step. */
static void
test_rule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = list_of_source (fixture, "Igor Mason");
  g_autoptr (GPtrArray) after = NULL;
  guint32 decided;
  CptState *old;

  g_assert_cmpuint (before->len, >=, 2);
  decided = ((const CptStatement *) before->pdata[0])->id;
  cpt_session_do (fixture->session, cpt_command_set_side_member (get_state (fixture), &decided, 1, 1, TRUE));
  old = get_state (fixture);
  count_as (fixture, "Igor Mason", 0);
  g_assert_no_error (fixture->error);
  after = list_of_source (fixture, "Igor Mason");
  g_assert_cmpuint (after->len, >=, before->len);
  for (guint i = 0; i < after->len; i++)
    {
      const CptStatement *statement = after->pdata[i];

      g_assert_cmpuint (statement->now.sides, ==, statement->id == decided ? CPT_SIDE_BIT (1) : CPT_SIDE_BIT (0));
    }
  g_assert_cmpstr (cpt_history_get_undo_label (fixture->history), ==, "Always count Igor Mason as NATO");
  cpt_history_undo (fixture->history);
  g_assert_true (get_state (fixture) == old);
}

/* A known actor changes sides; its other names with it. */
static void
test_known_actor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = list_of_source (fixture, "Vladimir Putin");
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (((const CptStatement *) before->pdata[0])->now.sides, ==, CPT_SIDE_BIT (1));
  count_as (fixture, "Vladimir Putin", -1);
  g_assert_no_error (fixture->error);
  after = list_of_source (fixture, "Vladimir Putin");
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpuint (((const CptStatement *) after->pdata[0])->now.sides, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/gui/reanalysis/rule", Fixture, NULL, set_up, test_rule, tear_down);
  g_test_add ("/gui/reanalysis/known-actor", Fixture, NULL, set_up, test_known_actor, tear_down);
  return g_test_run ();
}
