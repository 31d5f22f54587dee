// SPDX-License-Identifier: GPL-3.0-or-later
// The likelihood of a stretch's tags under scores of tokens and transitions. Room: trainer.
#pragma once

#include "cpt-network.h"
#include "cpt-parameters.h"

G_BEGIN_DECLS

typedef float CptScores[CPT_N_LANES];

/**
 * CptChain:
 * @n: tokens
 * @tags: the right ones
 * @contexts: the kind of place before each
 * @emissions: scores of the tags of each; afterwards what raises them to the power of e
 * @gradients: (out): how the likelihood, negative and logarithmic, changes with the scores
 */
typedef struct
{
  guint n;
  const CptTag *tags;
  const guint8 *contexts;
  CptScores *emissions;
  CptScores *gradients;
} CptChain;

void cpt_chain_learn (const CptChain *self, CptTable *transitions);

G_END_DECLS
