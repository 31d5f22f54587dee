// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo. Room: core/comparison; knows no particular command.
//
// States are immutable values that share what did not change, so a step back is taking the earlier value: nothing is
// computed backwards and nothing can fail.
#include "cpt-history.h"

#include "cpt-command-private.h"
#include "cpt-comparison-private.h"

/* An edit in an article of 30,000 statements costs a quarter of a megabyte, one in a usual article a kilobyte. */
#define MAX_COST_BYTES ((gsize) 256 << 20)

struct _CptHistory
{
  GObject parent_instance;
  CptComparison *comparison;
  GQueue *steps;       /* CptCommand, oldest first */
  GList *next;         /* the step that redo would do, or NULL */
  gsize cost_bytes;    /* of all steps */
  CptState *saved;     /* (nullable) */
  guint64 generation;
};

G_DEFINE_FINAL_TYPE (CptHistory, cpt_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  PROP_GENERATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What the properties say, to notify only those that change. */
typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  gboolean modified;
  guint64 generation;
  char *undo_label;
  char *redo_label;
} Facts;

static GList *
get_last_done (CptHistory *self)
{
  return self->next != NULL ? self->next->prev : self->steps->tail;
}

static Facts
get_facts (CptHistory *self)
{
  return (Facts){
    .can_undo = cpt_history_get_can_undo (self),
    .can_redo = cpt_history_get_can_redo (self),
    .modified = cpt_history_get_modified (self),
    .generation = self->generation,
    .undo_label = g_strdup (cpt_history_get_undo_label (self)),
    .redo_label = g_strdup (cpt_history_get_redo_label (self)),
  };
}

static void
notify_if (CptHistory *self, gboolean changed, guint property)
{
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
notify_changes (CptHistory *self, Facts *old)
{
  Facts new = get_facts (self);

  notify_if (self, old->can_undo != new.can_undo, PROP_CAN_UNDO);
  notify_if (self, old->can_redo != new.can_redo, PROP_CAN_REDO);
  notify_if (self, g_strcmp0 (old->undo_label, new.undo_label) != 0, PROP_UNDO_LABEL);
  notify_if (self, g_strcmp0 (old->redo_label, new.redo_label) != 0, PROP_REDO_LABEL);
  notify_if (self, old->modified != new.modified, PROP_MODIFIED);
  notify_if (self, old->generation != new.generation, PROP_GENERATION);
  g_free (old->undo_label);
  g_free (old->redo_label);
  g_free (new.undo_label);
  g_free (new.redo_label);
}

static void
go_to (CptHistory *self, GList *next, CptState *state)
{
  Facts old = get_facts (self);

  self->next = next;
  self->generation++;
  g_object_freeze_notify (G_OBJECT (self));
  cpt_comparison_set_state (self->comparison, state);
  notify_changes (self, &old);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
drop_step (CptHistory *self, GList *link)
{
  self->cost_bytes -= cpt_command_get_cost (link->data);
  cpt_command_unref (link->data);
  g_queue_delete_link (self->steps, link);
}

static void
drop_undone (CptHistory *self)
{
  while (self->next != NULL)
    {
      GList *link = self->next;

      self->next = link->next;
      drop_step (self, link);
    }
}

/* The last step is kept whatever it costs: what was just done can always be undone. */
static void
drop_oldest (CptHistory *self)
{
  while (self->cost_bytes > MAX_COST_BYTES && self->steps->length > 1)
    drop_step (self, self->steps->head);
}

static void
cpt_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CptHistory *self = CPT_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, cpt_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, cpt_history_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, cpt_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, cpt_history_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, cpt_history_get_modified (self));
      break;
    case PROP_GENERATION:
      g_value_set_uint64 (value, self->generation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cpt_history_finalize (GObject *object)
{
  CptHistory *self = CPT_HISTORY (object);

  g_queue_free_full (self->steps, (GDestroyNotify) cpt_command_unref);
  g_clear_pointer (&self->saved, cpt_state_unref);
  g_clear_object (&self->comparison);
  G_OBJECT_CLASS (cpt_history_parent_class)->finalize (object);
}

static void
cpt_history_class_init (CptHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = (GParamFlags) (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  object_class->get_property = cpt_history_get_property;
  object_class->finalize = cpt_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_GENERATION] = g_param_spec_uint64 ("generation", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cpt_history_init (CptHistory *self)
{
  self->steps = g_queue_new ();
}

/**
 * cpt_history_new:
 * @comparison: what it changes; a reference is kept
 *
 * Returns: (transfer full): an empty history. The present state counts as saved.
 */
CptHistory *
cpt_history_new (CptComparison *comparison)
{
  CptHistory *self = g_object_new (CPT_TYPE_HISTORY, NULL);

  self->comparison = g_object_ref (comparison);
  self->saved = cpt_state_ref (cpt_comparison_get_state (comparison));
  return self;
}

CptComparison *
cpt_history_get_comparison (CptHistory *self)
{
  return self->comparison;
}

/**
 * cpt_history_do:
 * @command: (nullable) (transfer none): a command made for the present state; %NULL does nothing
 *
 * Does it and makes it the last step; steps that were undone are forgotten.
 *
 * Thread: main.
 */
void
cpt_history_do (CptHistory *self, CptCommand *command)
{
  Facts old;

  g_return_if_fail (CPT_IS_HISTORY (self));
  if (command == NULL)
    return;
  g_return_if_fail (cpt_command_get_before (command) == cpt_comparison_get_state (self->comparison));
  old = get_facts (self);
  g_object_freeze_notify (G_OBJECT (self));
  drop_undone (self);
  g_queue_push_tail (self->steps, cpt_command_ref (command));
  self->cost_bytes += cpt_command_get_cost (command);
  drop_oldest (self);
  self->generation++;
  cpt_comparison_set_state (self->comparison, cpt_command_get_after (command));
  notify_changes (self, &old);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * cpt_history_undo:
 *
 * Takes the last step back; nothing happens when there is none.
 */
void
cpt_history_undo (CptHistory *self)
{
  GList *last;

  g_return_if_fail (CPT_IS_HISTORY (self));
  last = get_last_done (self);
  if (last != NULL)
    go_to (self, last, cpt_command_get_before (last->data));
}

/**
 * cpt_history_redo:
 *
 * Does the step again that was undone last; nothing happens when there is none.
 */
void
cpt_history_redo (CptHistory *self)
{
  g_return_if_fail (CPT_IS_HISTORY (self));
  if (self->next != NULL)
    go_to (self, self->next->next, cpt_command_get_after (self->next->data));
}

gboolean
cpt_history_get_can_undo (CptHistory *self)
{
  return get_last_done (self) != NULL;
}

gboolean
cpt_history_get_can_redo (CptHistory *self)
{
  return self->next != NULL;
}

const char *
cpt_history_get_undo_label (CptHistory *self)
{
  GList *last = get_last_done (self);

  return last == NULL ? NULL : cpt_command_get_label (last->data);
}

const char *
cpt_history_get_redo_label (CptHistory *self)
{
  return self->next == NULL ? NULL : cpt_command_get_label (self->next->data);
}

guint
cpt_history_get_n_steps (CptHistory *self)
{
  g_return_val_if_fail (CPT_IS_HISTORY (self), 0);
  return self->steps->length;
}

/**
 * cpt_history_get_position:
 *
 * Returns: how many of the steps are done. Cost: linear in the steps.
 */
guint
cpt_history_get_position (CptHistory *self)
{
  g_return_val_if_fail (CPT_IS_HISTORY (self), 0);
  return self->next == NULL ? self->steps->length : (guint) g_queue_link_index (self->steps, self->next);
}

/**
 * cpt_history_get_step_label:
 * @step: from 0, oldest first
 *
 * Returns: (transfer none) (nullable): what the step did; %NULL when there is no such step
 */
const char *
cpt_history_get_step_label (CptHistory *self, guint step)
{
  CptCommand *command;

  g_return_val_if_fail (CPT_IS_HISTORY (self), NULL);
  command = g_queue_peek_nth (self->steps, step);
  return command == NULL ? NULL : cpt_command_get_label (command);
}

/**
 * cpt_history_go_to:
 * @position: how many steps shall be done
 *
 * Undoes or redoes as many steps as it takes, in one change of state; nothing happens when there are fewer steps.
 */
void
cpt_history_go_to (CptHistory *self, guint position)
{
  GList *next;

  g_return_if_fail (CPT_IS_HISTORY (self));
  if (position > self->steps->length || position == cpt_history_get_position (self))
    return;
  next = g_queue_peek_nth_link (self->steps, position);
  go_to (self, next,
         next != NULL ? cpt_command_get_before (next->data) : cpt_command_get_after (self->steps->tail->data));
}

/**
 * cpt_history_get_modified:
 *
 * Returns: whether the present state is another one than was saved last, also after an undo past that save
 */
gboolean
cpt_history_get_modified (CptHistory *self)
{
  return cpt_comparison_get_state (self->comparison) != self->saved;
}

guint64
cpt_history_get_generation (CptHistory *self)
{
  return self->generation;
}

static void
set_saved (CptHistory *self, CptState *state)
{
  Facts old = get_facts (self);

  if (state != NULL)
    cpt_state_ref (state);
  cpt_state_unref (self->saved);
  self->saved = state;
  notify_changes (self, &old);
}

/**
 * cpt_history_mark_saved:
 * @state: the state that is on disk now, perhaps an earlier one than the present
 */
void
cpt_history_mark_saved (CptHistory *self, CptState *state)
{
  g_return_if_fail (CPT_IS_HISTORY (self));
  set_saved (self, state);
}

/**
 * cpt_history_mark_unsaved:
 *
 * The comparison was recovered from a draft, or its file is gone.
 */
void
cpt_history_mark_unsaved (CptHistory *self)
{
  g_return_if_fail (CPT_IS_HISTORY (self));
  set_saved (self, NULL);
}
