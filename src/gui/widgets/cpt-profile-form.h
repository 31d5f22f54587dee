// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one actor, topic or named event of a profile. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_PROFILE_FORM (cpt_profile_form_get_type ())
G_DECLARE_FINAL_TYPE (CptProfileForm, cpt_profile_form, CPT, PROFILE_FORM, GtkWidget)

/* Signal "edited": the draft was changed. */
GtkWidget *cpt_profile_form_new  (CptProfileList list);
void       cpt_profile_form_show (CptProfileForm *self, CptProfileDraft *draft, guint position);

G_END_DECLS
