// SPDX-License-Identifier: GPL-3.0-or-later
// Typed access to JSON with errors that name file, line and key. Room: core/store; knows no statements.
#include "cpt-store-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cpt-store-node.h"

static char *
dup_path (const CptStorePlace *place, const char *key)
{
  GString *path = g_string_new (place->list);

  if (place->list != NULL && place->index >= 0)
    g_string_append_printf (path, "[%d]", place->index);
  if (place->inner_list != NULL)
    g_string_append_printf (path, ".%s[%d]", place->inner_list, place->inner_index);
  if (key != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", key);
  return g_string_free (path, FALSE);
}

/**
 * cpt_store_reader_fail:
 * @key: (nullable): the wrong member of the current object; %NULL for the object itself
 * @format: what is wrong, translated
 *
 * Sets the error: "week.counterpoint: line 212: articles[0].statements[14].topic: is missing".
 *
 * Returns: %FALSE, so that callers can return the call
 */
gboolean
cpt_store_reader_fail (CptStoreReader *self, const char *key, const char *format, ...)
{
  g_autofree char *path = dup_path (&self->place, key);
  g_autofree char *object_path = dup_path (&self->place, NULL);
  g_autofree char *problem = NULL;
  guint line = cpt_json_find_line (self->data, self->length_bytes, path);
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line == 0)
    line = cpt_json_find_line (self->data, self->length_bytes, object_path);
  g_set_error (self->error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED, _ ("%s: line %u: %s%s%s"), self->file_name, line,
               path, *path != '\0' ? ": " : "", problem);
  return FALSE;
}

static JsonNode *
get_member (CptStoreReader *self, JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  self->n_met += node != NULL;
  return node;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
check_string (CptStoreReader *self, const char *key, JsonNode *node)
{
  if (!holds (node, G_TYPE_STRING))
    return cpt_store_reader_fail (self, key, _ ("must be a string"));
  /* JSON can spell halves of surrogate pairs, which are no text. */
  return g_utf8_validate (json_node_get_string (node), -1, NULL)
         || cpt_store_reader_fail (self, key, _ ("is not valid text"));
}

gboolean
cpt_store_reader_get_string (CptStoreReader *self, JsonObject *object, const char *key, const char **value)
{
  JsonNode *node = get_member (self, object, key);

  if (node == NULL)
    return TRUE;
  if (!check_string (self, key, node))
    return FALSE;
  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
cpt_store_reader_need_string (CptStoreReader *self, JsonObject *object, const char *key, const char **value)
{
  *value = NULL;
  if (!cpt_store_reader_get_string (self, object, key, value))
    return FALSE;
  return *value != NULL || cpt_store_reader_fail (self, key, _ ("is missing"));
}

static gboolean
read_number (CptStoreReader *self, const char *key, JsonNode *node, gint64 min, gint64 max, gint64 *value)
{
  if (!holds (node, G_TYPE_INT64))
    return cpt_store_reader_fail (self, key, _ ("must be a whole number"));
  *value = json_node_get_int (node);
  return (*value >= min && *value <= max)
         || cpt_store_reader_fail (self, key, _ ("must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT), min, max);
}

gboolean
cpt_store_reader_get_id (CptStoreReader *self, JsonObject *object, const char *key, guint32 *value)
{
  JsonNode *node = get_member (self, object, key);
  gint64 number;

  if (node == NULL)
    return TRUE;
  if (!read_number (self, key, node, 1, G_MAXUINT32, &number))
    return FALSE;
  *value = (guint32) number;
  return TRUE;
}

gboolean
cpt_store_reader_need_id (CptStoreReader *self, JsonObject *object, const char *key, guint32 *value)
{
  *value = 0;
  if (!cpt_store_reader_get_id (self, object, key, value))
    return FALSE;
  return *value != 0 || cpt_store_reader_fail (self, key, _ ("is missing"));
}

gboolean
cpt_store_reader_need_number (CptStoreReader *self, JsonObject *object, const char *key, gsize max, gsize *value)
{
  JsonNode *node = get_member (self, object, key);
  gint64 number;

  if (node == NULL)
    return cpt_store_reader_fail (self, key, _ ("is missing"));
  if (!read_number (self, key, node, 0, (gint64) max, &number))
    return FALSE;
  *value = (gsize) number;
  return TRUE;
}

gboolean
cpt_store_reader_need_ratio (CptStoreReader *self, JsonObject *object, const char *key, float *value)
{
  JsonNode *node = get_member (self, object, key);

  if (node == NULL)
    return cpt_store_reader_fail (self, key, _ ("is missing"));
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    return cpt_store_reader_fail (self, key, _ ("must be a number"));
  *value = (float) json_node_get_double (node);
  return (*value >= 0 && *value <= 1) || cpt_store_reader_fail (self, key, _ ("must be from 0 to 1"));
}

gboolean
cpt_store_reader_get_flag (CptStoreReader *self, JsonObject *object, const char *key, gboolean *value)
{
  JsonNode *node = get_member (self, object, key);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return cpt_store_reader_fail (self, key, _ ("must be true or false"));
  *value = json_node_get_boolean (node);
  return TRUE;
}

static CptDay
parse_day (const char *text)
{
  gboolean negative = *text == '-';
  CptDay day = strlen (text + negative) == strlen ("YYYY-MM-DD") ? cpt_day_parse_iso (text + negative) : CPT_DAY_NONE;
  int year, month, day_of_month;

  if (!negative || day == CPT_DAY_NONE)
    return day;
  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  return cpt_day_from_ymd (-year, month, day_of_month);
}

gboolean
cpt_store_reader_get_day (CptStoreReader *self, JsonObject *object, const char *key, CptDay *value)
{
  const char *text = NULL;

  if (!cpt_store_reader_get_string (self, object, key, &text))
    return FALSE;
  if (text == NULL)
    return TRUE;
  *value = parse_day (text);
  return *value != CPT_DAY_NONE || cpt_store_reader_fail (self, key, _ ("“%s” is not a day such as 2022-02-24"), text);
}

static int
find_choice (const char *const *choices, const char *text)
{
  for (int i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      return i;
  return -1;
}

gboolean
cpt_store_reader_get_choice (CptStoreReader *self, JsonObject *object, const char *key, const char *const *choices,
                             int *value)
{
  const char *text = NULL;
  g_autofree char *all = NULL;
  int choice;

  if (!cpt_store_reader_get_string (self, object, key, &text))
    return FALSE;
  if (text == NULL)
    return TRUE;
  choice = find_choice (choices, text);
  if (choice >= 0)
    {
      *value = choice;
      return TRUE;
    }
  all = g_strjoinv (", ", (char **) choices);
  return cpt_store_reader_fail (self, key, _ ("“%s” is none of: %s"), text, all);
}

gboolean
cpt_store_reader_get_choices (CptStoreReader *self, JsonObject *object, const char *key, const char *const *choices,
                              guint *value)
{
  JsonNode *node = get_member (self, object, key);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return cpt_store_reader_fail (self, key, _ ("must be a list of strings"));
  array = json_node_get_array (node);
  *value = 0;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      int choice = -1;

      if (!check_string (self, key, element))
        return FALSE;
      choice = find_choice (choices, json_node_get_string (element));
      if (choice < 0)
        return cpt_store_reader_fail (self, key, _ ("there is no “%s”"), json_node_get_string (element));
      *value |= 1u << choice;
    }
  return TRUE;
}

gboolean
cpt_store_reader_need_list (CptStoreReader *self, JsonObject *object, const char *key, JsonArray **value)
{
  JsonNode *node = get_member (self, object, key);

  if (node == NULL)
    return cpt_store_reader_fail (self, key, _ ("is missing"));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return cpt_store_reader_fail (self, key, _ ("must be a list"));
  *value = json_node_get_array (node);
  return TRUE;
}

gboolean
cpt_store_reader_need_object (CptStoreReader *self, JsonNode *node, JsonObject **value)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return cpt_store_reader_fail (self, NULL, _ ("must be an object"));
  *value = json_node_get_object (node);
  self->n_met = 0;
  return TRUE;
}

/**
 * cpt_store_reader_take_extra:
 * @keys: the known ones, ended by %NULL
 *
 * To be called when all known members of @object were asked for.
 *
 * Returns: (transfer full) (nullable): the other members in their order
 */
char *
cpt_store_reader_take_extra (CptStoreReader *self, JsonObject *object, const char *const *keys)
{
  g_autoptr (GString) out = NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (self->n_met == json_object_get_size (object))
    return NULL;
  out = g_string_new (NULL);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      if (g_strv_contains (keys, key))
        continue;
      g_string_append (out, out->len > 0 ? ", " : "");
      cpt_json_append_string (out, key, -1);
      g_string_append (out, ": ");
      cpt_store_append_node (out, node, 0);
    }
  /* What is no text could not be written again; json-glib lets it through where strings spell it with escapes. */
  return out->len > 0 && g_utf8_validate_len (out->str, out->len, NULL) ? g_ref_string_new (out->str) : NULL;
}
