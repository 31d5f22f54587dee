// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that decide something about an event. Room: core/comparison.
#include "cpt-command-private.h"

static gboolean
intervals_equal (CptInterval a, CptInterval b)
{
  return a.earliest == b.earliest && a.latest == b.latest && a.precision == b.precision;
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
  CptEvent *copy;

  if (event == NULL || intervals_equal (event->interval, interval))
    return NULL;
  if (interval.earliest != CPT_DAY_NONE && interval.latest != CPT_DAY_NONE && interval.earliest > interval.latest)
    return NULL;
  builder = cpt_state_builder_new (state);
  copy = cpt_state_builder_edit_event (builder, event_id);
  copy->interval = interval;
  copy->date_decided = TRUE;
  return cpt_command_new (state, builder, g_strdup (_ ("Set date of event")));
}

/**
 * cpt_command_set_event_label:
 * @label: (nullable): what happened; %NULL or blank takes the found label again
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such event or nothing would change
 */
CptCommand *
cpt_command_set_event_label (CptState *state, guint32 event_id, const char *label)
{
  const CptEvent *event = cpt_state_find_event (state, event_id);
  g_autofree char *stripped = g_strstrip (g_strdup (label != NULL ? label : ""));
  g_autoptr (CptStateBuilder) builder = NULL;
  gboolean decided = *stripped != '\0';
  CptEvent *copy;

  if (event == NULL)
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
  g_free (copy->label);
  copy->label = g_steal_pointer (&stripped);
  copy->label_decided = decided;
  return cpt_command_new (state, builder, g_strdup (_ ("Rename event")));
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

  if (event == NULL || !event->hidden == !hidden)
    return NULL;
  builder = cpt_state_builder_new (state);
  cpt_state_builder_edit_event (builder, event_id)->hidden = hidden;
  return cpt_command_new (state, builder, g_strdup (hidden ? _ ("Hide event") : _ ("Show event")));
}
