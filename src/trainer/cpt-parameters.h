// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of numbers that are learnt. Room: trainer.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sixteen numbers that the machine adds and multiplies at once; each for itself, so that every machine gets the same. */
typedef float CptFloats __attribute__ ((vector_size (64), aligned (4), may_alias));

#define CPT_N_FLOATS 16

/**
 * CptTable:
 * @values: rows of @width numbers, a multiple of %CPT_N_FLOATS
 * @gradients: what the examples at hand ask of them
 * @first, @second: running means of the gradients and of their squares
 * @sums: for the mean over the later passes
 * @touched: by row, whether it has a gradient
 * @rows: (element-type guint): the touched rows, in the order in which they were
 */
typedef struct
{
  float *values;
  float *gradients;
  float *first;
  float *second;
  float *sums;
  guint n_rows;
  guint width;
  guint8 *touched;
  GArray *rows;
} CptTable;

/**
 * CptPace:
 * @rate: how far a step goes
 * @decay: pull towards nothing, as a part of @rate
 * @n_steps: taken so far, with the one at hand
 * @first_left, @second_left: what the running means still miss of their weight
 */
typedef struct
{
  double rate;
  double decay;
  guint n_steps;
  double first_left;
  double second_left;
} CptPace;

void cpt_table_init (CptTable *self, guint n_rows, guint width, float spread, guint64 *state);
void cpt_table_clear (CptTable *self);
void cpt_pace_count (CptPace *self, double rate);
void cpt_table_step (CptTable *self, const CptPace *pace, guint n_examples);
void cpt_table_add_to_mean (CptTable *self);
void cpt_table_adopt_mean (CptTable *self, guint n);

float cpt_random (guint64 *state);

static inline float *
cpt_table_get (const CptTable *self, guint row)
{
  return self->values + (gsize)row * self->width;
}

/* The gradient of a row, which will be stepped along. */
static inline float *
cpt_table_touch (CptTable *self, guint row)
{
  if (!self->touched[row])
    {
      self->touched[row] = 1;
      g_array_append_val (self->rows, row);
    }
  return self->gradients + (gsize)row * self->width;
}

static inline void
cpt_floats_add (float *restrict sums, const float *restrict values, guint n)
{
  for (guint i = 0; i < n; i += CPT_N_FLOATS)
    *(CptFloats *)(sums + i) += *(const CptFloats *)(values + i);
}

G_END_DECLS
