// SPDX-License-Identifier: GPL-3.0-or-later
// An analysis as one JSON object. Room: cli.
#pragma once

#include "cpt-analysis.h"

G_BEGIN_DECLS

void cpt_analysis_append_json (GString *out, const CptAnalysis *analysis, const char *id, gboolean proposed);

G_END_DECLS
