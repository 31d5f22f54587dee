// SPDX-License-Identifier: GPL-3.0-or-later
// From a place that somebody pointed at to one where a text can be cut. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

gsize   cpt_snap_to_word  (const char *text, gsize offset_bytes);
CptSpan cpt_snap_to_words (const char *text, CptSpan span);
gsize   cpt_snap_propose  (const char *text, CptSpan span);

G_END_DECLS
