// SPDX-License-Identifier: GPL-3.0-or-later
// Replacing a file as a whole. Private to core/store.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *cpt_store_etag_new (const char *gio_etag, goffset length_bytes);
gboolean cpt_store_replace  (GFile *file, const char *data, gsize length_bytes, const char *expected_etag, char **new_etag,
                             GCancellable *cancellable, GError **error);
gboolean cpt_store_replace_plain (const char *path, const char *data, gsize length_bytes, GError **error);

G_END_DECLS
