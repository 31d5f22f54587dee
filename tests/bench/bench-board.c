// SPDX-License-Identifier: GPL-3.0-or-later
// From a text of 3 MB to the board, and what happens on it: filters, edits, saving, loading.
#include <string.h>

#include "bench.h"
#include "cpt-board.h"
#include "cpt-history.h"
#include "cpt-store.h"

#define BENCHMARK "board"
#define N_RUNS 5
#define N_EDITS 300

static const char *name;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Milliseconds of the median and the 99th percentile of @seconds. */
static void
print_times (const char *figure, double *seconds, guint n)
{
  g_autofree char *worst = g_strconcat (figure, "-p99", NULL);

  qsort (seconds, n, sizeof *seconds, compare_doubles);
  bench_print (BENCHMARK, figure, name, seconds[n / 2] * 1e3, "ms");
  bench_print (BENCHMARK, worst, name, seconds[MIN (n - 1, n * 99 / 100)] * 1e3, "ms");
}

static CptState *
measure_opening (const BenchText *text, CptAnalyser *analyser)
{
  g_autoptr (CptState) empty = cpt_state_new (cpt_analyser_get_profile (analyser));
  g_autoptr (GPtrArray) analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_analysis_unref);
  g_autoptr (CptCommand) command = NULL;
  g_autoptr (CptBoard) board = NULL;
  double begin = bench_now (), analysed, added, laid_out;

  for (guint i = 0; i < text->articles->len; i++)
    g_ptr_array_add (analyses, cpt_analyser_run (analyser, text->articles->pdata[i], NULL, NULL));
  analysed = bench_now ();
  command = cpt_command_add_articles (empty, (CptAnalysis *const *) analyses->pdata, analyses->len);
  added = bench_now ();
  board = cpt_board_new (cpt_command_get_after (command), NULL);
  laid_out = bench_now ();
  bench_print (BENCHMARK, "text-to-board", name, (laid_out - begin) * 1e3, "ms");
  bench_print (BENCHMARK, "analysis", name, (analysed - begin) * 1e3, "ms");
  bench_print (BENCHMARK, "comparison", name, (added - analysed) * 1e3, "ms");
  bench_print (BENCHMARK, "layout", name, (laid_out - added) * 1e3, "ms");
  bench_print (BENCHMARK, "statements", name, cpt_state_get_n_statements (cpt_command_get_after (command)), "count");
  return cpt_state_ref (cpt_command_get_after (command));
}

static void
measure_filter (CptState *state, const char *figure, const char *words)
{
  CptBoardFilter filter = { .text = words };
  double seconds[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      double begin = bench_now ();

      cpt_board_unref (cpt_board_new (state, words != NULL ? &filter : NULL));
      seconds[i] = bench_now () - begin;
    }
  print_times (figure, seconds, N_RUNS);
}

static void
measure_edits (CptState *state)
{
  g_autoptr (CptComparison) comparison = cpt_comparison_new (state);
  g_autoptr (CptHistory) history = cpt_history_new (comparison);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double edits[N_EDITS], undos[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      CptState *now = cpt_comparison_get_state (comparison);
      const CptArticleState *article = cpt_state_get_article (now, 0);
      const CptStatement *statement
          = article->statements->pdata[g_rand_int_range (rand, 0, (gint32) article->statements->len)];
      guint32 id = statement->id;
      double begin = bench_now ();
      g_autoptr (CptCommand) command = cpt_command_move (now, &id, 1, statement->now.sides ^ 1, NULL);

      cpt_history_do (history, command);
      edits[i] = bench_now () - begin;
    }
  for (guint i = 0; i < N_EDITS; i++)
    {
      double begin = bench_now ();

      cpt_history_undo (history);
      undos[i] = bench_now () - begin;
    }
  print_times ("edit", edits, N_EDITS);
  print_times ("undo", undos, N_EDITS);
}

static void
measure_bulk (CptState *state)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  double begin;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    for (guint j = 0; j < cpt_state_get_article (state, i)->statements->len; j++)
      g_array_append_val (ids, ((const CptStatement *) cpt_state_get_article (state, i)->statements->pdata[j])->id);
  begin = bench_now ();
  cpt_command_unref (cpt_command_confirm (state, (const guint32 *) (gpointer) ids->data, ids->len));
  bench_print (BENCHMARK, "edit-all-statements", name, (bench_now () - begin) * 1e3, "ms");
}

/* What changes every statement at once, and what looks at every one: all of it is done on the main thread. */
static void
measure_whole (CptState *state)
{
  CptBoardFilter nowhere = { .text = "nosuchword" };
  const CptArticleState *article = cpt_state_get_article (state, 0);
  const CptStatement *middle = article->statements->pdata[article->statements->len / 2];
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (state, &n_topics);
  g_autoptr (CptCommand) add = NULL;
  double begin = bench_now ();

  add = cpt_command_add_side (state, "Third");
  bench_print (BENCHMARK, "add-side", name, (bench_now () - begin) * 1e3, "ms");
  begin = bench_now ();
  cpt_command_unref (cpt_command_move_side (state, 0, 1));
  bench_print (BENCHMARK, "move-side", name, (bench_now () - begin) * 1e3, "ms");
  begin = bench_now ();
  cpt_command_unref (cpt_command_remove_side (cpt_command_get_after (add), 0));
  bench_print (BENCHMARK, "remove-side", name, (bench_now () - begin) * 1e3, "ms");
  begin = bench_now ();
  cpt_command_unref (cpt_command_merge_topics (state, topics[0].id, topics[n_topics - 1].id));
  bench_print (BENCHMARK, "merge-topic", name, (bench_now () - begin) * 1e3, "ms");
  begin = bench_now ();
  cpt_command_unref (cpt_command_carve (state, article->id,
                                        CPT_SPAN (middle->span.begin_bytes, middle->span.end_bytes + 40), NULL));
  bench_print (BENCHMARK, "carve", name, (bench_now () - begin) * 1e3, "ms");
  begin = bench_now ();
  cpt_board_find_match (state, &nowhere, middle->id, TRUE);
  bench_print (BENCHMARK, "find-no-match", name, (bench_now () - begin) * 1e3, "ms");
}

static void
measure_store (CptState *state)
{
  g_autofree char *json = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench.counterpoint", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  double begin = bench_now ();

  json = cpt_store_to_json (state);
  bench_print (BENCHMARK, "to-json", name, (bench_now () - begin) * 1e3, "ms");
  bench_print (BENCHMARK, "file-size", name, (double) strlen (json) / 1e6, "MB");
  begin = bench_now ();
  cpt_store_save (state, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  bench_print (BENCHMARK, "save", name, (bench_now () - begin) * 1e3, "ms");
  begin = bench_now ();
  cpt_state_unref (cpt_store_load (file, NULL, NULL, &error));
  g_assert_no_error (error);
  bench_print (BENCHMARK, "load", name, (bench_now () - begin) * 1e3, "ms");
  g_file_delete (file, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) texts = bench_texts_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", &error);
  g_autoptr (CptAnalyser) analyser = NULL;

  g_assert_no_error (error);
  analyser = cpt_analyser_new (profile);
  for (guint i = 0; i < texts->len; i++)
    {
      const BenchText *text = texts->pdata[i];
      g_autoptr (CptState) state = NULL;

      name = text->name;
      state = measure_opening (text, analyser);
      measure_filter (state, "layout-again", NULL);
      measure_filter (state, "filter-one-word", "pipeline");
      measure_filter (state, "filter-two-words", "the vi");
      measure_edits (state);
      measure_bulk (state);
      measure_whole (state);
      measure_store (state);
      bench_print_memory (BENCHMARK, name);
    }
  return 0;
}
