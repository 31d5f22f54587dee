// SPDX-License-Identifier: GPL-3.0-or-later
// How fast articles are analysed: the whole and each stage, also in proportion to ICU's sentence iterator on the same text.
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "bench.h"
#include "cpt-analysis.h"
#include "cpt-sentences.h"

#define BENCHMARK "analysis"
#define N_RUNS 5

/* One way of reading an article; what it makes is thrown away. */
typedef void (*Stage) (CptArticle *article);

static CptProfile *profile;
static CptAnalyser *analyser;
static CptActorIndex *actors;
static CptEventNames *event_names;
static CptTopicIndex *topics;

/* What the stages before have made, when a single stage is measured. */
static CptReading *reading;
static CptMentions *mentions;

static void
run_icu (CptArticle *article)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8 (NULL, cpt_article_get_text (article), (int64_t) cpt_article_get_length_bytes (article), &status);
  UBreakIterator *iterator = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);

  ubrk_setUText (iterator, text, &status);
  g_assert_true (U_SUCCESS (status));
  while (ubrk_next (iterator) != UBRK_DONE)
    ;
  ubrk_close (iterator);
  utext_close (text);
}

static void
run_tokens (CptArticle *article)
{
  cpt_tokens_free (cpt_tokens_new (cpt_article_get_text (article), cpt_article_get_length_bytes (article)));
}

static void
run_sentences (CptArticle *article)
{
  g_array_unref (cpt_sentences_scan (cpt_article_get_text (article), cpt_article_get_length_bytes (article), "en"));
}

static void
run_reading (CptArticle *article)
{
  cpt_reading_free (cpt_reading_new (article));
}

static void
run_mentions (CptArticle *article)
{
  cpt_mentions_free (cpt_mentions_find (reading, actors));
}

static void
run_dates (CptArticle *article)
{
  g_array_unref (cpt_dates_find (reading, event_names));
}

static void
run_attributions (CptArticle *article)
{
  g_array_unref (cpt_attributions_find (reading, mentions, profile));
}

static void
run_topics (CptArticle *article)
{
  cpt_topics_free (cpt_topics_find (reading, topics));
}

static void
run_whole (CptArticle *article)
{
  cpt_analysis_unref (cpt_analyser_run (analyser, article, NULL, NULL));
}

/* Seconds for all articles of @text: the best of a few runs, which other work on the machine disturbs least. */
static double
measure (const BenchText *text, Stage stage)
{
  double best = G_MAXDOUBLE;

  for (guint run = 0; run < N_RUNS; run++)
    {
      double seconds = 0;

      for (guint i = 0; i < text->articles->len; i++)
        {
          CptArticle *article = text->articles->pdata[i];
          double begin;

          reading = cpt_reading_new (article);
          mentions = cpt_mentions_find (reading, actors);
          begin = bench_now ();
          stage (article);
          seconds += bench_now () - begin;
          cpt_mentions_free (mentions);
          cpt_reading_free (reading);
        }
      best = MIN (best, seconds);
    }
  return best;
}

static void
measure_text (const BenchText *text)
{
  static const struct
  {
    const char *figure;
    Stage stage;
  } stages[] = {
    { "whole", run_whole },     { "tokens", run_tokens }, { "sentences", run_sentences },       { "reading", run_reading },
    { "mentions", run_mentions }, { "dates", run_dates },   { "attributions", run_attributions }, { "topics", run_topics },
  };
  const char *only = g_getenv ("CPT_BENCH_ONLY"); /* one stage, for a profiler */
  double megabytes = (double) text->length_bytes / 1e6, icu = measure (text, run_icu);

  bench_print (BENCHMARK, "icu-sentence-iterator", text->name, megabytes / icu, "MB/s");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *ratio = g_strconcat (stages[i].figure, "-to-icu", NULL);
      double seconds;

      if (only != NULL && !g_str_equal (only, stages[i].figure))
        continue;
      seconds = measure (text, stages[i].stage);
      bench_print (BENCHMARK, stages[i].figure, text->name, megabytes / seconds, "MB/s");
      bench_print (BENCHMARK, ratio, text->name, icu / seconds, "ratio");
    }
  bench_print_memory (BENCHMARK, text->name);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) texts = bench_texts_new ();
  g_autoptr (GError) error = NULL;
  double begin;

  profile = cpt_profile_new_builtin ("nato-kremlin", &error);
  g_assert_no_error (error);
  begin = bench_now ();
  analyser = cpt_analyser_new (profile);
  bench_print (BENCHMARK, "prepare-profile", NULL, (bench_now () - begin) * 1e3, "ms");
  actors = cpt_actor_index_new (profile);
  event_names = cpt_event_names_new (profile);
  topics = cpt_topic_index_new (profile);
  for (guint i = 0; i < texts->len; i++)
    measure_text (texts->pdata[i]);
  cpt_topic_index_unref (topics);
  cpt_actor_index_unref (actors);
  cpt_event_names_unref (event_names);
  cpt_analyser_unref (analyser);
  cpt_profile_unref (profile);
  return 0;
}
