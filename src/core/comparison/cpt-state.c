// SPDX-License-Identifier: GPL-3.0-or-later
// One immutable state of a comparison. Room: core/comparison; reads only, cpt-state-builder.c makes.
#include "cpt-state-private.h"

G_DEFINE_BOXED_TYPE (CptState, cpt_state, cpt_state_ref, cpt_state_unref)

/**
 * cpt_state_new:
 * @profile: the profile; a reference is kept
 *
 * Returns: (transfer full): a comparison without a title and without articles
 */
CptState *
cpt_state_new (CptProfile *profile)
{
  CptState *self = g_new0 (CptState, 1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (CptTopicEntry));

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup ("");
  self->profile = cpt_profile_ref (profile);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_article_state_unref);
  self->topics = cpt_topic_table_new (profile, entries, self->articles);
  self->next_ids = (CptNextIds){ 1, 1, 1 };
  return self;
}

CptState *
cpt_state_ref (CptState *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_state_unref (CptState *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->title);
  cpt_profile_unref (self->profile);
  cpt_topic_table_unref (self->topics);
  g_ptr_array_unref (self->articles);
  if (self->extra != NULL)
    g_ref_string_release (self->extra);
  g_free (self);
}

const char *
cpt_state_get_title (const CptState *self)
{
  return self->title;
}

CptProfile *
cpt_state_get_profile (const CptState *self)
{
  return self->profile;
}

const CptSide *
cpt_state_get_sides (const CptState *self, guint *n_sides)
{
  return cpt_profile_get_sides (self->profile, n_sides);
}

/**
 * cpt_state_get_topics:
 * @n_topics: (out): how many
 *
 * Returns: (transfer none) (array length=n_topics): the topics that statements have and those that a person made: the
 *   profile's in its order, then the others in the order in which they came in
 */
const CptStateTopic *
cpt_state_get_topics (const CptState *self, guint *n_topics)
{
  *n_topics = self->topics->visible->len;
  return (const CptStateTopic *) (gpointer) self->topics->visible->data;
}

/**
 * cpt_state_get_topic_name:
 * @topic_id: the id of any topic, also of one of the profile that no statement has
 *
 * Returns: (transfer none): its name; @topic_id itself when nobody knows it
 */
const char *
cpt_state_get_topic_name (const CptState *self, const char *topic_id)
{
  const char *name = cpt_topic_table_get_name (self->topics, self->profile, g_intern_string (topic_id));

  return name != NULL ? name : topic_id;
}

guint
cpt_state_get_n_articles (const CptState *self)
{
  return self->articles->len;
}

const CptArticleState *
cpt_state_get_article (const CptState *self, guint position)
{
  g_return_val_if_fail (position < self->articles->len, NULL);
  return self->articles->pdata[position];
}

/**
 * cpt_state_find_article:
 *
 * Returns: (transfer none) (nullable): the article with that id
 *
 * Cost: linear in the number of articles, about a nanosecond each.
 */
const CptArticleState *
cpt_state_find_article (const CptState *self, guint32 article_id)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      const CptArticleState *article = self->articles->pdata[i];

      if (article->id == article_id)
        return article;
    }
  return NULL;
}

guint
cpt_state_get_n_statements (const CptState *self)
{
  return self->n_statements;
}

/**
 * cpt_state_find_statement:
 *
 * Returns: (transfer none) (nullable): the statement with that id
 *
 * Cost: a range check for each article, then mostly constant, at worst logarithmic.
 */
const CptStatement *
cpt_state_find_statement (const CptState *self, guint32 statement_id)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      const CptArticleState *article = self->articles->pdata[i];
      gssize position = cpt_article_state_find_statement (article, statement_id);

      if (position >= 0)
        return article->statements->pdata[position];
    }
  return NULL;
}

/**
 * cpt_state_find_statement_at:
 * @offset_bytes: an offset into the article's text
 *
 * Returns: (transfer none) (nullable): the statement whose span holds @offset_bytes; %NULL between statements
 */
const CptStatement *
cpt_state_find_statement_at (const CptState *self, guint32 article_id, gsize offset_bytes)
{
  const CptArticleState *article = cpt_state_find_article (self, article_id);
  gssize position = article == NULL ? -1 : cpt_article_state_find_statement_at (article, offset_bytes);

  return position < 0 ? NULL : article->statements->pdata[position];
}

const CptEvent *
cpt_state_find_event (const CptState *self, guint32 event_id)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      const CptArticleState *article = self->articles->pdata[i];
      gssize position = cpt_article_state_find_event (article, event_id);

      if (position >= 0)
        return article->events->pdata[position];
    }
  return NULL;
}

/**
 * cpt_state_find_event_statement:
 * @event: an event of @self
 *
 * Returns: (transfer none) (nullable): the statement that speaks of it; %NULL for one that a person made without words
 */
const CptStatement *
cpt_state_find_event_statement (const CptState *self, const CptEvent *event)
{
  return cpt_span_is_empty (event->words) ? NULL
                                          : cpt_state_find_statement_at (self, event->article_id, event->words.begin_bytes);
}

/**
 * cpt_state_get_event_sides:
 * @event: an event of @self
 *
 * Returns: in whose account it happened: its statement's sides, or its own; empty for Context
 */
CptSideSet
cpt_state_get_event_sides (const CptState *self, const CptEvent *event)
{
  const CptStatement *statement = cpt_state_find_event_statement (self, event);

  return statement != NULL ? statement->now.sides : event->sides;
}
