// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions of actors. Room: core/analysis/mentions.
#include "cpt-mentions.h"

CptMentions *
cpt_mentions_find (const CptReading *reading, const CptActorIndex *index)
{
  CptMentions *self = g_new0 (CptMentions, 1);

  self->strings = g_string_chunk_new (1024);
  return self;
}

void
cpt_mentions_free (CptMentions *self)
{
  if (self == NULL)
    return;
  g_free (self->items);
  g_string_chunk_free (self->strings);
  g_free (self);
}
