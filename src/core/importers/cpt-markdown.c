// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of Markdown: paragraphs, headings, lists, quotations, code, tables, front matter. Room: core/importers.
//
// A block becomes a paragraph of plain text; between two stands a blank line. Lines that a writer broke within a
// paragraph are joined, as in every rendering of Markdown.
#include "cpt-markdown.h"

#include <string.h>

typedef struct
{
  GString *out;
  GString *paragraph; /* Markdown of the open paragraph */
  CptFoundMetadata *metadata;
  char fence; /* '`' or '~' within a block of code, else 0 */
  gsize fence_length;
  gboolean fence_begun; /* a line of code has been written */
  gboolean in_comment;
} Reader;

static gsize
measure_line (const char *line)
{
  return strcspn (line, "\n");
}

static const char *
next_line (const char *line)
{
  gsize length = measure_line (line);

  return line + length + (line[length] == '\n');
}

static void
separate (Reader *self)
{
  if (self->out->len > 0)
    g_string_append (self->out, "\n\n");
}

static void
flush (Reader *self)
{
  GString *paragraph = self->paragraph;

  while (paragraph->len > 0 && g_ascii_isspace (paragraph->str[paragraph->len - 1]))
    g_string_truncate (paragraph, paragraph->len - 1);
  if (paragraph->len > 0)
    {
      gsize before = self->out->len, begin;

      separate (self);
      begin = self->out->len;
      cpt_markdown_append_inline (self->out, paragraph->str, paragraph->len);
      if (self->out->len == begin)
        g_string_truncate (self->out, before); /* nothing but a picture */
    }
  g_string_truncate (paragraph, 0);
}

static void
flush_heading (Reader *self)
{
  gsize before = self->out->len;

  flush (self);
  if (self->metadata->title == NULL && self->out->len > before)
    self->metadata->title = g_strdup (self->out->str + before + strspn (self->out->str + before, "\n"));
}

/* Three or more of one mark and nothing else but blanks: a line across the page, or the underline of a heading. */
static gboolean
is_only (const char *line, gsize length, const char *marks, gsize minimum)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == ' ' || line[i] == '\t')
        continue;
      if (strchr (marks, line[i]) == NULL || (n > 0 && line[i] != *line))
        return FALSE;
      n++;
    }
  return n >= minimum;
}

static gboolean
is_table_rule (const char *line, gsize length)
{
  return memchr (line, '-', length) != NULL && memchr (line, '|', length) != NULL && strspn (line, "|:- \t") >= length;
}

/* The length of "- ", "* ", "+ ", "1. ", "12) " and of the box of a task; 0 when the line is no list item. */
static gsize
measure_item (const char *line)
{
  gsize digits = strspn (line, "0123456789"), length = 0;

  if (strchr ("-*+", *line) != NULL && *line != '\0' && (line[1] == ' ' || line[1] == '\t'))
    length = 2;
  else if (digits > 0 && digits < 10 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    length = digits + 2;
  if (length > 0 && (g_str_has_prefix (line + length, "[ ] ") || g_ascii_strncasecmp (line + length, "[x] ", 4) == 0))
    length += 4;
  return length;
}

/* "[label]: address": where a reference leads; not text. Footnotes are text. */
static gboolean
is_definition (const char *line, gsize length)
{
  const char *end = *line == '[' && line[1] != '^' ? memchr (line, ']', length) : NULL;

  return end != NULL && end[1] == ':';
}

static void
read_fence (Reader *self, const char *line, gsize length)
{
  gsize run = strspn (line, self->fence == '~' ? "~" : "`");

  if (run >= self->fence_length && is_only (line, length, "`~", run))
    {
      self->fence = '\0';
      return;
    }
  if (self->fence_begun)
    g_string_append_c (self->out, '\n');
  else
    separate (self);
  self->fence_begun = TRUE;
  g_string_append_len (self->out, line, (gssize) length);
}

static gboolean
open_fence (Reader *self, const char *line)
{
  gsize run = MAX (strspn (line, "`"), strspn (line, "~"));

  if (run < 3)
    return FALSE;
  flush (self);
  self->fence = *line;
  self->fence_length = run;
  self->fence_begun = FALSE;
  return TRUE;
}

static void
read_heading (Reader *self, const char *line, gsize length)
{
  gsize level = strspn (line, "#");

  flush (self);
  while (length > level && strchr (" \t", line[length - 1]) != NULL)
    length--;
  while (length > level && line[length - 1] == '#')
    length--;
  g_string_append_len (self->paragraph, line + level, (gssize) (length - level));
  g_string_erase (self->paragraph, 0, (gssize) strspn (self->paragraph->str, " \t"));
  flush_heading (self);
}

/* A line of running text: joined to the one before, by a line break where two blanks or a backslash ask for one. */
static void
read_text (Reader *self, const char *line, gsize length)
{
  gsize visible = length;
  gboolean breaks = length >= 2 && memcmp (line + length - 2, "  ", 2) == 0;

  while (visible > 0 && strchr (" \t", line[visible - 1]) != NULL)
    visible--;
  if (visible > 0 && line[visible - 1] == '\\')
    {
      visible--;
      breaks = TRUE;
    }
  g_string_append_len (self->paragraph, line, (gssize) visible);
  g_string_append_c (self->paragraph, breaks ? '\n' : ' ');
}

/* "| a | b |": a line of the paragraph, a tab between two cells. */
static void
read_table_row (Reader *self, const char *line, gsize length)
{
  g_autofree char *row = g_strndup (line, length);
  g_auto (GStrv) cells = g_strsplit (row, "|", -1);
  gboolean is_first = TRUE;

  for (char **cell = cells; *cell != NULL; cell++)
    {
      if (*g_strstrip (*cell) == '\0')
        continue;
      g_string_append (self->paragraph, is_first ? "" : "\t");
      g_string_append (self->paragraph, *cell);
      is_first = FALSE;
    }
  g_string_append_c (self->paragraph, '\n');
}

/* Goes into quotations and list items. Returns the rest of the line. */
static const char *
skip_containers (Reader *self, const char *line, const char *end)
{
  for (;;)
    {
      gsize item;

      line += strspn (line, " \t");
      if (line < end && *line == '>')
        line++;
      else if (line < end && !is_only (line, (gsize) (end - line), "-*_", 3) && (item = measure_item (line)) > 0
               && line + item <= end)
        {
          flush (self);
          line += item;
        }
      else
        return MIN (line, end);
    }
}

static void
read_line (Reader *self, const char *line, gsize length)
{
  const char *end = line + length;
  gsize level;

  line = skip_containers (self, line, end);
  length = (gsize) (end - line);
  level = strspn (line, "#");
  if (length == 0)
    flush (self);
  else if (g_str_has_prefix (line, "<!--"))
    self->in_comment = g_strstr_len (line, (gssize) length, "-->") == NULL;
  else if (open_fence (self, line))
    return;
  else if (level >= 1 && level <= 6 && (level == length || strchr (" \t", line[level]) != NULL))
    read_heading (self, line, length);
  else if (self->paragraph->len > 0 && (is_only (line, length, "=", 1) || is_only (line, length, "-", 2)))
    flush_heading (self);
  else if (is_only (line, length, "-*_", 3))
    flush (self);
  else if (is_table_rule (line, length))
    return;
  else if (*line == '|' && line[length - 1] == '|')
    read_table_row (self, line, length);
  else if (self->paragraph->len > 0 || !is_definition (line, length))
    read_text (self, line, length);
}

/* YAML between "---" or TOML between "+++" at the very beginning; only "key: value" and "key = value" are looked at. */
static const char *
read_front_matter (const char *source, CptFoundMetadata *metadata)
{
  gboolean is_toml = g_str_has_prefix (source, "+++\n");
  const char *line = next_line (source);

  if (!is_toml && !g_str_has_prefix (source, "---\n"))
    return source;
  for (; *line != '\0'; line = next_line (line))
    {
      gsize length = measure_line (line);
      g_autofree char *copy = g_strndup (line, length);
      char *equals = is_toml ? strchr (copy, '=') : NULL;

      if (strncmp (line, source, 3) == 0 || (!is_toml && g_str_has_prefix (line, "...")))
        return next_line (line);
      if (equals != NULL)
        *equals = ':';
      cpt_headers_take_line (metadata, copy, length);
    }
  return source; /* never closed: a line across the page, and text */
}

/**
 * cpt_markdown_to_text:
 * @source: Markdown with LF line ends
 * @metadata: what the front matter says is put here; the first heading becomes the title when that gives none
 *
 * Returns: (transfer full): the text, a blank line between two blocks
 *
 * Cost: linear.
 */
GString *
cpt_markdown_to_text (const char *source, CptFoundMetadata *metadata)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Reader self = { .out = g_string_new (NULL), .paragraph = paragraph, .metadata = metadata };

  for (const char *line = read_front_matter (source, metadata); *line != '\0'; line = next_line (line))
    {
      gsize length = measure_line (line);

      if (self.fence != '\0')
        read_fence (&self, line, length);
      else if (self.in_comment)
        self.in_comment = g_strstr_len (line, (gssize) length, "-->") == NULL;
      else
        read_line (&self, line, length);
    }
  flush (&self);
  return self.out;
}
