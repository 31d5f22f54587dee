// SPDX-License-Identifier: GPL-3.0-or-later
// The program: its windows, settings, command line. Room: gui/app.
#include "cpt-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "cpt-config.h"
#include "cpt-help.h"
#include "cpt-recovery.h"
#include "cpt-style.h"
#include "cpt-window.h"

struct _CptApplication
{
  GtkApplication parent_instance;
  GSettings *settings; /* (nullable): the schema is missing when run without installation */
  CptAppearance *appearance;
  gboolean recovering;  /* what is to be opened waits until it is known what was left behind */
  gboolean activated;   /* meanwhile a window was asked for */
  GPtrArray *waiting;   /* GFile: to be opened then */
  guint signal_sources[3];
};

G_DEFINE_FINAL_TYPE (CptApplication, cpt_application, GTK_TYPE_APPLICATION)

static GSettings *
settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, CPT_APPLICATION_ID, TRUE);
  return schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
}

static void
appearance_setting_cb (CptApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "appearance");

  cpt_appearance_set_scheme (self->appearance, cpt_scheme_from_name (name));
}

static void
set_appearance (gpointer owner, GVariant *parameter)
{
  CptApplication *self = CPT_APPLICATION (owner);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "appearance");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), parameter);
  cpt_appearance_set_scheme (self->appearance, cpt_scheme_from_name (g_variant_get_string (parameter, NULL)));
}

static void
quit (gpointer owner, GVariant *parameter)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (owner)));

  /* Each window asks about its own changes; the program ends with the last of them. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
new_window (gpointer owner, GVariant *parameter)
{
  cpt_application_open_window (owner, NULL, 0);
}

static void
show_about (gpointer owner, GVariant *parameter)
{
  gtk_show_about_dialog (gtk_application_get_active_window (owner), "program-name", _("Counterpoint"), "version",
                         CPT_VERSION, "logo-icon-name", CPT_APPLICATION_ID, "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Who says what, side by side"), NULL);
}

static void
show_help (gpointer owner, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (cpt_help_new (gtk_application_get_active_window (owner), NULL)));
}

static const CptActionEntry entries[] = {
  { "new-window", N_ ("New Window"), "<Control>n", new_window },
  { "appearance", NULL, NULL, set_appearance, "s", NULL, "'system'" },
  { "help", N_ ("Manual"), "F1", show_help },
  { "about", NULL, NULL, show_about },
  { "quit", N_ ("Quit"), "<Control>q", quit },
  { NULL },
};
static const CptActionTable application_table = { "app", N_ ("Program"), entries };

static void
set_up_appearance (CptApplication *self)
{
  self->appearance = cpt_appearance_new (gdk_display_get_default (), &cpt_style_sheets);
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::appearance", G_CALLBACK (appearance_setting_cb), self,
                           G_CONNECT_SWAPPED);
  appearance_setting_cb (self);
}

static void
set_up_actions (CptApplication *self)
{
  cpt_action_table_add_actions (&application_table, G_ACTION_MAP (self), self);
  if (self->settings != NULL)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, "appearance");

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
  cpt_action_table_add_accels (&application_table, GTK_APPLICATION (self));
  cpt_window_add_accels (GTK_APPLICATION (self));
}

static void
show_rescues (CptApplication *self, CptRescues *rescues)
{
  for (guint i = 0; i < rescues->rescues->len; i++)
    {
      CptWindow *window = cpt_window_new (self);

      cpt_window_show_rescue (window, rescues->rescues->pdata[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
show_problems (CptApplication *self, GPtrArray *problems)
{
  CptWindow *window;

  if (problems->len == 0)
    return;
  window = cpt_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  cpt_window_show_unreadable (window, problems);
}

/* What was asked for at the start; a file whose unsaved state was recovered is open already. */
static void
open_waiting (CptApplication *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = files->len; i > 0; i--)
    if (cpt_application_present_file (self, files->pdata[i - 1]))
      g_ptr_array_remove_index (files, i - 1);
  if (files->len > 0 || (self->activated && gtk_application_get_windows (GTK_APPLICATION (self)) == NULL))
    cpt_application_open_window (self, (GFile **) files->pdata, files->len);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptApplication *self = CPT_APPLICATION (source);
  g_autoptr (CptRescues) rescues = cpt_recovery_run_finish (result);

  self->recovering = FALSE;
  show_rescues (self, rescues);
  show_problems (self, rescues->problems);
  open_waiting (self);
  g_application_release (G_APPLICATION (self));
}

/* Told to end at once, by the session or another program: what is not saved goes into drafts. */
static gboolean
end_signal_cb (gpointer user_data)
{
  for (GList *l = gtk_application_get_windows (user_data); l != NULL; l = l->next)
    if (CPT_IS_WINDOW (l->data))
      cpt_window_write_draft (l->data);
  g_application_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static void
watch_signals (CptApplication *self)
{
  static const int signals[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    self->signal_sources[i] = g_unix_signal_add (signals[i], end_signal_cb, self);
}

static void
cpt_application_startup (GApplication *application)
{
  CptApplication *self = CPT_APPLICATION (application);

  G_APPLICATION_CLASS (cpt_application_parent_class)->startup (application);
  cpt_style_register ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    CPT_APPLICATION_PATH "/icons");
  gtk_window_set_default_icon_name (CPT_APPLICATION_ID);
  self->settings = settings_new ();
  set_up_appearance (self);
  set_up_actions (self);
  watch_signals (self);
  self->recovering = TRUE;
  g_application_hold (application);
  cpt_recovery_run_async (self, recovered_cb, NULL);
}

static void
cpt_application_activate (GApplication *application)
{
  CptApplication *self = CPT_APPLICATION (application);

  self->activated = TRUE;
  if (!self->recovering)
    cpt_application_open_window (self, NULL, 0);
}

static void
cpt_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  CptApplication *self = CPT_APPLICATION (application);

  if (!self->recovering)
    cpt_application_open_window (self, files, n_files);
  for (int i = 0; i < n_files && self->recovering; i++)
    g_ptr_array_add (self->waiting, g_object_ref (files[i]));
}

static void
cpt_application_shutdown (GApplication *application)
{
  CptApplication *self = CPT_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  g_clear_object (&self->appearance);
  g_clear_object (&self->settings);
  G_APPLICATION_CLASS (cpt_application_parent_class)->shutdown (application);
}

static void
cpt_application_finalize (GObject *object)
{
  g_ptr_array_unref (CPT_APPLICATION (object)->waiting);
  G_OBJECT_CLASS (cpt_application_parent_class)->finalize (object);
}

static void
cpt_application_class_init (CptApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cpt_application_finalize;

  application_class->startup = cpt_application_startup;
  application_class->activate = cpt_application_activate;
  application_class->open = cpt_application_open;
  application_class->shutdown = cpt_application_shutdown;
}

static int
handle_local_options_cb (GApplication *application, GVariantDict *options, gpointer user_data)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("counterpoint %s\n", CPT_VERSION);
  return 0;
}

static void
cpt_application_init (CptApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option (application, "version", 0, 0, G_OPTION_ARG_NONE, _("Print the version and exit"), NULL);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_signal_connect (self, "handle-local-options", G_CALLBACK (handle_local_options_cb), NULL);
}

/**
 * cpt_application_new:
 *
 * Returns: (transfer full): the program
 */
CptApplication *
cpt_application_new (void)
{
  return g_object_new (CPT_TYPE_APPLICATION, "application-id", CPT_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", CPT_APPLICATION_PATH, NULL);
}

/**
 * cpt_application_get_settings:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL when their schema is not installed
 */
GSettings *
cpt_application_get_settings (CptApplication *self)
{
  g_return_val_if_fail (CPT_IS_APPLICATION (self), NULL);
  return self->settings;
}

/**
 * cpt_application_open_window:
 * @files: (array length=n_files) (nullable): what to open in it
 *
 * Shows a new window.
 */
void
cpt_application_open_window (CptApplication *self, GFile **files, guint n_files)
{
  CptWindow *window;

  g_return_if_fail (CPT_IS_APPLICATION (self));
  if (n_files == 1 && cpt_application_present_file (self, files[0]))
    return;
  window = cpt_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  if (n_files > 0)
    cpt_window_open_files (window, files, n_files);
}

/**
 * cpt_application_present_file:
 * @file: a saved comparison
 *
 * Two windows on one file would overwrite each other's work.
 *
 * Returns: whether a window shows it already; that window comes to the front
 */
gboolean
cpt_application_present_file (CptApplication *self, GFile *file)
{
  g_return_val_if_fail (CPT_IS_APPLICATION (self), FALSE);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *shown = CPT_IS_WINDOW (l->data) ? cpt_window_get_file (l->data) : NULL;

      if (shown == NULL || !g_file_equal (shown, file))
        continue;
      gtk_window_present (l->data);
      return TRUE;
    }
  return FALSE;
}
