// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns over classes, and what a matched pattern means. Room: core/analysis/time.
#pragma once

#include "cpt-findings.h"
#include "cpt-reading.h"
#include "cpt-time-items.h"
#include "cpt-time-story.h"
#include "cpt-time-tense.h"

G_BEGIN_DECLS

/* Elements of a pattern, and so items of a match. */
#define CPT_TIME_MAX_ELEMENTS 16

/* Items before an expression that its pattern may ask for. */
#define CPT_TIME_MAX_BEHIND 4

/**
 * CptTimeContext:
 * @reading: the text; %NULL for a phrase by itself
 * @published: day of publication, or %CPT_DAY_NONE
 * @published_minutes: since midnight, or 0 when not told
 * @narrated: the day that the text last spoke of, or @published
 * @narrated_unit: how sharp it was
 * @story: the days spoken of before
 * @narrative: whether the text tells of times long before its publication
 * @alone: whether the text is nothing but a temporal expression, as somebody types it
 * @tenses: of the verbs of the text
 * @token: where the expression begins
 */
typedef struct
{
  const CptReading *reading;
  CptDay published;
  int published_minutes;
  CptDay narrated;
  CptTimeUnit narrated_unit;
  CptTimeStory story;
  gboolean narrative;
  gboolean alone;
  const CptTimeTense *tenses;
  guint token;
} CptTimeContext;

#define CPT_TIME_MAX_VALUE 48

/**
 * CptTimeResult:
 * @type: TIMEX3 type
 * @value: TIMEX3 value
 * @interval: first and last day
 * @anchor: the day it was resolved against, or %CPT_DAY_NONE
 * @unit: how sharp it is
 * @moves: whether the text now speaks of this time
 * @confidence: 0 to 1
 */
typedef struct
{
  CptTimexType type;
  char value[CPT_TIME_MAX_VALUE];
  CptInterval interval;
  CptDay anchor;
  CptTimeUnit unit;
  gboolean moves;
  float confidence;
} CptTimeResult;

typedef struct
{
  guint n;
  guint n_behind; /* items just before @first that the pattern asked for */
  struct
  {
    CptTimeClass time_class;
    const CptTimeItem *item;
  } slots[CPT_TIME_MAX_ELEMENTS];
  const CptTimeItem *first; /* of the expression, without what only stands around it */
  const CptTimeItem *last;
} CptTimeMatch;

/* Returns: %FALSE when the words, though of the right classes, are no temporal expression. */
typedef gboolean (*CptTimeNormaliser) (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                                       CptTimeResult *result);

/**
 * CptTimeRule:
 * @name: "en-unit-ago"
 * @pattern: elements divided by blanks: classes divided by `|`, with `<` before for words around the expression that
 *   do not belong to it, `+` before for no blank before it, `?` after for optional
 * @normalise: what it means
 * @argument: handed to @normalise
 */
typedef struct
{
  const char *name;
  const char *pattern;
  CptTimeNormaliser normalise;
  int argument;
} CptTimeRule;

/* The best of several rules at one place. */
typedef struct
{
  CptTimeMatch match;
  CptTimeResult result;
  const CptTimeRule *rule;
} CptTimeBest;

typedef struct _CptTimeGrammar CptTimeGrammar;

CptTimeGrammar *cpt_time_grammar_new   (const CptTimeRule *const *tables);
guint           cpt_time_grammar_match (const CptTimeGrammar *self, const CptTimeItem *items, guint n_items,
                                        guint begin, const CptTimeContext *context, CptTimeBest *best);

gboolean cpt_time_match_has     (const CptTimeMatch *match, CptTimeClass time_class);
gboolean cpt_time_match_get     (const CptTimeMatch *match, CptTimeClass time_class, int *value);
gboolean cpt_time_match_get_behind (const CptTimeMatch *match, CptTimeClass time_class, int *value);
gboolean cpt_time_match_get_nth (const CptTimeMatch *match, CptTimeClass time_class, guint nth, int *value);

/* The rules; each table ends with a row of %NULL. */
extern const CptTimeRule cpt_time_rules_common[];
extern const CptTimeRule cpt_time_rules_en[];
extern const CptTimeRule cpt_time_rules_slavic[];
extern const CptTimeRule cpt_time_rules_de[];

G_END_DECLS
