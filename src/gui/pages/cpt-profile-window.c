// SPDX-License-Identifier: GPL-3.0-or-later
// A window in which a comparison's profile is chosen and edited. Room: gui/pages.
//
// It edits a draft. What is typed is checked as a whole in a worker; nothing reaches the comparison before "Use This Profile",
// which first tells what would change and then is one step.
#include "cpt-profile-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cpt-describe.h"
#include "cpt-dialogs.h"
#include "cpt-profile-change.h"
#include "cpt-profile-list-page.h"
#include "cpt-profile-start.h"
#include "cpt-state-changes.h"
#include "cpt-widget.h"

#define CHECK_DELAY_MS 250
#define WIDTH_PX 860
#define HEIGHT_PX 640
#define N_PAGES 3

struct _CptProfileWindow
{
  GtkWindow parent_instance;
  CptSession *session;
  CptProfileDraft *draft;
  CptProfile *valid;  /* (nullable): the draft as it was checked last, when it was right */
  GCancellable *cancellable; /* of checking and analysing */
  GtkWidget *name;
  GtkWidget *pages[N_PAGES];
  GtkWidget *problem;
  GtkWidget *use;
  guint check_id;
  guint generation;   /* counts edits: a late answer about an earlier draft is dropped */
  gboolean starting;
};

G_DEFINE_FINAL_TYPE (CptProfileWindow, cpt_profile_window, GTK_TYPE_WINDOW)

static const struct
{
  CptProfileList list;
  const char *name;
  const char *title;
} page_kinds[N_PAGES] = {
  { CPT_PROFILE_ACTORS, "actors", N_ ("Actors") },
  { CPT_PROFILE_TOPICS, "topics", N_ ("Topics") },
  { CPT_PROFILE_EVENTS, "events", N_ ("Named Events") },
};

/* --- checking while one types ----------------------------------------------------------------------------------- */

typedef struct
{
  char *json;
  guint generation;
} Check;

static void
check_free (gpointer data)
{
  g_free (((Check *) data)->json);
  g_free (data);
}

static void
check_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  CptProfile *profile = cpt_profile_parse (((Check *) task_data)->json, -1, NULL, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) cpt_profile_unref);
  else
    g_task_return_error (task, error);
}

/* "profile: line 212: actors[14].until: is earlier…" -> "Igor Mason: until: is earlier…": who edits sees names, not lines. */
static char *
dup_problem (CptProfileWindow *self, const char *message)
{
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("%s[", page_kinds[i].name);
      const char *place = strstr (message, prefix);
      char *end = NULL;
      guint position = place == NULL ? 0 : (guint) g_ascii_strtoull (place + strlen (prefix), &end, 10);
      const char *name;

      if (place == NULL || end == NULL || *end != ']')
        continue;
      name = cpt_profile_draft_get_string (self->draft, page_kinds[i].list, position, "name");
      return g_strdup_printf ("%s, %s: %s", _ (page_kinds[i].title), name != NULL && *name != '\0' ? name : _ ("without a name"),
                              end[1] == '.' ? end + 2 : end + 1);
    }
  return g_strdup (message);
}

static void
show_problem (CptProfileWindow *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_sensitive (self->use, problem == NULL && self->valid != NULL);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptProfileWindow *self = CPT_PROFILE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *problem = NULL;

  if (((Check *) g_task_get_task_data (G_TASK (result)))->generation != self->generation)
    return;
  g_clear_pointer (&self->valid, cpt_profile_unref);
  self->valid = g_steal_pointer (&profile);
  problem = error == NULL ? NULL : dup_problem (self, error->message);
  show_problem (self, problem);
}

static gboolean
check_cb (gpointer user_data)
{
  CptProfileWindow *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, checked_cb, NULL);
  Check *check = g_new (Check, 1);

  self->check_id = 0;
  *check = (Check){ cpt_profile_draft_to_json (self->draft), self->generation };
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, check_thread);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (CptProfileWindow *self)
{
  self->generation++;
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
  gtk_widget_set_sensitive (self->use, FALSE);
}

static void
name_changed_cb (CptProfileWindow *self)
{
  if (self->starting)
    return;
  cpt_profile_draft_set_name (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  edited_cb (self);
}

/* --- where to begin --------------------------------------------------------------------------------------------- */

static void
start_own (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CptProfileWindow *self = CPT_PROFILE_WINDOW (widget);

  cpt_profile_window_start (self, cpt_state_get_profile (cpt_session_get_state (self->session)));
}

static void
start_builtin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin (g_variant_get_string (parameter, NULL), NULL);

  if (profile != NULL)
    cpt_profile_window_start (CPT_PROFILE_WINDOW (widget), profile);
}

static void
start_found (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CptProfileWindow *self = CPT_PROFILE_WINDOW (widget);
  g_autoptr (CptProfile) profile = cpt_profile_new_from_state (cpt_session_get_state (self->session), _ ("New profile"));

  if (profile != NULL)
    cpt_profile_window_start (self, profile);
}

static GListModel *
filters_new (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Profiles"));
  gtk_file_filter_add_pattern (filter, "*.json");
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
loaded_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  CptProfile *profile = cpt_profile_load (task_data, cancellable, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) cpt_profile_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptProfileWindow *self = CPT_PROFILE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = g_task_propagate_pointer (G_TASK (result), &error);

  if (profile != NULL)
    cpt_profile_window_start (self, profile);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_text (GTK_LABEL (self->problem), error->message);
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptProfileWindow) self = user_data;
  g_autoptr (GListModel) files = cpt_choose_open_finish (result, NULL);
  g_autoptr (GFile) file = files == NULL ? NULL : g_list_model_get_item (files, 0);
  g_autoptr (GTask) task = NULL;

  if (file == NULL)
    return;
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, loaded_thread);
}

static void
import_profile (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GListModel) filters = filters_new ();

  cpt_choose_open_async (GTK_WINDOW (widget), _ ("Import Profile"), filters, NULL, import_chosen_cb, g_object_ref (widget));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptProfileWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    message = g_strdup_printf (_ ("Saved as “%s”"), name);
  else
    message = g_strdup (error->message);
  gtk_label_set_text (GTK_LABEL (self->problem), message);
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CptProfileWindow) self = user_data;
  g_autoptr (GFile) file = cpt_choose_save_finish (result, NULL);
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->valid == NULL)
    return;
  json = cpt_profile_to_json (self->valid);
  bytes = g_bytes_new (json, strlen (json));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (self));
}

static void
export_profile (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CptProfileWindow *self = CPT_PROFILE_WINDOW (widget);
  g_autoptr (GListModel) filters = filters_new ();
  g_autofree char *stem = g_strdup (cpt_profile_draft_get_name (self->draft));
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) proposal = NULL;

  if (self->valid == NULL)
    return;
  g_strdelimit (stem, "/\\:*?\"<>|\n\t", ' ');
  name = g_strconcat (stem, ".json", NULL);
  proposal = g_file_get_child (folder, name);
  cpt_choose_save_async (GTK_WINDOW (self), _ ("Export Profile"), proposal, filters, export_chosen_cb, g_object_ref (self));
}

/* --- using it --------------------------------------------------------------------------------------------------- */

typedef struct
{
  CptProfileWindow *window;
  CptProfileChange *change;
  CptHistory *history; /* of the comparison that was open */
} Use;

static void
use_free (Use *use)
{
  g_object_unref (use->window);
  g_clear_pointer (&use->change, cpt_profile_change_free);
  g_object_unref (use->history);
  g_free (use);
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Use *use = user_data;
  CptSession *session = use->window->session;

  if (cpt_ask_finish (result, NULL) == 1 && cpt_session_get_history (session) == use->history)
    {
      cpt_session_do (session, cpt_profile_change_dup_command (use->change, cpt_session_get_state (session)));
      /* Not at once: the question stands above this window and is still on its way out. */
      g_idle_add_full (G_PRIORITY_LOW, close_cb, g_object_ref (use->window), g_object_unref);
    }
  use_free (use);
}

static void
ask (Use *use)
{
  CptState *state = cpt_session_get_state (use->window->session);
  g_autoptr (CptCommand) command = cpt_profile_change_dup_command (use->change, state);
  g_autofree char *body = cpt_describe_changes (cpt_state_compare (state, cpt_command_get_after (command)));
  const char *buttons[] = { _ ("_Cancel"), _ ("_Use This Profile"), NULL };
  CptQuestion question = {
    .heading = _ ("Use this profile?"), .body = body, .buttons = buttons, .default_button = 1, .cancel_button = 0
  };

  cpt_ask_async (GTK_WINDOW (use->window), &question, NULL, answered_cb, use);
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Use *use = user_data;
  CptProfileWindow *self = use->window;
  g_autoptr (GError) error = NULL;

  use->change = cpt_profile_change_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cpt_session_get_history (self->session) != use->history)
    {
      use_free (use);
      return;
    }
  show_problem (self, error != NULL ? error->message : NULL);
  if (use->change != NULL)
    ask (use);
  else
    use_free (use);
}

static void
use_clicked_cb (CptProfileWindow *self)
{
  CptState *state = cpt_session_get_state (self->session);
  Use *use;

  if (self->valid == NULL || state == NULL)
    return;
  use = g_new0 (Use, 1);
  use->window = g_object_ref (self);
  use->history = g_object_ref (cpt_session_get_history (self->session));
  gtk_label_set_text (GTK_LABEL (self->problem), _ ("Analysing the open articles under this profile…"));
  gtk_widget_set_sensitive (self->use, FALSE);
  cpt_profile_change_async (state, self->valid, NULL, self->cancellable, analysed_cb, use);
}

/* --- window ----------------------------------------------------------------------------------------------------- */

static void
cpt_profile_window_dispose (GObject *object)
{
  CptProfileWindow *self = CPT_PROFILE_WINDOW (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < N_PAGES && self->draft != NULL; i++)
    if (self->pages[i] != NULL)
      cpt_profile_list_page_show (CPT_PROFILE_LIST_PAGE (self->pages[i]), NULL);
  G_OBJECT_CLASS (cpt_profile_window_parent_class)->dispose (object);
  g_clear_pointer (&self->draft, cpt_profile_draft_free);
  g_clear_pointer (&self->valid, cpt_profile_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
}

static void
cpt_profile_window_class_init (CptProfileWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_profile_window_dispose;
  gtk_widget_class_install_action (widget_class, "profile.own", NULL, start_own);
  gtk_widget_class_install_action (widget_class, "profile.builtin", "s", start_builtin);
  gtk_widget_class_install_action (widget_class, "profile.found", NULL, start_found);
  gtk_widget_class_install_action (widget_class, "profile.import", NULL, import_profile);
  gtk_widget_class_install_action (widget_class, "profile.export", NULL, export_profile);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GMenuModel *
menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) begin = g_menu_new (), file = g_menu_new ();
  g_auto (GStrv) ids = cpt_profile_list_builtin ();

  g_menu_append (begin, _ ("The Comparison’s _Own Profile"), "profile.own");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (CptProfile) profile = cpt_profile_new_builtin (ids[i], NULL);
      g_autoptr (GMenuItem) item = profile == NULL ? NULL : g_menu_item_new (cpt_profile_get_name (profile), NULL);

      if (item == NULL)
        continue;
      g_menu_item_set_action_and_target (item, "profile.builtin", "s", ids[i]);
      g_menu_append_item (begin, item);
    }
  g_menu_append (begin, _ ("A _New One, from the Sources Found"), "profile.found");
  g_menu_append (file, _ ("_Import…"), "profile.import");
  g_menu_append (file, _ ("_Export…"), "profile.export");
  g_menu_append_section (menu, _ ("Begin With"), G_MENU_MODEL (begin));
  g_menu_append_section (menu, _ ("File"), G_MENU_MODEL (file));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
head_new (CptProfileWindow *self)
{
  GtkWidget *header = gtk_header_bar_new (), *begin = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = menu_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (begin), _ ("Begin With"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (begin), menu);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), begin);
  self->use = cpt_button_new_with_mnemonic (_ ("_Use This Profile"));
  gtk_widget_add_css_class (self->use, "suggested-action");
  gtk_widget_set_sensitive (self->use, FALSE);
  gtk_widget_set_tooltip_text (self->use, _ ("Tells first what would change"));
  g_signal_connect_object (self->use, "clicked", G_CALLBACK (use_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->use);
  return header;
}

static GtkWidget *
bar_new (CptProfileWindow *self, GtkWidget *stack)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *switcher = gtk_stack_switcher_new ();

  self->name = gtk_entry_new ();
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_set_tooltip_text (self->name, _ ("Name of the profile"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the profile"), -1);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_box_append (GTK_BOX (row), self->name);
  gtk_box_append (GTK_BOX (row), switcher);
  gtk_widget_add_css_class (row, "page-bar");
  return row;
}

static void
cpt_profile_window_init (CptProfileWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *stack = gtk_stack_new ();

  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < N_PAGES; i++)
    {
      self->pages[i] = cpt_profile_list_page_new (page_kinds[i].list);
      gtk_stack_add_titled (GTK_STACK (stack), self->pages[i], page_kinds[i].name, _ (page_kinds[i].title));
      g_signal_connect_object (self->pages[i], "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_set_titlebar (GTK_WINDOW (self), head_new (self));
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), bar_new (self, stack));
  gtk_box_append (GTK_BOX (box), stack);
  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->problem, "profile-problem");
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Profile"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
}

/**
 * cpt_profile_window_new:
 * @session: with an open comparison
 * @parent: (nullable): above which window it stands
 *
 * Returns: (transfer none): a window that begins with the comparison's own profile, ready to be presented
 */
GtkWidget *
cpt_profile_window_new (CptSession *session, GtkWindow *parent)
{
  CptProfileWindow *self = g_object_new (CPT_TYPE_PROFILE_WINDOW, NULL);

  self->session = g_object_ref (session);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  cpt_profile_window_start (self, cpt_state_get_profile (cpt_session_get_state (session)));
  return GTK_WIDGET (self);
}

/**
 * cpt_profile_window_start:
 * @profile: what to edit from now on; stays as it is
 */
void
cpt_profile_window_start (CptProfileWindow *self, CptProfile *profile)
{
  CptProfileDraft *old;

  g_return_if_fail (CPT_IS_PROFILE_WINDOW (self));
  old = self->draft;
  self->draft = cpt_profile_draft_new (profile);
  self->starting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), cpt_profile_draft_get_name (self->draft));
  self->starting = FALSE;
  for (guint i = 0; i < N_PAGES; i++)
    cpt_profile_list_page_show (CPT_PROFILE_LIST_PAGE (self->pages[i]), self->draft);
  g_clear_pointer (&old, cpt_profile_draft_free);
  edited_cb (self);
}

CptProfileDraft *
cpt_profile_window_get_draft (CptProfileWindow *self)
{
  g_return_val_if_fail (CPT_IS_PROFILE_WINDOW (self), NULL);
  return self->draft;
}
