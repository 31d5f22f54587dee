// SPDX-License-Identifier: GPL-3.0-or-later
// Stochastic gradient on the likelihood of the gold tags (Lafferty, McCallum and Pereira 2001), step sizes by feature
// (Duchi, Hazan and Singer 2011). A draft over all features decides which are worth their bytes; the kept ones are
// learnt anew, averaged over the later passes and rounded to integers. Room: trainer.
//
// One thread, fixed order, basic arithmetic only: the same lessons give the same weights.
#include "cpt-crf.h"

#include <math.h>
#include <string.h>

/* Weight units a logarithmic unit; the largest weight that fits is 127 of them. */
#define UNITS 36.0f

typedef float Lanes[CPT_N_LANES];

typedef struct
{
  guint32 *features; /* all features of all its tokens */
  guint32 *begins;   /* by token: where its features begin; one more at the end */
  guint8 *contexts;
  const CptTag *tags;
  guint n;
} Example;

typedef struct
{
  GArray *examples; /* Example */
  guint n_features;
  guint32 *hashes; /* by feature */
  guint32 *counts;
  Lanes *weights;
  float *squares; /* by feature: sum of squared gradients */
  Lanes (*transitions)[CPT_N_LANES];
  Lanes (*raised)[CPT_N_LANES]; /* e to the power of the transitions */
  float (*transition_squares)[CPT_N_LANES][CPT_N_LANES];
  float rate;
  guint room;
  Lanes *emissions, *alpha, *beta;
} Crf;

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
collect_stretch (Crf *self, const CptLesson *lesson, const CptFeatures *features, guint begin, guint end)
{
  Example example = { .n = end - begin, .tags = lesson->tags + begin };
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));

  example.begins = g_new (guint32, example.n + 1);
  example.contexts = g_new (guint8, example.n);
  for (guint i = 0; i < example.n; i++)
    {
      guint32 found[CPT_MAX_FEATURES];
      guint n = cpt_features_extract (features, begin + i, found);

      n += cpt_features_extract_steady (features, begin + i, found + n);
      example.begins[i] = hashes->len;
      example.contexts[i] = (guint8)cpt_features_get_context (features, begin + i);
      g_array_append_vals (hashes, found, n);
    }
  example.begins[example.n] = hashes->len;
  example.features = g_memdup2 (hashes->data, (gsize)hashes->len * sizeof (guint32));
  g_array_append_val (self->examples, example);
}

static void
collect (Crf *self, const GPtrArray *lessons, const CptModel *words)
{
  for (guint i = 0; i < lessons->len; i++)
    {
      const CptLesson *lesson = g_ptr_array_index (lessons, i);
      g_autoptr (CptFeatures) features = cpt_features_new (lesson->clues, lesson->rule_tags, words);

      for (guint begin = 0, end; begin < lesson->reading->n_tokens; begin = end)
        {
          end = cpt_features_get_stretch (features, begin);
          collect_stretch (self, lesson, features, begin, end);
        }
    }
}

/* Keeps the features for which @numbers has a number, renamed to that number. */
static void
rename_features (Crf *self, GHashTable *numbers)
{
  for (guint e = 0; e < self->examples->len; e++)
    {
      Example *example = &g_array_index (self->examples, Example, e);
      guint32 kept = 0;

      for (guint i = 0; i < example->n; i++)
        {
          guint32 begin = example->begins[i];

          example->begins[i] = kept;
          for (guint32 k = begin; k < example->begins[i + 1]; k++)
            {
              gpointer number = g_hash_table_lookup (numbers, GUINT_TO_POINTER (example->features[k]));

              if (number != NULL)
                example->features[kept++] = GPOINTER_TO_UINT (number) - 1;
            }
        }
      example->begins[example->n] = kept;
    }
}

static void
number_features (Crf *self, guint min_count)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL), numbers = g_hash_table_new (NULL, NULL);
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint e = 0; e < self->examples->len; e++)
    {
      const Example *example = &g_array_index (self->examples, Example, e);

      for (guint32 k = 0; k < example->begins[example->n]; k++)
        {
          gpointer key = GUINT_TO_POINTER (example->features[k]);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (count));
          if (count != min_count)
            continue;
          g_array_append_val (hashes, example->features[k]);
          g_hash_table_insert (numbers, key, GUINT_TO_POINTER (hashes->len));
        }
    }
  rename_features (self, numbers);
  self->n_features = hashes->len;
  self->counts = g_new (guint32, self->n_features + 1);
  for (guint i = 0; i < self->n_features; i++)
    self->counts[i] =
        GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (g_array_index (hashes, guint32, i))));
  self->hashes = (guint32 *)(gpointer)g_array_free (hashes, FALSE);
}

static void
clear_weights (Crf *self)
{
  g_free (self->weights);
  g_free (self->squares);
  self->weights = g_new0 (Lanes, self->n_features + 1);
  self->squares = g_new0 (float, self->n_features + 1);
  memset (self->transitions, 0, CPT_N_CONTEXTS * sizeof *self->transitions);
  memset (self->transition_squares, 0, CPT_N_CONTEXTS * sizeof *self->transition_squares);
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        self->raised[c][a][b] = cpt_tag_may_follow ((CptTag)a, (CptTag)b) ? 1.0f : 0.0f;
}

static float
scale_to_one (float *lanes)
{
  float sum = 0.0f;

  for (guint t = 0; t < CPT_N_TAGS; t++)
    sum += lanes[t];
  sum = sum > 1e-30f ? 1.0f / sum : 1.0f;
  for (guint t = 0; t < CPT_N_LANES; t++)
    lanes[t] *= sum;
  return sum;
}

static void
emit (Crf *self, const Example *example)
{
  for (guint i = 0; i < example->n; i++)
    {
      float *lanes = self->emissions[i], most = -1e30f;

      memset (lanes, 0, sizeof (Lanes));
      for (guint32 k = example->begins[i]; k < example->begins[i + 1]; k++)
        for (guint t = 0; t < CPT_N_LANES; t++)
          lanes[t] += self->weights[example->features[k]][t];
      for (guint t = 0; t < CPT_N_TAGS; t++)
        most = MAX (most, lanes[t]);
      for (guint t = 0; t < CPT_N_TAGS; t++)
        lanes[t] = raise_e (lanes[t] - most);
      lanes[CPT_N_TAGS] = 0.0f;
    }
}

static void
run_forward (Crf *self, const Example *example)
{
  for (guint t = 0; t < CPT_N_LANES; t++)
    self->alpha[0][t] = t < CPT_N_TAGS && cpt_tag_may_open ((CptTag)t) ? self->emissions[0][t] : 0.0f;
  scale_to_one (self->alpha[0]);
  for (guint i = 1; i < example->n; i++)
    {
      const Lanes *raised = self->raised[example->contexts[i]];
      float *here = self->alpha[i];

      memset (here, 0, sizeof (Lanes));
      for (guint a = 0; a < CPT_N_TAGS; a++)
        for (guint b = 0; b < CPT_N_LANES; b++)
          here[b] += self->alpha[i - 1][a] * raised[a][b];
      for (guint b = 0; b < CPT_N_LANES; b++)
        here[b] *= self->emissions[i][b];
      scale_to_one (here);
    }
}

static void
run_backward (Crf *self, const Example *example)
{
  for (guint t = 0; t < CPT_N_LANES; t++)
    self->beta[example->n - 1][t] = 1.0f;
  for (guint i = example->n - 1; i > 0; i--)
    {
      const Lanes *raised = self->raised[example->contexts[i]];
      Lanes next;

      for (guint b = 0; b < CPT_N_LANES; b++)
        next[b] = self->beta[i][b] * self->emissions[i][b];
      for (guint a = 0; a < CPT_N_TAGS; a++)
        {
          float sum = 0.0f;

          for (guint b = 0; b < CPT_N_TAGS; b++)
            sum += raised[a][b] * next[b];
          self->beta[i - 1][a] = sum;
        }
      self->beta[i - 1][CPT_N_TAGS] = 0.0f;
      scale_to_one (self->beta[i - 1]);
    }
}

static void
update_features (Crf *self, const Example *example)
{
  for (guint i = 0; i < example->n; i++)
    {
      Lanes gradient;
      float square = 0.0f;

      for (guint t = 0; t < CPT_N_LANES; t++)
        gradient[t] = self->alpha[i][t] * self->beta[i][t];
      scale_to_one (gradient);
      for (guint t = 0; t < CPT_N_LANES; t++)
        gradient[t] = (t == example->tags[i] ? 1.0f : 0.0f) - gradient[t];
      for (guint t = 0; t < CPT_N_TAGS; t++)
        square += gradient[t] * gradient[t];
      if (square < 1e-7f)
        continue;
      for (guint32 k = example->begins[i]; k < example->begins[i + 1]; k++)
        {
          guint32 feature = example->features[k];
          float step;

          self->squares[feature] += square;
          step = self->rate / sqrtf (self->squares[feature] + 1.0f);
          for (guint t = 0; t < CPT_N_LANES; t++)
            self->weights[feature][t] += step * gradient[t];
        }
    }
}

static void
update_transition (Crf *self, const Example *example, guint i)
{
  guint context = example->contexts[i];
  Lanes pairs[CPT_N_LANES];
  float sum = 0.0f;

  for (guint a = 0; a < CPT_N_TAGS; a++)
    for (guint b = 0; b < CPT_N_TAGS; b++)
      {
        pairs[a][b] = self->alpha[i - 1][a] * self->raised[context][a][b] * self->emissions[i][b] * self->beta[i][b];
        sum += pairs[a][b];
      }
  sum = sum > 1e-30f ? 1.0f / sum : 0.0f;
  for (guint a = 0; a < CPT_N_TAGS; a++)
    for (guint b = 0; b < CPT_N_TAGS; b++)
      {
        float gradient = (a == example->tags[i - 1] && b == example->tags[i] ? 1.0f : 0.0f) - pairs[a][b] * sum;
        float *square = &self->transition_squares[context][a][b];

        if (!cpt_tag_may_follow ((CptTag)a, (CptTag)b) || (gradient < 1e-4f && gradient > -1e-4f))
          continue;
        *square += gradient * gradient;
        self->transitions[context][a][b] += self->rate / sqrtf (*square + 1.0f) * gradient;
      }
}

static void
raise_transitions (Crf *self, const Example *example)
{
  guint8 done[CPT_N_CONTEXTS] = { 0 };

  for (guint i = 1; i < example->n; i++)
    {
      guint context = example->contexts[i];

      if (done[context]++)
        continue;
      for (guint a = 0; a < CPT_N_TAGS; a++)
        for (guint b = 0; b < CPT_N_TAGS; b++)
          if (cpt_tag_may_follow ((CptTag)a, (CptTag)b))
            self->raised[context][a][b] = raise_e (self->transitions[context][a][b]);
      done[context] = 1;
    }
}

static void
learn_from (Crf *self, const Example *example)
{
  if (example->n > self->room)
    {
      self->room = example->n;
      self->emissions = g_renew (Lanes, self->emissions, self->room);
      self->alpha = g_renew (Lanes, self->alpha, self->room);
      self->beta = g_renew (Lanes, self->beta, self->room);
    }
  emit (self, example);
  run_forward (self, example);
  run_backward (self, example);
  update_features (self, example);
  for (guint i = 1; i < example->n; i++)
    update_transition (self, example, i);
  raise_transitions (self, example);
}

static void
decay_weights (Crf *self, double decay)
{
  for (guint f = 0; f < self->n_features; f++)
    {
      float keep = 1.0f - (float)decay / sqrtf (self->squares[f] + 1.0f);

      for (guint t = 0; t < CPT_N_LANES; t++)
        self->weights[f][t] *= MAX (keep, 0.0f);
    }
}

static void
shuffle (guint *order, guint n, guint64 *state)
{
  for (guint i = n; i > 1; i--)
    {
      guint k;

      *state = *state * 6364136223846793005u + 1442695040888963407u;
      k = (guint)((*state >> 33) % i);
      if (k != i - 1)
        {
          guint other = order[k];

          order[k] = order[i - 1];
          order[i - 1] = other;
        }
    }
}

/* The sums of the weights at the ends of the later passes, for their mean. */
typedef struct
{
  Lanes *weights;
  Lanes (*transitions)[CPT_N_LANES];
  guint n;
} Mean;

static void
add_to_mean (const Crf *self, Mean *mean)
{
  for (guint f = 0; f < self->n_features; f++)
    for (guint t = 0; t < CPT_N_LANES; t++)
      mean->weights[f][t] += self->weights[f][t];
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        mean->transitions[c][a][b] += self->transitions[c][a][b];
  mean->n++;
}

static void
adopt_mean (Crf *self, const Mean *mean)
{
  float share = 1.0f / (float)mean->n;

  for (guint f = 0; f < self->n_features; f++)
    for (guint t = 0; t < CPT_N_LANES; t++)
      self->weights[f][t] = mean->weights[f][t] * share;
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        self->transitions[c][a][b] = mean->transitions[c][a][b] * share;
}

static void
run_rounds (Crf *self, guint n_rounds, const CptCrfOptions *options)
{
  guint n = self->examples->len;
  g_autofree guint *order = g_new (guint, n);
  guint64 state = 20251220;
  Mean mean = { g_new0 (Lanes, self->n_features + 1), g_malloc0_n (CPT_N_CONTEXTS, sizeof *self->transitions), 0 };

  clear_weights (self);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint round = 0; round < n_rounds; round++)
    {
      self->rate = (float)(options->rate * (1.0 - 0.8 * round / n_rounds));
      shuffle (order, n, &state);
      for (guint i = 0; i < n; i++)
        learn_from (self, &g_array_index (self->examples, Example, order[i]));
      decay_weights (self, options->decay);
      if (round >= n_rounds / 2)
        add_to_mean (self, &mean);
      g_printerr ("pass %u of %u\n", round + 1, n_rounds);
    }
  adopt_mean (self, &mean);
  g_free (mean.weights);
  g_free (mean.transitions);
}

typedef struct
{
  guint32 feature;
  float worth;
} Ranked;

static int
compare_by_worth (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->worth > second->worth)
    return -1;
  if (first->worth < second->worth)
    return 1;
  return first->feature < second->feature ? -1 : first->feature > second->feature;
}

/* How much a feature's weights differ between tags, times how often it has a say. */
static float
worth_of (const Crf *self, guint feature)
{
  const float *weights = self->weights[feature];
  float least = weights[0], most = weights[0];

  for (guint t = 1; t < CPT_N_TAGS; t++)
    {
      least = MIN (least, weights[t]);
      most = MAX (most, weights[t]);
    }
  return (most - least) * sqrtf (sqrtf ((float)self->counts[feature]));
}

static void
keep_best (Crf *self, guint max_rows)
{
  g_autofree Ranked *ranked = g_new (Ranked, self->n_features + 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint n = MIN (max_rows, self->n_features);
  guint32 *hashes = g_new (guint32, n + 1), *counts = g_new (guint32, n + 1);

  for (guint i = 0; i < self->n_features; i++)
    ranked[i] = (Ranked){ i, worth_of (self, i) };
  qsort (ranked, self->n_features, sizeof *ranked, compare_by_worth);
  for (guint i = 0; i < n; i++)
    ranked[i].worth = (float)self->counts[ranked[i].feature];
  qsort (ranked, n, sizeof *ranked, compare_by_worth); /* the model keeps frequent features together */
  for (guint i = 0; i < n; i++)
    {
      hashes[i] = self->hashes[ranked[i].feature];
      counts[i] = self->counts[ranked[i].feature];
      g_hash_table_insert (numbers, GUINT_TO_POINTER (ranked[i].feature), GUINT_TO_POINTER (i + 1));
    }
  rename_features (self, numbers);
  g_free (self->hashes);
  g_free (self->counts);
  self->hashes = hashes;
  self->counts = counts;
  self->n_features = n;
}

static gint32
to_units (float weight, gint32 limit)
{
  float scaled = weight * UNITS;

  return CLAMP ((gint32)(scaled < 0.0f ? scaled - 0.5f : scaled + 0.5f), -limit, limit);
}

/* A cue is made a little likelier than learnt: a missed attribution costs as much as a wrong one, and the weights,
 * pulled towards nothing, are too shy. */
#define CUE_BONUS 25

static gint16
round_transition (const Crf *self, guint context, CptTag before, CptTag tag)
{
  if (!cpt_tag_may_follow (before, tag))
    return CPT_FORBIDDEN;
  return (gint16)(to_units (self->transitions[context][before][tag], G_MAXINT16 / 4)
                  + (tag == CPT_TAG_CUE && before != tag ? CUE_BONUS : 0));
}

static CptModel *
round_off (const Crf *self, const CptModel *words)
{
  CptModel *model = cpt_model_new (words->n_words, self->n_features);

  memcpy (model->word_hashes, words->word_hashes, words->n_words * sizeof (guint32));
  memcpy (model->word_values, words->word_values, words->n_words * sizeof (guint16));
  for (guint f = 0; f < self->n_features; f++)
    {
      CptModelRow row = { .hash = self->hashes[f] };

      for (guint t = 0; t < CPT_N_TAGS; t++)
        row.weights[t] = (gint8)to_units (self->weights[f][t], 127);
      cpt_model_add_row (model, &row);
    }
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        model->transitions[c][a][b] = round_transition (self, c, (CptTag)a, (CptTag)b);
  return model;
}

static void
clear (Crf *self)
{
  for (guint i = 0; i < self->examples->len; i++)
    {
      g_free (g_array_index (self->examples, Example, i).features);
      g_free (g_array_index (self->examples, Example, i).begins);
      g_free (g_array_index (self->examples, Example, i).contexts);
    }
  g_array_unref (self->examples);
  g_free (self->hashes);
  g_free (self->counts);
  g_free (self->weights);
  g_free (self->squares);
  g_free (self->transitions);
  g_free (self->raised);
  g_free (self->transition_squares);
  g_free (self->emissions);
  g_free (self->alpha);
  g_free (self->beta);
}

/**
 * cpt_crf_learn:
 * @lessons: what to learn from
 * @words: what is known of words
 * @options: how
 *
 * Returns: (transfer full): weights, with @words in them
 */
CptModel *
cpt_crf_learn (const GPtrArray *lessons, const CptModel *words, const CptCrfOptions *options)
{
  Crf self = { .examples = g_array_new (FALSE, TRUE, sizeof (Example)) };
  CptModel *model;

  self.transitions = g_malloc0_n (CPT_N_CONTEXTS, sizeof *self.transitions);
  self.raised = g_malloc0_n (CPT_N_CONTEXTS, sizeof *self.raised);
  self.transition_squares = g_malloc0_n (CPT_N_CONTEXTS, sizeof *self.transition_squares);
  collect (&self, lessons, words);
  number_features (&self, options->min_count);
  g_printerr ("%u paragraphs, %u features\n", self.examples->len, self.n_features);
  if (options->n_draft_rounds > 0)
    {
      run_rounds (&self, options->n_draft_rounds, options);
      keep_best (&self, options->max_rows);
    }
  run_rounds (&self, options->n_rounds, options);
  model = round_off (&self, words);
  clear (&self);
  return model;
}
