// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that are told by their distance from now or from what was told before. Room: core/analysis/time.
#include "cpt-time-normalise.h"

#include <math.h>
#include <string.h>

#define MINUTES_PER_DAY 1440

/* The number before a unit: "a" is one, "and a half" and "1/2" a half more, "few" unknown (negative). */
static double
get_amount (const CptTimeMatch *match)
{
  int numerator, denominator;
  int number = cpt_time_match_value (match, CPT_TIME_CLASS_NUM);
  gboolean with_half = FALSE;
  double amount = number != CPT_TIME_UNSET ? number : cpt_time_match_has (match, CPT_TIME_CLASS_FEW) ? -1 : 1;

  if (cpt_time_match_has (match, CPT_TIME_CLASS_HALF) && amount >= 0)
    amount = cpt_time_match_has (match, CPT_TIME_CLASS_AND) || number != CPT_TIME_UNSET ? amount + 0.5 : 0.5;
  for (guint i = 0; i < match->n && !with_half; i++) /* "2.5" is both */
    with_half = match->slots[i].time_class == CPT_TIME_CLASS_NUM
                && match->slots[i].item->entry.classes & CPT_TIME_BIT (HALF);
  amount += with_half ? 0.5 : 0;
  if (cpt_time_match_has (match, CPT_TIME_CLASS_SLASH) && cpt_time_match_get_nth (match, CPT_TIME_CLASS_NUM, 1, &numerator)
      && cpt_time_match_get_nth (match, CPT_TIME_CLASS_NUM, 2, &denominator) && denominator > numerator)
    amount += (double)numerator / denominator;
  return amount;
}

static gboolean
is_plural (const CptTimeMatch *match)
{
  return match->n > 0 && (match->slots[match->n - 1].item->entry.classes & CPT_TIME_BIT (UNITS)) != 0;
}

/* "the quarter", "the weekend": which one, when no word tells; %FALSE when it says nothing about time. */
static gboolean
choose_direction (const CptTimeMatch *match, const CptTimeContext *context, CptTimeUnit unit, gboolean weekend,
                  int *direction, gboolean *narrated)
{
  gboolean ahead = cpt_time_context_get_tense (context) > 0;

  if (*direction == CPT_TIME_UNSET)
    {
      if (unit >= CPT_TIME_DECADE || is_plural (match))
        return FALSE;
      *direction = 0;
      *narrated = unit != CPT_TIME_YEAR && !weekend;
      if (weekend && !ahead && !context->alone
          && (context->published == CPT_DAY_NONE || cpt_day_get_weekday (context->published) < 6))
        *direction = -1;
    }
  *narrated = *narrated || context->narrative;
  if (unit == CPT_TIME_QUARTER && *narrated && *direction == 0 && context->narrated_unit != CPT_TIME_QUARTER && !ahead)
    {
      *narrated = FALSE; /* results are told of the quarter that is over */
      *direction = -1;
    }
  return TRUE;
}

static void
set_reference (CptTimeResult *result, int direction)
{
  cpt_time_result_set_open (result, CPT_TIMEX_DATE,
                            direction < 0   ? "PAST_REF"
                            : direction > 0 ? "FUTURE_REF"
                                            : "PRESENT_REF");
}

gboolean
cpt_time_normalise_unit (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  gboolean narrated, weekend = cpt_time_match_has (match, CPT_TIME_CLASS_WEEKEND);
  int direction = cpt_time_match_direction (match, &narrated);
  CptTimeUnit unit = weekend ? CPT_TIME_WEEK : (CptTimeUnit) cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);
  CptDay reference, day;

  narrated |= argument != 0 && unit == CPT_TIME_DAY;
  if (unit < CPT_TIME_DAY || unit == CPT_TIME_PERIOD
      || !choose_direction (match, context, unit, weekend, &direction, &narrated))
    return FALSE;
  reference = narrated ? cpt_time_context_story (context) : cpt_time_context_now (context);
  if (reference == CPT_DAY_NONE)
    {
      set_reference (result, direction);
      return TRUE;
    }
  day = cpt_time_day_add (reference, direction, unit);
  if (day == CPT_DAY_NONE)
    return FALSE;
  if (weekend)
    cpt_time_result_set_weekend (result, day);
  else
    cpt_time_result_set_unit (result, day, unit);
  result->anchor = reference;
  cpt_time_result_finish (result, match);
  return TRUE;
}

gboolean
cpt_time_normalise_beside (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  CptDay story = cpt_time_context_story (context), day;
  CptTimeUnit unit = (CptTimeUnit)cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);
  double amount = get_amount (match);
  gboolean the = cpt_time_match_has (match, CPT_TIME_CLASS_THE);

  if (story == CPT_DAY_NONE || unit < CPT_TIME_DAY || unit == CPT_TIME_PERIOD || amount != floor (amount) || amount > 1000)
    return FALSE;
  if (the ? unit != CPT_TIME_DAY || is_plural (match) : !context->narrative)
    return FALSE;
  day = cpt_time_day_add (story, cpt_time_match_has (match, CPT_TIME_CLASS_BEFORE) ? -(int)amount : (int)amount, unit);
  if (day == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_unit (result, day, unit);
  result->anchor = story;
  return TRUE;
}

gboolean
cpt_time_normalise_past_unit (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  CptTimeUnit unit = (CptTimeUnit)cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);

  return cpt_time_match_value (match, CPT_TIME_CLASS_PREV) == CPT_TIME_PAST && unit >= CPT_TIME_DECADE
         && unit < CPT_TIME_PERIOD && cpt_time_normalise_span (match, -1, context, result);
}

gboolean
cpt_time_normalise_relday (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                           CptTimeResult *result)
{
  CptDay now = cpt_time_context_now (context);
  int distance = cpt_time_match_value (match, CPT_TIME_CLASS_RELDAY), night;

  if (cpt_time_match_get (match, CPT_TIME_CLASS_NIGHT, &night))
    distance = 0;
  if (now == CPT_DAY_NONE)
    {
      cpt_time_result_set_open (result, CPT_TIMEX_DATE,
                                distance < 0   ? "PAST_REF"
                                : distance > 0 ? "FUTURE_REF"
                                               : "PRESENT_REF");
      return TRUE;
    }
  cpt_time_result_set_day (result, now + distance);
  result->anchor = now;
  if (night != CPT_TIME_UNSET && cpt_time_match_has (match, CPT_TIME_CLASS_NIGHT)
      && !cpt_time_match_has (match, CPT_TIME_CLASS_CLOCK) && !cpt_time_match_has (match, CPT_TIME_CLASS_NUM))
    cpt_time_result_add_tod (result, (CptTimePartOfDay) night);
  else
    cpt_time_result_finish (result, match);
  return TRUE;
}

/* Hours and minutes may lead into another day; the value keeps the clock only when the publication had one. */
static gboolean
set_clock_offset (CptTimeResult *result, const CptTimeContext *context, CptDay reference, double amount,
                  CptTimeUnit unit)
{
  double minutes = context->published_minutes
                   + amount
                         * (unit == CPT_TIME_HOUR     ? 60
                            : unit == CPT_TIME_MINUTE ? 1
                                                      : 1 / 60.);
  int total;

  if (fabs (minutes) > MINUTES_PER_DAY * 36500.)
    return FALSE;
  total = (int) floor (minutes);
  cpt_time_result_set_day (result, reference + (int) floor ((double) total / MINUTES_PER_DAY));
  total = ((total % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  if (context->published_minutes != 0)
    cpt_time_result_add_clock (result, total);
  else
    result->type = CPT_TIMEX_TIME;
  return TRUE;
}

static gboolean
set_unknown_offset (CptTimeResult *result, int direction, CptDay reference, CptTimeUnit unit)
{
  cpt_time_result_set_open (result, CPT_TIMEX_DATE, direction < 0 ? "PAST_REF" : "FUTURE_REF");
  if (reference == CPT_DAY_NONE)
    return TRUE;
  result->anchor = reference;
  result->interval = (CptInterval){ reference, reference, CPT_PRECISION_VAGUE };
  if (direction < 0)
    result->interval.earliest = cpt_time_day_add (reference, -9, unit);
  else
    result->interval.latest = cpt_time_day_add (reference, 9, unit);
  return TRUE;
}

/* How sharp "ten years ago" is: the unit itself. */
static CptTimeUnit
choose_unit (const CptTimeContext *context, CptTimeUnit unit)
{
  if (unit == CPT_TIME_YEAR && context->narrated_unit == CPT_TIME_QUARTER)
    return CPT_TIME_QUARTER;
  return unit == CPT_TIME_DECADE || unit == CPT_TIME_CENTURY || unit == CPT_TIME_MILLENNIUM ? CPT_TIME_YEAR : unit;
}

gboolean
cpt_time_normalise_offset (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                           CptTimeResult *result)
{
  CptTimeUnit unit = (CptTimeUnit) cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);
  gboolean narrated = argument == CPT_TIME_OFFSET_EARLIER || argument == CPT_TIME_OFFSET_LATER;
  int direction = argument == CPT_TIME_OFFSET_AGO || argument == CPT_TIME_OFFSET_EARLIER ? -1 : 1;
  CptDay reference = narrated ? cpt_time_context_story (context) : cpt_time_context_now (context), day;
  double amount = get_amount (match);

  if (unit == CPT_TIME_PERIOD)
    return FALSE;
  if (argument == CPT_TIME_OFFSET_IN && cpt_time_context_get_tense (context) <= 0 && !context->alone)
    return FALSE;
  if (context->narrative || (unit == CPT_TIME_YEAR && context->narrated_unit == CPT_TIME_QUARTER))
    reference = context->narrated; /* "a year ago" after talk of a quarter means that quarter */
  if (amount < 0 || reference == CPT_DAY_NONE)
    return set_unknown_offset (result, direction, reference, unit);
  result->anchor = reference;
  if (unit < CPT_TIME_DAY)
    return set_clock_offset (result, context, reference, direction * amount, unit);
  if (amount != floor (amount) && unit > CPT_TIME_WEEK)
    {
      amount *= unit == CPT_TIME_YEAR ? 12 : 1;
      unit = unit == CPT_TIME_YEAR ? CPT_TIME_MONTH : unit;
    }
  day = amount > 100000 ? CPT_DAY_NONE : cpt_time_day_add (reference, direction * (int) amount, unit);
  if (day == CPT_DAY_NONE)
    return FALSE;
  if (context->alone)
    cpt_time_result_set_day (result, day);
  else
    cpt_time_result_set_unit (result, day, choose_unit (context, unit));
  cpt_time_result_finish (result, match);
  if (context->narrated_unit == CPT_TIME_QUARTER && unit == CPT_TIME_YEAR)
    result->moves = FALSE; /* only compared with */
  return TRUE;
}

gboolean
cpt_time_normalise_duration (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                             CptTimeResult *result)
{
  CptTimeUnit unit = (CptTimeUnit) cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);
  double amount = get_amount (match);

  if (unit == (CptTimeUnit) CPT_TIME_UNSET)
    unit = (CptTimeUnit) cpt_time_match_value (match, CPT_TIME_CLASS_UNITS);
  if ((int) unit < 0 || unit > CPT_TIME_PERIOD)
    return FALSE;
  if (cpt_time_match_has (match, CPT_TIME_CLASS_A) && unit == CPT_TIME_SECOND)
    return FALSE; /* "a second" car */
  if (match->n == 2 && match->slots[0].time_class == CPT_TIME_CLASS_A && is_plural (match))
    return FALSE; /* "a decades-long" feud */
  if (amount >= 1000 && unit == CPT_TIME_YEAR && !is_plural (match))
    return FALSE; /* "1933 року" is a year */
  if (unit == CPT_TIME_QUARTER && !cpt_time_match_has (match, CPT_TIME_CLASS_MORE)
      && (amount == 1 || amount == 3 || argument < 0)) /* of a pie */
    return FALSE;
  if (amount < 0 || argument < 0
      || (match->slots[0].time_class == CPT_TIME_CLASS_UNIT /* "months-long" */
          && match->slots[0].item->entry.classes & CPT_TIME_BIT (UNITS)))
    cpt_time_result_set_vague_duration (result, unit);
  else
    cpt_time_result_set_duration (result, amount, unit);
  return TRUE;
}

gboolean
cpt_time_normalise_adjective (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  int amount, unit;

  if (!cpt_time_entry_get_value (&match->last->entry, CPT_TIME_CLASS_NUM, &amount)
      || !cpt_time_entry_get_value (&match->last->entry, CPT_TIME_CLASS_UNIT, &unit))
    return FALSE;
  cpt_time_result_set_duration (result, amount, (CptTimeUnit)unit);
  return TRUE;
}

gboolean
cpt_time_normalise_age (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  return cpt_time_match_value (match, CPT_TIME_CLASS_LONG) == CPT_TIME_OLD;
}

/* "The past three months" end now; "the next three months" begin with the next month. */
gboolean
cpt_time_normalise_span (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  CptTimeUnit unit = (CptTimeUnit) cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);
  CptDay now = cpt_time_context_now (context);
  double amount = get_amount (match);
  CptTimeResult first = { .interval = CPT_INTERVAL_UNDATED };
  int n = amount < 0 ? 5 : (int) MIN (amount, 100000);

  cpt_time_normalise_duration (match, 0, context, result);
  result->anchor = now;
  if (now == CPT_DAY_NONE || unit == CPT_TIME_PERIOD)
    return TRUE;
  if (unit < CPT_TIME_DAY)
    result->interval = (CptInterval){ now, now, CPT_PRECISION_DAY };
  else if (argument < 0)
    result->interval = (CptInterval){ cpt_time_day_add (now, -n, unit), now, CPT_PRECISION_VAGUE };
  else
    {
      cpt_time_result_set_unit (&first, cpt_time_day_add (now, 1, unit), unit);
      result->interval = (CptInterval){ first.interval.earliest, cpt_time_day_add (now, n, unit), CPT_PRECISION_VAGUE };
      if (result->interval.latest != CPT_DAY_NONE && result->interval.latest < result->interval.earliest)
        result->interval.latest = first.interval.latest;
    }
  return TRUE;
}

gboolean
cpt_time_normalise_within (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  CptDay now = cpt_time_context_now (context);
  double amount = get_amount (match);
  int unit = cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);

  if (!cpt_time_normalise_duration (match, 0, context, result))
    return FALSE;
  if (!context->alone || now == CPT_DAY_NONE || unit == CPT_TIME_PERIOD)
    return TRUE;
  result->interval = (CptInterval){ now, cpt_time_day_add (now, (int) CLAMP (amount, 0, 100000), (CptTimeUnit) unit),
                                    CPT_PRECISION_VAGUE };
  result->anchor = now;
  return TRUE;
}

gboolean
cpt_time_normalise_vague (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  int unit = cpt_time_match_value (match, CPT_TIME_CLASS_UNITS);
  CptDay now = cpt_time_context_now (context);

  if (argument == 0) /* the adjective tells, and stands first */
    {
      argument = match->slots[0].item->entry.classes & CPT_TIME_BIT (PREV) ? -1 : 1;
      if (unit != CPT_TIME_PLURAL || !cpt_time_match_get_nth (match, CPT_TIME_CLASS_UNITS, 1, &unit))
        return FALSE;
    }
  if (unit < 0 || unit > CPT_TIME_PERIOD)
    return FALSE;
  cpt_time_result_set_open (result, CPT_TIMEX_DATE, argument < 0 ? "PAST_REF" : "FUTURE_REF");
  result->anchor = now;
  result->confidence = 0.6f;
  if (now == CPT_DAY_NONE || unit == CPT_TIME_PERIOD)
    return TRUE;
  if (argument < 0)
    result->interval = (CptInterval){ cpt_time_day_add (now, -6, (CptTimeUnit) unit), now, CPT_PRECISION_VAGUE };
  else
    result->interval = (CptInterval){ now, cpt_time_day_add (now, 6, (CptTimeUnit) unit), CPT_PRECISION_VAGUE };
  return TRUE;
}

gboolean
cpt_time_normalise_set (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  int unit = cpt_time_match_value (match, CPT_TIME_CLASS_UNIT),
      weekday = cpt_time_match_value (match, CPT_TIME_CLASS_WDAY);
  int month = cpt_time_match_value (match, CPT_TIME_CLASS_MONTH),
      tod = cpt_time_match_value (match, CPT_TIME_CLASS_TOD);
  double amount = get_amount (match);

  if (unit == CPT_TIME_UNSET)
    unit = cpt_time_match_value (match, CPT_TIME_CLASS_OFTEN);
  if (unit == CPT_TIME_PERIOD)
    return FALSE;
  if (unit != CPT_TIME_UNSET)
    cpt_time_result_set_duration (result, MAX (amount, 1), (CptTimeUnit) unit);
  else if (weekday != CPT_TIME_UNSET)
    g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-WXX-%d", weekday);
  else if (month != CPT_TIME_UNSET)
    g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-%02d", month);
  else if (cpt_time_match_has (match, CPT_TIME_CLASS_WEEKEND))
    cpt_time_result_set_open (result, CPT_TIMEX_SET, "XXXX-WXX-WE");
  else if (tod != CPT_TIME_UNSET)
    cpt_time_result_set_open (result, CPT_TIMEX_SET, "XXXX-XX-XX");
  else
    return FALSE;
  if (tod != CPT_TIME_UNSET && unit == CPT_TIME_UNSET)
    cpt_time_result_add_tod (result, (CptTimePartOfDay) tod);
  result->type = CPT_TIMEX_SET;
  return TRUE;
}

gboolean
cpt_time_normalise_reference (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                              CptTimeResult *result)
{
  CptDay now = cpt_time_context_now (context);
  int past;

  if (cpt_time_match_get (match, CPT_TIME_CLASS_PREV, &past) && past != CPT_TIME_PAST)
    return FALSE; /* "in the last" says nothing by itself */
  result->anchor = now;
  result->confidence = 0.7f;
  cpt_time_result_set_open (result, CPT_TIMEX_DATE,
                            cpt_time_match_has (match, CPT_TIME_CLASS_PRESENT) ? "PRESENT_REF"
                            : cpt_time_match_has (match, CPT_TIME_CLASS_FUTURE) ? "FUTURE_REF"
                                                                               : "PAST_REF");
  if (now != CPT_DAY_NONE && cpt_time_match_has (match, CPT_TIME_CLASS_PRESENT))
    result->interval = (CptInterval){ now, now, CPT_PRECISION_VAGUE };
  else if (now != CPT_DAY_NONE && context->alone && cpt_time_match_has (match, CPT_TIME_CLASS_FUTURE))
    result->interval = (CptInterval){ now, CPT_DAY_NONE, CPT_PRECISION_VAGUE }; /* typed: from now on */
  return TRUE;
}
