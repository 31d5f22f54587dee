// SPDX-License-Identifier: GPL-3.0-or-later
// JSON -> profile, with every constraint of profile.schema.json and those that a schema cannot say. Room: core/profile.
#include "cpt-profile-private.h"
#include "cpt-profile-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT_NAME "counterpoint-profile"
#define FORMAT_VERSION 1
#define MIN_SIDES 2

static const char *const kind_names[]
    = { "person", "organisation", "country", "capital", "demonym", "office", "group", "media", NULL };
static const char *const gender_names[] = { "unknown", "female", "male", NULL };
static const char *const precision_names[]
    = { "unknown", "day", "week", "month", "season", "year", "decade", "century", "vague", NULL };

typedef struct
{
  CptProfile *profile;
  GHashTable *ids;   /* of the list being read */
  GHashTable *names; /* folded name -> index of an actor + 1; the last of those that carry it */
} Parse;

static gboolean
claim_id (Parse *parse, CptProfileReader *reader, const char *id)
{
  return g_hash_table_add (parse->ids, (gpointer) id)
         || cpt_profile_reader_fail (reader, "id", _ ("“%s” is used twice"), id);
}

static const char *const *
steal_strings (GPtrArray *strings)
{
  g_ptr_array_add (strings, NULL);
  return (const char *const *) g_ptr_array_free (g_steal_pointer (&strings), FALSE);
}

/* The names of an actor or an event: @name first, then the list, without repeating @name. */
static gboolean
read_names (CptProfileReader *reader, JsonObject *object, const char *name, const char *const **names)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  g_ptr_array_add (strings, (gpointer) name);
  if (!cpt_profile_reader_get_strings (reader, object, "names", FALSE, strings))
    return FALSE;
  for (guint i = 1; i < strings->len; i++)
    if (strcmp (g_ptr_array_index (strings, i), name) == 0)
      g_ptr_array_remove_index (strings, i--);
  *names = steal_strings (g_steal_pointer (&strings));
  return TRUE;
}

static gboolean
read_folded (CptProfileReader *reader, JsonObject *object, const char *key, const char *const **words)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  if (!cpt_profile_reader_get_strings (reader, object, key, TRUE, strings))
    return FALSE;
  *words = steal_strings (g_steal_pointer (&strings));
  return TRUE;
}

static gboolean
is_colour (const char *text)
{
  if (strlen (text) != 7 || *text != '#')
    return FALSE;
  for (text++; *text != '\0'; text++)
    if (!g_ascii_isxdigit (*text))
      return FALSE;
  return TRUE;
}

static gboolean
read_side (CptProfileReader *reader, JsonObject *object, gpointer user_data)
{
  Parse *parse = user_data;
  CptSide side = { 0 };

  if (!cpt_profile_reader_need_id (reader, object, &side.id) || !claim_id (parse, reader, side.id)
      || !cpt_profile_reader_need_string (reader, object, "name", &side.name)
      || !cpt_profile_reader_need_string (reader, object, "colour", &side.colour))
    return FALSE;
  if (!is_colour (side.colour))
    return cpt_profile_reader_fail (reader, "colour", _ ("“%s” is not a colour such as #1a5fb4"), side.colour);
  g_array_append_val (parse->profile->sides, side);
  return TRUE;
}

static gboolean
find_side (Parse *parse, CptProfileReader *reader, const char *id, int *index)
{
  *index = CPT_NO_SIDE;
  if (id == NULL)
    return TRUE;
  for (guint i = 0; i < parse->profile->sides->len; i++)
    if (strcmp (g_array_index (parse->profile->sides, CptSide, i).id, id) == 0)
      {
        *index = (int) i;
        return TRUE;
      }
  return cpt_profile_reader_fail (reader, "side", _ ("there is no side “%s”"), id);
}

static gboolean
read_period (CptProfileReader *reader, JsonObject *object, CptDay *from, CptDay *until)
{
  if (!cpt_profile_reader_get_day (reader, object, "from", from)
      || !cpt_profile_reader_get_day (reader, object, "until", until))
    return FALSE;
  if (*from != CPT_DAY_NONE && *until != CPT_DAY_NONE && *until < *from)
    return cpt_profile_reader_fail (reader, "until", _ ("is earlier than “from”"));
  return TRUE;
}

static gboolean
periods_meet (const CptActor *a, const CptActor *b)
{
  return (a->from == CPT_DAY_NONE || b->until == CPT_DAY_NONE || a->from <= b->until)
         && (b->from == CPT_DAY_NONE || a->until == CPT_DAY_NONE || b->from <= a->until);
}

/* One name must not speak for two sides at the same time: what it is found for would depend on the order of the file. */
static gboolean
claim_names (Parse *parse, CptProfileReader *reader, const CptActor *actor)
{
  for (guint i = 0; actor->names[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (actor->names[i], -1);
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (parse->names, folded));
      const CptActor *owner = other > 0 ? &g_array_index (parse->profile->actors, CptActor, other - 1) : NULL;

      if (owner != NULL && owner->side != actor->side && periods_meet (owner, actor))
        return cpt_profile_reader_fail (reader, i == 0 ? "name" : "names",
                                        _ ("“%s” is also a name of “%s”, which belongs to another side"),
                                        actor->names[i], owner->id);
      g_hash_table_insert (parse->names, g_steal_pointer (&folded), GUINT_TO_POINTER (parse->profile->actors->len));
    }
  return TRUE;
}

static gboolean
read_actor (CptProfileReader *reader, JsonObject *object, gpointer user_data)
{
  Parse *parse = user_data;
  CptActor *actor;
  const char *side;
  int kind = -1, gender = CPT_GENDER_UNKNOWN;

  g_array_set_size (parse->profile->actors, parse->profile->actors->len + 1);
  actor = &g_array_index (parse->profile->actors, CptActor, parse->profile->actors->len - 1);
  if (!cpt_profile_reader_need_id (reader, object, &actor->id) || !claim_id (parse, reader, actor->id)
      || !cpt_profile_reader_need_string (reader, object, "name", &actor->name)
      || !cpt_profile_reader_get_choice (reader, object, "kind", kind_names, &kind)
      || !cpt_profile_reader_get_choice (reader, object, "gender", gender_names, &gender)
      || !cpt_profile_reader_get_string (reader, object, "side", &side)
      || !find_side (parse, reader, side, &actor->side)
      || !read_names (reader, object, actor->name, &actor->names)
      || !read_folded (reader, object, "roles", &actor->roles)
      || !read_period (reader, object, &actor->from, &actor->until))
    return FALSE;
  if (kind < 0)
    return cpt_profile_reader_fail (reader, "kind", _ ("is missing"));
  actor->kind = (CptActorKind) kind;
  actor->gender = (CptGender) gender;
  return claim_names (parse, reader, actor);
}

static gboolean
read_topic (CptProfileReader *reader, JsonObject *object, gpointer user_data)
{
  Parse *parse = user_data;
  CptTopic topic = { 0 };

  if (!cpt_profile_reader_need_id (reader, object, &topic.id) || !claim_id (parse, reader, topic.id)
      || !cpt_profile_reader_need_string (reader, object, "name", &topic.name)
      || !read_folded (reader, object, "words", &topic.words))
    return FALSE;
  g_array_append_val (parse->profile->topics, topic);
  return TRUE;
}

static gboolean
read_event (CptProfileReader *reader, JsonObject *object, gpointer user_data)
{
  Parse *parse = user_data;
  CptNamedEvent *event;
  int precision = CPT_PRECISION_DAY;

  g_array_set_size (parse->profile->events, parse->profile->events->len + 1);
  event = &g_array_index (parse->profile->events, CptNamedEvent, parse->profile->events->len - 1);
  if (!cpt_profile_reader_need_id (reader, object, &event->id) || !claim_id (parse, reader, event->id)
      || !cpt_profile_reader_need_string (reader, object, "name", &event->name)
      || !read_names (reader, object, event->name, &event->names)
      || !read_period (reader, object, &event->interval.earliest, &event->interval.latest)
      || !cpt_profile_reader_get_choice (reader, object, "precision", precision_names, &precision))
    return FALSE;
  event->interval.precision = (CptPrecision) precision;
  if (!cpt_interval_is_dated (event->interval))
    return cpt_profile_reader_fail (reader, "from", _ ("is missing"));
  return TRUE;
}

static gboolean
read_version (CptProfileReader *reader, JsonObject *root)
{
  const char *format;
  JsonNode *version = json_object_get_member (root, "version");

  if (!cpt_profile_reader_need_string (reader, root, "format", &format))
    return FALSE;
  if (strcmp (format, FORMAT_NAME) != 0)
    return cpt_profile_reader_fail (reader, "format", _ ("“%s” is not “%s”"), format, FORMAT_NAME);
  if (version == NULL)
    return cpt_profile_reader_fail (reader, "version", _ ("is missing"));
  if (!JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64
      || json_node_get_int (version) < 1)
    return cpt_profile_reader_fail (reader, "version", _ ("must be a whole number from 1"));
  if (json_node_get_int (version) <= FORMAT_VERSION)
    return TRUE;
  g_set_error (reader->error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_VERSION_TOO_NEW,
               _ ("%s: made by a newer version of the program (profile version %" G_GINT64_FORMAT "; this one reads up "
                  "to %d)"),
               reader->file_name, json_node_get_int (version), FORMAT_VERSION);
  return FALSE;
}

static gboolean
read_list (Parse *parse, CptProfileReader *reader, JsonObject *root, const char *key, CptProfileElementFunc func)
{
  g_hash_table_remove_all (parse->ids);
  return cpt_profile_reader_for_each (reader, root, key, func, parse);
}

static gboolean
read_root (Parse *parse, CptProfileReader *reader, JsonObject *root)
{
  CptProfile *profile = parse->profile;

  if (!read_version (reader, root) || !cpt_profile_reader_need_id (reader, root, &profile->id)
      || !cpt_profile_reader_need_string (reader, root, "name", &profile->name)
      || !read_list (parse, reader, root, "sides", read_side))
    return FALSE;
  if (profile->sides->len < MIN_SIDES || profile->sides->len > CPT_MAX_SIDES)
    return cpt_profile_reader_fail (reader, "sides", _ ("there must be from %d to %d sides"), MIN_SIDES, CPT_MAX_SIDES);
  return read_list (parse, reader, root, "actors", read_actor) && read_list (parse, reader, root, "topics", read_topic)
         && read_list (parse, reader, root, "events", read_event);
}

/* Fills @self, whose lists are empty, from the text of a profile. */
gboolean
cpt_profile_parse_root (CptProfile *self, const char *data, gsize length_bytes, const char *file_name, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  CptProfileReader reader = { data, length_bytes, file_name, path, self->fold, error };
  Parse parse = { self, ids, names };

  self->root = cpt_json_parse (data, (gssize) length_bytes, &local_error);
  if (self->root == NULL)
    {
      g_set_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_INVALID, _ ("%s: %s"), file_name, local_error->message);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (self->root))
    return cpt_profile_reader_fail (&reader, NULL, _ ("not a profile: must be an object"));
  return read_root (&parse, &reader, json_node_get_object (self->root));
}
