// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements speak of an event. Room: core/timeline; finds nothing in texts.
#include "cpt-event-accounts.h"

#include "cpt-event-groups.h"

static void
add_once (GPtrArray *accounts, const CptStatement *statement)
{
  if (statement != NULL && !g_ptr_array_find (accounts, statement, NULL))
    g_ptr_array_add (accounts, (gpointer) statement);
}

/* The other part of a sentence that sets two accounts against each other ("While ... warn, ... insists"). */
static void
add_other_parts (GPtrArray *accounts, const CptArticleState *article, const CptStatement *statement)
{
  for (guint i = 0; i < article->statements->len && statement->n_parts > 1; i++)
    {
      const CptStatement *other = article->statements->pdata[i];

      if (other->sentence == statement->sentence && other->now.sides != 0 && (other->now.sides & statement->now.sides) == 0)
        add_once (accounts, other);
    }
}

/* What answers the statement, or what it answers, in another side's account. */
static void
add_answers (GPtrArray *accounts, const CptArticleState *article, const CptStatement *statement)
{
  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *other = article->statements->pdata[i];

      if ((other->answers == statement->id || statement->answers == other->id)
          && (other->now.sides & statement->now.sides) == 0)
        add_once (accounts, other);
    }
}

/* What other statements say of the same happening: they have events of their own with the same dates. */
static void
add_other_tellings (GPtrArray *accounts, const CptState *state, const CptEvent *event)
{
  g_autoptr (CptEventGroups) groups = cpt_event_groups_new_at (state, event->interval);
  const GPtrArray *group = cpt_event_groups_get (groups, event);

  for (guint i = 0; group != NULL && i < group->len; i++)
    add_once (accounts, cpt_state_find_event_statement (state, group->pdata[i]));
}

/**
 * cpt_event_list_accounts:
 * @event: an event of @state
 *
 * Returns: (transfer full) (element-type CptStatement): the statement that speaks of the event, then those that tell of
 *   the same happening, in any article, then those of other sides that are set against it: the other part of its
 *   sentence, what answers it and what it answers. The statements are borrowed from @state. Empty for an event that a
 *   person made without a statement and that nobody else tells of.
 *
 * Cost: linear in the statements of the article and in the events of the state.
 */
GPtrArray *
cpt_event_list_accounts (const CptState *state, const CptEvent *event)
{
  GPtrArray *accounts = g_ptr_array_new ();
  const CptStatement *statement = cpt_state_find_event_statement (state, event);
  const CptArticleState *article = cpt_state_find_article (state, event->article_id);

  add_once (accounts, statement);
  add_other_tellings (accounts, state, event);
  if (statement == NULL || article == NULL)
    return accounts;
  add_other_parts (accounts, article, statement);
  add_answers (accounts, article, statement);
  return accounts;
}
