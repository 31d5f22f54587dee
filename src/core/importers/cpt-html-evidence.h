// SPDX-License-Identifier: GPL-3.0-or-later
// A second copy of an article's text, as evidence of which paragraphs belong to it. Room: core/importers.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CptHtmlEvidence CptHtmlEvidence;

CptHtmlEvidence *cpt_html_evidence_new       (const char *text);
void             cpt_html_evidence_free      (CptHtmlEvidence *self);
double           cpt_html_evidence_get_share (const CptHtmlEvidence *self, const char *text, gsize length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptHtmlEvidence, cpt_html_evidence_free)

G_END_DECLS
