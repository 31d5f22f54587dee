// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison with as many events as a benchmark wants.
#pragma once

#include "cpt-state.h"

/* Two sides and Context, days and intervals over ten years with a few far older ones; the same number gives the same state. */
CptState *bench_events_new_state (guint n_events);
