// SPDX-License-Identifier: GPL-3.0-or-later
// The view state of one window. Room: gui/models; knows no widget, changes a comparison only through its history.
#include "cpt-session-view.h"

struct _CptSession
{
  GObject parent_instance;
  CptHistory *history; /* (nullable) */
  GSignalGroup *comparison_signals;
  CptPage page;
  gboolean context_folded;
  gboolean hidden_events_shown;
  double visible_begin_days, visible_end_days; /* of the timeline; nothing when they are the same */
  guint filter_columns; /* the person's choice of sides, a bit mask; 0 for all */
  gboolean reviewing;
  guint n_matches;
  CptBoardFilter filter; /* owns text, folded_topics; topic and source are interned */
  GHashTable *selection; /* (element-type guint32) */
  guint32 focus_statement;
  guint32 focus_article; /* where the focused statement begins: what stands there after it is gone gets the focus */
  gsize focus_bytes;
};

G_DEFINE_ENUM_TYPE (CptPage, cpt_page, G_DEFINE_ENUM_VALUE (CPT_PAGE_COMPARE, "compare"),
                    G_DEFINE_ENUM_VALUE (CPT_PAGE_TIMELINE, "timeline"),
                    G_DEFINE_ENUM_VALUE (CPT_PAGE_ARTICLE, "article"))

G_DEFINE_FINAL_TYPE (CptSession, cpt_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HISTORY,
  PROP_PAGE,
  PROP_CONTEXT_FOLDED,
  PROP_HIDDEN_EVENTS_SHOWN,
  PROP_FOCUS_STATEMENT,
  PROP_REVIEWING,
  PROP_N_MATCHES,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  STATE_CHANGED,
  FILTER_CHANGED,
  SELECTION_CHANGED,
  SHOW_STATEMENT,
  DID,
  DOING,
  PROBLEM,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
emit_filter_changed (CptSession *self)
{
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
emit_selection_changed (CptSession *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* A statement that was joined, or whose split was undone, leaves the attention to the one that has its words now. */
static void
focus_heir (CptSession *self, CptState *state)
{
  const CptStatement *heir = state == NULL || self->focus_statement == 0
                                 ? NULL
                                 : cpt_state_find_statement_at (state, self->focus_article, self->focus_bytes);

  cpt_session_set_focus_statement (self, heir == NULL ? 0 : heir->id);
}

/* Statements that the new state does not hold any more (undone imports, joined halves) leave the selection. */
static void
drop_missing (CptSession *self, CptState *state)
{
  GHashTableIter iter;
  gpointer id;
  gboolean changed = FALSE;

  g_hash_table_iter_init (&iter, self->selection);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (state != NULL && cpt_state_find_statement (state, GPOINTER_TO_UINT (id)) != NULL)
        continue;
      g_hash_table_iter_remove (&iter);
      changed = TRUE;
    }
  if (state == NULL || cpt_state_find_statement (state, self->focus_statement) == NULL)
    focus_heir (self, state);
  if (changed)
    emit_selection_changed (self);
}

static void
state_changed_cb (CptSession *self)
{
  drop_missing (self, cpt_session_get_state (self));
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
reset_filter (CptSession *self)
{
  g_clear_pointer ((char **) &self->filter.text, g_free);
  self->filter.topic = NULL;
  self->filter.source = NULL;
  self->filter.article_id = 0;
  self->filter.to_review = FALSE;
  self->filter_columns = 0;
}

/* Columns that the filter shows: those that were chosen, else all, or all but Context. */
static void
update_columns (CptSession *self)
{
  CptState *state = cpt_session_get_state (self);
  guint n_sides = 0;

  if (state != NULL)
    cpt_state_get_sides (state, &n_sides);
  self->filter.columns = self->filter_columns != 0              ? self->filter_columns
                         : self->context_folded && n_sides > 0 ? (1u << n_sides) - 1
                                                                : 0;
}

static void
cpt_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CptSession *self = CPT_SESSION (object);

  switch (property_id)
    {
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_PAGE:
      g_value_set_enum (value, self->page);
      break;
    case PROP_CONTEXT_FOLDED:
      g_value_set_boolean (value, self->context_folded);
      break;
    case PROP_HIDDEN_EVENTS_SHOWN:
      g_value_set_boolean (value, self->hidden_events_shown);
      break;
    case PROP_FOCUS_STATEMENT:
      g_value_set_uint (value, self->focus_statement);
      break;
    case PROP_REVIEWING:
      g_value_set_boolean (value, self->reviewing);
      break;
    case PROP_N_MATCHES:
      g_value_set_uint (value, self->n_matches);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_session_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CptSession *self = CPT_SESSION (object);

  switch (property_id)
    {
    case PROP_HISTORY:
      cpt_session_set_history (self, g_value_get_object (value));
      break;
    case PROP_PAGE:
      cpt_session_set_page (self, g_value_get_enum (value));
      break;
    case PROP_CONTEXT_FOLDED:
      cpt_session_set_context_folded (self, g_value_get_boolean (value));
      break;
    case PROP_HIDDEN_EVENTS_SHOWN:
      cpt_session_set_hidden_events_shown (self, g_value_get_boolean (value));
      break;
    case PROP_FOCUS_STATEMENT:
      cpt_session_set_focus_statement (self, g_value_get_uint (value));
      break;
    case PROP_REVIEWING:
      cpt_session_set_reviewing (self, g_value_get_boolean (value));
      break;
    case PROP_N_MATCHES:
      cpt_session_set_n_matches (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cpt_session_dispose (GObject *object)
{
  CptSession *self = CPT_SESSION (object);

  g_clear_object (&self->comparison_signals);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (cpt_session_parent_class)->dispose (object);
}

static void
cpt_session_finalize (GObject *object)
{
  CptSession *self = CPT_SESSION (object);

  g_free ((char *) self->filter.text);
  g_hash_table_unref (self->filter.folded_topics);
  g_hash_table_unref (self->selection);
  G_OBJECT_CLASS (cpt_session_parent_class)->finalize (object);
}

static void
cpt_session_class_init (CptSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = cpt_session_get_property;
  object_class->set_property = cpt_session_set_property;
  object_class->dispose = cpt_session_dispose;
  object_class->finalize = cpt_session_finalize;
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, CPT_TYPE_HISTORY, flags);
  properties[PROP_PAGE] = g_param_spec_enum ("page", NULL, NULL, CPT_TYPE_PAGE, CPT_PAGE_COMPARE, flags);
  properties[PROP_CONTEXT_FOLDED] = g_param_spec_boolean ("context-folded", NULL, NULL, FALSE, flags);
  properties[PROP_HIDDEN_EVENTS_SHOWN] = g_param_spec_boolean ("hidden-events-shown", NULL, NULL, FALSE, flags);
  properties[PROP_FOCUS_STATEMENT]
      = g_param_spec_uint ("focus-statement", NULL, NULL, 0, G_MAXUINT32, 0, flags);
  properties[PROP_REVIEWING] = g_param_spec_boolean ("reviewing", NULL, NULL, FALSE, flags);
  properties[PROP_N_MATCHES] = g_param_spec_uint ("n-matches", NULL, NULL, 0, G_MAXUINT32, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[STATE_CHANGED]
      = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTER_CHANGED]
      = g_signal_new ("filter-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_STATEMENT]
      = g_signal_new ("show-statement", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[DID] = g_signal_new ("did", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DOING] = g_signal_new ("doing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROBLEM]
      = g_signal_new ("problem", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cpt_session_init (CptSession *self)
{
  self->selection = g_hash_table_new (NULL, NULL);
  self->filter.folded_topics = g_hash_table_new (g_str_hash, g_str_equal);
  self->filter.fold_copies = TRUE;
  self->comparison_signals = g_signal_group_new (CPT_TYPE_COMPARISON);
  g_signal_group_connect_object (self->comparison_signals, "notify::state", G_CALLBACK (state_changed_cb), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * cpt_session_new:
 *
 * Returns: (transfer full): a session with nothing open
 */
CptSession *
cpt_session_new (void)
{
  return g_object_new (CPT_TYPE_SESSION, NULL);
}

/**
 * cpt_session_get_history:
 *
 * Returns: (transfer none) (nullable): the history of the open comparison
 */
CptHistory *
cpt_session_get_history (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), NULL);
  return self->history;
}

/**
 * cpt_session_set_history:
 * @history: (nullable): of the comparison to show
 *
 * Opens another comparison: selection, filter and folded topics begin anew, or as they were saved with it.
 */
void
cpt_session_set_history (CptSession *self, CptHistory *history)
{
  g_autofree char *view = NULL;

  g_return_if_fail (CPT_IS_SESSION (self));
  if (!g_set_object (&self->history, history))
    return;
  cpt_session_set_reviewing (self, FALSE);
  g_signal_group_set_target (self->comparison_signals,
                             history == NULL ? NULL : cpt_history_get_comparison (history));
  reset_filter (self);
  self->visible_begin_days = self->visible_end_days = 0;
  g_hash_table_remove_all (self->filter.folded_topics);
  update_columns (self);
  g_object_freeze_notify (G_OBJECT (self));
  view = history == NULL ? NULL : cpt_state_dup_view (cpt_session_get_state (self));
  cpt_session_take_view (self, view);
  g_object_thaw_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HISTORY]);
  state_changed_cb (self);
  emit_filter_changed (self);
}

/**
 * cpt_session_get_state:
 *
 * Returns: (transfer none) (nullable): the state of the open comparison
 */
CptState *
cpt_session_get_state (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), NULL);
  return self->history == NULL ? NULL : cpt_comparison_get_state (cpt_history_get_comparison (self->history));
}

/**
 * cpt_session_do:
 * @command: (nullable) (transfer full): a change; %NULL: nothing happens
 *
 * The one way from a gesture to a change.
 */
void
cpt_session_do (CptSession *self, CptCommand *command)
{
  g_autoptr (CptCommand) owned = command;

  g_return_if_fail (CPT_IS_SESSION (self));
  if (owned == NULL || self->history == NULL)
    return;
  cpt_history_do (self->history, owned);
  g_signal_emit (self, signals[DID], 0, cpt_command_get_label (owned));
}

CptPage
cpt_session_get_page (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), CPT_PAGE_COMPARE);
  return self->page;
}

void
cpt_session_set_page (CptSession *self, CptPage page)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

gboolean
cpt_session_get_context_folded (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), FALSE);
  return self->context_folded;
}

/**
 * cpt_session_set_context_folded:
 * @folded: whether the Context column shrinks to a strip
 */
void
cpt_session_set_context_folded (CptSession *self, gboolean folded)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->context_folded == !!folded)
    return;
  self->context_folded = !!folded;
  update_columns (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT_FOLDED]);
  emit_filter_changed (self);
}

gboolean
cpt_session_get_reviewing (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), FALSE);
  return self->reviewing;
}

void
cpt_session_set_reviewing (CptSession *self, gboolean reviewing)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->reviewing == !!reviewing)
    return;
  self->reviewing = !!reviewing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWING]);
}

guint
cpt_session_get_n_matches (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), 0);
  return self->n_matches;
}

void
cpt_session_set_n_matches (CptSession *self, guint n_matches)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->n_matches == n_matches)
    return;
  self->n_matches = n_matches;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MATCHES]);
}

const CptBoardFilter *
cpt_session_get_filter (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), NULL);
  return &self->filter;
}

/**
 * cpt_session_is_filtered:
 *
 * Returns: whether statements are left out. Folding hides too, but visibly so, and does not count.
 */
gboolean
cpt_session_is_filtered (CptSession *self)
{
  const CptBoardFilter *filter;

  g_return_val_if_fail (CPT_IS_SESSION (self), FALSE);
  filter = &self->filter;
  return filter->text != NULL || filter->topic != NULL || filter->source != NULL || filter->article_id != 0
         || filter->to_review || self->filter_columns != 0;
}

/**
 * cpt_session_set_filter_text:
 * @text: (nullable): words; blank is the same as none
 */
void
cpt_session_set_filter_text (CptSession *self, const char *text)
{
  g_autofree char *words = text == NULL ? NULL : g_strstrip (g_strdup (text));

  g_return_if_fail (CPT_IS_SESSION (self));
  if (words != NULL && *words == '\0')
    g_clear_pointer (&words, g_free);
  if (g_strcmp0 (words, self->filter.text) == 0)
    return;
  g_free ((char *) self->filter.text);
  self->filter.text = g_steal_pointer (&words);
  emit_filter_changed (self);
}

static void
set_interned (CptSession *self, const char **field, const char *value)
{
  const char *interned = g_intern_string (value);

  if (*field == interned)
    return;
  *field = interned;
  emit_filter_changed (self);
}

void
cpt_session_set_filter_topic (CptSession *self, const char *topic)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  set_interned (self, &self->filter.topic, topic);
}

void
cpt_session_set_filter_source (CptSession *self, const char *source)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  set_interned (self, &self->filter.source, source);
}

void
cpt_session_set_filter_article (CptSession *self, guint32 article_id)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->filter.article_id == article_id)
    return;
  self->filter.article_id = article_id;
  emit_filter_changed (self);
}

void
cpt_session_set_filter_to_review (CptSession *self, gboolean to_review)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->filter.to_review == !!to_review)
    return;
  self->filter.to_review = !!to_review;
  emit_filter_changed (self);
}

/**
 * cpt_session_clear_filter:
 *
 * Shows everything again; what is folded stays folded.
 */
void
cpt_session_clear_filter (CptSession *self)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (!cpt_session_is_filtered (self))
    return;
  reset_filter (self);
  update_columns (self);
  emit_filter_changed (self);
}

/**
 * cpt_session_get_filter_columns:
 *
 * Returns: bit mask of the sides that a person narrowed the view down to, Context being the bit after the last side; 0 for
 *   all. Unlike the filter's columns it does not know of folding.
 */
guint
cpt_session_get_filter_columns (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), 0);
  return self->filter_columns;
}

void
cpt_session_set_filter_columns (CptSession *self, guint columns)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->filter_columns == columns)
    return;
  self->filter_columns = columns;
  update_columns (self);
  emit_filter_changed (self);
}

gboolean
cpt_session_get_hidden_events_shown (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), FALSE);
  return self->hidden_events_shown;
}

/**
 * cpt_session_set_hidden_events_shown:
 * @shown: whether the timeline shows, faintly, the events that a person hid
 */
void
cpt_session_set_hidden_events_shown (CptSession *self, gboolean shown)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->hidden_events_shown == !!shown)
    return;
  self->hidden_events_shown = !!shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN_EVENTS_SHOWN]);
}

gboolean
cpt_session_is_topic_folded (CptSession *self, const char *topic)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), FALSE);
  return g_hash_table_contains (self->filter.folded_topics, topic);
}

/**
 * cpt_session_set_topic_folded:
 * @topic: id of a topic
 * @folded: whether only its head row is shown
 */
void
cpt_session_set_topic_folded (CptSession *self, const char *topic, gboolean folded)
{
  gboolean changed;

  g_return_if_fail (CPT_IS_SESSION (self));
  if (folded)
    changed = g_hash_table_add (self->filter.folded_topics, (char *) g_intern_string (topic));
  else
    changed = g_hash_table_remove (self->filter.folded_topics, topic);
  if (changed)
    emit_filter_changed (self);
}

gboolean
cpt_session_is_selected (CptSession *self, guint32 statement_id)
{
  return g_hash_table_contains (self->selection, GUINT_TO_POINTER (statement_id));
}

guint
cpt_session_get_n_selected (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), 0);
  return g_hash_table_size (self->selection);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/**
 * cpt_session_dup_selection:
 * @n_ids: (out): how many
 *
 * Returns: (transfer full) (array length=n_ids): the ids of the selected statements, ascending
 */
guint32 *
cpt_session_dup_selection (CptSession *self, guint *n_ids)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (CPT_IS_SESSION (self), NULL);
  g_hash_table_iter_init (&iter, self->selection);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 id = GPOINTER_TO_UINT (key);

      g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);
  *n_ids = ids->len;
  return (guint32 *) (gpointer) g_array_free (g_steal_pointer (&ids), FALSE);
}

/**
 * cpt_session_select:
 * @ids: (nullable) (array length=n_ids): statements
 *
 * Selects these and no others.
 */
void
cpt_session_select (CptSession *self, const guint32 *ids, guint n_ids)
{
  gboolean same;

  g_return_if_fail (CPT_IS_SESSION (self));
  same = n_ids == g_hash_table_size (self->selection);
  for (guint i = 0; same && i < n_ids; i++)
    same = cpt_session_is_selected (self, ids[i]);
  if (same)
    return;
  g_hash_table_remove_all (self->selection);
  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (self->selection, GUINT_TO_POINTER (ids[i]));
  emit_selection_changed (self);
}

void
cpt_session_add_to_selection (CptSession *self, const guint32 *ids, guint n_ids)
{
  gboolean changed = FALSE;

  g_return_if_fail (CPT_IS_SESSION (self));
  for (guint i = 0; i < n_ids; i++)
    changed |= g_hash_table_add (self->selection, GUINT_TO_POINTER (ids[i]));
  if (changed)
    emit_selection_changed (self);
}

void
cpt_session_toggle_selected (CptSession *self, guint32 statement_id)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  if (!g_hash_table_remove (self->selection, GUINT_TO_POINTER (statement_id)))
    g_hash_table_add (self->selection, GUINT_TO_POINTER (statement_id));
  emit_selection_changed (self);
}

/**
 * cpt_session_get_visible_days:
 * @begin_days: (out): beginning of the time that the timeline shows, in days since 1970-01-01
 * @end_days: (out): its end
 *
 * Returns: %FALSE while it has not been shown
 */
gboolean
cpt_session_get_visible_days (CptSession *self, double *begin_days, double *end_days)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), FALSE);
  *begin_days = self->visible_begin_days;
  *end_days = self->visible_end_days;
  return self->visible_end_days > self->visible_begin_days;
}

void
cpt_session_set_visible_days (CptSession *self, double begin_days, double end_days)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  self->visible_begin_days = begin_days;
  self->visible_end_days = end_days;
}

guint32
cpt_session_get_focus_statement (CptSession *self)
{
  g_return_val_if_fail (CPT_IS_SESSION (self), 0);
  return self->focus_statement;
}

void
cpt_session_set_focus_statement (CptSession *self, guint32 statement_id)
{
  CptState *state;
  const CptStatement *statement;

  g_return_if_fail (CPT_IS_SESSION (self));
  if (self->focus_statement == statement_id)
    return;
  state = cpt_session_get_state (self);
  statement = state == NULL ? NULL : cpt_state_find_statement (state, statement_id);
  self->focus_article = statement == NULL ? 0 : statement->article_id;
  self->focus_bytes = statement == NULL ? 0 : statement->span.begin_bytes;
  self->focus_statement = statement_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS_STATEMENT]);
}

/**
 * cpt_session_show_statement:
 * @statement_id: a statement of the comparison
 * @page: where to show it
 *
 * The link between pages: turns to @page, selects the statement, and lets the page bring it into view.
 */
void
cpt_session_show_statement (CptSession *self, guint32 statement_id, CptPage page)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  cpt_session_set_focus_statement (self, statement_id);
  cpt_session_select (self, &statement_id, 1);
  if (page == CPT_PAGE_COMPARE)
    cpt_session_set_reviewing (self, FALSE);
  cpt_session_set_page (self, page);
  g_signal_emit (self, signals[SHOW_STATEMENT], 0, statement_id);
}

void
cpt_session_tell_doing (CptSession *self, const char *message)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  g_signal_emit (self, signals[DOING], 0, message);
}

void
cpt_session_tell_problem (CptSession *self, const char *message)
{
  g_return_if_fail (CPT_IS_SESSION (self));
  g_signal_emit (self, signals[PROBLEM], 0, message);
}
