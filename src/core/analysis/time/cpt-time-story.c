// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the year of a date that tells none by what a text has told before. Room: core/analysis/time.
#include "cpt-time-story.h"

#include "cpt-time-result.h"

#include <string.h>

/* What a choice costs, in days: going back costs less a day than going on, for a story looks back within its year
 * but seldom leaps; a point that is older or less sharp counts for less. */
#define BACK_COST 20
#define BACK_PER_DAY 0.22
#define AGE_COST 25
#define WIDE_COST 100

/* A story that goes on for at most so long has left behind what was before. */
#define LEAP_DAYS 800

void
cpt_time_story_add (CptTimeStory *self, CptInterval interval, CptTimeUnit unit)
{
  if (interval.earliest == CPT_DAY_NONE || interval.latest == CPT_DAY_NONE)
    return;
  if (self->n > 0 && interval.earliest > self->points[0].last
      && interval.earliest - self->points[0].last < LEAP_DAYS)
    self->n = 0;
  memmove (self->points + 1, self->points, (CPT_TIME_STORY_POINTS - 1) * sizeof self->points[0]);
  self->points[0].first = interval.earliest;
  self->points[0].last = interval.latest;
  self->points[0].unit = unit;
  self->n = MIN (self->n + 1, CPT_TIME_STORY_POINTS);
}

static double
get_cost (const CptTimeStory *self, guint point, CptDay first, CptDay last)
{
  double cost = point * AGE_COST + (self->points[point].unit >= CPT_TIME_YEAR ? WIDE_COST : 0);

  if (first > self->points[point].last)
    return cost + (first - self->points[point].last);
  if (last < self->points[point].first)
    return cost + BACK_COST + BACK_PER_DAY * (self->points[point].first - last);
  return cost;
}

/**
 * cpt_time_story_choose_year:
 * @self: at least one point
 * @month: in which the date begins
 * @day: of that month
 * @n_days: how long it lasts
 *
 * Returns: the year in which the date stands nearest to what was told lately
 *
 * Cost: constant.
 */
int
cpt_time_story_choose_year (const CptTimeStory *self, int month, int day, int n_days)
{
  double best_cost = G_MAXDOUBLE;
  int best = cpt_time_day_get_year (self->points[0].first);

  for (guint i = 0; i < self->n; i++)
    for (int shift = 0; shift < 2; shift++)
      {
        int year = cpt_time_day_get_year (self->points[i].first) + shift;
        CptDay first = cpt_day_from_ymd (year, month, MIN (day, cpt_month_get_n_days (year, month)));
        double cost;

        if (first == CPT_DAY_NONE)
          continue;
        cost = get_cost (self, i, first, first + n_days - 1);
        if (cost >= best_cost)
          continue;
        best_cost = cost;
        best = year;
      }
  return best;
}
