// SPDX-License-Identifier: GPL-3.0-or-later
// The ticks of a time axis. Room: core/timeline.
#pragma once

#include "cpt-day.h"

G_BEGIN_DECLS

/**
 * CptTick:
 * @day: where it stands: the beginning of this day
 * @major: whether a larger unit begins here too (a month among days, a year among months)
 * @label: (nullable): "19", "Dec 2025", "1990s"; owned by the array
 */
typedef struct
{
  CptDay day;
  gboolean major;
  char *label;
} CptTick;

GArray *cpt_timeline_ticks_new (double begin_days, double end_days, double width_px, double min_label_px);

G_END_DECLS
