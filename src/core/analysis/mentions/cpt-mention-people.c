// SPDX-License-Identifier: GPL-3.0-or-later
// The persons of one article: which names are one person, of what gender, on which side. Room: core/analysis/mentions;
// does not decide where a name stands in a phrase.
#include "cpt-mention-people.h"

#include <string.h>

#define MAX_NAME_WORDS 5
#define PRONOUN_WINDOW_TOKENS 40

static const CptToken *
get_token (const CptPeople *self, guint token)
{
  return &self->text->reading->tokens[token];
}

static guint32
get_class (const CptPeople *self, guint token)
{
  guint32 word = get_token (self, token)->word;

  return word == CPT_NO_WORD ? CPT_NO_WORD : self->classes[word];
}

/* Words that differ by an ending of declension only share a class: "Петров" and "Петрова". */
static void
make_classes (CptPeople *self)
{
  const CptReading *reading = self->text->reading;
  guint n_words = cpt_tokens_get_n_words (reading->token_table);

  for (guint32 i = 0; i < n_words; i++)
    {
      const char *word = cpt_tokens_get_word (reading->token_table, i);
      char *stem;
      gpointer first;

      self->classes[i] = i;
      if (!cpt_mention_is_cyrillic (word))
        continue;
      stem = g_strndup (word, cpt_mention_stem_length (word, strlen (word)));
      if (g_hash_table_lookup_extended (self->stems, stem, NULL, &first))
        self->classes[i] = GPOINTER_TO_UINT (first);
      else
        g_hash_table_insert (self->stems, g_steal_pointer (&stem), GUINT_TO_POINTER (i));
      g_free (stem);
    }
}

static gboolean
is_capitalised (const CptReading *reading, guint token)
{
  return token < reading->n_tokens && reading->tokens[token].kind == CPT_TOKEN_WORD
         && reading->tokens[token].flags & CPT_TOKEN_CAPITALISED;
}

static void
note_occurrences (CptPeople *self)
{
  const CptReading *reading = self->text->reading;

  for (guint i = 0; i < reading->n_tokens; i++)
    {
      guint32 word = reading->tokens[i].word;

      if (word == CPT_NO_WORD)
        continue;
      if (!(reading->tokens[i].flags & CPT_TOKEN_CAPITALISED))
        self->seen[word] |= CPT_SEEN_LOWER;
      else if (!is_capitalised (reading, i + 1) && (i == 0 || !is_capitalised (reading, i - 1)))
        self->seen[word] |= CPT_SEEN_ALONE;
    }
}

void
cpt_people_init (CptPeople *self, const CptActorIndex *index, const CptIndexedText *text)
{
  const CptReading *reading = text->reading;
  guint n_words = cpt_tokens_get_n_words (reading->token_table);

  self->index = index;
  self->text = text;
  self->persons = g_array_new (FALSE, TRUE, sizeof (CptPerson));
  self->by_surname = g_hash_table_new (NULL, NULL);
  self->by_first = g_hash_table_new (NULL, NULL);
  self->by_actor = g_hash_table_new (NULL, NULL);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_new (guint32, n_words + 1);
  self->seen = g_new0 (guint8, n_words + 1);
  make_classes (self);
  note_occurrences (self);
}

void
cpt_people_clear (CptPeople *self)
{
  g_array_unref (self->persons);
  g_hash_table_unref (self->by_surname);
  g_hash_table_unref (self->by_first);
  g_hash_table_unref (self->by_actor);
  g_hash_table_unref (self->stems);
  g_free (self->classes);
  g_free (self->seen);
}

CptPerson *
cpt_people_get (const CptPeople *self, int person)
{
  return &g_array_index (self->persons, CptPerson, person);
}

static int
add_person (CptPeople *self, int actor, CptNameWords name)
{
  CptPerson person = { .actor = actor,
                       .name = name,
                       .surname = get_class (self, name.end - 1),
                       .side = CPT_NO_SIDE,
                       .owner = -1,
                       .head = CPT_NO_WORD,
                       .first_token = name.begin };

  g_array_append_val (self->persons, person);
  return (int) self->persons->len - 1;
}

static void
remember_first_name (CptPeople *self, int person)
{
  CptNameWords name = cpt_people_get (self, person)->name;
  gpointer key = GUINT_TO_POINTER (get_class (self, name.begin) + 1), other;

  if (name.end - name.begin < 2 || !(cpt_indexed_text_flags (self->text, name.begin) & CPT_WORD_FIRST_NAME))
    return;
  if (g_hash_table_lookup_extended (self->by_first, key, NULL, &other) && GPOINTER_TO_INT (other) != person + 1)
    person = -1;
  g_hash_table_insert (self->by_first, key, GINT_TO_POINTER (person + 1));
}

static void
remember_names (CptPeople *self, int person)
{
  guint32 surname = cpt_people_get (self, person)->surname;

  if (surname != CPT_NO_WORD)
    g_hash_table_insert (self->by_surname, GUINT_TO_POINTER (surname + 1), GINT_TO_POINTER (person + 1));
  remember_first_name (self, person);
}

static guint
count_name_words (CptNameWords name)
{
  return name.end - name.begin;
}

/* The person for an actor of the profile; its side needs no evidence of the text. */
int
cpt_people_add_actor (CptPeople *self, const CptNameMatch *match)
{
  const CptActor *actor = cpt_actor_index_get_actor (self->index, match->actor);
  CptNameWords name = { match->begin, match->end };
  int person = GPOINTER_TO_INT (g_hash_table_lookup (self->by_actor, GINT_TO_POINTER (match->actor + 1))) - 1;
  CptPerson *data;

  if (person < 0)
    {
      person = add_person (self, match->actor, name);
      g_hash_table_insert (self->by_actor, GINT_TO_POINTER (match->actor + 1), GINT_TO_POINTER (person + 1));
    }
  data = cpt_people_get (self, person);
  data->gender = actor->gender;
  data->side = match->in_period ? actor->side : CPT_NO_SIDE;
  data->side_confidence = 1;
  if (count_name_words (name) > count_name_words (data->name))
    data->name = name;
  remember_names (self, person);
  return person;
}

int
cpt_people_find_surname (const CptPeople *self, guint token)
{
  guint32 surname = get_class (self, token);

  if (surname == CPT_NO_WORD)
    return -1;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_surname, GUINT_TO_POINTER (surname + 1))) - 1;
}

/* The one person of the article whose given name the word at @token is; -1 when there are none or several. */
int
cpt_people_find_first (const CptPeople *self, guint token)
{
  guint32 first = get_class (self, token);

  if (first == CPT_NO_WORD)
    return -1;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_first, GUINT_TO_POINTER (first + 1))) - 1;
}

/* Whether the article goes on with the last word alone, as one does after a person's full name. */
gboolean
cpt_people_recurs (const CptPeople *self, CptNameWords name)
{
  guint32 last = get_token (self, name.end - 1)->word;
  guint32 first = get_token (self, name.begin)->word;

  return (self->seen[last] & (CPT_SEEN_ALONE | CPT_SEEN_LOWER)) == CPT_SEEN_ALONE
         && !(first != CPT_NO_WORD && self->seen[first] & CPT_SEEN_LOWER);
}

/* "Petrov" and "Ivan Petrov" are one person; "Anna Petrova" and "Ivan Petrov" are two. */
static gboolean
names_agree (const CptPeople *self, CptNameWords a, CptNameWords b)
{
  return count_name_words (a) == 1 || count_name_words (b) == 1
         || get_class (self, a.begin) == get_class (self, b.begin);
}

static CptGender
get_word_gender (guint flags)
{
  if ((flags & (CPT_WORD_MALE | CPT_WORD_FEMALE)) == CPT_WORD_MALE)
    return CPT_GENDER_MALE;
  return (flags & (CPT_WORD_MALE | CPT_WORD_FEMALE)) == CPT_WORD_FEMALE ? CPT_GENDER_FEMALE : CPT_GENDER_UNKNOWN;
}

static CptGender
get_first_name_gender (const CptPeople *self, CptNameWords name)
{
  guint flags = count_name_words (name) > 1 ? cpt_indexed_text_flags (self->text, name.begin) : 0;

  return flags & CPT_WORD_FIRST_NAME ? get_word_gender (flags) : CPT_GENDER_UNKNOWN;
}

/**
 * cpt_people_add_unknown:
 * @name: words that were found to be a person's name
 *
 * Returns: the person that the profile does not know; the same one for the same surname unless first names differ. The
 *   surname of an actor that the article has named leads to that actor.
 */
int
cpt_people_add_unknown (CptPeople *self, CptNameWords name)
{
  int person = cpt_people_find_surname (self, name.end - 1);
  CptPerson *data;

  if (person < 0 || !names_agree (self, cpt_people_get (self, person)->name, name))
    person = add_person (self, -1, name);
  data = cpt_people_get (self, person);
  if (count_name_words (name) > count_name_words (data->name))
    data->name = name;
  if (data->gender == CPT_GENDER_UNKNOWN)
    data->gender = get_first_name_gender (self, data->name);
  remember_names (self, person);
  return person;
}

/* "Singer" is an occupation, but a surname in "Paul Singer". */
static gboolean
is_after_first_name (const CptPeople *self, guint token)
{
  guint before = token > 1 && get_token (self, token - 1)->first == '.' ? token - 1 : token; /* "Mr." */

  return before > 0 && cpt_indexed_text_flags (self->text, before - 1) & (CPT_WORD_FIRST_NAME | CPT_WORD_HONORIFIC)
         && get_token (self, before - 1)->flags & CPT_TOKEN_CAPITALISED;
}

static gboolean
is_name_word (const CptPeople *self, guint token)
{
  const CptToken *t = get_token (self, token);
  guint flags = cpt_indexed_text_flags (self->text, token);
  CptNameMatch match;

  if (t->kind != CPT_TOKEN_WORD || !(t->flags & CPT_TOKEN_CAPITALISED) || t->flags & CPT_TOKEN_HAS_DIGIT)
    return FALSE;
  if (t->flags & CPT_TOKEN_ALL_CAPS && t->end_bytes - t->begin_bytes < 4)
    return FALSE;
  if (flags & (CPT_WORD_NOT_NAME | CPT_WORD_FORMER)
      || (flags & (CPT_WORD_HEAD | CPT_WORD_SAYING) && !is_after_first_name (self, token)))
    return FALSE;
  return !cpt_actor_index_match (self->index, self->text, token, &match)
         || cpt_actor_index_get_actor (self->index, match.actor)->kind == CPT_ACTOR_PERSON;
}

static gboolean
is_glued (const CptPeople *self, guint token)
{
  return token < self->text->reading->n_tokens && !(get_token (self, token)->flags & CPT_TOKEN_SPACE_BEFORE);
}

/* "J." in "J. K. Smith" is one letter and its full stop. */
static guint
skip_initial (const CptPeople *self, guint token)
{
  const CptToken *t = get_token (self, token);

  if (token + 1 < self->text->reading->n_tokens && t->flags & CPT_TOKEN_CAPITALISED
      && t->end_bytes - t->begin_bytes <= 2 && get_token (self, token + 1)->first == '.' && is_glued (self, token + 1))
    return token + 2;
  return token;
}

/* Where the name's part that may begin at @token ends: a hyphenated word, an initial; @token itself when there is none. */
static guint
skip_name_part (const CptPeople *self, guint token)
{
  guint n = self->text->reading->n_tokens;
  guint at = skip_initial (self, token);

  if (at > token)
    return at;
  if (!is_name_word (self, token))
    return token;
  for (at = token + 1; at + 1 < n && get_token (self, at)->first == '-' && is_glued (self, at) && is_glued (self, at + 1)
                       && get_token (self, at + 1)->kind == CPT_TOKEN_WORD
                       && get_token (self, at + 1)->flags & CPT_TOKEN_CAPITALISED;
       at += 2)
    ;
  return at;
}

static guint
skip_particles (const CptPeople *self, guint token)
{
  guint n = self->text->reading->n_tokens, at = token;

  while (at < n && at < token + 3 && cpt_indexed_text_flags (self->text, at) & CPT_WORD_PARTICLE
         && !(get_token (self, at)->flags & CPT_TOKEN_PARAGRAPH_BEFORE))
    at++;
  return at < n && at > token && is_name_word (self, at) ? at : token;
}

/**
 * cpt_people_scan_name:
 * @token: where the name may begin
 * @max_words: at most so many parts
 * @name: (out): its words
 *
 * Takes capitalised words that can be a name, with hyphens, initials and particles ("van der"). It does not know
 * whether they are one.
 *
 * Returns: whether there is at least one such word
 */
gboolean
cpt_people_scan_name (const CptPeople *self, guint token, guint max_words, CptNameWords *name)
{
  guint n = self->text->reading->n_tokens, at = token;

  for (guint words = 0; words < MIN (max_words, MAX_NAME_WORDS) && at < n; words++)
    {
      guint begin = words > 0 ? skip_particles (self, at) : at;
      guint end;

      if (at > token && get_token (self, at)->flags & CPT_TOKEN_LINE_BEFORE)
        break;
      end = skip_name_part (self, begin);
      if (end == begin)
        break;
      at = end;
    }
  *name = (CptNameWords){ token, at };
  return at > token && get_token (self, at - 1)->kind == CPT_TOKEN_WORD;
}

void
cpt_people_offer_side (CptPeople *self, int person, int side, float confidence)
{
  CptPerson *data = cpt_people_get (self, person);

  if (data->actor >= 0 || confidence <= data->side_confidence)
    return;
  data->side = side;
  data->side_confidence = confidence;
}

/* The first "he" or "she" after the name, when nobody else is named before it. */
void
cpt_people_guess_gender (CptPeople *self, int person)
{
  CptPerson *data = cpt_people_get (self, person);
  guint end = MIN (data->name.end + PRONOUN_WINDOW_TOKENS, self->text->reading->n_tokens);

  if (data->gender != CPT_GENDER_UNKNOWN || data->actor >= 0)
    return;
  for (guint i = data->name.end; i < end; i++)
    {
      guint flags = cpt_indexed_text_flags (self->text, i);

      if (flags & (CPT_WORD_HE | CPT_WORD_SHE))
        {
          data->gender = flags & CPT_WORD_HE ? CPT_GENDER_MALE : CPT_GENDER_FEMALE;
          return;
        }
      if (flags & CPT_WORD_FIRST_NAME && get_token (self, i)->flags & CPT_TOKEN_CAPITALISED)
        return;
    }
}
