// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar arithmetic without time zones. Room: core/base.
//
// The conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years begin in March,
// so that the leap day is the last day of a year and 400-year eras of 146,097 days repeat exactly.
#include "cpt-day.h"

#include <string.h>

#define DAYS_PER_ERA 146097
#define DAYS_FROM_0000_03_01_TO_1970_01_01 719468

/**
 * cpt_month_get_n_days:
 * @year: astronomical year (0 is 1 BCE)
 * @month: 1 to 12
 *
 * Returns: the number of days of that month
 */
int
cpt_month_get_n_days (int year, int month)
{
  static const int n_days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  return month == 2 && leap ? 29 : n_days[month - 1];
}

/**
 * cpt_ymd_is_valid:
 *
 * Returns: whether the three numbers name a day of the Gregorian calendar in the years -9999 to 9999
 */
gboolean
cpt_ymd_is_valid (int year, int month, int day)
{
  return year >= -9999 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
         && day <= cpt_month_get_n_days (year, month);
}

/**
 * cpt_day_from_ymd:
 * @year: astronomical year, -9999 to 9999
 * @month: 1 to 12
 * @day: 1 to the month's length
 *
 * Returns: that day, or %CPT_DAY_NONE when the numbers name none (31 April)
 */
CptDay
cpt_day_from_ymd (int year, int month, int day)
{
  int era, year_of_era, day_of_year, day_of_era;

  if (!cpt_ymd_is_valid (year, month, day))
    return CPT_DAY_NONE;
  if (month <= 2)
    year--;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_PER_ERA + day_of_era - DAYS_FROM_0000_03_01_TO_1970_01_01;
}

/**
 * cpt_day_to_ymd:
 * @day: a day, not %CPT_DAY_NONE
 * @year: (out) (optional): astronomical year
 * @month: (out) (optional): 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 *
 * The inverse of cpt_day_from_ymd().
 */
void
cpt_day_to_ymd (CptDay day, int *year, int *month, int *day_of_month)
{
  int z, era, day_of_era, year_of_era, day_of_year, m;

  g_return_if_fail (day != CPT_DAY_NONE);
  z = day + DAYS_FROM_0000_03_01_TO_1970_01_01;
  era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
  day_of_era = z - era * DAYS_PER_ERA;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  m = (5 * day_of_year + 2) / 153;
  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * m + 2) / 5 + 1;
  m = m < 10 ? m + 3 : m - 9;
  if (month != NULL)
    *month = m;
  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2 ? 1 : 0);
}

/**
 * cpt_day_get_weekday:
 * @day: a day, not %CPT_DAY_NONE
 *
 * Returns: 1 for Monday to 7 for Sunday, as in ISO 8601
 */
int
cpt_day_get_weekday (CptDay day)
{
  int weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */

  return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

static gboolean
parse_digits (const char **cursor, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++, (*cursor)++)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *value = *value * 10 + (**cursor - '0');
    }
  return TRUE;
}

/**
 * cpt_day_parse_iso:
 * @text: (nullable): `YYYY-MM-DD`, or that followed by `T` or a space and a time, which is ignored
 *
 * Returns: the day, or %CPT_DAY_NONE when @text is not of that form or names no day
 */
CptDay
cpt_day_parse_iso (const char *text)
{
  const char *cursor = text;
  int year, month, day;

  if (text == NULL || !parse_digits (&cursor, 4, &year) || *cursor++ != '-' || !parse_digits (&cursor, 2, &month)
      || *cursor++ != '-' || !parse_digits (&cursor, 2, &day))
    return CPT_DAY_NONE;
  if (*cursor != '\0' && *cursor != 'T' && *cursor != ' ')
    return CPT_DAY_NONE;
  return cpt_day_from_ymd (year, month, day);
}

/**
 * cpt_day_format_iso:
 * @day: a day, not %CPT_DAY_NONE
 *
 * Returns: (transfer full): `YYYY-MM-DD`, with a leading `-` before the year 0
 */
char *
cpt_day_format_iso (CptDay day)
{
  int year, month, day_of_month;

  g_return_val_if_fail (day != CPT_DAY_NONE, NULL);
  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day_of_month);
}
