// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand sequences of commands by chance over comparisons by chance: each character of each article stays in exactly one
// statement, undoing everything gives the very bytes of before, redoing everything those of after.
//
// CPT_SEED=n repeats the sequence that failed, alone.
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cpt-store.h"
#include "states-analysed.h"

#define N_SEQUENCES 10000
#define MAX_STEPS 24
#define SEQUENCES_A_ROUND_TRIP 8

static volatile sig_atomic_t running_seed;

/* Called when an assertion failed: which sequence it was. */
static void
abort_cb (int signal_number)
{
  static const char begin[] = "# the sequence can be repeated with CPT_SEED=";
  char digits[16];
  gsize i = sizeof digits;
  guint seed = (guint) running_seed;

  digits[--i] = '\n';
  do
    digits[--i] = (char) ('0' + seed % 10);
  while ((seed /= 10) > 0);
  (void) !write (STDERR_FILENO, begin, sizeof begin - 1);
  (void) !write (STDERR_FILENO, digits + i, sizeof digits - i);
  signal (SIGABRT, SIG_DFL);
}

static CptState *
get_state (CptHistory *history)
{
  return cpt_comparison_get_state (cpt_history_get_comparison (history));
}

static void
assert_bytes (CptHistory *history, const char *expected)
{
  g_autofree char *json = cpt_store_to_json (get_state (history));

  if (strcmp (json, expected) != 0) /* two whole files in a message help nobody */
    g_assert_cmpmem (json, strlen (json), expected, strlen (expected));
}

static void
assert_reads_back (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = cpt_store_parse (json, -1, "test", &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = cpt_store_to_json (state);
  g_assert_cmpstr (again, ==, json);
}

/* Does commands; gives how many changed something. */
static guint
change (GRand *rand, CptHistory *history, guint n_steps)
{
  guint n_done = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (CptCommand) command = states_new_analysed_command (rand, get_state (history));

      cpt_history_do (history, command);
      if (command == NULL)
        continue;
      states_assert_sound (get_state (history));
      n_done++;
    }
  return n_done;
}

static guint
run_sequence (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CptState) begin = seed % 2 == 0 ? states_new_random (rand, seed % 3, 1 + seed % 9) : states_new_analysed (rand);
  g_autoptr (CptComparison) comparison = cpt_comparison_new (begin);
  g_autoptr (CptHistory) history = cpt_history_new (comparison);
  g_autofree char *first = cpt_store_to_json (begin);
  g_autofree char *last = NULL;
  guint n_done, n_undone = 0;

  running_seed = (sig_atomic_t) seed;
  n_done = change (rand, history, 1 + (guint) g_rand_int_range (rand, 0, MAX_STEPS));
  last = cpt_store_to_json (get_state (history));
  for (; cpt_history_get_can_undo (history); n_undone++)
    cpt_history_undo (history);
  g_assert_cmpuint (n_undone, ==, n_done);
  assert_bytes (history, first);
  while (cpt_history_get_can_redo (history))
    cpt_history_redo (history);
  assert_bytes (history, last);
  if (seed % SEQUENCES_A_ROUND_TRIP == 0)
    assert_reads_back (last);
  return n_done;
}

static void
test_sequences (void)
{
  const char *seed = g_getenv ("CPT_SEED");
  guint n_done = 0;

  signal (SIGABRT, abort_cb);
  if (seed != NULL)
    {
      run_sequence ((guint) strtoul (seed, NULL, 10));
      return;
    }
  for (guint i = 0; i < N_SEQUENCES; i++)
    n_done += run_sequence (i);
  g_test_message ("%d sequences, %u changes", N_SEQUENCES, n_done);
  g_assert_cmpuint (n_done, >, 4 * N_SEQUENCES); /* commands by chance must not come to nothing */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/property/sequences", test_sequences);
  return g_test_run ();
}
