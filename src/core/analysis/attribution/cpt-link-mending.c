// SPDX-License-Identifier: GPL-3.0-or-later
// Mends what tags cannot say or often say wrong about direct speech: a speaker beside the cue that was taken for
// content or left out, words of the narrator that were joined to a quotation, the second half of a quotation that went
// to another cue. Room: core/analysis/attribution; knows classes of words and quotations only.
#include "cpt-link-mending.h"

#include <string.h>

/* A quotation of fewer tokens, its marks included, may be a title or irony. */
#define MIN_SPEECH_TOKENS 5

/* A speaker between a quotation and its cue is no longer than this. */
#define MAX_SPEAKER_TOKENS 30

/* Who holds the next quotation is one of so many links. */
#define MAX_NEAR_LINKS 8

/* "This year," before a subject is no longer than this. */
#define MAX_OPENING_TOKENS 6

#define OPENS_NO_NAME                                                                                                  \
  (CPT_CLUE_THAT | CPT_CLUE_PREPOSITION | CPT_CLUE_CONJUNCTION | CPT_CLUE_SUBORDINATOR | CPT_CLUE_ADVERB               \
   | CPT_CLUE_AUXILIARY | CPT_CLUE_GERUND)

typedef struct
{
  const CptClues *clues;
  const CptToken *tokens;
  GArray *links;
} Mender;

static guint32
clue_at (const Mender *self, guint token)
{
  return cpt_clues_at (self->clues, token);
}

static gboolean
is_quoted (const Mender *self, guint token)
{
  return self->clues->quotation[token] != 0;
}

static gboolean
is_mark (const Mender *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_MARK;
}

static const CptQuotedSpan *
quotation_at (const Mender *self, guint token)
{
  return &self->clues->reading->quotations[self->clues->quotation[token] - 1];
}

static const CptSentence *
sentence_at (const Mender *self, guint token)
{
  return &self->clues->reading->sentences[self->clues->sentence[token]];
}

static gboolean
has_no_quoted_word (const Mender *self, CptTokenRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (is_quoted (self, i))
      return FALSE;
  return TRUE;
}

static gboolean
is_all_quoted (const Mender *self, CptTokenRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (!is_quoted (self, i) && !is_mark (self, i))
      return FALSE;
  return range.begin < range.end && is_quoted (self, range.begin);
}

static gboolean
is_speech (const Mender *self, CptTokenRange range)
{
  return range.end - range.begin >= MIN_SPEECH_TOKENS && is_all_quoted (self, range);
}

static CptTokenRange
trim (const Mender *self, CptTokenRange range)
{
  while (range.begin < range.end && is_mark (self, range.begin) && !is_quoted (self, range.begin))
    range.begin++;
  while (range.end > range.begin && is_mark (self, range.end - 1) && !is_quoted (self, range.end - 1))
    range.end--;
  return range;
}

static void
remove_content (CptLink *link, guint k)
{
  memmove (link->contents + k, link->contents + k + 1, (link->n_contents - k - 1) * sizeof (CptTokenRange));
  link->n_contents--;
}

static guint
count_left (const CptLink *link)
{
  guint n = 0;

  while (n < link->n_contents && link->contents[n].begin < link->cue.begin)
    n++;
  return n;
}

static gboolean
cue_has (const Mender *self, const CptLink *link, guint32 clues)
{
  for (guint i = link->cue.begin; i < link->cue.end; i++)
    if (clue_at (self, i) & clues)
      return TRUE;
  return FALSE;
}

static gboolean
only_marks_between (const Mender *self, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    if (!is_mark (self, i))
      return FALSE;
  return begin <= end;
}

/* "“...,” |Ramos, whose book is new,| said": taken for content. */
static gboolean
free_left_speaker (const Mender *self, CptLink *link)
{
  guint n_left = count_left (link);

  if (n_left < 2 || !is_all_quoted (self, link->contents[n_left - 2])
      || is_quoted (self, link->contents[n_left - 1].begin)
      || !only_marks_between (self, link->contents[n_left - 1].end, link->cue.begin)
      || clue_at (self, link->contents[n_left - 1].begin) & OPENS_NO_NAME)
    return FALSE;
  link->source = trim (self, link->contents[n_left - 1]);
  remove_content (link, n_left - 1);
  return TRUE;
}

static gboolean
is_name_token (const Mender *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_WORD && self->tokens[token].flags & CPT_TOKEN_CAPITALISED
         && !(clue_at (self, token) & (OPENS_NO_NAME | CPT_CLUE_FINITE | CPT_CLUE_ACCORDING));
}

/* Capitalised words and nothing else. */
static gboolean
is_name_only (const Mender *self, CptTokenRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (!is_name_token (self, i))
      return FALSE;
  return range.begin < range.end;
}

/* Whether what stands behind the cue must be the speaker: "“...,” wrote", "..., according to". */
static gboolean
asks_for_right_speaker (const Mender *self, const CptLink *link, guint n_left)
{
  if (n_left == 0 || n_left == link->n_contents)
    return FALSE;
  return cue_has (self, link, CPT_CLUE_ACCORDING)
         || (cue_has (self, link, CPT_CLUE_SAY | CPT_CLUE_REPORT)
             && (is_all_quoted (self, link->contents[n_left - 1]) || is_name_only (self, link->contents[n_left])));
}

/* "“...,” wrote |a man who calls himself Paul|. “...”": likewise, after the cue. */
static gboolean
free_right_speaker (const Mender *self, CptLink *link)
{
  guint n_left = count_left (link);
  CptTokenRange *right = &link->contents[n_left], source;

  if (!asks_for_right_speaker (self, link, n_left) || right->begin != link->cue.end || is_quoted (self, right->begin)
      || is_mark (self, right->begin) || clue_at (self, right->begin) & OPENS_NO_NAME)
    return FALSE;
  source = (CptTokenRange){ right->begin, right->begin };
  while (source.end < right->end && !is_quoted (self, source.end)
         && self->clues->sentence[source.end] == self->clues->sentence[source.begin])
    source.end++;
  right->begin = source.end;
  link->source = trim (self, source);
  if (right->begin == right->end)
    remove_content (link, n_left);
  return TRUE;
}

/* "Will" within a sentence is a name. */
static gboolean
is_odd_name (const Mender *self, guint token)
{
  return clue_at (self, token) & CPT_CLUE_AUXILIARY && self->tokens[token].flags & CPT_TOKEN_CAPITALISED
         && sentence_at (self, token)->begin_token != token;
}

/* "Said |Ellis|:", "|Will| wrote", "According to |HuffPo|": taken for a part of the cue. */
static gboolean
free_speaker_of_cue (const Mender *self, CptLink *link)
{
  CptTokenRange cue = trim (self, link->cue), name = cue;

  if (cue.end - cue.begin < 2)
    return FALSE;
  name.begin = cue.end;
  while (name.begin > cue.begin + 1 && is_name_token (self, name.begin - 1))
    name.begin--;
  if (name.begin < name.end)
    {
      link->source = name;
      link->cue.end = name.begin;
      return TRUE;
    }
  name = (CptTokenRange){ cue.begin, cue.begin };
  while (name.end + 1 < cue.end && (is_name_token (self, name.end) || is_odd_name (self, name.end)))
    name.end++;
  if (name.begin == name.end || !(clue_at (self, name.end) & (CPT_CLUE_FINITE | CPT_CLUE_AUXILIARY)))
    return FALSE;
  link->source = name;
  link->cue.begin = name.end;
  return TRUE;
}

static gboolean
touches_content (const CptLink *link, CptTokenRange range)
{
  for (guint k = 0; k < link->n_contents; k++)
    if (link->contents[k].begin < range.end && range.begin < link->contents[k].end)
      return TRUE;
  return FALSE;
}

static gboolean
take (const Mender *self, CptLink *link, CptTokenRange source)
{
  if (cpt_token_range_is_empty (source) || touches_content (link, source) || !has_no_quoted_word (self, source))
    return FALSE;
  if ((source.begin < link->cue.end && link->cue.begin < source.end)
      || (source.end == source.begin + 1 && self->clues->language->nobody != NULL
          && self->tokens[source.begin].word != CPT_NO_WORD
          && g_strv_contains (self->clues->language->nobody,
                              cpt_reading_get_word (self->clues->reading, source.begin))))
    return FALSE;
  link->source = source;
  return TRUE;
}

/* The noun phrase right before a finite cue. */
static gboolean
take_subject_before (const Mender *self, CptLink *link)
{
  guint floor = sentence_at (self, link->cue.begin)->begin_token;
  CptTokenRange source;

  if (!cue_has (self, link, CPT_CLUE_FINITE | CPT_CLUE_AUXILIARY) || link->cue.begin == floor)
    return FALSE;
  source = cpt_noun_phrase_before (self->clues, link->cue.begin, floor);
  return !(clue_at (self, source.begin) & OPENS_NO_NAME) && take (self, link, source);
}

static gboolean
is_comma (const Mender *self, guint token)
{
  return is_mark (self, token) && self->tokens[token].first == ',';
}

/* Past "But then", "In a speech on Monday," and "This year," at the beginning of a sentence. */
static guint
skip_opening (const Mender *self, guint begin, guint end)
{
  guint comma;

  while (begin < end && clue_at (self, begin) & (CPT_CLUE_CONJUNCTION | CPT_CLUE_ADVERB))
    begin++;
  if (begin + 1 < end && is_comma (self, begin + 1) && clue_at (self, begin) == 0)
    begin += 2; /* "Meanwhile, " */
  for (comma = begin; comma < end && !is_comma (self, comma) && !(clue_at (self, comma) & CPT_CLUE_PRONOUN); comma++)
    ;
  if (begin < end && comma < end
      && (clue_at (self, begin) & (CPT_CLUE_PREPOSITION | CPT_CLUE_SUBORDINATOR)
          || (comma - begin < MAX_OPENING_TOKENS && comma + 1 < end && clue_at (self, comma + 1) & CPT_CLUE_PRONOUN)))
    begin = is_comma (self, comma) ? comma + 1 : comma;
  return begin;
}

/* "the Harbour Post", "Anna B. Lindt": where the name ends that begins at @begin; @begin when none does. */
static guint
end_of_name (const Mender *self, guint begin, guint end)
{
  guint name = begin + (clue_at (self, begin) & CPT_CLUE_DETERMINER ? 1 : 0), i = name;

  while (i < end
         && (is_name_token (self, i)
             || (i > name && self->tokens[i].first == '.'
                 && self->tokens[i].begin_bytes - self->tokens[i - 1].begin_bytes <= 4)))
    i++;
  return i > name && !(i < end && self->tokens[i].kind == CPT_TOKEN_CLITIC) ? i : begin;
}

/* A pronoun, a name, or a noun phrase before a verb, at the beginning of a sentence. */
static CptTokenRange
find_subject (const Mender *self, const CptSentence *sentence, guint end)
{
  guint begin = skip_opening (self, sentence->begin_token, end);
  CptTokenRange subject = { begin, begin };

  if (begin == end || is_quoted (self, begin))
    return subject;
  if (clue_at (self, begin) & CPT_CLUE_PRONOUN)
    subject.end++;
  else
    subject.end = end_of_name (self, begin, end);
  /* "Back in Norton, ": one word of which only its place explains the capital. */
  if (subject.end == begin + 1 && begin == sentence->begin_token && subject.end < end
      && (is_mark (self, subject.end) || clue_at (self, subject.end) & CPT_CLUE_PREPOSITION))
    return (CptTokenRange){ begin, begin };
  if (subject.end > begin)
    return subject;
  subject = cpt_noun_phrase_after (self->clues, begin, end);
  if (subject.end >= end || self->tokens[subject.end].kind == CPT_TOKEN_CLITIC
      || !(clue_at (self, subject.end) & (CPT_CLUE_FINITE | CPT_CLUE_AUXILIARY)))
    subject.end = subject.begin;
  return subject;
}

/* "Promising that it would, |Lindt| left": the subject follows what is promised. */
static gboolean
take_subject_after_content (const Mender *self, CptLink *link)
{
  guint begin = link->contents[link->n_contents - 1].end, limit = sentence_at (self, link->cue.begin)->end_token;

  if (begin + 1 >= limit || !is_comma (self, begin))
    return FALSE;
  if (clue_at (self, begin + 1) & CPT_CLUE_PRONOUN)
    return take (self, link, (CptTokenRange){ begin + 1, begin + 2 });
  return take (self, link, (CptTokenRange){ begin + 1, end_of_name (self, begin + 1, limit) });
}

/* "Lindt came late |and |praised", "Lindt, who came late, |praised". */
static gboolean
has_subject_far_before (const Mender *self, const CptLink *link, const CptSentence *sentence)
{
  guint i = link->cue.begin;

  if (!cue_has (self, link, CPT_CLUE_FINITE | CPT_CLUE_AUXILIARY))
    return FALSE;
  while (i > sentence->begin_token && clue_at (self, i - 1) & CPT_CLUE_ADVERB)
    i--;
  return i > sentence->begin_token + 1 && (clue_at (self, i - 1) & CPT_CLUE_CONJUNCTION || is_comma (self, i - 1));
}

/* "|Lindt| seemed to enjoy it, telling the crowd": the subject of the sentence, or of the cue before. */
static gboolean
take_subject_of_sentence (const Mender *self, CptLink *link, const CptLink *before)
{
  const CptSentence *sentence = sentence_at (self, link->cue.begin);
  gboolean gerund = (clue_at (self, link->cue.begin) & CPT_CLUE_GERUND) != 0, opens;
  CptTokenRange source;

  opens = link->cue.begin == sentence->begin_token;
  if (!gerund && !has_subject_far_before (self, link, sentence))
    return FALSE;
  if (gerund && opens && take_subject_after_content (self, link))
    return TRUE;
  if (before != NULL && !cpt_token_range_is_empty (before->source) && before->cue.begin < link->cue.begin
      && (before->source.begin >= sentence->begin_token
          || (opens && is_quoted (self, link->contents[0].begin)
              && self->clues->sentence[before->cue.begin] + 2 >= self->clues->sentence[link->cue.begin])))
    {
      link->source = before->source;
      return TRUE;
    }
  source = find_subject (self, sentence, link->cue.begin);
  if (!gerund && source.end > source.begin && is_comma (self, source.end) && is_comma (self, link->cue.begin - 1))
    source.end = link->cue.begin;
  return take (self, link, source);
}

/* "Lindt|, who had lost, |told": the words of a relative clause that is over before the cue. */
static void
skip_relative_clause (const Mender *self, CptLink *link)
{
  guint floor = sentence_at (self, link->cue.begin)->begin_token, comma = link->source.begin;
  CptTokenRange head;

  if (comma <= floor + 1 || link->source.begin > link->cue.begin || !(clue_at (self, comma) & CPT_CLUE_RELATIVE)
      || !(is_mark (self, comma - 1) && self->tokens[comma - 1].first == ',') || link->cue.begin == 0
      || !(is_mark (self, link->cue.begin - 1) && self->tokens[link->cue.begin - 1].first == ','))
    return;
  head = cpt_noun_phrase_before (self->clues, comma - 1, floor);
  if (!cpt_token_range_is_empty (head) && !touches_content (link, head) && has_no_quoted_word (self, head))
    link->source = (CptTokenRange){ head.begin, link->cue.begin };
}

/* "Said |Peter Holm, who was there: |“...”": a quotation without a cue that has one before it in its sentence. */
static void
find_cue_before (const Mender *self, CptLink *link)
{
  guint begin = link->contents[0].begin, floor = sentence_at (self, begin)->begin_token;

  if (begin <= floor + 1 || !is_quoted (self, begin) || quotation_at (self, begin)->begin_token != begin
      || !(is_mark (self, begin - 1) && strchr (",:", (int)MIN (self->tokens[begin - 1].first, 127)) != NULL))
    return;
  for (guint i = begin - 1; i > floor && !is_quoted (self, i - 1); i--)
    {
      guint verb = i - 1;

      if ((clue_at (self, verb) & (CPT_CLUE_SAY | CPT_CLUE_FINITE)) != (CPT_CLUE_SAY | CPT_CLUE_FINITE))
        continue;
      link->cue = (CptTokenRange){ verb, verb + 1 };
      if (verb == floor)
        link->source = trim (self, (CptTokenRange){ verb + 1, begin });
      else
        link->source = cpt_noun_phrase_before (self->clues, verb, floor);
      if (cpt_token_range_is_empty (link->source) || clue_at (self, link->source.begin) & OPENS_NO_NAME)
        link->source = link->cue = (CptTokenRange){ 0, 0 };
      else
        link->rule = "cue";
      return;
    }
}

/* "“...,” |she| said several months after": who stands between a quotation and its cue is the speaker. */
static void
prefer_subject_beside_cue (const Mender *self, CptLink *link)
{
  guint n_left = count_left (link), begin;

  if (n_left == 0 || !is_all_quoted (self, link->contents[n_left - 1]))
    return;
  begin = link->contents[n_left - 1].end;
  while (begin < link->cue.begin && is_mark (self, begin))
    begin++;
  if (begin >= link->cue.begin || link->cue.begin - begin > MAX_SPEAKER_TOKENS
      || (link->source.begin < link->cue.begin && link->source.end > begin)
      || !(is_name_token (self, begin) || clue_at (self, begin) & (CPT_CLUE_PRONOUN | CPT_CLUE_DETERMINER)))
    return;
  for (guint i = begin; i < link->cue.begin; i++)
    if (is_comma (self, i) && link->source.begin < link->cue.begin)
      return;
  take (self, link, (CptTokenRange){ begin, link->cue.begin });
}

/* "“You lie!” |at the president|": the narrator goes on after a whole quotation. */
static void
end_with_quotation (const Mender *self, CptLink *link)
{
  for (guint k = count_left (link); k < link->n_contents; k++)
    {
      CptTokenRange *content = &link->contents[k];
      guint end;

      if (!is_quoted (self, content->begin) || quotation_at (self, content->begin)->begin_token != content->begin)
        continue;
      end = quotation_at (self, content->begin)->end_token;
      if (end >= content->end || end - content->begin < 3 || !is_mark (self, end - 2)
          || strchr (".,!?", (int)MIN (self->tokens[end - 2].first, 127)) == NULL
          || !has_no_quoted_word (self, (CptTokenRange){ end, content->end }))
        continue;
      content->end = end;
    }
}

/* "“...,” he said, |but nobody believed it|". */
static void
drop_narration (const Mender *self, CptLink *link)
{
  guint n_left = count_left (link);

  if (n_left == 0 || !is_speech (self, link->contents[n_left - 1]) || !cue_has (self, link, CPT_CLUE_SAY))
    return;
  for (guint k = link->n_contents; k > n_left; k--)
    if (has_no_quoted_word (self, link->contents[k - 1]))
      remove_content (link, k - 1);
}

/* "|As the crowd shouted,| she said, “...”". */
static void
drop_lead_in (const Mender *self, CptLink *link)
{
  guint n_left = count_left (link);
  const CptTokenRange *first = &link->contents[0];

  if (n_left != 1 || link->n_contents < 2 || !is_speech (self, link->contents[1]) || !has_no_quoted_word (self, *first)
      || self->clues->sentence[first->begin] != self->clues->sentence[link->cue.begin])
    return;
  remove_content (link, 0);
}

/* "“A,” said Lindt, who was criticising B. |“C.”|": the second half belongs to the first cue of its sentence. */
static void
give_back (const Mender *self, CptLink *link, CptLink *other)
{
  guint n_left = count_left (link), first = count_left (other);
  guint here = self->clues->sentence[link->cue.begin];

  if (n_left == 0 || link->n_contents > n_left || !is_speech (self, link->contents[n_left - 1])
      || here != self->clues->sentence[other->cue.begin])
    return;
  while (first < other->n_contents && self->clues->sentence[other->contents[first].begin] == here)
    first++;
  while (first < other->n_contents && link->n_contents < CPT_MAX_PARTS && is_all_quoted (self, other->contents[first])
         && sentence_at (self, other->contents[first].begin)->paragraph
                == sentence_at (self, link->cue.begin)->paragraph)
    {
      link->contents[link->n_contents++] = other->contents[first];
      remove_content (other, first);
    }
}

/* "who joked of |the museum|", "said of |the plan|": what a preposition parts from its verb is not the speaker. */
static void
replace_object (const Mender *self, CptLink *link)
{
  CptTokenRange object = link->source;

  if (object.begin < link->cue.end || cue_has (self, link, CPT_CLUE_ACCORDING | CPT_CLUE_SAY_NOUN)
      || !(clue_at (self, object.begin) & CPT_CLUE_PREPOSITION
           || clue_at (self, object.begin - 1) & CPT_CLUE_PREPOSITION))
    return;
  link->source = (CptTokenRange){ 0, 0 };
  if (!take_subject_before (self, link))
    link->source = object;
}

/* "according to |an| interview with Ann Berg": a lone article is the beginning of a noun phrase. */
static void
complete_source (const Mender *self, CptLink *link)
{
  CptTokenRange phrase;

  if (link->source.end - link->source.begin != 1
      || (clue_at (self, link->source.begin) & (CPT_CLUE_DETERMINER | CPT_CLUE_POSSESSIVE)) != CPT_CLUE_DETERMINER)
    return;
  phrase = cpt_noun_phrase_after (self->clues, link->source.begin, sentence_at (self, link->source.begin)->end_token);
  if (!cpt_token_range_is_empty (phrase) && !touches_content (link, phrase))
    link->source = phrase;
}

/* "|The harbour|, Lindt believes, will never be rebuilt": what stands before a cue in commas. */
static void
take_split_clause (const Mender *self, CptLink *link)
{
  guint begin = sentence_at (self, link->cue.begin)->begin_token, comma = link->source.begin;

  if (link->n_contents != 1 || cpt_token_range_is_empty (link->source) || link->source.begin > link->cue.begin
      || link->contents[0].begin < link->cue.end || link->contents[0].begin == 0 || comma <= begin + 1
      || !is_comma (self, comma - 1) || !is_comma (self, link->contents[0].begin - 1)
      || !(clue_at (self, link->contents[0].begin) & (CPT_CLUE_AUXILIARY | CPT_CLUE_FINITE))
      || clue_at (self, begin) & OPENS_NO_NAME || !has_no_quoted_word (self, (CptTokenRange){ begin, comma }))
    return;
  link->contents[1] = link->contents[0];
  link->contents[0] = (CptTokenRange){ begin, comma - 1 };
  link->n_contents = 2;
}

/* Where ", while Holm insists that" begins in a content; 0 when nowhere. @other gets speaker and cue. */
static guint
find_contrast (const Mender *self, CptTokenRange content, CptLink *other)
{
  const guint32 reports = CPT_CLUE_SAY | CPT_CLUE_REPORT;

  for (guint i = content.begin; i + 4 < content.end; i++)
    {
      CptTokenRange speaker;

      if (!is_comma (self, i) || is_quoted (self, i) || !(clue_at (self, i + 1) & CPT_CLUE_SUBORDINATOR))
        continue;
      speaker = cpt_noun_phrase_after (self->clues, i + 2, content.end);
      if (cpt_token_range_is_empty (speaker) || speaker.end + 2 >= content.end
          || (clue_at (self, speaker.end) & reports) == 0 || !(clue_at (self, speaker.end) & CPT_CLUE_FINITE)
          || !(clue_at (self, speaker.end + 1) & CPT_CLUE_THAT))
        continue;
      other->source = speaker;
      other->cue = (CptTokenRange){ speaker.end, speaker.end + 1 };
      other->contents[0] = (CptTokenRange){ speaker.end + 1, content.end };
      return i;
    }
  return 0;
}

/* "According to Lindt, it is unsafe|, while Holm insists that it is safe|": two who speak in one sentence. */
static void
split_contrast (Mender *self, guint i)
{
  CptLink *link = &g_array_index (self->links, CptLink, i), other = *link;
  guint last = MAX (link->n_contents, 1) - 1, end;

  if (link->n_contents == 0 || link->contents[last].begin < link->cue.end
      || is_quoted (self, link->contents[last].begin))
    return;
  end = find_contrast (self, link->contents[last], &other);
  if (end == 0)
    return;
  link->contents[last].end = end;
  other.n_contents = 1;
  g_array_insert_val (self->links, i + 1, other);
}

/* "|The| claims of |the ministry| that": an article alone is nobody. */
static gboolean
take_speaker_of_noun (const Mender *self, CptLink *link)
{
  const guint32 article = CPT_CLUE_DETERMINER | CPT_CLUE_POSSESSIVE;
  guint begin = link->cue.end + 1;
  CptTokenRange phrase;

  if (link->source.end > link->source.begin + 1 || link->n_contents == 0
      || (!cpt_token_range_is_empty (link->source)
          && (clue_at (self, link->source.begin) & article) != CPT_CLUE_DETERMINER)
      || !cue_has (self, link, CPT_CLUE_SAY_NOUN) || begin >= link->contents[0].begin
      || !(clue_at (self, link->cue.end) & CPT_CLUE_PREPOSITION))
    return FALSE;
  phrase = cpt_noun_phrase_after (self->clues, begin, link->contents[0].begin);
  return take (self, link, phrase);
}

/* "said|:|"; a colon alone is a cue. */
static void
trim_cue (const Mender *self, CptLink *link)
{
  CptTokenRange words = trim (self, link->cue);

  if (!cpt_token_range_is_empty (words))
    link->cue.end = words.end;
}

static void
mend_source (const Mender *self, guint i)
{
  CptLink *link = &g_array_index (self->links, CptLink, i);
  const CptLink *before = i > 0 ? link - 1 : NULL;

  if (!cpt_token_range_is_empty (link->source))
    {
      if (!take_speaker_of_noun (self, link))
        complete_source (self, link);
      skip_relative_clause (self, link);
      replace_object (self, link);
      prefer_subject_beside_cue (self, link);
    }
  else if (!take_speaker_of_noun (self, link) && !free_left_speaker (self, link) && !free_right_speaker (self, link)
           && !free_speaker_of_cue (self, link) && !take_subject_before (self, link))
    take_subject_of_sentence (self, link, before);
}

static void
mend_contents (const Mender *self, guint i)
{
  CptLink *link = &g_array_index (self->links, CptLink, i);

  if (link->n_contents == 0)
    return;
  take_split_clause (self, link);
  drop_narration (self, link);
  drop_lead_in (self, link);
  end_with_quotation (self, link);
}

/* --- quotations over several paragraphs --- */

static gboolean
is_long (const CptQuotedSpan *quotation)
{
  return quotation->end_token - quotation->begin_token >= MIN_SPEECH_TOKENS;
}

static gboolean
holds (const CptLink *link, guint token)
{
  for (guint k = 0; k < link->n_contents; k++)
    if (link->contents[k].begin <= token && token < link->contents[k].end)
      return TRUE;
  return FALSE;
}

static gboolean
ends_before (const CptLink *link, guint token)
{
  return link->n_contents == 0 || link->contents[link->n_contents - 1].end <= token;
}

static void
insert_content (CptLink *link, CptTokenRange range)
{
  guint at = 0;

  if (link->n_contents == CPT_MAX_PARTS)
    return;
  while (at < link->n_contents && link->contents[at].begin < range.begin)
    at++;
  memmove (link->contents + at + 1, link->contents + at, (link->n_contents - at) * sizeof (CptTokenRange));
  link->contents[at] = range;
  link->n_contents++;
}

/* The link that holds @token, among the next few from @from on; the number of links when none does. */
static guint
find_holder (const Mender *self, guint from, guint token)
{
  for (guint i = from; i < MIN (self->links->len, from + MAX_NEAR_LINKS); i++)
    if (holds (&g_array_index (self->links, CptLink, i), token))
      return i;
  return self->links->len;
}

/* "“A.¶¶“B,” Lindt said": a quotation that its paragraph leaves open goes on in the next. Nobody else can have said its
 * first part when nobody is known to have. */
static void
join_reopened (const Mender *self)
{
  const CptReading *reading = self->clues->reading;
  guint from = 0;

  for (guint i = 0; i + 1 < reading->n_quotations; i++)
    {
      const CptQuotedSpan *open = &reading->quotations[i], *next = open + 1;
      guint holder;

      if (open->closed || open->depth > 0 || !is_long (open) || next->begin_token != open->end_token)
        continue;
      while (from < self->links->len && ends_before (&g_array_index (self->links, CptLink, from), open->begin_token))
        from++;
      if (find_holder (self, from, open->begin_token + 1) < self->links->len
          || find_holder (self, from, open->end_token - 1) < self->links->len)
        continue;
      holder = find_holder (self, from, next->begin_token);
      if (holder < self->links->len)
        insert_content (&g_array_index (self->links, CptLink, holder),
                        (CptTokenRange){ open->begin_token, open->end_token });
    }
}

static void
drop_empty (GArray *links)
{
  guint kept = 0;

  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, CptLink, i).n_contents > 0)
      g_array_index (links, CptLink, kept++) = g_array_index (links, CptLink, i);
  g_array_set_size (links, kept);
}

/**
 * cpt_links_mend:
 * @clues: the text
 * @links: (element-type CptLink): its attributions in the order of their cues
 *
 * Cost: linear in the tokens of the links.
 */
void
cpt_links_mend (const CptClues *clues, GArray *links)
{
  Mender self = { clues, clues->reading->tokens, links };

  for (guint i = 0; i < links->len; i++)
    {
      CptLink *link = &g_array_index (links, CptLink, i);

      if (cpt_token_range_is_empty (link->cue))
        find_cue_before (&self, link);
      if (cpt_token_range_is_empty (link->cue))
        continue;
      if (i + 1 < links->len && !cpt_token_range_is_empty (link[1].cue) && link[1].n_contents > 0)
        give_back (&self, link, link + 1);
      trim_cue (&self, link);
      mend_source (&self, i);
      mend_contents (&self, i);
      split_contrast (&self, i);
    }
  drop_empty (links);
  join_reopened (&self);
}
