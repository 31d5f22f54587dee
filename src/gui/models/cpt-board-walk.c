// SPDX-License-Identifier: GPL-3.0-or-later
// Walking from card to card on a board, and runs of cards. Room: gui/models; pure functions.
#include "cpt-board-walk.h"

#define PAGE_ROWS 8

static guint32
card_at (CptBoard *board, guint row, guint column)
{
  const CptBoardRow *cards = cpt_board_get_row (board, row);

  if (cards->kind != CPT_BOARD_ROW_CARDS || cards->cards[column] == NULL)
    return 0;
  return cards->cards[column]->id;
}

/**
 * cpt_board_find_card:
 * @id: a statement
 * @row: (out): its row
 * @column: (out): the first column it stands in
 *
 * Returns: whether its card is on the board
 */
gboolean
cpt_board_find_card (CptBoard *board, guint32 id, guint *row, guint *column)
{
  id = cpt_board_get_card_id (board, id);
  *row = id == 0 ? G_MAXUINT : cpt_board_find_row (board, id);
  if (*row == G_MAXUINT)
    return FALSE;
  for (*column = 0; *column < cpt_board_get_n_columns (board); (*column)++)
    if (card_at (board, *row, *column) == id)
      return TRUE;
  return FALSE;
}

/* The @skip-th card of a column above or below @row; the last one on the way when there are fewer. */
static guint32
walk_column (CptBoard *board, guint row, guint column, int step, guint skip)
{
  gint64 n_rows = cpt_board_get_n_rows (board);
  guint32 found = 0;

  for (gint64 i = (gint64) row + step; i >= 0 && i < n_rows && skip > 0; i += step)
    {
      guint32 id = card_at (board, (guint) i, column);

      if (id == 0)
        continue;
      found = id;
      skip--;
    }
  return found;
}

static guint32
nearest_in_column (CptBoard *board, guint row, guint column)
{
  gint64 n_rows = cpt_board_get_n_rows (board);

  for (gint64 distance = 0; distance < n_rows; distance++)
    {
      guint32 id = row + distance < n_rows ? card_at (board, row + distance, column) : 0;

      if (id == 0 && distance <= row)
        id = card_at (board, row - distance, column);
      if (id != 0)
        return id;
    }
  return 0;
}

/* Sideways to the next column that has cards at all, to the card nearest in height; a statement that stands in several columns
 * is passed over. */
static guint32
walk_sideways (CptBoard *board, guint row, guint column, int step)
{
  guint32 from = card_at (board, row, column);
  int n_columns = cpt_board_get_n_columns (board);

  for (int i = (int) column + step; i >= 0 && i < n_columns; i += step)
    {
      guint32 id = nearest_in_column (board, row, i);

      if (id != 0 && id != from)
        return id;
    }
  return 0;
}

static guint32
end_card (CptBoard *board, gboolean last)
{
  guint n_rows = cpt_board_get_n_rows (board);

  for (guint i = 0; i < n_rows; i++)
    for (guint column = 0; column < cpt_board_get_n_columns (board); column++)
      {
        guint32 id = card_at (board, last ? n_rows - 1 - i : i, column);

        if (id != 0)
          return id;
      }
  return 0;
}

/**
 * cpt_board_walk:
 * @from: the statement to walk from; 0, or one that is not on the board, to enter the board
 * @walk: where to
 *
 * Left and right are columns; the caller turns them round where people read from the right.
 *
 * Returns: the statement arrived at; 0 when there is none in that direction
 *
 * Cost: the rows walked over
 */
guint32
cpt_board_walk (CptBoard *board, guint32 from, CptWalk walk)
{
  guint row, column;

  if (walk == CPT_WALK_FIRST || walk == CPT_WALK_LAST)
    return end_card (board, walk == CPT_WALK_LAST);
  if (!cpt_board_find_card (board, from, &row, &column))
    return end_card (board, FALSE);
  switch (walk)
    {
    case CPT_WALK_UP:
      return walk_column (board, row, column, -1, 1);
    case CPT_WALK_DOWN:
      return walk_column (board, row, column, 1, 1);
    case CPT_WALK_PAGE_UP:
      return walk_column (board, row, column, -1, PAGE_ROWS);
    case CPT_WALK_PAGE_DOWN:
      return walk_column (board, row, column, 1, PAGE_ROWS);
    case CPT_WALK_LEFT:
      return walk_sideways (board, row, column, -1);
    default:
      return walk_sideways (board, row, column, 1);
    }
}

static GArray *
ids_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
append_row (GArray *ids, CptBoard *board, guint row, guint first_column, guint last_column)
{
  for (guint column = first_column; column <= last_column; column++)
    {
      guint32 id = card_at (board, row, column);

      if (id != 0)
        g_array_append_val (ids, id);
    }
}

/**
 * cpt_board_list_range:
 * @from: one corner
 * @to: the other corner
 *
 * Returns: (transfer full) (element-type guint32): the statements in the rectangle between two cards; only @to when
 *   @from is not on the board
 */
GArray *
cpt_board_list_range (CptBoard *board, guint32 from, guint32 to)
{
  GArray *ids = ids_new ();
  guint row_a, row_b, column_a, column_b;

  if (!cpt_board_find_card (board, from, &row_a, &column_a) || !cpt_board_find_card (board, to, &row_b, &column_b))
    {
      g_array_append_val (ids, to);
      return ids;
    }
  for (guint row = MIN (row_a, row_b); row <= MAX (row_a, row_b); row++)
    append_row (ids, board, row, MIN (column_a, column_b), MAX (column_a, column_b));
  return ids;
}

/**
 * cpt_board_find_topic_row:
 *
 * Returns: the position of the topic's head row, or G_MAXUINT
 */
guint
cpt_board_find_topic_row (CptBoard *board, const char *topic)
{
  guint n_rows = cpt_board_get_n_rows (board);

  for (guint i = 0; i < n_rows; i++)
    {
      const CptBoardRow *row = cpt_board_get_row (board, i);

      if (row->kind == CPT_BOARD_ROW_TOPIC && row->topic == topic)
        return i;
    }
  return G_MAXUINT;
}

/**
 * cpt_board_list_topic:
 *
 * Returns: (transfer full) (element-type guint32): the statements of the topic that are on the board
 */
GArray *
cpt_board_list_topic (CptBoard *board, const char *topic)
{
  GArray *ids = ids_new ();
  guint n_rows = cpt_board_get_n_rows (board);
  guint begin = cpt_board_find_topic_row (board, topic);

  for (guint i = begin; i < n_rows && cpt_board_get_row (board, i)->topic == topic; i++)
    append_row (ids, board, i, 0, cpt_board_get_n_columns (board) - 1);
  return ids;
}
