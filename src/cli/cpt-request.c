// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one line of `analyze --input=jsonl`. Room: cli. Whatever the line holds, the answer is an article or an error.
#include "cpt-request.h"

#include "cpt-json.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (cpt - request - error - quark, cpt_request_error)

static const char *const codes[] = { "syntax", "encoding", "too-deep", "too-large", "shape" };

/* A string member; absent and null are the same. */
static gboolean
get_string (JsonObject *object, const char *key, const char **value, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_set_error (error, CPT_REQUEST_ERROR, CPT_REQUEST_ERROR_SHAPE, _ ("“%s” is not a string"), key);
      return FALSE;
    }
  *value = json_node_get_string (node);
  return TRUE;
}

/* Numbers are taken as ids too, as they are written. */
static char *
dup_id (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "id");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static gboolean
parse_hex (const char *digits, const char *end, guint *unit)
{
  *unit = 0;
  if (end - digits < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int value = g_ascii_xdigit_value (digits[i]);

      if (value < 0)
        return FALSE;
      *unit = *unit << 4 | (guint)value;
    }
  return TRUE;
}

/* At the "u" of an escape: makes it U+FFFD when it stands for a zero or for half a surrogate pair. Returns what
 * follows. */
static char *
mend_escape (char *cursor, const char *end)
{
  guint unit, low;

  if (!parse_hex (cursor + 1, end, &unit))
    return cursor + 1;
  if ((unit & 0xfc00) == 0xd800 && end - cursor >= 11 && cursor[5] == '\\' && cursor[6] == 'u'
      && parse_hex (cursor + 7, end, &low) && (low & 0xfc00) == 0xdc00)
    return cursor + 11;
  if (unit == 0 || (unit & 0xf800) == 0xd800)
    memcpy (cursor + 1, "fffd", 4);
  return cursor + 5;
}

/* JSON can spell characters that text cannot hold. Each becomes U+FFFD, so that offsets stay what the sender counts.
 * Returns NULL when there is nothing to mend. */
static char *
mend_escapes (const char *line, gsize length_bytes)
{
  char *copy, *end;

  if (memchr (line, '\\', length_bytes) == NULL)
    return NULL;
  copy = g_strndup (line, length_bytes);
  end = copy + length_bytes;
  for (char *cursor = memchr (copy, '\\', length_bytes); cursor != NULL && cursor + 1 < end;
       cursor = memchr (cursor, '\\', (gsize)(end - cursor)))
    cursor = cursor[1] == 'u' ? mend_escape (cursor + 1, end) : cursor + 2;
  return copy;
}

static JsonNode *
parse_line (const char *line, gsize length_bytes, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *mended = NULL;

  if (!g_utf8_validate_len (line, length_bytes, NULL))
    {
      gboolean has_zero = memchr (line, 0, length_bytes) != NULL;

      g_set_error_literal (error, CPT_REQUEST_ERROR, has_zero ? CPT_REQUEST_ERROR_SYNTAX : CPT_REQUEST_ERROR_ENCODING,
                           has_zero ? _ ("the line holds a zero byte") : _ ("the line is not UTF-8"));
      return NULL;
    }
  mended = mend_escapes (line, length_bytes);
  root = cpt_json_parse (mended != NULL ? mended : line, (gssize)length_bytes, &local_error);
  if (root != NULL)
    return g_steal_pointer (&root);
  if (g_error_matches (local_error, CPT_JSON_ERROR, CPT_JSON_ERROR_TOO_DEEP))
    g_set_error_literal (error, CPT_REQUEST_ERROR, CPT_REQUEST_ERROR_TOO_DEEP, local_error->message);
  else if (g_error_matches (local_error, CPT_JSON_ERROR, CPT_JSON_ERROR_TOO_LARGE))
    g_set_error_literal (error, CPT_REQUEST_ERROR, CPT_REQUEST_ERROR_TOO_LARGE, local_error->message);
  else /* json-glib's words differ from version to version */
    g_set_error_literal (error, CPT_REQUEST_ERROR, CPT_REQUEST_ERROR_SYNTAX, _ ("the line is not JSON"));
  return NULL;
}

static CptArticle *
make_article (JsonObject *object, const char *language, GError **error)
{
  CptArticleMetadata metadata = { 0 };
  const char *text;

  if (!get_string (object, "text", &text, error) || !get_string (object, "published", &metadata.published, error)
      || !get_string (object, "language", &metadata.language, error))
    return NULL;
  if (text == NULL)
    {
      g_set_error_literal (error, CPT_REQUEST_ERROR, CPT_REQUEST_ERROR_SHAPE, _ ("“text” is missing"));
      return NULL;
    }
  if (metadata.language == NULL || *metadata.language == '\0')
    metadata.language = language;
  return cpt_article_new (text, -1, &metadata);
}

const char *
cpt_request_error_get_code (const GError *error)
{
  return error->domain == CPT_REQUEST_ERROR ? codes[error->code] : "failed";
}

/**
 * cpt_request_parse:
 * @line: a line of input, any bytes
 * @length_bytes: its length
 * @language: (nullable): of requests that name none
 * @id: (out) (transfer full) (nullable): the id of the request, set on errors too when it could be read
 * @error: return location
 *
 * Returns: (transfer full): the article
 *
 * Errors: all of #CptRequestError.
 */
CptArticle *
cpt_request_parse (const char *line, gsize length_bytes, const char *language, char **id, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  *id = NULL;
  root = parse_line (line, length_bytes, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, CPT_REQUEST_ERROR, CPT_REQUEST_ERROR_SHAPE, _ ("the line is not an object"));
      return NULL;
    }
  *id = dup_id (json_node_get_object (root));
  return make_article (json_node_get_object (root), language, error);
}
