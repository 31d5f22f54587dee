// SPDX-License-Identifier: GPL-3.0-or-later
// Where sentences begin and end. Room: core/text.
#pragma once

#include "cpt-span.h"

G_BEGIN_DECLS

GArray *cpt_sentences_scan (const char *text, gsize length_bytes, const char *language);

G_END_DECLS
