// SPDX-License-Identifier: GPL-3.0-or-later
// Correcting, adding and filtering events on the Timeline page, through the actions that keys, menus and popovers use.
#include "settle.h"
#include "states.h"

#include "cpt-date-entry.h"
#include "cpt-export-forms.h"
#include "cpt-hits.h"
#include "cpt-timeline-item.h"
#include "cpt-timeline-page.h"
#include "cpt-timeline.h"

typedef struct
{
  CptState *state;
  CptHistory *history;
  CptSession *session;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (CptComparison) comparison = NULL;

  fixture->state = states_new_random (rand, 2, 40);
  comparison = cpt_comparison_new (fixture->state);
  fixture->history = cpt_history_new (comparison);
  fixture->session = cpt_session_new ();
  cpt_session_set_page (fixture->session, CPT_PAGE_TIMELINE);
  cpt_session_set_history (fixture->session, fixture->history);
  fixture->page = cpt_timeline_page_new (fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
  cpt_state_unref (fixture->state);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static CptTimeline *
get_timeline (Fixture *fixture)
{
  return CPT_TIMELINE (find_widget (fixture->page, CPT_TYPE_TIMELINE));
}

/* An event that was found, with or without a date. */
static const CptEvent *
pick_event (CptState *state, gboolean dated)
{
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      GPtrArray *events = cpt_state_get_article (state, i)->events;

      for (guint k = 0; k < events->len; k++)
        if (cpt_interval_is_dated (((const CptEvent *) events->pdata[k])->interval) == dated)
          return events->pdata[k];
    }
  g_assert_not_reached ();
}

static const CptEvent *
select_event (Fixture *fixture)
{
  const CptEvent *event = pick_event (cpt_session_get_state (fixture->session), TRUE);

  cpt_timeline_set_selected_event (get_timeline (fixture), event->id);
  settle ();
  return event;
}

static const CptEvent *
get_event (Fixture *fixture, guint32 id)
{
  return cpt_state_find_event (cpt_session_get_state (fixture->session), id);
}

static guint
count_items (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_timeline (fixture))); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CPT_IS_TIMELINE_ITEM (child) && gtk_widget_get_child_visible (child))
      n += cpt_timeline_item_get_box (CPT_TIMELINE_ITEM (child))->n_entries;
  return n;
}

static void
fit (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->page, "timeline.fit", NULL);
  settle ();
}

static void
test_correct_and_undo (Fixture *fixture, gconstpointer data)
{
  const CptEvent *old = select_event (fixture);
  guint32 id = old->id;
  CptInterval before = old->interval;
  g_autofree char *label = g_strdup (old->label);

  gtk_widget_activate_action (fixture->page, "timeline.set-date", "(iii)", 19052, 19143, (gint32) CPT_PRECISION_SEASON);
  g_assert_cmpint (get_event (fixture, id)->interval.earliest, ==, 19052);
  gtk_widget_activate_action (fixture->page, "timeline.set-label", "s", "Another name");
  g_assert_cmpstr (get_event (fixture, id)->label, ==, "Another name");
  g_assert_cmpstr (cpt_history_get_undo_label (fixture->history), ==, "Rename event to “Another name”");
  gtk_widget_activate_action (fixture->page, "timeline.reset", NULL);
  g_assert_cmpstr (get_event (fixture, id)->label, ==, label);
  g_assert_cmpint (get_event (fixture, id)->interval.latest, ==, before.latest);
  cpt_history_undo (fixture->history);
  g_assert_cmpstr (get_event (fixture, id)->label, ==, "Another name");
  cpt_history_undo (fixture->history);
  cpt_history_undo (fixture->history);
  g_assert_true (cpt_session_get_state (fixture->session) == fixture->state);
  settle ();
  g_assert_cmpuint (cpt_timeline_get_selected_event (get_timeline (fixture)), ==, id);
}

static void
test_hide_and_show_again (Fixture *fixture, gconstpointer data)
{
  guint32 id = select_event (fixture)->id;
  guint n_before, n_hidden;

  fit (fixture);
  n_before = count_items (fixture);
  gtk_widget_activate_action (fixture->page, "timeline.hide", NULL);
  settle ();
  g_assert_true (get_event (fixture, id)->hidden);
  n_hidden = count_items (fixture);
  g_assert_cmpuint (n_hidden, <, n_before);
  gtk_widget_activate_action (fixture->page, "timeline.show-hidden", NULL);
  settle ();
  g_assert_true (cpt_session_get_hidden_events_shown (fixture->session));
  g_assert_cmpuint (count_items (fixture), ==, n_before);
  gtk_widget_activate_action (fixture->page, "timeline.hide", NULL);
  g_assert_false (get_event (fixture, id)->hidden);
}

static void
test_add_and_remove (Fixture *fixture, gconstpointer data)
{
  const CptStatement *statement = cpt_state_get_article (fixture->state, 1)->statements->pdata[3];
  guint32 id;

  gtk_widget_activate_action (fixture->page, "timeline.make-event", "(suuiii)", "Of a sentence", statement->id, 0u, 20441, 20441,
                              (gint32) CPT_PRECISION_DAY);
  settle ();
  id = cpt_timeline_get_selected_event (get_timeline (fixture));
  g_assert_cmpstr (get_event (fixture, id)->label, ==, "Of a sentence");
  g_assert_cmpuint (cpt_state_find_event_statement (cpt_session_get_state (fixture->session), get_event (fixture, id))->id, ==,
                    statement->id);
  gtk_widget_activate_action (fixture->page, "timeline.make-event", "(suuiii)", "Of no sentence", 0u, (guint) CPT_SIDE_BIT (0),
                              20441, 20441, (gint32) CPT_PRECISION_DAY);
  settle ();
  id = cpt_timeline_get_selected_event (get_timeline (fixture));
  g_assert_cmpstr (get_event (fixture, id)->label, ==, "Of no sentence");
  gtk_widget_activate_action (fixture->page, "timeline.hide", NULL);
  g_assert_null (get_event (fixture, id));
  cpt_history_undo (fixture->history);
  g_assert_nonnull (get_event (fixture, id));
}

/* An undated event that gets a date leaves the list and is selected on the axis. */
static void
test_date_for_undated (Fixture *fixture, gconstpointer data)
{
  const CptEvent *undated = pick_event (fixture->state, FALSE);
  const CptStatement *statement = cpt_state_find_event_statement (fixture->state, undated);

  g_assert_nonnull (statement);
  cpt_session_show_statement (fixture->session, statement->id, CPT_PAGE_TIMELINE);
  settle ();
  gtk_widget_activate_action (fixture->page, "timeline.set-date", "(iii)", 20441, 20441, (gint32) CPT_PRECISION_DAY);
  settle ();
  g_assert_cmpint (get_event (fixture, undated->id)->interval.earliest, ==, 20441);
  g_assert_cmpuint (cpt_timeline_get_selected_event (get_timeline (fixture)), ==, undated->id);
}

/* The filter of the session is the filter of the page; taking it back shows all again. */
static void
test_filters (Fixture *fixture, gconstpointer data)
{
  guint n_all, n_first, n_second;

  fit (fixture);
  n_all = count_items (fixture);
  cpt_session_set_filter_article (fixture->session, cpt_state_get_article (fixture->state, 0)->id);
  settle ();
  fit (fixture);
  n_first = count_items (fixture);
  cpt_session_set_filter_article (fixture->session, cpt_state_get_article (fixture->state, 1)->id);
  settle ();
  fit (fixture);
  n_second = count_items (fixture);
  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_first + n_second, ==, n_all);
  cpt_session_clear_filter (fixture->session);
  cpt_session_set_context_folded (fixture->session, TRUE);
  settle ();
  fit (fixture);
  g_assert_cmpuint (count_items (fixture), ==, n_all);
  cpt_session_set_filter_text (fixture->session, "surely in no text at all");
  settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_timeline (fixture))));
}

static void
test_sides_filter (Fixture *fixture, gconstpointer data)
{
  guint n_sides, n_all, n_sum = 0;

  cpt_state_get_sides (fixture->state, &n_sides);
  fit (fixture);
  n_all = count_items (fixture);
  for (guint column = 0; column <= n_sides; column++)
    {
      cpt_session_set_filter_columns (fixture->session, 1u << column);
      settle ();
      fit (fixture);
      n_sum += gtk_widget_get_mapped (GTK_WIDGET (get_timeline (fixture))) ? count_items (fixture) : 0;
    }
  g_assert_cmpuint (n_sum, ==, n_all);
  g_assert_true (cpt_session_is_filtered (fixture->session));
  cpt_session_clear_filter (fixture->session);
  g_assert_cmpuint (cpt_session_get_filter_columns (fixture->session), ==, 0);
}

/* The picture is one, is as wide as asked for, and is painted in a thread as well as here. */
static void
test_picture (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (CptState) state = states_new_random (rand, 1, 30);
  CptExportOptions options = { .width_px = 900 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cpt_exporter_run (cpt_export_forms_find ("png"), state, &options, &error);
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_no_error (error);
  texture = gdk_texture_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1800);
  g_assert_cmpint (gdk_texture_get_height (texture), >, 300);
}

/* The ending of a name tells the form. */
static void
test_export_forms (void)
{
  static const struct
  {
    const char *name, *id; /* (nullable) */
  } cases[] = {
    { "report.html", "html" }, { "x.PNG", "png" }, { "week.51.svg", "svg" }, { "a.csv", "events-csv" }, { "a.json", "json" },
    { "week.51", NULL },       { "plain", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CptExporter *exporter = cpt_export_forms_find_suffix (cases[i].name);

      g_assert_cmpstr (exporter != NULL ? exporter->id : NULL, ==, cases[i].id);
    }
}

static void
test_date_entry (void)
{
  static const struct
  {
    const char *typed, *preview; /* (nullable): not understood */
    CptDay anchor;
  } cases[] = {
    { "spring 2022", "1 March 2022 – 31 May 2022", CPT_DAY_NONE },
    { "19 December 2025", "Friday, 19 December 2025", CPT_DAY_NONE },
    { "2025-12-19", "Friday, 19 December 2025", CPT_DAY_NONE },
    { " 2014 ", "1 January 2014 – 31 December 2014", CPT_DAY_NONE },
    { "yesterday", "Friday, 19 December 2025", 20442 },
    { "весна 2022 года", "1 March 2022 – 31 May 2022", CPT_DAY_NONE },
    { "since 2014", "1 January 2014 – 31 December 2014 (read was “2014”)", CPT_DAY_NONE },
    { "yesterday", NULL, CPT_DAY_NONE },
    { "when pigs fly", NULL, 20442 },
    { "31 February 2022", NULL, 20442 },
    { "2025-02-30", NULL, 20442 },
    { "20 December 2025 – 20 June 2026", "20 December 2025 – 20 June 2026", 20442 },
    { "", NULL, 20442 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *entry = g_object_ref_sink (cpt_date_entry_new ("en", cases[i].anchor));
      const char *preview;
      CptInterval interval;

      g_test_message ("%s", cases[i].typed);
      cpt_date_entry_set_text (CPT_DATE_ENTRY (entry), cases[i].typed);
      preview = cpt_date_entry_get_preview (CPT_DATE_ENTRY (entry));
      g_assert_cmpint (cpt_date_entry_get_interval (CPT_DATE_ENTRY (entry), &interval), ==, cases[i].preview != NULL);
      if (cases[i].preview != NULL)
        g_assert_cmpstr (preview, ==, cases[i].preview);
      else /* says what works, or what is missing */
        g_assert_true (strstr (preview, "19 December 2025") != NULL || strstr (preview, "day of publication") != NULL);
      g_assert_finalize_object (entry);
    }
}

static void
test_hits (void)
{
  static const struct
  {
    const char *text, *words, *expected; /* begin-end of each mark */
  } cases[] = {
    { "Talks in Geneva", "geneva", "9-15 " },
    { "Elysée and ELYSEE", "élysée", "0-7 12-18 " },
    { "aaa", "aa", "0-2 " },
    { "Talks", "x", "" },
    { "İstanbul", "istanbul", "0-9 " },
    { "one two", "two one", "0-3 4-7 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoAttrList) attributes = cpt_hits_new_attributes (cases[i].text, cases[i].words);
      GSList *all = pango_attr_list_get_attributes (attributes);
      g_autoptr (GString) found = g_string_new (NULL);

      for (GSList *at = all; at != NULL; at = at->next)
        {
          PangoAttribute *attribute = at->data;

          if (attribute->klass->type == PANGO_ATTR_BACKGROUND)
            g_string_append_printf (found, "%u-%u ", attribute->start_index, attribute->end_index);
        }
      g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/gui/timeline-page/correct-and-undo", test_correct_and_undo },
    { "/gui/timeline-page/hide-and-show-again", test_hide_and_show_again },
    { "/gui/timeline-page/add-and-remove", test_add_and_remove },
    { "/gui/timeline-page/date-for-undated", test_date_for_undated },
    { "/gui/timeline-page/filters", test_filters },
    { "/gui/timeline-page/sides-filter", test_sides_filter },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/gui/timeline-page/date-entry", test_date_entry);
  g_test_add_func ("/gui/timeline-page/hits", test_hits);
  g_test_add_func ("/gui/timeline-page/picture", test_picture);
  g_test_add_func ("/gui/timeline-page/export-forms", test_export_forms);
  return g_test_run ();
}
