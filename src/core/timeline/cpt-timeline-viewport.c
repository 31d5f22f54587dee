// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of zooming and panning. Room: core/timeline; knows no widget and no event.
#include "cpt-timeline-viewport.h"

#include <math.h>

/* Room on both sides of the first and the last event, as a share of the stretch between them. */
#define MARGIN_RATIO 0.05

/**
 * CptTimelineViewport:
 *
 * The visible stretch of time, in days since 1970-01-01. Gestures call zoom and pan; views watch the one signal
 * "changed", which is emitted once for each call that changes anything.
 */
struct _CptTimelineViewport
{
  GObject parent_instance;
  double begin_days, end_days;             /* visible */
  double limit_begin_days, limit_end_days; /* reachable */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptTimelineViewport, cpt_timeline_viewport, G_TYPE_OBJECT)

static double
get_max_span (CptTimelineViewport *self)
{
  return MAX (self->limit_end_days - self->limit_begin_days, CPT_TIMELINE_MIN_SPAN_DAYS);
}

static void
take (CptTimelineViewport *self, double begin_days, double span_days)
{
  double span = CLAMP (span_days, CPT_TIMELINE_MIN_SPAN_DAYS, get_max_span (self));
  double begin = CLAMP (begin_days, self->limit_begin_days, MAX (self->limit_begin_days, self->limit_end_days - span));

  if (begin == self->begin_days && begin + span == self->end_days)
    return;
  self->begin_days = begin;
  self->end_days = begin + span;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cpt_timeline_viewport_class_init (CptTimelineViewportClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
cpt_timeline_viewport_init (CptTimelineViewport *self)
{
  self->limit_end_days = self->end_days = 365;
}

CptTimelineViewport *
cpt_timeline_viewport_new (void)
{
  return g_object_new (CPT_TYPE_TIMELINE_VIEWPORT, NULL);
}

/**
 * cpt_timeline_viewport_set_limits:
 * @begin_days: first day with anything to see
 * @end_days: end of the last such day, not before @begin_days
 *
 * Sets what can be reached, with a margin. What is visible stays where it can.
 */
void
cpt_timeline_viewport_set_limits (CptTimelineViewport *self, double begin_days, double end_days)
{
  double span, margin;

  g_return_if_fail (isfinite (begin_days) && isfinite (end_days) && begin_days <= end_days);
  span = CLAMP (end_days - begin_days, CPT_TIMELINE_MIN_SPAN_DAYS, CPT_TIMELINE_MAX_SPAN_DAYS);
  margin = MAX (span * MARGIN_RATIO, 2);
  self->limit_begin_days = begin_days - margin;
  self->limit_end_days = begin_days + span + margin;
  take (self, self->begin_days, self->end_days - self->begin_days);
}

/**
 * cpt_timeline_viewport_show:
 *
 * Shows the given stretch, as far as the limits allow.
 */
void
cpt_timeline_viewport_show (CptTimelineViewport *self, double begin_days, double end_days)
{
  g_return_if_fail (isfinite (begin_days) && isfinite (end_days));
  take (self, begin_days, end_days - begin_days);
}

/* Shows all that there is. */
void
cpt_timeline_viewport_fit (CptTimelineViewport *self)
{
  take (self, self->limit_begin_days, get_max_span (self));
}

/**
 * cpt_timeline_viewport_zoom:
 * @about_days: the moment that stays where it is, such as the one under the pointer
 * @factor: above 1 to see more detail, below 1 to see more time
 */
void
cpt_timeline_viewport_zoom (CptTimelineViewport *self, double about_days, double factor)
{
  double span = self->end_days - self->begin_days;
  double new_span, ratio;

  g_return_if_fail (factor > 0 && isfinite (about_days));
  new_span = CLAMP (span / factor, CPT_TIMELINE_MIN_SPAN_DAYS, get_max_span (self));
  ratio = (about_days - self->begin_days) / span;
  take (self, about_days - ratio * new_span, new_span);
}

/**
 * cpt_timeline_viewport_pan:
 * @days: how far to go later; negative for earlier
 */
void
cpt_timeline_viewport_pan (CptTimelineViewport *self, double days)
{
  g_return_if_fail (isfinite (days));
  take (self, self->begin_days + days, self->end_days - self->begin_days);
}

/**
 * cpt_timeline_viewport_reveal:
 * @begin_days: beginning of something, or -%INFINITY
 * @end_days: its end, or %INFINITY
 *
 * Pans just so far that the beginning of the stretch (its end, where the beginning is open) is visible.
 */
void
cpt_timeline_viewport_reveal (CptTimelineViewport *self, double begin_days, double end_days)
{
  double span = self->end_days - self->begin_days;
  double day = isinf (begin_days) ? end_days : begin_days;

  if (isinf (day))
    return;
  if (day < self->begin_days + span * MARGIN_RATIO)
    cpt_timeline_viewport_pan (self, day - self->begin_days - span * MARGIN_RATIO);
  else if (day > self->end_days - span * MARGIN_RATIO * 4) /* the label stands to the right of the mark */
    cpt_timeline_viewport_pan (self, day - self->end_days + span * MARGIN_RATIO * 4);
}

double
cpt_timeline_viewport_get_begin (CptTimelineViewport *self)
{
  return self->begin_days;
}

double
cpt_timeline_viewport_get_end (CptTimelineViewport *self)
{
  return self->end_days;
}

double
cpt_timeline_viewport_get_limit_begin (CptTimelineViewport *self)
{
  return self->limit_begin_days;
}

double
cpt_timeline_viewport_get_limit_end (CptTimelineViewport *self)
{
  return self->limit_end_days;
}
