// SPDX-License-Identifier: GPL-3.0-or-later
// Finding what an earlier run of the program left behind, off the main thread. Room: gui/models; shows nothing.
#include "cpt-recovery.h"

#include <glib/gi18n.h>

static void
rescue_free (CptRescue *self)
{
  cpt_draft_unref (self->draft);
  cpt_recovered_free (self->recovered);
  g_free (self);
}

void
cpt_rescues_free (CptRescues *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rescues);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* A draft of a newer version waits for that version; one that is damaged is put aside, so that it is told once. */
static void
add_problem (CptRescues *self, CptDraft *draft, const GError *error)
{
  g_autofree char *path = NULL;

  if (g_error_matches (error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED))
    path = cpt_draft_set_aside (draft);
  else
    path = g_strdup (cpt_draft_get_path (draft));
  g_ptr_array_add (self->problems, g_strdup_printf (_("%s\nIt was left in %s"), error->message, path));
}

static void
add_draft (CptRescues *self, CptDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptRecovered) recovered = cpt_draft_read (draft, &error);
  CptRescue *rescue;

  if (recovered == NULL)
    {
      add_problem (self, draft, error);
      return;
    }
  if (recovered->is_saved)
    {
      cpt_draft_remove (draft, 0, NULL);
      return;
    }
  rescue = g_new (CptRescue, 1);
  *rescue = (CptRescue){ cpt_draft_ref (draft), g_steal_pointer (&recovered) };
  g_ptr_array_add (self->rescues, rescue);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *folder = cpt_draft_dup_folder ();
  g_autoptr (GPtrArray) drafts = cpt_draft_find_abandoned (folder);
  CptRescues *self = g_new (CptRescues, 1);

  self->rescues = g_ptr_array_new_with_free_func ((GDestroyNotify) rescue_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < drafts->len; i++)
    add_draft (self, drafts->pdata[i]);
  g_task_return_pointer (task, self, (GDestroyNotify) cpt_rescues_free);
}

/**
 * cpt_recovery_run_async:
 * @source: (type GObject): whoever asks
 *
 * Takes the drafts that nobody works on and reads them in a worker thread. Drafts of what is saved after all go silently.
 */
void
cpt_recovery_run_async (gpointer source, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_source_tag (task, cpt_recovery_run_async);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * cpt_recovery_run_finish:
 *
 * Returns: (transfer full): what was found, perhaps nothing
 */
CptRescues *
cpt_recovery_run_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
