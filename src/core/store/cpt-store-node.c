// SPDX-License-Identifier: GPL-3.0-or-later
// JSON nodes -> text. Room: core/store; used for what is kept without being understood, and for the profile.
#include "cpt-store-node.h"

#include <string.h>

#include "cpt-json.h"

static void
append_separator (GString *out, gboolean first, guint n_open_levels)
{
  if (!first)
    g_string_append_c (out, ',');
  if (n_open_levels > 0)
    g_string_append_c (out, '\n');
  else if (!first)
    g_string_append_c (out, ' ');
}

/* The shortest decimal that reads back as the same number, and as no whole one. */
static void
append_double (GString *out, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  g_string_append (out, text);
  if (strpbrk (text, ".en") == NULL)
    g_string_append (out, ".0");
}

static void
append_value (GString *out, JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      cpt_json_append_string (out, json_node_get_string (node), -1);
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
      break;
    case G_TYPE_INT64:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    default:
      append_double (out, json_node_get_double (node));
    }
}

static void
append_object (GString *out, JsonObject *object, guint n_open_levels)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &member))
    {
      append_separator (out, first, n_open_levels);
      cpt_json_append_string (out, key, -1);
      g_string_append (out, ": ");
      cpt_store_append_node (out, member, n_open_levels > 0 ? n_open_levels - 1 : 0);
      first = FALSE;
    }
  g_string_append_c (out, '}');
}

static void
append_array (GString *out, JsonArray *array, guint n_open_levels)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      append_separator (out, i == 0, n_open_levels);
      cpt_store_append_node (out, json_array_get_element (array, i), n_open_levels > 0 ? n_open_levels - 1 : 0);
    }
  g_string_append_c (out, ']');
}

void
cpt_store_append_node (GString *out, JsonNode *node, guint n_open_levels)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (out, json_node_get_object (node), n_open_levels);
      break;
    case JSON_NODE_ARRAY:
      append_array (out, json_node_get_array (node), n_open_levels);
      break;
    case JSON_NODE_VALUE:
      append_value (out, node);
      break;
    case JSON_NODE_NULL:
      g_string_append (out, "null");
      break;
    }
}
