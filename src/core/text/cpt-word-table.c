// SPDX-License-Identifier: GPL-3.0-or-later
// Open addressing; a place has hash, first bytes, word and value side by side, so that a look-up waits for memory once.
// Room: core/text; knows no word.
#include "cpt-word-table.h"

#include <string.h>

#define MIN_PLACES 64

typedef struct
{
  CptWordKey key; /* its word is NULL in empty places, else owned by the chunk */
  gpointer value;
} Place;

struct _CptWordTable
{
  Place *places; /* a power of two of them, at most half full */
  guint n_places;
  guint n;
  GStringChunk *chunk;
  GDestroyNotify free_value;
};

/**
 * cpt_word_key:
 * @word: case-folded, valid UTF-8
 *
 * Returns: its key, with @word in it (hash: FNV-1a over the characters)
 */
CptWordKey
cpt_word_key (const char *word)
{
  CptWordKey key = { word, 0, CPT_WORD_HASH_BEGIN };
  gsize n = strlen (word);

  memcpy (&key.start, word, MIN (n, sizeof key.start));
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    key.hash = cpt_word_hash_add (key.hash, (guchar) *at < 0x80 ? (guchar) *at : g_utf8_get_char (at));
  key.hash = cpt_word_hash_end (key.hash);
  return key;
}

/* @free_value: (nullable): called for the values that are left when the table is freed */
CptWordTable *
cpt_word_table_new (GDestroyNotify free_value)
{
  CptWordTable *self = g_new0 (CptWordTable, 1);

  self->n_places = MIN_PLACES;
  self->places = g_new0 (Place, self->n_places);
  self->chunk = g_string_chunk_new (1024);
  self->free_value = free_value;
  return self;
}

void
cpt_word_table_free (CptWordTable *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; self->free_value != NULL && i < self->n_places; i++)
    if (self->places[i].value != NULL)
      self->free_value (self->places[i].value);
  g_free (self->places);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

/* The number of its words. */
guint
cpt_word_table_get_n (const CptWordTable *self)
{
  return self->n;
}

static gboolean
is_of (const Place *place, const CptWordKey *key)
{
  if (place->key.hash != key->hash || place->key.start != key->start)
    return FALSE;
  return ((const char *) &key->start)[sizeof key->start - 1] == '\0' || strcmp (place->key.word, key->word) == 0;
}

/* The place of @key, or the empty one where it belongs. */
static Place *
find_place (const CptWordTable *self, const CptWordKey *key)
{
  guint mask = self->n_places - 1;
  guint i = key->hash & mask;

  while (self->places[i].key.word != NULL && !is_of (&self->places[i], key))
    i = (i + 1) & mask;
  return &self->places[i];
}

static void
grow (CptWordTable *self)
{
  g_autofree Place *old = self->places;
  guint n_old = self->n_places;

  self->n_places *= 2;
  self->places = g_new0 (Place, self->n_places);
  for (guint i = 0; i < n_old; i++)
    if (old[i].key.word != NULL)
      *find_place (self, &old[i].key) = old[i];
}

/**
 * cpt_word_table_ensure:
 * @self: the table
 * @key: a word; copied when it is new
 *
 * Returns: (transfer none): where its value is, %NULL at first; valid until the next word comes in
 */
gpointer *
cpt_word_table_ensure (CptWordTable *self, const CptWordKey *key)
{
  Place *place = find_place (self, key);

  if (place->key.word == NULL)
    {
      if (2 * (self->n + 1) > self->n_places)
        {
          grow (self);
          place = find_place (self, key);
        }
      place->key = *key;
      place->key.word = g_string_chunk_insert (self->chunk, key->word);
      self->n++;
    }
  return &place->value;
}

/* Its value; %NULL for a word that is not there. */
gpointer
cpt_word_table_find (const CptWordTable *self, const CptWordKey *key)
{
  return find_place (self, key)->value;
}
