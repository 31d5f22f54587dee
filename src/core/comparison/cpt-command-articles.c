// SPDX-License-Identifier: GPL-3.0-or-later
// Adding articles: from the findings of an analysis to statements and events. Room: core/comparison.
#include "cpt-command-private.h"

#include "cpt-from-analysis.h"

static CptArticleState *
article_from_analysis (CptStateBuilder *builder, CptAnalysis *analysis)
{
  CptArticleState *draft = cpt_article_state_new ();
  CptFindings findings;

  draft->id = builder->next_ids.article++;
  draft->article = cpt_article_ref (cpt_analysis_get_article (analysis));
  draft->language = g_strdup (cpt_analysis_get_language (analysis));
  draft->engine_version = CPT_ENGINE_VERSION;
  cpt_findings_init (&findings, analysis, builder->profile);
  for (guint i = 0; i < findings.n_statements; i++)
    {
      CptStatement *statement = cpt_statement_new ();

      statement->id = builder->next_ids.statement + i;
      statement->article_id = draft->id;
      statement->span = findings.statements[i].span;
      cpt_findings_fill_statement (&findings, i, statement);
      if (findings.statements[i].answers >= 0)
        statement->answers = builder->next_ids.statement + (guint32) findings.statements[i].answers;
      g_ptr_array_add (draft->statements, statement);
    }
  builder->next_ids.statement += findings.n_statements;
  cpt_statements_number_parts (draft->statements, 0, draft->statements->len);
  cpt_findings_add_events (&findings, draft, &builder->next_ids);
  return draft;
}

static char *
dup_add_label (CptAnalysis *const *analyses, guint n_analyses)
{
  if (n_analyses == 1)
    return g_strdup_printf (_ ("Add article “%s”"),
                            cpt_article_get_display_name (cpt_analysis_get_article (analyses[0])));
  return g_strdup_printf (ngettext ("Add %u article", "Add %u articles", n_analyses), n_analyses);
}

/**
 * cpt_command_add_articles:
 * @analyses: (array length=n_analyses): under profiles with the sides of the comparison's
 * @n_analyses: how many
 *
 * Returns: (transfer full) (nullable): one command that adds all of them; %NULL when there are none
 */
CptCommand *
cpt_command_add_articles (CptState *state, CptAnalysis *const *analyses, guint n_analyses)
{
  g_autoptr (CptStateBuilder) builder = NULL;

  if (n_analyses == 0)
    return NULL;
  builder = cpt_state_builder_new (state);
  for (guint i = 0; i < n_analyses; i++)
    {
      CptArticleState *draft = article_from_analysis (builder, analyses[i]);

      cpt_state_builder_take_article (builder, draft);
      cpt_findings_name_topics (analyses[i], builder);
    }
  return cpt_command_new (state, builder, dup_add_label (analyses, n_analyses));
}

/**
 * cpt_command_add_article:
 * @analysis: under a profile with the sides of the comparison's
 *
 * Returns: (transfer full): the command that adds the article with its statements and events
 */
CptCommand *
cpt_command_add_article (CptState *state, CptAnalysis *analysis)
{
  return cpt_command_add_articles (state, &analysis, 1);
}
