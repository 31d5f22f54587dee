// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that decide something about an event, and those that add and remove one. Room: core/comparison.
#include "cpt-command-private.h"

#include "cpt-dates.h"
#include "cpt-from-analysis.h"

/* So much of an event's label stands in the label of a command. */
#define MAX_NAME_CHARS 48

static gboolean
intervals_equal (CptInterval a, CptInterval b)
{
  return a.earliest == b.earliest && a.latest == b.latest && a.precision == b.precision;
}

static gboolean
is_reversed (CptInterval interval)
{
  return interval.earliest != CPT_DAY_NONE && interval.latest != CPT_DAY_NONE && interval.earliest > interval.latest;
}

static char *
dup_stripped (const char *label)
{
  return g_strstrip (g_strdup (label != NULL ? label : ""));
}

/* An event's label, short enough for "Undo ...". */
static char *
dup_name (const char *label)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (label, -1) <= MAX_NAME_CHARS)
    return g_strdup (label);
  start = g_utf8_substring (label, 0, MAX_NAME_CHARS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * cpt_command_set_event_date:
 * @interval: when it happened; undated is allowed
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such event or it has that date
 */
CptCommand *
cpt_command_set_event_date (CptState *state, guint32 event_id, CptInterval interval)
{
  const CptEvent *event = cpt_state_find_event (state, event_id);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *name = NULL, *date = NULL;
  CptEvent *copy;

  if (event == NULL || intervals_equal (event->interval, interval) || is_reversed (interval))
    return NULL;
  builder = cpt_state_builder_new (state);
  copy = cpt_state_builder_edit_event (builder, event_id);
  copy->interval = interval;
  copy->date_decided = TRUE;
  name = dup_name (event->label);
  date = cpt_interval_format (interval);
  /* Translators: what was done: the label of an event, its new date */
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Date of “%1$s”: %2$s"), name, date));
}

/**
 * cpt_command_set_event_label:
 * @label: (nullable): what happened; %NULL or blank takes the found label again
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such event or nothing would change, or when
 *   a person made it and it would have no label
 */
CptCommand *
cpt_command_set_event_label (CptState *state, guint32 event_id, const char *label)
{
  const CptEvent *event = cpt_state_find_event (state, event_id);
  g_autofree char *stripped = dup_stripped (label);
  g_autofree char *name = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  gboolean decided = *stripped != '\0';
  CptEvent *copy;

  if (event == NULL || (event->made && !decided))
    return NULL;
  if (!decided)
    {
      g_free (stripped);
      stripped = g_strdup (event->found_label);
    }
  if (g_strcmp0 (event->label, stripped) == 0 && (decided || !event->label_decided))
    return NULL;
  builder = cpt_state_builder_new (state);
  copy = cpt_state_builder_edit_event (builder, event_id);
  name = dup_name (stripped);
  g_free (copy->label);
  copy->label = g_steal_pointer (&stripped);
  copy->label_decided = decided;
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Rename event to “%s”"), name));
}

/**
 * cpt_command_set_event_hidden:
 * @hidden: whether the timeline leaves it out
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such event or nothing would change
 */
CptCommand *
cpt_command_set_event_hidden (CptState *state, guint32 event_id, gboolean hidden)
{
  const CptEvent *event = cpt_state_find_event (state, event_id);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *name = NULL;

  if (event == NULL || !event->hidden == !hidden)
    return NULL;
  builder = cpt_state_builder_new (state);
  cpt_state_builder_edit_event (builder, event_id)->hidden = hidden;
  name = dup_name (event->label);
  return cpt_command_new (state, builder,
                          hidden ? g_strdup_printf (_ ("Hide event “%s”"), name)
                                 : g_strdup_printf (_ ("Show event “%s”"), name));
}

/**
 * cpt_command_reset_event:
 *
 * Takes the decisions about date and label back: what was found counts again.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such event, nothing was decided about it, or a
 *   person made it
 */
CptCommand *
cpt_command_reset_event (CptState *state, guint32 event_id)
{
  const CptEvent *event = cpt_state_find_event (state, event_id);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *name = NULL;
  CptEvent *copy;

  if (event == NULL || event->made || (!event->date_decided && !event->label_decided))
    return NULL;
  builder = cpt_state_builder_new (state);
  copy = cpt_state_builder_edit_event (builder, event_id);
  copy->interval = copy->found_interval;
  g_free (copy->label);
  copy->label = g_strdup (copy->found_label);
  copy->date_decided = copy->label_decided = FALSE;
  name = dup_name (copy->label);
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Take back decisions about event “%s”"), name));
}

static CptEvent *
make_event (CptState *state, const CptNewEvent *new_event, guint32 article_id, guint32 id)
{
  const CptStatement *statement = cpt_state_find_statement (state, new_event->statement_id);
  guint n_sides;
  CptEvent *event = cpt_event_new ();

  cpt_state_get_sides (state, &n_sides);
  event->id = id;
  event->article_id = article_id;
  event->words = statement != NULL ? statement->span : CPT_SPAN (0, 0);
  event->sides = statement != NULL ? 0 : new_event->sides & (CptSideSet) ((1u << n_sides) - 1);
  event->interval = new_event->interval;
  event->anchor = CPT_DAY_NONE;
  event->label = dup_stripped (new_event->label);
  event->found_label = g_strdup ("");
  event->confidence = 1;
  event->made = event->date_decided = event->label_decided = TRUE;
  return event;
}

/**
 * cpt_command_add_event:
 * @event: what to add; not kept
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such statement or article, the label is blank,
 *   or the last day is before the first
 */
CptCommand *
cpt_command_add_event (CptState *state, const CptNewEvent *event)
{
  const CptStatement *statement = cpt_state_find_statement (state, event->statement_id);
  guint32 article_id = statement != NULL ? statement->article_id : event->article_id;
  g_autofree char *label = dup_stripped (event->label);
  g_autofree char *name = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  CptArticleState *draft;

  if (cpt_state_find_article (state, article_id) == NULL || (statement == NULL && event->statement_id != 0)
      || *label == '\0' || is_reversed (event->interval))
    return NULL;
  builder = cpt_state_builder_new (state);
  draft = cpt_state_builder_edit_article (builder, article_id);
  g_ptr_array_add (draft->events, make_event (state, event, article_id, builder->next_ids.event++));
  g_ptr_array_sort (draft->events, cpt_events_compare);
  builder->cost_bytes += sizeof (CptEvent);
  name = dup_name (label);
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Add event “%s”"), name));
}

/**
 * cpt_command_remove_event:
 *
 * Removes an event that a person added. What was found can be hidden, not removed: the next analysis would find it again.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such event or nobody made it
 */
CptCommand *
cpt_command_remove_event (CptState *state, guint32 event_id)
{
  const CptEvent *event = cpt_state_find_event (state, event_id);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *name = NULL;
  CptArticleState *draft;

  if (event == NULL || !event->made)
    return NULL;
  builder = cpt_state_builder_new (state);
  draft = cpt_state_builder_edit_article (builder, event->article_id);
  g_ptr_array_remove (draft->events, (gpointer) event);
  name = dup_name (event->label);
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Remove event “%s”"), name));
}
