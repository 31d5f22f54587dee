// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and folds as text, to be saved with a comparison. Room: gui/models.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

char *cpt_session_dup_view  (CptSession *self);
void  cpt_session_take_view (CptSession *self, const char *view);

G_END_DECLS
