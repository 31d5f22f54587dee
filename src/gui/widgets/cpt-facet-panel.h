// SPDX-License-Identifier: GPL-3.0-or-later
// The side panel: articles, sides, topics and sources with counts, to narrow a board down. Room: gui/widgets.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_FACET_PANEL (cpt_facet_panel_get_type ())
G_DECLARE_FINAL_TYPE (CptFacetPanel, cpt_facet_panel, CPT, FACET_PANEL, GtkWidget)

GtkWidget *cpt_facet_panel_new (CptSession *session);

G_END_DECLS
