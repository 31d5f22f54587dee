// SPDX-License-Identifier: GPL-3.0-or-later
// Room: core/board.
#include "cpt-board.h"
