// SPDX-License-Identifier: GPL-3.0-or-later
// Words that name no topic because every text has them. Room: core/analysis/topics.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptWordClass:
 * @CPT_WORD_COMMON: names no topic
 * @CPT_WORD_OPENS_NOUN_PHRASE: English: what follows is a noun or belongs to one
 * @CPT_WORD_POINTS_BACK: a sentence that begins so goes on with the one before ("He ...", "But ...")
 * @CPT_WORD_POINTS_STRONGLY: a demonstrative ("This campaign ...")
 */
typedef enum
{
  CPT_WORD_COMMON = 1 << 0,
  CPT_WORD_OPENS_NOUN_PHRASE = 1 << 1,
  CPT_WORD_POINTS_BACK = 1 << 2,
  CPT_WORD_POINTS_STRONGLY = 1 << 3,
} CptWordClass;

guint    cpt_word_classify  (const char *word);
gboolean cpt_words_are_page_furniture (const char *text, gsize length_bytes);
gboolean cpt_word_is_common (const char *word);

G_END_DECLS
