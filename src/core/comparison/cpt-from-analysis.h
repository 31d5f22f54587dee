// SPDX-License-Identifier: GPL-3.0-or-later
// From findings to the values of a comparison. Private to core/comparison.
#pragma once

#include "cpt-state-private.h"

G_BEGIN_DECLS

/* An analysis as seen from a comparison; borrows from both. */
typedef struct
{
  CptAnalysis *analysis;
  const CptStatementFinding *statements;
  guint n_statements;
  const CptFoundTopic *topics;
  guint n_topics;
  CptSideSet sides[CPT_MAX_SIDES]; /* what a side of the analysis is in the comparison; 0 when it has none like it */
} CptFindings;

/* The sides of @from as sets of sides of @to, by id, else by name; FALSE when they have none in common. @map: CPT_MAX_SIDES. */
gboolean cpt_profile_map_sides   (const CptProfile *from, const CptProfile *to, CptSideSet *map);
CptSideSet cpt_side_set_map      (CptSideSet sides, const CptSideSet *map);

/* @profile: of the comparison that takes the findings */
void cpt_findings_init           (CptFindings *self, CptAnalysis *analysis, const CptProfile *profile);
/* Everything but ids, span, answers and part numbers; keeps what was decided about @statement. */
void cpt_findings_fill_statement (const CptFindings *self, guint index, CptStatement *statement);
/* Keeps ids of, and decisions about, the events that @draft has already; drops the undecided that are found no more. */
void cpt_findings_add_events     (const CptFindings *self, CptArticleState *draft, CptNextIds *next_ids);
/* The order of an article's events: by their words, then by id. For g_ptr_array_sort(). */
int  cpt_events_compare          (gconstpointer a, gconstpointer b);
void cpt_findings_name_topics    (CptAnalysis *analysis, CptStateBuilder *builder);

G_END_DECLS
