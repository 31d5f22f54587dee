// SPDX-License-Identifier: GPL-3.0-or-later
// Trimming of spans. Room: core/base; knows nothing of articles.
#include "cpt-span.h"

/**
 * cpt_span_trim:
 * @text: UTF-8
 * @span: a range on character boundaries of @text
 *
 * Narrows @span so that it neither begins nor ends with white space (g_unichar_isspace()).
 *
 * Returns: the narrowed span; empty, at the beginning of @span, when all of it is blank
 *
 * Cost: linear in the blank margin.
 */
CptSpan
cpt_span_trim (const char *text, CptSpan span)
{
  while (span.begin_bytes < span.end_bytes && g_unichar_isspace (g_utf8_get_char (text + span.begin_bytes)))
    span.begin_bytes = (gsize) (g_utf8_next_char (text + span.begin_bytes) - text);
  while (span.begin_bytes < span.end_bytes)
    {
      const char *last = g_utf8_prev_char (text + span.end_bytes);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      span.end_bytes = (gsize) (last - text);
    }
  return span;
}
