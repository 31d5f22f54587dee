// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person types the date of an event, or a whole new one. Room: gui/widgets; both act through "timeline." actions.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cpt_date_popover_new      (CptState *state, const CptEvent *event);
GtkWidget *cpt_new_event_popover_new (CptState *state, guint32 statement_id);

G_END_DECLS
