// SPDX-License-Identifier: GPL-3.0-or-later
// Finds names: the profile's mentions, and runs of capitalised words that no profile knows. Joins "Smith" to "Ann
// Smith". Room: core/analysis/attribution; knows classes of words only.
#include "cpt-entities.h"

#include <string.h>

/* Capitalised words in a row beyond this are a headline in capitals, not a name. */
#define MAX_NAME_TOKENS 12

/* How the text spells a word elsewhere: in lower case; with a capital where no sentence begins. */
#define SEEN_LOWER 1u
#define SEEN_NAME 2u

typedef struct
{
  CptEntities *entities;
  const CptClues *clues;
  const CptToken *tokens;
  guint n_tokens;
  guint8 *seen; /* by word: SEEN_LOWER and SEEN_NAME */
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

/* "Recent reports": at the beginning of a sentence a word that nothing else shows to be a name, before a noun. */
static gboolean
qualifies_next (const Finder *self, guint token)
{
  const guint32 after_subject = CPT_CLUE_FINITE | CPT_CLUE_BASE | CPT_CLUE_AUXILIARY | CPT_CLUE_ADVERB
                                | CPT_CLUE_CONJUNCTION | CPT_CLUE_PREPOSITION | CPT_CLUE_EVENT_VERB | CPT_CLUE_RELATIVE;
  const CptToken *next = &self->tokens[token + 1];

  return token + 1 < self->n_tokens && next->kind == CPT_TOKEN_WORD && !(next->flags & CPT_TOKEN_CAPITALISED)
         && !(cpt_clues_at (self->clues, token + 1) & after_subject);
}

static gboolean
follows_capitalised (const Finder *self, guint token)
{
  return token > 0 && self->tokens[token - 1].kind == CPT_TOKEN_WORD
         && self->tokens[token - 1].flags & CPT_TOKEN_CAPITALISED;
}

static gboolean
is_name_word (const Finder *self, guint token)
{
  const CptToken *item = &self->tokens[token];
  guint32 clue = cpt_clues_at (self->clues, token);

  if (item->kind != CPT_TOKEN_WORD || !(item->flags & CPT_TOKEN_CAPITALISED) || is_function_word (clue))
    return FALSE;
  /* "on Tuesday": an adverb by itself, in capitals as it is, names nobody; "Billy Long" does. */
  if (clue & CPT_CLUE_ADVERB && !(clue & (CPT_CLUE_GIVEN_NAME | CPT_CLUE_TITLE)) && !follows_capitalised (self, token))
    return FALSE;
  if (!opens_sentence (self, token) || clue & (CPT_CLUE_GIVEN_NAME | CPT_CLUE_TITLE))
    return TRUE;
  if (self->seen[item->word] & SEEN_LOWER
      || clue & (CPT_CLUE_ADVERB | CPT_CLUE_FINITE | CPT_CLUE_GERUND | CPT_CLUE_SAY_NOUN))
    return FALSE;
  return self->seen[item->word] & SEEN_NAME || !qualifies_next (self, token);
}

static gboolean
next_is_capitalised (const Finder *self, guint token)
{
  return token + 1 < self->n_tokens && self->tokens[token + 1].kind == CPT_TOKEN_WORD
         && self->tokens[token + 1].flags & CPT_TOKEN_CAPITALISED;
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
    if (self->tokens[end].kind == CPT_TOKEN_WORD && self->tokens[end].flags & CPT_TOKEN_CAPITALISED
        && !is_function_word (cpt_clues_at (self->clues, end))
        && self->clues->sentence[end] == self->clues->sentence[begin])
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
  CptEntity entity = { .mention = -1, .n_words = end - name_begin };

  if (cpt_clues_at (self->clues, end - 1) & CPT_CLUE_BODY)
    entity.kind = CPT_ENTITY_BODY;
  else if (name_begin > begin || cpt_clues_at (self->clues, name_begin) & CPT_CLUE_GIVEN_NAME)
    entity.kind = CPT_ENTITY_PERSON;
  if (entity.kind == CPT_ENTITY_PERSON)
    for (guint i = begin; i <= name_begin && entity.gender == CPT_GENDER_UNKNOWN; i++)
      entity.gender = gender_of (cpt_clues_at (self->clues, i));
  return entity;
}

static guint
add_entity (Finder *self, const char *name, const CptEntity *entity)
{
  CptEntities *entities = self->entities;
  gpointer found = g_hash_table_lookup (entities->by_name, name);
  CptEntity copy = *entity;

  if (found != NULL)
    {
      CptEntity *known = cpt_entities_get (entities, GPOINTER_TO_UINT (found) - 1);

      known->gender = known->gender == CPT_GENDER_UNKNOWN ? entity->gender : known->gender;
      known->kind = known->kind == CPT_ENTITY_UNKNOWN ? entity->kind : known->kind;
      return GPOINTER_TO_UINT (found) - 1;
    }
  copy.name = g_string_chunk_insert (entities->strings, name);
  g_array_append_val (entities->items, copy);
  g_hash_table_insert (entities->by_name, (gpointer)copy.name, GUINT_TO_POINTER (entities->items->len));
  return entities->items->len - 1;
}

static void
add_naming (Finder *self, guint begin, guint name_begin, guint end, guint entity)
{
  CptNaming naming = { begin, name_begin, end, entity };
  guint32 word = self->tokens[end - 1].word;
  gpointer key = GUINT_TO_POINTER (word + 1);
  gpointer known = word == CPT_NO_WORD ? NULL : g_hash_table_lookup (self->entities->by_word, key);

  g_array_append_val (self->entities->namings, naming);
  if (word != CPT_NO_WORD
      && (known == NULL
          || cpt_entities_get (self->entities, GPOINTER_TO_UINT (known) - 1)->n_words
                 < cpt_entities_get (self->entities, entity)->n_words))
    g_hash_table_insert (self->entities->by_word, key, GUINT_TO_POINTER (entity + 1));
}

static guint
take_mention (Finder *self, int index)
{
  const CptMention *mention = &self->entities->mentions->items[index];
  CptEntity entity = { .mention = index, .gender = mention->gender, .n_words = 3 };
  guint number;

  if (mention->kind == CPT_ACTOR_DEMONYM || mention->name == NULL || mention->end_token <= mention->begin_token)
    return MAX (mention->begin_token + 1, mention->end_token);
  entity.kind = mention->kind == CPT_ACTOR_PERSON ? CPT_ENTITY_PERSON : CPT_ENTITY_BODY;
  number = add_entity (self, mention->name, &entity);
  add_naming (self, mention->begin_token, mention->begin_token, mention->end_token, number);
  return mention->end_token;
}

static guint
take_name (Finder *self, guint begin, guint limit)
{
  guint end = MIN (name_end (self, begin), limit);
  guint name_begin = skip_titles (self, begin, end);
  CptEntity entity = describe (self, begin, name_begin, end);
  g_autofree char *name = dup_words (self, name_begin, end);

  add_naming (self, begin, name_begin, end, add_entity (self, name, &entity));
  return end;
}

static void
note_spellings (Finder *self)
{
  self->seen = g_new0 (guint8, cpt_tokens_get_n_words (self->clues->reading->token_table) + 1);
  for (guint i = 0; i < self->n_tokens; i++)
    if (self->tokens[i].kind == CPT_TOKEN_WORD)
      {
        if (!(self->tokens[i].flags & CPT_TOKEN_CAPITALISED))
          self->seen[self->tokens[i].word] |= SEEN_LOWER;
        else if (!opens_sentence (self, i))
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

/* "Smith" is "Ann Smith" when the article names one. */
static void
join_short_names (Finder *self)
{
  CptEntities *entities = self->entities;

  for (guint i = 0; i < entities->namings->len; i++)
    {
      CptNaming *naming = &g_array_index (entities->namings, CptNaming, i);
      CptEntity *entity = cpt_entities_get (entities, naming->entity);
      guint32 word = self->tokens[naming->end - 1].word;
      gpointer full = word == CPT_NO_WORD ? NULL : g_hash_table_lookup (entities->by_word, GUINT_TO_POINTER (word + 1));
      CptEntity *other = full == NULL ? NULL : cpt_entities_get (entities, GPOINTER_TO_UINT (full) - 1);

      if (other == NULL || entity->mention >= 0 || entity->n_words > 1 || other == entity
          || other->kind == CPT_ENTITY_BODY)
        continue;
      if (other->gender == CPT_GENDER_UNKNOWN)
        other->gender = entity->gender;
      naming->entity = GPOINTER_TO_UINT (full) - 1;
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
  Finder finder = { self, clues, clues->reading->tokens, clues->reading->n_tokens, NULL };

  self->clues = clues;
  self->mentions = mentions;
  self->items = g_array_new (FALSE, FALSE, sizeof (CptEntity));
  self->namings = g_array_new (FALSE, FALSE, sizeof (CptNaming));
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_word = g_hash_table_new (NULL, NULL);
  self->strings = g_string_chunk_new (4096);
  note_spellings (&finder);
  find_namings (&finder);
  join_short_names (&finder);
  g_free (finder.seen);
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
