// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts: what outlives a program that was killed. Room: core/store.
#pragma once

#include "cpt-store.h"

G_BEGIN_DECLS

/**
 * CptDraft:
 *
 * A file in the drafts' folder that holds the unsaved state of one open comparison, and a lock that says that somebody
 * works on it. A draft that nobody holds was left behind by a program that ended without a farewell.
 *
 * Safe in any thread. Writing and removing carry the generation of the history that they belong to; what comes late, with an
 * older generation, is passed over, so that threads need not be ordered.
 */
typedef struct _CptDraft CptDraft;

/**
 * CptRecovered:
 * @state: what the draft held
 * @document: (nullable): the file of the comparison; %NULL when it was never saved
 * @etag: (nullable): of @document when the program that wrote the draft read or wrote it last
 * @written: when the draft was written
 * @is_saved: @document holds just this: nothing was lost, the draft is of no use any more
 */
typedef struct
{
  CptState *state;
  GFile *document;
  char *etag;
  GDateTime *written;
  gboolean is_saved;
} CptRecovered;

/**
 * CptDraftOrigin:
 * @document: (nullable): the file of the comparison
 * @etag: (nullable): of @document when it was read or written last
 * @saving: (nullable): what is being written to @document at this moment: should the program end before it hears of the
 *   end, the file is its own all the same
 */
typedef struct
{
  GFile *document;
  char *etag;
  CptState *saving;
} CptDraftOrigin;

void cpt_recovered_free (CptRecovered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptRecovered, cpt_recovered_free)

char         *cpt_draft_dup_folder     (void);
CptDraft     *cpt_draft_new            (const char *folder, GError **error);
CptDraft     *cpt_draft_ref            (CptDraft *self);
void          cpt_draft_unref          (CptDraft *self);
const char   *cpt_draft_get_path       (CptDraft *self);
gboolean      cpt_draft_write          (CptDraft *self, CptState *state, guint64 generation, const CptDraftOrigin *origin,
                                        GError **error);
gboolean      cpt_draft_remove         (CptDraft *self, guint64 generation, GError **error);
GPtrArray    *cpt_draft_find_abandoned (const char *folder);
CptRecovered *cpt_draft_read           (CptDraft *self, GError **error);
char         *cpt_draft_set_aside      (CptDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptDraft, cpt_draft_unref)

G_END_DECLS
