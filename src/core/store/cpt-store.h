// SPDX-License-Identifier: GPL-3.0-or-later
// The .counterpoint file. Room: core/store.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

#define CPT_STORE_ERROR (cpt_store_error_quark ())
GQuark cpt_store_error_quark (void);

/**
 * CptStoreError:
 * @CPT_STORE_ERROR_READ: the file cannot be read
 * @CPT_STORE_ERROR_DAMAGED: not a comparison, or one that is damaged; the message names the file and the place
 * @CPT_STORE_ERROR_VERSION_TOO_NEW: made by a newer version of the program
 * @CPT_STORE_ERROR_WRITE: the file cannot be written; what was there is untouched
 * @CPT_STORE_ERROR_CHANGED: another program changed the file since it was read
 */
typedef enum
{
  CPT_STORE_ERROR_READ,
  CPT_STORE_ERROR_DAMAGED,
  CPT_STORE_ERROR_VERSION_TOO_NEW,
  CPT_STORE_ERROR_WRITE,
  CPT_STORE_ERROR_CHANGED,
} CptStoreError;

#define CPT_STORE_FORMAT_VERSION 1
#define CPT_STORE_SUFFIX ".counterpoint"
#define CPT_STORE_MIME_TYPE "application/x-counterpoint+json"

/* The state as canonical JSON: stable order, one statement a line, so that it diffs well. */
char     *cpt_store_to_json (CptState *state);
CptState *cpt_store_parse   (const char *data, gssize length_bytes, const char *file_name, GError **error);

/* Synchronous; may block; safe in a worker thread. @etag (nullable, out): of what was read or written. */
CptState *cpt_store_load    (GFile *file, char **etag, GCancellable *cancellable, GError **error);
gboolean  cpt_store_save    (CptState *state, GFile *file, const char *expected_etag, char **new_etag,
                             GCancellable *cancellable, GError **error);

/* What an error number of a write means for the person who wanted to save. */
const char *cpt_store_describe_errno (int code);

/* The tag of a file of which these attributes were asked: other than the one read or written when another program changed it. */
#define CPT_STORE_ETAG_ATTRIBUTES G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
char     *cpt_store_dup_etag (GFileInfo *info);

void      cpt_store_load_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CptState *cpt_store_load_finish (GAsyncResult *result, char **etag, GError **error);
void      cpt_store_save_async  (CptState *state, GFile *file, const char *expected_etag, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean  cpt_store_save_finish (GAsyncResult *result, char **new_etag, GError **error);

G_END_DECLS
