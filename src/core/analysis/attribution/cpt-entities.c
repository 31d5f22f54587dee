// SPDX-License-Identifier: GPL-3.0-or-later
// Finds names: the profile's mentions, and runs of capitalised words that no profile knows. Joins "Smith" to "Ann
// Smith". Room: core/analysis/attribution; knows classes of words only.
#include "cpt-entities.h"

#include <string.h>

/* Capitalised words in a row beyond this are a headline in capitals, not a name. */
#define MAX_NAME_TOKENS 12

/* A sentence of fewer longer words does not show whether it is a headline. */
#define MIN_TITLE_WORDS 4

/* How the text spells a word elsewhere: in lower case; with a capital where no sentence begins. */
#define SEEN_LOWER 1u
#define SEEN_NAME 2u

typedef struct
{
  CptEntities *entities;
  const CptClues *clues;
  const CptToken *tokens;
  guint n_tokens;
  guint8 *seen;   /* by word: SEEN_LOWER and SEEN_NAME */
  guint32 *stems; /* by word: a number for all cases of a name, or CPT_NO_WORD when nobody asked yet; nullable */
  GHashTable *stem_numbers;
  guint8 *titled; /* by sentence: whether its words are capitalised as those of headlines are */
} Finder;

static gboolean
is_function_word (guint32 clue)
{
  return (clue
          & (CPT_CLUE_PRONOUN | CPT_CLUE_DETERMINER | CPT_CLUE_RELATIVE | CPT_CLUE_PREPOSITION | CPT_CLUE_CONJUNCTION
             | CPT_CLUE_SUBORDINATOR | CPT_CLUE_AUXILIARY | CPT_CLUE_THAT))
         != 0;
}

static gboolean
opens_sentence (const Finder *self, guint token)
{
  const CptReading *reading = self->clues->reading;

  return reading->sentences[self->clues->sentence[token]].begin_token == token
         || (token > 0 && self->tokens[token - 1].kind == CPT_TOKEN_MARK);
}

/* "However, ...": a word that opens a sentence and is parted from it; "Lindt, 43, ..." and "Lindt, who ..." are not. */
static gboolean
stands_apart (const Finder *self, guint token)
{
  const CptToken *next = &self->tokens[token + 1];

  if (token + 2 >= self->n_tokens || next->kind != CPT_TOKEN_MARK || next->first != ','
      || self->tokens[token].flags & CPT_TOKEN_ALL_CAPS)
    return FALSE;
  return next[1].kind == CPT_TOKEN_WORD
         && !(cpt_clues_at (self->clues, token + 2) & (CPT_CLUE_RELATIVE | CPT_CLUE_TITLE | CPT_CLUE_PERSON))
         && !(next[1].flags & CPT_TOKEN_CAPITALISED);
}

/* "Recent reports": at the beginning of a sentence a word that nothing else shows to be a name, before a noun. */
static gboolean
qualifies_next (const Finder *self, guint token)
{
  const guint32 after_subject = CPT_CLUE_FINITE | CPT_CLUE_BASE | CPT_CLUE_AUXILIARY | CPT_CLUE_ADVERB
                                | CPT_CLUE_CONJUNCTION | CPT_CLUE_EVENT_VERB | CPT_CLUE_RELATIVE;
  const guint32 noun_and_verb = CPT_CLUE_SAY_NOUN | CPT_CLUE_FINITE;
  const CptToken *next = &self->tokens[token + 1];

  if (token + 2 < self->n_tokens && (cpt_clues_at (self->clues, token + 1) & noun_and_verb) == noun_and_verb
      && cpt_clues_at (self->clues, token + 2)
             & (CPT_CLUE_AUXILIARY | CPT_CLUE_FINITE | CPT_CLUE_BASE | CPT_CLUE_EVENT_VERB))
    return TRUE;
  return token + 1 < self->n_tokens && next->kind == CPT_TOKEN_WORD && !(next->flags & CPT_TOKEN_CAPITALISED)
         && !(cpt_clues_at (self->clues, token + 1) & after_subject);
}

static gboolean
follows_capitalised (const Finder *self, guint token)
{
  return token > 0 && self->tokens[token - 1].kind == CPT_TOKEN_WORD
         && self->tokens[token - 1].flags & CPT_TOKEN_CAPITALISED;
}

/* "Северной" of "Северной области": an adjective that belongs to a noun, in a language whose adjectives have endings.
 */
static gboolean
is_adjective_of_noun (const Finder *self, guint token)
{
  const guint32 no_noun = CPT_CLUE_FINITE | CPT_CLUE_AUXILIARY | CPT_CLUE_ADVERB | CPT_CLUE_PREPOSITION
                          | CPT_CLUE_CONJUNCTION | CPT_CLUE_RELATIVE | CPT_CLUE_THAT | CPT_CLUE_SUBORDINATOR;

  return self->stems != NULL && token + 1 < self->n_tokens && self->tokens[token + 1].kind == CPT_TOKEN_WORD
         && !(self->tokens[token + 1].flags & CPT_TOKEN_CAPITALISED)
         && cpt_clues_get_noun (self->clues, token) & CPT_CLUE_DETERMINER
         && !(cpt_clues_at (self->clues, token + 1) & no_noun);
}

static gboolean
is_name_word (const Finder *self, guint token)
{
  const CptToken *item = &self->tokens[token];
  guint32 clue = cpt_clues_at (self->clues, token);

  if (item->kind != CPT_TOKEN_WORD || !(item->flags & CPT_TOKEN_CAPITALISED) || is_function_word (clue)
      || is_adjective_of_noun (self, token))
    return FALSE;
  /* "on Tuesday": an adverb by itself, in capitals as it is, names nobody; "Billy Long" does. */
  if (clue & CPT_CLUE_ADVERB && !(clue & (CPT_CLUE_GIVEN_NAME | CPT_CLUE_TITLE)) && !follows_capitalised (self, token))
    return FALSE;
  if (clue & (CPT_CLUE_GIVEN_NAME | CPT_CLUE_TITLE))
    return TRUE;
  if (self->titled[self->clues->sentence[token]])
    return !(self->seen[item->word] & SEEN_LOWER)
           && !(clue & (CPT_CLUE_FINITE | CPT_CLUE_BASE | CPT_CLUE_GERUND | CPT_CLUE_SAY_NOUN));
  if (!opens_sentence (self, token))
    return TRUE;
  if (self->seen[item->word] & SEEN_LOWER
      || clue & (CPT_CLUE_ADVERB | CPT_CLUE_FINITE | CPT_CLUE_GERUND | CPT_CLUE_SAY_NOUN))
    return FALSE;
  return self->seen[item->word] & SEEN_NAME || (!qualifies_next (self, token) && !stands_apart (self, token));
}

static gboolean
next_is_capitalised (const Finder *self, guint token)
{
  return token + 1 < self->n_tokens && self->tokens[token + 1].kind == CPT_TOKEN_WORD
         && self->tokens[token + 1].flags & CPT_TOKEN_CAPITALISED;
}

/* Whether a capitalised word goes on with a name; in a headline, verbs are capitalised, too. */
static gboolean
goes_on (const Finder *self, guint token)
{
  const CptToken *item = &self->tokens[token];
  guint32 clue = cpt_clues_at (self->clues, token);

  if (item->kind != CPT_TOKEN_WORD || !(item->flags & CPT_TOKEN_CAPITALISED) || is_function_word (clue)
      || is_adjective_of_noun (self, token))
    return FALSE;
  return !self->titled[self->clues->sentence[token]]
         || (!(self->seen[item->word] & SEEN_LOWER) && !(clue & (CPT_CLUE_FINITE | CPT_CLUE_BASE | CPT_CLUE_GERUND)));
}

/* What may stand between two capitalised words of one name: an initial's stop, a hyphen, "de", "of" after a body. */
static gboolean
joins_name (const Finder *self, guint token)
{
  const CptToken *item = &self->tokens[token], *last = &self->tokens[token - 1];
  guint length = item->end_bytes - item->begin_bytes;
  guint32 clue = cpt_clues_at (self->clues, token);

  if (!next_is_capitalised (self, token) || self->clues->sentence[token] != self->clues->sentence[token + 1])
    return FALSE;
  if (item->kind == CPT_TOKEN_MARK)
    return (item->first == '.' && last->end_bytes - last->begin_bytes <= 4 && item->begin_bytes == last->end_bytes)
           || (item->first == '-' && !(item->flags & CPT_TOKEN_SPACE_BEFORE)) || item->first == '&';
  if (item->kind != CPT_TOKEN_WORD || length > 3)
    return FALSE;
  return clue == 0
         || (clue & CPT_CLUE_PREPOSITION && length == 2 && cpt_clues_at (self->clues, token - 1) & CPT_CLUE_BODY);
}

static guint
name_end (const Finder *self, guint begin)
{
  guint end = begin + 1;

  while (end < self->n_tokens && end - begin < MAX_NAME_TOKENS)
    if (goes_on (self, end) && self->clues->sentence[end] == self->clues->sentence[begin])
      end++;
    else if (joins_name (self, end))
      end++;
    else
      break;
  return end;
}

/* Past "Russian Deputy Foreign Minister": the token after the last title, unless the rest is a body's name. */
static guint
skip_titles (const Finder *self, guint begin, guint end)
{
  guint name = begin;

  if (cpt_clues_at (self->clues, end - 1) & CPT_CLUE_BODY)
    return begin;
  for (guint i = begin; i + 1 < end; i++)
    if (cpt_clues_at (self->clues, i) & (CPT_CLUE_TITLE | CPT_CLUE_PERSON))
      name = i + 1;
  /* "Sens. Ann Lindt": an abbreviation that no list has, before a given name. */
  if (name + 3 < end && self->tokens[name + 1].first == '.'
      && self->tokens[name].end_bytes - self->tokens[name].begin_bytes > 2
      && cpt_clues_at (self->clues, name + 2) & CPT_CLUE_GIVEN_NAME)
    name += 2;
  while (name + 1 < end && self->tokens[name].kind == CPT_TOKEN_MARK)
    name++;
  return name;
}

static char *
dup_words (const Finder *self, guint begin, guint end)
{
  const char *text = self->clues->reading->text;
  gsize first = self->tokens[begin].begin_bytes;
  char *words = g_strndup (text + first, self->tokens[end - 1].end_bytes - first);

  for (char *c = words; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t')
      *c = ' ';
  return words;
}

/* What all cases of a word have in common; only of words that are asked for, the names. */
static guint32
stem_at (const Finder *self, guint token)
{
  const CptReading *reading = self->clues->reading;
  guint32 word = self->tokens[token].word;
  const char *name;
  char *stem;
  gpointer known;

  if (word == CPT_NO_WORD || self->stems == NULL || self->stems[word] != CPT_NO_WORD)
    return word == CPT_NO_WORD || self->stems == NULL ? word : self->stems[word];
  name = cpt_tokens_get_word (reading->token_table, word);
  stem = g_strndup (name, self->clues->language->name_stem_bytes (name));
  if (!g_hash_table_lookup_extended (self->stem_numbers, stem, NULL, &known))
    known = GUINT_TO_POINTER (word);
  self->stems[word] = GPOINTER_TO_UINT (known);
  g_hash_table_insert (self->stem_numbers, stem, known);
  return self->stems[word];
}

static void
prepare_stems (Finder *self)
{
  gsize n_bytes = (cpt_tokens_get_n_words (self->clues->reading->token_table) + 1) * sizeof (guint32);

  if (self->clues->language->name_stem_bytes == NULL)
    return;
  self->stem_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stems = g_malloc (n_bytes);
  memset (self->stems, 0xff, n_bytes);
}

/* What a name is known by: its words, or their stems. */
static char *
dup_key (const Finder *self, guint begin, guint end, const char *name)
{
  GString *key;

  if (self->stems == NULL)
    return g_strdup (name);
  key = g_string_new (NULL);
  for (guint i = begin; i < end; i++)
    if (self->tokens[i].word != CPT_NO_WORD)
      g_string_append_printf (key, "%u.", stem_at (self, i));
  return g_string_free (key, FALSE);
}

static CptGender
gender_of (guint32 clue)
{
  gboolean male = (clue & CPT_CLUE_MALE) != 0, female = (clue & CPT_CLUE_FEMALE) != 0;

  if (male == female)
    return CPT_GENDER_UNKNOWN;
  return male ? CPT_GENDER_MALE : CPT_GENDER_FEMALE;
}

/* What a name tells about its bearer: its given name and title say the gender, a body's noun that it is none. */
static CptEntity
describe (const Finder *self, guint begin, guint name_begin, guint end)
{
  CptEntity entity = {
    .mention = -1, .n_words = end - name_begin, .last_word = stem_at (self, end - 1), .namesake = -1
  };

  if (cpt_clues_at (self->clues, end - 1) & CPT_CLUE_BODY)
    entity.kind = CPT_ENTITY_BODY;
  else if (name_begin > begin || cpt_clues_at (self->clues, name_begin) & CPT_CLUE_GIVEN_NAME)
    entity.kind = CPT_ENTITY_PERSON;
  if (entity.kind == CPT_ENTITY_PERSON)
    for (guint i = begin; i <= name_begin && entity.gender == CPT_GENDER_UNKNOWN; i++)
      {
        entity.gender = gender_of (cpt_clues_at (self->clues, i));
        entity.gender_is_sure = i < name_begin && entity.gender != CPT_GENDER_UNKNOWN;
      }
  return entity;
}

/* Takes over what a further naming tells of somebody. */
static void
learn (CptEntities *entities, CptEntity *known, const char *name, const CptEntity *entity)
{
  if (known->gender == CPT_GENDER_UNKNOWN || (entity->gender_is_sure && !known->gender_is_sure))
    {
      known->gender = entity->gender;
      known->gender_is_sure = entity->gender_is_sure;
    }
  known->kind = known->kind == CPT_ENTITY_UNKNOWN ? entity->kind : known->kind;
  if (entity->is_subject && !known->is_subject
      && (known->mention < 0 || entities->mentions->items[known->mention].actor < 0))
    {
      known->name = g_string_chunk_insert (entities->strings, name);
      known->is_subject = TRUE;
    }
}

static guint
add_entity (Finder *self, const char *key, const char *name, const CptEntity *entity)
{
  CptEntities *entities = self->entities;
  gpointer found = g_hash_table_lookup (entities->by_name, key);
  CptEntity copy = *entity;

  if (found != NULL)
    {
      learn (entities, cpt_entities_get (entities, GPOINTER_TO_UINT (found) - 1), name, entity);
      return GPOINTER_TO_UINT (found) - 1;
    }
  copy.name = g_string_chunk_insert (entities->strings, name);
  g_array_append_val (entities->items, copy);
  g_hash_table_insert (entities->by_name,
                       strcmp (key, name) == 0 ? (gpointer)copy.name : g_string_chunk_insert (entities->strings, key),
                       GUINT_TO_POINTER (entities->items->len));
  return entities->items->len - 1;
}

static void
add_naming (Finder *self, guint begin, guint name_begin, guint end, guint entity)
{
  CptNaming naming = { begin, name_begin, end, entity };

  g_array_append_val (self->entities->namings, naming);
  cpt_entities_get (self->entities, entity)->n_named += end - name_begin > 1;
}

/* "Former Adviser |Reveals|", a headline's verb, or "Governor of |Northern| District": taken for the name of somebody
 * unknown. */
static gboolean
is_no_name (const Finder *self, const CptMention *mention)
{
  guint last = mention->end_token - 1;

  return mention->actor < 0
         && (is_adjective_of_noun (self, last) || (self->titled[self->clues->sentence[last]] && !goes_on (self, last)));
}

static gboolean
stands_by_verb (const Finder *self, guint begin, guint end)
{
  return (begin > 0 && cpt_clues_at (self->clues, begin - 1) & CPT_CLUE_FINITE)
         || (end < self->n_tokens && cpt_clues_at (self->clues, end) & CPT_CLUE_FINITE);
}

/* The words of a mention that are its name: as many as @name has. */
static guint
begin_of_name (const CptMention *mention, const char *name)
{
  guint n_words = 1;

  for (; *name != '\0'; name++)
    n_words += *name == ' ';
  return mention->end_token - MIN (n_words, mention->end_token - mention->begin_token);
}

/* "Earlier Anna Lindt": the name of somebody unknown, without the adverb before it. */
static const char *
past_adverb (const Finder *self, const CptMention *mention)
{
  guint first = mention->begin_token;
  const char *blank = mention->actor < 0 ? strchr (mention->name, ' ') : NULL;
  gsize n_bytes = self->tokens[first].end_bytes - self->tokens[first].begin_bytes;

  return blank != NULL && cpt_clues_at (self->clues, first) & CPT_CLUE_ADVERB
                 && (gsize)(blank - mention->name) == n_bytes
                 && memcmp (mention->name, self->clues->reading->text + self->tokens[first].begin_bytes, n_bytes) == 0
             ? blank + 1
             : mention->name;
}

static guint
take_mention (Finder *self, int index)
{
  const CptMention *mention = &self->entities->mentions->items[index];
  CptEntity entity = {
    .mention = index, .gender = mention->gender, .n_words = 3, .last_word = CPT_NO_WORD, .namesake = -1
  };
  const char *called;
  guint number;

  if (mention->kind == CPT_ACTOR_DEMONYM || mention->name == NULL || mention->end_token <= mention->begin_token
      || is_no_name (self, mention))
    return MAX (mention->begin_token + 1, mention->end_token);
  entity.kind = mention->kind == CPT_ACTOR_PERSON ? CPT_ENTITY_PERSON : CPT_ENTITY_BODY;
  entity.last_word = stem_at (self, mention->end_token - 1);
  entity.gender_is_sure = mention->actor >= 0 && mention->gender != CPT_GENDER_UNKNOWN;
  for (guint i = mention->begin_token;
       i < mention->end_token && entity.kind == CPT_ENTITY_PERSON && entity.gender == CPT_GENDER_UNKNOWN; i++)
    entity.gender = gender_of (cpt_clues_at (self->clues, i));
  called = past_adverb (self, mention);
  number = add_entity (self, called, called, &entity);
  if (self->stems != NULL && mention->actor < 0 && entity.kind == CPT_ENTITY_PERSON
      && stands_by_verb (self, mention->begin_token, mention->end_token))
    {
      guint begin = begin_of_name (mention, called);
      g_autofree char *name = dup_words (self, begin, mention->end_token);

      entity.is_subject = strchr (called, ' ') != NULL && strchr (name, ' ') != NULL;
      learn (self->entities, cpt_entities_get (self->entities, number), name, &entity);
    }
  add_naming (self, mention->begin_token, mention->begin_token, mention->end_token, number);
  return mention->end_token;
}

/* A name ends where the profile knows the next words ("in Norton |Anna Lindt"), but not within a word ("Al-|Lindt"). */
static guint
limit_name (const Finder *self, guint begin, guint end, guint limit)
{
  if (end <= limit || self->tokens[limit - 1].kind == CPT_TOKEN_MARK)
    return end;
  return MAX (limit, begin + 1);
}

static guint
take_name (Finder *self, guint begin, guint limit)
{
  guint end = limit_name (self, begin, name_end (self, begin), limit);
  guint name_begin = skip_titles (self, begin, end);
  CptEntity entity = describe (self, begin, name_begin, end);
  g_autofree char *name = dup_words (self, name_begin, end), *key = dup_key (self, name_begin, end, name);

  entity.is_subject = self->stems != NULL && stands_by_verb (self, begin, end);
  add_naming (self, begin, name_begin, end, add_entity (self, key, name, &entity));
  return end;
}

/* Most of its longer words are capitalised. */
static gboolean
is_titled (const Finder *self, const CptSentence *sentence)
{
  guint n_words = 0, n_capitalised = 0;

  for (guint i = sentence->begin_token; i < sentence->end_token; i++)
    if (self->tokens[i].kind == CPT_TOKEN_WORD && self->tokens[i].end_bytes - self->tokens[i].begin_bytes > 3)
      {
        n_words++;
        n_capitalised += (self->tokens[i].flags & CPT_TOKEN_CAPITALISED) != 0;
      }
  return n_words >= MIN_TITLE_WORDS && 10 * n_capitalised > 7 * n_words;
}

static void
note_spellings (Finder *self)
{
  const CptReading *reading = self->clues->reading;

  self->seen = g_new0 (guint8, cpt_tokens_get_n_words (reading->token_table) + 1);
  self->titled = g_new0 (guint8, reading->n_sentences + 1);
  for (guint i = 0; i < reading->n_sentences; i++)
    self->titled[i] = is_titled (self, &reading->sentences[i]);
  for (guint i = 0; i < self->n_tokens; i++)
    if (self->tokens[i].kind == CPT_TOKEN_WORD)
      {
        if (!(self->tokens[i].flags & CPT_TOKEN_CAPITALISED))
          self->seen[self->tokens[i].word] |= SEEN_LOWER;
        else if (!self->titled[self->clues->sentence[i]] && !opens_sentence (self, i))
          self->seen[self->tokens[i].word] |= SEEN_NAME;
      }
}

static void
find_namings (Finder *self)
{
  const CptMentions *mentions = self->entities->mentions;
  guint next = 0;

  for (guint i = 0; i < self->n_tokens;)
    {
      while (next < mentions->n && mentions->items[next].begin_token < i)
        next++;
      if (next < mentions->n && mentions->items[next].begin_token == i)
        i = take_mention (self, (int)next);
      else if (is_name_word (self, i))
        i = take_name (self, i, next < mentions->n ? mentions->items[next].begin_token : self->n_tokens);
      else
        i++;
    }
}

/* Chains the entities whose names end with the same word. */
static void
chain_namesakes (Finder *self)
{
  CptEntities *entities = self->entities;

  for (guint i = 0; i < entities->items->len; i++)
    {
      CptEntity *entity = cpt_entities_get (entities, i);
      gpointer key = GUINT_TO_POINTER (entity->last_word + 1);

      if (entity->last_word == CPT_NO_WORD || entity->kind == CPT_ENTITY_BODY || entity->n_words < 2)
        continue;
      entity->namesake = GPOINTER_TO_INT (g_hash_table_lookup (entities->by_word, key)) - 1;
      g_hash_table_insert (entities->by_word, key, GUINT_TO_POINTER (i + 1));
    }
}

/* Who a short name is: of several namesakes whom the title allows, the one that is named most often, the first of
 * equals. */
static int
find_full_name (const Finder *self, const CptNaming *naming)
{
  CptEntities *entities = self->entities;
  guint32 word = stem_at (self, naming->end - 1);
  CptGender gender = CPT_GENDER_UNKNOWN;
  int best = -1;

  for (guint i = naming->begin; i < naming->name_begin && gender == CPT_GENDER_UNKNOWN; i++)
    gender = gender_of (cpt_clues_at (self->clues, i));
  for (int i = GPOINTER_TO_INT (g_hash_table_lookup (entities->by_word, GUINT_TO_POINTER (word + 1))) - 1; i >= 0;
       i = cpt_entities_get (entities, (guint)i)->namesake)
    {
      const CptEntity *entity = cpt_entities_get (entities, (guint)i);

      if (gender != CPT_GENDER_UNKNOWN && entity->gender != CPT_GENDER_UNKNOWN && entity->gender != gender)
        continue;
      if (best < 0 || entity->n_named >= cpt_entities_get (entities, (guint)best)->n_named)
        best = i;
    }
  return best;
}

/* One word for somebody whom no profile knows. */
static gboolean
is_short_name (const Finder *self, const CptNaming *naming)
{
  const CptEntity *entity = cpt_entities_get (self->entities, naming->entity);

  if (self->tokens[naming->end - 1].word == CPT_NO_WORD)
    return FALSE;
  if (entity->mention < 0)
    return entity->n_words == 1;
  return entity->kind == CPT_ENTITY_PERSON && naming->end - naming->name_begin == 1
         && self->entities->mentions->items[entity->mention].actor < 0;
}

/* "Smith" is "Ann Smith" when the article names one. */
static void
join_short_names (Finder *self)
{
  CptEntities *entities = self->entities;

  for (guint i = 0; i < entities->namings->len; i++)
    {
      CptNaming *naming = &g_array_index (entities->namings, CptNaming, i);
      CptEntity *entity = cpt_entities_get (entities, naming->entity), *other;
      int full;

      if (!is_short_name (self, naming))
        continue;
      full = find_full_name (self, naming);
      if (full < 0 || (guint)full == naming->entity)
        continue;
      other = cpt_entities_get (entities, (guint)full);
      if (other->gender == CPT_GENDER_UNKNOWN)
        other->gender = entity->gender;
      other->evidence++;
      naming->entity = (guint)full;
    }
}

/* What the words around a name say about whether it is a person's. */
static int
weigh_naming (const Finder *self, const CptNaming *naming)
{
  int evidence = 0;

  if (naming->end - naming->name_begin == 1 && self->tokens[naming->name_begin].flags & CPT_TOKEN_ALL_CAPS
      && !self->titled[self->clues->sentence[naming->begin]])
    evidence -= 4;
  if (naming->begin > 0 && cpt_clues_at (self->clues, naming->begin - 1) & CPT_CLUE_DETERMINER
      && naming->begin == naming->name_begin)
    evidence -= 3;
  if (naming->end < self->n_tokens && cpt_clues_at (self->clues, naming->end) & (CPT_CLUE_SAY | CPT_CLUE_REPORT)
      && cpt_clues_at (self->clues, naming->end) & CPT_CLUE_FINITE)
    evidence += 1;
  return evidence;
}

static void
gather_evidence (Finder *self)
{
  CptEntities *entities = self->entities;

  for (guint i = 0; i < entities->namings->len; i++)
    {
      const CptNaming *naming = cpt_entities_get_naming (entities, i);

      cpt_entities_get (entities, naming->entity)->evidence += weigh_naming (self, naming);
    }
}

/**
 * cpt_entities_find:
 * @clues: the text
 * @mentions: what the profile knows in it
 *
 * Returns: (transfer full): all names of the text
 *
 * Cost: linear.
 */
CptEntities *
cpt_entities_find (const CptClues *clues, const CptMentions *mentions)
{
  CptEntities *self = g_new0 (CptEntities, 1);
  Finder finder = { self, clues, clues->reading->tokens, clues->reading->n_tokens, NULL, NULL, NULL, NULL };

  self->clues = clues;
  self->mentions = mentions;
  self->items = g_array_new (FALSE, FALSE, sizeof (CptEntity));
  self->namings = g_array_new (FALSE, FALSE, sizeof (CptNaming));
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_word = g_hash_table_new (NULL, NULL);
  self->strings = g_string_chunk_new (4096);
  prepare_stems (&finder);
  note_spellings (&finder);
  find_namings (&finder);
  chain_namesakes (&finder);
  join_short_names (&finder);
  gather_evidence (&finder);
  g_free (finder.seen);
  g_free (finder.titled);
  g_free (finder.stems);
  g_clear_pointer (&finder.stem_numbers, g_hash_table_unref);
  return self;
}

void
cpt_entities_free (CptEntities *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_array_unref (self->namings);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_word);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * cpt_entities_describe:
 * @words: a description that stands for somebody without a name ("the city council")
 *
 * Returns: the entity for @words; the same for the same words
 */
guint
cpt_entities_describe (CptEntities *self, const char *words, CptEntityKind kind, CptGender gender, gboolean plural)
{
  gpointer found = g_hash_table_lookup (self->by_name, words);
  CptEntity entity = {
    .kind = kind, .gender = gender, .plural = plural, .mention = -1, .last_word = CPT_NO_WORD, .namesake = -1
  };

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  entity.name = g_string_chunk_insert (self->strings, words);
  g_array_append_val (self->items, entity);
  g_hash_table_insert (self->by_name, (gpointer)entity.name, GUINT_TO_POINTER (self->items->len));
  return self->items->len - 1;
}

/**
 * cpt_entities_find_naming:
 * @token: a token
 *
 * Returns: the number of the first naming that ends after @token; their number when there is none
 *
 * Cost: logarithmic.
 */
guint
cpt_entities_find_naming (const CptEntities *self, guint token)
{
  guint low = 0, high = self->namings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cpt_entities_get_naming (self, middle)->end <= token)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
