// SPDX-License-Identifier: GPL-3.0-or-later
// From statement ids to numbers. Private to core/board.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ids are mostly dense: a table does for them, and a hash table for what lies far out. What was not set is G_MAXUINT. */
typedef struct
{
  guint32 *dense;
  guint n_dense;
  GHashTable *sparse;
} CptIdMap;

void cpt_id_map_init  (CptIdMap *self, guint n_ids);
void cpt_id_map_clear (CptIdMap *self);

static inline void
cpt_id_map_set (CptIdMap *self, guint32 id, guint32 value)
{
  if (id < self->n_dense)
    self->dense[id] = value;
  else
    g_hash_table_insert (self->sparse, GUINT_TO_POINTER (id), GUINT_TO_POINTER (value));
}

static inline guint32
cpt_id_map_get (const CptIdMap *self, guint32 id)
{
  gpointer value;

  if (id < self->n_dense)
    return self->dense[id];
  return g_hash_table_lookup_extended (self->sparse, GUINT_TO_POINTER (id), NULL, &value) ? GPOINTER_TO_UINT (value)
                                                                                          : G_MAXUINT;
}

G_END_DECLS
