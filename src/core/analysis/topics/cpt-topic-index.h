// SPDX-License-Identifier: GPL-3.0-or-later
// A profile's topic words, prepared for look-up by stem. Room: core/analysis/topics.
#pragma once

#include "cpt-profile.h"
#include "cpt-stemmer.h"

G_BEGIN_DECLS

/**
 * CptTopicIndex:
 *
 * The words and phrases of a profile's topics. Made once for a profile, used for any number of articles; immutable for
 * its users, reference-counted, safe in several threads at once. Stems of a language are prepared when the first
 * article in that language comes.
 */
typedef struct _CptTopicIndex CptTopicIndex;

CptTopicIndex *cpt_topic_index_new   (CptProfile *profile);
CptTopicIndex *cpt_topic_index_ref   (CptTopicIndex *self);
void           cpt_topic_index_unref (CptTopicIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptTopicIndex, cpt_topic_index_unref)

CptProfile *cpt_topic_index_get_profile (CptTopicIndex *self);

/* What follows is for the room only. */

#define CPT_TOPIC_PHRASE_MAX_WORDS 6

/**
 * CptTopicPhrase:
 * @topic: index into the profile's topics
 * @n_words: how many words it has
 * @stems: their stem numbers
 * @weight: how much one match says
 * @next: index of the next phrase that begins with the same stem, or -1
 */
typedef struct
{
  guint topic;
  guint n_words;
  guint32 stems[CPT_TOPIC_PHRASE_MAX_WORDS];
  float weight;
  int next;
} CptTopicPhrase;

/* The phrases of all topics in one language; owned by the index. */
typedef struct
{
  char *language;
  GHashTable *stem_numbers; /* char * -> number + 1 */
  GArray *phrases;          /* CptTopicPhrase */
  GArray *first_phrases;    /* int: by stem number, the first phrase that begins with it, or -1 */
} CptTopicLexicon;

const CptTopicLexicon *cpt_topic_index_get_lexicon (CptTopicIndex *self, CptStemmer *stemmer);

G_END_DECLS
