// SPDX-License-Identifier: GPL-3.0-or-later
// Texts beside each other in a terminal. Room: cli; knows no comparison.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CPT_COLUMNS_MAX 8

/* A text in one column: its lines are broken to the column's width, and shown in one style (SGR parameters, "" none). */
typedef struct
{
  char *text;
  const char *style;
} CptCellPart;

/**
 * CptColumns:
 * @width: of the whole, in terminal cells
 * @n: how many columns
 * @coloured: whether styles are written
 */
typedef struct
{
  guint width;
  guint n;
  gboolean coloured;
} CptColumns;

/* Least width of a column that can be read. */
#define CPT_COLUMN_MIN_WIDTH 18

gboolean cpt_columns_fit        (const CptColumns *self);
/* @cells: for each column an array of #CptCellPart, or %NULL */
void     cpt_columns_append_row (const CptColumns *self, GString *out, GArray *const *cells);
/* One text over the whole width, @indent cells from the left. */
void     cpt_columns_append_text (const CptColumns *self, GString *out, const char *text, guint indent, const char *style);
void     cpt_columns_append_rule (const CptColumns *self, GString *out, const char *mark);

/* An array of #CptCellPart that frees its texts. */
GArray  *cpt_cell_new  (void);
void     cpt_cell_take (GArray *cell, char *text, const char *style);

G_END_DECLS
