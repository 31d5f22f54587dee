// SPDX-License-Identifier: GPL-3.0-or-later
// A popover in which to choose where a statement is cut in two. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cpt_split_popover_new (CptState *state, const CptStatement *statement, const char *action);

G_END_DECLS
