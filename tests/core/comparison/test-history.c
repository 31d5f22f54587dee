// SPDX-License-Identifier: GPL-3.0-or-later
// Undo, redo, "modified" and the notifications of the history.
#include "states.h"

#define N_SEQUENCES 60
#define N_STEPS 40
#define N_EDITS 1200

static CptHistory *
new_history (GRand *rand, guint n_articles, guint n_sentences)
{
  g_autoptr (CptState) state = states_new_random (rand, n_articles, n_sentences);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);

  return cpt_history_new (comparison);
}

static CptState *
get_state (CptHistory *history)
{
  return cpt_comparison_get_state (cpt_history_get_comparison (history));
}

/* States by chance: undo and redo walk over the very same values, and each of them is sound. */
static void
test_walk (void)
{
  for (guint seed = 0; seed < N_SEQUENCES; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CptHistory) history = new_history (rand, 1 + seed % 3, 1 + seed % 20);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_state_unref);

      g_ptr_array_add (states, cpt_state_ref (get_state (history)));
      for (guint i = 0; i < N_STEPS; i++)
        {
          g_autoptr (CptCommand) command = states_new_random_command (rand, get_state (history));

          cpt_history_do (history, command);
          states_assert_sound (get_state (history));
          if (command != NULL)
            g_ptr_array_add (states, cpt_state_ref (get_state (history)));
        }
      for (guint i = states->len - 1; i > 0; i--)
        {
          g_assert_true (get_state (history) == states->pdata[i]);
          cpt_history_undo (history);
        }
      g_assert_false (cpt_history_get_can_undo (history));
      g_assert_false (cpt_history_get_modified (history));
      for (guint i = 0; i < states->len; i++)
        {
          g_assert_true (get_state (history) == states->pdata[i]);
          cpt_history_redo (history);
        }
      g_assert_false (cpt_history_get_can_redo (history));
    }
}

static void
set_title (CptHistory *history, const char *title)
{
  g_autoptr (CptCommand) command = cpt_command_set_title (get_state (history), title);

  cpt_history_do (history, command);
}

/* Jumping leads to the very states that stepping leads to. */
static void
test_go_to (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (CptHistory) history = new_history (rand, 1, 3);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_state_unref);
  const char *titles[] = { "a", "b", "c", "d" };

  g_ptr_array_add (states, cpt_state_ref (get_state (history)));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      set_title (history, titles[i]);
      g_ptr_array_add (states, cpt_state_ref (get_state (history)));
    }
  g_assert_cmpuint (cpt_history_get_n_steps (history), ==, 4);
  for (guint i = 0; i < 200; i++)
    {
      guint position = (guint) g_rand_int_range (rand, 0, 6);

      cpt_history_go_to (history, position);
      if (position <= 4)
        g_assert_cmpuint (cpt_history_get_position (history), ==, position);
      g_assert_true (get_state (history) == states->pdata[cpt_history_get_position (history)]);
    }
  g_assert_cmpstr (cpt_history_get_step_label (history, 0), ==, "Rename comparison");
  g_assert_null (cpt_history_get_step_label (history, 4));
}

static void
test_modified (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (CptHistory) history = new_history (rand, 1, 3);
  g_autoptr (CptState) written = NULL;

  g_assert_false (cpt_history_get_modified (history));
  set_title (history, "a");
  g_assert_true (cpt_history_get_modified (history));
  cpt_history_mark_saved (history, get_state (history));
  g_assert_false (cpt_history_get_modified (history));
  cpt_history_undo (history); /* past the save */
  g_assert_true (cpt_history_get_modified (history));
  cpt_history_redo (history);
  g_assert_false (cpt_history_get_modified (history));
  written = cpt_state_ref (get_state (history));
  set_title (history, "b"); /* while the worker writes */
  cpt_history_mark_saved (history, written);
  g_assert_true (cpt_history_get_modified (history));
  cpt_history_undo (history);
  set_title (history, "c"); /* what was saved is not ahead any more */
  cpt_history_undo (history);
  g_assert_false (cpt_history_get_modified (history));
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  GHashTable *counts = data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pspec->name));

  g_hash_table_insert (counts, (gpointer) pspec->name, GUINT_TO_POINTER (n + 1));
}

static void
assert_counts (GHashTable *counts, const char *names)
{
  g_auto (GStrv) wanted = g_strsplit (names, " ", -1);

  g_assert_cmpuint (g_hash_table_size (counts), ==, *names == '\0' ? 0 : g_strv_length (wanted));
  for (guint i = 0; wanted[i] != NULL && *names != '\0'; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, wanted[i])), ==, 1);
  g_hash_table_remove_all (counts);
}

static void
test_notifications (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (CptHistory) history = new_history (rand, 1, 3);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  g_signal_connect (history, "notify", G_CALLBACK (count_cb), counts);
  g_signal_connect (cpt_history_get_comparison (history), "notify::state", G_CALLBACK (count_cb), counts);
  cpt_history_do (history, NULL);
  cpt_history_undo (history);
  cpt_history_redo (history);
  assert_counts (counts, "");
  set_title (history, "a");
  assert_counts (counts, "state can-undo undo-label modified generation");
  set_title (history, "b"); /* same label */
  assert_counts (counts, "state generation");
  cpt_history_undo (history);
  assert_counts (counts, "state can-redo redo-label generation");
  cpt_history_mark_saved (history, get_state (history));
  assert_counts (counts, "modified");
  cpt_history_mark_saved (history, get_state (history));
  assert_counts (counts, "");
  g_assert_cmpuint (cpt_history_get_generation (history), ==, 3);
}

static void
test_stale_command (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (3);
      g_autoptr (CptHistory) history = new_history (rand, 1, 3);
      g_autoptr (CptCommand) stale = cpt_command_set_title (get_state (history), "late");

      set_title (history, "a");
      cpt_history_do (history, stale);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*CRITICAL*");
}

/* An hour of edits in a long article must neither take the memory of the machine nor a breath at each edit. */
static void
test_long_article (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (CptHistory) history = new_history (rand, 1, 25000);
  guint n = cpt_state_get_n_statements (get_state (history));
  gint64 begin = g_get_monotonic_time ();
  guint n_kept = 0;

  g_assert_cmpuint (n, >=, 29000);
  for (guint i = 0; i < N_EDITS; i++)
    {
      const CptStatement *statement = cpt_state_get_article (get_state (history), 0)->statements->pdata[i % n];
      guint32 id = statement->id;
      g_autoptr (CptCommand) command = cpt_command_move (get_state (history), &id, 1, statement->now.sides ^ 1, NULL);

      cpt_history_do (history, command);
    }
  g_test_message ("%.3f ms an edit", (double) (g_get_monotonic_time () - begin) / N_EDITS / 1000);
  while (cpt_history_get_can_undo (history))
    {
      cpt_history_undo (history);
      n_kept++;
    }
  g_assert_cmpuint (n_kept, >=, 500);
  g_assert_cmpuint (n_kept, <, N_EDITS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/history/walk", test_walk);
  g_test_add_func ("/comparison/history/go-to", test_go_to);
  g_test_add_func ("/comparison/history/modified", test_modified);
  g_test_add_func ("/comparison/history/notifications", test_notifications);
  g_test_add_func ("/comparison/history/stale-command", test_stale_command);
  g_test_add_func ("/comparison/history/long-article", test_long_article);
  return g_test_run ();
}
