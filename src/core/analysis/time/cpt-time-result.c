// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar units as TIMEX3 values and intervals. Room: core/analysis/time; sees no words.
//
// Weeks are those of ISO 8601. A winter belongs to the year in which it begins, as in the meteorologists' calendar.
#include "cpt-time-result.h"

#include <math.h>
#include <string.h>

#define DAYS_PER_WEEK 7
#define MONTHS_PER_YEAR 12

static void
set_interval (CptTimeResult *self, CptDay earliest, CptDay latest, CptPrecision precision, CptTimeUnit unit)
{
  self->interval = (CptInterval){ earliest, latest, precision };
  self->unit = unit;
  self->moves = TRUE;
}

/* A value is written for each pattern that is tried: by hand that costs a tenth of what printf() takes. */
static char *
put_digits (char *at, int number, int n_digits)
{
  for (int i = n_digits - 1; i >= 0; i--, number /= 10)
    at[i] = (char)('0' + number % 10);
  at[n_digits] = '\0';
  return at + n_digits;
}

/* "2014", or "BC0480" before our era. */
static char *
put_year (CptTimeResult *self, int year)
{
  char *at = self->value;

  if (year <= 0)
    {
      *at++ = 'B';
      *at++ = 'C';
      year = 1 - year;
    }
  return put_digits (at, year, year > 9999 ? 5 : 4);
}

static char *
put_part (char *at, int number)
{
  *at = '-';
  return put_digits (at + 1, number, 2);
}

static gsize
room_left (const CptTimeResult *self, const char *end)
{
  return CPT_TIME_MAX_VALUE - (gsize) (end - self->value);
}

void
cpt_time_result_set_day (CptTimeResult *self, CptDay day)
{
  int year, month, day_of_month;
  char *end;

  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  end = put_year (self, year);
  put_part (put_part (end, month), day_of_month);
  self->type = CPT_TIMEX_DATE;
  set_interval (self, day, day, CPT_PRECISION_DAY, CPT_TIME_DAY);
}

static void
put_week (CptTimeResult *self, CptDay day, const char *rest)
{
  CptDay monday = day - (cpt_day_get_weekday (day) - 1);
  int year;
  char *end;

  cpt_day_to_ymd (monday + 3, &year, NULL, NULL); /* the week's Thursday decides its year */
  end = put_year (self, year);
  g_snprintf (end, room_left (self, end), "-W%02d%s", (monday + 3 - cpt_day_from_ymd (year, 1, 1)) / DAYS_PER_WEEK + 1,
              rest);
  self->type = CPT_TIMEX_DATE;
}

void
cpt_time_result_set_week (CptTimeResult *self, CptDay day)
{
  CptDay monday = day - (cpt_day_get_weekday (day) - 1);

  put_week (self, day, "");
  set_interval (self, monday, monday + 6, CPT_PRECISION_WEEK, CPT_TIME_WEEK);
}

void
cpt_time_result_set_weekend (CptTimeResult *self, CptDay day)
{
  CptDay monday = day - (cpt_day_get_weekday (day) - 1);

  put_week (self, day, "-WE");
  set_interval (self, monday + 5, monday + 6, CPT_PRECISION_DAY, CPT_TIME_DAY);
}

void
cpt_time_result_set_month (CptTimeResult *self, int year, int month)
{
  char *end = put_year (self, year);

  put_part (end, month);
  self->type = CPT_TIMEX_DATE;
  set_interval (self, cpt_day_from_ymd (year, month, 1), cpt_time_month_end (year, month), CPT_PRECISION_MONTH,
                CPT_TIME_MONTH);
}

void
cpt_time_result_set_quarter (CptTimeResult *self, int year, int quarter)
{
  char *end = put_year (self, year);

  g_snprintf (end, room_left (self, end), "-Q%d", quarter);
  self->type = CPT_TIMEX_DATE;
  set_interval (self, cpt_day_from_ymd (year, quarter * 3 - 2, 1), cpt_time_month_end (year, quarter * 3),
                CPT_PRECISION_SEASON, CPT_TIME_QUARTER);
}

void
cpt_time_result_set_half (CptTimeResult *self, int year, int half)
{
  char *end = put_year (self, year);

  g_snprintf (end, room_left (self, end), "-H%d", half);
  self->type = CPT_TIMEX_DATE;
  set_interval (self, cpt_day_from_ymd (year, half * 6 - 5, 1), cpt_time_month_end (year, half * 6),
                CPT_PRECISION_SEASON, CPT_TIME_HALF_YEAR);
}

void
cpt_time_result_set_season (CptTimeResult *self, int year, int season)
{
  static const char *const names[] = { "SP", "SU", "FA", "WI" };
  char *end = put_year (self, year);
  int last_month = season * 3 + 5;

  g_snprintf (end, room_left (self, end), "-%s", names[season]);
  self->type = CPT_TIMEX_DATE;
  set_interval (self, cpt_day_from_ymd (year, season * 3 + 3, 1),
                season == 3 ? cpt_time_month_end (year + 1, 2) : cpt_time_month_end (year, last_month),
                CPT_PRECISION_SEASON, CPT_TIME_QUARTER);
}

void
cpt_time_result_set_year (CptTimeResult *self, int year)
{
  put_year (self, year);
  self->type = CPT_TIMEX_DATE;
  set_interval (self, cpt_day_from_ymd (year, 1, 1), cpt_day_from_ymd (year, 12, 31), CPT_PRECISION_YEAR,
                CPT_TIME_YEAR);
}

static int
floor_to (int value, int step)
{
  int rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

void
cpt_time_result_set_decade (CptTimeResult *self, int year)
{
  int first = year > 0 ? floor_to (year, 10) : 1 - (floor_to (1 - year, 10) + 9);

  put_year (self, year > 0 ? first : year);
  self->value[strlen (self->value) - 1] = '\0';
  self->type = CPT_TIMEX_DATE;
  set_interval (self, cpt_day_from_ymd (MAX (first, -9999), 1, 1), cpt_day_from_ymd (first + 9, 12, 31),
                CPT_PRECISION_DECADE, CPT_TIME_DECADE);
}

/* @century: 20 is the twentieth, -5 the fifth before Christ. TIMEX3 writes the digits that its years begin with. */
void
cpt_time_result_set_century (CptTimeResult *self, int century)
{
  int first = century > 0 ? century * 100 - 99 : century * 100 + 1;

  g_snprintf (self->value, CPT_TIME_MAX_VALUE, "%s%02d", century > 0 ? "" : "BC", ABS (century) - 1);
  self->type = CPT_TIMEX_DATE;
  set_interval (self, cpt_day_from_ymd (first, 1, 1), cpt_day_from_ymd (first + 99, 12, 31), CPT_PRECISION_CENTURY,
                CPT_TIME_CENTURY);
}

void
cpt_time_result_set_open (CptTimeResult *self, CptTimexType type, const char *value)
{
  g_strlcpy (self->value, value, CPT_TIME_MAX_VALUE);
  self->type = type;
}

static const char *
get_unit_letter (CptTimeUnit unit)
{
  static const char *const letters[] = { "S", "M", "H", "D", "W", "M", "Q", "M", "Y", "Y", "CE", "Y", "X" };

  return letters[unit];
}

static double
get_unit_factor (CptTimeUnit unit)
{
  return unit == CPT_TIME_HALF_YEAR ? 6 : unit == CPT_TIME_DECADE ? 10 : unit == CPT_TIME_MILLENNIUM ? 1000 : 1;
}

void
cpt_time_result_set_duration (CptTimeResult *self, double n, CptTimeUnit unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double amount = n * get_unit_factor (unit);

  if (unit == CPT_TIME_PERIOD)
    {
      cpt_time_result_set_open (self, CPT_TIMEX_DURATION, "PXX");
      return;
    }
  if (amount - floor (amount) == 0.5 && (unit == CPT_TIME_YEAR || unit == CPT_TIME_HOUR || unit == CPT_TIME_MINUTE))
    {
      g_snprintf (self->value, CPT_TIME_MAX_VALUE,
                  unit == CPT_TIME_YEAR   ? "P%dY6M"
                  : unit == CPT_TIME_HOUR ? "PT%dH30M"
                                          : "PT%dM30S",
                  (int)MIN (amount, 999999));
      self->type = CPT_TIMEX_DURATION;
      self->unit = unit;
      return;
    }
  if (amount == floor (amount))
    g_snprintf (number, sizeof number, "%d", (int) MIN (amount, 999999999));
  else
    g_ascii_formatd (number, sizeof number, "%.1f", amount);
  g_snprintf (self->value, CPT_TIME_MAX_VALUE, "P%s%s%s", unit < CPT_TIME_DAY ? "T" : "", number,
              get_unit_letter (unit));
  self->type = CPT_TIMEX_DURATION;
  self->unit = unit;
}

void
cpt_time_result_set_vague_duration (CptTimeResult *self, CptTimeUnit unit)
{
  g_snprintf (self->value, CPT_TIME_MAX_VALUE, "P%sX%s", unit < CPT_TIME_DAY ? "T" : "",
              unit == CPT_TIME_DECADE ? "DE" : get_unit_letter (unit));
  self->type = CPT_TIMEX_DURATION;
  self->unit = unit;
}

void
cpt_time_result_set_unit (CptTimeResult *self, CptDay day, CptTimeUnit unit)
{
  int year, month;

  cpt_day_to_ymd (day, &year, &month, NULL);
  switch (unit)
    {
    case CPT_TIME_WEEK:
      cpt_time_result_set_week (self, day);
      break;
    case CPT_TIME_MONTH:
      cpt_time_result_set_month (self, year, month);
      break;
    case CPT_TIME_QUARTER:
      cpt_time_result_set_quarter (self, year, (month + 2) / 3);
      break;
    case CPT_TIME_HALF_YEAR:
      cpt_time_result_set_half (self, year, (month + 5) / 6);
      break;
    case CPT_TIME_YEAR:
      cpt_time_result_set_year (self, year);
      break;
    case CPT_TIME_DECADE:
      cpt_time_result_set_decade (self, year);
      break;
    case CPT_TIME_CENTURY:
    case CPT_TIME_MILLENNIUM:
      cpt_time_result_set_century (self, year > 0 ? (year + 99) / 100 : (year - 100) / 100);
      break;
    case CPT_TIME_SECOND:
    case CPT_TIME_MINUTE:
    case CPT_TIME_HOUR:
    case CPT_TIME_DAY:
    case CPT_TIME_PERIOD:
    default:
      cpt_time_result_set_day (self, day);
    }
}

void
cpt_time_result_add_tod (CptTimeResult *self, CptTimePartOfDay tod)
{
  static const char *const names[] = { "TMO", "T12:00", "TAF", "TEV", "TNI", "TDT", "T24:00" };

  g_strlcat (self->value, names[tod], CPT_TIME_MAX_VALUE);
  self->type = CPT_TIMEX_TIME;
}

void
cpt_time_result_add_clock (CptTimeResult *self, int minutes)
{
  char *end = self->value + strlen (self->value);

  g_assert (end + 7 < self->value + CPT_TIME_MAX_VALUE);
  *end++ = 'T';
  end = put_digits (end, minutes / 60, 2);
  *end++ = ':';
  put_digits (end, minutes % 60, 2);
  self->type = CPT_TIMEX_TIME;
}

/* "Early 2014" is still 2014 as a value; as an interval it is the first third. */
void
cpt_time_result_narrow (CptTimeResult *self, CptTimePart part)
{
  CptInterval *i = &self->interval;
  int length, third;

  if (i->earliest == CPT_DAY_NONE || i->latest == CPT_DAY_NONE || i->latest - i->earliest < 3)
    return;
  length = i->latest - i->earliest + 1;
  third = (length + 2) / 3;
  if (part != CPT_TIME_START)
    i->earliest += part == CPT_TIME_MIDDLE ? third : length - third;
  if (part != CPT_TIME_END)
    i->latest -= part == CPT_TIME_MIDDLE ? third : length - third;
}

CptDay
cpt_time_month_end (int year, int month)
{
  return cpt_day_from_ymd (year, month, cpt_month_get_n_days (year, month));
}

int
cpt_time_day_get_year (CptDay day)
{
  int year;

  cpt_day_to_ymd (day, &year, NULL, NULL);
  return year;
}

int
cpt_time_day_get_month (CptDay day)
{
  int month;

  cpt_day_to_ymd (day, NULL, &month, NULL);
  return month;
}

static int
get_unit_months (CptTimeUnit unit)
{
  static const int months[] = { 0, 0, 0, 0, 0, 1, 3, 6, 12, 120, 1200, 12000, 0 };

  return months[unit];
}

/**
 * cpt_time_day_add:
 * @day: a day
 * @n: how many units, negative for backwards
 * @unit: a unit; those below a day count as nothing
 *
 * Returns: that day of the month, or the month's last where it is shorter; %CPT_DAY_NONE beyond the calendar
 */
CptDay
cpt_time_day_add (CptDay day, int n, CptTimeUnit unit)
{
  int year, month, day_of_month;
  gint64 months;

  if (ABS (n) > 100000 || day == CPT_DAY_NONE)
    return CPT_DAY_NONE;
  if (unit == CPT_TIME_DAY || unit == CPT_TIME_WEEK)
    return day + n * (unit == CPT_TIME_WEEK ? DAYS_PER_WEEK : 1);
  if (unit < CPT_TIME_DAY || unit == CPT_TIME_PERIOD)
    return day;
  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  months = (gint64) year * MONTHS_PER_YEAR + month - 1 + (gint64) n * get_unit_months (unit);
  if (months < -9999 * MONTHS_PER_YEAR || months >= 10000 * MONTHS_PER_YEAR)
    return CPT_DAY_NONE;
  year = floor_to ((int) months, MONTHS_PER_YEAR) / MONTHS_PER_YEAR;
  month = (int) months - year * MONTHS_PER_YEAR + 1;
  return cpt_day_from_ymd (year, month, MIN (day_of_month, cpt_month_get_n_days (year, month)));
}

/**
 * cpt_time_day_nearest:
 * @from: a day
 * @weekday: 1 to 7
 * @direction: -1 for the last such day before @from, 1 for the next after it
 * @same_day: whether @from itself will do
 */
CptDay
cpt_time_day_nearest (CptDay from, int weekday, int direction, gboolean same_day)
{
  int distance = (weekday - cpt_day_get_weekday (from)) * direction;

  if (distance < 0)
    distance += DAYS_PER_WEEK;
  if (distance == 0 && !same_day)
    distance = DAYS_PER_WEEK;
  return from + distance * direction;
}
