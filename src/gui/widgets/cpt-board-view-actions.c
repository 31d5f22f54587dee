// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on a board: the actions that keys, menus and buttons share. Room: gui/widgets; every change is one
// command through the session.
#include "cpt-board-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef CptCommand *(*MakeCommand) (CptState *state, const guint32 *ids, guint n_ids);

/* The selection, else the card that has the keyboard. */
static guint32 *
dup_cards (CptBoardView *self, guint *n_ids)
{
  guint32 *ids = cpt_session_dup_selection (self->session, n_ids);
  guint32 focus = cpt_session_get_focus_statement (self->session);

  if (*n_ids > 0 || focus == 0)
    return ids;
  g_free (ids);
  ids = g_new (guint32, 1);
  ids[0] = focus;
  *n_ids = 1;
  return ids;
}

/* What an action is about. A card that stands for copies, too, carries them along. */
static guint32 *
dup_subject (CptBoardView *self, guint *n_ids)
{
  guint32 *ids = dup_cards (self, n_ids);

  return cpt_board_view_take_copies (self, ids, n_ids);
}

static void
do_on_subject (CptBoardView *self, MakeCommand make)
{
  guint n_ids;
  g_autofree guint32 *ids = dup_subject (self, &n_ids);
  CptState *state = cpt_session_get_state (self->session);

  if (state != NULL && n_ids > 0)
    cpt_session_do (self->session, make (state, ids, n_ids));
}

static void
move_subject (CptBoardView *self, guint column)
{
  guint n_ids, n_sides;
  g_autofree guint32 *ids = dup_subject (self, &n_ids);
  CptState *state = cpt_session_get_state (self->session);

  if (state == NULL || n_ids == 0)
    return;
  cpt_state_get_sides (state, &n_sides);
  if (column <= n_sides)
    cpt_session_do (self->session,
                    cpt_command_move (state, ids, n_ids, column < n_sides ? CPT_SIDE_BIT (column) : 0, NULL));
}

static void
set_side (gpointer owner, GVariant *parameter)
{
  move_subject (owner, (guint) g_variant_get_int32 (parameter));
}

/* The sides whose account all of them give. */
static CptSideSet
get_common_sides (CptState *state, const guint32 *ids, guint n_ids)
{
  CptSideSet common = state == NULL || n_ids == 0 ? 0 : G_MAXUINT8;

  for (guint i = 0; i < n_ids && common != 0; i++)
    {
      const CptStatement *statement = cpt_state_find_statement (state, ids[i]);

      if (statement != NULL)
        common &= statement->now.sides;
    }
  return common;
}

static void
toggle_side (CptBoardView *self, guint side)
{
  guint n_ids;
  g_autofree guint32 *ids = dup_subject (self, &n_ids);
  CptState *state = cpt_session_get_state (self->session);

  if (state != NULL && n_ids > 0)
    cpt_session_do (self->session, cpt_command_set_side_member (state, ids, n_ids, side,
                                                                !(get_common_sides (state, ids, n_ids) & CPT_SIDE_BIT (side))));
}

#define TOGGLE_SIDE(n)                                                                                                 \
  static void toggle_side_##n (gpointer owner, GVariant *parameter)                                                   \
  {                                                                                                                    \
    toggle_side (owner, n);                                                                                            \
  }

/* An action of its own for each side, because each has a state of its own: the tick in the menu. */
TOGGLE_SIDE (0)
TOGGLE_SIDE (1)
TOGGLE_SIDE (2)
TOGGLE_SIDE (3)
TOGGLE_SIDE (4)
TOGGLE_SIDE (5)

static void
to_context (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;

  move_subject (self, cpt_board_view_get_columns (self).n_sides);
}

static void
choose_topic (gpointer owner, GVariant *parameter)
{
  cpt_board_view_show_topics (owner);
}

static void
set_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint n_ids;
  g_autofree guint32 *ids = dup_subject (self, &n_ids);

  cpt_session_do (self->session, cpt_command_set_topic (cpt_session_get_state (self->session), ids, n_ids,
                                                        g_intern_string (g_variant_get_string (parameter, NULL))));
}

static void
new_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint n_ids;
  g_autofree guint32 *ids = dup_subject (self, &n_ids);

  cpt_session_do (self->session, cpt_command_add_topic (cpt_session_get_state (self->session),
                                                        g_variant_get_string (parameter, NULL), ids, n_ids));
}

static void
edit_note (gpointer owner, GVariant *parameter)
{
  cpt_board_view_show_note (owner);
}

static void
set_note (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const char *note = g_variant_get_string (parameter, NULL);
  guint n_ids;
  g_autofree guint32 *ids = dup_subject (self, &n_ids);

  cpt_session_do (self->session, cpt_command_set_note (cpt_session_get_state (self->session), ids, n_ids,
                                                       *note == '\0' ? NULL : note));
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

/* The selected parts; of a single card, it and the next statement of its article. */
static void
join (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint n_ids;
  g_autofree guint32 *ids = dup_cards (self, &n_ids);
  CptState *state = cpt_session_get_state (self->session);
  const CptStatement *next = n_ids == 1 ? cpt_state_find_next_statement (state, ids[0]) : NULL;

  if (n_ids > 1)
    cpt_session_do (self->session, cpt_command_join (state, ids, n_ids));
  else if (next != NULL)
    cpt_session_do (self->session, cpt_command_join (state, (guint32[2]){ ids[0], next->id }, 2));
}

static void
split (gpointer owner, GVariant *parameter)
{
  cpt_board_view_show_split (owner);
}

static void
split_at (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint32 id;
  guint64 offset;

  g_variant_get (parameter, "(ut)", &id, &offset);
  cpt_session_do (self->session, cpt_command_split (cpt_session_get_state (self->session), id, (gsize) offset));
}

static void
show_reasons (gpointer owner, GVariant *parameter)
{
  cpt_board_view_show_reasons (owner);
}

static void
show_on (CptBoardView *self, CptPage page)
{
  guint32 id = cpt_session_get_focus_statement (self->session);

  if (id != 0)
    cpt_session_show_statement (self->session, id, page);
}

static void
show_in_article (gpointer owner, GVariant *parameter)
{
  show_on (owner, CPT_PAGE_ARTICLE);
}

static void
show_on_timeline (gpointer owner, GVariant *parameter)
{
  show_on (owner, CPT_PAGE_TIMELINE);
}

static void
show_menu (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  CptCard *card = cpt_board_view_find_card (self, cpt_session_get_focus_statement (self->session));
  guint32 id = cpt_session_get_focus_statement (self->session);
  graphene_rect_t bounds;

  if (card == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (card), self->list, &bounds))
    return;
  if (!cpt_session_is_selected (self->session, id))
    cpt_session_select (self->session, &id, 1);
  cpt_board_view_show_menu (self, bounds.origin.x + 24, bounds.origin.y + MIN (bounds.size.height, 32));
}

static void
select_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  CptState *state = cpt_session_get_state (self->session);
  CptBoard *board = cpt_board_model_get_board (self->model);
  const CptStatement *statement = cpt_state_find_statement (state, cpt_session_get_focus_statement (self->session));
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL || board == NULL)
    return;
  ids = cpt_board_list_topic (board, statement->now.topic);
  cpt_session_select (self->session, (guint32 *) (gpointer) ids->data, ids->len);
}

static void
select_none (gpointer owner, GVariant *parameter)
{
  cpt_session_select (CPT_BOARD_VIEW (owner)->session, NULL, 0);
}

static void
toggle_selected (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint32 id = cpt_session_get_focus_statement (self->session);

  if (id != 0)
    cpt_session_toggle_selected (self->session, id);
}

static void
fold_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const char *topic = g_intern_string (g_variant_get_string (parameter, NULL));

  cpt_session_set_topic_folded (self->session, topic, !cpt_session_is_topic_folded (self->session, topic));
}

static void
walk (gpointer owner, GVariant *parameter)
{
  int direction;
  gboolean extend;

  g_variant_get (parameter, "(ib)", &direction, &extend);
  cpt_board_view_walk (owner, direction, extend);
}

/* The directions are those of #CptWalk. */
static const CptActionEntry entries[] = {
  { "set-side", N_ ("Move to the First Side"), "1 KP_1", set_side, "i", "0" },
  { "set-side", N_ ("Move to the Second Side"), "2 KP_2", NULL, "i", "1" },
  { "set-side", N_ ("Move to the Third to Sixth Side"), "3 KP_3", NULL, "i", "2" },
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
  { "to-context", N_ ("Move to Context"), "0 Delete KP_0", to_context },
  { "choose-topic", N_ ("Move to Another Topic"), "t", choose_topic },
  { "set-topic", NULL, NULL, set_topic, "s" },
  { "new-topic", NULL, NULL, new_topic, "s" },
  { "note", N_ ("Write a Note"), "n", edit_note },
  { "set-note", NULL, NULL, set_note, "s" },
  { "confirm", N_ ("Confirm as Right"), "c", confirm },
  { "reset", N_ ("Take Decisions Back"), "BackSpace", reset },
  { "split", N_ ("Split"), "s", split },
  { "split-at", NULL, NULL, split_at, "(ut)" },
  { "join", N_ ("Join Selected Parts, or with the Next"), "j", join },
  { "show-reasons", N_ ("Why Here?"), "w", show_reasons },
  { "show-in-article", N_ ("Show in the Article"), "Return KP_Enter", show_in_article },
  { "show-on-timeline", N_ ("Show on the Timeline"), "l", show_on_timeline },
  { "show-menu", N_ ("Menu"), "Menu <Shift>F10", show_menu },
  { "select-topic", N_ ("Select the Whole Topic"), "<Control>a", select_topic },
  { "select-none", N_ ("Select Nothing"), "Escape", select_none },
  { "toggle-selected", N_ ("Add to Selection, or Take Out"), "space <Control>space", toggle_selected },
  { "fold-topic", NULL, NULL, fold_topic, "s" },
  { "rename-topic", N_ ("Rename the Topic, Move or Merge It"), "F2", cpt_board_view_rename_topic },
  { "rename-topic-to", NULL, NULL, cpt_board_view_rename_topic_to, "(ss)" },
  { "edit-topic", NULL, NULL, cpt_board_view_edit_topic, "s" },
  { "move-topic", NULL, NULL, cpt_board_view_move_topic, "(su)" },
  { "merge-topic", NULL, NULL, cpt_board_view_merge_topic, "(ss)" },
  { "remove-topic", NULL, NULL, cpt_board_view_remove_topic, "s" },
  { "always-count", NULL, NULL, cpt_board_view_always_count, "u" },
  { "edit-side", NULL, NULL, cpt_board_view_edit_side, "u" },
  { "new-side", NULL, NULL, cpt_board_view_new_side },
  { "add-side", NULL, NULL, cpt_board_view_add_side, "s" },
  { "rename-side", NULL, NULL, cpt_board_view_rename_side, "(us)" },
  { "recolour-side", NULL, NULL, cpt_board_view_recolour_side, "(us)" },
  { "move-side", NULL, NULL, cpt_board_view_move_side, "(uu)" },
  { "merge-side", NULL, NULL, cpt_board_view_merge_side, "(uu)" },
  { "remove-side", NULL, NULL, cpt_board_view_remove_side, "u" },
  { "walk", N_ ("Card Above"), "Up", walk, "(ib)", "(0, false)" },
  { "walk", N_ ("Card Below"), "Down", NULL, "(ib)", "(1, false)" },
  { "walk", N_ ("Card to the Left"), "Left", NULL, "(ib)", "(2, false)" },
  { "walk", N_ ("Card to the Right"), "Right", NULL, "(ib)", "(3, false)" },
  { "walk", N_ ("First Card"), "Home", NULL, "(ib)", "(4, false)" },
  { "walk", N_ ("Last Card"), "End", NULL, "(ib)", "(5, false)" },
  { "walk", NULL, "Page_Up", NULL, "(ib)", "(6, false)" },
  { "walk", NULL, "Page_Down", NULL, "(ib)", "(7, false)" },
  { "walk", N_ ("Extend the Selection"), "<Shift>Down", NULL, "(ib)", "(1, true)" },
  { "walk", NULL, "<Shift>Up", NULL, "(ib)", "(0, true)" },
  { "walk", NULL, "<Shift>Left", NULL, "(ib)", "(2, true)" },
  { "walk", NULL, "<Shift>Right", NULL, "(ib)", "(3, true)" },
  { "walk", NULL, "<Shift>Home", NULL, "(ib)", "(4, true)" },
  { "walk", NULL, "<Shift>End", NULL, "(ib)", "(5, true)" },
  { "walk", NULL, "<Shift>Page_Up", NULL, "(ib)", "(6, true)" },
  { "walk", NULL, "<Shift>Page_Down", NULL, "(ib)", "(7, true)" },
  { NULL },
};

const CptActionTable cpt_board_action_table = { "board", N_ ("Compare Page"), entries };

static void
update_toggles (CptBoardView *self)
{
  guint n_ids;
  g_autofree guint32 *ids = dup_subject (self, &n_ids);
  CptSideSet common = get_common_sides (cpt_session_get_state (self->session), ids, n_ids);

  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    {
      g_autofree char *name = g_strdup_printf ("toggle-side-%u", i);
      GSimpleAction *action = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));

      g_simple_action_set_enabled (action, n_ids > 0);
      g_simple_action_set_state (action, g_variant_new_boolean ((common & CPT_SIDE_BIT (i)) != 0));
    }
}

/* After the selection, the card that has the keyboard, or the comparison changed. */
void
cpt_board_view_update_actions (CptBoardView *self)
{
  static const char *const names[] = { "set-side", "to-context", "choose-topic", "note", "confirm", "reset", "split",
                                       "join", "show-reasons", "show-in-article", "show-on-timeline", "show-menu" };
  guint n_selected = cpt_session_get_n_selected (self->session);
  gboolean any = n_selected > 0 || cpt_session_get_focus_statement (self->session) != 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), any);
    }
  update_toggles (self);
}

/* The keys act in the list only, and before the list itself has a use for them; popovers hang on the view, outside. */
void
cpt_board_view_set_up_actions (CptBoardView *self)
{
  GtkEventController *keys;

  self->actions = g_simple_action_group_new ();
  cpt_action_table_add_actions (&cpt_board_action_table, G_ACTION_MAP (self->actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), cpt_board_action_table.group, G_ACTION_GROUP (self->actions));
  keys = cpt_action_table_add_shortcuts (&cpt_board_action_table, self->list);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
}
