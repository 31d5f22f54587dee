// SPDX-License-Identifier: GPL-3.0-or-later
// The likeliest tags under learnt weights. Room: core/analysis/attribution.
#pragma once

#include "cpt-features.h"

G_BEGIN_DECLS

/* A margin of this many weight units and more is the surest there is. */
#define CPT_MAX_MARGIN 4096

CptTag *cpt_tags_by_model (const CptFeatures *features, guint n_tokens, const CptModel *model, guint16 *margins);

G_END_DECLS
