// SPDX-License-Identifier: GPL-3.0-or-later
// Resolves sources in the order of the text: names, pronouns by gender, number and recency, "the ministry" and "the
// president" by the last one named. Room: core/analysis/attribution; knows classes of words only.
#include "cpt-speakers.h"

#include <string.h>

/* So many entities named last are candidates for a pronoun. */
#define N_RECENT 12

/* A pronoun does not reach back farther than this; sentences inside quotations do not count. */
#define MAX_SENTENCES_BACK 5

/* "She" after "Terry Smith": a given name can be a man's and a woman's. Only who spoke right before outweighs this. */
#define OTHER_GENDER 6

/* Who has no more points than this is not meant by a pronoun. */
#define MIN_POINTS -8

/* "the diplomat" stands for who spoke so many sentences before, outside quotations. */
#define MAX_SENTENCES_TAKEN_UP 2

/* How much must speak for a person before "he" can be one whom no title and no given name shows to be one. */
#define MIN_PERSON_EVIDENCE 1

/* A description is cut after so many tokens. */
#define MAX_DESCRIPTION_TOKENS 14

/* "Ann Smith|, a lawyer": the noun stands within so many tokens. */
#define MAX_APPOSITION_TOKENS 6

static const CptSpeaker NOBODY = { -1, 0.5f, "description" };

typedef struct
{
  int entity;
  guint place;
  int weight; /* subjects and speakers weigh more than names inside quotations and possessives */
} Recent;

struct _CptSpeakers
{
  CptEntities *entities;
  const CptClues *clues;
  const CptToken *tokens;
  const CptProfile *profile; /* nullable: its actors' roles are words for them, too */
  guint *place;              /* of each sentence: how many stand before it outside quotations */
  guint next_naming;
  guint next_sentence;
  Recent recent[N_RECENT];
  guint n_recent;
  int last_speaker;
  guint last_place;
  GHashTable *by_role; /* word number + 1 -> entity + 1: who was called so last */
};

static guint32
clue_at (const CptSpeakers *self, guint token)
{
  return cpt_clues_at (self->clues, token);
}

static guint
place_of (const CptSpeakers *self, guint token)
{
  return self->place[self->clues->sentence[token]];
}

static gboolean
is_mark (const CptSpeakers *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_MARK;
}

static gboolean
is_word_of (const CptSpeakers *self, guint token, const char *const *words)
{
  return words != NULL && self->tokens[token].word != CPT_NO_WORD
         && g_strv_contains (words, cpt_reading_get_word (self->clues->reading, token));
}

/* --- who was named last --- */

static void
push_recent (CptSpeakers *self, Recent item)
{
  guint at = 0;

  while (at < self->n_recent && self->recent[at].entity != item.entity)
    at++;
  if (at < self->n_recent && self->recent[at].place == item.place)
    item.weight = MAX (item.weight, self->recent[at].weight);
  if (at == self->n_recent && self->n_recent < N_RECENT)
    self->n_recent++;
  at = MIN (at, N_RECENT - 1);
  memmove (self->recent + 1, self->recent, at * sizeof (Recent));
  self->recent[0] = item;
}

static int
weigh (const CptSpeakers *self, const CptNaming *naming)
{
  const CptSentence *sentence = &self->clues->reading->sentences[self->clues->sentence[naming->begin]];
  int weight = 0;

  if (naming->begin <= sentence->begin_token + 1)
    weight += 3;
  if (self->clues->quotation[naming->begin] != 0)
    weight -= 6;
  if (naming->end < self->clues->reading->n_tokens && self->tokens[naming->end].kind == CPT_TOKEN_CLITIC)
    weight -= 2;
  if (naming->begin > sentence->begin_token && clue_at (self, naming->begin - 1) & CPT_CLUE_PREPOSITION)
    weight -= 1;
  if (naming->end < sentence->end_token && clue_at (self, naming->end) & (CPT_CLUE_FINITE | CPT_CLUE_AUXILIARY))
    weight += 2;
  return weight;
}

static void
note_role (CptSpeakers *self, guint token, guint entity)
{
  if (self->tokens[token].word != CPT_NO_WORD
      && clue_at (self, token) & (CPT_CLUE_TITLE | CPT_CLUE_PERSON | CPT_CLUE_BODY))
    g_hash_table_insert (self->by_role, GUINT_TO_POINTER (self->tokens[token].word + 1), GUINT_TO_POINTER (entity + 1));
}

/* "Lindt, a |lawyer from Norton": not "in Norton, the |lawyer said". */
static void
note_apposition (CptSpeakers *self, const CptNaming *naming, guint limit)
{
  const CptEntity *entity = cpt_entities_get (self->entities, naming->entity);
  guint end = naming->end + 2;
  guint32 kind;

  while (end < limit && !is_mark (self, end) && !(clue_at (self, end) & (CPT_CLUE_PREPOSITION | CPT_CLUE_RELATIVE)))
    end++;
  kind = clue_at (self, end - 1);
  if (end >= limit || (kind & (CPT_CLUE_PERSON | CPT_CLUE_TITLE) && entity->kind == CPT_ENTITY_BODY)
      || (kind & CPT_CLUE_BODY && entity->kind == CPT_ENTITY_PERSON))
    return;
  note_role (self, end - 1, naming->entity);
}

/* Remembers the nouns of a name, of its title and of its apposition: "Foreign Ministry" is "the ministry", "President
 * X" the president, "X, a lawyer from Y" the lawyer. */
static void
note_roles (CptSpeakers *self, const CptNaming *naming)
{
  guint limit = MIN (naming->end + 1 + MAX_APPOSITION_TOKENS, self->clues->reading->n_tokens);

  if (naming->begin > 0 && !is_mark (self, naming->begin - 1))
    note_role (self, naming->begin - 1, naming->entity);
  for (guint i = naming->begin; i < naming->end; i++)
    note_role (self, i, naming->entity);
  if (naming->end + 1 < limit && is_mark (self, naming->end) && self->tokens[naming->end].first == ','
      && clue_at (self, naming->end + 1) & CPT_CLUE_DETERMINER)
    note_apposition (self, naming, limit);
}

/* --- descriptions --- */

/* The words of a description on one line, up to what only says which, without a possessive ending. */
static char *
dup_description (const CptSpeakers *self, CptTokenRange source)
{
  guint end;
  char *words;

  if (source.end > source.begin + 1 && clue_at (self, source.begin) & CPT_CLUE_PREPOSITION)
    source.begin++;
  end = source.begin + 1;

  while (end < source.end && end - source.begin < MAX_DESCRIPTION_TOKENS && !(clue_at (self, end) & CPT_CLUE_RELATIVE)
         && !(is_mark (self, end) && self->tokens[end].first != '-' && self->tokens[end].first != '.'
              && self->tokens[end].first != '%'))
    end++;
  while (end > source.begin + 1
         && (is_mark (self, end - 1) || clue_at (self, end - 1) & (CPT_CLUE_PREPOSITION | CPT_CLUE_CONJUNCTION)
             || self->tokens[end - 1].kind == CPT_TOKEN_CLITIC))
    end--;
  words = g_strndup (self->clues->reading->text + self->tokens[source.begin].begin_bytes,
                     self->tokens[end - 1].end_bytes - self->tokens[source.begin].begin_bytes);
  if (clue_at (self, source.begin) & CPT_CLUE_DETERMINER)
    words[0] = g_ascii_tolower (words[0]);
  return g_strdelimit (words, "\r\n\t", ' ');
}

static int
describe (CptSpeakers *self, CptTokenRange source, guint32 kind)
{
  g_autofree char *words = dup_description (self, source);
  CptEntityKind entity_kind = kind & CPT_CLUE_PERSON ? CPT_ENTITY_PERSON : CPT_ENTITY_BODY;
  CptGender gender = CPT_GENDER_UNKNOWN;

  if (!(kind & CPT_CLUE_MALE) != !(kind & CPT_CLUE_FEMALE))
    gender = kind & CPT_CLUE_MALE ? CPT_GENDER_MALE : CPT_GENDER_FEMALE;
  return (int)cpt_entities_describe (self->entities, words, entity_kind, gender, (kind & CPT_CLUE_PLURAL) != 0);
}

/* Whether a name within @range is its head, so that no description is needed. */
static gboolean
is_named (const CptSpeakers *self, CptTokenRange range, guint head)
{
  guint i = cpt_entities_find_naming (self->entities, head);

  return i < self->entities->namings->len && cpt_entities_get_naming (self->entities, i)->begin <= head
         && cpt_entities_get_naming (self->entities, i)->begin < range.end;
}

/* Past "the city council" of "the city council sent a letter": after the last of the first nouns for people and bodies;
 * @begin when there are none. Which words are verbs is not known. */
static guint
end_of_subject (const CptSpeakers *self, guint begin, guint limit)
{
  const guint32 speaking = CPT_CLUE_PERSON | CPT_CLUE_BODY;
  guint end = begin;

  for (guint i = begin; i < limit && (end == begin || i == end); i++)
    {
      if (is_mark (self, i) ? self->tokens[i].first != '-'
                            : i > begin && clue_at (self, i) & (CPT_CLUE_DETERMINER | CPT_CLUE_PREPOSITION))
        break;
      if (clue_at (self, i) & speaking || (end == begin && cpt_noun_phrase_get_kind (self->clues, i) & CPT_CLUE_PERSON))
        end = i + 1;
    }
  return end;
}

/* --- pronouns --- */

static gboolean
is_pronoun (guint32 clue)
{
  return clue & (CPT_CLUE_PRONOUN | CPT_CLUE_POSSESSIVE)
         && clue & (CPT_CLUE_MALE | CPT_CLUE_FEMALE | CPT_CLUE_PLURAL | CPT_CLUE_NEUTER)
         && !(clue & CPT_CLUE_FIRST_PERSON);
}

static gboolean
is_other_gender (const CptEntity *entity, guint32 clue)
{
  return (clue & CPT_CLUE_MALE && entity->gender == CPT_GENDER_FEMALE)
         || (clue & CPT_CLUE_FEMALE && entity->gender == CPT_GENDER_MALE);
}

static gboolean
fits (const CptEntity *entity, guint32 clue)
{
  gboolean person = (clue & (CPT_CLUE_MALE | CPT_CLUE_FEMALE)) != 0;

  if (clue & CPT_CLUE_PLURAL)
    return entity->plural || entity->kind == CPT_ENTITY_BODY;
  if (entity->plural)
    return FALSE;
  if (!person)
    return entity->kind == CPT_ENTITY_BODY || (entity->kind == CPT_ENTITY_UNKNOWN && entity->evidence < 0);
  if (entity->kind == CPT_ENTITY_BODY || (entity->kind == CPT_ENTITY_UNKNOWN && entity->evidence < MIN_PERSON_EVIDENCE))
    return FALSE;
  return !entity->gender_is_sure || !is_other_gender (entity, clue);
}

static int
score (const CptSpeakers *self, guint i, guint32 clue, guint place)
{
  const CptEntity *entity = cpt_entities_get (self->entities, (guint)self->recent[i].entity);
  guint distance = place - MIN (place, self->recent[i].place);
  int points = self->recent[i].weight - 3 * (int)distance - (int)i;

  points += entity->kind == CPT_ENTITY_PERSON ? 3 : 0;
  if (is_other_gender (entity, clue))
    points -= OTHER_GENDER;
  else if (entity->gender != CPT_GENDER_UNKNOWN)
    points += 2;
  if (clue & CPT_CLUE_PLURAL)
    points += entity->plural ? 6 : 0;
  return points;
}

static CptSpeaker
resolve_pronoun (const CptSpeakers *self, guint token, guint32 clue)
{
  guint place = place_of (self, token);
  int best = -1, best_score = G_MININT;

  for (guint i = 0; i < self->n_recent; i++)
    {
      int points = score (self, i, clue, place);

      if (points > MIN_POINTS && place <= self->recent[i].place + MAX_SENTENCES_BACK && points > best_score
          && fits (cpt_entities_get (self->entities, (guint)self->recent[i].entity), clue))
        {
          best = self->recent[i].entity;
          best_score = points;
        }
    }
  return (CptSpeaker){ best, best_score > 0 ? 0.8f : 0.6f, "pronoun" };
}

/* "I" inside a quotation is who is quoted; elsewhere the author, whom the text does not name. */
static CptSpeaker
resolve_first_person (const CptSpeakers *self, guint token)
{
  gboolean goes_on = self->clues->quotation[token] != 0 && place_of (self, token) <= self->last_place + 1;

  return (CptSpeaker){ goes_on ? self->last_speaker : -1, 0.6f, "pronoun" };
}

/* "Lindt, |who": the name or noun right before. */
static CptSpeaker
resolve_relative (CptSpeakers *self, guint token)
{
  guint end = token;
  CptTokenRange phrase;
  guint head;
  guint32 kind;

  while (end > 0 && is_mark (self, end - 1) && self->tokens[end - 1].first == ',')
    end--;
  if (end > 0 && is_word_of (self, end - 1, self->clues->language->nobody))
    return NOBODY;
  phrase = cpt_noun_phrase_before (self->clues, end,
                                   self->clues->reading->sentences[self->clues->sentence[token]].begin_token);
  if (!cpt_token_range_is_empty (phrase))
    {
      head = end - 1;
      kind = cpt_noun_phrase_get_kind (self->clues, head);
      if (!is_named (self, phrase, head) && kind & (CPT_CLUE_PERSON | CPT_CLUE_BODY))
        return (CptSpeaker){ describe (self, phrase, kind), 0.7f, "relative-pronoun" };
    }
  return (CptSpeaker){ self->n_recent > 0 ? self->recent[0].entity : -1, 0.7f, "relative-pronoun" };
}

/* --- the way through the text --- */

/* "|She| has led the party": who goes on to be the subject remains the likeliest to be meant. */
static void
note_pronoun (CptSpeakers *self, guint token)
{
  CptSpeaker speaker = resolve_pronoun (self, token, clue_at (self, token));

  if (speaker.entity >= 0)
    push_recent (self, (Recent){ speaker.entity, place_of (self, token), 3 });
}

/* "|Critics| of the plan": a plural needs no article. */
static gboolean
opens_with_people (const CptSpeakers *self, guint token)
{
  const guint32 people = CPT_CLUE_PERSON | CPT_CLUE_PLURAL;

  return (cpt_noun_phrase_get_kind (self->clues, token) & people) == people;
}

/* "The city |sent a letter.": who opens a sentence without a name may be meant by the next "it". */
static void
note_subject (CptSpeakers *self, const CptSentence *sentence)
{
  const guint32 no_subject = CPT_CLUE_PRONOUN | CPT_CLUE_PREPOSITION | CPT_CLUE_SUBORDINATOR | CPT_CLUE_CONJUNCTION;
  guint begin = sentence->begin_token;
  CptTokenRange subject;

  if (begin + 1 >= sentence->end_token || self->clues->quotation[begin] != 0)
    return;
  if (is_pronoun (clue_at (self, begin)) && clue_at (self, begin) & CPT_CLUE_PRONOUN)
    note_pronoun (self, begin);
  if (clue_at (self, begin) & no_subject)
    return;
  subject = cpt_noun_phrase_after (self->clues, begin, sentence->end_token);
  subject.end = end_of_subject (self, begin, subject.end);
  if (subject.end < begin + (opens_with_people (self, begin) ? 1 : 2) || is_named (self, subject, subject.end - 1))
    return;
  push_recent (self, (Recent){ describe (self, subject, cpt_noun_phrase_get_kind (self->clues, subject.end - 1)),
                               place_of (self, begin), 2 });
}

static void
advance (CptSpeakers *self, guint token)
{
  const CptReading *reading = self->clues->reading;

  for (; self->next_naming < self->entities->namings->len; self->next_naming++)
    {
      const CptNaming *naming = cpt_entities_get_naming (self->entities, self->next_naming);

      if (naming->end > token)
        break;
      for (; self->next_sentence <= self->clues->sentence[naming->begin]; self->next_sentence++)
        note_subject (self, &reading->sentences[self->next_sentence]);
      push_recent (self, (Recent){ (int)naming->entity, place_of (self, naming->begin), weigh (self, naming) });
      note_roles (self, naming);
    }
  for (; self->next_sentence < reading->n_sentences && reading->sentences[self->next_sentence].begin_token < token;
       self->next_sentence++)
    note_subject (self, &reading->sentences[self->next_sentence]);
}

/* --- names --- */

/* "leaders like Smith", "a spokesman for Smith": the name after a preposition only describes the speaker. */
static gboolean
has_head_before (const CptSpeakers *self, guint begin, guint name)
{
  if (name <= begin || !(clue_at (self, name - 1) & (CPT_CLUE_PREPOSITION | CPT_CLUE_DETERMINER)))
    return FALSE;
  for (guint i = begin; i + 1 < name; i++)
    if (cpt_noun_phrase_get_kind (self->clues, i) & CPT_CLUE_PERSON || clue_at (self, i) & CPT_CLUE_BODY)
      return TRUE;
  return FALSE;
}

/* "Western leaders", "a Lindt aide", "Lindt's lawyer": the name only says which. */
static gboolean
is_modifier (const CptSpeakers *self, const CptNaming *naming, CptTokenRange source)
{
  guint next = naming->end;
  guint32 kind;

  if (next < source.end && self->tokens[next].kind == CPT_TOKEN_CLITIC)
    {
      next = cpt_noun_phrase_find_head (self->clues, (CptTokenRange){ MIN (next + 1, source.end - 1), source.end });
      kind = cpt_noun_phrase_get_kind (self->clues, next);
      return next > naming->end && kind & (CPT_CLUE_PERSON | CPT_CLUE_BODY) && !is_named (self, source, next);
    }
  return next < source.end && !(self->tokens[next].flags & CPT_TOKEN_CAPITALISED) && !is_mark (self, next)
         && cpt_noun_phrase_get_kind (self->clues, next) & (CPT_CLUE_PERSON | CPT_CLUE_BODY);
}

static int
score_name (const CptSpeakers *self, const CptNaming *naming, CptTokenRange source)
{
  const CptEntity *entity = cpt_entities_get (self->entities, naming->entity);
  gboolean owner = naming->end + 1 < source.end && self->tokens[naming->end].kind == CPT_TOKEN_CLITIC;
  int points =
      2 + (entity->kind == CPT_ENTITY_PERSON ? 4 : 0) - (owner ? 5 : 0) - (naming->begin > source.begin + 8 ? 2 : 0);

  points += entity->kind == CPT_ENTITY_UNKNOWN && entity->n_words == 2;
  if (naming->begin > source.begin + 1 && clue_at (self, naming->begin - 1) & CPT_CLUE_PREPOSITION)
    points -= 3;
  return points;
}

/* "a report |by the Harbour Institute|", "the |Harbour Institute| report". */
static gboolean
publishes (const CptSpeakers *self, CptTokenRange source, const CptNaming *naming)
{
  guint before = naming->begin;

  if (naming->end < source.end && is_word_of (self, naming->end, self->clues->language->documents))
    return TRUE;
  while (before > source.begin && clue_at (self, before - 1) & CPT_CLUE_DETERMINER)
    before--;
  return before > source.begin && is_word_of (self, before - 1, self->clues->language->by);
}

/* Which of the names inside a source is the speaker: a person before a body; of several the first, unless a comma
 * parts a role from the name that fills it ("his spokesman, Ivan Petrov"). */
static int
naming_within (const CptSpeakers *self, CptTokenRange source)
{
  const CptEntities *entities = self->entities;
  gboolean document =
      is_word_of (self, cpt_noun_phrase_find_head (self->clues, source), self->clues->language->documents);
  int best = -1, best_score = 0;

  for (guint i = cpt_entities_find_naming (entities, source.begin); i < entities->namings->len; i++)
    {
      const CptNaming *naming = cpt_entities_get_naming (entities, i);
      int points;

      if (naming->begin >= source.end)
        break;
      if (document && publishes (self, source, naming))
        return (int)naming->entity;
      if (has_head_before (self, source.begin, naming->begin) || is_modifier (self, naming, source))
        continue;
      points = score_name (self, naming, source);
      if (points > best_score)
        {
          best = (int)naming->entity;
          best_score = points;
        }
    }
  return best;
}

/* --- nouns --- */

/* "the alliance": a recent actor of which the profile says that it is called so. */
static int
entity_by_profile_role (const CptSpeakers *self, const char *word)
{
  guint n_actors = 0;
  const CptActor *actors = self->profile != NULL ? cpt_profile_get_actors (self->profile, &n_actors) : NULL;

  for (guint i = 0; i < self->n_recent; i++)
    {
      int mention = cpt_entities_get (self->entities, (guint)self->recent[i].entity)->mention;
      int actor = mention >= 0 ? self->entities->mentions->items[mention].actor : -1;

      if (actor >= 0 && (guint)actor < n_actors && actors[actor].roles != NULL
          && g_strv_contains (actors[actor].roles, word))
        return self->recent[i].entity;
    }
  return -1;
}

/* "the diplomat": who spoke last, if it was one person and not long ago; likewise "the company". */
static int
last_speaker_of_kind (const CptSpeakers *self, guint head)
{
  guint32 kind = cpt_noun_phrase_get_kind (self->clues, head);
  const CptEntity *entity;

  if (self->last_speaker < 0 || kind & CPT_CLUE_PLURAL
      || place_of (self, head) > self->last_place + MAX_SENTENCES_TAKEN_UP)
    return -1;
  entity = cpt_entities_get (self->entities, (guint)self->last_speaker);
  if (entity->plural || entity->n_words == 0
      || entity->kind != (kind & CPT_CLUE_PERSON ? CPT_ENTITY_PERSON : CPT_ENTITY_BODY)
      || (entity->gender_is_sure && is_other_gender (entity, kind)))
    return -1;
  return self->last_speaker;
}

/* "the ministry": the last body that was called so. Only when nothing else in the phrase says which. */
static int
entity_by_role (const CptSpeakers *self, CptTokenRange source, guint head)
{
  const CptClueLanguage *language = self->clues->language;
  int entity;

  if (source.end - source.begin > 3 || head + 1 != source.end || self->tokens[head].word == CPT_NO_WORD
      || !(is_word_of (self, source.begin, language->definite) || (language->has_no_articles && head == source.begin))
      || !(clue_at (self, head) & (CPT_CLUE_TITLE | CPT_CLUE_PERSON | CPT_CLUE_BODY)))
    return -1;
  entity = entity_by_profile_role (self, cpt_reading_get_word (self->clues->reading, head));
  if (entity >= 0)
    return entity;
  entity = GPOINTER_TO_INT (g_hash_table_lookup (self->by_role, GUINT_TO_POINTER (self->tokens[head].word + 1))) - 1;
  return entity >= 0 ? entity : last_speaker_of_kind (self, head);
}

/* A phrase without a name: a speaker when its noun is for a person or a body, or when it says something and its noun is
 * not for a thing. */
static CptSpeaker
resolve_description (CptSpeakers *self, CptTokenRange source, guint head, gboolean says)
{
  guint32 kind = cpt_noun_phrase_get_kind (self->clues, head);
  gboolean noun = self->tokens[head].kind == CPT_TOKEN_WORD
                  && !(clue_at (self, head)
                       & ~(guint32)(CPT_CLUE_PERSON | CPT_CLUE_BODY | CPT_CLUE_TITLE | CPT_CLUE_SAY_NOUN | CPT_CLUE_MALE
                                    | CPT_CLUE_FEMALE | CPT_CLUE_PLURAL | CPT_CLUE_STANCE | CPT_CLUE_SAY
                                    | CPT_CLUE_REPORT | CPT_CLUE_BASE | CPT_CLUE_FINITE | CPT_CLUE_GIVEN_NAME));

  /* A bare noun in the singular is nobody, unless the language has no articles and the noun is a person's. */
  if (source.end == source.begin + 1 && !(kind & CPT_CLUE_PLURAL)
      && !((self->clues->language->has_no_articles ? kind : clue_at (self, head)) & (CPT_CLUE_PERSON | CPT_CLUE_BODY)))
    return NOBODY;
  if (kind & (CPT_CLUE_PERSON | CPT_CLUE_BODY) || (says && noun && !(kind & CPT_CLUE_PLAN_NOUN)))
    return (CptSpeaker){ describe (self, source, kind & CPT_CLUE_BODY ? kind : kind | CPT_CLUE_PERSON), 0.5f,
                         "description" };
  return NOBODY;
}

static CptSpeaker
resolve_phrase (CptSpeakers *self, CptTokenRange source, gboolean says)
{
  guint head = cpt_noun_phrase_find_head (self->clues, source);
  guint32 first = clue_at (self, source.begin), kind = cpt_noun_phrase_get_kind (self->clues, head);
  int entity;

  if (first & CPT_CLUE_DEMONSTRATIVE && self->last_speaker >= 0 && source.end > source.begin + 1
      && clue_at (self, source.begin + 1) & (CPT_CLUE_SAY_NOUN | CPT_CLUE_PLAN_NOUN))
    return (CptSpeaker){ self->last_speaker, 0.7f, "noun-of-speech" };
  if (first & CPT_CLUE_POSSESSIVE && is_pronoun (first) && !(kind & (CPT_CLUE_PERSON | CPT_CLUE_BODY)))
    return resolve_pronoun (self, source.begin, first);
  entity = entity_by_role (self, source, head);
  if (entity >= 0)
    return (CptSpeaker){ entity, 0.7f, "role" };
  if (is_word_of (self, head, self->clues->language->nobody))
    return NOBODY;
  return resolve_description (self, source, head, says);
}

/* What a pronoun that no tagger knows stands for ("according to |him"). */
static guint32
clue_of_first (const CptSpeakers *self, guint token)
{
  const guint32 pronoun = CPT_CLUE_PRONOUN | CPT_CLUE_MALE | CPT_CLUE_FEMALE | CPT_CLUE_PLURAL;
  guint32 clue = clue_at (self, token), guess = clue == 0 ? cpt_clues_get_noun (self->clues, token) : 0;

  return guess & CPT_CLUE_PRONOUN ? guess & pronoun : clue;
}

/* "It |emerged that ...": nobody. */
static gboolean
is_expletive (const CptSpeakers *self, guint32 first, const CptLink *link, gboolean says)
{
  return first & CPT_CLUE_NEUTER && !says && link->n_contents > 0 && link->contents[0].begin >= link->cue.end
         && clue_at (self, link->contents[0].begin) & CPT_CLUE_THAT;
}

/**
 * cpt_speakers_resolve:
 * @self: the resolver; sources must come in the order of the text
 * @link: an attribution with a source
 * @says: whether the cue is a verb that only people and bodies are the subject of
 *
 * Returns: whom they denote
 *
 * Cost: the names up to @source that no earlier call has seen.
 */
CptSpeaker
cpt_speakers_resolve (CptSpeakers *self, const CptLink *link, gboolean says)
{
  CptTokenRange source = link->source;
  guint32 first = clue_of_first (self, source.begin);
  int entity;

  advance (self, source.begin);
  if (first & CPT_CLUE_PRONOUN && first & CPT_CLUE_FIRST_PERSON)
    return resolve_first_person (self, source.begin);
  if (first & CPT_CLUE_PRONOUN)
    return is_pronoun (first) && !is_expletive (self, first, link, says) ? resolve_pronoun (self, source.begin, first)
                                                                         : NOBODY;
  if (first & CPT_CLUE_RELATIVE)
    return resolve_relative (self, source.begin);
  if (cpt_noun_phrase_find_head (self->clues, source) == source.begin
      && is_word_of (self, source.begin, self->clues->language->nobody))
    return NOBODY;
  entity = naming_within (self, source);
  if (entity >= 0)
    return (CptSpeaker){ entity, 0.95f, "name" };
  return resolve_phrase (self, source, says);
}

/**
 * cpt_speakers_note:
 * @speaker: who spoke
 * @token: where
 *
 * Makes @speaker the likeliest antecedent of what follows.
 */
void
cpt_speakers_note (CptSpeakers *self, CptSpeaker speaker, guint token)
{
  self->last_speaker = speaker.entity;
  self->last_place = place_of (self, token);
  if (speaker.entity >= 0)
    push_recent (self, (Recent){ speaker.entity, self->last_place, 5 });
}

static void
count_places (CptSpeakers *self)
{
  const CptReading *reading = self->clues->reading;
  guint place = 0;

  self->place = g_new (guint, reading->n_sentences + 1);
  for (guint i = 0; i < reading->n_sentences; i++)
    {
      guint begin = reading->sentences[i].begin_token;

      place += begin < reading->n_tokens && self->clues->quotation[begin] == 0;
      self->place[i] = place;
    }
}

CptSpeakers *
cpt_speakers_new (CptEntities *entities, const CptProfile *profile)
{
  CptSpeakers *self = g_new0 (CptSpeakers, 1);

  self->entities = entities;
  self->clues = entities->clues;
  self->tokens = entities->clues->reading->tokens;
  self->profile = profile;
  self->last_speaker = -1;
  self->by_role = g_hash_table_new (NULL, NULL);
  count_places (self);
  return self;
}

void
cpt_speakers_free (CptSpeakers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_role);
  g_free (self->place);
  g_free (self);
}
