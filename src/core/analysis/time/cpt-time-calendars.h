// SPDX-License-Identifier: GPL-3.0-or-later
// Days of calendars that follow the moon. Room: core/analysis/time.
#pragma once

#include "cpt-day.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_TIME_CALENDAR_ISLAMIC,
  CPT_TIME_CALENDAR_HEBREW,
  CPT_TIME_CALENDAR_CHINESE,
} CptTimeCalendar;

CptDay cpt_time_calendar_find (CptTimeCalendar calendar, int month, int day, int year);

G_END_DECLS
