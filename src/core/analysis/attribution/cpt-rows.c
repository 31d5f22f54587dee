// SPDX-License-Identifier: GPL-3.0-or-later
// Multiplies vectors of words with matrices of places, and remembers the products. Room: core/analysis/attribution.
//
// A text uses few kinds of words many times. The products of some thousand kinds are kept in memory that one thread at a
// time uses: it takes them, tags a text and gives them back.
#include "cpt-rows.h"

#include <string.h>

/* Kinds remembered at most when a text has been tagged: some 12 MB. */
#define MAX_KINDS 16000

/* Products kept for threads to come. */
#define MAX_IDLE 4

/* From products of two numbers to cells. */
#define PRODUCT_SHIFT (2 * CPT_VECTOR_SHIFT - CPT_ROW_SHIFT)

typedef struct
{
  CptRow window[CPT_N_WINDOW];
  CptRow *others[CPT_N_PLACES - CPT_N_WINDOW]; /* each NULL until it is asked for */
} Block;

struct _CptRows
{
  const CptNetwork *network;
  Block **of_known;       /* by kind of a known word; NULL until it is asked for */
  GHashTable *of_unknown; /* CptKind -> Block, not owned */
  GPtrArray *blocks;
};

static GMutex idle_lock;
static CptRows *idle[MAX_IDLE];

static void
free_block (gpointer data)
{
  Block *block = data;

  for (guint i = 0; i < G_N_ELEMENTS (block->others); i++)
    g_aligned_free (block->others[i]);
  g_aligned_free (block);
}

static CptRows *
cpt_rows_new (const CptNetwork *network)
{
  CptRows *self = g_new0 (CptRows, 1);

  self->network = network;
  self->of_known = g_new0 (Block *, (network->words.n + 1) * CPT_N_SHAPES);
  self->of_unknown = g_hash_table_new (NULL, NULL);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

static void
cpt_rows_free (CptRows *self)
{
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->of_unknown);
  g_free (self->of_known);
  g_free (self);
}

/**
 * cpt_rows_take:
 * @network: the network
 *
 * Returns: (transfer full): rows for this thread alone; those of an earlier text where there are some
 *
 * Thread: any.
 */
CptRows *
cpt_rows_take (const CptNetwork *network)
{
  CptRows *self = NULL;

  g_mutex_lock (&idle_lock);
  for (guint i = 0; i < MAX_IDLE && self == NULL; i++)
    if (idle[i] != NULL && idle[i]->network == network)
      self = g_steal_pointer (&idle[i]);
  g_mutex_unlock (&idle_lock);
  return self != NULL ? self : cpt_rows_new (network);
}

/* Keeps the rows for the next text, or frees them when there are too many. */
void
cpt_rows_give_back (CptRows *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&idle_lock);
  for (guint i = 0; i < MAX_IDLE && self != NULL && self->blocks->len <= MAX_KINDS; i++)
    if (idle[i] == NULL)
      idle[i] = g_steal_pointer (&self);
  g_mutex_unlock (&idle_lock);
  g_clear_pointer (&self, cpt_rows_free);
}

/* Before @network is freed: nothing made from it is kept. */
void
cpt_rows_forget (const CptNetwork *network)
{
  g_mutex_lock (&idle_lock);
  for (guint i = 0; i < MAX_IDLE; i++)
    if (idle[i] != NULL && idle[i]->network == network)
      g_clear_pointer (&idle[i], cpt_rows_free);
  g_mutex_unlock (&idle_lock);
}

static void
add_vector (CptVector sums, const CptVector vector)
{
  for (guint i = 0; i < CPT_N_VECTOR; i++)
    sums[i] = (gint16)(sums[i] + vector[i]);
}

static void
describe (const CptNetwork *network, CptKind kind, CptVector vector)
{
  memset (vector, 0, sizeof (CptVector));
  add_vector (vector, network->shape_vectors[CPT_KIND_GET_SHAPE (kind)]);
  if (kind & CPT_KIND_UNKNOWN)
    {
      add_vector (vector, network->ending_vectors[CPT_KIND_GET_ENDING (kind)]);
      add_vector (vector, network->clue_vectors[CPT_KIND_GET_CLUE (kind)]);
    }
  else
    add_vector (vector, network->word_vectors[CPT_KIND_GET_WORD (kind)]);
}

CPT_FOR_NEWER_PROCESSORS static void
multiply (const CptVector vector, const CptWideRow matrix[CPT_N_VECTOR], CptRow row)
{
  gint32 sums[CPT_N_ROW] = { 0 };

  for (guint i = 0; i < CPT_N_VECTOR; i++)
    for (guint k = 0; k < CPT_N_ROW; k++)
      sums[k] += vector[i] * matrix[i][k];
  for (guint k = 0; k < CPT_N_ROW; k++)
    {
      gint32 rounded = (sums[k] + (1 << (PRODUCT_SHIFT - 1))) >> PRODUCT_SHIFT;

      row[k] = (gint8)CLAMP (rounded, -CPT_MAX_CELL, CPT_MAX_CELL);
    }
}

static Block *
add_block (CptRows *self, CptKind kind)
{
  Block *block = g_aligned_alloc0 (1, sizeof (Block), CPT_LINE_BYTES);
  CptVector vector;

  describe (self->network, kind, vector);
  for (guint i = 0; i < CPT_N_WINDOW; i++)
    multiply (vector, self->network->matrices[i], block->window[i]);
  g_ptr_array_add (self->blocks, block);
  if (kind & CPT_KIND_UNKNOWN)
    g_hash_table_insert (self->of_unknown, GUINT_TO_POINTER (kind), block);
  else
    self->of_known[kind] = block;
  return block;
}

static Block *
get_block (CptRows *self, CptKind kind)
{
  Block *block =
      kind & CPT_KIND_UNKNOWN ? g_hash_table_lookup (self->of_unknown, GUINT_TO_POINTER (kind)) : self->of_known[kind];

  return block != NULL ? block : add_block (self, kind);
}

const CptRow *
cpt_rows_get_window (CptRows *self, CptKind kind)
{
  return (const CptRow *)get_block (self, kind)->window;
}

const gint8 *
cpt_rows_get (CptRows *self, CptKind kind, CptWordPlace place)
{
  Block *block = get_block (self, kind);
  CptRow **row = &block->others[place - CPT_N_WINDOW];
  CptVector vector;

  if (*row == NULL)
    {
      *row = g_aligned_alloc (1, sizeof (CptRow), CPT_LINE_BYTES);
      describe (self->network, kind, vector);
      multiply (vector, self->network->matrices[place], **row);
    }
  return **row;
}
