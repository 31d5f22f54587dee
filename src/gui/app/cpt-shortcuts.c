// SPDX-License-Identifier: GPL-3.0-or-later
// A window that lists what the keys do, made from the action tables. Room: gui/app.
#include "cpt-shortcuts.h"

#include <glib/gi18n.h>

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_entry (GtkGrid *grid, int row, const CptActionEntry *entry)
{
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = label_new (_ (entry->label), NULL);
  g_auto (GStrv) accels = g_strsplit (entry->accels, " ", -1);

  for (guint i = 0; accels[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *text = NULL;

      if (!gtk_accelerator_parse (accels[i], &key, &modifiers))
        continue;
      text = gtk_accelerator_get_label (key, modifiers);
      gtk_box_append (GTK_BOX (keys), label_new (text, "keycap"));
    }
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, keys, 1, row, 1, 1);
}

static void
add_table (GtkBox *box, const CptActionTable *table)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  for (const CptActionEntry *entry = table->entries; entry->name != NULL; entry++)
    {
      if (entry->label != NULL && entry->accels != NULL)
        add_entry (GTK_GRID (grid), row++, entry);
    }
  gtk_box_append (box, label_new (_ (table->title), "heading"));
  gtk_box_append (box, grid);
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * cpt_shortcuts_new:
 * @tables: (array zero-terminated=1): what to list
 *
 * GTK's own shortcuts window is deprecated without a successor; this one needs no list of its own.
 *
 * Returns: (transfer none): a window, ready to be presented
 */
GtkWidget *
cpt_shortcuts_new (GtkWindow *parent, const CptActionTable *const *tables)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; tables[i] != NULL; i++)
    add_table (GTK_BOX (box), tables[i]);
  gtk_widget_add_css_class (box, "shortcuts");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_title (GTK_WINDOW (window), _("Keyboard Shortcuts"));
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 560);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  add_escape (window);
  return window;
}
