// SPDX-License-Identifier: GPL-3.0-or-later
// The profile editor: checking while one types, beginning with what was found, and telling what would change.
#include <string.h>

#include "settle.h"
#include "cpt-profile-list-page.h"
#include "cpt-profile-start.h"
#include "cpt-profile-window.h"
#include "cpt-style.h"

static const char text[] = "Vladimir Putin said the ferry would sail on Monday.\n\n"
                           "Igor Mason said nobody told him. Igor Mason warned of delays.\n";

typedef struct
{
  CptHistory *history;
  CptSession *session;
  GtkWidget *window;
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
  fixture->window = cpt_profile_window_new (fixture->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

/* A worker that still counts changes keeps the window until it has looked up; then nobody may. */
static void
assert_goes (GtkWidget *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 50 && left != NULL; i++)
    settle ();
  g_assert_null (left);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  assert_goes (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
}

static GtkWidget *
find_with (GtkWidget *widget, gboolean (*is_it) (GtkWidget *))
{
  if (is_it (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_with (child, is_it);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_use (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action");
}

static gboolean
is_problem (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "profile-problem");
}

static gboolean
is_page (GtkWidget *widget)
{
  return CPT_IS_PROFILE_LIST_PAGE (widget);
}

static const char *
get_problem (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (find_with (fixture->window, is_problem)));
}

static void
wait_for_check (void)
{
  g_usleep (300 * 1000);
  settle ();
  settle ();
}

/* A mistake is named by the actor, and the profile cannot be used until it is mended. */
static void
test_checks_while_typing (Fixture *fixture, gconstpointer data)
{
  CptProfileDraft *draft = cpt_profile_window_get_draft (CPT_PROFILE_WINDOW (fixture->window));
  GtkWidget *use = find_with (fixture->window, is_use), *page = find_with (fixture->window, is_page);
  guint n = cpt_profile_draft_get_n (draft, CPT_PROFILE_ACTORS);

  wait_for_check ();
  g_assert_true (gtk_widget_get_sensitive (use));
  cpt_profile_list_page_add (CPT_PROFILE_LIST_PAGE (page), "Igor Mason");
  g_assert_false (gtk_widget_get_sensitive (use)); /* not yet known to be right */
  wait_for_check ();
  g_assert_true (gtk_widget_get_sensitive (use));
  cpt_profile_draft_set_string (draft, CPT_PROFILE_ACTORS, n, "from", "2025-02-02");
  cpt_profile_draft_set_string (draft, CPT_PROFILE_ACTORS, n, "until", "2024-02-02");
  g_signal_emit_by_name (page, "edited");
  wait_for_check ();
  g_assert_false (gtk_widget_get_sensitive (use));
  g_assert_nonnull (strstr (get_problem (fixture), "Igor Mason"));
  cpt_profile_draft_set_string (draft, CPT_PROFILE_ACTORS, n, "until", NULL);
  g_signal_emit_by_name (page, "edited");
  wait_for_check ();
  g_assert_true (gtk_widget_get_sensitive (use));
  g_assert_cmpstr (get_problem (fixture), ==, "");
}

/* Sources become actors on the side for which they speak; what is not known belongs to nobody. */
static void
test_begins_with_what_was_found (Fixture *fixture, gconstpointer data)
{
  CptProfileDraft *draft;
  int putin, mason;

  g_assert_true (gtk_widget_activate_action (fixture->window, "profile.found", NULL));
  draft = cpt_profile_window_get_draft (CPT_PROFILE_WINDOW (fixture->window));
  putin = cpt_profile_draft_find_actor (draft, "Vladimir Putin");
  mason = cpt_profile_draft_find_actor (draft, "Igor Mason");
  g_assert_cmpint (putin, >=, 0);
  g_assert_cmpint (mason, >=, 0);
  g_assert_cmpstr (cpt_profile_draft_get_string (draft, CPT_PROFILE_ACTORS, (guint) putin, "side"), ==, "kremlin");
  g_assert_null (cpt_profile_draft_get_string (draft, CPT_PROFILE_ACTORS, (guint) mason, "side"));
  wait_for_check ();
  g_assert_true (gtk_widget_get_sensitive (find_with (fixture->window, is_use)));
  g_assert_true (gtk_widget_activate_action (fixture->window, "profile.builtin", "s", "nato-kremlin"));
  draft = cpt_profile_window_get_draft (CPT_PROFILE_WINDOW (fixture->window));
  g_assert_cmpstr (cpt_profile_draft_get_name (draft), ==, "NATO and the Kremlin");
}

/* What a change of profile would do is counted before it is done, and nothing is done while it is asked. */
static void
test_counts_before (Fixture *fixture, gconstpointer data)
{
  CptState *state = cpt_session_get_state (fixture->session);
  g_autoptr (CptProfileDraft) draft = cpt_profile_draft_new (cpt_state_get_profile (state));
  g_autoptr (CptProfile) profile = NULL;
  g_autoptr (CptAnalysis) analysis = NULL;
  g_autoptr (CptCommand) command = NULL;
  CptStateChanges changes;
  const CptArticleState *article = cpt_state_get_article (state, 0);

  cpt_profile_draft_count_as (draft, "Igor Mason", "nato");
  profile = cpt_profile_draft_end (draft, NULL);
  analysis = cpt_analysis_run (article->article, profile, NULL, NULL);
  command = cpt_command_set_profile (state, profile, &article->id, &analysis, 1, NULL);
  changes = cpt_state_compare (state, cpt_command_get_after (command));
  g_assert_cmpuint (changes.n_sides, ==, 2);
  g_assert_cmpuint (changes.n_new, ==, 0);
  g_assert_cmpuint (changes.n_gone, ==, 0);
  changes = cpt_state_compare (state, state);
  g_assert_cmpuint (changes.n_sides + changes.n_topics + changes.n_sources + changes.n_dates, ==, 0);
  g_assert_false (cpt_history_get_can_undo (fixture->history));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  cpt_style_register ();
  g_test_add ("/gui/profile-window/check", Fixture, NULL, set_up, test_checks_while_typing, tear_down);
  g_test_add ("/gui/profile-window/found", Fixture, NULL, set_up, test_begins_with_what_was_found, tear_down);
  g_test_add ("/gui/profile-window/counts", Fixture, NULL, set_up, test_counts_before, tear_down);
  return g_test_run ();
}
