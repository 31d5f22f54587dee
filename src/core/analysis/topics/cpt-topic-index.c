// SPDX-License-Identifier: GPL-3.0-or-later
// Topic words by stem, one lexicon a language. Room: core/analysis/topics; reads profiles, no articles.
#include "cpt-topic-index.h"

#include <string.h>

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
  g_free (lexicon);
}

static guint32
intern_stem (CptTopicLexicon *lexicon, CptStemmer *stemmer, const char *word)
{
  gsize length = strlen (word);
  const char *cut = cpt_stemmer_cut (stemmer, word, &length);
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
add_phrase (CptTopicLexicon *lexicon, CptStemmer *stemmer, guint topic, const char *words)
{
  g_autofree char *folded = g_utf8_strdown (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " -\t\n", -1);
  CptTopicPhrase phrase = { .topic = topic, .next = -1 };
  int *first;

  for (guint i = 0; parts[i] != NULL && phrase.n_words < CPT_TOPIC_PHRASE_MAX_WORDS; i++)
    if (*parts[i] != '\0')
      phrase.stems[phrase.n_words++] = intern_stem (lexicon, stemmer, parts[i]);
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
lexicon_new (const CptProfile *profile, CptStemmer *stemmer)
{
  CptTopicLexicon *lexicon = g_new0 (CptTopicLexicon, 1);
  guint n_topics;
  const CptTopic *topics = cpt_profile_get_topics (profile, &n_topics);

  lexicon->language = g_strdup (cpt_stemmer_get_language (stemmer));
  lexicon->stem_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->phrases = g_array_new (FALSE, FALSE, sizeof (CptTopicPhrase));
  lexicon->first_phrases = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < n_topics; i++)
    for (guint j = 0; topics[i].words != NULL && topics[i].words[j] != NULL; j++)
      add_phrase (lexicon, stemmer, i, topics[i].words[j]);
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

/**
 * cpt_topic_index_get_lexicon:
 * @stemmer: of the article's language
 *
 * Returns: (transfer none): the topic words as stems of that language
 *
 * Thread: any.
 */
const CptTopicLexicon *
cpt_topic_index_get_lexicon (CptTopicIndex *self, CptStemmer *stemmer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  CptTopicLexicon *lexicon;

  for (guint i = 0; i < self->lexica->len; i++)
    {
      lexicon = g_ptr_array_index (self->lexica, i);
      if (strcmp (lexicon->language, cpt_stemmer_get_language (stemmer)) == 0)
        return lexicon;
    }
  lexicon = lexicon_new (self->profile, stemmer);
  g_ptr_array_add (self->lexica, lexicon);
  return lexicon;
}
