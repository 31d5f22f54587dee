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

/* A tag is a role and whether the token begins a span of it: 0 for none, then two a role. */
typedef guint8 CptTag;

#define CPT_N_TAGS (2 * CPT_N_ROLES - 1)
#define CPT_TAG_BEGIN(role) ((CptTag) (2 * (role) -1))
#define CPT_TAG_INSIDE(role) ((CptTag) (2 * (role)))

static inline CptRole
cpt_tag_get_role (CptTag tag)
{
  return (CptRole) ((tag + 1) / 2);
}

static inline gboolean
cpt_tag_begins (CptTag tag)
{
  return tag % 2 == 1;
}

/* Gives the tokens [begin, end) a role, unless one of them has one already or there are none. */
static inline gboolean
cpt_tags_put (CptTag *tags, guint begin, guint end, CptRole role)
{
  for (guint i = begin; i < end; i++)
    if (tags[i] != 0)
      return FALSE;
  for (guint i = begin; i < end; i++)
    tags[i] = i == begin ? CPT_TAG_BEGIN (role) : CPT_TAG_INSIDE (role);
  return begin < end;
}

/* An inside tag follows the beginning or the inside of its own role only. */
static inline gboolean
cpt_tag_may_follow (CptTag before, CptTag tag)
{
  return tag == 0 || cpt_tag_begins (tag) || before == tag || before == tag - 1;
}

/* A stretch of text may open within a content that began in the one before. */
static inline gboolean
cpt_tag_may_open (CptTag tag)
{
  return tag == 0 || cpt_tag_begins (tag) || cpt_tag_get_role (tag) >= CPT_ROLE_LEFT_CONTENT;
}

CptTag *cpt_tags_by_rules (const CptClues *clues);

G_END_DECLS
