// SPDX-License-Identifier: GPL-3.0-or-later
// Going through what the program is not sure of, one statement at a time. Room: gui/widgets.
#pragma once

#include "cpt-action-table.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_REVIEW_VIEW (cpt_review_view_get_type ())
G_DECLARE_FINAL_TYPE (CptReviewView, cpt_review_view, CPT, REVIEW_VIEW, GtkWidget)

extern const CptActionTable cpt_review_action_table;

GtkWidget *cpt_review_view_new (CptSession *session);

G_END_DECLS
