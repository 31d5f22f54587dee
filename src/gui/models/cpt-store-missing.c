// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the store until it is there. Room: gui/models; goes with the store's arrival.
#include "cpt-core.h"

G_GNUC_INTERNAL CptState *__attribute__ ((weak))
cpt_store_load (GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No store");
  return NULL;
}

G_GNUC_INTERNAL void __attribute__ ((weak))
cpt_store_save_async (CptState *state, GFile *file, const char *expected_etag, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
}

G_GNUC_INTERNAL gboolean __attribute__ ((weak))
cpt_store_save_finish (GAsyncResult *result, char **new_etag, GError **error)
{
  return FALSE;
}
