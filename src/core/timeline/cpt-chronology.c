// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts the events of a state for lanes and lists. Room: core/timeline; knows no pixels.
#include "cpt-chronology.h"

#include <math.h>

struct _CptChronology
{
  gatomicrefcount ref_count;
  CptState *state;
  guint n_lanes;
  GArray *entries;      /* CptChronologyEntry, by begin_days, then lane */
  GArray *undated;      /* CptChronologyEntry, in the order of the articles */
  GArray *publications; /* CptPublicationMark */
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const CptChronologyEntry *left = a, *right = b;

  if (left->begin_days != right->begin_days)
    return left->begin_days < right->begin_days ? -1 : 1;
  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  if (left->end_days != right->end_days)
    return left->end_days < right->end_days ? -1 : 1;
  return left->event->id < right->event->id ? -1 : left->event->id > right->event->id;
}

static void
add_event (CptChronology *self, const CptEvent *event, guint n_sides)
{
  CptInterval interval = event->interval;
  CptChronologyEntry entry = {
    .event = event,
    .statement = cpt_state_find_event_statement (self->state, event),
    .begin_days = interval.earliest == CPT_DAY_NONE ? -INFINITY : interval.earliest,
    .end_days = interval.latest == CPT_DAY_NONE ? INFINITY : interval.latest + 1.0,
  };
  CptSideSet sides = cpt_state_get_event_sides (self->state, event);
  GArray *target = cpt_interval_is_dated (interval) ? self->entries : self->undated;

  for (guint side = 0; side < n_sides; side++)
    if (sides & CPT_SIDE_BIT (side))
      {
        entry.lane = side;
        g_array_append_val (target, entry);
      }
  if (sides == 0)
    {
      entry.lane = n_sides;
      g_array_append_val (target, entry);
    }
}

static void
add_article (CptChronology *self, const CptArticleState *article, guint n_sides)
{
  CptPublicationMark mark = { article->id, cpt_article_get_published_day (article->article) };

  if (mark.day != CPT_DAY_NONE)
    g_array_append_val (self->publications, mark);
  for (guint i = 0; i < article->events->len; i++)
    {
      const CptEvent *event = g_ptr_array_index (article->events, i);

      if (!event->hidden)
        add_event (self, event, n_sides);
    }
}

/**
 * cpt_chronology_new:
 * @state: a state; a reference is kept
 *
 * Returns: (transfer full): its events in the order of time
 *
 * Cost: n log n in the number of events.
 */
CptChronology *
cpt_chronology_new (CptState *state)
{
  CptChronology *self = g_new0 (CptChronology, 1);
  guint n_sides;

  g_atomic_ref_count_init (&self->ref_count);
  self->state = cpt_state_ref (state);
  cpt_state_get_sides (state, &n_sides);
  self->n_lanes = n_sides + 1;
  self->entries = g_array_new (FALSE, FALSE, sizeof (CptChronologyEntry));
  self->undated = g_array_new (FALSE, FALSE, sizeof (CptChronologyEntry));
  self->publications = g_array_new (FALSE, FALSE, sizeof (CptPublicationMark));
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    add_article (self, cpt_state_get_article (state, i), n_sides);
  g_array_sort (self->entries, compare_entries);
  return self;
}

CptChronology *
cpt_chronology_ref (CptChronology *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_chronology_unref (CptChronology *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->entries);
  g_array_unref (self->undated);
  g_array_unref (self->publications);
  cpt_state_unref (self->state);
  g_free (self);
}

CptState *
cpt_chronology_get_state (const CptChronology *self)
{
  return self->state;
}

/**
 * cpt_chronology_get_n_lanes:
 *
 * Returns: the number of lanes: one a side, and one for Context, the last
 */
guint
cpt_chronology_get_n_lanes (const CptChronology *self)
{
  return self->n_lanes;
}

/**
 * cpt_chronology_get_entries:
 * @n_entries: (out): their number
 *
 * Returns: (transfer none) (array length=n_entries): the dated entries, by their beginning
 */
const CptChronologyEntry *
cpt_chronology_get_entries (const CptChronology *self, guint *n_entries)
{
  *n_entries = self->entries->len;
  return (const CptChronologyEntry *) (gpointer) self->entries->data;
}

/**
 * cpt_chronology_get_undated:
 * @n_undated: (out): their number
 *
 * Returns: (transfer none) (array length=n_undated): the entries whose time could not be resolved, in article order
 */
const CptChronologyEntry *
cpt_chronology_get_undated (const CptChronology *self, guint *n_undated)
{
  *n_undated = self->undated->len;
  return (const CptChronologyEntry *) (gpointer) self->undated->data;
}

const CptPublicationMark *
cpt_chronology_get_publications (const CptChronology *self, guint *n_publications)
{
  *n_publications = self->publications->len;
  return (const CptPublicationMark *) (gpointer) self->publications->data;
}

/**
 * cpt_chronology_get_range:
 * @begin_days: (out): beginning of the first day with an event or a publication
 * @end_days: (out): end of the last such day
 *
 * Open ends of events do not count.
 *
 * Returns: %FALSE when nothing is dated
 */
gboolean
cpt_chronology_get_range (const CptChronology *self, double *begin_days, double *end_days)
{
  *begin_days = INFINITY;
  *end_days = -INFINITY;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CptChronologyEntry *entry = &g_array_index (self->entries, CptChronologyEntry, i);
      double begin = isinf (entry->begin_days) ? entry->end_days - 1 : entry->begin_days;
      double end = isinf (entry->end_days) ? entry->begin_days + 1 : entry->end_days;

      *begin_days = MIN (*begin_days, begin);
      *end_days = MAX (*end_days, end);
    }
  for (guint i = 0; i < self->publications->len; i++)
    {
      CptDay day = g_array_index (self->publications, CptPublicationMark, i).day;

      *begin_days = MIN (*begin_days, day);
      *end_days = MAX (*end_days, day + 1.0);
    }
  return *begin_days < *end_days;
}
