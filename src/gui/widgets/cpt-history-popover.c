// SPDX-License-Identifier: GPL-3.0-or-later
// A list of the steps that were done and undone, newest first; a click goes back, or forward, to the state after a step.
// Room: gui/widgets; acts through an action.
//
// The list is made when it opens: a history changes while nobody looks at it.
#include "cpt-history-popover.h"

#include <glib/gi18n.h>

#include "cpt-widget.h"

#define WIDTH_PX 320
#define MAX_HEIGHT_PX 420

typedef struct
{
  GtkWidget *popover;
  GtkWidget *list;
  CptSession *session;
  const char *action;
  guint position; /* row of the present state */
} Popover;

static void
popover_free (gpointer data)
{
  Popover *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic"), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  gtk_list_item_set_child (list_item, row);
}

/* What lies before the present state was undone; it is still there, and fainter. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Popover *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  guint position = gtk_list_item_get_position (list_item);
  const char *label = gtk_string_object_get_string (gtk_list_item_get_item (list_item));
  g_autofree char *spoken = g_strdup_printf (position == self->position  ? _("%s, the present state")
                                             : position < self->position ? _("%s, undone")
                                                                         : "%s",
                                             label);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), label);
  gtk_widget_set_opacity (gtk_widget_get_first_child (row), position == self->position ? 1 : 0);
  gtk_widget_set_tooltip_text (row, label);
  gtk_widget_set_css_classes (row, (const char *[]){ position == self->position  ? "step-now"
                                                     : position < self->position ? "step-undone"
                                                                                 : "step",
                                                     NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  cpt_list_item_set_label (list_item, spoken);
}

static void
activate_cb (Popover *self, guint row)
{
  CptHistory *history = cpt_session_get_history (self->session);
  guint n_steps = history == NULL ? 0 : cpt_history_get_n_steps (history);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (row <= n_steps)
    gtk_widget_activate_action (self->popover, self->action, "u", n_steps - row);
}

/* The row of the present state gets the keyboard, so that the arrow keys begin there. */
static gboolean
focus_now_cb (gpointer user_data)
{
  GtkWidget *list = user_data;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_first_child (row) != NULL && gtk_widget_has_css_class (gtk_widget_get_first_child (row), "step-now"))
      gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
fill_cb (Popover *self)
{
  CptHistory *history = cpt_session_get_history (self->session);
  guint n_steps = history == NULL ? 0 : cpt_history_get_n_steps (history);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  for (guint i = n_steps; i > 0; i--)
    gtk_string_list_append (labels, cpt_history_get_step_label (history, i - 1));
  gtk_string_list_append (labels, _("Before all of these"));
  self->position = n_steps - (history == NULL ? 0 : cpt_history_get_position (history));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (labels))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
  cpt_list_scroll_to (self->list, self->position);
  g_idle_add_full (G_PRIORITY_LOW, focus_now_cb, g_object_ref (self->list), g_object_unref);
}

static GtkWidget *
list_new (Popover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps, the newest first"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (activate_cb), self);
  return list;
}

/**
 * cpt_history_popover_new:
 * @session: whose history to show
 * @action: gets the number of steps that shall be done, "u"; looked up from the popover. A static string
 *
 * Returns: (transfer floating): a popover for a menu button
 */
GtkWidget *
cpt_history_popover_new (CptSession *session, const char *action)
{
  Popover *self = g_new0 (Popover, 1);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->popover = gtk_popover_new ();
  self->session = g_object_ref (session);
  self->action = action;
  self->list = list_new (self);
  g_object_set_data_full (G_OBJECT (self->popover), "cpt-history", self, popover_free);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_add_css_class (self->popover, "menu");
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (fill_cb), self);
  return self->popover;
}
