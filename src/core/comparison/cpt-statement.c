// SPDX-License-Identifier: GPL-3.0-or-later
// The values that a comparison holds: statements and events. Room: core/comparison; knows nothing of states.
#include "cpt-statement.h"

G_DEFINE_BOXED_TYPE (CptStatement, cpt_statement, cpt_statement_ref, cpt_statement_unref)
G_DEFINE_BOXED_TYPE (CptEvent, cpt_event, cpt_event_ref, cpt_event_unref)

static char *
extra_ref (char *extra)
{
  return extra == NULL ? NULL : g_ref_string_acquire (extra);
}

static void
extra_unref (char *extra)
{
  if (extra != NULL)
    g_ref_string_release (extra);
}

/**
 * cpt_statement_new:
 *
 * Returns: (transfer full): an empty statement. It may be filled in until it is put into a #CptState.
 */
CptStatement *
cpt_statement_new (void)
{
  CptStatement *self = g_new0 (CptStatement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_parts = 1;
  return self;
}

/**
 * cpt_statement_copy:
 * @self: a statement
 *
 * Returns: (transfer full): a copy with the same id, which may be changed until it is put into a #CptState
 */
CptStatement *
cpt_statement_copy (const CptStatement *self)
{
  CptStatement *copy = g_new (CptStatement, 1);

  *copy = *self;
  g_atomic_ref_count_init (&copy->ref_count);
  copy->note = g_strdup (self->note);
  extra_ref (copy->extra);
  return copy;
}

CptStatement *
cpt_statement_ref (CptStatement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_statement_unref (CptStatement *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->note);
  extra_unref (self->extra);
  g_free (self);
}

/**
 * cpt_statement_needs_review:
 * @self: a statement
 *
 * Returns: whether its sides are a finding with little confidence that nobody confirmed or replaced
 */
gboolean
cpt_statement_needs_review (const CptStatement *self)
{
  return self->confidence < CPT_REVIEW_CONFIDENCE && !(self->decided & (CPT_DECIDED_SIDES | CPT_DECIDED_CONFIRMED));
}

/**
 * cpt_event_new:
 *
 * Returns: (transfer full): an undated event. It may be filled in until it is put into a #CptState.
 */
CptEvent *
cpt_event_new (void)
{
  CptEvent *self = g_new0 (CptEvent, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->interval = CPT_INTERVAL_UNDATED;
  self->found_interval = CPT_INTERVAL_UNDATED;
  self->anchor = CPT_DAY_NONE;
  return self;
}

/**
 * cpt_event_copy:
 * @self: an event
 *
 * Returns: (transfer full): a copy with the same id, which may be changed until it is put into a #CptState
 */
CptEvent *
cpt_event_copy (const CptEvent *self)
{
  CptEvent *copy = g_new (CptEvent, 1);

  *copy = *self;
  g_atomic_ref_count_init (&copy->ref_count);
  copy->value = g_strdup (self->value);
  copy->label = g_strdup (self->label);
  copy->found_label = g_strdup (self->found_label);
  extra_ref (copy->extra);
  return copy;
}

CptEvent *
cpt_event_ref (CptEvent *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_event_unref (CptEvent *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->value);
  g_free (self->label);
  g_free (self->found_label);
  extra_unref (self->extra);
  g_free (self);
}
