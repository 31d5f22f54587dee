// SPDX-License-Identifier: GPL-3.0-or-later
// Speech under the name of its speaker: the turns of an interview or debate ("LINDT: We are ready.") and headlines
// ("Norland: bridge is unsafe"). Room: core/analysis/attribution; knows names, colons and paragraphs.
#include "cpt-labelled-speech.h"

/* "The Mayor of Norton:" */
#define MAX_LABEL_TOKENS 6

/* In weight units: as sure as the weights seldom are. */
#define SURE_MARGIN 160

/* With fewer turns, words before a colon may be a heading. */
#define MIN_TURNS 2

typedef struct
{
  const CptClues *clues;
  const CptToken *tokens;
  const CptEntities *entities;
  CptTag *tags;
  guint16 *margins;
  guint8 *known; /* by entity: whether the profile knows it, or the text names it where no colon follows */
} Finder;

/* A paragraph's label [begin, colon) and the end of what stands under it. */
typedef struct
{
  guint begin;
  guint colon;
  guint end;
} Turn;

static gboolean
is_mark_of (const Finder *self, guint token, gunichar mark)
{
  return self->tokens[token].kind == CPT_TOKEN_MARK && self->tokens[token].first == mark;
}

/* The first token of the paragraph's words: past an opening quotation mark. */
static guint
skip_opening_mark (const Finder *self, guint begin)
{
  const CptReading *reading = self->clues->reading;

  return begin + 1 < reading->n_tokens && self->tokens[begin].kind == CPT_TOKEN_MARK
                 && self->clues->quotation[begin] != 0
             ? begin + 1
             : begin;
}

static gboolean
is_label_word (const Finder *self, guint token)
{
  const CptToken *item = &self->tokens[token];

  return item->kind == CPT_TOKEN_WORD ? (item->flags & CPT_TOKEN_CAPITALISED) != 0
                                      : item->kind == CPT_TOKEN_MARK && (item->first == '.' || item->first == '-');
}

/* Where the colon stands after a few capitalised words at @begin; 0 when it does not. */
static guint
find_colon (const Finder *self, guint begin, guint end)
{
  guint colon = begin;

  while (colon < end && colon - begin < MAX_LABEL_TOKENS && is_label_word (self, colon))
    colon++;
  return colon > begin && colon + 1 < end && is_mark_of (self, colon, ':') ? colon : 0;
}

/* Whether the label is a name of the article, and nothing else. */
static gboolean
is_named (const Finder *self, guint begin, guint colon)
{
  guint i = cpt_entities_find_naming (self->entities, begin);
  const CptNaming *naming;

  if (i >= self->entities->namings->len)
    return FALSE;
  naming = cpt_entities_get_naming (self->entities, i);
  return naming->begin == begin && naming->end == colon;
}

/* Who is named nowhere but in labels may be no name at all ("Update:"). */
static gboolean
is_known (const Finder *self, guint begin)
{
  return self
      ->known[cpt_entities_get_naming (self->entities, cpt_entities_find_naming (self->entities, begin))->entity];
}

static guint8 *
find_known (const Finder *self)
{
  guint8 *known = g_new0 (guint8, self->entities->items->len + 1);

  for (guint i = 0; i < self->entities->namings->len; i++)
    {
      const CptNaming *naming = cpt_entities_get_naming (self->entities, i);

      known[naming->entity] |=
          cpt_entities_get (self->entities, naming->entity)->mention >= 0
          || (naming->end < self->clues->reading->n_tokens && !is_mark_of (self, naming->end, ':'));
    }
  return known;
}

static void
overrule (const Finder *self, guint begin, guint end, CptRole role)
{
  for (guint i = begin; i < end; i++)
    {
      self->tags[i] = cpt_tag_of_role (role, i == begin);
      if (self->margins != NULL)
        self->margins[i] = SURE_MARGIN;
    }
}

static void
tag_turn (const Finder *self, const Turn *turn)
{
  guint n_tokens = self->clues->reading->n_tokens;
  CptRole next = turn->end < n_tokens ? cpt_tag_get_role (self->tags[turn->end]) : CPT_ROLE_NONE;

  if (turn->begin > 0 && self->clues->sentence[turn->begin - 1] == self->clues->sentence[turn->begin])
    overrule (self, turn->begin - 1, turn->begin, CPT_ROLE_NONE);
  overrule (self, turn->begin, turn->colon, CPT_ROLE_LEFT_SOURCE);
  overrule (self, turn->colon, turn->colon + 1, CPT_ROLE_CUE);
  overrule (self, turn->colon + 1, turn->end, CPT_ROLE_RIGHT_CONTENT);
  if (next >= CPT_ROLE_LEFT_CONTENT)
    self->tags[turn->end] = cpt_tag_of_role (next, TRUE);
}

/* The labels of the text's paragraphs, each with the paragraph's end. */
static GArray *
find_turns (const Finder *self)
{
  const CptReading *reading = self->clues->reading;
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  for (guint i = 0; i < reading->n_sentences; i++)
    {
      const CptSentence *sentence = &reading->sentences[i];
      guint last = i, begin;
      Turn turn;

      if ((i > 0 && reading->sentences[i - 1].paragraph == sentence->paragraph)
          || sentence->begin_token >= sentence->end_token)
        continue;
      while (last + 1 < reading->n_sentences && reading->sentences[last + 1].paragraph == sentence->paragraph)
        last++;
      begin = skip_opening_mark (self, sentence->begin_token);
      turn = (Turn){ begin, find_colon (self, begin, reading->sentences[last].end_token),
                     reading->sentences[last].end_token };
      if (turn.colon != 0)
        g_array_append_val (turns, turn);
    }
  return turns;
}

/* How many turns each label has, by the number of its last word. */
static GHashTable *
count_turns (const Finder *self, const GArray *turns)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      gpointer label = GUINT_TO_POINTER (self->tokens[g_array_index (turns, Turn, i).colon - 1].word);

      g_hash_table_insert (counts, label,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, label)) + 1));
    }
  return counts;
}

/* "LINDT:", or a name: not "Question:". */
static gboolean
is_speaker (const Finder *self, const Turn *turn)
{
  return self->tokens[turn->colon - 1].flags & CPT_TOKEN_ALL_CAPS
         || (is_named (self, turn->begin, turn->colon) && is_known (self, turn->begin));
}

/* A headline has one label, which the article names again; it is the first paragraph and has no further sentence. */
static gboolean
is_headline (const Finder *self, const Turn *turn)
{
  return self->clues->sentence[turn->begin] == 0 && is_named (self, turn->begin, turn->colon)
         && is_known (self, turn->begin);
}

/**
 * cpt_labelled_speech_tag:
 * @clues: the text
 * @entities: its names
 * @tags: its tags; those of labelled speech are replaced
 * @margins: (nullable): how sure the tags are; likewise
 *
 * Cost: linear; only what two or more paragraphs are labelled with is taken for turns.
 */
void
cpt_labelled_speech_tag (const CptClues *clues, const CptEntities *entities, CptTag *tags, guint16 *margins)
{
  Finder self = { clues, clues->reading->tokens, entities, tags, margins, NULL };
  g_autoptr (GArray) turns = find_turns (&self);
  g_autoptr (GHashTable) counts = count_turns (&self, turns);
  g_autofree guint8 *known = self.known = find_known (&self);

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);
      gpointer label = GUINT_TO_POINTER (self.tokens[turn->colon - 1].word);

      if (is_headline (&self, turn)
          || (GPOINTER_TO_UINT (g_hash_table_lookup (counts, label)) >= MIN_TURNS && is_speaker (&self, turn)))
        tag_turn (&self, turn);
    }
}
