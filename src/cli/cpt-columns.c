// SPDX-License-Identifier: GPL-3.0-or-later
// Texts beside each other in a terminal. Room: cli; knows no comparison.
#include "cpt-columns.h"

#include <string.h>

#define SEPARATOR " │ "
#define SEPARATOR_WIDTH 3

/* One line of a cell: a stretch of a part's text. */
typedef struct
{
  const char *begin;
  gsize length_bytes;
  guint width;
  const char *style;
} Line;

static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c) || g_unichar_iscntrl (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static const char *
skip_blanks (const char *at)
{
  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* The next line of at most @width cells, broken at a blank where there is one. Returns where the one after it begins.
 */
static const char *
break_line (const char *text, guint width, Line *line)
{
  const char *at = text, *blank = NULL;
  guint used = 0, blank_used = 0;

  *line = (Line){ .begin = text };
  while (*at != '\0' && *at != '\n')
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          blank = at;
          blank_used = used;
        }
      if (used + measure_character (c) > width && at > text)
        break;
      used += measure_character (c);
      at = g_utf8_next_char (at);
    }
  if (*at != '\0' && *at != '\n' && blank != NULL)
    {
      at = blank;
      used = blank_used;
    }
  line->length_bytes = (gsize) (at - text);
  line->width = used;
  return skip_blanks (at);
}

static void
break_part (GArray *lines, const CptCellPart *part, guint width)
{
  const char *at = skip_blanks (part->text);

  while (*at != '\0')
    {
      Line line;

      at = break_line (at, width, &line);
      line.style = part->style;
      g_array_append_val (lines, line);
    }
}

/* Control characters of the text must not reach the terminal. */
static void
append_printable (GString *out, const char *text, gsize length_bytes)
{
  const char *end = text + length_bytes;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\t')
        g_string_append_c (out, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
    }
}

static void
append_styled (const CptColumns *self, GString *out, const Line *line)
{
  gboolean styled = self->coloured && line->style != NULL && *line->style != '\0';

  if (styled)
    g_string_append_printf (out, "\033[%sm", line->style);
  append_printable (out, line->begin, line->length_bytes);
  if (styled)
    g_string_append (out, "\033[0m");
}

static void
append_blanks (GString *out, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static guint
get_column_width (const CptColumns *self)
{
  return (self->width - SEPARATOR_WIDTH * (self->n - 1)) / self->n;
}

gboolean
cpt_columns_fit (const CptColumns *self)
{
  return self->width >= self->n * (CPT_COLUMN_MIN_WIDTH + SEPARATOR_WIDTH) - SEPARATOR_WIDTH;
}

void
cpt_columns_append_row (const CptColumns *self, GString *out, GArray *const *cells)
{
  GArray *lines[CPT_COLUMNS_MAX];
  guint width = get_column_width (self), n_lines = 0;

  for (guint i = 0; i < self->n; i++)
    {
      lines[i] = g_array_new (FALSE, FALSE, sizeof (Line));
      for (guint k = 0; cells[i] != NULL && k < cells[i]->len; k++)
        break_part (lines[i], &g_array_index (cells[i], CptCellPart, k), width);
      n_lines = MAX (n_lines, lines[i]->len);
    }
  for (guint row = 0; row < n_lines; row++)
    {
      for (guint i = 0; i < self->n; i++)
        {
          const Line *line = row < lines[i]->len ? &g_array_index (lines[i], Line, row) : NULL;

          if (line != NULL)
            append_styled (self, out, line);
          append_blanks (out, width - (line != NULL ? line->width : 0));
          g_string_append (out, i + 1 < self->n ? SEPARATOR : "");
        }
      end_line (out);
    }
  for (guint i = 0; i < self->n; i++)
    g_array_unref (lines[i]);
}

void
cpt_columns_append_text (const CptColumns *self, GString *out, const char *text, guint indent, const char *style)
{
  const char *at = skip_blanks (text);

  while (*at != '\0')
    {
      Line line;

      at = break_line (at, MAX (self->width, indent + CPT_COLUMN_MIN_WIDTH) - indent, &line);
      line.style = style;
      append_blanks (out, indent);
      append_styled (self, out, &line);
      end_line (out);
    }
}

void
cpt_columns_append_rule (const CptColumns *self, GString *out, const char *mark)
{
  for (guint i = 0; i < self->width; i++)
    g_string_append (out, mark);
  g_string_append_c (out, '\n');
}

static void
clear_part (gpointer part)
{
  g_free (((CptCellPart *) part)->text);
}

GArray *
cpt_cell_new (void)
{
  GArray *cell = g_array_new (FALSE, FALSE, sizeof (CptCellPart));

  g_array_set_clear_func (cell, clear_part);
  return cell;
}

void
cpt_cell_take (GArray *cell, char *text, const char *style)
{
  CptCellPart part = { text, style };

  g_array_append_val (cell, part);
}
