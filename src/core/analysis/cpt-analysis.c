// SPDX-License-Identifier: GPL-3.0-or-later
// Room: core/analysis.
#include "cpt-analysis.h"
