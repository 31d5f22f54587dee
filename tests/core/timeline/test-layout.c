// SPDX-License-Identifier: GPL-3.0-or-later
#include "states.h"

#include "cpt-timeline-layout.h"

#include <math.h>

static CptTimelineMetrics
get_metrics (double begin_days, double end_days)
{
  return (CptTimelineMetrics){ .begin_days = begin_days, .end_days = end_days, .width_px = 900, .max_rows = 5,
                               .mark_px = 12, .label_px = 190, .em_px = 12, .cluster_px = 48, .gap_px = 10 };
}

static gboolean
is_visible (const CptChronologyEntry *entry, const CptTimelineMetrics *metrics)
{
  double day_px = metrics->width_px / (metrics->end_days - metrics->begin_days);

  return (entry->end_days - metrics->begin_days) * day_px >= metrics->mark_px
         && (entry->begin_days - metrics->begin_days) * day_px <= metrics->width_px - metrics->mark_px;
}

/* No two boxes of a row overlap, and every visible entry is in exactly one box. */
static void
check_layout (const CptChronology *chronology, const CptTimelineMetrics *metrics)
{
  g_autoptr (CptTimelineLayout) layout = cpt_timeline_layout_new (chronology, metrics);
  guint n_entries, n_visible = 0, n_placed = 0;
  g_autofree guint *members = g_new0 (guint, layout->boxes->len + 1);
  const CptChronologyEntry *entries = cpt_chronology_get_entries (chronology, &n_entries);

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const CptTimelineBox *box = &g_array_index (layout->boxes, CptTimelineBox, i);

      n_placed += box->n_entries;
      g_assert_cmpuint (box->row, <, metrics->max_rows);
      g_assert_cmpuint (entries[box->entry].lane, ==, box->lane);
      g_assert_cmpfloat (box->left_px, <=, box->x_px + 1e-6);
      for (guint k = i + 1; k < layout->boxes->len; k++)
        {
          const CptTimelineBox *other = &g_array_index (layout->boxes, CptTimelineBox, k);

          if (other->lane == box->lane && other->row == box->row)
            g_assert_true (box->left_px + box->width_px + metrics->gap_px <= other->left_px + 1e-6
                           || other->left_px + other->width_px + metrics->gap_px <= box->left_px + 1e-6);
        }
    }
  for (guint i = 0; i < n_entries; i++)
    {
      guint box = g_array_index (layout->box_of, guint, i);

      n_visible += is_visible (&entries[i], metrics);
      g_assert_true (box != CPT_TIMELINE_NO_BOX || !is_visible (&entries[i], metrics));
      if (box != CPT_TIMELINE_NO_BOX)
        members[box]++;
    }
  for (guint i = 0; i < layout->boxes->len; i++)
    g_assert_cmpuint (members[i], ==, g_array_index (layout->boxes, CptTimelineBox, i).n_entries);
  g_assert_cmpuint (n_placed, >=, n_visible);
  g_assert_cmpuint (n_placed, <=, n_entries);
}

static void
test_nothing_overlaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (CptState) state = states_new_random (rand, 3, 60);
      g_autoptr (CptChronology) chronology = cpt_chronology_new (state, NULL);
      double begin, end;

      if (!cpt_chronology_get_range (chronology, &begin, &end))
        continue;
      for (double span = end - begin + 4; span > 3; span /= 3)
        {
          CptTimelineMetrics metrics = get_metrics (begin - 2, begin - 2 + span);

          check_layout (chronology, &metrics);
        }
    }
}

static void
test_chronology_keeps_every_event (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (CptState) state = states_new_random (rand, 4, 80);
  g_autoptr (CptChronology) chronology = cpt_chronology_new (state, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_entries, n_undated, n_events = 0;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (chronology, &n_entries);
  const CptChronologyEntry *undated = cpt_chronology_get_undated (chronology, &n_undated);

  for (guint i = 0; i < n_entries; i++)
    {
      g_hash_table_add (seen, (gpointer) entries[i].event);
      if (i > 0)
        g_assert_cmpfloat (entries[i - 1].begin_days, <=, entries[i].begin_days);
    }
  for (guint i = 0; i < n_undated; i++)
    g_hash_table_add (seen, (gpointer) undated[i].event);
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      GPtrArray *events = cpt_state_get_article (state, i)->events;

      for (guint k = 0; k < events->len; k++)
        n_events += !((const CptEvent *) g_ptr_array_index (events, k))->hidden;
    }
  g_assert_cmpuint (n_events, >, 0);
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_events);
}

static void
test_empty (void)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_empty ();
  g_autoptr (CptState) state = cpt_state_new (profile);
  g_autoptr (CptChronology) chronology = cpt_chronology_new (state, NULL);
  CptTimelineMetrics metrics = get_metrics (0, 10);
  g_autoptr (CptTimelineLayout) layout = cpt_timeline_layout_new (chronology, &metrics);
  double begin, end;

  g_assert_false (cpt_chronology_get_range (chronology, &begin, &end));
  g_assert_cmpuint (layout->boxes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/layout/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/timeline/chronology/keeps-every-event", test_chronology_keeps_every_event);
  g_test_add_func ("/timeline/layout/empty", test_empty);
  return g_test_run ();
}
