// SPDX-License-Identifier: GPL-3.0-or-later
// One event, or a cluster of events, on the timeline. Room: gui/widgets.
#pragma once

#include "cpt-side-ink.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_TIMELINE_ITEM (cpt_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (CptTimelineItem, cpt_timeline_item, CPT, TIMELINE_ITEM, GtkButton)

/* How a lane is called and drawn. */
typedef struct
{
  const char *name;
  CptSideInk ink;
  int mark_px;        /* of the mark of a sharp date */
  const char *search; /* (nullable): words to mark in labels */
} CptTimelineLane;

GtkWidget            *cpt_timeline_item_new     (void);
void                  cpt_timeline_item_show    (CptTimelineItem *self, const CptTimelineBox *box,
                                                 const CptChronologyEntry *entry, const CptTimelineLane *lane);
void                  cpt_timeline_item_reset   (CptTimelineItem *self);
const CptTimelineBox *cpt_timeline_item_get_box (CptTimelineItem *self);
guint32               cpt_timeline_item_get_event (CptTimelineItem *self);
void                  cpt_timeline_item_set_selected (CptTimelineItem *self, gboolean selected);

G_END_DECLS
