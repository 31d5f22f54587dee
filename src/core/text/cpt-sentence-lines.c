// SPDX-License-Identifier: GPL-3.0-or-later
// What the line breaks of a text mean: wrapping, or the end of something. Room: core/text; knows no language.
//
// A line was wrapped when the first word of the next line would not have fitted into the width of the text. A text in
// which that holds for most lines was wrapped as a whole; in any other text a line break ends a sentence unless the
// next line plainly goes on with it.
#include "cpt-sentence-lines.h"

#include <string.h>

#include "cpt-characters.h"

/* Nobody wraps to more; longer lines are paragraphs. */
#define MAX_WRAP_CHARS 130
#define MIN_WRAP_CHARS 30

static const char *
find_line_end (const char *cursor, const char *end)
{
  const char *found = memchr (cursor, '\n', (gsize) (end - cursor));

  return found != NULL ? found : end;
}

static gsize
count_chars (const char *begin, const char *end)
{
  gsize n = 0;

  for (const char *cursor = begin; cursor < end; cursor++)
    n += ((guchar) *cursor & 0xc0) != 0x80 && *cursor != '\r';
  return n;
}

static gsize
count_first_word (const char *begin, const char *end)
{
  gsize n = 0;

  while (begin < end && n <= MAX_WRAP_CHARS && !cpt_char_is_blank (cpt_char_at (begin, end)))
    {
      begin = cpt_char_next (begin);
      n++;
    }
  return n;
}

static gboolean
is_blank_line (const char *begin, const char *end)
{
  while (begin < end && cpt_char_is_blank (cpt_char_at (begin, end)))
    begin = cpt_char_next (begin);
  return begin >= end;
}

static gboolean
is_full (gsize line_chars, gsize next_word_chars, gsize width_chars)
{
  return line_chars + 1 + next_word_chars > width_chars;
}

/* Counts the lines that another line of the same block follows, and those of them that are full. */
static void
count_full_lines (CptLines *self, guint *n_lines, guint *n_full)
{
  const char *line_end;

  for (const char *line = self->text; line < self->end; line = line_end + 1)
    {
      const char *next;

      line_end = find_line_end (line, self->end);
      next = line_end + 1;
      if (next >= self->end || is_blank_line (line, line_end) || is_blank_line (next, find_line_end (next, self->end)))
        continue;
      *n_lines += 1;
      *n_full += is_full (count_chars (line, line_end), count_first_word (next, self->end), self->width_chars);
    }
}

void
cpt_lines_init (CptLines *self, const char *text, const char *end)
{
  const char *line_end;
  guint n_lines = 0, n_full = 0;

  *self = (CptLines){ text, end, 0, FALSE, text, FALSE };
  for (const char *line = text; line < end; line = line_end + 1)
    {
      line_end = find_line_end (line, end);
      if ((gsize) (line_end - line) > self->width_chars)
        self->width_chars = MAX (self->width_chars, count_chars (line, line_end));
      if (self->width_chars > MAX_WRAP_CHARS)
        return;
    }
  if (self->width_chars < MIN_WRAP_CHARS)
    return;
  count_full_lines (self, &n_lines, &n_full);
  self->wrapped = n_lines > 1 && n_full * 3 > n_lines * 2;
}

static gboolean
is_terminator (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x0964
         || c == 0x061f || c == 0x06d4 || c == 0x0589;
}

static gboolean
is_closer (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xbb || c == 0x2019 || c == 0x201c || c == 0x201d;
}

static gboolean
line_stops (const char *begin, const char *line_end)
{
  gunichar c = 0;

  while (line_end > begin && (cpt_char_is_blank (c = cpt_char_before (line_end, begin)) || is_closer (c)))
    line_end = cpt_char_prev (line_end);
  return line_end > begin && is_terminator (c);
}

/* Looks through the lines from @line to the next blank one, once a block. */
static void
look_at_block (CptLines *self, const char *line)
{
  const char *line_end;

  self->block_stops = FALSE;
  for (; line < self->end; line = line_end + 1)
    {
      line_end = find_line_end (line, self->end);
      if (is_blank_line (line, line_end))
        break;
      self->block_stops = self->block_stops || line_stops (line, line_end);
    }
  self->block_end = MIN (line, self->end);
}

static gboolean
is_hiragana (gunichar c)
{
  return c >= 0x3041 && c <= 0x309f;
}

static const char *
find_line_begin (const CptLines *self, const char *line_break)
{
  gsize n = MIN ((gsize) (line_break - self->text), (gsize) MAX_WRAP_CHARS * 4);
  const char *from = line_break - n, *begin = line_break;

  while (begin > from && begin[-1] != '\n')
    begin--;
  return begin;
}

/* In a wrapped text: a full line goes on, and so does one whose successor begins small. */
static gboolean
wrapped_line_goes_on (const CptLines *self, const char *line_break, const char *next, gboolean small)
{
  const char *begin = find_line_begin (self, line_break);

  if (cpt_char_is_blank (cpt_char_at (line_break + 1, self->end)) && !small)
    return FALSE; /* an indent opens a paragraph */
  return small || is_full (count_chars (begin, line_break), count_first_word (next, self->end), self->width_chars);
}

/**
 * cpt_lines_goes_on:
 * @line_break: a single line break, further on than the last one that was asked about
 *
 * Returns: whether the sentence before @line_break may go on after it
 */
gboolean
cpt_lines_goes_on (CptLines *self, const char *line_break)
{
  const char *next = line_break, *last = line_break;
  gunichar before, after;

  while (next < self->end && cpt_char_is_blank (cpt_char_at (next, self->end)))
    next = cpt_char_next (next);
  while (last > self->text && cpt_char_is_blank (cpt_char_before (last, self->text)))
    last = cpt_char_prev (last);
  after = cpt_char_at (next, self->end);
  before = cpt_char_before (last, self->text);
  if (line_break >= self->block_end)
    look_at_block (self, find_line_begin (self, line_break));
  if (self->wrapped)
    return wrapped_line_goes_on (self, line_break, next, cpt_char_is_lower (after));
  if (!self->block_stops)
    return FALSE;
  if (is_hiragana (before))
    return TRUE;
  return !is_terminator (before) && (cpt_char_is_lower (after) || (before == ',' && cpt_char_is_letter (after)));
}
