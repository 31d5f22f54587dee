// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of a board stand. Room: gui/widgets; arithmetic only.
#include "cpt-columns.h"

#define GAP_PX 12
#define STRIP_PX 36
#define MIN_COLUMN_PX 96
/* Context is as wide as this part of a side's column. */
#define CONTEXT_RATIO 0.62

/**
 * cpt_columns_get_margin:
 *
 * Returns: the margin left and right of the columns; narrow windows have less to spare
 */
int
cpt_columns_get_margin (int width)
{
  return width < 720 ? 8 : 16;
}

/**
 * cpt_columns_place:
 * @width: of the whole board
 * @column: number of a column
 * @x: (out): its left end
 * @column_width: (out): its width
 */
void
cpt_columns_place (const CptColumns *self, int width, guint column, int *x, int *column_width)
{
  int margin = cpt_columns_get_margin (width);
  int available = width - 2 * margin - (int) self->n_sides * GAP_PX;
  int context = self->context_folded ? STRIP_PX
                                     : (int) (available * CONTEXT_RATIO / (self->n_sides + CONTEXT_RATIO));
  int side = self->n_sides == 0 ? 0 : (available - context) / (int) self->n_sides;

  side = MAX (side, 1);
  *x = margin + (int) column * (side + GAP_PX);
  *column_width = column < self->n_sides ? side : MAX (width - margin - *x, 1);
}

/**
 * cpt_columns_find:
 * @x: a distance from the left end of the board
 *
 * Returns: the column there; gaps and margins belong to the nearest one
 */
guint
cpt_columns_find (const CptColumns *self, int width, double x)
{
  for (guint column = 0; column < self->n_sides; column++)
    {
      int begin, column_width;

      cpt_columns_place (self, width, column, &begin, &column_width);
      if (x < begin + column_width + GAP_PX / 2.0)
        return column;
    }
  return self->n_sides;
}

/**
 * cpt_columns_get_minimum:
 *
 * Returns: the width below which cards cannot be read
 */
int
cpt_columns_get_minimum (const CptColumns *self)
{
  int context = self->context_folded ? STRIP_PX : MIN_COLUMN_PX;

  return (int) self->n_sides * (MIN_COLUMN_PX + GAP_PX) + context + 16;
}
