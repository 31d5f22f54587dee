// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an event of each temporal expression that places something in time. Room: core/analysis; resolves no dates.
#include "cpt-events.h"

#include "cpt-event-label.h"

/* "annual", "for two weeks", "now", "recent", "future": say how often, how long, or next to nothing, not when something
 * happened. What is a date but cannot be resolved ("on Tuesday" in a text without a day) stays and is shown as undated. */
static gboolean
places_in_time (const CptDateMention *date)
{
  if (date->value != NULL && g_str_has_prefix (date->value, "PRESENT_REF"))
    return FALSE;
  if (cpt_interval_is_dated (date->interval))
    return TRUE;
  return date->type != CPT_TIMEX_SET && date->type != CPT_TIMEX_DURATION
         && (date->value == NULL || !g_str_has_suffix (date->value, "_REF"));
}

/**
 * cpt_events_make:
 * @evidence: all earlier findings
 * @statements: (element-type CptStatementFinding): of the same article
 *
 * Returns: (transfer full) (element-type CptEventFinding): one event for each expression that places something in time,
 *   in the order of the text
 */
GArray *
cpt_events_make (const CptEvidence *evidence, const GArray *statements)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (CptEventFinding));
  g_autoptr (CptTimeTense) tenses = cpt_time_tense_new (evidence->reading, NULL);

  for (guint i = 0, at = 0; i < evidence->dates->len && at < statements->len; i++)
    {
      const CptDateMention *date = &g_array_index (evidence->dates, CptDateMention, i);
      const CptStatementFinding *statement;
      const char *label;

      if (!places_in_time (date) || cpt_span_is_empty (date->span))
        continue;
      while (at + 1 < statements->len
             && g_array_index (statements, CptStatementFinding, at).span.end_bytes <= date->span.begin_bytes)
        at++;
      statement = &g_array_index (statements, CptStatementFinding, at);
      label = cpt_event_label_make (evidence, tenses, statement->span, date);
      if (label != NULL)
        g_array_append_val (
            events, ((CptEventFinding){ .statement = at, .date = i, .label = label, .sides = statement->sides }));
    }
  return events;
}
