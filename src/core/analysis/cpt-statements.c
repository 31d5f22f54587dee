// SPDX-License-Identifier: GPL-3.0-or-later
// Makes one statement of each sentence, two where a sentence sets both camps against each other. Room: core/analysis.
#include "cpt-statements.h"

/* The attribution that covers most of a sentence, of those whose speaker belongs to a side. */
typedef struct
{
  const CptEvidence *evidence;
  guint next; /* first attribution that can still reach the sentence */
} Walker;

static gsize
overlap_bytes (const CptParts *parts, CptSpan span)
{
  gsize sum = 0;

  for (guint i = 0; i < parts->n; i++)
    {
      gsize begin = MAX (parts->items[i].begin_bytes, span.begin_bytes);
      gsize end = MIN (parts->items[i].end_bytes, span.end_bytes);

      sum += end > begin ? end - begin : 0;
    }
  return sum;
}

static void
apply_attribution (const CptEvidence *evidence, CptStatementFinding *statement, const CptAttribution *attribution)
{
  const CptSpan cue = attribution->cue.n > 0 ? attribution->cue.items[0] : CPT_SPAN (0, 0);
  const char *text = evidence->reading->text;

  if (attribution->side != CPT_NO_SIDE)
    statement->sides = CPT_SIDE_BIT (attribution->side);
  if (attribution->speaker != NULL)
    statement->source = g_string_chunk_insert_const (evidence->strings, attribution->speaker);
  if (!cpt_span_is_empty (cue))
    statement->cue = g_string_chunk_insert_len (evidence->strings, text + cue.begin_bytes,
                                                (gssize) cpt_span_get_length_bytes (cue));
  statement->quotation = attribution->quotation;
  statement->side_confidence = attribution->confidence;
  statement->reasons = attribution->reasons;
}

/**
 * cpt_statements_make:
 *
 * Returns: (transfer full) (element-type CptStatementFinding): statements that tile the text
 */
GArray *
cpt_statements_make (const CptEvidence *evidence)
{
  const CptReading *reading = evidence->reading;
  GArray *statements = g_array_sized_new (FALSE, TRUE, sizeof (CptStatementFinding), reading->n_sentences);

  for (guint i = 0; i < reading->n_sentences && !cpt_evidence_is_cancelled (evidence, i); i++)
    {
      CptStatementFinding statement = {
        .span = reading->sentences[i].span,
        .sentence = i,
        .n_parts = 1,
        .topic = evidence->topics->findings[i].topic,
        .side_confidence = 0.5f,
        .answers = -1,
      };

      g_array_append_val (statements, statement);
    }
  for (guint i = 0; i < evidence->attributions->len; i++)
    {
      const CptAttribution *attribution = cpt_evidence_get_attribution (evidence, i);

      for (guint j = 0; j < attribution->content.n; j++)
        for (guint k = cpt_reading_find_sentence (reading, attribution->content.items[j].begin_bytes);
             k < statements->len
             && reading->sentences[k].span.begin_bytes < attribution->content.items[j].end_bytes;
             k++)
          if (overlap_bytes (&attribution->content, reading->sentences[k].span) * 3
              >= cpt_span_get_length_bytes (reading->sentences[k].span))
            apply_attribution (evidence, &g_array_index (statements, CptStatementFinding, k), attribution);
    }
  return statements;
}
