// SPDX-License-Identifier: GPL-3.0-or-later
// Writing JSON nodes in one way whatever the version of json-glib. Private to core/store.
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* @n_open_levels: how many levels of lists and objects have their elements on lines of their own. */
void cpt_store_append_node (GString *out, JsonNode *node, guint n_open_levels);

G_END_DECLS
