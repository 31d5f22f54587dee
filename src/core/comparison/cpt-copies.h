// SPDX-License-Identifier: GPL-3.0-or-later
// The same words in several articles: wire stories, copies, the same article twice. Room: core/comparison.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/* Most of an article's words stand in another one before it. */
#define CPT_COPY_RATIO 0.5

/**
 * CptArticleCopy:
 * @original_id: the article before it that holds most of its words; 0 when none holds more than %CPT_COPY_RATIO of them
 * @ratio: how much of its words, by their length, stand in sentences that the original has too
 */
typedef struct
{
  guint32 original_id;
  double ratio;
} CptArticleCopy;

guint64         cpt_copies_get_key       (const CptArticle *article, CptSpan span);
CptArticleCopy *cpt_copies_find_articles (CptState *state);
gboolean        cpt_copies_is_same_article (const CptArticle *a, const CptArticle *b);

G_END_DECLS
