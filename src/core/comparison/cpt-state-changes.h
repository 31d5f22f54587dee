// SPDX-License-Identifier: GPL-3.0-or-later
// How two states of a comparison differ, in numbers. Room: core/comparison.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/**
 * CptStateChanges:
 * @n_sides: statements of both states that are given to other sides; sides are the same when their ids are
 * @n_topics: statements of both that are in another topic
 * @n_sources: statements of both that have another source
 * @n_dates: events of both that have another date
 * @n_new: statements that only the second state has: found anew, or cut otherwise
 * @n_gone: statements that only the first state has
 */
typedef struct
{
  guint n_sides;
  guint n_topics;
  guint n_sources;
  guint n_dates;
  guint n_new;
  guint n_gone;
} CptStateChanges;

CptStateChanges cpt_state_compare (const CptState *before, const CptState *after);

G_END_DECLS
