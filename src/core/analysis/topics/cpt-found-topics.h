// SPDX-License-Identifier: GPL-3.0-or-later
// Topics found in a text itself. Room: core/analysis/topics, private to it.
#pragma once

#include "cpt-topics.h"

G_BEGIN_DECLS

/* More topics than that help nobody to read one article. */
#define CPT_MAX_FOUND_TOPICS 6

/**
 * CptOpenSentences:
 * @reading: the article
 * @words: what its words mean, by their number
 * @language: primary subtag
 * @open: by sentence: whether it still looks for a topic
 * @min_sentences: how many of them a topic must hold
 * @strings: where ids and names are kept
 */
typedef struct
{
  const CptReading *reading;
  const CptTopicWord *words;
  const char *language;
  const gboolean *open;
  guint min_sentences;
  GStringChunk *strings;
} CptOpenSentences;

/**
 * CptFoundChoice:
 * @topic: index of the found topic, or -1
 * @token: the first token that shows it
 */
typedef struct
{
  int topic;
  guint token;
} CptFoundChoice;

GArray *cpt_found_topics_find (const CptOpenSentences *sentences, CptFoundChoice *choices);

G_END_DECLS
