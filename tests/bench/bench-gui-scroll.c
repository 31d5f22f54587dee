// SPDX-License-Identifier: GPL-3.0-or-later
// The window: time to the first frame beside a bare GTK window, and what a frame costs while a large board is scrolled.
// Without arguments it measures all, with --scroll only scrolling; --bare and --program are the windows that it starts to time
// them.
#include <math.h>
#include <string.h>

#include "bench.h"
#include "cpt-board-view.h"
#include "cpt-document.h"
#include "cpt-loader.h"
#include "cpt-style.h"
#include "cpt-window.h"

#define BENCHMARK "gui-scroll"
#define N_STARTS 7
#define N_FRAMES 600

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
percentile (GArray *values, double ratio)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) ((values->len - 1) * ratio));
}

/* --- first frame: in a process of its own ------------------------------------------------------------------------ */

static void
first_frame_cb (GdkFrameClock *clock, gpointer begin)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - *(gint64 *) begin);
  _exit (0);
}

static void
watch_first_frame (GtkWidget *window, gint64 *begin)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb), begin);
}

G_NORETURN static void
show_bare (gint64 *begin)
{
  GtkWidget *window;

  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 720);
  gtk_window_present (GTK_WINDOW (window));
  watch_first_frame (window, begin);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

G_NORETURN static void
show_program (gint64 *begin)
{
  g_autoptr (CptApplication) application = cpt_application_new ();

  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_activate (G_APPLICATION (application));
  watch_first_frame (GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application))), begin);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* Milliseconds from the start of the process, its loading included, to the end of its first frame. */
static double
time_start (const char *self, const char *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STARTS; i++)
    {
      g_autofree char *begin = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      g_autofree char *output = NULL;
      const char *argv[] = { self, what, begin, NULL };
      double time;

      g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &output, NULL, NULL, NULL));
      time = g_ascii_strtoll (output, NULL, 10) / 1e3;
      g_array_append_val (times, time);
    }
  return percentile (times, 0.5);
}

static void
measure_starts (const char *self)
{
  double bare = time_start (self, "--bare"), program = time_start (self, "--program");

  bench_print (BENCHMARK, "first-frame-bare", NULL, bare, "ms");
  bench_print (BENCHMARK, "first-frame", NULL, program, "ms");
  bench_print (BENCHMARK, "first-frame-ratio", NULL, program / bare, "times");
}

/* --- scrolling --------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkAdjustment *adjustment;
  double step;   /* px a frame, in turn down and up */
  guint n_left;
  gint64 begin;
  double cpu_begin;
  GArray *frames; /* ms of wall time */
  GArray *work;   /* ms of processor time */
  GMainLoop *loop;
} Scroll;

static void
before_cb (GdkFrameClock *clock, Scroll *scroll)
{
  scroll->begin = g_get_monotonic_time ();
  scroll->cpu_begin = bench_now ();
}

static void
after_cb (GdkFrameClock *clock, Scroll *scroll)
{
  double wall = (g_get_monotonic_time () - scroll->begin) / 1e3;
  double cpu = (bench_now () - scroll->cpu_begin) * 1e3;

  g_array_append_val (scroll->frames, wall);
  g_array_append_val (scroll->work, cpu);
}

/* As a wheel does: a step that GTK derives from the height of the page. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  double value = gtk_adjustment_get_value (scroll->adjustment);
  double last = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);

  if (scroll->n_left-- == 0)
    {
      g_main_loop_quit (scroll->loop);
      return G_SOURCE_REMOVE;
    }
  if (value + scroll->step > last || value + scroll->step < 0)
    scroll->step = -scroll->step;
  gtk_adjustment_set_value (scroll->adjustment, value + scroll->step);
  return G_SOURCE_CONTINUE;
}

static void
scroll_board (GtkWidget *list, const char *figure, double pages)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  double page = gtk_adjustment_get_page_size (adjustment);
  Scroll scroll = { .adjustment = adjustment,
                    .step = pages > 0 ? pages * page : pow (page, 2.0 / 3.0),
                    .n_left = N_FRAMES,
                    .frames = g_array_new (FALSE, FALSE, sizeof (double)),
                    .work = g_array_new (FALSE, FALSE, sizeof (double)),
                    .loop = g_main_loop_new (NULL, FALSE) };
  g_autofree char *median = g_strconcat (figure, "-median", NULL);
  g_autofree char *p99 = g_strconcat (figure, "-p99", NULL);
  g_autofree char *wall_p99 = g_strconcat (figure, "-wall-p99", NULL);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &scroll);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &scroll);

  gtk_widget_add_tick_callback (list, tick_cb, &scroll, NULL);
  g_main_loop_run (scroll.loop);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  bench_print (BENCHMARK, median, NULL, percentile (scroll.work, 0.5), "ms");
  bench_print (BENCHMARK, p99, NULL, percentile (scroll.work, 0.99), "ms");
  bench_print (BENCHMARK, wall_p99, NULL, percentile (scroll.frames, 0.99), "ms");
  g_array_unref (scroll.frames);
  g_array_unref (scroll.work);
  g_main_loop_unref (scroll.loop);
}

static CptState *
make_state (void)
{
  g_autofree char *text = bench_text_generate (BENCH_TEXT_BYTES);
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, NULL);
  g_autoptr (CptAnalyser) analyser = cpt_dup_analyser (NULL, NULL);
  g_autoptr (CptAnalysis) analysis = cpt_analyser_run (analyser, article, NULL, NULL);
  g_autoptr (CptState) empty = cpt_state_new (cpt_analyser_get_profile (analyser));
  g_autoptr (CptCommand) command = cpt_command_add_article (empty, analysis);

  return cpt_state_ref (cpt_command_get_after (command));
}

static void
settle (void)
{
  for (guint i = 0; i < 100; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
measure_scrolling (void)
{
  g_autoptr (CptState) state = make_state ();
  g_autoptr (CptDocument) document = cpt_document_new (state, NULL, NULL);
  g_autoptr (CptSession) session = cpt_session_new ();
  g_autoptr (CptAppearance) appearance = NULL;
  GtkWidget *window, *view;

  gtk_init ();
  cpt_style_register ();
  appearance = cpt_appearance_new (gdk_display_get_default (), &cpt_style_sheets);
  window = gtk_window_new ();
  view = cpt_board_view_new (session);
  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 720);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  cpt_session_set_history (session, cpt_document_get_history (document));
  settle ();
  bench_print (BENCHMARK, "statements", NULL, cpt_state_get_n_statements (state), "count");
  scroll_board (cpt_board_view_get_list (CPT_BOARD_VIEW (view)), "wheel", 0);
  scroll_board (cpt_board_view_get_list (CPT_BOARD_VIEW (view)), "page", 1);
  bench_print_memory (BENCHMARK, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gint64 begin = argc == 3 ? g_ascii_strtoll (argv[2], NULL, 10) : 0;

  if (argc == 3 && strcmp (argv[1], "--bare") == 0)
    show_bare (&begin);
  if (argc == 3 && strcmp (argv[1], "--program") == 0)
    show_program (&begin);
  if (argc == 1)
    measure_starts (argv[0]);
  measure_scrolling ();
  return 0;
}
