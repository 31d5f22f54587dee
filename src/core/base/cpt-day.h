// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the proleptic Gregorian calendar and intervals of them. Room: core/base.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptDay:
 *
 * Days since 1970-01-01 in the proleptic Gregorian calendar (negative before). No time zone: a day is what the
 * article's place of publication calls that day.
 */
typedef gint32 CptDay;

/* "No day": unknown, or the open end of an interval. */
#define CPT_DAY_NONE G_MININT32

/**
 * CptPrecision:
 *
 * How sharp the words of a temporal expression are.
 */
typedef enum
{
  CPT_PRECISION_UNKNOWN,
  CPT_PRECISION_DAY,
  CPT_PRECISION_WEEK,
  CPT_PRECISION_MONTH,
  CPT_PRECISION_SEASON,
  CPT_PRECISION_YEAR,
  CPT_PRECISION_DECADE,
  CPT_PRECISION_CENTURY,
  CPT_PRECISION_VAGUE,
} CptPrecision;

/**
 * CptInterval:
 * @earliest: first day that the words allow, or %CPT_DAY_NONE for open
 * @latest: last day that the words allow (inclusive), or %CPT_DAY_NONE for open
 * @precision: how sharp the words are
 *
 * When something happened. Undated when both ends are %CPT_DAY_NONE.
 */
typedef struct
{
  CptDay earliest;
  CptDay latest;
  CptPrecision precision;
} CptInterval;

#define CPT_INTERVAL_UNDATED ((CptInterval){ CPT_DAY_NONE, CPT_DAY_NONE, CPT_PRECISION_UNKNOWN })

static inline gboolean
cpt_interval_is_dated (CptInterval interval)
{
  return interval.earliest != CPT_DAY_NONE || interval.latest != CPT_DAY_NONE;
}

gboolean cpt_ymd_is_valid        (int year, int month, int day);
int      cpt_month_get_n_days    (int year, int month);
CptDay   cpt_day_from_ymd        (int year, int month, int day);
void     cpt_day_to_ymd          (CptDay day, int *year, int *month, int *day_of_month);
int      cpt_day_get_weekday     (CptDay day);
CptDay   cpt_day_parse_iso       (const char *text);
char    *cpt_day_format_iso      (CptDay day);

G_END_DECLS
