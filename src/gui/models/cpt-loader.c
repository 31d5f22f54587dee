// SPDX-License-Identifier: GPL-3.0-or-later
// Opening files off the main thread: import, analysis, saved comparisons. Room: gui/models; shows nothing.
#include "cpt-loader.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FOLDER_DEPTH 16

struct _CptLoader
{
  GObject parent_instance;
  GPtrArray *files; /* GFile */
  CptState *base;   /* (nullable) */
  GMutex mutex;
  double fraction;  /* under the mutex */
  char *text;       /* under the mutex */
  guint idle;       /* under the mutex: the pending notification */
};

G_DEFINE_FINAL_TYPE (CptLoader, cpt_loader, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_TEXT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* The analyser of the profile last used: preparing one costs more than analysing a short article. */
static GMutex analyser_mutex;
static CptAnalyser *analyser;

/**
 * cpt_dup_analyser:
 * @profile: (nullable): of a comparison; %NULL for the one that new comparisons begin with
 *
 * Returns: (transfer full): an analyser for @profile, kept between calls
 *
 * Thread: any.
 */
CptAnalyser *
cpt_dup_analyser (CptProfile *profile, GError **error)
{
  static CptProfile *builtin;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&analyser_mutex);

  if (builtin == NULL)
    builtin = cpt_profile_new_builtin ("nato-kremlin", error);
  if (profile == NULL)
    profile = builtin;
  if (profile == NULL)
    return NULL;
  if (analyser == NULL || cpt_analyser_get_profile (analyser) != profile)
    {
      g_clear_pointer (&analyser, cpt_analyser_unref);
      analyser = cpt_analyser_new (profile);
    }
  return cpt_analyser_ref (analyser);
}

/**
 * cpt_file_is_comparison:
 *
 * Returns: whether @file is named as a saved comparison
 */
gboolean
cpt_file_is_comparison (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, CPT_STORE_SUFFIX);
}

static gboolean
notify_cb (gpointer user_data)
{
  CptLoader *self = user_data;

  g_mutex_lock (&self->mutex);
  self->idle = 0;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  return G_SOURCE_REMOVE;
}

/* From the worker. However often it is called, one notification is pending at most. */
static void
report (CptLoader *self, double fraction, const char *format, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", name, 1);
  self->fraction = fraction;
  g_free (self->text);
  self->text = g_strdup (text->str);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, notify_cb, g_object_ref (self), g_object_unref);
}

static CptLoaded *
loaded_new (CptState *base)
{
  CptLoaded *loaded = g_new0 (CptLoaded, 1);

  loaded->base = base == NULL ? NULL : cpt_state_ref (base);
  loaded->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_analysis_unref);
  loaded->problems = g_ptr_array_new_with_free_func (g_free);
  loaded->known = g_ptr_array_new_with_free_func (g_free);
  return loaded;
}

void
cpt_loaded_free (CptLoaded *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->state, cpt_state_unref);
  g_clear_pointer (&self->base, cpt_state_unref);
  g_ptr_array_unref (self->analyses);
  g_clear_pointer (&self->command, cpt_command_unref);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->known);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self);
}

static gboolean
load_comparison (CptLoaded *loaded, GFile *file, GCancellable *cancellable, GError **error)
{
  CptState *state = cpt_store_load (file, &loaded->etag, cancellable, error);

  if (state == NULL)
    return FALSE;
  g_clear_pointer (&loaded->state, cpt_state_unref);
  loaded->state = state;
  g_set_object (&loaded->file, file);
  return TRUE;
}

/* All articles in one step, so that one undo takes them all back. */
static void
add_articles (CptLoaded *loaded)
{
  CptAnalysis *const *analyses = (CptAnalysis *const *) loaded->analyses->pdata;
  g_autoptr (CptState) before = NULL;
  g_autoptr (CptCommand) command = NULL;

  if (loaded->analyses->len == 0)
    return;
  before = loaded->base != NULL ? cpt_state_ref (loaded->base) : cpt_state_new (cpt_analysis_get_profile (analyses[0]));
  command = cpt_command_add_articles (before, analyses, loaded->analyses->len);
  if (command == NULL)
    return;
  g_clear_pointer (&loaded->state, cpt_state_unref);
  loaded->state = cpt_state_ref (cpt_command_get_after (command));
  if (loaded->base != NULL)
    loaded->command = g_steal_pointer (&command);
}

/* A folder that is added again brings only what is new in it. */
static gboolean
is_known (CptLoaded *loaded, const CptArticle *article)
{
  guint n_articles = loaded->base == NULL ? 0 : cpt_state_get_n_articles (loaded->base);

  for (guint i = 0; i < n_articles; i++)
    if (cpt_copies_is_same_article (cpt_state_get_article (loaded->base, i)->article, article))
      return TRUE;
  for (guint i = 0; i < loaded->analyses->len; i++)
    if (cpt_copies_is_same_article (cpt_analysis_get_article (loaded->analyses->pdata[i]), article))
      return TRUE;
  return FALSE;
}

static gboolean
load_article (CptLoader *self, CptLoaded *loaded, guint position, GCancellable *cancellable, GError **error)
{
  GFile *file = self->files->pdata[position];
  g_autoptr (CptArticle) article = NULL;
  g_autoptr (CptAnalyser) prepared = NULL;
  CptAnalysis *analysis;

  article = cpt_import_file (file, cancellable, error);
  if (article == NULL)
    return FALSE;
  if (is_known (loaded, article))
    {
      g_ptr_array_add (loaded->known, g_file_get_basename (file));
      return TRUE;
    }
  report (self, (position + 0.3) / self->files->len, _("Working out who says what in “%s”…"), file);
  prepared = cpt_dup_analyser (self->base == NULL ? NULL : cpt_state_get_profile (self->base), error);
  if (prepared == NULL)
    return FALSE;
  analysis = cpt_analyser_run (prepared, article, cancellable, error);
  if (analysis == NULL)
    return FALSE;
  g_ptr_array_add (loaded->analyses, analysis);
  return TRUE;
}

static void
load_one (CptLoader *self, CptLoaded *loaded, guint position, GCancellable *cancellable)
{
  GFile *file = self->files->pdata[position];
  g_autoptr (GError) error = NULL;
  gboolean done;

  report (self, (double) position / self->files->len, _("Reading “%s”…"), file);
  if (cpt_file_is_comparison (file))
    done = load_comparison (loaded, file, cancellable, &error);
  else
    done = load_article (self, loaded, position, cancellable, &error);
  if (!done && error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_ptr_array_add (loaded->problems, g_strdup (error->message));
}

/* --- folders ---------------------------------------------------------------------------------------------------- */

static gboolean
has_known_name (const char *name)
{
  const char *const *patterns = cpt_import_get_patterns ();

  for (guint i = 0; patterns[i] != NULL; i++)
    if (g_pattern_match_simple (patterns[i], name))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_uri (*(GFile *const *) a), *second = g_file_get_uri (*(GFile *const *) b);

  return strcmp (first, second);
}

/* The articles in a folder and in the folders in it, by name. Links are not followed: they may lead in circles. What is
 * hidden, and what is named otherwise than articles are, is passed over; a folder is not chosen file by file. */
static void
add_folder (GPtrArray *files, GFile *folder, guint depth, GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                   G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) && info != NULL)
    {
      if (g_file_info_get_is_hidden (info))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && depth < MAX_FOLDER_DEPTH)
        add_folder (found, child, depth + 1, cancellable);
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && has_known_name (g_file_info_get_name (info)))
        g_ptr_array_add (found, g_object_ref (child));
    }
  g_ptr_array_sort (found, compare_names);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
}

/* Files as they were given; folders as what is in them. */
static void
expand_folders (CptLoader *self, CptLoaded *loaded, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) given = g_steal_pointer (&self->files);

  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < given->len; i++)
    {
      GFile *file = given->pdata[i];
      guint n_before = self->files->len;
      g_autofree char *name = g_file_get_basename (file);

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
        {
          g_ptr_array_add (self->files, g_object_ref (file));
          continue;
        }
      add_folder (self->files, file, 0, cancellable);
      if (self->files->len == n_before && !g_cancellable_is_cancelled (cancellable))
        g_ptr_array_add (loaded->problems, g_strdup_printf (_("%s: there are no articles in this folder"), name));
    }
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CptLoader *self = source;
  g_autoptr (CptLoaded) loaded = loaded_new (self->base);

  expand_folders (self, loaded, cancellable);
  for (guint i = 0; i < self->files->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      load_one (self, loaded, i, cancellable);
    }
  add_articles (loaded);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) cpt_loaded_free);
}

static void
cpt_loader_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CptLoader *self = CPT_LOADER (object);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  switch (property_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_loader_finalize (GObject *object)
{
  CptLoader *self = CPT_LOADER (object);

  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->base, cpt_state_unref);
  g_free (self->text);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (cpt_loader_parent_class)->finalize (object);
}

static void
cpt_loader_class_init (CptLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cpt_loader_get_property;
  object_class->finalize = cpt_loader_finalize;
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cpt_loader_init (CptLoader *self)
{
  g_mutex_init (&self->mutex);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * cpt_loader_new:
 * @files: (array length=n_files): articles, folders with articles, or one saved comparison
 * @base: (nullable): the comparison to add the articles to; %NULL for a new one
 *
 * Returns: (transfer full): an operation that is ready to run once
 */
CptLoader *
cpt_loader_new (GFile **files, guint n_files, CptState *base)
{
  CptLoader *self = g_object_new (CPT_TYPE_LOADER, NULL);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  self->base = base == NULL ? NULL : cpt_state_ref (base);
  return self;
}

/**
 * cpt_loader_run_async:
 *
 * Loads in a worker thread. Files that cannot be opened become problems of the result; the others are loaded.
 */
void
cpt_loader_run_async (CptLoader *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CPT_IS_LOADER (self));
  g_task_set_source_tag (task, cpt_loader_run_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * cpt_loader_run_finish:
 *
 * Returns: (transfer full) (nullable): what was loaded
 *
 * Errors: only %G_IO_ERROR_CANCELLED
 */
CptLoaded *
cpt_loader_run_finish (CptLoader *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
