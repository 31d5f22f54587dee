// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a board as an object, made on demand. Room: gui/models.
#include "cpt-board-item.h"

struct _CptBoardItem
{
  GObject parent_instance;
  CptBoard *board;
  guint position;
};

G_DEFINE_FINAL_TYPE (CptBoardItem, cpt_board_item, G_TYPE_OBJECT)

static void
cpt_board_item_finalize (GObject *object)
{
  cpt_board_unref (CPT_BOARD_ITEM (object)->board);
  G_OBJECT_CLASS (cpt_board_item_parent_class)->finalize (object);
}

static void
cpt_board_item_class_init (CptBoardItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cpt_board_item_finalize;
}

static void
cpt_board_item_init (CptBoardItem *self)
{
}

/**
 * cpt_board_item_new:
 * @position: of a row of @board
 *
 * Returns: (transfer full): a new item
 */
CptBoardItem *
cpt_board_item_new (CptBoard *board, guint position)
{
  CptBoardItem *self = g_object_new (CPT_TYPE_BOARD_ITEM, NULL);

  self->board = cpt_board_ref (board);
  self->position = position;
  return self;
}

CptBoard *
cpt_board_item_get_board (CptBoardItem *self)
{
  return self->board;
}

/**
 * cpt_board_item_get_row:
 *
 * Returns: (transfer none): the row; lives as long as the item
 */
const CptBoardRow *
cpt_board_item_get_row (CptBoardItem *self)
{
  return cpt_board_get_row (self->board, self->position);
}

CptState *
cpt_board_item_get_state (CptBoardItem *self)
{
  return cpt_board_get_state (self->board);
}
