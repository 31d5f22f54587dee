// SPDX-License-Identifier: GPL-3.0-or-later
// Resolves sources in the order of the text: names, pronouns by gender, number and recency, "the ministry" and "the
// president" by the last one named. Room: core/analysis/attribution; knows classes of words only.
#include "cpt-speakers.h"

#include <string.h>

/* So many entities named last are candidates for a pronoun. */
#define N_RECENT 10

/* A pronoun does not reach back farther than this. */
#define MAX_SENTENCES_BACK 6

typedef struct
{
  int entity;
  guint sentence;
  int weight; /* subjects and speakers weigh more than names inside quotations and possessives */
} Recent;

struct _CptSpeakers
{
  const CptEntities *entities;
  const CptProfile *profile; /* nullable: its actors' roles are words for them, too */
  guint next_naming;
  Recent recent[N_RECENT];
  guint n_recent;
  int last_speaker;
  GHashTable *by_role; /* word number + 1 -> entity + 1: who was called so last */
};

static guint32
clue_at (const CptSpeakers *self, guint token)
{
  return cpt_clues_at (self->entities->clues, token);
}

static void
push_recent (CptSpeakers *self, Recent item)
{
  guint at = 0;

  while (at < self->n_recent && self->recent[at].entity != item.entity)
    at++;
  if (at < self->n_recent && self->recent[at].sentence == item.sentence)
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
  const CptClues *clues = self->entities->clues;
  const CptSentence *sentence = &clues->reading->sentences[clues->sentence[naming->begin]];
  int weight = 0;

  if (naming->begin <= sentence->begin_token + 1)
    weight += 3;
  if (clues->quotation[naming->begin] != 0)
    weight -= 4;
  if (naming->end < clues->reading->n_tokens && clues->reading->tokens[naming->end].kind == CPT_TOKEN_CLITIC)
    weight -= 2;
  if (naming->end < sentence->end_token && clue_at (self, naming->end) & (CPT_CLUE_FINITE | CPT_CLUE_AUXILIARY))
    weight += 2;
  return weight;
}

/* Remembers the nouns of a name and of its title: "Foreign Ministry" is "the ministry", "President X" the president. */
static void
note_roles (CptSpeakers *self, const CptNaming *naming)
{
  const CptToken *tokens = self->entities->clues->reading->tokens;

  for (guint i = naming->begin; i < naming->end; i++)
    if (tokens[i].word != CPT_NO_WORD && clue_at (self, i) & (CPT_CLUE_TITLE | CPT_CLUE_PERSON | CPT_CLUE_BODY))
      g_hash_table_insert (self->by_role, GUINT_TO_POINTER (tokens[i].word + 1), GUINT_TO_POINTER (naming->entity + 1));
}

static void
advance (CptSpeakers *self, guint token)
{
  const CptEntities *entities = self->entities;

  for (; self->next_naming < entities->namings->len; self->next_naming++)
    {
      const CptNaming *naming = cpt_entities_get_naming (entities, self->next_naming);

      if (naming->end > token)
        break;
      push_recent (self,
                   (Recent){ (int)naming->entity, entities->clues->sentence[naming->begin], weigh (self, naming) });
      note_roles (self, naming);
    }
}

static gboolean
fits (const CptEntity *entity, guint32 clue)
{
  gboolean person = (clue & (CPT_CLUE_MALE | CPT_CLUE_FEMALE)) != 0;

  if (!person)
    return entity->kind == CPT_ENTITY_BODY || (clue & CPT_CLUE_PLURAL && entity->kind == CPT_ENTITY_UNKNOWN);
  if (entity->kind == CPT_ENTITY_BODY)
    return FALSE;
  if (clue & CPT_CLUE_MALE)
    return entity->gender != CPT_GENDER_FEMALE;
  return entity->gender != CPT_GENDER_MALE;
}

static CptSpeaker
resolve_pronoun (const CptSpeakers *self, guint token)
{
  guint32 clue = clue_at (self, token);
  guint sentence = self->entities->clues->sentence[token];
  int best = -1, best_score = G_MININT;

  for (guint i = 0; i < self->n_recent; i++)
    {
      const Recent *recent = &self->recent[i];
      const CptEntity *entity = cpt_entities_get (self->entities, (guint)recent->entity);
      guint distance = sentence - MIN (sentence, recent->sentence);
      int score = recent->weight - 3 * (int)distance - (int)i;

      score += entity->kind == CPT_ENTITY_PERSON ? 3 : 0;
      score += entity->gender != CPT_GENDER_UNKNOWN ? 2 : 0;
      if (distance <= MAX_SENTENCES_BACK && fits (entity, clue) && score > best_score)
        {
          best = recent->entity;
          best_score = score;
        }
    }
  return (CptSpeaker){ best, best_score > 0 ? 0.8f : 0.6f, "pronoun" };
}

static gboolean
is_pronoun (guint32 clue)
{
  return clue & (CPT_CLUE_PRONOUN | CPT_CLUE_POSSESSIVE)
         && clue & (CPT_CLUE_MALE | CPT_CLUE_FEMALE | CPT_CLUE_PLURAL | CPT_CLUE_NEUTER)
         && !(clue & CPT_CLUE_FIRST_PERSON);
}

/* "leaders like Smith", "a spokesman for Smith": the name after a preposition only describes the speaker. */
static gboolean
has_head_before (const CptSpeakers *self, guint begin, guint name)
{
  if (name <= begin || !(clue_at (self, name - 1) & (CPT_CLUE_PREPOSITION | CPT_CLUE_DETERMINER)))
    return FALSE;
  for (guint i = begin; i + 1 < name; i++)
    if (clue_at (self, i) & (CPT_CLUE_PERSON | CPT_CLUE_TITLE | CPT_CLUE_BODY))
      return TRUE;
  return FALSE;
}

/* "Western leaders", "a Lindt aide": the name only says which. */
static gboolean
is_modifier (const CptSpeakers *self, const CptNaming *naming, guint end)
{
  return naming->end < end && !(self->entities->clues->reading->tokens[naming->end].flags & CPT_TOKEN_CAPITALISED)
         && clue_at (self, naming->end) & (CPT_CLUE_PERSON | CPT_CLUE_BODY | CPT_CLUE_TITLE);
}

/* Which of the names inside a source is the speaker: a person before a body; of several the first, unless a comma
 * parts a role from the name that fills it ("his spokesman, Ivan Petrov"). */
static int
naming_within (const CptSpeakers *self, CptTokenRange source)
{
  const CptEntities *entities = self->entities;
  int best = -1, best_score = 0;

  for (guint i = cpt_entities_find_naming (entities, source.begin); i < entities->namings->len; i++)
    {
      const CptNaming *naming = cpt_entities_get_naming (entities, i);
      const CptEntity *entity = cpt_entities_get (entities, naming->entity);
      gboolean owner = naming->end < source.end
                       && entities->clues->reading->tokens[naming->end].kind == CPT_TOKEN_CLITIC
                       && naming->end + 1 < source.end;
      int score = 2 + (entity->kind == CPT_ENTITY_PERSON ? 4 : 0) - (owner ? 5 : 0)
                  - (naming->begin > source.begin + 8 ? 2 : 0);

      if (naming->begin >= source.end)
        break;
      if (has_head_before (self, source.begin, naming->begin) || is_modifier (self, naming, source.end))
        continue;
      if (naming->begin > source.begin && clue_at (self, naming->begin - 1) & CPT_CLUE_PREPOSITION)
        score -= 3;
      if (score > best_score)
        {
          best = (int)naming->entity;
          best_score = score;
        }
    }
  return best;
}

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

/* "the ministry": the last body that was called so. Only when nothing else in the phrase says which. */
static int
entity_by_role (const CptSpeakers *self, CptTokenRange source)
{
  const CptToken *tokens = self->entities->clues->reading->tokens;

  if (source.end - source.begin > 3 || !(clue_at (self, source.begin) & CPT_CLUE_DETERMINER))
    return -1;
  for (guint i = source.end; i > source.begin; i--)
    if (tokens[i - 1].kind == CPT_TOKEN_WORD
        && clue_at (self, i - 1) & (CPT_CLUE_TITLE | CPT_CLUE_PERSON | CPT_CLUE_BODY))
      {
        int entity = entity_by_profile_role (self, cpt_reading_get_word (self->entities->clues->reading, i - 1));

        if (entity >= 0)
          return entity;
        return GPOINTER_TO_INT (g_hash_table_lookup (self->by_role, GUINT_TO_POINTER (tokens[i - 1].word + 1))) - 1;
      }
  return -1;
}

/**
 * cpt_speakers_resolve:
 * @self: the resolver; sources must come in the order of the text
 * @source: the words
 *
 * Returns: whom they denote
 *
 * Cost: the names up to @source that no earlier call has seen.
 */
CptSpeaker
cpt_speakers_resolve (CptSpeakers *self, CptTokenRange source)
{
  guint32 first = clue_at (self, source.begin);
  int entity;

  advance (self, source.begin);
  if (is_pronoun (first) && (source.end == source.begin + 1 || first & CPT_CLUE_POSSESSIVE))
    {
      entity = first & CPT_CLUE_POSSESSIVE ? naming_within (self, source) : -1;
      if (entity >= 0)
        return (CptSpeaker){ entity, 0.9f, "name" };
      return resolve_pronoun (self, source.begin);
    }
  if (first & CPT_CLUE_RELATIVE && self->n_recent > 0)
    return (CptSpeaker){ self->recent[0].entity, 0.7f, "relative-pronoun" };
  entity = naming_within (self, source);
  if (entity >= 0)
    return (CptSpeaker){ entity, 0.95f, "name" };
  if (first & CPT_CLUE_DEMONSTRATIVE && self->last_speaker >= 0
      && clue_at (self, source.begin + 1) & (CPT_CLUE_SAY_NOUN | CPT_CLUE_PLAN_NOUN))
    return (CptSpeaker){ self->last_speaker, 0.7f, "noun-of-speech" };
  entity = entity_by_role (self, source);
  return (CptSpeaker){ entity, entity >= 0 ? 0.7f : 0.5f, entity >= 0 ? "role" : "description" };
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
  if (speaker.entity >= 0)
    push_recent (self, (Recent){ speaker.entity, self->entities->clues->sentence[token], 5 });
}

CptSpeakers *
cpt_speakers_new (const CptEntities *entities, const CptProfile *profile)
{
  CptSpeakers *self = g_new0 (CptSpeakers, 1);

  self->entities = entities;
  self->profile = profile;
  self->last_speaker = -1;
  self->by_role = g_hash_table_new (NULL, NULL);
  return self;
}

void
cpt_speakers_free (CptSpeakers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_role);
  g_free (self);
}
