// SPDX-License-Identifier: GPL-3.0-or-later
// Counts words, their endings and clue sets, and how often a word is part of a cue. Room: trainer.
#include "cpt-vocabulary.h"

#include "cpt-inputs.h"

#include <string.h>

/* A word, an ending, a clue set is known when it occurs so often. */
#define MIN_WORDS 3
#define MIN_ENDINGS 5
#define MIN_CLUES 3

typedef struct
{
  guint32 hash;
  guint count;
  guint cue_count;
  guint32 ending; /* hash; 0 for marks and numbers */
  guint32 clues;  /* hash; 0 for none */
} Entry;

typedef struct
{
  GHashTable *numbers; /* hash -> number + 1 */
  GArray *entries;     /* Entry */
} Counter;

static Counter
counter_new (void)
{
  return (Counter){ g_hash_table_new (NULL, NULL), g_array_new (FALSE, TRUE, sizeof (Entry)) };
}

static Entry *
counter_get (Counter *self, guint32 hash)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (hash)));
  Entry fresh = { .hash = hash };

  if (number == 0)
    {
      g_array_append_val (self->entries, fresh);
      number = self->entries->len;
      g_hash_table_insert (self->numbers, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (number));
    }
  return &g_array_index (self->entries, Entry, number - 1);
}

static int
compare_by_hash (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const Entry *)a)->hash, second = ((const Entry *)b)->hash;

  return first < second ? -1 : first > second;
}

/* Forgets what is rare, and puts the rest in the order of the network. */
static void
counter_finish (Counter *self, guint min_count)
{
  guint kept = 0;

  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).count >= min_count)
      g_array_index (self->entries, Entry, kept++) = g_array_index (self->entries, Entry, i);
  g_array_set_size (self->entries, kept);
  g_array_sort (self->entries, compare_by_hash);
}

static void
counter_clear (Counter *self)
{
  g_hash_table_unref (self->numbers);
  g_array_unref (self->entries);
}

static void
count_token (const CptLesson *lesson, guint token, guint32 form, Counter *words, Counter *endings, Counter *clues)
{
  const CptToken *item = &lesson->reading->tokens[token];
  Entry *word = counter_get (words, form);

  word->count++;
  word->cue_count += cpt_tag_get_role (lesson->tags[token]) == CPT_ROLE_CUE;
  if (item->word == CPT_NO_WORD || item->kind == CPT_TOKEN_NUMBER)
    return;
  word->ending = cpt_inputs_hash_ending (cpt_tokens_get_word (lesson->reading->token_table, item->word));
  counter_get (endings, word->ending)->count++;
  if (cpt_clues_at (lesson->clues, token) == 0)
    return;
  word->clues = cpt_network_hash_clues (cpt_clues_at (lesson->clues, token));
  counter_get (clues, word->clues)->count++;
}

static guint8
cueness_of (const Entry *word)
{
  static const double thresholds[] = { 0.01, 0.05, 0.12, 0.25, 0.45, 0.7 };
  double share = (word->cue_count + 0.1) / (word->count + 2.0);
  guint8 cueness = 1;

  for (guint i = 0; i < G_N_ELEMENTS (thresholds) && share >= thresholds[i]; i++)
    cueness++;
  return cueness;
}

static void
copy_hashes (const Counter *counter, CptHashes *hashes)
{
  for (guint i = 0; i < counter->entries->len; i++)
    hashes->hashes[i] = g_array_index (counter->entries, Entry, i).hash;
}

/**
 * cpt_vocabulary_learn:
 * @lessons: (element-type CptLesson): texts
 *
 * Returns: (transfer full): what is known of their words
 */
CptVocabulary *
cpt_vocabulary_learn (const GPtrArray *lessons)
{
  CptVocabulary *self = g_new0 (CptVocabulary, 1);
  Counter words = counter_new (), endings = counter_new (), clues = counter_new ();

  for (guint i = 0; i < lessons->len; i++)
    {
      const CptLesson *lesson = g_ptr_array_index (lessons, i);

      for (guint k = 0; k < lesson->reading->n_tokens; k++)
        count_token (lesson, k, cpt_inputs_hash_form (lesson->clues, k), &words, &endings, &clues);
    }
  counter_finish (&words, MIN_WORDS);
  counter_finish (&endings, MIN_ENDINGS);
  counter_finish (&clues, MIN_CLUES);
  self->network = cpt_network_new (words.entries->len, endings.entries->len, MIN (clues.entries->len, CPT_MAX_CLUES - 1));
  copy_hashes (&words, &self->network->words);
  copy_hashes (&endings, &self->network->endings);
  clues.entries->len = self->network->clues.n;
  copy_hashes (&clues, &self->network->clues);
  cpt_network_finish (self->network);
  self->counts = g_new0 (guint, words.entries->len + 1);
  self->endings = g_new0 (guint16, words.entries->len + 1);
  self->clues = g_new0 (guint16, words.entries->len + 1);
  for (guint i = 0; i < words.entries->len; i++)
    {
      const Entry *word = &g_array_index (words.entries, Entry, i);

      self->network->cueness[i] = cueness_of (word);
      self->counts[i] = word->count;
      self->endings[i] = (guint16)(word->ending != 0 ? cpt_hashes_find (&self->network->endings, word->ending) : 0);
      self->clues[i] = (guint16)(word->clues != 0 ? cpt_hashes_find (&self->network->clues, word->clues) : 0);
    }
  counter_clear (&words);
  counter_clear (&endings);
  counter_clear (&clues);
  return self;
}

void
cpt_vocabulary_free (CptVocabulary *self)
{
  if (self == NULL)
    return;
  cpt_network_free (self->network);
  g_free (self->counts);
  g_free (self->endings);
  g_free (self->clues);
  g_free (self);
}
