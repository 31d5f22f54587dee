// SPDX-License-Identifier: GPL-3.0-or-later
// The board of a session as a list of rows. Room: gui/models; lays nothing out itself, that is core/board.
#include "cpt-board-model.h"

/* Boards of so many statements are made at once: they take less than a frame. Larger ones are made by a worker. */
#define MAX_IMMEDIATE_STATEMENTS 2000

struct _CptBoardModel
{
  GObject parent_instance;
  CptSession *session;
  CptBoard *board; /* (nullable): what is shown, or what is being taken over */
  CptBoard *old;   /* (nullable): only while a new board is taken over */
  guint n_old;     /* rows of @old that still stand at the beginning of the list */
  guint first_new; /* the row of @board that follows them */
  gboolean running;
  gboolean pending;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CptBoardModel, cpt_board_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  UPDATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static guint
n_rows (CptBoard *board)
{
  return board == NULL ? 0 : cpt_board_get_n_rows (board);
}

static GType
cpt_board_model_get_item_type (GListModel *model)
{
  return CPT_TYPE_BOARD_ITEM;
}

static guint
cpt_board_model_get_n_items (GListModel *model)
{
  CptBoardModel *self = CPT_BOARD_MODEL (model);

  return self->n_old + n_rows (self->board) - self->first_new;
}

static gpointer
cpt_board_model_get_item (GListModel *model, guint position)
{
  CptBoardModel *self = CPT_BOARD_MODEL (model);

  if (position >= cpt_board_model_get_n_items (model))
    return NULL;
  if (position < self->n_old)
    return cpt_board_item_new (self->old, position);
  return cpt_board_item_new (self->board, position - self->n_old + self->first_new);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cpt_board_model_get_item_type;
  iface->get_n_items = cpt_board_model_get_n_items;
  iface->get_item = cpt_board_model_get_item;
}

/* --- taking over a new board ------------------------------------------------------------------------------------ */

/* A run of rows [begin, begin + n) of both boards that are shown for one topic. */
typedef struct
{
  guint old_begin, old_n;
  guint new_begin, new_n;
} Hunk;

static gboolean
same_topic_names (CptBoard *a, CptBoard *b, const char *topic)
{
  return g_strcmp0 (cpt_state_get_topic_name (cpt_board_get_state (a), topic),
                    cpt_state_get_topic_name (cpt_board_get_state (b), topic))
         == 0;
}

/* States share the statements that did not change, so equal pointers mean equal cards. */
static gboolean
rows_equal (CptBoard *old, guint i, CptBoard *new, guint j)
{
  const CptBoardRow *a = cpt_board_get_row (old, i), *b = cpt_board_get_row (new, j);
  guint n_columns = cpt_board_get_n_columns (old);

  if (a->kind != b->kind || a->topic != b->topic || a->answers != b->answers)
    return FALSE;
  if (a->kind == CPT_BOARD_ROW_TOPIC)
    return memcmp (a->counts, b->counts, n_columns * sizeof (guint)) == 0 && same_topic_names (old, new, a->topic);
  return memcmp (a->cards, b->cards, n_columns * sizeof (a->cards[0])) == 0
         && memcmp (a->n_copies, b->n_copies, n_columns * sizeof (a->n_copies[0])) == 0;
}

static guint
find_group_end (CptBoard *board, guint begin)
{
  guint end = begin + 1;

  while (end < n_rows (board) && cpt_board_get_row (board, end)->kind != CPT_BOARD_ROW_TOPIC)
    end++;
  return end;
}

/* Keeps the equal rows at both ends of a run out of it; what is left, if anything, changed. */
static void
add_hunk (GArray *hunks, CptBoard *old, CptBoard *new, Hunk hunk)
{
  while (hunk.old_n > 0 && hunk.new_n > 0 && rows_equal (old, hunk.old_begin, new, hunk.new_begin))
    {
      hunk.old_begin++, hunk.new_begin++;
      hunk.old_n--, hunk.new_n--;
    }
  while (hunk.old_n > 0 && hunk.new_n > 0
         && rows_equal (old, hunk.old_begin + hunk.old_n - 1, new, hunk.new_begin + hunk.new_n - 1))
    hunk.old_n--, hunk.new_n--;
  if (hunk.old_n > 0 || hunk.new_n > 0)
    g_array_append_val (hunks, hunk);
}

/* The head row on its own, so that a changed count does not pull in the unchanged cards below it. */
static void
add_group (GArray *hunks, CptBoard *old, CptBoard *new, Hunk group)
{
  add_hunk (hunks, old, new, (Hunk){ group.old_begin, 1, group.new_begin, 1 });
  add_hunk (hunks, old, new,
            (Hunk){ group.old_begin + 1, group.old_n - 1, group.new_begin + 1, group.new_n - 1 });
}

static GHashTable *
index_groups (CptBoard *board)
{
  GHashTable *groups = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_rows (board); i = find_group_end (board, i))
    g_hash_table_insert (groups, (gpointer) cpt_board_get_row (board, i)->topic, GUINT_TO_POINTER (i + 1));
  return groups;
}

/* Topics keep their order from state to state; a topic that would run backwards counts as new. */
static GArray *
compare_boards (CptBoard *old, CptBoard *new)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  g_autoptr (GHashTable) groups = index_groups (old);
  guint old_done = 0, new_done = 0;

  for (guint i = 0; i < n_rows (new); i = find_group_end (new, i))
    {
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (groups, cpt_board_get_row (new, i)->topic));
      Hunk group;

      if (found == 0 || found - 1 < old_done)
        continue;
      group = (Hunk){ found - 1, find_group_end (old, found - 1) - (found - 1), i, find_group_end (new, i) - i };
      add_hunk (hunks, old, new,
                (Hunk){ old_done, group.old_begin - old_done, new_done, group.new_begin - new_done });
      add_group (hunks, old, new, group);
      old_done = group.old_begin + group.old_n;
      new_done = group.new_begin + group.new_n;
    }
  add_hunk (hunks, old, new, (Hunk){ old_done, n_rows (old) - old_done, new_done, n_rows (new) - new_done });
  return hunks;
}

/* From the end to the beginning: at each signal the list is the old board up to the change and the new one after it. */
static void
emit_hunks (CptBoardModel *self, GArray *hunks)
{
  for (guint i = hunks->len; i > 0; i--)
    {
      Hunk hunk = g_array_index (hunks, Hunk, i - 1);

      self->n_old = hunk.old_begin;
      self->first_new = hunk.new_begin;
      g_list_model_items_changed (G_LIST_MODEL (self), hunk.old_begin, hunk.old_n, hunk.new_n);
    }
  self->n_old = 0;
  self->first_new = 0;
}

static void
take_board (CptBoardModel *self, CptBoard *board)
{
  gboolean comparable = self->board != NULL && board != NULL
                        && cpt_board_get_n_columns (self->board) == cpt_board_get_n_columns (board);

  self->old = g_steal_pointer (&self->board);
  self->board = board;
  if (comparable)
    {
      g_autoptr (GArray) hunks = compare_boards (self->old, board);

      emit_hunks (self, hunks);
    }
  else
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows (self->old), n_rows (board));
    }
  g_clear_pointer (&self->old, cpt_board_unref);
  if (self->board != NULL)
    cpt_session_set_n_matches (self->session, cpt_board_get_n_matches (self->board));
  g_signal_emit (self, signals[UPDATED], 0);
}

/* --- making boards ---------------------------------------------------------------------------------------------- */

typedef struct
{
  CptState *state;
  CptBoardFilter filter; /* a copy of its own */
} Request;

static void
request_free (Request *request)
{
  cpt_state_unref (request->state);
  g_free ((char *) request->filter.text);
  g_hash_table_unref (request->filter.folded_topics);
  g_free (request);
}

static void
copy_key_cb (gpointer key, gpointer value, gpointer set)
{
  g_hash_table_add (set, key);
}

static Request *
request_new (CptState *state, const CptBoardFilter *filter)
{
  Request *request = g_new (Request, 1);

  *request = (Request){ cpt_state_ref (state), *filter };
  request->filter.text = g_strdup (filter->text);
  request->filter.folded_topics = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_foreach (filter->folded_topics, copy_key_cb, request->filter.folded_topics);
  return request;
}

static void
layout_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;

  g_task_return_pointer (task, cpt_board_new (request->state, &request->filter), (GDestroyNotify) cpt_board_unref);
}

static void refresh (CptBoardModel *self);

static void
layout_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptBoardModel *self = CPT_BOARD_MODEL (source);
  CptBoard *board = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  /* A board of a comparison that is not open any more has nothing to say. */
  if (self->pending && cpt_session_get_state (self->session) == NULL)
    cpt_board_unref (board);
  else
    take_board (self, board);
  if (self->pending)
    refresh (self);
}

static void
refresh (CptBoardModel *self)
{
  CptState *state = cpt_session_get_state (self->session);
  const CptBoardFilter *filter = cpt_session_get_filter (self->session);

  self->pending = self->running;
  if (self->running)
    return;
  if (state == NULL)
    {
      take_board (self, NULL);
    }
  else if (cpt_state_get_n_statements (state) <= MAX_IMMEDIATE_STATEMENTS)
    {
      take_board (self, cpt_board_new (state, filter));
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, layout_cb, NULL);

      self->running = TRUE;
      g_task_set_task_data (task, request_new (state, filter), (GDestroyNotify) request_free);
      g_task_run_in_thread (task, layout_thread);
    }
}

static void
changed_cb (CptBoardModel *self)
{
  refresh (self);
}

static void
cpt_board_model_dispose (GObject *object)
{
  CptBoardModel *self = CPT_BOARD_MODEL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->board, cpt_board_unref);
  G_OBJECT_CLASS (cpt_board_model_parent_class)->dispose (object);
}

static void
cpt_board_model_class_init (CptBoardModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_board_model_dispose;
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cpt_board_model_init (CptBoardModel *self)
{
}

/**
 * cpt_board_model_new:
 * @session: whose board to show
 *
 * Returns: (transfer full): a new model
 */
CptBoardModel *
cpt_board_model_new (CptSession *session)
{
  CptBoardModel *self = g_object_new (CPT_TYPE_BOARD_MODEL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * cpt_board_model_get_board:
 *
 * Returns: (transfer none) (nullable): the board that is shown
 */
CptBoard *
cpt_board_model_get_board (CptBoardModel *self)
{
  g_return_val_if_fail (CPT_IS_BOARD_MODEL (self), NULL);
  return self->board;
}

/**
 * cpt_board_model_is_current:
 *
 * Returns: whether the board shows the present state and filter, that is, nothing is being laid out
 */
gboolean
cpt_board_model_is_current (CptBoardModel *self)
{
  g_return_val_if_fail (CPT_IS_BOARD_MODEL (self), FALSE);
  return !self->running;
}
