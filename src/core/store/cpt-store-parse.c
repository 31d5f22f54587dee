// SPDX-License-Identifier: GPL-3.0-or-later
// JSON -> state. Room: core/store; opens no files. Either a whole, sound state comes out or one error.
#include "cpt-store-parse.h"

#include <glib/gi18n-lib.h>

#include "cpt-store-names.h"

static void
parse_clear (CptStoreParse *self)
{
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->events);
}

static CptProfile *
read_profile (CptStoreReader *reader, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "profile");
  g_autofree char *json = NULL;
  g_autofree char *name = g_strdup_printf (_ ("%s, profile"), reader->file_name);
  g_autoptr (GError) local_error = NULL;
  CptProfile *profile;

  reader->n_met++;
  if (node == NULL)
    {
      cpt_store_reader_fail (reader, "profile", _ ("is missing"));
      return NULL;
    }
  json = json_to_string (node, TRUE);
  profile = cpt_profile_parse (json, -1, name, &local_error);
  if (profile == NULL)
    g_set_error_literal (reader->error, CPT_STORE_ERROR,
                         g_error_matches (local_error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_VERSION_TOO_NEW)
                             ? CPT_STORE_ERROR_VERSION_TOO_NEW
                             : CPT_STORE_ERROR_DAMAGED,
                         local_error->message);
  return profile;
}

static gboolean
read_topic (CptStoreReader *reader, JsonObject *object, GArray *entries)
{
  CptTopicEntry entry = { 0 };
  gboolean made = FALSE, renamed = FALSE, placed = FALSE;
  char *members;

  if (!cpt_store_reader_need_string (reader, object, "id", &entry.id)
      || !cpt_store_reader_need_string (reader, object, "name", &entry.name)
      || !cpt_store_reader_get_flag (reader, object, "made", &made)
      || !cpt_store_reader_get_flag (reader, object, "renamed", &renamed)
      || !cpt_store_reader_get_flag (reader, object, "placed", &placed))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (g_array_index (entries, CptTopicEntry, i).id, entry.id))
      return cpt_store_reader_fail (reader, "id", _ ("“%s” is there twice"), entry.id);
  members = cpt_store_reader_take_extra (reader, object, cpt_store_topic_keys);
  entry.id = g_intern_string (entry.id);
  entry.name = g_intern_string (entry.name);
  entry.extra = g_intern_string (members);
  entry.flags = (made ? CPT_TOPIC_MADE : 0) | (renamed ? CPT_TOPIC_RENAMED : 0) | (placed ? CPT_TOPIC_PLACED : 0);
  g_array_append_val (entries, entry);
  g_clear_pointer (&members, g_ref_string_release);
  return TRUE;
}

static gboolean
read_topics (CptStoreReader *reader, JsonObject *root, GArray *entries)
{
  JsonArray *list;

  if (!cpt_store_reader_need_list (reader, root, "topics", &list))
    return FALSE;
  reader->place.list = "topics";
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *element;

      reader->place.index = (int) i;
      if (!cpt_store_reader_need_object (reader, json_array_get_element (list, i), &element)
          || !read_topic (reader, element, entries))
        return FALSE;
    }
  reader->place.list = NULL;
  return TRUE;
}

static gboolean
read_articles (CptStoreParse *self, JsonObject *root, CptStateBuilder *builder)
{
  JsonArray *list;

  if (!cpt_store_reader_need_list (&self->reader, root, "articles", &list))
    return FALSE;
  self->reader.place.list = "articles";
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autoptr (CptArticleState) draft = cpt_article_state_new ();
      JsonObject *element;

      self->reader.place.index = (int) i;
      if (!cpt_store_reader_need_object (&self->reader, json_array_get_element (list, i), &element)
          || !cpt_store_parse_article (self, element, draft))
        return FALSE;
      cpt_state_builder_take_article (builder, g_steal_pointer (&draft));
    }
  self->reader.place.list = NULL;
  return TRUE;
}

static gboolean
read_root_members (CptStoreParse *self, JsonObject *root, CptStateBuilder *builder)
{
  CptStoreReader *reader = &self->reader;
  const char *title = "";

  if (!cpt_store_reader_get_string (reader, root, "title", &title)
      || !cpt_store_reader_need_id (reader, root, "next_article", &self->next_ids.article)
      || !cpt_store_reader_need_id (reader, root, "next_statement", &self->next_ids.statement)
      || !cpt_store_reader_need_id (reader, root, "next_event", &self->next_ids.event))
    return FALSE;
  g_free (builder->title);
  builder->title = g_strdup (title);
  builder->next_ids = self->next_ids;
  reader->n_met += 2; /* the lists of topics and articles count within themselves */
  builder->extra = cpt_store_reader_take_extra (reader, root, cpt_store_root_keys);
  return TRUE;
}

static CptState *
read_root (CptStoreParse *self, JsonObject *root)
{
  g_autoptr (CptProfile) profile = NULL;
  g_autoptr (CptState) empty = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  const CptSide *sides;
  guint n_sides;

  if (!cpt_store_migrate (&self->reader, root))
    return NULL;
  profile = read_profile (&self->reader, root);
  if (profile == NULL)
    return NULL;
  sides = cpt_profile_get_sides (profile, &n_sides);
  for (guint i = 0; i < n_sides; i++)
    self->side_names[i] = sides[i].id;
  empty = cpt_state_new (profile);
  builder = cpt_state_builder_new (empty);
  if (!read_root_members (self, root, builder) || !read_topics (&self->reader, root, builder->topics)
      || !read_articles (self, root, builder))
    return NULL;
  return cpt_state_builder_end (builder);
}

/**
 * cpt_store_parse:
 * @data: a .counterpoint file
 * @length_bytes: its length, or -1 when it is terminated by a zero byte
 * @file_name: for messages
 * @error: return location
 *
 * Parses and checks: the statements of each article tile its text, ids are unique, sides and answered statements are
 * there. Members that this version does not know are kept.
 *
 * Returns: (transfer full): the state
 *
 * Thread: any.
 * Cost: linear.
 * Errors: %CPT_STORE_ERROR_DAMAGED with the line and the key, %CPT_STORE_ERROR_VERSION_TOO_NEW.
 */
CptState *
cpt_store_parse (const char *data, gssize length_bytes, const char *file_name, GError **error)
{
  gsize length = length_bytes < 0 ? strlen (data) : (gsize) length_bytes;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) root = cpt_json_parse (data, (gssize) length, &local_error);
  CptStoreParse self = {
    .reader = { .data = data, .length_bytes = length, .file_name = file_name, .place = { .index = -1 }, .error = error },
  };
  CptState *state = NULL;
  JsonObject *object;

  if (root == NULL)
    {
      g_autofree char *problem = g_utf8_make_valid (local_error->message, -1); /* json-glib quotes what it could not read */

      g_set_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED, _ ("%s: %s"), file_name, problem);
      return NULL;
    }
  self.articles = g_hash_table_new (NULL, NULL);
  self.statements = g_hash_table_new (NULL, NULL);
  self.events = g_hash_table_new (NULL, NULL);
  if (cpt_store_reader_need_object (&self.reader, root, &object))
    state = read_root (&self, object);
  parse_clear (&self);
  return state;
}
