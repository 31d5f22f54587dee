// SPDX-License-Identifier: GPL-3.0-or-later
// Tags tokens by rules for languages that part their clauses by commas and dashes and put the speaker after the verb as
// often as before it (Russian, Ukrainian). Room: core/analysis/attribution; knows classes of words and marks only.
//
// A sentence is cut at the commas, dashes and colons outside quotations. A segment with a verb of speech holds cue and
// speaker; what is said stands after a conjunction, after a colon, before the segment, or on both sides of it.
#include "cpt-noun-phrases.h"
#include "cpt-tags.h"

/* A quotation of fewer tokens, its marks included, is a name or irony. */
#define MIN_QUOTED_TOKENS 5

/* A sentence of more tokens is a list or worse. */
#define MAX_SENTENCE_TOKENS 400

/* "the words of the mayor about it, that": so far may the conjunction be from its noun. */
#define MAX_NOUN_GAP 6

#define NOT_IN_SPEAKER                                                                                                 \
  (CPT_CLUE_CONJUNCTION | CPT_CLUE_SUBORDINATOR | CPT_CLUE_THAT | CPT_CLUE_RELATIVE | CPT_CLUE_AUXILIARY)

typedef struct
{
  const CptClues *clues;
  const CptToken *tokens;
  CptTag *tags;
  guint number; /* of the sentence in hand */
  guint begin;
  guint end;
  guint last;  /* its end without closing marks, or the end of the quotation it ends in */
  guint level; /* the number of the quotation whose words are read, plus one; 0 outside */
} Tagger;

/* A segment [begin, end) of a sentence. */
typedef CptTokenRange Segment;

static guint32
clue_at (const Tagger *self, guint token)
{
  return cpt_clues_at (self->clues, token);
}

static gboolean
is_mark (const Tagger *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_MARK;
}

static gboolean
is_quoted (const Tagger *self, guint token)
{
  return token < self->clues->reading->n_tokens && self->clues->quotation[token] != 0
         && self->clues->quotation[token] != self->level;
}

static const CptQuotedSpan *
quotation_at (const Tagger *self, guint token)
{
  return &self->clues->reading->quotations[self->clues->quotation[token] - 1];
}

static gboolean
is_dash (const Tagger *self, guint token)
{
  const CptToken *item = &self->tokens[token];

  if (!is_mark (self, token))
    return FALSE;
  if (item->first == '-')
    return item->flags & CPT_TOKEN_SPACE_BEFORE || (token + 1 < self->end && item[1].flags & CPT_TOKEN_SPACE_BEFORE);
  return item->first >= 0x2012 && item->first <= 0x2015;
}

static gboolean
is_mark_of (const Tagger *self, guint token, gunichar mark)
{
  return token < self->end && is_mark (self, token) && self->tokens[token].first == mark;
}

static gboolean
is_word_of (const Tagger *self, guint token, const char *const *words)
{
  return words != NULL && token < self->end && self->tokens[token].word != CPT_NO_WORD
         && g_strv_contains (words, cpt_reading_get_word (self->clues->reading, token));
}

/* Whether the two tokens are both outside quotations, or in the same. */
static gboolean
on_one_level (const Tagger *self, guint a, guint b)
{
  return self->clues->quotation[a] == self->clues->quotation[b];
}

static gboolean
is_long (const CptQuotedSpan *quotation)
{
  return quotation->end_token - quotation->begin_token >= MIN_QUOTED_TOKENS;
}

/* Whether the mark at @token parts the clause of @verb from the next. */
static gboolean
parts_clauses (const Tagger *self, guint token, guint verb)
{
  gunichar mark = self->tokens[token].first;
  const CptQuotedSpan *quotation;

  if (!is_mark (self, token))
    return FALSE;
  if (!on_one_level (self, token, verb))
    return is_quoted (self, token) && !is_quoted (self, verb) && is_long (quotation_at (self, token));
  if (mark == ',' || mark == ';' || mark == ':' || mark == '(' || mark == ')' || mark == '.' || mark == '!'
      || mark == '?' || mark == 0x2026 || is_dash (self, token))
    return TRUE;
  quotation = is_quoted (self, token) ? quotation_at (self, token) : NULL;
  return quotation != NULL && (quotation->begin_token == token || quotation->end_token == token + 1);
}

static Segment
segment_around (const Tagger *self, guint verb)
{
  Segment segment = { verb, verb + 1 };

  while (segment.begin > self->begin && !parts_clauses (self, segment.begin - 1, verb))
    segment.begin--;
  while (segment.end < self->end && !parts_clauses (self, segment.end, verb))
    segment.end++;
  return segment;
}

/* --- the speaker --- */

static gboolean
is_capitalised (const Tagger *self, guint token)
{
  return (self->tokens[token].flags & CPT_TOKEN_CAPITALISED) != 0;
}

static gboolean
is_noun_of_speaker (const Tagger *self, guint token)
{
  guint32 clue = clue_at (self, token);

  if (clue & (CPT_CLUE_PERSON | CPT_CLUE_BODY | CPT_CLUE_TITLE | CPT_CLUE_GIVEN_NAME))
    return TRUE;
  return is_capitalised (self, token)
         && !(token == self->begin && clue & (NOT_IN_SPEAKER | CPT_CLUE_PREPOSITION | CPT_CLUE_ADVERB));
}

/* Past "in an interview with the radio" and "to journalists" after a verb: whatever a preposition opens, up to the next
 * word that can begin a speaker. */
static guint
skip_circumstances (const Tagger *self, guint begin, guint end)
{
  guint i = begin;

  while (i < end && clue_at (self, i) & (CPT_CLUE_ADVERB | CPT_CLUE_AUXILIARY))
    i++;
  if (i >= end || !(clue_at (self, i) & CPT_CLUE_PREPOSITION))
    return i;
  i = MIN (i + 2, end);
  while (i < end && (self->tokens[i].flags & CPT_TOKEN_ALL_CAPS || !is_noun_of_speaker (self, i)))
    i++;
  return i < end ? i : begin;
}

static gboolean
names_person (const Tagger *self, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    if (clue_at (self, i) & (CPT_CLUE_PERSON | CPT_CLUE_TITLE | CPT_CLUE_GIVEN_NAME | CPT_CLUE_PRONOUN))
      return TRUE;
  return FALSE;
}

/* "said |in the ministry| on Monday": who speaks where nobody is the subject. */
static CptTokenRange
speaker_within (const Tagger *self, guint preposition, guint end)
{
  guint first = preposition + 1, last = first + 1;

  if (first >= end || !(clue_at (self, first) & CPT_CLUE_BODY || is_capitalised (self, first))
      || names_person (self, first, end))
    return (CptTokenRange){ 0, 0 };
  while (last < end && !is_mark (self, last) && !(clue_at (self, last) & (CPT_CLUE_PREPOSITION | NOT_IN_SPEAKER)))
    last++;
  return (CptTokenRange){ preposition, last };
}

/* Where a speaker ends: before a further verb, before circumstances after a name ("Lindt |in an interview"), before a
 * conjunction unless it joins another name or noun. */
static gboolean
ends_speaker (const Tagger *self, guint token, guint end)
{
  guint32 clue = clue_at (self, token);

  if (is_capitalised (self, token))
    return FALSE;
  if (clue & CPT_CLUE_CONJUNCTION)
    return token + 1 >= end || !is_noun_of_speaker (self, token + 1);
  if (clue & NOT_IN_SPEAKER || (clue & CPT_CLUE_FINITE && !is_noun_of_speaker (self, token)))
    return TRUE;
  return clue & CPT_CLUE_PREPOSITION && is_capitalised (self, token - 1);
}

static CptTokenRange
speaker_after (const Tagger *self, guint begin, guint end)
{
  CptTokenRange source = { begin, end };

  while (source.begin < end && clue_at (self, source.begin) & CPT_CLUE_ADVERB)
    source.begin++;
  if (source.begin < end && clue_at (self, source.begin) & CPT_CLUE_PREPOSITION)
    {
      CptTokenRange within = speaker_within (self, source.begin, end);

      if (!cpt_token_range_is_empty (within))
        return within;
    }
  source.begin = skip_circumstances (self, begin, end);
  if (source.begin < end && clue_at (self, source.begin) & (CPT_CLUE_PRONOUN | CPT_CLUE_RELATIVE))
    return (CptTokenRange){ source.begin, source.begin + 1 };
  for (guint i = source.begin; i < end; i++)
    if (i > source.begin ? ends_speaker (self, i, end)
                         : (clue_at (self, i) & NOT_IN_SPEAKER && !is_capitalised (self, i)))
      {
        source.end = i;
        break;
      }
  while (source.end > source.begin
         && (clue_at (self, source.end - 1) & (CPT_CLUE_ADVERB | CPT_CLUE_PREPOSITION)
             || self->tokens[source.end - 1].kind == CPT_TOKEN_NUMBER || is_mark (self, source.end - 1)))
    source.end--;
  return source;
}

/* Where the speaker begins in the words before a verb: after the circumstances that a preposition opens, of which only
 * a name or a noun for a speaker shows the end; the first word after the preposition is its own. */
static guint
begin_of_speaker (const Tagger *self, guint begin, guint end)
{
  guint start = end, second = end; /* the leftmost noun of a speaker, and the next */

  for (guint i = end; i > begin; i--)
    {
      guint32 clue = clue_at (self, i - 1);

      if (clue & (NOT_IN_SPEAKER | CPT_CLUE_FINITE | CPT_CLUE_GERUND) && !is_noun_of_speaker (self, i - 1))
        return i;
      if (clue & CPT_CLUE_PREPOSITION)
        return start == i || (start < end && self->tokens[start].flags & CPT_TOKEN_ALL_CAPS && second < end) ? second
                                                                                                             : start;
      if (is_noun_of_speaker (self, i - 1))
        {
          second = start;
          start = i - 1;
        }
    }
  return begin;
}

static CptTokenRange
speaker_before (const Tagger *self, guint begin, guint verb)
{
  guint end = verb;
  CptTokenRange source;

  while (end > begin && (clue_at (self, end - 1) & (CPT_CLUE_ADVERB | CPT_CLUE_AUXILIARY))
         && !is_capitalised (self, end - 1))
    end--;
  for (guint i = verb; i > begin && i + 4 > verb; i--)
    if (clue_at (self, i - 1) & CPT_CLUE_PRONOUN)
      return (CptTokenRange){ i - 1, i };
  if (end > begin && clue_at (self, end - 1) & CPT_CLUE_RELATIVE)
    return (CptTokenRange){ end - 1, end };
  source = (CptTokenRange){ begin_of_speaker (self, begin, end), end };
  while (source.begin < source.end
         && (is_mark (self, source.begin) || clue_at (self, source.begin) & (CPT_CLUE_ADVERB | CPT_CLUE_CONJUNCTION)))
    source.begin++;
  return source;
}

static gboolean
is_adjective (const Tagger *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_WORD && cpt_clues_get_noun (self->clues, token) & CPT_CLUE_DETERMINER;
}

/* The speaker of a cue at the end of a clause without one: "Lindt came late and |said". */
static CptTokenRange
speaker_of_sentence (const Tagger *self, guint verb)
{
  for (guint i = self->begin; i < verb; i++)
    if (clue_at (self, i) & CPT_CLUE_PRONOUN && !is_quoted (self, i))
      return (CptTokenRange){ i, i + 1 };
    else if (is_capitalised (self, i) && !is_quoted (self, i) && self->tokens[i].kind == CPT_TOKEN_WORD
             && !(clue_at (self, i) & (CPT_CLUE_ADVERB | CPT_CLUE_PREPOSITION | NOT_IN_SPEAKER)))
      {
        guint end = i + 1;

        while (end < verb && is_capitalised (self, end) && self->tokens[end].kind == CPT_TOKEN_WORD)
          end++;
        if (end == i + 1 && end < verb && self->tokens[end].kind == CPT_TOKEN_WORD && is_adjective (self, i))
          end++;
        return (CptTokenRange){ i, end };
      }
  return (CptTokenRange){ 0, 0 };
}

/* --- what is said --- */

static CptTokenRange
trim (const Tagger *self, CptTokenRange range)
{
  while (range.begin < range.end && is_mark (self, range.begin)
         && !(is_quoted (self, range.begin) && quotation_at (self, range.begin)->begin_token == range.begin))
    range.begin++;
  while (range.end > range.begin && is_mark (self, range.end - 1)
         && !(is_quoted (self, range.end - 1) && quotation_at (self, range.end - 1)->end_token == range.end))
    range.end--;
  return range;
}

static gboolean
put (const Tagger *self, CptTokenRange range, CptRole role)
{
  range = trim (self, range);
  return cpt_tags_put (self->tags, range.begin, range.end, role);
}

/* "— A. B, |said Lindt": speech that a dash opens at the beginning of its paragraph, with its earlier sentences. */
static CptTokenRange
widen_to_dash (const Tagger *self, CptTokenRange content)
{
  const CptSentence *sentences = self->clues->reading->sentences;
  guint first = self->number;

  while (first > 0 && sentences[first - 1].paragraph == sentences[self->number].paragraph
         && !(self->tokens[sentences[first].begin_token].flags & CPT_TOKEN_LINE_BEFORE))
    first--;
  if (first == self->number || !is_dash (self, sentences[first].begin_token))
    return content;
  for (guint i = sentences[first].begin_token; i < content.begin; i++)
    if (self->tags[i] != CPT_TAG_NONE)
      return content;
  return (CptTokenRange){ sentences[first].begin_token, content.end };
}

/* What stands before a segment: the quotation that ends there, with its sentences before this one, or the clauses from
 * the beginning of the sentence. */
static CptTokenRange
content_before (const Tagger *self, guint end)
{
  CptTokenRange content = { self->begin, end };

  while (content.end > self->begin && is_mark (self, content.end - 1) && !is_quoted (self, content.end - 1))
    content.end--;
  if (content.end == self->begin)
    return (CptTokenRange){ 0, 0 };
  if (is_quoted (self, content.end - 1)
      && quotation_at (self, content.end - 1)->end_token - quotation_at (self, content.end - 1)->begin_token
             >= MIN_QUOTED_TOKENS)
    {
      guint opening = quotation_at (self, content.end - 1)->begin_token;

      /* "..., and this is "a mistake", said": the quotation is only a part. */
      if (opening <= self->begin || is_mark (self, opening - 1))
        content.begin = opening;
      return content;
    }
  return widen_to_dash (self, content);
}

static CptTokenRange
content_after (const Tagger *self, guint begin)
{
  CptTokenRange content = { begin, self->last };

  while (content.begin < content.end && is_mark (self, content.begin) && !is_quoted (self, content.begin))
    content.begin++;
  if (content.begin < content.end && is_quoted (self, content.begin)
      && quotation_at (self, content.begin)->begin_token == content.begin
      && quotation_at (self, content.begin)->end_token - content.begin >= MIN_QUOTED_TOKENS)
    content.end = quotation_at (self, content.begin)->end_token;
  return content;
}

typedef struct
{
  CptTokenRange cue;
  CptTokenRange source;
  Segment segment;
} Speech;

static gboolean
put_speech (const Tagger *self, const Speech *speech)
{
  cpt_tags_put (self->tags, speech->cue.begin, speech->cue.end, CPT_ROLE_CUE);
  if (!cpt_token_range_is_empty (speech->source))
    put (self, speech->source, speech->source.begin < speech->cue.begin ? CPT_ROLE_LEFT_SOURCE : CPT_ROLE_RIGHT_SOURCE);
  return TRUE;
}

/* "Lindt said|, that ...", "Lindt said|: ...". */
static gboolean
tag_right (const Tagger *self, const Speech *speech)
{
  guint at = speech->segment.end;
  CptTokenRange content = { 0, 0 };

  if (at + 1 < self->end && is_mark (self, at) && clue_at (self, at + 1) & CPT_CLUE_THAT)
    content = (CptTokenRange){ at + 1, self->last };
  else if (at + 1 < self->end && is_mark_of (self, at, ':'))
    content = content_after (self, at + 1);
  else if (is_quoted (self, at) && quotation_at (self, at)->begin_token == at && !is_quoted (self, speech->cue.begin))
    content = (CptTokenRange){ at, MAX (self->last, quotation_at (self, at)->end_token) };
  if (cpt_token_range_is_empty (content) || !put (self, content, CPT_ROLE_RIGHT_CONTENT))
    return FALSE;
  return put_speech (self, speech);
}

/* "said Lindt|, a |lawyer from Norton|": an apposition, up to the next comma. */
static guint
skip_apposition (const Tagger *self, guint begin)
{
  guint end = begin;

  if (!(clue_at (self, begin) & (CPT_CLUE_PERSON | CPT_CLUE_TITLE | CPT_CLUE_RELATIVE | CPT_CLUE_GERUND))
      && !is_adjective (self, begin))
    return begin;
  while (end < self->last && !(is_mark (self, end) && (self->tokens[end].first == ',' || is_dash (self, end))))
    end++;
  return end;
}

/* "..., |said Lindt|, ..." */
static gboolean
tag_around (const Tagger *self, const Speech *speech)
{
  gboolean left = FALSE, right = FALSE, opens = speech->segment.begin == self->begin;
  CptTokenRange before = { 0, 0 }, rest = trim (self, (CptTokenRange){ speech->segment.end, self->last });

  if (!opens)
    {
      before = content_before (self, speech->segment.begin);
      left = put (self, before, CPT_ROLE_LEFT_CONTENT);
    }
  if (rest.begin < rest.end && self->tokens[rest.begin].word != CPT_NO_WORD)
    rest.begin = skip_apposition (self, rest.begin);
  rest = trim (self, rest);
  /* After a whole quotation the narrator goes on, unless a dash or a further quotation says otherwise. */
  if (left && is_quoted (self, before.begin) && rest.begin < rest.end && !is_quoted (self, rest.begin)
      && !is_dash (self, rest.begin - 1))
    rest.end = rest.begin;
  if (rest.begin < rest.end)
    right = put (self, rest, CPT_ROLE_RIGHT_CONTENT);
  return (left || right) && put_speech (self, speech);
}

/* "Lindt spoke |about the harbour|": what the preposition opens, up to the end of the clause. */
static gboolean
tag_matter (const Tagger *self, const Speech *speech)
{
  for (guint i = speech->cue.end; i + 1 < speech->segment.end; i++)
    if (is_word_of (self, i, self->clues->language->about))
      {
        Speech other = *speech;

        if (other.source.begin >= i || other.source.end > i)
          other.source.end = MAX (other.source.begin, i);
        return put (self, (CptTokenRange){ i, speech->segment.end }, CPT_ROLE_RIGHT_CONTENT)
               && put_speech (self, &other);
      }
  return FALSE;
}

/* "called it "a mistake"": the rest of a clause in which something is quoted. */
static gboolean
tag_partly_quoted (const Tagger *self, const Speech *speech)
{
  guint begin = speech->source.begin > speech->cue.end ? speech->source.end : speech->cue.end;
  CptTokenRange rest = { begin, speech->segment.end };

  while (rest.end < self->end && (is_quoted (self, rest.end)))
    rest.end++;
  for (guint i = rest.begin; i < rest.end; i++)
    if (is_quoted (self, i) && !is_mark (self, i) && !is_capitalised (self, i))
      return put (self, rest, CPT_ROLE_RIGHT_CONTENT) && put_speech (self, speech);
  return FALSE;
}

/* "|About this| reported Lindt". */
static gboolean
is_about_this (const Tagger *self, const Speech *speech)
{
  guint begin = speech->segment.begin;

  while (begin < speech->cue.begin && clue_at (self, begin) & (CPT_CLUE_ADVERB | CPT_CLUE_CONJUNCTION))
    begin++;
  return is_word_of (self, begin, self->clues->language->about)
         && is_word_of (self, begin + 1, self->clues->language->about_this);
}

/* What was said is the sentence before, unless it is known already who said it. */
static gboolean
tag_about_this (const Tagger *self, const Speech *speech)
{
  const CptSentence *before;

  if (speech->segment.begin > self->begin)
    return put (self, content_before (self, speech->segment.begin), CPT_ROLE_LEFT_CONTENT) && put_speech (self, speech);
  before = self->number > 0 ? &self->clues->reading->sentences[self->number - 1] : NULL;
  return before != NULL && put (self, (CptTokenRange){ before->begin_token, before->end_token }, CPT_ROLE_LEFT_CONTENT)
         && put_speech (self, speech);
}

/* Whether a quotation or a clause stands before the segment, which the speaker's verb then reports. */
static gboolean
is_inverted (const Tagger *self, const Segment *segment, guint verb)
{
  guint first = segment->begin;

  while (first < verb && clue_at (self, first) & (CPT_CLUE_ADVERB | CPT_CLUE_AUXILIARY))
    first++;
  return segment->begin > self->begin && first == verb
         && !(segment->end < self->end && is_mark_of (self, segment->end, ':'));
}

static gboolean
follows_quotation (const Tagger *self, const Segment *segment)
{
  guint at = segment->begin;
  const CptQuotedSpan *quotation;

  while (at > self->begin && is_mark (self, at - 1) && !is_quoted (self, at - 1))
    at--;
  if (at == self->begin || !is_quoted (self, at - 1) || is_quoted (self, segment->begin))
    return FALSE;
  quotation = quotation_at (self, at - 1);
  return quotation->end_token == at && quotation->end_token - quotation->begin_token >= MIN_QUOTED_TOKENS
         && at < segment->begin;
}

static gboolean
tag_verb (const Tagger *self, guint verb)
{
  Speech speech = { .cue = { verb, verb + 1 }, .segment = segment_around (self, verb) };
  const Segment *segment = &speech.segment;
  gboolean says = (clue_at (self, verb) & (CPT_CLUE_SAY | CPT_CLUE_REPORT)) != 0;
  gboolean inverted = is_inverted (self, segment, verb),
           as = is_word_of (self, segment->begin, self->clues->language->as);
  CptTokenRange before = speaker_before (self, segment->begin + (as ? 1 : 0), verb);
  CptTokenRange after = speaker_after (self, verb + 1, segment->end);

  speech.source = !cpt_token_range_is_empty (before) ? before : after;
  if (as && says && !cpt_token_range_is_empty (speech.source))
    return tag_around (self, &speech);
  if (is_about_this (self, &speech))
    return tag_about_this (self, &speech);
  if (is_quoted (self, verb) && !(inverted && is_dash (self, segment->begin - 1)))
    return FALSE;
  if (inverted && says && !cpt_token_range_is_empty (after)
      && !(is_mark (self, MIN (segment->end, self->end - 1)) && segment->end + 1 < self->end
           && clue_at (self, segment->end + 1) & CPT_CLUE_THAT))
    {
      speech.source = after;
      return tag_around (self, &speech);
    }
  if (says && follows_quotation (self, segment) && !cpt_token_range_is_empty (speech.source))
    return tag_around (self, &speech);
  if (cpt_token_range_is_empty (speech.source))
    speech.source = speaker_of_sentence (self, verb);
  if (says && tag_right (self, &speech))
    return TRUE;
  if (cpt_token_range_is_empty (speech.source))
    return FALSE;
  return tag_partly_quoted (self, &speech) || (clue_at (self, verb) & CPT_CLUE_SAY && tag_matter (self, &speech));
}

/* "by the words of Lindt, ...", "according to the ministry, ..." */
static gboolean
tag_according (const Tagger *self, guint word)
{
  Speech speech = { .cue = { word, word + 1 }, .segment = segment_around (self, word) };
  guint before = word;

  if (before > self->begin && clue_at (self, before - 1) & CPT_CLUE_POSSESSIVE)
    speech.source = (CptTokenRange){ before - 1, before };
  else if (before > self->begin && clue_at (self, before - 1) & CPT_CLUE_PREPOSITION)
    speech.cue.begin--;
  else if (!(clue_at (self, word) & CPT_CLUE_PREPOSITION))
    return FALSE;
  if (word + 1 < self->end && clue_at (self, word + 1) & CPT_CLUE_ACCORDING)
    speech.cue.end++;
  if (cpt_token_range_is_empty (speech.source))
    speech.source = speaker_after (self, speech.cue.end, speech.segment.end);
  if (cpt_token_range_is_empty (speech.source))
    return FALSE;
  /* The commas around it may be missing: "by the ministry's data the harbour is closed". */
  if (speech.source.begin > speech.cue.begin && speech.source.end < speech.segment.end)
    speech.segment.end = speech.source.end;
  return tag_around (self, &speech);
}

/* "the claim of Lindt (about it), that ..." */
static gboolean
tag_noun (const Tagger *self, guint noun)
{
  guint limit = MIN (self->end, noun + MAX_NOUN_GAP), that = noun + 1;
  Speech speech = { .cue = { noun, noun + 1 } };

  while (that < limit && !(clue_at (self, that) & CPT_CLUE_THAT))
    that++;
  if (that == limit || !is_mark_of (self, that - 1, ',') || that == noun + 1)
    return FALSE;
  speech.source = (CptTokenRange){ noun + 1, noun + 1 };
  while (speech.source.end < that - 1 && !is_word_of (self, speech.source.end, self->clues->language->about))
    speech.source.end++;
  if (cpt_token_range_is_empty (speech.source) && noun > self->begin && clue_at (self, noun - 1) & CPT_CLUE_POSSESSIVE)
    speech.source = (CptTokenRange){ noun - 1, noun };
  if (cpt_token_range_is_empty (speech.source))
    return FALSE;
  return put (self, (CptTokenRange){ that, self->last }, CPT_ROLE_RIGHT_CONTENT) && put_speech (self, &speech);
}

/* "..., adding that ...". */
static gboolean
tag_gerund (const Tagger *self, guint verb)
{
  Speech speech = { .cue = { verb, verb + 1 }, .segment = segment_around (self, verb) };

  speech.source = speaker_of_sentence (self, verb);
  return tag_right (self, &speech);
}

static gboolean
tag_word (const Tagger *self, guint token)
{
  guint32 clue = clue_at (self, token);

  if (clue & CPT_CLUE_ACCORDING && tag_according (self, token))
    return TRUE;
  if (clue & (CPT_CLUE_SAY | CPT_CLUE_REPORT | CPT_CLUE_STANCE))
    {
      if (clue & CPT_CLUE_FINITE && tag_verb (self, token))
        return TRUE;
      if (clue & CPT_CLUE_GERUND && !is_quoted (self, token))
        return tag_gerund (self, token);
    }
  return clue & CPT_CLUE_SAY_NOUN && !is_quoted (self, token) && tag_noun (self, token);
}

/* "— |And it will stay closed." after "— The harbour is closed, — said Lindt.", and a sentence all within a quotation.
 */
static void
tag_continuation (const Tagger *self)
{
  guint begin = self->begin;

  if ((is_dash (self, begin) && !(self->tokens[begin].flags & CPT_TOKEN_LINE_BEFORE))
      || (is_quoted (self, begin) && begin > 0))
    put (self, (CptTokenRange){ begin, self->last }, CPT_ROLE_RIGHT_CONTENT);
}

/* Where the content that runs to the end of the sentence ends. */
static guint
last_content_end (const Tagger *self)
{
  guint end = self->end;

  while (end > self->begin && is_mark (self, end - 1) && !is_quoted (self, end - 1))
    end--;
  return end;
}

/* Whether the sentence before reported speech, so that a quotation or a dash can go on with it. */
static gboolean
follows_speech (const Tagger *self)
{
  const CptSentence *before = self->number > 0 ? &self->clues->reading->sentences[self->number - 1] : NULL;

  for (guint i = before != NULL ? before->begin_token : 0; before != NULL && i < before->end_token; i++)
    if (self->tags[i] != CPT_TAG_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
tag_words (const Tagger *self)
{
  gboolean any = FALSE;

  for (guint i = self->begin; i < self->end; i++)
    if (self->tags[i] == CPT_TAG_NONE)
      any |= tag_word (self, i);
  return any;
}

/* A sentence that begins within a quotation goes on with the speech before; when there is none, it is read for itself.
 */
static void
tag_sentence (Tagger *self)
{
  guint32 level = self->clues->quotation[self->begin];

  if (tag_words (self) || self->tags[self->begin] != CPT_TAG_NONE)
    return;
  if (follows_speech (self))
    tag_continuation (self);
  else if (level != 0)
    {
      self->level = level;
      tag_words (self);
      self->level = 0;
    }
}

/**
 * cpt_tags_by_clauses:
 * @clues: the text
 *
 * Returns: (transfer full): a tag for each token
 *
 * Cost: linear; each search looks at a sentence's own tokens, and only from words of speech.
 */
CptTag *
cpt_tags_by_clauses (const CptClues *clues)
{
  const CptReading *reading = clues->reading;
  Tagger self = { .clues = clues, .tokens = reading->tokens, .tags = g_new0 (CptTag, reading->n_tokens + 1) };

  for (guint i = 0; i < reading->n_sentences; i++)
    {
      self.number = i;
      self.begin = reading->sentences[i].begin_token;
      self.end = reading->sentences[i].end_token;
      self.last = last_content_end (&self);
      if (self.begin < self.end && self.end - self.begin <= MAX_SENTENCE_TOKENS)
        tag_sentence (&self);
    }
  return self.tags;
}
