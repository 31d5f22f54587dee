// SPDX-License-Identifier: GPL-3.0-or-later
// Opening files: importing, analysing and reading, off the main thread. Room: gui/models.
#pragma once

#include "cpt-core.h"

G_BEGIN_DECLS

/**
 * CptLoaded:
 * @state: (nullable): what was loaded: a saved comparison, or a new one with the articles; %NULL when nothing was
 * @base: (nullable): the state that the articles were added to
 * @analyses: (element-type CptAnalysis): of the articles, in the order of the files
 * @command: (nullable): what adds them to @base in one step; %NULL without a @base
 * @file: (nullable): of a saved comparison
 * @etag: (nullable): of @file
 * @problems: (element-type utf8): a message for each file that could not be opened
 * @known: (element-type utf8): names of files whose article is there already and was not added again
 */
typedef struct
{
  CptState *state;
  CptState *base;
  GPtrArray *analyses;
  CptCommand *command;
  GFile *file;
  char *etag;
  GPtrArray *problems;
  GPtrArray *known;
} CptLoaded;

void cpt_loaded_free (CptLoaded *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptLoaded, cpt_loaded_free)

#define CPT_TYPE_LOADER (cpt_loader_get_type ())
G_DECLARE_FINAL_TYPE (CptLoader, cpt_loader, CPT, LOADER, GObject)

/* Properties, notified on the main thread: "fraction" (double), "text" (string): what is being done. */
CptLoader *cpt_loader_new        (GFile **files, guint n_files, CptState *base);
void       cpt_loader_run_async  (CptLoader *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CptLoaded *cpt_loader_run_finish (CptLoader *self, GAsyncResult *result, GError **error);

gboolean     cpt_file_is_comparison (GFile *file);
CptAnalyser *cpt_dup_analyser       (CptProfile *profile, GError **error);

G_END_DECLS
