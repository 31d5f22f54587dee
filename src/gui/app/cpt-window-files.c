// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, adding and saving files in a window. Room: gui/app; the work itself is done by CptLoader and CptDocument.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

#include "cpt-config.h"
#include "cpt-dialogs.h"
#include "cpt-loading-view.h"
#include "cpt-session-view.h"

/* Only work that takes longer than this shows that it is going on: a flash of progress reads as a fault. */
#define LOADING_DELAY_MS 180

typedef struct
{
  CptWindow *window;
  CptLoader *loader;
  GPtrArray *files;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->window);
  g_object_unref (load->loader);
  g_ptr_array_unref (load->files);
  g_free (load);
}

static gboolean
show_loading_cb (gpointer user_data)
{
  CptWindow *self = user_data;

  self->loading_timer = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
  return G_SOURCE_REMOVE;
}

static void
end_loading (CptWindow *self)
{
  g_clear_handle_id (&self->loading_timer, g_source_remove);
  g_clear_object (&self->loading);
  cpt_loading_view_set_loader (CPT_LOADING_VIEW (self->loading_view), NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->document == NULL ? "start" : "document");
  cpt_window_update_actions (self);
}

/* The step was prepared against the state of a while ago; whatever the user did meanwhile stays. */
static void
add_to_document (CptWindow *self, CptLoaded *loaded)
{
  CptState *state = cpt_session_get_state (self->session);

  if (loaded->base == state)
    cpt_session_do (self->session, cpt_command_ref (loaded->command));
  else
    cpt_session_do (self->session, cpt_command_add_articles (state, (CptAnalysis *const *) loaded->analyses->pdata,
                                                             loaded->analyses->len));
}

static void
take_loaded (CptWindow *self, CptLoaded *loaded, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    cpt_window_remember_file (self, files->pdata[i], loaded->state != NULL);
  if (loaded->command != NULL)
    {
      add_to_document (self, loaded);
    }
  else if (loaded->state != NULL)
    {
      g_autoptr (CptDocument) document = cpt_document_new (loaded->state, loaded->file, loaded->etag);

      cpt_window_set_document (self, document);
      cpt_window_offer_analysis (self);
    }
  if (loaded->problems->len > 0)
    cpt_window_show_problems (self, loaded->problems);
  cpt_window_tell_known (self, loaded->known);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  CptWindow *self = load->window;
  g_autoptr (CptLoaded) loaded = cpt_loader_run_finish (load->loader, result, NULL);

  /* Only the operation that still is the window's own may change it. */
  if (self->loading != NULL && self->loading == g_task_get_cancellable (G_TASK (result)))
    {
      if (loaded != NULL)
        take_loaded (self, loaded, load->files);
      end_loading (self);
    }
  load_free (load);
}

static void
start_loading (CptWindow *self, GFile **files, guint n_files, CptState *base)
{
  Load *load = g_new (Load, 1);

  cpt_window_cancel_loading (self);
  cpt_banner_dismiss (self->banner);
  *load = (Load){ g_object_ref (self), cpt_loader_new (files, n_files, base),
                  g_ptr_array_new_with_free_func (g_object_unref) };
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (load->files, g_object_ref (files[i]));
  self->loading = g_cancellable_new ();
  cpt_loading_view_set_loader (CPT_LOADING_VIEW (self->loading_view), load->loader);
  self->loading_timer = g_timeout_add (LOADING_DELAY_MS, show_loading_cb, self);
  cpt_loader_run_async (load->loader, self->loading, loaded_cb, load);
  cpt_window_update_actions (self);
}

void
cpt_window_cancel_loading (CptWindow *self)
{
  if (self->loading == NULL)
    return;
  g_cancellable_cancel (self->loading);
  end_loading (self);
}

/* Saved comparisons open one a window; articles that are opened together are compared with each other. */
static void
open_comparisons (CptWindow *self, GPtrArray *comparisons)
{
  for (guint i = 0; i < comparisons->len; i++)
    {
      GFile *file = comparisons->pdata[i];

      if (cpt_application_present_file (CPT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file))
        continue;
      if (self->document == NULL && self->loading == NULL)
        start_loading (self, &file, 1, NULL);
      else
        cpt_application_open_window (CPT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1);
    }
}

static GPtrArray *
split_files (GFile **files, guint n_files, gboolean comparisons)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_files; i++)
    if (cpt_file_is_comparison (files[i]) == comparisons)
      g_ptr_array_add (chosen, g_object_ref (files[i]));
  return chosen;
}

/**
 * cpt_window_open_files:
 * @files: (array length=n_files): articles and saved comparisons
 *
 * Opens them: here when the window is empty, else in new windows. Articles go together into one new comparison.
 */
void
cpt_window_open_files (CptWindow *self, GFile **files, guint n_files)
{
  g_autoptr (GPtrArray) articles = split_files (files, n_files, FALSE);
  g_autoptr (GPtrArray) comparisons = split_files (files, n_files, TRUE);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_return_if_fail (CPT_IS_WINDOW (self));
  if (articles->len > 0 && self->document == NULL && self->loading == NULL)
    start_loading (self, (GFile **) articles->pdata, articles->len, NULL);
  else if (articles->len > 0)
    cpt_application_open_window (CPT_APPLICATION (application), (GFile **) articles->pdata, articles->len);
  open_comparisons (self, comparisons);
}

/* Dropped on the window, or chosen to be added: articles join the open comparison. */
void
cpt_window_add_files (CptWindow *self, GFile **files, guint n_files)
{
  g_autoptr (GPtrArray) articles = split_files (files, n_files, FALSE);
  g_autoptr (GPtrArray) comparisons = split_files (files, n_files, TRUE);

  if (self->document == NULL)
    {
      cpt_window_open_files (self, files, n_files);
      return;
    }
  if (articles->len > 0)
    start_loading (self, (GFile **) articles->pdata, articles->len, cpt_session_get_state (self->session));
  open_comparisons (self, comparisons);
}

static GtkFileFilter *
filter_new (const char *name, const char *const *patterns)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  return filter;
}

static GListModel *
filters_new (gboolean comparisons)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) known = filter_new (_("Articles and comparisons"), cpt_import_get_patterns ());
  const char *all_patterns[] = { "*", NULL };
  g_autoptr (GtkFileFilter) all = filter_new (_("All files"), all_patterns);

  if (comparisons)
    gtk_file_filter_add_pattern (known, "*" CPT_STORE_SUFFIX);
  else
    gtk_file_filter_set_name (known, _("Articles"));
  g_list_store_append (filters, known);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static GPtrArray *
files_from_model (GListModel *model)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (files, g_list_model_get_item (model, i));
  return files;
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptWindow *self = CPT_WINDOW (source);
  g_autoptr (GListModel) model = cpt_choose_open_finish (result, NULL);
  g_autoptr (GPtrArray) files = model == NULL ? NULL : files_from_model (model);

  if (files == NULL)
    return;
  if (user_data != NULL)
    cpt_window_add_files (self, (GFile **) files->pdata, files->len);
  else
    cpt_window_open_files (self, (GFile **) files->pdata, files->len);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) folder = cpt_choose_folder_finish (result, NULL);

  if (folder != NULL)
    cpt_window_add_files (CPT_WINDOW (source), &folder, 1);
}

/* All articles of a folder: into the comparison that is open, or into a new one. */
void
cpt_window_choose_folder (CptWindow *self)
{
  cpt_choose_folder_async (GTK_WINDOW (self), _("Add Folder"), folder_chosen_cb, NULL);
}

void
cpt_window_choose_files (CptWindow *self, gboolean add)
{
  g_autoptr (GListModel) filters = filters_new (!add);

  cpt_choose_open_async (GTK_WINDOW (self), add ? _("Add Articles") : _("Open"), filters, NULL, open_chosen_cb,
                         add ? self : NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptWindow) self = user_data;
  CptDocument *document = CPT_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (cpt_document_save_finish (document, result, &error))
    {
      cpt_window_remember_file (self, cpt_document_get_file (document), TRUE);
      cpt_window_update_title (self);
      g_clear_pointer (&self->recovered, g_date_time_unref);
      cpt_banner_dismiss (self->banner); /* whatever it asked, the file is on the disk now */
      cpt_window_show_status (self, _("Saved"));
      cpt_window_after_save (self);
      return;
    }
  self->close_after_save = FALSE;
  if (g_error_matches (error, CPT_STORE_ERROR, CPT_STORE_ERROR_CHANGED))
    {
      cpt_window_show_conflict (self);
      return;
    }
  cpt_banner_show (self->banner, error->message, _("Your changes are still here. Save to another place."));
  if (cpt_document_get_file (document) != NULL)
    cpt_banner_add_button (self->banner, _("_Try Again"), "win.save");
  cpt_banner_add_button (self->banner, _("Save _As…"), "win.save-as");
}

static void
save_to (CptWindow *self, GFile *file, gboolean force)
{
  g_autofree char *view = cpt_session_dup_view (self->session);

  cpt_document_set_view (self->document, view);
  cpt_document_save_async (self->document, file, force, saved_cb, g_object_ref (self));
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptWindow *self = CPT_WINDOW (source);
  g_autoptr (GFile) file = cpt_choose_save_finish (result, NULL);
  g_autofree char *name = file == NULL ? NULL : g_file_get_basename (file);

  if (file == NULL || self->document == NULL)
    {
      self->close_after_save = FALSE;
      return;
    }
  /* In a sandbox only the very file that was chosen may be written, so a missing suffix is added outside of one only. */
  if (strchr (name, '.') == NULL && g_file_is_native (file) && !g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *full_name = g_strconcat (name, CPT_STORE_SUFFIX, NULL);
      g_autoptr (GFile) full = g_file_get_child (folder, full_name);

      g_set_object (&file, full);
    }
  save_to (self, file, TRUE);
}

/* Where to propose to save: beside the first article, if it was read from a file that we know of. */
static GFile *
proposal_new (CptWindow *self)
{
  g_autofree char *name = cpt_document_dup_file_name (self->document);
  GFile *file = cpt_document_get_file (self->document);
  g_autoptr (GFile) folder = NULL;

  if (file != NULL)
    return g_object_ref (file);
  folder = self->last_folder != NULL ? g_object_ref (self->last_folder) : g_file_new_for_path (g_get_home_dir ());
  return g_file_get_child (folder, name);
}

void
cpt_window_save_as (CptWindow *self)
{
  g_autoptr (GFile) proposal = proposal_new (self);
  const char *patterns[] = { "*" CPT_STORE_SUFFIX, NULL };
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = filter_new (_("Comparisons"), patterns);

  g_list_store_append (filters, filter);
  cpt_choose_save_async (GTK_WINDOW (self), _("Save Comparison"), proposal, G_LIST_MODEL (filters), save_chosen_cb, NULL);
}

/* @force: the user was told that another program wrote the file, and wants this version. */
void
cpt_window_save (CptWindow *self, gboolean force)
{
  GFile *file = cpt_document_get_file (self->document);

  if (file == NULL)
    cpt_window_save_as (self);
  else
    save_to (self, file, force);
}

/* Another program wrote the file; nothing is overwritten before the user says so. */
void
cpt_window_show_conflict (CptWindow *self)
{
  g_autofree char *name = g_file_get_basename (cpt_document_get_file (self->document));
  g_autofree char *message = g_strdup_printf (_("“%s” was changed by another program"), name);
  gboolean modified = cpt_history_get_modified (cpt_document_get_history (self->document));

  cpt_banner_show (self->banner, message,
                   modified ? _("Your own changes are not saved. Reloading gives them up; saving replaces the other version.")
                            : _("What you see is the version from before."));
  cpt_banner_add_button (self->banner, _("_Reload"), "win.reload");
  if (modified)
    cpt_banner_add_button (self->banner, _("_Save Mine"), "win.save-over");
  cpt_banner_add_button (self->banner, _("Save _As…"), "win.save-as");
}

void
cpt_window_reload (CptWindow *self)
{
  g_autoptr (GFile) file = g_object_ref (cpt_document_get_file (self->document));

  start_loading (self, &file, 1, NULL);
}
