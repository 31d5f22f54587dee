// SPDX-License-Identifier: GPL-3.0-or-later
// The board as a list: whatever commands, filters and undo do, what the list tells of its changes is the truth.
#include "cpt-board-model.h"
#include "cpt-board-walk.h"
#include "states.h"

#define N_STEPS 300

typedef struct
{
  CptHistory *history;
  CptSession *session;
  CptBoardModel *model;
  GPtrArray *shadow; /* CptBoardItem: what a list view would believe */
  guint n_told;      /* rows added in all signals since it was reset */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  if (removed > 0)
    g_ptr_array_remove_range (fixture->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->shadow, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (fixture->shadow->len, ==, g_list_model_get_n_items (model));
  fixture->n_told += added;
}

static void
open_state (Fixture *fixture, guint n_articles, guint n_sentences, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CptState) state = states_new_random (rand, n_articles, n_sentences);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  g_clear_object (&fixture->history);
  fixture->history = cpt_history_new (comparison);
  cpt_session_set_history (fixture->session, fixture->history);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = cpt_session_new ();
  fixture->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->model = cpt_board_model_new (fixture->session);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  open_state (fixture, 2, 60, 3);
}

/* The thread that laid the last board out may let go of the model a moment after its result is here. */
static void
wait_for_thread (Fixture *fixture)
{
  for (guint i = 0; i < 1000 && G_OBJECT (fixture->model)->ref_count > 1; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wait_for_thread (fixture);
  g_ptr_array_unref (fixture->shadow);
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
}

static void
wait_for_board (Fixture *fixture)
{
  while (!cpt_board_model_is_current (fixture->model))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_row_shows (const CptBoardRow *shown, const CptBoardRow *row, guint n_columns)
{
  g_assert_cmpint (shown->kind, ==, row->kind);
  g_assert_cmpstr (shown->topic, ==, row->topic);
  for (guint i = 0; i < n_columns; i++)
    {
      if (row->kind == CPT_BOARD_ROW_TOPIC)
        g_assert_cmpuint (shown->counts[i], ==, row->counts[i]);
      else
        g_assert_true (shown->cards[i] == row->cards[i]);
    }
}

/* What a list view believes is what a board that is made anew holds. */
static void
assert_true_picture (Fixture *fixture)
{
  g_autoptr (CptBoard) board = NULL;

  wait_for_board (fixture);
  board = cpt_board_new (cpt_session_get_state (fixture->session), cpt_session_get_filter (fixture->session));
  g_assert_cmpuint (fixture->shadow->len, ==, cpt_board_get_n_rows (board));
  for (guint i = 0; i < fixture->shadow->len; i++)
    assert_row_shows (cpt_board_item_get_row (fixture->shadow->pdata[i]), cpt_board_get_row (board, i),
                      cpt_board_get_n_columns (board));
}

static const char *
pick_topic (Fixture *fixture, GRand *rand)
{
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (cpt_session_get_state (fixture->session), &n_topics);

  return n_topics == 0 ? NULL : topics[g_rand_int_range (rand, 0, n_topics)].id;
}

static void
step (Fixture *fixture, GRand *rand)
{
  const char *topic = pick_topic (fixture, rand);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      cpt_history_undo (fixture->history);
      break;
    case 1:
      cpt_history_redo (fixture->history);
      break;
    case 2:
      cpt_session_set_topic_folded (fixture->session, topic, !cpt_session_is_topic_folded (fixture->session, topic));
      break;
    case 3:
      cpt_session_set_filter_topic (fixture->session, g_rand_boolean (rand) ? topic : NULL);
      break;
    case 4:
      cpt_session_set_context_folded (fixture->session, g_rand_boolean (rand));
      break;
    default:
      cpt_session_do (fixture->session,
                      states_new_random_command (rand, cpt_session_get_state (fixture->session)));
    }
}

static void
test_any_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  assert_true_picture (fixture);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (fixture, rand);
      assert_true_picture (fixture);
    }
}

/* Above the bound a worker lays the board out. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  open_state (fixture, 3, 1500, 9);
  g_assert_false (cpt_board_model_is_current (fixture->model));
  assert_true_picture (fixture);
  for (guint i = 0; i < 20; i++)
    {
      step (fixture, rand);
      step (fixture, rand);
      assert_true_picture (fixture);
    }
}

/* The last card of the last topic changes sides: all but a few rows keep their widgets. */
static void
test_small_changes_stay_small (Fixture *fixture, gconstpointer data)
{
  CptBoard *board;
  const CptStatement *statement;
  guint32 id;

  open_state (fixture, 1, 400, 21);
  board = cpt_board_model_get_board (fixture->model);
  id = cpt_board_walk (board, 0, CPT_WALK_LAST);
  statement = cpt_state_find_statement (cpt_session_get_state (fixture->session), id);
  fixture->n_told = 0;
  cpt_session_do (fixture->session, cpt_command_move (cpt_session_get_state (fixture->session), &id, 1,
                                                      statement->now.sides == 1 ? 2 : 1, NULL));
  g_assert_cmpuint (fixture->shadow->len, >, 200);
  g_assert_cmpuint (fixture->n_told, >, 0);
  g_assert_cmpuint (fixture->n_told, <, 60);
  assert_true_picture (fixture);
}

/* --- walking ----------------------------------------------------------------------------------------------------- */

static void
test_walk_down_and_up (Fixture *fixture, gconstpointer data)
{
  CptBoard *board = cpt_board_model_get_board (fixture->model);
  guint32 id = cpt_board_walk (board, 0, CPT_WALK_FIRST), next;
  guint n_cards = 1, row, column, next_row, next_column;

  g_assert_cmpuint (id, !=, 0);
  for (; (next = cpt_board_walk (board, id, CPT_WALK_DOWN)) != 0; id = next)
    {
      g_assert_true (cpt_board_find_card (board, id, &row, &column));
      g_assert_true (cpt_board_find_card (board, next, &next_row, &next_column));
      g_assert_cmpuint (next_row, >, row);
      g_assert_cmpuint (next_column, ==, column);
      g_assert_cmpuint (cpt_board_walk (board, next, CPT_WALK_UP), ==, id);
      n_cards++;
    }
  g_assert_cmpuint (n_cards, ==, cpt_board_get_counts (board)[column]);
  g_assert_cmpuint (cpt_board_walk (board, id, CPT_WALK_PAGE_DOWN), ==, 0);
}

static void
test_walk_sideways_and_ranges (Fixture *fixture, gconstpointer data)
{
  CptBoard *board = cpt_board_model_get_board (fixture->model);
  guint32 id = cpt_board_walk (board, 0, CPT_WALK_FIRST);
  guint32 right = cpt_board_walk (board, id, CPT_WALK_RIGHT);
  g_autoptr (GArray) range = cpt_board_list_range (board, id, right);
  g_autoptr (GArray) alone = cpt_board_list_range (board, 0, right);

  g_assert_cmpuint (right, !=, 0);
  g_assert_cmpuint (right, !=, id);
  g_assert_cmpuint (range->len, >=, 2);
  g_assert_cmpuint (alone->len, ==, 1);
  g_assert_cmpuint (cpt_board_walk (board, id, CPT_WALK_LEFT), ==, 0);
  g_assert_cmpuint (cpt_board_walk (board, G_MAXUINT32, CPT_WALK_DOWN), ==, id);
}

static void
test_topic_lists_its_cards (Fixture *fixture, gconstpointer data)
{
  CptBoard *board = cpt_board_model_get_board (fixture->model);
  const CptBoardRow *head = cpt_board_get_row (board, 0);
  g_autoptr (GArray) ids = cpt_board_list_topic (board, head->topic);
  guint n = 0;

  for (guint i = 0; i < cpt_board_get_n_columns (board); i++)
    n += head->counts[i];
  g_assert_cmpuint (ids->len, >=, 1);
  g_assert_cmpuint (ids->len, ==, n);
  g_assert_cmpuint (cpt_board_find_topic_row (board, head->topic), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/gui/board-model/any-steps", Fixture, NULL, set_up, test_any_steps, tear_down);
  g_test_add ("/gui/board-model/large", Fixture, NULL, set_up, test_large, tear_down);
  g_test_add ("/gui/board-model/small-changes", Fixture, NULL, set_up, test_small_changes_stay_small, tear_down);
  g_test_add ("/gui/board-walk/down-and-up", Fixture, NULL, set_up, test_walk_down_and_up, tear_down);
  g_test_add ("/gui/board-walk/sideways", Fixture, NULL, set_up, test_walk_sideways_and_ranges, tear_down);
  g_test_add ("/gui/board-walk/topic", Fixture, NULL, set_up, test_topic_lists_its_cards, tear_down);
  return g_test_run ();
}
