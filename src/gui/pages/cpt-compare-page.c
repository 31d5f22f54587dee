// SPDX-License-Identifier: GPL-3.0-or-later
// The Compare page: side panel and board. Room: gui/pages.
#include "cpt-compare-page.h"

#include "cpt-board-view.h"
#include "cpt-facet-panel.h"
#include "cpt-filter-bar.h"
#include "cpt-review-view.h"

#define PANEL_PX 224
#define MIN_PANEL_PX 160
/* Below this the cards need the panel's room. */
#define NARROW_PX 960

struct _CptComparePage
{
  GtkWidget parent_instance;
  CptSession *session;
  GtkWidget *paned;
  GtkWidget *stack; /* the board, or going through statements one by one */
  GtkWidget *board;
  GtkWidget *panel;
  gboolean wanted;          /* the panel, where there is room */
  gboolean shown_in_narrow; /* the panel, where there is not */
  gboolean narrow;
  guint idle;
};

G_DEFINE_FINAL_TYPE (CptComparePage, cpt_compare_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR_VISIBLE,
  PROP_SIDEBAR_WANTED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
update_panel (CptComparePage *self)
{
  gboolean visible = cpt_compare_page_get_sidebar_visible (self);

  if (visible == gtk_widget_get_visible (self->panel))
    return;
  if (visible)
    gtk_paned_set_position (GTK_PANED (self->paned), PANEL_PX);
  gtk_widget_set_visible (self->panel, visible);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
}

static void
set_wanted (CptComparePage *self, gboolean wanted)
{
  if (self->wanted == !!wanted)
    return;
  self->wanted = !!wanted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_WANTED]);
  update_panel (self);
}

static gboolean
flip_cb (gpointer user_data)
{
  CptComparePage *self = user_data;

  self->idle = 0;
  self->narrow = !self->narrow;
  self->shown_in_narrow = FALSE;
  update_panel (self);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are given out: showing and hiding asks for new ones. */
static void
cpt_compare_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptComparePage *self = CPT_COMPARE_PAGE (widget);

  gtk_widget_size_allocate (self->paned, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if ((width < NARROW_PX) != self->narrow && self->idle == 0)
    self->idle = g_idle_add (flip_cb, self);
  else if ((width < NARROW_PX) == self->narrow)
    g_clear_handle_id (&self->idle, g_source_remove);
}

static void
cpt_compare_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (CPT_COMPARE_PAGE (widget)->paned, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
cpt_compare_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, cpt_compare_page_get_sidebar_visible (CPT_COMPARE_PAGE (object)));
      break;
    case PROP_SIDEBAR_WANTED:
      g_value_set_boolean (value, CPT_COMPARE_PAGE (object)->wanted);
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
    case PROP_SIDEBAR_WANTED:
      set_wanted (CPT_COMPARE_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_compare_page_dispose (GObject *object)
{
  CptComparePage *self = CPT_COMPARE_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
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
  properties[PROP_SIDEBAR_WANTED]
      = g_param_spec_boolean ("sidebar-wanted", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  GTK_WIDGET_CLASS (klass)->measure = cpt_compare_page_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = cpt_compare_page_size_allocate;
}

static void
cpt_compare_page_init (CptComparePage *self)
{
  self->wanted = TRUE;
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
}

static void
reviewing_cb (CptComparePage *self)
{
  gboolean reviewing = cpt_session_get_reviewing (self->session);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), reviewing ? "review" : "board");
  if (!reviewing && gtk_widget_get_mapped (GTK_WIDGET (self)))
    cpt_board_view_focus (CPT_BOARD_VIEW (self->board));
}

GtkWidget *
cpt_compare_page_new (CptSession *session)
{
  CptComparePage *self = g_object_new (CPT_TYPE_COMPARE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->panel = cpt_facet_panel_new (session);
  self->board = cpt_board_view_new (session);
  gtk_widget_set_size_request (self->panel, MIN_PANEL_PX, -1);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->panel);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->board, "board");
  gtk_stack_add_named (GTK_STACK (self->stack), cpt_review_view_new (session), "review");
  gtk_box_append (GTK_BOX (box), cpt_filter_bar_new (session));
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_paned_set_end_child (GTK_PANED (self->paned), box);
  g_signal_connect_object (session, "notify::reviewing", G_CALLBACK (reviewing_cb), self, G_CONNECT_SWAPPED);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_position (GTK_PANED (self->paned), PANEL_PX);
  return GTK_WIDGET (self);
}

gboolean
cpt_compare_page_get_sidebar_visible (CptComparePage *self)
{
  g_return_val_if_fail (CPT_IS_COMPARE_PAGE (self), FALSE);
  return self->narrow ? self->shown_in_narrow : self->wanted;
}

void
cpt_compare_page_set_sidebar_visible (CptComparePage *self, gboolean visible)
{
  g_return_if_fail (CPT_IS_COMPARE_PAGE (self));
  if (!self->narrow)
    {
      set_wanted (self, visible);
      return;
    }
  self->shown_in_narrow = !!visible;
  update_panel (self);
}

void
cpt_compare_page_focus_board (CptComparePage *self)
{
  g_return_if_fail (CPT_IS_COMPARE_PAGE (self));
  if (cpt_session_get_reviewing (self->session))
    gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)), GTK_DIR_TAB_FORWARD);
  else
    cpt_board_view_focus (CPT_BOARD_VIEW (self->board));
}

const CptActionTable *
cpt_compare_page_get_action_table (void)
{
  return &cpt_board_action_table;
}

const CptActionTable *
cpt_compare_page_get_review_table (void)
{
  return &cpt_review_action_table;
}
