// SPDX-License-Identifier: GPL-3.0-or-later
// Topics found in a text itself: the words and pairs of words that several sentences share and that not every text has.
// Chosen greedily, each for the sentences that no earlier one covers. Room: core/analysis/topics; knows no profile.
#include "cpt-found-topics.h"

#include "cpt-common-words.h"

#include <string.h>

/* Two stem numbers make one pointer-sized key. */
G_STATIC_ASSERT (sizeof (gsize) >= 8);

#define NO_STEM G_MAXUINT32
#define MAX_CANDIDATES 64
#define MIN_WORD_BYTES 3
/* A pair of words names a topic better than one word. */
#define PAIR_BONUS 1.8f
/* A name of a person or place is rarely what a sentence is about. */
#define NAME_PENALTY 0.65f
/* A word that never stands after an article may be no noun; half of its occurrences there make it surely one. */
#define WEIGHT_OF_NO_NOUN 0.4f
#define NOUN_GAIN 2.0f
/* Words with so many letters or more count as rare as can be: length stands for a frequency list of every language. */
#define LETTERS_OF_RARE_WORDS 9.0f
/* What holds more than this share of the sentences divides nothing. */
#define MAX_USEFUL_SHARE 0.45f

/* A stem, or two adjacent ones. */
typedef struct
{
  guint32 first, second; /* stem numbers; second is NO_STEM for single words */
  guint n_sentences;
  guint last_sentence;
  guint n_tokens;
  guint n_names; /* occurrences with a capital inside a sentence */
  guint n_nouns; /* occurrences after an article or the like */
  guint token;   /* where its words stand first, inside a sentence if possible */
  gboolean token_is_inside;
  float weight;
  int topic; /* once chosen */
} Candidate;

typedef struct
{
  guint candidate;
  guint sentence;
  guint token;
} Posting;

typedef struct
{
  const CptOpenSentences *input;
  guint32 *stem_of_word; /* by word number */
  GArray *stems;         /* CptTopicWord: one word of each stem */
  GArray *candidates; /* Candidate; those of single stems first, by stem number */
  GHashTable *pairs;  /* key of a pair -> index of its candidate */
  GArray *postings;   /* Posting */
  guint n_open;
  gboolean is_english; /* whose articles tell nouns */
} Finder;

static void
finder_clear (Finder *self)
{
  g_free (self->stem_of_word);
  g_array_unref (self->stems);
  g_array_unref (self->candidates);
  g_hash_table_unref (self->pairs);
  g_array_unref (self->postings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

static inline Candidate *
get_candidate (Finder *self, guint index)
{
  return &g_array_index (self->candidates, Candidate, index);
}

static gboolean
has_min_length (const char *word)
{
  for (guint i = 0; i < MIN_WORD_BYTES; i++)
    if (word[i] == '\0')
      return FALSE;
  return TRUE;
}

static const CptTopicWord *
get_stem (const Finder *self, guint32 stem)
{
  return &g_array_index (self->stems, CptTopicWord, stem);
}

/* One pointer a root: its bits make a good place in a table. */
static guint32
add_stem (Finder *self, guint32 *table, guint32 mask, const CptTopicWord *word)
{
  gsize place = (GPOINTER_TO_SIZE (word->root) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40;
  Candidate candidate = { .first = self->stems->len, .second = NO_STEM, .last_sentence = G_MAXUINT, .topic = -1 };

  for (place &= mask; table[place] != 0; place = (place + 1) & mask)
    if (get_stem (self, table[place] - 1)->root == word->root)
      return table[place] - 1;
  g_array_append_val (self->stems, *word);
  g_array_append_val (self->candidates, candidate);
  table[place] = self->stems->len;
  return self->stems->len - 1;
}

/* Once for each distinct word of the text. */
static void
number_stems (Finder *self)
{
  const CptTokens *table = self->input->reading->token_table;
  guint n_words = cpt_tokens_get_n_words (table);
  guint32 size = 16;
  g_autofree guint32 *places = NULL;

  while (size < 2 * n_words)
    size *= 2;
  places = g_new0 (guint32, size);
  self->stem_of_word = g_new (guint32, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    {
      const CptTopicWord *word = &self->input->words[i];
      const char *letters = cpt_tokens_get_word (table, i);
      gboolean content = !(word->classes & CPT_WORD_COMMON) && *letters != '\'' && has_min_length (letters);

      self->stem_of_word[i] = content ? add_stem (self, places, size - 1, word) : NO_STEM;
    }
}

static guint32
stem_at (const Finder *self, guint token)
{
  const CptToken *t = &self->input->reading->tokens[token];

  if (t->kind != CPT_TOKEN_WORD || t->flags & CPT_TOKEN_HAS_DIGIT)
    return NO_STEM;
  return self->stem_of_word[t->word];
}

static gboolean
opens_noun_phrase (const Finder *self, guint token)
{
  guint32 word = self->input->reading->tokens[token].word;

  return word != CPT_NO_WORD && self->input->words[word].classes & CPT_WORD_OPENS_NOUN_PHRASE;
}

static void
count (Finder *self, guint index, guint sentence, guint token)
{
  Candidate *candidate = get_candidate (self, index);
  const CptReading *reading = self->input->reading;
  gboolean inside = token > reading->sentences[sentence].begin_token;

  if (candidate->n_tokens == 0 || (inside && !candidate->token_is_inside))
    {
      candidate->token = token;
      candidate->token_is_inside = inside;
    }
  candidate->n_tokens++;
  candidate->n_names += inside && reading->tokens[token].flags & CPT_TOKEN_CAPITALISED;
  candidate->n_nouns += inside && opens_noun_phrase (self, token - 1);
  if (candidate->last_sentence != sentence)
    {
      candidate->last_sentence = sentence;
      candidate->n_sentences++;
    }
}

static gpointer
pair_key (guint32 first, guint32 second)
{
  return GSIZE_TO_POINTER ((gsize)((guint64)first << 32 | second));
}

static guint
add_pair (Finder *self, guint32 first, guint32 second)
{
  gpointer key = pair_key (first, second);
  gpointer found = g_hash_table_lookup (self->pairs, key);
  Candidate candidate = { .first = first, .second = second, .last_sentence = G_MAXUINT, .topic = -1 };

  if (found != NULL)
    return GPOINTER_TO_UINT (found);
  g_array_append_val (self->candidates, candidate);
  g_hash_table_insert (self->pairs, key, GUINT_TO_POINTER (self->candidates->len - 1));
  return self->candidates->len - 1;
}

/* Words first: a pair is worth counting only when both its words come back. */
static void
count_words (Finder *self, guint sentence)
{
  const CptSentence *s = &self->input->reading->sentences[sentence];

  for (guint i = s->begin_token; i < s->end_token; i++)
    {
      guint32 stem = stem_at (self, i);

      if (stem != NO_STEM)
        count (self, stem, sentence, i);
    }
}

static gboolean
comes_back (Finder *self, guint32 stem)
{
  return stem != NO_STEM && get_candidate (self, stem)->n_sentences >= self->input->min_sentences;
}

static void
count_pairs (Finder *self, guint sentence)
{
  const CptSentence *s = &self->input->reading->sentences[sentence];

  for (guint i = s->begin_token; i + 1 < s->end_token; i++)
    {
      guint32 first = stem_at (self, i);
      guint32 second = stem_at (self, i + 1);

      if (first != second && comes_back (self, first) && comes_back (self, second))
        count (self, add_pair (self, first, second), sentence, i);
    }
}

static float
rarity_of_stem (const Finder *self, guint32 stem)
{
  return MIN (1.0f, (float)get_stem (self, stem)->n_letters / LETTERS_OF_RARE_WORDS);
}

static float
weigh (const Finder *self, const Candidate *candidate)
{
  float rarity = rarity_of_stem (self, candidate->first);
  float names = (float)candidate->n_names / (float)candidate->n_tokens;
  float nouns = (float)candidate->n_nouns / (float)candidate->n_tokens;
  float share = (float)candidate->n_sentences / (float)self->n_open;

  if (candidate->second != NO_STEM)
    rarity = PAIR_BONUS * (rarity + rarity_of_stem (self, candidate->second)) / 2.0f;
  if (share > MAX_USEFUL_SHARE && self->n_open > 6)
    rarity *= 1.0f - (share - MAX_USEFUL_SHARE);
  if (self->is_english && candidate->second == NO_STEM)
    rarity *= WEIGHT_OF_NO_NOUN + (1.0f - WEIGHT_OF_NO_NOUN) * MIN (1.0f, NOUN_GAIN * nouns);
  return rarity * (1.0f - NAME_PENALTY * names);
}

static int
compare_promise (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;
  float difference = y->weight * (float)y->n_sentences - x->weight * (float)x->n_sentences;

  if (difference > 0.0f || difference < 0.0f)
    return difference > 0.0f ? 1 : -1;
  return x->token < y->token ? -1 : x->token > y->token;
}

/* Keeps the most promising candidates; the numbers of candidates change. */
static void
keep_promising (Finder *self)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = get_candidate (self, i);

      if (candidate->n_sentences < self->input->min_sentences)
        continue;
      candidate->weight = weigh (self, candidate);
      g_array_append_val (kept, *candidate);
    }
  g_array_sort (kept, compare_promise);
  g_array_set_size (kept, MIN (kept->len, MAX_CANDIDATES));
  g_array_unref (self->candidates);
  self->candidates = kept;
}

static void
post (Finder *self, gpointer found, guint sentence, guint token)
{
  guint index = GPOINTER_TO_UINT (found) - 1;
  Candidate *candidate = found != NULL ? get_candidate (self, index) : NULL;

  if (candidate == NULL || candidate->last_sentence == sentence)
    return;
  candidate->last_sentence = sentence;
  g_array_append_val (self->postings, ((Posting){ index, sentence, token }));
}

/* In which sentences the kept candidates stand. */
static void
collect_postings (Finder *self)
{
  const CptReading *reading = self->input->reading;
  g_autoptr (GHashTable) kept = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = get_candidate (self, i);

      candidate->last_sentence = G_MAXUINT;
      g_hash_table_insert (kept, pair_key (candidate->first, candidate->second), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < reading->n_sentences; i++)
    for (guint j = reading->sentences[i].begin_token; self->input->open[i] && j < reading->sentences[i].end_token; j++)
      {
        guint32 stem = stem_at (self, j);

        if (stem == NO_STEM)
          continue;
        post (self, g_hash_table_lookup (kept, pair_key (stem, NO_STEM)), i, j);
        if (j + 1 < reading->sentences[i].end_token && stem_at (self, j + 1) != NO_STEM)
          post (self, g_hash_table_lookup (kept, pair_key (stem, stem_at (self, j + 1))), i, j);
      }
}

static gboolean
shares_stem (const Candidate *a, const Candidate *b)
{
  return a->first == b->first || a->first == b->second
         || (a->second != NO_STEM && (a->second == b->first || a->second == b->second));
}

/* The candidate that says most about sentences that no topic covers yet, or -1. */
static int
pick (Finder *self, const CptFoundChoice *choices)
{
  guint n_new[MAX_CANDIDATES] = { 0 };
  int best = -1;
  float best_gain = 0.0f;

  for (guint i = 0; i < self->postings->len; i++)
    {
      const Posting *posting = &g_array_index (self->postings, Posting, i);

      n_new[posting->candidate] += choices[posting->sentence].topic < 0;
    }
  for (guint i = 0; i < self->candidates->len; i++)
    {
      float gain = (float)n_new[i] * get_candidate (self, i)->weight;
      gboolean taken = n_new[i] < self->input->min_sentences;

      for (guint j = 0; j < self->candidates->len && !taken; j++)
        taken = get_candidate (self, j)->topic >= 0 && shares_stem (get_candidate (self, i), get_candidate (self, j));
      if (!taken && gain > best_gain)
        {
          best = (int)i;
          best_gain = gain;
        }
    }
  return best;
}

static char *
capitalise (const char *words)
{
  const char *rest = g_utf8_next_char (words);
  g_autofree char *first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

static const char *
make_name (Finder *self, const Candidate *candidate)
{
  const CptReading *reading = self->input->reading;
  guint last = candidate->token + (candidate->second != NO_STEM);
  gsize begin = reading->tokens[candidate->token].begin_bytes;
  g_autofree char *words = g_strndup (reading->text + begin, reading->tokens[last].end_bytes - begin);
  g_autofree char *lower = g_utf8_strdown (words, -1);
  gboolean is_name = candidate->n_names * 2 > candidate->n_tokens;
  g_autofree char *name = capitalise (is_name ? words : lower);

  g_strdelimit (name, "\n\r\t", ' ');
  return g_string_chunk_insert (self->input->strings, name);
}

static const char *
make_id (Finder *self, const Candidate *candidate)
{
  gboolean pair = candidate->second != NO_STEM;
  g_autofree char *id = g_strconcat ("found-", get_stem (self, candidate->first)->root, pair ? "-" : NULL,
                                     pair ? get_stem (self, candidate->second)->root : NULL, NULL);

  return g_string_chunk_insert (self->input->strings, id);
}

static void
cover (Finder *self, guint index, int topic, CptFoundChoice *choices)
{
  get_candidate (self, index)->topic = topic;
  for (guint i = 0; i < self->postings->len; i++)
    {
      const Posting *posting = &g_array_index (self->postings, Posting, i);

      if (posting->candidate == index && choices[posting->sentence].topic < 0)
        choices[posting->sentence] = (CptFoundChoice){ topic, posting->token };
    }
}

/**
 * cpt_found_topics_find:
 * @sentences: those that look for a topic
 * @choices: (out caller-allocates): by sentence of the reading: which found topic it has
 *
 * Returns: (transfer full) (element-type CptFoundTopic): at most %CPT_MAX_FOUND_TOPICS topics, in the order in which
 * they were chosen; perhaps none
 *
 * Cost: linear in the tokens, and a sort of the words that come back.
 */
GArray *
cpt_found_topics_find (const CptOpenSentences *sentences, CptFoundChoice *choices)
{
  GArray *topics = g_array_new (FALSE, FALSE, sizeof (CptFoundTopic));
  g_auto (Finder) self = {
    .input = sentences,
    .stems = g_array_new (FALSE, FALSE, sizeof (CptTopicWord)),
    .candidates = g_array_new (FALSE, FALSE, sizeof (Candidate)),
    .pairs = g_hash_table_new (g_direct_hash, g_direct_equal),
    .postings = g_array_new (FALSE, FALSE, sizeof (Posting)),
    .is_english = g_str_equal (sentences->language, "en"),
  };

  number_stems (&self);
  for (guint i = 0; i < sentences->reading->n_sentences; i++)
    {
      choices[i] = (CptFoundChoice){ -1, 0 };
      self.n_open += sentences->open[i];
      if (sentences->open[i])
        count_words (&self, i);
    }
  for (guint i = 0; i < sentences->reading->n_sentences; i++)
    if (sentences->open[i])
      count_pairs (&self, i);
  keep_promising (&self);
  collect_postings (&self);
  for (int best = pick (&self, choices); best >= 0 && topics->len < CPT_MAX_FOUND_TOPICS; best = pick (&self, choices))
    {
      const Candidate *candidate = get_candidate (&self, (guint)best);
      CptFoundTopic topic = { make_id (&self, candidate), make_name (&self, candidate), FALSE };

      cover (&self, (guint)best, (int)topics->len, choices);
      g_array_append_val (topics, topic);
    }
  return topics;
}
