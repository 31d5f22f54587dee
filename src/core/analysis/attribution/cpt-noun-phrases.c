// SPDX-License-Identifier: GPL-3.0-or-later
// Noun phrases by their borders: a phrase ends where a word stands that no noun phrase holds. Room:
// core/analysis/attribution; knows classes of words only, no word.
#include "cpt-noun-phrases.h"

/* A phrase longer than this is no speaker's name any more. */
#define MAX_TOKENS 24

#define BORDER_CLUES                                                                                                   \
  (CPT_CLUE_CONJUNCTION | CPT_CLUE_SUBORDINATOR | CPT_CLUE_THAT | CPT_CLUE_AUXILIARY | CPT_CLUE_PRONOUN                \
   | CPT_CLUE_RELATIVE)

static gboolean
is_capitalised (const CptClues *clues, guint token)
{
  return (clues->reading->tokens[token].flags & CPT_TOKEN_CAPITALISED) != 0;
}

static gboolean
is_verb_here (const CptClues *clues, guint token)
{
  guint32 clue = cpt_clues_at (clues, token);

  return (clue & (CPT_CLUE_FINITE | CPT_CLUE_GERUND)) && !is_capitalised (clues, token)
         && !(clue & (CPT_CLUE_SAY_NOUN | CPT_CLUE_PERSON | CPT_CLUE_BODY | CPT_CLUE_PLAN_NOUN));
}

/* "Gov. Smith", "J. Smith": a full stop that ends no sentence. */
static gboolean
is_inner_mark (const CptClues *clues, guint token, guint floor)
{
  const CptToken *tokens = clues->reading->tokens;
  gunichar mark = tokens[token].first;

  if (mark == '-' || mark == '&' || mark == '\'' || mark == 0x2019 || mark == 0x2011)
    return TRUE;
  return mark == '.' && token > floor && tokens[token - 1].flags & CPT_TOKEN_CAPITALISED
         && tokens[token - 1].end_bytes - tokens[token - 1].begin_bytes <= 4;
}

static gboolean
is_border (const CptClues *clues, guint token, guint floor)
{
  if (clues->reading->tokens[token].kind == CPT_TOKEN_MARK)
    return !is_inner_mark (clues, token, floor);
  return (cpt_clues_at (clues, token) & BORDER_CLUES) != 0 || is_verb_here (clues, token);
}

/* "On Tuesday Smith": drops what stands before the name when the phrase opens with a preposition. */
static guint
skip_adverbial (const CptClues *clues, guint begin, guint end)
{
  guint name = end;

  if (!(cpt_clues_at (clues, begin) & CPT_CLUE_PREPOSITION))
    return begin;
  while (name > begin && !(cpt_clues_at (clues, name - 1) & (CPT_CLUE_PREPOSITION | CPT_CLUE_ADVERB))
         && (is_capitalised (clues, name - 1) || clues->reading->tokens[name - 1].kind == CPT_TOKEN_MARK))
    name--;
  return name == begin ? end : name;
}

static CptTokenRange
walk_left (const CptClues *clues, guint end, guint floor)
{
  guint begin = end;

  while (begin > floor && end - begin < MAX_TOKENS && !is_border (clues, begin - 1, floor))
    begin--;
  while (begin < end
         && (clues->reading->tokens[begin].kind == CPT_TOKEN_MARK
             || cpt_clues_at (clues, begin) & (CPT_CLUE_ADVERB | CPT_CLUE_CONJUNCTION)))
    begin++;
  if (begin < end)
    begin = skip_adverbial (clues, begin, end);
  return (CptTokenRange){ begin, end };
}

/* "Ann Smith, a lawyer for the state, |said": from the name on. */
static CptTokenRange
walk_over_apposition (const CptClues *clues, guint comma, guint floor)
{
  guint limit = comma > floor + MAX_TOKENS ? comma - MAX_TOKENS : floor;
  CptTokenRange head = { 0, 0 };

  for (guint i = comma; i > limit; i--)
    if (cpt_clues_is_mark (clues, i - 1, ',') && i - 1 > floor)
      {
        head = walk_left (clues, i - 1, floor);
        break;
      }
  if (cpt_token_range_is_empty (head) || !is_capitalised (clues, head.end - 1))
    return (CptTokenRange){ 0, 0 };
  return (CptTokenRange){ head.begin, comma };
}

/**
 * cpt_noun_phrase_before:
 * @clues: the text
 * @end: one past the phrase's last token
 * @floor: the phrase begins here or later
 *
 * Returns: the noun phrase that ends at @end, with an apposition between commas
 */
CptTokenRange
cpt_noun_phrase_before (const CptClues *clues, guint end, guint floor)
{
  guint32 clue;

  if (end <= floor)
    return (CptTokenRange){ 0, 0 };
  clue = cpt_clues_at (clues, end - 1);
  if (clue & (CPT_CLUE_PRONOUN | CPT_CLUE_RELATIVE))
    return (CptTokenRange){ end - 1, end };
  if (cpt_clues_is_mark (clues, end - 1, ','))
    return walk_over_apposition (clues, end - 1, floor);
  return walk_left (clues, end, floor);
}

/**
 * cpt_noun_phrase_after:
 * @clues: the text
 * @begin: the phrase's first token
 * @ceiling: the phrase ends here or earlier
 *
 * Returns: the noun phrase that begins at @begin
 */
CptTokenRange
cpt_noun_phrase_after (const CptClues *clues, guint begin, guint ceiling)
{
  guint end = begin;

  if (begin >= ceiling)
    return (CptTokenRange){ 0, 0 };
  if (cpt_clues_at (clues, begin) & CPT_CLUE_PRONOUN)
    return (CptTokenRange){ begin, begin + 1 };
  while (end < ceiling && end - begin < MAX_TOKENS && !is_border (clues, end, begin))
    end++;
  return (CptTokenRange){ begin, end };
}

/**
 * cpt_noun_phrase_find_head:
 * @phrase: a noun phrase, not empty
 *
 * Returns: its noun: the last word before whatever only says which ("the |mayor of the town", "a |woman who left",
 *   "some of the |officials")
 */
guint
cpt_noun_phrase_find_head (const CptClues *clues, CptTokenRange phrase)
{
  const guint32 says_which = CPT_CLUE_PREPOSITION | CPT_CLUE_RELATIVE | CPT_CLUE_THAT | CPT_CLUE_SUBORDINATOR;
  guint head = phrase.begin;

  for (guint i = phrase.begin; i < phrase.end; i++)
    {
      const CptToken *token = &clues->reading->tokens[i];
      guint32 clue = cpt_clues_at (clues, i);
      gboolean only_quantity =
          cpt_clues_at (clues, head) & CPT_CLUE_DETERMINER || clues->reading->tokens[head].kind == CPT_TOKEN_NUMBER;

      if (token->kind == CPT_TOKEN_MARK && !is_inner_mark (clues, i, phrase.begin))
        break;
      if (i > phrase.begin && clue & says_which && !(clue & CPT_CLUE_PREPOSITION && only_quantity))
        break;
      if (i > phrase.begin && is_verb_here (clues, i) && !only_quantity)
        break;
      if (token->kind == CPT_TOKEN_WORD && !(clue & CPT_CLUE_PREPOSITION))
        head = i;
    }
  return head;
}

/**
 * cpt_noun_phrase_get_kind:
 * @head: a noun
 *
 * Returns: %CPT_CLUE_PERSON, %CPT_CLUE_BODY or, for what cannot speak, %CPT_CLUE_PLAN_NOUN, with %CPT_CLUE_PLURAL,
 *   %CPT_CLUE_MALE and %CPT_CLUE_FEMALE; no kind when nothing tells
 */
guint32
cpt_noun_phrase_get_kind (const CptClues *clues, guint head)
{
  guint32 clue = cpt_clues_at (clues, head), rest = clue & (CPT_CLUE_PLURAL | CPT_CLUE_MALE | CPT_CLUE_FEMALE);
  guint32 guess = clues->reading->tokens[head].kind == CPT_TOKEN_WORD ? cpt_clues_get_noun (clues, head) : 0;

  rest |= guess & CPT_CLUE_PLURAL;
  if (clue & (CPT_CLUE_PERSON | CPT_CLUE_TITLE))
    return CPT_CLUE_PERSON | rest;
  if (clue & CPT_CLUE_BODY)
    return CPT_CLUE_BODY | rest;
  if (clue & (CPT_CLUE_SAY_NOUN | CPT_CLUE_PLAN_NOUN))
    return CPT_CLUE_PLAN_NOUN | rest;
  return guess | rest;
}
