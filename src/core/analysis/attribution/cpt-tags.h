// SPDX-License-Identifier: GPL-3.0-or-later
// The part that each token plays in an attribution. Room: core/analysis/attribution.
#pragma once

#include "cpt-clues.h"

G_BEGIN_DECLS

/**
 * CptRole:
 *
 * Left and right are seen from the cue: a left content stands before its cue, a right one after it. That is all the
 * linker needs to know which of several cues a span belongs to.
 */
typedef enum
{
  CPT_ROLE_NONE,
  CPT_ROLE_LEFT_SOURCE,
  CPT_ROLE_RIGHT_SOURCE,
  CPT_ROLE_CUE,
  CPT_ROLE_LEFT_CONTENT,
  CPT_ROLE_RIGHT_CONTENT,
  CPT_N_ROLES,
} CptRole;

/**
 * CptTag:
 *
 * What the taggers say of a token. Contents can follow each other without a gap, so that their first token has a tag of
 * its own. Tokens outside all spans are told apart by what is still to come: between a source or a content and its cue,
 * and between a cue and its content, the tags remember what they wait for.
 */
typedef enum
{
  CPT_TAG_NONE,
  CPT_TAG_AFTER_SOURCE,  /* a left source waits for its cue */
  CPT_TAG_AFTER_CONTENT, /* a left content waits for its source or cue */
  CPT_TAG_AFTER_CUE,     /* a cue waits for its source or content */
  CPT_TAG_LEFT_SOURCE,
  CPT_TAG_RIGHT_SOURCE,
  CPT_TAG_CUE,
  CPT_TAG_LEFT_CONTENT_BEGIN,
  CPT_TAG_LEFT_CONTENT,
  CPT_TAG_RIGHT_CONTENT_BEGIN,
  CPT_TAG_RIGHT_CONTENT,
  CPT_N_TAGS,
} CptTagValue;

typedef guint8 CptTag;

static inline CptRole
cpt_tag_get_role (CptTag tag)
{
  static const guint8 roles[CPT_N_TAGS] = {
    CPT_ROLE_NONE,         CPT_ROLE_NONE,          CPT_ROLE_NONE,          CPT_ROLE_NONE,
    CPT_ROLE_LEFT_SOURCE,  CPT_ROLE_RIGHT_SOURCE,  CPT_ROLE_CUE,           CPT_ROLE_LEFT_CONTENT,
    CPT_ROLE_LEFT_CONTENT, CPT_ROLE_RIGHT_CONTENT, CPT_ROLE_RIGHT_CONTENT,
  };

  return (CptRole)roles[tag];
}

static inline CptTag
cpt_tag_of_role (CptRole role, gboolean first)
{
  static const guint8 tags[CPT_N_ROLES] = {
    CPT_TAG_NONE, CPT_TAG_LEFT_SOURCE, CPT_TAG_RIGHT_SOURCE, CPT_TAG_CUE, CPT_TAG_LEFT_CONTENT, CPT_TAG_RIGHT_CONTENT,
  };

  return (CptTag)(tags[role] - (first && role >= CPT_ROLE_LEFT_CONTENT ? 1 : 0));
}

/* Gives the tokens [begin, end) a role, unless one of them has one already or there are none. */
static inline gboolean
cpt_tags_put (CptTag *tags, guint begin, guint end, CptRole role)
{
  for (guint i = begin; i < end; i++)
    if (tags[i] != 0)
      return FALSE;
  for (guint i = begin; i < end; i++)
    tags[i] = cpt_tag_of_role (role, i == begin);
  return begin < end;
}

gboolean cpt_tag_may_follow (CptTag before, CptTag tag);
gboolean cpt_tag_may_open (CptTag tag);
void cpt_tags_fill_gaps (const CptClues *clues, CptTag *tags);
CptTag *cpt_tags_by_rules (const CptClues *clues);
CptTag *cpt_tags_by_clauses (const CptClues *clues);

G_END_DECLS
