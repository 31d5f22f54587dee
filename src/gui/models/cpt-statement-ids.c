// SPDX-License-Identifier: GPL-3.0-or-later
// What is carried when statements are dragged: their ids. Room: gui/models; knows no widget.
#include "cpt-statement-ids.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CptStatementIds, cpt_statement_ids, cpt_statement_ids_ref, cpt_statement_ids_unref)

/**
 * cpt_statement_ids_new:
 * @origin: the session that the drag began in
 * @ids: (array length=n_ids): statements
 *
 * Returns: (transfer full): the payload of a drag
 */
CptStatementIds *
cpt_statement_ids_new (gconstpointer origin, const guint32 *ids, guint n_ids)
{
  CptStatementIds *self = g_malloc (sizeof (CptStatementIds) + n_ids * sizeof (guint32));

  g_atomic_ref_count_init (&self->ref_count);
  self->origin = origin;
  self->source = NULL;
  self->n_ids = n_ids;
  if (n_ids > 0)
    memcpy (self->ids, ids, n_ids * sizeof (guint32));
  return self;
}

/**
 * cpt_statement_ids_new_of_source:
 * @source: who speaks, interned
 *
 * Returns: (transfer full): all that it said
 *
 * Cost: linear in the statements.
 */
CptStatementIds *
cpt_statement_ids_new_of_source (gconstpointer origin, CptState *state, const char *source)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  CptStatementIds *self;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      GPtrArray *statements = cpt_state_get_article (state, i)->statements;

      for (guint j = 0; j < statements->len; j++)
        if (((const CptStatement *) statements->pdata[j])->now.source == source)
          g_array_append_val (ids, ((const CptStatement *) statements->pdata[j])->id);
    }
  self = cpt_statement_ids_new (origin, (const guint32 *) (gpointer) ids->data, ids->len);
  self->source = source;
  return self;
}

CptStatementIds *
cpt_statement_ids_ref (CptStatementIds *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_statement_ids_unref (CptStatementIds *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}
