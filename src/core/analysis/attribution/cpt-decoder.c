// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of tags from the inputs of each token, then Viterbi's algorithm over a stretch of text: forwards for the best
// tags and backwards for how much worse the best tags with another role are. Integers only. Room:
// core/analysis/attribution.
#include "cpt-decoder.h"

#include <string.h>

#include "cpt-rows.h"

G_STATIC_ASSERT (CPT_ROW_SHIFT == CPT_SCORE_SHIFT); /* so that cells can be added to scores */

/* Scores stay between these, so that sums of a few fit 16 bits. */
#define LEAST_SCORE (-16000)
#define MAX_EMISSION 3000

/* Rows that a token does not share with its neighbours. */
#define N_OWN_ROWS (CPT_N_WINDOW + CPT_N_OWN_FACTS)

typedef gint16 Scores[CPT_N_LANES];

typedef struct
{
  const CptInputs *inputs;
  const CptNetwork *network;
  CptRows *rows;
  guint begin;
  guint n;
  guint room;
  const CptRow **window; /* by token of the stretch and three on both sides: its rows */
  Scores *emissions;
  Scores *forward;
  guint8 *contexts;
} Stretch;

/* Sixteen cells that are added at once (gcc and clang know such types on every machine). */
#define PART 16

typedef gint8 Part __attribute__ ((vector_size (PART), aligned (1), may_alias));
typedef gint16 WidePart __attribute__ ((vector_size (PART * sizeof (gint16)), aligned (2), may_alias));

#define PART_OF(row, at) (*(const Part *)((row) + (at)))
#define WIDE_PART_OF(row, at) (*(WidePart *)((row) + (at)))

static inline void
add_row (CptWideRow sums, const gint8 *row)
{
  for (guint i = 0; i < CPT_N_ROW; i += PART)
    WIDE_PART_OF (sums, i) += __builtin_convertvector (PART_OF (row, i), WidePart);
}

static inline gint16
higher (gint16 a, gint16 b)
{
  return a > b ? a : b;
}

/* What tokens in a row share is added up once. */
static inline void
sum_shared (const Stretch *stretch, guint token, CptWideRow sums)
{
  CptSharedInputs shared;

  cpt_inputs_get_shared (stretch->inputs, token, &shared);
  memcpy (sums, stretch->network->bias, sizeof (CptWideRow));
  for (guint i = 0; i < CPT_N_SHARED_FACTS; i++)
    add_row (sums, stretch->network->facts[shared.facts[i]]);
  for (guint i = 0; i < CPT_N_SHARED_PLACES; i++)
    if (shared.kinds[i] != CPT_KIND_NONE)
      add_row (sums, cpt_rows_get (stretch->rows, shared.kinds[i], CPT_N_WINDOW + i));
}

/* Adds the rows of one token to @shared, two by two, a part of all rows at a time, so that the sums stay in registers. */
static inline void
sum_rows (CptWideRow shared, const gint8 *const rows[N_OWN_ROWS], CptWideRow sums)
{
  for (guint at = 0; at < CPT_N_ROW; at += PART)
    {
      WidePart part = WIDE_PART_OF (shared, at);

      for (guint r = 0; r + 1 < N_OWN_ROWS; r += 2)
        part += __builtin_convertvector (PART_OF (rows[r], at) + PART_OF (rows[r + 1], at), WidePart);
      if (N_OWN_ROWS % 2 == 1)
        part += __builtin_convertvector (PART_OF (rows[N_OWN_ROWS - 1], at), WidePart);
      WIDE_PART_OF (sums, at) = part;
    }
}

/* From the sums of a token to the scores of its tags. (All cells of a row are multiplied, also those that weigh nothing:
 * whole registers are quicker.) */
static inline void
weigh (const CptNetwork *network, const CptWideRow sums, Scores emissions)
{
  CptWideRow cells;
  gint32 scores[CPT_N_LANES] = { 0 };

  for (guint i = 0; i < CPT_N_ROW; i++)
    cells[i] = higher (sums[i], 0);
  for (guint tag = 0; tag < CPT_N_TAGS; tag++)
    {
      gint32 score = 0;

      for (guint i = 0; i < CPT_N_ROW; i++)
        score += cells[i] * network->tags[tag][i];
      scores[tag] = score;
    }
  for (guint tag = 0; tag < CPT_N_DIRECT; tag++)
    {
      gint32 score = (scores[tag] >> (CPT_VECTOR_SHIFT + CPT_ROW_SHIFT - CPT_SCORE_SHIFT)) + sums[CPT_N_HIDDEN + tag];

      emissions[tag] = (gint16)CLAMP (score, -MAX_EMISSION, MAX_EMISSION);
    }
  for (guint tag = CPT_N_DIRECT; tag < CPT_N_LANES; tag++)
    emissions[tag] = 0;
}

CPT_FOR_NEWER_PROCESSORS static void
emit (const Stretch *stretch)
{
  CptWideRow shared, sums;
  guint16 facts[CPT_N_OWN_FACTS];
  const gint8 *rows[N_OWN_ROWS];

  for (guint i = 0; i < stretch->n + CPT_N_WINDOW - 1; i++)
    {
      stretch->window[i] = cpt_rows_get_window (
          stretch->rows, cpt_inputs_get_kind (stretch->inputs, (int)(stretch->begin + i) - CPT_N_WINDOW / 2));
      for (guint at = 0; at < sizeof (CptRow) * CPT_N_WINDOW; at += CPT_LINE_BYTES)
        __builtin_prefetch ((const char *)stretch->window[i] + at);
    }
  for (guint i = 0; i < stretch->n; i++)
    {
      guint token = stretch->begin + i;

      if (i == 0 || !cpt_inputs_share_with_previous (stretch->inputs, token))
        sum_shared (stretch, token, shared);
      cpt_inputs_get_own_facts (stretch->inputs, token, facts);
      for (guint k = 0; k < CPT_N_WINDOW; k++)
        rows[k] = stretch->window[i + k][k];
      for (guint k = 0; k < CPT_N_OWN_FACTS; k++)
        rows[CPT_N_WINDOW + k] = stretch->network->facts[facts[k]];
      sum_rows (shared, rows, sums);
      weigh (stretch->network, sums, stretch->emissions[i]);
      stretch->contexts[i] = (guint8)cpt_inputs_get_context (stretch->inputs, token);
    }
}

/* Lowers all scores so that the best is 0. */
static inline void
level (Scores scores)
{
  gint16 most = scores[0];

  for (guint i = 1; i < CPT_N_LANES; i++)
    most = higher (most, scores[i]);
  for (guint i = 0; i < CPT_N_LANES; i++)
    {
      gint16 score = (gint16)(higher (scores[i], LEAST_SCORE) - most);

      scores[i] = higher (score, LEAST_SCORE);
    }
}

/* The best sums of a score and the transition from it, for each tag that the transition can lead to. (With the loops this
 * way round, compilers keep all tags in registers.) */
static inline void
pass_on (const Scores scores, const gint16 (*transitions)[CPT_N_LANES], Scores best)
{
  for (guint tag = 0; tag < CPT_N_LANES; tag++)
    {
      gint16 most = (gint16)(scores[0] + transitions[0][tag]);

      for (guint k = 1; k < CPT_N_TAGS; k++)
        most = higher (most, (gint16)(scores[k] + transitions[k][tag]));
      best[tag] = most;
    }
}

CPT_FOR_NEWER_PROCESSORS static void
run_forward (const Stretch *stretch)
{
  for (guint tag = 0; tag < CPT_N_LANES; tag++)
    stretch->forward[0][tag] =
        tag < CPT_N_TAGS && cpt_tag_may_open ((CptTag)tag) ? stretch->emissions[0][tag] : LEAST_SCORE;
  for (guint i = 1; i < stretch->n; i++)
    {
      Scores here;

      level (stretch->forward[i - 1]);
      pass_on (stretch->forward[i - 1], stretch->network->transitions[stretch->contexts[i]], here);
      for (guint tag = 0; tag < CPT_N_LANES; tag++)
        stretch->forward[i][tag] = (gint16)(here[tag] + stretch->emissions[i][tag]);
    }
  level (stretch->forward[stretch->n - 1]);
}

static guint
best_tag (const gint16 *scores)
{
  guint best = 0;

  for (guint tag = 1; tag < CPT_N_TAGS; tag++)
    if (scores[tag] > scores[best])
      best = tag;
  return best;
}

static void
trace_back (const Stretch *stretch, CptTag *tags)
{
  guint tag = best_tag (stretch->forward[stretch->n - 1]);

  tags[stretch->n - 1] = (CptTag)tag;
  for (guint i = stretch->n - 1; i > 0; i--)
    {
      const gint16 *to_tag = stretch->network->transposed[stretch->contexts[i]][tag];
      Scores ways;

      for (guint k = 0; k < CPT_N_LANES; k++)
        ways[k] = (gint16)(stretch->forward[i - 1][k] + to_tag[k]);
      tag = best_tag (ways);
      tags[i - 1] = (CptTag)tag;
    }
}

/* By how much the best way through another role than that of @tag is worse. */
static gint32
margin_at (const gint16 *forward, const gint16 *after, CptTag tag)
{
  CptRole role = cpt_tag_get_role (tag);
  gint32 best = forward[tag] + after[tag], other = G_MININT32;

  for (guint k = 0; k < CPT_N_TAGS; k++)
    if (cpt_tag_get_role ((CptTag)k) != role)
      other = MAX (other, forward[k] + after[k]);
  return CLAMP (best - other, 0, CPT_MAX_MARGIN);
}

CPT_FOR_NEWER_PROCESSORS static void
measure_margins (const Stretch *stretch, const CptTag *tags, guint16 *margins)
{
  Scores after = { 0 };

  for (guint i = stretch->n; i > 0; i--)
    {
      guint at = i - 1;

      if (i < stretch->n)
        {
          Scores next;

          for (guint tag = 0; tag < CPT_N_LANES; tag++)
            next[tag] = (gint16)(after[tag] + stretch->emissions[i][tag]);
          pass_on (next, stretch->network->transposed[stretch->contexts[i]], after);
          level (after);
        }
      margins[at] = (guint16)margin_at (stretch->forward[at], after, tags[at]);
    }
}

static void
reserve (Stretch *stretch)
{
  if (stretch->n <= stretch->room)
    return;
  stretch->room = stretch->n * 2;
  stretch->window = g_renew (const CptRow *, stretch->window, stretch->room + CPT_N_WINDOW);
  stretch->emissions = g_renew (Scores, stretch->emissions, stretch->room);
  stretch->forward = g_renew (Scores, stretch->forward, stretch->room);
  stretch->contexts = g_renew (guint8, stretch->contexts, stretch->room);
}

/**
 * cpt_tags_by_network:
 * @inputs: the text
 * @n_tokens: its number of tokens
 * @network: learnt
 * @margins: (out) (optional) (array length=n_tokens): how many score units the best tags with another role for the
 *   token lie behind
 *
 * Returns: (transfer full): a tag for each token
 *
 * Cost: linear in the tokens; memory for the longest stretch only.
 */
CptTag *
cpt_tags_by_network (const CptInputs *inputs, guint n_tokens, const CptNetwork *network, guint16 *margins)
{
  g_autoptr (CptRows) rows = cpt_rows_take (network);
  CptTag *tags = g_new0 (CptTag, n_tokens + 1);
  Stretch stretch = { .inputs = inputs, .network = network, .rows = rows };

  for (guint begin = 0; begin < n_tokens; begin += stretch.n)
    {
      stretch.begin = begin;
      stretch.n = cpt_inputs_get_stretch (inputs, begin) - begin;
      reserve (&stretch);
      emit (&stretch);
      run_forward (&stretch);
      trace_back (&stretch, tags + begin);
      if (margins != NULL)
        measure_margins (&stretch, tags + begin, margins + begin);
    }
  g_free (stretch.window);
  g_free (stretch.emissions);
  g_free (stretch.forward);
  g_free (stretch.contexts);
  return tags;
}
