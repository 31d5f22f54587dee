// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a source to the speaker's fullest name. Room: core/analysis/attribution.
#pragma once

#include "cpt-entities.h"
#include "cpt-links.h"

G_BEGIN_DECLS

typedef struct _CptSpeakers CptSpeakers;

/**
 * CptSpeaker:
 * @entity: whom the words denote, or -1 when they denote nobody who could speak
 * @confidence: 0 to 1
 * @rule: static name of the rule that resolved it
 */
typedef struct
{
  int entity;
  float confidence;
  const char *rule;
} CptSpeaker;

CptSpeakers *cpt_speakers_new (CptEntities *entities, const CptProfile *profile);
void cpt_speakers_free (CptSpeakers *self);
CptSpeaker cpt_speakers_resolve (CptSpeakers *self, const CptLink *link, gboolean says);
void cpt_speakers_note (CptSpeakers *self, CptSpeaker speaker, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptSpeakers, cpt_speakers_free)

G_END_DECLS
