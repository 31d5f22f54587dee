// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way once: open through the dialog, see, date, drag, undo, redo, save, open again.
#include "driver.h"

#include "cpt-store.h"

#include <glib/gstdio.h>
#include <string.h>

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

static CptState *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CptState *state = cpt_store_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static void
wait_for_file (const char *path)
{
  gint64 end = g_get_monotonic_time () + DRIVER_PATIENCE_MS * 1000;

  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (50000);
    }
}

static void
set_publication_date (Driver *driver)
{
  g_autoptr (AtspiAccessible) entry = NULL, apply = NULL;

  driver_keys (driver, "alt+3");
  entry = driver_find (driver, ATSPI_ROLE_TEXT, "Published");
  driver_click (driver, entry);
  driver_keys (driver, "ctrl+a");
  driver_type (driver, "20 December 2025");
  driver_keys (driver, "Return");
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "date moves")); /* told before it happens */
  driver_screenshot (driver, "preview");
  apply = driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Apply");
  driver_click (driver, apply);
  driver_wait_gone (driver, ATSPI_ROLE_INVALID, "date moves");
  driver_focus_program ();
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "20 December 2025"));
}

static void
drag_the_bridge_to_nato (Driver *driver)
{
  g_autoptr (AtspiAccessible) card = NULL, target = NULL;

  driver_keys (driver, "alt+1");
  card = driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river");
  target = driver_find (driver, ATSPI_ROLE_INVALID, "would not attack anybody");
  driver_drag (driver, card, target);
}

/* Sides of the statement about the bridge in a saved comparison. */
static CptSideSet
get_bridge_sides (CptState *state)
{
  const CptArticleState *article = cpt_state_get_article (state, 0);
  const CptStatement *last = g_ptr_array_index (article->statements, article->statements->len - 1);

  return last->now.sides;
}

static void
test_whole_way (void)
{
  g_autofree char *article = write_article ();
  g_autofree char *saved = g_build_filename (folder, "comparison.counterpoint", NULL);
  g_autofree char *again = g_build_filename (folder, "again.counterpoint", NULL);
  g_autofree char *first_bytes = NULL, *second_bytes = NULL;
  g_autoptr (CptState) state = NULL, undone = NULL;
  Driver *driver = driver_start (NULL);

  driver_keys (driver, "ctrl+o");
  driver_choose_file (driver, article);
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river"));
  driver_screenshot (driver, "1-board");

  set_publication_date (driver);
  driver_keys (driver, "alt+2");
  g_object_unref (driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "19 December 2025"));
  driver_screenshot (driver, "2-timeline");

  drag_the_bridge_to_nato (driver);
  driver_screenshot (driver, "3-dragged");
  driver_keys (driver, "ctrl+s");
  driver_save_as (driver, saved);
  wait_for_file (saved);
  state = load (saved);
  g_assert_cmpuint (get_bridge_sides (state), ==, CPT_SIDE_BIT (0));
  g_assert_cmpint (cpt_article_get_published_day (cpt_state_get_article (state, 0)->article), ==, cpt_day_from_ymd (2025, 12, 20));

  driver_keys (driver, "ctrl+z");
  driver_keys (driver, "ctrl+shift+s");
  driver_save_as (driver, again);
  wait_for_file (again);
  undone = load (again);
  g_assert_cmpuint (get_bridge_sides (undone), ==, 0);
  g_assert_cmpint (g_remove (again), ==, 0);

  driver_keys (driver, "ctrl+shift+z");
  driver_keys (driver, "ctrl+s"); /* into the file of the last "Save as" */
  wait_for_file (again);
  driver_close (driver);

  g_assert_true (g_file_get_contents (saved, &first_bytes, NULL, NULL));
  g_assert_true (g_file_get_contents (again, &second_bytes, NULL, NULL));
  g_assert_cmpstr (first_bytes, ==, second_bytes);
}

static void
test_reopened_is_identical (void)
{
  g_autofree char *saved = g_build_filename (folder, "comparison.counterpoint", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.counterpoint", NULL);
  g_autofree char *first_bytes = NULL, *second_bytes = NULL;
  Driver *driver = driver_start ((const char *[]){ saved, NULL });

  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river"));
  driver_keys (driver, "ctrl+shift+s");
  driver_save_as (driver, copy);
  wait_for_file (copy);
  driver_close (driver);
  g_assert_true (g_file_get_contents (saved, &first_bytes, NULL, NULL));
  g_assert_true (g_file_get_contents (copy, &second_bytes, NULL, NULL));
  g_assert_cmpstr (first_bytes, ==, second_bytes);
}

static void
test_bad_file_is_named (void)
{
  g_autofree char *path = g_build_filename (folder, "picture.txt", NULL);
  Driver *driver;

  g_assert_true (g_file_set_contents (path, "\x89PNG\r\n\x1a\n\0\0\0\0\0\0", 14, NULL));
  driver = driver_start (NULL);
  driver_keys (driver, "ctrl+o");
  driver_choose_file (driver, path);
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "picture.txt"));
  driver_screenshot (driver, "4-bad-file");
  driver_close (driver);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  /* libatspi warns while a program is still registering. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpint (atspi_init (), <=, 1);
  folder = g_dir_make_tmp ("counterpoint-e2e-XXXXXX", NULL);
  g_test_add_func ("/e2e/whole-way", test_whole_way);
  g_test_add_func ("/e2e/reopened-is-identical", test_reopened_is_identical);
  g_test_add_func ("/e2e/bad-file-is-named", test_bad_file_is_named);
  status = g_test_run ();
  driver_remove_folder (folder);
  g_free (folder);
  return status;
}
