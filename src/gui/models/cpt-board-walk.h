// SPDX-License-Identifier: GPL-3.0-or-later
// Walking from card to card on a board. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_WALK_UP,
  CPT_WALK_DOWN,
  CPT_WALK_LEFT,
  CPT_WALK_RIGHT,
  CPT_WALK_FIRST,
  CPT_WALK_LAST,
  CPT_WALK_PAGE_UP,
  CPT_WALK_PAGE_DOWN,
} CptWalk;

guint32  cpt_board_walk           (CptBoard *board, guint32 from, CptWalk walk);
gboolean cpt_board_find_card      (CptBoard *board, guint32 id, guint *row, guint *column);
GArray  *cpt_board_list_range     (CptBoard *board, guint32 from, guint32 to);
GArray  *cpt_board_list_topic     (CptBoard *board, const char *topic);
guint    cpt_board_find_topic_row (CptBoard *board, const char *topic);

G_END_DECLS
