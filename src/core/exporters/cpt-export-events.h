// SPDX-License-Identifier: GPL-3.0-or-later
// The events of a comparison as records for calendars and tables. Room: core/exporters; seen by no other room.
#pragma once

#include "cpt-chronology.h"
#include "cpt-exporter-private.h"

G_BEGIN_DECLS

/* One event; all borrowed from the state. */
typedef struct
{
  const CptEvent *event;
  const CptStatement *statement; /* (nullable) */
  const CptArticleState *article;
} CptExportedEvent;

CptChronology *cpt_export_make_chronology (CptState *state, const CptExportOptions *options);
GArray *cpt_export_list_events   (const CptChronology *chronology);
void    cpt_export_note          (const CptExportOptions *options, char *sentence);
void    cpt_export_note_left_out (const CptExportOptions *options, const CptChronology *chronology);
char   *cpt_export_dup_sides     (const CptState *state, const CptEvent *event, const char *separator);
char   *cpt_export_dup_sentence  (const CptState *state, const CptExportedEvent *event);
gint64  cpt_export_get_now_us    (const CptExportOptions *options);

G_END_DECLS
