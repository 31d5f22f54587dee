// SPDX-License-Identifier: GPL-3.0-or-later
// The profile value: where it comes from, and its getters. Room: core/profile; decides nothing about articles.
#include "cpt-profile-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cpt-profile-resources.h"

#define RESOURCE_FOLDER "/io/github/counterpoint_app/Counterpoint/profiles/"

G_DEFINE_QUARK (cpt-profile-error-quark, cpt_profile_error)
G_DEFINE_BOXED_TYPE (CptProfile, cpt_profile, cpt_profile_ref, cpt_profile_unref)

/* Neutral colours that differ in lightness too, for people who see no hue. */
static const char empty_profile[]
    = "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"empty\", \"name\": %s, \"sides\": ["
      "{\"id\": \"side-a\", \"name\": %s, \"colour\": \"#1a5fb4\"},"
      "{\"id\": \"side-b\", \"name\": %s, \"colour\": \"#e66100\"}],"
      "\"actors\": [], \"topics\": [], \"events\": []}";

static void
actor_clear (gpointer data)
{
  CptActor *actor = data;

  g_free ((gpointer) actor->names);
  g_free ((gpointer) actor->roles);
}

static void
topic_clear (gpointer data)
{
  g_free ((gpointer) ((CptTopic *) data)->words);
}

static void
event_clear (gpointer data)
{
  g_free ((gpointer) ((CptNamedEvent *) data)->names);
}

static GArray *
list_new (gsize element_size, GDestroyNotify clear)
{
  GArray *list = g_array_new (FALSE, TRUE, (guint) element_size);

  if (clear != NULL)
    g_array_set_clear_func (list, clear);
  return list;
}

static CptProfile *
profile_new (void)
{
  CptProfile *self = g_new0 (CptProfile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->fold = g_string_chunk_new (4096);
  self->sides = list_new (sizeof (CptSide), NULL);
  self->actors = list_new (sizeof (CptActor), actor_clear);
  self->topics = list_new (sizeof (CptTopic), topic_clear);
  self->events = list_new (sizeof (CptNamedEvent), event_clear);
  return self;
}

/**
 * cpt_profile_parse:
 * @data: JSON, as described by profile.schema.json
 * @length_bytes: its length, or -1 when it is terminated by a zero byte
 * @file_name: (nullable): for messages
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the profile
 *
 * Cost: linear.
 *
 * Errors: %CPT_PROFILE_ERROR_INVALID, whose message names the file, the line and the key;
 *   %CPT_PROFILE_ERROR_VERSION_TOO_NEW.
 */
CptProfile *
cpt_profile_parse (const char *data, gssize length_bytes, const char *file_name, GError **error)
{
  g_autoptr (CptProfile) self = profile_new ();
  gsize length = length_bytes < 0 ? strlen (data) : (gsize) length_bytes;

  if (!cpt_profile_parse_root (self, data, length, file_name != NULL ? file_name : _ ("profile"), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * cpt_profile_load:
 * @file: a profile file
 * @cancellable: (nullable):
 * @error: return location
 *
 * Reads and parses @file. Blocks.
 *
 * Returns: (transfer full) (nullable): the profile
 *
 * Errors: as cpt_profile_parse(); %CPT_PROFILE_ERROR_READ; %G_IO_ERROR_CANCELLED.
 */
CptProfile *
cpt_profile_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *file_name = g_file_get_basename (file);
  g_autoptr (GError) local_error = NULL;
  gsize length;

  if (g_file_load_contents (file, cancellable, &data, &length, NULL, &local_error))
    return cpt_profile_parse (data, (gssize) length, file_name, error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_READ, _ ("%s: %s"), file_name, local_error->message);
  return NULL;
}

static GResource *
get_builtins (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      cpt_profile_builtin_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  return cpt_profile_builtin_get_resource ();
}

/**
 * cpt_profile_new_builtin:
 * @id: "nato-kremlin"
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a profile that ships with the program
 *
 * Errors: %CPT_PROFILE_ERROR_READ when there is no such profile.
 */
CptProfile *
cpt_profile_new_builtin (const char *id, GError **error)
{
  g_autofree char *file_name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, file_name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  bytes = g_resource_lookup_data (get_builtins (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_READ, _ ("there is no profile “%s”"), id);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &length);
  return cpt_profile_parse (data, (gssize) length, file_name, error);
}

/**
 * cpt_profile_list_builtin:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the profiles that ship with the program
 */
char **
cpt_profile_list_builtin (void)
{
  char **names = g_resource_enumerate_children (get_builtins (), RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *suffix = g_strrstr (names[i], ".json");

      if (suffix != NULL)
        *suffix = '\0';
    }
  return names != NULL ? names : g_new0 (char *, 1);
}

static char *
quote_json (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

/**
 * cpt_profile_new_empty:
 *
 * Returns: (transfer full): a profile that knows nobody: two neutral sides, no actors, topics or events
 */
CptProfile *
cpt_profile_new_empty (void)
{
  g_autofree char *name = quote_json (_ ("Empty profile"));
  g_autofree char *side_a = quote_json (_ ("Side A"));
  g_autofree char *side_b = quote_json (_ ("Side B"));
  g_autofree char *json = g_strdup_printf (empty_profile, name, side_a, side_b);
  g_autoptr (GError) error = NULL;
  CptProfile *self = cpt_profile_parse (json, -1, NULL, &error);

  g_assert_no_error (error);
  return self;
}

CptProfile *
cpt_profile_ref (CptProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_profile_unref (CptProfile *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->sides);
  g_array_unref (self->actors);
  g_array_unref (self->topics);
  g_array_unref (self->events);
  g_clear_pointer (&self->root, json_node_unref);
  g_string_chunk_free (self->fold);
  g_free (self);
}

const char *
cpt_profile_get_id (const CptProfile *self)
{
  return self->id;
}

const char *
cpt_profile_get_name (const CptProfile *self)
{
  return self->name;
}

/**
 * cpt_profile_get_sides:
 * @n_sides: (out) (optional): their number, from 2 to %CPT_MAX_SIDES
 *
 * Returns: (transfer none) (array length=n_sides): the sides in the order of the columns
 */
const CptSide *
cpt_profile_get_sides (const CptProfile *self, guint *n_sides)
{
  if (n_sides != NULL)
    *n_sides = self->sides->len;
  return (const CptSide *) (gpointer) self->sides->data;
}

const CptActor *
cpt_profile_get_actors (const CptProfile *self, guint *n_actors)
{
  if (n_actors != NULL)
    *n_actors = self->actors->len;
  return (const CptActor *) (gpointer) self->actors->data;
}

const CptTopic *
cpt_profile_get_topics (const CptProfile *self, guint *n_topics)
{
  if (n_topics != NULL)
    *n_topics = self->topics->len;
  return (const CptTopic *) (gpointer) self->topics->data;
}

const CptNamedEvent *
cpt_profile_get_events (const CptProfile *self, guint *n_events)
{
  if (n_events != NULL)
    *n_events = self->events->len;
  return (const CptNamedEvent *) (gpointer) self->events->data;
}
