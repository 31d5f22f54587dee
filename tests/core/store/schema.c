// SPDX-License-Identifier: GPL-3.0-or-later
// As much of JSON Schema (2020-12) as our schemas use. Part of the tests.
#include "schema.h"

#include <string.h>

typedef struct
{
  JsonObject *definitions;
  gboolean closed;
  GString *place;
  char *problem;
} Check;

static gboolean check (Check *self, JsonObject *schema, JsonNode *node);

static const char *const keywords[] = { "$schema",  "$ref",        "$defs",   "title",       "description", "type",     "const",    "enum",
                                        "required", "properties",  "items",   "prefixItems", "oneOf",       "anyOf",    "pattern",  "minimum",  "maximum",
                                        "minItems", "maxItems",    "minLength", "uniqueItems", "additionalProperties", NULL };

static void
assert_understood (JsonObject *schema)
{
  g_autoptr (GList) names = json_object_get_members (schema);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (schema, l->data);

      if (!g_strv_contains (keywords, l->data))
        g_error ("the schema says “%s”, which is not checked", (const char *) l->data);
      if (strcmp (l->data, "properties") == 0 || strcmp (l->data, "$defs") == 0)
        {
          JsonObjectIter iter;
          const char *name;
          JsonNode *child;

          json_object_iter_init (&iter, json_node_get_object (value));
          while (json_object_iter_next (&iter, &name, &child))
            assert_understood (json_node_get_object (child));
        }
      else if (strcmp (l->data, "items") == 0)
        assert_understood (json_node_get_object (value));
    }
}

JsonNode *
schema_load (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  assert_understood (json_node_get_object (json_parser_get_root (parser)));
  return json_parser_steal_root (parser);
}

static gboolean
wrong (Check *self, const char *what)
{
  if (self->problem == NULL)
    self->problem = g_strdup_printf ("%s: %s", self->place->str, what);
  return FALSE;
}

static gboolean
has_type (JsonNode *node, const char *type)
{
  GType value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (strcmp (type, "object") == 0)
    return JSON_NODE_HOLDS_OBJECT (node);
  if (strcmp (type, "array") == 0)
    return JSON_NODE_HOLDS_ARRAY (node);
  if (strcmp (type, "null") == 0)
    return JSON_NODE_HOLDS_NULL (node);
  if (strcmp (type, "string") == 0)
    return value == G_TYPE_STRING;
  if (strcmp (type, "boolean") == 0)
    return value == G_TYPE_BOOLEAN;
  if (strcmp (type, "integer") == 0)
    return value == G_TYPE_INT64;
  g_assert_cmpstr (type, ==, "number");
  return value == G_TYPE_INT64 || value == G_TYPE_DOUBLE;
}

static gboolean
check_type (Check *self, JsonNode *types, JsonNode *node)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (types))
    return has_type (node, json_node_get_string (types)) || wrong (self, json_node_get_string (types));
  array = json_node_get_array (types);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (has_type (node, json_array_get_string_element (array, i)))
      return TRUE;
  return wrong (self, "type");
}

static gboolean
is_one_of (JsonArray *choices, JsonNode *node)
{
  for (guint i = 0; i < json_array_get_length (choices); i++)
    if (json_node_equal (json_array_get_element (choices, i), node))
      return TRUE;
  return FALSE;
}

static gboolean
check_number (Check *self, JsonObject *schema, JsonNode *node)
{
  double value;

  if (!has_type (node, "number"))
    return TRUE;
  value = json_node_get_double (node);
  if (json_object_has_member (schema, "minimum") && value < json_object_get_double_member (schema, "minimum"))
    return wrong (self, "minimum");
  return !json_object_has_member (schema, "maximum") || value <= json_object_get_double_member (schema, "maximum")
         || wrong (self, "maximum");
}

static gboolean
check_string (Check *self, JsonObject *schema, JsonNode *node)
{
  const char *pattern = json_object_get_string_member_with_default (schema, "pattern", NULL);

  if (!has_type (node, "string"))
    return TRUE;
  if (g_utf8_strlen (json_node_get_string (node), -1) < json_object_get_int_member_with_default (schema, "minLength", 0))
    return wrong (self, "minLength");
  return pattern == NULL || g_regex_match_simple (pattern, json_node_get_string (node), 0, 0) || wrong (self, pattern);
}

static gboolean
check_elements (Check *self, JsonObject *schema, JsonArray *array)
{
  JsonArray *prefix = json_object_has_member (schema, "prefixItems") ? json_object_get_array_member (schema, "prefixItems") : NULL;
  guint n_prefix = prefix == NULL ? 0 : json_array_get_length (prefix);
  gsize length = self->place->len;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *item = i < n_prefix ? json_array_get_object_element (prefix, i)
                         : json_object_has_member (schema, "items") ? json_object_get_object_member (schema, "items") : NULL;

      g_string_append_printf (self->place, "[%u]", i);
      if (item != NULL && !check (self, item, json_array_get_element (array, i)))
        return FALSE;
      g_string_truncate (self->place, length);
    }
  return TRUE;
}

static gboolean
check_array (Check *self, JsonObject *schema, JsonNode *node)
{
  JsonArray *array;
  guint n;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n < json_object_get_int_member_with_default (schema, "minItems", 0))
    return wrong (self, "minItems");
  if (n > json_object_get_int_member_with_default (schema, "maxItems", G_MAXUINT))
    return wrong (self, "maxItems");
  for (guint i = 0; json_object_get_boolean_member_with_default (schema, "uniqueItems", FALSE) && i < n; i++)
    for (guint j = 0; j < i; j++)
      if (json_node_equal (json_array_get_element (array, i), json_array_get_element (array, j)))
        return wrong (self, "uniqueItems");
  return check_elements (self, schema, array);
}

static gboolean
check_members (Check *self, JsonObject *properties, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gsize length = self->place->len;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &value))
    {
      g_string_append_printf (self->place, ".%s", name);
      if (json_object_has_member (properties, name))
        {
          if (!check (self, json_object_get_object_member (properties, name), value))
            return FALSE;
        }
      else if (self->closed)
        return wrong (self, "not in the schema");
      g_string_truncate (self->place, length);
    }
  return TRUE;
}

static gboolean
check_object (Check *self, JsonObject *schema, JsonNode *node)
{
  JsonObject *object;
  JsonArray *required;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  object = json_node_get_object (node);
  required = json_object_has_member (schema, "required") ? json_object_get_array_member (schema, "required") : NULL;
  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    if (!json_object_has_member (object, json_array_get_string_element (required, i)))
      return wrong (self, json_array_get_string_element (required, i));
  return !json_object_has_member (schema, "properties")
         || check_members (self, json_object_get_object_member (schema, "properties"), object);
}

static guint
count_right (Check *self, JsonArray *choices, JsonNode *node)
{
  guint n_right = 0;

  for (guint i = 0; i < json_array_get_length (choices); i++)
    {
      Check trial = { self->definitions, self->closed, g_string_new (NULL), NULL };

      n_right += check (&trial, json_array_get_object_element (choices, i), node);
      g_string_free (trial.place, TRUE);
      g_free (trial.problem);
    }
  return n_right;
}

static gboolean
check (Check *self, JsonObject *schema, JsonNode *node)
{
  const char *reference = json_object_get_string_member_with_default (schema, "$ref", NULL);

  if (reference != NULL)
    {
      g_assert_true (g_str_has_prefix (reference, "#/$defs/"));
      if (!check (self, json_object_get_object_member (self->definitions, reference + strlen ("#/$defs/")), node))
        return FALSE;
    }
  if (json_object_has_member (schema, "type") && !check_type (self, json_object_get_member (schema, "type"), node))
    return FALSE;
  if (json_object_has_member (schema, "const") && !json_node_equal (json_object_get_member (schema, "const"), node))
    return wrong (self, "const");
  if (json_object_has_member (schema, "enum") && !is_one_of (json_object_get_array_member (schema, "enum"), node))
    return wrong (self, "enum");
  if (json_object_has_member (schema, "oneOf") && count_right (self, json_object_get_array_member (schema, "oneOf"), node) != 1)
    return wrong (self, "oneOf");
  if (json_object_has_member (schema, "anyOf") && count_right (self, json_object_get_array_member (schema, "anyOf"), node) == 0)
    return wrong (self, "anyOf");
  return check_number (self, schema, node) && check_string (self, schema, node) && check_array (self, schema, node)
         && check_object (self, schema, node);
}

char *
schema_check (JsonNode *schema, JsonNode *node, gboolean closed)
{
  JsonObject *root = json_node_get_object (schema);
  Check self = { json_object_get_object_member (root, "$defs"), closed, g_string_new ("root"), NULL };

  check (&self, root, node);
  g_string_free (self.place, TRUE);
  return self.problem;
}
