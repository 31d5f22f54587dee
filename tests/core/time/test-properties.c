// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every date: read back as it was written, by ICU in four languages and by ourselves; values that lie
// in their intervals; sums that agree with GLib's.
#include "cpt-dates.h"
#include "cpt-time-hindu.h"
#include "cpt-time-holidays.h"
#include "cpt-time-result.h"

#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>

#define FIRST_YEAR 1600
#define LAST_YEAR 2400
#define N_RANDOM 1500

static CptDay
random_day (void)
{
  return g_test_rand_int_range (cpt_day_from_ymd (FIRST_YEAR, 1, 1), cpt_day_from_ymd (LAST_YEAR, 12, 31));
}

/* --- written by ICU --- */

typedef enum
{
  WHOLE_DAY,
  WHOLE_MONTH,
  WHOLE_QUARTER,
  WHOLE_YEAR,
} Whole;

/* ICU knows the cases: "19 декабря 2025", but "декабрь 2025". */
static const struct
{
  const char *language;
  const char *pattern;
  Whole whole;
} writings[] = {
  { "en", "d MMMM y", WHOLE_DAY },          { "en", "MMMM d, y", WHOLE_DAY },     { "en", "EEEE, MMMM d, y", WHOLE_DAY },
  { "en", "MMM d, y", WHOLE_DAY },          { "en", "y-MM-dd", WHOLE_DAY },       { "en", "MMMM y", WHOLE_MONTH },
  { "en", "QQQQ 'of' y", WHOLE_QUARTER },   { "en", "'the year' y", WHOLE_YEAR },
  { "de", "d. MMMM y", WHOLE_DAY },         { "de", "EEEE, d. MMMM y", WHOLE_DAY }, { "de", "'den' d. MMMM y", WHOLE_DAY },
  { "de", "dd.MM.y", WHOLE_DAY },           { "de", "LLLL y", WHOLE_MONTH },      { "de", "QQQQ y", WHOLE_QUARTER },
  { "de", "'im' 'Jahr' y", WHOLE_YEAR },
  { "ru", "d MMMM y 'года'", WHOLE_DAY },   { "ru", "EEEE, d MMMM y", WHOLE_DAY }, { "ru", "d MMMM y 'г.'", WHOLE_DAY },
  { "ru", "dd.MM.y", WHOLE_DAY },           { "ru", "LLLL y 'года'", WHOLE_MONTH }, { "ru", "QQQQ y 'года'", WHOLE_QUARTER },
  { "ru", "'в' y 'году'", WHOLE_YEAR },
  { "uk", "d MMMM y 'року'", WHOLE_DAY },   { "uk", "EEEE, d MMMM y", WHOLE_DAY }, { "uk", "d MMMM y 'р.'", WHOLE_DAY },
  { "uk", "dd.MM.y", WHOLE_DAY },           { "uk", "LLLL y 'року'", WHOLE_MONTH }, { "uk", "QQQQ y 'року'", WHOLE_QUARTER },
  { "uk", "'у' y 'році'", WHOLE_YEAR },
};

static CptInterval
get_whole (CptDay day, Whole whole)
{
  CptTimeResult result = { .interval = CPT_INTERVAL_UNDATED };
  static const CptTimeUnit units[] = { CPT_TIME_DAY, CPT_TIME_MONTH, CPT_TIME_QUARTER, CPT_TIME_YEAR };

  cpt_time_result_set_unit (&result, day, units[whole]);
  return result.interval;
}

static UDateFormat *
open_format (const char *language, const char *pattern)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (pattern, -1, NULL, NULL, NULL);
  UDateFormat *format = udat_open (UDAT_PATTERN, UDAT_PATTERN, language, utc, -1, (const UChar *)wide, -1, &status);

  g_assert_true (U_SUCCESS (status));
  return format;
}

static char *
write_day (UDateFormat *format, CptDay day)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];

  udat_format (format, day * 86400000.0, text, G_N_ELEMENTS (text), NULL, &status);
  g_assert_true (U_SUCCESS (status));
  return g_utf16_to_utf8 ((const gunichar2 *)text, -1, NULL, NULL, NULL);
}

static void
test_written_by_icu (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  UDateFormat *format = open_format (writings[i].language, writings[i].pattern);

  for (int k = 0; k < N_RANDOM; k++)
    {
      CptDay day = random_day ();
      CptInterval expected = get_whole (day, writings[i].whole);
      g_autofree char *text = write_day (format, day);
      CptDateMention date;

      g_test_message ("%s", text);
      g_assert_true (cpt_date_parse (text, writings[i].language, cpt_day_from_ymd (2025, 12, 20), &date));
      g_assert_cmpint (date.interval.earliest, ==, expected.earliest);
      g_assert_cmpint (date.interval.latest, ==, expected.latest);
      cpt_date_mention_clear (&date);
    }
  udat_close (format);
}

/* --- written by ourselves, in the language of the messages of the tests --- */

static void
test_written_by_us (void)
{
  static const CptTimeUnit units[]
      = { CPT_TIME_DAY, CPT_TIME_WEEK, CPT_TIME_MONTH, CPT_TIME_QUARTER, CPT_TIME_YEAR, CPT_TIME_DECADE };

  for (int k = 0; k < N_RANDOM; k++)
    {
      CptTimeResult result = { .interval = CPT_INTERVAL_UNDATED };
      g_autofree char *text = NULL;
      CptDateMention date;

      cpt_time_result_set_unit (&result, random_day (), units[g_test_rand_int_range (0, G_N_ELEMENTS (units))]);
      text = cpt_interval_format (result.interval);
      g_test_message ("%s", text);
      g_assert_true (cpt_date_parse (text, "en", cpt_day_from_ymd (2025, 12, 20), &date));
      g_assert_cmpint (date.interval.earliest, ==, result.interval.earliest);
      g_assert_cmpint (date.interval.latest, ==, result.interval.latest);
      cpt_date_mention_clear (&date);
    }
}

static void
test_ranges_written_by_us (void)
{
  for (int k = 0; k < N_RANDOM; k++)
    {
      CptDay first = random_day ();
      CptInterval range = { first, first + g_test_rand_int_range (10, 4000), CPT_PRECISION_DAY };
      g_autofree char *text = cpt_interval_format (range);
      CptDateMention date;

      g_test_message ("%s", text);
      g_assert_true (cpt_date_parse (text, "en", cpt_day_from_ymd (2025, 12, 20), &date));
      g_assert_cmpint (date.interval.earliest, ==, range.earliest);
      g_assert_cmpint (date.interval.latest, ==, range.latest);
      cpt_date_mention_clear (&date);
    }
}

/* --- values and intervals --- */

/* The days that a TIMEX3 value names; %FALSE for values that name none. */
static gboolean
get_value_days (const char *value, CptDay *first, CptDay *last)
{
  int year, month, day, used = 0;
  char season[3];
  CptTimeResult result = { .interval = CPT_INTERVAL_UNDATED };

  if (sscanf (value, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3)
    cpt_time_result_set_day (&result, cpt_day_from_ymd (year, month, day));
  else if (sscanf (value, "%4d-W%2d%n", &year, &month, &used) == 2)
    cpt_time_result_set_week (&result, cpt_day_from_ymd (year, 1, 4) + 7 * (month - 1));
  else if (sscanf (value, "%4d-Q%1d%n", &year, &month, &used) == 2)
    cpt_time_result_set_quarter (&result, year, month);
  else if (sscanf (value, "%4d-H%1d%n", &year, &month, &used) == 2)
    cpt_time_result_set_half (&result, year, month);
  else if (sscanf (value, "%4d-%2[SUPFAWI]%n", &year, season, &used) == 2)
    cpt_time_result_set_season (&result, year,
                                strcmp (season, "SP") == 0   ? 0
                                : strcmp (season, "SU") == 0 ? 1
                                : strcmp (season, "FA") == 0 ? 2
                                                             : 3);
  else if (sscanf (value, "%4d-%2d%n", &year, &month, &used) == 2)
    cpt_time_result_set_month (&result, year, month);
  else if (strlen (value) == 4 && sscanf (value, "%4d%n", &year, &used) == 1 && used == 4)
    cpt_time_result_set_year (&result, year);
  else
    return FALSE;
  *first = result.interval.earliest;
  *last = result.interval.latest;
  return TRUE;
}

static void
check_value (const CptDateMention *date)
{
  CptDay first, last;

  if (date->interval.earliest == CPT_DAY_NONE || date->interval.latest == CPT_DAY_NONE)
    return;
  g_assert_cmpint (date->interval.earliest, <=, date->interval.latest);
  if (date->type != CPT_TIMEX_DATE || date->interval.precision == CPT_PRECISION_VAGUE
      || !get_value_days (date->value, &first, &last))
    return;
  g_test_message ("%s", date->value);
  g_assert_cmpint (date->interval.earliest, >=, first);
  g_assert_cmpint (date->interval.latest, <=, last);
}

/* Sentences of all kinds around a random day of publication. */
static void
test_value_in_interval (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } texts[] = {
    { "en", "They met last week, on Tuesday, early this year, in late March and three months ago. Two days later, in the "
            "summer, the second half of %d ended. By mid-%d the third quarter of %d was over, and in the spring it rained." },
    { "de", "Sie trafen sich letzte Woche, am Dienstag, Anfang des Jahres, Ende März und vor drei Monaten. Zwei Tage später "
            "endete das dritte Quartal %d. Im Sommer %d war Ruhe, im Frühjahr %d regnete es." },
    { "ru", "Они встречались на прошлой неделе, во вторник, в начале года, в конце марта и три месяца назад. Два дня спустя "
            "закончился третий квартал %d года. Летом %d года было тихо, весной %d года шёл дождь." },
    { "uk", "Вони зустрічалися минулого тижня, у вівторок, на початку року, наприкінці березня і три місяці тому. Через два "
            "дні скінчився третій квартал %d року. Влітку %d року було тихо, навесні %d року йшов дощ." },
  };

  for (int k = 0; k < N_RANDOM; k++)
    {
      guint i = (guint)k % G_N_ELEMENTS (texts);
      int year = g_test_rand_int_range (1950, 2080);
      g_autofree char *published = cpt_day_format_iso (random_day ());
      g_autofree char *text = NULL;
      CptArticleMetadata metadata = { .language = texts[i].language, .published = published };
      g_autoptr (CptArticle) article = NULL;
      g_autoptr (CptReading) reading = NULL;
      g_autoptr (GArray) dates = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      text = g_strdup_printf (texts[i].text, year, year + 1, year + 2);
#pragma GCC diagnostic pop
      article = cpt_article_new (text, -1, &metadata);
      reading = cpt_reading_new (article);
      dates = cpt_dates_find (reading, NULL);
      g_assert_cmpuint (dates->len, >=, 7);
      for (guint d = 0; d < dates->len; d++)
        check_value (&g_array_index (dates, CptDateMention, d));
    }
}

/* --- sums --- */

static CptDay
get_day (GDateTime *time)
{
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return cpt_day_from_ymd (year, month, day);
}

static void
test_sums (void)
{
  for (int k = 0; k < 20000; k++)
    {
      CptDay day = random_day ();
      int n = g_test_rand_int_range (-600, 600), year, month, day_of_month;
      g_autoptr (GDateTime) time = NULL;
      g_autoptr (GDateTime) days = NULL;
      g_autoptr (GDateTime) weeks = NULL;
      g_autoptr (GDateTime) months = NULL;
      g_autoptr (GDateTime) years = NULL;

      cpt_day_to_ymd (day, &year, &month, &day_of_month);
      time = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
      days = g_date_time_add_days (time, n);
      weeks = g_date_time_add_weeks (time, n);
      months = g_date_time_add_months (time, n);
      years = g_date_time_add_years (time, n);
      g_assert_cmpint (cpt_time_day_add (day, n, CPT_TIME_DAY), ==, get_day (days));
      g_assert_cmpint (cpt_time_day_add (day, n, CPT_TIME_WEEK), ==, get_day (weeks));
      g_assert_cmpint (cpt_time_day_add (day, n, CPT_TIME_MONTH), ==, get_day (months));
      g_assert_cmpint (cpt_time_day_add (day, n, CPT_TIME_YEAR), ==, get_day (years));
      g_assert_cmpint (cpt_day_get_weekday (day), ==, g_date_time_get_day_of_week (time));
      g_assert_cmpint (cpt_time_day_add (day, n, CPT_TIME_QUARTER), ==, cpt_time_day_add (day, 3 * n, CPT_TIME_MONTH));
    }
}

static void
test_leap_days (void)
{
  static const char *const languages[] = { "en", "de", "ru", "uk" };
  static const char *const writings_of_leap_days[] = { "29 February %d", "29. Februar %d", "29 февраля %d", "29 лютого %d" };

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_auto (GStrv) parts = g_strsplit (writings_of_leap_days[i], "%d", 2);
        g_autofree char *text = g_strdup_printf ("%s%d", parts[0], year);
        CptDateMention date;
        gboolean leap = g_date_is_leap_year ((GDateYear)year);

        if (!cpt_date_parse (text, languages[i], CPT_DAY_NONE, &date))
          g_assert_false (leap);
        else
          {
            g_test_message ("%s", text);
            g_assert_true (leap);
            g_assert_cmpint (date.interval.earliest, ==, cpt_day_from_ymd (year, 2, 29));
            cpt_date_mention_clear (&date);
          }
      }
}

/* --- feasts --- */

/* Of a day of the Julian calendar; J. Meeus, "Astronomical Algorithms" (1991), ch. 7. */
static CptDay
get_julian_day (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year, m = month <= 2 ? month + 12 : month;

  return 36525 * (y + 4716) / 100 + (int)(30.6001 * (m + 1)) + day - 1524 - 2440588;
}

static void
test_easter (void)
{
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      CptDay western = cpt_time_holiday_get_day (CPT_TIME_EASTER, year);
      CptDay eastern = cpt_time_holiday_get_day (CPT_TIME_ORTHODOX_EASTER, year);

      g_assert_cmpint (cpt_day_get_weekday (western), ==, 7);
      g_assert_cmpint (cpt_day_get_weekday (eastern), ==, 7);
      g_assert_cmpint (western, >=, cpt_day_from_ymd (year, 3, 22));
      g_assert_cmpint (western, <=, cpt_day_from_ymd (year, 4, 25));
      /* In its own calendar the eastern one has the same bounds. */
      g_assert_cmpint (eastern, >=, get_julian_day (year, 3, 22));
      g_assert_cmpint (eastern, <=, get_julian_day (year, 4, 25));
    }
  g_assert_cmpint (cpt_time_holiday_get_day (CPT_TIME_ORTHODOX_EASTER, 2024), ==, cpt_day_from_ymd (2024, 5, 5));
  g_assert_cmpint (cpt_time_holiday_get_day (CPT_TIME_ORTHODOX_EASTER, 1917), ==, cpt_day_from_ymd (1917, 4, 15));
}

/* Days as India's public calendars have them. */
static void
test_feasts_of_india (void)
{
  static const struct
  {
    int holiday, year, month, day;
  } known[] = {
    { CPT_TIME_DIWALI, 2015, 11, 11 },         { CPT_TIME_DIWALI, 2019, 10, 27 },      { CPT_TIME_DIWALI, 2020, 11, 14 },
    { CPT_TIME_DIWALI, 2021, 11, 4 },          { CPT_TIME_DIWALI, 2022, 10, 24 },      { CPT_TIME_DIWALI, 2023, 11, 12 },
    { CPT_TIME_HOLI, 2019, 3, 21 },            { CPT_TIME_HOLI, 2021, 3, 29 },         { CPT_TIME_HOLI, 2024, 3, 25 },
    { CPT_TIME_GANESH_CHATURTHI, 2018, 9, 13 }, { CPT_TIME_GANESH_CHATURTHI, 2021, 9, 10 },
    { CPT_TIME_SHIVARATRI, 2018, 2, 13 },      { CPT_TIME_SHIVARATRI, 2021, 3, 11 },   { CPT_TIME_RAMA_NAVAMI, 2021, 4, 21 },
    { CPT_TIME_BUDDHA_PURNIMA, 2022, 5, 16 },  { CPT_TIME_GURU_NANAK, 2021, 11, 19 },  { CPT_TIME_RAKSHA_BANDHAN, 2021, 8, 22 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_test_message ("%d in %d", known[i].holiday, known[i].year);
      g_assert_cmpint (cpt_time_holiday_get_day (known[i].holiday, known[i].year), ==,
                       cpt_day_from_ymd (known[i].year, known[i].month, known[i].day));
    }
  /* Every year has its new moon of autumn, thirty days or a year less eleven days after the one before. */
  for (int year = 1900; year < 2100; year++)
    {
      CptDay day = cpt_time_hindu_find (CPT_TIME_ASHVINA, 30, CPT_TIME_AT_DUSK, year);
      CptDay next = cpt_time_hindu_find (CPT_TIME_ASHVINA, 30, CPT_TIME_AT_DUSK, year + 1);

      g_assert_cmpint (day, !=, CPT_DAY_NONE);
      g_assert_true ((next - day >= 353 && next - day <= 356) || (next - day >= 383 && next - day <= 386));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (writings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time/properties/icu/%s/%u", writings[i].language, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_written_by_icu);
    }
  g_test_add_func ("/time/properties/ours", test_written_by_us);
  g_test_add_func ("/time/properties/ours/ranges", test_ranges_written_by_us);
  g_test_add_func ("/time/properties/value-in-interval", test_value_in_interval);
  g_test_add_func ("/time/properties/sums", test_sums);
  g_test_add_func ("/time/properties/leap-days", test_leap_days);
  g_test_add_func ("/time/properties/easter", test_easter);
  g_test_add_func ("/time/properties/feasts-of-india", test_feasts_of_india);
  return g_test_run ();
}
