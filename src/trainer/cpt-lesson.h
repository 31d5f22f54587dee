// SPDX-License-Identifier: GPL-3.0-or-later
// An annotated article to learn attributions from. Room: trainer.
#pragma once

#include "cpt-inputs.h"
#include "cpt-noun-phrases.h"

G_BEGIN_DECLS

/**
 * CptLesson:
 * @reading: the text
 * @clues: its word classes
 * @rule_tags: what the rules say
 * @tags: what people said
 */
typedef struct
{
  CptReading *reading;
  CptClues *clues;
  CptTag *rule_tags;
  CptTag *tags;
} CptLesson;

GPtrArray *cpt_lessons_load (const char *path, const char *split, GError **error);

G_END_DECLS
