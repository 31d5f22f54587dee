// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the timeline widget share. Room: gui/widgets, nobody else's.
#pragma once

#include "cpt-timeline.h"

G_BEGIN_DECLS

struct _CptTimeline
{
  GtkWidget parent_instance;
  CptTimelineViewport *viewport;
  CptChronology *chronology; /* (nullable) */
  CptTimelineLayout *layout; /* (nullable) */
  GPtrArray *items;          /* CptTimelineItem, pooled: the first n_shown are in use */
  guint n_shown;
  GPtrArray *lane_names;     /* GtkLabel */
  int lane_y_px[CPT_MAX_SIDES + 1];
  int lane_height_px;
  int laid_out_width_px, laid_out_height_px;
  guint relayout_id;
  guint32 selected_event;
  PangoLayout *tick_text;    /* (nullable): reused for all ticks */
  double pinch_scale;        /* of the last event of a pinch */
  double pointer_x_px;
  double drag_begin_days;    /* left end of the view when a drag began */
};

double cpt_timeline_to_days   (CptTimeline *self, double x_px);
void   cpt_timeline_add_input (CptTimeline *self);

G_END_DECLS
