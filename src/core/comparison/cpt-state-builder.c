// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a new state from an old one, sharing what stays. Room: core/comparison; knows no commands.
#include "cpt-state-private.h"

/**
 * cpt_state_builder_new:
 * @base: the state to begin with
 *
 * Returns: (transfer full): a builder that would end in a state equal to @base
 */
CptStateBuilder *
cpt_state_builder_new (CptState *base)
{
  CptStateBuilder *self = g_new0 (CptStateBuilder, 1);

  self->base = cpt_state_ref (base);
  self->title = g_strdup (base->title);
  self->profile = cpt_profile_ref (base->profile);
  self->topics = g_array_copy (base->topics->entries);
  self->articles = g_ptr_array_copy (base->articles, (GCopyFunc) (void (*) (void)) cpt_article_state_ref, NULL);
  g_ptr_array_set_free_func (self->articles, (GDestroyNotify) cpt_article_state_unref);
  self->next_ids = base->next_ids;
  self->extra = base->extra == NULL ? NULL : g_ref_string_acquire (base->extra);
  self->drafts = g_hash_table_new (NULL, NULL);
  self->cost_bytes = sizeof (CptState) + self->articles->len * sizeof (gpointer);
  return self;
}

void
cpt_state_builder_free (CptStateBuilder *self)
{
  cpt_state_unref (self->base);
  g_free (self->title);
  g_clear_pointer (&self->profile, cpt_profile_unref);
  g_array_unref (self->topics);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_ref_string_release);
  g_hash_table_unref (self->drafts);
  g_free (self);
}

static CptArticleState *
edit_article_at (CptStateBuilder *self, guint position)
{
  CptArticleState *article = self->articles->pdata[position];
  CptArticleState *draft;

  if (g_hash_table_contains (self->drafts, article))
    return article;
  draft = cpt_article_state_copy (article);
  g_hash_table_insert (self->drafts, draft, article); /* lives as long as the base does */
  self->articles->pdata[position] = draft;
  cpt_article_state_unref (article);
  self->cost_bytes += (draft->statements->len + draft->events->len) * sizeof (gpointer);
  return draft;
}

/**
 * cpt_state_builder_edit_article:
 *
 * Returns: (transfer none) (nullable): a draft of that article
 *
 * Cost: linear in its statements at the first edit, then constant.
 */
CptArticleState *
cpt_state_builder_edit_article (CptStateBuilder *self, guint32 article_id)
{
  for (guint i = 0; i < self->articles->len; i++)
    if (((CptArticleState *) self->articles->pdata[i])->id == article_id)
      return edit_article_at (self, i);
  return NULL;
}

/**
 * cpt_state_builder_edit_statement:
 * @statement_id: of a statement of the base state, whose article got no other statements meanwhile
 *
 * Returns: (transfer none) (nullable): a copy, in the place of the statement
 */
CptStatement *
cpt_state_builder_edit_statement (CptStateBuilder *self, guint32 statement_id)
{
  for (guint i = 0; i < self->base->articles->len; i++)
    {
      const CptArticleState *old = self->base->articles->pdata[i];
      gssize position = cpt_article_state_find_statement (old, statement_id);
      CptArticleState *draft;

      if (position < 0)
        continue;
      draft = edit_article_at (self, i);
      if (draft->statements->pdata[position] == old->statements->pdata[position])
        {
          draft->statements->pdata[position] = cpt_statement_copy (old->statements->pdata[position]);
          cpt_statement_unref (old->statements->pdata[position]);
          self->cost_bytes += sizeof (CptStatement);
        }
      return draft->statements->pdata[position];
    }
  return NULL;
}

/**
 * cpt_state_builder_edit_event:
 * @event_id: of an event of the base state, whose article got no other events meanwhile
 *
 * Returns: (transfer none) (nullable): a copy, in the place of the event
 */
CptEvent *
cpt_state_builder_edit_event (CptStateBuilder *self, guint32 event_id)
{
  for (guint i = 0; i < self->base->articles->len; i++)
    {
      const CptArticleState *old = self->base->articles->pdata[i];
      gssize position = cpt_article_state_find_event (old, event_id);
      CptArticleState *draft;

      if (position < 0)
        continue;
      draft = edit_article_at (self, i);
      if (draft->events->pdata[position] == old->events->pdata[position])
        {
          draft->events->pdata[position] = cpt_event_copy (old->events->pdata[position]);
          cpt_event_unref (old->events->pdata[position]);
          self->cost_bytes += sizeof (CptEvent);
        }
      return draft->events->pdata[position];
    }
  return NULL;
}

/**
 * cpt_state_builder_take_article:
 * @draft: (transfer full): an article that is not in the state, with ids that the caller took from `next_ids`
 */
void
cpt_state_builder_take_article (CptStateBuilder *self, CptArticleState *draft)
{
  g_hash_table_insert (self->drafts, draft, NULL);
  g_ptr_array_add (self->articles, draft);
  self->cost_bytes += draft->statements->len * (sizeof (CptStatement) + sizeof (gpointer))
                      + draft->events->len * (sizeof (CptEvent) + sizeof (gpointer))
                      + cpt_article_get_length_bytes (draft->article);
}

void
cpt_state_builder_remove_article (CptStateBuilder *self, guint32 article_id)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      CptArticleState *article = self->articles->pdata[i];

      if (article->id != article_id)
        continue;
      g_hash_table_remove (self->drafts, article);
      g_ptr_array_remove_index (self->articles, i);
      return;
    }
}

/**
 * cpt_state_builder_name_topic:
 * @id: topic id
 * @name: what people shall see
 * @flags: #CptTopicFlags to add
 *
 * Names a topic. Without flags, a name that a person gave stays.
 */
void
cpt_state_builder_name_topic (CptStateBuilder *self, const char *id, const char *name, guint flags)
{
  CptTopicEntry entry = { g_intern_string (id), g_intern_string (name), NULL, flags };

  for (guint i = 0; i < self->topics->len; i++)
    {
      CptTopicEntry *known = &g_array_index (self->topics, CptTopicEntry, i);

      if (known->id != entry.id)
        continue;
      if (flags != 0 || known->flags == 0)
        known->name = entry.name;
      known->flags |= flags;
      return;
    }
  g_array_append_val (self->topics, entry);
}

/* Whether the same topics are in use, however often. An article state's uses begin with those of the one before it. */
static gboolean
same_topics (const CptTopicUses *a, const CptTopicUses *b)
{
  for (guint i = 0; i < a->n && a->n == b->n; i++)
    if (a->items[i].id != b->items[i].id || !a->items[i].n_now != !b->items[i].n_now
        || !a->items[i].n_found != !b->items[i].n_found)
      return FALSE;
  return a->n == b->n;
}

/* Whether every draft has the topics of the article that it was copied from. */
static gboolean
freeze_drafts (CptStateBuilder *self)
{
  GHashTableIter iter;
  gpointer draft, old;
  gboolean same = self->articles->len == self->base->articles->len;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &draft, &old))
    {
      cpt_article_state_freeze (draft, old);
      same = same && old != NULL
             && same_topics (cpt_article_state_get_topic_uses (draft), cpt_article_state_get_topic_uses (old));
    }
  return same;
}

static gboolean
same_entries (GArray *a, GArray *b)
{
  for (guint i = 0; i < a->len && a->len == b->len; i++)
    {
      const CptTopicEntry *first = &g_array_index (a, CptTopicEntry, i), *second = &g_array_index (b, CptTopicEntry, i);

      if (first->id != second->id || first->name != second->name || first->flags != second->flags)
        return FALSE;
    }
  return a->len == b->len;
}

/**
 * cpt_state_builder_end:
 *
 * Returns: (transfer full): the new state. @self is of no further use.
 */
CptState *
cpt_state_builder_end (CptStateBuilder *self)
{
  CptState *state = g_new0 (CptState, 1);
  CptTopicTable *old_topics = self->base->topics;
  gboolean same = freeze_drafts (self);

  g_atomic_ref_count_init (&state->ref_count);
  same = same && self->profile == self->base->profile && same_entries (self->topics, old_topics->entries);
  if (same)
    state->topics = cpt_topic_table_ref (old_topics);
  else
    state->topics = cpt_topic_table_new (self->profile, self->topics, self->articles);
  state->title = g_steal_pointer (&self->title);
  state->profile = g_steal_pointer (&self->profile);
  state->articles = g_steal_pointer (&self->articles);
  state->next_ids = self->next_ids;
  state->extra = g_steal_pointer (&self->extra);
  for (guint i = 0; i < state->articles->len; i++)
    state->n_statements += ((const CptArticleState *) state->articles->pdata[i])->statements->len;
  return state;
}
