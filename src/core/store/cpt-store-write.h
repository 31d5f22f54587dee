// SPDX-License-Identifier: GPL-3.0-or-later
// Canonical JSON with more in it. Private to core/store.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/* @members: (nullable): members for the root, as JSON without braces. */
char *cpt_store_to_json_with (CptState *state, const char *members);

G_END_DECLS
