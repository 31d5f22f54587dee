// SPDX-License-Identifier: GPL-3.0-or-later
// A web page as a flat array of nodes in document order. Room: core/importers.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an element is to a reader; names that the table does not hold are CPT_HTML_OTHER, an inline element. */
typedef enum
{
  CPT_HTML_OTHER,
  CPT_HTML_TEXT, /* a piece of text, not an element */
  CPT_HTML_A,
  CPT_HTML_ADDRESS,
  CPT_HTML_ARTICLE,
  CPT_HTML_ASIDE,
  CPT_HTML_BLOCK, /* any block that needs no name of its own */
  CPT_HTML_BLOCKQUOTE,
  CPT_HTML_BODY,
  CPT_HTML_BR,
  CPT_HTML_BUTTON,
  CPT_HTML_CAPTION,
  CPT_HTML_CELL,
  CPT_HTML_DIALOG,
  CPT_HTML_DIV,
  CPT_HTML_FIGURE,
  CPT_HTML_FOOTER,
  CPT_HTML_FORM,
  CPT_HTML_CONTROL, /* part of a form */
  CPT_HTML_HEAD,
  CPT_HTML_HEADER,
  CPT_HTML_HEADING,
  CPT_HTML_HTML,
  CPT_HTML_LI,
  CPT_HTML_LINK,
  CPT_HTML_LIST,
  CPT_HTML_MAIN,
  CPT_HTML_META,
  CPT_HTML_NAV,
  CPT_HTML_NOSCRIPT,
  CPT_HTML_P,
  CPT_HTML_PRE,
  CPT_HTML_ROW,
  CPT_HTML_SCRIPT,
  CPT_HTML_SECTION,
  CPT_HTML_TABLE,
  CPT_HTML_TIME,
  CPT_HTML_TITLE,
  CPT_HTML_UNSEEN, /* style, pictures, frames, templates: nothing of it is text */
} CptHtmlTag;

/* The attributes that are kept. */
typedef enum
{
  CPT_HTML_ATTR_ARIA_HIDDEN,
  CPT_HTML_ATTR_ARIA_LABEL,
  CPT_HTML_ATTR_CLASS,
  CPT_HTML_ATTR_CONTENT,
  CPT_HTML_ATTR_DATA_COMPONENT, /* data-component, data-module, data-testid, data-qa, data-type: what a page builder calls the part */
  CPT_HTML_ATTR_DATETIME,
  CPT_HTML_ATTR_HIDDEN,
  CPT_HTML_ATTR_HREF,
  CPT_HTML_ATTR_ID,
  CPT_HTML_ATTR_ITEMPROP,
  CPT_HTML_ATTR_LANG,
  CPT_HTML_ATTR_NAME,
  CPT_HTML_ATTR_PROPERTY,
  CPT_HTML_ATTR_REL,
  CPT_HTML_ATTR_ROLE,
  CPT_HTML_ATTR_STYLE,
  CPT_HTML_ATTR_TYPE,
} CptHtmlAttr;

/**
 * CptHtmlNode:
 * @tag: a #CptHtmlTag
 * @level: of a heading 1 to 6, else 0
 * @parent: index of the parent
 * @end: index after the last descendant: the subtree of node i is [i, end)
 * @first_attr: into the attributes
 * @n_attrs: how many
 * @text_begin: of a text: offset into the page's text
 * @text_end: of a text: offset after it
 */
typedef struct
{
  guint8 tag;
  guint8 level;
  guint16 n_attrs;
  guint32 parent;
  guint32 end;
  union
  {
    guint32 first_attr;
    guint32 text_begin;
  };
  guint32 text_end;
} CptHtmlNode;

/**
 * CptHtmlTree:
 * @nodes: in document order; node 0 is a root that stands for the document
 * @n_nodes: how many
 * @text: all text, one piece after the other
 *
 * Elements nested deeper than a bound are taken into the ancestor at the bound.
 */
typedef struct
{
  CptHtmlNode *nodes;
  guint32 n_nodes;
  const char *text;
} CptHtmlTree;

CptHtmlTree *cpt_html_tree_parse    (const char *html, gsize length_bytes);
void         cpt_html_tree_free     (CptHtmlTree *self);
const char  *cpt_html_tree_get_attr (const CptHtmlTree *self, guint32 node, CptHtmlAttr attr);
char        *cpt_html_tree_dup_text (const CptHtmlTree *self, guint32 node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptHtmlTree, cpt_html_tree_free)

G_END_DECLS
