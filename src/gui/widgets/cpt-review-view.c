// SPDX-License-Identifier: GPL-3.0-or-later
// Going through what the program is not sure of, the least certain first: one statement with what stands around it, and one
// key to accept it or to say better. Room: gui/widgets; every decision is one command through the session.
#include "cpt-review-view.h"

#include <glib/gi18n.h>

#include "cpt-describe.h"
#include "cpt-placeholder.h"
#include "cpt-review.h"
#include "cpt-swatch.h"
#include "cpt-widget.h"

#define WIDTH_PX 680
/* Room for ordinary sentences, so that the answers stay where they are. */
#define STATEMENT_PX 340

struct _CptReviewView
{
  GtkWidget parent_instance;
  CptSession *session;
  GtkWidget *stack;
  GtkWidget *progress;
  GtkWidget *count;
  GtkWidget *before;
  GtkWidget *words;
  GtkWidget *after;
  GtkWidget *meta;
  GtkWidget *reasons;
  GtkWidget *accept;
  GtkWidget *sides;
  GHashTable *skipped; /* ids */
  GArray *visited;     /* ids that were shown before, the last at the end */
  guint32 current;
};

G_DEFINE_FINAL_TYPE (CptReviewView, cpt_review_view, GTK_TYPE_WIDGET)

static CptState *
get_state (CptReviewView *self)
{
  return cpt_session_get_state (self->session);
}

static const CptStatement *
get_current (CptReviewView *self)
{
  return get_state (self) == NULL ? NULL : cpt_state_find_statement (get_state (self), self->current);
}

/* --- showing ---------------------------------------------------------------------------------------------------- */

static const CptStatement *
find_neighbour (CptState *state, const CptStatement *statement, int step)
{
  GPtrArray *statements = cpt_state_find_article (state, statement->article_id)->statements;
  guint position;

  if (step > 0)
    return cpt_state_find_next_statement (state, statement->id);
  for (position = 0; position < statements->len && statements->pdata[position] != statement;)
    position++;
  return position > 0 && position < statements->len ? statements->pdata[position - 1] : NULL;
}

static void
show_neighbour (CptReviewView *self, GtkWidget *label, const CptStatement *statement, int step)
{
  const CptStatement *neighbour = find_neighbour (get_state (self), statement, step);
  g_autofree char *words = neighbour == NULL ? g_strdup ("") : cpt_describe_words (get_state (self), neighbour);

  gtk_label_set_text (GTK_LABEL (label), words);
}

static char *
dup_meta (CptReviewView *self, const CptStatement *statement)
{
  g_autofree char *date = cpt_describe_date (get_state (self), statement);
  GString *text = g_string_new (statement->now.source != NULL ? statement->now.source : _("The article’s own words"));

  if (statement->now.source != NULL && statement->cue != NULL)
    g_string_append_printf (text, " · %s", statement->cue);
  if (date != NULL)
    g_string_append_printf (text, " · %s", date);
  g_string_append_printf (text, " · %s",
                          cpt_article_get_display_name (
                              cpt_state_find_article (get_state (self), statement->article_id)->article));
  return g_string_free (text, FALSE);
}

static void
add_side (CptReviewView *self, const CptSide *sides, guint i, guint n_sides)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (i < n_sides ? sides[i].name : _("Context")), *key;
  g_autofree char *digit = g_strdup_printf ("%u", i < n_sides ? i + 1 : 0);

  key = gtk_label_new (digit);
  gtk_widget_add_css_class (key, "keycap");
  if (i < n_sides)
    gtk_box_append (GTK_BOX (box), cpt_swatch_new (sides[i].colour, i));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (name)), -1);
  if (i < n_sides)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) i);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), i < n_sides ? "review.set-side" : "review.to-context");
  gtk_box_append (GTK_BOX (self->sides), button);
}

static void
show_sides (CptReviewView *self)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (get_state (self), &n_sides);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sides)) != NULL)
    gtk_box_remove (GTK_BOX (self->sides), child);
  for (guint i = 0; i <= n_sides; i++)
    add_side (self, sides, i, n_sides);
}

static void
show_statement (CptReviewView *self, const CptStatement *statement)
{
  CptState *state = get_state (self);
  g_autofree char *words = cpt_describe_words (state, statement), *meta = dup_meta (self, statement);
  g_autofree char *reasons = cpt_describe_reasons (state, statement);
  g_autofree char *sides = cpt_describe_sides (state, statement->now.sides);
  g_autofree char *accept = g_strdup_printf (_("Right: %s"), sides);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_label_set_text (GTK_LABEL (self->meta), meta);
  gtk_label_set_text (GTK_LABEL (self->reasons), reasons);
  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  show_neighbour (self, self->before, statement, -1);
  show_neighbour (self, self->after, statement, 1);
  show_sides (self);
}

static void
show_progress (CptReviewView *self, CptReview review)
{
  guint n_all = review.n_done + review.n_left;
  g_autofree char *count = g_strdup_printf (_("%u of %u looked at"), review.n_done, n_all);

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), n_all == 0 ? 1 : (double) review.n_done / n_all);
}

/* @id: (nullable): what to show; 0 for the next one. */
static void
show (CptReviewView *self, guint32 id)
{
  CptReview review = cpt_review_look (get_state (self), self->skipped);

  self->current = id != 0 ? id : review.next;
  show_progress (self, review);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->current == 0 ? "done" : "statement");
  if (self->current == 0)
    return;
  show_statement (self, get_current (self));
  cpt_session_set_focus_statement (self->session, self->current);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->accept);
}

/* After an undo the statement that it was about is asked about again. */
static void
state_changed_cb (CptReviewView *self)
{
  const CptStatement *last;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || get_state (self) == NULL)
    return;
  for (guint i = self->visited->len; i > 0; i--)
    {
      last = cpt_state_find_statement (get_state (self), g_array_index (self->visited, guint32, i - 1));
      if (last == NULL || !cpt_statement_needs_review (last)
          || g_hash_table_contains (self->skipped, GUINT_TO_POINTER (last->id)))
        continue;
      g_array_set_size (self->visited, i - 1);
      show (self, last->id);
      return;
    }
  show (self, get_current (self) != NULL && cpt_statement_needs_review (get_current (self)) ? self->current : 0);
}

/* --- deciding --------------------------------------------------------------------------------------------------- */

static void
leave_current (CptReviewView *self)
{
  if (self->current != 0)
    g_array_append_val (self->visited, self->current);
}

/* The state changes, and with it what is shown. */
static void
decide (CptReviewView *self, CptCommand *command)
{
  leave_current (self);
  cpt_session_do (self->session, command);
  if (command == NULL)
    show (self, 0);
}

static void
accept_current (gpointer owner, GVariant *parameter)
{
  CptReviewView *self = owner;

  if (get_current (self) != NULL)
    decide (self, cpt_command_confirm (get_state (self), &self->current, 1));
}

/* The side that was found already is confirmed. */
static void
give_to (CptReviewView *self, CptSideSet sides)
{
  const CptStatement *statement = get_current (self);

  if (statement == NULL)
    return;
  if (statement->now.sides == sides)
    accept_current (self, NULL);
  else
    decide (self, cpt_command_move (get_state (self), &self->current, 1, sides, NULL));
}

static void
set_side (gpointer owner, GVariant *parameter)
{
  CptReviewView *self = owner;
  guint n_sides, side = (guint) g_variant_get_int32 (parameter);

  if (get_state (self) == NULL)
    return;
  cpt_state_get_sides (get_state (self), &n_sides);
  if (side < n_sides)
    give_to (self, CPT_SIDE_BIT (side));
}

static void
to_context (gpointer owner, GVariant *parameter)
{
  give_to (owner, 0);
}

static void
skip (gpointer owner, GVariant *parameter)
{
  CptReviewView *self = owner;

  if (self->current == 0)
    return;
  leave_current (self);
  g_hash_table_add (self->skipped, GUINT_TO_POINTER (self->current));
  show (self, 0);
}

/* What was shown before, decided or not: it can be decided otherwise. */
static void
back (gpointer owner, GVariant *parameter)
{
  CptReviewView *self = owner;

  while (self->visited->len > 0)
    {
      guint32 id = g_array_index (self->visited, guint32, self->visited->len - 1);

      g_array_set_size (self->visited, self->visited->len - 1);
      g_hash_table_remove (self->skipped, GUINT_TO_POINTER (id));
      if (cpt_state_find_statement (get_state (self), id) == NULL)
        continue;
      show (self, id);
      return;
    }
}

static void
show_in_article (gpointer owner, GVariant *parameter)
{
  CptReviewView *self = owner;

  if (self->current != 0)
    cpt_session_show_statement (self->session, self->current, CPT_PAGE_ARTICLE);
}

static void
leave (gpointer owner, GVariant *parameter)
{
  cpt_session_set_reviewing (CPT_REVIEW_VIEW (owner)->session, FALSE);
}

static const CptActionEntry entries[] = {
  { "accept", N_ ("Right as It Is"), "Return KP_Enter c", accept_current },
  { "set-side", N_ ("Give to the First Side"), "1 KP_1", set_side, "i", "0" },
  { "set-side", N_ ("Give to the Second Side"), "2 KP_2", NULL, "i", "1" },
  { "set-side", N_ ("Give to the Third to Sixth Side"), "3 KP_3", NULL, "i", "2" },
  { "set-side", NULL, "4 KP_4", NULL, "i", "3" },
  { "set-side", NULL, "5 KP_5", NULL, "i", "4" },
  { "set-side", NULL, "6 KP_6", NULL, "i", "5" },
  { "to-context", N_ ("Give to Context"), "0 KP_0 Delete", to_context },
  { "skip", N_ ("Ask Again Later"), "Right space", skip },
  { "back", N_ ("The One Before"), "Left", back },
  { "show-in-article", N_ ("Show in the Article"), "a", show_in_article },
  { "leave", N_ ("Back to the Board"), "Escape", leave },
  { NULL },
};

const CptActionTable cpt_review_action_table = { "review", N_ ("Review One by One"), entries };

/* --- widget ----------------------------------------------------------------------------------------------------- */

static void
cpt_review_view_map (GtkWidget *widget)
{
  CptReviewView *self = CPT_REVIEW_VIEW (widget);

  GTK_WIDGET_CLASS (cpt_review_view_parent_class)->map (widget);
  if (get_state (self) != NULL)
    show (self, get_current (self) != NULL && cpt_statement_needs_review (get_current (self)) ? self->current : 0);
  gtk_widget_grab_focus (self->current != 0 ? self->accept : self->stack);
}

static void
cpt_review_view_dispose (GObject *object)
{
  CptReviewView *self = CPT_REVIEW_VIEW (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  g_clear_pointer (&self->visited, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_review_view_parent_class)->dispose (object);
}

static void
cpt_review_view_class_init (CptReviewViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_review_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = cpt_review_view_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "review");
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_head (CptReviewView *self, GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->progress, TRUE);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Looked at"), -1);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (row), self->progress);
  gtk_box_append (GTK_BOX (row), self->count);
  add_button (row, _("Back to the Board"), "review.leave", _("Escape; you can go on at any time"));
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_statement (CptReviewView *self, GtkWidget *box)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *area = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_size_request (area, -1, STATEMENT_PX);
  gtk_box_append (GTK_BOX (box), area);
  self->before = add_label (area, "review-around");
  self->words = add_label (card, "review-words");
  self->meta = add_label (card, "review-meta");
  gtk_widget_add_css_class (card, "review-card");
  gtk_box_append (GTK_BOX (area), card);
  self->after = add_label (area, "review-around");
  self->reasons = add_label (area, "review-reasons");
}

static void
add_answers (CptReviewView *self, GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *rest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->accept = add_button (row, "", "review.accept", _("Enter"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_box_append (GTK_BOX (box), row);
  self->sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->sides);
  add_button (rest, _("Later"), "review.skip", _("Ask again at the end (Right)"));
  add_button (rest, _("Before"), "review.back", _("The one before (Left)"));
  add_button (rest, _("Show in the Article"), "review.show-in-article", _("A"));
  gtk_box_append (GTK_BOX (box), rest);
}

/* In the middle, no wider than a line that can be read; scrolled where a sentence is long and the window small. */
static GtkWidget *
centre (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (child, WIDTH_PX, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static GtkWidget *
done_new (void)
{
  GtkWidget *placeholder
      = cpt_placeholder_new (_("Nothing is left to review"),
                             _("A person decided, or the program is sure. What it missed stands in Context: read that column once."));
  GtkWidget *button = cpt_button_new_with_mnemonic (_("_Back to the Board"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.leave");
  gtk_widget_add_css_class (button, "pill");
  cpt_placeholder_set_child (CPT_PLACEHOLDER (placeholder), button);
  return placeholder;
}

static void
cpt_review_view_init (CptReviewView *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->skipped = g_hash_table_new (NULL, NULL);
  self->visited = g_array_new (FALSE, FALSE, sizeof (guint32));
  gtk_widget_add_css_class (page, "review-page");
  add_head (self, page);
  add_statement (self, page);
  add_answers (self, page);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), centre (page), "statement");
  gtk_stack_add_named (GTK_STACK (self->stack), done_new (), "done");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

static void
history_changed_cb (CptReviewView *self)
{
  g_hash_table_remove_all (self->skipped);
  g_array_set_size (self->visited, 0);
  self->current = 0;
}

/**
 * cpt_review_view_new:
 * @session: whose statements to go through
 *
 * Returns: (transfer floating): the view; it begins when it is shown
 */
GtkWidget *
cpt_review_view_new (CptSession *session)
{
  CptReviewView *self = g_object_new (CPT_TYPE_REVIEW_VIEW, NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *keys;

  self->session = g_object_ref (session);
  cpt_action_table_add_actions (&cpt_review_action_table, G_ACTION_MAP (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), cpt_review_action_table.group, G_ACTION_GROUP (actions));
  keys = cpt_action_table_add_shortcuts (&cpt_review_action_table, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (session, "notify::history", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
