// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text holds the words that were searched for. Room: gui/models.
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *cpt_hits_new_attributes (const char *text, const char *words);

G_END_DECLS
