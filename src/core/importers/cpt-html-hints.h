// SPDX-License-Identifier: GPL-3.0-or-later
// What an element's name, class and role say about its content. Room: core/importers.
#pragma once

#include "cpt-html-tree.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_HTML_HINT_UNSEEN = 1 << 0,      /* never text: scripts, pictures, controls */
  CPT_HTML_HINT_BOILERPLATE = 1 << 1, /* navigation, related articles, comments, sharing, advertisements */
  CPT_HTML_HINT_DETAIL = 1 << 2,      /* part of the article but not of its text: captions, byline, tags */
  CPT_HTML_HINT_BODY = 1 << 3,        /* called the body of the article */
  CPT_HTML_HINT_HIDDEN = 1 << 4,      /* not shown, at least until a script shows it */
} CptHtmlHint;

/* (transfer full): CptHtmlHint flags of each node; those of an ancestor are not repeated. */
guint8 *cpt_html_hints_find (const CptHtmlTree *tree);

G_END_DECLS
