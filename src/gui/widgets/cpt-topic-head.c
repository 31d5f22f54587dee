// SPDX-License-Identifier: GPL-3.0-or-later
// The head row of a topic on a board: its name, counts, and who is silent. Room: gui/widgets.
#include "cpt-topic-head.h"

#include <glib/gi18n.h>

struct _CptTopicHead
{
  GtkWidget parent_instance;
  GtkWidget *fold;
  GtkWidget *edit; /* a button around the name */
  GtkWidget *name;
  GtkWidget *gap;
  GtkWidget *counts;
};

G_DEFINE_FINAL_TYPE (CptTopicHead, cpt_topic_head, GTK_TYPE_WIDGET)

static void
cpt_topic_head_dispose (GObject *object)
{
  CptTopicHead *self = CPT_TOPIC_HEAD (object);

  g_clear_pointer (&self->fold, gtk_widget_unparent);
  g_clear_pointer (&self->edit, gtk_widget_unparent);
  g_clear_pointer (&self->gap, gtk_widget_unparent);
  g_clear_pointer (&self->counts, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_topic_head_parent_class)->dispose (object);
}

static void
cpt_topic_head_class_init (CptTopicHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_topic_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "topic");
}

static GtkWidget *
label_new (CptTopicHead *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
cpt_topic_head_init (CptTopicHead *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->fold = gtk_button_new ();
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_add_css_class (self->fold, "fold");
  gtk_widget_set_valign (self->fold, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->fold, GTK_WIDGET (self));
  self->edit = gtk_button_new ();
  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_add_css_class (self->name, "topic-name");
  gtk_button_set_child (GTK_BUTTON (self->edit), self->name);
  gtk_widget_add_css_class (self->edit, "flat");
  gtk_widget_add_css_class (self->edit, "topic-edit");
  gtk_widget_set_tooltip_text (self->edit, _("Rename, move, merge or remove this topic (F2)"));
  gtk_widget_set_parent (self->edit, GTK_WIDGET (self));
  self->gap = label_new (self, "gap");
  self->counts = label_new (self, "topic-counts");
  gtk_widget_set_hexpand (self->counts, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->counts), 1);
}

/**
 * cpt_topic_head_new:
 *
 * Returns: (transfer floating): a new head row that shows nothing
 */
GtkWidget *
cpt_topic_head_new (void)
{
  return g_object_new (CPT_TYPE_TOPIC_HEAD, NULL);
}

/* The name of the only side that speaks on the topic, when at least one other could. */
static const char *
find_only_side (const CptSide *sides, guint n_sides, const guint *counts)
{
  const char *only = NULL;
  guint n_speaking = 0;

  for (guint i = 0; i < n_sides; i++)
    {
      if (counts[i] == 0)
        continue;
      n_speaking++;
      only = sides[i].name;
    }
  return n_speaking == 1 && n_sides > 1 ? only : NULL;
}

/* "NATO 5 · Kremlin 3 · Context 2" */
static char *
dup_counts (const CptSide *sides, guint n_sides, const guint *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= n_sides; i++)
    {
      if (counts[i] == 0)
        continue;
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? "  ·  " : "", i < n_sides ? sides[i].name : _("Context"),
                              counts[i]);
    }
  return g_string_free (text, FALSE);
}

static void
bind_fold (CptTopicHead *self, const char *topic, const char *name, gboolean folded)
{
  g_autofree char *label = g_strdup_printf (folded ? _("Unfold “%s”") : _("Fold “%s”"), name);

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fold), "s", topic);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fold), "board.fold-topic");
  gtk_widget_set_tooltip_text (self->fold, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * cpt_topic_head_bind:
 * @item: a topic row
 * @session: whose folds and filter to show: in a filtered board nobody is called silent
 *
 * Shows a topic.
 */
void
cpt_topic_head_bind (CptTopicHead *self, CptBoardItem *item, CptSession *session)
{
  CptState *state = cpt_board_item_get_state (item);
  const CptBoardRow *row = cpt_board_item_get_row (item);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  const char *name = cpt_state_get_topic_name (state, row->topic);
  const char *only = cpt_session_is_filtered (session) ? NULL : find_only_side (sides, n_sides, row->counts);
  g_autofree char *counts = dup_counts (sides, n_sides, row->counts);
  g_autofree char *gap = only == NULL ? NULL : g_strdup_printf (_("only %s speaks here"), only);

  g_return_if_fail (CPT_IS_TOPIC_HEAD (self));
  gtk_label_set_text (GTK_LABEL (self->name), name == NULL ? row->topic : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name == NULL ? row->topic : name, -1);
  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  gtk_label_set_text (GTK_LABEL (self->gap), gap);
  gtk_widget_set_visible (self->gap, gap != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit), "s", row->topic);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit), "board.edit-topic");
  bind_fold (self, row->topic, name == NULL ? row->topic : name, cpt_session_is_topic_folded (session, row->topic));
}
