// SPDX-License-Identifier: GPL-3.0-or-later
// The events of a comparison in the order of time. Room: core/timeline.
#pragma once

#include "cpt-board.h"

G_BEGIN_DECLS

/**
 * CptChronologyEntry:
 * @event: what happened when; borrowed from the state
 * @statement: the statement that speaks of it, or %NULL; borrowed from the state
 * @happening: the same in all entries that tell of the same happening: the id of the first event of them
 * @lane: index of the side whose lane it stands in; the number of sides for Context
 * @begin_days: beginning of the first day, or -%INFINITY when open
 * @end_days: end of the last day (exclusive), or %INFINITY when open
 * @label_em: how wide the event's label is at most in common fonts, in units of the font's size
 *
 * One event in one lane. An event that several sides claim has an entry in each of their lanes.
 */
typedef struct
{
  const CptEvent *event;
  const CptStatement *statement;
  guint32 happening;
  guint lane;
  double begin_days;
  double end_days;
  float label_em;
} CptChronologyEntry;

/**
 * CptChronologyOptions:
 * @filter: (nullable): which statements and, by its columns, which lanes to show; borrowed for the call
 * @with_hidden: whether events that a person hid are shown too
 */
typedef struct
{
  const CptBoardFilter *filter;
  gboolean with_hidden;
} CptChronologyOptions;

/* The day on which an article was published. */
typedef struct
{
  guint32 article_id;
  CptDay day;
} CptPublicationMark;

/**
 * CptChronology:
 *
 * An immutable, reference-counted extract of one state: its events, or those that a filter lets through, dated ones in
 * lanes, undated ones apart. Holds a reference to the state. Can be made in any thread.
 */
typedef struct _CptChronology CptChronology;

CptChronology            *cpt_chronology_new              (CptState *state, const CptChronologyOptions *options);
CptChronology            *cpt_chronology_ref              (CptChronology *self);
void                      cpt_chronology_unref            (CptChronology *self);
CptState                 *cpt_chronology_get_state        (const CptChronology *self);
guint                     cpt_chronology_get_n_lanes      (const CptChronology *self);
gboolean                  cpt_chronology_shows_lane       (const CptChronology *self, guint lane);
guint                     cpt_chronology_get_n_hidden     (const CptChronology *self);
guint                     cpt_chronology_get_n_left_out   (const CptChronology *self);
const CptChronologyEntry *cpt_chronology_get_entries      (const CptChronology *self, guint *n_entries);
const CptChronologyEntry *cpt_chronology_get_undated      (const CptChronology *self, guint *n_undated);
const CptPublicationMark *cpt_chronology_get_publications (const CptChronology *self, guint *n_publications);
gboolean                  cpt_chronology_get_core_range   (const CptChronology *self, double *begin_days, double *end_days);
gboolean                  cpt_chronology_get_range        (const CptChronology *self, double *begin_days, double *end_days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptChronology, cpt_chronology_unref)

G_END_DECLS
