// SPDX-License-Identifier: GPL-3.0-or-later
// Room: core/comparison.
#include "cpt-state.h"
