// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-timeline-viewport.h"

#include <math.h>

static void
count_cb (guint *n)
{
  (*n)++;
}

static double
span (CptTimelineViewport *viewport)
{
  return cpt_timeline_viewport_get_end (viewport) - cpt_timeline_viewport_get_begin (viewport);
}

static void
test_zoom_keeps_the_pointer (void)
{
  g_autoptr (CptTimelineViewport) viewport = cpt_timeline_viewport_new ();
  double about = 4000, before, after;

  cpt_timeline_viewport_set_limits (viewport, 0, 10000);
  cpt_timeline_viewport_fit (viewport);
  before = (about - cpt_timeline_viewport_get_begin (viewport)) / span (viewport);
  cpt_timeline_viewport_zoom (viewport, about, 3);
  after = (about - cpt_timeline_viewport_get_begin (viewport)) / span (viewport);
  g_assert_cmpfloat_with_epsilon (before, after, 1e-9);
}

static void
test_bounds (void)
{
  g_autoptr (CptTimelineViewport) viewport = cpt_timeline_viewport_new ();

  cpt_timeline_viewport_set_limits (viewport, 0, 1000);
  for (guint i = 0; i < 100; i++)
    cpt_timeline_viewport_zoom (viewport, 500, 2);
  g_assert_cmpfloat_with_epsilon (span (viewport), CPT_TIMELINE_MIN_SPAN_DAYS, 1e-6);
  for (guint i = 0; i < 100; i++)
    cpt_timeline_viewport_pan (viewport, -100);
  g_assert_cmpfloat (cpt_timeline_viewport_get_begin (viewport), ==, cpt_timeline_viewport_get_limit_begin (viewport));
  for (guint i = 0; i < 100; i++)
    cpt_timeline_viewport_zoom (viewport, 500, 0.5);
  g_assert_cmpfloat (cpt_timeline_viewport_get_end (viewport), ==, cpt_timeline_viewport_get_limit_end (viewport));
}

static void
test_notifies_once_and_only_on_change (void)
{
  g_autoptr (CptTimelineViewport) viewport = cpt_timeline_viewport_new ();
  guint n = 0;

  cpt_timeline_viewport_set_limits (viewport, 0, 1000);
  g_signal_connect_swapped (viewport, "changed", G_CALLBACK (count_cb), &n);
  cpt_timeline_viewport_fit (viewport);
  g_assert_cmpuint (n, ==, 1);
  cpt_timeline_viewport_fit (viewport);
  g_assert_cmpuint (n, ==, 1);
  cpt_timeline_viewport_zoom (viewport, 500, 4);
  g_assert_cmpuint (n, ==, 2);
  cpt_timeline_viewport_pan (viewport, 0);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_reveal (void)
{
  g_autoptr (CptTimelineViewport) viewport = cpt_timeline_viewport_new ();

  cpt_timeline_viewport_set_limits (viewport, 0, 10000);
  cpt_timeline_viewport_show (viewport, 0, 100);
  cpt_timeline_viewport_reveal (viewport, 5000, INFINITY);
  g_assert_cmpfloat (cpt_timeline_viewport_get_begin (viewport), <, 5000);
  g_assert_cmpfloat (cpt_timeline_viewport_get_end (viewport), >, 5000);
  cpt_timeline_viewport_reveal (viewport, -INFINITY, 20);
  g_assert_cmpfloat (cpt_timeline_viewport_get_begin (viewport), <, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/viewport/zoom-keeps-the-pointer", test_zoom_keeps_the_pointer);
  g_test_add_func ("/timeline/viewport/bounds", test_bounds);
  g_test_add_func ("/timeline/viewport/notifies-once", test_notifies_once_and_only_on_change);
  g_test_add_func ("/timeline/viewport/reveal", test_reveal);
  return g_test_run ();
}
