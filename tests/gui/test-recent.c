// SPDX-License-Identifier: GPL-3.0-or-later
// The list of recent files: the folder that it names.
#include "cpt-dialogs.h"
#include "cpt-recent.h"

#include <glib/gstdio.h>

/* Adds a file of this path to a list of its own; what the list says of its folder. */
static char *
dup_shown_folder (const char *path)
{
  g_autofree char *list = g_build_filename (g_get_user_runtime_dir (), "recent.xbel", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GtkRecentManager) manager = g_object_new (GTK_TYPE_RECENT_MANAGER, "filename", list, NULL);
  g_autoptr (CptRecent) recent = cpt_recent_new (manager);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CptRecentFile) shown = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "words", -1, NULL));
  cpt_recent_add (recent, file);
  while (g_list_model_get_n_items (G_LIST_MODEL (recent)) == 0)
    g_main_context_iteration (NULL, TRUE);
  shown = g_list_model_get_item (G_LIST_MODEL (recent), 0);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (list), ==, 0);
  return g_strdup (cpt_recent_file_get_folder (shown));
}

static void
test_home (void)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "News", "article.txt", NULL);
  g_autofree char *folder = dup_shown_folder (path);

  g_assert_cmpstr (folder, ==, "~/News");
}

/* Where the document portal keeps a file is no place that means anything to a person. */
static void
test_portal (void)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "doc", "1f2e3d4c", "article.txt", NULL);
  g_autofree char *folder = dup_shown_folder (path);

  g_assert_null (folder);
}

static void
test_is_portal_document (void)
{
  g_autofree char *inside = g_build_filename (g_get_user_runtime_dir (), "doc", "1f2e3d4c", "article.txt", NULL);
  g_autofree char *beside = g_build_filename (g_get_user_runtime_dir (), "docs", "article.txt", NULL);
  g_autoptr (GFile) document = g_file_new_for_path (inside);
  g_autoptr (GFile) other = g_file_new_for_path (beside);
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/run/doc/article.txt");

  g_assert_true (cpt_file_is_portal_document (document));
  g_assert_false (cpt_file_is_portal_document (other));
  g_assert_false (cpt_file_is_portal_document (remote));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_set_application_name ("Counterpoint");
  g_test_add_func ("/gui/recent/home", test_home);
  g_test_add_func ("/gui/recent/portal", test_portal);
  g_test_add_func ("/gui/recent/is-portal-document", test_is_portal_document);
  return g_test_run ();
}
