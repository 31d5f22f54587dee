// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing .counterpoint files, at once and in worker threads. Room: core/store; knows no JSON.
#include "cpt-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cpt-store-replace.h"

G_DEFINE_QUARK (cpt-store-error-quark, cpt_store_error)

/* What the two asynchronous calls take and give. */
typedef struct
{
  CptState *state;
  char *expected_etag;
  char *etag;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->state, cpt_state_unref);
  g_free (job->expected_etag);
  g_free (job->etag);
  g_free (job);
}

/* Errors of GIO become ours, with the name of the file; that somebody cancelled stays what it is. */
static void
propagate (GError **error, CptStoreError code, GFile *file, GError *local_error)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (local_error));
  else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    g_set_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_CHANGED, _ ("%s: another program changed the file"), name);
  else
    g_set_error (error, CPT_STORE_ERROR, code, _ ("%s: %s"), name, local_error->message);
}

/**
 * cpt_store_load:
 * @file: a .counterpoint file
 * @etag: (out) (optional) (transfer full) (nullable): tells later whether another program changed the file
 * @cancellable: (nullable): to stop the reading
 * @error: return location
 *
 * Returns: (transfer full): the state
 *
 * Thread: any; blocks.
 * Errors: %CPT_STORE_ERROR_READ, %CPT_STORE_ERROR_DAMAGED, %CPT_STORE_ERROR_VERSION_TOO_NEW; %G_IO_ERROR_CANCELLED.
 */
CptState *
cpt_store_load (GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *read_etag = NULL;
  g_autoptr (GError) local_error = NULL;
  CptState *state;
  gsize length_bytes;

  if (!g_file_load_contents (file, cancellable, &data, &length_bytes, &read_etag, &local_error))
    {
      propagate (error, CPT_STORE_ERROR_READ, file, local_error);
      return NULL;
    }
  state = cpt_store_parse (data, (gssize) length_bytes, name, error);
  if (state != NULL && etag != NULL)
    *etag = cpt_store_etag_new (read_etag, (goffset) length_bytes);
  return state;
}

/**
 * cpt_store_save:
 * @state: what to write
 * @file: where
 * @expected_etag: (nullable): what the file was when it was read or written last; %NULL to write over whatever is there
 * @new_etag: (out) (optional) (transfer full) (nullable): what it is now
 * @cancellable: (nullable): to stop before the file is touched
 * @error: return location
 *
 * Writes beside the target, to the disk, and then takes the target's place, so that a power cut at any moment leaves the old
 * file or the new one. What was there is kept under the name with "~" behind it.
 *
 * Returns: whether the file is on the disk
 *
 * Thread: any; blocks.
 * Errors: %CPT_STORE_ERROR_CHANGED, %CPT_STORE_ERROR_WRITE; %G_IO_ERROR_CANCELLED.
 */
gboolean
cpt_store_save (CptState *state, GFile *file, const char *expected_etag, char **new_etag, GCancellable *cancellable,
                GError **error)
{
  g_autofree char *json = cpt_store_to_json (state);
  g_autoptr (GError) local_error = NULL;
  gsize length_bytes = strlen (json);

  if (!g_utf8_validate_len (json, length_bytes, NULL)) /* never put a file that opens no more in place of one that does */
    g_set_error_literal (&local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("there is text in it that is not UTF-8"));
  else if (cpt_store_replace (file, json, length_bytes, expected_etag, new_etag, cancellable, &local_error))
    return TRUE;
  propagate (error, CPT_STORE_ERROR_WRITE, file, local_error);
  return FALSE;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Job *job = g_new0 (Job, 1);

  job->state = cpt_store_load (source, &job->etag, cancellable, &error);
  if (job->state != NULL)
    {
      g_task_return_pointer (task, job, (GDestroyNotify) job_free);
      return;
    }
  job_free (job);
  g_task_return_error (task, error);
}

/**
 * cpt_store_load_async:
 *
 * cpt_store_load() in a worker thread.
 */
void
cpt_store_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, cpt_store_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * cpt_store_load_finish:
 * @etag: (out) (optional) (transfer full) (nullable): as in cpt_store_load()
 *
 * Returns: (transfer full): the state
 */
CptState *
cpt_store_load_finish (GAsyncResult *result, char **etag, GError **error)
{
  Job *job;
  CptState *state;

  g_return_val_if_fail (g_async_result_is_tagged (result, cpt_store_load_async), NULL);
  job = g_task_propagate_pointer (G_TASK (result), error);
  if (job == NULL)
    return NULL;
  state = g_steal_pointer (&job->state);
  if (etag != NULL)
    *etag = g_steal_pointer (&job->etag);
  job_free (job);
  return state;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (cpt_store_save (job->state, source, job->expected_etag, &job->etag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cpt_store_save_async:
 *
 * cpt_store_save() in a worker thread. @state is immutable: the comparison may go on changing.
 */
void
cpt_store_save_async (CptState *state, GFile *file, const char *expected_etag, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->state = cpt_state_ref (state);
  job->expected_etag = g_strdup (expected_etag);
  g_task_set_source_tag (task, cpt_store_save_async);
  g_task_set_check_cancellable (task, FALSE); /* once the file is there, it is saved */
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * cpt_store_save_finish:
 * @new_etag: (out) (optional) (transfer full) (nullable): as in cpt_store_save()
 *
 * Returns: whether the file is on the disk
 */
gboolean
cpt_store_save_finish (GAsyncResult *result, char **new_etag, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, cpt_store_save_async), FALSE);
  job = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&job->etag);
  return TRUE;
}
