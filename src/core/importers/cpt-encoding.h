// SPDX-License-Identifier: GPL-3.0-or-later
// From bytes in any encoding to UTF-8. Room: core/importers.
#pragma once

#include "cpt-importer-private.h"

G_BEGIN_DECLS

GString *cpt_encoding_decode (const CptImportInput *input, const char *declared, GError **error);

G_END_DECLS
