// SPDX-License-Identifier: GPL-3.0-or-later
// A strip across the window that says what happened and offers what to do. Room: gui/widgets.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CPT_TYPE_BANNER (cpt_banner_get_type ())
G_DECLARE_FINAL_TYPE (CptBanner, cpt_banner, CPT, BANNER, GtkWidget)

/* Shows one message at a time; a new one takes the place of the old one. */
GtkWidget  *cpt_banner_new         (void);
void        cpt_banner_show        (CptBanner *self, const char *message, const char *details);
void        cpt_banner_add_button  (CptBanner *self, const char *label, const char *detailed_action);
void        cpt_banner_dismiss     (CptBanner *self);
gboolean    cpt_banner_is_shown    (CptBanner *self);
const char *cpt_banner_get_message (CptBanner *self);

G_END_DECLS
