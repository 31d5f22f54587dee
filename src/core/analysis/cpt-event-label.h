// SPDX-License-Identifier: GPL-3.0-or-later
// A label short enough for a card. Room: core/analysis, private to it.
#pragma once

#include "cpt-evidence.h"
#include "cpt-time-tense.h"

G_BEGIN_DECLS

/* A label has at most so many characters. */
#define CPT_MAX_LABEL_CHARS 70

const char *cpt_event_label_make (const CptEvidence *evidence, const CptTimeTense *tenses, CptSpan statement, const CptDateMention *date);

G_END_DECLS
