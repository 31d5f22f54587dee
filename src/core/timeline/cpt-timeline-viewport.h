// SPDX-License-Identifier: GPL-3.0-or-later
// Which stretch of time is visible. Room: core/timeline.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CPT_TYPE_TIMELINE_VIEWPORT (cpt_timeline_viewport_get_type ())
G_DECLARE_FINAL_TYPE (CptTimelineViewport, cpt_timeline_viewport, CPT, TIMELINE_VIEWPORT, GObject)

/* The sharpest and the widest view, in days. */
#define CPT_TIMELINE_MIN_SPAN_DAYS 3.0
#define CPT_TIMELINE_MAX_SPAN_DAYS (366.0 * 2000)

CptTimelineViewport *cpt_timeline_viewport_new         (void);
void                 cpt_timeline_viewport_set_limits  (CptTimelineViewport *self, double begin_days, double end_days);
void                 cpt_timeline_viewport_show        (CptTimelineViewport *self, double begin_days, double end_days);
void                 cpt_timeline_viewport_fit         (CptTimelineViewport *self);
void                 cpt_timeline_viewport_zoom        (CptTimelineViewport *self, double about_days, double factor);
void                 cpt_timeline_viewport_pan         (CptTimelineViewport *self, double days);
void                 cpt_timeline_viewport_reveal      (CptTimelineViewport *self, double begin_days, double end_days);
double               cpt_timeline_viewport_get_begin   (CptTimelineViewport *self);
double               cpt_timeline_viewport_get_end     (CptTimelineViewport *self);
double               cpt_timeline_viewport_get_limit_begin (CptTimelineViewport *self);
double               cpt_timeline_viewport_get_limit_end   (CptTimelineViewport *self);

G_END_DECLS
