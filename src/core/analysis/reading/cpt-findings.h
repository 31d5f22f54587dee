// SPDX-License-Identifier: GPL-3.0-or-later
// The values that finders produce. Plain data; who owns the strings is said at each. Room: core/analysis/reading.
#pragma once

#include "cpt-day.h"
#include "cpt-profile.h"
#include "cpt-span.h"

G_BEGIN_DECLS

/**
 * CptReason:
 * @rule: name of the rule, a static string such as "actor-name" (see cpt_rule_describe() of the analysis)
 * @words: the words that made it apply
 */
typedef struct
{
  const char *rule;
  CptSpan words;
} CptReason;

#define CPT_MAX_REASONS 6

typedef struct
{
  guint n;
  CptReason items[CPT_MAX_REASONS];
} CptReasons;

static inline void
cpt_reasons_add (CptReasons *reasons, const char *rule, CptSpan words)
{
  if (reasons->n < CPT_MAX_REASONS)
    reasons->items[reasons->n++] = (CptReason){ rule, words };
}

/* A few spans that belong together: the parts of a content around its cue. More than fit are dropped from the end. */
#define CPT_MAX_PARTS 8

typedef struct
{
  guint n;
  CptSpan items[CPT_MAX_PARTS];
} CptParts;

static inline void
cpt_parts_add (CptParts *parts, CptSpan span)
{
  if (parts->n < CPT_MAX_PARTS && !cpt_span_is_empty (span))
    parts->items[parts->n++] = span;
}

/* --- mentions (core/analysis/mentions) --- */

/**
 * CptMention:
 * @begin_token: first token
 * @end_token: one past the last token
 * @actor: index into the profile's actors, or -1 for somebody the profile does not know
 * @side: index of the side, or %CPT_NO_SIDE
 * @kind: of the actor; for unknown ones what the words suggest
 * @gender: if known
 * @name: the fullest name of the same actor in the article, or of the profile; owned by the mentions
 * @confidence: 0 to 1, that it is this actor and this side
 * @rule: static name of the rule that found it
 *
 * A noun phrase or name that denotes an actor: "Putin", "the Russian Foreign Ministry", "Western leaders", "Russian
 * deputy minister Ivan Petrov".
 */
typedef struct
{
  guint begin_token;
  guint end_token;
  int actor;
  int side;
  CptActorKind kind;
  CptGender gender;
  const char *name;
  float confidence;
  const char *rule;
} CptMention;

/* --- temporal expressions (core/analysis/time) --- */

typedef enum
{
  CPT_TIMEX_DATE,
  CPT_TIMEX_TIME,
  CPT_TIMEX_DURATION,
  CPT_TIMEX_SET,
} CptTimexType;

/**
 * CptDateMention:
 * @span: the words
 * @type: TIMEX3 type
 * @value: TIMEX3 value ("2025-12-19", "P2W", "FUTURE_REF"); owned by the array that holds the mention
 * @interval: what it means in days; undated when it cannot be resolved
 * @anchor: the day it was resolved against, or %CPT_DAY_NONE when none was needed or known
 * @named_event: index into the profile's events, or -1
 * @confidence: 0 to 1
 * @rule: static name of the rule
 */
typedef struct
{
  CptSpan span;
  CptTimexType type;
  char *value;
  CptInterval interval;
  CptDay anchor;
  int named_event;
  float confidence;
  const char *rule;
} CptDateMention;

/* --- attributions (core/analysis/attribution) --- */

typedef enum
{
  CPT_QUOTATION_NONE,     /* the narrator's own words */
  CPT_QUOTATION_DIRECT,
  CPT_QUOTATION_INDIRECT,
  CPT_QUOTATION_MIXED,
} CptQuotation;

/**
 * CptAttribution:
 * @source: the words that name the speaker; empty when the content goes on without naming one
 * @cue: the words that say that somebody speaks ("said", "according to", "his claim")
 * @content: what is said, in one or more parts; a part may span several sentences
 * @quotation: how
 * @continues: whether the speaker is carried over from earlier text (free indirect speech, a further quoted sentence)
 * @speaker: the source resolved to its fullest name; (nullable); owned by the array that holds the attribution
 * @mention: index of the mention that the speaker was resolved to, or -1
 * @side: the speaker's side, or %CPT_NO_SIDE
 * @confidence: 0 to 1
 * @reasons: why
 */
typedef struct
{
  CptParts source;
  CptParts cue;
  CptParts content;
  CptQuotation quotation;
  gboolean continues;
  char *speaker;
  int mention;
  int side;
  float confidence;
  CptReasons reasons;
} CptAttribution;

G_END_DECLS
