// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing files and asking questions at every GTK since 4.8. Room: gui/compat; knows nothing of comparisons.
#include "cpt-dialogs.h"

#include "cpt-compat.h"
#include "cpt-widget.h"

#define PORTAL_HOST_PATH "xattr::document-portal.host-path"

/* A dialog that the user closed is told to the caller as G_IO_ERROR_CANCELLED, whichever GTK closed it. */
static void
return_dismissed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Dismissed");
}

#if CPT_HAS_GTK(4, 10)

static void
return_error (GTask *task, GError *error)
{
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    {
      return_dismissed (task);
      g_error_free (error);
      return;
    }
  g_task_return_error (task, error);
}

static GtkFileDialog *
file_dialog_new (const char *title, GListModel *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_modal (dialog, TRUE);
  if (filters != NULL && g_list_model_get_n_items (filters) > 0)
    {
      g_autoptr (GtkFileFilter) first = g_list_model_get_item (filters, 0);

      gtk_file_dialog_set_filters (dialog, filters);
      gtk_file_dialog_set_default_filter (dialog, first);
    }
  return dialog;
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GListModel *files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files == NULL)
    return_error (task, error);
  else
    g_task_return_pointer (task, files, g_object_unref);
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    return_error (task, error);
  else
    g_task_return_pointer (task, file, g_object_unref);
}

static void
choose_open (GTask *task, GtkWindow *parent, const char *title, GListModel *filters)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, filters);

  gtk_file_dialog_open_multiple (dialog, parent, g_task_get_cancellable (task), open_cb, g_object_ref (task));
}

static void
choose_save (GTask *task, GtkWindow *parent, const char *title, GFile *proposal, GListModel *filters)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, filters);
  g_autoptr (GFile) folder = g_file_get_parent (proposal);
  g_autofree char *name = g_file_get_basename (proposal);

  /* From a folder that only the sandbox knows the dialog would show a place that the user never saw: the desktop's own
   * last folder is the better beginning. */
  if (folder == NULL || cpt_file_is_portal_document (proposal))
    gtk_file_dialog_set_initial_name (dialog, name);
  else
    gtk_file_dialog_set_initial_file (dialog, proposal);
  gtk_file_dialog_save (dialog, parent, g_task_get_cancellable (task), save_cb, g_object_ref (task));
}

static void
folder_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    return_error (task, error);
  else
    g_task_return_pointer (task, file, g_object_unref);
}

static void
choose_folder (GTask *task, GtkWindow *parent, const char *title)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, NULL);

  gtk_file_dialog_select_folder (dialog, parent, NULL, folder_cb, g_object_ref (task));
}

static void
ask_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  int button = gtk_alert_dialog_choose_finish (GTK_ALERT_DIALOG (source), result, &error);

  if (error != NULL)
    return_error (task, error);
  else
    g_task_return_int (task, button);
}

static void
ask (GTask *task, GtkWindow *parent, const CptQuestion *question)
{
  g_autoptr (GtkAlertDialog) dialog = gtk_alert_dialog_new ("%s", question->heading);

  gtk_alert_dialog_set_detail (dialog, question->body);
  gtk_alert_dialog_set_buttons (dialog, question->buttons);
  gtk_alert_dialog_set_default_button (dialog, question->default_button);
  gtk_alert_dialog_set_cancel_button (dialog, question->cancel_button);
  gtk_alert_dialog_choose (dialog, parent, g_task_get_cancellable (task), ask_cb, g_object_ref (task));
}

#else

static void
close_native_cb (GCancellable *cancellable, GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
}

/* The native object is ours until the answer is there: GTK keeps no reference to it. */
static GtkFileChooserNative *
chooser_new (GTask *task, GtkWindow *parent, const char *title, GtkFileChooserAction action, GListModel *filters)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  guint n_filters = filters == NULL ? 0 : g_list_model_get_n_items (filters);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  for (guint i = 0; i < n_filters; i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  g_task_set_task_data (task, dialog, g_object_unref);
  return dialog;
}

static void
show_native (GTask *task, GCallback response_cb)
{
  GtkNativeDialog *dialog = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_signal_connect_object (dialog, "response", response_cb, task, 0);
  g_object_set_data_full (G_OBJECT (dialog), "cpt-task", g_object_ref (task), g_object_unref);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (close_native_cb), dialog, 0);
  gtk_native_dialog_show (dialog);
}

static GTask *
steal_task (GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  return g_object_steal_data (G_OBJECT (dialog), "cpt-task");
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, GTask *owner)
{
  g_autoptr (GTask) task = steal_task (dialog);

  if (response != GTK_RESPONSE_ACCEPT)
    return_dismissed (task);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, GTask *owner)
{
  g_autoptr (GTask) task = steal_task (dialog);

  if (response != GTK_RESPONSE_ACCEPT)
    return_dismissed (task);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
}

static void
choose_open (GTask *task, GtkWindow *parent, const char *title, GListModel *filters)
{
  GtkFileChooserNative *dialog = chooser_new (task, parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, filters);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  show_native (task, G_CALLBACK (open_response_cb));
}

static void
choose_save (GTask *task, GtkWindow *parent, const char *title, GFile *proposal, GListModel *filters)
{
  GtkFileChooserNative *dialog = chooser_new (task, parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, filters);
  g_autoptr (GFile) folder = g_file_get_parent (proposal);
  g_autofree char *name = g_file_get_basename (proposal);

  if (folder != NULL && !cpt_file_is_portal_document (proposal) && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_native (task, G_CALLBACK (save_response_cb));
}

static void
choose_folder (GTask *task, GtkWindow *parent, const char *title)
{
  chooser_new (task, parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL);
  show_native (task, G_CALLBACK (save_response_cb));
}

static void
ask_response_cb (GtkDialog *dialog, int response, GTask *owner)
{
  g_autoptr (GTask) task = g_object_steal_data (G_OBJECT (dialog), "cpt-task");

  if (response < 0)
    return_dismissed (task);
  else
    g_task_return_int (task, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
ask (GTask *task, GtkWindow *parent, const CptQuestion *question)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", question->heading);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", question->body);
  for (int i = 0; question->buttons[i] != NULL; i++)
    gtk_dialog_add_action_widget (GTK_DIALOG (dialog), cpt_button_new_with_mnemonic (question->buttons[i]), i);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), question->default_button);
  g_object_set_data_full (G_OBJECT (dialog), "cpt-task", g_object_ref (task), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (ask_response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif

/**
 * cpt_file_is_portal_document:
 *
 * Returns: whether @file is a door that the document portal opened into the sandbox: its path is not where the file is
 */
gboolean
cpt_file_is_portal_document (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *documents = g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);

  return path != NULL && g_str_has_prefix (path, documents);
}

/**
 * cpt_file_dup_place:
 *
 * Where the user knows @file to be: its path, or of a document of the portal the path outside of the sandbox, which newer
 * portals tell. Blocks as long as asking for an attribute of the file does.
 *
 * Returns: (transfer full) (nullable): a path
 */
char *
cpt_file_dup_place (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;

  if (!cpt_file_is_portal_document (file))
    return g_file_get_path (file);
  info = g_file_query_info (file, PORTAL_HOST_PATH, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info == NULL ? NULL : g_file_info_get_attribute_as_string (info, PORTAL_HOST_PATH);
}

/**
 * cpt_choose_open_async:
 * @parent: the window that asks
 * @title: of the dialog
 * @filters: (nullable): #GtkFileFilter, the first is the default
 * @cancellable: (nullable): closes the dialog
 *
 * Lets the user choose one or several files to open; through the portal inside a sandbox.
 */
void
cpt_choose_open_async (GtkWindow *parent, const char *title, GListModel *filters, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_task_set_source_tag (task, cpt_choose_open_async);
  choose_open (task, parent, title, filters);
}

/**
 * cpt_choose_open_finish:
 *
 * Returns: (transfer full) (nullable): a list of #GFile
 *
 * Errors: %G_IO_ERROR_CANCELLED when the user closed the dialog
 */
GListModel *
cpt_choose_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cpt_choose_folder_async:
 *
 * Lets the user choose a folder to read from.
 */
void
cpt_choose_folder_async (GtkWindow *parent, const char *title, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, callback, user_data);

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_task_set_source_tag (task, cpt_choose_folder_async);
  choose_folder (task, parent, title);
}

/**
 * cpt_choose_folder_finish:
 *
 * Returns: (transfer full) (nullable): the folder
 *
 * Errors: %G_IO_ERROR_CANCELLED when the user closed the dialog
 */
GFile *
cpt_choose_folder_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cpt_choose_save_async:
 * @proposal: the file to propose; its folder is where the dialog begins
 *
 * Lets the user choose where to write; asks before it names an existing file.
 */
void
cpt_choose_save_async (GtkWindow *parent, const char *title, GFile *proposal, GListModel *filters,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, callback, user_data);

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_task_set_source_tag (task, cpt_choose_save_async);
  choose_save (task, parent, title, proposal, filters);
}

/**
 * cpt_choose_save_finish:
 *
 * Returns: (transfer full) (nullable): the chosen file
 *
 * Errors: %G_IO_ERROR_CANCELLED when the user closed the dialog
 */
GFile *
cpt_choose_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cpt_ask_async:
 * @question: what to ask
 *
 * Asks a question that cannot be undone later; everything that can be undone is done without asking.
 */
void
cpt_ask_async (GtkWindow *parent, const CptQuestion *question, GCancellable *cancellable, GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_task_set_source_tag (task, cpt_ask_async);
  ask (task, parent, question);
}

/**
 * cpt_ask_finish:
 *
 * Returns: the index of the button, or -1
 *
 * Errors: %G_IO_ERROR_CANCELLED when the question was closed without an answer
 */
int
cpt_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
