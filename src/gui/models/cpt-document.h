// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a comparison: where it is, whether it is saved, whether others changed it. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

#define CPT_TYPE_DOCUMENT (cpt_document_get_type ())
G_DECLARE_FINAL_TYPE (CptDocument, cpt_document, CPT, DOCUMENT, GObject)

/**
 * CptDocument:
 *
 * Properties, all read-only: "file" (GFile, nullable); "shared" (boolean: another window or program has the file open);
 * "draft-problem" (string, nullable: why no draft of the unsaved changes can be kept).
 *
 * Signals: "changed-on-disk" (another program wrote the file), "gone-from-disk" (the file was removed, or its disk).
 */
CptDocument *cpt_document_new         (CptState *state, GFile *file, const char *etag);
CptDocument *cpt_document_new_recovered (const CptRecovered *recovered, CptDraft *draft);
CptHistory  *cpt_document_get_history (CptDocument *self);
GFile       *cpt_document_get_file    (CptDocument *self);
char        *cpt_document_dup_title   (CptDocument *self);
char        *cpt_document_dup_file_name (CptDocument *self);
/* What the window shows, as cpt_session_dup_view() says: saved with the comparison, but no change of it. */
void         cpt_document_set_view    (CptDocument *self, const char *view);
/* @force: write over what another program wrote meanwhile. */
void         cpt_document_save_async  (CptDocument *self, GFile *file, gboolean force, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean     cpt_document_save_finish (CptDocument *self, GAsyncResult *result, GError **error);
void         cpt_document_check_disk  (CptDocument *self);
void         cpt_document_check_disk_again (CptDocument *self);
gboolean     cpt_document_get_shared  (CptDocument *self);
const char  *cpt_document_get_draft_problem (CptDocument *self);
void         cpt_document_write_draft (CptDocument *self, gboolean wait);
void         cpt_document_forget_draft_async  (CptDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean     cpt_document_forget_draft_finish (CptDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
