// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the Article page share. Room: gui/pages.
#pragma once

#include "cpt-article-page.h"
#include "cpt-article-view.h"

G_BEGIN_DECLS

struct _CptArticlePage
{
  GtkWidget parent_instance;
  CptSession *session;
  GCancellable *cancellable; /* (nullable): of the analysis under way */
  GSimpleActionGroup *actions;
  GtkWidget *box;
  GtkWidget *chooser;
  GtkWidget *view;
  GtkWidget *metadata;
  GtkWidget *statement;
  GtkWidget *progress;
  gboolean asking; /* a preview is open */
  GtkWidget *popover;   /* (nullable): note, topics */
  GtkWidget *selection; /* (nullable): what can be made of the selected words */
  guint32 article_id;
  gboolean listing;
  gboolean stale;
};

/* cpt-article-page-actions.c */
void cpt_article_page_set_up_actions  (CptArticlePage *self);
void cpt_article_page_update_actions  (CptArticlePage *self);
void cpt_article_page_close_popovers  (CptArticlePage *self);

G_END_DECLS
