// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of words, made once a kind and kept from article to article. Room: core/analysis/attribution.
#pragma once

#include "cpt-network.h"

G_BEGIN_DECLS

typedef struct _CptRows CptRows;

CptRows *cpt_rows_take (const CptNetwork *network);
void cpt_rows_give_back (CptRows *self);
void cpt_rows_forget (const CptNetwork *network);

/* The rows of @kind for the places of the window, in their order. */
const CptRow *cpt_rows_get_window (CptRows *self, CptKind kind);

/* Its row for another place. */
const gint8 *cpt_rows_get (CptRows *self, CptKind kind, CptWordPlace place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptRows, cpt_rows_give_back)

G_END_DECLS
