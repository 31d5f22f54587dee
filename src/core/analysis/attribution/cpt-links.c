// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the tagged spans to attributions: each content and each source goes to the next cue on the side that its tag
// says. Room: core/analysis/attribution; reads tags, not words.
#include "cpt-links.h"

/* A content without a cue goes on from an attribution that ended at most so many sentences before. */
#define MAX_GAP_SENTENCES 2

typedef struct
{
  const CptClues *clues;
  GArray *links;        /* CptLink */
  CptTokenRange source; /* the last left source, waiting for a cue, or shared by further cues of its sentence */
  CptTokenRange waiting[CPT_MAX_PARTS]; /* left contents that wait for their cue */
  guint n_waiting;
  gboolean open; /* whether the last link can still take a right source */
} Linker;

static guint
sentence_of (const Linker *self, guint token)
{
  return self->clues->sentence[token];
}

static CptLink *
last_link (Linker *self)
{
  return self->links->len > 0 ? &g_array_index (self->links, CptLink, self->links->len - 1) : NULL;
}

static guint
link_end (const CptLink *link)
{
  guint end = MAX (link->cue.end, link->source.end);

  return link->n_contents > 0 ? MAX (end, link->contents[link->n_contents - 1].end) : end;
}

static void
add_content (CptLink *link, CptTokenRange range)
{
  if (link->n_contents < CPT_MAX_PARTS)
    link->contents[link->n_contents++] = range;
}

static void
take_cue (Linker *self, CptTokenRange range)
{
  CptLink link = { .cue = range, .confidence = 0.8f, .rule = "cue" };

  for (guint i = 0; i < self->n_waiting; i++)
    add_content (&link, self->waiting[i]);
  self->n_waiting = 0;
  if (!cpt_token_range_is_empty (self->source)
      && sentence_of (self, self->source.begin) == sentence_of (self, range.begin))
    link.source = self->source;
  g_array_append_val (self->links, link);
  self->open = TRUE;
}

static void
take_right_source (Linker *self, CptTokenRange range)
{
  CptLink *link = last_link (self);

  if (link == NULL || !self->open)
    return;
  link->source = range;
  self->source = (CptTokenRange){ 0, 0 };
  self->open = FALSE;
}

static void
add_cueless (Linker *self, CptTokenRange range)
{
  CptLink link = { .confidence = 0.5f, .rule = "quotation-goes-on" };

  add_content (&link, range);
  g_array_append_val (self->links, link);
}

static void
take_right_content (Linker *self, CptTokenRange range)
{
  CptLink *link = last_link (self);

  if (link != NULL && sentence_of (self, range.begin) <= sentence_of (self, link_end (link) - 1) + MAX_GAP_SENTENCES)
    add_content (link, range);
  else
    add_cueless (self, range);
}

static void
take_left_content (Linker *self, CptTokenRange range)
{
  if (self->n_waiting == CPT_MAX_PARTS)
    return;
  self->waiting[self->n_waiting++] = range;
}

static void
take_span (Linker *self, CptRole role, CptTokenRange range)
{
  switch (role)
    {
    case CPT_ROLE_LEFT_SOURCE:
      self->source = range;
      break;
    case CPT_ROLE_RIGHT_SOURCE:
      take_right_source (self, range);
      break;
    case CPT_ROLE_CUE:
      take_cue (self, range);
      break;
    case CPT_ROLE_LEFT_CONTENT:
      take_left_content (self, range);
      break;
    case CPT_ROLE_RIGHT_CONTENT:
      take_right_content (self, range);
      break;
    case CPT_ROLE_NONE:
    case CPT_N_ROLES:
    default:
      break;
    }
}

static void
drop_empty (GArray *links)
{
  guint kept = 0;

  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, CptLink, i).n_contents > 0)
      g_array_index (links, CptLink, kept++) = g_array_index (links, CptLink, i);
  g_array_set_size (links, kept);
}

static guint
margin_of (const CptLink *link, const guint16 *margins)
{
  guint least = G_MAXUINT16;

  if (!cpt_token_range_is_empty (link->source))
    least = MIN (least, margins[link->source.begin]);
  if (!cpt_token_range_is_empty (link->cue))
    least = MIN (least, margins[link->cue.begin]);
  for (guint i = 0; i < link->n_contents; i++)
    least = MIN (least, margins[link->contents[i].begin]);
  return least;
}

/**
 * cpt_links_from_tags:
 * @clues: the text
 * @tags: a tag for each token
 * @margins: (nullable): how sure each tag is
 *
 * Returns: (transfer full) (element-type CptLink): attributions in the order of their cues; each has a content
 */
GArray *
cpt_links_from_tags (const CptClues *clues, const CptTag *tags, const guint16 *margins)
{
  Linker self = { .clues = clues, .links = g_array_new (FALSE, TRUE, sizeof (CptLink)) };
  guint n_tokens = clues->reading->n_tokens;

  for (guint begin = 0, end; begin < n_tokens; begin = end)
    {
      CptRole role = cpt_tag_get_role (tags[begin]);

      end = begin + 1;
      while (end < n_tokens && role != CPT_ROLE_NONE && tags[end] == cpt_tag_of_role (role, FALSE))
        end++;
      take_span (&self, role, (CptTokenRange){ begin, end });
    }
  drop_empty (self.links);
  for (guint i = 0; margins != NULL && i < self.links->len; i++)
    g_array_index (self.links, CptLink, i).margin = margin_of (&g_array_index (self.links, CptLink, i), margins);
  return self.links;
}
