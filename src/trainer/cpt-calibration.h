// SPDX-License-Identifier: GPL-3.0-or-later
// How often attributions of a given margin are right. Room: trainer.
#pragma once

#include "cpt-crf.h"

G_BEGIN_DECLS

void cpt_calibrate (CptModel *model, const GPtrArray *lessons, const CptModel *words, const CptCrfOptions *options);

G_END_DECLS
