// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of Russian and Ukrainian words. Room: core/analysis/attribution, for its word lists only.
#pragma once

#include "cpt-clues.h"

G_BEGIN_DECLS

void cpt_clue_slavic_inflect (const char *word, guint32 clues, void (*add) (gpointer, const char *, guint32),
                              gpointer data);
gboolean cpt_clue_slavic_ends_with (const char *word, const char *const *endings);
gsize cpt_clue_slavic_name_stem_bytes (const char *word);

G_END_DECLS
