// SPDX-License-Identifier: GPL-3.0-or-later
// What the view is narrowed down to, each part with a way to take it back. Room: gui/widgets.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_FILTER_CHIPS (cpt_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (CptFilterChips, cpt_filter_chips, CPT, FILTER_CHIPS, GtkWidget)

GtkWidget *cpt_filter_chips_new (CptSession *session);

G_END_DECLS
