// SPDX-License-Identifier: GPL-3.0-or-later
// From a state of a comparison to a file for other people and programs. Room: core/exporters.
#pragma once

#include "cpt-board.h"
#include "cpt-timeline-drawing.h"

G_BEGIN_DECLS

/**
 * CptExportOptions:
 * @filter: (nullable): which statements, and so which events, to take; only exports of the timeline look at it
 * @width_px: of a picture; 0 for the usual width
 * @ranged: whether the next two say which stretch of time a picture shows; else it is the one where most events are
 * @begin_days: its beginning, in days since 1970-01-01
 * @end_days: its end
 * @raw_cells: whether cells of a table that a spreadsheet would compute are left as they are
 * @now_us: the time that is written as that of the export, since 1970; 0 for the clock's, or that of SOURCE_DATE_EPOCH
 * @notes: (nullable) (element-type utf8): gets sentences for the person: what the format could not hold
 *
 * What a person can choose about an export. All zero is what is usual.
 */
typedef struct
{
  const CptBoardFilter *filter;
  double width_px;
  gboolean ranged;
  double begin_days;
  double end_days;
  gboolean raw_cells;
  gint64 now_us;
  GPtrArray *notes;
} CptExportOptions;

typedef enum
{
  CPT_EXPORT_COMPARISON, /* everything */
  CPT_EXPORT_TIMELINE,   /* the events, as the options narrow them down */
} CptExportScope;

/**
 * CptExporter:
 * @id: as given to `export --to=` ("html")
 * @name: for people, untranslated; pass through gettext
 * @suffix: of files ("html")
 * @scope: what of the comparison it takes
 * @export: makes the whole output in memory; @options is not %NULL
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *suffix;
  CptExportScope scope;
  GBytes *(*export) (CptState *state, const CptExportOptions *options, GError **error);
} CptExporter;

/* All exporters; (transfer none), ended by one with a NULL id. */
const CptExporter *cpt_exporters_get  (void);
const CptExporter *cpt_exporters_find (const char *id);

/* What a comparison is called in a file: its title, or that of its only article, or of its profile. (transfer full) */
char *cpt_export_dup_title (const CptState *state);

GBytes  *cpt_exporter_run   (const CptExporter *exporter, CptState *state, const CptExportOptions *options, GError **error);
/* Writes atomically: the target holds the whole output or what it held before. */
gboolean cpt_export_to_file (const CptExporter *exporter, CptState *state, const CptExportOptions *options, GFile *file,
                             GCancellable *cancellable, GError **error);

/* What is drawn for @options, with its notes; for exporters of pictures outside of core. (transfer full) */
CptTimelineDrawing *cpt_export_draw_timeline (CptState *state, const CptExportOptions *options);

G_END_DECLS
