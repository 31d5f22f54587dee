// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the timeline widget share. Room: gui/widgets, nobody else's.
#pragma once

#include "cpt-timeline-item.h"
#include "cpt-timeline.h"

G_BEGIN_DECLS

/* Sizes that follow the font, so that nothing is cut when text is large. In pixels. */
typedef struct
{
  double em; /* of the font of labels; 0 before the font is known */
  int axis_height;
  int lane_head;
  int lane_gap;
  int row_height;
  int row_gap;
  int label;
  int mark;
  int cluster;
  int tick;
} CptTimelineSizes;

struct _CptTimeline
{
  GtkWidget parent_instance;
  CptTimelineViewport *viewport;
  CptChronology *chronology; /* (nullable) */
  CptTimelineLayout *layout; /* (nullable) */
  GPtrArray *items;          /* CptTimelineItem, pooled: the first n_shown are in use */
  guint n_shown;
  GPtrArray *lane_names;     /* GtkLabel */
  GPtrArray *beyond;         /* GtkButton, two a lane: events before and after the visible time */
  CptTimelineSizes sizes;
  int lane_y_px[CPT_MAX_SIDES + 1];
  int lane_height_px;
  int laid_out_width_px, laid_out_height_px;
  guint relayout_id;
  guint32 selected_event;
  guint selected_lane;       /* an event can stand in several */
  gboolean reveal_row;       /* the selection changed: its row is to be brought into view when it is known */
  char *search;              /* (nullable): words that are marked in labels */
  PangoLayout *tick_text;    /* (nullable): reused for all ticks */
  GtkWidget *popover;        /* (nullable): what a cluster holds */
  double pinch_scale;        /* of the last event of a pinch */
  double pointer_x_px;
  double drag_begin_days;    /* left end of the view when a drag began */
};

/* cpt-timeline.c */
double          cpt_timeline_to_days     (CptTimeline *self, double x_px);
double          cpt_timeline_to_px       (CptTimeline *self, double days);
CptTimelineLane cpt_timeline_get_lane    (CptTimeline *self, guint lane);
void            cpt_timeline_select      (CptTimeline *self, const CptChronologyEntry *entry);

/* cpt-timeline-input.c */
void            cpt_timeline_add_input   (CptTimeline *self);

/* cpt-timeline-clusters.c */
void            cpt_timeline_open_cluster (CptTimeline *self, CptTimelineItem *item);

/* cpt-timeline-draw.c */
void            cpt_timeline_draw        (CptTimeline *self, GtkSnapshot *snapshot);

G_END_DECLS
