// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a comparison. Room: gui/models; asks nothing of the user, shows nothing.
#include "cpt-document.h"

#include <glib/gi18n.h>

#define POLL_SECONDS 10 /* where no events tell that a file was changed */
#define GONE_PAUSE_MS 1500

struct _CptDocument
{
  GObject parent_instance;
  CptHistory *history;
  GFile *file; /* (nullable) */
  char *view;  /* (nullable): to be saved with the comparison */
  char *etag;  /* (nullable): of what we read or wrote last */
  GFileMonitor *monitor;
  CptDraftKeeper *keeper;
  CptLock *lock;  /* (nullable): on the file */
  gboolean shared; /* somebody else has the lock */
  guint n_saving; /* our own writes that the monitor must not report */
  guint poll_timer;
  guint gone_timer;
  gboolean missed; /* the file was not there when it was looked for */
  gboolean told;  /* "changed-on-disk" or "gone-from-disk" was emitted for the present etag */
};

G_DEFINE_FINAL_TYPE (CptDocument, cpt_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_SHARED,
  PROP_DRAFT_PROBLEM,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED_ON_DISK,
  GONE_FROM_DISK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
tell (CptDocument *self, guint signal)
{
  self->told = TRUE;
  g_signal_emit (self, signals[signal], 0);
}

static gboolean
look_again_cb (gpointer user_data)
{
  CptDocument *self = user_data;

  self->gone_timer = 0;
  cpt_document_check_disk (self);
  return G_SOURCE_REMOVE;
}

/* Some programs remove a file before they write it anew: only what is gone twice is gone. */
static void
take_gone (CptDocument *self)
{
  if (self->gone_timer != 0)
    return;
  if (!self->missed)
    {
      self->missed = TRUE;
      self->gone_timer = g_timeout_add (GONE_PAUSE_MS, look_again_cb, self);
      return;
    }
  cpt_history_mark_unsaved (self->history);
  tell (self, GONE_FROM_DISK);
}

static void
etag_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptDocument) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *etag = info == NULL ? NULL : cpt_store_dup_etag (info);

  if (self->n_saving > 0 || self->told || self->etag == NULL || G_FILE (source) != self->file)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    take_gone (self);
  else if (info != NULL)
    self->missed = FALSE;
  if (info != NULL && g_strcmp0 (etag, self->etag) != 0)
    tell (self, CHANGED_ON_DISK);
}

static void
monitor_cb (CptDocument *self)
{
  cpt_document_check_disk (self);
}

static gboolean
poll_cb (gpointer user_data)
{
  cpt_document_check_disk (user_data);
  return G_SOURCE_CONTINUE;
}

/* Files that the document portal hands out and files on other machines are changed without a word. */
static gboolean
has_events (GFile *file, GFileMonitor *monitor)
{
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);
  const char *path = g_file_peek_path (file);

  return monitor != NULL && path != NULL && !g_str_has_prefix (path, documents) && !g_str_has_prefix (path, "/run/flatpak/doc/");
}

static void
watch_file (CptDocument *self)
{
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->poll_timer, g_source_remove);
  if (self->file == NULL)
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_cb), self, G_CONNECT_SWAPPED);
  if (!has_events (self->file, self->monitor))
    self->poll_timer = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
}

static void
set_shared (CptDocument *self, gboolean shared)
{
  if (self->shared == shared)
    return;
  self->shared = shared;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARED]);
}

static void
lock_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "counterpoint", "locks", NULL);
  GError *error = NULL;
  CptLock *lock = cpt_lock_take_document (folder, task_data, &error);

  if (lock != NULL)
    g_task_return_pointer (task, lock, (GDestroyNotify) cpt_lock_free);
  else
    g_task_return_error (task, error);
}

static void
locked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptDocument *self = CPT_DOCUMENT (source);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (CptLock) lock = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->file == NULL || !g_file_equal (self->file, file) || self->lock != NULL)
    return;
  self->lock = g_steal_pointer (&lock);
  set_shared (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY));
}

static void
lock_file (CptDocument *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, locked_cb, NULL);

  g_clear_pointer (&self->lock, cpt_lock_free);
  if (self->file == NULL)
    return;
  g_task_set_source_tag (task, lock_file);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, lock_in_thread);
}

static void
set_file (CptDocument *self, GFile *file, const char *etag)
{
  gboolean changed = self->file != file && (self->file == NULL || file == NULL || !g_file_equal (self->file, file));

  g_free (self->etag);
  self->etag = g_strdup (etag);
  self->told = self->missed = FALSE;
  cpt_draft_keeper_set_document (self->keeper, file, etag);
  if (!changed)
    return;
  g_set_object (&self->file, file);
  watch_file (self);
  lock_file (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
cpt_document_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CptDocument *self = CPT_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_SHARED:
      g_value_set_boolean (value, self->shared);
      break;
    case PROP_DRAFT_PROBLEM:
      g_value_set_string (value, cpt_draft_keeper_get_problem (self->keeper));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_document_dispose (GObject *object)
{
  CptDocument *self = CPT_DOCUMENT (object);

  g_clear_handle_id (&self->poll_timer, g_source_remove);
  g_clear_handle_id (&self->gone_timer, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->keeper);
  g_clear_object (&self->history);
  g_clear_object (&self->file);
  g_clear_pointer (&self->lock, cpt_lock_free);
  G_OBJECT_CLASS (cpt_document_parent_class)->dispose (object);
}

static void
cpt_document_finalize (GObject *object)
{
  g_free (CPT_DOCUMENT (object)->etag);
  g_free (CPT_DOCUMENT (object)->view);
  G_OBJECT_CLASS (cpt_document_parent_class)->finalize (object);
}

static void
cpt_document_class_init (CptDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cpt_document_get_property;
  object_class->dispose = cpt_document_dispose;
  object_class->finalize = cpt_document_finalize;
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHARED] = g_param_spec_boolean ("shared", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DRAFT_PROBLEM]
      = g_param_spec_string ("draft-problem", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED_ON_DISK] = g_signal_new ("changed-on-disk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE_FROM_DISK] = g_signal_new ("gone-from-disk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
cpt_document_init (CptDocument *self)
{
}

static void
draft_problem_cb (CptDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_PROBLEM]);
}

static CptDocument *
document_new (CptState *state, CptDraft *draft)
{
  CptDocument *self = g_object_new (CPT_TYPE_DOCUMENT, NULL);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);
  g_autofree char *folder = cpt_draft_dup_folder ();

  self->history = cpt_history_new (comparison);
  self->keeper = cpt_draft_keeper_new (self->history, folder, draft, CPT_DRAFT_DELAY_MS);
  g_signal_connect_object (self->keeper, "notify::problem", G_CALLBACK (draft_problem_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cpt_document_new:
 * @state: what was loaded
 * @file: (nullable): the saved comparison that it came from; %NULL for one made of articles, which is unsaved but not
 *   modified: closing it loses nothing that opening the articles would not bring back
 * @etag: (nullable): of @file when it was read
 *
 * Returns: (transfer full): a new document with an empty history
 */
CptDocument *
cpt_document_new (CptState *state, GFile *file, const char *etag)
{
  CptDocument *self = document_new (state, NULL);

  set_file (self, file, etag);
  return self;
}

/**
 * cpt_document_new_recovered:
 * @recovered: what was found
 * @draft: where; it goes on being the draft of this document
 *
 * Returns: (transfer full): a document that is modified until it is saved
 */
CptDocument *
cpt_document_new_recovered (const CptRecovered *recovered, CptDraft *draft)
{
  CptDocument *self = document_new (recovered->state, draft);

  cpt_history_mark_unsaved (self->history);
  set_file (self, recovered->document, recovered->etag);
  return self;
}

CptHistory *
cpt_document_get_history (CptDocument *self)
{
  g_return_val_if_fail (CPT_IS_DOCUMENT (self), NULL);
  return self->history;
}

/**
 * cpt_document_get_file:
 *
 * Returns: (transfer none) (nullable): where it was last read or written
 */
GFile *
cpt_document_get_file (CptDocument *self)
{
  g_return_val_if_fail (CPT_IS_DOCUMENT (self), NULL);
  return self->file;
}

static char *
dup_stem (const char *name, const char *suffix)
{
  if (g_str_has_suffix (name, suffix))
    return g_strndup (name, strlen (name) - strlen (suffix));
  return g_strdup (name);
}

/**
 * cpt_document_dup_title:
 *
 * Returns: (transfer full): what to call it: its own title, else the file's name, else its first article's
 */
char *
cpt_document_dup_title (CptDocument *self)
{
  CptState *state = cpt_comparison_get_state (cpt_history_get_comparison (self->history));
  const char *title = cpt_state_get_title (state);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      return dup_stem (name, CPT_STORE_SUFFIX);
    }
  if (cpt_state_get_n_articles (state) == 0)
    return g_strdup (_("New Comparison"));
  return g_strdup (cpt_article_get_display_name (cpt_state_get_article (state, 0)->article));
}

/**
 * cpt_document_dup_file_name:
 *
 * Returns: (transfer full): a name to propose for saving it
 */
char *
cpt_document_dup_file_name (CptDocument *self)
{
  g_autofree char *title = cpt_document_dup_title (self);
  char *dot = strrchr (title, '.');

  if (dot != NULL && dot != title && strlen (dot) <= 5 && strchr (dot, ' ') == NULL)
    *dot = '\0';
  g_strdelimit (title, "/\\:*?\"<>|\n\t", ' ');
  if (g_utf8_strlen (title, -1) > 60)
    *g_utf8_offset_to_pointer (title, 60) = '\0';
  g_strstrip (title);
  return g_strconcat (*title == '\0' ? _("Comparison") : title, CPT_STORE_SUFFIX, NULL);
}

typedef struct
{
  CptState *state;
  CptState *shown; /* the same with the view */
  GFile *file;
  char *expected_etag;
} Save;

static void
save_free (Save *save)
{
  cpt_state_unref (save->state);
  cpt_state_unref (save->shown);
  g_object_unref (save->file);
  g_free (save->expected_etag);
  g_free (save);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CptDocument *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autofree char *etag = NULL;
  GError *error = NULL;

  self->n_saving--;
  if (!cpt_store_save_finish (result, &etag, &error))
    {
      cpt_draft_keeper_set_saving (self->keeper, NULL);
      g_task_return_error (task, error);
      return;
    }
  set_file (self, save->file, etag);
  cpt_history_mark_saved (self->history, save->state);
  g_task_return_boolean (task, TRUE);
}

/* That no draft could be written is no reason not to save. */
static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Save *save = g_task_get_task_data (task);

  cpt_store_save_async (save->shown, save->file, save->expected_etag, NULL, saved_cb, task);
}

/**
 * cpt_document_save_async:
 * @file: where to; becomes the document's file
 * @force: write over what another program wrote to the document's file since it was read
 *
 * Writes the present state. Changes made meanwhile stay unsaved. The draft is brought up to date first, so that it is never
 * older than the file: whenever the program is killed, nothing that was saved looks as if it had to be recovered.
 */
void
cpt_document_save_async (CptDocument *self, GFile *file, gboolean force, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  gboolean same = self->file != NULL && g_file_equal (self->file, file);
  Save *save = g_new (Save, 1);

  *save = (Save){ .state = cpt_state_ref (cpt_comparison_get_state (cpt_history_get_comparison (self->history))),
                  .file = g_object_ref (file), .expected_etag = g_strdup (same && !force ? self->etag : NULL) };
  g_task_set_source_tag (task, cpt_document_save_async);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  self->n_saving++;
  save->shown = cpt_state_with_view (save->state, self->view);
  cpt_draft_keeper_set_saving (self->keeper, save->shown);
  cpt_draft_keeper_flush_async (self->keeper, drafted_cb, g_steal_pointer (&task));
}

gboolean
cpt_document_save_finish (CptDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cpt_document_check_disk:
 *
 * Looks, in the background, whether the file was changed by others. The document portal tells nobody, so the window also
 * calls this when it gets the focus.
 */
void
cpt_document_check_disk (CptDocument *self)
{
  g_return_if_fail (CPT_IS_DOCUMENT (self));
  if (self->file != NULL && self->n_saving == 0)
    g_file_query_info_async (self->file, CPT_STORE_ETAG_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW, NULL,
                             etag_cb, g_object_ref (self));
}

void
cpt_document_set_view (CptDocument *self, const char *view)
{
  g_return_if_fail (CPT_IS_DOCUMENT (self));
  g_free (self->view);
  self->view = g_strdup (view);
}

/**
 * cpt_document_check_disk_again:
 *
 * As cpt_document_check_disk(), but tells also what was told already.
 */
void
cpt_document_check_disk_again (CptDocument *self)
{
  g_return_if_fail (CPT_IS_DOCUMENT (self));
  self->told = FALSE;
  cpt_document_check_disk (self);
}

/**
 * cpt_document_get_shared:
 *
 * Returns: whether another window or program has the file open
 */
gboolean
cpt_document_get_shared (CptDocument *self)
{
  g_return_val_if_fail (CPT_IS_DOCUMENT (self), FALSE);
  return self->shared;
}

/**
 * cpt_document_get_draft_problem:
 *
 * Returns: (transfer none) (nullable): why no draft of the unsaved changes can be kept
 */
const char *
cpt_document_get_draft_problem (CptDocument *self)
{
  g_return_val_if_fail (CPT_IS_DOCUMENT (self), NULL);
  return cpt_draft_keeper_get_problem (self->keeper);
}

/**
 * cpt_document_write_draft:
 * @wait: whether the program is about to end
 *
 * Brings the draft up to date, in the background unless @wait.
 */
void
cpt_document_write_draft (CptDocument *self, gboolean wait)
{
  g_return_if_fail (CPT_IS_DOCUMENT (self));
  if (wait)
    cpt_draft_keeper_flush (self->keeper, NULL);
  else
    cpt_draft_keeper_flush_async (self->keeper, NULL, NULL);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (cpt_draft_keeper_forget_finish (CPT_DRAFT_KEEPER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cpt_document_forget_draft_async:
 *
 * The user gives the unsaved changes up.
 */
void
cpt_document_forget_draft_async (CptDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (CPT_IS_DOCUMENT (self));
  g_task_set_source_tag (task, cpt_document_forget_draft_async);
  cpt_draft_keeper_forget_async (self->keeper, forgotten_cb, g_steal_pointer (&task));
}

gboolean
cpt_document_forget_draft_finish (CptDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
