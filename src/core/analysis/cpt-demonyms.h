// SPDX-License-Identifier: GPL-3.0-or-later
// Adjectives that make an account a side's: "Western assertions that ...". Room: core/analysis, private to it.
#pragma once

#include "cpt-profile.h"
#include "cpt-reading.h"

G_BEGIN_DECLS

/* The demonyms of a profile: case-folded word -> index of its actor + 1. Immutable. */
GHashTable *cpt_demonyms_new     (const CptProfile *profile);

/* By word number of the reading's tokens: index of the actor + 1, or 0. One look-up for each distinct word. */
guint32    *cpt_demonyms_look_up (GHashTable *demonyms, const CptReading *reading);

G_END_DECLS
