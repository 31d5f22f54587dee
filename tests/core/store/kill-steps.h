// SPDX-License-Identifier: GPL-3.0-or-later
// The script of edits that the driver follows and the kill test repeats. Part of the tests.
#pragma once

#include <stdlib.h>

#include "states.h"

/* How many steps led to a state: its title says so. */
static inline guint
kill_steps_count (CptState *state)
{
  return (guint) strtoul (cpt_state_get_title (state), NULL, 10);
}

static inline CptState *
kill_steps_begin (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CptState) state = states_new_random (rand, 2, 12);
  g_autoptr (CptCommand) command = cpt_command_set_title (state, "0");

  return cpt_state_ref (cpt_command_get_after (command));
}

/* The next step; it depends on nothing but the seed and the state. */
static inline void
kill_steps_do (guint seed, CptHistory *history)
{
  CptState *state = cpt_comparison_get_state (cpt_history_get_comparison (history));
  guint n = kill_steps_count (state) + 1;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed * 1000003u + n);
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autoptr (CptCommand) change = states_new_random_command (rand, state);
  g_autoptr (CptCommand) title = NULL;

  /* Articles that go would end the script, and the title is the script's. */
  if (change != NULL && cpt_state_get_n_articles (cpt_command_get_after (change)) == cpt_state_get_n_articles (state))
    cpt_history_do (history, change);
  title = cpt_command_set_title (cpt_comparison_get_state (cpt_history_get_comparison (history)), text);
  cpt_history_do (history, title);
}
