// SPDX-License-Identifier: GPL-3.0-or-later
// From Markdown to plain text. Room: core/importers.
#pragma once

#include "cpt-headers.h"

G_BEGIN_DECLS

/* The text of one paragraph's Markdown, appended to @out. Linear, whatever the marks. */
void     cpt_markdown_append_inline (GString *out, const char *source, gsize length_bytes);
GString *cpt_markdown_to_text       (const char *source, CptFoundMetadata *metadata);

G_END_DECLS
