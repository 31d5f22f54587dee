// SPDX-License-Identifier: GPL-3.0-or-later
// Events in lanes over an axis of time. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_TIMELINE (cpt_timeline_get_type ())
G_DECLARE_FINAL_TYPE (CptTimeline, cpt_timeline, CPT, TIMELINE, GtkWidget)

/**
 * CptTimeline:
 *
 * Shows a #CptChronology through a #CptTimelineViewport. Property "selected-event" (uint, 0 for none); signal
 * "event-activated" (uint id: Enter or a second click). Wheel and touchpad zoom about the pointer, Shift or a sideways
 * swipe and dragging the background pan; Left and Right go through a lane in time, Up and Down to the neighbouring lane,
 * plus and minus zoom, Home and End go to the first and last event, 0 shows all.
 */
GtkWidget           *cpt_timeline_new                (CptTimelineViewport *viewport);
void                 cpt_timeline_set_chronology     (CptTimeline *self, CptChronology *chronology);
guint32              cpt_timeline_get_selected_event (CptTimeline *self);
void                 cpt_timeline_set_selected_event (CptTimeline *self, guint32 event_id);
void                 cpt_timeline_zoom               (CptTimeline *self, double factor);

G_END_DECLS
