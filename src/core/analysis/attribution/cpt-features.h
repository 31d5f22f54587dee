// SPDX-License-Identifier: GPL-3.0-or-later
// What the learnt tagger sees of a token. Shared by the tagger and its trainer. Room: core/analysis/attribution.
#pragma once

#include "cpt-model.h"

G_BEGIN_DECLS

/* No token has more features. */
#define CPT_MAX_FEATURES 112

typedef struct _CptFeatures CptFeatures;

CptFeatures *cpt_features_new (const CptClues *clues, const CptTag *rule_tags, const CptModel *model);
void cpt_features_free (CptFeatures *self);
guint cpt_features_extract (const CptFeatures *self, guint token, guint32 *hashes);
guint cpt_features_extract_steady (const CptFeatures *self, guint token, guint32 *hashes);
guint64 cpt_features_get_steady_key (const CptFeatures *self, guint token);
guint cpt_features_get_context (const CptFeatures *self, guint token);
guint32 cpt_features_hash_word (const char *word);

/* The end of the stretch that begins at @begin and is tagged as a whole: a paragraph, or a part of a very long one. */
guint cpt_features_get_stretch (const CptFeatures *self, guint begin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptFeatures, cpt_features_free)

G_END_DECLS
