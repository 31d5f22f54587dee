// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about the statement that has the focus, and what can be done with it. Room: gui/widgets; acts through the
// actions "article." of what holds it, changes nothing itself.
#include "cpt-statement-panel.h"

#include <glib/gi18n.h>

#include "cpt-describe.h"
#include "cpt-widget.h"

struct _CptStatementPanel
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *hint;
  GtkWidget *content;
  GtkWidget *choices; /* one button a side, and one for Context */
  GtkWidget *several; /* ticks for those who speak for more than one side */
  GtkWidget *source;
  GtkWidget *topic;
  GtkWidget *note;
  GtkWidget *reasons;
  GtkWidget *confirm;
};

G_DEFINE_FINAL_TYPE (CptStatementPanel, cpt_statement_panel, GTK_TYPE_WIDGET)

static GtkWidget *
choice_new (const char *name, gboolean current)
{
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "side-choice");
  if (current)
    gtk_widget_add_css_class (button, "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  return button;
}

/* In rows of two; of three where two sides and Context fill one. */
static void
add_choice (CptStatementPanel *self, GtkWidget *button, guint index, guint n_sides)
{
  guint n_columns = n_sides == 2 ? 3 : 2;

  gtk_grid_attach (GTK_GRID (self->choices), button, (int) (index % n_columns), (int) (index / n_columns), 1, 1);
}

static GMenuModel *
several_menu_new (const CptSide *sides, guint n_sides)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n_sides; i++)
    {
      g_autofree char *action = g_strdup_printf ("article.toggle-side-%u", i);

      g_menu_append (menu, sides[i].name, action);
    }
  return G_MENU_MODEL (menu);
}

static void
show_choices (CptStatementPanel *self, CptState *state, const CptStatement *statement)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  g_autoptr (GMenuModel) several = several_menu_new (sides, n_sides);
  GtkWidget *child, *button;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_grid_remove (GTK_GRID (self->choices), child);
  for (guint i = 0; i < n_sides; i++)
    {
      button = choice_new (sides[i].name, (statement->now.sides & CPT_SIDE_BIT (i)) != 0);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) i);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.set-side");
      add_choice (self, button, i, n_sides);
    }
  button = choice_new (_("Context"), statement->now.sides == 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.to-context");
  add_choice (self, button, n_sides, n_sides);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->several), several);
}

static void
cpt_statement_panel_dispose (GObject *object)
{
  g_clear_pointer (&CPT_STATEMENT_PANEL (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_statement_panel_parent_class)->dispose (object);
}

static void
cpt_statement_panel_class_init (CptStatementPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_statement_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statementpanel");
}

static void
add_caption (GtkWidget *box, const char *heading)
{
  GtkWidget *caption = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "field-label");
  gtk_box_append (GTK_BOX (box), caption);
}

static GtkWidget *
wrapping_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
add_text (GtkWidget *box, const char *heading)
{
  GtkWidget *label = wrapping_label_new ();

  add_caption (box, heading);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A text that a click changes. Returns the label. */
static GtkWidget *
add_text_button (GtkWidget *box, const char *heading, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new (), *label = wrapping_label_new ();

  add_caption (box, heading);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "text-choice");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return label;
}

static GtkWidget *
add_deed (GtkWidget *box, const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "side-choice");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_deeds (CptStatementPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->confirm = add_deed (box, _("Confirm"), "article.confirm", _("Looked at, and right as it is (C)"));
  add_deed (box, _("Split Here"), "article.split", _("Cut the sentence in two at the cursor (S)"));
  add_deed (box, _("Join"), "article.join", _("Join with the next sentence (J)"));
  gtk_widget_set_margin_top (box, 8);
  gtk_box_append (GTK_BOX (self->content), box);
}

static void
add_sides (CptStatementPanel *self)
{
  self->choices = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->choices), 4);
  gtk_grid_set_row_spacing (GTK_GRID (self->choices), 4);
  self->several = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->several), _("Several Sides"));
  cpt_widget_set_label (self->several, _("Several Sides"));
  gtk_widget_add_css_class (self->several, "flat");
  gtk_widget_set_halign (self->several, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->several, _("For a sentence that gives the accounts of more than one side"));
  add_caption (self->content, _("Whose account"));
  gtk_box_append (GTK_BOX (self->content), self->choices);
  gtk_box_append (GTK_BOX (self->content), self->several);
}

static void
cpt_statement_panel_init (CptStatementPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->hint = gtk_label_new (_("Click a sentence to see whose account it gives, and why. Select words to make a statement "
                                "of them."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "field-hint");
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  add_sides (self);
  self->source = add_text (self->content, _("Source"));
  self->topic = add_text_button (self->content, _("Topic"), "article.choose-topic", _("Choose another topic (T)"));
  self->note = add_text_button (self->content, _("Note"), "article.note", _("Write a note (N)"));
  add_deeds (self);
  self->reasons = add_text (self->content, _("Why"));
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_box_append (GTK_BOX (self->box), self->content);
  gtk_widget_set_visible (self->content, FALSE);
}

GtkWidget *
cpt_statement_panel_new (void)
{
  return g_object_new (CPT_TYPE_STATEMENT_PANEL, NULL);
}

static char *
dup_source (const CptStatement *statement)
{
  if (statement->now.source == NULL)
    return g_strdup (_("The article’s own words"));
  if (statement->cue != NULL)
    return g_strdup_printf ("%s · %s", statement->now.source, statement->cue);
  return g_strdup (statement->now.source);
}

/**
 * cpt_statement_panel_show:
 * @state: (nullable): the state that holds the statement
 * @statement_id: what to show; a hint when there is none
 */
void
cpt_statement_panel_show (CptStatementPanel *self, CptState *state, guint32 statement_id)
{
  const CptStatement *statement = state != NULL && statement_id != 0 ? cpt_state_find_statement (state, statement_id) : NULL;
  g_autofree char *source = NULL, *reasons = NULL;

  g_return_if_fail (CPT_IS_STATEMENT_PANEL (self));
  gtk_widget_set_visible (self->hint, statement == NULL);
  gtk_widget_set_visible (self->content, statement != NULL);
  if (statement == NULL)
    return;
  show_choices (self, state, statement);
  source = dup_source (statement);
  reasons = cpt_describe_reasons (state, statement);
  gtk_label_set_text (GTK_LABEL (self->source), source);
  gtk_label_set_text (GTK_LABEL (self->topic), cpt_state_get_topic_name (state, statement->now.topic));
  gtk_label_set_text (GTK_LABEL (self->note), statement->note != NULL ? statement->note : _("Write a note…"));
  gtk_label_set_text (GTK_LABEL (self->reasons), reasons);
  gtk_button_set_label (GTK_BUTTON (self->confirm),
                        statement->decided & CPT_DECIDED_CONFIRMED ? _("Confirmed") : _("Confirm"));
}
