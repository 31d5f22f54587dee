// SPDX-License-Identifier: GPL-3.0-or-later
// From arguments to a comparison: what `compare` and `export` have in common. Room: cli.
#pragma once

#include "cpt-state.h"

G_BEGIN_DECLS

/**
 * CptComparing:
 * @profile: (nullable): --profile: a file, or the name of a profile that comes with the program
 * @published: (nullable): --published: day for articles that do not say it
 * @language: (nullable): --language: for articles that do not say it
 * @files: (nullable): articles, or one saved comparison
 */
typedef struct
{
  char *profile;
  char *published;
  char *language;
  char **files;
} CptComparing;

void cpt_comparing_clear (CptComparing *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CptComparing, cpt_comparing_clear)

/* The entries of --profile, --published, --language and the files; (transfer full), ended by an empty one, with room
 * for @n_more entries in front. */
GOptionEntry *cpt_comparing_new_entries (CptComparing *self, guint n_more);

/* (nullable): what is wrong with the arguments, translated. */
const char *cpt_comparing_find_fault (const CptComparing *self);

/* Reads and analyses everything; the first file that fails is the error. */
CptState *cpt_comparing_run (const CptComparing *self, GCancellable *cancellable, GError **error);

/* Under a profile that knows nobody: one with proposed sides, or NULL (cpt_sides_propose()). */
CptProfile *cpt_comparing_propose (CptAnalysis *const *analyses, guint n_analyses);

/* A profile from a file or by name ("empty" knows nobody); NULL means the default. */
CptProfile *cpt_comparing_load_profile (const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
