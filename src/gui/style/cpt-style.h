// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheets and icons. Room: gui/style.
#pragma once

#define CPT_STYLE_SHEET CPT_APPLICATION_PATH "/style.css"
#define CPT_DARK_STYLE_SHEET CPT_APPLICATION_PATH "/style-dark.css"

void cpt_style_register (void);
