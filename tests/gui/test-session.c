// SPDX-License-Identifier: GPL-3.0-or-later
// The view state: what notifies, what does not, and what happens to it when the comparison changes.
#include "cpt-session-view.h"
#include "states.h"

typedef struct
{
  CptState *state;
  CptHistory *history;
  CptSession *session;
  guint n_filter, n_selection, n_state, n_shown;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (CptComparison) comparison = NULL;

  fixture->state = states_new_random (rand, 2, 30);
  comparison = cpt_comparison_new (fixture->state);
  fixture->history = cpt_history_new (comparison);
  fixture->session = cpt_session_new ();
  cpt_session_set_history (fixture->session, fixture->history);
  g_signal_connect_swapped (fixture->session, "filter-changed", G_CALLBACK (count_cb), &fixture->n_filter);
  g_signal_connect_swapped (fixture->session, "selection-changed", G_CALLBACK (count_cb), &fixture->n_selection);
  g_signal_connect_swapped (fixture->session, "state-changed", G_CALLBACK (count_cb), &fixture->n_state);
  g_signal_connect_swapped (fixture->session, "show-statement", G_CALLBACK (count_cb), &fixture->n_shown);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
  cpt_state_unref (fixture->state);
}

static guint32
nth_id (CptState *state, guint article, guint n)
{
  const CptStatement *statement = cpt_state_get_article (state, article)->statements->pdata[n];

  return statement->id;
}

static void
test_same_values_notify_nothing (Fixture *fixture, gconstpointer data)
{
  CptSession *session = fixture->session;

  for (guint i = 0; i < 2; i++)
    {
      cpt_session_set_filter_text (session, "  word ");
      cpt_session_set_filter_topic (session, "t");
      cpt_session_set_filter_source (session, "s");
      cpt_session_set_filter_article (session, 1);
      cpt_session_set_filter_to_review (session, TRUE);
      cpt_session_set_topic_folded (session, "t", TRUE);
      cpt_session_set_context_folded (session, TRUE);
    }
  g_assert_cmpuint (fixture->n_filter, ==, 7);
  g_assert_cmpstr (cpt_session_get_filter (session)->text, ==, "word");
  g_assert_true (cpt_session_is_filtered (session));
  cpt_session_set_filter_text (session, " ");
  g_assert_null (cpt_session_get_filter (session)->text);
  cpt_session_clear_filter (session);
  cpt_session_clear_filter (session);
  g_assert_cmpuint (fixture->n_filter, ==, 9);
  g_assert_false (cpt_session_is_filtered (session));
  g_assert_true (cpt_session_is_topic_folded (session, "t"));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  guint32 ids[] = { nth_id (fixture->state, 0, 3), nth_id (fixture->state, 0, 1) };
  g_autofree guint32 *selected = NULL;
  guint n_ids;

  cpt_session_select (fixture->session, ids, 2);
  cpt_session_select (fixture->session, ids, 2);
  g_assert_cmpuint (fixture->n_selection, ==, 1);
  cpt_session_add_to_selection (fixture->session, ids, 1);
  g_assert_cmpuint (fixture->n_selection, ==, 1);
  selected = cpt_session_dup_selection (fixture->session, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  g_assert_cmpuint (selected[0], <, selected[1]);
  cpt_session_toggle_selected (fixture->session, ids[0]);
  g_assert_false (cpt_session_is_selected (fixture->session, ids[0]));
  g_assert_true (cpt_session_is_selected (fixture->session, ids[1]));
}

/* Statements that go with their article leave the selection, and nothing keeps pointing at them. */
static void
test_what_is_gone_is_not_selected (Fixture *fixture, gconstpointer data)
{
  guint32 ids[] = { nth_id (fixture->state, 0, 0), nth_id (fixture->state, 1, 0) };
  guint32 article_id = cpt_state_get_article (fixture->state, 0)->id;

  cpt_session_select (fixture->session, ids, 2);
  cpt_session_set_focus_statement (fixture->session, ids[0]);
  cpt_session_do (fixture->session, cpt_command_remove_article (fixture->state, article_id));
  g_assert_cmpuint (fixture->n_state, ==, 1);
  g_assert_cmpuint (cpt_session_get_n_selected (fixture->session), ==, 1);
  g_assert_true (cpt_session_is_selected (fixture->session, ids[1]));
  g_assert_cmpuint (cpt_session_get_focus_statement (fixture->session), ==, 0);
}

static void
test_nothing_to_do_is_no_step (Fixture *fixture, gconstpointer data)
{
  cpt_session_do (fixture->session, NULL);
  g_assert_cmpuint (fixture->n_state, ==, 0);
  g_assert_false (cpt_history_get_can_undo (fixture->history));
}

static void
test_link_between_pages (Fixture *fixture, gconstpointer data)
{
  guint32 id = nth_id (fixture->state, 1, 5);

  cpt_session_show_statement (fixture->session, id, CPT_PAGE_ARTICLE);
  g_assert_cmpint (cpt_session_get_page (fixture->session), ==, CPT_PAGE_ARTICLE);
  g_assert_cmpuint (cpt_session_get_focus_statement (fixture->session), ==, id);
  g_assert_true (cpt_session_is_selected (fixture->session, id));
  g_assert_cmpuint (fixture->n_shown, ==, 1);
}

/* What is filtered and folded goes into the file with the comparison, and comes back with it; undo knows nothing of it. */
static void
test_view_is_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CptState) shown = NULL;
  g_autoptr (CptState) plain = NULL;
  g_autoptr (CptState) read = NULL;
  g_autoptr (CptComparison) comparison = NULL;
  g_autoptr (CptHistory) history = NULL;
  g_autofree char *view = NULL, *json = NULL, *again = NULL, *before = cpt_store_to_json (fixture->state);
  g_autofree char *without = NULL;

  g_assert_null (cpt_session_dup_view (fixture->session));
  cpt_session_set_filter_text (fixture->session, "treaty \"Öl\"");
  cpt_session_set_filter_topic (fixture->session, "found-gas");
  cpt_session_set_filter_to_review (fixture->session, TRUE);
  cpt_session_set_filter_columns (fixture->session, CPT_SIDE_BIT (1));
  cpt_session_set_topic_folded (fixture->session, "found-peace", TRUE);
  view = cpt_session_dup_view (fixture->session);
  shown = cpt_state_with_view (fixture->state, view);
  json = cpt_store_to_json (shown);
  read = cpt_store_parse (json, -1, NULL, NULL);
  g_assert_nonnull (read);
  again = cpt_state_dup_view (read);
  g_assert_cmpstr (again, ==, view);
  comparison = cpt_comparison_new (read);
  history = cpt_history_new (comparison);
  cpt_session_set_history (fixture->session, history);
  g_assert_cmpstr (cpt_session_get_filter (fixture->session)->text, ==, "treaty \"Öl\"");
  g_assert_cmpstr (cpt_session_get_filter (fixture->session)->topic, ==, "found-gas");
  g_assert_true (cpt_session_get_filter (fixture->session)->to_review);
  g_assert_cmpuint (cpt_session_get_filter_columns (fixture->session), ==, CPT_SIDE_BIT (1));
  g_assert_true (cpt_session_is_topic_folded (fixture->session, "found-peace"));
  plain = cpt_state_with_view (read, NULL);
  without = cpt_store_to_json (plain);
  g_assert_cmpstr (without, ==, before);
  cpt_session_set_history (fixture->session, fixture->history);
  g_assert_false (cpt_session_is_filtered (fixture->session));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/gui/session/same-values", Fixture, NULL, set_up, test_same_values_notify_nothing, tear_down);
  g_test_add ("/gui/session/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/gui/session/gone", Fixture, NULL, set_up, test_what_is_gone_is_not_selected, tear_down);
  g_test_add ("/gui/session/nothing-to-do", Fixture, NULL, set_up, test_nothing_to_do_is_no_step, tear_down);
  g_test_add ("/gui/session/link", Fixture, NULL, set_up, test_link_between_pages, tear_down);
  g_test_add ("/gui/session/view-is-saved", Fixture, NULL, set_up, test_view_is_saved, tear_down);
  return g_test_run ();
}
