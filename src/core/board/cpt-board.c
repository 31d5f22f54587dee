// SPDX-License-Identifier: GPL-3.0-or-later
// Lays statements out in columns by side, grouped by topic. Room: core/board; changes nothing.
//
// Two passes a topic. The first gathers what must stand level: a statement joins the one that it answers when the
// columns are free. The second lets these groups flow: each column is filled from above in the order of the articles, and a
// group that spans columns waits for the fullest of them. So a cell is empty only where something must stand level.
#include "cpt-board.h"

#include <string.h>

#include "cpt-board-filter.h"
#include "cpt-copies.h"
#include "cpt-id-map.h"

struct _CptBoard
{
  gatomicrefcount ref_count;
  CptState *state;
  guint n_columns;
  GArray *rows;             /* CptBoardRow */
  CptIdMap rows_of_ids;
  GHashTable *copies; /* (nullable): id of a card's statement -> GArray of the ids that it stands for, too */
  GHashTable *cards;  /* (nullable): id of such a copy -> id of the card's statement */
  guint counts[CPT_MAX_COLUMNS];
  guint totals[CPT_MAX_COLUMNS];
  guint n_matches;
};

/* Statements that stand level. */
typedef struct
{
  guint columns;
  guint answers;
  const CptStatement *cards[CPT_MAX_COLUMNS];
} Group;

typedef struct
{
  const CptStatement *statement;
  guint columns;
  guint group; /* index, once it has one */
} Item;

/* The statements of one topic that the filter lets through, in the order of the articles. */
typedef struct
{
  const char *id;
  GArray *items; /* Item */
  GHashTable *keys; /* (nullable): key of words -> index + 1 of the first item with it */
  guint counts[CPT_MAX_COLUMNS];
} Topic;

static void
count (guint *counts, guint columns)
{
  for (guint i = 0; columns >> i != 0; i++)
    counts[i] += columns >> i & 1;
}

static void
topic_clear (gpointer data)
{
  g_array_unref (((Topic *) data)->items);
  g_clear_pointer (&((Topic *) data)->keys, g_hash_table_unref);
}

static GArray *
topics_new (CptState *state, GHashTable *indexes)
{
  guint n_topics;
  const CptStateTopic *all = cpt_state_get_topics (state, &n_topics);
  GArray *topics = g_array_sized_new (FALSE, TRUE, sizeof (Topic), n_topics);

  g_array_set_clear_func (topics, topic_clear);
  for (guint i = 0; i < n_topics; i++)
    {
      Topic topic = { .id = all[i].id, .items = g_array_new (FALSE, FALSE, sizeof (Item)) };

      g_array_append_val (topics, topic);
      g_hash_table_insert (indexes, (gpointer) all[i].id, GUINT_TO_POINTER (i));
    }
  return topics;
}

/* A note is to be seen, and a person may have placed one copy otherwise than the other: what differs keeps a card. */
static gboolean
can_share_card (const Item *first, const Item *item)
{
  const CptStatement *a = first->statement, *b = item->statement;

  return first->columns == item->columns && a->article_id != b->article_id && a->now.source == b->now.source
         && a->note == NULL && b->note == NULL && (a->decided == 0) == (b->decided == 0);
}

/* Whether the item found its place on the card of an earlier one. */
static gboolean
fold_copy (CptBoard *self, Topic *topic, const CptArticleState *article, const Item *item)
{
  guint64 key = cpt_copies_get_key (article->article, item->statement->span);
  guint index;
  const Item *first;
  gpointer id;
  GArray *ids;

  if (key == 0)
    return FALSE;
  if (topic->keys == NULL)
    topic->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (topic->keys, &key));
  if (index == 0)
    {
      g_hash_table_insert (topic->keys, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (topic->items->len + 1));
      return FALSE;
    }
  first = &g_array_index (topic->items, Item, index - 1);
  if (!can_share_card (first, item))
    return FALSE;
  id = GUINT_TO_POINTER (first->statement->id);
  ids = g_hash_table_lookup (self->copies, id);
  if (ids == NULL)
    g_hash_table_insert (self->copies, id, ids = g_array_new (FALSE, FALSE, sizeof (guint32)));
  g_array_append_val (ids, item->statement->id);
  g_hash_table_insert (self->cards, GUINT_TO_POINTER (item->statement->id), id);
  return TRUE;
}

static void
sort_article (CptBoard *self, CptBoardSieve *sieve, const CptArticleState *article, GArray *topics, GHashTable *indexes)
{
  const char *last_id = NULL;
  Topic *topic = NULL;

  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *statement = article->statements->pdata[i];
      Item item = { statement, cpt_board_sieve_get_columns (sieve, article, statement), 0 };

      count (self->totals, cpt_board_get_columns_of (statement, self->n_columns - 1));
      if (item.columns == 0)
        continue;
      if (statement->now.topic != last_id)
        {
          last_id = statement->now.topic;
          topic = &g_array_index (topics, Topic, GPOINTER_TO_UINT (g_hash_table_lookup (indexes, last_id)));
        }
      count (topic->counts, item.columns);
      count (self->counts, item.columns);
      if (self->copies != NULL && fold_copy (self, topic, article, &item))
        continue;
      self->n_matches++;
      g_array_append_val (topic->items, item);
    }
}

static GArray *
sort_by_topic (CptBoard *self, CptBoardSieve *sieve)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new (NULL, NULL);
  GArray *topics = topics_new (self->state, indexes);

  for (guint i = 0; i < cpt_state_get_n_articles (self->state); i++)
    sort_article (self, sieve, cpt_state_get_article (self->state, i), topics, indexes);
  return topics;
}

static void
put_card (Group *group, const CptStatement *statement, guint columns)
{
  for (guint i = 0; columns >> i != 0; i++)
    if (columns >> i & 1)
      group->cards[i] = statement;
  group->columns |= columns;
}

/* The item that @item answers, if it is in this topic and the columns beside it are free. @ids holds the indexes of the
 * items before it, and rows of other topics, which are told apart by the id. */
static const Item *
find_answered (GArray *items, GArray *groups, const CptIdMap *ids, const Item *item)
{
  guint32 id = item->statement->answers, index = id == 0 ? G_MAXUINT : cpt_id_map_get (ids, id);
  const Item *answered;

  if (index >= items->len)
    return NULL;
  answered = &g_array_index (items, Item, index);
  if (answered >= item || answered->statement->id != id)
    return NULL;
  return g_array_index (groups, Group, answered->group).columns & item->columns ? NULL : answered;
}

/* Leaves indexes of items in @ids where rows will be. */
static GArray *
group_items (GArray *items, CptIdMap *ids)
{
  GArray *groups = g_array_sized_new (FALSE, TRUE, sizeof (Group), items->len);

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);
      const Item *answered = find_answered (items, groups, ids, item);
      Group *group;

      item->group = answered != NULL ? answered->group : groups->len;
      if (answered == NULL)
        g_array_set_size (groups, groups->len + 1);
      group = &g_array_index (groups, Group, item->group);
      if (answered != NULL)
        group->answers |= item->columns | answered->columns;
      put_card (group, item->statement, item->columns);
      cpt_id_map_set (ids, item->statement->id, i);
    }
  return groups;
}

static CptBoardRow *
get_row_at (CptBoard *self, guint position, const char *topic)
{
  CptBoardRow *row;

  if (position >= self->rows->len)
    g_array_set_size (self->rows, position + 1);
  row = &g_array_index (self->rows, CptBoardRow, position);
  row->kind = CPT_BOARD_ROW_CARDS;
  row->topic = topic;
  return row;
}

static guint
find_first_free (const guint *next_rows, guint columns)
{
  guint row = 0;

  for (guint i = 0; columns >> i != 0; i++)
    if (columns >> i & 1)
      row = MAX (row, next_rows[i]);
  return row;
}

static guint
count_copies (CptBoard *self, guint32 id)
{
  GArray *ids = self->copies == NULL ? NULL : g_hash_table_lookup (self->copies, GUINT_TO_POINTER (id));

  return ids == NULL ? 0 : ids->len;
}

static void
place_group (CptBoard *self, const Group *group, const char *topic, guint *next_rows)
{
  guint position = find_first_free (next_rows, group->columns);
  CptBoardRow *row = get_row_at (self, position, topic);

  for (guint i = 0; i < self->n_columns; i++)
    if (group->columns >> i & 1)
      {
        row->cards[i] = group->cards[i];
        row->n_copies[i] = count_copies (self, group->cards[i]->id);
        next_rows[i] = position + 1;
        cpt_id_map_set (&self->rows_of_ids, group->cards[i]->id, position);
      }
  row->answers |= group->answers;
}

static void
add_head_row (CptBoard *self, const Topic *topic)
{
  CptBoardRow row = { .kind = CPT_BOARD_ROW_TOPIC, .topic = topic->id };

  memcpy (row.counts, topic->counts, sizeof row.counts);
  g_array_append_val (self->rows, row);
}

static void
add_topic (CptBoard *self, const Topic *topic, gboolean with_cards)
{
  g_autoptr (GArray) groups = NULL;
  guint next_rows[CPT_MAX_COLUMNS];

  add_head_row (self, topic);
  if (!with_cards)
    return;
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    next_rows[i] = self->rows->len;
  groups = group_items (topic->items, &self->rows_of_ids);
  for (guint i = 0; i < groups->len; i++)
    place_group (self, &g_array_index (groups, Group, i), topic->id, next_rows);
}

/**
 * cpt_board_new:
 * @state: what to lay out; a reference is kept
 * @filter: (nullable): what to show of it; %NULL for everything
 *
 * A topic that has no statement is shown only when nothing is filtered: it is one that a person made to fill.
 *
 * Returns: (transfer full): the layout
 *
 * Thread: any.
 * Cost: linear in the statements; a few milliseconds for 30,000, with a text filter about ten.
 */
CptBoard *
cpt_board_new (CptState *state, const CptBoardFilter *filter)
{
  CptBoard *self = g_new0 (CptBoard, 1);
  g_autoptr (CptBoardSieve) sieve = cpt_board_sieve_new (state, filter);
  g_autoptr (GArray) topics = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->state = cpt_state_ref (state);
  cpt_state_get_sides (state, &self->n_columns);
  self->n_columns++;
  self->rows = g_array_new (FALSE, TRUE, sizeof (CptBoardRow));
  cpt_id_map_init (&self->rows_of_ids, cpt_state_get_n_statements (state));
  if (filter != NULL && filter->fold_copies && cpt_state_get_n_articles (state) > 1)
    {
      self->copies = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
      self->cards = g_hash_table_new (NULL, NULL);
    }
  topics = sort_by_topic (self, sieve);
  for (guint i = 0; i < topics->len; i++)
    {
      const Topic *topic = &g_array_index (topics, Topic, i);

      if (topic->items->len > 0 || cpt_board_sieve_is_open (sieve))
        add_topic (self, topic, cpt_board_sieve_shows_cards (sieve, topic->id));
    }
  return self;
}

CptBoard *
cpt_board_ref (CptBoard *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_board_unref (CptBoard *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  cpt_state_unref (self->state);
  g_array_unref (self->rows);
  cpt_id_map_clear (&self->rows_of_ids);
  g_clear_pointer (&self->copies, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_free (self);
}

CptState *
cpt_board_get_state (const CptBoard *self)
{
  return self->state;
}

guint
cpt_board_get_n_columns (const CptBoard *self)
{
  return self->n_columns;
}

guint
cpt_board_get_n_rows (const CptBoard *self)
{
  return self->rows->len;
}

const CptBoardRow *
cpt_board_get_row (const CptBoard *self, guint position)
{
  g_return_val_if_fail (position < self->rows->len, NULL);
  return &g_array_index (self->rows, CptBoardRow, position);
}

const guint *
cpt_board_get_counts (const CptBoard *self)
{
  return self->counts;
}

const guint *
cpt_board_get_totals (const CptBoard *self)
{
  return self->totals;
}

guint
cpt_board_get_n_matches (const CptBoard *self)
{
  return self->n_matches;
}

/* The statement at @index of all, in the order of the articles. */
static const CptStatement *
get_statement (CptState *state, guint index, const CptArticleState **article)
{
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      *article = cpt_state_get_article (state, i);
      if (index < (*article)->statements->len)
        return (*article)->statements->pdata[index];
      index -= (*article)->statements->len;
    }
  return NULL;
}

static guint
get_index (CptState *state, guint32 id)
{
  guint index = 0;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      GPtrArray *statements = cpt_state_get_article (state, i)->statements;

      for (guint j = 0; j < statements->len; j++, index++)
        if (((const CptStatement *) statements->pdata[j])->id == id)
          return index;
    }
  return G_MAXUINT;
}

/**
 * cpt_board_find_match:
 * @filter: what is searched for
 * @from: a statement, or 0 to begin at either end
 *
 * Returns: the id of the nearest statement behind (or before) @from that the filter lets through, going round at the end; 0
 *   when there is none but perhaps @from
 *
 * Cost: linear in the statements looked at; mostly few.
 */
guint32
cpt_board_find_match (CptState *state, const CptBoardFilter *filter, guint32 from, gboolean forward)
{
  g_autoptr (CptBoardSieve) sieve = cpt_board_sieve_new (state, filter);
  guint n = cpt_state_get_n_statements (state), begin = get_index (state, from);

  if (begin == G_MAXUINT)
    begin = forward ? n - 1 : 0;
  for (guint step = 1; step <= n; step++)
    {
      const CptArticleState *article = NULL;
      const CptStatement *statement = get_statement (state, (forward ? begin + step : begin + n - step) % n, &article);

      if (cpt_board_sieve_get_columns (sieve, article, statement) != 0)
        return statement->id;
    }
  return 0;
}

/**
 * cpt_board_find_row:
 *
 * Returns: the row in which the statement's cards stand, or %G_MAXUINT when it is not shown
 */
guint
cpt_board_find_row (const CptBoard *self, guint32 statement_id)
{
  return cpt_id_map_get (&self->rows_of_ids, cpt_board_get_card_id (self, statement_id));
}

guint32
cpt_board_get_card_id (const CptBoard *self, guint32 statement_id)
{
  gpointer id = self->cards == NULL ? NULL : g_hash_table_lookup (self->cards, GUINT_TO_POINTER (statement_id));

  return id == NULL ? statement_id : GPOINTER_TO_UINT (id);
}

GArray *
cpt_board_dup_with_copies (const CptBoard *self, const guint32 *ids, guint n_ids)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_ids; i++)
    {
      GArray *copies = self->copies == NULL ? NULL : g_hash_table_lookup (self->copies, GUINT_TO_POINTER (ids[i]));

      g_array_append_val (all, ids[i]);
      if (copies != NULL)
        g_array_append_vals (all, copies->data, copies->len);
    }
  return all;
}
