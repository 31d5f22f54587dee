// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheets and icons. Room: gui/style.
#pragma once

#include "cpt-appearance.h"

extern const CptStyleSheets cpt_style_sheets;

void cpt_style_register (void);
