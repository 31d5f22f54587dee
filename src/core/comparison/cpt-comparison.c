// SPDX-License-Identifier: GPL-3.0-or-later
// Which state a comparison is in. Room: core/comparison; changes only through CptHistory.
#include "cpt-comparison-private.h"

struct _CptComparison
{
  GObject parent_instance;
  CptState *state;
};

G_DEFINE_FINAL_TYPE (CptComparison, cpt_comparison, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
cpt_comparison_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CptComparison *self = CPT_COMPARISON (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_boxed (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cpt_comparison_finalize (GObject *object)
{
  CptComparison *self = CPT_COMPARISON (object);

  g_clear_pointer (&self->state, cpt_state_unref);
  G_OBJECT_CLASS (cpt_comparison_parent_class)->finalize (object);
}

static void
cpt_comparison_class_init (CptComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cpt_comparison_get_property;
  object_class->finalize = cpt_comparison_finalize;

  properties[PROP_STATE]
      = g_param_spec_boxed ("state", NULL, NULL, CPT_TYPE_STATE,
                            (GParamFlags) (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cpt_comparison_init (CptComparison *self)
{
}

/**
 * cpt_comparison_new:
 * @state: the state it begins in; a reference is kept
 *
 * Returns: (transfer full): a new comparison
 */
CptComparison *
cpt_comparison_new (CptState *state)
{
  CptComparison *self = g_object_new (CPT_TYPE_COMPARISON, NULL);

  self->state = cpt_state_ref (state);
  return self;
}

/**
 * cpt_comparison_get_state:
 *
 * Returns: (transfer none): the present state. Take a reference to keep it: the next change drops the comparison's own.
 *
 * Thread: main.
 */
CptState *
cpt_comparison_get_state (CptComparison *self)
{
  g_return_val_if_fail (CPT_IS_COMPARISON (self), NULL);
  return self->state;
}

void
cpt_comparison_set_state (CptComparison *self, CptState *state)
{
  g_autoptr (CptState) old = self->state;

  if (old == state)
    {
      g_steal_pointer (&old);
      return;
    }
  self->state = cpt_state_ref (state);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
