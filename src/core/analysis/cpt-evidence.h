// SPDX-License-Identifier: GPL-3.0-or-later
// What the stages that make statements read: all earlier findings in one article. Room: core/analysis, private to it.
#pragma once

#include "cpt-analysis.h"
#include "cpt-reading.h"
#include "cpt-stance-words.h"
#include "cpt-word-facts.h"

G_BEGIN_DECLS

/**
 * CptEvidence:
 * @reading: the article, cut
 * @profile: the conflict
 * @mentions: who is named
 * @attributions: (element-type CptAttribution): who says what
 * @dates: (element-type CptDateMention): when
 * @topics: what each sentence is about
 * @stances: classes of words, by word number (cpt-stance-words.h)
 * @demonyms: actors of adjectives + 1, by word number (cpt-word-facts.h)
 * @kinds: other classes of words, by word number (cpt-word-facts.h)
 * @strings: where the stages keep the strings of their findings
 * @cancellable: (nullable): asked every few hundred sentences
 *
 * Borrowed from cpt_analyser_run(); nothing here is owned.
 */
typedef struct
{
  const CptReading *reading;
  const CptProfile *profile;
  const CptMentions *mentions;
  const GArray *attributions;
  const GArray *dates;
  const CptTopics *topics;
  const guint32 *stances;
  const guint16 *demonyms;
  const guint8 *kinds;
  GStringChunk *strings;
  GCancellable *cancellable;
} CptEvidence;

/* How often long loops over sentences ask the cancellable. */
#define CPT_SENTENCES_PER_CHECK 256

static inline gboolean
cpt_evidence_is_cancelled (const CptEvidence *evidence, guint sentence)
{
  return sentence % CPT_SENTENCES_PER_CHECK == 0 && g_cancellable_is_cancelled (evidence->cancellable);
}

static inline guint32
cpt_evidence_get_stance (const CptEvidence *evidence, guint token)
{
  return cpt_stance_at (evidence->reading, evidence->stances, token);
}

/* The #CptWordKind of the word at @token; 0 for marks. */
static inline guint
cpt_evidence_get_kinds (const CptEvidence *evidence, guint token)
{
  guint32 word = token < evidence->reading->n_tokens ? evidence->reading->tokens[token].word : CPT_NO_WORD;

  return word == CPT_NO_WORD ? 0 : evidence->kinds[word];
}

/* So many quotations within one are looked at. */
#define CPT_MAX_INNER_QUOTATIONS 64

/* The outermost quotation that holds the character at @offset_bytes, or NULL. */
static inline const CptQuotedSpan *
cpt_evidence_find_quotation (const CptEvidence *evidence, gsize offset_bytes)
{
  const CptQuotedSpan *quotations = evidence->reading->quotations;
  guint low = 0, high = evidence->reading->n_quotations;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (quotations[middle].span.begin_bytes <= offset_bytes)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = 0; i < CPT_MAX_INNER_QUOTATIONS && low > 0 && quotations[low - 1].depth > 0; i++)
    low--;
  return low > 0 && quotations[low - 1].span.end_bytes > offset_bytes ? &quotations[low - 1] : NULL;
}

static inline const CptAttribution *
cpt_evidence_get_attribution (const CptEvidence *evidence, guint index)
{
  return &g_array_index (evidence->attributions, CptAttribution, index);
}

G_END_DECLS
