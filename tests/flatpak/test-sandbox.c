// SPDX-License-Identifier: GPL-3.0-or-later
// The program in its sandbox, by a real pointer: open through the portal, drag, save through the portal, quit, open again
// from the recent files; a file that another program changes; the desktop's dark style. Run by flatpak/inside.sh.
#include "portal.h"

#include "cpt-store.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of the host: the sandbox sees nothing of it. */
static char *folder;

static char *
write_article (void)
{
  char *path = g_build_filename (folder, "article.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       "NATO spokeswoman Anna Berg said on December 19 that the alliance would not attack anybody.\n\n"
                       "The Kremlin rejected the statement. \"These are words without worth,\" Kremlin spokesman Dmitry Peskov "
                       "told reporters.\n\n"
                       "The bridge over the river was closed to traffic.\n",
                       -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
wait_for_bridge_at_nato (const char *path)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  for (;;)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (CptState) state = cpt_store_load (file, NULL, NULL, NULL);
      const CptArticleState *article = state == NULL ? NULL : cpt_state_get_article (state, 0);
      const CptStatement *last
        = article == NULL ? NULL : g_ptr_array_index (article->statements, article->statements->len - 1);

      if (last != NULL && last->now.sides == CPT_SIDE_BIT (0))
        return;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (50000);
    }
}

static void
test_portal_way (void)
{
  g_autofree char *article = write_article ();
  g_autofree char *saved = g_build_filename (folder, "bridge.counterpoint", NULL);
  Driver *driver = driver_start (NULL);
  g_autoptr (AtspiAccessible) card = NULL, target = NULL;

  portal_focus_program (TRUE);
  driver_screenshot (driver, "1-start");
  driver_keys (driver, "ctrl+o");
  portal_choose_file (article, "2-portal-open");
  card = driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river");
  target = driver_find (driver, ATSPI_ROLE_INVALID, "would not attack anybody");
  driver_screenshot (driver, "3-board");
  driver_drag (driver, card, target);
  driver_screenshot (driver, "4-dragged");
  driver_keys (driver, "ctrl+s");
  portal_save_as (saved, "5-portal-save");
  wait_for_bridge_at_nato (saved);
  driver_close (driver);
}

/* By keys: GTK 4.18 tells wrong places of small things, and the driver's spectacles do not get into the sandbox. */
static Driver *
start_from_recent (const char *screenshot)
{
  Driver *driver = driver_start (NULL);
  g_autoptr (AtspiAccessible) row = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "bridge.counterpoint");

  portal_focus_program (TRUE);
  if (screenshot != NULL)
    driver_screenshot (driver, screenshot);
  /* Where the document portal keeps a file is no place that means anything to a person. */
  g_assert_false (driver_has (driver, ATSPI_ROLE_INVALID, "/doc/"));
  driver_walk_to (driver, row, "Tab");
  driver_keys (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river"));
  return driver;
}

static void
test_recent (void)
{
  Driver *driver = start_from_recent ("6-recent");

  driver_screenshot (driver, "7-reopened");
  driver_close (driver);
}

/* Written by a program outside: in place, and by a new file that takes the old one's name. */
static void
change_file (const char *path, gboolean in_place)
{
  g_autofree char *contents = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;
  FILE *stream;

  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  changed = g_strconcat (contents, "\n", NULL);
  if (!in_place)
    {
      g_assert_true (g_file_set_contents (path, changed, -1, &error));
      return;
    }
  stream = g_fopen (path, "r+");
  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (changed, 1, strlen (changed), stream), ==, strlen (changed));
  g_assert_cmpint (fclose (stream), ==, 0);
}

static void
test_changed_outside (gconstpointer in_place)
{
  g_autofree char *saved = g_build_filename (folder, "bridge.counterpoint", NULL);
  Driver *driver = start_from_recent (NULL);

  portal_focus_program (FALSE);
  change_file (saved, GPOINTER_TO_INT (in_place));
  portal_focus_program (TRUE);
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "was changed by another program"));
  driver_screenshot (driver, in_place ? "8-changed-in-place" : "9-replaced");
  driver_close (driver);
}

static void
test_dark (void)
{
  Driver *driver = start_from_recent (NULL);

  portal_wait_dark (FALSE);
  portal_set_color_scheme ("prefer-dark");
  portal_wait_dark (TRUE);
  driver_screenshot (driver, "10-dark");
  portal_set_color_scheme ("default");
  portal_wait_dark (FALSE);
  driver_close (driver);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* libatspi warns while a program is still registering. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpint (atspi_init (), <=, 1);
  folder = g_build_filename (g_get_home_dir (), "News", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_test_add_func ("/flatpak/portal-way", test_portal_way);
  g_test_add_func ("/flatpak/recent", test_recent);
  g_test_add_data_func ("/flatpak/changed-in-place", GINT_TO_POINTER (TRUE), test_changed_outside);
  g_test_add_data_func ("/flatpak/replaced", GINT_TO_POINTER (FALSE), test_changed_outside);
  g_test_add_func ("/flatpak/dark", test_dark);
  return g_test_run ();
}
