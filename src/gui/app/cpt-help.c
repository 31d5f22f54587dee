// SPDX-License-Identifier: GPL-3.0-or-later
// A window that shows the manual, which is compiled in: it opens without a network, in every installation, and in the sandbox.
// Room: gui/app.
#include "cpt-help.h"

#include <glib/gi18n.h>

#include "cpt-config.h"
#include "cpt-manual.h"

#define MANUAL_FOLDER CPT_APPLICATION_PATH "/manual/"
#define WIDTH_PX 960
#define HEIGHT_PX 700
#define TEXT_PX 640

/* In the order of reading. */
static const char *const page_names[] = { "index",   "installing", "first-steps", "board",  "timeline", "article", "keyboard",
                                          "files",   "profiles",    "privacy", "engine",      "command-line" };

typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  GtkWidget *scroller;
  const char *shown; /* name of the page */
} Help;

static GPtrArray *
load_page (const char *name)
{
  g_autofree char *path = g_strconcat (MANUAL_FOLDER, name, ".md", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return g_ptr_array_new ();
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return cpt_manual_parse (text);
}

static char *
dup_title (const char *name)
{
  g_autoptr (GPtrArray) blocks = load_page (name);
  const CptManualBlock *first = blocks->len == 0 ? NULL : blocks->pdata[0];

  return g_strdup (first != NULL && first->kind == CPT_MANUAL_HEADING ? first->markup : name);
}

/* --- widgets of a page ------------------------------------------------------------------------------------------ */

static void go_to (Help *self, const char *address);

static gboolean
link_cb (GtkWidget *label, const char *address, Help *self)
{
  go_to (self, address);
  return TRUE;
}

static GtkWidget *
text_new (Help *self, const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), self);
  return label;
}

static GtkWidget *
heading_new (Help *self, const CptManualBlock *block)
{
  GtkWidget *label = text_new (self, block->markup);

  gtk_widget_add_css_class (label, block->level == 1 ? "title-1" : block->level == 2 ? "title-2" : "heading");
  gtk_widget_add_css_class (label, "manual-heading");
  gtk_widget_set_name (label, block->anchor);
  return label;
}

static GtkWidget *
item_new (Help *self, const CptManualBlock *block)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_label_new (g_ascii_isdigit (*block->markup) ? "" : "•"), *text = text_new (self, block->markup);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_margin_start (mark, (int) (block->level - 1) * 20);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), text);
  return row;
}

static GtkWidget *
table_new (Help *self, const CptManualBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 20);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < block->rows->len; i++)
    {
      GStrv cells = block->rows->pdata[i];

      for (guint j = 0; cells[j] != NULL; j++)
        {
          GtkWidget *cell = text_new (self, cells[j]);

          gtk_label_set_yalign (GTK_LABEL (cell), 0);
          gtk_label_set_width_chars (GTK_LABEL (cell), j == 0 ? 16 : 10);
          gtk_widget_set_hexpand (cell, cells[j + 1] == NULL);
          if (i == 0)
            gtk_widget_add_css_class (cell, "field-label");
          gtk_grid_attach (GTK_GRID (grid), cell, (int) j, (int) i, 1, 1);
        }
    }
  gtk_widget_add_css_class (grid, "manual-table");
  return grid;
}

static GtkWidget *
code_new (const CptManualBlock *block)
{
  GtkWidget *label = gtk_label_new (block->markup);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_widget_add_css_class (label, "manual-code");
  return label;
}

static GtkWidget *
block_new (Help *self, const CptManualBlock *block)
{
  switch (block->kind)
    {
    case CPT_MANUAL_HEADING:
      return heading_new (self, block);
    case CPT_MANUAL_ITEM:
      return item_new (self, block);
    case CPT_MANUAL_CODE:
      return code_new (block);
    case CPT_MANUAL_TABLE:
      return table_new (self, block);
    case CPT_MANUAL_PARAGRAPH:
    default:
      return text_new (self, block->markup);
    }
}

static void
show_page (Help *self, const char *name)
{
  g_autoptr (GPtrArray) blocks = load_page (name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->shown = name;
  for (guint i = 0; i < blocks->len; i++)
    gtk_box_append (GTK_BOX (box), block_new (self, blocks->pdata[i]));
  gtk_widget_set_size_request (box, TEXT_PX, -1);
  gtk_widget_add_css_class (box, "manual");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* --- going about ------------------------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *scroller;
  char *anchor;
} Scroll;

static void
scroll_free (gpointer data)
{
  g_object_unref (((Scroll *) data)->scroller);
  g_free (((Scroll *) data)->anchor);
  g_free (data);
}

/* Once the page has its size. */
static gboolean
scroll_cb (gpointer data)
{
  Scroll *scroll = data;
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroll->scroller));
  GtkWidget *box = gtk_widget_get_first_child (viewport);
  graphene_rect_t bounds;

  for (GtkWidget *child = box == NULL ? NULL : gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_name (child), scroll->anchor) == 0 && gtk_widget_compute_bounds (child, box, &bounds))
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll->scroller)), bounds.origin.y);
  return G_SOURCE_REMOVE;
}

static const char *
find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    if (g_str_equal (page_names[i], name))
      return page_names[i];
  return NULL;
}

static void
select_row (Help *self, const char *name)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (page_names); i++)
    if (g_str_equal (page_names[i], name))
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i));
}

/* "board.md", "board.md#columns", "#columns"; what is no page of the manual is not followed. */
static void
go_to (Help *self, const char *address)
{
  g_auto (GStrv) parts = g_strsplit (address, "#", 2);
  g_autofree char *name = g_str_has_suffix (parts[0], ".md") ? g_strndup (parts[0], strlen (parts[0]) - 3) : NULL;
  const char *page = name == NULL ? self->shown : find_page (name);
  Scroll *scroll;

  if (page == NULL || (name == NULL && *parts[0] != '\0'))
    return;
  if (page != self->shown)
    select_row (self, page);
  if (parts[1] == NULL)
    return;
  scroll = g_new (Scroll, 1);
  *scroll = (Scroll){ g_object_ref (self->scroller), g_strdup (parts[1]) };
  g_timeout_add_full (G_PRIORITY_DEFAULT, 60, scroll_cb, scroll, scroll_free);
}

static void
selected_cb (Help *self, GtkListBoxRow *row)
{
  if (row != NULL && page_names[gtk_list_box_row_get_index (row)] != self->shown)
    show_page (self, page_names[gtk_list_box_row_get_index (row)]);
}

static GtkWidget *
list_new (Help *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    {
      g_autofree char *title = dup_title (page_names[i]);
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_markup (GTK_LABEL (label), title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_add_css_class (scroller, "manual-pages");
  return scroller;
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
 * cpt_help_new:
 * @parent: (nullable): beside which window it stands
 * @page: (nullable): "board" or another page of the manual; %NULL for the first
 *
 * Returns: (transfer none): a window, ready to be presented
 */
GtkWidget *
cpt_help_new (GtkWindow *parent, const char *page)
{
  Help *self = g_new0 (Help, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->window = gtk_window_new ();
  g_object_set_data_full (G_OBJECT (self->window), "cpt-help", self, g_free);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), list_new (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_set_title (GTK_WINDOW (self->window), _ ("Manual"));
  gtk_window_set_titlebar (GTK_WINDOW (self->window), gtk_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  add_escape (self->window);
  select_row (self, page != NULL && find_page (page) != NULL ? page : page_names[0]);
  return self->window;
}
