// SPDX-License-Identifier: GPL-3.0-or-later
// A popover in which to choose or make a topic: type to narrow down, Enter takes the first. Room: gui/widgets.
#include "cpt-topic-chooser.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *new_button;
  const char *group;
} Chooser;

static const char *
get_text (Chooser *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
matches (const char *name, const char *text)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded_text = g_utf8_casefold (text, -1);

  return strstr (folded_name, folded_text) != NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  const char *name = g_object_get_data (G_OBJECT (row), "topic-name");

  return matches (name, get_text (user_data));
}

static void
text_changed_cb (Chooser *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_text (self)));
  g_autofree char *label = g_strdup_printf (_("New Topic “%s”"), name);

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_widget_set_visible (self->new_button, *name != '\0');
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->new_button))), label);
}

static void
activate_on_parent (Chooser *self, const char *action, const char *argument)
{
  GtkWidget *parent = gtk_widget_get_parent (self->popover);
  g_autofree char *copy = g_strdup (argument);
  g_autofree char *name = g_strdup_printf ("%s.%s", self->group, action);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (parent, name, "s", copy);
}

static void
row_activated_cb (Chooser *self, GtkListBoxRow *row)
{
  activate_on_parent (self, "set-topic", g_object_get_data (G_OBJECT (row), "topic-id"));
}

static void
new_clicked_cb (Chooser *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_text (self)));

  if (*name != '\0')
    activate_on_parent (self, "new-topic", name);
}

static void
entry_activated_cb (Chooser *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (!gtk_widget_get_child_visible (row))
        continue;
      row_activated_cb (self, GTK_LIST_BOX_ROW (row));
      return;
    }
  new_clicked_cb (self);
}

static void
add_topic (Chooser *self, const CptStateTopic *topic)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (topic->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "topic-id", (gpointer) topic->id);
  g_object_set_data_full (G_OBJECT (row), "topic-name", g_strdup (topic->name), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static GtkWidget *
build (Chooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Topic"), NULL);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  self->new_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->new_button), gtk_label_new (NULL));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->new_button))), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_button_get_child (GTK_BUTTON (self->new_button)), NULL, -1);
  gtk_widget_add_css_class (self->new_button, "flat");
  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->new_button);
  return box;
}

/**
 * cpt_topic_chooser_new:
 * @state: whose topics to offer
 * @group: of the actions "set-topic" and "new-topic", looked up from the widget that the popover hangs on. A static string
 *
 * Returns: (transfer floating): a popover to be hung on a widget and popped up
 */
GtkWidget *
cpt_topic_chooser_new (CptState *state, const char *group)
{
  Chooser *self = g_new0 (Chooser, 1);
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);

  self->popover = gtk_popover_new ();
  self->group = group;
  g_object_set_data_full (G_OBJECT (self->popover), "cpt-chooser", self, g_free);
  gtk_popover_set_child (GTK_POPOVER (self->popover), build (self));
  gtk_widget_add_css_class (self->popover, "topic-chooser");
  for (guint i = 0; i < n_topics; i++)
    add_topic (self, &topics[i]);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->new_button, "clicked", G_CALLBACK (new_clicked_cb), self);
  text_changed_cb (self);
  return self->popover;
}
