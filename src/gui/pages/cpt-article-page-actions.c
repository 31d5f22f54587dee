// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the sentence at the cursor, or with selected words. Room: gui/pages; every change is one command
// through the session.
#include "cpt-article-page-private.h"

#include <glib/gi18n.h>

#include "cpt-note-popover.h"
#include "cpt-snap.h"
#include "cpt-topic-chooser.h"

static CptArticleView *
get_view (CptArticlePage *self)
{
  return CPT_ARTICLE_VIEW (self->view);
}

static const CptStatement *
get_subject (CptArticlePage *self)
{
  CptState *state = cpt_session_get_state (self->session);

  return state == NULL ? NULL : cpt_state_find_statement (state, cpt_session_get_focus_statement (self->session));
}

static const char *
get_text (CptArticlePage *self)
{
  return cpt_article_get_text (cpt_state_find_article (cpt_session_get_state (self->session), self->article_id)->article);
}

/* Whole words of the selection; FALSE when nothing is selected. */
static gboolean
get_words (CptArticlePage *self, CptSpan *span)
{
  if (!cpt_article_view_get_selection (get_view (self), span))
    return FALSE;
  *span = cpt_snap_to_words (get_text (self), *span);
  return !cpt_span_is_empty (*span);
}

/* @sides: (nullable): as in cpt_command_carve(). The new statement has the attention then. */
static void
carve (CptArticlePage *self, CptSpan span, const CptSideSet *sides)
{
  const CptStatement *made;

  cpt_session_do (self->session, cpt_command_carve (cpt_session_get_state (self->session), self->article_id, span, sides));
  made = cpt_state_find_statement_at (cpt_session_get_state (self->session), self->article_id, span.begin_bytes);
  cpt_article_view_select_none (get_view (self));
  if (made != NULL)
    cpt_session_set_focus_statement (self->session, made->id);
}

static void
do_on_subject (CptArticlePage *self, CptCommand *(*make) (CptState *state, const guint32 *ids, guint n_ids))
{
  const CptStatement *subject = get_subject (self);

  if (subject != NULL)
    cpt_session_do (self->session, make (cpt_session_get_state (self->session), &subject->id, 1));
}

static void
give_to (CptArticlePage *self, CptSideSet sides)
{
  const CptStatement *subject = get_subject (self);
  CptSpan span;

  if (get_words (self, &span))
    carve (self, span, &sides);
  else if (subject != NULL)
    cpt_session_do (self->session, cpt_command_move (cpt_session_get_state (self->session), &subject->id, 1, sides, NULL));
}

static void
set_side (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;
  guint n_sides, side = (guint) g_variant_get_int32 (parameter);

  cpt_state_get_sides (cpt_session_get_state (self->session), &n_sides);
  if (side < n_sides)
    give_to (self, CPT_SIDE_BIT (side));
}

static void
to_context (gpointer owner, GVariant *parameter)
{
  give_to (owner, 0);
}

static void
toggle_side (CptArticlePage *self, guint side)
{
  const CptStatement *subject = get_subject (self);

  if (subject != NULL)
    cpt_session_do (self->session,
                    cpt_command_set_side_member (cpt_session_get_state (self->session), &subject->id, 1, side,
                                                 !(subject->now.sides & CPT_SIDE_BIT (side))));
}

#define TOGGLE_SIDE(n)                                                                                                 \
  static void toggle_side_##n (gpointer owner, GVariant *parameter)                                                   \
  {                                                                                                                    \
    toggle_side (owner, n);                                                                                            \
  }

TOGGLE_SIDE (0)
TOGGLE_SIDE (1)
TOGGLE_SIDE (2)
TOGGLE_SIDE (3)
TOGGLE_SIDE (4)
TOGGLE_SIDE (5)

static void
make_statement (gpointer owner, GVariant *parameter)
{
  CptSpan span;

  if (get_words (owner, &span))
    carve (owner, span, NULL);
}

/* The second half has the attention afterwards: the cursor stands before it. */
static void
split (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;
  const CptStatement *subject;
  gsize offset;

  if (!cpt_article_view_get_cursor (get_view (self), &offset))
    return;
  offset = cpt_snap_to_word (get_text (self), offset);
  subject = cpt_state_find_statement_at (cpt_session_get_state (self->session), self->article_id, offset);
  if (subject == NULL)
    return;
  cpt_session_do (self->session, cpt_command_split (cpt_session_get_state (self->session), subject->id, offset));
  subject = cpt_state_find_statement_at (cpt_session_get_state (self->session), self->article_id, offset);
  if (subject != NULL)
    cpt_session_set_focus_statement (self->session, subject->id);
}

static void
join (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;
  CptState *state = cpt_session_get_state (self->session);
  const CptStatement *subject = get_subject (self);
  const CptStatement *next = subject == NULL ? NULL : cpt_state_find_next_statement (state, subject->id);

  if (next != NULL)
    cpt_session_do (self->session, cpt_command_join (state, (guint32[2]){ subject->id, next->id }, 2));
}

static void
confirm (gpointer owner, GVariant *parameter)
{
  do_on_subject (owner, cpt_command_confirm);
}

static void
reset (gpointer owner, GVariant *parameter)
{
  do_on_subject (owner, cpt_command_reset);
}

static void
set_topic (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;
  const CptStatement *subject = get_subject (self);

  if (subject != NULL)
    cpt_session_do (self->session, cpt_command_set_topic (cpt_session_get_state (self->session), &subject->id, 1,
                                                          g_variant_get_string (parameter, NULL)));
}

static void
new_topic (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;
  const CptStatement *subject = get_subject (self);

  if (subject != NULL)
    cpt_session_do (self->session, cpt_command_add_topic (cpt_session_get_state (self->session),
                                                          g_variant_get_string (parameter, NULL), &subject->id, 1));
}

static void
set_note (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;
  const CptStatement *subject = get_subject (self);

  if (subject != NULL)
    cpt_session_do (self->session, cpt_command_set_note (cpt_session_get_state (self->session), &subject->id, 1,
                                                         g_variant_get_string (parameter, NULL)));
}

/* --- popovers --- */

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the action that closed the popover is still on its way through it. */
static void
closed_cb (GtkWidget *popover, CptArticlePage *self)
{
  if (self->popover != popover)
    return;
  self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
  gtk_widget_grab_focus (cpt_article_view_get_text_view (get_view (self)));
}

/* Below the words; in the middle of the page when they are out of view. */
static void
point_at (CptArticlePage *self, GtkWidget *popover, CptSpan span)
{
  GdkRectangle bounds;
  graphene_point_t point;

  if (!cpt_article_view_compute_bounds (get_view (self), span, &bounds))
    bounds = (GdkRectangle){ gtk_widget_get_width (self->view) / 2, gtk_widget_get_height (self->view) / 3, 1, 1 };
  if (gtk_widget_compute_point (self->view, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (bounds.x, bounds.y), &point))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle){ (int) point.x, (int) point.y, bounds.width, bounds.height });
}

static void
pop_up (CptArticlePage *self, GtkWidget *popover)
{
  const CptStatement *subject = get_subject (self);

  cpt_article_page_close_popovers (self);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  self->popover = popover;
  point_at (self, popover, subject->span);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
choose_topic (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;

  if (get_subject (self) != NULL)
    pop_up (self, cpt_topic_chooser_new (cpt_session_get_state (self->session), "article"));
}

static void
edit_note (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;

  if (get_subject (self) != NULL)
    pop_up (self, cpt_note_popover_new (get_subject (self)->note, "article.set-note"));
}

static void
show_on_board (gpointer owner, GVariant *parameter)
{
  CptArticlePage *self = owner;

  if (get_subject (self) != NULL)
    cpt_session_show_statement (self->session, get_subject (self)->id, CPT_PAGE_COMPARE);
}

static const CptActionEntry entries[] = {
  { "make-statement", N_ ("Make a Statement of the Selected Words"), "m", make_statement },
  { "split", N_ ("Split at the Cursor"), "s", split },
  { "join", N_ ("Join with the Next"), "j", join },
  { "set-side", N_ ("Give to the First Side"), "1 KP_1", set_side, "i", "0" },
  { "set-side", N_ ("Give to the Second Side"), "2 KP_2", NULL, "i", "1" },
  { "set-side", N_ ("Give to the Third to Sixth Side"), "3 KP_3", NULL, "i", "2" },
  { "set-side", NULL, "4 KP_4", NULL, "i", "3" },
  { "set-side", NULL, "5 KP_5", NULL, "i", "4" },
  { "set-side", NULL, "6 KP_6", NULL, "i", "5" },
  { "toggle-side-0", N_ ("Also Count as the First Side, or No Longer"), "<Control>1 <Control>KP_1", toggle_side_0, NULL,
    NULL, "false" },
  { "toggle-side-1", N_ ("Also Count as the Second Side, or No Longer"), "<Control>2 <Control>KP_2", toggle_side_1, NULL,
    NULL, "false" },
  { "toggle-side-2", NULL, "<Control>3 <Control>KP_3", toggle_side_2, NULL, NULL, "false" },
  { "toggle-side-3", NULL, "<Control>4 <Control>KP_4", toggle_side_3, NULL, NULL, "false" },
  { "toggle-side-4", NULL, "<Control>5 <Control>KP_5", toggle_side_4, NULL, NULL, "false" },
  { "toggle-side-5", NULL, "<Control>6 <Control>KP_6", toggle_side_5, NULL, NULL, "false" },
  { "to-context", N_ ("Give to Context"), "0 Delete KP_0", to_context },
  { "choose-topic", N_ ("Another Topic"), "t", choose_topic },
  { "set-topic", NULL, NULL, set_topic, "s" },
  { "new-topic", NULL, NULL, new_topic, "s" },
  { "note", N_ ("Write a Note"), "n", edit_note },
  { "set-note", NULL, NULL, set_note, "s" },
  { "confirm", N_ ("Confirm as Right"), "c", confirm },
  { "reset", N_ ("Take Decisions Back"), "BackSpace", reset },
  { "show-on-board", N_ ("Show on the Compare Page"), "Return KP_Enter", show_on_board },
  { NULL },
};

static const CptActionTable table = { "article", N_ ("Article Page"), entries };

/* --- selected words --- */

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "side-choice");
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
selection_box_new (CptArticlePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (cpt_session_get_state (self->session), &n_sides);
  GtkWidget *button = add_button (box, _("Make a Statement"), "article.make-statement");

  gtk_widget_set_tooltip_text (button, _("Of exactly these words; their side stays (M)"));
  for (guint i = 0; i < n_sides; i++)
    {
      g_autofree char *action = g_strdup_printf ("article.set-side(%u)", i);
      g_autofree char *tooltip = g_strdup_printf (_("Make a statement of %s (%u)"), sides[i].name, i + 1);

      gtk_widget_set_tooltip_text (add_button (box, sides[i].name, action), tooltip);
    }
  gtk_widget_set_tooltip_text (add_button (box, _("Context"), "article.to-context"), _("Make a statement of Context (0)"));
  return box;
}

/* It takes no keys and stays until the selection goes, so that the words can be selected anew, wider or narrower. */
static void
words_selected_cb (CptArticlePage *self)
{
  CptSpan span;

  g_clear_pointer (&self->selection, gtk_widget_unparent);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !get_words (self, &span))
    return;
  self->selection = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->selection), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->selection), selection_box_new (self));
  gtk_widget_set_can_focus (self->selection, FALSE);
  gtk_widget_set_parent (self->selection, GTK_WIDGET (self));
  point_at (self, self->selection, span);
  gtk_popover_popup (GTK_POPOVER (self->selection));
}

void
cpt_article_page_close_popovers (CptArticlePage *self)
{
  g_clear_pointer (&self->selection, gtk_widget_unparent);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GMenuModel *
context_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) words = g_menu_new (), rest = g_menu_new ();

  g_menu_append (words, _("_Make a Statement of the Selected Words"), "article.make-statement");
  g_menu_append (words, _("_Split Here"), "article.split");
  g_menu_append (words, _("_Join with the Next"), "article.join");
  g_menu_append (rest, _("Another _Topic…"), "article.choose-topic");
  g_menu_append (rest, _("_Note…"), "article.note");
  g_menu_append (rest, _("_Confirm as Right"), "article.confirm");
  g_menu_append (rest, _("Take _Decisions Back"), "article.reset");
  g_menu_append (rest, _("Show on the Compare _Page"), "article.show-on-board");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

/* After the statement at the cursor, the selection or the comparison changed. */
void
cpt_article_page_update_actions (CptArticlePage *self)
{
  static const char *const names[] = { "split", "join", "choose-topic", "note", "confirm", "reset", "show-on-board" };
  const CptStatement *subject = get_subject (self);
  GActionMap *map = G_ACTION_MAP (self->actions);
  CptSpan span;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, names[i])), subject != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "make-statement")),
                               cpt_article_view_get_selection (get_view (self), &span));
  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    {
      g_autofree char *name = g_strdup_printf ("toggle-side-%u", i);
      GSimpleAction *action = G_SIMPLE_ACTION (g_action_map_lookup_action (map, name));

      g_simple_action_set_enabled (action, subject != NULL);
      g_simple_action_set_state (action, g_variant_new_boolean (subject != NULL && subject->now.sides & CPT_SIDE_BIT (i)));
    }
}

static void
has_selection_cb (CptArticlePage *self)
{
  cpt_article_page_update_actions (self);
}

void
cpt_article_page_set_up_actions (CptArticlePage *self)
{
  GtkWidget *text_view = cpt_article_view_get_text_view (get_view (self));
  g_autoptr (GMenuModel) menu = context_menu_new ();
  GtkEventController *keys;

  self->actions = g_simple_action_group_new ();
  cpt_action_table_add_actions (&table, G_ACTION_MAP (self->actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), table.group, G_ACTION_GROUP (self->actions));
  keys = cpt_action_table_add_shortcuts (&table, text_view);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (text_view), menu);
  g_signal_connect_object (self->view, "words-selected", G_CALLBACK (words_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view)), "notify::has-selection",
                           G_CALLBACK (has_selection_cb), self, G_CONNECT_SWAPPED);
}

const CptActionTable *
cpt_article_page_get_action_table (void)
{
  return &table;
}
