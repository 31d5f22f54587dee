// SPDX-License-Identifier: GPL-3.0-or-later
// Events with a name and a date of their own: "since the annexation of Crimea". Room: core/analysis/time.
#pragma once

#include "cpt-dates.h"
#include "cpt-time-items.h"

G_BEGIN_DECLS

/* Adds the mentions of the named events to @dates (CptDateMention, in the order of the text), where no date
 * of @dates overlaps them; the order is kept. */
void cpt_time_events_find (const CptReading *reading, const CptTimeItems *items, const CptEventNames *names, GArray *dates);

G_END_DECLS
