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
 * plus and minus zoom, Page Up and Page Down go earlier and later, Home and End to the first and last event, 0 shows all.
 * What stands in a cluster opens by moving in, or as a list where its events share their time.
 */
GtkWidget           *cpt_timeline_new                (CptTimelineViewport *viewport);
void                 cpt_timeline_set_chronology     (CptTimeline *self, CptChronology *chronology);
guint32              cpt_timeline_get_selected_event (CptTimeline *self);
void                 cpt_timeline_set_selected_event (CptTimeline *self, guint32 event_id);
void                 cpt_timeline_set_search         (CptTimeline *self, const char *words);
gboolean             cpt_timeline_get_selected_bounds (CptTimeline *self, graphene_rect_t *bounds);
void                 cpt_timeline_zoom               (CptTimeline *self, double factor);

G_END_DECLS
