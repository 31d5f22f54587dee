// SPDX-License-Identifier: GPL-3.0-or-later
// Date, words and sentence of an event, with links to its card and its place in the article. Room: gui/widgets.
//
// Always there and always of the same height, so that nothing jumps when an event is selected.
#include "cpt-event-details.h"

#include "cpt-describe.h"
#include "cpt-session.h"

#include <glib/gi18n.h>

#define TEXT_LINES 3

struct _CptEventDetails
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *hint;
  GtkWidget *content;
  GtkWidget *date;
  GtkWidget *derivation;
  GtkWidget *text;
  GtkWidget *who;
  GtkWidget *compare_button;
  GtkWidget *article_button;
  guint32 statement_id;
};

enum
{
  SIGNAL_SHOW_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptEventDetails, cpt_event_details, GTK_TYPE_WIDGET)

/* "“December 19”, counted from 20 December 2025" */
static char *
dup_derivation (const CptArticleState *article, const CptEvent *event)
{
  g_autofree char *words = cpt_article_dup_words (article->article, event->words);
  g_autofree char *anchor = NULL;

  if (event->date_decided)
    return g_strdup_printf (_ ("“%s” in the article; the date was set by hand"), words);
  if (!cpt_interval_is_dated (event->interval))
    return g_strdup_printf (_ ("“%s” cannot be placed without more knowledge. Is the publication date of the article set?"), words);
  if (event->anchor == CPT_DAY_NONE)
    return g_strdup_printf (_ ("“%s” in the article"), words);
  anchor = cpt_interval_format ((CptInterval){ event->anchor, event->anchor, CPT_PRECISION_DAY });
  return g_strdup_printf (_ ("“%s” in the article, counted from %s"), words, anchor);
}

static char *
dup_who (CptState *state, const CptStatement *statement)
{
  g_autofree char *sides = cpt_describe_sides (state, statement->now.sides);

  if (statement->now.source == NULL)
    return g_steal_pointer (&sides);
  return g_strdup_printf ("%s · %s", sides, statement->now.source);
}

static void
show_compare_cb (CptEventDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_IN], 0, self->statement_id, (guint) CPT_PAGE_COMPARE);
}

static void
show_article_cb (CptEventDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_IN], 0, self->statement_id, (guint) CPT_PAGE_ARTICLE);
}

static void
cpt_event_details_dispose (GObject *object)
{
  g_clear_pointer (&CPT_EVENT_DETAILS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cpt_event_details_parent_class)->dispose (object);
}

static void
cpt_event_details_class_init (CptEventDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_event_details_dispose;
  signals[SIGNAL_SHOW_IN] = g_signal_new ("show-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventdetails");
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_link (CptEventDetails *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_content (CptEventDetails *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->date = make_label ("event-date");
  self->derivation = make_label ("dim-label");
  self->text = make_label ("event-text");
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->text), TEXT_LINES);
  self->who = make_label ("event-who");
  gtk_box_append (GTK_BOX (left), self->date);
  gtk_box_append (GTK_BOX (left), self->text);
  gtk_box_append (GTK_BOX (left), self->who);
  gtk_box_append (GTK_BOX (left), self->derivation);
  gtk_widget_set_hexpand (left, TRUE);
  self->compare_button = make_link (self, _ ("Show in Compare"), G_CALLBACK (show_compare_cb));
  self->article_button = make_link (self, _ ("Show in Article"), G_CALLBACK (show_article_cb));
  gtk_box_append (GTK_BOX (buttons), self->compare_button);
  gtk_box_append (GTK_BOX (buttons), self->article_button);
  gtk_box_append (GTK_BOX (content), left);
  gtk_box_append (GTK_BOX (content), buttons);
  return content;
}

static void
cpt_event_details_init (CptEventDetails *self)
{
  self->box = gtk_stack_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->hint = gtk_label_new (_ ("Select an event to see its sentence."));
  gtk_widget_add_css_class (self->hint, "dim-label");
  self->content = make_content (self);
  gtk_stack_add_child (GTK_STACK (self->box), self->hint);
  gtk_stack_add_child (GTK_STACK (self->box), self->content);
}

GtkWidget *
cpt_event_details_new (void)
{
  return g_object_new (CPT_TYPE_EVENT_DETAILS, NULL);
}

/**
 * cpt_event_details_show:
 * @state: (nullable): the state that holds @event
 * @event: (nullable): what to show, or %NULL for a hint; not kept
 */
void
cpt_event_details_show (CptEventDetails *self, CptState *state, const CptEvent *event)
{
  const CptArticleState *article = event != NULL ? cpt_state_find_article (state, event->article_id) : NULL;
  const CptStatement *statement
      = event != NULL ? cpt_state_find_statement_at (state, event->article_id, event->words.begin_bytes) : NULL;
  g_autofree char *date = NULL, *derivation = NULL, *text = NULL, *who = NULL;

  gtk_stack_set_visible_child (GTK_STACK (self->box), statement != NULL && article != NULL ? self->content : self->hint);
  if (statement == NULL || article == NULL)
    return;
  self->statement_id = statement->id;
  date = cpt_interval_is_dated (event->interval) ? cpt_interval_format (event->interval) : g_strdup (_ ("Without a date"));
  derivation = dup_derivation (article, event);
  text = cpt_describe_words (state, statement);
  who = dup_who (state, statement);
  gtk_label_set_text (GTK_LABEL (self->date), date);
  gtk_label_set_text (GTK_LABEL (self->derivation), derivation);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_label_set_text (GTK_LABEL (self->who), who);
}
