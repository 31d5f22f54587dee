// SPDX-License-Identifier: GPL-3.0-or-later
// Side, source and reasons of the statement that has the focus. Room: gui/widgets; asks, changes nothing itself.
#include "cpt-statement-panel.h"

#include <glib/gi18n.h>

struct _CptStatementPanel
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *hint;
  GtkWidget *content;
  GtkWidget *choices; /* one button a side, and one for Context */
  GtkWidget *source;
  GtkWidget *topic;
  GtkWidget *reasons;
  guint32 statement_id;
};

enum
{
  SIGNAL_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptStatementPanel, cpt_statement_panel, GTK_TYPE_WIDGET)

static char *
dup_reasons (const CptArticleState *article, const CptStatement *statement)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (statement->decided & CPT_DECIDED_SIDES)
    g_string_append (text, _ ("Decided by hand."));
  for (guint i = 0; i < statement->reasons.n; i++)
    {
      const CptReason *reason = &statement->reasons.items[i];
      g_autofree char *words = cpt_article_dup_words (article->article, reason->words);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", cpt_rule_describe (reason->rule));
      if (*words != '\0')
        g_string_append_printf (text, " (“%s”)", words);
    }
  if (statement->reasons.n > 0)
    g_string_append_printf (text, "\n%s", statement->confidence >= 0.85f ? _ ("Counterpoint is quite sure.")
                                          : statement->confidence >= CPT_REVIEW_CONFIDENCE
                                              ? _ ("Counterpoint is fairly sure.")
                                              : _ ("Counterpoint is not sure: please check."));
  return g_strdup (text->str);
}

static void
choice_clicked_cb (CptStatementPanel *self, GtkWidget *button)
{
  guint sides = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sides"));

  g_signal_emit (self, signals[SIGNAL_MOVE], 0, self->statement_id, sides);
}

static void
add_choice (CptStatementPanel *self, const char *name, CptSideSet sides, gboolean current, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_widget_add_css_class (button, css_class);
  gtk_widget_add_css_class (button, "side-choice");
  if (current)
    gtk_widget_add_css_class (button, "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_object_set_data (G_OBJECT (button), "sides", GUINT_TO_POINTER (sides));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
show_choices (CptStatementPanel *self, CptState *state, const CptStatement *statement)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  for (guint i = 0; i < n_sides; i++)
    {
      g_autofree char *css_class = g_strdup_printf ("side-%u", i);

      add_choice (self, sides[i].name, CPT_SIDE_BIT (i), (statement->now.sides & CPT_SIDE_BIT (i)) != 0, css_class);
    }
  add_choice (self, _ ("Context"), 0, statement->now.sides == 0, "context");
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
  signals[SIGNAL_MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statementpanel");
}

static GtkWidget *
add_text (GtkWidget *box, const char *heading)
{
  GtkWidget *caption = gtk_label_new (heading), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "field-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
cpt_statement_panel_init (CptStatementPanel *self)
{
  GtkWidget *caption = gtk_label_new (_ ("Whose account"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->hint = gtk_label_new (_ ("Click a sentence to see whose account it gives, and why."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "field-hint");
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "field-label");
  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->content), caption);
  gtk_box_append (GTK_BOX (self->content), self->choices);
  self->source = add_text (self->content, _ ("Source"));
  self->topic = add_text (self->content, _ ("Topic"));
  self->reasons = add_text (self->content, _ ("Why"));
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_box_append (GTK_BOX (self->box), self->content);
  gtk_widget_set_visible (self->content, FALSE);
}

GtkWidget *
cpt_statement_panel_new (void)
{
  return g_object_new (CPT_TYPE_STATEMENT_PANEL, NULL);
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
  self->statement_id = statement_id;
  if (statement == NULL)
    return;
  show_choices (self, state, statement);
  if (statement->now.source == NULL)
    source = g_strdup (_ ("The article’s own words"));
  else if (statement->cue != NULL)
    source = g_strdup_printf ("%s · %s", statement->now.source, statement->cue);
  else
    source = g_strdup (statement->now.source);
  gtk_label_set_text (GTK_LABEL (self->source), source);
  gtk_label_set_text (GTK_LABEL (self->topic), cpt_state_get_topic_name (state, statement->now.topic));
  reasons = dup_reasons (cpt_state_find_article (state, statement->article_id), statement);
  gtk_label_set_text (GTK_LABEL (self->reasons), *reasons != '\0' ? reasons : _ ("No rule gives it to a side."));
}
