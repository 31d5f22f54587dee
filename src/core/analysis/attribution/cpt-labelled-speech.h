// SPDX-License-Identifier: GPL-3.0-or-later
// Speech under the name of its speaker. Room: core/analysis/attribution.
#pragma once

#include "cpt-entities.h"
#include "cpt-tags.h"

G_BEGIN_DECLS

void cpt_labelled_speech_tag (const CptClues *clues, const CptEntities *entities, CptTag *tags, guint16 *margins);

G_END_DECLS
