// SPDX-License-Identifier: GPL-3.0-or-later
// Popovers in which a side or a topic is changed. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cpt_side_popover_new     (CptState *state, guint side);
GtkWidget *cpt_add_side_popover_new (void);
GtkWidget *cpt_topic_popover_new    (CptState *state, const char *topic);

G_END_DECLS
