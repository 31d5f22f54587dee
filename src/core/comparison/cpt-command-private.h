// SPDX-License-Identifier: GPL-3.0-or-later
// How commands are made. Private to core/comparison.
#pragma once

#include <glib/gi18n-lib.h>

#include "cpt-command.h"
#include "cpt-state-private.h"

G_BEGIN_DECLS

/* @label: (transfer full) */
CptCommand *cpt_command_new        (CptState *before, CptStateBuilder *builder, char *label);
CptState   *cpt_command_get_before (const CptCommand *self);
gsize       cpt_command_get_cost   (const CptCommand *self); /* bytes that keeping it costs, roughly */

/* The same statements without those that the state does not hold and without repetition: (element-type CptStatement),
 * borrowed from the state. */
GPtrArray *cpt_command_collect (CptState *state, const guint32 *ids, guint n_ids);

/* Numbers the parts of each sentence among @statements from @begin to @end anew; those whose numbers change are copied. */
void cpt_statements_number_parts (GPtrArray *statements, guint begin, guint end);

G_END_DECLS
