// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was found in one article. Room: core/analysis.
#pragma once

#include <gio/gio.h>

#include "cpt-attributions.h"
#include "cpt-confidence.h"
#include "cpt-dates.h"
#include "cpt-mentions.h"
#include "cpt-topics.h"

G_BEGIN_DECLS

/* Raised whenever the findings for the same input can differ; kept in comparison files beside the findings. */
#define CPT_ENGINE_VERSION 1

/**
 * CptStatementFinding:
 * @span: a sentence, or a clause of one
 * @sentence: number of its sentence
 * @n_parts: into how many statements the sentence was split; 1 for a whole one
 * @sides: whose account it gives; empty for Context
 * @topic: index into the analysis' topics
 * @source: (nullable): the speaker's fullest name
 * @cue: (nullable): the words of the cue
 * @quotation: how it is quoted
 * @grounds: on what grounds @sides were decided
 * @side_confidence: 0 to 1, that @sides are right: of so many statements decided on such grounds they were
 * @answers: index of the earlier statement that this one answers, or -1
 * @reasons: why these sides
 *
 * Strings are owned by the analysis.
 */
typedef struct
{
  CptSpan span;
  guint sentence;
  guint n_parts;
  CptSideSet sides;
  guint topic;
  const char *source;
  const char *cue;
  CptQuotation quotation;
  CptGrounds grounds;
  float side_confidence;
  int answers;
  CptReasons reasons;
} CptStatementFinding;

/**
 * CptEventFinding:
 * @statement: the statement that speaks of it
 * @date: index of the temporal expression
 * @label: the clause, compressed for a card; owned by the analysis
 * @sides: who claims it
 */
typedef struct
{
  guint statement;
  guint date;
  const char *label;
  CptSideSet sides;
} CptEventFinding;

/**
 * CptAnalysis:
 *
 * An immutable, atomically reference-counted value: the findings in one article under one profile.
 */
typedef struct _CptAnalysis CptAnalysis;

#define CPT_TYPE_ANALYSIS (cpt_analysis_get_type ())
GType cpt_analysis_get_type (void) G_GNUC_CONST;

/**
 * CptAnalyser:
 *
 * A profile prepared for analysing any number of articles. Immutable, safe in several threads at once.
 */
typedef struct _CptAnalyser CptAnalyser;

CptAnalyser *cpt_analyser_new      (CptProfile *profile);
CptAnalyser *cpt_analyser_ref      (CptAnalyser *self);
void         cpt_analyser_unref    (CptAnalyser *self);
CptProfile  *cpt_analyser_get_profile (CptAnalyser *self);
CptAnalysis *cpt_analyser_run      (CptAnalyser *self, CptArticle *article, GCancellable *cancellable, GError **error);

CptAnalysis *cpt_analysis_run      (CptArticle *article, CptProfile *profile, GCancellable *cancellable, GError **error);
CptAnalysis *cpt_analysis_ref      (CptAnalysis *self);
void         cpt_analysis_unref    (CptAnalysis *self);

CptArticle                *cpt_analysis_get_article      (const CptAnalysis *self);
CptProfile                *cpt_analysis_get_profile      (const CptAnalysis *self);
const char                *cpt_analysis_get_language     (const CptAnalysis *self);
const CptSpan             *cpt_analysis_get_sentences    (const CptAnalysis *self, guint *n);
const CptStatementFinding *cpt_analysis_get_statements   (const CptAnalysis *self, guint *n);
const CptAttribution      *cpt_analysis_get_attributions (const CptAnalysis *self, guint *n);
gboolean                   cpt_analysis_is_from_person  (const CptAnalysis *self, guint attribution);
const CptDateMention      *cpt_analysis_get_dates        (const CptAnalysis *self, guint *n);
const CptEventFinding     *cpt_analysis_get_events       (const CptAnalysis *self, guint *n);
const CptFoundTopic       *cpt_analysis_get_topics       (const CptAnalysis *self, guint *n);

const char *cpt_rule_describe (const char *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptAnalysis, cpt_analysis_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptAnalyser, cpt_analyser_unref)

G_END_DECLS
