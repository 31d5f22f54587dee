// SPDX-License-Identifier: GPL-3.0-or-later
// Nouns as cues, where the learnt tags say nothing. Room: core/analysis/attribution.
#pragma once

#include "cpt-tags.h"

G_BEGIN_DECLS

void cpt_noun_cues_tag (const CptClues *clues, CptTag *tags);

G_END_DECLS
