// SPDX-License-Identifier: GPL-3.0-or-later
// One statement: a sentence or a part of one, what was found about it and what a person decided. Room: core/comparison.
#pragma once

#include <glib-object.h>

#include "cpt-findings.h"

G_BEGIN_DECLS

/* Which fields a person decided. What is decided, no analysis changes. */
typedef enum
{
  CPT_DECIDED_SIDES = 1 << 0,
  CPT_DECIDED_TOPIC = 1 << 1,
  CPT_DECIDED_SOURCE = 1 << 2,
  CPT_DECIDED_QUOTATION = 1 << 3,
  CPT_DECIDED_SPAN = 1 << 4,      /* split or joined by hand */
  CPT_DECIDED_CONFIRMED = 1 << 5, /* looked at and found right as it is */
} CptDecided;

/* The four things about a statement that are found by the analysis and may be decided otherwise. */
typedef struct
{
  CptSideSet sides;       /* empty: Context */
  const char *topic;      /* topic id, interned (g_intern_string()) */
  const char *source;     /* (nullable), interned */
  CptQuotation quotation;
} CptStatementFields;

/**
 * CptStatement:
 *
 * An immutable, atomically reference-counted value. Read its fields; change nothing: make a changed copy with
 * cpt_statement_copy() and put it into a new #CptState. Identity is @id, which never changes.
 *
 * @now is what counts: decided where decided, else found. @found keeps what the analysis said, so that a decision can be
 * taken back and shown beside it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint32 id;          /* unique in the comparison, never 0, never used again */
  guint32 article_id;
  CptSpan span;        /* trimmed, in the article's text */
  guint32 sentence;    /* number of the sentence it belongs to */
  guint16 part;        /* 0 for a whole sentence, else 1, 2, ... */
  guint16 n_parts;     /* 1 for a whole sentence */
  CptStatementFields now;
  CptStatementFields found;
  const char *cue;     /* (nullable), interned: as found */
  float confidence;    /* 0 to 1: of the found sides */
  guint32 answers;     /* id of the statement that this one answers, or 0 */
  CptReasons reasons;  /* of the found sides */
  guint decided;       /* CptDecided */
  char *note;          /* (nullable) */
  char *extra;         /* (nullable): a GRefString: members of the file that this version does not know, as JSON */
} CptStatement;

#define CPT_TYPE_STATEMENT (cpt_statement_get_type ())
GType cpt_statement_get_type (void) G_GNUC_CONST;

/* Below this a found side counts as "to review" until a person decided or confirmed it. */
#define CPT_REVIEW_CONFIDENCE 0.9f

CptStatement *cpt_statement_new          (void);
CptStatement *cpt_statement_copy         (const CptStatement *self);
CptStatement *cpt_statement_ref          (CptStatement *self);
void          cpt_statement_unref        (CptStatement *self);
gboolean      cpt_statement_needs_review (const CptStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptStatement, cpt_statement_unref)

/**
 * CptEvent:
 *
 * Something that an article places in time. Immutable and reference-counted like #CptStatement. Its statement, and so
 * its sides and topic, is the one whose span holds @words: ask cpt_state_find_event_statement().
 *
 * A person can add events too. Such an event has the words of a statement, or none (an empty span) and then sides of its
 * own; no analysis touches it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint32 id;
  guint32 article_id;
  CptSpan words;           /* the temporal expression */
  CptTimexType type;
  char *value;             /* TIMEX3 value, as found */
  CptInterval interval;    /* what counts: decided or found */
  CptInterval found_interval;
  CptDay anchor;           /* the day that the words were resolved against, or CPT_DAY_NONE */
  char *label;             /* what counts */
  char *found_label;
  float confidence;
  gboolean hidden;
  gboolean date_decided;
  gboolean label_decided;
  gboolean made;           /* added by a person; nothing was found */
  CptSideSet sides;        /* of a made event without words; else empty */
  char *extra;             /* (nullable): as in CptStatement */
} CptEvent;

#define CPT_TYPE_EVENT (cpt_event_get_type ())
GType cpt_event_get_type (void) G_GNUC_CONST;

CptEvent *cpt_event_new   (void);
CptEvent *cpt_event_copy  (const CptEvent *self);
CptEvent *cpt_event_ref   (CptEvent *self);
void      cpt_event_unref (CptEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptEvent, cpt_event_unref)

G_END_DECLS
