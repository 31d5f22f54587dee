// SPDX-License-Identifier: GPL-3.0-or-later
// Chips, a count, and buttons to the next and the one before. Room: gui/widgets; takes no room while nothing is filtered.
#include "cpt-filter-bar.h"

#include <glib/gi18n.h>

#include "cpt-filter-chips.h"

struct _CptFilterBar
{
  GtkWidget parent_instance;
  CptSession *session;
  GtkWidget *box;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (CptFilterBar, cpt_filter_bar, GTK_TYPE_WIDGET)

static void
update (CptFilterBar *self)
{
  CptState *state = cpt_session_get_state (self->session);
  gboolean filtered = state != NULL && cpt_session_is_filtered (self->session);
  guint n = cpt_session_get_n_matches (self->session);
  guint n_all = state == NULL ? 0 : cpt_state_get_n_statements (state);
  g_autofree char *text = g_strdup_printf (ngettext ("%1$u of %2$u statement", "%1$u of %2$u statements", n_all), n, n_all);

  gtk_widget_set_visible (GTK_WIDGET (self), filtered);
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->count)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
cpt_filter_bar_dispose (GObject *object)
{
  CptFilterBar *self = CPT_FILTER_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_filter_bar_parent_class)->dispose (object);
}

static void
cpt_filter_bar_class_init (CptFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterbar");
}

static void
add_button (CptFilterBar *self, const char *icon, const char *action, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
cpt_filter_bar_init (CptFilterBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * cpt_filter_bar_new:
 * @session: whose filter to show
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
cpt_filter_bar_new (CptSession *session)
{
  CptFilterBar *self = g_object_new (CPT_TYPE_FILTER_BAR, NULL);
  GtkWidget *chips = cpt_filter_chips_new (session);

  self->session = g_object_ref (session);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_box_append (GTK_BOX (self->box), chips);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->count);
  add_button (self, "go-up-symbolic", "win.previous-match", _("The one before (Shift+F3)"));
  add_button (self, "go-down-symbolic", "win.next-match", _("The next one (F3)"));
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::n-matches", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
