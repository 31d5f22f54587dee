// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases that denote actors. Room: core/analysis/mentions, private.
#pragma once

#include "cpt-mention-people.h"

G_BEGIN_DECLS

/* A mention before the end of the article is known: sides and names of persons are settled afterwards. */
typedef struct
{
  guint begin;
  guint end;
  int actor;          /* or -1 */
  int person;         /* or -1 */
  int side;           /* without a person */
  int owner;          /* whose office or body it is, or -1 */
  guint32 head;       /* word number of the office or body, or CPT_NO_WORD */
  CptActorKind kind;
  float confidence;
  const char *rule;
  CptNameWords words; /* what names it when neither a person nor an actor does */
} CptMentionDraft;

typedef struct
{
  const CptActorIndex *index;
  CptIndexedText text;
  CptPeople people;
  GArray *drafts; /* CptMentionDraft, ascending */
} CptMentionFinder;

guint    cpt_mention_phrases_take (CptMentionFinder *self, guint token);

/* Titles: cpt-mention-titles.c */

/**
 * CptTitleWords:
 * @begin: first token
 * @end: one past the last word of the office
 * @head: number of its last head word
 * @flags: classes of that word
 * @former: whether it was held once only
 * @outsider: whether it names somebody who does not speak for the state ("critic")
 */
typedef struct
{
  guint begin;
  guint end;
  guint32 head;
  guint flags;
  gboolean former;
  gboolean outsider;
} CptTitleWords;

gboolean cpt_mention_scan_title   (const CptMentionFinder *self, guint token, gboolean after_owner, gboolean bare_country,
                                   CptTitleWords *title);
gboolean cpt_mention_is_glued_mark (const CptMentionFinder *self, guint token, gunichar mark);

G_END_DECLS
