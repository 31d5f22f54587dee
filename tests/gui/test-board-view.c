// SPDX-License-Identifier: GPL-3.0-or-later
// The board in a window: cards, actions, focus; and widgets that die when they should.
#include <string.h>

#include "settle.h"
#include "cpt-banner.h"
#include "cpt-board-view.h"
#include "cpt-board-walk.h"
#include "cpt-card.h"
#include "cpt-describe.h"
#include "cpt-style.h"
#include "states.h"

typedef struct
{
  CptHistory *history;
  CptSession *session;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (CptState) state = states_new_random (rand, 2, 60);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  fixture->history = cpt_history_new (comparison);
  fixture->session = cpt_session_new ();
  cpt_session_set_history (fixture->session, fixture->history);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  fixture->view = cpt_board_view_new (fixture->session);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
}

static CptBoard *
get_board (Fixture *fixture)
{
  return cpt_board_model_get_board (cpt_board_view_get_model (CPT_BOARD_VIEW (fixture->view)));
}

static CptCard *
find_card (GtkWidget *widget, guint32 id)
{
  if (CPT_IS_CARD (widget))
    {
      const CptStatement *statement = cpt_card_get_statement (CPT_CARD (widget));

      return statement != NULL && statement->id == id ? CPT_CARD (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      CptCard *card = find_card (child, id);

      if (card != NULL)
        return card;
    }
  return NULL;
}

static void
activate (Fixture *fixture, const char *action, const char *target)
{
  g_autoptr (GVariant) parameter = target == NULL ? NULL : g_variant_ref_sink (g_variant_new_parsed (target));

  g_assert_true (gtk_widget_activate_action_variant (fixture->view, action, parameter));
  settle ();
}

static const CptStatement *
find_statement (Fixture *fixture, guint32 id)
{
  return cpt_state_find_statement (cpt_session_get_state (fixture->session), id);
}

/* A statement in Context, so that moving it to any side is a change. */
static guint32
find_in_context (Fixture *fixture)
{
  const CptArticleState *article = cpt_state_get_article (cpt_session_get_state (fixture->session), 0);

  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *statement = article->statements->pdata[i];

      if (statement->now.sides == 0)
        return statement->id;
    }
  g_assert_not_reached ();
}

static void
test_cards_tell_what_they_show (Fixture *fixture, gconstpointer data)
{
  guint32 id = cpt_board_walk (get_board (fixture), 0, CPT_WALK_FIRST);
  CptCard *card = find_card (fixture->view, id);
  g_autofree char *name = NULL;

  g_assert_nonnull (card);
  name = cpt_describe_statement (cpt_session_get_state (fixture->session), find_statement (fixture, id));
  g_assert_cmpint (strlen (name), >, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
test_move_is_one_step (Fixture *fixture, gconstpointer data)
{
  guint32 id = find_in_context (fixture);
  CptState *before = cpt_session_get_state (fixture->session);

  cpt_session_select (fixture->session, &id, 1);
  activate (fixture, "board.set-side", "1");
  g_assert_cmpuint (find_statement (fixture, id)->now.sides, ==, CPT_SIDE_BIT (1));
  g_assert_true (cpt_history_get_can_undo (fixture->history));
  cpt_history_undo (fixture->history);
  g_assert_false (cpt_history_get_can_undo (fixture->history));
  g_assert_true (cpt_session_get_state (fixture->session) == before);
  cpt_history_redo (fixture->history);
  activate (fixture, "board.to-context", NULL);
  g_assert_cmpuint (find_statement (fixture, id)->now.sides, ==, 0);
}

/* The moved card keeps the keyboard, wherever it is now. */
static void
test_focus_follows_the_card (Fixture *fixture, gconstpointer data)
{
  guint32 id = find_in_context (fixture);
  GtkWidget *focus;

  cpt_board_view_show_statement (CPT_BOARD_VIEW (fixture->view), id);
  settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (CPT_IS_CARD (focus));
  g_assert_cmpuint (cpt_card_get_statement (CPT_CARD (focus))->id, ==, id);
  activate (fixture, "board.set-side", "0");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (CPT_IS_CARD (focus));
  g_assert_cmpuint (cpt_card_get_statement (CPT_CARD (focus))->id, ==, id);
  g_assert_cmpuint (cpt_card_get_column (CPT_CARD (focus)), ==, 0);
}

static void
test_walking_selects (Fixture *fixture, gconstpointer data)
{
  guint32 first = cpt_board_walk (get_board (fixture), 0, CPT_WALK_FIRST);
  guint32 second = cpt_board_walk (get_board (fixture), first, CPT_WALK_DOWN);
  CptCard *card;

  cpt_session_set_focus_statement (fixture->session, 0);
  activate (fixture, "board.walk", "(4, false)");
  g_assert_true (cpt_session_is_selected (fixture->session, first));
  activate (fixture, "board.walk", "(1, true)");
  g_assert_true (cpt_session_is_selected (fixture->session, first));
  g_assert_true (cpt_session_is_selected (fixture->session, second));
  card = find_card (fixture->view, second);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  activate (fixture, "board.walk", "(1, false)");
  g_assert_cmpuint (cpt_session_get_n_selected (fixture->session), ==, 1);
  activate (fixture, "board.select-topic", NULL);
  g_assert_cmpuint (cpt_session_get_n_selected (fixture->session), >, 1);
  activate (fixture, "board.select-none", NULL);
  g_assert_cmpuint (cpt_session_get_n_selected (fixture->session), ==, 0);
}

static void
test_notes_topics_decisions (Fixture *fixture, gconstpointer data)
{
  guint32 id = find_in_context (fixture);

  cpt_session_select (fixture->session, &id, 1);
  activate (fixture, "board.set-note", "'look again'");
  g_assert_cmpstr (find_statement (fixture, id)->note, ==, "look again");
  activate (fixture, "board.set-note", "''");
  g_assert_null (find_statement (fixture, id)->note);
  activate (fixture, "board.new-topic", "'Winter'");
  g_assert_cmpstr (cpt_state_get_topic_name (cpt_session_get_state (fixture->session),
                                             find_statement (fixture, id)->now.topic),
                   ==, "Winter");
  activate (fixture, "board.reset", NULL);
  g_assert_true (find_statement (fixture, id)->now.topic == find_statement (fixture, id)->found.topic);
}

/* A statement that a filter or a fold hides is shown all the same when a link leads to it. */
static void
test_show_reveals (Fixture *fixture, gconstpointer data)
{
  guint32 id = cpt_board_walk (get_board (fixture), 0, CPT_WALK_LAST);
  guint row, column;

  cpt_session_set_topic_folded (fixture->session, find_statement (fixture, id)->now.topic, TRUE);
  cpt_session_set_filter_text (fixture->session, "no such words anywhere");
  g_assert_false (cpt_board_find_card (get_board (fixture), id, &row, &column));
  cpt_session_show_statement (fixture->session, id, CPT_PAGE_COMPARE);
  settle ();
  g_assert_true (cpt_board_find_card (get_board (fixture), id, &row, &column));
  g_assert_nonnull (find_card (fixture->view, id));
}

static guint
count_sides (Fixture *fixture)
{
  guint n_sides;

  cpt_state_get_sides (cpt_session_get_state (fixture->session), &n_sides);
  return n_sides;
}

static const CptSide *
get_side (Fixture *fixture, guint side)
{
  return &cpt_state_get_sides (cpt_session_get_state (fixture->session), NULL)[side];
}

static void
test_sides (Fixture *fixture, gconstpointer data)
{
  guint32 id = find_in_context (fixture);

  activate (fixture, "board.add-side", "'Third'");
  g_assert_cmpuint (count_sides (fixture), ==, 3);
  cpt_session_select (fixture->session, &id, 1);
  activate (fixture, "board.set-side", "2");
  activate (fixture, "board.rename-side", "(uint32 2, 'Observers')");
  activate (fixture, "board.recolour-side", "(uint32 2, '#1a1a1a')");
  activate (fixture, "board.move-side", "(uint32 2, uint32 0)");
  g_assert_cmpstr (get_side (fixture, 0)->name, ==, "Observers");
  g_assert_cmpstr (get_side (fixture, 0)->colour, ==, "#1a1a1a");
  g_assert_cmpuint (find_statement (fixture, id)->now.sides, ==, CPT_SIDE_BIT (0));
  activate (fixture, "board.remove-side", "uint32 0");
  g_assert_cmpuint (find_statement (fixture, id)->now.sides, ==, 0);
  cpt_history_undo (fixture->history);
  activate (fixture, "board.merge-side", "(uint32 0, uint32 1)");
  g_assert_cmpuint (count_sides (fixture), ==, 2);
  g_assert_cmpuint (find_statement (fixture, id)->now.sides, ==, CPT_SIDE_BIT (0));
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  guint32 id = cpt_board_walk (get_board (fixture), 0, CPT_WALK_FIRST);
  const char *topic = find_statement (fixture, id)->now.topic;
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (cpt_session_get_state (fixture->session), &n_topics);
  g_autofree char *rename = g_strdup_printf ("('%s', 'Renamed')", topic);
  g_autofree char *move = g_strdup_printf ("('%s', uint32 1)", topic);
  g_autofree char *merge = g_strdup_printf ("('%s', '%s')", topic, topics[1].id);
  g_autofree char *remove = g_strdup_printf ("'%s'", topic);
  const char *into = topics[1].id;

  activate (fixture, "board.rename-topic-to", rename);
  activate (fixture, "board.move-topic", move);
  topics = cpt_state_get_topics (cpt_session_get_state (fixture->session), &n_topics);
  g_assert_true (topics[1].id == topic);
  g_assert_cmpstr (topics[1].name, ==, "Renamed");
  activate (fixture, "board.merge-topic", merge);
  g_assert_true (find_statement (fixture, id)->now.topic == into);
  cpt_history_undo (fixture->history);
  activate (fixture, "board.remove-topic", remove);
  g_assert_cmpstr (find_statement (fixture, id)->now.topic, ==, "other");
}

static void
test_popovers_open_and_close (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "board.show-menu",    "board.choose-topic", "board.note",    "board.split",
                                         "board.show-reasons", "board.rename-topic", "board.new-side" };
  guint32 id = cpt_board_walk (get_board (fixture), 0, CPT_WALK_FIRST);

  cpt_board_view_show_statement (CPT_BOARD_VIEW (fixture->view), id);
  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *popover;

      activate (fixture, actions[i], NULL);
      popover = gtk_widget_get_last_child (fixture->view);
      g_assert_true (GTK_IS_POPOVER (popover));
      g_object_ref (popover);
      gtk_popover_popdown (GTK_POPOVER (popover));
      settle ();
      g_assert_finalize_object (popover);
    }
}

static void
test_banner (void)
{
  GtkWidget *banner = g_object_ref_sink (cpt_banner_new ());

  g_assert_false (cpt_banner_is_shown (CPT_BANNER (banner)));
  cpt_banner_show (CPT_BANNER (banner), "“a.txt” is empty", "Choose another file.");
  cpt_banner_add_button (CPT_BANNER (banner), "_Open", "win.open");
  g_assert_true (cpt_banner_is_shown (CPT_BANNER (banner)));
  g_assert_cmpstr (cpt_banner_get_message (CPT_BANNER (banner)), ==, "“a.txt” is empty");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_PROPERTY_LABEL, "“a.txt” is empty");
  cpt_banner_dismiss (CPT_BANNER (banner));
  g_assert_false (cpt_banner_is_shown (CPT_BANNER (banner)));
  g_assert_finalize_object (banner);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  cpt_style_register ();
  g_test_add ("/gui/board-view/cards", Fixture, NULL, set_up, test_cards_tell_what_they_show, tear_down);
  g_test_add ("/gui/board-view/move", Fixture, NULL, set_up, test_move_is_one_step, tear_down);
  g_test_add ("/gui/board-view/focus", Fixture, NULL, set_up, test_focus_follows_the_card, tear_down);
  g_test_add ("/gui/board-view/walk", Fixture, NULL, set_up, test_walking_selects, tear_down);
  g_test_add ("/gui/board-view/decisions", Fixture, NULL, set_up, test_notes_topics_decisions, tear_down);
  g_test_add ("/gui/board-view/show", Fixture, NULL, set_up, test_show_reveals, tear_down);
  g_test_add ("/gui/board-view/sides", Fixture, NULL, set_up, test_sides, tear_down);
  g_test_add ("/gui/board-view/topics", Fixture, NULL, set_up, test_topics, tear_down);
  g_test_add ("/gui/board-view/popovers", Fixture, NULL, set_up, test_popovers_open_and_close, tear_down);
  g_test_add_func ("/gui/banner", test_banner);
  return g_test_run ();
}
