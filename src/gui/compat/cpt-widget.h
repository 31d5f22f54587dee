// SPDX-License-Identifier: GPL-3.0-or-later
// Deeds on widgets that each GTK does in its own way. Room: gui/compat.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       cpt_widget_set_label         (GtkWidget *widget, const char *label);
void       cpt_list_item_set_label      (GtkListItem *list_item, const char *label);
GtkWidget *cpt_button_new_with_mnemonic (const char *label);

void     cpt_announce         (GtkWidget *widget, const char *message);
void     cpt_list_scroll_to   (GtkWidget *list_view, guint position);
void     cpt_list_item_make_passive (GtkListItem *list_item);
void     cpt_widget_get_color (GtkWidget *widget, GdkRGBA *color);
gboolean cpt_widget_is_dark   (GtkWidget *widget);

G_END_DECLS
