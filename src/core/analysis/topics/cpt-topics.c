// SPDX-License-Identifier: GPL-3.0-or-later
// Topics. Room: core/analysis/topics.
#include "cpt-topics.h"

CptTopics *
cpt_topics_find (const CptReading *reading, const CptProfile *profile)
{
  CptTopics *self = g_new0 (CptTopics, 1);

  self->strings = g_string_chunk_new (1024);
  self->n_topics = 1;
  self->topics = g_new0 (CptFoundTopic, 1);
  self->topics[0] = (CptFoundTopic){ .id = "other", .name = "Other" };
  self->n_findings = reading->n_sentences;
  self->findings = g_new0 (CptTopicFinding, reading->n_sentences + 1);
  return self;
}

void
cpt_topics_free (CptTopics *self)
{
  if (self == NULL)
    return;
  g_free (self->topics);
  g_free (self->findings);
  g_string_chunk_free (self->strings);
  g_free (self);
}
