// SPDX-License-Identifier: GPL-3.0-or-later
// What is being loaded, how far it is, and a way to stop it. Room: gui/widgets.
#include "cpt-loading-view.h"

#include <glib/gi18n.h>

#include "cpt-widget.h"

struct _CptLoadingView
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *text;
  GtkWidget *bar;
  GtkWidget *cancel;
  GBindingGroup *text_bindings;
  GBindingGroup *bar_bindings;
};

G_DEFINE_FINAL_TYPE (CptLoadingView, cpt_loading_view, GTK_TYPE_WIDGET)

static void
cpt_loading_view_dispose (GObject *object)
{
  CptLoadingView *self = CPT_LOADING_VIEW (object);

  g_clear_object (&self->text_bindings);
  g_clear_object (&self->bar_bindings);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_loading_view_parent_class)->dispose (object);
}

static void
cpt_loading_view_class_init (CptLoadingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_loading_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "loading");
}

static void
cpt_loading_view_init (CptLoadingView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  self->text = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->text), 60);
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_size_request (self->bar, 280, -1);
  self->cancel = cpt_button_new_with_mnemonic (_("_Cancel"));
  gtk_widget_set_halign (self->cancel, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->cancel);
  self->text_bindings = g_binding_group_new ();
  g_binding_group_bind (self->text_bindings, "text", self->text, "label", G_BINDING_SYNC_CREATE);
  self->bar_bindings = g_binding_group_new ();
  g_binding_group_bind (self->bar_bindings, "fraction", self->bar, "fraction", G_BINDING_SYNC_CREATE);
}

/**
 * cpt_loading_view_new:
 * @cancel_action: what the Cancel button does
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
cpt_loading_view_new (const char *cancel_action)
{
  CptLoadingView *self = g_object_new (CPT_TYPE_LOADING_VIEW, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), cancel_action);
  return GTK_WIDGET (self);
}

/**
 * cpt_loading_view_set_loader:
 * @loader: (nullable): whose progress to show
 */
void
cpt_loading_view_set_loader (CptLoadingView *self, CptLoader *loader)
{
  g_return_if_fail (CPT_IS_LOADING_VIEW (self));
  g_binding_group_set_source (self->text_bindings, loader);
  g_binding_group_set_source (self->bar_bindings, loader);
}
