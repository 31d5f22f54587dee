// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about topics, sides and the comparison as a whole, articles that leave it included. Room: core/comparison.
#include "cpt-command-private.h"

#include <string.h>

#include "cpt-json.h"

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static gboolean
equal_folded (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (first, second);
}

static const char *
find_topic_by_name (CptState *state, const char *name)
{
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    if (equal_folded (topics[i].name, name))
      return topics[i].id;
  return NULL;
}

/* "own-1", "own-2", ...: short, and never one that a profile or an analysis gives. */
static char *
dup_free_topic_id (CptState *state)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("own-%u", i);

      if (cpt_topic_table_get_name (state->topics, state->profile, g_intern_string (id)) == NULL)
        return g_steal_pointer (&id);
    }
}

/**
 * cpt_command_add_topic:
 * @name: what people see
 * @ids: (nullable) (array length=n_ids): statements that are moved into it
 *
 * When there is a topic of that name already, the statements are moved into that one.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when @name is blank or nothing would change
 */
CptCommand *
cpt_command_add_topic (CptState *state, const char *name, const guint32 *ids, guint n_ids)
{
  g_autofree char *stripped = dup_stripped (name);
  const char *known = find_topic_by_name (state, stripped);
  g_autoptr (GPtrArray) statements = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *id = NULL;

  if (*stripped == '\0')
    return NULL;
  if (known != NULL)
    return cpt_command_set_topic (state, ids, n_ids, known);
  id = dup_free_topic_id (state);
  builder = cpt_state_builder_new (state);
  cpt_state_builder_name_topic (builder, id, stripped, CPT_TOPIC_MADE);
  statements = cpt_command_collect (state, ids, n_ids);
  for (guint i = 0; i < statements->len; i++)
    {
      CptStatement *copy = cpt_state_builder_edit_statement (builder, ((const CptStatement *) statements->pdata[i])->id);

      copy->now.topic = g_intern_string (id);
      copy->decided |= CPT_DECIDED_TOPIC;
    }
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Add topic “%s”"), stripped));
}

/**
 * cpt_command_rename_topic:
 * @topic_id: a topic that the comparison or its profile knows
 * @name: what people shall see
 *
 * Returns: (transfer full) (nullable): the command; %NULL when @name is blank, or the topic is unknown or has that name
 */
CptCommand *
cpt_command_rename_topic (CptState *state, const char *topic_id, const char *name)
{
  g_autofree char *stripped = dup_stripped (name);
  const char *known = cpt_topic_table_get_name (state->topics, state->profile, g_intern_string (topic_id));
  g_autoptr (CptStateBuilder) builder = NULL;

  if (known == NULL || *stripped == '\0' || g_str_equal (known, stripped))
    return NULL;
  builder = cpt_state_builder_new (state);
  cpt_state_builder_name_topic (builder, topic_id, stripped, CPT_TOPIC_RENAMED);
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Rename topic “%1$s” to “%2$s”"), known, stripped));
}

/* The profile is the one place where sides are kept; it goes through its own JSON, so that every check applies. */
static CptProfile *
profile_with_side_name (CptProfile *profile, guint side, const char *name)
{
  g_autofree char *json = cpt_profile_to_json (profile);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  g_autofree char *changed = NULL;
  JsonArray *sides;

  g_return_val_if_fail (root != NULL && JSON_NODE_HOLDS_OBJECT (root), NULL);
  sides = json_object_get_array_member (json_node_get_object (root), "sides");
  g_return_val_if_fail (sides != NULL && side < json_array_get_length (sides), NULL);
  json_object_set_string_member (json_array_get_object_element (sides, side), "name", name);
  changed = json_to_string (root, FALSE);
  return cpt_profile_parse (changed, -1, cpt_profile_get_name (profile), NULL);
}

/**
 * cpt_command_rename_side:
 * @side: index of the side
 * @name: what people shall see
 *
 * Renames it in the comparison's own copy of the profile.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when @name is blank or there is no such side
 */
CptCommand *
cpt_command_rename_side (CptState *state, guint side, const char *name)
{
  g_autofree char *stripped = dup_stripped (name);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autoptr (CptProfile) profile = NULL;
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  if (side >= n_sides || *stripped == '\0' || g_str_equal (sides[side].name, stripped))
    return NULL;
  profile = profile_with_side_name (state->profile, side, stripped);
  if (profile == NULL)
    return NULL;
  builder = cpt_state_builder_new (state);
  cpt_profile_unref (builder->profile);
  builder->profile = g_steal_pointer (&profile);
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Rename %1$s to %2$s"), sides[side].name, stripped));
}

/**
 * cpt_command_set_title:
 * @title: (nullable): of the comparison; %NULL or blank for none
 *
 * Returns: (transfer full) (nullable): the command; %NULL when nothing would change
 */
CptCommand *
cpt_command_set_title (CptState *state, const char *title)
{
  g_autofree char *stripped = dup_stripped (title);
  g_autoptr (CptStateBuilder) builder = NULL;

  if (g_str_equal (state->title, stripped))
    return NULL;
  builder = cpt_state_builder_new (state);
  g_free (builder->title);
  builder->title = g_steal_pointer (&stripped);
  return cpt_command_new (state, builder, g_strdup (_ ("Rename comparison")));
}

/**
 * cpt_command_remove_article:
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such article
 */
CptCommand *
cpt_command_remove_article (CptState *state, guint32 article_id)
{
  const CptArticleState *article = cpt_state_find_article (state, article_id);
  g_autoptr (CptStateBuilder) builder = NULL;

  if (article == NULL)
    return NULL;
  builder = cpt_state_builder_new (state);
  cpt_state_builder_remove_article (builder, article_id);
  return cpt_command_new (state, builder,
                          g_strdup_printf (_ ("Remove article “%s”"), cpt_article_get_display_name (article->article)));
}
