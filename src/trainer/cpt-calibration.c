// SPDX-License-Identifier: GPL-3.0-or-later
// Learns a network from most lessons, attributes the others with them, and counts how many attributions of each margin
// are right: what the program may claim to be sure of. Room: trainer.
#include "cpt-calibration.h"

#include "cpt-decoder.h"
#include "cpt-links.h"
#include "cpt-rows.h"

/* One lesson of so many is held back. */
#define HELD_BACK 5

/* Attributions added to each step at the mean precision, so that empty steps say something. */
#define PRIOR 6.0

typedef struct
{
  double right[CPT_N_MARGINS];
  double all[CPT_N_MARGINS];
} Counts;

static guint
count_common (CptTokenRange a, CptTokenRange b)
{
  guint begin = MAX (a.begin, b.begin), end = MIN (a.end, b.end);

  return end > begin ? end - begin : 0;
}

static gboolean
same_content (const CptLink *a, const CptLink *b)
{
  guint n_common = 0, n_all = 0;

  for (guint i = 0; i < a->n_contents; i++)
    for (guint k = 0; k < b->n_contents; k++)
      n_common += count_common (a->contents[i], b->contents[k]);
  for (guint i = 0; i < a->n_contents; i++)
    n_all += a->contents[i].end - a->contents[i].begin;
  for (guint k = 0; k < b->n_contents; k++)
    n_all += b->contents[k].end - b->contents[k].begin;
  return 2 * n_common >= n_all - n_common;
}

static gboolean
is_right (const CptLink *link, const GArray *gold)
{
  for (guint i = 0; i < gold->len; i++)
    {
      const CptLink *other = &g_array_index (gold, CptLink, i);
      gboolean none = cpt_token_range_is_empty (link->source) && cpt_token_range_is_empty (other->source);

      if (same_content (link, other) && (none || count_common (link->source, other->source) > 0))
        return TRUE;
    }
  return FALSE;
}

static void
count_lesson (const CptLesson *lesson, const CptNetwork *network, Counts *counts)
{
  guint n = lesson->reading->n_tokens;
  g_autoptr (CptInputs) inputs = cpt_inputs_new (lesson->clues, lesson->rule_tags, network);
  g_autofree guint16 *margins = g_new0 (guint16, n + 1);
  g_autofree CptTag *tags = cpt_tags_by_network (inputs, n, network, margins);
  g_autoptr (GArray) links = cpt_links_from_tags (lesson->clues, tags, margins);
  g_autoptr (GArray) gold = cpt_links_from_tags (lesson->clues, lesson->tags, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const CptLink *link = &g_array_index (links, CptLink, i);
      guint step = MIN (link->margin / CPT_MARGIN_STEP, CPT_N_MARGINS - 1);

      counts->all[step] += 1.0;
      counts->right[step] += is_right (link, gold);
    }
}

/* Precisions that do not fall with the margin: neighbouring steps that would are pooled. */
static void
set_precision (CptNetwork *network, const Counts *counts)
{
  double right[CPT_N_MARGINS], all[CPT_N_MARGINS], total_right = 0.0, total = 1.0;
  guint width[CPT_N_MARGINS], n = 0, step = 0;

  for (guint i = 0; i < CPT_N_MARGINS; i++)
    {
      total_right += counts->right[i];
      total += counts->all[i];
    }
  for (guint i = 0; i < CPT_N_MARGINS; i++)
    {
      right[n] = counts->right[i] + PRIOR * total_right / total;
      all[n] = counts->all[i] + PRIOR;
      width[n++] = 1;
      for (; n > 1 && right[n - 2] * all[n - 1] > right[n - 1] * all[n - 2]; n--)
        {
          right[n - 2] += right[n - 1];
          all[n - 2] += all[n - 1];
          width[n - 2] += width[n - 1];
        }
    }
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < width[i]; k++)
      network->precision[step++] = (guint8)(255.0 * right[i] / all[i] + 0.5);
}

/* Sets the precision table of @network, which was learnt with @options from all of @lessons. */
void
cpt_calibrate (CptNetwork *network, const GPtrArray *lessons, const CptLearnOptions *options)
{
  g_autoptr (GPtrArray) most = g_ptr_array_new ();
  g_autoptr (CptNetwork) other = NULL;
  Counts counts = { 0 };

  for (guint i = 0; i < lessons->len; i++)
    if (i % HELD_BACK != 0)
      g_ptr_array_add (most, g_ptr_array_index (lessons, i));
  other = cpt_learn (most, options);
  for (guint i = 0; i < lessons->len; i += HELD_BACK)
    count_lesson (g_ptr_array_index (lessons, i), other, &counts);
  for (guint i = 0; i < CPT_N_MARGINS; i++)
    g_printerr ("margin from %u: %.0f of %.0f right\n", i * CPT_MARGIN_STEP, counts.right[i], counts.all[i]);
  set_precision (network, &counts);
  cpt_rows_forget (other);
}
