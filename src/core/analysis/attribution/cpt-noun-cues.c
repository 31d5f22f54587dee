// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that report speech by a noun with its speaker after it: "the warning by the mayor that ...", "in the
// opinion of the mayor, ...". Room: core/analysis/attribution; knows classes of words only.
#include "cpt-noun-cues.h"

#include "cpt-noun-phrases.h"

typedef struct
{
  const CptClues *clues;
  const CptToken *tokens;
  CptTag *tags;
  guint begin; /* of the sentence in hand */
  guint end;   /* without its closing marks */
} Finder;

static guint32
clue_at (const Finder *self, guint token)
{
  return cpt_clues_at (self->clues, token);
}

/* A phrase for a person or a body, or a name. */
static gboolean
can_speak (const Finder *self, CptTokenRange phrase)
{
  guint head = cpt_noun_phrase_find_head (self->clues, phrase);

  return self->tokens[head].flags & CPT_TOKEN_CAPITALISED
         || cpt_noun_phrase_get_kind (self->clues, head) & (CPT_CLUE_PERSON | CPT_CLUE_BODY);
}

/* The speaker after the preposition that follows @noun. */
static CptTokenRange
speaker_of (const Finder *self, guint noun)
{
  CptTokenRange phrase = { 0, 0 };

  if (noun + 3 < self->end && clue_at (self, noun + 1) & CPT_CLUE_PREPOSITION)
    phrase = cpt_noun_phrase_after (self->clues, noun + 2, self->end);
  return !cpt_token_range_is_empty (phrase) && can_speak (self, phrase) ? phrase : (CptTokenRange){ 0, 0 };
}

static gboolean
put (const Finder *self, CptTokenRange cue, CptTokenRange source, guint content)
{
  cpt_tags_put (self->tags, cue.begin, cue.end, CPT_ROLE_CUE);
  cpt_tags_put (self->tags, source.begin, source.end, CPT_ROLE_RIGHT_SOURCE);
  return cpt_tags_put (self->tags, content, self->end, CPT_ROLE_RIGHT_CONTENT);
}

/* "The |warning| by |the mayor| |that the bridge would fall|". */
static gboolean
tag_that (const Finder *self, guint noun)
{
  CptTokenRange speaker = speaker_of (self, noun);

  if (cpt_token_range_is_empty (speaker) || speaker.end + 1 >= self->end
      || !(clue_at (self, speaker.end) & CPT_CLUE_THAT))
    return FALSE;
  return put (self, (CptTokenRange){ noun, noun + 1 }, speaker, speaker.end);
}

/* "|In the opinion of| |the mayor|, |the bridge is unsafe|". */
static gboolean
tag_viewpoint (const Finder *self, guint noun)
{
  CptTokenRange speaker;

  if (self->clues->language->viewpoints == NULL || !(clue_at (self, self->begin) & CPT_CLUE_PREPOSITION)
      || noun > self->begin + 2
      || !g_strv_contains (self->clues->language->viewpoints, cpt_reading_get_word (self->clues->reading, noun)))
    return FALSE;
  speaker = speaker_of (self, noun);
  if (cpt_token_range_is_empty (speaker) || speaker.end + 1 >= self->end
      || !cpt_clues_is_mark (self->clues, speaker.end, ','))
    return FALSE;
  return put (self, (CptTokenRange){ self->begin, noun + 2 }, speaker, speaker.end + 1);
}

static void
tag_sentence (const Finder *self)
{
  for (guint i = self->begin; i < self->end; i++)
    if (self->tags[i] != CPT_TAG_NONE || self->clues->quotation[i] != 0)
      return;
  for (guint i = self->begin; i < self->end; i++)
    if (clue_at (self, i) & CPT_CLUE_SAY_NOUN && (tag_viewpoint (self, i) || tag_that (self, i)))
      return;
}

/**
 * cpt_noun_cues_tag:
 * @clues: the text
 * @tags: its tags; sentences without any may get some
 *
 * Cost: linear.
 */
void
cpt_noun_cues_tag (const CptClues *clues, CptTag *tags)
{
  Finder self = { clues, clues->reading->tokens, tags, 0, 0 };

  for (guint i = 0; i < clues->reading->n_sentences; i++)
    {
      self.begin = clues->reading->sentences[i].begin_token;
      self.end = clues->reading->sentences[i].end_token;
      while (self.end > self.begin && self.tokens[self.end - 1].kind == CPT_TOKEN_MARK)
        self.end--;
      if (self.begin < self.end)
        tag_sentence (&self);
    }
}
