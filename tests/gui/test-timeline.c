// SPDX-License-Identifier: GPL-3.0-or-later
#include "settle.h"
#include "states.h"

#include "cpt-timeline-item.h"
#include "cpt-timeline.h"

typedef struct
{
  CptState *state;
  CptChronology *chronology;
  CptTimelineViewport *viewport;
  GtkWidget *window;
  GtkWidget *timeline;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  double begin, end;

  fixture->state = states_new_random (rand, 2, 60);
  fixture->chronology = cpt_chronology_new (fixture->state, NULL);
  fixture->viewport = cpt_timeline_viewport_new ();
  g_assert_true (cpt_chronology_get_range (fixture->chronology, &begin, &end));
  cpt_timeline_viewport_set_limits (fixture->viewport, begin, end);
  cpt_timeline_viewport_fit (fixture->viewport);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  fixture->timeline = cpt_timeline_new (fixture->viewport);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->timeline);
  cpt_timeline_set_chronology (CPT_TIMELINE (fixture->timeline), fixture->chronology);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

/* The timeline dies with its window, and so does all that it held. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->viewport);
  cpt_chronology_unref (fixture->chronology);
  cpt_state_unref (fixture->state);
}

static guint
count_shown (GtkWidget *timeline)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (timeline); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (CPT_IS_TIMELINE_ITEM (child) && gtk_widget_get_child_visible (child))
      n += cpt_timeline_item_get_box (CPT_TIMELINE_ITEM (child))->n_entries;
  return n;
}

static void
test_every_dated_event_is_shown (Fixture *fixture, gconstpointer data)
{
  guint n_entries;

  cpt_chronology_get_entries (fixture->chronology, &n_entries);
  g_assert_cmpuint (n_entries, >, 10);
  g_assert_cmpuint (count_shown (fixture->timeline), ==, n_entries);
}

static void
test_items_have_names (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->timeline); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (CPT_IS_TIMELINE_ITEM (child) && gtk_widget_get_child_visible (child))
      {
        gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_BUTTON);
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL);
        g_assert_true (gtk_widget_get_focusable (child));
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_selection_notifies_once_and_reveals (Fixture *fixture, gconstpointer data)
{
  guint n_entries, n = 0;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (fixture->chronology, &n_entries);
  const CptChronologyEntry *last = &entries[n_entries - 1];
  double begin = cpt_timeline_viewport_get_begin (fixture->viewport);

  cpt_timeline_viewport_show (fixture->viewport, begin, begin + 10);
  g_signal_connect_swapped (fixture->timeline, "notify::selected-event", G_CALLBACK (count_cb), &n);
  cpt_timeline_set_selected_event (CPT_TIMELINE (fixture->timeline), last->event->id);
  cpt_timeline_set_selected_event (CPT_TIMELINE (fixture->timeline), last->event->id);
  settle ();
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (cpt_timeline_viewport_get_end (fixture->viewport), >, last->begin_days);
  g_assert_cmpuint (count_shown (fixture->timeline), >, 0);
}

static void
test_without_events (Fixture *fixture, gconstpointer data)
{
  cpt_timeline_set_chronology (CPT_TIMELINE (fixture->timeline), NULL);
  settle ();
  g_assert_cmpuint (count_shown (fixture->timeline), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/gui/timeline/every-dated-event-is-shown", Fixture, NULL, set_up, test_every_dated_event_is_shown, tear_down);
  g_test_add ("/gui/timeline/items-have-names", Fixture, NULL, set_up, test_items_have_names, tear_down);
  g_test_add ("/gui/timeline/selection", Fixture, NULL, set_up, test_selection_notifies_once_and_reveals, tear_down);
  g_test_add ("/gui/timeline/without-events", Fixture, NULL, set_up, test_without_events, tear_down);
  return g_test_run ();
}
