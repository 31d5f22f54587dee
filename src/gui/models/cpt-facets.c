// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison can be narrowed down to, with counts. Room: gui/models.
#include "cpt-facets.h"

#include <glib/gi18n.h>

struct _CptFacet
{
  GObject parent_instance;
  CptFacetKind kind;
  char *label;
  const char *id; /* interned: topic or source */
  guint32 article_id;
  guint column;
  guint count;
};

G_DEFINE_FINAL_TYPE (CptFacet, cpt_facet, G_TYPE_OBJECT)

struct _CptFacetList
{
  GObject parent_instance;
  CptSession *session;
  GPtrArray *facets; /* CptFacet */
  gboolean running;
  gboolean pending;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CptFacetList, cpt_facet_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
cpt_facet_finalize (GObject *object)
{
  g_free (CPT_FACET (object)->label);
  G_OBJECT_CLASS (cpt_facet_parent_class)->finalize (object);
}

static void
cpt_facet_class_init (CptFacetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cpt_facet_finalize;
}

static void
cpt_facet_init (CptFacet *self)
{
}

static CptFacet *
facet_new (CptFacetKind kind, const char *label, guint count)
{
  CptFacet *self = g_object_new (CPT_TYPE_FACET, NULL);

  self->kind = kind;
  self->label = g_strdup (label);
  self->count = count;
  return self;
}

CptFacetKind
cpt_facet_get_kind (CptFacet *self)
{
  return self->kind;
}

const char *
cpt_facet_get_label (CptFacet *self)
{
  return self->label;
}

/**
 * cpt_facet_get_count:
 *
 * Returns: how many statements have it; of a heading: how many facets follow
 */
guint
cpt_facet_get_count (CptFacet *self)
{
  return self->count;
}

/**
 * cpt_facet_is_chosen:
 *
 * Returns: whether the session is narrowed down to it
 */
gboolean
cpt_facet_is_chosen (CptFacet *self, CptSession *session)
{
  const CptBoardFilter *filter = cpt_session_get_filter (session);

  switch (self->kind)
    {
    case CPT_FACET_ARTICLE:
      return filter->article_id == self->article_id;
    case CPT_FACET_SIDE:
      return cpt_session_get_filter_columns (session) == 1u << self->column;
    case CPT_FACET_TOPIC:
      return filter->topic == self->id;
    case CPT_FACET_SOURCE:
      return filter->source == self->id;
    case CPT_FACET_HEADING:
    default:
      return FALSE;
    }
}

/**
 * cpt_facet_toggle:
 *
 * Narrows the session down to this facet, or takes that back.
 */
void
cpt_facet_toggle (CptFacet *self, CptSession *session)
{
  gboolean chosen = cpt_facet_is_chosen (self, session);

  switch (self->kind)
    {
    case CPT_FACET_ARTICLE:
      cpt_session_set_filter_article (session, chosen ? 0 : self->article_id);
      break;
    case CPT_FACET_SIDE:
      cpt_session_set_filter_columns (session, chosen ? 0 : 1u << self->column);
      break;
    case CPT_FACET_TOPIC:
      cpt_session_set_filter_topic (session, chosen ? NULL : self->id);
      break;
    case CPT_FACET_SOURCE:
      cpt_session_set_filter_source (session, chosen ? NULL : self->id);
      break;
    case CPT_FACET_HEADING:
    default:
      break;
    }
}

/* --- counting, in any thread ------------------------------------------------------------------------------------ */

static void
count_up (GHashTable *counts, const char *id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

  if (id != NULL)
    g_hash_table_insert (counts, (gpointer) id, GUINT_TO_POINTER (n + 1));
}

/* A statement of two sides counts for both, as it stands in both columns. */
static void
count_sides (CptSideSet sides, guint n_sides, guint *counts)
{
  for (guint i = 0; i < n_sides; i++)
    counts[i] += (sides & CPT_SIDE_BIT (i)) != 0;
  counts[n_sides] += sides == 0;
}

static void
count_article (const CptArticleState *article, guint n_sides, guint *columns, GHashTable *topics, GHashTable *sources)
{
  for (guint i = 0; i < article->statements->len; i++)
    {
      const CptStatement *statement = article->statements->pdata[i];

      count_sides (statement->now.sides, n_sides, columns);
      count_up (topics, statement->now.topic);
      count_up (sources, statement->now.source);
    }
}

static void
add_heading (GPtrArray *facets, const char *label, GPtrArray *section)
{
  if (section->len == 0)
    return;
  g_ptr_array_add (facets, facet_new (CPT_FACET_HEADING, label, section->len));
  for (guint i = 0; i < section->len; i++)
    g_ptr_array_add (facets, g_object_ref (section->pdata[i]));
}

static int
compare_facets (gconstpointer a, gconstpointer b)
{
  CptFacet *x = *(CptFacet **) a, *y = *(CptFacet **) b;

  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  return g_utf8_collate (x->label, y->label);
}

/* In the order of the columns, Context last. */
static GPtrArray *
list_sides (CptState *state, const guint *counts)
{
  GPtrArray *section = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; i <= n_sides; i++)
    {
      CptFacet *facet;

      if (counts[i] == 0)
        continue;
      facet = facet_new (CPT_FACET_SIDE, i < n_sides ? sides[i].name : _("Context"), counts[i]);
      facet->column = i;
      g_ptr_array_add (section, facet);
    }
  return section;
}

/* A copy says so before its name, which is cut at its end where room is short. */
static char *
dup_article_label (CptState *state, const CptArticleState *article, const CptArticleCopy *copy)
{
  const CptArticleState *original = copy->original_id == 0 ? NULL : cpt_state_find_article (state, copy->original_id);
  const char *name = cpt_article_get_display_name (article->article);
  const char *publisher = cpt_article_get_metadata (article->article)->publisher;

  if (original == NULL)
    return g_strdup (name);
  if (g_strcmp0 (name, cpt_article_get_display_name (original->article)) == 0 && publisher != NULL)
    name = publisher;
  /* Translators: how many hundredths of an article stand in an earlier one, and the article's name. */
  return g_strdup_printf (_("Copy (%d %%): %s"), (int) (copy->ratio * 100 + 0.5), name);
}

static GPtrArray *
list_articles (CptState *state)
{
  GPtrArray *section = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree CptArticleCopy *copies = cpt_copies_find_articles (state);

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      const CptArticleState *article = cpt_state_get_article (state, i);
      g_autofree char *label = dup_article_label (state, article, &copies[i]);
      CptFacet *facet = facet_new (CPT_FACET_ARTICLE, label, article->statements->len);

      facet->article_id = article->id;
      g_ptr_array_add (section, facet);
    }
  return section;
}

/* In the order of the board. */
static GPtrArray *
list_topics (CptState *state, GHashTable *counts)
{
  GPtrArray *section = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, topics[i].id));
      CptFacet *facet;

      if (count == 0)
        continue;
      facet = facet_new (CPT_FACET_TOPIC, topics[i].name, count);
      facet->id = topics[i].id;
      g_ptr_array_add (section, facet);
    }
  return section;
}

static GPtrArray *
list_sources (GHashTable *counts)
{
  GPtrArray *section = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer id, count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &id, &count))
    {
      CptFacet *facet = facet_new (CPT_FACET_SOURCE, id, GPOINTER_TO_UINT (count));

      facet->id = id;
      g_ptr_array_add (section, facet);
    }
  g_ptr_array_sort (section, compare_facets);
  return section;
}

static GPtrArray *
count_facets (CptState *state)
{
  GPtrArray *facets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) topics = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) article_section = list_articles (state);
  g_autoptr (GPtrArray) side_section = NULL;
  g_autoptr (GPtrArray) topic_section = NULL;
  g_autoptr (GPtrArray) source_section = NULL;
  guint n_sides, columns[CPT_MAX_COLUMNS] = { 0 };

  cpt_state_get_sides (state, &n_sides);
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    count_article (cpt_state_get_article (state, i), n_sides, columns, topics, sources);
  side_section = list_sides (state, columns);
  topic_section = list_topics (state, topics);
  source_section = list_sources (sources);
  add_heading (facets, _("Sides"), side_section);
  add_heading (facets, _("Articles"), article_section);
  add_heading (facets, _("Topics"), topic_section);
  add_heading (facets, _("Sources"), source_section);
  return facets;
}

static void
count_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, count_facets (task_data), (GDestroyNotify) g_ptr_array_unref);
}

/* --- the list --------------------------------------------------------------------------------------------------- */

static GType
cpt_facet_list_get_item_type (GListModel *model)
{
  return CPT_TYPE_FACET;
}

static guint
cpt_facet_list_get_n_items (GListModel *model)
{
  return CPT_FACET_LIST (model)->facets->len;
}

static gpointer
cpt_facet_list_get_item (GListModel *model, guint position)
{
  GPtrArray *facets = CPT_FACET_LIST (model)->facets;

  return position < facets->len ? g_object_ref (facets->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cpt_facet_list_get_item_type;
  iface->get_n_items = cpt_facet_list_get_n_items;
  iface->get_item = cpt_facet_list_get_item;
}

static gboolean
same_facet (CptFacet *a, CptFacet *b)
{
  return a->kind == b->kind && a->id == b->id && a->article_id == b->article_id && a->column == b->column && a->count == b->count
         && g_str_equal (a->label, b->label);
}

static void
take_facets (CptFacetList *self, GPtrArray *facets)
{
  g_autoptr (GPtrArray) old = self->facets;
  guint begin = 0, end = 0;

  self->facets = facets;
  while (begin < MIN (old->len, facets->len) && same_facet (old->pdata[begin], facets->pdata[begin]))
    begin++;
  while (end < MIN (old->len, facets->len) - begin
         && same_facet (old->pdata[old->len - 1 - end], facets->pdata[facets->len - 1 - end]))
    end++;
  if (old->len - end > begin || facets->len - end > begin)
    g_list_model_items_changed (G_LIST_MODEL (self), begin, old->len - end - begin, facets->len - end - begin);
}

static void refresh (CptFacetList *self);

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CptFacetList *self = CPT_FACET_LIST (source);

  self->running = FALSE;
  take_facets (self, g_task_propagate_pointer (G_TASK (result), NULL));
  if (self->pending)
    refresh (self);
}

static void
refresh (CptFacetList *self)
{
  CptState *state = cpt_session_get_state (self->session);
  g_autoptr (GTask) task = NULL;

  self->pending = self->running;
  if (self->running)
    return;
  if (state == NULL)
    {
      take_facets (self, g_ptr_array_new_with_free_func (g_object_unref));
      return;
    }
  self->running = TRUE;
  task = g_task_new (self, NULL, counted_cb, NULL);
  g_task_set_task_data (task, cpt_state_ref (state), (GDestroyNotify) cpt_state_unref);
  g_task_run_in_thread (task, count_thread);
}

static void
cpt_facet_list_dispose (GObject *object)
{
  CptFacetList *self = CPT_FACET_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  G_OBJECT_CLASS (cpt_facet_list_parent_class)->dispose (object);
}

static void
cpt_facet_list_class_init (CptFacetListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cpt_facet_list_dispose;
}

static void
cpt_facet_list_init (CptFacetList *self)
{
  self->facets = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * cpt_facet_list_new:
 * @session: whose comparison to count
 *
 * Returns: (transfer full): a new list; it is filled in the background
 */
CptFacetList *
cpt_facet_list_new (CptSession *session)
{
  CptFacetList *self = g_object_new (CPT_TYPE_FACET_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}
