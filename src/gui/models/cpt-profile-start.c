// SPDX-License-Identifier: GPL-3.0-or-later
// A profile to begin with, made of what was found in open articles. Room: gui/models; knows no widget.
#include "cpt-profile-start.h"

/* How often a source speaks for each side; the last place counts Context. */
typedef struct
{
  const char *name;
  guint counts[CPT_MAX_COLUMNS];
  guint n;
} Source;

static void
source_free (gpointer data)
{
  g_free (data);
}

static GHashTable *
count_sources (const CptState *state)
{
  GHashTable *sources = g_hash_table_new_full (NULL, NULL, NULL, source_free);

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      GPtrArray *statements = cpt_state_get_article (state, i)->statements;

      for (guint j = 0; j < statements->len; j++)
        {
          const CptStatement *statement = statements->pdata[j];
          Source *source = statement->now.source == NULL ? NULL : g_hash_table_lookup (sources, statement->now.source);

          if (statement->now.source == NULL)
            continue;
          if (source == NULL)
            {
              source = g_new0 (Source, 1);
              source->name = statement->now.source;
              g_hash_table_insert (sources, (gpointer) source->name, source);
            }
          source->n++;
          for (guint side = 0; side < CPT_MAX_SIDES; side++)
            source->counts[side] += statement->now.sides >> side & 1;
        }
    }
  return sources;
}

/* Who speaks most comes first. */
static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const Source *x = *(const Source *const *) a, *y = *(const Source *const *) b;

  if (x->n != y->n)
    return x->n < y->n ? 1 : -1;
  return g_utf8_collate (x->name, y->name);
}

/* The id of the side for which it speaks in more than half of its statements. */
static const char *
find_side (const Source *source, const CptSide *sides, guint n_sides)
{
  for (guint i = 0; i < n_sides; i++)
    if (source->counts[i] * 2 > source->n)
      return sides[i].id;
  return NULL;
}

static void
add_actors (CptProfileDraft *draft, const CptState *state)
{
  g_autoptr (GHashTable) sources = count_sources (state);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer source;
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  g_hash_table_iter_init (&iter, sources);
  while (g_hash_table_iter_next (&iter, NULL, &source))
    g_ptr_array_add (sorted, source);
  g_ptr_array_sort (sorted, compare_sources);
  for (guint i = 0; i < sorted->len; i++)
    if (cpt_profile_draft_find_actor (draft, ((const Source *) sorted->pdata[i])->name) < 0)
      cpt_profile_draft_count_as (draft, ((const Source *) sorted->pdata[i])->name, find_side (sorted->pdata[i], sides, n_sides));
}

static void
replace_sides (CptProfileDraft *draft, const CptState *state)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  while (cpt_profile_draft_get_n (draft, CPT_PROFILE_SIDES) > 0)
    cpt_profile_draft_remove (draft, CPT_PROFILE_SIDES, 0);
  for (guint i = 0; i < n_sides; i++)
    {
      guint position = cpt_profile_draft_add (draft, CPT_PROFILE_SIDES, sides[i].name);

      cpt_profile_draft_set_string (draft, CPT_PROFILE_SIDES, position, "id", sides[i].id);
      cpt_profile_draft_set_string (draft, CPT_PROFILE_SIDES, position, "colour", sides[i].colour);
    }
}

/**
 * cpt_profile_new_from_state:
 * @name: what to call it
 *
 * Returns: (transfer full) (nullable): a profile with the sides of @state and an actor for each source found in its articles,
 *   on the side for which it mostly speaks; %NULL when that is no valid profile
 *
 * Cost: linear in the statements.
 */
CptProfile *
cpt_profile_new_from_state (const CptState *state, const char *name)
{
  g_autoptr (CptProfile) empty = cpt_profile_new_empty ();
  g_autoptr (CptProfileDraft) draft = cpt_profile_draft_new (empty);

  cpt_profile_draft_set_name (draft, name);
  replace_sides (draft, state);
  add_actors (draft, state);
  return cpt_profile_draft_end (draft, NULL);
}
