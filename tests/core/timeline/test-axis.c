// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-timeline-axis.h"

static void
check_ticks (double begin, double end, double width, double min_label)
{
  g_autoptr (GArray) ticks = cpt_timeline_ticks_new (begin, end, width, min_label);
  double px_per_day = width / (end - begin);

  g_assert_cmpuint (ticks->len, >, 0);
  g_assert_cmpfloat (g_array_index (ticks, CptTick, 0).day, <=, begin + 1);
  g_assert_cmpfloat (ticks->len, <=, width / min_label * 1.2 + 3);
  for (guint i = 0; i < ticks->len; i++)
    {
      const CptTick *tick = &g_array_index (ticks, CptTick, i);

      g_assert_nonnull (tick->label);
      if (i > 0) /* months differ in length by a tenth */
        g_assert_cmpfloat ((tick->day - g_array_index (ticks, CptTick, i - 1).day) * px_per_day, >=, min_label * 0.9);
    }
}

static void
test_spacing (void)
{
  for (double span = 3; span < 366 * 1500; span *= 1.7)
    for (double begin = -200000; begin < 200000; begin += 33333.3)
      check_ticks (begin, begin + span, 900, 64);
}

static void
test_labels (void)
{
  static const struct
  {
    int year, month, day;
    double span;
    guint index;
    const char *label;
  } cases[] = {
    { 2025, 12, 19, 5, 0, "19 Dec 2025" }, { 2025, 12, 30, 5, 2, "1 Jan 2026" }, { 2025, 12, 19, 5, 1, "20" },
    { 2025, 1, 1, 365, 0, "Jan 2025" },    { 2025, 1, 1, 365, 1, "Feb" },        { 1939, 9, 1, 365 * 90, 0, "1930" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double begin = cpt_day_from_ymd (cases[i].year, cases[i].month, cases[i].day);
      g_autoptr (GArray) ticks = cpt_timeline_ticks_new (begin, begin + cases[i].span, 900, 64);

      g_assert_cmpuint (ticks->len, >, cases[i].index);
      g_assert_cmpstr (g_array_index (ticks, CptTick, cases[i].index).label, ==, cases[i].label);
    }
}

static void
test_no_width (void)
{
  g_autoptr (GArray) none = cpt_timeline_ticks_new (0, 10, 0, 64);
  g_autoptr (GArray) empty = cpt_timeline_ticks_new (10, 10, 900, 64);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/axis/spacing", test_spacing);
  g_test_add_func ("/timeline/axis/labels", test_labels);
  g_test_add_func ("/timeline/axis/no-width", test_no_width);
  return g_test_run ();
}
