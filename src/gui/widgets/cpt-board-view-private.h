// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the board share. Room: gui/widgets.
#pragma once

#include "cpt-board-line.h"
#include "cpt-board-view.h"
#include "cpt-board-walk.h"
#include "cpt-statement-ids.h"

G_BEGIN_DECLS

struct _CptBoardView
{
  GtkWidget parent_instance;
  CptSession *session;
  CptBoardModel *model;
  GtkWidget *head;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *list;
  GPtrArray *lines; /* CptBoardLine, borrowed: those that show a row */
  GSimpleActionGroup *actions;
  GtkWidget *popover;       /* (nullable): the one that is open */
  guint32 anchor;           /* where a selection by Shift begins */
  guint32 pending_focus;    /* gets the keyboard as soon as its card is there */
  gboolean select_on_release;
  gboolean dropping;        /* a drop is over the board: the next two hold */
  const char *drop_topic;
  guint drop_column;
  gboolean drop_whole_column; /* all that a source said is over the board */
  graphene_point_t drop_point; /* where the pointer was seen last, in the list's coordinates */
};

/* cpt-board-view.c */
CptCard      *cpt_board_view_pick_card     (CptBoardView *self, double x, double y);
CptBoardLine *cpt_board_view_pick_line     (CptBoardView *self, double y);
CptCard      *cpt_board_view_find_card     (CptBoardView *self, guint32 statement_id);
void          cpt_board_view_focus_card    (CptBoardView *self, guint32 statement_id);
CptColumns    cpt_board_view_get_columns   (CptBoardView *self);

/* cpt-board-view.c */
/* (transfer full): @ids (taken) and the copies that their cards stand for */
guint32 *cpt_board_view_take_copies (CptBoardView *self, guint32 *ids, guint *n_ids);

/* cpt-board-view-select.c */
void cpt_board_view_set_up_select (CptBoardView *self);
void cpt_board_view_follow_focus  (CptBoardView *self);
void cpt_board_view_walk          (CptBoardView *self, CptWalk walk, gboolean extend);

/* cpt-board-view-dnd.c */
void cpt_board_view_set_up_dnd    (CptBoardView *self);
void cpt_board_view_snapshot_drop (CptBoardView *self, GtkSnapshot *snapshot);

/* cpt-board-view-actions.c */
void cpt_board_view_set_up_actions  (CptBoardView *self);
void cpt_board_view_update_actions  (CptBoardView *self);

/* cpt-board-view-edit.c: handlers of actions */
void cpt_board_view_edit_side       (gpointer owner, GVariant *parameter);
void cpt_board_view_new_side        (gpointer owner, GVariant *parameter);
void cpt_board_view_add_side        (gpointer owner, GVariant *parameter);
void cpt_board_view_rename_side     (gpointer owner, GVariant *parameter);
void cpt_board_view_recolour_side   (gpointer owner, GVariant *parameter);
void cpt_board_view_move_side       (gpointer owner, GVariant *parameter);
void cpt_board_view_merge_side      (gpointer owner, GVariant *parameter);
void cpt_board_view_remove_side     (gpointer owner, GVariant *parameter);
void cpt_board_view_always_count    (gpointer owner, GVariant *parameter);
void cpt_board_view_edit_topic      (gpointer owner, GVariant *parameter);
void cpt_board_view_rename_topic    (gpointer owner, GVariant *parameter);
void cpt_board_view_rename_topic_to (gpointer owner, GVariant *parameter);
void cpt_board_view_move_topic      (gpointer owner, GVariant *parameter);
void cpt_board_view_merge_topic     (gpointer owner, GVariant *parameter);
void cpt_board_view_remove_topic    (gpointer owner, GVariant *parameter);

/* cpt-board-view-popovers.c */
/* @rect: what it points at, in the view's coordinates */
void cpt_board_view_pop_up          (CptBoardView *self, GtkWidget *popover, graphene_rect_t rect);
void cpt_board_view_show_menu       (CptBoardView *self, double x, double y);
void cpt_board_view_show_topics     (CptBoardView *self);
void cpt_board_view_show_note       (CptBoardView *self);
void cpt_board_view_show_split      (CptBoardView *self);
void cpt_board_view_show_reasons    (CptBoardView *self);

G_END_DECLS
