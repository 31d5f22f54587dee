// SPDX-License-Identifier: GPL-3.0-or-later
// The board: statements in columns by side, grouped by topic, answers level with what they answer. Room: core/board.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/* Columns 0 to n_sides - 1 are the sides; column n_sides is Context. */
#define CPT_MAX_COLUMNS (CPT_MAX_SIDES + 1)

typedef enum
{
  CPT_BOARD_ROW_TOPIC, /* a topic's head row, with counts */
  CPT_BOARD_ROW_CARDS, /* at most one card a column */
} CptBoardRowKind;

/**
 * CptBoardRow:
 * @kind: what it is
 * @topic: topic id, interned
 * @counts: of a topic row: statements of the topic in each column after filtering
 * @cards: of a card row: the statement in each column, or %NULL; borrowed from the state
 * @n_copies: of a card row: how many more statements the card in each column stands for
 * @answers: of a card row: bit i when the card in column i answers, or is answered by, another card of this row
 */
typedef struct
{
  CptBoardRowKind kind;
  const char *topic;
  union
  {
    guint counts[CPT_MAX_COLUMNS];
    const CptStatement *cards[CPT_MAX_COLUMNS];
  };
  guint n_copies[CPT_MAX_COLUMNS];
  guint answers;
} CptBoardRow;

/**
 * CptBoardFilter:
 * @text: (nullable): case- and diacritic-folded words that must occur in the statement, its source or its note
 * @topic: (nullable): only this topic
 * @source: (nullable): only this source
 * @article_id: only this article; 0 for all
 * @columns: bit mask of the columns shown; 0 for all
 * @to_review: only statements that need review
 * @fold_copies: one card for statements of several articles that say the same words and stand in the same place
 * @folded_topics: (nullable) (element-type utf8): topic ids whose cards are left out, the head row stays
 */
typedef struct
{
  const char *text;
  const char *topic;
  const char *source;
  guint32 article_id;
  guint columns;
  gboolean to_review;
  gboolean fold_copies;
  GHashTable *folded_topics;
} CptBoardFilter;

/**
 * CptBoard:
 *
 * An immutable layout of one state. Holds a reference to it. Can be made in any thread.
 */
typedef struct _CptBoard CptBoard;

CptBoard          *cpt_board_new           (CptState *state, const CptBoardFilter *filter);
CptBoard          *cpt_board_ref           (CptBoard *self);
void               cpt_board_unref         (CptBoard *self);
CptState          *cpt_board_get_state     (const CptBoard *self);
guint              cpt_board_get_n_columns (const CptBoard *self);
guint              cpt_board_get_n_rows    (const CptBoard *self);
const CptBoardRow *cpt_board_get_row       (const CptBoard *self, guint position);
/* Statements in each column after filtering, and before it. */
const guint       *cpt_board_get_counts    (const CptBoard *self);
const guint       *cpt_board_get_totals    (const CptBoard *self);
/* Statements that the filter lets through, each once; folded topics count. */
guint              cpt_board_get_n_matches (const CptBoard *self);
/* The next (or the one before) that it lets through, in the order of the articles, going round; 0 when there is none. */
guint32            cpt_board_find_match    (CptState *state, const CptBoardFilter *filter, guint32 from, gboolean forward);
/* Row of a statement's card, or G_MAXUINT. */
guint              cpt_board_find_row      (const CptBoard *self, guint32 statement_id);
/* The statement on whose card a folded copy stands; its own id for all others. */
guint32            cpt_board_get_card_id   (const CptBoard *self, guint32 statement_id);
/* (transfer full) (element-type guint32): the statements, and with each the copies that its card stands for. */
GArray            *cpt_board_dup_with_copies (const CptBoard *self, const guint32 *ids, guint n_ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptBoard, cpt_board_unref)

G_END_DECLS
