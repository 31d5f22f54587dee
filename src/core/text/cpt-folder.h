// SPDX-License-Identifier: GPL-3.0-or-later
// Text without case and diacritics, for searching. Room: core/text.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptFolder:
 *
 * Turns text into a form in which "Élysée" and "elysee", or "Ещё" and "еще", are the same bytes. It remembers each character
 * that it met. Not safe in several threads at once: make one for each search.
 */
typedef struct _CptFolder CptFolder;

CptFolder *cpt_folder_new  (void);
void       cpt_folder_free (CptFolder *self);
void       cpt_folder_add  (CptFolder *self, GString *out, const char *text, gsize length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptFolder, cpt_folder_free)

G_END_DECLS
