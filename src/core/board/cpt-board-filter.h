// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements a board shows, and which events a timeline. For core/board and core/timeline only.
#pragma once

#include "cpt-board.h"

G_BEGIN_DECLS

/* A filter made ready for asking about many statements of one state. */
typedef struct _CptBoardSieve CptBoardSieve;

CptBoardSieve *cpt_board_sieve_new        (CptState *state, const CptBoardFilter *filter);
void           cpt_board_sieve_free       (CptBoardSieve *self);
gboolean       cpt_board_sieve_is_open    (const CptBoardSieve *self); /* whether it lets everything through */
/* The columns in which @statement is shown; 0 when it is not. */
guint          cpt_board_sieve_get_columns (CptBoardSieve *self, const CptArticleState *article, const CptStatement *statement);
/* The same for what is no statement: something of an article with sides and a text of its own. */
guint          cpt_board_sieve_get_columns_of_text (CptBoardSieve *self, guint32 article_id, CptSideSet sides, const char *text);
gboolean       cpt_board_sieve_shows_cards (const CptBoardSieve *self, const char *topic);

/* The columns in which @statement stands when nothing is filtered. */
guint          cpt_board_get_columns_of   (const CptStatement *statement, guint n_sides);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptBoardSieve, cpt_board_sieve_free)

G_END_DECLS
