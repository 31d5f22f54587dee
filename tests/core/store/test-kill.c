// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed at any moment of editing and saving: afterwards everything on the disk can be read, nothing is
// missing that the disk was said to hold, and what is recovered is a state that there was, to the byte.
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cpt-draft.h"
#include "kill-steps.h"

#define N_KILLS 200
#define KILLS_A_COMPARISON 25
#define MAX_LIFE_US 30000
#define PATIENCE_MS 20000

typedef struct
{
  guint seed;
  char *folder;
  char *drafts;
  char *path;
  CptHistory *script; /* repeats what the killed programs did */
  guint n_steps;      /* that were recovered */
} Story;

static void
story_begin (Story *self, guint seed)
{
  g_autoptr (CptState) state = kill_steps_begin (seed);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  *self = (Story){ .seed = seed, .folder = g_dir_make_tmp ("cpt-kill-XXXXXX", NULL), .script = cpt_history_new (comparison) };
  g_assert_nonnull (self->folder);
  self->drafts = g_build_filename (self->folder, "drafts", NULL);
  self->path = g_build_filename (self->folder, "week.counterpoint", NULL);
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
story_end (Story *self)
{
  remove_folder (self->drafts);
  remove_folder (self->folder);
  g_object_unref (self->script);
  g_free (self->folder);
  g_free (self->drafts);
  g_free (self->path);
}

/* Starts the driver, kills it after @life_us, counted from its first sign of life or from its start, and gives the last step
 * that it told was safe. */
static guint
live_and_die (Story *self, gulong life_us, gboolean from_first_sign)
{
  g_autofree char *seed = g_strdup_printf ("%u", self->seed);
  char *argv[] = { (char *) g_getenv ("CPT_KILL_DRIVER"), seed, self->path, self->drafts, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;
  int out, status;
  guint safe = 0;
  char buffer[65536];
  gsize length = 0;
  gssize n;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (from_first_sign)
    g_assert_cmpint (poll (&(struct pollfd){ out, POLLIN, 0 }, 1, PATIENCE_MS), ==, 1);
  g_usleep (life_us);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* it did not fall by itself */
  while ((n = read (out, buffer + length, sizeof buffer - 1 - length)) > 0)
    length += (gsize) n;
  g_close (out, NULL);
  buffer[length] = '\0';
  for (const char *line = buffer; *line != '\0'; line = strchr (line, '\n') + 1)
    safe = MAX (safe, (guint) strtoul (line, NULL, 10));
  return safe;
}

static CptState *
load_if_there (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CptState *state;

  if (!g_file_query_exists (file, NULL))
    return NULL;
  state = cpt_store_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  states_assert_sound (state);
  return state;
}

/* (nullable): what a program that is started now would show. */
static CptState *
recover (Story *self)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);
  g_autoptr (CptState) before = load_if_there (backup);
  g_autoptr (CptState) saved = load_if_there (self->path);
  g_autoptr (GPtrArray) drafts = cpt_draft_find_abandoned (self->drafts);
  g_autoptr (CptRecovered) recovered = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (drafts->len, <=, 1);
  if (before != NULL)
    g_assert_cmpuint (kill_steps_count (before), <=, kill_steps_count (saved));
  if (drafts->len == 0)
    return g_steal_pointer (&saved);
  recovered = cpt_draft_read (drafts->pdata[0], &error);
  g_assert_no_error (error);
  states_assert_sound (recovered->state);
  /* The file never holds more than the draft: a recovery that is older than what was saved would take work away. */
  if (saved != NULL)
    g_assert_cmpuint (kill_steps_count (saved), <=, kill_steps_count (recovered->state));
  return cpt_state_ref (recovered->state);
}

static void
assert_is_step_of_script (Story *self, CptState *state)
{
  g_autofree char *expected = NULL;
  g_autofree char *json = cpt_store_to_json (state);

  for (guint n = kill_steps_count (state); self->n_steps < n; self->n_steps++)
    kill_steps_do (self->seed, self->script);
  expected = cpt_store_to_json (cpt_comparison_get_state (cpt_history_get_comparison (self->script)));
  g_assert_cmpstr (json, ==, expected);
}

static void
test_kill (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  guint n_with_draft = 0, n_steps = 0;

  for (guint i = 0; i < N_KILLS / KILLS_A_COMPARISON; i++)
    {
      Story story;

      story_begin (&story, i);
      for (guint j = 0; j < KILLS_A_COMPARISON; j++)
        {
          gulong life_us = (gulong) g_rand_int_range (rand, 0, MAX_LIFE_US);
          guint safe = MAX (live_and_die (&story, life_us, j % 2 == 0), story.n_steps);
          g_autoptr (CptState) state = recover (&story);

          g_assert_cmpuint (state == NULL ? 0 : kill_steps_count (state), >=, safe);
          if (state == NULL)
            continue;
          n_with_draft++;
          assert_is_step_of_script (&story, state);
        }
      n_steps += story.n_steps;
      story_end (&story);
    }
  g_test_message ("%d kills, after %u of them there was something to go on with, %u steps", N_KILLS, n_with_draft, n_steps);
  g_assert_cmpuint (n_steps, >, N_KILLS); /* or nothing was tested */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  return g_test_run ();
}
