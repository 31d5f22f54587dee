// SPDX-License-Identifier: GPL-3.0-or-later
// Where one clause ends and the next begins, as far as the marks and conjunctions tell. Room: core/analysis; knows no
// sides.
#include "cpt-clauses.h"

/* A contrast stands at most so many tokens before the subject of its clause: ", while in Moscow the ministry". */
#define MAX_TOKENS_TO_SUBJECT 6

static guint32
stance_at (const CptClauseText *text, guint token)
{
  return cpt_stance_at (text->reading, text->stances, token);
}

static gboolean
is_break (const CptClauseText *text, guint token)
{
  switch (text->reading->tokens[token].first)
    {
    case ',':
    case ';':
    case ':':
    case 0x2013:
    case 0x2014:
      return text->reading->tokens[token].kind == CPT_TOKEN_MARK;
    default:
      return FALSE;
    }
}

static gboolean
is_opening_quote (const CptClauseText *text, guint token)
{
  switch (text->reading->tokens[token].first)
    {
    case 0x201c:
    case 0x2018:
    case 0xab:
    case 0x201e:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * cpt_clauses_find_boundary:
 * @text: a sentence
 * @after_token: a token of the first clause
 * @before_token: the first token that surely belongs to the second
 *
 * Returns: the first token of the second clause: after the last comma (or the like) between the two, or the conjunction
 *   that stands between them; %CPT_NO_TOKEN when nothing parts them
 */
guint
cpt_clauses_find_boundary (const CptClauseText *text, guint after_token, guint before_token)
{
  for (guint i = before_token; i > after_token + 1; i--)
    if (is_break (text, i - 1))
      return i;
  for (guint i = before_token; i > after_token + 1; i--)
    if (stance_at (text, i - 1) & (CPT_STANCE_CONTRAST | CPT_STANCE_AND))
      return i - 1;
  if (before_token > after_token + 1 && is_opening_quote (text, before_token))
    return before_token;
  return CPT_NO_TOKEN;
}

/* Whether the sentence begins with a clause that waits for its main clause: "While ...", "Although ...". */
static gboolean
begins_subordinate (const CptClauseText *text)
{
  const CptSentence *sentence = &text->reading->sentences[text->sentence];
  guint end = MIN (sentence->end_token, sentence->begin_token + 3);

  for (guint i = sentence->begin_token; i < end; i++)
    if (stance_at (text, i) & CPT_STANCE_SUBORDINATE)
      return TRUE;
  return FALSE;
}

/**
 * cpt_clauses_are_contrasted:
 * @text: a sentence
 * @first_cue: the cue of what is reported first
 * @second_begin: where the subject of what is reported second stands
 *
 * Tells two accounts side by side ("While A warns of ..., B insists ...", "A says ..., but B denies ...") from one
 * inside the other ("A says that B warns of ...").
 *
 * Returns: whether they stand side by side
 */
gboolean
cpt_clauses_are_contrasted (const CptClauseText *text, guint first_cue, guint second_begin)
{
  guint begin = second_begin > MAX_TOKENS_TO_SUBJECT ? second_begin - MAX_TOKENS_TO_SUBJECT : 0;
  gboolean fronted = begins_subordinate (text);

  for (guint i = second_begin; i > MAX (begin, first_cue + 1); i--)
    {
      guint32 stance = stance_at (text, i - 1);

      if (text->reading->tokens[i - 1].first == ';')
        return TRUE;
      if (stance & CPT_STANCE_CONTRAST && (i < 2 || is_break (text, i - 2)))
        return TRUE;
      if (is_break (text, i - 1))
        return fronted;
      if (stance & (CPT_STANCE_THAT | CPT_STANCE_RELATIVE))
        return FALSE;
    }
  return FALSE;
}
