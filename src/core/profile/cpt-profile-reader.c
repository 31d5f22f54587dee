// SPDX-License-Identifier: GPL-3.0-or-later
// Typed access to JSON with errors that name file, line and key. Room: core/profile; knows no actors or sides.
#include "cpt-profile-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * cpt_profile_reader_fail:
 * @key: (nullable): the wrong member of the current object; %NULL for the object itself
 * @format: what is wrong, translated
 *
 * Sets the error: "nato-kremlin.json: line 212: actors[14].side: there is no side “natto”". The line is that of the
 * member, or of the object when the member is missing.
 *
 * Returns: %FALSE, so that callers can return the call
 */
gboolean
cpt_profile_reader_fail (CptProfileReader *reader, const char *key, const char *format, ...)
{
  g_autofree char *problem = NULL;
  g_autofree char *path = NULL;
  const char *dot = reader->path->len > 0 && key != NULL && *key != '[' ? "." : "";
  guint line;
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  path = g_strconcat (reader->path->str, dot, key, NULL);
  line = cpt_json_find_line (reader->data, reader->length_bytes, path);
  if (line == 0)
    line = cpt_json_find_line (reader->data, reader->length_bytes, reader->path->str);
  if (*path == '\0')
    g_set_error (reader->error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_INVALID, _ ("%s: line %u: %s"), reader->file_name,
                 line, problem);
  else
    g_set_error (reader->error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_INVALID, _ ("%s: line %u: %s: %s"),
                 reader->file_name, line, path, problem);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static const char *
node_get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* A member that is missing or null leaves @value %NULL. */
gboolean
cpt_profile_reader_get_string (CptProfileReader *reader, JsonObject *object, const char *key, const char **value)
{
  JsonNode *node = json_object_get_member (object, key);

  *value = node_get_string (node);
  if (*value == NULL && node != NULL && !JSON_NODE_HOLDS_NULL (node))
    return cpt_profile_reader_fail (reader, key, _ ("must be a string"));
  if (*value != NULL && is_blank (*value))
    return cpt_profile_reader_fail (reader, key, _ ("must not be empty"));
  return TRUE;
}

gboolean
cpt_profile_reader_need_string (CptProfileReader *reader, JsonObject *object, const char *key, const char **value)
{
  if (!cpt_profile_reader_get_string (reader, object, key, value))
    return FALSE;
  return *value != NULL || cpt_profile_reader_fail (reader, key, _ ("is missing"));
}

gboolean
cpt_profile_reader_need_id (CptProfileReader *reader, JsonObject *object, const char **value)
{
  if (!cpt_profile_reader_need_string (reader, object, "id", value))
    return FALSE;
  for (const char *c = *value; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
      return cpt_profile_reader_fail (reader, "id", _ ("“%s” must consist of lower-case letters a to z, digits and “-”"),
                                      *value);
  return TRUE;
}

gboolean
cpt_profile_reader_get_day (CptProfileReader *reader, JsonObject *object, const char *key, CptDay *value)
{
  const char *text;

  *value = CPT_DAY_NONE;
  if (!cpt_profile_reader_get_string (reader, object, key, &text))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (strlen (text) == strlen ("YYYY-MM-DD"))
    *value = cpt_day_parse_iso (text);
  return *value != CPT_DAY_NONE
         || cpt_profile_reader_fail (reader, key, _ ("“%s” is not a day such as 2022-02-24"), text);
}

/* A member that is missing leaves @value as it is. */
gboolean
cpt_profile_reader_get_choice (CptProfileReader *reader, JsonObject *object, const char *key, const char *const *choices,
                               int *value)
{
  const char *text;
  g_autofree char *all = NULL;

  if (!cpt_profile_reader_get_string (reader, object, key, &text))
    return FALSE;
  if (text == NULL)
    return TRUE;
  for (int i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      {
        *value = i;
        return TRUE;
      }
  all = g_strjoinv (", ", (char **) choices);
  return cpt_profile_reader_fail (reader, key, _ ("“%s” is none of: %s"), text, all);
}

static const char *
fold_string (GStringChunk *chunk, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return g_string_chunk_insert_const (chunk, lower);
}

/**
 * cpt_profile_reader_get_strings:
 * @fold: whether to make them lower case
 * @strings: (element-type utf8): the strings are appended; owned by the JSON or by the reader's chunk
 */
gboolean
cpt_profile_reader_get_strings (CptProfileReader *reader, JsonObject *object, const char *key, gboolean fold,
                                GPtrArray *strings)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return cpt_profile_reader_fail (reader, key, _ ("must be a list of strings"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = node_get_string (json_array_get_element (array, i));

      if (text == NULL || is_blank (text))
        {
          g_autofree char *place = g_strdup_printf ("%s[%u]", key, i);

          return cpt_profile_reader_fail (reader, place, _ ("must be a string that is not empty"));
        }
      g_ptr_array_add (strings, (gpointer) (fold ? fold_string (reader->fold, text) : text));
    }
  return TRUE;
}

/**
 * cpt_profile_reader_for_each:
 * @func: called for each object of the list, with the reader's path set to it; returns %FALSE to stop after an error
 */
gboolean
cpt_profile_reader_for_each (CptProfileReader *reader, JsonObject *root, const char *key, CptProfileElementFunc func,
                             gpointer user_data)
{
  JsonNode *node = json_object_get_member (root, key);
  JsonArray *array;
  gboolean ok = TRUE;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return cpt_profile_reader_fail (reader, key, _ ("must be a list of objects"));
  array = json_node_get_array (node);
  for (guint i = 0; ok && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      g_string_printf (reader->path, "%s[%u]", key, i);
      ok = JSON_NODE_HOLDS_OBJECT (element) ? func (reader, json_node_get_object (element), user_data)
                                            : cpt_profile_reader_fail (reader, NULL, _ ("must be an object"));
    }
  g_string_truncate (reader->path, 0);
  return ok;
}
