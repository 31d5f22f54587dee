// SPDX-License-Identifier: GPL-3.0-or-later
// From statement ids to numbers. Room: core/board; knows no statements.
#include "cpt-id-map.h"

#include <string.h>

/* Ids run ahead of the number of statements by what was split, joined and removed. */
#define ROOM_FOR_GAPS 4
#define SMALLEST_TABLE 1024

void
cpt_id_map_init (CptIdMap *self, guint n_ids)
{
  self->n_dense = MAX (n_ids * ROOM_FOR_GAPS, SMALLEST_TABLE);
  self->dense = g_new (guint32, self->n_dense);
  memset (self->dense, 0xff, self->n_dense * sizeof (guint32));
  self->sparse = g_hash_table_new (NULL, NULL);
}

void
cpt_id_map_clear (CptIdMap *self)
{
  g_free (self->dense);
  g_hash_table_unref (self->sparse);
}
