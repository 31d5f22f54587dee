// SPDX-License-Identifier: GPL-3.0-or-later
// Sides for articles about which nothing is known, from those who speak in them. Room: core/analysis.
#pragma once

#include "cpt-analysis.h"

G_BEGIN_DECLS

gboolean    cpt_profile_knows_nobody (const CptProfile *profile);
CptProfile *cpt_sides_propose        (const CptProfile *profile, CptAnalysis *const *analyses, guint n_analyses);

G_END_DECLS
