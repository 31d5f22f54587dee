// SPDX-License-Identifier: GPL-3.0-or-later
// What is being loaded, how far it is, and a way to stop it. Room: gui/widgets.
#pragma once

#include "cpt-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_LOADING_VIEW (cpt_loading_view_get_type ())
G_DECLARE_FINAL_TYPE (CptLoadingView, cpt_loading_view, CPT, LOADING_VIEW, GtkWidget)

GtkWidget *cpt_loading_view_new        (const char *cancel_action);
void       cpt_loading_view_set_loader (CptLoadingView *self, CptLoader *loader);

G_END_DECLS
