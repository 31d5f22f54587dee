// SPDX-License-Identifier: GPL-3.0-or-later
// The forward-backward algorithm of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001). Room:
// trainer.
//
// Basic arithmetic in a fixed order, so that every machine gets the same.
#include "cpt-chain.h"

#include <string.h>

/* e to the power of @x, from additions and multiplications only. */
static float
raise_e (float x)
{
  double y = (double)x, term = 1.0, sum = 1.0;
  int halvings = 0;

  if (y < -60.0)
    return 0.0f;
  while (y < -0.5 || y > 0.5)
    {
      y *= 0.5;
      halvings++;
    }
  for (guint i = 1; i < 9; i++)
    {
      term *= y / (double)i;
      sum += term;
    }
  for (int i = 0; i < halvings; i++)
    sum *= sum;
  return (float)sum;
}

static void
scale_to_one (float *scores)
{
  float sum = 0.0f;

  for (guint t = 0; t < CPT_N_TAGS; t++)
    sum += scores[t];
  sum = sum > 1e-30f ? 1.0f / sum : 1.0f;
  for (guint t = 0; t < CPT_N_LANES; t++)
    scores[t] *= sum;
}

/* By context: e to the power of the transitions, made when the stretch needs them. */
typedef CptScores Raised[CPT_N_TAGS];

static void
raise_transitions (const CptChain *self, const CptTable *transitions, Raised *raised)
{
  guint8 done[CPT_N_CONTEXTS] = { 0 };

  for (guint i = 1; i < self->n; i++)
    {
      guint context = self->contexts[i];

      if (done[context])
        continue;
      done[context] = 1;
      memset (raised[context], 0, sizeof (Raised));
      for (guint a = 0; a < CPT_N_TAGS; a++)
        for (guint b = 0; b < CPT_N_TAGS; b++)
          if (cpt_tag_may_follow ((CptTag)a, (CptTag)b))
            raised[context][a][b] = raise_e (cpt_table_get (transitions, context * CPT_N_TAGS + a)[b]);
    }
}

static void
raise_emissions (const CptChain *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      float most = self->emissions[i][0];

      for (guint t = 1; t < CPT_N_TAGS; t++)
        most = MAX (most, self->emissions[i][t]);
      for (guint t = 0; t < CPT_N_LANES; t++)
        self->emissions[i][t] = t < CPT_N_TAGS ? raise_e (self->emissions[i][t] - most) : 0.0f;
    }
}

static void
run_forward (const CptChain *self, Raised *raised, CptScores *alpha)
{
  for (guint t = 0; t < CPT_N_LANES; t++)
    alpha[0][t] = t < CPT_N_TAGS && cpt_tag_may_open ((CptTag)t) ? self->emissions[0][t] : 0.0f;
  scale_to_one (alpha[0]);
  for (guint i = 1; i < self->n; i++)
    {
      CptScores *rows = raised[self->contexts[i]];

      memset (alpha[i], 0, sizeof alpha[i]);
      for (guint a = 0; a < CPT_N_TAGS; a++)
        for (guint b = 0; b < CPT_N_LANES; b++)
          alpha[i][b] += alpha[i - 1][a] * rows[a][b];
      for (guint b = 0; b < CPT_N_LANES; b++)
        alpha[i][b] *= self->emissions[i][b];
      scale_to_one (alpha[i]);
    }
}

static void
run_backward (const CptChain *self, Raised *raised, CptScores *beta)
{
  for (guint t = 0; t < CPT_N_LANES; t++)
    beta[self->n - 1][t] = 1.0f;
  for (guint i = self->n - 1; i > 0; i--)
    {
      CptScores *rows = raised[self->contexts[i]], next;

      for (guint b = 0; b < CPT_N_LANES; b++)
        next[b] = beta[i][b] * self->emissions[i][b];
      memset (beta[i - 1], 0, sizeof beta[i - 1]);
      for (guint a = 0; a < CPT_N_TAGS; a++)
        for (guint b = 0; b < CPT_N_TAGS; b++)
          beta[i - 1][a] += rows[a][b] * next[b];
      scale_to_one (beta[i - 1]);
    }
}

static void
set_gradients (const CptChain *self, const CptScores *alpha, const CptScores *beta)
{
  for (guint i = 0; i < self->n; i++)
    {
      float *gradient = self->gradients[i];

      for (guint t = 0; t < CPT_N_LANES; t++)
        gradient[t] = alpha[i][t] * (t < CPT_N_TAGS ? beta[i][t] : 0.0f);
      scale_to_one (gradient);
      gradient[self->tags[i]] -= 1.0f;
    }
}

static void
learn_transition (const CptChain *self, guint i, Raised *raised, const CptScores *alpha, const CptScores *beta,
                  CptTable *transitions)
{
  CptScores pairs[CPT_N_TAGS];
  float sum = 0.0f;

  for (guint a = 0; a < CPT_N_TAGS; a++)
    for (guint b = 0; b < CPT_N_TAGS; b++)
      {
        pairs[a][b] = alpha[i - 1][a] * raised[self->contexts[i]][a][b] * self->emissions[i][b] * beta[i][b];
        sum += pairs[a][b];
      }
  sum = sum > 1e-30f ? 1.0f / sum : 0.0f;
  for (guint a = 0; a < CPT_N_TAGS; a++)
    {
      float *gradient = cpt_table_touch (transitions, self->contexts[i] * CPT_N_TAGS + a);

      for (guint b = 0; b < CPT_N_TAGS; b++)
        if (cpt_tag_may_follow ((CptTag)a, (CptTag)b))
          gradient[b] += pairs[a][b] * sum - (a == self->tags[i - 1] && b == self->tags[i] ? 1.0f : 0.0f);
    }
}

/**
 * cpt_chain_learn:
 * @self: a stretch
 * @transitions: scores by context and tag before; their gradients grow
 *
 * Sets the gradients of @self.
 */
void
cpt_chain_learn (const CptChain *self, CptTable *transitions)
{
  g_autofree CptScores *alpha = g_new0 (CptScores, self->n), *beta = g_new0 (CptScores, self->n);
  g_autofree Raised *raised = g_new (Raised, CPT_N_CONTEXTS);

  raise_transitions (self, transitions, raised);
  raise_emissions (self);
  run_forward (self, raised, alpha);
  run_backward (self, raised, beta);
  set_gradients (self, (const CptScores *)alpha, (const CptScores *)beta);
  for (guint i = 1; i < self->n; i++)
    learn_transition (self, i, raised, (const CptScores *)alpha, (const CptScores *)beta, transitions);
}
