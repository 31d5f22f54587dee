// SPDX-License-Identifier: GPL-3.0-or-later
// Which tags may follow each other, and what the gaps between spans wait for. Room: core/analysis/attribution.
#include "cpt-tags.h"

#define BIT(tag) (1u << (tag))

#define SPAN_BEGINNINGS                                                                                                \
  (BIT (CPT_TAG_LEFT_SOURCE) | BIT (CPT_TAG_RIGHT_SOURCE) | BIT (CPT_TAG_CUE) | BIT (CPT_TAG_LEFT_CONTENT_BEGIN)       \
   | BIT (CPT_TAG_RIGHT_CONTENT_BEGIN))

/* Whether @tag may stand after @before in one stretch of text. */
gboolean
cpt_tag_may_follow (CptTag before, CptTag tag)
{
  static const guint32 followers[CPT_N_TAGS] = {
    [CPT_TAG_NONE] = BIT (CPT_TAG_NONE) | SPAN_BEGINNINGS,
    [CPT_TAG_AFTER_SOURCE] = BIT (CPT_TAG_AFTER_SOURCE) | BIT (CPT_TAG_CUE),
    [CPT_TAG_AFTER_CONTENT] = BIT (CPT_TAG_AFTER_CONTENT) | BIT (CPT_TAG_LEFT_SOURCE) | BIT (CPT_TAG_CUE),
    [CPT_TAG_AFTER_CUE] = BIT (CPT_TAG_AFTER_CUE) | BIT (CPT_TAG_RIGHT_SOURCE) | BIT (CPT_TAG_RIGHT_CONTENT_BEGIN),
    [CPT_TAG_LEFT_SOURCE] = BIT (CPT_TAG_NONE) | BIT (CPT_TAG_AFTER_SOURCE) | SPAN_BEGINNINGS,
    [CPT_TAG_RIGHT_SOURCE] = BIT (CPT_TAG_NONE) | BIT (CPT_TAG_AFTER_CUE) | SPAN_BEGINNINGS,
    [CPT_TAG_CUE] = BIT (CPT_TAG_NONE) | BIT (CPT_TAG_AFTER_CUE) | SPAN_BEGINNINGS,
    [CPT_TAG_LEFT_CONTENT_BEGIN] =
        BIT (CPT_TAG_NONE) | BIT (CPT_TAG_AFTER_CONTENT) | BIT (CPT_TAG_LEFT_CONTENT) | SPAN_BEGINNINGS,
    [CPT_TAG_LEFT_CONTENT] =
        BIT (CPT_TAG_NONE) | BIT (CPT_TAG_AFTER_CONTENT) | BIT (CPT_TAG_LEFT_CONTENT) | SPAN_BEGINNINGS,
    [CPT_TAG_RIGHT_CONTENT_BEGIN] = BIT (CPT_TAG_NONE) | BIT (CPT_TAG_RIGHT_CONTENT) | SPAN_BEGINNINGS,
    [CPT_TAG_RIGHT_CONTENT] = BIT (CPT_TAG_NONE) | BIT (CPT_TAG_RIGHT_CONTENT) | SPAN_BEGINNINGS,
  };

  return (followers[before] & BIT (tag)) != 0;
}

/* A stretch may open within a content that began in the one before. */
gboolean
cpt_tag_may_open (CptTag tag)
{
  return ((BIT (CPT_TAG_NONE) | BIT (CPT_TAG_LEFT_CONTENT) | BIT (CPT_TAG_RIGHT_CONTENT) | SPAN_BEGINNINGS) & BIT (tag))
         != 0;
}

/* What the tokens between two spans wait for. */
static CptTag
tag_of_gap (CptRole before, CptRole after)
{
  if (before == CPT_ROLE_LEFT_SOURCE && after == CPT_ROLE_CUE)
    return CPT_TAG_AFTER_SOURCE;
  if (before == CPT_ROLE_LEFT_CONTENT && (after == CPT_ROLE_CUE || after == CPT_ROLE_LEFT_SOURCE))
    return CPT_TAG_AFTER_CONTENT;
  if ((before == CPT_ROLE_CUE || before == CPT_ROLE_RIGHT_SOURCE)
      && (after == CPT_ROLE_RIGHT_SOURCE || after == CPT_ROLE_RIGHT_CONTENT))
    return CPT_TAG_AFTER_CUE;
  return CPT_TAG_NONE;
}

/**
 * cpt_tags_fill_gaps:
 * @clues: the text
 * @tags: its tags; those of tokens between two spans of one sentence are set to what they wait for
 */
void
cpt_tags_fill_gaps (const CptClues *clues, CptTag *tags)
{
  guint n = clues->reading->n_tokens;

  for (guint begin = 1, end; begin < n; begin = end)
    {
      CptTag gap;

      end = begin + 1;
      if (tags[begin] != CPT_TAG_NONE || tags[begin - 1] == CPT_TAG_NONE)
        continue;
      while (end < n && tags[end] == CPT_TAG_NONE)
        end++;
      if (end == n || clues->sentence[end] != clues->sentence[begin - 1])
        continue;
      gap = tag_of_gap (cpt_tag_get_role (tags[begin - 1]), cpt_tag_get_role (tags[end]));
      for (guint i = begin; i < end; i++)
        tags[i] = gap;
    }
}
