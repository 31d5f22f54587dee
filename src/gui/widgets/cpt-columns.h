// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of a board stand. Room: gui/widgets.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptColumns:
 * @n_sides: columns 0 to n_sides - 1 are the sides, the next one is Context
 * @context_folded: whether Context is a strip
 *
 * The one arithmetic that heads, topics, cards and drops share, so that they stand level without a common container.
 */
typedef struct
{
  guint n_sides;
  gboolean context_folded;
} CptColumns;

void  cpt_columns_place       (const CptColumns *self, int width, guint column, int *x, int *column_width);
guint cpt_columns_find        (const CptColumns *self, int width, double x);
int   cpt_columns_get_minimum (const CptColumns *self);
int   cpt_columns_get_margin  (int width);

G_END_DECLS
