// SPDX-License-Identifier: GPL-3.0-or-later
// A profile to begin with, made of what was found in open articles. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

CptProfile *cpt_profile_new_from_state (const CptState *state, const char *name);

G_END_DECLS
