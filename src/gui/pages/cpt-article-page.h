// SPDX-License-Identifier: GPL-3.0-or-later
// The Article page. Room: gui/pages.
#pragma once

#include "cpt-action-table.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_ARTICLE_PAGE (cpt_article_page_get_type ())
G_DECLARE_FINAL_TYPE (CptArticlePage, cpt_article_page, CPT, ARTICLE_PAGE, GtkWidget)

GtkWidget *cpt_article_page_new (CptSession *session);
const CptActionTable *cpt_article_page_get_action_table (void);

G_END_DECLS
