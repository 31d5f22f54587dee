// SPDX-License-Identifier: GPL-3.0-or-later
// The likeliest tags under a learnt network. Room: core/analysis/attribution.
#pragma once

#include "cpt-inputs.h"

G_BEGIN_DECLS

/* A margin of this many score units and more is the surest there is. */
#define CPT_MAX_MARGIN 4096

CptTag *cpt_tags_by_network (const CptInputs *inputs, guint n_tokens, const CptNetwork *network, guint16 *margins);

G_END_DECLS
