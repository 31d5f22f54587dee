// SPDX-License-Identifier: GPL-3.0-or-later
// What the view is narrowed down to, how many statements that lets through, and ways from one to the next. Room: gui/widgets.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_FILTER_BAR (cpt_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CptFilterBar, cpt_filter_bar, CPT, FILTER_BAR, GtkWidget)

GtkWidget *cpt_filter_bar_new (CptSession *session);

G_END_DECLS
