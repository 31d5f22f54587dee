// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-train-attribution: annotated articles -> the weights of the attribution room. Not installed. See
// src/core/analysis/attribution/README.md. Room: trainer.
#include "cpt-calibration.h"
#include "cpt-word-learner.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CptCrfOptions options = {
    .n_rounds = 14, .n_draft_rounds = 3, .max_rows = 150000, .min_count = 3, .rate = 0.06, .decay = 5.0
  };
  int n_rounds = (int)options.n_rounds, n_draft = (int)options.n_draft_rounds, n_rows = (int)options.max_rows;
  gboolean quick = FALSE;
  int min_count = (int)options.min_count;
  const GOptionEntry entries[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "Passes over the lessons", "N" },
    { "draft-rounds", 0, 0, G_OPTION_ARG_INT, &n_draft, "Passes of the draft", "N" },
    { "rows", 0, 0, G_OPTION_ARG_INT, &n_rows, "Features kept", "N" },
    { "min-count", 0, 0, G_OPTION_ARG_INT, &min_count, "Least occurrences of a feature", "N" },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &options.rate, "Learning rate", "X" },
    { "decay", 0, 0, G_OPTION_ARG_DOUBLE, &options.decay, "Pull towards nothing", "X" },
    { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "Leave the calibration out", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("LESSONS.jsonl WEIGHTS - learn to attribute");
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (CptModel) words = NULL, model = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3)
    {
      g_printerr ("%s\n",
                  error != NULL ? error->message : "usage: counterpoint-train-attribution LESSONS.jsonl WEIGHTS");
      return 2;
    }
  options.n_rounds = (guint)n_rounds;
  options.n_draft_rounds = (guint)n_draft;
  options.max_rows = (guint)n_rows;
  options.min_count = (guint)min_count;
  lessons = cpt_lessons_load (argv[1], "train", &error);
  if (lessons != NULL)
    {
      words = cpt_learn_words (lessons);
      model = cpt_crf_learn (lessons, words, &options);
      if (!quick)
        cpt_calibrate (model, lessons, words, &options);
      bytes = cpt_model_serialise (model);
      g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), &error);
    }
  if (error != NULL)
    g_printerr ("%s: %s\n", argv[1], error->message);
  return error != NULL ? 1 : 0;
}
