// SPDX-License-Identifier: GPL-3.0-or-later
// Locks on files of our own, by flock(2). Room: core/store; knows nothing of what they guard.
//
// flock() counts open files, not processes: two windows of one program keep each other out like two programs, and process
// numbers, which mean nothing across sandboxes, are not needed.
#include "cpt-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_FILE_MODE 0600
#define FOLDER_MODE 0700

struct _CptLock
{
  char *path;
  int fd;
};

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, code == EWOULDBLOCK ? G_IO_ERROR_BUSY : g_io_error_from_errno (code),
                       g_strerror (code));
  return FALSE;
}

/* Whoever let go of the lock removed its file; a lock on a file that is gone keeps nobody out. */
static gboolean
is_still_there (int fd, const char *path)
{
  struct stat held, there;

  return fstat (fd, &held) == 0 && stat (path, &there) == 0 && held.st_ino == there.st_ino && held.st_dev == there.st_dev;
}

/* A file system that knows no locks keeps nobody out, but it must not keep us from working either. */
static gboolean
try_lock (int fd, GError **error)
{
  int status;

  do
    status = flock (fd, LOCK_EX | LOCK_NB);
  while (status != 0 && errno == EINTR);
  return status == 0 || errno == ENOLCK || errno == ENOSYS || errno == EOPNOTSUPP || fail (error, errno);
}

/**
 * cpt_lock_take:
 * @path: of the lock's own file, in a folder that is made when it is not there
 *
 * Returns: (transfer full) (nullable): the lock
 *
 * Thread: any; does not wait for the lock.
 * Errors: %G_IO_ERROR_BUSY when somebody has it; those of GIO.
 */
CptLock *
cpt_lock_take (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  CptLock *self;

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      fail (error, errno);
      return NULL;
    }
  for (;;)
    {
      int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, LOCK_FILE_MODE);
      gboolean taken;

      if (fd < 0)
        {
          fail (error, errno);
          return NULL;
        }
      taken = try_lock (fd, error);
      if (taken && is_still_there (fd, path))
        {
          self = g_new (CptLock, 1);
          *self = (CptLock){ g_strdup (path), fd };
          return self;
        }
      g_close (fd, NULL);
      if (!taken)
        return NULL;
    }
}

static char *
dup_identity (GFile *document)
{
  const char *path = g_file_peek_path (document);
  char *resolved = path == NULL ? NULL : realpath (path, NULL);
  char *identity = resolved != NULL ? g_strdup (resolved) : g_file_get_uri (document);

  free (resolved);
  return identity;
}

/**
 * cpt_lock_take_document:
 * @folder: where locks are kept
 * @document: a file that is being worked on
 *
 * Nothing is put beside the document: its folder may be read-only, shared, or out of reach of a sandbox.
 *
 * Returns: (transfer full) (nullable): the lock
 *
 * Thread: any.
 * Errors: %G_IO_ERROR_BUSY when another window or program of this user works on it; those of GIO.
 */
CptLock *
cpt_lock_take_document (const char *folder, GFile *document, GError **error)
{
  g_autofree char *identity = dup_identity (document);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  g_autofree char *name = g_strconcat (digest, ".lock", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return cpt_lock_take (path, error);
}

/**
 * cpt_lock_free:
 * @self: (nullable): a lock
 *
 * Lets go of it and removes its file.
 */
void
cpt_lock_free (CptLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  g_close (self->fd, NULL);
  g_free (self->path);
  g_free (self);
}
