// SPDX-License-Identifier: GPL-3.0-or-later
// Speech that goes on without saying so. Room: core/analysis/attribution.
#pragma once

#include "cpt-links.h"

G_BEGIN_DECLS

void cpt_continuations_add (const CptClues *clues, GArray *links);

G_END_DECLS
