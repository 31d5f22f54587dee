// SPDX-License-Identifier: GPL-3.0-or-later
// Going through what the program is not sure of: the order, the keys' actions, undo, and what is left.
#include "settle.h"
#include "cpt-review.h"
#include "cpt-review-view.h"
#include "cpt-style.h"
#include "states.h"

typedef struct
{
  CptHistory *history;
  CptSession *session;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (CptState) state = states_new_random (rand, 2, 12);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  fixture->history = cpt_history_new (comparison);
  fixture->session = cpt_session_new ();
  cpt_session_set_history (fixture->session, fixture->history);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  fixture->view = cpt_review_view_new (fixture->session);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
}

static CptState *
get_state (Fixture *fixture)
{
  return cpt_session_get_state (fixture->session);
}

static const CptStatement *
get_current (Fixture *fixture)
{
  return cpt_state_find_statement (get_state (fixture), cpt_session_get_focus_statement (fixture->session));
}

static void
activate (Fixture *fixture, const char *action, const char *target)
{
  g_autoptr (GVariant) parameter = target == NULL ? NULL : g_variant_ref_sink (g_variant_new_parsed (target));

  g_assert_true (gtk_widget_activate_action_variant (fixture->view, action, parameter));
  settle ();
}

/* The least certain first, each once, until none is left; the answer is what was given. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  CptReview review = cpt_review_look (get_state (fixture), NULL);
  guint n_left = review.n_left;
  float confidence = 0;

  g_assert_cmpuint (n_left, >, 3);
  for (guint i = 0; i < n_left; i++)
    {
      guint32 id = get_current (fixture)->id;

      g_assert_cmpfloat (get_current (fixture)->confidence, >=, confidence);
      confidence = get_current (fixture)->confidence;
      if (i % 2 == 0)
        activate (fixture, "review.accept", NULL);
      else
        activate (fixture, "review.set-side", "1");
      g_assert_false (cpt_statement_needs_review (cpt_state_find_statement (get_state (fixture), id)));
      if (i % 2 != 0)
        g_assert_cmpuint (cpt_state_find_statement (get_state (fixture), id)->now.sides, ==, CPT_SIDE_BIT (1));
    }
  review = cpt_review_look (get_state (fixture), NULL);
  g_assert_cmpuint (review.n_left, ==, 0);
  g_assert_cmpuint (review.n_done, ==, n_left);
  g_assert_cmpuint (review.next, ==, 0);
}

/* What is put off comes at the end; what is undone is asked again at once. */
static void
test_later_back_undo (Fixture *fixture, gconstpointer data)
{
  guint32 first = get_current (fixture)->id, second;

  activate (fixture, "review.skip", NULL);
  second = get_current (fixture)->id;
  g_assert_cmpuint (second, !=, first);
  activate (fixture, "review.back", NULL);
  g_assert_cmpuint (get_current (fixture)->id, ==, first);
  activate (fixture, "review.skip", NULL);
  activate (fixture, "review.to-context", NULL);
  g_assert_cmpuint (get_current (fixture)->id, !=, second);
  cpt_history_undo (fixture->history);
  settle ();
  g_assert_cmpuint (get_current (fixture)->id, ==, second);
  g_assert_true (CPT_IS_REVIEW_VIEW (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                                              CPT_TYPE_REVIEW_VIEW)));
  while (get_current (fixture)->id != first)
    activate (fixture, "review.accept", NULL);
  g_assert_cmpuint (cpt_review_look (get_state (fixture), NULL).n_left, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  cpt_style_register ();
  g_test_add ("/gui/review/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/gui/review/later-back-undo", Fixture, NULL, set_up, test_later_back_undo, tear_down);
  return g_test_run ();
}
