// SPDX-License-Identifier: GPL-3.0-or-later
// What every command is: the states around a change and its label. Room: core/comparison; knows no particular change.
#include "cpt-command-private.h"

struct _CptCommand
{
  gatomicrefcount ref_count;
  CptState *before;
  CptState *after;
  char *label;
  gsize cost_bytes;
};

/**
 * cpt_command_new:
 * @before: the state that the command applies to
 * @builder: holds the change; ended here
 * @label: (transfer full): translated
 *
 * Returns: (transfer full): a command
 */
CptCommand *
cpt_command_new (CptState *before, CptStateBuilder *builder, char *label)
{
  CptCommand *self = g_new0 (CptCommand, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->before = cpt_state_ref (before);
  self->after = cpt_state_builder_end (builder);
  self->label = label;
  self->cost_bytes = builder->cost_bytes;
  return self;
}

CptCommand *
cpt_command_ref (CptCommand *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_command_unref (CptCommand *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  cpt_state_unref (self->before);
  cpt_state_unref (self->after);
  g_free (self->label);
  g_free (self);
}

const char *
cpt_command_get_label (const CptCommand *self)
{
  return self->label;
}

CptState *
cpt_command_get_before (const CptCommand *self)
{
  return self->before;
}

CptState *
cpt_command_get_after (const CptCommand *self)
{
  return self->after;
}

gsize
cpt_command_get_cost (const CptCommand *self)
{
  return self->cost_bytes;
}

GPtrArray *
cpt_command_collect (CptState *state, const guint32 *ids, guint n_ids)
{
  GPtrArray *statements = g_ptr_array_sized_new (n_ids);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_ids; i++)
    {
      const CptStatement *statement = cpt_state_find_statement (state, ids[i]);

      if (statement != NULL && g_hash_table_add (seen, (gpointer) statement))
        g_ptr_array_add (statements, (gpointer) statement);
    }
  return statements;
}
