// SPDX-License-Identifier: GPL-3.0-or-later
// The whole range of a timeline in a narrow strip. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_TIMELINE_OVERVIEW (cpt_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (CptTimelineOverview, cpt_timeline_overview, CPT, TIMELINE_OVERVIEW, GtkWidget)

GtkWidget *cpt_timeline_overview_new            (CptTimelineViewport *viewport);
void       cpt_timeline_overview_set_chronology (CptTimelineOverview *self, CptChronology *chronology);

G_END_DECLS
