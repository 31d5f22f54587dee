// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a comparison. Room: gui/models; asks nothing of the user, shows nothing.
#include "cpt-document.h"

#include <glib/gi18n.h>

struct _CptDocument
{
  GObject parent_instance;
  CptHistory *history;
  GFile *file; /* (nullable) */
  char *view;  /* (nullable): to be saved with the comparison */
  char *etag;  /* (nullable): of what we read or wrote last */
  GFileMonitor *monitor;
  guint n_saving; /* our own writes that the monitor must not report */
  gboolean told;  /* "changed-on-disk" was emitted for the present etag */
};

G_DEFINE_FINAL_TYPE (CptDocument, cpt_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED_ON_DISK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
etag_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptDocument) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autofree char *etag = info == NULL ? NULL : cpt_store_dup_etag (info);

  if (info == NULL || self->n_saving > 0 || self->told || self->etag == NULL || G_FILE (source) != self->file)
    return;
  if (g_strcmp0 (etag, self->etag) == 0)
    return;
  self->told = TRUE;
  g_signal_emit (self, signals[CHANGED_ON_DISK], 0);
}

static void
monitor_cb (CptDocument *self)
{
  cpt_document_check_disk (self);
}

static void
watch_file (CptDocument *self)
{
  g_clear_object (&self->monitor);
  if (self->file == NULL)
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_cb), self, G_CONNECT_SWAPPED);
}

static void
set_file (CptDocument *self, GFile *file, const char *etag)
{
  gboolean changed = self->file != file && (self->file == NULL || file == NULL || !g_file_equal (self->file, file));

  g_free (self->etag);
  self->etag = g_strdup (etag);
  self->told = FALSE;
  if (!changed)
    return;
  g_set_object (&self->file, file);
  watch_file (self);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_document_dispose (GObject *object)
{
  CptDocument *self = CPT_DOCUMENT (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->history);
  g_clear_object (&self->file);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED_ON_DISK] = g_signal_new ("changed-on-disk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
cpt_document_init (CptDocument *self)
{
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
  CptDocument *self = g_object_new (CPT_TYPE_DOCUMENT, NULL);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  self->history = cpt_history_new (comparison);
  set_file (self, file, etag);
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
  GFile *file;
} Save;

static void
save_free (Save *save)
{
  cpt_state_unref (save->state);
  g_object_unref (save->file);
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
      g_task_return_error (task, error);
      return;
    }
  set_file (self, save->file, etag);
  cpt_history_mark_saved (self->history, save->state);
  g_task_return_boolean (task, TRUE);
}

/**
 * cpt_document_save_async:
 * @file: where to; becomes the document's file
 * @force: write over what another program wrote to the document's file since it was read
 *
 * Writes the present state. Changes made meanwhile stay unsaved.
 */
void
cpt_document_save_async (CptDocument *self, GFile *file, gboolean force, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  gboolean same = self->file != NULL && g_file_equal (self->file, file);
  Save *save = g_new (Save, 1);
  g_autoptr (CptState) shown = NULL;

  *save = (Save){ cpt_state_ref (cpt_comparison_get_state (cpt_history_get_comparison (self->history))),
                  g_object_ref (file) };
  g_task_set_source_tag (task, cpt_document_save_async);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  self->n_saving++;
  shown = cpt_state_with_view (save->state, self->view);
  cpt_store_save_async (shown, file, same && !force ? self->etag : NULL, NULL, saved_cb,
                        g_steal_pointer (&task));
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
