// SPDX-License-Identifier: GPL-3.0-or-later
// Which language a text is in. Room: core/text.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cpt_language_guess (const char *text, gsize length_bytes);

G_END_DECLS
