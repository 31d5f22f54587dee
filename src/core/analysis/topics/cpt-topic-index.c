// SPDX-License-Identifier: GPL-3.0-or-later
// Topic words by stem, one lexicon a language. Room: core/analysis/topics; reads profiles, no articles.
#include "cpt-topic-index.h"

#include "cpt-common-words.h"

#include <string.h>

/* So many words of a language are remembered from article to article: some 5 MB. */
#define MAX_REMEMBERED_WORDS 40000
#define MAX_REMEMBERED_BYTES 40

/* What each word of a phrase beyond the first adds to its weight: "peace talks" says more than "talks". */
#define WEIGHT_PER_FURTHER_WORD 0.6f

struct _CptTopicIndex
{
  gatomicrefcount ref_count;
  CptProfile *profile;
  GMutex lock;       /* of lexica */
  GPtrArray *lexica; /* CptTopicLexicon, by order of first use; never changed once in */
};

static void
lexicon_free (gpointer data)
{
  CptTopicLexicon *lexicon = data;

  g_free (lexicon->language);
  g_hash_table_unref (lexicon->stem_numbers);
  g_array_unref (lexicon->phrases);
  g_array_unref (lexicon->first_phrases);
  cpt_stemmer_free (lexicon->stemmer);
  g_hash_table_unref (lexicon->words);
  g_hash_table_unref (lexicon->roots);
  g_string_chunk_free (lexicon->strings);
  g_free (lexicon);
}

static guint32
intern_stem (CptTopicLexicon *lexicon, const char *word)
{
  gsize length = strlen (word);
  const char *cut = cpt_stemmer_cut (lexicon->stemmer, word, &length);
  g_autofree char *stem = g_strndup (cut, length);
  gpointer found = g_hash_table_lookup (lexicon->stem_numbers, stem);
  const int none = -1;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  g_array_append_val (lexicon->first_phrases, none);
  g_hash_table_insert (lexicon->stem_numbers, g_steal_pointer (&stem), GUINT_TO_POINTER (lexicon->first_phrases->len));
  return lexicon->first_phrases->len - 1;
}

/* Phrases are cut at blanks and hyphens, as the tokens of a text are. */
static void
add_phrase (CptTopicLexicon *lexicon, guint topic, const char *words)
{
  g_autofree char *folded = g_utf8_strdown (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " -\t\n", -1);
  CptTopicPhrase phrase = { .topic = topic, .next = -1 };
  int *first;

  for (guint i = 0; parts[i] != NULL && phrase.n_words < CPT_TOPIC_PHRASE_MAX_WORDS; i++)
    if (*parts[i] != '\0')
      phrase.stems[phrase.n_words++] = intern_stem (lexicon, parts[i]);
  if (phrase.n_words == 0)
    return;
  phrase.weight = 1.0f + WEIGHT_PER_FURTHER_WORD * (float)(phrase.n_words - 1);
  first = &g_array_index (lexicon->first_phrases, int, phrase.stems[0]);
  phrase.next = *first;
  *first = (int)lexicon->phrases->len;
  g_array_append_val (lexicon->phrases, phrase);
}

static gboolean
is_same_phrase (const CptTopicPhrase *a, const CptTopicPhrase *b)
{
  return a->n_words == b->n_words && memcmp (a->stems, b->stems, a->n_words * sizeof a->stems[0]) == 0;
}

/* Words that several topics share say less about each. */
static void
weigh_by_specificity (CptTopicLexicon *lexicon)
{
  for (guint i = 0; i < lexicon->phrases->len; i++)
    {
      CptTopicPhrase *phrase = &g_array_index (lexicon->phrases, CptTopicPhrase, i);
      guint n_topics = 0;

      for (int j = g_array_index (lexicon->first_phrases, int, phrase->stems[0]); j >= 0;
           j = g_array_index (lexicon->phrases, CptTopicPhrase, j).next)
        n_topics += is_same_phrase (phrase, &g_array_index (lexicon->phrases, CptTopicPhrase, j));
      phrase->weight /= (float)MAX (n_topics, 1);
    }
}

static CptTopicLexicon *
lexicon_new (const CptProfile *profile, const char *language)
{
  CptTopicLexicon *lexicon = g_new0 (CptTopicLexicon, 1);
  guint n_topics;
  const CptTopic *topics = cpt_profile_get_topics (profile, &n_topics);

  lexicon->language = g_strdup (language);
  lexicon->stemmer = cpt_stemmer_new (language);
  lexicon->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  lexicon->roots = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->strings = g_string_chunk_new (4096);
  lexicon->stem_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->phrases = g_array_new (FALSE, FALSE, sizeof (CptTopicPhrase));
  lexicon->first_phrases = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < n_topics; i++)
    for (guint j = 0; topics[i].words != NULL && topics[i].words[j] != NULL; j++)
      add_phrase (lexicon, i, topics[i].words[j]);
  weigh_by_specificity (lexicon);
  return lexicon;
}

/**
 * cpt_topic_index_new:
 * @profile: a reference is kept
 *
 * Returns: (transfer full): an index of the profile's topic words
 */
CptTopicIndex *
cpt_topic_index_new (CptProfile *profile)
{
  CptTopicIndex *self = g_new0 (CptTopicIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->profile = cpt_profile_ref (profile);
  self->lexica = g_ptr_array_new_with_free_func (lexicon_free);
  g_mutex_init (&self->lock);
  return self;
}

CptTopicIndex *
cpt_topic_index_ref (CptTopicIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_topic_index_unref (CptTopicIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mutex_clear (&self->lock);
  g_ptr_array_unref (self->lexica);
  cpt_profile_unref (self->profile);
  g_free (self);
}

CptProfile *
cpt_topic_index_get_profile (CptTopicIndex *self)
{
  return self->profile;
}

/* The part of @language that tells which endings are cut. */
static char *
dup_primary_subtag (const char *language)
{
  g_autofree char *subtag = g_ascii_strdown (language != NULL ? language : "", language != NULL ? (gssize)strcspn (language, "-_") : 0);
  g_autoptr (CptStemmer) stemmer = cpt_stemmer_new (subtag);

  return g_strdup (cpt_stemmer_get_language (stemmer));
}

static CptTopicLexicon *
find_lexicon (CptTopicIndex *self, const char *language)
{
  gsize length = strcspn (language, "-_");

  for (guint i = 0; i < self->lexica->len; i++)
    {
      CptTopicLexicon *lexicon = g_ptr_array_index (self->lexica, i);

      if (strlen (lexicon->language) == length && g_ascii_strncasecmp (lexicon->language, language, length) == 0)
        return lexicon;
    }
  return NULL;
}

/**
 * cpt_topic_index_get_lexicon:
 * @language: (nullable): BCP 47 tag of the article
 *
 * Returns: (transfer none): the topic words as stems of that language
 *
 * Thread: any.
 */
const CptTopicLexicon *
cpt_topic_index_get_lexicon (CptTopicIndex *self, const char *language)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  CptTopicLexicon *lexicon = find_lexicon (self, language != NULL ? language : "");
  g_autofree char *subtag = NULL;

  if (lexicon != NULL)
    return lexicon;
  subtag = dup_primary_subtag (language);
  lexicon = find_lexicon (self, subtag); /* the one for all languages whose endings are not cut */
  if (lexicon != NULL)
    return lexicon;
  lexicon = lexicon_new (self->profile, subtag);
  g_ptr_array_add (self->lexica, lexicon);
  return lexicon;
}

/* The one copy of @root: the lexicon's if it has one, else that of @strings. */
static const char *
keep_root (const CptTopicLexicon *lexicon, const char *root, GStringChunk *strings)
{
  const char *known = g_hash_table_lookup (lexicon->roots, root);

  if (known != NULL)
    return known;
  known = g_string_chunk_insert_const (strings, root);
  if (strings == lexicon->strings)
    g_hash_table_add (lexicon->roots, (gpointer)known);
  return known;
}

static CptTopicWord
read_word (const CptTopicLexicon *lexicon, const char *word, GStringChunk *strings)
{
  gsize length = strlen (word);
  const char *cut = cpt_stemmer_cut (lexicon->stemmer, word, &length);
  g_autofree char *root = g_strndup (cut, length);
  gpointer number = g_hash_table_lookup (lexicon->stem_numbers, root);

  return (CptTopicWord){ .root = keep_root (lexicon, root, strings),
                         .stem = number != NULL ? GPOINTER_TO_UINT (number) - 1 : CPT_NO_STEM,
                         .classes = (guint8)cpt_word_classify (word),
                         .n_letters = (guint8)MIN (g_utf8_strlen (root, -1), G_MAXUINT8) };
}

static CptTopicWord
remember_word (const CptTopicLexicon *lexicon, const char *word)
{
  CptTopicWord read = read_word (lexicon, word, lexicon->strings);

  g_hash_table_insert (lexicon->words, g_string_chunk_insert_const (lexicon->strings, word),
                       g_memdup2 (&read, sizeof read));
  return read;
}

/**
 * cpt_topic_index_look_up:
 * @lexicon: of the article's language
 * @table: the article's words
 * @strings: keeps the stems that the index does not remember
 *
 * Words are cut once and remembered for further articles, as many as some megabytes hold.
 *
 * Returns: (transfer full): what each distinct word means, by its number; roots are valid as long as the index and @strings
 *
 * Thread: any; others wait meanwhile. Cost: one look-up for each distinct word.
 */
CptTopicWord *
cpt_topic_index_look_up (CptTopicIndex *self, const CptTopicLexicon *lexicon, const CptTokens *table, GStringChunk *strings)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  guint n_words = cpt_tokens_get_n_words (table);
  CptTopicWord *words = g_new (CptTopicWord, n_words + 1);
  gboolean full = g_hash_table_size (lexicon->words) + n_words > MAX_REMEMBERED_WORDS;

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = cpt_tokens_get_word (table, i);
      const CptTopicWord *known = g_hash_table_lookup (lexicon->words, word);

      if (known != NULL)
        words[i] = *known;
      else if (full || strlen (word) > MAX_REMEMBERED_BYTES)
        words[i] = read_word (lexicon, word, strings);
      else
        words[i] = remember_word (lexicon, word);
    }
  return words;
}
