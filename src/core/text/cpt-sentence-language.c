// SPDX-License-Identifier: GPL-3.0-or-later
// The languages of segmentation: word lists made into one hash table a language, once. Room: core/text; decides
// nothing.
#include "cpt-sentence-language.h"

#include <string.h>

#include "cpt-characters.h"

/* Longer words are in no list. */
#define MAX_WORD_BYTES 48

struct _CptSentenceLanguage
{
  guint flags;
  GHashTable *classes;                /* char * -> CptWordClass bits */
  const CptSentenceLanguage *general; /* what a language borrows from; NULL for the general one itself */
};

/* In the order of their prepared forms; the first serves languages that have no table. */
static const CptSentenceTable *const tables[] = {
  &cpt_sentences_general, &cpt_sentences_en, &cpt_sentences_ru, &cpt_sentences_uk, &cpt_sentences_bg, &cpt_sentences_kk,
  &cpt_sentences_de,      &cpt_sentences_nl, &cpt_sentences_da, &cpt_sentences_fr, &cpt_sentences_es, &cpt_sentences_it,
  &cpt_sentences_pl,      &cpt_sentences_cs, &cpt_sentences_sk, &cpt_sentences_el, &cpt_sentences_hy, &cpt_sentences_ar,
};

static void
add_words (GHashTable *classes, const char *words, guint class)
{
  g_auto (GStrv) list = words != NULL ? g_strsplit (words, " ", -1) : NULL;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (classes, list[i]));

      if (*list[i] != '\0')
        g_hash_table_replace (classes, g_strdup (list[i]), GUINT_TO_POINTER (known | class));
    }
}

static CptSentenceLanguage *
language_new (const CptSentenceTable *table)
{
  CptSentenceLanguage *self = g_new0 (CptSentenceLanguage, 1);

  self->flags = table->flags;
  self->general = table != tables[0] ? cpt_sentence_language_get (NULL) : NULL;
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_words (self->classes, table->titles, CPT_WORD_TITLE);
  add_words (self->classes, table->before_numbers, CPT_WORD_BEFORE_NUMBER);
  add_words (self->classes, table->after_numbers, CPT_WORD_AFTER_NUMBER);
  add_words (self->classes, table->inner, CPT_WORD_INNER);
  add_words (self->classes, table->abbreviations, CPT_WORD_ABBREVIATION);
  add_words (self->classes, table->closing, CPT_WORD_CLOSING);
  add_words (self->classes, table->openers, CPT_WORD_OPENER);
  add_words (self->classes, table->calendar, CPT_WORD_CALENDAR);
  add_words (self->classes, table->credits, CPT_WORD_CREDIT);
  add_words (self->classes, table->reporting, CPT_WORD_REPORTING);
  add_words (self->classes, table->restarts, CPT_WORD_RESTART);
  return self;
}

static guint
find_table (const char *tag)
{
  gsize length = tag != NULL ? strcspn (tag, "-_") : 0;

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (tables); i++)
    if (tables[i]->tag != NULL && strlen (tables[i]->tag) == length
        && g_ascii_strncasecmp (tables[i]->tag, tag, length) == 0)
      return i;
  return 0;
}

/**
 * cpt_sentence_language_get:
 * @tag: (nullable): BCP 47 tag
 *
 * Returns: (transfer none): the prepared language; the general one when @tag is %NULL or has no table. Lives as long
 *   as the program.
 *
 * Thread: any.
 */
const CptSentenceLanguage *
cpt_sentence_language_get (const char *tag)
{
  static gpointer prepared[G_N_ELEMENTS (tables)];
  guint i = find_table (tag);

  if (g_once_init_enter (&prepared[i]))
    g_once_init_leave (&prepared[i], language_new (tables[i]));
  return prepared[i];
}

guint
cpt_sentence_language_get_flags (const CptSentenceLanguage *self)
{
  return self->flags;
}

/**
 * cpt_sentence_language_classify:
 * @begin: first byte of a word
 * @end: after its last byte; a full stop that abbreviates it is not part of it, inner ones are
 *
 * Returns: #CptWordClass bits, 0 for a word of no list. Case is ignored, as are direction marks.
 */
guint
cpt_sentence_language_classify (const CptSentenceLanguage *self, const char *begin, const char *end)
{
  char folded[MAX_WORD_BYTES + 8];
  gsize n = 0;
  guint class;

  if (end - begin > MAX_WORD_BYTES)
    return 0;
  for (const char *cursor = begin; cursor < end && n < MAX_WORD_BYTES; cursor = cpt_char_next (cursor))
    {
      gunichar c = cpt_char_at (cursor, end);

      if (c < 0x80)
        folded[n++] = g_ascii_tolower ((char) c);
      else if (!cpt_char_is_invisible (c))
        n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), folded + n);
    }
  folded[n] = '\0';
  class = GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, folded));
  if (class == 0 && self->general != NULL)
    class = GPOINTER_TO_UINT (g_hash_table_lookup (self->general->classes, folded));
  return class;
}
