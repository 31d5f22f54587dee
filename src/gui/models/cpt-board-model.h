// SPDX-License-Identifier: GPL-3.0-or-later
// The board of a session as a list of rows. Room: gui/models.
#pragma once

#include "cpt-board-item.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_BOARD_MODEL (cpt_board_model_get_type ())
G_DECLARE_FINAL_TYPE (CptBoardModel, cpt_board_model, CPT, BOARD_MODEL, GObject)

/**
 * CptBoardModel:
 *
 * A list model of #CptBoardItem that follows the state and the filter of a session. Large comparisons are laid out in a
 * worker thread; what changed is worked out row by row, so that rows that stay keep their widgets.
 *
 * Signal "updated": the board of the present state and filter is shown, after all items-changed.
 */
CptBoardModel *cpt_board_model_new       (CptSession *session);
CptBoard      *cpt_board_model_get_board (CptBoardModel *self);
gboolean       cpt_board_model_is_current (CptBoardModel *self);

G_END_DECLS
