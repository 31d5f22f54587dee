// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to change a comparison: for CptHistory alone. Private to core/comparison.
#pragma once

#include "cpt-comparison.h"

G_BEGIN_DECLS

void cpt_comparison_set_state (CptComparison *self, CptState *state);

G_END_DECLS
