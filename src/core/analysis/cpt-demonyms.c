// SPDX-License-Identifier: GPL-3.0-or-later
// Adjectives that make an account a side's. Room: core/analysis. Mentions leave them out, for "a Russian attack"
// denotes no actor; before the name of an account they tell whose it is.
#include "cpt-demonyms.h"

#include <string.h>

GHashTable *
cpt_demonyms_new (const CptProfile *profile)
{
  GHashTable *demonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_actors;
  const CptActor *actors = cpt_profile_get_actors (profile, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    for (guint j = 0; actors[i].kind == CPT_ACTOR_DEMONYM && actors[i].names != NULL && actors[i].names[j] != NULL; j++)
      if (strpbrk (actors[i].names[j], " -") == NULL)
        g_hash_table_insert (demonyms, g_utf8_strdown (actors[i].names[j], -1), GUINT_TO_POINTER (i + 1));
  return demonyms;
}

guint32 *
cpt_demonyms_look_up (GHashTable *demonyms, const CptReading *reading)
{
  guint n_words = cpt_tokens_get_n_words (reading->token_table);
  guint32 *actors = g_new0 (guint32, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    actors[i] = GPOINTER_TO_UINT (g_hash_table_lookup (demonyms, cpt_tokens_get_word (reading->token_table, i)));
  return actors;
}
