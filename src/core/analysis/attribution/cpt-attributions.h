// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what. Room: core/analysis/attribution.
#pragma once

#include "cpt-findings.h"
#include "cpt-mentions.h"
#include "cpt-reading.h"

G_BEGIN_DECLS

GArray *cpt_attributions_find (const CptReading *reading, const CptMentions *mentions, const CptProfile *profile);
void cpt_attribution_clear (gpointer attribution);

G_END_DECLS
