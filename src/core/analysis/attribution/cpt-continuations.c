// SPDX-License-Identifier: GPL-3.0-or-later
// Finds sentences that go on reporting what the sentence before reported ("Under this plan, ... would ..."), and those
// that take speech up by a noun ("Smith's comments reflect ..."). Room: core/analysis/attribution; knows classes of
// words only.
#include "cpt-continuations.h"

/* The words that take a plan up stand within so many tokens of a sentence's beginning. */
#define HEAD_TOKENS 5

typedef struct
{
  const CptClues *clues;
  const GArray *links;   /* what the tags said */
  GArray *found;         /* CptLink */
  int *link_of_sentence; /* a link with content or cue in the sentence, or -1 */
} Finder;

static guint32
clue_at (const Finder *self, guint token)
{
  return cpt_clues_at (self->clues, token);
}

static void
note (Finder *self, CptTokenRange range, int link)
{
  if (cpt_token_range_is_empty (range))
    return;
  for (guint i = self->clues->sentence[range.begin]; i <= self->clues->sentence[range.end - 1]; i++)
    self->link_of_sentence[i] = link;
}

static void
note_links (Finder *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const CptLink *link = &g_array_index (self->links, CptLink, i);

      note (self, link->cue, (int)i);
      for (guint k = 0; k < link->n_contents; k++)
        note (self, link->contents[k], (int)i);
    }
}

static gboolean
has_conditional (const Finder *self, const CptSentence *sentence)
{
  for (guint i = sentence->begin_token; i < sentence->end_token; i++)
    if (clue_at (self, i) & CPT_CLUE_AUXILIARY
        && g_strv_contains (self->clues->language->conditionals, cpt_reading_get_word (self->clues->reading, i)))
      return TRUE;
  return FALSE;
}

/* "Under this plan", "This framework": a demonstrative and, soon after it, a noun for what somebody laid out. */
static gboolean
takes_up_plan (const Finder *self, const CptSentence *sentence)
{
  guint limit = MIN (sentence->end_token, sentence->begin_token + HEAD_TOKENS);
  gboolean pointing = FALSE;

  for (guint i = sentence->begin_token; i < limit; i++)
    {
      pointing |= (clue_at (self, i) & CPT_CLUE_DEMONSTRATIVE) != 0;
      if (pointing && clue_at (self, i) & CPT_CLUE_PLAN_NOUN)
        return TRUE;
    }
  return FALSE;
}

static CptTokenRange
whole (const Finder *self, const CptSentence *sentence)
{
  guint end = sentence->end_token;

  while (end > sentence->begin_token && self->clues->reading->tokens[end - 1].kind == CPT_TOKEN_MARK
         && self->clues->quotation[end - 1] == 0)
    end--;
  return (CptTokenRange){ sentence->begin_token, end };
}

static gboolean
go_on (Finder *self, guint number)
{
  const CptSentence *sentence = &self->clues->reading->sentences[number];
  int before = number > 0 ? self->link_of_sentence[number - 1] : -1;
  CptLink link = { .n_contents = 1, .confidence = 0.7f, .rule = "plan-goes-on" };

  if (before < 0 || !takes_up_plan (self, sentence) || !has_conditional (self, sentence))
    return FALSE;
  link.contents[0] = whole (self, sentence);
  g_array_append_val (self->found, link);
  self->link_of_sentence[number] = before;
  return TRUE;
}

/* A word in lower case that is no function word; verbs of narration do not count. */
static gboolean
may_be_verb (const Finder *self, guint token)
{
  const CptToken *item = &self->clues->reading->tokens[token];
  guint32 clue = clue_at (self, token);

  if (item->kind != CPT_TOKEN_WORD || item->flags & CPT_TOKEN_CAPITALISED || clue & CPT_CLUE_EVENT_VERB)
    return FALSE;
  return (clue & ~(guint32)(CPT_CLUE_SAY | CPT_CLUE_REPORT | CPT_CLUE_STANCE | CPT_CLUE_FINITE | CPT_CLUE_BASE)) == 0;
}

/* "Smith's comments |reflect": the noun with its owner before it; nothing when the sentence only narrates what became
 * of the words ("His remarks came as ..."). */
static gboolean
take_noun_up (Finder *self, guint number)
{
  const CptSentence *sentence = &self->clues->reading->sentences[number];
  guint limit = MIN (sentence->end_token, sentence->begin_token + HEAD_TOKENS);
  CptLink link = { .n_contents = 1, .confidence = 0.6f, .rule = "noun-of-speech" };

  for (guint i = sentence->begin_token + 1; i + 2 < limit; i++)
    {
      gboolean owned =
          self->clues->reading->tokens[i - 1].kind == CPT_TOKEN_CLITIC || clue_at (self, i - 1) & CPT_CLUE_POSSESSIVE;

      if (!owned || !(clue_at (self, i) & CPT_CLUE_SAY_NOUN) || !may_be_verb (self, i + 1))
        continue;
      link.source = (CptTokenRange){ sentence->begin_token, i };
      link.cue = (CptTokenRange){ i, i + 2 };
      link.contents[0] = (CptTokenRange){ i + 2, whole (self, sentence).end };
      g_array_append_val (self->found, link);
      return TRUE;
    }
  return FALSE;
}

static guint
link_begin (const CptLink *link)
{
  guint begin = link->contents[0].begin;

  return cpt_token_range_is_empty (link->cue) ? begin : MIN (begin, link->cue.begin);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  guint first = link_begin (a), second = link_begin (b);

  return first < second ? -1 : first > second;
}

/**
 * cpt_continuations_add:
 * @clues: the text
 * @links: (element-type CptLink): attributions; those found are added in their places
 *
 * Cost: linear.
 */
void
cpt_continuations_add (const CptClues *clues, GArray *links)
{
  guint n = clues->reading->n_sentences;
  Finder self = { clues, links, g_array_new (FALSE, TRUE, sizeof (CptLink)), g_new (int, n + 1) };

  for (guint i = 0; i < n; i++)
    self.link_of_sentence[i] = -1;
  note_links (&self);
  for (guint i = 0; i < n; i++)
    if (self.link_of_sentence[i] < 0
        && clues->reading->sentences[i].begin_token < clues->reading->sentences[i].end_token && !go_on (&self, i))
      take_noun_up (&self, i);
  g_array_append_vals (links, self.found->data, self.found->len);
  g_array_sort (links, compare_links);
  g_array_unref (self.found);
  g_free (self.link_of_sentence);
}
