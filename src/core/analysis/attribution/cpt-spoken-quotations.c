// SPDX-License-Identifier: GPL-3.0-or-later
// Quotations whose speaker follows them at once: “...,” Name verb ... and “...,” said Name. Where these stand, no
// statistics are needed. Room: core/analysis/attribution.
#include "cpt-spoken-quotations.h"

#include "cpt-noun-phrases.h"

/* Shorter quotations are titles or irony. */
#define MIN_QUOTED_TOKENS 5
#define MAX_NAME_TOKENS 8

/* In weight units: as sure as the weights seldom are. */
#define SURE_MARGIN 320

#define NO_VERB                                                                                                        \
  (CPT_CLUE_PREPOSITION | CPT_CLUE_CONJUNCTION | CPT_CLUE_SUBORDINATOR | CPT_CLUE_DETERMINER | CPT_CLUE_RELATIVE       \
   | CPT_CLUE_PRONOUN | CPT_CLUE_THAT | CPT_CLUE_ADVERB | CPT_CLUE_AUXILIARY | CPT_CLUE_GERUND | CPT_CLUE_COPULA       \
   | CPT_CLUE_PERSON | CPT_CLUE_BODY)

typedef struct
{
  const CptClues *clues;
  const CptToken *tokens;
  CptTag *tags;
  guint end; /* of the sentence that the quotation ends in */
} Finder;

typedef struct
{
  CptTokenRange source;
  CptTokenRange cue;
} Speech;

static guint32
clue_at (const Finder *self, guint token)
{
  return cpt_clues_at (self->clues, token);
}

static gboolean
is_mark (const Finder *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_MARK;
}

static gboolean
is_one_of (gunichar mark, const char *marks)
{
  return g_utf8_strchr (marks, -1, mark) != NULL;
}

/* “...,” “...?” “...”, «...», — : the first token of what follows; 0 when the quotation does not break off so. */
static guint
find_tail (const Finder *self, const CptQuotedSpan *quotation)
{
  guint tail = quotation->end_token;
  gboolean broken = is_mark (self, tail - 2) && is_one_of (self->tokens[tail - 2].first, ",?!…");

  while (tail < self->end && is_mark (self, tail) && is_one_of (self->tokens[tail].first, ",-–—"))
    {
      broken = TRUE;
      tail++;
    }
  return broken && tail < self->end && !is_mark (self, tail) && self->clues->quotation[tail] == 0 ? tail : 0;
}

static gboolean
is_name (const Finder *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_WORD && self->tokens[token].flags & CPT_TOKEN_CAPITALISED
         && !(clue_at (self, token) & (NO_VERB | CPT_CLUE_FINITE) & ~(guint32)CPT_CLUE_ADVERB);
}

/* “...,” she |said, “...,” Mr. Lindt |shot back: a pronoun or a name, and a word in lower case that may be a verb. */
static gboolean
find_subject_first (const Finder *self, guint tail, Speech *speech)
{
  guint verb = tail;

  if (clue_at (self, tail) & CPT_CLUE_PRONOUN)
    verb++;
  else
    while (verb < self->end && verb - tail < MAX_NAME_TOKENS
           && (is_name (self, verb)
               || (verb > tail && self->tokens[verb].first == '.'
                   && self->tokens[verb - 1].end_bytes - self->tokens[verb - 1].begin_bytes <= 4)))
      verb++;
  if (verb == tail || verb >= self->end || self->tokens[verb].kind != CPT_TOKEN_WORD || is_mark (self, verb - 1)
      || self->tokens[verb].flags & CPT_TOKEN_CAPITALISED || clue_at (self, verb) & NO_VERB)
    return FALSE;
  *speech = (Speech){ { tail, verb }, { verb, verb + 1 } };
  return TRUE;
}

/* “...,” said |Anna Lindt, a lawyer. */
static gboolean
find_verb_first (const Finder *self, guint tail, Speech *speech)
{
  const guint32 verb = CPT_CLUE_SAY | CPT_CLUE_FINITE;
  CptTokenRange source;

  if ((clue_at (self, tail) & verb) != verb)
    return FALSE;
  source = cpt_noun_phrase_after (self->clues, tail + 1, self->end);
  if (cpt_token_range_is_empty (source)
      || clue_at (self, source.begin) & (NO_VERB & ~(guint32)(CPT_CLUE_DETERMINER | CPT_CLUE_PRONOUN)))
    return FALSE;
  *speech = (Speech){ source, { tail, tail + 1 } };
  return TRUE;
}

static gboolean
has_cue (const Finder *self, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    if (self->tags[i] == CPT_TAG_CUE)
      return TRUE;
  return FALSE;
}

/* A cue from here on is another's: the next quotation, or the end of the sentence. */
static guint
find_limit (const Finder *self, guint tail)
{
  while (tail < self->end && self->clues->quotation[tail] == 0)
    tail++;
  return tail;
}

static void
overrule (CptTag *tags, CptTokenRange range, CptRole role)
{
  for (guint i = range.begin; i < range.end; i++)
    tags[i] = cpt_tag_of_role (role, i == range.begin);
}

/* What ran on from the tokens that were given another role begins anew after them. */
static void
mend_border (const Finder *self, guint token)
{
  CptRole role = token < self->clues->reading->n_tokens ? cpt_tag_get_role (self->tags[token]) : CPT_ROLE_NONE;

  if (role >= CPT_ROLE_LEFT_CONTENT)
    self->tags[token] = cpt_tag_of_role (role, TRUE);
}

/* Whether anything but @role is within @range. */
static gboolean
is_other (const Finder *self, CptTokenRange range, CptRole role)
{
  for (guint i = range.begin; i < range.end; i++)
    if (self->tags[i] != cpt_tag_of_role (role, i == range.begin))
      return TRUE;
  return FALSE;
}

/* Returns: one past the last token that it gave a role to; 0 when it left all as it was. */
static guint
tag_spoken (Finder *self, const CptQuotedSpan *quotation)
{
  const CptReading *reading = self->clues->reading;
  CptTokenRange content = { quotation->begin_token, quotation->end_token };
  guint sentence = self->clues->sentence[content.begin], tail;
  Speech speech;

  if (quotation->depth > 0 || !quotation->closed || content.end - content.begin < MIN_QUOTED_TOKENS
      || reading->sentences[sentence].begin_token != content.begin)
    return 0;
  self->end = reading->sentences[self->clues->sentence[content.end - 1]].end_token;
  tail = find_tail (self, quotation);
  if (tail == 0 || (!find_subject_first (self, tail, &speech) && !find_verb_first (self, tail, &speech)))
    return 0;
  if (has_cue (self, content.end, find_limit (self, tail)))
    {
      if (!is_other (self, content, CPT_ROLE_LEFT_CONTENT))
        return 0;
      overrule (self->tags, content, CPT_ROLE_LEFT_CONTENT);
      mend_border (self, content.end);
      return content.end;
    }
  overrule (self->tags, content, CPT_ROLE_LEFT_CONTENT);
  for (guint i = content.end; i < tail; i++)
    self->tags[i] = CPT_TAG_NONE;
  overrule (self->tags, speech.source,
            speech.source.begin < speech.cue.begin ? CPT_ROLE_LEFT_SOURCE : CPT_ROLE_RIGHT_SOURCE);
  overrule (self->tags, speech.cue, CPT_ROLE_CUE);
  mend_border (self, MAX (speech.source.end, speech.cue.end));
  return MAX (speech.source.end, speech.cue.end);
}

/**
 * cpt_spoken_quotations_tag:
 * @clues: the text
 * @tags: its tags; those of quotations with a speaker right after them are replaced where they say otherwise
 * @margins: (nullable): how sure the tags are; likewise
 *
 * Cost: linear in the quotations.
 */
void
cpt_spoken_quotations_tag (const CptClues *clues, CptTag *tags, guint16 *margins)
{
  const CptReading *reading = clues->reading;
  Finder self = { clues, reading->tokens, tags, 0 };

  for (guint i = 0; i < reading->n_quotations; i++)
    {
      guint end = tag_spoken (&self, &reading->quotations[i]);

      for (guint k = reading->quotations[i].begin_token; margins != NULL && k < end; k++)
        margins[k] = SURE_MARGIN;
    }
}
