// SPDX-License-Identifier: GPL-3.0-or-later
// A window that lists what the keys do. Room: gui/app.
#pragma once

#include "cpt-action-table.h"

G_BEGIN_DECLS

/* @tables: NULL-terminated. */
GtkWidget *cpt_shortcuts_new (GtkWindow *parent, const CptActionTable *const *tables);

G_END_DECLS
