// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts the events of a state for lanes and lists. Room: core/timeline; knows no pixels.
#include "cpt-chronology.h"

#include "cpt-board-filter.h"
#include "cpt-event-groups.h"
#include "cpt-text-width.h"

#include <math.h>

/* The core of a chronology holds so much of its events; what is left out at either end stands far off. */
#define CORE_RATIO 0.8
/* Only where the core is so much shorter than the whole is it worth seeing by itself. */
#define CORE_GAIN 4.0
/* So few events have room side by side, however far apart they are. */
#define MANY_EVENTS 20

struct _CptChronology
{
  gatomicrefcount ref_count;
  CptState *state;
  guint n_lanes;
  guint lanes;          /* bits of those that are shown */
  guint n_hidden;       /* events that a person hid, shown or not */
  guint n_left_out;     /* events that the filter left out */
  GArray *entries;      /* CptChronologyEntry, by begin_days, then lane */
  GArray *undated;      /* CptChronologyEntry, in the order of the articles */
  GArray *publications; /* CptPublicationMark */
};

/* What is needed while one is made. */
typedef struct
{
  CptChronology *chronology;
  CptBoardSieve *sieve;
  CptEventGroups *groups;
  gboolean with_hidden;
} Collector;

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

/* The lanes in which @event is shown; 0 when the filter leaves it out. */
static guint
choose_lanes (Collector *collector, const CptArticleState *article, const CptEvent *event, const CptStatement *statement)
{
  if (statement != NULL)
    return cpt_board_sieve_get_columns (collector->sieve, article, statement);
  return cpt_board_sieve_get_columns_of_text (collector->sieve, article->id, event->sides, event->label);
}

static void
add_event (Collector *collector, const CptArticleState *article, const CptEvent *event)
{
  CptChronology *self = collector->chronology;
  CptInterval interval = event->interval;
  CptChronologyEntry entry = {
    .event = event,
    .statement = cpt_state_find_event_statement (self->state, event),
    .happening = cpt_event_groups_get_id (collector->groups, event),
    .begin_days = interval.earliest == CPT_DAY_NONE ? -INFINITY : interval.earliest,
    .end_days = interval.latest == CPT_DAY_NONE ? INFINITY : interval.latest + 1.0,
  };
  guint lanes = choose_lanes (collector, article, event, entry.statement);
  GArray *target = cpt_interval_is_dated (interval) ? self->entries : self->undated;

  self->n_left_out += lanes == 0;
  self->n_hidden += event->hidden && lanes != 0;
  if (lanes == 0 || (event->hidden && !collector->with_hidden))
    return;
  entry.label_em = (float) cpt_text_guess_width_em (event->label);
  for (guint lane = 0; lane < self->n_lanes; lane++)
    if (lanes & (1u << lane))
      {
        entry.lane = lane;
        g_array_append_val (target, entry);
      }
}

static void
add_article (Collector *collector, const CptArticleState *article, guint32 only_article_id)
{
  CptPublicationMark mark = { article->id, cpt_article_get_published_day (article->article) };

  if (mark.day != CPT_DAY_NONE && (only_article_id == 0 || only_article_id == article->id))
    g_array_append_val (collector->chronology->publications, mark);
  for (guint i = 0; i < article->events->len; i++)
    add_event (collector, article, g_ptr_array_index (article->events, i));
}

/**
 * cpt_chronology_new:
 * @state: a state; a reference is kept
 * @options: (nullable): what to leave out; %NULL for what a person hid only
 *
 * Returns: (transfer full): its events in the order of time
 *
 * Cost: n log n in the number of events; with words in the filter linear in the text of the statements with events too.
 */
CptChronology *
cpt_chronology_new (CptState *state, const CptChronologyOptions *options)
{
  static const CptChronologyOptions defaults = { 0 };
  const CptBoardFilter *filter;
  CptChronology *self = g_new0 (CptChronology, 1);
  Collector collector = { .chronology = self };
  guint n_sides;

  options = options != NULL ? options : &defaults;
  filter = options->filter;
  collector.with_hidden = options->with_hidden;
  collector.sieve = cpt_board_sieve_new (state, filter);
  collector.groups = cpt_event_groups_new (state);
  g_atomic_ref_count_init (&self->ref_count);
  self->state = cpt_state_ref (state);
  cpt_state_get_sides (state, &n_sides);
  self->n_lanes = n_sides + 1;
  self->lanes = filter != NULL && filter->columns != 0 ? filter->columns : G_MAXUINT;
  self->entries = g_array_new (FALSE, FALSE, sizeof (CptChronologyEntry));
  self->undated = g_array_new (FALSE, FALSE, sizeof (CptChronologyEntry));
  self->publications = g_array_new (FALSE, FALSE, sizeof (CptPublicationMark));
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    add_article (&collector, cpt_state_get_article (state, i), filter != NULL ? filter->article_id : 0);
  cpt_board_sieve_free (collector.sieve);
  cpt_event_groups_free (collector.groups);
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

/* Whether the filter shows the side of @lane at all. */
gboolean
cpt_chronology_shows_lane (const CptChronology *self, guint lane)
{
  return lane < self->n_lanes && (self->lanes & (1u << lane)) != 0;
}

/* How many events that the filter lets through were hidden by a person, whether they are shown now or not. */
guint
cpt_chronology_get_n_hidden (const CptChronology *self)
{
  return self->n_hidden;
}

/* How many events the filter leaves out. */
guint
cpt_chronology_get_n_left_out (const CptChronology *self)
{
  return self->n_left_out;
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

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The middles of what is bounded, ascending. */
static GArray *
list_middles (const CptChronology *self)
{
  GArray *middles = g_array_sized_new (FALSE, FALSE, sizeof (double), self->entries->len);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const CptChronologyEntry *entry = &g_array_index (self->entries, CptChronologyEntry, i);
      double middle = isinf (entry->begin_days) ? entry->end_days
                      : isinf (entry->end_days) ? entry->begin_days
                                                : (entry->begin_days + entry->end_days) / 2;

      g_array_append_val (middles, middle);
    }
  g_array_sort (middles, compare_doubles);
  return middles;
}

/**
 * cpt_chronology_get_core_range:
 * @begin_days: (out): beginning of the core
 * @end_days: (out): its end
 *
 * The shortest stretch that holds four fifths of the events, and the days of publication: where a few events of other
 * centuries would press all others into one line, this is what to look at first. It is the whole range unless it is
 * much shorter, or the events are few.
 *
 * Returns: %FALSE when nothing is dated
 *
 * Cost: n log n.
 */
gboolean
cpt_chronology_get_core_range (const CptChronology *self, double *begin_days, double *end_days)
{
  g_autoptr (GArray) middles = NULL;
  double all_begin, all_end;
  guint n_core;

  if (!cpt_chronology_get_range (self, begin_days, end_days))
    return FALSE;
  all_begin = *begin_days;
  all_end = *end_days;
  middles = list_middles (self);
  n_core = (guint) ceil (middles->len * CORE_RATIO);
  if (middles->len < MANY_EVENTS)
    return TRUE;
  *begin_days = -INFINITY;
  *end_days = INFINITY;
  for (guint i = 0; i + n_core <= middles->len; i++)
    {
      double begin = g_array_index (middles, double, i), end = g_array_index (middles, double, i + n_core - 1);

      if (end - begin < *end_days - *begin_days)
        {
          *begin_days = begin;
          *end_days = end;
        }
    }
  for (guint i = 0; i < self->publications->len; i++)
    {
      CptDay day = g_array_index (self->publications, CptPublicationMark, i).day;

      *begin_days = MIN (*begin_days, day);
      *end_days = MAX (*end_days, day + 1.0);
    }
  if ((all_end - all_begin) < CORE_GAIN * MAX (*end_days - *begin_days, 1))
    {
      *begin_days = all_begin;
      *end_days = all_end;
    }
  return TRUE;
}
