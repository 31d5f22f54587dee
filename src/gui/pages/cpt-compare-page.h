// SPDX-License-Identifier: GPL-3.0-or-later
// The Compare page: side panel and board. Room: gui/pages.
#pragma once

#include "cpt-action-table.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_COMPARE_PAGE (cpt_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (CptComparePage, cpt_compare_page, CPT, COMPARE_PAGE, GtkWidget)

/* Properties: "sidebar-visible" (boolean): whether the side panel shows; "sidebar-wanted" (boolean): whether it shows where
 * there is room for it, which is what is remembered. A narrow page begins without it. */
GtkWidget            *cpt_compare_page_new                 (CptSession *session);
gboolean              cpt_compare_page_get_sidebar_visible (CptComparePage *self);
void                  cpt_compare_page_set_sidebar_visible (CptComparePage *self, gboolean visible);
void                  cpt_compare_page_focus_board         (CptComparePage *self);
const CptActionTable *cpt_compare_page_get_action_table    (void);
const CptActionTable *cpt_compare_page_get_review_table    (void);

G_END_DECLS
