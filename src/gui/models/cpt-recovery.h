// SPDX-License-Identifier: GPL-3.0-or-later
// What an earlier run of the program left behind. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

/**
 * CptRescue:
 * @draft: held, so that nobody else is offered it
 * @recovered: what it holds
 */
typedef struct
{
  CptDraft *draft;
  CptRecovered *recovered;
} CptRescue;

/**
 * CptRescues:
 * @rescues: (element-type CptRescue): what can be kept or discarded
 * @problems: (element-type utf8): a message for each draft that cannot be read
 */
typedef struct
{
  GPtrArray *rescues;
  GPtrArray *problems;
} CptRescues;

void cpt_rescues_free (CptRescues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptRescues, cpt_rescues_free)

void        cpt_recovery_run_async  (gpointer source, GAsyncReadyCallback callback, gpointer user_data);
CptRescues *cpt_recovery_run_finish (GAsyncResult *result);

G_END_DECLS
