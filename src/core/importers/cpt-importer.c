// SPDX-License-Identifier: GPL-3.0-or-later
// Importing. Room: core/importers.
#include "cpt-importer.h"

G_DEFINE_QUARK (cpt-import-error-quark, cpt_import_error)
