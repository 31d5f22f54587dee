// SPDX-License-Identifier: GPL-3.0-or-later
// One list of a profile (actors, topics or named events), with search, and the form of the chosen element. Room: gui/pages;
// changes a draft only.
#include "cpt-profile-list-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cpt-folder.h"
#include "cpt-profile-form.h"

#define LIST_PX 300

/* --- a row ------------------------------------------------------------------------------------------------------ */

#define CPT_TYPE_PROFILE_ROW (cpt_profile_row_get_type ())
G_DECLARE_FINAL_TYPE (CptProfileRow, cpt_profile_row, CPT, PROFILE_ROW, GObject)

struct _CptProfileRow
{
  GObject parent_instance;
  guint position; /* in the draft's list */
  char *text;
};

G_DEFINE_FINAL_TYPE (CptProfileRow, cpt_profile_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
cpt_profile_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CPT_PROFILE_ROW (object)->text);
}

static void
cpt_profile_row_finalize (GObject *object)
{
  g_free (CPT_PROFILE_ROW (object)->text);
  G_OBJECT_CLASS (cpt_profile_row_parent_class)->finalize (object);
}

static void
cpt_profile_row_class_init (CptProfileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = cpt_profile_row_get_property;
  G_OBJECT_CLASS (klass)->finalize = cpt_profile_row_finalize;
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
cpt_profile_row_init (CptProfileRow *self)
{
}

static void
set_text (CptProfileRow *row, char *text)
{
  g_free (row->text);
  row->text = text;
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_TEXT]);
}

/* --- the page --------------------------------------------------------------------------------------------------- */

struct _CptProfileListPage
{
  GtkWidget parent_instance;
  CptProfileList list;
  CptProfileDraft *draft; /* (nullable), borrowed */
  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *view;
  GtkWidget *form;
  GtkWidget *remove;
  GListStore *rows;
  GtkSingleSelection *selection;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptProfileListPage, cpt_profile_list_page, GTK_TYPE_WIDGET)

/* "Igor Mason · The Kremlin" */
static char *
dup_row_text (CptProfileListPage *self, guint position)
{
  const char *name = cpt_profile_draft_get_string (self->draft, self->list, position, "name");
  const char *side = cpt_profile_draft_get_string (self->draft, self->list, position, "side");

  for (guint i = 0; side != NULL && i < cpt_profile_draft_get_n (self->draft, CPT_PROFILE_SIDES); i++)
    if (g_strcmp0 (side, cpt_profile_draft_get_string (self->draft, CPT_PROFILE_SIDES, i, "id")) == 0)
      return g_strdup_printf ("%s · %s", name != NULL ? name : "",
                              cpt_profile_draft_get_string (self->draft, CPT_PROFILE_SIDES, i, "name"));
  return g_strdup (name != NULL ? name : "");
}

static void
append_strings (CptProfileListPage *self, GString *text, guint position, const char *key)
{
  g_auto (GStrv) strings = cpt_profile_draft_dup_strings (self->draft, self->list, position, key);
  g_autofree char *joined = g_strjoinv ("\n", strings);

  g_string_append_printf (text, "\n%s", joined);
}

/* Whether name, other names or words hold what is searched for, case and accents apart. */
static gboolean
matches (CptProfileListPage *self, CptFolder *folder, const char *wanted, guint position)
{
  g_autofree char *shown = dup_row_text (self, position);
  g_autoptr (GString) text = g_string_new (shown);
  g_autoptr (GString) folded = g_string_new (NULL);

  append_strings (self, text, position, self->list == CPT_PROFILE_TOPICS ? "words" : "names");
  cpt_folder_add (folder, folded, text->str, text->len);
  return strstr (folded->str, wanted) != NULL;
}

static void
fill (CptProfileListPage *self, guint wanted_position)
{
  g_autoptr (CptFolder) folder = cpt_folder_new ();
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint selected = 0;

  cpt_folder_add (folder, wanted, typed, strlen (typed));
  for (guint i = 0; self->draft != NULL && i < cpt_profile_draft_get_n (self->draft, self->list); i++)
    {
      CptProfileRow *row;

      if (wanted->len > 0 && !matches (self, folder, wanted->str, i))
        continue;
      row = g_object_new (CPT_TYPE_PROFILE_ROW, NULL);
      row->position = i;
      row->text = dup_row_text (self, i);
      if (i == wanted_position)
        selected = rows->len;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  gtk_single_selection_set_selected (self->selection, selected);
  if (rows->len > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", selected);
}

static void
show_selected_cb (CptProfileListPage *self)
{
  CptProfileRow *row = gtk_single_selection_get_selected_item (self->selection);

  cpt_profile_form_show (CPT_PROFILE_FORM (self->form), self->draft, row != NULL ? row->position : G_MAXUINT);
  gtk_widget_set_sensitive (self->remove, row != NULL);
}

static void
edited_cb (CptProfileListPage *self)
{
  CptProfileRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    set_text (row, dup_row_text (self, row->position));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
search_changed_cb (CptProfileListPage *self)
{
  fill (self, 0);
}

static void
add_cb (CptProfileListPage *self)
{
  static const char *const names[] = { "", N_ ("New actor"), N_ ("New topic"), N_ ("New event") };

  cpt_profile_list_page_add (self, _ (names[self->list]));
}

static void
remove_cb (CptProfileListPage *self)
{
  CptProfileRow *row = gtk_single_selection_get_selected_item (self->selection);
  guint position = row != NULL ? row->position : G_MAXUINT;

  if (row == NULL)
    return;
  cpt_profile_form_show (CPT_PROFILE_FORM (self->form), NULL, 0);
  cpt_profile_draft_remove (self->draft, self->list, position);
  fill (self, position > 0 ? position - 1 : 0);
  show_selected_cb (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GBinding *binding = g_object_bind_property (gtk_list_item_get_item (list_item), "text", gtk_list_item_get_child (list_item),
                                              "label", G_BINDING_SYNC_CREATE);

  g_object_set_data (G_OBJECT (list_item), "binding", binding);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (list_item), "binding"));
}

static GtkWidget *
button_new (CptProfileListPage *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
list_new (CptProfileListPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->rows = g_list_store_new (CPT_TYPE_PROFILE_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "profile-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected_cb), self, G_CONNECT_SWAPPED);
  return scroller;
}

static GtkWidget *
left_side_new (CptProfileListPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search names and words"), NULL);
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->search);
  gtk_box_append (GTK_BOX (row), button_new (self, "list-add-symbolic", _ ("Add"), G_CALLBACK (add_cb)));
  self->remove = button_new (self, "list-remove-symbolic", _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (row), self->remove);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), list_new (self));
  gtk_widget_set_size_request (box, LIST_PX, -1);
  gtk_widget_add_css_class (box, "profile-left");
  return box;
}

static void
cpt_profile_list_page_dispose (GObject *object)
{
  CptProfileListPage *self = CPT_PROFILE_LIST_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (cpt_profile_list_page_parent_class)->dispose (object);
}

static void
cpt_profile_list_page_class_init (CptProfileListPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_profile_list_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
cpt_profile_list_page_init (CptProfileListPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * cpt_profile_list_page_new:
 * @list: actors, topics or events
 *
 * Returns: (transfer floating): a page that shows nothing
 */
GtkWidget *
cpt_profile_list_page_new (CptProfileList list)
{
  CptProfileListPage *self = g_object_new (CPT_TYPE_PROFILE_LIST_PAGE, NULL);
  GtkWidget *left;

  self->list = list;
  self->form = cpt_profile_form_new (list);
  gtk_widget_set_hexpand (self->form, TRUE);
  left = left_side_new (self);
  gtk_box_append (GTK_BOX (self->box), left);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->box), self->form);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * cpt_profile_list_page_show:
 * @draft: (nullable): what is edited; must live until another one is shown
 */
void
cpt_profile_list_page_show (CptProfileListPage *self, CptProfileDraft *draft)
{
  g_return_if_fail (CPT_IS_PROFILE_LIST_PAGE (self));
  cpt_profile_form_show (CPT_PROFILE_FORM (self->form), NULL, 0);
  self->draft = draft;
  fill (self, 0);
  show_selected_cb (self);
}

/**
 * cpt_profile_list_page_add:
 * @name: of the new element, which is chosen then
 */
void
cpt_profile_list_page_add (CptProfileListPage *self, const char *name)
{
  guint position;

  g_return_if_fail (CPT_IS_PROFILE_LIST_PAGE (self) && self->draft != NULL);
  position = cpt_profile_draft_add (self->draft, self->list, name);
  if (self->list == CPT_PROFILE_ACTORS)
    cpt_profile_draft_set_string (self->draft, self->list, position, "kind", "person");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self, position);
  show_selected_cb (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}
