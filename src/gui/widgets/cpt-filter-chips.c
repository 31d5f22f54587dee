// SPDX-License-Identifier: GPL-3.0-or-later
// A chip for each part of the session's filter. Room: gui/widgets; invisible while nothing is filtered.
#include "cpt-filter-chips.h"

#include <glib/gi18n.h>

#define MAX_CHARS 28

typedef void (*TakeBack) (CptSession *session);

struct _CptFilterChips
{
  GtkWidget parent_instance;
  CptSession *session;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (CptFilterChips, cpt_filter_chips, GTK_TYPE_WIDGET)

static void
take_text_back (CptSession *session)
{
  cpt_session_set_filter_text (session, NULL);
}

static void
take_columns_back (CptSession *session)
{
  cpt_session_set_filter_columns (session, 0);
}

static void
take_topic_back (CptSession *session)
{
  cpt_session_set_filter_topic (session, NULL);
}

static void
take_source_back (CptSession *session)
{
  cpt_session_set_filter_source (session, NULL);
}

static void
take_article_back (CptSession *session)
{
  cpt_session_set_filter_article (session, 0);
}

static void
take_review_back (CptSession *session)
{
  cpt_session_set_filter_to_review (session, FALSE);
}

/* The chip goes away by this, so the keyboard must not stay on it. */
static void
clicked_cb (GtkButton *chip, CptFilterChips *self)
{
  TakeBack take_back = (TakeBack) g_object_get_data (G_OBJECT (chip), "take-back");

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  take_back (self->session);
}

static void
add_chip (CptFilterChips *self, const char *kind, const char *text, TakeBack take_back)
{
  GtkWidget *chip = gtk_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text), *cross = gtk_image_new_from_icon_name ("window-close-symbolic");
  /* Translators: a part of the filter and what it is narrowed down to, such as "Topic: Energy" */
  g_autofree char *full = g_strdup_printf (_ ("%1$s: %2$s"), kind, text);
  g_autofree char *name = g_strdup_printf (_ ("%s. Take this filter back"), full);

  gtk_label_set_text (GTK_LABEL (label), full);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), cross);
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "pill");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "take-back", (gpointer) take_back);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), chip);
}

/* "NATO, Context" */
static char *
dup_columns (CptState *state, guint columns)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i <= n_sides; i++)
    if (columns & (1u << i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", i < n_sides ? sides[i].name : _ ("Context"));
  return g_string_free (names, FALSE);
}

static void
add_chips (CptFilterChips *self, CptState *state)
{
  const CptBoardFilter *filter = cpt_session_get_filter (self->session);
  const CptArticleState *article = cpt_state_find_article (state, filter->article_id);
  guint columns = cpt_session_get_filter_columns (self->session);
  g_autofree char *names = dup_columns (state, columns);

  if (filter->text != NULL)
    add_chip (self, _ ("Words"), filter->text, take_text_back);
  if (columns != 0)
    add_chip (self, _ ("Side"), names, take_columns_back);
  if (filter->topic != NULL)
    add_chip (self, _ ("Topic"), cpt_state_get_topic_name (state, filter->topic), take_topic_back);
  if (filter->source != NULL)
    add_chip (self, _ ("Source"), filter->source, take_source_back);
  if (article != NULL)
    add_chip (self, _ ("Article"), cpt_article_get_display_name (article->article), take_article_back);
  if (filter->to_review)
    add_chip (self, _ ("Only"), _ ("to review"), take_review_back);
}

static void
update (CptFilterChips *self)
{
  CptState *state = cpt_session_get_state (self->session);
  gboolean filtered = state != NULL && cpt_session_is_filtered (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (filtered)
    add_chips (self, state);
  gtk_widget_set_visible (GTK_WIDGET (self), filtered);
}

static void
cpt_filter_chips_dispose (GObject *object)
{
  CptFilterChips *self = CPT_FILTER_CHIPS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_filter_chips_parent_class)->dispose (object);
}

static void
cpt_filter_chips_class_init (CptFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_filter_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterchips");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cpt_filter_chips_init (CptFilterChips *self)
{
  /* One row: chips that find no room grow narrower, their tooltips say the whole. */
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
}

/**
 * cpt_filter_chips_new:
 * @session: whose filter to show
 *
 * Returns: (transfer floating): the chips; there are none, and they take no room, while nothing is filtered
 */
GtkWidget *
cpt_filter_chips_new (CptSession *session)
{
  CptFilterChips *self = g_object_new (CPT_TYPE_FILTER_CHIPS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
