// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the lessons. Room: trainer.
#pragma once

#include "cpt-lesson.h"
#include "cpt-network.h"

G_BEGIN_DECLS

/**
 * CptVocabulary:
 * @network: knows the words, endings and clue sets, and how often a word is a cue; its numbers are all 0
 * @counts: by word, how often it occurs
 * @endings: by word, its ending plus one; 0 for none
 * @clues: by word, its clue set plus one; 0 for none
 */
typedef struct
{
  CptNetwork *network;
  guint *counts;
  guint16 *endings;
  guint16 *clues;
} CptVocabulary;

CptVocabulary *cpt_vocabulary_learn (const GPtrArray *lessons);
void cpt_vocabulary_free (CptVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptVocabulary, cpt_vocabulary_free)

G_END_DECLS
