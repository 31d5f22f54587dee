// SPDX-License-Identifier: GPL-3.0-or-later
// On which day a holiday falls. Room: core/analysis/time. Easter: J. Meeus, "Astronomical Algorithms" (1991), ch. 8.
#include "cpt-time-holidays.h"

#include "cpt-time-calendars.h"
#include "cpt-time-hindu.h"
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
  HEBREW_FAST, /* the same; a day later where that is a Saturday */
  CHINESE,
  HINDU,       /* month, lunar day and the hour that decides */
  WORKDAY,     /* month and day; the nearest day of work where it is none */
  LAST_FRIDAY, /* before the day of the Islamic calendar */
  EARTH_HOUR,  /* the last Saturday of the month that is not the eve of Easter */
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
  int weekday_or_hour;
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
  [CPT_TIME_TISHA_BAV] = { HEBREW_FAST, AV, 9 },
  [CPT_TIME_CHINESE_NEW_YEAR] = { CHINESE, 0, 1 },
  [CPT_TIME_HOLI] = { HINDU, CPT_TIME_PHALGUNA, 15, CPT_TIME_AT_DUSK, 1 },
  [CPT_TIME_HOLIKA] = { HINDU, CPT_TIME_PHALGUNA, 15, CPT_TIME_AT_DUSK, 0 },
  [CPT_TIME_UGADI] = { HINDU, CPT_TIME_CHAITRA, 1, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_RAMA_NAVAMI] = { HINDU, CPT_TIME_CHAITRA, 9, CPT_TIME_AT_NOON, 0 },
  [CPT_TIME_MAHAVIR] = { HINDU, CPT_TIME_CHAITRA, 13, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_HANUMAN] = { HINDU, CPT_TIME_CHAITRA, 15, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_AKSHAYA] = { HINDU, CPT_TIME_VAISHAKHA, 3, CPT_TIME_AT_NOON, 0 },
  [CPT_TIME_BUDDHA_PURNIMA] = { HINDU, CPT_TIME_VAISHAKHA, 15, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_RATHA_YATRA] = { HINDU, CPT_TIME_ASHADHA, 2, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_GURU_PURNIMA] = { HINDU, CPT_TIME_ASHADHA, 15, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_RAKSHA_BANDHAN] = { HINDU, CPT_TIME_SHRAVANA, 15, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_NAG_PANCHAMI] = { HINDU, CPT_TIME_SHRAVANA, 5, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_JANMASHTAMI] = { HINDU, CPT_TIME_SHRAVANA, 23, CPT_TIME_AT_DEAD_OF_NIGHT, 0 },
  [CPT_TIME_GANESH_CHATURTHI] = { HINDU, CPT_TIME_BHADRAPADA, 4, CPT_TIME_AT_NOON, 0 },
  [CPT_TIME_NAVARATRI] = { HINDU, CPT_TIME_ASHVINA, 10, CPT_TIME_AT_AFTERNOON, -9 },
  [CPT_TIME_MAHA_SAPTAMI] = { HINDU, CPT_TIME_ASHVINA, 7, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_MAHA_ASHTAMI] = { HINDU, CPT_TIME_ASHVINA, 8, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_MAHA_NAVAMI] = { HINDU, CPT_TIME_ASHVINA, 9, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_DUSSEHRA] = { HINDU, CPT_TIME_ASHVINA, 10, CPT_TIME_AT_AFTERNOON, 0 },
  [CPT_TIME_VALMIKI] = { HINDU, CPT_TIME_ASHVINA, 15, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_KARVA_CHAUTH] = { HINDU, CPT_TIME_ASHVINA, 19, CPT_TIME_AT_MOONRISE, 0 },
  [CPT_TIME_DHANTERAS] = { HINDU, CPT_TIME_ASHVINA, 28, CPT_TIME_AT_DUSK, 0 },
  [CPT_TIME_KALI_CHAUDAS] = { HINDU, CPT_TIME_ASHVINA, 29, CPT_TIME_AT_DEAD_OF_NIGHT, 0 },
  [CPT_TIME_CHOTI_DIWALI] = { HINDU, CPT_TIME_ASHVINA, 30, CPT_TIME_AT_DUSK, -1 },
  [CPT_TIME_DIWALI] = { HINDU, CPT_TIME_ASHVINA, 30, CPT_TIME_AT_DUSK, 0 },
  [CPT_TIME_GOVARDHAN] = { HINDU, CPT_TIME_KARTIKA, 1, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_BHAI_DOOJ] = { HINDU, CPT_TIME_KARTIKA, 2, CPT_TIME_AT_AFTERNOON, 0 },
  [CPT_TIME_CHHATH] = { HINDU, CPT_TIME_KARTIKA, 6, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_GURU_NANAK] = { HINDU, CPT_TIME_KARTIKA, 15, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_GURU_GOBIND] = { HINDU, CPT_TIME_PAUSHA, 7, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_VASANT_PANCHAMI] = { HINDU, CPT_TIME_MAGHA, 5, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_GURU_RAVIDAS] = { HINDU, CPT_TIME_MAGHA, 15, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_DAYANANDA] = { HINDU, CPT_TIME_MAGHA, 25, CPT_TIME_AT_SUNRISE, 0 },
  [CPT_TIME_SHIVARATRI] = { HINDU, CPT_TIME_MAGHA, 29, CPT_TIME_AT_DEAD_OF_NIGHT, 0 },
  [CPT_TIME_MAKAR_SANKRANTI] = { FIXED, 1, 14 },
  [CPT_TIME_RABINDRA] = { FIXED, 5, 9 },
  [CPT_TIME_JUMUAT_UL_WIDA] = { LAST_FRIDAY, 9, 1 },
  [CPT_TIME_EARTH_HOUR] = { EARTH_HOUR, 3, 0 },
  [CPT_TIME_BOSSS_DAY] = { WORKDAY, 10, 16 },
  [CPT_TIME_ROSE_MONDAY] = { EASTER, .shift = -48 },
  [CPT_TIME_ASSUMPTION] = { FIXED, 8, 15 },
  [CPT_TIME_GERMAN_UNITY] = { FIXED, 10, 3 },
  [CPT_TIME_REFORMATION_DAY] = { FIXED, 10, 31 },
  [CPT_TIME_ALL_SOULS] = { FIXED, 11, 2 },
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

/* Where the day is known, a rule may yet move it. */
static CptDay
move_day (HolidayKind kind, CptDay day)
{
  int weekday = day == CPT_DAY_NONE ? 0 : cpt_day_get_weekday (day);

  switch (kind)
    {
    case NOT_SUNDAY:
      return weekday == 7 ? day - 1 : day;
    case HEBREW_FAST:
      return weekday == 6 ? day + 1 : day;
    case WORKDAY:
      return weekday == 7 ? day + 1 : weekday == 6 ? day - 1 : day;
    case LAST_FRIDAY:
      return day == CPT_DAY_NONE ? day : cpt_time_day_nearest (day, 5, -1, FALSE);
    case FIXED:
    case NTH:
    case EASTER:
    case ORTHODOX:
    case ISLAMIC:
    case HEBREW:
    case CHINESE:
    case HINDU:
    case EARTH_HOUR:
    default:
      return day;
    }
}

static CptDay
get_earth_hour (int year, int month)
{
  CptDay saturday = cpt_time_day_nearest (cpt_time_month_end (year, month), 6, -1, TRUE);

  return saturday == get_western_easter (year) - 1 ? saturday - 7 : saturday;
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
    case WORKDAY:
      return move_day (holidays[holiday].kind, cpt_day_from_ymd (year, holidays[holiday].month, nth));
    case HINDU:
      first = cpt_time_hindu_find (holidays[holiday].month, nth, holidays[holiday].weekday_or_hour, year);
      return first == CPT_DAY_NONE ? first : first + holidays[holiday].shift;
    case EARTH_HOUR:
      return get_earth_hour (year, holidays[holiday].month);
    case LAST_FRIDAY:
    case ISLAMIC:
      return move_day (holidays[holiday].kind,
                       cpt_time_calendar_find (CPT_TIME_CALENDAR_ISLAMIC, holidays[holiday].month, nth, year));
    case HEBREW:
    case HEBREW_FAST:
      return move_day (holidays[holiday].kind,
                       cpt_time_calendar_find (CPT_TIME_CALENDAR_HEBREW, holidays[holiday].month, nth, year));
    case CHINESE:
      return cpt_time_calendar_find (CPT_TIME_CALENDAR_CHINESE, holidays[holiday].month, nth, year);
    case NTH:
      first = nth > 0 ? cpt_day_from_ymd (year, holidays[holiday].month, 1)
                      : cpt_time_month_end (year, holidays[holiday].month);
      return cpt_time_day_nearest (first, holidays[holiday].weekday_or_hour, nth > 0 ? 1 : -1, TRUE)
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
  return holiday >= 0 && holiday < CPT_TIME_N_HOLIDAYS 
         && (holidays[holiday].kind == HEBREW || holidays[holiday].kind == HEBREW_FAST);
}
