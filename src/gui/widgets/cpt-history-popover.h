// SPDX-License-Identifier: GPL-3.0-or-later
// A list of the steps that were done and undone. Room: gui/widgets.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

GtkWidget *cpt_history_popover_new (CptSession *session, const char *action);

G_END_DECLS
