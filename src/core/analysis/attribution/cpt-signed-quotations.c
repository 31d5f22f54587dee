// SPDX-License-Identifier: GPL-3.0-or-later
// Quotations that are signed: a quotation, a dash, a name, the end of the line. So sure a form that it overrules the
// weights, which see such lists of letters and readers' opinions seldom. Room: core/analysis/attribution.
#include "cpt-signed-quotations.h"

/* Shorter quotations are titles or irony. */
#define MIN_QUOTED_TOKENS 6
#define MAX_NAME_TOKENS 8

/* In weight units: as sure as the weights seldom are. */
#define SURE_MARGIN 320

static gboolean
is_dash (const CptToken *token)
{
  return token->kind == CPT_TOKEN_MARK && (token->first == '-' || (token->first >= 0x2012 && token->first <= 0x2015));
}

static gboolean
begins_line (const CptReading *reading, guint token)
{
  return token >= reading->n_tokens || (reading->tokens[token].flags & CPT_TOKEN_LINE_BEFORE) != 0;
}

/* One past the last token of a name that ends its line; @begin when there is none. */
static guint
find_name_end (const CptReading *reading, guint begin)
{
  guint end = begin, n_capitalised = 0;

  while (end < reading->n_tokens && end - begin < MAX_NAME_TOKENS && (end == begin || !begins_line (reading, end)))
    {
      const CptToken *token = &reading->tokens[end];

      n_capitalised += (token->flags & CPT_TOKEN_CAPITALISED) != 0;
      if (token->kind != CPT_TOKEN_WORD
          && !(token->kind == CPT_TOKEN_MARK && (token->first == '.' || token->first == '-')))
        return begin;
      end++;
    }
  if (!begins_line (reading, end) || begins_line (reading, begin) || 2 * n_capitalised < end - begin)
    return begin;
  return end;
}

static void
overrule (CptTag *tags, guint begin, guint end, CptRole role)
{
  for (guint i = begin; i < end; i++)
    tags[i] = cpt_tag_of_role (role, i == begin);
}

/* What began before and ran into the quotation ends there; what would go on after it begins there. */
static void
mend_borders (CptTag *tags, guint end, guint n_tokens)
{
  CptRole role = end < n_tokens ? cpt_tag_get_role (tags[end]) : CPT_ROLE_NONE;

  if (role >= CPT_ROLE_LEFT_CONTENT)
    tags[end] = cpt_tag_of_role (role, TRUE);
}

/* Returns: one past the last token of the signature; 0 when there is none. */
static guint
tag_signed (const CptReading *reading, const CptQuotedSpan *quotation, CptTag *tags)
{
  guint dash = quotation->end_token, end;

  if (quotation->depth > 0 || dash - quotation->begin_token < MIN_QUOTED_TOKENS || dash + 1 >= reading->n_tokens
      || !is_dash (&reading->tokens[dash]))
    return 0;
  end = find_name_end (reading, dash + 1);
  if (end == dash + 1)
    return 0;
  overrule (tags, quotation->begin_token, dash, CPT_ROLE_LEFT_CONTENT);
  overrule (tags, dash, dash + 1, CPT_ROLE_CUE);
  if (reading->tokens[end - 1].kind == CPT_TOKEN_MARK)
    tags[--end] = CPT_TAG_NONE;
  overrule (tags, dash + 1, end, CPT_ROLE_RIGHT_SOURCE);
  mend_borders (tags, end, reading->n_tokens);
  return end;
}

/**
 * cpt_signed_quotations_tag:
 * @clues: the text
 * @tags: its tags; those of signed quotations are replaced
 * @margins: (nullable): how sure the tags are; likewise
 *
 * Cost: linear in the quotations.
 */
void
cpt_signed_quotations_tag (const CptClues *clues, CptTag *tags, guint16 *margins)
{
  const CptReading *reading = clues->reading;

  for (guint i = 0; i < reading->n_quotations; i++)
    {
      guint end = tag_signed (reading, &reading->quotations[i], tags);

      for (guint k = reading->quotations[i].begin_token; margins != NULL && k < end; k++)
        margins[k] = SURE_MARGIN;
    }
}
