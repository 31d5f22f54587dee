// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in one process: open, change, save, open again; and what is said when a file cannot be opened.
#include <glib/gstdio.h>

#include "cpt-banner.h"
#include "cpt-store.h"
#include "cpt-window.h"
#include "cpt-window-private.h"

typedef struct
{
  CptApplication *application;
  CptWindow *window;
  char *folder;
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < 10; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static GFile *
new_file (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return g_file_new_for_path (path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("cpt-window-XXXXXX", NULL);
  fixture->application = cpt_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  fixture->window = cpt_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->window);
  /* GTK keeps an application that was registered and never ran. */
  g_object_unref (fixture->application);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
wait_until_open (Fixture *fixture)
{
  while (cpt_session_get_state (cpt_window_get_session (fixture->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_of_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char article[] = "A spokeswoman of the harbour said that the ferry would sail on Monday.\n\n"
                              "“Nobody told us,” Vladimir Putin said.\n";

static void
test_articles_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = new_file (fixture, "first.txt", article);
  g_autoptr (GFile) second = new_file (fixture, "second.txt", "NATO denied it on Tuesday. Others were not asked.\n");
  GFile *files[] = { first, second };
  CptHistory *history;

  cpt_window_open_files (fixture->window, files, 2);
  wait_until_open (fixture);
  history = cpt_session_get_history (cpt_window_get_session (fixture->window));
  g_assert_cmpuint (cpt_state_get_n_articles (cpt_session_get_state (cpt_window_get_session (fixture->window))), ==, 2);
  g_assert_false (cpt_history_get_modified (history));
  g_assert_false (cpt_history_get_can_undo (history));
}

static void
test_opens_what_was_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) text = new_file (fixture, "article.txt", article);
  g_autoptr (GFile) file = new_file (fixture, "mine.counterpoint", NULL);
  g_autofree char *saved = NULL;
  g_autofree char *opened = NULL;
  CptWindow *second;

  cpt_window_open_files (fixture->window, &text, 1);
  wait_until_open (fixture);
  saved = cpt_store_to_json (cpt_session_get_state (cpt_window_get_session (fixture->window)));
  g_assert_true (cpt_store_save (cpt_session_get_state (cpt_window_get_session (fixture->window)), file, NULL, NULL, NULL,
                                 NULL));
  second = cpt_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (second));
  cpt_window_open_files (second, &file, 1);
  while (cpt_session_get_state (cpt_window_get_session (second)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  opened = cpt_store_to_json (cpt_session_get_state (cpt_window_get_session (second)));
  g_assert_cmpstr (opened, ==, saved);
  gtk_window_destroy (GTK_WINDOW (second));
}

static void
test_bad_file_is_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) empty = new_file (fixture, "nothing.txt", "");
  GtkWidget *banner = find_of_type (GTK_WIDGET (fixture->window), CPT_TYPE_BANNER);

  cpt_window_open_files (fixture->window, &empty, 1);
  while (!cpt_banner_is_shown (CPT_BANNER (banner)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (cpt_banner_get_message (CPT_BANNER (banner)), "nothing.txt"));
  g_assert_null (cpt_session_get_state (cpt_window_get_session (fixture->window)));
}

static void
test_title_marks_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) text = new_file (fixture, "article.txt", article);
  CptSession *session = cpt_window_get_session (fixture->window);

  cpt_window_open_files (fixture->window, &text, 1);
  wait_until_open (fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "article.txt – Counterpoint");
  cpt_session_do (session, cpt_command_set_title (cpt_session_get_state (session), "Ferry"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• Ferry – Counterpoint");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "article.txt – Counterpoint");
}

/* The list of steps leads to any of them, and back. */
static void
test_history_jumps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) text = new_file (fixture, "article.txt", article);
  CptSession *session = cpt_window_get_session (fixture->window);
  const char *titles[] = { "a", "b", "c" };

  cpt_window_open_files (fixture->window, &text, 1);
  wait_until_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    cpt_session_do (session, cpt_command_set_title (cpt_session_get_state (session), titles[i]));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.history", NULL));
  settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to-step", "u", 1));
  g_assert_cmpstr (cpt_state_get_title (cpt_session_get_state (session)), ==, "a");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to-step", "u", 3));
  g_assert_cmpstr (cpt_state_get_title (cpt_session_get_state (session)), ==, "c");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to-step", "u", 0));
  g_assert_false (cpt_history_get_modified (cpt_session_get_history (session)));
}

/* Each page turns up, with the sample article in it. */
static void
test_pages_and_sample (Fixture *fixture, gconstpointer data)
{
  CptSession *session = cpt_window_get_session (fixture->window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-sample", NULL));
  wait_until_open (fixture);
  g_assert_cmpuint (cpt_state_get_n_statements (cpt_session_get_state (session)), >, 5);
  for (CptPage page = CPT_PAGE_COMPARE; page <= CPT_PAGE_ARTICLE; page++)
    {
      cpt_session_set_page (session, page);
      settle ();
      g_assert_cmpint (cpt_session_get_page (session), ==, page);
    }
}

static void
wait_until_not_loading (Fixture *fixture)
{
  GAction *cancel = g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "cancel-loading");

  settle ();
  while (g_action_get_enabled (cancel))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

/* A folder brings the articles in it and below it; what cannot be read is named and stops nothing; what is here already is not
 * added again, though a copy that somebody else published is. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) first = new_file (fixture, "a.txt", article);
  g_autoptr (GFile) twice = new_file (fixture, "b.txt", article);
  g_autoptr (GFile) copy = new_file (fixture, "c.txt", "publisher: Another Paper\n\nA spokeswoman of the harbour said that the ferry "
                                                       "would sail on Monday.\n\n“Nobody told us,” Vladimir Putin said.\n");
  g_autoptr (GFile) bad = new_file (fixture, "d.txt", "");
  g_autoptr (GFile) hidden = new_file (fixture, ".e.txt", article);
  g_autoptr (GFile) unknown = new_file (fixture, "f.bin", "data");
  g_autofree char *below = g_build_filename (fixture->folder, "below", NULL);
  g_autofree char *deep = g_build_filename (below, "g.md", NULL);
  GtkWidget *banner = find_of_type (GTK_WIDGET (fixture->window), CPT_TYPE_BANNER);
  CptSession *session = cpt_window_get_session (fixture->window);
  guint n_steps;

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  g_assert_true (g_file_set_contents (deep, "NATO denied it on Tuesday. Others were not asked.\n", -1, NULL));
  cpt_window_open_files (fixture->window, &folder, 1);
  wait_until_open (fixture);
  g_assert_cmpuint (cpt_state_get_n_articles (cpt_session_get_state (session)), ==, 3); /* a, c, g */
  g_assert_true (cpt_banner_is_shown (CPT_BANNER (banner)));
  g_assert_nonnull (strstr (cpt_banner_get_message (CPT_BANNER (banner)), "d.txt"));
  n_steps = cpt_history_get_can_undo (cpt_session_get_history (session));
  cpt_window_add_files (fixture->window, &folder, 1);
  wait_until_not_loading (fixture);
  g_assert_cmpuint (cpt_state_get_n_articles (cpt_session_get_state (session)), ==, 3);
  g_assert_cmpuint (cpt_history_get_can_undo (cpt_session_get_history (session)), ==, n_steps);
  cpt_session_do (session, cpt_command_remove_article (cpt_session_get_state (session), 2));
  cpt_window_add_files (fixture->window, &folder, 1); /* what was removed comes again */
  wait_until_not_loading (fixture);
  g_assert_cmpuint (cpt_state_get_n_articles (cpt_session_get_state (session)), ==, 3);
  g_remove (deep);
  g_rmdir (below);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_set_application_name ("Counterpoint");
  g_test_add ("/gui/window/articles-together", Fixture, NULL, set_up, test_articles_together, tear_down);
  g_test_add ("/gui/window/save-and-open", Fixture, NULL, set_up, test_opens_what_was_saved, tear_down);
  g_test_add ("/gui/window/bad-file", Fixture, NULL, set_up, test_bad_file_is_named, tear_down);
  g_test_add ("/gui/window/title", Fixture, NULL, set_up, test_title_marks_changes, tear_down);
  g_test_add ("/gui/window/history", Fixture, NULL, set_up, test_history_jumps, tear_down);
  g_test_add ("/gui/window/pages", Fixture, NULL, set_up, test_pages_and_sample, tear_down);
  g_test_add ("/gui/window/folder", Fixture, NULL, set_up, test_folder, tear_down);
  return g_test_run ();
}
