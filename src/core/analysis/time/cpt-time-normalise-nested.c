// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that are told by their place in another date: "the first Monday of October". Room: core/analysis/time.
#include "cpt-time-normalise.h"

#include <string.h>

/* The slot of what is counted. */
static guint
find_counted (const CptTimeMatch *match)
{
  guint i = 0;

  while (i + 1 < match->n && match->slots[i].time_class != CPT_TIME_CLASS_WDAY
         && match->slots[i].time_class != CPT_TIME_CLASS_UNIT)
    i++;
  return i;
}

/* The time that an ordinal counts in: a month, a year, "next month". */
static gboolean
find_container (const CptTimeMatch *match, guint skip, const CptTimeContext *context, CptTimeResult *container)
{
  CptTimeMatch rest = *match;

  /* What is counted stands first; the rest is a date of its own. */
  rest.n = match->n - skip;
  memmove (rest.slots, match->slots + skip, rest.n * sizeof rest.slots[0]);
  return cpt_time_normalise_date (&rest, 0, context, container)
         || (cpt_time_match_has (&rest, CPT_TIME_CLASS_UNIT) && cpt_time_normalise_unit (&rest, 0, context, container));
}

static CptDay
find_nth_weekday (CptInterval in, int ordinal, int weekday)
{
  CptDay day = ordinal > 0 ? cpt_time_day_nearest (in.earliest, weekday, 1, TRUE) + (ordinal - 1) * 7
                           : cpt_time_day_nearest (in.latest, weekday, -1, TRUE) + (ordinal + 1) * 7;

  return day < in.earliest || day > in.latest ? CPT_DAY_NONE : day;
}

static CptDay
find_nth_unit (CptInterval in, int ordinal, CptTimeUnit unit)
{
  CptDay day = ordinal > 0 ? in.earliest : in.latest;

  if (unit == CPT_TIME_WEEK) /* a week belongs to where its Thursday is */
    {
      day = cpt_time_day_nearest (day, 4, ordinal > 0 ? 1 : -1, TRUE);
      return day + (ordinal > 0 ? ordinal - 1 : ordinal + 1) * 7;
    }
  if (unit >= CPT_TIME_MONTH && ordinal < 0)
    day = cpt_day_from_ymd (cpt_time_day_get_year (day), cpt_time_day_get_month (day), 1);
  return cpt_time_day_add (day, ordinal > 0 ? ordinal - 1 : ordinal + 1, unit);
}

gboolean
cpt_time_normalise_nth (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  CptTimeResult container = { .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE };
  int ordinal = cpt_time_match_value (match, CPT_TIME_CLASS_ORD),
      weekday = cpt_time_match_value (match, CPT_TIME_CLASS_WDAY);
  guint counted = find_counted (match);
  int unit = CPT_TIME_UNSET;
  CptDay day;

  if (ordinal == CPT_TIME_UNSET)
    ordinal = -1;
  else if (ordinal > 0 && counted > 0 && match->slots[counted - 1].time_class == CPT_TIME_CLASS_PREV)
    ordinal = -ordinal; /* "the third last" */
  cpt_time_entry_get_value (&match->slots[counted].item->entry, CPT_TIME_CLASS_UNIT, &unit);
  if (unit == CPT_TIME_YEAR && match->slots[counted].time_class == CPT_TIME_CLASS_UNIT)
    return FALSE; /* "last year in the October" is no year of October */
  if (!find_container (match, find_counted (match) + 1, context, &container) || container.interval.earliest == CPT_DAY_NONE
      || container.interval.latest == CPT_DAY_NONE)
    return FALSE;
  if (match->slots[counted].time_class == CPT_TIME_CLASS_WDAY)
    day = find_nth_weekday (container.interval, ordinal, weekday);
  else if (unit >= CPT_TIME_DAY && unit < CPT_TIME_PERIOD)
    day = find_nth_unit (container.interval, ordinal, (CptTimeUnit) unit);
  else
    return FALSE;
  if (day == CPT_DAY_NONE || day < container.interval.earliest - 6 || day > container.interval.latest + 6)
    return FALSE;
  cpt_time_result_set_unit (result, day, unit == CPT_TIME_UNSET ? CPT_TIME_DAY : (CptTimeUnit) unit);
  result->anchor = container.anchor;
  return TRUE;
}

gboolean
cpt_time_normalise_around (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                           CptTimeResult *result)
{
  CptTimeResult container = { .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE };
  CptTimeUnit unit = (CptTimeUnit) cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);

  if (unit < CPT_TIME_WEEK || unit == CPT_TIME_PERIOD || !find_container (match, find_counted (match) + 1, context, &container)
      || container.interval.earliest == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_unit (result, container.interval.earliest, unit);
  result->anchor = container.anchor;
  return TRUE;
}

gboolean
cpt_time_normalise_day_of_unit (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                                CptTimeResult *result)
{
  CptTimeResult container = { .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE };
  int day = cpt_time_match_value (match, CPT_TIME_CLASS_DD);

  if (day == CPT_TIME_UNSET)
    day = cpt_time_match_value (match, CPT_TIME_CLASS_ORD);
  if (cpt_time_match_value (match, CPT_TIME_CLASS_UNIT) != CPT_TIME_MONTH || day < 1
      || !cpt_time_normalise_unit (match, 0, context, &container) || container.interval.earliest == CPT_DAY_NONE
      || container.interval.earliest + day - 1 > container.interval.latest)
    return FALSE;
  cpt_time_result_set_day (result, container.interval.earliest + day - 1);
  result->anchor = container.anchor;
  return TRUE;
}

gboolean
cpt_time_normalise_after_next (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                               CptTimeResult *result)
{
  int weekday = cpt_time_match_value (match, CPT_TIME_CLASS_WDAY), month = cpt_time_match_value (match, CPT_TIME_CLASS_MONTH);
  CptDay now = cpt_time_context_now (context), next;

  if (now == CPT_DAY_NONE)
    return FALSE;
  result->anchor = now;
  if (weekday != CPT_TIME_UNSET)
    cpt_time_result_set_day (result, cpt_time_day_nearest (now, weekday, 1, FALSE) + 7);
  else
    {
      next = cpt_day_from_ymd (cpt_time_day_get_year (now), month, 1);
      cpt_time_result_set_month (result, cpt_time_day_get_year (now) + (next > now ? 1 : 2), month);
    }
  return TRUE;
}

gboolean
cpt_time_normalise_weekdays_hence (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                                   CptTimeResult *result)
{
  int n = cpt_time_match_value (match, CPT_TIME_CLASS_NUM), weekday = cpt_time_match_value (match, CPT_TIME_CLASS_WDAY);
  CptDay now = cpt_time_context_now (context);

  if (now == CPT_DAY_NONE || n < 1 || n > 100)
    return FALSE;
  cpt_time_result_set_day (result, cpt_time_day_nearest (now, weekday, 1, FALSE) + (n - 1) * 7);
  result->anchor = now;
  return TRUE;
}

gboolean
cpt_time_normalise_part_unit (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  gboolean narrated, part = cpt_time_match_has (match, CPT_TIME_CLASS_PART);
  int direction = cpt_time_match_direction (match, &narrated), unit;
  CptDay reference = narrated || context->narrative ? cpt_time_context_story (context) : cpt_time_context_now (context);

  if (reference == CPT_DAY_NONE || !cpt_time_entry_get_value (&match->last->entry, CPT_TIME_CLASS_UNIT, &unit)
      || (!part && direction == CPT_TIME_UNSET))
    return FALSE;
  reference = part ? reference : cpt_time_day_add (reference, direction, (CptTimeUnit)unit);
  if (reference == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_unit (result, reference, (CptTimeUnit)unit);
  result->anchor = narrated ? cpt_time_context_story (context) : cpt_time_context_now (context);
  cpt_time_result_finish (result, match);
  return TRUE;
}

gboolean
cpt_time_normalise_weekday_ago (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                                CptTimeResult *result)
{
  CptTimeResult then = { .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE };
  int weekday = cpt_time_match_value (match, CPT_TIME_CLASS_WDAY);

  if (cpt_time_match_value (match, CPT_TIME_CLASS_UNIT) != CPT_TIME_WEEK
      || !cpt_time_normalise_offset (match, CPT_TIME_OFFSET_AGO, context, &then)
      || then.interval.earliest == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, then.interval.earliest - cpt_day_get_weekday (then.interval.earliest) + weekday);
  result->anchor = then.anchor;
  return TRUE;
}

gboolean
cpt_time_normalise_offset_from (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                                CptTimeResult *result)
{
  CptTimeResult container = { .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE };
  CptTimeUnit unit = (CptTimeUnit) cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);
  int n = cpt_time_match_value (match, CPT_TIME_CLASS_NUM);
  CptDay day;

  if (n == CPT_TIME_UNSET)
    n = 1;
  if (unit < CPT_TIME_DAY || unit == CPT_TIME_PERIOD
      || !find_container (match, find_counted (match) + 2, context, &container)
      || container.interval.earliest == CPT_DAY_NONE)
    return FALSE;
  day = cpt_time_day_add (container.interval.earliest, cpt_time_match_has (match, CPT_TIME_CLASS_BEFORE) ? -n : n, unit);
  if (day == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, day);
  result->anchor = container.anchor;
  return TRUE;
}

gboolean
cpt_time_normalise_nth_from (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  CptTimeResult container = { .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE };
  int n = cpt_time_match_value (match, CPT_TIME_CLASS_ORD), weekday = cpt_time_match_value (match, CPT_TIME_CLASS_WDAY);
  int direction = cpt_time_match_has (match, CPT_TIME_CLASS_BEFORE) ? -1 : 1;

  if (n < 1 || n > 100 || !find_container (match, find_counted (match) + 2, context, &container)
      || container.interval.earliest == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, cpt_time_day_nearest (container.interval.earliest, weekday, direction, FALSE)
                                       + (n - 1) * 7 * direction);
  result->anchor = container.anchor;
  return TRUE;
}

gboolean
cpt_time_normalise_in_year_ago (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                                CptTimeResult *result)
{
  CptTimeResult then = { .interval = CPT_INTERVAL_UNDATED, .anchor = CPT_DAY_NONE };
  CptTimeContext at = *context;
  CptTimeMatch date = *match;

  if (cpt_time_match_value (match, CPT_TIME_CLASS_UNIT) < CPT_TIME_MONTH
      || !cpt_time_normalise_offset (match, CPT_TIME_OFFSET_AGO, context, &then)
      || then.interval.earliest == CPT_DAY_NONE || then.interval.latest == CPT_DAY_NONE)
    return FALSE;
  at.published = cpt_day_from_ymd (cpt_time_day_get_year (then.interval.latest), 1, 1); /* as if told in that year */
  at.alone = TRUE;
  at.narrative = FALSE;
  date.n = 1;
  if (!cpt_time_normalise_date (&date, 1, &at, result))
    return FALSE;
  result->anchor = then.anchor;
  return TRUE;
}
