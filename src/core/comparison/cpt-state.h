// SPDX-License-Identifier: GPL-3.0-or-later
// One immutable state of a comparison. Room: core/comparison.
#pragma once

#include "cpt-analysis.h"
#include "cpt-statement.h"

G_BEGIN_DECLS

/**
 * CptArticleState:
 *
 * One article in a comparison, with its statements (they tile its text: ascending, disjoint, only blanks between) and
 * its events (by position). Immutable and reference-counted; states that differ in one article share all others.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint32 id;            /* unique in the comparison, never 0 */
  CptArticle *article;
  char *language;        /* as analysed */
  guint engine_version;  /* CPT_ENGINE_VERSION at the time of the analysis */
  GPtrArray *statements; /* CptStatement */
  GPtrArray *events;     /* CptEvent */
  char *extra;           /* (nullable): as in CptStatement */
} CptArticleState;

CptArticleState *cpt_article_state_ref   (CptArticleState *self);
void             cpt_article_state_unref (CptArticleState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptArticleState, cpt_article_state_unref)

/* A topic of the comparison: of the profile, found in a text, or made by a person. Strings are interned. */
typedef struct
{
  const char *id;
  const char *name;
} CptStateTopic;

/**
 * CptState:
 *
 * An immutable, atomically reference-counted value: everything that a saved comparison holds. Commands make a new state
 * from an old one and share what did not change, so keeping old states for undo is cheap, any thread can read one
 * (saving, exporting, laying out), and undoing restores the very same value.
 */
typedef struct _CptState CptState;

#define CPT_TYPE_STATE (cpt_state_get_type ())
GType cpt_state_get_type (void) G_GNUC_CONST;

CptState *cpt_state_new   (CptProfile *profile);
CptState *cpt_state_ref   (CptState *self);
void      cpt_state_unref (CptState *self);

const char            *cpt_state_get_title        (const CptState *self); /* "" when unnamed */
CptProfile            *cpt_state_get_profile      (const CptState *self); /* the comparison's own copy */
const CptSide         *cpt_state_get_sides        (const CptState *self, guint *n_sides);
const CptStateTopic   *cpt_state_get_topics       (const CptState *self, guint *n_topics);
const char            *cpt_state_get_topic_name   (const CptState *self, const char *topic_id);
guint                  cpt_state_get_n_articles   (const CptState *self);
const CptArticleState *cpt_state_get_article      (const CptState *self, guint position);
const CptArticleState *cpt_state_find_article     (const CptState *self, guint32 article_id);
guint                  cpt_state_get_n_statements (const CptState *self);

/* Cost of each: a hash look-up or a binary search; (nullable) results, borrowed from @self. */
const CptStatement    *cpt_state_find_statement    (const CptState *self, guint32 statement_id);
const CptStatement    *cpt_state_find_statement_at (const CptState *self, guint32 article_id, gsize offset_bytes);
const CptStatement    *cpt_state_find_next_statement (const CptState *self, guint32 statement_id); /* in its article */
const CptEvent        *cpt_state_find_event        (const CptState *self, guint32 event_id);
const CptStatement    *cpt_state_find_event_statement (const CptState *self, const CptEvent *event);
CptSideSet             cpt_state_get_event_sides   (const CptState *self, const CptEvent *event);

/* What a window showed of it, kept in the file; no command changes it. */
char     *cpt_state_dup_view  (const CptState *self);
CptState *cpt_state_with_view (CptState *self, const char *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptState, cpt_state_unref)

G_END_DECLS
