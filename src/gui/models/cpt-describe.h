// SPDX-License-Identifier: GPL-3.0-or-later
// Findings and dates in people's words. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

char *cpt_describe_interval   (CptInterval interval);
char *cpt_describe_day        (CptDay day);
char *cpt_describe_days       (CptInterval interval);
char *cpt_describe_date       (const CptState *state, const CptStatement *statement);
char *cpt_describe_reasons    (const CptState *state, const CptStatement *statement);
char *cpt_describe_sides      (const CptState *state, CptSideSet sides);
char *cpt_describe_statement  (const CptState *state, const CptStatement *statement);
char *cpt_describe_words      (const CptState *state, const CptStatement *statement);
char *cpt_describe_changes    (CptStateChanges changes);
gboolean cpt_describe_changes_any (CptStateChanges changes);

G_END_DECLS
