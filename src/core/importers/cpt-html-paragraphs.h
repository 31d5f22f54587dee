// SPDX-License-Identifier: GPL-3.0-or-later
// The visible text of a web page, cut into paragraphs. Room: core/importers.
#pragma once

#include "cpt-html-tree.h"

G_BEGIN_DECLS

/**
 * CptHtmlParagraph:
 * @node: the innermost element that holds all of it
 * @tag: the #CptHtmlTag of its block
 * @level: of a heading 1 to 6, else 0
 * @text_begin: offset into the paragraphs' text
 * @text_end: offset after it
 * @n_words: how many words
 * @n_link_bytes: how much of the text is inside links
 * @n_stops: marks that end or divide sentences
 */
typedef struct
{
  guint32 node;
  guint8 tag;
  guint8 level;
  guint32 text_begin;
  guint32 text_end;
  guint32 n_words;
  guint32 n_link_bytes;
  guint32 n_stops;
} CptHtmlParagraph;

typedef struct
{
  GArray *items; /* CptHtmlParagraph, in document order */
  GString *text;
} CptHtmlParagraphs;

/* @unseen: for each node, whether nothing in it is text. */
CptHtmlParagraphs *cpt_html_paragraphs_cut  (const CptHtmlTree *tree, const guint8 *unseen);
void               cpt_html_paragraphs_free (CptHtmlParagraphs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptHtmlParagraphs, cpt_html_paragraphs_free)

G_END_DECLS
