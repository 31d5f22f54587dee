// SPDX-License-Identifier: GPL-3.0-or-later
// Which topics a comparison shows, in which order and under which names. Room: core/comparison.
//
// Topics that a person put in order come first; then the profile's, in its order; then the others in the order in which they
// came in, so that moving a card never shuffles the board; what fits nowhere else comes last, unless it was put elsewhere.
#include "cpt-state-private.h"

#define TOPIC_OTHER "other"

static void
add_topics (const CptTopicUses *uses, GHashTable *wanted, GHashTable *known)
{
  for (guint i = 0; i < uses->n; i++)
    {
      if (uses->items[i].n_now > 0)
        g_hash_table_add (wanted, (gpointer) uses->items[i].id);
      if (uses->items[i].n_now + uses->items[i].n_found > 0)
        g_hash_table_add (known, (gpointer) uses->items[i].id);
    }
}

static const CptTopicEntry *
find_entry (GArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, CptTopicEntry, i).id == id)
      return &g_array_index (entries, CptTopicEntry, i);
  return NULL;
}

/* A place alone says nothing about the name: that is the profile's, whatever it calls the topic now. */
static const char *
get_entry_name (const CptTopicEntry *entry, const CptProfile *profile)
{
  guint n_topics;
  const CptTopic *topics = cpt_profile_get_topics (profile, &n_topics);

  for (guint i = 0; entry->flags == CPT_TOPIC_PLACED && i < n_topics; i++)
    if (g_str_equal (topics[i].id, entry->id))
      return g_intern_string (topics[i].name);
  return entry->name;
}

static void
add_placed_topics (CptTopicTable *self, CptProfile *profile, GHashTable *wanted)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CptTopicEntry *entry = &g_array_index (self->entries, CptTopicEntry, i);
      CptStateTopic topic = { entry->id, get_entry_name (entry, profile) };

      if (entry->flags & CPT_TOPIC_PLACED && g_hash_table_remove (wanted, entry->id))
        g_array_append_val (self->visible, topic);
    }
}

static void
add_profile_topics (CptTopicTable *self, CptProfile *profile, GHashTable *wanted)
{
  guint n_topics;
  const CptTopic *topics = cpt_profile_get_topics (profile, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    {
      const char *id = g_intern_string (topics[i].id);
      const CptTopicEntry *entry = find_entry (self->entries, id);
      CptStateTopic topic = { id, entry != NULL ? entry->name : g_intern_string (topics[i].name) };

      if (g_hash_table_remove (wanted, id))
        g_array_append_val (self->visible, topic);
    }
}

static void
add_other_topics (CptTopicTable *self, GHashTable *wanted)
{
  const char *other_id = g_intern_static_string (TOPIC_OTHER);
  const CptTopicEntry *other = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const CptTopicEntry *entry = &g_array_index (self->entries, CptTopicEntry, i);
      CptStateTopic topic = { entry->id, entry->name };

      if (!g_hash_table_remove (wanted, entry->id))
        continue;
      if (entry->id == other_id)
        other = entry;
      else
        g_array_append_val (self->visible, topic);
    }
  if (other != NULL)
    {
      CptStateTopic topic = { other->id, other->name };

      g_array_append_val (self->visible, topic);
    }
}

/* An entry is kept when a person touched it, or when some statement has or had it. */
static void
copy_entries (CptTopicTable *self, GArray *entries, GHashTable *wanted, GHashTable *known)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CptTopicEntry *entry = &g_array_index (entries, CptTopicEntry, i);

      if (entry->flags == 0 && !g_hash_table_contains (known, entry->id))
        continue;
      g_array_append_val (self->entries, *entry);
      if (entry->flags & CPT_TOPIC_MADE)
        g_hash_table_add (wanted, (gpointer) entry->id);
    }
}

/* Topics that nobody named go by their ids: a statement must never be without a place on the board. */
static void
add_nameless_topics (CptTopicTable *self, CptProfile *profile, GPtrArray *articles)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  guint n_topics;
  const CptTopic *topics = cpt_profile_get_topics (profile, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    g_hash_table_add (named, (gpointer) g_intern_string (topics[i].id));
  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_add (named, (gpointer) g_array_index (self->entries, CptTopicEntry, i).id);
  for (guint i = 0; i < articles->len; i++)
    {
      const CptTopicUses *uses = cpt_article_state_get_topic_uses (articles->pdata[i]);

      for (guint j = 0; j < uses->n; j++)
        if (uses->items[j].n_now > 0 && g_hash_table_add (named, (gpointer) uses->items[j].id))
          {
            CptTopicEntry entry = { .id = uses->items[j].id, .name = uses->items[j].id };

            g_array_append_val (self->entries, entry);
          }
    }
}

/**
 * cpt_topic_table_new:
 * @profile: the comparison's profile
 * @entries: (element-type CptTopicEntry): topics besides the profile's; copied
 * @articles: (element-type CptArticleState): frozen
 *
 * Returns: (transfer full): the topics of a state with these articles
 *
 * Cost: linear in the topics of all articles, not in their statements.
 */
CptTopicTable *
cpt_topic_table_new (CptProfile *profile, GArray *entries, GPtrArray *articles)
{
  CptTopicTable *self = g_atomic_rc_box_new0 (CptTopicTable);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  self->entries = g_array_new (FALSE, FALSE, sizeof (CptTopicEntry));
  self->visible = g_array_new (FALSE, FALSE, sizeof (CptStateTopic));
  for (guint i = 0; i < articles->len; i++)
    add_topics (cpt_article_state_get_topic_uses (articles->pdata[i]), wanted, known);
  copy_entries (self, entries, wanted, known);
  add_nameless_topics (self, profile, articles);
  add_placed_topics (self, profile, wanted);
  add_profile_topics (self, profile, wanted);
  add_other_topics (self, wanted);
  return self;
}

CptTopicTable *
cpt_topic_table_ref (CptTopicTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
topic_table_clear (gpointer data)
{
  CptTopicTable *self = data;

  g_array_unref (self->entries);
  g_array_unref (self->visible);
}

void
cpt_topic_table_unref (CptTopicTable *self)
{
  g_atomic_rc_box_release_full (self, topic_table_clear);
}

/**
 * cpt_topic_table_get_name:
 * @topic_id: interned
 *
 * Returns: (transfer none) (nullable): what people see; %NULL for a topic that neither the profile nor the table knows
 */
const char *
cpt_topic_table_get_name (const CptTopicTable *self, const CptProfile *profile, const char *topic_id)
{
  const CptTopicEntry *entry = find_entry (self->entries, topic_id);
  guint n_topics;
  const CptTopic *topics;

  if (entry != NULL)
    return get_entry_name (entry, profile);
  topics = cpt_profile_get_topics (profile, &n_topics);
  for (guint i = 0; i < n_topics; i++)
    if (g_str_equal (topics[i].id, topic_id))
      return topics[i].name;
  return NULL;
}
