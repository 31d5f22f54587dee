// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the timeline page share. Room: gui/pages, nobody else's.
#pragma once

#include "cpt-event-details.h"
#include "cpt-timeline-page.h"
#include "cpt-timeline.h"

G_BEGIN_DECLS

struct _CptTimelinePage
{
  GtkWidget parent_instance;
  CptSession *session;
  CptTimelineViewport *viewport;
  CptChronology *chronology; /* (nullable) */
  GSimpleActionGroup *actions;
  GtkWidget *box;
  GtkWidget *range;
  GtkWidget *publication_button;
  GtkWidget *add_button;
  GtkWidget *filter_button;
  GtkWidget *undated_button;
  GtkWidget *undated_list;
  GtkWidget *menu_button;
  GtkWidget *chips;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *empty;
  GtkWidget *timeline;
  GtkWidget *overview;
  GtkWidget *details;
  GtkWidget *popover;        /* (nullable): what hangs on an event now */
  guint32 event_id;          /* shown in the details, on the axis or undated; 0 for none */
  gboolean stale;
};

/* cpt-timeline-page.c */
const CptEvent *cpt_timeline_page_get_event   (CptTimelinePage *self); /* (nullable) */
void            cpt_timeline_page_show_event  (CptTimelinePage *self, guint32 event_id);
void            cpt_timeline_page_focus       (CptTimelinePage *self);

/* cpt-timeline-page-actions.c */
void            cpt_timeline_page_set_up_actions (CptTimelinePage *self);
void            cpt_timeline_page_update_actions (CptTimelinePage *self);
void            cpt_timeline_page_show_menu   (CptTimelinePage *self, GtkWidget *on, double x, double y);

G_END_DECLS
