// SPDX-License-Identifier: GPL-3.0-or-later
// Which events of a state tell of the same happening. Room: core/timeline; finds nothing in texts.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/**
 * CptEventGroups:
 *
 * The events of one state by what happened. Two events are told of the same happening when they have the same dates and
 * their labels share most of their telling words, whoever tells them and in whichever article. Hidden events and undated
 * ones stand alone. Immutable; borrows from the state, which must outlive it.
 */
typedef struct _CptEventGroups CptEventGroups;

CptEventGroups *cpt_event_groups_new    (const CptState *state);
CptEventGroups *cpt_event_groups_new_at (const CptState *state, CptInterval interval);
void            cpt_event_groups_free   (CptEventGroups *self);

guint32          cpt_event_groups_get_id  (const CptEventGroups *self, const CptEvent *event);
const GPtrArray *cpt_event_groups_get     (const CptEventGroups *self, const CptEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptEventGroups, cpt_event_groups_free)

G_END_DECLS
