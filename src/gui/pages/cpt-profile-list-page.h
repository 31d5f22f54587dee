// SPDX-License-Identifier: GPL-3.0-or-later
// One list of a profile, with search, and the form of the chosen element. Room: gui/pages.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_PROFILE_LIST_PAGE (cpt_profile_list_page_get_type ())
G_DECLARE_FINAL_TYPE (CptProfileListPage, cpt_profile_list_page, CPT, PROFILE_LIST_PAGE, GtkWidget)

/* Signal "edited": the draft was changed. */
GtkWidget *cpt_profile_list_page_new  (CptProfileList list);
void       cpt_profile_list_page_show (CptProfileListPage *self, CptProfileDraft *draft);
void       cpt_profile_list_page_add  (CptProfileListPage *self, const char *name);

G_END_DECLS
