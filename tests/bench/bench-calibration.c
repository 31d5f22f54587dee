// SPDX-License-Identifier: GPL-3.0-or-later
// What confidence is worth: of the statements and attributions with a confidence of 0.8 to 0.9, how many are right?
//
// CPT_BENCH_LABELS names files of JSON lines, parted by colons. A line is an article: "text", "language", "published", and
// "labels" ([{"start", "end", "sides": ["nato"]}]) or "attributions" ([{"source": [[0, 31]], "content": [[88, 171]]}]) by
// people; offsets count code points. Without the variable nothing is measured. With CPT_BENCH_SHOW the sentences with wrong
// sides are written to standard error.
#include <string.h>

#include "bench.h"
#include "cpt-analysis.h"
#include "cpt-json.h"

#define BENCHMARK "calibration"
#define N_BINS 10
/* Statements added to each kind of grounds at the share of all of its class, so that rare kinds say something. */
#define PRIOR 6.0

typedef struct
{
  double right;
  double all;
} Count;

/* One labelled sentence as the program saw it. */
typedef struct
{
  guint article;
  CptGrounds grounds;
  gboolean account;
  gboolean right;
  float confidence;
} Observation;

typedef struct
{
  CptAnalyser *analyser;
  GArray *observations; /* Observation */
  Count attributions[N_BINS];
  guint n_articles;
} Calibration;

static guint
get_bin (double confidence)
{
  return MIN ((guint) (confidence * N_BINS + 1e-6), N_BINS - 1);
}

/* --- sides --- */

static CptSideSet
read_sides (const CptProfile *profile, JsonArray *names)
{
  guint n_sides;
  const CptSide *sides = cpt_profile_get_sides (profile, &n_sides);
  CptSideSet set = 0;

  for (guint i = 0; i < json_array_get_length (names); i++)
    for (guint k = 0; k < n_sides; k++)
      if (strcmp (sides[k].id, json_array_get_string_element (names, i)) == 0)
        set |= CPT_SIDE_BIT (k);
  return set;
}

/* A sentence that was split is as sure as its less sure half. */
static void
observe_label (Calibration *self, const CptAnalysis *analysis, CptArticle *article, JsonObject *label)
{
  gint64 begin_chars = json_object_get_int_member (label, "start"), end_chars = json_object_get_int_member (label, "end");
  CptSpan span = { cpt_article_byte_offset (article, (gsize) begin_chars), cpt_article_byte_offset (article, (gsize) end_chars) };
  CptSideSet expected =
      read_sides (cpt_analysis_get_profile (analysis), json_object_get_array_member (label, "sides")), got = 0;
  const CptStatementFinding *least = NULL;
  guint n;
  const CptStatementFinding *statements = cpt_analysis_get_statements (analysis, &n);
  Observation observation = { .article = self->n_articles };

  for (guint i = 0; i < n; i++)
    if (cpt_span_overlaps (statements[i].span, span))
      {
        got |= statements[i].sides;
        if (least == NULL || statements[i].side_confidence < least->side_confidence)
          least = &statements[i];
      }
  if (least == NULL)
    return;
  observation.grounds = least->grounds;
  observation.confidence = least->side_confidence;
  observation.account = got != 0;
  observation.right = got == expected;
  if (!observation.right && g_getenv ("CPT_BENCH_SHOW") != NULL)
    g_printerr ("%s %.2f: got %u expected %u: %.*s\n", cpt_grounds_get_name (least->grounds), least->side_confidence, got,
                expected, (int) (span.end_bytes - span.begin_bytes), cpt_article_get_text (article) + span.begin_bytes);
  g_array_append_val (self->observations, observation);
}

static double
share (Count count, double mean)
{
  return (count.right + PRIOR * mean) / (count.all + PRIOR);
}

static void
add (Count *count, gboolean right)
{
  count->all += 1;
  count->right += right;
}

static Count
unite (Count a, Count b)
{
  return (Count){ a.right + b.right, a.all + b.all };
}

static gboolean
falls (Count a, Count b)
{
  return a.all > 0 && b.all > 0 && a.right / a.all > b.right / b.all;
}

/* The steps of the first three kinds of grounds must not fall with the margin: those that would are pooled (pool adjacent
 * violators, Ayer et al. 1955). */
static Count
pool_steps (const Count *steps, guint step)
{
  Count low = unite (steps[0], steps[1]), high = unite (steps[1], steps[2]), all = unite (low, steps[2]);
  gboolean first = falls (steps[0], steps[1]), second = falls (steps[1], steps[2]);

  if ((first && second) || (first && falls (low, steps[2])) || (second && falls (steps[0], high)))
    return all;
  if (first && step < 2)
    return low;
  return second && step > 0 ? high : steps[step];
}

/* The share of right ones with these grounds and in this class, without those of @but_article. */
static double
fit (const Calibration *self, const Observation *observation, guint but_article)
{
  Count counts[CPT_N_GROUNDS] = { 0 }, class = { 0 };
  CptGrounds grounds = observation->grounds;

  for (guint i = 0; i < self->observations->len; i++)
    {
      const Observation *other = &g_array_index (self->observations, Observation, i);

      if (other->article == but_article)
        continue;
      add (&counts[other->grounds], other->right);
      if (other->account == observation->account)
        add (&class, other->right);
    }
  return share (grounds < CPT_GROUNDS_GRAMMAR ? pool_steps (&counts[grounds - grounds % 3], grounds % 3) : counts[grounds],
                class.all > 0 ? class.right / class.all : 0.5);
}

static void
print_bins (const char *what, const Count *bins)
{
  for (guint i = 0; i < N_BINS; i++)
    if (bins[i].all > 0)
      {
        g_autofree char *figure =
            g_strdup_printf ("%s %.1f-%.1f (%.0f of %.0f)", what, i / 10.0, (i + 1) / 10.0, bins[i].right, bins[i].all);

        bench_print (BENCHMARK, figure, NULL, bins[i].right / bins[i].all, "right");
      }
}

/* The confidence that the program gives, and the one that it would have learnt from the other articles. */
static void
print_statements (const Calibration *self)
{
  Count given[2][N_BINS] = { 0 }, learnt[N_BINS] = { 0 };
  double squares = 0;

  for (guint i = 0; i < self->observations->len; i++)
    {
      const Observation *observation = &g_array_index (self->observations, Observation, i);
      double fitted = fit (self, observation, observation->article);

      add (&given[observation->account][get_bin (observation->confidence)], observation->right);
      add (&learnt[get_bin (fitted)], observation->right);
      squares += (fitted - observation->right) * (fitted - observation->right);
    }
  print_bins ("accounts", given[TRUE]);
  print_bins ("Context", given[FALSE]);
  print_bins ("learnt-from-other-articles", learnt);
  bench_print (BENCHMARK, "brier-score", NULL, squares / MAX (self->observations->len, 1), "mean square");
}

static void
print_grounds (const Calibration *self)
{
  for (guint grounds = 0; grounds < CPT_N_GROUNDS; grounds++)
    {
      Count count = { 0 };
      Observation any = { .grounds = grounds, .account = grounds < CPT_GROUNDS_THIRD_PARTY };
      g_autofree char *figure = NULL;

      for (guint i = 0; i < self->observations->len; i++)
        if (g_array_index (self->observations, Observation, i).grounds == grounds)
          add (&count, g_array_index (self->observations, Observation, i).right);
      figure = g_strdup_printf ("%s (%.0f of %.0f)", cpt_grounds_get_name (grounds), count.right, count.all);
      bench_print (BENCHMARK, figure, NULL, fit (self, &any, G_MAXUINT), "for the table");
    }
}

/* --- attributions --- */

static gsize
count_common (const CptParts *parts, const CptParts *others)
{
  gsize sum = 0;

  for (guint i = 0; i < parts->n; i++)
    for (guint k = 0; k < others->n; k++)
      {
        gsize begin = MAX (parts->items[i].begin_bytes, others->items[k].begin_bytes);
        gsize end = MIN (parts->items[i].end_bytes, others->items[k].end_bytes);

        sum += end > begin ? end - begin : 0;
      }
  return sum;
}

static CptParts
read_parts (CptArticle *article, JsonObject *object, const char *name)
{
  CptParts parts = { 0 };
  JsonArray *spans = json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;

  for (guint i = 0; spans != NULL && i < json_array_get_length (spans); i++)
    {
      JsonArray *span = json_array_get_array_element (spans, i);

      cpt_parts_add (&parts, CPT_SPAN (cpt_article_byte_offset (article, (gsize) json_array_get_int_element (span, 0)),
                                       cpt_article_byte_offset (article, (gsize) json_array_get_int_element (span, 1))));
    }
  return parts;
}

/* Half of the content in common, and some of the source. */
static gboolean
is_right (const CptAttribution *found, CptArticle *article, JsonArray *gold)
{
  for (guint i = 0; i < json_array_get_length (gold); i++)
    {
      JsonObject *object = json_array_get_object_element (gold, i);
      CptParts content = read_parts (article, object, "content"), source = read_parts (article, object, "source");
      gsize common = count_common (&found->content, &content);
      gsize all = count_common (&found->content, &found->content) + count_common (&content, &content) - common;

      if (2 * common >= all && ((source.n == 0 && found->source.n == 0) || count_common (&found->source, &source) > 0))
        return TRUE;
    }
  return FALSE;
}

static void
observe_attributions (Calibration *self, const CptAnalysis *analysis, CptArticle *article, JsonArray *gold)
{
  guint n;
  const CptAttribution *attributions = cpt_analysis_get_attributions (analysis, &n);

  for (guint i = 0; i < n; i++)
    add (&self->attributions[get_bin (attributions[i].confidence)], is_right (&attributions[i], article, gold));
}

/* --- files --- */

static void
observe_article (Calibration *self, JsonObject *object)
{
  const char *text = json_object_get_string_member_with_default (object, "text", "");
  CptArticleMetadata metadata = { .published = json_object_get_string_member_with_default (object, "published", NULL),
                                  .language = json_object_get_string_member_with_default (object, "language", "en") };
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &metadata);
  g_autoptr (CptAnalysis) analysis = cpt_analyser_run (self->analyser, article, NULL, NULL);
  JsonArray *labels = json_object_has_member (object, "labels") ? json_object_get_array_member (object, "labels") : NULL;

  if (g_strcmp0 (json_object_get_string_member_with_default (object, "split", "dev"), "dev") != 0)
    return;
  for (guint i = 0; labels != NULL && i < json_array_get_length (labels); i++)
    observe_label (self, analysis, article, json_array_get_object_element (labels, i));
  if (json_object_has_member (object, "attributions"))
    observe_attributions (self, analysis, article, json_object_get_array_member (object, "attributions"));
  self->n_articles++;
}

static void
observe_file (Calibration *self, const char *path)
{
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = *lines[i] != '\0' ? cpt_json_parse (lines[i], -1, NULL) : NULL;

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        observe_article (self, json_node_get_object (node));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", &error);
  const char *paths = g_getenv ("CPT_BENCH_LABELS");
  g_auto (GStrv) files = g_strsplit (paths != NULL ? paths : "", ":", -1);
  Calibration self = { 0 };

  g_assert_no_error (error);
  self.analyser = cpt_analyser_new (profile);
  self.observations = g_array_new (FALSE, FALSE, sizeof (Observation));
  for (guint i = 0; files[i] != NULL && *files[i] != '\0'; i++)
    observe_file (&self, files[i]);
  if (self.observations->len > 0)
    {
      print_statements (&self);
      print_grounds (&self);
    }
  print_bins ("attributions", self.attributions);
  g_array_unref (self.observations);
  cpt_analyser_unref (self.analyser);
  return 0;
}
