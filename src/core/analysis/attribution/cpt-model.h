// SPDX-License-Identifier: GPL-3.0-or-later
// Learnt weights, as they lie in the data file. Room: core/analysis/attribution.
#pragma once

#include <gio/gio.h>

#include "cpt-tags.h"

G_BEGIN_DECLS

/* Kinds of places between two tokens; each has transition weights of its own. */
#define CPT_N_CONTEXTS 96

/* What the model knows of a word: how often it is a cue (0 unknown, then 1 to 7), and its distributional cluster. */
#define CPT_WORD_CUENESS(value) ((value)&7u)
#define CPT_WORD_CLUSTER(value) ((value) >> 3)
#define CPT_WORD_VALUE(cueness, cluster) ((guint16)((cueness) | (cluster) << 3))

/* Margins of decisions are told apart in so many steps of so many weight units. */
#define CPT_N_MARGINS 24
#define CPT_MARGIN_STEP 16

/* Tags rounded up, so that the tags of a token fill whole vector registers. */
#define CPT_N_LANES 12

/* A feature's weights for all tags; a slot has 16 bytes and never straddles two cache lines. */
typedef struct
{
  guint32 hash; /* 0 for a free slot */
  gint8 weights[CPT_N_LANES];
} CptModelRow;

#define CPT_FILTER_BITS 20
#define CPT_N_FREQUENT 8000
#define CPT_FREQUENT_SLOTS 32768

/* Transition weight of tags that may not follow each other. */
#define CPT_FORBIDDEN (-16384)

/**
 * CptModel:
 * @word_hashes: ascending
 * @word_values: see CPT_WORD_VALUE()
 * @rows: the weights, those of frequent features first
 * @n_rows: their number
 * @frequent: the first %CPT_N_FREQUENT rows by open addressing, small enough for the processor's cache
 * @others: the other rows, likewise
 * @others_mask: number of slots of @others less one
 * @filter: a bit for each hash's upper bits: what is in neither need not be looked for
 * @transitions: by context, tag before, tag; %CPT_FORBIDDEN where the tag may not follow
 * @precision: for each step of the margin of an attribution, how many of 255 such attributions are right
 *
 * Immutable once made. Weights are integers, so that every machine decodes the same.
 */
typedef struct
{
  guint n_words;
  guint32 *word_hashes;
  guint16 *word_values;
  CptModelRow *rows;
  guint n_rows;
  CptModelRow *frequent;
  CptModelRow *others;
  guint32 others_mask;
  guint32 *filter;
  gint16 transitions[CPT_N_CONTEXTS][CPT_N_TAGS][CPT_N_LANES];
  guint8 precision[CPT_N_MARGINS];
} CptModel;

CptModel *cpt_model_new (guint n_words, guint n_rows);
void cpt_model_free (CptModel *self);
CptModel *cpt_model_parse (GBytes *bytes, GError **error);
GBytes *cpt_model_serialise (const CptModel *self);
const CptModel *cpt_model_get (const char *language);
void cpt_model_add_row (CptModel *self, const CptModelRow *row);
guint16 cpt_model_get_word (const CptModel *self, guint32 hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptModel, cpt_model_free)

/* FALSE when there is certainly no row for @hash. */
static inline gboolean
cpt_model_may_have_row (const CptModel *self, guint32 hash)
{
  guint32 bit = hash >> (32 - CPT_FILTER_BITS);

  return (self->filter[bit / 32] >> (bit % 32)) & 1u;
}

/* 0 to 1: how often attributions of this margin were right in articles that the weights had not been learnt from. */
static inline float
cpt_model_get_precision (const CptModel *self, guint margin)
{
  return (float)self->precision[MIN (margin / CPT_MARGIN_STEP, CPT_N_MARGINS - 1)] / 255.0f;
}

/* Brings the place where @hash is looked up into the cache. */
static inline void
cpt_model_prefetch (const CptModel *self, guint32 hash)
{
#ifdef __GNUC__
  __builtin_prefetch (&self->others[hash & self->others_mask]);
#endif
}

static inline void
cpt_model_prefetch_frequent (const CptModel *self, guint32 hash)
{
#ifdef __GNUC__
  __builtin_prefetch (&self->frequent[hash & (CPT_FREQUENT_SLOTS - 1)]);
#endif
}

static inline const CptModelRow *
cpt_model_find_row (const CptModelRow *slots, guint32 mask, guint32 hash)
{
  for (guint32 slot = hash & mask;; slot = (slot + 1) & mask)
    {
      if (slots[slot].hash == hash)
        return &slots[slot];
      if (slots[slot].hash == 0)
        return NULL;
    }
}

static inline const CptModelRow *
cpt_model_get_row (const CptModel *self, guint32 hash)
{
  const CptModelRow *row = cpt_model_find_row (self->frequent, CPT_FREQUENT_SLOTS - 1, hash);

  return row != NULL ? row : cpt_model_find_row (self->others, self->others_mask, hash);
}

G_END_DECLS
