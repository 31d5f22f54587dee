// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the lunar calendar of India, reckoned from the places of sun and moon. Room: core/analysis/time.
//
// A lunar day (tithi) is the time in which the moon gains twelve degrees on the sun; a feast is kept on the day at whose
// sunrise, noon, dusk or midnight its lunar day runs. A month has the name of the sign, among the fixed stars, that the
// sun enters in it; one in which it enters none is a leap month and has no feasts.
// Places: J. Meeus, "Astronomical Algorithms" (1991), ch. 25 and the greatest terms of ch. 47: better than a few minutes
// of time. Names of months: N. Dershowitz and E. Reingold, "Calendrical Calculations" (1997), ch. "The Modern Hindu
// Calendars"; the place of the fixed stars is Lahiri's.
#include "cpt-time-hindu.h"

#include <math.h>

#define RADIANS (G_PI / 180)
#define DAYS_PER_CENTURY 36525.0

/* Noon of 1 January 2000, as days since 1970. */
#define EPOCH 10957.5

/* Of the moon against the sun. */
#define DEGREES_PER_DAY 12.190749
#define DEGREES_PER_LUNAR_DAY 12.0
#define DAYS_PER_LUNATION 29.530589

#define INDIAN_TIME (5.5 / 24)

/* Outside of these years the days grow uncertain. */
#define FIRST_YEAR 1600
#define LAST_YEAR 2300

/* Multiples of D, M, M' and F, and the degrees by which the moon is ahead. */
static const struct
{
  gint8 d, m, n, f;
  float degrees;
} moon_terms[] = {
  { 0, 0, 1, 0, 6.288774f },   { 2, 0, -1, 0, 1.274027f }, { 2, 0, 0, 0, 0.658314f },   { 0, 0, 2, 0, 0.213618f },
  { 0, 1, 0, 0, -0.185116f },  { 0, 0, 0, 2, -0.114332f }, { 2, 0, -2, 0, 0.058793f },  { 2, -1, -1, 0, 0.057066f },
  { 2, 0, 1, 0, 0.053322f },   { 2, -1, 0, 0, 0.045758f }, { 0, 1, -1, 0, -0.040923f }, { 1, 0, 0, 0, -0.034720f },
  { 0, 1, 1, 0, -0.030383f },  { 2, 0, 0, -2, 0.015327f }, { 0, 0, 1, 2, -0.012528f },  { 0, 0, 1, -2, 0.010980f },
  { 4, 0, -1, 0, 0.010675f },  { 0, 0, 3, 0, 0.010034f },  { 4, 0, -2, 0, 0.008548f },  { 2, 1, -1, 0, -0.007888f },
  { 2, 1, 0, 0, -0.006766f },  { 1, 0, -1, 0, -0.005163f }, { 1, 1, 0, 0, 0.004987f },  { 2, -1, 1, 0, 0.004036f },
};

static double
wrap (double degrees)
{
  return degrees - 360 * floor (degrees / 360);
}

/* @time: days since 1970, in universal time. */
static double
get_sun (double time)
{
  double t = (time - EPOCH) / DAYS_PER_CENTURY;
  double m = (357.52911 + 35999.05029 * t) * RADIANS;

  return wrap (280.46646 + 36000.76983 * t + (1.914602 - 0.004817 * t) * sin (m) + 0.019993 * sin (2 * m)
               + 0.000289 * sin (3 * m) - 0.00569);
}

static double
get_moon (double time)
{
  double t = (time - EPOCH) / DAYS_PER_CENTURY;
  double d = 297.8501921 + 445267.1114034 * t, m = 357.5291092 + 35999.0502909 * t;
  double n = 134.9633964 + 477198.8675055 * t, f = 93.2720950 + 483202.0175233 * t;
  double longitude = 218.3164477 + 481267.88123421 * t;

  for (guint i = 0; i < G_N_ELEMENTS (moon_terms); i++)
    longitude += (double)moon_terms[i].degrees
                 * sin ((moon_terms[i].d * d + moon_terms[i].m * m + moon_terms[i].n * n + moon_terms[i].f * f) * RADIANS);
  return wrap (longitude);
}

/* How far the moon is ahead of the sun, 0 to 360. */
static double
get_phase (double time)
{
  return wrap (get_moon (time) - get_sun (time));
}

/* When the moon is @phase degrees ahead, near to @guess. */
static double
find_phase (double phase, double guess)
{
  for (int i = 0; i < 6; i++)
    guess += (wrap (phase - get_phase (guess) + 180) - 180) / DEGREES_PER_DAY;
  return guess;
}

/* The sign of the fixed stars in which the sun stands, 0 for the Ram. */
static int
get_sign (double time)
{
  double precession = 23.853 + 1.39697 * (time - EPOCH) / DAYS_PER_CENTURY;

  return (int)(wrap (get_sun (time) - precession) / 30);
}

/* The new moon with which @month begins, near to @guess; negative infinity when none does. */
static double
find_month (int month, double guess)
{
  for (int shift = -2; shift <= 2; shift++)
    {
      double begin = find_phase (0, guess + shift * DAYS_PER_LUNATION);
      double end = find_phase (0, begin + DAYS_PER_LUNATION);
      int sign = get_sign (begin);

      if (sign != get_sign (end) && (sign + 1) % 12 == month)
        return begin;
    }
  return -INFINITY;
}

/* The length of the day changes the hour of sunrise by less than an hour to either side. */
static double
get_moment (CptDay day, int hour, int day_of_year)
{
  double shift = hour == CPT_TIME_AT_SUNRISE ? 0.2 + 0.75 * cos ((day_of_year - 8) * 2 * G_PI / 365.25) : 0;

  return day + (hour + shift) / 24.0 - INDIAN_TIME;
}

/* The first day at whose @hour the moon is between the two phases, or the one on which it begins to be. */
static CptDay
find_day (double begin, double end, int hour, CptDay new_year)
{
  CptDay day = (CptDay)floor (begin + INDIAN_TIME);

  for (CptDay at = day; at <= day + 1; at++)
    {
      double moment = get_moment (at, hour, at - new_year);

      if (moment >= begin && moment < end)
        return at;
    }
  return day;
}

/**
 * cpt_time_hindu_find:
 * @month: a #CptTimeHinduMonth
 * @lunar_day: 1 to 30, from the new moon; 15 is the full moon
 * @hour: the hour that decides
 * @year: a year of the Gregorian calendar
 *
 * Returns: the first day of @year that is so named, or %CPT_DAY_NONE
 *
 * Cost: a few hundred evaluations of a series; some tens of microseconds.
 */
CptDay
cpt_time_hindu_find (int month, int lunar_day, int hour, int year)
{
  CptDay first = cpt_day_from_ymd (year, 1, 1), last = cpt_day_from_ymd (year, 12, 31);

  if (year < FIRST_YEAR || year > LAST_YEAR)
    return CPT_DAY_NONE;
  /* Chaitra begins about the end of March; its year ends in the next of ours. */
  for (int shift = -1; shift <= 0; shift++)
    {
      double begin = find_month (month, first + 85 + (month + 12 * shift) * DAYS_PER_CENTURY / 1200);
      double from, to;
      CptDay day;

      if (!isfinite (begin))
        continue;
      from = lunar_day == 1 ? begin : find_phase ((lunar_day - 1) * DEGREES_PER_LUNAR_DAY, begin + (lunar_day - 1) * 0.984);
      to = find_phase (lunar_day * DEGREES_PER_LUNAR_DAY, begin + lunar_day * 0.984);
      day = find_day (from, to, hour, first);
      if (day >= first && day <= last)
        return day;
    }
  return CPT_DAY_NONE;
}
