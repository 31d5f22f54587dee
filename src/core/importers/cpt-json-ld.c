// SPDX-License-Identifier: GPL-3.0-or-later
// schema.org articles in JSON-LD, as publishers really write it: in arrays, in @graph, with line breaks in strings.
// Room: core/importers.
#include "cpt-json-ld.h"

#include "cpt-entities.h"
#include "cpt-json.h"

#include <string.h>

typedef struct
{
  CptFoundMetadata *metadata;
  char **article_body;
  char *date; /* of something that is no article: a page, a review */
} Reader;

static gboolean
is_article_type (const char *type)
{
  static const char *const types[] = { "Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting" };
  const char *slash = strrchr (type, '/');

  type = slash != NULL ? slash + 1 : type;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (type, types[i]))
        return TRUE;
    }
  return g_str_has_suffix (type, "Article");
}

static const char *
peek_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  JsonArray *types;

  if (type == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (type))
    return peek_string (type) != NULL && is_article_type (peek_string (type));
  types = json_node_get_array (type);
  for (guint i = 0; i < json_array_get_length (types); i++)
    {
      const char *name = peek_string (json_array_get_element (types, i));

      if (name != NULL && is_article_type (name))
        return TRUE;
    }
  return FALSE;
}

static void
append_name (GString *names, const char *name)
{
  g_autofree char *decoded = name != NULL ? g_strstrip (cpt_entities_decode (name)) : NULL;

  if (decoded == NULL || *decoded == '\0' || g_str_has_prefix (decoded, "http"))
    return;
  if (names->len > 0)
    g_string_append (names, ", ");
  g_string_append (names, decoded);
}

/* A person or organisation: a string, an object with a name, or an array of these. */
static void
collect_names (JsonNode *node, GString *names)
{
  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_name (names, peek_string (json_object_get_member (json_node_get_object (node), "name")));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (!JSON_NODE_HOLDS_ARRAY (element))
            collect_names (element, names);
        }
    }
  else
    append_name (names, peek_string (node));
}

static void
take_names (char **field, JsonNode *node)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (*field != NULL)
    return;
  collect_names (node, names);
  if (names->len > 0)
    *field = g_string_free (g_steal_pointer (&names), FALSE);
}

static void
take_string (char **field, const char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strstrip (cpt_entities_decode (value));
}

/* The address: "url", or "mainEntityOfPage" as a string or as an object with an @id. */
static const char *
peek_url (JsonObject *article)
{
  const char *url = peek_string (json_object_get_member (article, "url"));
  JsonNode *page = json_object_get_member (article, "mainEntityOfPage");

  if (url == NULL && page != NULL)
    url = JSON_NODE_HOLDS_OBJECT (page) ? peek_string (json_object_get_member (json_node_get_object (page), "@id"))
                                        : peek_string (page);
  return url != NULL && g_str_has_prefix (url, "http") ? url : NULL;
}

static void
read_article (Reader *reader, JsonObject *article)
{
  CptFoundMetadata *metadata = reader->metadata;
  const char *body = peek_string (json_object_get_member (article, "articleBody"));

  take_string (&metadata->title, peek_string (json_object_get_member (article, "headline")));
  take_string (&metadata->language, peek_string (json_object_get_member (article, "inLanguage")));
  take_string (&metadata->url, peek_url (article));
  take_names (&metadata->author, json_object_get_member (article, "author"));
  take_names (&metadata->publisher, json_object_get_member (article, "publisher"));
  if (metadata->published == NULL)
    metadata->published = cpt_headers_normalise_date (peek_string (json_object_get_member (article, "datePublished")));
  if (body != NULL && (*reader->article_body == NULL || strlen (*reader->article_body) < strlen (body)))
    {
      g_free (*reader->article_body);
      *reader->article_body = g_strdup (body);
    }
}

/* The depth is bounded by cpt_json_parse(). */
static void
walk (Reader *reader, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        walk (reader, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode *graph = json_object_get_member (object, "@graph");
      JsonNode *main_entity = json_object_get_member (object, "mainEntity");

      if (is_article (object))
        read_article (reader, object);
      else if (reader->date == NULL)
        reader->date = cpt_headers_normalise_date (peek_string (json_object_get_member (object, "datePublished")));
      if (graph != NULL)
        walk (reader, graph);
      if (main_entity != NULL)
        walk (reader, main_entity);
    }
}

/* Line breaks and tabs inside strings are not JSON, but common; outside strings they are blanks like any other. */
static char *
blank_controls (const char *json)
{
  char *copy = g_strdup (json);

  for (char *at = copy; *at != '\0'; at++)
    {
      if ((guchar) *at < 0x20)
        *at = ' ';
    }
  return copy;
}

void
cpt_json_ld_read (const char *json, CptFoundMetadata *metadata, char **article_body)
{
  Reader reader = { metadata, article_body, NULL };
  g_autofree char *cleaned = blank_controls (json);
  const char *begin = strpbrk (cleaned, "[{");
  char *end = begin != NULL ? MAX (strrchr (cleaned, '}'), strrchr (cleaned, ']')) : NULL;
  g_autoptr (JsonNode) root = NULL;

  if (end == NULL || end < begin)
    return;
  root = cpt_json_parse (begin, end + 1 - begin, NULL);
  if (root != NULL)
    walk (&reader, root);
  if (metadata->published == NULL)
    metadata->published = g_steal_pointer (&reader.date);
  g_free (reader.date);
}
