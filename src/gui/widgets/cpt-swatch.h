// SPDX-License-Identifier: GPL-3.0-or-later
// A colour with a side's pattern. Room: gui/widgets.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_SWATCH (cpt_swatch_get_type ())
G_DECLARE_FINAL_TYPE (CptSwatch, cpt_swatch, CPT, SWATCH, GtkWidget)

GtkWidget *cpt_swatch_new (const char *colour, guint side);

G_END_DECLS
