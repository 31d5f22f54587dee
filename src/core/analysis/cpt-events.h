// SPDX-License-Identifier: GPL-3.0-or-later
// From temporal expressions to events with a label. Room: core/analysis, private to it.
#pragma once

#include "cpt-evidence.h"

G_BEGIN_DECLS

GArray *cpt_events_make (const CptEvidence *evidence, const GArray *statements);

G_END_DECLS
