// SPDX-License-Identifier: GPL-3.0-or-later
// How two states of a comparison differ, in numbers: what a new profile would do, before it is done. Room: core/comparison.
#include "cpt-state-changes.h"

#include "cpt-from-analysis.h"

static void
compare_statements (const CptState *before, const CptArticleState *article, const CptSideSet *map, CptStateChanges *changes)
{
  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *now = article->statements->pdata[i];
      const CptStatement *then = cpt_state_find_statement (before, now->id);

      if (then == now)
        continue;
      if (then == NULL)
        {
          changes->n_new++;
          continue;
        }
      changes->n_sides += cpt_side_set_map (then->now.sides, map) != now->now.sides;
      changes->n_topics += then->now.topic != now->now.topic;
      changes->n_sources += then->now.source != now->now.source;
    }
}

static void
compare_events (const CptState *before, const CptArticleState *article, CptStateChanges *changes)
{
  for (guint i = 0; i < article->events->len; i++)
    {
      const CptEvent *now = article->events->pdata[i], *then = cpt_state_find_event (before, now->id);

      if (then != NULL && then != now
          && (then->interval.earliest != now->interval.earliest || then->interval.latest != now->interval.latest))
        changes->n_dates++;
    }
}

/**
 * cpt_state_compare:
 * @before: a state
 * @after: another of the same comparison
 *
 * Returns: what differs
 *
 * Thread: any. Cost: linear in the statements and events; what both states share is passed over.
 */
CptStateChanges
cpt_state_compare (const CptState *before, const CptState *after)
{
  CptStateChanges changes = { 0 };
  CptSideSet map[CPT_MAX_SIDES];

  cpt_profile_map_sides (cpt_state_get_profile (before), cpt_state_get_profile (after), map);
  for (guint i = 0; i < cpt_state_get_n_articles (after); i++)
    {
      const CptArticleState *article = cpt_state_get_article (after, i);

      if (cpt_state_find_article (before, article->id) == article)
        continue;
      compare_statements (before, article, map, &changes);
      compare_events (before, article, &changes);
    }
  changes.n_gone = cpt_state_get_n_statements (before) + changes.n_new - cpt_state_get_n_statements (after);
  return changes;
}
