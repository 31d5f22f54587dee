// SPDX-License-Identifier: GPL-3.0-or-later
// Sentence boundaries: one pass from candidate to candidate. Room: core/text. What a candidate means is judged in
// cpt-sentence-stop.c (terminators) and cpt-sentence-lines.c (line breaks); README.md tells the whole.
#include "cpt-sentences.h"

#include <string.h>

#include "cpt-characters.h"
#include "cpt-sentence-apart.h"
#include "cpt-sentence-lines.h"
#include "cpt-sentence-list.h"
#include "cpt-sentence-stop.h"

/* Brackets of East Asian writing hide the terminators within them; deeper nesting than this is not kept track of. */
#define MAX_DEPTH 16

typedef struct
{
  CptStopContext context;
  CptLines lines;
  gboolean lines_known;
  CptSentenceList list;
  guint depth;
  const char *cursor;
  GArray *spans; /* CptSpan */
} Scanner;

/* First bytes of the characters that the scan stops at: marks, line breaks, and the capitals that words begin with
 * which open sentences anywhere (CPT_WORD_RESTART). */
static const guint8 is_candidate[256] = {
  ['\n'] = 1, ['\f'] = 1, ['.'] = 1,  ['!'] = 1,  ['?'] = 1,  [':'] = 1,  [';'] = 1,  [')'] = 1,  [0xcd] = 1,
  [0xd6] = 1, [0xd8] = 1, [0xdb] = 1, [0xe0] = 1, [0xe1] = 1, [0xe2] = 1, [0xe3] = 1, [0xef] = 1, ['*'] = 1,
  ['='] = 1,  ['_'] = 1,  ['-'] = 1,  ['~'] = 1,  ['#'] = 1,  [0xf0] = 1, ['A'] = 1,  ['B'] = 1,  ['D'] = 1,
  ['F'] = 1,  ['H'] = 1,  ['I'] = 1,  ['O'] = 1,  ['S'] = 1,  ['T'] = 1,  ['W'] = 1,
};

static const char *
skip_blank (const char *cursor, const char *end)
{
  while (cursor < end && cpt_char_is_blank (cpt_char_at (cursor, end)))
    cursor = cpt_char_next (cursor);
  return cursor;
}

/* Ends the sentence at @sentence_end; what follows belongs to the next. */
static void
end_sentence (Scanner *self, const char *sentence_end)
{
  const char *text = self->context.text;
  CptSpan span =
      cpt_span_trim (text, CPT_SPAN ((gsize) (self->context.sentence - text), (gsize) (sentence_end - text)));

  if (!cpt_span_is_empty (span))
    g_array_append_val (self->spans, span);
  self->context.sentence = skip_blank (sentence_end, self->context.end);
  cpt_sentence_list_begin (&self->list, self->context.sentence, self->context.end);
}

static void
scan_line_break (Scanner *self)
{
  const char *end = self->context.end, *cursor = self->cursor;
  guint n_lines = 0;

  for (gunichar c; cursor < end && cpt_char_is_blank (c = cpt_char_at (cursor, end)); cursor = cpt_char_next (cursor))
    n_lines += c == '\n' || c == 0x2028 ? 1 : c == '\f' || c == 0x2029 ? 2 : 0;
  if (!self->lines_known && n_lines == 1)
    cpt_lines_init (&self->lines, self->context.text, end);
  self->lines_known = self->lines_known || n_lines == 1;
  if (n_lines > 1 || !cpt_lines_goes_on (&self->lines, self->cursor))
    {
      if (n_lines > 1)
        cpt_sentence_list_reset (&self->list);
      self->depth = 0;
      end_sentence (self, self->cursor);
    }
  self->cursor = cursor;
}

static void
scan_terminator (Scanner *self)
{
  CptStopVerdict verdict = cpt_stop_judge (&self->context, self->cursor);

  if (verdict.sentence_end != NULL)
    end_sentence (self, verdict.sentence_end);
  self->cursor = verdict.resume;
}

/* Whether an item of a list begins before @cursor, the mark after its number, or at it, a bullet. */
static gboolean
scan_list_mark (Scanner *self, gunichar c)
{
  const char *item = cpt_sentence_list_find_item (&self->list, &self->context, self->cursor, c);

  if (item == NULL)
    return FALSE;
  end_sentence (self, item);
  self->cursor = cpt_char_next (self->cursor);
  return TRUE;
}

static gboolean
scan_apart (Scanner *self, gunichar c)
{
  CptApart found;

  if (!cpt_sentence_apart_find (&self->context, self->cursor, c, &found))
    return FALSE;
  if (found.begin != NULL)
    end_sentence (self, found.begin);
  if (found.end != NULL)
    end_sentence (self, found.end);
  self->cursor = found.resume;
  return TRUE;
}

static gboolean
is_east_asian_opener (gunichar c)
{
  return c == 0x300a || c == 0x300c || c == 0x300e || c == 0x3010 || c == 0xff08;
}

static gboolean
is_east_asian_closer (gunichar c)
{
  return c == 0x300b || c == 0x300d || c == 0x300f || c == 0x3011 || c == 0xff09;
}

static void
scan_candidate (Scanner *self)
{
  gunichar c = cpt_char_at (self->cursor, self->context.end);

  if (c == '\n' || c == '\f' || c == 0x2028 || c == 0x2029)
    scan_line_break (self);
  else if (scan_list_mark (self, c) || scan_apart (self, c))
    return;
  else if (cpt_stop_is_terminator (&self->context, c) && self->depth == 0)
    scan_terminator (self);
  else
    {
      if (is_east_asian_opener (c) && self->depth < MAX_DEPTH)
        self->depth++;
      else if (is_east_asian_closer (c) && self->depth > 0)
        self->depth--;
      self->cursor = cpt_char_next (self->cursor);
    }
}

/**
 * cpt_sentences_scan:
 * @text: valid UTF-8
 * @length_bytes: its length
 * @language: (nullable): BCP 47 tag ("en", "ru"), or %NULL for rules that fit most languages
 *
 * Cuts @text into sentences: at terminators that end one, at blank lines, at line breaks that do not wrap a line, and
 * before the items of a list within a paragraph. Headlines and captions are sentences of their own. A sentence is never
 * cut at a colon or a semicolon, in most languages.
 *
 * Returns: (transfer full) (element-type CptSpan): trimmed spans, ascending, disjoint; every character that is not
 *   blank lies in exactly one of them
 *
 * Thread: any. Cost: linear.
 */
GArray *
cpt_sentences_scan (const char *text, gsize length_bytes, const char *language)
{
  Scanner self = { .cursor = text,
                   .spans = g_array_sized_new (FALSE, FALSE, sizeof (CptSpan), (guint) (length_bytes / 100 + 4)) };
  const char *end = text + length_bytes;

  self.context = (CptStopContext){ text, end, text, cpt_sentence_language_get (language), 0 };
  self.context.flags = cpt_sentence_language_get_flags (self.context.language);
  self.context.sentence = skip_blank (text, end);
  cpt_sentence_list_begin (&self.list, self.context.sentence, end);
  self.cursor = self.context.sentence;
  while (self.cursor < end)
    if (is_candidate[(guchar) *self.cursor])
      scan_candidate (&self);
    else
      self.cursor++;
  end_sentence (&self, end);
  return self.spans;
}
