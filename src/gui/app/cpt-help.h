// SPDX-License-Identifier: GPL-3.0-or-later
// A window that shows the manual. Room: gui/app.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cpt_help_new (GtkWindow *parent, const char *page);

G_END_DECLS
