// SPDX-License-Identifier: GPL-3.0-or-later
// What the network sees of a token. Shared by the tagger and its trainer. Room: core/analysis/attribution.
#pragma once

#include "cpt-network.h"

G_BEGIN_DECLS

#define CPT_N_SHARED_PLACES (CPT_N_PLACES - CPT_N_WINDOW)
#define CPT_N_SHARED_FACTS (CPT_N_FACTS - CPT_N_OWN_FACTS)

/**
 * CptSharedInputs:
 * @kinds: words in the places from %CPT_PLACE_LEFT_CUE on, %CPT_KIND_NONE where there is none
 * @facts: rows of the facts from %CPT_N_OWN_FACTS on
 *
 * Inputs that tokens in a row have in common until the next cue, comma, quotation mark or sentence.
 */
typedef struct
{
  CptKind kinds[CPT_N_SHARED_PLACES];
  guint16 facts[CPT_N_SHARED_FACTS];
} CptSharedInputs;

typedef struct _CptInputs CptInputs;

CptInputs *cpt_inputs_new (const CptClues *clues, const CptTag *rule_tags, const CptNetwork *network);
void cpt_inputs_free (CptInputs *self);
CptKind cpt_inputs_get_kind (const CptInputs *self, int token);
void cpt_inputs_get_own_facts (const CptInputs *self, guint token, guint16 facts[CPT_N_OWN_FACTS]);
void cpt_inputs_get_shared (const CptInputs *self, guint token, CptSharedInputs *shared);
gboolean cpt_inputs_share_with_previous (const CptInputs *self, guint token);
guint cpt_inputs_get_context (const CptInputs *self, guint token);

/* What the network knows words and their endings by. */
guint32 cpt_inputs_hash_form (const CptClues *clues, guint token);
guint32 cpt_inputs_hash_ending (const char *word);

/* The end of the stretch that begins at @begin and is tagged as a whole: a paragraph, or a part of a very long one. */
guint cpt_inputs_get_stretch (const CptInputs *self, guint begin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptInputs, cpt_inputs_free)

G_END_DECLS
