// SPDX-License-Identifier: GPL-3.0-or-later
// A lock that ends with its process, whatever ends that. Room: core/store.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CptLock:
 *
 * Held from cpt_lock_take() to cpt_lock_free(), and no longer than the process lives: the kernel lets go of it, also after a
 * kill. It is a file of its own, so that what it guards may be replaced.
 */
typedef struct _CptLock CptLock;

CptLock *cpt_lock_take          (const char *path, GError **error);
CptLock *cpt_lock_take_document (const char *folder, GFile *document, GError **error);
void     cpt_lock_free          (CptLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptLock, cpt_lock_free)

G_END_DECLS
