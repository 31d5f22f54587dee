// SPDX-License-Identifier: GPL-3.0-or-later
// What a web page says about its article. Room: core/importers.
#pragma once

#include "cpt-headers.h"
#include "cpt-html-tree.h"

G_BEGIN_DECLS

/* @article_body: (nullable) (out): the text of the article as JSON-LD gives it, often shortened or without paragraphs */
void cpt_html_metadata_find (const CptHtmlTree *tree, CptFoundMetadata *metadata, char **article_body);

G_END_DECLS
