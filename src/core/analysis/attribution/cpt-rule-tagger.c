// SPDX-License-Identifier: GPL-3.0-or-later
// Tags tokens by rules that are sure: a verb of speech with a speaker beside it and a clause or a quotation. Room:
// core/analysis/attribution; knows classes of words only, so that a language is added by its words.
//
// The rules serve a language for which no weights were learnt, and the learnt tagger reads their verdict as a feature.
#include "cpt-noun-phrases.h"
#include "cpt-tags.h"

typedef struct
{
  const CptClues *clues;
  CptTag *tags;
  guint begin; /* of the sentence in hand */
  guint end;
  guint last; /* its end without closing marks, or the end of the quotation it ends in */
} Tagger;

typedef struct
{
  guint begin; /* with auxiliaries and adverbs: "has also said" */
  guint end;
  guint verb;
} Cue;

static gboolean
is_quoted (const Tagger *self, guint token)
{
  return token < self->clues->reading->n_tokens && self->clues->quotation[token] != 0;
}

static gboolean
is_mark (const Tagger *self, guint token)
{
  return self->clues->reading->tokens[token].kind == CPT_TOKEN_MARK;
}

static guint
quotation_begin (const Tagger *self, guint token)
{
  return self->clues->reading->quotations[self->clues->quotation[token] - 1].begin_token;
}

static guint
quotation_end (const Tagger *self, guint token)
{
  return self->clues->reading->quotations[self->clues->quotation[token] - 1].end_token;
}

/* Where a content that runs to the end of the sentence ends. */
static guint
last_content_end (const Tagger *self)
{
  guint end = self->end;

  while (end > self->begin && is_mark (self, end - 1) && !is_quoted (self, end - 1))
    end--;
  if (end > self->begin && is_quoted (self, end - 1))
    end = MAX (end, quotation_end (self, end - 1));
  return end;
}

/* The content before the speaker: up to a comma or a closing mark. */
static gboolean
tag_left_content (Tagger *self, guint end)
{
  guint begin = self->begin;

  if (end <= begin || !is_mark (self, end - 1))
    return FALSE;
  if (is_quoted (self, begin))
    begin = quotation_begin (self, begin);
  if (is_quoted (self, end - 1))
    {
      guint opening = quotation_begin (self, end - 1);

      if (opening > begin && is_mark (self, opening - 1) && end - opening > (opening - begin))
        begin = opening;
    }
  else if (!cpt_clues_is_mark (self->clues, end - 1, ',') || end - begin < 5)
    return FALSE;
  if (!is_quoted (self, end - 1))
    end--;
  return cpt_tags_put (self->tags, begin, end, CPT_ROLE_LEFT_CONTENT);
}

/* "told reporters on Monday |that": past the person spoken to. */
static guint
skip_addressee (const Tagger *self, guint begin)
{
  guint limit = MIN (self->end, begin + 12);

  for (guint i = begin; i < limit; i++)
    {
      guint32 clue = cpt_clues_at (self->clues, i);

      if (clue & CPT_CLUE_THAT || is_quoted (self, i))
        return i;
      if (is_mark (self, i))
        return i + 1 < self->end && is_quoted (self, i + 1) ? i + 1 : begin;
    }
  return begin;
}

static gboolean
tag_right_content (Tagger *self, const Cue *cue, guint begin)
{
  guint32 clue = cpt_clues_at (self->clues, cue->verb);
  gboolean sure, that;

  if (clue & CPT_CLUE_ADDRESSES)
    begin = skip_addressee (self, begin);
  while (begin < self->end && is_mark (self, begin) && !is_quoted (self, begin))
    begin++;
  if (begin >= self->end)
    return FALSE;
  that = (cpt_clues_at (self->clues, begin) & CPT_CLUE_THAT) != 0;
  sure = clue & CPT_CLUE_SAY || that || is_quoted (self, begin);
  if (!sure && !(clue & CPT_CLUE_STANCE && is_quoted (self, self->last - 1)))
    return FALSE;
  return cpt_tags_put (self->tags, begin, self->last, CPT_ROLE_RIGHT_CONTENT);
}

static Cue
widen_cue (const Tagger *self, guint verb)
{
  Cue cue = { verb, verb + 1, verb };

  while (cue.begin > self->begin && !is_quoted (self, cue.begin - 1)
         && cpt_clues_at (self->clues, cue.begin - 1) & (CPT_CLUE_AUXILIARY | CPT_CLUE_ADVERB))
    cue.begin--;
  return cue;
}

/* "..., said Ann Smith, a lawyer." */
static gboolean
tag_inverted (Tagger *self, const Cue *cue)
{
  CptTokenRange source = cpt_noun_phrase_after (self->clues, cue->end, self->end);
  guint next;

  if (cpt_token_range_is_empty (source) || !tag_left_content (self, cue->begin))
    return FALSE;
  next = source.end;
  cpt_tags_put (self->tags, cue->begin, cue->end, CPT_ROLE_CUE);
  cpt_tags_put (self->tags, source.begin, source.end, CPT_ROLE_RIGHT_SOURCE);
  if (next + 1 < self->end && is_mark (self, next) && is_quoted (self, next + 1))
    cpt_tags_put (self->tags, next + 1, self->last, CPT_ROLE_RIGHT_CONTENT);
  return TRUE;
}

static gboolean
tag_subject_first (Tagger *self, const Cue *cue)
{
  CptTokenRange source = cpt_noun_phrase_before (self->clues, cue->begin, self->begin);
  gboolean left, right;

  if (cpt_token_range_is_empty (source) || is_quoted (self, source.begin))
    return FALSE;
  left = tag_left_content (self, source.begin);
  right = (!left || (cue->end + 1 < self->end && is_mark (self, cue->end))) && tag_right_content (self, cue, cue->end);
  if (!left && !right)
    return FALSE;
  cpt_tags_put (self->tags, cue->begin, cue->end, CPT_ROLE_CUE);
  return cpt_tags_put (self->tags, source.begin, source.end, CPT_ROLE_LEFT_SOURCE);
}

/* "..., saying that": the speaker is the sentence's first noun phrase. */
static gboolean
tag_gerund (Tagger *self, const Cue *cue)
{
  CptTokenRange source;
  guint begin = self->begin;

  if (cue->begin <= self->begin || !cpt_clues_is_mark (self->clues, cue->begin - 1, ','))
    return FALSE;
  source = cpt_noun_phrase_after (self->clues, begin, cue->begin);
  if (cpt_token_range_is_empty (source) || !tag_right_content (self, cue, cue->end))
    return FALSE;
  cpt_tags_put (self->tags, source.begin, source.end, CPT_ROLE_LEFT_SOURCE);
  return cpt_tags_put (self->tags, cue->begin, cue->end, CPT_ROLE_CUE);
}

/* "According to the ministry, ..." and "..., according to the ministry." */
static gboolean
tag_according (Tagger *self, guint word)
{
  CptTokenRange source = cpt_noun_phrase_after (self->clues, word + 2, self->end);

  if (cpt_token_range_is_empty (source))
    return FALSE;
  if (word == self->begin)
    {
      if (source.end + 1 >= self->end)
        return FALSE;
      cpt_tags_put (self->tags, source.end + 1, self->last, CPT_ROLE_RIGHT_CONTENT);
    }
  else
    {
      guint end = is_mark (self, word - 1) && !is_quoted (self, word - 1) ? word - 1 : word;

      cpt_tags_put (self->tags, self->begin, end, CPT_ROLE_LEFT_CONTENT);
    }
  cpt_tags_put (self->tags, word, word + 2, CPT_ROLE_CUE);
  return cpt_tags_put (self->tags, source.begin, source.end, CPT_ROLE_RIGHT_SOURCE);
}

/* "the ministry's claim that ..." */
static gboolean
tag_noun (Tagger *self, guint noun)
{
  CptTokenRange source;

  if (noun + 2 >= self->end || !(cpt_clues_at (self->clues, noun + 1) & CPT_CLUE_THAT) || noun <= self->begin)
    return FALSE;
  source = cpt_noun_phrase_before (self->clues, noun, self->begin);
  if (cpt_token_range_is_empty (source) || !cpt_tags_put (self->tags, noun + 1, self->last, CPT_ROLE_RIGHT_CONTENT))
    return FALSE;
  cpt_tags_put (self->tags, noun, noun + 1, CPT_ROLE_CUE);
  return cpt_tags_put (self->tags, source.begin, source.end, CPT_ROLE_LEFT_SOURCE);
}

static gboolean
tag_verb (Tagger *self, guint verb, guint32 clue)
{
  Cue cue = widen_cue (self, verb);

  if (clue & CPT_CLUE_SAY && tag_inverted (self, &cue))
    return TRUE;
  if (clue & CPT_CLUE_FINITE || cue.begin < verb)
    return tag_subject_first (self, &cue);
  return clue & CPT_CLUE_GERUND && tag_gerund (self, &cue);
}

/* "his remarks", "Smith's claims", "the demand": not verbs. */
static gboolean
reads_as_noun (const Tagger *self, guint token, guint32 clue)
{
  if (token <= self->begin || clue & CPT_CLUE_GERUND)
    return FALSE;
  return self->clues->reading->tokens[token - 1].kind == CPT_TOKEN_CLITIC
         || (cpt_clues_at (self->clues, token - 1) & (CPT_CLUE_DETERMINER | CPT_CLUE_POSSESSIVE)
             && clue & CPT_CLUE_SAY_NOUN);
}

static gboolean
tag_word (Tagger *self, guint token)
{
  guint32 clue = cpt_clues_at (self->clues, token);

  if (clue & CPT_CLUE_ACCORDING && token + 2 < self->end)
    return tag_according (self, token);
  if (clue & (CPT_CLUE_SAY | CPT_CLUE_REPORT | CPT_CLUE_STANCE) && !reads_as_noun (self, token, clue)
      && tag_verb (self, token, clue))
    return TRUE;
  return clue & CPT_CLUE_SAY_NOUN && tag_noun (self, token);
}

/* A sentence that opens inside a quotation, or with one, and names no speaker goes on from the one before. */
static void
tag_continuation (Tagger *self)
{
  guint begin = self->begin;

  if (begin > 0 && is_quoted (self, begin) && quotation_end (self, begin) - quotation_begin (self, begin) > 6)
    cpt_tags_put (self->tags, quotation_begin (self, begin), quotation_end (self, begin), CPT_ROLE_RIGHT_CONTENT);
}

static void
tag_sentence (Tagger *self)
{
  gboolean any = FALSE;

  for (guint i = self->begin; i < self->end; i++)
    if (self->tags[i] == 0 && !is_quoted (self, i))
      any |= tag_word (self, i);
  if (!any)
    tag_continuation (self);
}

/**
 * cpt_tags_by_rules:
 * @clues: the text
 *
 * Returns: (transfer full): a tag for each token
 *
 * Cost: linear; each search looks at a sentence's own tokens, and only from words of speech.
 */
CptTag *
cpt_tags_by_rules (const CptClues *clues)
{
  const CptReading *reading = clues->reading;
  Tagger self = { .clues = clues, .tags = g_new0 (CptTag, reading->n_tokens + 1) };

  for (guint i = 0; i < reading->n_sentences; i++)
    {
      self.begin = reading->sentences[i].begin_token;
      self.end = reading->sentences[i].end_token;
      self.last = last_content_end (&self);
      if (self.begin < self.end)
        tag_sentence (&self);
    }
  return self.tags;
}
