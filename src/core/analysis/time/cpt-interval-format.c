// SPDX-License-Identifier: GPL-3.0-or-later
// Intervals written for people and for machines. Room: core/analysis/time; reads no text.
#include "cpt-dates.h"

#include "cpt-time-result.h"

#include <glib/gi18n-lib.h>

/* The calendar unit that an interval is, from first to last day. */
typedef enum
{
  SHAPE_RANGE,
  SHAPE_DAY,
  SHAPE_WEEK,
  SHAPE_MONTH,
  SHAPE_QUARTER,
  SHAPE_SEASON,
  SHAPE_YEAR,
  SHAPE_DECADE,
  SHAPE_CENTURY,
} Shape;

typedef struct
{
  int year;
  int month;
  int day;
} Ymd;

static Ymd
split (CptDay day)
{
  Ymd ymd;

  cpt_day_to_ymd (day, &ymd.year, &ymd.month, &ymd.day);
  return ymd;
}

static Shape
find_shape (CptInterval interval)
{
  Ymd first = split (interval.earliest), last = split (interval.latest);
  int n_months = (last.year - first.year) * 12 + last.month - first.month + 1;

  if (interval.earliest == interval.latest)
    return SHAPE_DAY;
  if (interval.latest - interval.earliest == 6 && cpt_day_get_weekday (interval.earliest) == 1)
    return SHAPE_WEEK;
  if (first.day != 1 || interval.latest != cpt_time_month_end (last.year, last.month))
    return SHAPE_RANGE;
  if (n_months == 1)
    return SHAPE_MONTH;
  if (n_months == 3 && first.month % 3 == 0)
    return SHAPE_SEASON;
  if (n_months == 3 && first.month % 3 == 1)
    return SHAPE_QUARTER;
  if (first.month != 1)
    return SHAPE_RANGE;
  if (n_months == 12)
    return SHAPE_YEAR;
  if (n_months == 120 && first.year % 10 == 0 && first.year > 0)
    return SHAPE_DECADE;
  return n_months == 1200 && first.year % 100 == 1 && first.year > 0 ? SHAPE_CENTURY : SHAPE_RANGE;
}

/* The month's name within a date ("19 декабря 2025"), and by itself ("декабрь 2025"). */
static const char *
get_month_name (int month, gboolean alone)
{
  static const char *const in_date[] = { NC_ ("month in a date", "January"),   NC_ ("month in a date", "February"),
                                         NC_ ("month in a date", "March"),     NC_ ("month in a date", "April"),
                                         NC_ ("month in a date", "May"),       NC_ ("month in a date", "June"),
                                         NC_ ("month in a date", "July"),      NC_ ("month in a date", "August"),
                                         NC_ ("month in a date", "September"), NC_ ("month in a date", "October"),
                                         NC_ ("month in a date", "November"),  NC_ ("month in a date", "December") };
  static const char *const by_itself[] = { NC_ ("month alone", "January"),   NC_ ("month alone", "February"),
                                           NC_ ("month alone", "March"),     NC_ ("month alone", "April"),
                                           NC_ ("month alone", "May"),       NC_ ("month alone", "June"),
                                           NC_ ("month alone", "July"),      NC_ ("month alone", "August"),
                                           NC_ ("month alone", "September"), NC_ ("month alone", "October"),
                                           NC_ ("month alone", "November"),  NC_ ("month alone", "December") };

  return alone ? g_dpgettext2 (GETTEXT_PACKAGE, "month alone", by_itself[month - 1])
               : g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", in_date[month - 1]);
}

static char *
format_year (int year)
{
  return year > 0 ? g_strdup_printf ("%d", year) : g_strdup_printf (_ ("%d BC"), 1 - year);
}

static char *
format_day (CptDay day)
{
  Ymd ymd = split (day);
  g_autofree char *year = format_year (ymd.year);

  /* Translators: day of the month, name of the month, year; reorder with %2$s %1$d, %3$s */
  return g_strdup_printf (_ ("%1$d %2$s %3$s"), ymd.day, get_month_name (ymd.month, FALSE), year);
}

static char *
format_season (Ymd first)
{
  g_autofree char *year = format_year (first.year);

  switch (first.month)
    {
    case 3:
      return g_strdup_printf (_ ("spring %s"), year);
    case 6:
      return g_strdup_printf (_ ("summer %s"), year);
    case 9:
      return g_strdup_printf (_ ("autumn %s"), year);
    default:
      return g_strdup_printf (_ ("winter %s"), year);
    }
}

static char *
format_range (CptInterval interval)
{
  g_autofree char *first = format_day (interval.earliest);
  g_autofree char *last = format_day (interval.latest);

  /* Translators: first and last day of a range */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

static char *
format_shape (CptInterval interval)
{
  Ymd first = split (interval.earliest);
  g_autofree char *year = format_year (first.year);
  g_autofree char *day = NULL;

  switch (find_shape (interval))
    {
    case SHAPE_DAY:
      return format_day (interval.earliest);
    case SHAPE_WEEK:
      day = format_day (interval.earliest);
      /* Translators: the day is the week's Monday */
      return g_strdup_printf (_ ("week of %s"), day);
    case SHAPE_MONTH:
      /* Translators: name of a month, year */
      return g_strdup_printf (_ ("%1$s %2$s"), get_month_name (first.month, TRUE), year);
    case SHAPE_QUARTER:
      /* Translators: number of a quarter, year */
      return g_strdup_printf (_ ("Q%1$d %2$s"), (first.month + 2) / 3, year);
    case SHAPE_SEASON:
      return format_season (first);
    case SHAPE_YEAR:
      return g_steal_pointer (&year);
    case SHAPE_DECADE:
      /* Translators: a decade, such as 1990s */
      return g_strdup_printf (_ ("%ds"), first.year);
    case SHAPE_CENTURY:
      /* Translators: a century by its first and last year */
      return g_strdup_printf (_ ("%1$d – %2$d"), first.year, first.year + 99);
    case SHAPE_RANGE:
    default:
      return format_range (interval);
    }
}

/**
 * cpt_interval_format:
 * @interval: an interval
 *
 * Returns: (transfer full): @interval for people, in the language of the messages and at its own precision
 *   ("19 December 2025", "spring 2022"); "about" stands before vague ones
 */
char *
cpt_interval_format (CptInterval interval)
{
  g_autofree char *words = NULL;

  if (!cpt_interval_is_dated (interval))
    return g_strdup (_ ("undated"));
  if (interval.earliest == CPT_DAY_NONE || interval.latest == CPT_DAY_NONE)
    {
      gboolean until = interval.earliest == CPT_DAY_NONE;

      words = format_day (until ? interval.latest : interval.earliest);
      return g_strdup_printf (until ? _ ("until %s") : _ ("since %s"), words);
    }
  words = format_shape (interval);
  if (interval.precision != CPT_PRECISION_VAGUE)
    return g_steal_pointer (&words);
  return g_strdup_printf (_ ("about %s"), words);
}

static char *
format_edtf_day (CptDay day, const char *qualifier)
{
  g_autofree char *iso = day == CPT_DAY_NONE ? NULL : cpt_day_format_iso (day);

  return iso == NULL ? g_strdup ("..") : g_strconcat (iso, qualifier, NULL);
}

/**
 * cpt_interval_format_edtf:
 * @interval: an interval
 *
 * Returns: (transfer full): @interval in the Extended Date/Time Format, ISO 8601-2 level 1; seasons as 21 to 24, open
 *   ends as "..", vague ends with "~"; the empty string when undated
 */
char *
cpt_interval_format_edtf (CptInterval interval)
{
  const char *qualifier = interval.precision == CPT_PRECISION_VAGUE ? "~" : "";
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  Shape shape = SHAPE_RANGE;
  Ymd ymd = { 0 };
  const char *sign;

  if (!cpt_interval_is_dated (interval))
    return g_strdup ("");
  if (interval.earliest != CPT_DAY_NONE && interval.latest != CPT_DAY_NONE)
    {
      shape = find_shape (interval);
      ymd = split (interval.earliest);
    }
  sign = ymd.year < 0 ? "-" : "";
  first = format_edtf_day (interval.earliest, qualifier);
  last = format_edtf_day (interval.latest, qualifier);
  switch (shape)
    {
    case SHAPE_DAY:
      return g_steal_pointer (&first);
    case SHAPE_MONTH:
      return g_strdup_printf ("%s%04d-%02d%s", sign, ABS (ymd.year), ymd.month, qualifier);
    case SHAPE_SEASON:
      return g_strdup_printf ("%s%04d-%d%s", sign, ABS (ymd.year), 20 + ymd.month / 3, qualifier);
    case SHAPE_YEAR:
      return g_strdup_printf ("%s%04d%s", sign, ABS (ymd.year), qualifier);
    case SHAPE_DECADE:
      return g_strdup_printf ("%03dX%s", ymd.year / 10, qualifier);
    case SHAPE_WEEK:
    case SHAPE_QUARTER:
    case SHAPE_CENTURY:
    case SHAPE_RANGE:
    default:
      return g_strdup_printf ("%s/%s", first, last);
    }
}
