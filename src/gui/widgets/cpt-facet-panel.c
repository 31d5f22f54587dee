// SPDX-License-Identifier: GPL-3.0-or-later
// The side panel: articles, sides, topics and sources with counts, to narrow a board down. Room: gui/widgets.
#include "cpt-facet-panel.h"

#include <glib/gi18n.h>

#include "cpt-facets.h"
#include "cpt-reanalysis.h"
#include "cpt-statement-ids.h"
#include "cpt-widget.h"

struct _CptFacetPanel
{
  GtkWidget parent_instance;
  CptSession *session;
  CptFacetList *facets;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *menu; /* (nullable): the one that is open */
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
  /* A row that can be neither activated nor selected takes no keyboard in older GTK, and the first one is such: without this
   * Tab would pass the whole list by. */
  gtk_widget_set_focusable (row, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  cpt_list_item_set_label (list_item, name);
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

/* --- sources: dragging all that one said, and what to do with it -------------------------------------------------- */

static CptFacet *
find_facet_at (CptFacetPanel *self, double x, double y, GtkWidget **row)
{
  GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; picked != NULL && i < self->rows->len; i++)
    {
      GtkListItem *item = self->rows->pdata[i];
      GtkWidget *child = gtk_list_item_get_child (item);

      if (picked != child && !gtk_widget_is_ancestor (picked, child) && picked != gtk_widget_get_parent (child))
        continue;
      if (row != NULL)
        *row = child;
      return gtk_list_item_get_item (item);
    }
  return NULL;
}

static GdkContentProvider *
prepare_cb (CptFacetPanel *self, double x, double y)
{
  CptFacet *facet = find_facet_at (self, x, y, NULL);
  g_autoptr (CptStatementIds) ids = NULL;

  if (facet == NULL || cpt_facet_get_kind (facet) != CPT_FACET_SOURCE)
    return NULL;
  ids = cpt_statement_ids_new_of_source (self->session, cpt_session_get_state (self->session),
                                         g_intern_string (cpt_facet_get_label (facet)));
  return gdk_content_provider_new_typed (CPT_TYPE_STATEMENT_IDS, ids);
}

static void
drag_begin_cb (CptFacetPanel *self, GdkDrag *drag)
{
  g_auto (GValue) value = G_VALUE_INIT;
  const CptStatementIds *ids;
  g_autofree char *words = NULL;
  GtkWidget *label;

  g_value_init (&value, CPT_TYPE_STATEMENT_IDS);
  if (!gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL))
    return;
  ids = g_value_get_boxed (&value);
  words = g_strdup_printf (ngettext ("%2$s: %1$u statement", "%2$s: %1$u statements", ids->n_ids), ids->n_ids, ids->source);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "drag-label");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -12, -12);
}

static void
move_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CptFacetPanel *self = CPT_FACET_PANEL (widget);
  CptState *state = cpt_session_get_state (self->session);
  const char *source;
  guint side, n_sides;

  g_variant_get (parameter, "(&su)", &source, &side);
  cpt_state_get_sides (state, &n_sides);
  cpt_session_do (self->session, cpt_command_move_source (state, source, side < n_sides ? CPT_SIDE_BIT (side) : 0));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (cpt_count_as_finish (result, &error))
    return;
  cpt_session_tell_doing (CPT_SESSION (source), "");
  cpt_session_tell_problem (CPT_SESSION (source), error->message);
}

static void
always_count (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CptFacetPanel *self = CPT_FACET_PANEL (widget);
  const char *source;
  guint side, n_sides;

  g_variant_get (parameter, "(&su)", &source, &side);
  cpt_state_get_sides (cpt_session_get_state (self->session), &n_sides);
  cpt_session_tell_doing (self->session, _("Analysing again…"));
  cpt_count_as_async (self->session, source, side < n_sides ? (int) side : -1, counted_cb, NULL);
}

static void
append_sides (GMenu *menu, const char *label, CptState *state, const char *action, const char *source)
{
  g_autoptr (GMenu) section = g_menu_new ();
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; i <= n_sides; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (i < n_sides ? sides[i].name : _("Context"), NULL);

      g_menu_item_set_action_and_target (item, action, "(su)", source, i);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkWidget *popover, CptFacetPanel *self)
{
  if (self->menu == popover)
    self->menu = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
show_menu (CptFacetPanel *self, CptFacet *facet, GtkWidget *row)
{
  CptState *state = cpt_session_get_state (self->session);
  g_autoptr (GMenu) menu = NULL;
  graphene_rect_t bounds;

  if (facet == NULL || cpt_facet_get_kind (facet) != CPT_FACET_SOURCE || state == NULL
      || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  menu = g_menu_new ();
  append_sides (menu, _("Move All That It Said To"), state, "source.move-all", cpt_facet_get_label (facet));
  append_sides (menu, _("Always Count As"), state, "source.always-count", cpt_facet_get_label (facet));
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_RIGHT);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                                         (int) bounds.size.width, (int) bounds.size.height });
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (CptFacetPanel *self, int n_press, double x, double y)
{
  GtkWidget *row = NULL;
  CptFacet *facet = find_facet_at (self, x, y, &row);

  show_menu (self, facet, row);
}

static gboolean
menu_key_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  CptFacetPanel *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *child = gtk_list_item_get_child (self->rows->pdata[i]);

      if (focus == gtk_widget_get_parent (child))
        show_menu (self, gtk_list_item_get_item (self->rows->pdata[i]), child);
    }
  return TRUE;
}

static void
set_up_sources (CptFacetPanel *self)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                        gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (self->list, keys);
}

static void
cpt_facet_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptFacetPanel *self = CPT_FACET_PANEL (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
cpt_facet_panel_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (CPT_FACET_PANEL (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
cpt_facet_panel_dispose (GObject *object)
{
  CptFacetPanel *self = CPT_FACET_PANEL (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
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
  GTK_WIDGET_CLASS (klass)->measure = cpt_facet_panel_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = cpt_facet_panel_size_allocate;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "source.move-all", "(su)", move_all);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "source.always-count", "(su)", always_count);
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
  set_up_sources (self);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
