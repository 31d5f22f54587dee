// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar units as TIMEX3 values and intervals. Room: core/analysis/time; sees no words.
#pragma once

#include "cpt-time-match.h"

G_BEGIN_DECLS

/* Each sets type, value, interval and unit. Years are astronomical. */
void cpt_time_result_set_day      (CptTimeResult *self, CptDay day);
void cpt_time_result_set_week     (CptTimeResult *self, CptDay day);
void cpt_time_result_set_weekend  (CptTimeResult *self, CptDay day);
void cpt_time_result_set_month    (CptTimeResult *self, int year, int month);
void cpt_time_result_set_quarter  (CptTimeResult *self, int year, int quarter);
void cpt_time_result_set_half     (CptTimeResult *self, int year, int half);
void cpt_time_result_set_season   (CptTimeResult *self, int year, int season);
void cpt_time_result_set_year     (CptTimeResult *self, int year);
void cpt_time_result_set_decade   (CptTimeResult *self, int year);
void cpt_time_result_set_century  (CptTimeResult *self, int century);
void cpt_time_result_set_open     (CptTimeResult *self, CptTimexType type, const char *value);
void cpt_time_result_set_duration (CptTimeResult *self, double n, CptTimeUnit unit);
void cpt_time_result_set_vague_duration (CptTimeResult *self, CptTimeUnit unit);

/* The whole @unit that @day lies in. */
void cpt_time_result_set_unit     (CptTimeResult *self, CptDay day, CptTimeUnit unit);

/* Sharpen what was set. */
void cpt_time_result_add_tod      (CptTimeResult *self, CptTimePartOfDay tod);
void cpt_time_result_add_clock    (CptTimeResult *self, int minutes);
void cpt_time_result_narrow       (CptTimeResult *self, CptTimePart part);

CptDay cpt_time_day_add           (CptDay day, int n, CptTimeUnit unit);
CptDay cpt_time_month_end         (int year, int month);
int    cpt_time_day_get_year      (CptDay day);
int    cpt_time_day_get_month     (CptDay day);
CptDay cpt_time_day_nearest       (CptDay from, int weekday, int direction, gboolean same_day);

G_END_DECLS
