// SPDX-License-Identifier: GPL-3.0-or-later
// On which day a holiday falls. Room: core/analysis/time. Easter: J. Meeus, "Astronomical Algorithms" (1991), ch. 8.
#include "cpt-time-holidays.h"

#include "cpt-time-calendars.h"
#include "cpt-time-result.h"

typedef enum
{
  FIXED,    /* month and day */
  NTH,      /* the n-th weekday of the month; -1 is the last */
  EASTER,   /* days from Easter Sunday of the western churches */
  ORTHODOX, /* days from Easter Sunday of the eastern churches */
  NOT_SUNDAY, /* month and day; on Saturday where that is a Sunday */
  ISLAMIC,    /* month of that calendar, from 0, and day */
  HEBREW,
  CHINESE,
} HolidayKind;

/* Months of the Hebrew calendar as ICU counts them. */
enum
{
  TISHRI = 0,
  KISLEV = 2,
  ADAR = 6,
  NISAN = 7,
  IYAR = 8,
  SIVAN = 9,
  AV = 11,
};

static const struct
{
  HolidayKind kind;
  int month;
  int day_or_nth;
  int weekday;
  int shift; /* days after that */
} holidays[CPT_TIME_N_HOLIDAYS] = {
  [CPT_TIME_NEW_YEAR] = { FIXED, 1, 1 },
  [CPT_TIME_NEW_YEARS_EVE] = { FIXED, 12, 31 },
  [CPT_TIME_EPIPHANY] = { FIXED, 1, 6 },
  [CPT_TIME_ORTHODOX_CHRISTMAS] = { FIXED, 1, 7 },
  [CPT_TIME_MLK_DAY] = { NTH, 1, 3, 1, 0 },
  [CPT_TIME_VALENTINE] = { FIXED, 2, 14 },
  [CPT_TIME_DEFENDERS_DAY_RU] = { FIXED, 2, 23 },
  [CPT_TIME_PRESIDENTS_DAY] = { NTH, 2, 3, 1, 0 },
  [CPT_TIME_WOMENS_DAY] = { FIXED, 3, 8 },
  [CPT_TIME_ST_PATRICK] = { FIXED, 3, 17 },
  [CPT_TIME_APRIL_FOOL] = { FIXED, 4, 1 },
  [CPT_TIME_EARTH_DAY] = { FIXED, 4, 22 },
  [CPT_TIME_MAY_DAY] = { FIXED, 5, 1 },
  [CPT_TIME_VE_DAY] = { FIXED, 5, 8 },
  [CPT_TIME_VICTORY_DAY] = { FIXED, 5, 9 },
  [CPT_TIME_MOTHERS_DAY] = { NTH, 5, 2, 7, 0 },
  [CPT_TIME_MEMORIAL_DAY] = { NTH, 5, -1, 1, 0 },
  [CPT_TIME_RUSSIA_DAY] = { FIXED, 6, 12 },
  [CPT_TIME_FATHERS_DAY] = { NTH, 6, 3, 7, 0 },
  [CPT_TIME_JUNETEENTH] = { FIXED, 6, 19 },
  [CPT_TIME_CONSTITUTION_DAY_UA] = { FIXED, 6, 28 },
  [CPT_TIME_INDEPENDENCE_DAY_US] = { FIXED, 7, 4 },
  [CPT_TIME_BASTILLE_DAY] = { FIXED, 7, 14 },
  [CPT_TIME_INDEPENDENCE_DAY_UA] = { FIXED, 8, 24 },
  [CPT_TIME_LABOR_DAY] = { NTH, 9, 1, 1, 0 },
  [CPT_TIME_COLUMBUS_DAY] = { NTH, 10, 2, 1, 0 },
  [CPT_TIME_HALLOWEEN] = { FIXED, 10, 31 },
  [CPT_TIME_ALL_SAINTS] = { FIXED, 11, 1 },
  [CPT_TIME_UNITY_DAY_RU] = { FIXED, 11, 4 },
  [CPT_TIME_ARMISTICE_DAY] = { FIXED, 11, 11 },
  [CPT_TIME_THANKSGIVING] = { NTH, 11, 4, 4, 0 },
  [CPT_TIME_BLACK_FRIDAY] = { NTH, 11, 4, 4, 1 },
  [CPT_TIME_CYBER_MONDAY] = { NTH, 11, 4, 4, 4 },
  [CPT_TIME_ELECTION_DAY_US] = { NTH, 11, 1, 1, 1 },
  [CPT_TIME_ST_NICHOLAS] = { FIXED, 12, 6 },
  [CPT_TIME_CHRISTMAS_EVE] = { FIXED, 12, 24 },
  [CPT_TIME_CHRISTMAS] = { FIXED, 12, 25 },
  [CPT_TIME_BOXING_DAY] = { FIXED, 12, 26 },
  [CPT_TIME_MARDI_GRAS] = { EASTER, .shift = -47 },
  [CPT_TIME_ASH_WEDNESDAY] = { EASTER, .shift = -46 },
  [CPT_TIME_PALM_SUNDAY] = { EASTER, .shift = -7 },
  [CPT_TIME_MAUNDY_THURSDAY] = { EASTER, .shift = -3 },
  [CPT_TIME_GOOD_FRIDAY] = { EASTER, .shift = -2 },
  [CPT_TIME_HOLY_SATURDAY] = { EASTER, .shift = -1 },
  [CPT_TIME_EASTER] = { EASTER, .shift = 0 },
  [CPT_TIME_EASTER_MONDAY] = { EASTER, .shift = 1 },
  [CPT_TIME_ASCENSION] = { EASTER, .shift = 39 },
  [CPT_TIME_PENTECOST] = { EASTER, .shift = 49 },
  [CPT_TIME_WHIT_MONDAY] = { EASTER, .shift = 50 },
  [CPT_TIME_TRINITY_SUNDAY] = { EASTER, .shift = 56 },
  [CPT_TIME_CORPUS_CHRISTI] = { EASTER, .shift = 60 },
  [CPT_TIME_ORTHODOX_PALM_SUNDAY] = { ORTHODOX, .shift = -7 },
  [CPT_TIME_ORTHODOX_LAZARUS] = { ORTHODOX, .shift = -8 },
  [CPT_TIME_ORTHODOX_GOOD_FRIDAY] = { ORTHODOX, .shift = -2 },
  [CPT_TIME_ORTHODOX_EASTER] = { ORTHODOX, .shift = 0 },
  [CPT_TIME_ORTHODOX_EASTER_MONDAY] = { ORTHODOX, .shift = 1 },
  [CPT_TIME_ORTHODOX_PENTECOST] = { ORTHODOX, .shift = 49 },
  [CPT_TIME_KINGS_DAY_NL] = { NOT_SUNDAY, 4, 27 },
  [CPT_TIME_VAISAKHI] = { FIXED, 4, 14 },
  [CPT_TIME_BHOGI] = { FIXED, 1, 13 },
  [CPT_TIME_PONGAL] = { FIXED, 1, 14 },
  [CPT_TIME_KAANUM_PONGAL] = { FIXED, 1, 16 },
  [CPT_TIME_PARSI_NEW_YEAR] = { FIXED, 8, 17 },
  [CPT_TIME_RAMADAN] = { ISLAMIC, 8, 1 },
  [CPT_TIME_EID_AL_FITR] = { ISLAMIC, 9, 1 },
  [CPT_TIME_EID_AL_ADHA] = { ISLAMIC, 11, 10 },
  [CPT_TIME_LAYLAT_AL_QADR] = { ISLAMIC, 8, 27 },
  [CPT_TIME_ASHURA] = { ISLAMIC, 0, 10 },
  [CPT_TIME_ISRA_MIRAJ] = { ISLAMIC, 6, 27 },
  [CPT_TIME_ISLAMIC_NEW_YEAR] = { ISLAMIC, 0, 1 },
  [CPT_TIME_MAWLID] = { ISLAMIC, 2, 12 },
  [CPT_TIME_ROSH_HASHANAH] = { HEBREW, TISHRI, 1 },
  [CPT_TIME_YOM_KIPPUR] = { HEBREW, TISHRI, 10 },
  [CPT_TIME_SUKKOT] = { HEBREW, TISHRI, 15 },
  [CPT_TIME_SHEMINI_ATZERET] = { HEBREW, TISHRI, 22 },
  [CPT_TIME_HANUKKAH] = { HEBREW, KISLEV, 25 },
  [CPT_TIME_PURIM] = { HEBREW, ADAR, 14 },
  [CPT_TIME_PASSOVER] = { HEBREW, NISAN, 15 },
  [CPT_TIME_LAG_BAOMER] = { HEBREW, IYAR, 18 },
  [CPT_TIME_SHAVUOT] = { HEBREW, SIVAN, 6 },
  [CPT_TIME_TISHA_BAV] = { HEBREW, AV, 9 },
  [CPT_TIME_CHINESE_NEW_YEAR] = { CHINESE, 0, 1 },
};

static CptDay
get_western_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

  return cpt_day_from_ymd (year, n / 31, n % 31 + 1);
}

/* Reckoned in the Julian calendar, which in these centuries is behind by century - century / 4 - 2 days. */
static CptDay
get_orthodox_easter (int year)
{
  int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7, n = d + e + 114;
  int behind = year / 100 - year / 400 - 2;

  return cpt_day_from_ymd (year, n / 31, n % 31 + 1) + behind;
}

/**
 * cpt_time_holiday_get_day:
 * @holiday: a #CptTimeHoliday
 * @year: a year of our era
 *
 * Returns: the day on which it falls in @year, or %CPT_DAY_NONE
 */
CptDay
cpt_time_holiday_get_day (int holiday, int year)
{
  CptDay first;
  int nth;

  if (holiday < 0 || holiday >= CPT_TIME_N_HOLIDAYS || year < 1 || year > 9998)
    return CPT_DAY_NONE;
  nth = holidays[holiday].day_or_nth;
  switch (holidays[holiday].kind)
    {
    case EASTER:
      return get_western_easter (year) + holidays[holiday].shift;
    case ORTHODOX:
      return get_orthodox_easter (year) + holidays[holiday].shift;
    case NOT_SUNDAY:
      first = cpt_day_from_ymd (year, holidays[holiday].month, nth);
      return cpt_day_get_weekday (first) == 7 ? first - 1 : first;
    case ISLAMIC:
      return cpt_time_calendar_find (CPT_TIME_CALENDAR_ISLAMIC, holidays[holiday].month, nth, year);
    case HEBREW:
      return cpt_time_calendar_find (CPT_TIME_CALENDAR_HEBREW, holidays[holiday].month, nth, year);
    case CHINESE:
      return cpt_time_calendar_find (CPT_TIME_CALENDAR_CHINESE, holidays[holiday].month, nth, year);
    case NTH:
      first = nth > 0 ? cpt_day_from_ymd (year, holidays[holiday].month, 1)
                      : cpt_time_month_end (year, holidays[holiday].month);
      return cpt_time_day_nearest (first, holidays[holiday].weekday, nth > 0 ? 1 : -1, TRUE)
             + (nth > 0 ? nth - 1 : nth + 1) * 7 + holidays[holiday].shift;
    case FIXED:
    default:
      return cpt_day_from_ymd (year, holidays[holiday].month, nth);
    }
}

/* Days of the Hebrew calendar begin at sunset of the day before. */
gboolean
cpt_time_holiday_begins_on_eve (int holiday)
{
  return holiday >= 0 && holiday < CPT_TIME_N_HOLIDAYS && holidays[holiday].kind == HEBREW;
}
