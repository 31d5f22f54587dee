// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about one statement, and to which side it is given. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_STATEMENT_PANEL (cpt_statement_panel_get_type ())
G_DECLARE_FINAL_TYPE (CptStatementPanel, cpt_statement_panel, CPT, STATEMENT_PANEL, GtkWidget)

/* Its buttons are the actions "article." of a widget that holds it: set-side, toggle-side-N, to-context, choose-topic, note,
 * confirm, split, join. */
GtkWidget *cpt_statement_panel_new  (void);
void       cpt_statement_panel_show (CptStatementPanel *self, CptState *state, guint32 statement_id);

G_END_DECLS
