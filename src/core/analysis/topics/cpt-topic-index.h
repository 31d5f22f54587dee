// SPDX-License-Identifier: GPL-3.0-or-later
// A profile's topic words, prepared for look-up by stem. Room: core/analysis/topics.
#pragma once

#include "cpt-profile.h"
#include "cpt-reading.h"
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

#define CPT_NO_STEM G_MAXUINT32

/**
 * CptTopicWord:
 * @root: its stem as text; the same pointer for all words of an article that share it
 * @stem: the number of its stem among those of the profile's phrases, or %CPT_NO_STEM
 * @classes: #CptWordClass
 * @n_letters: of @root, at most 255
 *
 * What a word of a text means for topics.
 */
typedef struct
{
  const char *root;
  guint32 stem;
  guint8 classes;
  guint8 n_letters;
} CptTopicWord;

/**
 * CptTopicLexicon:
 * @language: primary subtag ("en"); empty where no endings are cut
 * @stem_numbers: (element-type utf8 guint): stems of the profile's phrases to number + 1
 * @phrases: (element-type CptTopicPhrase): of all topics
 * @first_phrases: (element-type int): by stem number, the first phrase that begins with it, or -1
 *
 * The phrases of all topics in one language, owned by the index. Apart from what its private members remember it never
 * changes.
 */
typedef struct
{
  char *language;
  GHashTable *stem_numbers;
  GArray *phrases;
  GArray *first_phrases;
  /*< private >: behind the index' lock */
  CptStemmer *stemmer;
  GHashTable *words;     /* char * -> CptTopicWord *: what was looked up before */
  GHashTable *roots;     /* char *: theirs */
  GStringChunk *strings; /* of both */
} CptTopicLexicon;

const CptTopicLexicon *cpt_topic_index_get_lexicon (CptTopicIndex *self, const char *language);
CptTopicWord          *cpt_topic_index_look_up     (CptTopicIndex *self, const CptTopicLexicon *lexicon, const CptTokens *table,
                                                    GStringChunk *strings);

G_END_DECLS
