// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the lunar calendar of India. Room: core/analysis/time.
#pragma once

#include "cpt-day.h"

G_BEGIN_DECLS

/* Months that end with the new moon, as in the south and west of India. */
typedef enum
{
  CPT_TIME_CHAITRA,
  CPT_TIME_VAISHAKHA,
  CPT_TIME_JYESHTHA,
  CPT_TIME_ASHADHA,
  CPT_TIME_SHRAVANA,
  CPT_TIME_BHADRAPADA,
  CPT_TIME_ASHVINA,
  CPT_TIME_KARTIKA,
  CPT_TIME_MARGASHIRSHA,
  CPT_TIME_PAUSHA,
  CPT_TIME_MAGHA,
  CPT_TIME_PHALGUNA,
} CptTimeHinduMonth;

/* Hours of the day at which the moon decides to which day a feast belongs. */
enum
{
  CPT_TIME_AT_SUNRISE = 6,
  CPT_TIME_AT_NOON = 12,
  CPT_TIME_AT_AFTERNOON = 16,
  CPT_TIME_AT_DUSK = 18,
  CPT_TIME_AT_MOONRISE = 20,
  CPT_TIME_AT_DEAD_OF_NIGHT = 24,
};

CptDay cpt_time_hindu_find (int month, int lunar_day, int hour, int year);

G_END_DECLS
