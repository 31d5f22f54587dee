// SPDX-License-Identifier: GPL-3.0-or-later
// Files dropped on a window. Room: gui/app.
#include "cpt-window-private.h"

#include <glib/gi18n.h>

static gboolean
drop_cb (CptWindow *self, const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  gtk_widget_set_visible (self->drop_hint, FALSE);
  if (files->len == 0)
    return FALSE;
  cpt_window_add_files (self, (GFile **) files->pdata, files->len);
  return TRUE;
}

static GdkDragAction
enter_cb (CptWindow *self)
{
  gtk_label_set_text (GTK_LABEL (self->drop_hint), self->document == NULL ? _("Drop to open")
                                                                         : _("Drop to add to this comparison"));
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (CptWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

void
cpt_window_set_up_drop (CptWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
