// SPDX-License-Identifier: GPL-3.0-or-later
// The changes that can be made to a comparison. Room: core/comparison.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/**
 * CptCommand:
 *
 * One change, prepared against a state: the state after it and what to call it ("Move 12 sentences to Kremlin"). The
 * factories return %NULL when nothing would change, so that no empty step enters the history. Ids that the state does
 * not hold are passed over.
 */
typedef struct _CptCommand CptCommand;

CptCommand *cpt_command_ref       (CptCommand *self);
void        cpt_command_unref     (CptCommand *self);
const char *cpt_command_get_label (const CptCommand *self); /* translated, for "Undo %s" and the history list */
CptState   *cpt_command_get_after (const CptCommand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptCommand, cpt_command_unref)

/* Articles */
CptCommand *cpt_command_add_article    (CptState *state, CptAnalysis *analysis);
CptCommand *cpt_command_add_articles   (CptState *state, CptAnalysis *const *analyses, guint n_analyses); /* in one step */
CptCommand *cpt_command_remove_article (CptState *state, guint32 article_id);
/* Takes the findings of a new analysis of the same text (new metadata such as the publication date, new profile or
 * engine): fills only what nobody decided. Statement and event ids stay. */
CptCommand *cpt_command_reanalyse      (CptState *state, guint32 article_id, CptAnalysis *analysis, const char *label);

CptCommand *cpt_command_set_profile    (CptState *state, CptProfile *profile, const guint32 *article_ids,
                                        CptAnalysis *const *analyses, guint n_articles, const char *label);

/* Statements. A set of sides of 0 means Context; @topic %NULL means: keep each statement's topic. */
CptCommand *cpt_command_move          (CptState *state, const guint32 *ids, guint n_ids, CptSideSet sides, const char *topic);
/* One side more, or one less, for each: a statement may give the account of several. */
CptCommand *cpt_command_set_side_member (CptState *state, const guint32 *ids, guint n_ids, guint side, gboolean member);
/* All that @source said. */
CptCommand *cpt_command_move_source   (CptState *state, const char *source, CptSideSet sides);
CptCommand *cpt_command_set_topic     (CptState *state, const guint32 *ids, guint n_ids, const char *topic);
CptCommand *cpt_command_set_source    (CptState *state, const guint32 *ids, guint n_ids, const char *source);
CptCommand *cpt_command_set_note      (CptState *state, const guint32 *ids, guint n_ids, const char *note);
CptCommand *cpt_command_confirm       (CptState *state, const guint32 *ids, guint n_ids);
/* Takes decisions back: the found values count again. */
CptCommand *cpt_command_reset         (CptState *state, const guint32 *ids, guint n_ids);
/* @offset_bytes in the article's text, inside the statement, with words on both sides of it. */
CptCommand *cpt_command_split         (CptState *state, guint32 statement_id, gsize offset_bytes);
/* Joins neighbouring statements of one article; they need not be of one sentence. */
CptCommand *cpt_command_join          (CptState *state, const guint32 *ids, guint n_ids);
/* Makes one statement of exactly the words in @span, cutting and joining what stands there; @sides %NULL: as they are. */
CptCommand *cpt_command_carve         (CptState *state, guint32 article_id, CptSpan span, const CptSideSet *sides);

/* Topics and the whole */
CptCommand *cpt_command_add_topic     (CptState *state, const char *name, const guint32 *ids, guint n_ids); /* new topic, statements moved into it */
CptCommand *cpt_command_rename_topic  (CptState *state, const char *topic_id, const char *name);
CptCommand *cpt_command_merge_topics  (CptState *state, const char *topic_id, const char *into_id);
CptCommand *cpt_command_remove_topic  (CptState *state, const char *topic_id);
CptCommand *cpt_command_move_topic    (CptState *state, const char *topic_id, guint to);
CptCommand *cpt_command_set_title     (CptState *state, const char *title);

/* Sides, two to six: indices into cpt_state_get_sides() */
#define CPT_SIDE_PALETTE_LENGTH 8
extern const char *const cpt_side_palette[CPT_SIDE_PALETTE_LENGTH];

CptCommand *cpt_command_add_side        (CptState *state, const char *name);
CptCommand *cpt_command_rename_side     (CptState *state, guint side, const char *name);
CptCommand *cpt_command_set_side_colour (CptState *state, guint side, const char *colour);
CptCommand *cpt_command_move_side       (CptState *state, guint side, guint to);
CptCommand *cpt_command_merge_sides     (CptState *state, guint side, guint into);
CptCommand *cpt_command_remove_side     (CptState *state, guint side);

/* Events */
CptCommand *cpt_command_set_event_date   (CptState *state, guint32 event_id, CptInterval interval);
CptCommand *cpt_command_set_event_label  (CptState *state, guint32 event_id, const char *label);
CptCommand *cpt_command_set_event_hidden (CptState *state, guint32 event_id, gboolean hidden);
CptCommand *cpt_command_reset_event      (CptState *state, guint32 event_id); /* date and label as found */

/**
 * CptNewEvent:
 * @statement_id: the statement that speaks of it, or 0
 * @article_id: the article that it is kept with when no statement speaks of it; else not looked at
 * @sides: in whose account, when no statement tells; empty for Context
 * @interval: when it happened; undated is allowed
 * @label: what happened, not blank
 *
 * An event that a person adds. Borrowed by the factory.
 */
typedef struct
{
  guint32 statement_id;
  guint32 article_id;
  CptSideSet sides;
  CptInterval interval;
  const char *label;
} CptNewEvent;

CptCommand *cpt_command_add_event        (CptState *state, const CptNewEvent *event);
CptCommand *cpt_command_remove_event     (CptState *state, guint32 event_id); /* only one that a person added */

G_END_DECLS
