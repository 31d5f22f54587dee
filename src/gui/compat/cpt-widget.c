// SPDX-License-Identifier: GPL-3.0-or-later
// Deeds on widgets that each GTK does in its own way. Room: gui/compat.
#include "cpt-widget.h"

#include "cpt-compat.h"

/**
 * cpt_widget_set_label:
 * @label: what a screen reader calls @widget
 *
 * Names a widget that has no words of its own. Older GTK takes neither a tooltip nor the text of a child for the name.
 */
void
cpt_widget_set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * cpt_list_item_set_label:
 * @list_item: whose child is set
 *
 * Names the row that gets the keyboard: it is GTK's own, around the child.
 */
void
cpt_list_item_set_label (GtkListItem *list_item, const char *label)
{
#if CPT_HAS_GTK(4, 12)
  gtk_list_item_set_accessible_label (list_item, label);
#else
  cpt_widget_set_label (gtk_widget_get_parent (gtk_list_item_get_child (list_item)), label);
#endif
}

/**
 * cpt_button_new_with_mnemonic:
 * @label: with an underline before the mnemonic
 *
 * Returns: (transfer floating): a button whose name has no underline; GTK 4.8 reads it out, and the words twice
 */
GtkWidget *
cpt_button_new_with_mnemonic (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  return button;
}

/**
 * cpt_announce:
 * @widget: a visible label with role STATUS that shows @message, or any widget of the window
 *
 * Lets a screen reader speak @message. Below GTK 4.14 there is no such call: there the reader follows the visible status
 * label, so show the message in one.
 */
void
cpt_announce (GtkWidget *widget, const char *message)
{
#if CPT_HAS_GTK(4, 14)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
#endif
}

/**
 * cpt_list_scroll_to:
 * @list_view: a #GtkListView
 * @position: of a row
 *
 * Brings a row into view. The action exists in every GTK 4 and, unlike the function of 4.12, needs no gate.
 */
void
cpt_list_scroll_to (GtkWidget *list_view, guint position)
{
  gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", position);
}

/**
 * cpt_list_item_make_passive:
 *
 * Leaves the keyboard, selection and activation of a row to what is in it. Below GTK 4.12 a row that can be neither selected
 * nor activated takes no focus; from then on that is a property of its own.
 */
void
cpt_list_item_make_passive (GtkListItem *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
#if CPT_HAS_GTK(4, 12)
  gtk_list_item_set_focusable (list_item, FALSE);
#endif
}

/**
 * cpt_widget_get_color:
 * @color: (out): the colour of text in @widget
 */
void
cpt_widget_get_color (GtkWidget *widget, GdkRGBA *color)
{
#if CPT_HAS_GTK(4, 10)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/**
 * cpt_widget_is_dark:
 *
 * Returns: whether @widget is shown light on dark. Judged by the colour of its text, so it holds for any theme.
 */
gboolean
cpt_widget_is_dark (GtkWidget *widget)
{
  GdkRGBA color;

  cpt_widget_get_color (widget, &color);
  return 0.2126f * color.red + 0.7152f * color.green + 0.0722f * color.blue > 0.5f;
}
