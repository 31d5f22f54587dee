// SPDX-License-Identifier: GPL-3.0-or-later
// The exporters, and what they share. Room: core/exporters; seen by no other room.
#pragma once

#include "cpt-exporter.h"

G_BEGIN_DECLS

GBytes *cpt_export_html         (CptState *state, const CptExportOptions *options, GError **error);
GBytes *cpt_export_json         (CptState *state, const CptExportOptions *options, GError **error);
GBytes *cpt_export_svg          (CptState *state, const CptExportOptions *options, GError **error);
GBytes *cpt_export_timelinejs   (CptState *state, const CptExportOptions *options, GError **error);
GBytes *cpt_export_icalendar    (CptState *state, const CptExportOptions *options, GError **error);
GBytes *cpt_export_events_table (CptState *state, const CptExportOptions *options, GError **error);

/* The words of @span in the article with @article_id, to the byte. (transfer full) */
char *cpt_export_dup_words (const CptState *state, guint32 article_id, CptSpan span);

G_END_DECLS
