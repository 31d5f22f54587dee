// SPDX-License-Identifier: GPL-3.0-or-later
// What laying out ten thousand events costs, zoomed out and in. One JSON line a figure.
#include "bench-events.h"
#include "bench.h"

#include "cpt-timeline-axis.h"
#include "cpt-timeline-layout.h"

#include <math.h>

#define N_EVENTS 10000
#define N_FRAMES 200

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
report (const char *name, double *us, guint n)
{
  g_autofree char *median = g_strconcat (name, "_median", NULL), *p99 = g_strconcat (name, "_p99", NULL);

  qsort (us, n, sizeof (double), compare_doubles);
  bench_print ("timeline", median, NULL, us[n / 2] / 1000, "ms");
  bench_print ("timeline", p99, NULL, us[n * 99 / 100] / 1000, "ms");
}

static void
layout_frame (const CptChronology *chronology, double begin, double end)
{
  CptTimelineMetrics metrics = { .begin_days = begin, .end_days = end, .width_px = 1600, .max_rows = 8, .mark_px = 12,
                                 .label_px = 340, .em_px = 13, .cluster_px = 48, .gap_px = 10 };
  g_autoptr (CptTimelineLayout) layout = cpt_timeline_layout_new (chronology, &metrics);
  g_autoptr (GArray) ticks = cpt_timeline_ticks_new (begin, end, 1600, 72);
}

int
main (int argc, char **argv)
{
  g_autoptr (CptState) state = bench_events_new_state (N_EVENTS);
  g_autoptr (CptChronology) chronology = NULL;
  double us[N_FRAMES], begin, end;
  double start = bench_now ();

  chronology = cpt_chronology_new (state, NULL);
  bench_print ("timeline", "events", NULL, cpt_state_get_article (state, 0)->events->len, "events");
  bench_print ("timeline", "chronology", NULL, (bench_now () - start) * 1000, "ms");
  if (!cpt_chronology_get_range (chronology, &begin, &end))
    return 1;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double span = (end - begin) * pow (0.97, i), middle = begin + (end - begin) * 0.4;

      start = bench_now ();
      layout_frame (chronology, middle - span / 2, middle + span / 2);
      us[i] = (bench_now () - start) * 1e6;
    }
  report ("layout_zooming", us, N_FRAMES);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double span = (end - begin) / 10, left = begin + (end - begin) * 0.9 * i / N_FRAMES;

      start = bench_now ();
      layout_frame (chronology, left, left + span);
      us[i] = (bench_now () - start) * 1e6;
    }
  report ("layout_panning", us, N_FRAMES);
  return 0;
}
