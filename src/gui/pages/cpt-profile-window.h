// SPDX-License-Identifier: GPL-3.0-or-later
// A window in which a comparison's profile is chosen and edited. Room: gui/pages.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

#define CPT_TYPE_PROFILE_WINDOW (cpt_profile_window_get_type ())
G_DECLARE_FINAL_TYPE (CptProfileWindow, cpt_profile_window, CPT, PROFILE_WINDOW, GtkWindow)

GtkWidget       *cpt_profile_window_new       (CptSession *session, GtkWindow *parent);
void             cpt_profile_window_start     (CptProfileWindow *self, CptProfile *profile);
CptProfileDraft *cpt_profile_window_get_draft (CptProfileWindow *self);

G_END_DECLS
