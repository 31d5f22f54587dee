// SPDX-License-Identifier: GPL-3.0-or-later
// Temporal expressions and what they mean. Room: core/analysis/time.
#pragma once

#include "cpt-findings.h"
#include "cpt-reading.h"

G_BEGIN_DECLS

/**
 * CptEventNames:
 *
 * The names of a profile's events, prepared for finding them in texts. Immutable and reference-counted; made once for a
 * profile and used for any number of articles, in several threads at once.
 */
typedef struct _CptEventNames CptEventNames;

CptEventNames *cpt_event_names_new   (CptProfile *profile);
CptEventNames *cpt_event_names_ref   (CptEventNames *self);
void           cpt_event_names_unref (CptEventNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptEventNames, cpt_event_names_unref)

GArray *cpt_dates_find (const CptReading *reading, const CptEventNames *events);

/* What one phrase that a person typed means ("last spring", "19 Dec 2025"); for correcting a date with a preview. */
gboolean cpt_date_parse (const char *phrase, const char *language, CptDay anchor, CptDateMention *out);

/* A date for people, in the language's order, at the interval's own precision ("19 December 2025", "spring 2022"). */
char *cpt_interval_format (CptInterval interval);

/* Extended Date/Time Format, ISO 8601-2 level 1 ("2025-12-19", "1939/1945", "2025-21", "2026~"). */
char *cpt_interval_format_edtf (CptInterval interval);

void cpt_date_mention_clear (gpointer date_mention);

G_END_DECLS
