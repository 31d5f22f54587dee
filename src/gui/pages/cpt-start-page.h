// SPDX-License-Identifier: GPL-3.0-or-later
// The invitation of an empty window. Room: gui/pages.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_START_PAGE (cpt_start_page_get_type ())
G_DECLARE_FINAL_TYPE (CptStartPage, cpt_start_page, CPT, START_PAGE, GtkWidget)

/* @recent: GListModel of #CptRecentFile. Its buttons activate win.open, win.open-sample and win.open-uri. */
GtkWidget *cpt_start_page_new (GListModel *recent);

G_END_DECLS
