// SPDX-License-Identifier: GPL-3.0-or-later
// The text of an article as published, with its statements marked. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_ARTICLE_VIEW (cpt_article_view_get_type ())
G_DECLARE_FINAL_TYPE (CptArticleView, cpt_article_view, CPT, ARTICLE_VIEW, GtkWidget)

/* Signals: "statement-clicked" (uint id: the cursor went into it, by a click or by a key); "words-selected": the selection
 * came to rest, or is gone. */
GtkWidget *cpt_article_view_new             (void);
void       cpt_article_view_show            (CptArticleView *self, CptState *state, guint32 article_id);
void       cpt_article_view_focus_statement (CptArticleView *self, guint32 statement_id, gboolean scroll);
void       cpt_article_view_set_search      (CptArticleView *self, const char *words);
GtkWidget *cpt_article_view_get_text_view   (CptArticleView *self);
gboolean   cpt_article_view_get_cursor      (CptArticleView *self, gsize *offset_bytes);
gboolean   cpt_article_view_get_selection   (CptArticleView *self, CptSpan *span);
void       cpt_article_view_select_none     (CptArticleView *self);
gboolean   cpt_article_view_compute_bounds  (CptArticleView *self, CptSpan span, GdkRectangle *bounds);

G_END_DECLS
