// SPDX-License-Identifier: GPL-3.0-or-later
// The board: heads, rows, gestures, keys. Room: gui/widgets.
#pragma once

#include "cpt-action-table.h"
#include "cpt-board-model.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_BOARD_VIEW (cpt_board_view_get_type ())
G_DECLARE_FINAL_TYPE (CptBoardView, cpt_board_view, CPT, BOARD_VIEW, GtkWidget)

/* What can be done on a board, with its keys: the group "board", inserted into the view itself. */
extern const CptActionTable cpt_board_action_table;

GtkWidget     *cpt_board_view_new             (CptSession *session);
CptBoardModel *cpt_board_view_get_model       (CptBoardView *self);
GtkWidget     *cpt_board_view_get_list        (CptBoardView *self);
void           cpt_board_view_show_statement  (CptBoardView *self, guint32 statement_id);
void           cpt_board_view_focus           (CptBoardView *self);

G_END_DECLS
