// SPDX-License-Identifier: GPL-3.0-or-later
// The Timeline page. Room: gui/pages.
#pragma once

#include "cpt-action-table.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_TIMELINE_PAGE (cpt_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (CptTimelinePage, cpt_timeline_page, CPT, TIMELINE_PAGE, GtkWidget)

GtkWidget *cpt_timeline_page_new (CptSession *session);

const CptActionTable *cpt_timeline_page_get_action_table (void);

G_END_DECLS
