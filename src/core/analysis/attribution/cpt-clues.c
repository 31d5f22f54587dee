// SPDX-License-Identifier: GPL-3.0-or-later
// Looks the words of a text up in its language's lists, once a distinct word. Room: core/analysis/attribution; knows no
// word itself.
#include "cpt-clues.h"

#include <string.h>

static const CptClueLanguage *const languages[] = { &cpt_clue_language_en, &cpt_clue_language_ru,
                                                    &cpt_clue_language_uk };

static void
add_form (gpointer table, const char *form, guint32 clues)
{
  const CptWordKey key = cpt_word_key (form);
  gpointer *known = cpt_word_table_ensure (table, &key);

  *known = GUINT_TO_POINTER (GPOINTER_TO_UINT (*known) | clues);
}

static void
add_words (CptWordTable *table, const CptClueLanguage *language, const CptClueWords *entry, gboolean inflected)
{
  g_auto (GStrv) words = g_strsplit (entry->words, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (inflected && language->inflect != NULL)
      language->inflect (words[i], entry->clues, add_form, table);
    else
      add_form (table, words[i], entry->clues);
}

static CptWordTable *
make_table (const CptClueLanguage *language)
{
  CptWordTable *table = cpt_word_table_new (NULL);

  for (const CptClueWords *entry = language->verbs; entry->words != NULL; entry++)
    add_words (table, language, entry, TRUE);
  for (const CptClueWords *entry = language->words; entry->words != NULL; entry++)
    add_words (table, language, entry, FALSE);
  return table;
}

static guint
find_language (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (tag, languages[i]->language, 2) == 0)
      return i;
  return 0;
}

static CptWordTable *
get_table (guint language)
{
  static CptWordTable *tables[G_N_ELEMENTS (languages)];

  if (g_once_init_enter (&tables[language]))
    g_once_init_leave (&tables[language], make_table (languages[language]));
  return tables[language];
}

static void
look_words_up (CptClues *self)
{
  guint number = find_language (self->reading->language);
  const CptWordTable *table = get_table (number);
  guint n_words = cpt_tokens_get_n_words (self->reading->token_table);

  self->language = languages[number];
  self->of_word = g_new0 (guint32, n_words + 1);
  self->noun_of_word = g_new (guint32, n_words + 1);
  memset (self->noun_of_word, 0xff, (n_words + 1) * sizeof (guint32));
  for (guint i = 0; i < n_words; i++)
    {
      const CptWordKey *key = cpt_tokens_get_key (self->reading->token_table, i);

      self->of_word[i] = GPOINTER_TO_UINT (cpt_word_table_find (table, key));
      if (self->of_word[i] == 0 && self->language->suffix_clues != NULL)
        self->of_word[i] = self->language->suffix_clues (key->word);
    }
}

static void
place_tokens (CptClues *self)
{
  const CptReading *reading = self->reading;

  self->quotation = g_new0 (guint32, reading->n_tokens + 1);
  self->sentence = g_new0 (guint32, reading->n_tokens + 1);
  for (guint i = 0, covered = 0; i < reading->n_quotations; i++)
    for (guint k = MAX (reading->quotations[i].begin_token, covered); k < reading->quotations[i].end_token; k++)
      {
        self->quotation[k] = i + 1;
        covered = k + 1;
      }
  for (guint i = 0; i < reading->n_sentences; i++)
    for (guint k = reading->sentences[i].begin_token; k < reading->sentences[i].end_token; k++)
      self->sentence[k] = i;
}

CptClues *
cpt_clues_new (const CptReading *reading)
{
  CptClues *self = g_new0 (CptClues, 1);

  self->reading = reading;
  look_words_up (self);
  place_tokens (self);
  return self;
}

/**
 * cpt_clues_get_noun:
 * @token: a token
 *
 * Returns: what the language's noun_clues say of the token's word; 0 for marks
 *
 * Cost: that of the language once a distinct word. Thread: the one that made @self.
 */
guint32
cpt_clues_get_noun (const CptClues *self, guint token)
{
  guint32 word = self->reading->tokens[token].word;

  if (word == CPT_NO_WORD || self->language->noun_clues == NULL)
    return 0;
  if (self->noun_of_word[word] == CPT_CLUES_NOT_ASKED)
    self->noun_of_word[word] = self->language->noun_clues (cpt_tokens_get_word (self->reading->token_table, word));
  return self->noun_of_word[word];
}

void
cpt_clues_free (CptClues *self)
{
  if (self == NULL)
    return;
  g_free (self->of_word);
  g_free (self->noun_of_word);
  g_free (self->quotation);
  g_free (self->sentence);
  g_free (self);
}
