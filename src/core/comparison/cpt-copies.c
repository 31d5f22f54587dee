// SPDX-License-Identifier: GPL-3.0-or-later
// The same words in several articles. Room: core/comparison; pure functions.
//
// Sentences are the shingles: A. Z. Broder, "On the resemblance and containment of documents", Compression and Complexity
// of Sequences 1997, takes the share of one document's shingles that another one has. Papers that run a wire story shorten
// it, put a paragraph before it and exchange quotation marks, but mostly leave its sentences as they are; so the sets are
// small enough to be compared whole, without sketches of them.
#include "cpt-copies.h"

#include <string.h>

/* Shorter sentences ("He declined to comment.") stand in articles that have nothing to do with each other. */
#define MIN_WORDS 6
#define FNV_OFFSET G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

/* Blanks, quotation marks, dashes and the like, of ASCII and of the blocks of Latin-1 and of general punctuation. */
static gsize
get_separator_length (const guchar *c, gsize left)
{
  if (c[0] < 0x80)
    return g_ascii_isalnum (c[0]) ? 0 : 1;
  if (c[0] == 0xc2 && left >= 2 && c[1] < 0xc0)
    return 2;
  return c[0] == 0xe2 && left >= 3 && (c[1] == 0x80 || c[1] == 0x81) ? 3 : 0;
}

/**
 * cpt_copies_get_key:
 * @span: of a statement
 *
 * Returns: a number that statements with the same words have in common, whatever their punctuation and the case of Latin
 *   letters; 0 when there are too few words to tell a copy from a phrase. By FNV-1a (Fowler, Noll, Vo).
 *
 * Cost: a nanosecond a byte.
 */
guint64
cpt_copies_get_key (const CptArticle *article, CptSpan span)
{
  const guchar *text = (const guchar *) cpt_article_get_text (article);
  guint64 key = FNV_OFFSET;
  gboolean in_word = FALSE;
  guint n_words = 0;

  for (gsize i = span.begin_bytes; i < span.end_bytes;)
    {
      gsize length = get_separator_length (text + i, span.end_bytes - i);

      if (length > 0)
        {
          in_word = FALSE;
          i += length;
          continue;
        }
      if (!in_word)
        key = (key ^ ' ') * FNV_PRIME;
      n_words += !in_word;
      in_word = TRUE;
      key = (key ^ (guchar) g_ascii_tolower ((char) text[i])) * FNV_PRIME;
      i++;
    }
  return n_words < MIN_WORDS ? 0 : MAX (key, 1);
}

static guint
hash_key (gconstpointer key)
{
  return g_int64_hash (key);
}

/* Adds the length of a statement to each article before that has it. @seen: key -> GArray of positions of articles. */
static void
add_statement (GHashTable *seen, guint64 key, gsize length_bytes, guint position, gsize *shared)
{
  GArray *places = g_hash_table_lookup (seen, &key);

  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (seen, g_memdup2 (&key, sizeof key), places);
    }
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) != position)
      shared[g_array_index (places, guint, i)] += length_bytes;
  if (places->len == 0 || g_array_index (places, guint, places->len - 1) != position)
    g_array_append_val (places, position);
}

static CptArticleCopy
find_original (CptState *state, guint position, const gsize *shared, gsize length_bytes)
{
  CptArticleCopy copy = { 0, 0 };

  for (guint i = 0; i < position && length_bytes > 0; i++)
    {
      double ratio = (double) shared[i] / (double) length_bytes;

      if (ratio > CPT_COPY_RATIO && ratio > copy.ratio)
        copy = (CptArticleCopy){ cpt_state_get_article (state, i)->id, ratio };
    }
  return copy;
}

/**
 * cpt_copies_find_articles:
 *
 * Returns: (transfer full): one for each article of @state, in their order
 *
 * Thread: any.
 * Cost: linear in the text, and in the pairs of articles that share a sentence.
 */
CptArticleCopy *
cpt_copies_find_articles (CptState *state)
{
  guint n_articles = cpt_state_get_n_articles (state);
  CptArticleCopy *copies = g_new0 (CptArticleCopy, n_articles + 1);
  g_autofree gsize *shared = g_new (gsize, n_articles + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_key, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n_articles; i++)
    {
      const CptArticleState *article = cpt_state_get_article (state, i);
      gsize length_bytes = 0;

      memset (shared, 0, n_articles * sizeof (gsize));
      for (guint j = 0; j < article->statements->len; j++)
        {
          const CptStatement *statement = article->statements->pdata[j];
          guint64 key = cpt_copies_get_key (article->article, statement->span);

          length_bytes += cpt_span_get_length_bytes (statement->span);
          if (key != 0)
            add_statement (seen, key, cpt_span_get_length_bytes (statement->span), i, shared);
        }
      copies[i] = find_original (state, i, shared, length_bytes);
    }
  return copies;
}

/**
 * cpt_copies_is_same_article:
 *
 * Returns: whether both are one article that was read twice: the same text, and nothing says that somebody else published
 *   it
 */
gboolean
cpt_copies_is_same_article (const CptArticle *a, const CptArticle *b)
{
  const CptArticleMetadata *first = cpt_article_get_metadata (a), *second = cpt_article_get_metadata (b);
  gsize length_bytes = cpt_article_get_length_bytes (a);

  if (length_bytes != cpt_article_get_length_bytes (b)
      || memcmp (cpt_article_get_text (a), cpt_article_get_text (b), length_bytes) != 0)
    return FALSE;
  return g_strcmp0 (first->publisher, second->publisher) == 0 && g_strcmp0 (first->url, second->url) == 0;
}
