// SPDX-License-Identifier: GPL-3.0-or-later
// The one mutable thing: which state a comparison is in. Room: core/comparison.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

#define CPT_TYPE_COMPARISON (cpt_comparison_get_type ())
G_DECLARE_FINAL_TYPE (CptComparison, cpt_comparison, CPT, COMPARISON, GObject)

/* Property "state" (CptState, read-only; notified after every change). Main thread only. Changed by #CptHistory only. */
CptComparison *cpt_comparison_new       (CptState *state);
CptState      *cpt_comparison_get_state (CptComparison *self);

G_END_DECLS
