// SPDX-License-Identifier: GPL-3.0-or-later
// How article states are made and searched. Private to core/comparison and core/store.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/* How many statements of an article have a topic, and how many were found to have it. The id is interned. */
typedef struct
{
  const char *id;
  guint n_now;
  guint n_found;
} CptTopicUse;

/* No topic twice; one that is used no more may stay with noughts. */
typedef struct
{
  guint n;
  CptTopicUse items[];
} CptTopicUses;

/* A draft: empty, or a copy of @self that shares its statements and events. Fill in its public fields, then freeze it.
 * Nothing may change it afterwards. */
CptArticleState *cpt_article_state_new    (void);
CptArticleState *cpt_article_state_copy   (const CptArticleState *self);
/* @like (nullable): the article state that the draft was copied from; what is the same is shared with it. */
void             cpt_article_state_freeze (CptArticleState *self, const CptArticleState *like);

/* Position in `statements` or `events`, or -1. Cost: logarithmic; mostly constant. */
gssize cpt_article_state_find_statement    (const CptArticleState *self, guint32 statement_id);
gssize cpt_article_state_find_event        (const CptArticleState *self, guint32 event_id);
gssize cpt_article_state_find_statement_at (const CptArticleState *self, gsize offset_bytes);

const CptTopicUses *cpt_article_state_get_topic_uses (const CptArticleState *self);

G_END_DECLS
