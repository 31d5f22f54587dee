// SPDX-License-Identifier: GPL-3.0-or-later
// Temporal expressions. Room: core/analysis/time.
#include "cpt-dates.h"

void
cpt_date_mention_clear (gpointer date_mention)
{
  g_free (((CptDateMention *) date_mention)->value);
}

GArray *
cpt_dates_find (const CptReading *reading, const CptProfile *profile)
{
  GArray *dates = g_array_new (FALSE, TRUE, sizeof (CptDateMention));

  g_array_set_clear_func (dates, cpt_date_mention_clear);
  return dates;
}
