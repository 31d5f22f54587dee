// SPDX-License-Identifier: GPL-3.0-or-later
// A thin wrapper of libstemmer. Room: core/analysis/topics.
#include "cpt-stemmer.h"

#include <libstemmer.h>
#include <string.h>

/* Longer "words" are rubbish or hostile; they are their own stems. */
#define MAX_WORD_BYTES 128

struct _CptStemmer
{
  struct sb_stemmer *snowball; /* NULL for languages without rules */
  char language[4];            /* empty for those */
};

/**
 * cpt_stemmer_new:
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): a stemmer; one that cuts nothing when the language is not known
 */
CptStemmer *
cpt_stemmer_new (const char *language)
{
  CptStemmer *self = g_new0 (CptStemmer, 1);
  gsize length = language != NULL ? strcspn (language, "-_") : 0;

  if (length == 0 || length >= sizeof self->language)
    return self;
  for (gsize i = 0; i < length; i++)
    self->language[i] = g_ascii_tolower (language[i]);
  self->snowball = sb_stemmer_new (self->language, "UTF_8");
  if (self->snowball == NULL)
    self->language[0] = '\0';
  return self;
}

void
cpt_stemmer_free (CptStemmer *self)
{
  if (self == NULL)
    return;
  if (self->snowball != NULL)
    sb_stemmer_delete (self->snowball);
  g_free (self);
}

/**
 * cpt_stemmer_get_language:
 *
 * Returns: (transfer none): the primary subtag of the language whose endings are cut ("en"); empty when none are
 */
const char *
cpt_stemmer_get_language (const CptStemmer *self)
{
  return self->language;
}

/**
 * cpt_stemmer_cut:
 * @word: a case-folded word
 * @length_bytes: (inout): its length; on return that of the stem
 *
 * Returns: (transfer none): the stem, valid until the next call; not terminated
 */
const char *
cpt_stemmer_cut (CptStemmer *self, const char *word, gsize *length_bytes)
{
  const sb_symbol *stem;

  if (self->snowball == NULL || *length_bytes > MAX_WORD_BYTES)
    return word;
  stem = sb_stemmer_stem (self->snowball, (const sb_symbol *)word, (int)*length_bytes);
  if (stem == NULL)
    return word;
  *length_bytes = (gsize)sb_stemmer_length (self->snowball);
  return (const char *)stem;
}
