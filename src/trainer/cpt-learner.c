// SPDX-License-Identifier: GPL-3.0-or-later
// Stochastic gradients through the network (see cpt-network.h) and the chain of tags, with inputs, cells and words left
// out by chance (Srivastava et al. 2014) against learning the lessons by heart; the mean over the later passes is rounded to
// integers. Room: trainer.
//
// One thread, fixed order, basic arithmetic only: the same lessons give the same network.
#include "cpt-learner.h"

#include <string.h>

#include "cpt-chain.h"
#include "cpt-inputs.h"

typedef float Row[CPT_N_ROW];
typedef float Vector[CPT_N_VECTOR];

typedef struct
{
  CptKind kinds[CPT_N_PLACES];
  guint16 facts[CPT_N_FACTS];
} Token;

typedef struct
{
  guint n;
  const CptTag *tags;
  guint8 *contexts;
  Token *tokens;
} Example;

/* A word of the stretch at hand, and its row for a place. */
typedef struct
{
  CptKind kind; /* perhaps taken for an unknown one */
  Vector vector, gradient;
} Word;

typedef struct
{
  guint word;
  guint place;
  Row row, gradient;
} Product;

typedef struct
{
  const CptVocabulary *vocabulary;
  const CptLearnOptions *options;
  GArray *examples; /* Example */
  CptTable words, endings, clues, shapes, cueness, matrices, facts, bias, tags, transitions;
  CptPace pace;
  guint64 state;
  /* of the stretch at hand */
  GArray *stretch_words;    /* Word */
  GArray *stretch_products; /* Product */
  GHashTable *word_numbers;
  GHashTable *product_numbers;
  guint room;
  guint (*product_of)[CPT_N_PLACES]; /* number + 1; 0 when left out */
  guint16 *facts_out;                /* bits of the facts left out */
  Row *hidden;                       /* cells after the threshold; those left out are 0 */
  CptScores *emissions;
  CptScores *score_gradients;
} Learner;

static void
for_each_table (Learner *self, void (*function) (CptTable *table, gpointer data), gpointer data)
{
  CptTable *tables[] = { &self->words,    &self->endings, &self->clues, &self->shapes, &self->cueness,
                         &self->matrices, &self->facts,   &self->bias,  &self->tags,   &self->transitions };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    function (tables[i], data);
}

static void
collect_token (const CptInputs *inputs, guint token, Token *result)
{
  CptSharedInputs shared;

  for (guint i = 0; i < CPT_N_WINDOW; i++)
    result->kinds[i] = cpt_inputs_get_kind (inputs, (int)(token + i) - CPT_N_WINDOW / 2);
  cpt_inputs_get_own_facts (inputs, token, result->facts);
  cpt_inputs_get_shared (inputs, token, &shared);
  memcpy (result->kinds + CPT_N_WINDOW, shared.kinds, sizeof shared.kinds);
  memcpy (result->facts + CPT_N_OWN_FACTS, shared.facts, sizeof shared.facts);
}

static void
collect (Learner *self, const GPtrArray *lessons)
{
  for (guint i = 0; i < lessons->len; i++)
    {
      const CptLesson *lesson = g_ptr_array_index (lessons, i);
      g_autoptr (CptInputs) inputs = cpt_inputs_new (lesson->clues, lesson->rule_tags, self->vocabulary->network);

      for (guint begin = 0, end; begin < lesson->reading->n_tokens; begin = end)
        {
          Example example = { .tags = lesson->tags + begin };

          end = cpt_inputs_get_stretch (inputs, begin);
          example.n = end - begin;
          example.contexts = g_new (guint8, example.n);
          example.tokens = g_new (Token, example.n);
          for (guint k = begin; k < end; k++)
            {
              collect_token (inputs, k, &example.tokens[k - begin]);
              example.contexts[k - begin] = (guint8)cpt_inputs_get_context (inputs, k);
            }
          g_array_append_val (self->examples, example);
        }
    }
}

static void
init_tables (Learner *self)
{
  const CptNetwork *network = self->vocabulary->network;

  cpt_table_init (&self->words, network->words.n, CPT_N_VECTOR, 0.1f, &self->state);
  cpt_table_init (&self->endings, network->endings.n + 1, CPT_N_VECTOR, 0.1f, &self->state);
  cpt_table_init (&self->clues, network->clues.n + 1, CPT_N_VECTOR, 0.1f, &self->state);
  cpt_table_init (&self->shapes, CPT_N_SHAPES, CPT_N_VECTOR, 0.1f, &self->state);
  cpt_table_init (&self->cueness, 8, CPT_N_VECTOR, 0.1f, &self->state);
  cpt_table_init (&self->matrices, CPT_N_PLACES * CPT_N_VECTOR, CPT_N_ROW, 0.15f, &self->state);
  cpt_table_init (&self->facts, CPT_N_FACT_ROWS, CPT_N_ROW, 0.05f, &self->state);
  cpt_table_init (&self->bias, 1, CPT_N_ROW, 0.0f, &self->state);
  cpt_table_init (&self->tags, CPT_N_HIDDEN, CPT_N_LANES, 0.2f, &self->state);
  cpt_table_init (&self->transitions, CPT_N_CONTEXTS * CPT_N_TAGS, CPT_N_LANES, 0.0f, &self->state);
}

/* Now and then a known word is taken for an unknown one, so that endings and clues learn to stand in. */
static CptKind
drop_word (Learner *self, CptKind kind)
{
  guint word = CPT_KIND_GET_WORD (kind);
  float drop = (float)self->options->drop_words;

  if (kind & CPT_KIND_UNKNOWN
      || cpt_random (&self->state) >= drop / (drop + (float)self->vocabulary->counts[word]))
    return kind;
  return CPT_KIND_OF_UNKNOWN ((guint)self->vocabulary->endings[word], (guint)self->vocabulary->clues[word],
                              CPT_KIND_GET_SHAPE (kind));
}

typedef void (*PartFunction) (CptTable *table, guint row, float *vector);

/* All tables and rows that a word's vector is the sum of. */
static void
for_each_part (Learner *self, CptKind kind, PartFunction function, float *vector)
{
  gboolean unknown = (kind & CPT_KIND_UNKNOWN) != 0;
  guint word = CPT_KIND_GET_WORD (kind);

  if (!unknown)
    function (&self->words, word, vector);
  function (&self->endings, unknown ? CPT_KIND_GET_ENDING (kind) : self->vocabulary->endings[word], vector);
  function (&self->clues, unknown ? CPT_KIND_GET_CLUE (kind) : self->vocabulary->clues[word], vector);
  function (&self->cueness, unknown ? 0 : self->vocabulary->network->cueness[word], vector);
  function (&self->shapes, CPT_KIND_GET_SHAPE (kind), vector);
}

static void
add_part (CptTable *table, guint row, float *vector)
{
  cpt_floats_add (vector, cpt_table_get (table, row), CPT_N_VECTOR);
}

static void
learn_part (CptTable *table, guint row, float *gradient)
{
  cpt_floats_add (cpt_table_touch (table, row), gradient, CPT_N_VECTOR);
}

static guint
get_word (Learner *self, CptKind kind)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->word_numbers, GUINT_TO_POINTER (kind)));
  Word *word;

  if (number > 0)
    return number - 1;
  g_array_set_size (self->stretch_words, self->stretch_words->len + 1);
  number = self->stretch_words->len;
  word = &g_array_index (self->stretch_words, Word, number - 1);
  memset (word, 0, sizeof *word);
  word->kind = drop_word (self, kind);
  for_each_part (self, word->kind, add_part, word->vector);
  g_hash_table_insert (self->word_numbers, GUINT_TO_POINTER (kind), GUINT_TO_POINTER (number));
  return number - 1;
}

static void
multiply (const float *vector, const CptTable *matrices, guint place, float *row)
{
  for (guint i = 0; i < CPT_N_VECTOR; i++)
    {
      const CptFloats *cells = (const CptFloats *)cpt_table_get (matrices, place * CPT_N_VECTOR + i);

      for (guint k = 0; k < CPT_N_ROW / CPT_N_FLOATS; k++)
        ((CptFloats *)row)[k] += cells[k] * vector[i];
    }
}

static guint
get_product (Learner *self, guint word, guint place)
{
  gpointer key = GUINT_TO_POINTER (word * CPT_N_PLACES + place + 1);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->product_numbers, key));
  Product *product;

  if (number > 0)
    return number - 1;
  g_array_set_size (self->stretch_products, self->stretch_products->len + 1);
  number = self->stretch_products->len;
  product = &g_array_index (self->stretch_products, Product, number - 1);
  memset (product, 0, sizeof *product);
  product->word = word;
  product->place = place;
  multiply (g_array_index (self->stretch_words, Word, word).vector, &self->matrices, place, product->row);
  g_hash_table_insert (self->product_numbers, key, GUINT_TO_POINTER (number));
  return number - 1;
}

static void
sum_inputs (Learner *self, const Token *token, guint i, float *sums)
{
  float drop = (float)self->options->drop_inputs;

  memcpy (sums, cpt_table_get (&self->bias, 0), sizeof (Row));
  for (guint place = 0; place < CPT_N_PLACES; place++)
    {
      guint product;

      self->product_of[i][place] = 0;
      if (token->kinds[place] == CPT_KIND_NONE || cpt_random (&self->state) < drop)
        continue;
      product = get_product (self, get_word (self, token->kinds[place]), place);
      self->product_of[i][place] = product + 1;
      cpt_floats_add (sums, g_array_index (self->stretch_products, Product, product).row, CPT_N_ROW);
    }
  self->facts_out[i] = 0;
  for (guint fact = 0; fact < CPT_N_FACTS; fact++)
    if (cpt_random (&self->state) < drop)
      self->facts_out[i] |= (guint16)(1u << fact);
    else
      cpt_floats_add (sums, cpt_table_get (&self->facts, token->facts[fact]), CPT_N_ROW);
}

static void
weigh (Learner *self, const float *sums, guint i)
{
  float keep = 1.0f - (float)self->options->drop_hidden;
  float *scores = self->emissions[i], *hidden = self->hidden[i];

  memset (scores, 0, sizeof (CptScores));
  memcpy (scores, sums + CPT_N_HIDDEN, CPT_N_DIRECT * sizeof (float));
  for (guint h = 0; h < CPT_N_HIDDEN; h++)
    {
      hidden[h] = cpt_random (&self->state) < keep && sums[h] > 0.0f ? sums[h] / keep : 0.0f;
      for (guint t = 0; hidden[h] > 0.0f && t < CPT_N_LANES; t++)
        scores[t] += hidden[h] * cpt_table_get (&self->tags, h)[t];
    }
}

/* From the gradients of a token's scores to those of its sums. */
static void
learn_weights (Learner *self, guint i, float *sums)
{
  float keep = 1.0f - (float)self->options->drop_hidden;
  const float *scores = self->score_gradients[i], *hidden = self->hidden[i];

  memcpy (sums + CPT_N_HIDDEN, scores, CPT_N_DIRECT * sizeof (float));
  for (guint h = 0; h < CPT_N_HIDDEN; h++)
    {
      const float *weights = cpt_table_get (&self->tags, h);
      float sum = 0.0f, *gradient;

      sums[h] = 0.0f;
      if (hidden[h] == 0.0f)
        continue;
      gradient = cpt_table_touch (&self->tags, h);
      for (guint t = 0; t < CPT_N_LANES; t++)
        gradient[t] += scores[t] * hidden[h];
      for (guint t = 0; t < CPT_N_TAGS; t++)
        sum += weights[t] * scores[t];
      sums[h] = sum / keep;
    }
}

static void
learn_inputs (Learner *self, const Token *token, guint i, const float *sums)
{
  cpt_floats_add (cpt_table_touch (&self->bias, 0), sums, CPT_N_ROW);
  for (guint fact = 0; fact < CPT_N_FACTS; fact++)
    if (!(self->facts_out[i] >> fact & 1u))
      cpt_floats_add (cpt_table_touch (&self->facts, token->facts[fact]), sums, CPT_N_ROW);
  for (guint place = 0; place < CPT_N_PLACES; place++)
    if (self->product_of[i][place] > 0)
      cpt_floats_add (g_array_index (self->stretch_products, Product, self->product_of[i][place] - 1).gradient, sums,
                      CPT_N_ROW);
}

static float
add_up (CptFloats floats)
{
  float sum = 0.0f;

  for (guint i = 0; i < CPT_N_FLOATS; i++)
    sum += floats[i];
  return sum;
}

static void
learn_product (Learner *self, const Product *product)
{
  Word *word = &g_array_index (self->stretch_words, Word, product->word);
  const CptFloats *gradient = (const CptFloats *)product->gradient;

  for (guint i = 0; i < CPT_N_VECTOR; i++)
    {
      guint row = product->place * CPT_N_VECTOR + i;
      const CptFloats *cells = (const CptFloats *)cpt_table_get (&self->matrices, row);
      CptFloats *cell_gradients = (CptFloats *)cpt_table_touch (&self->matrices, row);
      CptFloats sum = cells[0] * gradient[0];

      cell_gradients[0] += gradient[0] * word->vector[i];
      for (guint k = 1; k < CPT_N_ROW / CPT_N_FLOATS; k++)
        {
          sum += cells[k] * gradient[k];
          cell_gradients[k] += gradient[k] * word->vector[i];
        }
      word->gradient[i] += add_up (sum);
    }
}

static void
reserve (Learner *self, guint n)
{
  g_array_set_size (self->stretch_words, 0);
  g_array_set_size (self->stretch_products, 0);
  g_hash_table_remove_all (self->word_numbers);
  g_hash_table_remove_all (self->product_numbers);
  if (n <= self->room)
    return;
  self->room = n;
  self->product_of = g_realloc_n (self->product_of, n, sizeof *self->product_of);
  self->facts_out = g_renew (guint16, self->facts_out, n);
  self->hidden = g_renew (Row, self->hidden, n);
  self->emissions = g_renew (CptScores, self->emissions, n);
  self->score_gradients = g_renew (CptScores, self->score_gradients, n);
}

static void
learn_from (Learner *self, const Example *example)
{
  CptChain chain = { .n = example->n, .tags = example->tags, .contexts = example->contexts };
  Row sums;

  reserve (self, example->n);
  for (guint i = 0; i < example->n; i++)
    {
      sum_inputs (self, &example->tokens[i], i, sums);
      weigh (self, sums, i);
    }
  chain.emissions = self->emissions;
  chain.gradients = self->score_gradients;
  cpt_chain_learn (&chain, &self->transitions);
  for (guint i = 0; i < example->n; i++)
    {
      learn_weights (self, i, sums);
      learn_inputs (self, &example->tokens[i], i, sums);
    }
  for (guint i = 0; i < self->stretch_products->len; i++)
    learn_product (self, &g_array_index (self->stretch_products, Product, i));
  for (guint i = 0; i < self->stretch_words->len; i++)
    {
      Word *word = &g_array_index (self->stretch_words, Word, i);

      for_each_part (self, word->kind, learn_part, word->gradient);
    }
}

static void
step_table (CptTable *table, gpointer learner)
{
  Learner *self = learner;

  cpt_table_step (table, &self->pace, self->options->n_batch);
}

static void
add_to_mean (CptTable *table, gpointer data)
{
  cpt_table_add_to_mean (table);
}

static void
adopt_mean (CptTable *table, gpointer n)
{
  cpt_table_adopt_mean (table, *(guint *)n);
}

static void
clear_table (CptTable *table, gpointer data)
{
  cpt_table_clear (table);
}

static void
shuffle (guint *order, guint n, guint64 *state)
{
  for (guint i = n; i > 1; i--)
    {
      guint k = (guint)(cpt_random (state) * (float)i) % i, other = order[k];

      order[k] = order[i - 1];
      order[i - 1] = other;
    }
}

/* The rate falls to a tenth; the first steps are short. */
#define N_SHORT_STEPS 100

/* In the later half of the steps, one of so many counts for the mean. */
#define N_STEPS_BETWEEN_MEANS 100

static void
run_rounds (Learner *self)
{
  const CptLearnOptions *options = self->options;
  guint n = self->examples->len, n_means = 0;
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint round = 0; round < options->n_rounds; round++)
    {
      shuffle (order, n, &self->state);
      for (guint i = 0; i < n; i++)
        {
          double done = (round + (double)i / n) / options->n_rounds;

          learn_from (self, &g_array_index (self->examples, Example, order[i]));
          if ((i + 1) % options->n_batch != 0)
            continue;
          cpt_pace_count (&self->pace,
                          options->rate * (1.0 - 0.9 * done) * MIN (1.0, (double)self->pace.n_steps / N_SHORT_STEPS));
          for_each_table (self, step_table, self);
          if (done < 0.5 || self->pace.n_steps % N_STEPS_BETWEEN_MEANS != 0)
            continue;
          for_each_table (self, add_to_mean, NULL);
          n_means++;
        }
      g_printerr ("pass %u of %u\n", round + 1, options->n_rounds);
    }
  for_each_table (self, adopt_mean, &n_means);
}

static gint16
to_fixed (float value, guint shift)
{
  float scaled = value * (float)(1u << shift);

  return (gint16)CLAMP ((gint32)(scaled < 0.0f ? scaled - 0.5f : scaled + 0.5f), -32000, 32000);
}

static void
round_values (const float *values, guint n, guint shift, gint16 *result)
{
  for (guint i = 0; i < n; i++)
    result[i] = to_fixed (values[i], shift);
}

static void
round_vectors (Learner *self, CptNetwork *network)
{
  for (guint i = 0; i < network->words.n; i++)
    {
      Vector vector = { 0 };

      add_part (&self->words, i, vector);
      add_part (&self->endings, self->vocabulary->endings[i], vector);
      add_part (&self->clues, self->vocabulary->clues[i], vector);
      add_part (&self->cueness, network->cueness[i], vector);
      round_values (vector, CPT_N_VECTOR, CPT_VECTOR_SHIFT, network->word_vectors[i]);
    }
  for (guint i = 0; i <= network->endings.n; i++)
    {
      Vector vector = { 0 };

      add_part (&self->endings, i, vector);
      add_part (&self->cueness, 0, vector);
      round_values (vector, CPT_N_VECTOR, CPT_VECTOR_SHIFT, network->ending_vectors[i]);
    }
  for (guint i = 0; i <= network->clues.n; i++)
    round_values (cpt_table_get (&self->clues, i), CPT_N_VECTOR, CPT_VECTOR_SHIFT, network->clue_vectors[i]);
  for (guint i = 0; i < CPT_N_SHAPES; i++)
    round_values (cpt_table_get (&self->shapes, i), CPT_N_VECTOR, CPT_VECTOR_SHIFT, network->shape_vectors[i]);
}

/* A cue is made a little likelier than learnt: a missed attribution costs as much as a wrong one, and numbers that are
 * pulled towards nothing are too shy. */
#define CUE_BONUS 0.8f

static gint16
round_transition (Learner *self, guint context, CptTag before, CptTag tag)
{
  float score = cpt_table_get (&self->transitions, context * CPT_N_TAGS + before)[tag];

  if (!cpt_tag_may_follow (before, tag))
    return CPT_FORBIDDEN;
  return to_fixed (tag == CPT_TAG_CUE && before != tag ? score + CUE_BONUS : score, CPT_SCORE_SHIFT);
}

/* Takes the network of @vocabulary over and fills it in. */
static CptNetwork *
round_off (Learner *self, CptVocabulary *vocabulary)
{
  CptNetwork *network = vocabulary->network;

  round_vectors (self, network);
  for (guint place = 0; place < CPT_N_PLACES; place++)
    for (guint i = 0; i < CPT_N_VECTOR; i++)
      round_values (cpt_table_get (&self->matrices, place * CPT_N_VECTOR + i), CPT_N_ROW, CPT_VECTOR_SHIFT,
                    network->matrices[place][i]);
  for (guint i = 0; i < CPT_N_FACT_ROWS; i++)
    for (guint k = 0; k < CPT_N_ROW; k++)
      {
        gint16 cell = to_fixed (cpt_table_get (&self->facts, i)[k], CPT_ROW_SHIFT);

        network->facts[i][k] = (gint8)CLAMP (cell, -CPT_MAX_CELL, CPT_MAX_CELL);
      }
  round_values (cpt_table_get (&self->bias, 0), CPT_N_ROW, CPT_ROW_SHIFT, network->bias);
  for (guint tag = 0; tag < CPT_N_TAGS; tag++)
    for (guint h = 0; h < CPT_N_HIDDEN; h++)
      network->tags[tag][h] = to_fixed (cpt_table_get (&self->tags, h)[tag], CPT_VECTOR_SHIFT);
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        network->transitions[c][a][b] = round_transition (self, c, (CptTag)a, (CptTag)b);
  cpt_network_finish (network);
  vocabulary->network = NULL;
  return network;
}

static void
clear (Learner *self)
{
  for_each_table (self, clear_table, NULL);
  for (guint i = 0; i < self->examples->len; i++)
    {
      g_free (g_array_index (self->examples, Example, i).contexts);
      g_free (g_array_index (self->examples, Example, i).tokens);
    }
  g_array_unref (self->examples);
  g_array_unref (self->stretch_words);
  g_array_unref (self->stretch_products);
  g_hash_table_unref (self->word_numbers);
  g_hash_table_unref (self->product_numbers);
  g_free (self->product_of);
  g_free (self->facts_out);
  g_free (self->hidden);
  g_free (self->emissions);
  g_free (self->score_gradients);
}

/**
 * cpt_learn:
 * @lessons: (element-type CptLesson): what to learn from
 * @options: how
 *
 * Returns: (transfer full): a network; its table of precisions is still empty
 */
CptNetwork *
cpt_learn (const GPtrArray *lessons, const CptLearnOptions *options)
{
  g_autoptr (CptVocabulary) vocabulary = cpt_vocabulary_learn (lessons);
  Learner self = { .vocabulary = vocabulary, .options = options, .state = options->seed, .pace = { .decay = options->decay } };
  CptNetwork *network;

  self.examples = g_array_new (FALSE, TRUE, sizeof (Example));
  self.stretch_words = g_array_new (FALSE, FALSE, sizeof (Word));
  self.stretch_products = g_array_new (FALSE, FALSE, sizeof (Product));
  self.word_numbers = g_hash_table_new (NULL, NULL);
  self.product_numbers = g_hash_table_new (NULL, NULL);
  init_tables (&self);
  collect (&self, lessons);
  g_printerr ("%u stretches, %u words\n", self.examples->len, vocabulary->network->words.n);
  run_rounds (&self);
  network = round_off (&self, vocabulary);
  clear (&self);
  return network;
}
