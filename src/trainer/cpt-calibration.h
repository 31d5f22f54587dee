// SPDX-License-Identifier: GPL-3.0-or-later
// How often attributions of a given margin are right. Room: trainer.
#pragma once

#include "cpt-learner.h"

G_BEGIN_DECLS

void cpt_calibrate (CptNetwork *network, const GPtrArray *lessons, const CptLearnOptions *options);

G_END_DECLS
