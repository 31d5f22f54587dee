// SPDX-License-Identifier: GPL-3.0-or-later
// A popover in which to write a note. Room: gui/widgets; acts through an action of the widget it hangs on.
#include "cpt-note-popover.h"

#include <glib/gi18n.h>

#include "cpt-widget.h"

static void
save_note_cb (GtkWidget *popover)
{
  GtkTextBuffer *buffer = g_object_get_data (G_OBJECT (popover), "note");
  const char *action = g_object_get_data (G_OBJECT (popover), "action");
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  gtk_widget_activate_action (gtk_widget_get_parent (popover), action, "s", g_strstrip (text));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
note_key_cb (GtkWidget *popover, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  save_note_cb (popover);
  return GDK_EVENT_STOP;
}

static GtkWidget *
note_view_new (GtkWidget *popover, const char *note)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_text (buffer, note == NULL ? "" : note, -1);
  g_object_set_data_full (G_OBJECT (popover), "note", g_object_ref (buffer), g_object_unref);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (note_key_cb), popover, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_size_request (scroller, 300, 110);
  gtk_widget_add_css_class (scroller, "note-frame");
  return scroller;
}

/**
 * cpt_note_popover_new:
 * @note: (nullable): what is noted already
 * @action: gets the text ("board.set-note"); looked up from the widget that the popover hangs on. A static string
 *
 * Returns: (transfer floating): a popover to be hung on a widget and popped up
 */
GtkWidget *
cpt_note_popover_new (const char *note, const char *action)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *save = cpt_button_new_with_mnemonic (_("_Keep Note"));

  g_object_set_data (G_OBJECT (popover), "action", (gpointer) action);
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (save, _("Ctrl+Enter"));
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_note_cb), popover, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), note_view_new (popover, note));
  gtk_box_append (GTK_BOX (box), save);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}
