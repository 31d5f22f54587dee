// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about one event. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_EVENT_DETAILS (cpt_event_details_get_type ())
G_DECLARE_FINAL_TYPE (CptEventDetails, cpt_event_details, CPT, EVENT_DETAILS, GtkWidget)

/* Signal "show-in" (uint statement id, uint page): a link was followed. */
GtkWidget *cpt_event_details_new  (void);
void       cpt_event_details_show (CptEventDetails *self, CptState *state, const CptEvent *event);

G_END_DECLS
