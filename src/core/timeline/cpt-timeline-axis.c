// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the step of an axis from a table and names its ticks. Room: core/timeline; draws nothing.
#include "cpt-timeline-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

typedef struct
{
  Unit unit;
  int count;
  double days; /* mean length */
} Step;

/* Steps that people read without counting: whole days, weeks, months, quarters, years, decades, centuries. */
static const Step steps[] = {
  { UNIT_DAY, 1, 1 },          { UNIT_DAY, 7, 7 },           { UNIT_MONTH, 1, 30.44 },    { UNIT_MONTH, 3, 91.3 },
  { UNIT_YEAR, 1, 365.24 },    { UNIT_YEAR, 2, 730.5 },      { UNIT_YEAR, 5, 1826.2 },    { UNIT_YEAR, 10, 3652.4 },
  { UNIT_YEAR, 20, 7304.8 },   { UNIT_YEAR, 50, 18262 },     { UNIT_YEAR, 100, 36524 },   { UNIT_YEAR, 500, 182620 },
};

static void
tick_clear (gpointer data)
{
  g_free (((CptTick *) data)->label);
}

static const Step *
choose_step (double days_per_px, double min_label_px)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].days / days_per_px >= min_label_px)
      return &steps[i];
  return &steps[G_N_ELEMENTS (steps) - 1];
}

static int
floor_to (int value, int step)
{
  return (int) floor ((double) value / step) * step;
}

static CptDay
first_tick (const Step *step, double begin_days)
{
  int year, month;
  CptDay day = (CptDay) floor (begin_days);

  if (step->unit == UNIT_DAY)
    return step->count == 7 ? day - (cpt_day_get_weekday (day) - 1) : day;
  cpt_day_to_ymd (day, &year, &month, NULL);
  if (step->unit == UNIT_MONTH)
    return cpt_day_from_ymd (year, floor_to (month - 1, step->count) + 1, 1);
  return cpt_day_from_ymd (floor_to (year, step->count), 1, 1);
}

static CptDay
next_tick (const Step *step, CptDay day)
{
  int year, month;

  if (step->unit == UNIT_DAY)
    return day + step->count;
  cpt_day_to_ymd (day, &year, &month, NULL);
  if (step->unit == UNIT_YEAR)
    return cpt_day_from_ymd (year + step->count, 1, 1);
  month += step->count;
  return month > 12 ? cpt_day_from_ymd (year + 1, month - 12, 1) : cpt_day_from_ymd (year, month, 1);
}

static char *
format_date (CptDay day, const char *format)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  date = year >= 1 ? g_date_time_new_utc (year, month, day_of_month, 0, 0, 0) : NULL;
  return date != NULL ? g_date_time_format (date, format) : g_strdup_printf ("%d", year);
}

static void
name_tick (const Step *step, CptTick *tick, gboolean first)
{
  int year, month, day_of_month;

  cpt_day_to_ymd (tick->day, &year, &month, &day_of_month);
  switch (step->unit)
    {
    case UNIT_DAY:
      tick->major = day_of_month <= step->count;
      /* Translators: a day on the axis of the timeline where a month begins or the axis starts; see "man strftime" */
      tick->label = format_date (tick->day, tick->major || first ? _ ("%-d %b %Y") : "%-d");
      break;
    case UNIT_MONTH:
      tick->major = month == 1;
      /* Translators: a month on the axis of the timeline; see "man strftime" */
      tick->label = format_date (tick->day, tick->major || first ? _ ("%b %Y") : "%b");
      break;
    case UNIT_YEAR:
    default:
      tick->major = year % (step->count * 10) == 0 && step->count > 1;
      tick->label = g_strdup_printf ("%d", year);
      break;
    }
}

/**
 * cpt_timeline_ticks_new:
 * @begin_days: left end of the axis
 * @end_days: right end
 * @width_px: its width
 * @min_label_px: room that a label needs
 *
 * Returns: (transfer full) (element-type CptTick): ticks in ascending order, the first at or before @begin_days, at
 *   least @min_label_px apart; empty when the axis has no width
 *
 * Cost: linear in the number of ticks, which is at most @width_px / @min_label_px + 2.
 */
GArray *
cpt_timeline_ticks_new (double begin_days, double end_days, double width_px, double min_label_px)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (CptTick));
  const Step *step;

  g_array_set_clear_func (ticks, tick_clear);
  if (width_px <= 0 || !(end_days > begin_days) || min_label_px <= 0)
    return ticks;
  step = choose_step ((end_days - begin_days) / width_px, min_label_px);
  for (CptDay day = first_tick (step, begin_days); day != CPT_DAY_NONE && day <= end_days; day = next_tick (step, day))
    {
      CptTick tick = { .day = day };

      name_tick (step, &tick, ticks->len == 0);
      g_array_append_val (ticks, tick);
    }
  return ticks;
}
