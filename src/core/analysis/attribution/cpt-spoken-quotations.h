// SPDX-License-Identifier: GPL-3.0-or-later
// Quotations with their speaker right after them. Room: core/analysis/attribution.
#pragma once

#include "cpt-tags.h"

G_BEGIN_DECLS

void cpt_spoken_quotations_tag (const CptClues *clues, CptTag *tags, guint16 *margins);

G_END_DECLS
