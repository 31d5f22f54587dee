// SPDX-License-Identifier: GPL-3.0-or-later
// Counts how often a word is part of a cue, and clusters words by their neighbours. Room: trainer.
//
// Clusters: spherical k-means over the square roots of the counts of the most frequent words to the left and to the
// right (Clark 2003 and others found such classes to stand in for parts of speech). Single precision in a fixed order,
// without fused operations, so that the result is the same on every machine.
#include "cpt-word-learner.h"

#include <math.h>
#include <string.h>

#define MIN_COUNT 4
#define N_NEIGHBOURS 400
#define N_CLUSTERS 200
#define N_ROUNDS 12
#define N_DIMENSIONS (2 * N_NEIGHBOURS)

typedef struct
{
  guint32 hash;
  guint count;
  guint cue_count;
  int neighbour; /* its rank among the most frequent words, or -1 */
  guint cluster;
  float *vector;
} Word;

typedef struct
{
  const GPtrArray *lessons;
  GHashTable *numbers; /* word hash -> number + 1 */
  GArray *words;       /* Word */
  float (*centres)[N_DIMENSIONS];
} Learner;

static guint32
hash_at (const CptLesson *lesson, guint token)
{
  const CptToken *item = &lesson->reading->tokens[token];

  return item->word == CPT_NO_WORD
             ? item->first + 16
             : cpt_features_hash_word (cpt_tokens_get_word (lesson->reading->token_table, item->word));
}

static Word *
word_of (Learner *self, guint32 hash)
{
  gpointer found = g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (hash));

  return found == NULL ? NULL : &g_array_index (self->words, Word, GPOINTER_TO_UINT (found) - 1);
}

static void
count_word (Learner *self, guint32 hash, gboolean cue)
{
  Word *word = word_of (self, hash);
  Word fresh = { .hash = hash, .neighbour = -1 };

  if (word == NULL)
    {
      g_array_append_val (self->words, fresh);
      g_hash_table_insert (self->numbers, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (self->words->len));
      word = &g_array_index (self->words, Word, self->words->len - 1);
    }
  word->count++;
  word->cue_count += cue;
}

static void
count_words (Learner *self)
{
  for (guint i = 0; i < self->lessons->len; i++)
    {
      const CptLesson *lesson = g_ptr_array_index (self->lessons, i);

      for (guint k = 0; k < lesson->reading->n_tokens; k++)
        count_word (self, hash_at (lesson, k), cpt_tag_get_role (lesson->tags[k]) == CPT_ROLE_CUE);
    }
}

static int
compare_by_count (gconstpointer a, gconstpointer b)
{
  const Word *first = a, *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->hash < second->hash ? -1 : first->hash > second->hash;
}

static int
compare_by_hash (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const Word *)a)->hash, second = ((const Word *)b)->hash;

  return first < second ? -1 : first > second;
}

/* The most frequent first; rare words go. */
static void
rank_words (Learner *self)
{
  guint kept = 0;

  g_array_sort (self->words, compare_by_count);
  while (kept < self->words->len && g_array_index (self->words, Word, kept).count >= MIN_COUNT)
    kept++;
  g_array_set_size (self->words, kept);
  g_hash_table_remove_all (self->numbers);
  for (guint i = 0; i < kept; i++)
    {
      Word *word = &g_array_index (self->words, Word, i);

      word->neighbour = i < N_NEIGHBOURS ? (int)i : -1;
      word->vector = g_new0 (float, N_DIMENSIONS);
      g_hash_table_insert (self->numbers, GUINT_TO_POINTER (word->hash), GUINT_TO_POINTER (i + 1));
    }
}

static void
count_neighbours (Learner *self, const CptLesson *lesson)
{
  Word *left = NULL;

  for (guint i = 0; i < lesson->reading->n_tokens; i++)
    {
      Word *here = word_of (self, hash_at (lesson, i));

      if (left != NULL && here != NULL && left->neighbour >= 0)
        here->vector[left->neighbour] += 1.0f;
      if (left != NULL && here != NULL && here->neighbour >= 0)
        left->vector[N_NEIGHBOURS + here->neighbour] += 1.0f;
      left = here;
    }
}

static void
normalise (float *vector)
{
  float sum = 0.0f;

  for (guint i = 0; i < N_DIMENSIONS; i++)
    sum += vector[i] * vector[i];
  sum = sum > 0.0f ? sqrtf (sum) : 1.0f;
  for (guint i = 0; i < N_DIMENSIONS; i++)
    vector[i] /= sum;
}

static float
likeness (const float *a, const float *b)
{
  float sums[8] = { 0 };

  for (guint i = 0; i < N_DIMENSIONS; i += 8)
    for (guint k = 0; k < 8; k++)
      sums[k] += a[i + k] * b[i + k];
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

static void
assign_clusters (Learner *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      Word *word = &g_array_index (self->words, Word, i);
      float best = -1.0f;

      for (guint k = 0; k < N_CLUSTERS; k++)
        {
          float score = likeness (word->vector, self->centres[k]);

          if (score > best)
            {
              best = score;
              word->cluster = k;
            }
        }
    }
}

static void
move_centres (Learner *self)
{
  memset (self->centres, 0, N_CLUSTERS * sizeof *self->centres);
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);
      float weight = sqrtf ((float)word->count);

      for (guint d = 0; d < N_DIMENSIONS; d++)
        self->centres[word->cluster][d] += weight * word->vector[d];
    }
  for (guint k = 0; k < N_CLUSTERS; k++)
    normalise (self->centres[k]);
}

static void
cluster_words (Learner *self)
{
  self->centres = g_malloc0_n (N_CLUSTERS, sizeof *self->centres);
  for (guint i = 0; i < self->lessons->len; i++)
    count_neighbours (self, g_ptr_array_index (self->lessons, i));
  for (guint i = 0; i < self->words->len; i++)
    {
      Word *word = &g_array_index (self->words, Word, i);

      for (guint d = 0; d < N_DIMENSIONS; d++)
        word->vector[d] = sqrtf (word->vector[d]);
      normalise (word->vector);
    }
  for (guint k = 0; k < N_CLUSTERS && 3 * k < self->words->len; k++)
    memcpy (self->centres[k], g_array_index (self->words, Word, 3 * k).vector, sizeof self->centres[k]);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      assign_clusters (self);
      move_centres (self);
    }
  g_free (self->centres);
}

static guint
cueness_of (const Word *word)
{
  static const double thresholds[] = { 0.01, 0.05, 0.12, 0.25, 0.45, 0.7 };
  double share = (word->cue_count + 0.1) / (word->count + 2.0);
  guint cueness = 1;

  for (guint i = 0; i < G_N_ELEMENTS (thresholds) && share >= thresholds[i]; i++)
    cueness++;
  return cueness;
}

/* A model that knows words, and no feature yet. */
CptModel *
cpt_learn_words (const GPtrArray *lessons)
{
  Learner self = { .lessons = lessons, .numbers = g_hash_table_new (NULL, NULL) };
  CptModel *model;

  self.words = g_array_new (FALSE, TRUE, sizeof (Word));
  count_words (&self);
  rank_words (&self);
  cluster_words (&self);
  g_array_sort (self.words, compare_by_hash);
  model = cpt_model_new (self.words->len, 0);
  for (guint i = 0; i < self.words->len; i++)
    {
      const Word *word = &g_array_index (self.words, Word, i);

      model->word_hashes[i] = word->hash;
      model->word_values[i] = CPT_WORD_VALUE (cueness_of (word), word->cluster + 1);
      g_free (word->vector);
    }
  g_array_unref (self.words);
  g_hash_table_unref (self.numbers);
  return model;
}
