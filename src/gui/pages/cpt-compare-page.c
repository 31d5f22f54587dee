// SPDX-License-Identifier: GPL-3.0-or-later
// The Compare page: side panel and board. Room: gui/pages.
#include "cpt-compare-page.h"

#include <glib/gi18n.h>

#include "cpt-placeholder.h"

struct _CptComparePage
{
  GtkWidget parent_instance;
  CptSession *session;
  GtkWidget *child;
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

enum
{
  STATUS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

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

  g_clear_pointer (&self->child, gtk_widget_unparent);
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
      = g_param_spec_boolean ("sidebar-visible", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[STATUS] = g_signal_new ("status", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cpt_compare_page_init (CptComparePage *self)
{
  self->child = cpt_placeholder_new (_("Compare"), NULL);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

GtkWidget *
cpt_compare_page_new (CptSession *session)
{
  CptComparePage *self = g_object_new (CPT_TYPE_COMPARE_PAGE, NULL);

  self->session = g_object_ref (session);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
}

void
cpt_compare_page_focus_board (CptComparePage *self)
{
}

static const CptActionEntry entries[] = {
  { NULL },
};
static const CptActionTable board_table = { "board", N_ ("Compare"), entries };

const CptActionTable *
cpt_compare_page_get_action_table (void)
{
  return &board_table;
}
