// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that is being changed: its JSON with typed access. Room: core/profile; checks nothing but at the end.
#include "cpt-profile-draft.h"

#include "cpt-profile-private.h"

#include <json-glib/json-glib.h>
#include <string.h>


#define MAX_ID_CHARS 40

struct _CptProfileDraft
{
  JsonNode *root;
  char *name; /* of the file, for messages */
};

static const char *const list_names[] = { "sides", "actors", "topics", "events" };

static JsonObject *
get_root (CptProfileDraft *self)
{
  return json_node_get_object (self->root);
}

/* Made when it is missing: only "sides" must be there. */
static JsonArray *
get_list (CptProfileDraft *self, CptProfileList list)
{
  JsonObject *root = get_root (self);

  if (!json_object_has_member (root, list_names[list]))
    json_object_set_array_member (root, list_names[list], json_array_new ());
  return json_object_get_array_member (root, list_names[list]);
}

static JsonObject *
get_element (CptProfileDraft *self, CptProfileList list, guint position)
{
  JsonArray *array = get_list (self, list);

  return position < json_array_get_length (array) ? json_array_get_object_element (array, position) : NULL;
}

static JsonNode *copy_node (JsonNode *node);

/* Without counting references to the nodes of @object: json-glib does that without atomics, and any thread may save. */
static JsonObject *
copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    json_object_set_member (copy, key, copy_node (node));
  return copy;
}

static JsonArray *
copy_array (JsonArray *array)
{
  guint n = json_array_get_length (array);
  JsonArray *copy = json_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    json_array_add_element (copy, copy_node (json_array_get_element (array, i)));
  return copy;
}

static JsonNode *
copy_node (JsonNode *node)
{
  JsonNode *copy;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, copy_object (json_node_get_object (node)));
      return copy;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (copy, copy_array (json_node_get_array (node)));
      return copy;
    }
  return json_node_copy (node);
}

/**
 * cpt_profile_draft_new:
 * @profile: what to begin with
 *
 * Returns: (transfer full): a draft; the profile stays as it is
 */
CptProfileDraft *
cpt_profile_draft_new (const CptProfile *profile)
{
  CptProfileDraft *self = g_new0 (CptProfileDraft, 1);

  self->root = copy_node (profile->root);
  self->name = g_strdup (cpt_profile_get_name (profile));
  return self;
}

void
cpt_profile_draft_free (CptProfileDraft *self)
{
  json_node_unref (self->root);
  g_free (self->name);
  g_free (self);
}

/**
 * cpt_profile_draft_end:
 *
 * Returns: (transfer full) (nullable): the profile
 *
 * Errors: as cpt_profile_parse(); the message names the place.
 */
CptProfile *
cpt_profile_draft_end (CptProfileDraft *self, GError **error)
{
  g_autofree char *json = cpt_profile_draft_to_json (self);

  return cpt_profile_parse (json, -1, self->name, error);
}

char *
cpt_profile_draft_to_json (CptProfileDraft *self)
{
  return json_to_string (self->root, FALSE);
}

const char *
cpt_profile_draft_get_name (CptProfileDraft *self)
{
  return json_object_get_string_member_with_default (get_root (self), "name", "");
}

void
cpt_profile_draft_set_name (CptProfileDraft *self, const char *name)
{
  json_object_set_string_member (get_root (self), "name", name);
}

guint
cpt_profile_draft_get_n (CptProfileDraft *self, CptProfileList list)
{
  return json_array_get_length (get_list (self, list));
}

static gboolean
has_id (CptProfileDraft *self, CptProfileList list, const char *id)
{
  for (guint i = 0; i < cpt_profile_draft_get_n (self, list); i++)
    if (g_strcmp0 (cpt_profile_draft_get_string (self, list, i, "id"), id) == 0)
      return TRUE;
  return FALSE;
}

/* "Ивановский стол" -> "ivanovskij-stol"; what has no Latin letters at all -> "x". */
static char *
dup_slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && slug->len < MAX_ID_CHARS; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (slug, g_ascii_tolower (*c));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append_c (slug, 'x');
  return g_string_free (slug, FALSE);
}

static char *
dup_free_id (CptProfileDraft *self, CptProfileList list, const char *name)
{
  g_autofree char *slug = dup_slug (name);

  for (guint i = 1;; i++)
    {
      g_autofree char *id = i == 1 ? g_strdup (slug) : g_strdup_printf ("%s-%u", slug, i);

      if (!has_id (self, list, id))
        return g_steal_pointer (&id);
    }
}

/**
 * cpt_profile_draft_add:
 *
 * Returns: the position of a new element at the end of @list, which has an id and @name and nothing else
 */
guint
cpt_profile_draft_add (CptProfileDraft *self, CptProfileList list, const char *name)
{
  g_autofree char *id = dup_free_id (self, list, name);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "name", name);
  json_array_add_object_element (get_list (self, list), object);
  return cpt_profile_draft_get_n (self, list) - 1;
}

void
cpt_profile_draft_remove (CptProfileDraft *self, CptProfileList list, guint position)
{
  if (get_element (self, list, position) != NULL)
    json_array_remove_element (get_list (self, list), position);
}

/* json-glib cannot insert: the list is made anew in the other order. */
void
cpt_profile_draft_move (CptProfileDraft *self, CptProfileList list, guint from, guint to)
{
  JsonArray *old = get_list (self, list);
  JsonArray *moved = json_array_new ();
  guint n = json_array_get_length (old);

  for (guint i = 0; i < n && from < n && to < n; i++)
    {
      guint source = i == to ? from : i < MIN (from, to) || i > MAX (from, to) ? i : from < to ? i + 1 : i - 1;

      json_array_add_element (moved, json_array_dup_element (old, source));
    }
  if (from < n && to < n)
    json_object_set_array_member (get_root (self), list_names[list], moved);
  else
    json_array_unref (moved);
}

const char *
cpt_profile_draft_get_string (CptProfileDraft *self, CptProfileList list, guint position, const char *key)
{
  JsonObject *object = get_element (self, list, position);
  JsonNode *node = object == NULL ? NULL : json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

void
cpt_profile_draft_set_string (CptProfileDraft *self, CptProfileList list, guint position, const char *key,
                              const char *value)
{
  JsonObject *object = get_element (self, list, position);

  if (object == NULL)
    return;
  if (value == NULL)
    json_object_remove_member (object, key);
  else
    json_object_set_string_member (object, key, value);
}

/**
 * cpt_profile_draft_dup_strings:
 *
 * Returns: (transfer full): the strings of a list member; an empty vector when it is missing
 */
char **
cpt_profile_draft_dup_strings (CptProfileDraft *self, CptProfileList list, guint position, const char *key)
{
  JsonObject *object = get_element (self, list, position);
  JsonNode *node = object == NULL ? NULL : json_object_get_member (object, key);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GPtrArray *strings = g_ptr_array_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (strings, g_strdup (json_array_get_string_element (array, i)));
  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (strings, FALSE);
}

void
cpt_profile_draft_set_strings (CptProfileDraft *self, CptProfileList list, guint position, const char *key,
                               const char *const *values)
{
  JsonObject *object = get_element (self, list, position);
  JsonArray *array;

  if (object == NULL)
    return;
  if (values == NULL || values[0] == NULL)
    {
      json_object_remove_member (object, key);
      return;
    }
  array = json_array_new ();
  for (guint i = 0; values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, key, array);
}

void
cpt_profile_draft_give_actors (CptProfileDraft *self, const char *from, const char *into)
{
  for (guint i = 0; i < cpt_profile_draft_get_n (self, CPT_PROFILE_ACTORS); i++)
    if (g_strcmp0 (cpt_profile_draft_get_string (self, CPT_PROFILE_ACTORS, i, "side"), from) == 0)
      cpt_profile_draft_set_string (self, CPT_PROFILE_ACTORS, i, "side", into);
}

static gboolean
equal_folded (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (first, second);
}

int
cpt_profile_draft_find_actor (CptProfileDraft *self, const char *name)
{
  for (guint i = 0; i < cpt_profile_draft_get_n (self, CPT_PROFILE_ACTORS); i++)
    {
      g_auto (GStrv) names = cpt_profile_draft_dup_strings (self, CPT_PROFILE_ACTORS, i, "names");

      if (equal_folded (cpt_profile_draft_get_string (self, CPT_PROFILE_ACTORS, i, "name"), name))
        return (int) i;
      for (guint j = 0; names[j] != NULL; j++)
        if (equal_folded (names[j], name))
          return (int) i;
    }
  return -1;
}

/* "Anna Vale" is a person; "the harbour board" and "Reuters" rather an organisation. */
static const char *
guess_kind (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])))
      return "organisation";
  return g_strv_length (words) >= 2 ? "person" : "organisation";
}

/* "The harbour board" is found as "harbour board" too: articles of speech do not belong to a name. */
static const char *
skip_article (const char *name)
{
  static const char *const articles[] = { "the ", "a ", "an " };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_ascii_strncasecmp (name, articles[i], strlen (articles[i])) == 0)
      return name + strlen (articles[i]);
  return name;
}

void
cpt_profile_draft_count_as (CptProfileDraft *self, const char *name, const char *side)
{
  int position = cpt_profile_draft_find_actor (self, name);

  if (position < 0)
    position = cpt_profile_draft_find_actor (self, skip_article (name));
  if (position < 0)
    {
      position = (int) cpt_profile_draft_add (self, CPT_PROFILE_ACTORS, name);
      cpt_profile_draft_set_string (self, CPT_PROFILE_ACTORS, (guint) position, "kind", guess_kind (name));
      if (skip_article (name) != name)
        cpt_profile_draft_set_strings (self, CPT_PROFILE_ACTORS, (guint) position, "names",
                                       (const char *const[]){ skip_article (name), NULL });
    }
  cpt_profile_draft_set_string (self, CPT_PROFILE_ACTORS, (guint) position, "side", side);
}
