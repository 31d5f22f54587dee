// SPDX-License-Identifier: GPL-3.0-or-later
// Another profile for an open comparison: what it would change, worked out beside the window. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

/**
 * CptProfileChange:
 *
 * All articles of a state analysed under another profile, and the one step that takes it. The step can be looked at before
 * it is done: cpt_command_get_after() is the comparison as it would be.
 */
typedef struct _CptProfileChange CptProfileChange;

void              cpt_profile_change_async       (CptState *state, CptProfile *profile, const char *label,
                                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CptProfileChange *cpt_profile_change_finish      (GAsyncResult *result, GError **error);
void              cpt_profile_change_free        (CptProfileChange *self);
CptCommand       *cpt_profile_change_dup_command (CptProfileChange *self, CptState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptProfileChange, cpt_profile_change_free)

G_END_DECLS
