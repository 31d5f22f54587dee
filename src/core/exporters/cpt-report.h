// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the HTML report. Room: core/exporters; seen by no other room.
#pragma once

#include "cpt-exporter-private.h"

G_BEGIN_DECLS

/* Text and attribute values with the characters that HTML means otherwise written as references. */
void  cpt_report_append_text (GString *out, const char *text);
/* Like printf, where each %s is such a text. No other conversions but %u. */
void  cpt_report_append      (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The name of a column: a side's or "Context". */
const char *cpt_report_get_column_name (const CptState *state, guint column);

void  cpt_report_append_style    (GString *out, const CptState *state);
void  cpt_report_append_board    (GString *out, CptState *state);
void  cpt_report_append_timeline (GString *out, CptState *state);

G_END_DECLS
