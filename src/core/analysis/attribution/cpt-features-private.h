// SPDX-License-Identifier: GPL-3.0-or-later
// What is noted of a text before features are made of it. Private to the two files of features. Room:
// core/analysis/attribution.
#pragma once

#include "cpt-features.h"

G_BEGIN_DECLS

/* From this cueness on (see CptModel) a word is taken for a possible cue. */
#define CPT_MIN_CUENESS 4

enum
{
  CPT_SHAPE_LOWER,
  CPT_SHAPE_CAPITALISED,
  CPT_SHAPE_ALL_CAPS,
  CPT_SHAPE_NUMBER,
  CPT_SHAPE_CLITIC,
  CPT_SHAPE_MARK,
  CPT_SHAPE_OUTSIDE,
};

/* A token, or a word of which tokens are made. */
typedef struct
{
  guint32 form;
  guint32 suffix; /* last three bytes */
  guint32 ending; /* last two */
  guint32 clue;
  guint32 sort; /* its clues, or what stands in for them where no list has the word */
  guint16 cluster;
  guint8 cueness;
  guint8 shape;
} CptFeatureItem;

/* What a quotation looks like from outside and from its ends. */
typedef struct
{
  guint32 around; /* the classes before the opening and after the closing mark */
  guint32 words;  /* the words there */
  guint32 inside; /* length, first letter, last mark */
} CptQuotationSign;

struct _CptFeatures
{
  const CptClues *clues;
  const CptReading *reading;
  const CptTag *rule_tags;
  CptFeatureItem *padding;
  CptFeatureItem *items; /* within padding */
  guint32 *cue_before;   /* by token: the last possible cue before it in its sentence, plus one */
  guint32 *cue_after;
  guint8 *commas; /* by token: commas in its sentence before it, at most 3 */
  guint8 *cues;   /* by token: possible cues in its sentence before it, at most 3 */
  guint8 *quoted; /* by token: bit 0 a quotation before it in its sentence, bit 1 one after it */
  guint8 *speaks; /* by word: how often the rules take it for part of a speaker, at most 3 */
  CptQuotationSign *quotations;
  guint8 *sentence_signs; /* by sentence: bit 0 a possible cue, bit 1 opens quoted, bit 2 ends quoted */
};

static inline guint32
cpt_feature_mix (guint32 a, guint32 b)
{
  guint32 h = (a ^ b * 0x85ebca6bu) * 0x9e3779b1u;

  return h ^ h >> 15;
}

/* Small numbers exactly, larger ones roughly. */
static inline guint32
cpt_feature_bucket (guint n)
{
  return n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : n < 21 ? 7 : n < 40 ? 8 : 9;
}

G_END_DECLS
