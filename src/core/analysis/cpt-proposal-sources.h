// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks in articles, for whom, and against whom. Room: core/analysis, private to it.
#pragma once

#include "cpt-analysis.h"

G_BEGIN_DECLS

/* Further speakers of long texts are no main sources. */
#define CPT_MAX_PROPOSAL_SOURCES 48

/**
 * CptProposalSource:
 * @name: without article: "Anna Kovacs", "Tram Workers' Union", "council"
 * @last_word: of @name, in lower case
 * @is_person: rather than a body
 * @is_body: whether it was called with an article, which no person is
 * @n_spoken: how often it speaks
 * @group: the source that stands for all that speak with one voice: itself, or an earlier one
 */
typedef struct
{
  char *name;
  char *last_word;
  gboolean is_person;
  gboolean is_body;
  guint n_spoken;
  guint group;
} CptProposalSource;

/**
 * CptProposalSources:
 * @n: how many there are
 * @items: in the order in which they were found
 * @against: how often the one speaks against the other, both ways alike
 */
typedef struct
{
  guint n;
  CptProposalSource items[CPT_MAX_PROPOSAL_SOURCES];
  guint against[CPT_MAX_PROPOSAL_SOURCES][CPT_MAX_PROPOSAL_SOURCES];
} CptProposalSources;

CptProposalSources *cpt_proposal_sources_find (CptAnalysis *const *analyses, guint n_analyses);
void                cpt_proposal_sources_free (CptProposalSources *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptProposalSources, cpt_proposal_sources_free)

G_END_DECLS
