// SPDX-License-Identifier: GPL-3.0-or-later
// A strip across the window that says what happened and offers what to do. Room: gui/widgets.
#include "cpt-banner.h"

#include <glib/gi18n.h>

#include "cpt-widget.h"

struct _CptBanner
{
  GtkWidget parent_instance;
  GtkWidget *revealer;
  GtkWidget *message;
  GtkWidget *details;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (CptBanner, cpt_banner, GTK_TYPE_WIDGET)

static GtkWidget *
message_label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
close_button_new (CptBanner *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Close message"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (cpt_banner_dismiss), self, G_CONNECT_SWAPPED);
  return button;
}

static void
build_words (CptBanner *self, GtkWidget *row)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->message = message_label_new ("message");
  self->details = message_label_new ("details");
  gtk_box_append (GTK_BOX (words), self->message);
  gtk_box_append (GTK_BOX (words), self->details);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), words);
}

static void
cpt_banner_dispose (GObject *object)
{
  CptBanner *self = CPT_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_banner_parent_class)->dispose (object);
}

static void
cpt_banner_class_init (CptBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_banner_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
cpt_banner_init (CptBanner *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  build_words (self, row);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->buttons);
  gtk_box_append (GTK_BOX (row), close_button_new (self));
  gtk_widget_add_css_class (row, "strip");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), row);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cpt_banner_new:
 *
 * Returns: (transfer floating): a new banner that shows nothing
 */
GtkWidget *
cpt_banner_new (void)
{
  return g_object_new (CPT_TYPE_BANNER, NULL);
}

static void
remove_buttons (CptBanner *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), button);
}

/**
 * cpt_banner_show:
 * @message: what happened; names the file
 * @details: (nullable): why, and what to do
 *
 * Shows a message without buttons; add them afterwards.
 */
void
cpt_banner_show (CptBanner *self, const char *message, const char *details)
{
  g_return_if_fail (CPT_IS_BANNER (self));
  remove_buttons (self);
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_label_set_text (GTK_LABEL (self->details), details);
  gtk_widget_set_visible (self->details, details != NULL && *details != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details == NULL ? "" : details, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

/**
 * cpt_banner_add_button:
 * @detailed_action: what the button does ("win.save-as")
 *
 * Adds a button to the message that is shown. It closes the banner before it acts.
 */
void
cpt_banner_add_button (CptBanner *self, const char *label, const char *detailed_action)
{
  GtkWidget *button = cpt_button_new_with_mnemonic (label);

  g_return_if_fail (CPT_IS_BANNER (self));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), detailed_action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (cpt_banner_dismiss), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

/**
 * cpt_banner_dismiss:
 *
 * Closes the banner.
 */
void
cpt_banner_dismiss (CptBanner *self)
{
  g_return_if_fail (CPT_IS_BANNER (self));
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
cpt_banner_is_shown (CptBanner *self)
{
  g_return_val_if_fail (CPT_IS_BANNER (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * cpt_banner_get_message:
 *
 * Returns: (transfer none): what it says
 */
const char *
cpt_banner_get_message (CptBanner *self)
{
  g_return_val_if_fail (CPT_IS_BANNER (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->message));
}
