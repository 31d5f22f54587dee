// SPDX-License-Identifier: GPL-3.0-or-later
// Analysing an open article anew in a worker. Room: gui/models.
#pragma once

#include "cpt-session.h"

G_BEGIN_DECLS

/**
 * CptReanalysis:
 *
 * The findings of a new analysis of one article, and the step that would take them: it can be looked at before it is done.
 */
typedef struct _CptReanalysis CptReanalysis;

void        cpt_reanalysis_free        (CptReanalysis *self);
CptCommand *cpt_reanalysis_dup_command (CptReanalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptReanalysis, cpt_reanalysis_free)

void     cpt_reanalyse_async  (CptSession *session, guint32 article_id, const CptArticleMetadata *metadata, const char *label,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CptReanalysis *cpt_reanalyse_finish (GAsyncResult *result, GError **error);
/* Writes a rule into the comparison's own profile, and has all articles analysed under it: one step. */
void     cpt_count_as_async   (CptSession *session, const char *source, int side, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean cpt_count_as_finish  (GAsyncResult *result, GError **error);

G_END_DECLS
