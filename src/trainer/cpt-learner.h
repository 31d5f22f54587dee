// SPDX-License-Identifier: GPL-3.0-or-later
// Learns the network. Room: trainer.
#pragma once

#include "cpt-vocabulary.h"

G_BEGIN_DECLS

/**
 * CptLearnOptions:
 * @n_rounds: passes over the lessons
 * @n_batch: stretches between two steps
 * @rate: how far a step goes at first
 * @decay: pull of the numbers towards nothing, as a part of the rate
 * @drop_words: a known word is taken for an unknown one in this / (this + its count) of the cases
 * @drop_inputs: share of the inputs that are left out
 * @drop_hidden: share of the hidden cells that are
 * @seed: of all that is left to chance
 */
typedef struct
{
  guint n_rounds;
  guint n_batch;
  double rate;
  double decay;
  double drop_words;
  double drop_inputs;
  double drop_hidden;
  guint64 seed;
} CptLearnOptions;

CptNetwork *cpt_learn (const GPtrArray *lessons, const CptLearnOptions *options);

G_END_DECLS
