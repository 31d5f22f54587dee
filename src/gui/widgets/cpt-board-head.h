// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed row above a board: who speaks in which column. Room: gui/widgets.
#pragma once

#include "cpt-columns.h"
#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_BOARD_HEAD (cpt_board_head_get_type ())
G_DECLARE_FINAL_TYPE (CptBoardHead, cpt_board_head, CPT, BOARD_HEAD, GtkWidget)

GtkWidget *cpt_board_head_new       (void);
void       cpt_board_head_bind      (CptBoardHead *self, CptBoard *board, CptColumns columns);
void       cpt_board_head_set_width (CptBoardHead *self, int width_px);
gboolean   cpt_board_head_compute_column (CptBoardHead *self, guint column, GtkWidget *target, graphene_rect_t *bounds);

G_END_DECLS
