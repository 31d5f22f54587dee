// SPDX-License-Identifier: GPL-3.0-or-later
// Safe parsing of JSON. Room: core/base; knows no document format.
#include "cpt-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (cpt-json-error-quark, cpt_json_error)

static const char *
skip_string (const char *cursor, const char *end)
{
  for (cursor++; cursor < end && *cursor != '"'; cursor++)
    if (*cursor == '\\')
      cursor++;
  return cursor;
}

/**
 * cpt_json_check_depth:
 * @data: JSON, perhaps damaged
 * @length_bytes: its length
 * @max_depth: the deepest nesting of arrays and objects that is let through
 * @error: return location
 *
 * A linear scan that respects strings and escapes. json-glib 1.6 parses recursively and crashes on 100,000 nested
 * brackets, so nothing reaches it unchecked. This says nothing about whether @data is well-formed.
 *
 * Returns: %TRUE when the nesting stays within @max_depth
 *
 * Errors: %CPT_JSON_ERROR_TOO_DEEP.
 */
gboolean
cpt_json_check_depth (const char *data, gsize length_bytes, guint max_depth, GError **error)
{
  const char *end = data + length_bytes;
  guint depth = 0;

  for (const char *cursor = data; cursor < end; cursor++)
    switch (*cursor)
      {
      case '"':
        cursor = skip_string (cursor, end);
        break;
      case '[':
      case '{':
        if (++depth > max_depth)
          {
            g_set_error (error, CPT_JSON_ERROR, CPT_JSON_ERROR_TOO_DEEP,
                         _ ("nested deeper than %u levels, which no file of this kind needs"), max_depth);
            return FALSE;
          }
        break;
      case ']':
      case '}':
        depth -= depth > 0;
        break;
      default:
        break;
      }
  return TRUE;
}

/* json-glib writes "<data>:LINE:COLUMN: what is wrong", and has forgotten the line when it is asked for it. */
static void
set_syntax_error (GError **error, const char *message)
{
  guint line = 0;
  int skip = 0;

  if (sscanf (message, "<data>:%u:%*u: %n", &line, &skip) == 1 && skip > 0)
    g_set_error (error, CPT_JSON_ERROR, CPT_JSON_ERROR_SYNTAX, _ ("line %u: %s"), line, message + skip);
  else
    g_set_error_literal (error, CPT_JSON_ERROR, CPT_JSON_ERROR_SYNTAX, message);
}

/**
 * cpt_json_parse:
 * @data: UTF-8
 * @length_bytes: its length, or -1 when it is terminated by a zero byte
 * @error: return location
 *
 * Parses one JSON value after checking size, depth and encoding.
 *
 * Returns: (transfer full): the root node, never %NULL without @error
 *
 * Errors: %CPT_JSON_ERROR_SYNTAX (with the line), %CPT_JSON_ERROR_TOO_DEEP, %CPT_JSON_ERROR_TOO_LARGE.
 */
JsonNode *
cpt_json_parse (const char *data, gssize length_bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local_error = NULL;
  gsize length = length_bytes < 0 ? strlen (data) : (gsize) length_bytes;

  if (length > CPT_JSON_MAX_BYTES)
    {
      g_set_error (error, CPT_JSON_ERROR, CPT_JSON_ERROR_TOO_LARGE, _ ("larger than %" G_GSIZE_FORMAT " MiB"),
                   CPT_JSON_MAX_BYTES >> 20);
      return NULL;
    }
  if (!cpt_json_check_depth (data, length, CPT_JSON_MAX_DEPTH, error))
    return NULL;
  if (!g_utf8_validate_len (data, length, NULL))
    {
      g_set_error_literal (error, CPT_JSON_ERROR, CPT_JSON_ERROR_SYNTAX, _ ("not UTF-8 text"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, data, (gssize) length, &local_error))
    {
      set_syntax_error (error, local_error->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      g_set_error_literal (error, CPT_JSON_ERROR, CPT_JSON_ERROR_SYNTAX, _ ("empty"));
      return NULL;
    }
  return json_parser_steal_root (parser);
}

static void
append_escape (GString *out, guchar c)
{
  static const char hex[] = "0123456789abcdef";

  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (out, '\\');
      g_string_append_c (out, (char) c);
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    default:
      g_string_append (out, "\\u00");
      g_string_append_c (out, hex[c >> 4]);
      g_string_append_c (out, hex[c & 0xf]);
      break;
    }
}

/**
 * cpt_json_append_string:
 * @out: what to append to
 * @text: (nullable): valid UTF-8
 * @length_bytes: its length, or -1 when it is terminated by a zero byte
 *
 * Appends @text as a JSON string with its quotation marks, or `null`. For writers that need no tree of nodes.
 *
 * Cost: one pass; runs that need no escape are copied whole.
 */
void
cpt_json_append_string (GString *out, const char *text, gssize length_bytes)
{
  const char *end, *run = text;

  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  end = text + (length_bytes < 0 ? strlen (text) : (gsize) length_bytes);
  g_string_append_c (out, '"');
  for (const char *cursor = text; cursor < end; cursor++)
    if ((guchar) *cursor < 0x20 || *cursor == '"' || *cursor == '\\' || *cursor == 0x7f)
      {
        g_string_append_len (out, run, cursor - run);
        append_escape (out, (guchar) *cursor);
        run = cursor + 1;
      }
  g_string_append_len (out, run, end - run);
  g_string_append_c (out, '"');
}
