// SPDX-License-Identifier: GPL-3.0-or-later
// What is carried when statements are dragged: their ids. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

/**
 * CptStatementIds:
 * @origin: the session that the drag began in; ids mean nothing elsewhere. Never dereferenced
 * @source: (nullable): interned; when the statements are all that a source said
 * @n_ids: how many
 * @ids: the statements
 *
 * An immutable, reference-counted value, so that a drag carries neither widgets nor rows.
 */
typedef struct
{
  gatomicrefcount ref_count;
  gconstpointer origin;
  const char *source;
  guint n_ids;
  guint32 ids[];
} CptStatementIds;

#define CPT_TYPE_STATEMENT_IDS (cpt_statement_ids_get_type ())
GType cpt_statement_ids_get_type (void) G_GNUC_CONST;

CptStatementIds *cpt_statement_ids_new   (gconstpointer origin, const guint32 *ids, guint n_ids);
CptStatementIds *cpt_statement_ids_new_of_source (gconstpointer origin, CptState *state, const char *source);
CptStatementIds *cpt_statement_ids_ref   (CptStatementIds *self);
void             cpt_statement_ids_unref (CptStatementIds *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptStatementIds, cpt_statement_ids_unref)

G_END_DECLS
