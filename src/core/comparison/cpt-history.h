// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo. Room: core/comparison.
#pragma once

#include "cpt-command.h"
#include "cpt-comparison.h"

G_BEGIN_DECLS

#define CPT_TYPE_HISTORY (cpt_history_get_type ())
G_DECLARE_FINAL_TYPE (CptHistory, cpt_history, CPT, HISTORY, GObject)

/**
 * CptHistory:
 *
 * The steps that led to a comparison's state. Properties, all read-only and notified on change: "can-undo", "can-redo"
 * (boolean), "undo-label", "redo-label" (string, nullable), "modified" (boolean: the position differs from the one
 * last saved, also after an undo past it), "generation" (uint64: counts every change of state). Old steps are dropped
 * from the beginning when their cost passes a bound.
 */
CptHistory *cpt_history_new           (CptComparison *comparison);
CptComparison *cpt_history_get_comparison (CptHistory *self);
void        cpt_history_do            (CptHistory *self, CptCommand *command); /* (nullable) command: nothing happens */
void        cpt_history_undo          (CptHistory *self);
void        cpt_history_redo          (CptHistory *self);
gboolean    cpt_history_get_can_undo  (CptHistory *self);
gboolean    cpt_history_get_can_redo  (CptHistory *self);
const char *cpt_history_get_undo_label (CptHistory *self);
const char *cpt_history_get_redo_label (CptHistory *self);
/* The steps as a list, oldest first; as many as the position says are done. Going to a position undoes or redoes. */
guint       cpt_history_get_n_steps   (CptHistory *self);
guint       cpt_history_get_position  (CptHistory *self);
const char *cpt_history_get_step_label (CptHistory *self, guint step);
void        cpt_history_go_to         (CptHistory *self, guint position);
gboolean    cpt_history_get_modified  (CptHistory *self);
guint64     cpt_history_get_generation (CptHistory *self);
/* The state that was written; stays "modified" when the comparison has moved on meanwhile. */
void        cpt_history_mark_saved    (CptHistory *self, CptState *state);
/* What is on disk is none of the states of this history: it is modified until it is saved. */
void        cpt_history_mark_unsaved  (CptHistory *self);

G_END_DECLS
