// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the Islamic (Umm al-Qura), Hebrew and Chinese calendars, reckoned by ICU. Room: core/analysis/time.
#include "cpt-time-calendars.h"

#include <math.h>
#include <unicode/ucal.h>

#define MS_PER_DAY 86400000.0

/* Outside of these years nobody knows when the months began. */
#define FIRST_YEAR 1600
#define LAST_YEAR 2300

static CptDay
get_day_in_year (UCalendar *calendar, int calendar_year, int month, int day)
{
  UErrorCode status = U_ZERO_ERROR;
  double ms;

  ucal_clear (calendar);
  ucal_set (calendar, UCAL_EXTENDED_YEAR, calendar_year);
  ucal_set (calendar, UCAL_MONTH, month);
  ucal_set (calendar, UCAL_DATE, day);
  ms = ucal_getMillis (calendar, &status);
  return U_SUCCESS (status) ? (CptDay) floor (ms / MS_PER_DAY) : CPT_DAY_NONE;
}

/**
 * cpt_time_calendar_find:
 * @month: as ICU counts the months of @calendar, from 0
 * @day: day of that month
 * @year: a year of the Gregorian calendar
 *
 * Returns: the first day of @year that has this name in @calendar, or %CPT_DAY_NONE
 */
CptDay
cpt_time_calendar_find (CptTimeCalendar calendar, int month, int day, int year)
{
  static const char *const locales[] = { "en@calendar=islamic-umalqura", "en@calendar=hebrew", "en@calendar=chinese" };
  static const UChar zone[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *self;
  CptDay begin, found = CPT_DAY_NONE;
  int calendar_year;

  if (year < FIRST_YEAR || year > LAST_YEAR)
    return CPT_DAY_NONE;
  begin = cpt_day_from_ymd (year, 1, 1);
  self = ucal_open (zone, -1, locales[calendar], UCAL_TRADITIONAL, &status);
  if (U_FAILURE (status))
    return CPT_DAY_NONE;
  ucal_setMillis (self, begin * MS_PER_DAY, &status);
  calendar_year = ucal_get (self, UCAL_EXTENDED_YEAR, &status);
  for (int i = 0; i < 3 && found == CPT_DAY_NONE; i++)
    {
      CptDay candidate = get_day_in_year (self, calendar_year + i, month, day);

      if (candidate != CPT_DAY_NONE && candidate >= begin && candidate <= cpt_day_from_ymd (year, 12, 31))
        found = candidate;
    }
  ucal_close (self);
  return found;
}
