// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what: tags, links, continuations, speakers, in this order. Room: core/analysis/attribution.
#include "cpt-attributions.h"

#include "cpt-continuations.h"
#include "cpt-decoder.h"
#include "cpt-labelled-speech.h"
#include "cpt-link-mending.h"
#include "cpt-noun-cues.h"
#include "cpt-signed-quotations.h"
#include "cpt-speakers.h"
#include "cpt-spoken-quotations.h"

#include <string.h>

/* Score units by which the network may be against a cue that the rules are sure of. */
#define NEAR_MARGIN (3 * CPT_MARGIN_STEP)

void
cpt_attribution_clear (gpointer attribution)
{
  g_free (((CptAttribution *)attribution)->speaker);
}

static CptSpan
span_of (const CptReading *reading, CptTokenRange range)
{
  if (cpt_token_range_is_empty (range))
    return CPT_SPAN (0, 0);
  return CPT_SPAN (reading->tokens[range.begin].begin_bytes, reading->tokens[range.end - 1].end_bytes);
}

/* Direct when every word is quoted, mixed when some are. */
static CptQuotation
quotation_of (const CptClues *clues, const CptLink *link)
{
  guint n_words = 0, n_quoted = 0;

  for (guint i = 0; i < link->n_contents; i++)
    for (guint k = link->contents[i].begin; k < link->contents[i].end; k++)
      if (clues->reading->tokens[k].kind != CPT_TOKEN_MARK)
        {
          n_words++;
          n_quoted += clues->quotation[k] != 0;
        }
  if (n_quoted == 0)
    return CPT_QUOTATION_INDIRECT;
  return n_quoted == n_words ? CPT_QUOTATION_DIRECT : CPT_QUOTATION_MIXED;
}

/* Verbs that only people and bodies are the subject of. */
static gboolean
says (const CptClues *clues, CptTokenRange cue)
{
  for (guint i = cue.begin; i < cue.end; i++)
    if (cpt_clues_at (clues, i) & (CPT_CLUE_SAY | CPT_CLUE_ACCORDING))
      return TRUE;
  return FALSE;
}

typedef struct
{
  const CptClues *clues;
  const CptEntities *entities;
  const CptMentions *mentions;
  CptSpeakers *speakers;
  CptSpeaker last; /* for what goes on without a source */
  char *last_speaker;
  GArray *attributions;
} Maker;

static void
set_speaker (Maker *self, CptAttribution *attribution, const CptLink *link)
{
  const CptReading *reading = self->clues->reading;

  if (cpt_token_range_is_empty (link->source))
    {
      attribution->continues = cpt_token_range_is_empty (link->cue);
      attribution->speaker = attribution->continues ? g_strdup (self->last_speaker) : NULL;
      if (!attribution->continues)
        return;
    }
  else
    {
      self->last = cpt_speakers_resolve (self->speakers, link, says (self->clues, link->cue));
      cpt_speakers_note (self->speakers, self->last, link->source.begin);
      attribution->speaker = self->last.entity >= 0
                                 ? g_strdup (cpt_entities_get (self->entities, (guint)self->last.entity)->name)
                                 : NULL;
      cpt_reasons_add (&attribution->reasons, self->last.rule, span_of (reading, link->source));
      g_free (self->last_speaker);
      self->last_speaker = g_strdup (attribution->speaker);
    }
  attribution->mention =
      self->last.entity >= 0 ? cpt_entities_get (self->entities, (guint)self->last.entity)->mention : -1;
  attribution->side = attribution->mention >= 0 ? self->mentions->items[attribution->mention].side : CPT_NO_SIDE;
}

static void
add_attribution (Maker *self, const CptLink *link)
{
  const CptReading *reading = self->clues->reading;
  CptAttribution attribution = { .mention = -1, .side = CPT_NO_SIDE, .confidence = link->confidence };
  CptSpan cue = span_of (reading, link->cue);

  cpt_parts_add (&attribution.source, span_of (reading, link->source));
  cpt_parts_add (&attribution.cue, cue);
  for (guint i = 0; i < link->n_contents; i++)
    cpt_parts_add (&attribution.content, span_of (reading, link->contents[i]));
  attribution.quotation = quotation_of (self->clues, link);
  cpt_reasons_add (&attribution.reasons, link->rule, cpt_span_is_empty (cue) ? attribution.content.items[0] : cue);
  set_speaker (self, &attribution, link);
  g_array_append_val (self->attributions, attribution);
}

/* A sentence in which the network sees nothing, but nearly do so where the rules see a cue, is left to the rules. */
static void
fill_from_rules (const CptClues *clues, const CptTag *rule_tags, const guint16 *margins, CptTag *tags)
{
  for (guint i = 0; i < clues->reading->n_sentences; i++)
    {
      const CptSentence *sentence = &clues->reading->sentences[i];
      gboolean near_cue = FALSE, any = FALSE;

      for (guint k = sentence->begin_token; k < sentence->end_token; k++)
        {
          any |= tags[k] != CPT_TAG_NONE;
          near_cue |= rule_tags[k] == CPT_TAG_CUE && margins[k] < NEAR_MARGIN;
        }
      if (any || !near_cue)
        continue;
      memcpy (tags + sentence->begin_token, rule_tags + sentence->begin_token,
              sentence->end_token - sentence->begin_token);
    }
}

/* By a learnt network where there is one for the language, else by rules. */
static GArray *
find_links (const CptClues *clues, const CptEntities *entities)
{
  const CptNetwork *network = cpt_network_get (clues->reading->language);
  g_autofree CptTag *rule_tags
      = clues->language->as != NULL ? cpt_tags_by_clauses (clues) : cpt_tags_by_rules (clues);
  g_autofree CptTag *tags = NULL;
  g_autofree guint16 *margins = NULL;
  g_autoptr (CptInputs) inputs = NULL;
  GArray *links;

  if (network == NULL)
    {
      cpt_spoken_quotations_tag (clues, rule_tags, NULL);
      cpt_signed_quotations_tag (clues, rule_tags, NULL);
      cpt_labelled_speech_tag (clues, entities, rule_tags, NULL);
      return cpt_links_from_tags (clues, rule_tags, NULL);
    }
  inputs = cpt_inputs_new (clues, rule_tags, network);
  margins = g_new0 (guint16, clues->reading->n_tokens + 1);
  tags = cpt_tags_by_network (inputs, clues->reading->n_tokens, network, margins);
  fill_from_rules (clues, rule_tags, margins, tags);
  cpt_noun_cues_tag (clues, tags);
  cpt_spoken_quotations_tag (clues, tags, margins);
  cpt_signed_quotations_tag (clues, tags, margins);
  cpt_labelled_speech_tag (clues, entities, tags, margins);
  links = cpt_links_from_tags (clues, tags, margins);
  for (guint i = 0; i < links->len; i++)
    {
      CptLink *link = &g_array_index (links, CptLink, i);

      link->confidence = cpt_network_get_precision (network, link->margin);
    }
  return links;
}

/**
 * cpt_attributions_find:
 * @reading: the text, cut
 * @mentions: the profile's actors in it
 * @profile: (nullable): for the nouns that stand for its actors
 *
 * Finds who says what, in direct, indirect and mixed quotations. Contents of different attributions do not overlap.
 *
 * Returns: (transfer full) (element-type CptAttribution): attributions in the order of the text
 *
 * Cost: linear. Thread: any.
 */
GArray *
cpt_attributions_find (const CptReading *reading, const CptMentions *mentions, const CptProfile *profile)
{
  g_autoptr (CptClues) clues = cpt_clues_new (reading);
  g_autoptr (CptEntities) entities = cpt_entities_find (clues, mentions);
  g_autoptr (CptSpeakers) speakers = cpt_speakers_new (entities, profile);
  g_autoptr (GArray) links = find_links (clues, entities);
  Maker maker = { clues, entities, mentions, speakers, { -1, 0, NULL }, NULL, NULL };

  maker.attributions = g_array_sized_new (FALSE, TRUE, sizeof (CptAttribution), links->len);
  g_array_set_clear_func (maker.attributions, cpt_attribution_clear);
  cpt_links_mend (clues, links);
  cpt_continuations_add (clues, links);
  for (guint i = 0; i < links->len; i++)
    add_attribution (&maker, &g_array_index (links, CptLink, i));
  g_free (maker.last_speaker);
  return maker.attributions;
}
