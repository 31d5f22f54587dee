// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about one event, and where it is corrected. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_EVENT_DETAILS (cpt_event_details_get_type ())
G_DECLARE_FINAL_TYPE (CptEventDetails, cpt_event_details, CPT, EVENT_DETAILS, GtkWidget)

/**
 * CptEventDetails:
 *
 * Everything that can be done with the event goes through the actions "timeline.edit-date", "timeline.rename",
 * "timeline.set-label" (string), "timeline.show-in" (uint statement, uint page) and "timeline.menu" of what it is in.
 */
GtkWidget *cpt_event_details_new             (void);
void       cpt_event_details_show            (CptEventDetails *self, CptState *state, const CptEvent *event,
                                              const char *search);
void       cpt_event_details_edit_label      (CptEventDetails *self);
GtkWidget *cpt_event_details_get_date_button (CptEventDetails *self);
GtkWidget *cpt_event_details_get_menu_button (CptEventDetails *self);

G_END_DECLS
