// SPDX-License-Identifier: GPL-3.0-or-later
// The main text of a web page. Room: core/importers.
//
// Paragraphs of running text are weighed by length and link density; the weight is summed up the tree; from the body
// down, the walk goes on as long as one child holds nearly all the weight. Parts whose class, id, role or element name
// says that they are something else are left out first, unless they hold so much of the text that the name must lie.
#include "cpt-html-body.h"

#include "cpt-html-hints.h"
#include "cpt-html-paragraphs.h"

#include <string.h>

/* A part that holds more of the running text than this is not left out for its name. */
#define MAX_BOILERPLATE_RATIO 0.4
#define MAX_DETAIL_RATIO 0.25

/* Going down the tree, the child must hold this much of its parent's weight. */
#define MIN_CHILD_RATIO 0.7
#define MIN_BODY_RATIO 0.4

typedef struct
{
  const CptHtmlTree *tree;
  CptHtmlParagraphs *paragraphs;
  guint8 *hints;
  guint8 *left_out; /* for each node */
  double *weights;  /* of running text in each node */
  const char *title;
} Extractor;

static CptHtmlParagraph *
get_paragraph (const Extractor *extractor, guint i)
{
  return &g_array_index (extractor->paragraphs->items, CptHtmlParagraph, i);
}

static double
get_link_ratio (const CptHtmlParagraph *paragraph)
{
  return (double) paragraph->n_link_bytes / MAX (paragraph->text_end - paragraph->text_begin, 1);
}

/* How much running text a paragraph is; 0 for headings, labels and lists of links. */
static double
weigh (const CptHtmlParagraph *paragraph)
{
  double length = paragraph->text_end - paragraph->text_begin;

  if (get_link_ratio (paragraph) > 0.5 || paragraph->tag == CPT_HTML_HEADING)
    return 0;
  if (paragraph->n_words < (paragraph->tag == CPT_HTML_P ? 6 : 12) && length < 80)
    return 0;
  if (paragraph->n_stops == 0)
    return 0;
  return length - paragraph->n_link_bytes;
}

static void
sum_weights (Extractor *extractor)
{
  const CptHtmlTree *tree = extractor->tree;

  memset (extractor->weights, 0, tree->n_nodes * sizeof (double));
  for (guint i = 0; i < extractor->paragraphs->items->len; i++)
    {
      const CptHtmlParagraph *paragraph = get_paragraph (extractor, i);

      if (!extractor->left_out[paragraph->node])
        extractor->weights[paragraph->node] += weigh (paragraph);
    }
  for (guint32 i = tree->n_nodes - 1; i > 0; i--)
    extractor->weights[tree->nodes[i].parent] += extractor->weights[i];
}

static void
leave_out (Extractor *extractor, guint32 node)
{
  memset (extractor->left_out + node, TRUE, extractor->tree->nodes[node].end - node);
}

static void
leave_out_named (Extractor *extractor)
{
  double total = extractor->weights[0];

  for (guint32 i = 0; i < extractor->tree->n_nodes; i++)
    {
      double ratio = total > 0 ? extractor->weights[i] / total : 0;

      if (extractor->left_out[i] || extractor->tree->nodes[i].tag == CPT_HTML_TEXT)
        continue;
      if (((extractor->hints[i] & CPT_HTML_HINT_BOILERPLATE) && ratio < MAX_BOILERPLATE_RATIO)
          || ((extractor->hints[i] & CPT_HTML_HINT_DETAIL) && ratio < MAX_DETAIL_RATIO))
        leave_out (extractor, i);
    }
}

static guint32
find_heaviest_child (const Extractor *extractor, guint32 node)
{
  const CptHtmlNode *nodes = extractor->tree->nodes;
  guint32 best = node;

  for (guint32 child = node + 1; child < nodes[node].end; child = nodes[child].end)
    {
      if (best == node || extractor->weights[child] > extractor->weights[best])
        best = child;
    }
  return best;
}

/* The heaviest part that is called the body, or the deepest one that holds nearly all. */
static guint32
find_container (const Extractor *extractor)
{
  guint32 node = 0, body = 0;

  for (guint32 i = 1; i < extractor->tree->n_nodes; i++)
    {
      if ((extractor->hints[i] & CPT_HTML_HINT_BODY) && (body == 0 || extractor->weights[i] > extractor->weights[body]))
        body = i;
    }
  if (body != 0 && extractor->weights[body] >= MIN_BODY_RATIO * extractor->weights[0])
    node = body;
  for (;;)
    {
      guint32 child = find_heaviest_child (extractor, node);

      if (child == node || extractor->weights[child] < MIN_CHILD_RATIO * extractor->weights[node]
          || extractor->tree->nodes[child].tag == CPT_HTML_P)
        return node;
      node = child;
    }
}

static gboolean
is_kept (const Extractor *extractor, const CptHtmlParagraph *paragraph)
{
  if (extractor->left_out[paragraph->node])
    return FALSE;
  if (paragraph->level == 1)
    return FALSE;
  return get_link_ratio (paragraph) <= 0.6;
}

static void
append (const Extractor *extractor, GString *out, const CptHtmlParagraph *paragraph)
{
  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append_len (out, extractor->paragraphs->text->str + paragraph->text_begin,
                       paragraph->text_end - paragraph->text_begin);
}

static guint8 *
find_unseen (const CptHtmlTree *tree, const guint8 *hints)
{
  guint8 *unseen = g_new (guint8, tree->n_nodes);

  for (guint32 i = 0; i < tree->n_nodes; i++)
    unseen[i] = (hints[i] & CPT_HTML_HINT_UNSEEN) != 0;
  return unseen;
}

GString *
cpt_html_body_extract (const CptHtmlTree *tree, const char *title, const char *article_body)
{
  g_autofree guint8 *hints = cpt_html_hints_find (tree);
  g_autofree guint8 *unseen = find_unseen (tree, hints);
  g_autofree guint8 *left_out = g_new0 (guint8, tree->n_nodes);
  g_autofree double *weights = g_new0 (double, tree->n_nodes);
  g_autoptr (CptHtmlParagraphs) paragraphs = cpt_html_paragraphs_cut (tree, unseen);
  Extractor extractor = { tree, paragraphs, hints, left_out, weights, title };
  GString *out = g_string_new (NULL);
  guint32 container;

  sum_weights (&extractor);
  leave_out_named (&extractor);
  sum_weights (&extractor);
  container = find_container (&extractor);
  for (guint i = 0; i < paragraphs->items->len; i++)
    {
      const CptHtmlParagraph *paragraph = get_paragraph (&extractor, i);

      if (paragraph->node >= container && paragraph->node < tree->nodes[container].end
          && is_kept (&extractor, paragraph))
        append (&extractor, out, paragraph);
    }
  return out;
}
