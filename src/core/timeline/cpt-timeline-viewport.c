// SPDX-License-Identifier: GPL-3.0-or-later
// Room: core/timeline.
#include "cpt-state.h"
