// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions of actors in an article. Room: core/analysis/mentions; decides nothing about who says what.
//
// Three steps: phrases from left to right (cpt-mention-phrases.c), then bare surnames of the persons that were named
// anywhere in the article, then sides, genders and fullest names, which only the whole article tells.
#include "cpt-mention-phrases.h"

#include <string.h>

static void
find_phrases (CptMentionFinder *self)
{
  for (guint token = 0; token < self->text.reading->n_tokens;)
    token = cpt_mention_phrases_take (self, token);
}

/* A capitalised word that is a surname here, or the given name of one person; not one that is an ordinary word too. */
static int
find_lone_name (const CptMentionFinder *self, guint token)
{
  const CptToken *t = &self->text.reading->tokens[token];
  int person;

  if (t->kind != CPT_TOKEN_WORD || !(t->flags & CPT_TOKEN_CAPITALISED)
      || self->text.words[t->word].flags & (CPT_WORD_NOT_NAME | CPT_WORD_HEAD)
      || self->people.seen[t->word] & CPT_SEEN_LOWER)
    return -1;
  person = cpt_people_find_surname (&self->people, token);
  return person >= 0 ? person : cpt_people_find_first (&self->people, token);
}

static void
add_surname (GArray *drafts, guint token, int person)
{
  CptMentionDraft draft = { .begin = token,
                            .end = token + 1,
                            .actor = -1,
                            .person = person,
                            .side = CPT_NO_SIDE,
                            .owner = -1,
                            .head = CPT_NO_WORD,
                            .kind = CPT_ACTOR_PERSON,
                            .confidence = 0.8f,
                            .rule = "surname",
                            .words = { token, token + 1 } };

  g_array_append_val (drafts, draft);
}

static void
find_surnames_between (const CptMentionFinder *self, GArray *drafts, guint begin, guint end)
{
  for (guint token = begin; token < end; token++)
    {
      int person = find_lone_name (self, token);

      if (person >= 0)
        add_surname (drafts, token, person);
    }
}

/* Bare surnames in the gaps between the phrases. */
static void
find_surnames (CptMentionFinder *self)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (CptMentionDraft), self->drafts->len + 8);
  guint at = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const CptMentionDraft *draft = &g_array_index (self->drafts, CptMentionDraft, i);

      find_surnames_between (self, all, at, draft->begin);
      g_array_append_val (all, *draft);
      at = draft->end;
    }
  if (self->people.persons->len > 0)
    find_surnames_between (self, all, at, self->text.reading->n_tokens);
  g_array_unref (self->drafts);
  self->drafts = all;
}

/* The words with single blanks between them, whatever line ends the text has. */
static const char *
copy_words (const CptReading *reading, CptNameWords words, GStringChunk *strings)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = words.begin; i < words.end; i++)
    {
      const CptToken *token = &reading->tokens[i];

      if (i > words.begin && token->flags & CPT_TOKEN_SPACE_BEFORE)
        g_string_append_c (name, ' ');
      g_string_append_len (name, reading->text + token->begin_bytes, token->end_bytes - token->begin_bytes);
    }
  return g_string_chunk_insert_const (strings, name->str);
}

static void
settle_person (const CptMentionFinder *self, const CptPerson *person, CptMention *mention, GStringChunk *strings)
{
  mention->actor = person->actor;
  mention->side = person->out_of_office && !person->in_office ? CPT_NO_SIDE : person->side;
  mention->gender = person->gender;
  mention->name = person->actor >= 0 ? cpt_actor_index_get_actor (self->index, person->actor)->name
                                     : copy_words (self->text.reading, person->name, strings);
  mention->name = g_string_chunk_insert_const (strings, mention->name);
}

/* "Western officials" are not the same people as "Western leaders", though the profile lists them together. */
static gboolean
names_itself (const CptMentionDraft *draft)
{
  return draft->kind == CPT_ACTOR_OFFICE || (draft->kind == CPT_ACTOR_GROUP && draft->end - draft->begin > 1);
}

static void
settle (const CptMentionFinder *self, const CptMentionDraft *draft, CptMention *mention, GStringChunk *strings)
{
  *mention = (CptMention){ .begin_token = draft->begin,
                           .end_token = draft->end,
                           .actor = draft->actor,
                           .side = draft->side,
                           .kind = draft->kind,
                           .confidence = draft->confidence,
                           .rule = draft->rule };
  if (draft->person >= 0)
    settle_person (self, cpt_people_get (&self->people, draft->person), mention, strings);
  else if (draft->actor >= 0 && !names_itself (draft))
    mention->name = g_string_chunk_insert_const (strings, cpt_actor_index_get_actor (self->index, draft->actor)->name);
  else
    mention->name = copy_words (self->text.reading, draft->words, strings);
}

static CptMentions *
settle_all (CptMentionFinder *self)
{
  CptMentions *mentions = g_new0 (CptMentions, 1);

  for (guint i = 0; i < self->people.persons->len; i++)
    cpt_people_guess_gender (&self->people, (int) i);
  mentions->strings = g_string_chunk_new (1024);
  mentions->n = self->drafts->len;
  mentions->items = g_new0 (CptMention, mentions->n + 1);
  for (guint i = 0; i < self->drafts->len; i++)
    settle (self, &g_array_index (self->drafts, CptMentionDraft, i), &mentions->items[i], mentions->strings);
  return mentions;
}

/**
 * cpt_mentions_find:
 * @reading: an article cut into tokens
 * @index: the names to look for
 *
 * Finds the noun phrases and names that denote actors: those of the profile, offices and bodies of theirs ("Russian
 * officials"), and persons whom the profile does not know. An article before a phrase is not part of its mention.
 * Pronouns are left to the attribution.
 *
 * Returns: (transfer full): the mentions, ascending and disjoint. A person has one side throughout.
 *
 * Cost: linear; one look-up for every distinct word, then a few comparisons for each token.
 */
CptMentions *
cpt_mentions_find (const CptReading *reading, const CptActorIndex *index)
{
  CptMentionFinder finder = { .index = index };
  CptMentions *mentions;

  finder.drafts = g_array_new (FALSE, FALSE, sizeof (CptMentionDraft));
  cpt_indexed_text_init (&finder.text, index, reading);
  cpt_people_init (&finder.people, index, &finder.text);
  find_phrases (&finder);
  find_surnames (&finder);
  mentions = settle_all (&finder);
  cpt_people_clear (&finder.people);
  cpt_indexed_text_clear (&finder.text);
  g_array_unref (finder.drafts);
  return mentions;
}

void
cpt_mentions_free (CptMentions *self)
{
  if (self == NULL)
    return;
  g_free (self->items);
  g_string_chunk_free (self->strings);
  g_free (self);
}
