// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a board as an object, made on demand. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

#define CPT_TYPE_BOARD_ITEM (cpt_board_item_get_type ())
G_DECLARE_FINAL_TYPE (CptBoardItem, cpt_board_item, CPT, BOARD_ITEM, GObject)

/* Holds the board, so that the row stays valid whatever the model shows meanwhile. */
CptBoardItem      *cpt_board_item_new       (CptBoard *board, guint position);
CptBoard          *cpt_board_item_get_board (CptBoardItem *self);
const CptBoardRow *cpt_board_item_get_row   (CptBoardItem *self);
CptState          *cpt_board_item_get_state (CptBoardItem *self);

G_END_DECLS
