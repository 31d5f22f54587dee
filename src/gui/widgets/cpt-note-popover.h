// SPDX-License-Identifier: GPL-3.0-or-later
// A popover in which to write a note. Room: gui/widgets.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cpt_note_popover_new (const char *note, const char *action);

G_END_DECLS
