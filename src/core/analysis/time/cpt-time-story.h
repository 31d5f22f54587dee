// SPDX-License-Identifier: GPL-3.0-or-later
// The times that a text has told of lately. Room: core/analysis/time; sees no words.
#pragma once

#include "cpt-day.h"
#include "cpt-time-lexicon.h"

G_BEGIN_DECLS

#define CPT_TIME_STORY_POINTS 6

/**
 * CptTimeStory:
 * @points: the last of them, the newest first
 * @n: how many there are
 *
 * A story mostly goes on from where it was, also after a look at another time ("the line drawn in December 1919"): a
 * date without a year belongs where it stands nearest to one of the last points, not only to the very last.
 */
typedef struct
{
  struct
  {
    CptDay first;
    CptDay last;
    CptTimeUnit unit;
  } points[CPT_TIME_STORY_POINTS];
  guint n;
} CptTimeStory;

void cpt_time_story_add         (CptTimeStory *self, CptInterval interval, CptTimeUnit unit);
int  cpt_time_story_choose_year (const CptTimeStory *self, int month, int day, int n_days);

G_END_DECLS
