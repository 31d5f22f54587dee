// SPDX-License-Identifier: GPL-3.0-or-later
// The program. Room: gui/app.
#pragma once

#include "cpt-appearance.h"
#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_APPLICATION (cpt_application_get_type ())
G_DECLARE_FINAL_TYPE (CptApplication, cpt_application, CPT, APPLICATION, GtkApplication)

CptApplication *cpt_application_new            (void);
GSettings      *cpt_application_get_settings   (CptApplication *self);
void            cpt_application_open_window    (CptApplication *self, GFile **files, guint n_files);
gboolean        cpt_application_present_file   (CptApplication *self, GFile *file);

G_END_DECLS
