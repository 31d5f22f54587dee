// SPDX-License-Identifier: GPL-3.0-or-later
// Taking the findings of a new analysis of the same text. Room: core/comparison.
//
// Statements about which a person decided anything stand where they are. The new sentences fill the room between them:
// one that reaches into a standing statement is cut at its border, so that the statements tile the text before and after.
// What has the span of an undecided statement takes over its id.
#include "cpt-command-private.h"

#include <string.h>

#include "cpt-from-analysis.h"

#define NO_FINDING G_MAXUINT

typedef struct
{
  const CptFindings *findings;
  const CptArticleState *old;
  const char *text;
  CptNextIds *next_ids;
  GPtrArray *statements; /* the new ones, owned */
  guint32 *ids_of_findings; /* which statement stands for a finding */
  gsize *shares;            /* how many bytes of the finding it has */
  guint next_finding;       /* the first that does not end before what was added last */
  guint next_old;           /* likewise among the old statements */
} Merge;

static gboolean
stands (const CptStatement *statement)
{
  return statement->decided != 0 || statement->note != NULL || statement->extra != NULL;
}

static gsize
get_overlap_bytes (CptSpan a, CptSpan b)
{
  gsize begin = MAX (a.begin_bytes, b.begin_bytes), end = MIN (a.end_bytes, b.end_bytes);

  return end > begin ? end - begin : 0;
}

/* The finding that shares most with @span. Spans come in ascending order, so each finding is looked at about once. */
static guint
find_finding (Merge *self, CptSpan span)
{
  const CptStatementFinding *findings = self->findings->statements;
  guint best = NO_FINDING;
  gsize best_bytes = 0;

  while (self->next_finding < self->findings->n_statements
         && findings[self->next_finding].span.end_bytes <= span.begin_bytes)
    self->next_finding++;
  for (guint i = self->next_finding;
       i < self->findings->n_statements && findings[i].span.begin_bytes < span.end_bytes; i++)
    {
      gsize bytes = get_overlap_bytes (findings[i].span, span);

      if (bytes > best_bytes)
        {
          best = i;
          best_bytes = bytes;
        }
    }
  return best;
}

static void
add_statement (Merge *self, CptStatement *statement)
{
  guint finding = find_finding (self, statement->span);

  if (finding != NO_FINDING)
    {
      gsize bytes = get_overlap_bytes (self->findings->statements[finding].span, statement->span);

      cpt_findings_fill_statement (self->findings, finding, statement);
      statement->answers = (guint32) finding + 1; /* until resolve_answers() */
      if (bytes > self->shares[finding])
        {
          self->shares[finding] = bytes;
          self->ids_of_findings[finding] = statement->id;
        }
    }
  g_ptr_array_add (self->statements, statement);
}

/* An undecided statement with exactly this span, if there was one. */
static const CptStatement *
find_old (Merge *self, CptSpan span)
{
  const CptStatement *old;

  while (self->next_old < self->old->statements->len
         && ((const CptStatement *) self->old->statements->pdata[self->next_old])->span.begin_bytes < span.begin_bytes)
    self->next_old++;
  if (self->next_old >= self->old->statements->len)
    return NULL;
  old = self->old->statements->pdata[self->next_old];
  return !stands (old) && cpt_span_equal (old->span, span) ? old : NULL;
}

static void
add_free_span (Merge *self, CptSpan span)
{
  const CptStatement *old;
  CptStatement *statement;

  span = cpt_span_trim (self->text, span);
  if (cpt_span_is_empty (span))
    return;
  old = find_old (self, span);
  statement = old != NULL ? cpt_statement_copy (old) : cpt_statement_new ();
  if (old == NULL)
    statement->id = self->next_ids->statement++;
  statement->article_id = self->old->id;
  statement->span = span;
  add_statement (self, statement);
}

/* The new sentences between two standing statements, cut at their borders. */
static void
fill_gap (Merge *self, CptSpan gap, guint *finding)
{
  for (; *finding < self->findings->n_statements; (*finding)++)
    {
      CptSpan span = self->findings->statements[*finding].span;

      if (span.begin_bytes >= gap.end_bytes)
        return;
      add_free_span (self, CPT_SPAN (MAX (span.begin_bytes, gap.begin_bytes), MIN (span.end_bytes, gap.end_bytes)));
      if (span.end_bytes > gap.end_bytes)
        return; /* goes on behind what stands there */
    }
}

static void
merge_statements (Merge *self)
{
  gsize begin_bytes = 0;
  guint finding = 0;

  for (guint i = 0; i < self->old->statements->len; i++)
    {
      const CptStatement *old = self->old->statements->pdata[i];

      if (!stands (old))
        continue;
      fill_gap (self, CPT_SPAN (begin_bytes, old->span.begin_bytes), &finding);
      add_statement (self, cpt_statement_copy (old));
      begin_bytes = old->span.end_bytes;
    }
  fill_gap (self, CPT_SPAN (begin_bytes, cpt_article_get_length_bytes (self->old->article)), &finding);
}

static void
resolve_answers (Merge *self)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      CptStatement *statement = self->statements->pdata[i];
      int answered = statement->answers == 0 ? -1 : self->findings->statements[statement->answers - 1].answers;

      statement->answers = answered < 0 ? 0 : self->ids_of_findings[answered];
      if (statement->answers == statement->id)
        statement->answers = 0;
    }
}

static GPtrArray *
merge (const CptFindings *findings, const CptArticleState *old, CptNextIds *next_ids)
{
  Merge self = {
    .findings = findings,
    .old = old,
    .text = cpt_article_get_text (old->article),
    .next_ids = next_ids,
    .statements = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_statement_unref),
    .ids_of_findings = g_new0 (guint32, findings->n_statements + 1),
    .shares = g_new0 (gsize, findings->n_statements + 1),
  };

  merge_statements (&self);
  resolve_answers (&self);
  cpt_statements_number_parts (self.statements, 0, self.statements->len);
  g_free (self.ids_of_findings);
  g_free (self.shares);
  return self.statements;
}

static gboolean
same_text (const CptArticle *a, const CptArticle *b)
{
  gsize length_bytes = cpt_article_get_length_bytes (a);

  return length_bytes == cpt_article_get_length_bytes (b)
         && memcmp (cpt_article_get_text (a), cpt_article_get_text (b), length_bytes) == 0;
}

/* @draft: of the builder; its statements are those of the comparison so far. */
static void
take_analysis (CptStateBuilder *builder, CptArticleState *draft, CptAnalysis *analysis)
{
  GPtrArray *statements;
  CptFindings findings;

  cpt_findings_init (&findings, analysis, builder->profile);
  statements = merge (&findings, draft, &builder->next_ids);
  g_ptr_array_unref (draft->statements);
  draft->statements = statements;
  cpt_findings_add_events (&findings, draft, &builder->next_ids);
  cpt_article_unref (draft->article);
  draft->article = cpt_article_ref (cpt_analysis_get_article (analysis));
  g_free (draft->language);
  draft->language = g_strdup (cpt_analysis_get_language (analysis));
  draft->engine_version = CPT_ENGINE_VERSION;
  cpt_findings_name_topics (analysis, builder);
  builder->cost_bytes += draft->statements->len * sizeof (CptStatement) + draft->events->len * sizeof (CptEvent);
}

/**
 * cpt_command_reanalyse:
 * @article_id: the article
 * @analysis: of an article with the same text, perhaps with other metadata, under a profile that has sides in common
 *   with the comparison's. The comparison keeps its own profile: sides may have been renamed or moved in it since.
 * @label: (nullable): translated; what the person did, such as "Set publication date"
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such article, or the text differs, or all sides do
 *
 * Cost: linear in the statements of the article.
 */
CptCommand *
cpt_command_reanalyse (CptState *state, guint32 article_id, CptAnalysis *analysis, const char *label)
{
  const CptArticleState *old = cpt_state_find_article (state, article_id);
  g_autoptr (CptStateBuilder) builder = NULL;
  CptSideSet map[CPT_MAX_SIDES];

  if (old == NULL || !same_text (old->article, cpt_analysis_get_article (analysis))
      || !cpt_profile_map_sides (cpt_analysis_get_profile (analysis), state->profile, map))
    return NULL;
  builder = cpt_state_builder_new (state);
  take_analysis (builder, cpt_state_builder_edit_article (builder, article_id), analysis);
  return cpt_command_new (state, builder, g_strdup (label != NULL ? label : _ ("Analyse again")));
}

/* Topics that only the old profile names keep their names as long as a statement has them. */
static void
keep_topic_names (CptStateBuilder *builder, const CptProfile *old)
{
  guint n_topics;
  const CptTopic *topics = cpt_profile_get_topics (old, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    cpt_state_builder_name_topic (builder, topics[i].id, topics[i].name, 0);
}

/**
 * cpt_command_set_profile:
 * @profile: becomes the comparison's own
 * @article_ids: (array length=n_articles): articles that were analysed under it
 * @analyses: (array length=n_articles): of their texts
 * @label: (nullable): translated; what the person did
 *
 * Takes a profile and its findings in one step. Sides are the same when their ids are, else when their names are; what was
 * given to a side that @profile does not have goes to Context. What a person decided stays, as in cpt_command_reanalyse();
 * articles that were not analysed under it keep their findings.
 *
 * Returns: (transfer full): the command
 *
 * Cost: linear in the statements.
 */
CptCommand *
cpt_command_set_profile (CptState *state, CptProfile *profile, const guint32 *article_ids, CptAnalysis *const *analyses,
                         guint n_articles, const char *label)
{
  g_autoptr (CptStateBuilder) builder = cpt_state_builder_new (state);
  CptSideSet map[CPT_MAX_SIDES];

  cpt_profile_map_sides (state->profile, profile, map);
  cpt_state_builder_map_sides (builder, map);
  cpt_profile_unref (builder->profile);
  builder->profile = cpt_profile_ref (profile);
  keep_topic_names (builder, state->profile);
  for (guint i = 0; i < n_articles; i++)
    {
      CptArticleState *draft = cpt_state_builder_edit_article (builder, article_ids[i]);

      if (draft != NULL && same_text (draft->article, cpt_analysis_get_article (analyses[i])))
        take_analysis (builder, draft, analyses[i]);
    }
  return cpt_command_new (state, builder,
                          label != NULL ? g_strdup (label)
                                        : g_strdup_printf (_ ("Use profile “%s”"), cpt_profile_get_name (profile)));
}
