// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what. Room: core/analysis/attribution.
#include "cpt-attributions.h"

void
cpt_attribution_clear (gpointer attribution)
{
  g_free (((CptAttribution *) attribution)->speaker);
}

GArray *
cpt_attributions_find (const CptReading *reading, const CptMentions *mentions, const CptProfile *profile)
{
  GArray *attributions = g_array_new (FALSE, TRUE, sizeof (CptAttribution));

  g_array_set_clear_func (attributions, cpt_attribution_clear);
  return attributions;
}
