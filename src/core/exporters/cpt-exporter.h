// SPDX-License-Identifier: GPL-3.0-or-later
// From a state of a comparison to a file for other people and programs. Room: core/exporters.
#pragma once

#include "cpt-board.h"

G_BEGIN_DECLS

/**
 * CptExporter:
 * @id: as given to `export --to=` ("html")
 * @name: for people, untranslated; pass through gettext
 * @suffix: of files ("html")
 * @export: makes the whole output in memory
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *suffix;
  GBytes *(*export) (CptState *state, GError **error);
} CptExporter;

/* All exporters; (transfer none), ended by one with a NULL id. */
const CptExporter *cpt_exporters_get  (void);
const CptExporter *cpt_exporters_find (const char *id);

/* Writes atomically: the target holds the whole output or what it held before. */
gboolean cpt_export_to_file (const CptExporter *exporter, CptState *state, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
