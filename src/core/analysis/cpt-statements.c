// SPDX-License-Identifier: GPL-3.0-or-later
// Makes one statement of each sentence, two where each of two clauses gives one camp's account. Room: core/analysis.
#include "cpt-statements.h"

#include "cpt-sides.h"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CptSideDecider, cpt_side_decider_clear)

static const char *
keep_words (const CptEvidence *evidence, CptSpan span)
{
  if (cpt_span_is_empty (span))
    return NULL;
  return g_string_chunk_insert_len (evidence->strings, evidence->reading->text + span.begin_bytes,
                                    (gssize)cpt_span_get_length_bytes (span));
}

static void
describe (const CptEvidence *evidence, const CptSidePart *part, const CptLastAccount *last,
          CptStatementFinding *statement)
{
  const char *source = part->account != NULL ? part->account->source : part->sides != 0 ? last->source : NULL;

  statement->sides = part->sides;
  statement->grounds = part->grounds;
  statement->side_confidence = cpt_grounds_get_confidence (part->grounds);
  statement->reasons = part->reasons;
  if (source != NULL)
    statement->source = g_string_chunk_insert_const (evidence->strings, source);
  if (part->account != NULL)
    {
      statement->cue = keep_words (evidence, part->account->cue);
      statement->quotation = part->account->quotation;
    }
  else if (part->sides != 0)
    statement->quotation = CPT_QUOTATION_INDIRECT;
}

static void
add_statements (const CptEvidence *evidence, guint sentence, const CptSideDecision *decision,
                const CptLastAccount *last, GArray *statements)
{
  const CptReading *reading = evidence->reading;
  const CptSentence *s = &reading->sentences[sentence];

  for (guint i = 0; i < decision->n_parts; i++)
    {
      CptStatementFinding statement = {
        .span = s->span,
        .sentence = sentence,
        .n_parts = decision->n_parts,
        .topic = evidence->topics->findings[sentence].topic,
        .answers = -1,
      };

      if (i > 0)
        statement.span.begin_bytes = reading->tokens[decision->parts[i].begin_token].begin_bytes;
      if (i + 1 < decision->n_parts)
        statement.span.end_bytes = reading->tokens[decision->parts[i + 1].begin_token - 1].end_bytes;
      describe (evidence, &decision->parts[i], last, &statement);
      g_array_append_val (statements, statement);
    }
}

/**
 * cpt_statements_make:
 * @evidence: all earlier findings
 *
 * Returns: (transfer full) (element-type CptStatementFinding): statements that tile the text: every character that is
 * not blank lies in exactly one. Incomplete when cancelled.
 *
 * Cost: linear.
 */
GArray *
cpt_statements_make (const CptEvidence *evidence)
{
  const CptReading *reading = evidence->reading;
  GArray *statements = g_array_sized_new (FALSE, TRUE, sizeof (CptStatementFinding), reading->n_sentences);
  g_auto (CptSideDecider) decider;

  cpt_side_decider_init (&decider, evidence);
  for (guint i = 0; i < reading->n_sentences && !cpt_evidence_is_cancelled (evidence, i); i++)
    {
      CptSideDecision decision;

      cpt_side_decider_decide (&decider, i, &decision);
      add_statements (evidence, i, &decision, &decider.finder.last, statements);
    }
  return statements;
}
