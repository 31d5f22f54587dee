// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a board: a topic's head, or cards that stand level. Room: gui/widgets.
#pragma once

#include "cpt-board-item.h"
#include "cpt-card.h"
#include "cpt-columns.h"
#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_BOARD_LINE (cpt_board_line_get_type ())
G_DECLARE_FINAL_TYPE (CptBoardLine, cpt_board_line, CPT, BOARD_LINE, GtkWidget)

GtkWidget    *cpt_board_line_new        (CptSession *session);
void          cpt_board_line_bind       (CptBoardLine *self, CptBoardItem *item, CptColumns columns);
void          cpt_board_line_unbind     (CptBoardLine *self);
CptBoardItem *cpt_board_line_get_item   (CptBoardLine *self);
CptCard      *cpt_board_line_find_card  (CptBoardLine *self, guint32 statement_id);
void          cpt_board_line_update_selection (CptBoardLine *self);
void          cpt_board_line_update      (CptBoardLine *self, CptColumns columns);

G_END_DECLS
