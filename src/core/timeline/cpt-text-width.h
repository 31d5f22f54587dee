// SPDX-License-Identifier: GPL-3.0-or-later
// How wide a text will be, without a font. Room: core/timeline.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double cpt_text_guess_width_em (const char *text);
char  *cpt_text_cut_to_em      (const char *text, double width_em);

G_END_DECLS
