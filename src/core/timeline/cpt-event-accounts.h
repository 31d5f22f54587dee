// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts that are given of one event. Room: core/timeline.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

GPtrArray *cpt_event_list_accounts (const CptState *state, const CptEvent *event);

G_END_DECLS
