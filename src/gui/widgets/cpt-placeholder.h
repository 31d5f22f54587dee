// SPDX-License-Identifier: GPL-3.0-or-later
// An empty place that says why it is empty and what to do about it. Room: gui/widgets.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_PLACEHOLDER (cpt_placeholder_get_type ())
G_DECLARE_FINAL_TYPE (CptPlaceholder, cpt_placeholder, CPT, PLACEHOLDER, GtkWidget)

GtkWidget *cpt_placeholder_new       (const char *title, const char *body);
void       cpt_placeholder_set_child (CptPlaceholder *self, GtkWidget *child);

G_END_DECLS
