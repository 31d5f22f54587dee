// SPDX-License-Identifier: GPL-3.0-or-later
// Names of actors as a trie over words. Room: core/analysis/mentions, private; the public part is in cpt-mentions.h.
#pragma once

#include "cpt-mentions.h"
#include "cpt-mention-words.h"

G_BEGIN_DECLS

/* What the index knows of one distinct word of a text. */
typedef struct
{
  guint32 key;   /* its number within names; 0: it is in no name */
  guint32 flags; /* CptMentionWord */
} CptIndexWord;

/* A name of the profile found at some token. */
typedef struct
{
  guint begin; /* first token; the article is not part of it */
  guint end;   /* one past the last token */
  int actor;
  int inner;          /* whose shorter name begins it ("NATO" in "NATO secretary general"), or -1 */
  gboolean in_period; /* whether the article was published while the actor belonged to its side */
} CptNameMatch;

/* A text with its words looked up. */
typedef struct
{
  const CptReading *reading;
  CptIndexWord *words; /* by word number */
  CptDay published;
} CptIndexedText;

void            cpt_indexed_text_init     (CptIndexedText *self, const CptActorIndex *index, const CptReading *reading);
void            cpt_indexed_text_clear    (CptIndexedText *self);
gboolean        cpt_actor_index_match     (const CptActorIndex *self, const CptIndexedText *text, guint token,
                                           CptNameMatch *match);
const CptActor *cpt_actor_index_get_actor (const CptActorIndex *self, int actor);
gboolean        cpt_actor_index_is_one_country (const CptActorIndex *self, int side);

/* The classes of the word at @token; 0 for marks and past the end. */
static inline guint
cpt_indexed_text_flags (const CptIndexedText *self, guint token)
{
  const CptToken *t = &self->reading->tokens[token];

  return token < self->reading->n_tokens && t->word != CPT_NO_WORD ? self->words[t->word].flags : 0;
}

G_END_DECLS
