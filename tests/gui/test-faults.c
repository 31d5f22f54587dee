// SPDX-License-Identifier: GPL-3.0-or-later
// A window whose file meets with something: each time the user is told, nothing is lost, and there is a way on.
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cpt-banner.h"
#include "cpt-window.h"

typedef struct
{
  CptApplication *application;
  CptWindow *window;
  CptSession *session;
  CptBanner *banner;
  char *folder;
  GFile *file;
} Fixture;

static const char article[] = "A spokeswoman of the harbour said that the ferry would sail on Monday.\n\n"
                              "“Nobody told us,” Vladimir Putin said.\n";

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
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

static CptState *
new_state (void)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", NULL);
  g_autoptr (CptArticle) text = cpt_article_new (article, -1, NULL);
  g_autoptr (CptAnalysis) analysis = cpt_analysis_run (text, profile, NULL, NULL);
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (CptCommand) command = cpt_command_add_article (empty, analysis);

  return cpt_state_ref (cpt_command_get_after (command));
}

static void
open_window (Fixture *fixture)
{
  fixture->window = cpt_window_new (fixture->application);
  fixture->session = cpt_window_get_session (fixture->window);
  fixture->banner = CPT_BANNER (find_of_type (GTK_WIDGET (fixture->window), CPT_TYPE_BANNER));
  gtk_window_present (GTK_WINDOW (fixture->window));
  cpt_window_open_files (fixture->window, &fixture->file, 1);
}

static void
wait_until_open (Fixture *fixture)
{
  while (cpt_session_get_state (fixture->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CptState) state = new_state ();

  fixture->folder = g_dir_make_tmp ("cpt-faults-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "week.counterpoint", NULL);
  g_assert_true (cpt_store_save (state, fixture->file, NULL, NULL, NULL, NULL));
  fixture->application = cpt_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_object_unref (fixture->application);
  g_object_unref (fixture->file);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
wait_for_message (Fixture *fixture, const char *part)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!cpt_banner_is_shown (fixture->banner) || strstr (cpt_banner_get_message (fixture->banner), part) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static gboolean
has_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return gtk_widget_is_sensitive (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_button (child, action))
      return TRUE;
  return FALSE;
}

static void
edit (Fixture *fixture)
{
  cpt_session_do (fixture->session, cpt_command_set_title (cpt_session_get_state (fixture->session), "Mine"));
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
assert_still_mine (Fixture *fixture)
{
  g_assert_cmpstr (cpt_state_get_title (cpt_session_get_state (fixture->session)), ==, "Mine");
  g_assert_true (cpt_history_get_modified (cpt_session_get_history (fixture->session)));
}

static char *
dup_contents (Fixture *fixture)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &contents, NULL, NULL));
  return contents;
}

static void
test_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *locks = g_build_filename (g_get_user_state_dir (), "counterpoint", "locks", NULL);
  g_autoptr (CptLock) lock = cpt_lock_take_document (locks, fixture->file, NULL);

  g_assert_nonnull (lock);
  open_window (fixture);
  wait_for_message (fixture, "“week.counterpoint” is open in another window");
  g_assert_true (has_button (GTK_WIDGET (fixture->banner), "win.save-as"));
}

/* A file that a window shows is not opened a second time. */
static void
test_opened_twice (Fixture *fixture, gconstpointer data)
{
  GList *windows;

  open_window (fixture);
  wait_until_open (fixture);
  g_assert_false (cpt_banner_is_shown (fixture->banner));
  cpt_application_open_window (fixture->application, &fixture->file, 1);
  cpt_window_open_files (fixture->window, &fixture->file, 1);
  settle ();
  windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);
}

static void
write_as_another_program (Fixture *fixture)
{
  g_autofree char *contents = dup_contents (fixture);
  g_autofree char *longer = g_strconcat (contents, "\n", NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), longer, -1, NULL));
}

static void
test_changed_underneath (Fixture *fixture, gconstpointer data)
{
  g_autofree char *theirs = NULL;
  g_autofree char *now = NULL;

  open_window (fixture);
  wait_until_open (fixture);
  edit (fixture);
  write_as_another_program (fixture);
  theirs = dup_contents (fixture);
  activate (fixture, "win.save");
  wait_for_message (fixture, "“week.counterpoint” was changed by another program");
  now = dup_contents (fixture);
  g_assert_cmpstr (now, ==, theirs);
  assert_still_mine (fixture);
  g_assert_true (has_button (GTK_WIDGET (fixture->banner), "win.reload"));
  g_assert_true (has_button (GTK_WIDGET (fixture->banner), "win.save-as"));
  activate (fixture, "win.save-over");
  while (cpt_history_get_modified (cpt_session_get_history (fixture->session)))
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody tells, as inside the document portal: the window looks for itself when it gets the focus. */
static void
test_changed_without_events (Fixture *fixture, gconstpointer data)
{
  GtkWidget *other = gtk_window_new ();

  open_window (fixture);
  wait_until_open (fixture);
  gtk_window_present (GTK_WINDOW (other));
  settle ();
  write_as_another_program (fixture);
  gtk_window_destroy (GTK_WINDOW (other));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_message (fixture, "was changed by another program");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  wait_until_open (fixture);
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  wait_for_message (fixture, "“week.counterpoint” is not there any more");
  g_assert_true (cpt_history_get_modified (cpt_session_get_history (fixture->session))); /* closing asks */
  activate (fixture, "win.save");
  while (cpt_history_get_modified (cpt_session_get_history (fixture->session)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_query_exists (fixture->file, NULL));
}

static void
test_vanished_folder (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  wait_until_open (fixture);
  edit (fixture);
  remove_folder (fixture->folder);
  activate (fixture, "win.save");
  wait_for_message (fixture, "the folder is not there any more");
  assert_still_mine (fixture);
  g_assert_true (has_button (GTK_WIDGET (fixture->banner), "win.save-as"));
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0); /* somebody plugs the disk in again */
  activate (fixture, "win.save");
  while (cpt_history_get_modified (cpt_session_get_history (fixture->session)))
    g_main_context_iteration (NULL, TRUE);
}

/* A file that became a folder stands for every place that cannot be written, for root too. */
static void
test_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  wait_until_open (fixture);
  edit (fixture);
  g_unlink (g_file_peek_path (fixture->file));
  g_assert_cmpint (g_mkdir (g_file_peek_path (fixture->file), 0700), ==, 0);
  activate (fixture, "win.save-over");
  wait_for_message (fixture, cpt_store_describe_errno (EISDIR));
  assert_still_mine (fixture);
  g_assert_true (has_button (GTK_WIDGET (fixture->banner), "win.save-as"));
}

static void
assert_untouched (Fixture *fixture, const char *contents, const char *message)
{
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), contents, -1, NULL));
  open_window (fixture);
  wait_for_message (fixture, message);
  g_assert_null (cpt_session_get_state (fixture->session));
  after = dup_contents (fixture);
  g_assert_cmpstr (after, ==, contents);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = dup_contents (fixture);

  contents[strlen (contents) / 2] = '\0';
  assert_untouched (fixture, contents, "week.counterpoint: ");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = dup_contents (fixture);
  g_autoptr (GString) newer = g_string_new (contents);

  g_assert_cmpuint (g_string_replace (newer, "\"version\": 1, ", "\"version\": 99, ", 1), ==, 1);
  assert_untouched (fixture, newer->str, "made by a newer version of the program");
}

/* Findings of an older engine are offered anew; nothing happens by itself. */
static void
test_older_engine (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = dup_contents (fixture);
  g_autoptr (GString) older = g_string_new (contents);
  g_autofree char *engine = g_strdup_printf ("\"engine\": %d, ", CPT_ENGINE_VERSION);

  g_assert_cmpuint (g_string_replace (older, engine, "\"engine\": 0, ", 1), ==, 1);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), older->str, -1, NULL));
  open_window (fixture);
  wait_for_message (fixture, "1 article was analysed by an older version");
  g_assert_true (has_button (GTK_WIDGET (fixture->banner), "win.analyse-again"));
  g_assert_false (cpt_history_get_can_undo (cpt_session_get_history (fixture->session)));
}

static void
write_draft (Fixture *fixture, guint n)
{
  g_autofree char *drafts = cpt_draft_dup_folder ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Draft %u", i + 1);
      g_autoptr (CptState) state = new_state ();
      g_autoptr (CptCommand) command = cpt_command_set_title (state, title);
      g_autoptr (CptDraft) draft = cpt_draft_new (drafts, NULL);

      g_assert_true (cpt_draft_write (draft, cpt_command_get_after (command), 1, NULL, NULL));
    }
}

/* Each draft has a window of its own and says so; keeping leaves it unsaved until it is saved. */
static void
test_recovered (Fixture *fixture, gconstpointer data)
{
  GList *windows;

  write_draft (fixture, 2);
  g_object_unref (fixture->application);
  fixture->application = cpt_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  g_application_activate (G_APPLICATION (fixture->application));
  while (gtk_application_get_windows (GTK_APPLICATION (fixture->application)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  gtk_window_destroy (windows->next->data);
  fixture->window = gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data;
  fixture->session = cpt_window_get_session (fixture->window);
  fixture->banner = CPT_BANNER (find_of_type (GTK_WIDGET (fixture->window), CPT_TYPE_BANNER));
  wait_for_message (fixture, "” was recovered");
  g_assert_true (has_button (GTK_WIDGET (fixture->banner), "win.discard-recovered"));
  g_assert_true (cpt_history_get_modified (cpt_session_get_history (fixture->session)));
  activate (fixture, "win.keep-recovered");
  g_assert_true (cpt_history_get_modified (cpt_session_get_history (fixture->session)));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/gui/faults/open-elsewhere", test_open_elsewhere },
    { "/gui/faults/opened-twice", test_opened_twice },
    { "/gui/faults/changed-underneath", test_changed_underneath },
    { "/gui/faults/changed-without-events", test_changed_without_events },
    { "/gui/faults/gone", test_gone },
    { "/gui/faults/vanished-folder", test_vanished_folder },
    { "/gui/faults/cannot-be-written", test_cannot_be_written },
    { "/gui/faults/damaged", test_damaged },
    { "/gui/faults/newer", test_newer },
    { "/gui/faults/older-engine", test_older_engine },
    { "/gui/faults/recovered", test_recovered },
  };

  gtk_test_init (&argc, &argv, NULL);
  g_set_application_name ("Counterpoint");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
