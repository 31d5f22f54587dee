// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons made by chance, for the property tests of several rooms: no analysis takes part.
#pragma once

#include "cpt-history.h"
#include "cpt-state-private.h"

/* A state under the empty profile with @n_articles articles of @n_sentences sentences each: letters of one to four bytes,
 * split sentences, sources, answers, events; nothing decided. The same @rand gives the same state. */
CptState   *states_new_random (GRand *rand, guint n_articles, guint n_sentences);
/* A command of any kind with arguments by chance; (nullable). */
CptCommand *states_new_random_command (GRand *rand, CptState *state);
/* The ids of some neighbouring statements or of statements anywhere: (element-type guint32). */
GArray     *states_pick_ids (GRand *rand, CptState *state);
/* Aborts unless the statements of each article tile its text and each look-up finds what it should. */
void        states_assert_sound (CptState *state);
