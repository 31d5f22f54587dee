// SPDX-License-Identifier: GPL-3.0-or-later
// Tags of tokens joined to attributions. Room: core/analysis/attribution.
#pragma once

#include "cpt-findings.h"
#include "cpt-noun-phrases.h"
#include "cpt-tags.h"

G_BEGIN_DECLS

/**
 * CptLink:
 * @source: empty when nobody is named
 * @cue: empty when the content goes on from an earlier one
 * @contents: its parts
 * @n_contents: their number
 * @margin: by how many weight units its tags are better than the best tags without one of its spans; 0 when rules
 *   made the tags
 * @confidence: 0 to 1
 * @rule: static name of the rule that joined it
 */
typedef struct
{
  CptTokenRange source;
  CptTokenRange cue;
  CptTokenRange contents[CPT_MAX_PARTS];
  guint n_contents;
  guint margin;
  float confidence;
  const char *rule;
} CptLink;

GArray *cpt_links_from_tags (const CptClues *clues, const CptTag *tags, const guint16 *margins);

G_END_DECLS
