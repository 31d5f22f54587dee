// SPDX-License-Identifier: GPL-3.0-or-later
// The Timeline page. Room: gui/pages.
#include "cpt-timeline-page.h"

#include <glib/gi18n.h>

#include "cpt-placeholder.h"

struct _CptTimelinePage
{
  GtkWidget parent_instance;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (CptTimelinePage, cpt_timeline_page, GTK_TYPE_WIDGET)

static void
cpt_timeline_page_dispose (GObject *object)
{
  CptTimelinePage *self = CPT_TIMELINE_PAGE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_timeline_page_parent_class)->dispose (object);
}

static void
cpt_timeline_page_class_init (CptTimelinePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_timeline_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cpt_timeline_page_init (CptTimelinePage *self)
{
  self->child = cpt_placeholder_new (_("Timeline"), NULL);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

/**
 * cpt_timeline_page_new:
 * @session: what the window shows
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
cpt_timeline_page_new (CptSession *session)
{
  return g_object_new (CPT_TYPE_TIMELINE_PAGE, NULL);
}
