// SPDX-License-Identifier: GPL-3.0-or-later
// Words that name no topic because every text has them. Room: core/analysis/topics.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cpt_word_is_common (const char *word);
gboolean cpt_word_opens_noun_phrase (const char *word);
gboolean cpt_word_points_back (const char *word, gboolean *strongly);

G_END_DECLS
