// SPDX-License-Identifier: GPL-3.0-or-later
// A popover in which to choose or make a topic. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Activates "board.set-topic" with an id, or "board.new-topic" with a name, on the widget it hangs on. */
GtkWidget *cpt_topic_chooser_new (CptState *state, const char *group);

G_END_DECLS
