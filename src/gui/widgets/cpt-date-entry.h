// SPDX-License-Identifier: GPL-3.0-or-later
// A field for a time, typed freely, that shows what it is understood as. Room: gui/widgets.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_DATE_ENTRY (cpt_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (CptDateEntry, cpt_date_entry, CPT, DATE_ENTRY, GtkWidget)

/* Property "valid" (boolean): whether a time is understood. Signal "activate": Enter was pressed in a valid field. */
GtkWidget *cpt_date_entry_new          (const char *language, CptDay anchor);
void       cpt_date_entry_set_text     (CptDateEntry *self, const char *text);
gboolean   cpt_date_entry_get_interval (CptDateEntry *self, CptInterval *interval);
const char *cpt_date_entry_get_preview (CptDateEntry *self);

G_END_DECLS
