// SPDX-License-Identifier: GPL-3.0-or-later
// From a place that somebody pointed at to one where a text can be cut. Room: gui/models; knows no statement.
#include "cpt-snap.h"

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == '-';
}

static gboolean
is_inside_word (const char *text, gsize offset_bytes)
{
  const char *here = text + offset_bytes;

  return offset_bytes > 0 && *here != '\0' && is_word_character (g_utf8_get_char (here))
         && is_word_character (g_utf8_get_char (g_utf8_prev_char (here)));
}

/**
 * cpt_snap_to_word:
 * @text: UTF-8
 * @offset_bytes: a character boundary in it
 *
 * Returns: @offset_bytes, or the beginning of the word that it lies in
 */
gsize
cpt_snap_to_word (const char *text, gsize offset_bytes)
{
  while (is_inside_word (text, offset_bytes))
    offset_bytes = (gsize) (g_utf8_prev_char (text + offset_bytes) - text);
  return offset_bytes;
}

/* What closes the words before it: a comma, a full stop, a closing quotation mark. */
static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || c == '.' || c == ',' || c == ';'
         || c == ':' || c == '!' || c == '?' || c == '"' || c == 0x2026 || c == 0x3002 || c == 0x3001;
}

/**
 * cpt_snap_to_words:
 * @span: on character boundaries
 *
 * Returns: whole words: half of one at either end is taken in, and the punctuation that closes the last; blanks at both
 *   ends are left out
 */
CptSpan
cpt_snap_to_words (const char *text, CptSpan span)
{
  span = cpt_span_trim (text, span);
  if (cpt_span_is_empty (span))
    return span;
  span.begin_bytes = cpt_snap_to_word (text, span.begin_bytes);
  while (is_inside_word (text, span.end_bytes))
    span.end_bytes = (gsize) (g_utf8_next_char (text + span.end_bytes) - text);
  while (text[span.end_bytes] != '\0' && is_closing (g_utf8_get_char (text + span.end_bytes)))
    span.end_bytes = (gsize) (g_utf8_next_char (text + span.end_bytes) - text);
  return span;
}

static gsize
distance (gsize a, gsize b)
{
  return a > b ? a - b : b - a;
}

/**
 * cpt_snap_propose:
 * @span: a statement in @text
 *
 * Returns: where most would cut it: behind the comma, semicolon, colon or dash that is nearest to the middle; else at the
 *   word in the middle
 */
gsize
cpt_snap_propose (const char *text, CptSpan span)
{
  gsize middle = span.begin_bytes + cpt_span_get_length_bytes (span) / 2, best = 0;

  for (const char *c = text + span.begin_bytes; c < text + span.end_bytes; c = g_utf8_next_char (c))
    {
      gunichar here = g_utf8_get_char (c);
      const char *next = g_utf8_next_char (c);
      gsize offset = (gsize) (next - text);

      if ((here == ',' || here == ';' || here == ':' || here == 0x2014 || here == 0x2013 || here == 0x060c)
          && next < text + span.end_bytes && g_unichar_isspace (g_utf8_get_char (next))
          && (best == 0 || distance (offset, middle) < distance (best, middle)))
        best = offset + 1;
    }
  if (best > 0)
    return best;
  while (middle > span.begin_bytes && ((guchar) text[middle] & 0xc0) == 0x80)
    middle--;
  return cpt_snap_to_word (text, middle);
}
