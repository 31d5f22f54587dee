// SPDX-License-Identifier: GPL-3.0-or-later
// From the Markdown that the manual is written in to blocks that can be shown. Room: gui/models; knows no widget, and no more
// of Markdown than the manual uses.
#include "cpt-manual.h"

#include <string.h>

static void
block_free (gpointer data)
{
  CptManualBlock *block = data;

  g_free (block->markup);
  g_free (block->anchor);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

/* --- within a line ---------------------------------------------------------------------------------------------- */

static void
append_escaped (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (out, escaped);
}

/* `code`, **strong**, *stressed*: returns what follows, or NULL when @at does not begin one. */
static const char *
append_marked (GString *out, const char *at, const char *mark, const char *tag)
{
  const char *begin = at + strlen (mark), *end;
  g_autofree char *inner = NULL;

  if (!g_str_has_prefix (at, mark) || *begin == '\0' || *begin == ' ')
    return NULL;
  end = strstr (begin, mark);
  if (end == NULL || end == begin)
    return NULL;
  g_string_append_printf (out, "<%s>", tag);
  if (*mark == '`')
    append_escaped (out, begin, (gsize) (end - begin));
  else
    {
      g_autofree char *text = g_strndup (begin, (gsize) (end - begin));

      inner = cpt_manual_dup_markup (text);
      g_string_append (out, inner);
    }
  g_string_append_printf (out, "</%s>", tag);
  return end + strlen (mark);
}

/* [text](address); of an address that is no page of the manual only the text is shown. */
static const char *
append_link (GString *out, const char *at)
{
  const char *middle = *at == '[' ? strstr (at, "](") : NULL;
  const char *end = middle == NULL ? NULL : strchr (middle, ')');
  g_autofree char *text = NULL, *markup = NULL, *address = NULL;

  if (end == NULL)
    return NULL;
  text = g_strndup (at + 1, (gsize) (middle - at - 1));
  markup = cpt_manual_dup_markup (text);
  address = g_markup_escape_text (middle + 2, end - middle - 2);
  if (*address == '#' || strstr (address, ".md") != NULL)
    g_string_append_printf (out, "<a href=\"%s\">%s</a>", address, markup);
  else
    g_string_append (out, markup);
  return end + 1;
}

/**
 * cpt_manual_dup_markup:
 * @text: with `code`, **strong** and *stressed* words and [links](address)
 *
 * Returns: (transfer full): the same as Pango markup
 */
char *
cpt_manual_dup_markup (const char *text)
{
  static const struct
  {
    const char *mark;
    const char *tag;
  } marks[] = { { "`", "tt" }, { "**", "b" }, { "*", "i" } };
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *next = append_link (out, text);

      for (guint i = 0; next == NULL && i < G_N_ELEMENTS (marks); i++)
        next = append_marked (out, text, marks[i].mark, marks[i].tag);
      if (next == NULL)
        {
          next = g_utf8_next_char (text);
          append_escaped (out, text, (gsize) (next - text));
        }
      text = next;
    }
  return g_string_free (out, FALSE);
}

/* --- lines ------------------------------------------------------------------------------------------------------ */

/* "How well" -> "how-well" */
static char *
dup_anchor (const char *heading)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);
  GString *anchor = g_string_new (NULL);

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == ' ' || character == '-')
        g_string_append_c (anchor, '-');
      else if (g_unichar_isalnum (character))
        g_string_append_unichar (anchor, character);
    }
  return g_string_free (anchor, FALSE);
}

static CptManualBlock *
add_block (GPtrArray *blocks, CptManualKind kind, guint level)
{
  CptManualBlock *block = g_new0 (CptManualBlock, 1);

  block->kind = kind;
  block->level = level;
  g_ptr_array_add (blocks, block);
  return block;
}

static gboolean
is_table_rule (const char *line)
{
  return strspn (line, "|-: ") == strlen (line);
}

static void
add_table_row (CptManualBlock *table, const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  gsize length = strlen (stripped);
  g_auto (GStrv) cells = NULL;

  if (is_table_rule (stripped))
    return;
  if (length > 1 && stripped[length - 1] == '|')
    stripped[length - 1] = '\0';
  cells = g_strsplit (stripped + 1, "|", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      char *markup = cpt_manual_dup_markup (g_strstrip (cells[i]));

      g_free (cells[i]);
      cells[i] = markup;
    }
  g_ptr_array_add (table->rows, g_steal_pointer (&cells));
}

/* How deep a list item stands, and where its words begin; 0 when the line is none. */
static guint
get_item_level (const char *line, const char **words)
{
  gsize indent = strspn (line, " ");
  const char *mark = line + indent;
  gsize digits = strspn (mark, "0123456789");

  if (g_str_has_prefix (mark, "- "))
    *words = mark + 2;
  else if (digits > 0 && g_str_has_prefix (mark + digits, ". "))
    *words = mark;
  else
    return 0;
  return (guint) (indent / 2 + 1);
}

typedef struct
{
  GPtrArray *blocks;
  GString *text;       /* of the block that is being read */
  CptManualBlock *open; /* (nullable): it */
} Parse;

static void
close_block (Parse *self)
{
  if (self->open != NULL && self->open->kind == CPT_MANUAL_CODE)
    self->open->markup = g_strdup (g_strchomp (self->text->str));
  else if (self->open != NULL && self->open->kind != CPT_MANUAL_TABLE)
    self->open->markup = cpt_manual_dup_markup (self->text->str);
  self->open = NULL;
  g_string_truncate (self->text, 0);
}

static void
open_block (Parse *self, CptManualKind kind, guint level)
{
  close_block (self);
  self->open = add_block (self->blocks, kind, level);
  if (kind == CPT_MANUAL_TABLE)
    self->open->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static void
add_words (Parse *self, const char *words)
{
  g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? " " : "", words);
}

static void
read_heading (Parse *self, const char *line)
{
  guint level = (guint) strspn (line, "#");

  open_block (self, CPT_MANUAL_HEADING, level);
  add_words (self, line + level + 1);
  self->open->anchor = dup_anchor (line + level + 1);
  close_block (self);
}

static void
read_line (Parse *self, const char *line)
{
  const char *words = line + strspn (line, " ");
  guint level;

  if (*words == '\0' || g_str_has_prefix (line, "<!--"))
    close_block (self);
  else if (*line == '#')
    read_heading (self, line);
  else if (*words == '|')
    {
      if (self->open == NULL || self->open->kind != CPT_MANUAL_TABLE)
        open_block (self, CPT_MANUAL_TABLE, 0);
      add_table_row (self->open, words);
    }
  else if ((level = get_item_level (line, &words)) > 0)
    {
      open_block (self, CPT_MANUAL_ITEM, level);
      add_words (self, words);
    }
  else
    {
      if (self->open == NULL || self->open->kind == CPT_MANUAL_TABLE)
        open_block (self, CPT_MANUAL_PARAGRAPH, 0);
      add_words (self, words);
    }
}

/**
 * cpt_manual_parse:
 * @markdown: a page of the manual
 *
 * Returns: (transfer full) (element-type CptManualBlock): what to show, from the top
 */
GPtrArray *
cpt_manual_parse (const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  Parse self = { g_ptr_array_new_with_free_func (block_free), text, NULL };
  gboolean code = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "```"))
        {
          code = !code;
          if (code)
            open_block (&self, CPT_MANUAL_CODE, 0);
          else
            close_block (&self);
        }
      else if (code)
        g_string_append_printf (text, "%s\n", lines[i]);
      else
        read_line (&self, lines[i]);
    }
  close_block (&self);
  return self.blocks;
}
