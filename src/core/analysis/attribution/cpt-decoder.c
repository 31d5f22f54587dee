// SPDX-License-Identifier: GPL-3.0-or-later
// Viterbi's algorithm over the tags of a stretch of text, forwards for the best tags and backwards for how much worse
// the best tags without each cue are. Integers only. Room: core/analysis/attribution.
#include "cpt-decoder.h"

#include <string.h>

#define IMPOSSIBLE (G_MININT32 / 4)

typedef gint32 Scores[CPT_N_LANES];

typedef struct
{
  const CptFeatures *features;
  const CptModel *model;
  guint begin;
  guint n;
  Scores *emissions;
  Scores *forward;
  guint8 (*came_from)[CPT_N_LANES];
  guint8 *contexts;
} Stretch;

/* A row is added as it lies in memory, hash and all, in two halves of a vector register each (gcc and clang know these
 * types on every machine); the lanes of the hash are left out afterwards. */
#define HALF (sizeof (CptModelRow) / 2)

typedef gint8 HalfBytes __attribute__ ((vector_size (HALF)));
typedef gint16 HalfSums __attribute__ ((vector_size (2 * HALF)));

typedef struct
{
  HalfSums low;
  HalfSums high;
} RowSums;

static inline void
add_row (const CptModelRow *row, RowSums *sums)
{
  HalfBytes low, high;

  memcpy (&low, row, HALF);
  memcpy (&high, (const guint8 *)row + HALF, HALF);
  sums->low += __builtin_convertvector(low, HalfSums);
  sums->high += __builtin_convertvector(high, HalfSums);
}

/* Adds the weights of frequent features at once. Those of others are on the way from memory when the function returns:
 * their hashes are moved to the front, and their number is returned. */
static guint
add_frequent (const CptModel *model, guint32 *hashes, guint n, RowSums *result)
{
  RowSums sums = { { 0 }, { 0 } };
  guint n_others = 0;

  for (guint i = 0; i < n; i++)
    {
      const CptModelRow *row = cpt_model_find_row (model->frequent, CPT_FREQUENT_SLOTS - 1, hashes[i]);

      if (row != NULL)
        add_row (row, &sums);
      else if (cpt_model_may_have_row (model, hashes[i]))
        {
          cpt_model_prefetch (model, hashes[i]);
          hashes[n_others++] = hashes[i];
        }
    }
  *result = sums;
  return n_others;
}

static void
add_others (const CptModel *model, const guint32 *hashes, guint n, RowSums *result)
{
  RowSums sums = *result;

  for (guint i = 0; i < n; i++)
    {
      const CptModelRow *row = cpt_model_find_row (model->others, model->others_mask, hashes[i]);

      if (row != NULL)
        add_row (row, &sums);
    }
  *result = sums;
}

/* A token's own features. First their places among the frequent ones are called from memory, then what is there is
 * added and the places of the others are called, at last the others are added: a token is one step behind the next at
 * each of these, so that none waits for memory. */
typedef struct
{
  guint32 hashes[CPT_MAX_FEATURES];
  guint n;
  RowSums sums;
} Pending;

static void
call_frequent (const Stretch *stretch, guint at, Pending *pending)
{
  pending->n = cpt_features_extract (stretch->features, stretch->begin + at, pending->hashes);
  for (guint i = 0; i < pending->n; i++)
    cpt_model_prefetch_frequent (stretch->model, pending->hashes[i]);
}

static void
take_frequent (const Stretch *stretch, Pending *pending)
{
  pending->n = add_frequent (stretch->model, pending->hashes, pending->n, &pending->sums);
}

static void
look_at_steady (const Stretch *stretch, guint at, RowSums *sums)
{
  guint32 hashes[CPT_MAX_FEATURES];
  guint n = cpt_features_extract_steady (stretch->features, stretch->begin + at, hashes);

  n = add_frequent (stretch->model, hashes, n, sums);
  add_others (stretch->model, hashes, n, sums);
}

static void
store_emissions (const RowSums *sums, gint32 *emissions)
{
  gint16 lanes[2 * HALF];

  memcpy (lanes, &sums->low, sizeof sums->low);
  memcpy (lanes + HALF, &sums->high, sizeof sums->high);
  for (guint tag = 0; tag < CPT_N_LANES; tag++)
    emissions[tag] = lanes[G_STRUCT_OFFSET (CptModelRow, weights) + tag];
}

/* What tokens in a row share is added up once. */
static void
emit (const Stretch *stretch)
{
  Pending pending[3];
  RowSums steady = { { 0 }, { 0 } };
  guint64 steady_key = 0;

  call_frequent (stretch, 0, &pending[0]);
  take_frequent (stretch, &pending[0]);
  if (stretch->n > 1)
    call_frequent (stretch, 1, &pending[1]);
  for (guint i = 0; i < stretch->n; i++)
    {
      Pending *here = &pending[i % 3];
      guint64 key = cpt_features_get_steady_key (stretch->features, stretch->begin + i);

      if (i + 2 < stretch->n)
        call_frequent (stretch, i + 2, &pending[(i + 2) % 3]);
      if (i + 1 < stretch->n)
        take_frequent (stretch, &pending[(i + 1) % 3]);
      if (i == 0 || key != steady_key)
        look_at_steady (stretch, i, &steady);
      steady_key = key;
      add_others (stretch->model, here->hashes, here->n, &here->sums);
      here->sums.low += steady.low;
      here->sums.high += steady.high;
      store_emissions (&here->sums, stretch->emissions[i]);
      stretch->contexts[i] = (guint8)cpt_features_get_context (stretch->features, stretch->begin + i);
    }
}

static void
step_forward (const Stretch *stretch, guint at)
{
  const gint16 (*transitions)[CPT_N_LANES] = stretch->model->transitions[stretch->contexts[at]];
  const gint32 *before = stretch->forward[at - 1];
  Scores best, from;

  for (guint tag = 0; tag < CPT_N_LANES; tag++)
    {
      best[tag] = before[0] + transitions[0][tag];
      from[tag] = 0;
    }
  for (gint32 k = 1; k < CPT_N_TAGS; k++)
    for (guint tag = 0; tag < CPT_N_LANES; tag++)
      {
        gint32 score = before[k] + transitions[k][tag];

        from[tag] = score > best[tag] ? k : from[tag];
        best[tag] = score > best[tag] ? score : best[tag];
      }
  for (guint tag = 0; tag < CPT_N_LANES; tag++)
    {
      stretch->forward[at][tag] = best[tag] + stretch->emissions[at][tag];
      stretch->came_from[at][tag] = (guint8)from[tag];
    }
}

static guint
best_tag (const gint32 *scores)
{
  guint best = 0;

  for (guint tag = 1; tag < CPT_N_TAGS; tag++)
    if (scores[tag] > scores[best])
      best = tag;
  return best;
}

/* From the scores of the best way from each tag of a token to the end to those of the token before. */
static void
step_backward (const Stretch *stretch, guint at, gint32 *after)
{
  const gint16 (*transitions)[CPT_N_LANES] = stretch->model->transitions[stretch->contexts[at + 1]];
  Scores next, here;

  for (guint tag = 0; tag < CPT_N_LANES; tag++)
    next[tag] = after[tag] + stretch->emissions[at + 1][tag];
  for (guint from = 0; from < CPT_N_TAGS; from++)
    {
      here[from] = IMPOSSIBLE;
      for (guint tag = 0; tag < CPT_N_TAGS; tag++)
        here[from] = MAX (here[from], next[tag] + transitions[from][tag]);
    }
  memcpy (after, here, CPT_N_TAGS * sizeof here[0]);
}

static void
measure_margins (const Stretch *stretch, const CptTag *tags, guint16 *margins)
{
  gint32 best = stretch->forward[stretch->n - 1][best_tag (stretch->forward[stretch->n - 1])];
  Scores after = { 0 };

  for (guint i = stretch->n; i > 0; i--)
    {
      guint at = i - 1;
      CptRole role = cpt_tag_get_role (tags[at]);
      gint32 other = IMPOSSIBLE;

      if (i < stretch->n)
        step_backward (stretch, at, after);
      for (guint tag = 0; tag < CPT_N_TAGS; tag++)
        if (cpt_tag_get_role ((CptTag)tag) != role)
          other = MAX (other, stretch->forward[at][tag] + after[tag]);
      margins[at] = (guint16)CLAMP (best - other, 0, CPT_MAX_MARGIN);
    }
}

static void
decode_stretch (Stretch *stretch, CptTag *tags, guint16 *margins)
{
  guint tag;

  emit (stretch);
  for (guint k = 0; k < CPT_N_TAGS; k++)
    stretch->forward[0][k] = cpt_tag_may_open ((CptTag)k) ? stretch->emissions[0][k] : IMPOSSIBLE;
  for (guint i = 1; i < stretch->n; i++)
    step_forward (stretch, i);
  tag = best_tag (stretch->forward[stretch->n - 1]);
  for (guint i = stretch->n; i > 0; i--)
    {
      tags[i - 1] = (CptTag)tag;
      tag = stretch->came_from[i - 1][tag];
    }
  if (margins != NULL)
    measure_margins (stretch, tags, margins);
}

/**
 * cpt_tags_by_model:
 * @features: the text
 * @n_tokens: its number of tokens
 * @model: the weights
 * @margins: (out) (optional) (array length=n_tokens): how many weight units the best tags with another role for the
 *   token lie behind
 *
 * Returns: (transfer full): a tag for each token
 *
 * Cost: linear in the tokens; memory for the longest stretch only.
 */
CptTag *
cpt_tags_by_model (const CptFeatures *features, guint n_tokens, const CptModel *model, guint16 *margins)
{
  CptTag *tags = g_new0 (CptTag, n_tokens + 1);
  Stretch stretch = { .features = features, .model = model };
  guint room = 0;

  for (guint begin = 0; begin < n_tokens; begin += stretch.n)
    {
      stretch.begin = begin;
      stretch.n = cpt_features_get_stretch (features, begin) - begin;
      if (stretch.n > room)
        {
          room = stretch.n * 2;
          stretch.emissions = g_renew (Scores, stretch.emissions, room);
          stretch.forward = g_renew (Scores, stretch.forward, room);
          stretch.came_from = g_realloc_n (stretch.came_from, room, sizeof *stretch.came_from);
          stretch.contexts = g_renew (guint8, stretch.contexts, room);
          memset (stretch.came_from, 0, sizeof *stretch.came_from);
        }
      decode_stretch (&stretch, tags + begin, margins != NULL ? margins + begin : NULL);
    }
  g_free (stretch.emissions);
  g_free (stretch.forward);
  g_free (stretch.came_from);
  g_free (stretch.contexts);
  return tags;
}
