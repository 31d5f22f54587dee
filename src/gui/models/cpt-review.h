// SPDX-License-Identifier: GPL-3.0-or-later
// Which statement to look at next, and how far one is. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

/**
 * CptReview:
 * @n_done: statements about whose side the program was not sure and a person decided
 * @n_left: those that are left, skipped ones included
 * @next: the least certain of them that was not skipped; of the skipped ones when all were; 0 when none is left
 *
 * Worked out from the state alone, so that a review goes on where it was left, in another window or another year.
 */
typedef struct
{
  guint n_done;
  guint n_left;
  guint32 next;
} CptReview;

CptReview cpt_review_look (const CptState *state, GHashTable *skipped);

G_END_DECLS
