// SPDX-License-Identifier: GPL-3.0-or-later
// The invitation of an empty window: open, drop, the sample, what was open lately. Room: gui/pages.
#include "cpt-start-page.h"

#include <glib/gi18n.h>

#include "cpt-recent.h"
#include "cpt-widget.h"

struct _CptStartPage
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkWidget *recent_title;
  GtkWidget *recent_list;
  GListModel *recent;
};

G_DEFINE_FINAL_TYPE (CptStartPage, cpt_start_page, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
action_button_new (const char *label, const char *action, const char *name, const char *css_class)
{
  GtkWidget *button = cpt_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "pill");
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}

static GtkWidget *
buttons_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), action_button_new (_("_Open an Article…"), "win.open", "start-open", "suggested-action"));
  gtk_box_append (GTK_BOX (box), action_button_new (_("_Try the Sample"), "win.open-sample", "start-sample", NULL));
  return box;
}

/* One column of a plate that shows what the board will look like. */
static GtkWidget *
welcome_image_new (void)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("cpt-welcome-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (image), 96);
  gtk_widget_add_css_class (image, "welcome-image");
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  return image;
}

static GtkWidget *
create_recent_row (gpointer item, gpointer user_data)
{
  CptRecentFile *file = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (cpt_recent_file_get_name (file));
  GtkWidget *folder = gtk_label_new (cpt_recent_file_get_folder (file));

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (folder), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (folder), 0);
  gtk_widget_add_css_class (folder, "caption");
  gtk_widget_add_css_class (folder, "dim-label");
  gtk_widget_set_visible (folder, cpt_recent_file_get_folder (file) != NULL);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), folder);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", cpt_recent_file_get_uri (file));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, cpt_recent_file_get_name (file),
                                  -1);
  return row;
}

static void
recent_changed_cb (CptStartPage *self)
{
  gboolean any = g_list_model_get_n_items (self->recent) > 0;

  gtk_widget_set_visible (self->recent_title, any);
  gtk_widget_set_visible (self->recent_list, any);
}

static void
build (CptStartPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "welcome");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), welcome_image_new ());
  gtk_box_append (GTK_BOX (box), label_new (_("Who says what, side by side"), "title-1"));
  gtk_box_append (GTK_BOX (box), label_new (_("Open a news article, or drop one here. Counterpoint sorts its sentences by who "
                                              "speaks and sets the opposing accounts next to each other."), "lead"));
  gtk_box_append (GTK_BOX (box), buttons_new ());
  self->recent_title = label_new (_("Recent"), "heading");
  gtk_label_set_xalign (GTK_LABEL (self->recent_title), 0);
  gtk_widget_add_css_class (self->recent_title, "recent-title");
  self->recent_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->recent_list), GTK_SELECTION_NONE);
  cpt_widget_set_label (self->recent_list, _("Recent files"));
  gtk_widget_add_css_class (self->recent_list, "boxed-list");
  gtk_box_append (GTK_BOX (box), self->recent_title);
  gtk_box_append (GTK_BOX (box), self->recent_list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
}

static void
cpt_start_page_dispose (GObject *object)
{
  CptStartPage *self = CPT_START_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->recent);
  G_OBJECT_CLASS (cpt_start_page_parent_class)->dispose (object);
}

static void
cpt_start_page_class_init (CptStartPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_start_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cpt_start_page_init (CptStartPage *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  build (self);
}

GtkWidget *
cpt_start_page_new (GListModel *recent)
{
  CptStartPage *self = g_object_new (CPT_TYPE_START_PAGE, NULL);

  self->recent = g_object_ref (recent);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->recent_list), recent, create_recent_row, NULL, NULL);
  g_signal_connect_object (recent, "items-changed", G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
  return GTK_WIDGET (self);
}
