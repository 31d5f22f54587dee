// SPDX-License-Identifier: GPL-3.0-or-later
// What a window showed of a comparison, kept in its file. Room: core/comparison.
//
// It is not part of the work: no command changes it, no undo takes it back, and a program that does not know it keeps it as
// it keeps all members that it does not know. So it lives among these, under one name.
#include "cpt-state-private.h"

#include <json-glib/json-glib.h>

#include "cpt-json.h"

#define VIEW_KEY "view"

/* The unknown members as an object; empty when there are none. */
static JsonNode *
parse_extra (const CptState *state)
{
  g_autofree char *text = g_strdup_printf ("{%s}", state->extra != NULL ? state->extra : "");
  JsonNode *node = cpt_json_parse (text, -1, NULL);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? node : NULL;
}

/**
 * cpt_state_dup_view:
 *
 * Returns: (transfer full) (nullable): the view that was saved with the comparison, a JSON object as text
 */
char *
cpt_state_dup_view (const CptState *self)
{
  g_autoptr (JsonNode) members = parse_extra (self);
  JsonNode *view = members == NULL ? NULL : json_object_get_member (json_node_get_object (members), VIEW_KEY);

  return view != NULL && JSON_NODE_HOLDS_OBJECT (view) ? json_to_string (view, FALSE) : NULL;
}

static char *
print_members (JsonObject *object)
{
  GString *out = g_string_new (NULL);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      g_autofree char *value = json_to_string (node, FALSE);

      g_string_append (out, out->len > 0 ? ", " : "");
      cpt_json_append_string (out, key, -1);
      g_string_append_printf (out, ": %s", value);
    }
  return g_string_free (out, FALSE);
}

/**
 * cpt_state_with_view:
 * @view: (nullable): a JSON object as text; %NULL for none
 *
 * Returns: (transfer full): the same comparison with that view, to be saved; @self when it has that view already
 */
CptState *
cpt_state_with_view (CptState *self, const char *view)
{
  g_autofree char *known = cpt_state_dup_view (self);
  g_autoptr (JsonNode) members = parse_extra (self);
  g_autoptr (JsonNode) node = view == NULL ? NULL : cpt_json_parse (view, -1, NULL);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *extra = NULL;

  if (members == NULL || g_strcmp0 (known, view) == 0)
    return cpt_state_ref (self);
  if (node != NULL)
    json_object_set_member (json_node_get_object (members), VIEW_KEY, g_steal_pointer (&node));
  else
    json_object_remove_member (json_node_get_object (members), VIEW_KEY);
  extra = print_members (json_node_get_object (members));
  builder = cpt_state_builder_new (self);
  g_clear_pointer (&builder->extra, g_ref_string_release);
  builder->extra = *extra == '\0' ? NULL : g_ref_string_new (extra);
  return cpt_state_builder_end (builder);
}
