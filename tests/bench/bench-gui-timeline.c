// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame costs while ten thousand events are zoomed and panned in a window. "own" is the work of the timeline: packing,
// naming and placing its items, and taking their snapshot and that of the strip below; "frame" is all that the processor did for the frame, with what GTK
// does to paint it, which here has no graphics card.
#include <math.h>

#include "bench-events.h"
#include "bench.h"
#include "cpt-appearance.h"
#include "cpt-style.h"
#include "cpt-timeline-overview.h"
#include "cpt-timeline.h"

#define BENCHMARK "gui-timeline"
#define N_EVENTS 10000
#define N_FRAMES 300
#define N_WARM 10

typedef struct
{
  GtkWidget *timeline;
  GtkWidget *overview;
  CptTimelineViewport *viewport;
  void (*step) (CptTimelineViewport *viewport, guint frame);
  guint n_done;
  double begin; /* when the visible time changed */
  double own;
  GArray *own_ms, *frame_ms;
  GMainLoop *loop;
} Run;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
report (const char *name, const char *what, GArray *values)
{
  g_autofree char *median = g_strdup_printf ("%s-%s-median", name, what), *p99 = g_strdup_printf ("%s-%s-p99", name, what);

  g_array_sort (values, compare_doubles);
  bench_print (BENCHMARK, median, NULL, g_array_index (values, double, values->len / 2), "ms");
  bench_print (BENCHMARK, p99, NULL, g_array_index (values, double, values->len * 99 / 100), "ms");
}

/* After everything has its place: the snapshot is taken by itself, so that painting can be told from it. */
static void
laid_out_cb (GdkFrameClock *clock, Run *run)
{
  GtkSnapshot *snapshot;

  if (run->begin == 0)
    return;
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (run->timeline)->snapshot (run->timeline, snapshot);
  GTK_WIDGET_GET_CLASS (run->overview)->snapshot (run->overview, snapshot);
  run->own = bench_now () - run->begin;
  g_object_unref (snapshot);
}

static void
painted_cb (GdkFrameClock *clock, Run *run)
{
  double own = run->own * 1e3, frame = (bench_now () - run->begin) * 1e3;

  if (run->begin != 0 && run->n_done++ >= N_WARM)
    {
      g_array_append_val (run->own_ms, own);
      g_array_append_val (run->frame_ms, frame);
    }
  if (run->n_done >= N_FRAMES + N_WARM)
    {
      g_main_loop_quit (run->loop);
      return;
    }
  run->begin = bench_now ();
  run->step (run->viewport, run->n_done);
}

/* In and out again, about a moment that is not the middle. */
static void
zoom (CptTimelineViewport *viewport, guint frame)
{
  double begin = cpt_timeline_viewport_get_begin (viewport), end = cpt_timeline_viewport_get_end (viewport);

  cpt_timeline_viewport_zoom (viewport, begin + (end - begin) * 0.4, frame % 150 < 75 ? 1.06 : 1 / 1.06);
}

static void
pan (CptTimelineViewport *viewport, guint frame)
{
  double span = cpt_timeline_viewport_get_end (viewport) - cpt_timeline_viewport_get_begin (viewport);

  cpt_timeline_viewport_pan (viewport, (frame % 200 < 100 ? 1 : -1) * span * 0.02);
}

static void
measure (const char *name, GtkWidget *box, CptTimelineViewport *viewport, void (*step) (CptTimelineViewport *, guint))
{
  GtkWidget *timeline = gtk_widget_get_first_child (box);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (timeline);
  Run run = { .timeline = timeline, .overview = gtk_widget_get_last_child (box), .viewport = viewport, .step = step, .loop = g_main_loop_new (NULL, FALSE),
              .own_ms = g_array_new (FALSE, FALSE, sizeof (double)), .frame_ms = g_array_new (FALSE, FALSE, sizeof (double)) };
  gulong laid_out = g_signal_connect_after (clock, "layout", G_CALLBACK (laid_out_cb), &run);
  gulong painted = g_signal_connect_after (clock, "after-paint", G_CALLBACK (painted_cb), &run);

  gtk_widget_queue_draw (timeline);
  g_main_loop_run (run.loop);
  g_signal_handler_disconnect (clock, laid_out);
  g_signal_handler_disconnect (clock, painted);
  report (name, "own", run.own_ms);
  report (name, "frame", run.frame_ms);
  g_array_unref (run.own_ms);
  g_array_unref (run.frame_ms);
  g_main_loop_unref (run.loop);
}

static void
settle (void)
{
  for (guint i = 0; i < 60; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (CptState) state = bench_events_new_state (N_EVENTS);
  g_autoptr (CptChronology) chronology = cpt_chronology_new (state, NULL);
  g_autoptr (CptTimelineViewport) viewport = cpt_timeline_viewport_new ();
  g_autoptr (CptAppearance) appearance = NULL;
  GtkWidget *window, *box, *timeline, *overview;
  double begin, end;

  gtk_init ();
  cpt_style_register ();
  appearance = cpt_appearance_new (gdk_display_get_default (), &cpt_style_sheets);
  window = gtk_window_new ();
  timeline = cpt_timeline_new (viewport);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_widget_set_vexpand (timeline, TRUE);
  overview = cpt_timeline_overview_new (viewport);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (box), timeline);
  gtk_box_append (GTK_BOX (box), overview);
  gtk_window_set_child (GTK_WINDOW (window), box);
  cpt_chronology_get_range (chronology, &begin, &end);
  cpt_timeline_viewport_set_limits (viewport, begin, end);
  cpt_timeline_viewport_fit (viewport);
  cpt_timeline_set_chronology (CPT_TIMELINE (timeline), chronology);
  cpt_timeline_overview_set_chronology (CPT_TIMELINE_OVERVIEW (overview), chronology);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  cpt_chronology_get_core_range (chronology, &begin, &end);
  cpt_timeline_viewport_show (viewport, begin, end);
  measure ("zooming", box, viewport, zoom);
  cpt_timeline_viewport_show (viewport, begin, begin + (end - begin) / 10);
  settle ();
  measure ("panning", box, viewport, pan);
  cpt_timeline_viewport_show (viewport, begin, begin + 60);
  settle ();
  measure ("panning-close", box, viewport, pan);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
