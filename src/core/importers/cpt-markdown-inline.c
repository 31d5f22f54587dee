// SPDX-License-Identifier: GPL-3.0-or-later
// Marks within a paragraph of Markdown: emphasis, code, links, pictures, references, HTML. Room: core/importers.
//
// Everything is written out first, marks included; what turns out to be a mark is flagged, and one pass at the end
// takes the flagged bytes away. Follows CommonMark's rules for flanking and matching, with bounds on how far it looks.
#include "cpt-markdown.h"

#include "cpt-entities.h"

#include <string.h>

#define MAX_TARGET_BYTES 2048
#define MAX_LABEL_BYTES 4096
#define MAX_LOOK_BACK 16
#define MAX_CODE_TICKS 32

/* A run of "*", "_" or "~" that may open or close emphasis. */
typedef struct
{
  gsize at;
  gsize length;
  char mark;
  gboolean can_open;
  gboolean can_close;
} Run;

typedef struct
{
  gsize at;
  gboolean is_picture;
} Bracket;

typedef struct
{
  const char *at;
  const char *end;
  GString *text;
  GByteArray *is_mark;  /* a flag for each byte of text */
  GArray *runs;         /* Run */
  GArray *brackets;     /* Bracket: open ones */
  gboolean no_tag_ends; /* no ">" is left */
  guint32 no_ticks;     /* bit n: no run of n backticks is left */
} Inline;

static void
emit (Inline *self, const char *bytes, gsize length)
{
  gsize before = self->is_mark->len;

  g_string_append_len (self->text, bytes, (gssize) length);
  g_byte_array_set_size (self->is_mark, (guint) (before + length));
  memset (self->is_mark->data + before, FALSE, length);
}

static void
flag (Inline *self, gsize begin, gsize end)
{
  memset (self->is_mark->data + begin, TRUE, end - begin);
}

static gsize
measure_run (const char *at, const char *end)
{
  gsize length = 1;

  while (at + length < end && at[length] == *at)
    length++;
  return length;
}

static void
read_code (Inline *self)
{
  gsize n_ticks = measure_run (self->at, self->end);
  guint32 bit = (guint32) 1 << MIN (n_ticks, MAX_CODE_TICKS - 1);
  const char *begin = self->at + n_ticks, *at = begin;

  while (!(self->no_ticks & bit) && (at = memchr (at, '`', (gsize) (self->end - at))) != NULL)
    {
      gsize n_closing = measure_run (at, self->end);

      if (n_closing == n_ticks)
        {
          emit (self, begin, (gsize) (at - begin));
          self->at = at + n_closing;
          return;
        }
      at += n_closing;
    }
  self->no_ticks |= bit;
  emit (self, self->at, n_ticks);
  self->at = begin;
}

/* <https://...> stands for itself, other tags for nothing, <br> for a line break. */
static void
read_angle (Inline *self)
{
  const char *close = self->no_tag_ends ? NULL : memchr (self->at, '>', (gsize) (self->end - self->at));
  const char *inner = self->at + 1;

  self->no_tag_ends = close == NULL;
  if (close == NULL || !(g_ascii_isalpha (*inner) || *inner == '/' || *inner == '!'))
    {
      emit (self, self->at++, 1);
      return;
    }
  if (memchr (inner, ':', (gsize) (close - inner)) != NULL && memchr (inner, ' ', (gsize) (close - inner)) == NULL)
    emit (self, inner, (gsize) (close - inner));
  else if (g_ascii_strncasecmp (inner, "br", 2) == 0 && !g_ascii_isalpha (inner[2]))
    emit (self, "\n", 1);
  self->at = close + 1;
}

static gboolean
is_word_break (gunichar c, gboolean *is_punctuation)
{
  *is_punctuation = c != 0 && (g_unichar_ispunct (c) || g_unichar_type (c) == G_UNICODE_MATH_SYMBOL);
  return c == 0 || g_unichar_isspace (c);
}

static void
read_run (Inline *self, const char *begin)
{
  Run run = { .at = self->text->len, .length = measure_run (self->at, self->end), .mark = *self->at };
  const char *before = self->at > begin ? g_utf8_prev_char (self->at) : NULL, *after = self->at + run.length;
  gboolean punctuation_before, punctuation_after;
  gboolean space_before = is_word_break (before != NULL ? g_utf8_get_char (before) : 0, &punctuation_before);
  gboolean space_after = is_word_break (after < self->end ? g_utf8_get_char (after) : 0, &punctuation_after);
  gboolean left = !space_after && (!punctuation_after || space_before || punctuation_before);
  gboolean right = !space_before && (!punctuation_before || space_after || punctuation_after);

  run.can_open = left && (run.mark != '_' || !right || punctuation_before) && (run.mark != '~' || run.length == 2);
  run.can_close = right && (run.mark != '_' || !left || punctuation_after) && (run.mark != '~' || run.length == 2);
  emit (self, self->at, run.length);
  if (run.can_open || run.can_close)
    g_array_append_val (self->runs, run);
  self->at = after;
}

/* The byte after "(target "title")" or "[label]", or NULL. */
static const char *
skip_target (const char *at, const char *end)
{
  char open = *at, close = open == '(' ? ')' : ']';
  const char *limit = at + MIN ((gsize) (end - at), MAX_TARGET_BYTES);
  guint depth = 0;

  for (; at < limit; at++)
    {
      if (*at == '\\')
        at++;
      else if (*at == open)
        depth++;
      else if (*at == close && --depth == 0)
        return at + 1;
    }
  return NULL;
}

static void
read_closing_bracket (Inline *self)
{
  gsize at = self->text->len;
  const char *target_end = NULL;
  Bracket bracket;

  emit (self, self->at++, 1);
  if (self->brackets->len == 0)
    return;
  bracket = g_array_index (self->brackets, Bracket, self->brackets->len - 1);
  g_array_set_size (self->brackets, self->brackets->len - 1);
  if (at - bracket.at > MAX_LABEL_BYTES)
    return;
  if (self->text->str[bracket.at + 1] == '^' && !bracket.is_picture)
    {
      flag (self, bracket.at, at + 1); /* the number of a footnote */
      return;
    }
  if (self->at < self->end && (*self->at == '(' || *self->at == '['))
    target_end = skip_target (self->at, self->end);
  if (target_end == NULL)
    return;
  self->at = target_end;
  flag (self, at, at + 1);
  flag (self, bracket.at, bracket.is_picture ? at : bracket.at + 1);
}

static void
read_opening_bracket (Inline *self)
{
  gboolean is_picture = *self->at == '!';
  Bracket bracket = { self->text->len, is_picture };

  emit (self, self->at, is_picture ? 2 : 1);
  self->at += is_picture ? 2 : 1;
  g_array_append_val (self->brackets, bracket);
}

static void
read_reference (Inline *self)
{
  gunichar character;
  gsize length = cpt_entity_measure (self->at, &character);
  char bytes[6];

  if (length == 0 || self->at + length > self->end)
    emit (self, self->at++, 1);
  else
    {
      emit (self, bytes, (gsize) g_unichar_to_utf8 (character, bytes));
      self->at += length;
    }
}

static void
read_one (Inline *self, const char *begin)
{
  char next = self->at + 1 < self->end ? self->at[1] : '\0';

  if (*self->at == '\\' && g_ascii_ispunct (next))
    {
      emit (self, self->at + 1, 1);
      self->at += 2;
    }
  else if (*self->at == '`')
    read_code (self);
  else if (*self->at == '&')
    read_reference (self);
  else if (*self->at == '<')
    read_angle (self);
  else if (*self->at == '[' || (*self->at == '!' && next == '['))
    read_opening_bracket (self);
  else if (*self->at == ']')
    read_closing_bracket (self);
  else if (strchr ("*_~", *self->at) != NULL)
    read_run (self, begin);
  else
    emit (self, self->at++, 1);
}

/* Takes from the opening run's end and the closing run's beginning what both have. */
static void
match_runs (Inline *self, Run *opener, Run *closer)
{
  gsize n = MIN (opener->length, closer->length);

  flag (self, opener->at + opener->length - n, opener->at + opener->length);
  flag (self, closer->at, closer->at + n);
  opener->length -= n;
  closer->at += n;
  closer->length -= n;
}

static void
match_emphasis (Inline *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = &g_array_index (self->runs, Run, i);
      guint bottom = open->len > MAX_LOOK_BACK ? open->len - MAX_LOOK_BACK : 0;

      for (guint k = open->len; run->can_close && run->length > 0 && k > bottom; k--)
        {
          Run *opener = &g_array_index (self->runs, Run, g_array_index (open, guint, k - 1));

          if (opener->mark != run->mark)
            continue;
          match_runs (self, opener, run);
          g_array_set_size (open, opener->length > 0 ? k : k - 1);
          k = open->len + 1;
          bottom = open->len > MAX_LOOK_BACK ? open->len - MAX_LOOK_BACK : 0;
        }
      if (run->can_open && run->length > 0)
        g_array_append_val (open, i);
    }
}

void
cpt_markdown_append_inline (GString *out, const char *source, gsize length_bytes)
{
  g_autoptr (GString) text = g_string_sized_new (length_bytes);
  g_autoptr (GByteArray) is_mark = g_byte_array_new ();
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GArray) brackets = g_array_new (FALSE, FALSE, sizeof (Bracket));
  Inline self = { source, source + length_bytes, text, is_mark, runs, brackets, FALSE, 0 };

  while (self.at < self.end)
    read_one (&self, source);
  match_emphasis (&self);
  for (gsize i = 0; i < text->len; i++)
    {
      if (!is_mark->data[i])
        g_string_append_c (out, text->str[i]);
    }
}
