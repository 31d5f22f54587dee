// SPDX-License-Identifier: GPL-3.0-or-later
// The Compare page: side panel and board. Room: gui/pages.
#include "cpt-compare-page.h"

#include "cpt-board-view.h"
#include "cpt-facet-panel.h"

#define PANEL_PX 224
#define MIN_PANEL_PX 160

struct _CptComparePage
{
  GtkWidget parent_instance;
  CptSession *session;
  GtkWidget *paned;
  GtkWidget *board;
  GtkWidget *panel;
  gboolean sidebar_visible;
};

G_DEFINE_FINAL_TYPE (CptComparePage, cpt_compare_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR_VISIBLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
cpt_compare_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, CPT_COMPARE_PAGE (object)->sidebar_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_compare_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SIDEBAR_VISIBLE:
      cpt_compare_page_set_sidebar_visible (CPT_COMPARE_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_compare_page_dispose (GObject *object)
{
  CptComparePage *self = CPT_COMPARE_PAGE (object);

  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_compare_page_parent_class)->dispose (object);
}

static void
cpt_compare_page_class_init (CptComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cpt_compare_page_get_property;
  object_class->set_property = cpt_compare_page_set_property;
  object_class->dispose = cpt_compare_page_dispose;
  properties[PROP_SIDEBAR_VISIBLE]
      = g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cpt_compare_page_init (CptComparePage *self)
{
  self->sidebar_visible = TRUE;
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
}

GtkWidget *
cpt_compare_page_new (CptSession *session)
{
  CptComparePage *self = g_object_new (CPT_TYPE_COMPARE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->panel = cpt_facet_panel_new (session);
  self->board = cpt_board_view_new (session);
  gtk_widget_set_size_request (self->panel, MIN_PANEL_PX, -1);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->panel);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->board);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_position (GTK_PANED (self->paned), PANEL_PX);
  return GTK_WIDGET (self);
}

gboolean
cpt_compare_page_get_sidebar_visible (CptComparePage *self)
{
  return self->sidebar_visible;
}

void
cpt_compare_page_set_sidebar_visible (CptComparePage *self, gboolean visible)
{
  if (self->sidebar_visible == !!visible)
    return;
  self->sidebar_visible = !!visible;
  gtk_widget_set_visible (self->panel, self->sidebar_visible);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
}

void
cpt_compare_page_focus_board (CptComparePage *self)
{
  g_return_if_fail (CPT_IS_COMPARE_PAGE (self));
  cpt_board_view_focus (CPT_BOARD_VIEW (self->board));
}

const CptActionTable *
cpt_compare_page_get_action_table (void)
{
  return &cpt_board_action_table;
}
