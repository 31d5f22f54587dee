// SPDX-License-Identifier: GPL-3.0-or-later
// What sentences are about. Room: core/analysis/topics.
#pragma once

#include "cpt-findings.h"
#include "cpt-reading.h"
#include "cpt-topic-index.h"

G_BEGIN_DECLS

/**
 * CptTopicFinding:
 * @topic: index into the topics' `topics`, never out of range
 * @confidence: 0 to 1
 * @reasons: the words that decided
 */
typedef struct
{
  guint topic;
  float confidence;
  CptReasons reasons;
} CptTopicFinding;

/**
 * CptFoundTopic:
 * @id: the profile's id, or "found-..." made from the stem, so that it is stable, or "other"
 * @name: for people
 * @from_profile: whether the profile has it
 */
typedef struct
{
  const char *id;
  const char *name;
  gboolean from_profile;
} CptFoundTopic;

/**
 * CptTopics:
 * @topics: all topics that occur, the profile's first in its order, then those found in the text itself
 * @findings: one for each sentence of the reading
 */
typedef struct
{
  CptFoundTopic *topics;
  guint n_topics;
  CptTopicFinding *findings;
  guint n_findings;
  GStringChunk *strings;
} CptTopics;

/* The topic of sentences that are about nothing that occurs twice. */
#define CPT_TOPIC_OTHER "other"

CptTopics *cpt_topics_find (const CptReading *reading, CptTopicIndex *index);
void       cpt_topics_free (CptTopics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptTopics, cpt_topics_free)

G_END_DECLS
