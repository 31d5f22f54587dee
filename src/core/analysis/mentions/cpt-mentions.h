// SPDX-License-Identifier: GPL-3.0-or-later
// Which actors a text names. Room: core/analysis/mentions.
#pragma once

#include "cpt-findings.h"
#include "cpt-reading.h"

G_BEGIN_DECLS

/**
 * CptActorIndex:
 *
 * The names of a profile's actors, prepared for longest-match look-up by word. Immutable and reference-counted; made
 * once for a profile and used for any number of articles, in several threads at once.
 */
typedef struct _CptActorIndex CptActorIndex;

CptActorIndex *cpt_actor_index_new   (CptProfile *profile);
CptActorIndex *cpt_actor_index_ref   (CptActorIndex *self);
void           cpt_actor_index_unref (CptActorIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptActorIndex, cpt_actor_index_unref)

/**
 * CptMentions:
 *
 * The mentions of one reading in ascending order, disjoint.
 */
typedef struct
{
  CptMention *items;
  guint n;
  GStringChunk *strings; /* owns the names */
} CptMentions;

CptMentions *cpt_mentions_find (const CptReading *reading, const CptActorIndex *index);
void         cpt_mentions_free (CptMentions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptMentions, cpt_mentions_free)

G_END_DECLS
