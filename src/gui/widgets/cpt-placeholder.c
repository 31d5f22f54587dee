// SPDX-License-Identifier: GPL-3.0-or-later
// An empty place that says why it is empty and what to do about it. Room: gui/widgets.
#include "cpt-placeholder.h"

struct _CptPlaceholder
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *body;
  GtkWidget *child; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CptPlaceholder, cpt_placeholder, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (CptPlaceholder *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
cpt_placeholder_dispose (GObject *object)
{
  CptPlaceholder *self = CPT_PLACEHOLDER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_placeholder_parent_class)->dispose (object);
}

static void
cpt_placeholder_class_init (CptPlaceholderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_placeholder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "emptyplace");
}

static void
cpt_placeholder_init (CptPlaceholder *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  self->title = add_label (self, "title-2");
  self->body = add_label (self, "dim-label");
}

/**
 * cpt_placeholder_new:
 * @title: what is so
 * @body: (nullable): what to do about it
 *
 * Returns: (transfer floating): a new placeholder
 */
GtkWidget *
cpt_placeholder_new (const char *title, const char *body)
{
  CptPlaceholder *self = g_object_new (CPT_TYPE_PLACEHOLDER, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->body), body);
  gtk_widget_set_visible (self->body, body != NULL);
  return GTK_WIDGET (self);
}

/**
 * cpt_placeholder_set_child:
 * @child: (nullable): shown below the words, such as a button
 */
void
cpt_placeholder_set_child (CptPlaceholder *self, GtkWidget *child)
{
  g_return_if_fail (CPT_IS_PLACEHOLDER (self));
  if (self->child != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->child);
  self->child = child;
  if (child == NULL)
    return;
  gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), child);
}
