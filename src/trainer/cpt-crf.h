// SPDX-License-Identifier: GPL-3.0-or-later
// Learns the weights of a linear-chain conditional random field. Room: trainer.
#pragma once

#include "cpt-lesson.h"

G_BEGIN_DECLS

/**
 * CptCrfOptions:
 * @n_rounds: passes over the lessons
 * @n_draft_rounds: passes of the draft that decides which features are kept
 * @max_rows: features kept
 * @min_count: a feature occurs so often at least
 * @rate: learning rate
 * @decay: pull of the weights towards nothing, per pass
 */
typedef struct
{
  guint n_rounds;
  guint n_draft_rounds;
  guint max_rows;
  guint min_count;
  double rate;
  double decay;
} CptCrfOptions;

CptModel *cpt_crf_learn (const GPtrArray *lessons, const CptModel *words, const CptCrfOptions *options);

G_END_DECLS
