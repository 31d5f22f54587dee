// SPDX-License-Identifier: GPL-3.0-or-later
// Attributions of direct speech, mended. Room: core/analysis/attribution.
#pragma once

#include "cpt-links.h"

G_BEGIN_DECLS

void cpt_links_mend (const CptClues *clues, GArray *links);

G_END_DECLS
