// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an event of each temporal expression: which statement it belongs to and a label for a card. Room: core/analysis.
#include "cpt-events.h"

/* Labels are cut at a word after so many bytes. */
#define MAX_LABEL_BYTES 70

static const char *
make_label (const CptEvidence *evidence, CptSpan span)
{
  const char *text = evidence->reading->text;
  gsize end = MIN (span.end_bytes, span.begin_bytes + MAX_LABEL_BYTES);

  while (end > span.begin_bytes && end < span.end_bytes && text[end] != ' ')
    end--;
  return g_string_chunk_insert_len (evidence->strings, text + span.begin_bytes, (gssize) (end - span.begin_bytes));
}

/**
 * cpt_events_make:
 * @evidence: all earlier findings
 * @statements: (element-type CptStatementFinding): of the same article
 *
 * Returns: (transfer full) (element-type CptEventFinding): one event for each temporal expression
 */
GArray *
cpt_events_make (const CptEvidence *evidence, const GArray *statements)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (CptEventFinding));

  for (guint i = 0, at = 0; i < evidence->dates->len && at < statements->len; i++)
    {
      const CptDateMention *date = &g_array_index (evidence->dates, CptDateMention, i);
      const CptStatementFinding *statement;

      while (at + 1 < statements->len
             && g_array_index (statements, CptStatementFinding, at).span.end_bytes <= date->span.begin_bytes)
        at++;
      statement = &g_array_index (statements, CptStatementFinding, at);
      g_array_append_val (events, ((CptEventFinding){ .statement = at,
                                                      .date = i,
                                                      .label = make_label (evidence, statement->span),
                                                      .sides = statement->sides }));
    }
  return events;
}
