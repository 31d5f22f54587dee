// SPDX-License-Identifier: GPL-3.0-or-later
// The Article page. Room: gui/pages.
#include "cpt-article-page.h"

#include <glib/gi18n.h>

#include "cpt-placeholder.h"

struct _CptArticlePage
{
  GtkWidget parent_instance;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (CptArticlePage, cpt_article_page, GTK_TYPE_WIDGET)

static void
cpt_article_page_dispose (GObject *object)
{
  CptArticlePage *self = CPT_ARTICLE_PAGE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_article_page_parent_class)->dispose (object);
}

static void
cpt_article_page_class_init (CptArticlePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_article_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cpt_article_page_init (CptArticlePage *self)
{
  self->child = cpt_placeholder_new (_("Article"), NULL);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

/**
 * cpt_article_page_new:
 * @session: what the window shows
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
cpt_article_page_new (CptSession *session)
{
  return g_object_new (CPT_TYPE_ARTICLE_PAGE, NULL);
}
