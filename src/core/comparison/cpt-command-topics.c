// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about topics. Room: core/comparison.
#include "cpt-command-private.h"

#include "cpt-profile-draft.h"

#define TOPIC_OTHER "other"

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

/* --- a topic that ends --- */

static int
find_in_profile (const CptProfile *profile, const char *topic_id)
{
  guint n_topics;
  const CptTopic *topics = cpt_profile_get_topics (profile, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    if (g_str_equal (topics[i].id, topic_id))
      return (int) i;
  return -1;
}

/* The words of both lists, each once. */
static void
give_words (CptProfileDraft *draft, guint from, guint into)
{
  g_auto (GStrv) own = cpt_profile_draft_dup_strings (draft, CPT_PROFILE_TOPICS, into, "words");
  g_auto (GStrv) given = cpt_profile_draft_dup_strings (draft, CPT_PROFILE_TOPICS, from, "words");
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; own[i] != NULL; i++)
    g_ptr_array_add (all, own[i]);
  for (guint i = 0; given[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) own, given[i]))
      g_ptr_array_add (all, given[i]);
  g_ptr_array_add (all, NULL);
  cpt_profile_draft_set_strings (draft, CPT_PROFILE_TOPICS, into, "words", (const char *const *) all->pdata);
}

/* The comparison's own profile knows it no more, so that no analysis finds it again. */
static gboolean
forget_in_profile (CptStateBuilder *builder, const char *topic, const char *into)
{
  int position = find_in_profile (builder->profile, topic);
  g_autoptr (CptProfileDraft) draft = NULL;
  CptProfile *profile;

  if (position < 0)
    return FALSE;
  draft = cpt_profile_draft_new (builder->profile);
  if (find_in_profile (builder->profile, into) >= 0)
    give_words (draft, (guint) position, (guint) find_in_profile (builder->profile, into));
  cpt_profile_draft_remove (draft, CPT_PROFILE_TOPICS, (guint) position);
  profile = cpt_profile_draft_end (draft, NULL);
  g_return_val_if_fail (profile != NULL, FALSE);
  cpt_profile_unref (builder->profile);
  builder->profile = profile;
  return TRUE;
}

static void
forget_entry (GArray *entries, const char *topic)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, CptTopicEntry, i).id == topic)
      {
        g_array_remove_index (entries, i);
        return;
      }
}

/* What the profile decides, a later analysis decides the same way; what was found in the text it would find again, so the
 * new place counts as decided. */
static void
hand_over (CptArticleState *draft, const char *topic, const char *into, gboolean decide, gsize *cost_bytes)
{
  for (guint i = 0; i < draft->statements->len; i++)
    {
      const CptStatement *statement = draft->statements->pdata[i];
      CptStatement *copy;

      if (statement->now.topic != topic && statement->found.topic != topic)
        continue;
      copy = cpt_statement_copy (statement);
      if (copy->now.topic == topic)
        {
          copy->now.topic = into;
          copy->decided |= decide ? CPT_DECIDED_TOPIC : 0;
        }
      if (copy->found.topic == topic)
        copy->found.topic = into;
      cpt_statement_unref (draft->statements->pdata[i]);
      draft->statements->pdata[i] = copy;
      *cost_bytes += sizeof (CptStatement);
    }
}

static gboolean
is_used (const CptArticleState *article, const char *topic)
{
  const CptTopicUses *uses = cpt_article_state_get_topic_uses (article);

  for (guint i = 0; i < uses->n; i++)
    if (uses->items[i].id == topic)
      return uses->items[i].n_now + uses->items[i].n_found > 0;
  return FALSE;
}

static CptStateBuilder *
builder_without_topic (CptState *state, const char *topic, const char *into)
{
  CptStateBuilder *builder = cpt_state_builder_new (state);
  gboolean decide = !forget_in_profile (builder, topic, into);

  forget_entry (builder->topics, topic);
  for (guint i = 0; i < state->articles->len; i++)
    {
      const CptArticleState *article = state->articles->pdata[i];

      if (is_used (article, topic))
        hand_over (cpt_state_builder_edit_article (builder, article->id), topic, into, decide, &builder->cost_bytes);
    }
  return builder;
}

/**
 * cpt_command_merge_topics:
 * @topic_id: the topic that ends
 * @into_id: the topic that gets its statements and, in the comparison's own profile, its words
 *
 * Returns: (transfer full) (nullable): the command; %NULL when one of them is unknown
 *
 * Cost: linear in the statements of the articles that have the topic.
 */
CptCommand *
cpt_command_merge_topics (CptState *state, const char *topic_id, const char *into_id)
{
  const char *topic = g_intern_string (topic_id), *into = g_intern_string (into_id);
  const char *name = cpt_topic_table_get_name (state->topics, state->profile, topic);
  const char *into_name = cpt_topic_table_get_name (state->topics, state->profile, into);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *label = NULL;

  if (name == NULL || into_name == NULL || topic == into || g_str_equal (topic, TOPIC_OTHER))
    return NULL;
  label = g_strdup_printf (_ ("Merge topic “%1$s” into “%2$s”"), name, into_name);
  builder = builder_without_topic (state, topic, into);
  return cpt_command_new (state, builder, g_steal_pointer (&label));
}

/**
 * cpt_command_remove_topic:
 *
 * Its statements go to the topic "other", which is always there.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when it is unknown, or "other" itself
 *
 * Cost: as cpt_command_merge_topics().
 */
CptCommand *
cpt_command_remove_topic (CptState *state, const char *topic_id)
{
  const char *topic = g_intern_string (topic_id), *other = g_intern_static_string (TOPIC_OTHER);
  const char *name = cpt_topic_table_get_name (state->topics, state->profile, topic);
  g_autoptr (CptStateBuilder) builder = NULL;
  g_autofree char *label = NULL;

  if (name == NULL || topic == other)
    return NULL;
  label = g_strdup_printf (_ ("Remove topic “%s”"), name);
  builder = builder_without_topic (state, topic, other);
  if (cpt_topic_table_get_name (state->topics, state->profile, other) == NULL)
    cpt_state_builder_name_topic (builder, other, _ ("Other"), 0);
  return cpt_command_new (state, builder, g_steal_pointer (&label));
}

/* --- order --- */

static CptTopicEntry
get_placed_entry (CptState *state, const CptStateTopic *topic)
{
  CptTopicEntry entry = { topic->id, topic->name, NULL, CPT_TOPIC_PLACED };

  for (guint i = 0; i < state->topics->entries->len; i++)
    if (g_array_index (state->topics->entries, CptTopicEntry, i).id == topic->id)
      {
        entry = g_array_index (state->topics->entries, CptTopicEntry, i);
        entry.flags |= CPT_TOPIC_PLACED;
      }
  return entry;
}

/**
 * cpt_command_move_topic:
 * @to: its place among the topics of cpt_state_get_topics() afterwards
 *
 * From then on the topics stand in the order in which they stand now; new ones come after them.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when the topic is not shown or the place does not exist
 */
CptCommand *
cpt_command_move_topic (CptState *state, const char *topic_id, guint to)
{
  const char *topic = g_intern_string (topic_id);
  guint n_topics, from;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);
  g_autoptr (CptStateBuilder) builder = NULL;
  GArray *entries;

  for (from = 0; from < n_topics && topics[from].id != topic;)
    from++;
  if (from >= n_topics || to >= n_topics || from == to)
    return NULL;
  builder = cpt_state_builder_new (state);
  entries = g_array_new (FALSE, FALSE, sizeof (CptTopicEntry));
  for (guint i = 0; i < n_topics; i++)
    {
      guint source = i == to ? from : i < MIN (from, to) || i > MAX (from, to) ? i : from < to ? i + 1 : i - 1;
      CptTopicEntry entry = get_placed_entry (state, &topics[source]);

      forget_entry (builder->topics, entry.id);
      if (i + 1 == n_topics && g_str_equal (entry.id, TOPIC_OTHER))
        entry.flags &= ~(guint) CPT_TOPIC_PLACED; /* where it is anyway, also when new topics come */
      g_array_append_val (entries, entry);
    }
  g_array_append_vals (entries, builder->topics->data, builder->topics->len);
  g_array_unref (builder->topics);
  builder->topics = entries;
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Change the place of topic “%s”"), topics[from].name));
}
