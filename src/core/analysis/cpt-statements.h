// SPDX-License-Identifier: GPL-3.0-or-later
// From sentences and attributions to statements. Room: core/analysis, private to it.
#pragma once

#include "cpt-evidence.h"

G_BEGIN_DECLS

GArray *cpt_statements_make (const CptEvidence *evidence);

G_END_DECLS
