// SPDX-License-Identifier: GPL-3.0-or-later
// Writing reports, data and pictures from the window. Room: gui/app; the exporters are core's, the work is done in a thread.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

#include "cpt-dialogs.h"
#include "cpt-export-forms.h"

/* What a thread needs; it owns all of it. */
typedef struct
{
  const CptExporter *exporter;
  CptState *state;
  GFile *file;
  char *text; /* of the filter */
  CptBoardFilter filter;
  CptExportOptions options;
  GPtrArray *notes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cpt_state_unref (job->state);
  g_object_unref (job->file);
  g_ptr_array_unref (job->notes);
  g_free (job->text);
  g_free (job);
}

/* What the window shows: its filter, and of pictures the time that is visible. */
static Job *
job_new (CptWindow *self, const CptExporter *exporter, GFile *file)
{
  const CptBoardFilter *filter = cpt_session_get_filter (self->session);
  Job *job = g_new0 (Job, 1);

  job->exporter = exporter;
  job->state = cpt_state_ref (cpt_session_get_state (self->session));
  job->file = g_object_ref (file);
  job->text = g_strdup (filter->text);
  job->filter = *filter;
  job->filter.text = job->text;
  job->filter.folded_topics = NULL;
  job->filter.columns = cpt_session_get_filter_columns (self->session);
  job->notes = g_ptr_array_new_with_free_func (g_free);
  job->options.filter = &job->filter;
  job->options.notes = job->notes;
  job->options.ranged = cpt_session_get_visible_days (self->session, &job->options.begin_days, &job->options.end_days);
  return job;
}

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (cpt_export_to_file (job->exporter, job->state, &job->options, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* "Exported to “harbour.ics”. 1 event without a date is not in the calendar." */
static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptWindow) self = CPT_WINDOW (user_data);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = dup_name (job->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *message = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *heading = g_strdup_printf (_ ("“%s” was not exported"), name);

      cpt_banner_show (self->banner, heading, error->message);
      return;
    }
  for (guint i = 0; i < job->notes->len; i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (job->notes, i));
  message = g_strdup_printf (_ ("Exported to “%s”"), name);
  if (notes->len > 0) /* stays until it was read */
    cpt_banner_show (self->banner, message, notes->str);
  cpt_window_show_status (self, message);
}

static void
start (CptWindow *self, const CptExporter *exporter, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, exported_cb, g_object_ref (self));

  g_task_set_task_data (task, job_new (self, exporter, file), job_free);
  g_task_run_in_thread (task, export_thread);
}

/* The name says the form where it can; else the form that was asked for adds its suffix. In a sandbox only the very file that
 * was chosen may be written. */
static GFile *
complete_name (GFile *file, const CptExporter **exporter, gboolean *added)
{
  g_autofree char *name = g_file_get_basename (file);
  const CptExporter *named = cpt_export_forms_find_suffix (name);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *full = g_strdup_printf ("%s.%s", name, (*exporter)->suffix);

  *added = FALSE;
  if (named != NULL && !g_str_equal (named->suffix, (*exporter)->suffix))
    *exporter = named;
  if (named != NULL || folder == NULL || !g_file_is_native (file) || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return g_object_ref (file);
  *added = TRUE;
  return g_file_get_child (folder, full);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptWindow *self = CPT_WINDOW (source);
  const CptExporter *exporter = user_data;
  g_autoptr (GFile) chosen = cpt_choose_save_finish (result, NULL);
  g_autoptr (GFile) file = NULL;
  gboolean added;

  if (chosen == NULL || cpt_session_get_state (self->session) == NULL)
    return;
  file = complete_name (chosen, &exporter, &added);
  if (added && g_file_query_exists (file, NULL)) /* the dialog asked about another name */
    {
      g_autofree char *name = dup_name (file);
      g_autofree char *heading = g_strdup_printf (_ ("There is a file “%s” already"), name);

      cpt_banner_show (self->banner, heading, _ ("Nothing was written. Export again, and choose that very name to replace it."));
      return;
    }
  start (self, exporter, file);
}

static GFile *
proposal_new (CptWindow *self, const CptExporter *exporter)
{
  g_autofree char *title = cpt_export_dup_title (cpt_session_get_state (self->session));
  g_autofree char *name = g_strdup_printf ("%s.%s", g_strdelimit (title, "/\\:*?\"<>|\n\t", '-'), exporter->suffix);
  g_autoptr (GFile) folder
      = self->last_folder != NULL ? g_object_ref (self->last_folder) : g_file_new_for_path (g_get_home_dir ());

  return g_file_get_child (folder, name);
}

/**
 * cpt_window_export:
 * @form: id of an exporter
 *
 * Asks where to, and writes what the window holds in that form.
 */
void
cpt_window_export (CptWindow *self, const char *form)
{
  const CptExporter *exporter = cpt_export_forms_find (form);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) proposal = NULL;
  g_autofree char *pattern = NULL;

  if (exporter == NULL || cpt_session_get_state (self->session) == NULL)
    return;
  pattern = g_strdup_printf ("*.%s", exporter->suffix);
  gtk_file_filter_set_name (filter, _ (exporter->name));
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (filters, filter);
  proposal = proposal_new (self, exporter);
  cpt_choose_save_async (GTK_WINDOW (self), _ ("Export"), proposal, G_LIST_MODEL (filters), chosen_cb, (gpointer) exporter);
}

/* The forms are known here, not in the template: a new exporter is in the menu by itself. */
void
cpt_window_set_up_export (CptWindow *self)
{
  GMenuModel *primary = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->menu_button));
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) whole = cpt_export_forms_new_menu (CPT_EXPORT_COMPARISON);
  g_autoptr (GMenuModel) timeline = cpt_export_forms_new_menu (CPT_EXPORT_TIMELINE);

  g_menu_append_section (menu, NULL, whole);
  g_menu_append_section (menu, NULL, timeline);
  g_menu_append_submenu (section, _ ("_Export"), G_MENU_MODEL (menu));
  g_menu_insert_section (G_MENU (primary), 2, NULL, G_MENU_MODEL (section));
}
