// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-train-attribution: annotated articles -> the weights of the attribution room. Not installed. See
// src/core/analysis/attribution/README.md. Room: trainer.
#include "cpt-calibration.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CptLearnOptions options = { .n_rounds = 5,
                              .n_batch = 8,
                              .rate = 0.002,
                              .decay = 0.05,
                              .drop_words = 3.0,
                              .drop_inputs = 0.13,
                              .drop_hidden = 0.25,
                              .seed = 12 };
  int n_rounds = (int)options.n_rounds;
  gint64 seed = (gint64)options.seed;
  gboolean quick = FALSE;
  const GOptionEntry entries[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "Passes over the lessons", "N" },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &options.rate, "Learning rate", "X" },
    { "decay", 0, 0, G_OPTION_ARG_DOUBLE, &options.decay, "Pull towards nothing", "X" },
    { "drop-words", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_words, "Known words taken for unknown ones", "X" },
    { "drop-inputs", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_inputs, "Inputs left out", "X" },
    { "drop-hidden", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_hidden, "Cells left out", "X" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Seed of what is left to chance", "N" },
    { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "Leave the calibration out", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("LESSONS.jsonl WEIGHTS - learn to attribute");
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (CptNetwork) network = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3)
    {
      g_printerr ("%s\n",
                  error != NULL ? error->message : "usage: counterpoint-train-attribution LESSONS.jsonl WEIGHTS");
      return 2;
    }
  options.n_rounds = (guint)n_rounds;
  options.seed = (guint64)seed;
  lessons = cpt_lessons_load (argv[1], "train", &error);
  if (lessons != NULL)
    {
      network = cpt_learn (lessons, &options);
      if (!quick)
        cpt_calibrate (network, lessons, &options);
      bytes = cpt_network_serialise (network);
      g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), &error);
    }
  if (error != NULL)
    g_printerr ("%s: %s\n", argv[1], error->message);
  return error != NULL ? 1 : 0;
}
