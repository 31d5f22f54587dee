// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, killed while somebody works in its window: what was there five seconds before is there again, can be
// kept, and can be discarded.
#include <stdlib.h>
#include <string.h>

#include "cpt-command.h"
#include "cpt-draft.h"
#include "driver.h"

#define N_KILLS 4
#define PROMISE_US (5 * G_USEC_PER_SEC)
#define MAX_STEPS 400

static char *folder;
static char *path;

static CptState *
load (const char *file_path)
{
  g_autoptr (GFile) file = g_file_new_for_path (file_path);
  g_autoptr (GError) error = NULL;
  CptState *state = cpt_store_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

/* The number that was written last into the note of a card. */
static guint
get_step (CptState *state)
{
  const CptArticleState *article = cpt_state_get_article (state, 0);
  guint step = 0;

  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *statement = article->statements->pdata[i];

      step = MAX (step, statement->note == NULL ? 0 : (guint) atoi (statement->note));
    }
  return step;
}

/* What the next start would offer; it is left for that. */
static guint
look_at_disk (void)
{
  g_autofree char *drafts_folder = cpt_draft_dup_folder ();
  g_autoptr (GPtrArray) drafts = cpt_draft_find_abandoned (drafts_folder);
  g_autoptr (CptState) saved = load (path);
  g_autoptr (CptRecovered) recovered = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (drafts->len, <=, 1);
  if (drafts->len == 0)
    return get_step (saved);
  recovered = cpt_draft_read (drafts->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (get_step (recovered->state), >=, get_step (saved));
  return get_step (recovered->state);
}

static void
write_note (Driver *driver, guint step)
{
  g_autofree char *text = g_strdup_printf ("%u", step);

  driver_keys (driver, "n");
  driver_keys (driver, "ctrl+a");
  driver_type (driver, text);
  driver_keys (driver, "ctrl+Return");
}

static void
choose_card (Driver *driver)
{
  g_autoptr (AtspiAccessible) card = driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river");

  driver_click (driver, card);
}

/* Writes notes for @life_us and dies; gives the last step that was done five seconds before. */
static guint
work_and_die (Driver *driver, guint *step, gint64 life_us, gboolean save)
{
  gint64 times[MAX_STEPS];
  gint64 begin = g_get_monotonic_time ();
  guint first = *step, n = 0;

  while (n < MAX_STEPS && g_get_monotonic_time () < begin + life_us)
    {
      write_note (driver, ++*step);
      times[n++] = g_get_monotonic_time ();
      if (save && n == 3)
        driver_keys (driver, "ctrl+s");
    }
  driver_kill (driver);
  begin = g_get_monotonic_time ();
  while (n > 0 && times[n - 1] > begin - PROMISE_US)
    n--;
  return n == 0 ? 0 : first + n;
}

static void
keep (Driver *driver)
{
  g_autoptr (AtspiAccessible) button = NULL;

  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "was recovered"));
  driver_screenshot (driver, "recovered");
  button = driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Keep");
  driver_click (driver, button);
  driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "Keep");
}

static void
test_killed_and_kept (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint step = 0, on_disk = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      Driver *driver = driver_start ((const char *[]){ path, NULL });
      g_autoptr (CptState) saved = load (path);
      guint promised;

      if (on_disk > get_step (saved))
        keep (driver);
      choose_card (driver);
      promised = work_and_die (driver, &step, g_rand_int_range (rand, 5500, 9500) * 1000, i % 2 == 1);
      on_disk = look_at_disk ();
      g_test_message ("killed at step %u, promised %u, on the disk %u", step, promised, on_disk);
      g_assert_cmpuint (on_disk, >=, promised);
      g_assert_cmpuint (on_disk, <=, step);
    }
  g_assert_cmpuint (on_disk, >, 0);
}

static gboolean
is_without_drafts (void)
{
  g_autofree char *drafts_folder = cpt_draft_dup_folder ();
  g_autoptr (GPtrArray) drafts = cpt_draft_find_abandoned (drafts_folder);

  return drafts->len == 0;
}

/* Giving the recovered changes up shows what was saved, and the next start offers nothing. */
static void
test_discarded (void)
{
  g_autoptr (CptState) saved = load (path);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (AtspiAccessible) button = NULL, confirm = NULL;
  Driver *driver;

  g_assert_false (is_without_drafts ());
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  driver = driver_start (NULL);
  button = driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Discard…");
  driver_click (driver, button);
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "Discard the recovered changes?"));
  driver_screenshot (driver, "discard");
  driver_keys (driver, "alt+d");
  driver_wait_gone (driver, ATSPI_ROLE_INVALID, "was recovered");
  g_object_unref (driver_find (driver, ATSPI_ROLE_INVALID, "The bridge over the river"));
  driver_close (driver); /* asks nothing: there are no changes */
  g_assert_true (is_without_drafts ());
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

static void
save_comparison (void)
{
  static const char text[] = "NATO spokeswoman Anna Berg said on December 19 that the alliance would not attack anybody.\n\n"
                             "The bridge over the river was closed to traffic.\n";
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", NULL);
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, NULL);
  g_autoptr (CptAnalysis) analysis = cpt_analysis_run (article, profile, NULL, NULL);
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (CptCommand) command = cpt_command_add_article (empty, analysis);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (cpt_store_save (cpt_command_get_after (command), file, NULL, NULL, NULL, NULL));
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
  path = g_build_filename (folder, "week.counterpoint", NULL);
  save_comparison ();
  g_test_add_func ("/e2e/killed-and-kept", test_killed_and_kept);
  g_test_add_func ("/e2e/discarded", test_discarded);
  status = g_test_run ();
  driver_remove_folder (folder);
  g_free (folder);
  g_free (path);
  return status;
}
