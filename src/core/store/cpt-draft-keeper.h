// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the draft of an open comparison up to date. Room: core/store.
#pragma once

#include "cpt-draft.h"
#include "cpt-history.h"

G_BEGIN_DECLS

#define CPT_TYPE_DRAFT_KEEPER (cpt_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (CptDraftKeeper, cpt_draft_keeper, CPT, DRAFT_KEEPER, GObject)

/* From the first change to the writing of a draft; further changes do not push it on. */
#define CPT_DRAFT_DELAY_MS 3000

/**
 * CptDraftKeeper:
 *
 * Watches a history. Some seconds after the first unsaved change a worker writes a draft; when the history says that all is
 * saved, or when everything was undone, the draft goes. What cannot be written is tried again, with growing pauses.
 *
 * Property "problem" (string, nullable): why there is no draft. Main thread only.
 */
CptDraftKeeper *cpt_draft_keeper_new          (CptHistory *history, const char *folder, CptDraft *draft, guint delay_ms);
void            cpt_draft_keeper_set_document (CptDraftKeeper *self, GFile *document, const char *etag);
void            cpt_draft_keeper_set_saving   (CptDraftKeeper *self, CptState *state);
const char     *cpt_draft_keeper_get_problem  (CptDraftKeeper *self);
void            cpt_draft_keeper_flush_async  (CptDraftKeeper *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean        cpt_draft_keeper_flush_finish (CptDraftKeeper *self, GAsyncResult *result, GError **error);
gboolean        cpt_draft_keeper_flush        (CptDraftKeeper *self, GError **error);
void            cpt_draft_keeper_forget_async (CptDraftKeeper *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean        cpt_draft_keeper_forget_finish (CptDraftKeeper *self, GAsyncResult *result, GError **error);

G_END_DECLS
