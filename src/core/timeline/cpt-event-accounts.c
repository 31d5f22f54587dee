// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements speak of an event. Room: core/timeline; finds no events in texts.
//
// An event has one statement, but others give another account of the same: the other half of its sentence, what answers it,
// and the statements of other events that tell of the same happening (cpt-event-groups.c), in whichever article.
#include "cpt-event-accounts.h"

#include "cpt-event-groups.h"

static void
add_once (GPtrArray *accounts, const CptStatement *statement)
{
  if (statement != NULL && !g_ptr_array_find (accounts, statement, NULL))
    g_ptr_array_add (accounts, (gpointer) statement);
}

static gboolean
is_of_others (const CptStatement *statement, const CptStatement *other)
{
  return other->now.sides != 0 && (other->now.sides & statement->now.sides) == 0;
}

/* The other part of a sentence that sets two accounts against each other ("While ... warn, ... insists"), and what answers
 * the statement, or what it answers. */
static void
add_opposed (GPtrArray *accounts, const CptArticleState *article, const CptStatement *statement)
{
  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *other = article->statements->pdata[i];
      gboolean half = statement->n_parts > 1 && other->sentence == statement->sentence;
      gboolean answers = other->answers == statement->id || statement->answers == other->id;

      if (other != statement && (half || answers) && is_of_others (statement, other))
        add_once (accounts, other);
    }
}

/* Other events of the same happening: those of other sides before those of the same. */
static void
add_same_happening (GPtrArray *accounts, const CptState *state, const CptEvent *event, const CptStatement *statement)
{
  g_autoptr (CptEventGroups) groups = cpt_event_groups_new_at (state, event->interval);
  const GPtrArray *group = cpt_event_groups_get (groups, event);

  for (guint others = 0; group != NULL && others < 2; others++)
    for (guint i = 0; i < group->len; i++)
      {
        const CptStatement *other = cpt_state_find_event_statement (state, group->pdata[i]);

        if (other != NULL && is_of_others (statement, other) == (others == 0))
          add_once (accounts, other);
      }
}

/**
 * cpt_event_list_accounts:
 * @event: an event of @state
 *
 * Returns: (transfer full) (element-type CptStatement): the statement that speaks of the event, then those of other sides
 *   that are set against it: the other part of its sentence, what answers it and what it answers; and all that tell of the
 *   same happening, in any article, other sides before the same. The statements are borrowed from @state. Empty for an event
 *   that a person made without a statement.
 *
 * Cost: linear in the statements of the article and in the events of the comparison.
 */
GPtrArray *
cpt_event_list_accounts (const CptState *state, const CptEvent *event)
{
  GPtrArray *accounts = g_ptr_array_new ();
  const CptStatement *statement = cpt_state_find_event_statement (state, event);
  const CptArticleState *article = cpt_state_find_article (state, event->article_id);

  if (statement == NULL || article == NULL)
    return accounts;
  add_once (accounts, statement);
  add_opposed (accounts, article, statement);
  add_same_happening (accounts, state, event, statement);
  return accounts;
}
