// SPDX-License-Identifier: GPL-3.0-or-later
// The visible text of a web page, cut into paragraphs where a browser would begin a new line. Room: core/importers;
// decides nothing about what is content.
#include "cpt-html-paragraphs.h"

#include <string.h>

/* The mean cell of a table of data is at most so long. */
#define MAX_DATA_CELL_BYTES 80

#define NBSP "\xc2\xa0"

typedef struct
{
  const CptHtmlTree *tree;
  CptHtmlParagraphs *out;
  GArray *blocks; /* guint32: the open blocks, innermost last */
  CptHtmlParagraph current;
  guint32 first_text; /* node of the first and of the last character of the current paragraph */
  guint32 last_text;
  gboolean pending_blank;
  gboolean pending_tab; /* a new cell of a table of data */
  guint pending_breaks;
  guint32 link_end;  /* node index after the open link */
  guint32 pre_end;   /* node index after the open preformatted block */
  guint32 table_end; /* node index after the open table of data */
} Cutter;

static gboolean
is_block (CptHtmlTag tag)
{
  switch (tag)
    {
    case CPT_HTML_OTHER:
    case CPT_HTML_TEXT:
    case CPT_HTML_A:
    case CPT_HTML_BR:
    case CPT_HTML_TIME:
    case CPT_HTML_BUTTON:
    case CPT_HTML_CONTROL:
    case CPT_HTML_LINK:
    case CPT_HTML_META:
    case CPT_HTML_SCRIPT:
    case CPT_HTML_UNSEEN:
      return FALSE;
    default:
      return TRUE;
    }
}

/* The innermost element that holds the whole paragraph: its block, or a <span> within that says what it is. */
static guint32
find_holder (const Cutter *cutter)
{
  const CptHtmlNode *nodes = cutter->tree->nodes;
  guint32 node = nodes[cutter->first_text].parent;

  while (nodes[node].end <= cutter->last_text)
    node = nodes[node].parent;
  return node;
}

static void
end_paragraph (Cutter *cutter)
{
  CptHtmlParagraph *current = &cutter->current;
  GString *text = cutter->out->text;

  if (text->len > current->text_begin)
    {
      current->text_end = (guint32) text->len;
      current->node = find_holder (cutter);
      g_array_append_val (cutter->out->items, *current);
      g_string_append_c (text, '\n');
    }
  *current = (CptHtmlParagraph){ .text_begin = (guint32) text->len };
  cutter->pending_blank = FALSE;
  cutter->pending_tab = FALSE;
  cutter->pending_breaks = 0;
}

static void
begin_paragraph (Cutter *cutter, guint32 text_node)
{
  guint32 block = g_array_index (cutter->blocks, guint32, cutter->blocks->len - 1);

  cutter->current.tag = cutter->tree->nodes[block].tag;
  cutter->current.level = cutter->tree->nodes[block].level;
  cutter->first_text = text_node;
}

static gboolean
is_stop (gunichar c)
{
  return c < 0x80 ? c != 0 && strchr (".,;:!?", (int) c) != NULL
                  : c == 0x2026 || c == 0x3001 || c == 0x3002 || c == 0xff0c;
}

/* One visible character, after the blanks and breaks before it. */
static void
add_character (Cutter *cutter, const char *at, gsize length, guint32 text_node)
{
  GString *text = cutter->out->text;

  if (cutter->pending_breaks > 1)
    end_paragraph (cutter);
  if (text->len == cutter->current.text_begin)
    begin_paragraph (cutter, text_node);
  else if (cutter->pending_breaks == 1)
    g_string_append_c (text, '\n');
  else if (cutter->pending_tab || cutter->pending_blank)
    g_string_append_c (text, cutter->pending_tab ? '\t' : ' ');
  cutter->current.n_words += text->len == cutter->current.text_begin || cutter->pending_blank || cutter->pending_breaks;
  cutter->pending_blank = FALSE;
  cutter->pending_tab = FALSE;
  cutter->pending_breaks = 0;
  g_string_append_len (text, at, (gssize) length);
  cutter->current.n_stops += is_stop (g_utf8_get_char (at));
  cutter->current.n_link_bytes += text_node < cutter->link_end ? (guint32) length : 0;
  cutter->last_text = text_node;
}

static gsize
measure_blank (const char *at)
{
  if (g_ascii_isspace (*at))
    return 1;
  return g_str_has_prefix (at, NBSP) ? strlen (NBSP) : 0;
}

/* Soft hyphens, zero-width blanks and byte order marks are there for the browser's line breaking. */
static gboolean
is_invisible (const char *at)
{
  return g_str_has_prefix (at, "\xc2\xad") || g_str_has_prefix (at, "\xe2\x80\x8b")
         || g_str_has_prefix (at, "\xef\xbb\xbf");
}

static void
add_text (Cutter *cutter, guint32 index)
{
  const CptHtmlNode *node = &cutter->tree->nodes[index];
  const char *end = cutter->tree->text + node->text_end, *next;
  gboolean keeps_breaks = index < cutter->pre_end;

  for (const char *at = cutter->tree->text + node->text_begin; at < end; at = next)
    {
      gsize blank = measure_blank (at);

      next = blank > 0 ? at + blank : g_utf8_next_char (at);
      if (keeps_breaks && *at == '\n')
        cutter->pending_breaks++;
      else if (blank > 0)
        cutter->pending_blank = TRUE;
      else if (!is_invisible (at))
        add_character (cutter, at, (gsize) (next - at), index);
    }
}

static void
close_blocks (Cutter *cutter, guint32 index)
{
  while (cutter->blocks->len > 1
         && cutter->tree->nodes[g_array_index (cutter->blocks, guint32, cutter->blocks->len - 1)].end <= index)
    {
      end_paragraph (cutter);
      g_array_set_size (cutter->blocks, cutter->blocks->len - 1);
    }
}

/* Tables made for layout hold other tables or long texts. */
static gboolean
is_data_table (const CptHtmlTree *tree, guint32 table)
{
  gsize n_bytes = 0, n_cells = 0;

  for (guint32 i = table + 1; i < tree->nodes[table].end; i++)
    {
      const CptHtmlNode *node = &tree->nodes[i];

      if (node->tag == CPT_HTML_TABLE)
        return FALSE;
      n_cells += node->tag == CPT_HTML_CELL;
      n_bytes += node->tag == CPT_HTML_TEXT ? node->text_end - node->text_begin : 0;
    }
  return n_cells >= 4 && n_bytes / n_cells < MAX_DATA_CELL_BYTES;
}

static void
open_element (Cutter *cutter, guint32 index)
{
  const CptHtmlNode *node = &cutter->tree->nodes[index];

  if (node->tag == CPT_HTML_BR)
    cutter->pending_breaks++;
  if (node->tag == CPT_HTML_A)
    cutter->link_end = MAX (cutter->link_end, node->end);
  if (node->tag == CPT_HTML_PRE)
    cutter->pre_end = MAX (cutter->pre_end, node->end);
  if (!is_block (node->tag))
    return;
  if (index < cutter->table_end && node->tag != CPT_HTML_ROW)
    {
      cutter->pending_tab |= node->tag == CPT_HTML_CELL;
      cutter->pending_blank = TRUE;
      return;
    }
  if (node->tag == CPT_HTML_TABLE && is_data_table (cutter->tree, index))
    cutter->table_end = node->end;
  end_paragraph (cutter);
  g_array_append_val (cutter->blocks, index);
}

CptHtmlParagraphs *
cpt_html_paragraphs_cut (const CptHtmlTree *tree, const guint8 *unseen)
{
  g_autoptr (CptHtmlParagraphs) self = g_new0 (CptHtmlParagraphs, 1);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (guint32));
  Cutter cutter = { .tree = tree, .out = self, .blocks = blocks };
  guint32 root = 0;

  self->items = g_array_new (FALSE, FALSE, sizeof (CptHtmlParagraph));
  self->text = g_string_new (NULL);
  g_array_append_val (blocks, root);
  for (guint32 i = 1; i < tree->n_nodes; i++)
    {
      close_blocks (&cutter, i);
      if (unseen[i])
        i = tree->nodes[i].end - 1;
      else if (tree->nodes[i].tag == CPT_HTML_TEXT)
        add_text (&cutter, i);
      else
        open_element (&cutter, i);
    }
  end_paragraph (&cutter);
  return g_steal_pointer (&self);
}

void
cpt_html_paragraphs_free (CptHtmlParagraphs *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_string_free (self->text, TRUE);
  g_free (self);
}
