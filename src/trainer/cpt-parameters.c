// SPDX-License-Identifier: GPL-3.0-or-later
// Steps along gradients by Adam (Kingma and Ba 2015) with decay apart from the gradient (Loshchilov and Hutter 2019); rows
// without a gradient rest. Room: trainer.
#include "cpt-parameters.h"

#include <math.h>

#define FIRST_KEEP 0.9f
#define SECOND_KEEP 0.999f

/* 0 to 1, from a linear congruential generator. */
float
cpt_random (guint64 *state)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (float)(*state >> 40) / 16777216.0f;
}

/* Values begin anywhere between plus and minus @spread. */
void
cpt_table_init (CptTable *self, guint n_rows, guint width, float spread, guint64 *state)
{
  gsize n = (gsize)n_rows * width;

  g_assert (width % CPT_N_FLOATS == 0);
  self->n_rows = n_rows;
  self->width = width;
  self->values = g_new0 (float, n + 1);
  self->gradients = g_new0 (float, n + 1);
  self->first = g_new0 (float, n + 1);
  self->second = g_new0 (float, n + 1);
  self->sums = g_new0 (float, n + 1);
  for (gsize i = 0; i < n; i++)
    self->values[i] = (cpt_random (state) * 2.0f - 1.0f) * spread;
  self->touched = g_new0 (guint8, n_rows + 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
cpt_table_clear (CptTable *self)
{
  g_free (self->values);
  g_free (self->gradients);
  g_free (self->first);
  g_free (self->second);
  g_free (self->sums);
  g_free (self->touched);
  g_array_unref (self->rows);
}

static void
step_row (CptTable *self, guint row, float step, float second_scale, float decay, float share)
{
  gsize at = (gsize)row * self->width;
  float *values = self->values + at, *gradients = self->gradients + at, *first = self->first + at,
        *second = self->second + at;

  for (guint i = 0; i < self->width; i++)
    {
      float gradient = gradients[i] * share;

      first[i] = FIRST_KEEP * first[i] + (1.0f - FIRST_KEEP) * gradient;
      second[i] = SECOND_KEEP * second[i] + (1.0f - SECOND_KEEP) * gradient * gradient;
      values[i] -= step * first[i] / (sqrtf (second[i] * second_scale) + 1e-6f) + decay * values[i];
      gradients[i] = 0.0f;
    }
}

/* The next step will be by @rate. */
void
cpt_pace_count (CptPace *self, double rate)
{
  if (self->n_steps++ == 0)
    self->first_left = self->second_left = 1.0;
  self->rate = rate;
  self->first_left *= (double)FIRST_KEEP;
  self->second_left *= (double)SECOND_KEEP;
}

/* Moves the touched rows along the mean gradient of @n_examples. */
void
cpt_table_step (CptTable *self, const CptPace *pace, guint n_examples)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);

      step_row (self, row, (float)(pace->rate / (1.0 - pace->first_left)), (float)(1.0 / (1.0 - pace->second_left)),
                (float)(pace->rate * pace->decay), 1.0f / (float)n_examples);
      self->touched[row] = 0;
    }
  g_array_set_size (self->rows, 0);
}

void
cpt_table_add_to_mean (CptTable *self)
{
  for (gsize i = 0; i < (gsize)self->n_rows * self->width; i++)
    self->sums[i] += self->values[i];
}

void
cpt_table_adopt_mean (CptTable *self, guint n)
{
  for (gsize i = 0; i < (gsize)self->n_rows * self->width; i++)
    self->values[i] = self->sums[i] / (float)n;
}
