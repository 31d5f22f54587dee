// SPDX-License-Identifier: GPL-3.0-or-later
// Sentence boundaries. Room: core/text.
#include "cpt-sentences.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/**
 * cpt_sentences_scan:
 * @text: valid UTF-8
 * @length_bytes: its length
 * @language: (nullable): BCP 47 tag ("en", "ru"), or %NULL for rules that fit most languages
 *
 * Returns: (transfer full) (element-type CptSpan): trimmed spans, ascending, disjoint; every character that is not
 *   blank lies in exactly one of them
 */
GArray *
cpt_sentences_scan (const char *text, gsize length_bytes, const char *language)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CptSpan));
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text, (int64_t) length_bytes, &status);
  UBreakIterator *iterator = ubrk_open (UBRK_SENTENCE, language != NULL ? language : "en", NULL, 0, &status);
  gsize begin = 0;

  ubrk_setUText (iterator, utext, &status);
  for (int32_t end = ubrk_next (iterator); end != UBRK_DONE; end = ubrk_next (iterator))
    {
      CptSpan span = cpt_span_trim (text, CPT_SPAN (begin, (gsize) end));

      if (!cpt_span_is_empty (span))
        g_array_append_val (spans, span);
      begin = (gsize) end;
    }
  ubrk_close (iterator);
  utext_close (utext);
  return spans;
}
