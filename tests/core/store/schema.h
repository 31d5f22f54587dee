// SPDX-License-Identifier: GPL-3.0-or-later
// As much of JSON Schema (2020-12) as our schemas use. Part of the tests.
#pragma once

#include <json-glib/json-glib.h>

/* (transfer full): a schema; aborts when the file cannot be read or uses a keyword that is not understood here: a rule that
 * nobody checks would be worse than none. */
JsonNode *schema_load (const char *path);
/* (transfer full) (nullable): what is wrong with @node and where; NULL when it is as the schema says. @closed: members that
 * the schema does not name are wrong, too, though other programs may add them. */
char     *schema_check (JsonNode *schema, JsonNode *node, gboolean closed);
