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

struct _CptActorIndex
{
  gatomicrefcount ref_count;
  CptProfile *profile;
};

CptActorIndex *
cpt_actor_index_new (CptProfile *profile)
{
  CptActorIndex *self = g_new0 (CptActorIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->profile = cpt_profile_ref (profile);
  return self;
}

CptActorIndex *
cpt_actor_index_ref (CptActorIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_actor_index_unref (CptActorIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  cpt_profile_unref (self->profile);
  g_free (self);
}
