// SPDX-License-Identifier: GPL-3.0-or-later
// What is noted of a text before inputs are made of it. Private to the two files of inputs. Room:
// core/analysis/attribution.
#pragma once

#include "cpt-inputs.h"

G_BEGIN_DECLS

/* A token. */
typedef struct
{
  CptKind kind;
  guint8 shape;
  guint8 cueness;
  guint8 context;  /* the kind of place before it, but for the token before */
  guint8 boundary; /* what it adds to the context of the token after it */
} CptInputItem;

struct _CptInputs
{
  const CptClues *clues;
  const CptReading *reading;
  const CptTag *rule_tags;
  CptInputItem *padding;
  CptInputItem *items; /* within padding */
  guint32 *cue_before; /* by token: the last possible cue before it in its sentence, plus one */
  guint32 *cue_after;
  guint8 *commas;         /* by token: commas in its sentence before it, at most 3 */
  guint8 *cues;           /* by token: possible cues in its sentence before it, at most 3 */
  guint8 *quoted;         /* by token: bit 0 a quotation before it in its sentence, bit 1 one after it */
  guint8 *speaks;         /* by word: how often the rules take it for part of a speaker, at most 3 */
  guint8 *sentence_signs; /* by sentence: bit 0 a possible cue, bit 1 opens quoted, bit 2 ends quoted */
};

G_END_DECLS
