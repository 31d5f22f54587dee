// SPDX-License-Identifier: GPL-3.0-or-later
// Facts about words: one look-up for each distinct word of an article, its tables asked once a word for all articles.
// Room: core/analysis.
#include "cpt-word-facts.h"

#include "cpt-common-words.h"
#include "cpt-stance-words.h"

#include <string.h>

/* So many words are remembered, of no more bytes than that: some 5 MB. Others are read anew each time. */
#define MAX_REMEMBERED_WORDS 40000
#define MAX_REMEMBERED_BYTES 40
#define MIN_CONTENT_BYTES 4

typedef struct
{
  guint32 stance;
  guint16 demonym;
  guint8 kinds;
} Fact;

struct _CptWordBook
{
  GHashTable *demonyms; /* case-folded word -> index of its actor + 1; never changed */
  GMutex lock;          /* of what follows */
  CptWordTable *facts; /* Fact *, of the words met so far */
};

static const struct
{
  guint8 kind;
  const char *words;
} kind_rows[] = {
  { CPT_WORD_KIND_CONTRAST,
    "however contrast contrary odds conversely but despite meanwhile contradicts contradicted contradicting" },
  { CPT_WORD_KIND_PASSES_ON,
    "press news agency agencies newspaper media outlet outlets reuters afp ap bbc cnn times post journal interfax bloomberg "
    "guardian telegraph reports report reporters sources transcript readout documents broadcaster channel" },
  { CPT_WORD_KIND_OF_OFFICE, "defence defense foreign interior country nation military presidential prime" },
  { CPT_WORD_KIND_OBJECT, "him her them" },
  { CPT_WORD_KIND_NOBODY, "no nobody none nothing neither" },
};

static GHashTable *
make_kinds (void)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kind_rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (kind_rows[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_replace (kinds, g_strdup (words[j]), GUINT_TO_POINTER (kind_rows[i].kind));
    }
  return kinds;
}

static guint8
get_kinds (const char *word)
{
  static GHashTable *kinds;
  gboolean content = strlen (word) >= MIN_CONTENT_BYTES && !cpt_word_is_common (word);

  if (g_once_init_enter (&kinds))
    g_once_init_leave (&kinds, make_kinds ());
  return (guint8) GPOINTER_TO_UINT (g_hash_table_lookup (kinds, word)) | (content ? CPT_WORD_KIND_CONTENT : 0);
}

/* Mentions leave adjectives out, for "a Russian attack" denotes no actor; before the name of an account they tell whose it
 * is. */
static GHashTable *
collect_demonyms (const CptProfile *profile)
{
  GHashTable *demonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_actors;
  const CptActor *actors = cpt_profile_get_actors (profile, &n_actors);

  for (guint i = 0; i < MIN (n_actors, G_MAXUINT16 - 1); i++)
    for (guint j = 0; actors[i].kind == CPT_ACTOR_DEMONYM && actors[i].names != NULL && actors[i].names[j] != NULL; j++)
      if (strpbrk (actors[i].names[j], " -") == NULL)
        g_hash_table_insert (demonyms, g_utf8_strdown (actors[i].names[j], -1), GUINT_TO_POINTER (i + 1));
  return demonyms;
}

/**
 * cpt_word_book_new:
 * @profile: read, not kept
 *
 * Returns: (transfer full): a book in which no words are written yet
 */
CptWordBook *
cpt_word_book_new (const CptProfile *profile)
{
  CptWordBook *self = g_new0 (CptWordBook, 1);

  self->demonyms = collect_demonyms (profile);
  self->facts = cpt_word_table_new (g_free);
  g_mutex_init (&self->lock);
  return self;
}

void
cpt_word_book_free (CptWordBook *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->demonyms);
  cpt_word_table_free (self->facts);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static Fact
read_fact (const CptWordBook *self, const char *word)
{
  return (Fact){ .stance = cpt_stance_of_word (word),
                 .demonym = (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (self->demonyms, word)),
                 .kinds = get_kinds (word) };
}

static Fact
look_up (CptWordBook *self, const CptWordKey *key)
{
  const Fact *known = cpt_word_table_find (self->facts, key);
  Fact fact = known != NULL ? *known : read_fact (self, key->word);

  if (known == NULL && cpt_word_table_get_n (self->facts) < MAX_REMEMBERED_WORDS
      && strlen (key->word) <= MAX_REMEMBERED_BYTES)
    *cpt_word_table_ensure (self->facts, key) = g_memdup2 (&fact, sizeof fact);
  return fact;
}

/**
 * cpt_word_book_look_up:
 * @facts: (out): about the words of @reading; free with cpt_word_facts_clear()
 *
 * Thread: any; others wait meanwhile. Cost: one look-up for each distinct word.
 */
void
cpt_word_book_look_up (CptWordBook *self, const CptReading *reading, CptWordFacts *facts)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  guint n_words = cpt_tokens_get_n_words (reading->token_table);
  gboolean with_stances = cpt_stance_has_language (reading->language);

  facts->stances = g_new0 (guint32, n_words + 1);
  facts->demonyms = g_new0 (guint16, n_words + 1);
  facts->kinds = g_new0 (guint8, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    {
      Fact fact = look_up (self, cpt_tokens_get_key (reading->token_table, i));

      facts->stances[i] = with_stances ? fact.stance : 0;
      facts->demonyms[i] = fact.demonym;
      facts->kinds[i] = fact.kinds;
    }
}

void
cpt_word_facts_clear (CptWordFacts *self)
{
  g_clear_pointer (&self->stances, g_free);
  g_clear_pointer (&self->demonyms, g_free);
  g_clear_pointer (&self->kinds, g_free);
}
