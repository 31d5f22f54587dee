// SPDX-License-Identifier: GPL-3.0-or-later
// The forms that a window can export: those of core, and pictures. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

const CptExporter *cpt_export_forms_find        (const char *id);
const CptExporter *cpt_export_forms_find_suffix (const char *file_name);
GMenuModel        *cpt_export_forms_new_menu    (CptExportScope scope);

G_END_DECLS
