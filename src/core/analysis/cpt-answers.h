// SPDX-License-Identifier: GPL-3.0-or-later
// Which statement answers which. Room: core/analysis, private to it.
#pragma once

#include "cpt-evidence.h"

G_BEGIN_DECLS

void cpt_answers_link (const CptEvidence *evidence, GArray *statements);

G_END_DECLS
