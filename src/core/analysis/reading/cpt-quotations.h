// SPDX-License-Identifier: GPL-3.0-or-later
// Where quotations begin and end. Room: core/analysis/reading, private to it.
#pragma once

#include "cpt-reading.h"

G_BEGIN_DECLS

CptQuotedSpan *cpt_quotations_find (const CptReading *reading, guint *n_quotations);

G_END_DECLS
