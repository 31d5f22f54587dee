// SPDX-License-Identifier: GPL-3.0-or-later
// When drafts are written and removed. Room: core/store; the main loop's side of it, the disk's is cpt-draft.c.
//
// Jobs run one after another. A job takes what the history holds when it begins; what changes meanwhile belongs to the
// next one. So there is one place where it is decided whether there must be a draft: start_job().
#include "cpt-draft-keeper.h"

#define MAX_PAUSE_MS 60000

struct _CptDraftKeeper
{
  GObject parent_instance;
  CptHistory *history;
  char *folder;
  CptDraft *draft;  /* (nullable): made by the first job that needs one; changed between jobs only */
  CptDraftOrigin origin;
  guint delay_ms;
  guint pause_ms;   /* before the next try, after failures */
  guint timer;
  gboolean running;
  gboolean due;     /* the timer ran out, or somebody asked, while a job was running */
  gboolean current; /* the disk holds what the history held when the last job began, and nothing changed since */
  gboolean gone;    /* nobody wants drafts of this any more */
  char *problem;
  GPtrArray *waiting; /* GTask: answered by the next job that begins */
  GPtrArray *served;  /* GTask: answered by the job that runs */
};

G_DEFINE_FINAL_TYPE (CptDraftKeeper, cpt_draft_keeper, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* What a worker needs; nothing of it changes while it runs. */
typedef struct
{
  char *folder;
  CptDraft *draft; /* (nullable) */
  CptState *state; /* (nullable): %NULL to have no draft */
  guint64 generation;
  CptDraftOrigin origin;
} Job;

static void
origin_clear (CptDraftOrigin *origin)
{
  g_clear_object (&origin->document);
  g_clear_pointer (&origin->etag, g_free);
  g_clear_pointer (&origin->saving, cpt_state_unref);
}

static CptDraftOrigin
origin_copy (const CptDraftOrigin *origin)
{
  return (CptDraftOrigin){
    .document = origin->document == NULL ? NULL : g_object_ref (origin->document),
    .etag = g_strdup (origin->etag),
    .saving = origin->saving == NULL ? NULL : cpt_state_ref (origin->saving),
  };
}

static void
job_free (Job *job)
{
  g_free (job->folder);
  g_clear_pointer (&job->draft, cpt_draft_unref);
  g_clear_pointer (&job->state, cpt_state_unref);
  origin_clear (&job->origin);
  g_free (job);
}

static Job *
job_new (CptDraftKeeper *self)
{
  Job *job = g_new0 (Job, 1);
  gboolean wanted = !self->gone && cpt_history_get_modified (self->history);

  job->folder = g_strdup (self->folder);
  job->draft = self->draft == NULL ? NULL : cpt_draft_ref (self->draft);
  if (wanted)
    job->state = cpt_state_ref (cpt_comparison_get_state (cpt_history_get_comparison (self->history)));
  job->generation = cpt_history_get_generation (self->history);
  job->origin = origin_copy (&self->origin);
  return job;
}

static gboolean
job_run (Job *job, GError **error)
{
  if (job->state == NULL)
    return job->draft == NULL || cpt_draft_remove (job->draft, job->generation, error);
  if (job->draft == NULL)
    job->draft = cpt_draft_new (job->folder, error);
  return job->draft != NULL
         && cpt_draft_write (job->draft, job->state, job->generation, &job->origin, error);
}

static void start_job (CptDraftKeeper *self);

static gboolean
timer_cb (gpointer user_data)
{
  CptDraftKeeper *self = user_data;

  self->timer = 0;
  start_job (self);
  return G_SOURCE_REMOVE;
}

static void
start_timer (CptDraftKeeper *self, guint delay_ms)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (delay_ms, timer_cb, self);
}

static void
set_problem (CptDraftKeeper *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
answer (GPtrArray *tasks, const GError *error)
{
  for (guint i = 0; i < tasks->len; i++)
    if (error == NULL)
      g_task_return_boolean (tasks->pdata[i], TRUE);
    else
      g_task_return_error (tasks->pdata[i], g_error_copy (error));
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (job_run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptDraftKeeper *self = CPT_DRAFT_KEEPER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) served = g_steal_pointer (&self->served);

  self->running = FALSE;
  self->served = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->draft == NULL && job->draft != NULL)
    self->draft = cpt_draft_ref (job->draft);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->pause_ms = self->delay_ms;
    }
  else
    {
      self->current = FALSE;
      self->pause_ms = MIN (self->pause_ms * 2, MAX (MAX_PAUSE_MS, self->delay_ms));
      if (!self->gone)
        start_timer (self, self->pause_ms);
    }
  set_problem (self, error == NULL ? NULL : error->message);
  answer (served, error);
  if (self->due)
    start_job (self);
}

static void
start_job (CptDraftKeeper *self)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *served = self->served;

  self->due = self->running;
  if (self->running)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->served = self->waiting;
  self->waiting = served;
  self->running = TRUE;
  self->current = TRUE;
  task = g_task_new (self, NULL, done_cb, NULL);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job_new (self), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/* A state that is safe elsewhere needs no draft from this moment on; one that is not gets its own in a while. */
static void
history_changed_cb (CptDraftKeeper *self)
{
  if (self->gone)
    return;
  self->current = FALSE;
  if (!cpt_history_get_modified (self->history) && (self->draft != NULL || self->running))
    start_job (self);
  else if (cpt_history_get_modified (self->history))
    start_timer (self, self->delay_ms);
}

static void
cpt_draft_keeper_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CptDraftKeeper *self = CPT_DRAFT_KEEPER (object);

  switch (property_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_draft_keeper_finalize (GObject *object)
{
  CptDraftKeeper *self = CPT_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->history);
  g_clear_pointer (&self->draft, cpt_draft_unref);
  origin_clear (&self->origin);
  g_free (self->folder);
  g_free (self->problem);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->served);
  G_OBJECT_CLASS (cpt_draft_keeper_parent_class)->finalize (object);
}

static void
cpt_draft_keeper_class_init (CptDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cpt_draft_keeper_get_property;
  object_class->finalize = cpt_draft_keeper_finalize;
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cpt_draft_keeper_init (CptDraftKeeper *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->served = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * cpt_draft_keeper_new:
 * @history: what to keep drafts of; a reference is kept
 * @folder: where drafts are kept
 * @draft: (nullable): one that was recovered: it goes on being this comparison's
 * @delay_ms: from the first change to the draft; %CPT_DRAFT_DELAY_MS
 *
 * Returns: (transfer full): a keeper; it touches nothing before there is an unsaved change
 */
CptDraftKeeper *
cpt_draft_keeper_new (CptHistory *history, const char *folder, CptDraft *draft, guint delay_ms)
{
  CptDraftKeeper *self = g_object_new (CPT_TYPE_DRAFT_KEEPER, NULL);

  self->history = g_object_ref (history);
  self->folder = g_strdup (folder);
  self->draft = draft == NULL ? NULL : cpt_draft_ref (draft);
  self->delay_ms = self->pause_ms = delay_ms;
  g_signal_connect_object (history, "notify::generation", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::modified", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cpt_draft_keeper_set_document:
 * @document: (nullable): the file of the comparison
 * @etag: (nullable): of @document as it was read or written last
 *
 * What drafts are drafts of from now on. A draft that is on the disk is written anew.
 */
void
cpt_draft_keeper_set_document (CptDraftKeeper *self, GFile *document, const char *etag)
{
  g_return_if_fail (CPT_IS_DRAFT_KEEPER (self));
  g_set_object (&self->origin.document, document);
  g_free (self->origin.etag);
  self->origin.etag = g_strdup (etag);
  g_clear_pointer (&self->origin.saving, cpt_state_unref);
  history_changed_cb (self);
}

/**
 * cpt_draft_keeper_set_saving:
 * @state: (nullable): what is written to the document from now until the next cpt_draft_keeper_set_document()
 */
void
cpt_draft_keeper_set_saving (CptDraftKeeper *self, CptState *state)
{
  g_return_if_fail (CPT_IS_DRAFT_KEEPER (self));
  g_clear_pointer (&self->origin.saving, cpt_state_unref);
  self->origin.saving = state == NULL ? NULL : cpt_state_ref (state);
}

/**
 * cpt_draft_keeper_get_problem:
 *
 * Returns: (transfer none) (nullable): why the last draft could not be written
 */
const char *
cpt_draft_keeper_get_problem (CptDraftKeeper *self)
{
  g_return_val_if_fail (CPT_IS_DRAFT_KEEPER (self), NULL);
  return self->problem;
}

static void
ask_for_job (CptDraftKeeper *self, gboolean needed, gpointer source_tag, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  if (!needed)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  start_job (self);
}

/**
 * cpt_draft_keeper_flush_async:
 *
 * Brings the draft up to date now, in a worker: the window lost the focus, or the comparison is about to be saved.
 */
void
cpt_draft_keeper_flush_async (CptDraftKeeper *self, GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean current, idle;

  g_return_if_fail (CPT_IS_DRAFT_KEEPER (self));
  current = self->current && !self->running;
  idle = self->draft == NULL && !self->running && !cpt_history_get_modified (self->history);
  ask_for_job (self, !self->gone && !current && !idle, cpt_draft_keeper_flush_async, callback, user_data);
}

gboolean
cpt_draft_keeper_flush_finish (CptDraftKeeper *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cpt_draft_keeper_flush:
 *
 * As cpt_draft_keeper_flush_async(), but waits: for the last moment of a program that was told to end.
 *
 * Returns: whether the disk holds what the history holds
 */
gboolean
cpt_draft_keeper_flush (CptDraftKeeper *self, GError **error)
{
  Job *job;
  gboolean done;

  g_return_val_if_fail (CPT_IS_DRAFT_KEEPER (self), FALSE);
  if (self->gone)
    return TRUE;
  while (self->running)
    g_main_context_iteration (NULL, TRUE);
  job = job_new (self);
  done = job_run (job, error);
  if (self->draft == NULL && job->draft != NULL)
    self->draft = cpt_draft_ref (job->draft);
  job_free (job);
  return done;
}

/**
 * cpt_draft_keeper_forget_async:
 *
 * The user gave the changes up: the draft goes, and no other comes.
 */
void
cpt_draft_keeper_forget_async (CptDraftKeeper *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (CPT_IS_DRAFT_KEEPER (self));
  self->gone = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  ask_for_job (self, self->draft != NULL || self->running, cpt_draft_keeper_forget_async, callback, user_data);
}

gboolean
cpt_draft_keeper_forget_finish (CptDraftKeeper *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
