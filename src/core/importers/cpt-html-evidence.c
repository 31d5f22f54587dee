// SPDX-License-Identifier: GPL-3.0-or-later
// A second copy of an article's text, as its JSON-LD holds it: without paragraphs, sometimes cut short, sometimes with
// other blanks and quotation marks. Paragraphs are looked up by runs of three words. Room: core/importers.
#include "cpt-html-evidence.h"

#include <string.h>

#define WORDS_PER_RUN 3

struct _CptHtmlEvidence
{
  GHashTable *runs; /* hashes of all runs of words */
};

typedef struct
{
  const char *at;
  const char *end;
  guint32 last[WORDS_PER_RUN]; /* hashes of the latest words, oldest first */
  guint n_words;
} Runs;

/* Hash of the next word, letters and digits only; FALSE at the end. */
static gboolean
next_word (Runs *self, guint32 *hash)
{
  guint32 value = 2166136261u;
  gboolean inside = FALSE;

  for (; self->at < self->end; self->at = g_utf8_next_char (self->at))
    {
      gunichar c = g_utf8_get_char (self->at);

      if (!g_unichar_isalnum (c) && inside)
        break;
      if (!g_unichar_isalnum (c))
        continue;
      inside = TRUE;
      value = (value ^ g_unichar_tolower (c)) * 16777619u;
    }
  *hash = value;
  return inside;
}

static gboolean
next_run (Runs *self, guint32 *hash)
{
  guint32 word;

  do
    {
      if (!next_word (self, &word))
        return FALSE;
      for (guint i = 0; i + 1 < WORDS_PER_RUN; i++)
        self->last[i] = self->last[i + 1];
      self->last[WORDS_PER_RUN - 1] = word;
    }
  while (++self->n_words < WORDS_PER_RUN);
  *hash = 0;
  for (guint i = 0; i < WORDS_PER_RUN; i++)
    *hash = *hash * 31u + self->last[i];
  return TRUE;
}

CptHtmlEvidence *
cpt_html_evidence_new (const char *text)
{
  CptHtmlEvidence *self = g_new0 (CptHtmlEvidence, 1);
  Runs runs = { .at = text, .end = text + strlen (text) };
  guint32 hash;

  self->runs = g_hash_table_new (NULL, NULL);
  while (next_run (&runs, &hash))
    g_hash_table_add (self->runs, GUINT_TO_POINTER (hash));
  return self;
}

void
cpt_html_evidence_free (CptHtmlEvidence *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->runs);
  g_free (self);
}

/* The share of @text's runs of words that the evidence holds; 0 for fewer than three words. */
double
cpt_html_evidence_get_share (const CptHtmlEvidence *self, const char *text, gsize length_bytes)
{
  Runs runs = { .at = text, .end = text + length_bytes };
  guint n_runs = 0, n_found = 0;
  guint32 hash;

  while (next_run (&runs, &hash))
    {
      n_runs++;
      n_found += g_hash_table_contains (self->runs, GUINT_TO_POINTER (hash));
    }
  return n_runs > 0 ? (double) n_found / n_runs : 0;
}
