// SPDX-License-Identifier: GPL-3.0-or-later
// The popovers that correct and add events. Room: gui/widgets; they call the actions "timeline.set-date" and
// "timeline.make-event" of whatever they hang on, and change nothing themselves.
#include "cpt-event-popovers.h"

#include "cpt-date-entry.h"
#include "cpt-describe.h"
#include "cpt-widget.h"

#include <glib/gi18n.h>

#define MAX_LABEL_CHARS 200
#define WIDTH_CHARS 34
#define QUOTE_LINES 3

/* A new event's fields. */
typedef struct
{
  GtkWidget *popover;
  GtkWidget *date;
  GtkWidget *label;
  GtkWidget *side;      /* (nullable): a drop-down; the statement says it */
  GtkWidget *from_statement; /* (nullable): a check button */
  GtkWidget *add;
  guint32 statement_id;
  guint n_sides;
} NewEvent;

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, "popover-heading");
  return label;
}

static GtkWidget *
make_suggested (const char *mnemonic)
{
  GtkWidget *button = cpt_button_new_with_mnemonic (mnemonic);

  gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

/* --- the date of an event --- */

static void
set_date_cb (GtkWidget *popover)
{
  CptDateEntry *date = g_object_get_data (G_OBJECT (popover), "date");
  CptInterval interval;

  if (!cpt_date_entry_get_interval (date, &interval))
    return;
  gtk_widget_activate_action (gtk_widget_get_parent (popover), "timeline.set-date", "(iii)", interval.earliest,
                              interval.latest, (gint32) interval.precision);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
clear_date_cb (GtkWidget *popover)
{
  gtk_widget_activate_action (gtk_widget_get_parent (popover), "timeline.set-date", "(iii)", CPT_DAY_NONE, CPT_DAY_NONE,
                              (gint32) CPT_PRECISION_UNKNOWN);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Begins with words that are read as the days that the event has; with none where there are no such words. */
static void
fill_in (CptDateEntry *entry, CptInterval interval)
{
  CptInterval sharp = interval, read;
  g_autofree char *words = NULL;

  if (!cpt_interval_is_dated (interval))
    return;
  sharp.precision = CPT_PRECISION_DAY; /* without "about" */
  words = cpt_interval_format (sharp);
  cpt_date_entry_set_text (entry, words);
  if (!cpt_date_entry_get_interval (entry, &read) || read.earliest != interval.earliest || read.latest != interval.latest)
    cpt_date_entry_set_text (entry, "");
}

/**
 * cpt_date_popover_new:
 * @state: what holds @event
 * @event: whose date to set; not kept
 *
 * Returns: (transfer floating): a popover with a field for the date
 */
GtkWidget *
cpt_date_popover_new (CptState *state, const CptEvent *event)
{
  const CptArticleState *article = cpt_state_find_article (state, event->article_id);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *date = cpt_date_entry_new (article->language, cpt_article_get_published_day (article->article));
  GtkWidget *set = make_suggested (_ ("_Set Date")), *none = cpt_button_new_with_mnemonic (_ ("_Without a Date"));

  fill_in (CPT_DATE_ENTRY (date), event->interval);
  g_object_set_data (G_OBJECT (popover), "date", date);
  g_signal_connect_object (date, "activate", G_CALLBACK (set_date_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (set, "clicked", G_CALLBACK (set_date_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (none, "clicked", G_CALLBACK (clear_date_cb), popover, G_CONNECT_SWAPPED);
  g_object_bind_property (date, "valid", set, "sensitive", G_BINDING_SYNC_CREATE);
  gtk_widget_set_tooltip_text (none, _ ("Take it from the axis and list it among the undated"));
  gtk_widget_set_sensitive (none, cpt_interval_is_dated (event->interval));
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), none);
  gtk_box_append (GTK_BOX (buttons), set);
  gtk_box_append (GTK_BOX (box), make_heading (event->label));
  gtk_box_append (GTK_BOX (box), date);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "popover-form");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Set the date of the event"), -1);
  return popover;
}

/* --- a new event --- */

static gboolean
is_of_statement (const NewEvent *self)
{
  return self->from_statement != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->from_statement));
}

static void
update_add (NewEvent *self)
{
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->label))));
  CptInterval interval;

  gtk_widget_set_sensitive (self->add, *label != '\0' && cpt_date_entry_get_interval (CPT_DATE_ENTRY (self->date), &interval));
  gtk_widget_set_sensitive (self->side, !is_of_statement (self));
}

static void
add_cb (NewEvent *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->side));
  CptInterval interval;

  if (!gtk_widget_get_sensitive (self->add) || !cpt_date_entry_get_interval (CPT_DATE_ENTRY (self->date), &interval))
    return;
  gtk_widget_activate_action (gtk_widget_get_parent (self->popover), "timeline.make-event", "(suuiii)",
                              gtk_editable_get_text (GTK_EDITABLE (self->label)),
                              is_of_statement (self) ? self->statement_id : 0,
                              chosen < self->n_sides ? (guint32) CPT_SIDE_BIT (chosen) : 0, interval.earliest,
                              interval.latest, (gint32) interval.precision);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The side of the event, where no statement says it. */
static GtkWidget *
make_side_choice (NewEvent *self, CptState *state)
{
  const CptSide *sides = cpt_state_get_sides (state, &self->n_sides);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < self->n_sides; i++)
    gtk_string_list_append (names, sides[i].name);
  gtk_string_list_append (names, _ ("Context"));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), self->n_sides);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Whose account it is"), -1);
  return choice;
}

static GtkWidget *
make_statement_choice (CptState *state, const CptStatement *statement)
{
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *words = cpt_describe_words (state, statement);
  g_autofree char *text = g_strdup_printf (_ ("Of this sentence: “%s”"), words);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), QUOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  return button;
}

static void
fill_new_event (NewEvent *self, CptState *state, const CptStatement *statement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), make_heading (_ ("Add an Event")));
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->date);
  if (statement != NULL)
    {
      self->from_statement = make_statement_choice (state, statement);
      g_signal_connect_swapped (self->from_statement, "toggled", G_CALLBACK (update_add), self);
      gtk_box_append (GTK_BOX (box), self->from_statement);
    }
  gtk_box_append (GTK_BOX (box), self->side);
  gtk_widget_set_halign (self->add, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_widget_add_css_class (box, "popover-form");
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

/**
 * cpt_new_event_popover_new:
 * @state: what to add it to
 * @statement_id: the statement that may speak of it, or 0
 *
 * Returns: (transfer floating): a popover with fields for what happened, when, and in whose account
 */
GtkWidget *
cpt_new_event_popover_new (CptState *state, guint32 statement_id)
{
  const CptStatement *statement = cpt_state_find_statement (state, statement_id);
  const CptArticleState *article
      = statement != NULL ? cpt_state_find_article (state, statement->article_id) : cpt_state_get_article (state, 0);
  NewEvent *self = g_new0 (NewEvent, 1);

  self->popover = gtk_popover_new ();
  self->statement_id = statement_id;
  self->date = cpt_date_entry_new (article->language, cpt_article_get_published_day (article->article));
  self->label = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->label), MAX_LABEL_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->label), _ ("What happened?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What happened"), -1);
  self->side = make_side_choice (self, state);
  self->add = make_suggested (_ ("_Add Event"));
  g_object_set_data_full (G_OBJECT (self->popover), "new-event", self, g_free);
  g_signal_connect_swapped (self->label, "changed", G_CALLBACK (update_add), self);
  g_signal_connect_swapped (self->label, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->date, "notify::valid", G_CALLBACK (update_add), self);
  g_signal_connect_swapped (self->date, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  fill_new_event (self, state, statement);
  update_add (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add an event"), -1);
  return self->popover;
}
