// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons of analysed articles, and the commands that take an analysis. Part of the tests.
#pragma once

#include "states.h"

/* A state with one to three articles of a few sentences of our own, analysed. */
CptState   *states_new_analysed (GRand *rand);
/* A command that adds or renews findings, or any other command; (nullable). */
CptCommand *states_new_analysed_command (GRand *rand, CptState *state);
