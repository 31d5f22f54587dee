// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as text for a terminal. Room: cli.
#pragma once

#include "cpt-columns.h"
#include "cpt-state.h"

G_BEGIN_DECLS

/* (transfer full): the board, then the events. @width: of the terminal in cells. */
GString *cpt_board_text_new (CptState *state, guint width, gboolean coloured);

G_END_DECLS
