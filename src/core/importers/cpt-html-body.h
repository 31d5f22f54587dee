// SPDX-License-Identifier: GPL-3.0-or-later
// The main text of a web page. Room: core/importers.
#pragma once

#include "cpt-html-tree.h"

G_BEGIN_DECLS

/**
 * cpt_html_body_extract:
 * @tree: a page
 * @title: (nullable): the headline, left out where it begins the text
 * @article_body: (nullable): the text as JSON-LD gives it, as evidence
 *
 * Returns: (transfer full): the paragraphs of the article, a blank line between two
 */
GString *cpt_html_body_extract (const CptHtmlTree *tree, const char *title, const char *article_body);

G_END_DECLS
