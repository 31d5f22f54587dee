// SPDX-License-Identifier: GPL-3.0-or-later
// The side panel: articles, sides, topics and sources with counts, to narrow a board down. Room: gui/widgets.
#include "cpt-facet-panel.h"

#include <glib/gi18n.h>

#include "cpt-facets.h"

struct _CptFacetPanel
{
  GtkWidget parent_instance;
  CptSession *session;
  CptFacetList *facets;
  GtkWidget *scroller;
  GtkWidget *list;
  GPtrArray *rows; /* GtkListItem, borrowed: those that show a facet */
};

G_DEFINE_FINAL_TYPE (CptFacetPanel, cpt_facet_panel, GTK_TYPE_WIDGET)

static void
show_chosen (CptFacetPanel *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  gboolean chosen = cpt_facet_is_chosen (gtk_list_item_get_item (list_item), self->session);

  if (chosen)
    gtk_widget_add_css_class (row, "chosen");
  else
    gtk_widget_remove_css_class (row, "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

static void
filter_changed_cb (CptFacetPanel *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_chosen (self, self->rows->pdata[i]);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, CptFacetPanel *self)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 8, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "facet-count");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, CptFacetPanel *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *label = gtk_widget_get_first_child (row);
  CptFacet *facet = gtk_list_item_get_item (list_item);
  gboolean heading = cpt_facet_get_kind (facet) == CPT_FACET_HEADING;
  g_autofree char *count = g_strdup_printf ("%u", cpt_facet_get_count (facet));
  g_autofree char *name = g_strdup_printf ("%s, %s", cpt_facet_get_label (facet), count);

  gtk_label_set_text (GTK_LABEL (label), cpt_facet_get_label (facet));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), count);
  gtk_widget_set_tooltip_text (row, heading ? NULL : cpt_facet_get_label (facet));
  gtk_widget_set_css_classes (row, (const char *[]){ heading ? "facet-heading" : "facet", NULL });
  gtk_list_item_set_activatable (list_item, !heading);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_ptr_array_add (self->rows, list_item);
  show_chosen (self, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, CptFacetPanel *self)
{
  g_ptr_array_remove_fast (self->rows, list_item);
}

static void
activate_cb (CptFacetPanel *self, guint position)
{
  g_autoptr (CptFacet) facet = g_list_model_get_item (G_LIST_MODEL (self->facets), position);

  if (facet != NULL)
    cpt_facet_toggle (facet, self->session);
}

static void
cpt_facet_panel_dispose (GObject *object)
{
  CptFacetPanel *self = CPT_FACET_PANEL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->facets);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_facet_panel_parent_class)->dispose (object);
}

static void
cpt_facet_panel_class_init (CptFacetPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_facet_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "facets");
}

static void
cpt_facet_panel_init (CptFacetPanel *self)
{
  self->rows = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
build_list (CptFacetPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->facets)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_name (self->list, "facets");
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Articles, sides, topics and sources"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
}

/**
 * cpt_facet_panel_new:
 * @session: what to narrow down
 *
 * Returns: (transfer floating): a new panel
 */
GtkWidget *
cpt_facet_panel_new (CptSession *session)
{
  CptFacetPanel *self = g_object_new (CPT_TYPE_FACET_PANEL, NULL);

  self->session = g_object_ref (session);
  self->facets = cpt_facet_list_new (session);
  build_list (self);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
