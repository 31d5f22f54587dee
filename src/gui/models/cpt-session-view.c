// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and folds as a JSON object, to be saved with a comparison. Room: gui/models.
//
// What the comparison does not hold (a topic that is gone, a side of another profile) is passed over when it is read.
#include "cpt-session-view.h"

#include <json-glib/json-glib.h>

static void
add_string (JsonObject *object, const char *key, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
}

static void
add_sides (JsonObject *object, CptState *state, guint columns)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  JsonArray *ids;

  if (columns == 0)
    return;
  ids = json_array_new ();
  for (guint i = 0; i <= n_sides; i++)
    if (columns & (1u << i))
      json_array_add_string_element (ids, i < n_sides ? sides[i].id : "");
  json_object_set_array_member (object, "sides", ids);
}

/* In the order of the board, so that the same view always gives the same text. */
static void
add_folds (JsonObject *object, CptSession *self, CptState *state)
{
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < n_topics; i++)
    if (cpt_session_is_topic_folded (self, topics[i].id))
      json_array_add_string_element (ids, topics[i].id);
  if (json_array_get_length (ids) > 0)
    json_object_set_array_member (object, "folded_topics", ids);
  else
    json_array_unref (ids);
}

/**
 * cpt_session_dup_view:
 *
 * Returns: (transfer full) (nullable): what is filtered and folded, for cpt_state_with_view(); %NULL when all is shown
 */
char *
cpt_session_dup_view (CptSession *self)
{
  CptState *state = cpt_session_get_state (self);
  const CptBoardFilter *filter = cpt_session_get_filter (self);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (root, object);
  if (state == NULL)
    return NULL;
  add_string (object, "words", filter->text);
  add_string (object, "topic", filter->topic);
  add_string (object, "source", filter->source);
  if (filter->article_id != 0)
    json_object_set_int_member (object, "article", filter->article_id);
  add_sides (object, state, cpt_session_get_filter_columns (self));
  if (filter->to_review)
    json_object_set_boolean_member (object, "to_review", TRUE);
  add_folds (object, self, state);
  return json_object_get_size (object) == 0 ? NULL : json_to_string (root, FALSE);
}

static const char *
get_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static JsonArray *
get_list (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_element (JsonArray *list, guint i)
{
  JsonNode *node = json_array_get_element (list, i);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static guint
read_columns (JsonObject *object, CptState *state)
{
  JsonArray *list = get_list (object, "sides");
  guint n_sides, columns = 0;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    for (guint j = 0; j <= n_sides; j++)
      if (g_strcmp0 (get_element (list, i), j < n_sides ? sides[j].id : "") == 0)
        columns |= 1u << j;
  return columns;
}

static gboolean
is_topic (CptState *state, const char *id)
{
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    if (g_strcmp0 (topics[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
read_folds (CptSession *self, JsonObject *object, CptState *state)
{
  JsonArray *list = get_list (object, "folded_topics");

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (is_topic (state, get_element (list, i)))
      cpt_session_set_topic_folded (self, get_element (list, i), TRUE);
}

/**
 * cpt_session_take_view:
 * @view: (nullable): from cpt_session_dup_view(), perhaps of another version of the program
 *
 * Filters and folds as it says; what it does not mention stays.
 */
void
cpt_session_take_view (CptSession *self, const char *view)
{
  CptState *state = cpt_session_get_state (self);
  g_autoptr (JsonNode) root = view == NULL ? NULL : cpt_json_parse (view, -1, NULL);
  JsonObject *object;
  JsonNode *node;

  if (state == NULL || root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  object = json_node_get_object (root);
  cpt_session_set_filter_text (self, get_string (object, "words"));
  if (is_topic (state, get_string (object, "topic")))
    cpt_session_set_filter_topic (self, get_string (object, "topic"));
  cpt_session_set_filter_source (self, get_string (object, "source"));
  node = json_object_get_member (object, "article");
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && cpt_state_find_article (state, (guint32) json_node_get_int (node)) != NULL)
    cpt_session_set_filter_article (self, (guint32) json_node_get_int (node));
  cpt_session_set_filter_columns (self, read_columns (object, state));
  node = json_object_get_member (object, "to_review");
  cpt_session_set_filter_to_review (self, node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node));
  read_folds (self, object, state);
}
