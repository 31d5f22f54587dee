// SPDX-License-Identifier: GPL-3.0-or-later
// Profile -> canonical JSON. Room: core/profile.
//
// Written from the JSON that was read, so that what this version does not know is kept: the known keys first, in a
// fixed order, then the unknown ones as they came.
#include "cpt-profile-private.h"

const char *const cpt_profile_keys[]
    = { "format", "version", "id", "name", "sides", "actors", "topics", "events", NULL };
const char *const cpt_profile_side_keys[] = { "id", "name", "colour", NULL };
const char *const cpt_profile_actor_keys[]
    = { "id", "name", "kind", "side", "gender", "from", "until", "names", "roles", NULL };
const char *const cpt_profile_topic_keys[] = { "id", "name", "words", NULL };
const char *const cpt_profile_event_keys[] = { "id", "name", "from", "until", "precision", "names", NULL };

static JsonObject *
order_keys (JsonObject *object, const char *const *keys)
{
  JsonObject *ordered = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  for (guint i = 0; keys[i] != NULL; i++)
    if (json_object_has_member (object, keys[i]))
      json_object_set_member (ordered, keys[i], json_object_dup_member (object, keys[i]));
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (!g_strv_contains (keys, key))
      json_object_set_member (ordered, key, json_node_ref (node));
  return ordered;
}

static void
order_list (JsonObject *root, const char *member, const char *const *keys)
{
  JsonNode *node = json_object_get_member (root, member);
  JsonArray *ordered, *list;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  list = json_node_get_array (node);
  ordered = json_array_sized_new (json_array_get_length (list));
  for (guint i = 0; i < json_array_get_length (list); i++)
    json_array_add_object_element (ordered, order_keys (json_array_get_object_element (list, i), keys));
  json_object_set_array_member (root, member, ordered);
}

/**
 * cpt_profile_to_json:
 * @self: a profile
 *
 * Returns: (transfer full): canonical JSON: the same for the same profile, unknown keys kept; parsing it gives an equal
 *   profile
 *
 * Cost: linear in the profile.
 */
char *
cpt_profile_to_json (const CptProfile *self)
{
  /* json-glib counts references to the nodes of the profile without atomics, and any thread may save. */
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  JsonObject *root = order_keys (json_node_get_object (self->root), cpt_profile_keys);

  order_list (root, "sides", cpt_profile_side_keys);
  order_list (root, "actors", cpt_profile_actor_keys);
  order_list (root, "topics", cpt_profile_topic_keys);
  order_list (root, "events", cpt_profile_event_keys);
  json_node_take_object (node, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}
