// SPDX-License-Identifier: GPL-3.0-or-later
// One article in a state: its statements and events with the tables that find them. Room: core/comparison.
//
// An edit copies two arrays of pointers; the tables are shared with the article state before it wherever the edit did not
// touch what they hold. So an edit in an article of 30,000 statements costs well under a millisecond.
#include "cpt-article-state.h"

#include <stdlib.h>

typedef struct
{
  guint32 id;
  guint32 position;
} IdPosition;

/* Positions by id. Analyses number their statements in order, so most tables are a plain run and need no items. */
typedef struct
{
  guint32 lowest;
  guint32 highest;
  guint n;
  IdPosition items[]; /* by id; none when position = id - lowest */
} IdTable;

typedef struct
{
  CptArticleState public;
  IdTable *statement_ids; /* these three owned through g_atomic_rc_box */
  IdTable *event_ids;
  CptTopicUses *topics;
} ArticleState;

static inline guint32
statement_id (gconstpointer statement)
{
  return ((const CptStatement *) statement)->id;
}

static inline guint32
event_id (gconstpointer event)
{
  return ((const CptEvent *) event)->id;
}

static int
compare_ids (const void *a, const void *b)
{
  guint32 first = ((const IdPosition *) a)->id, second = ((const IdPosition *) b)->id;

  return (first > second) - (first < second);
}

static gboolean
is_run (GPtrArray *values, guint32 (*get_id) (gconstpointer))
{
  for (guint i = 0; i < values->len; i++)
    if (get_id (values->pdata[i]) != get_id (values->pdata[0]) + i)
      return FALSE;
  return TRUE;
}

static IdTable *
id_table_new (GPtrArray *values, guint32 (*get_id) (gconstpointer))
{
  gboolean run = is_run (values, get_id);
  guint n = run ? 0 : values->len;
  IdTable *self = g_atomic_rc_box_alloc0 (sizeof (IdTable) + n * sizeof (IdPosition));

  self->n = n;
  if (values->len == 0)
    {
      self->lowest = 1; /* an empty range */
      return self;
    }
  if (run)
    {
      self->lowest = get_id (values->pdata[0]);
      self->highest = self->lowest + values->len - 1;
      return self;
    }
  for (guint i = 0; i < n; i++)
    self->items[i] = (IdPosition){ get_id (values->pdata[i]), i };
  qsort (self->items, n, sizeof (IdPosition), compare_ids);
  self->lowest = self->items[0].id;
  self->highest = self->items[n - 1].id;
  return self;
}

static gssize
id_table_find (const IdTable *self, guint32 id)
{
  IdPosition wanted = { id, 0 };
  const IdPosition *found;

  if (id < self->lowest || id > self->highest)
    return -1;
  if (self->n == 0)
    return (gssize) (id - self->lowest);
  found = bsearch (&wanted, self->items, self->n, sizeof (IdPosition), compare_ids);
  return found == NULL ? -1 : (gssize) found->position;
}

static gboolean
same_ids (GPtrArray *a, GPtrArray *b, guint32 (*get_id) (gconstpointer))
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i] && get_id (a->pdata[i]) != get_id (b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Counts uses of topics; statements come in runs of one topic, so the table is asked rarely. */
typedef struct
{
  GArray *uses;       /* CptTopicUse */
  GHashTable *places; /* id -> index + 1 */
  guint last;
} TopicCounter;

static CptTopicUse *
find_use (TopicCounter *self, const char *id)
{
  CptTopicUse use = { id, 0, 0 };

  if (self->last < self->uses->len && g_array_index (self->uses, CptTopicUse, self->last).id == id)
    return &g_array_index (self->uses, CptTopicUse, self->last);
  self->last = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id));
  if (self->last == 0)
    {
      g_array_append_val (self->uses, use);
      g_hash_table_insert (self->places, (gpointer) id, GUINT_TO_POINTER (self->uses->len));
      self->last = self->uses->len;
    }
  self->last--;
  return &g_array_index (self->uses, CptTopicUse, self->last);
}

static void
count_topics (TopicCounter *self, const CptStatement *statement, int change)
{
  find_use (self, statement->now.topic)->n_now += (guint) change;
  find_use (self, statement->found.topic)->n_found += (guint) change;
}

static void
copy_uses (TopicCounter *self, const CptTopicUses *uses)
{
  for (guint i = 0; i < uses->n; i++)
    {
      g_array_append_val (self->uses, uses->items[i]);
      g_hash_table_insert (self->places, (gpointer) uses->items[i].id, GUINT_TO_POINTER (i + 1));
    }
}

/* @like: (nullable): with it only the statements that differ are counted. */
static CptTopicUses *
topic_uses_new (GPtrArray *statements, const ArticleState *like)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (CptTopicUse));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  TopicCounter counter = { uses, places, G_MAXUINT };
  gboolean same_length = like != NULL && like->public.statements->len == statements->len;
  CptTopicUses *result;

  if (same_length)
    copy_uses (&counter, like->topics);
  for (guint i = 0; i < statements->len; i++)
    {
      const CptStatement *old = same_length ? like->public.statements->pdata[i] : NULL;

      if (old == statements->pdata[i])
        continue;
      if (old != NULL)
        count_topics (&counter, old, -1);
      count_topics (&counter, statements->pdata[i], 1);
    }
  result = g_atomic_rc_box_alloc (sizeof (CptTopicUses) + uses->len * sizeof (CptTopicUse));
  result->n = uses->len;
  for (guint i = 0; i < uses->len; i++)
    result->items[i] = g_array_index (uses, CptTopicUse, i);
  return result;
}

/**
 * cpt_article_state_new:
 *
 * Returns: (transfer full): an empty draft
 */
CptArticleState *
cpt_article_state_new (void)
{
  ArticleState *self = g_new0 (ArticleState, 1);

  g_atomic_ref_count_init (&self->public.ref_count);
  self->public.statements = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_statement_unref);
  self->public.events = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_event_unref);
  return &self->public;
}

/**
 * cpt_article_state_copy:
 * @self: an article state
 *
 * Returns: (transfer full): a draft that equals @self
 *
 * Cost: linear in the number of statements, a few nanoseconds each.
 */
CptArticleState *
cpt_article_state_copy (const CptArticleState *self)
{
  CptArticleState *copy = cpt_article_state_new ();

  copy->id = self->id;
  copy->article = cpt_article_ref (self->article);
  copy->language = g_strdup (self->language);
  copy->engine_version = self->engine_version;
  copy->extra = self->extra == NULL ? NULL : g_ref_string_acquire (self->extra);
  g_ptr_array_set_size (copy->statements, (int) self->statements->len);
  for (guint i = 0; i < self->statements->len; i++)
    copy->statements->pdata[i] = cpt_statement_ref (self->statements->pdata[i]);
  g_ptr_array_set_size (copy->events, (int) self->events->len);
  for (guint i = 0; i < self->events->len; i++)
    copy->events->pdata[i] = cpt_event_ref (self->events->pdata[i]);
  return copy;
}

/**
 * cpt_article_state_freeze:
 * @self: a draft, filled in
 * @like: (nullable): a frozen article state that may share tables with it
 *
 * Makes the tables. Threads may read @self from here on.
 */
void
cpt_article_state_freeze (CptArticleState *self, const CptArticleState *like)
{
  ArticleState *state = (ArticleState *) self;
  const ArticleState *other = (const ArticleState *) like;

  g_return_if_fail (state->statement_ids == NULL);
  if (other != NULL && same_ids (self->statements, like->statements, statement_id))
    state->statement_ids = g_atomic_rc_box_acquire (other->statement_ids);
  else
    state->statement_ids = id_table_new (self->statements, statement_id);
  if (other != NULL && same_ids (self->events, like->events, event_id))
    state->event_ids = g_atomic_rc_box_acquire (other->event_ids);
  else
    state->event_ids = id_table_new (self->events, event_id);
  state->topics = topic_uses_new (self->statements, other);
}

CptArticleState *
cpt_article_state_ref (CptArticleState *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_article_state_unref (CptArticleState *self)
{
  ArticleState *state = (ArticleState *) self;

  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  cpt_article_unref (self->article);
  g_free (self->language);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->events);
  if (self->extra != NULL)
    g_ref_string_release (self->extra);
  g_clear_pointer (&state->statement_ids, g_atomic_rc_box_release);
  g_clear_pointer (&state->event_ids, g_atomic_rc_box_release);
  g_clear_pointer (&state->topics, g_atomic_rc_box_release);
  g_free (state);
}

gssize
cpt_article_state_find_statement (const CptArticleState *self, guint32 id)
{
  return id_table_find (((const ArticleState *) self)->statement_ids, id);
}

gssize
cpt_article_state_find_event (const CptArticleState *self, guint32 id)
{
  return id_table_find (((const ArticleState *) self)->event_ids, id);
}

/**
 * cpt_article_state_find_statement_at:
 * @offset_bytes: an offset into the article's text
 *
 * Returns: the position of the statement whose span holds @offset_bytes, or -1 when that is blank
 */
gssize
cpt_article_state_find_statement_at (const CptArticleState *self, gsize offset_bytes)
{
  guint low = 0, high = self->statements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CptStatement *statement = self->statements->pdata[middle];

      if (statement->span.end_bytes <= offset_bytes)
        low = middle + 1;
      else if (statement->span.begin_bytes > offset_bytes)
        high = middle;
      else
        return middle;
    }
  return -1;
}

const CptTopicUses *
cpt_article_state_get_topic_uses (const CptArticleState *self)
{
  return ((const ArticleState *) self)->topics;
}
