// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with a comparison, without a window: recover, open, edit, keep drafts, save. Waits to be killed.
// Part of the tests.
#include <unistd.h>

#include "cpt-draft-keeper.h"
#include "kill-steps.h"

#define DRAFT_DELAY_MS 8 /* the window waits three seconds; here more must happen */
#define STEP_PAUSE_MS 1
#define STEPS_A_FLUSH 7
#define STEPS_A_SAVE 31

typedef struct
{
  guint seed;
  GFile *file;
  char *etag;
  CptHistory *history;
  CptDraftKeeper *keeper;
  CptState *saving; /* (nullable) */
} Driver;

static CptState *
get_state (Driver *self)
{
  return cpt_comparison_get_state (cpt_history_get_comparison (self->history));
}

/* What is told here, the disk holds. */
static void
tell_safe (guint n)
{
  char line[32];
  int length = g_snprintf (line, sizeof line, "%u\n", n);

  if (write (STDOUT_FILENO, line, (size_t) length) != length)
    _exit (1);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (cpt_draft_keeper_flush_finish (CPT_DRAFT_KEEPER (source), result, NULL))
    tell_safe (GPOINTER_TO_UINT (user_data));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Driver *self = user_data;
  g_autoptr (CptState) state = g_steal_pointer (&self->saving);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->etag, g_free);
  if (!cpt_store_save_finish (result, &self->etag, &error))
    g_error ("%s", error->message);
  cpt_draft_keeper_set_document (self->keeper, self->file, self->etag);
  cpt_history_mark_saved (self->history, state);
  tell_safe (kill_steps_count (state));
}

static void
before_save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Driver *self = user_data;

  cpt_store_save_async (self->saving, self->file, self->etag, NULL, saved_cb, self);
}

static gboolean
step_cb (gpointer user_data)
{
  Driver *self = user_data;
  guint n;

  kill_steps_do (self->seed, self->history);
  n = kill_steps_count (get_state (self));
  if (n % STEPS_A_FLUSH == 0)
    cpt_draft_keeper_flush_async (self->keeper, flushed_cb, GUINT_TO_POINTER (n));
  if (n % STEPS_A_SAVE == 0 && self->saving == NULL)
    {
      self->saving = cpt_state_ref (get_state (self));
      cpt_draft_keeper_set_saving (self->keeper, self->saving);
      cpt_draft_keeper_flush_async (self->keeper, before_save_cb, self);
    }
  return G_SOURCE_CONTINUE;
}

/* As the window does at its start: what was left behind comes first, then the file. */
static CptState *
open_state (Driver *self, CptDraft **draft, gboolean *saved, const char *folder)
{
  g_autoptr (GPtrArray) drafts = cpt_draft_find_abandoned (folder);
  g_autoptr (CptRecovered) recovered = NULL;
  g_autoptr (GError) error = NULL;

  if (drafts->len > 0)
    {
      recovered = cpt_draft_read (drafts->pdata[0], &error);
      g_assert_no_error (error);
      if (recovered->is_saved)
        cpt_draft_remove (drafts->pdata[0], 0, NULL);
      else
        {
          *draft = cpt_draft_ref (drafts->pdata[0]);
          self->etag = g_strdup (recovered->etag);
          *saved = FALSE;
          return cpt_state_ref (recovered->state);
        }
    }
  *saved = g_file_query_exists (self->file, NULL);
  if (!*saved)
    return kill_steps_begin (self->seed);
  return cpt_store_load (self->file, &self->etag, NULL, &error);
}

int
main (int argc, char **argv)
{
  Driver self = { .seed = (guint) strtoul (argv[1], NULL, 10), .file = g_file_new_for_path (argv[2]) };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (CptDraft) draft = NULL;
  gboolean saved;
  g_autoptr (CptState) state = open_state (&self, &draft, &saved, argv[3]);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  self.history = cpt_history_new (comparison);
  if (!saved)
    cpt_history_mark_unsaved (self.history);
  self.keeper = cpt_draft_keeper_new (self.history, argv[3], draft, DRAFT_DELAY_MS);
  cpt_draft_keeper_set_document (self.keeper, self.file, self.etag);
  g_timeout_add (STEP_PAUSE_MS, step_cb, &self);
  g_main_loop_run (loop);
  return 0;
}
