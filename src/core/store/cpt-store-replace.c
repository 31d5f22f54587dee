// SPDX-License-Identifier: GPL-3.0-or-later
// Replacing a file as a whole or not at all. Room: core/store; knows nothing of what it writes.
//
// Where the file has a path in a folder that takes new files: write beside it, fsync, keep the old one as backup by a hard
// link, rename, fsync the folder. GIO's own replacing does not sync new files and overwrites in place when it cannot write
// beside; it is used only where there is no other way (remote files, a writable file in a folder that is not).
#define _GNU_SOURCE /* O_TMPFILE */
#include "cpt-store-replace.h"

#include "cpt-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_FILE_MODE 0666 /* less the umask */
#define MAX_NAMES 16

typedef struct
{
  char *target;    /* path, symbolic links resolved */
  char *temporary; /* path beside it; NULL once it took the target's place */
  int fd;          /* of the new file, or -1 */
  gboolean named;  /* whether the new file has its path already */
  gboolean exists;
  struct stat old;
} Replacement;

/**
 * cpt_store_describe_errno:
 * @code: an error number of the system
 *
 * Returns: (transfer none): what it means for the person who wanted to save, translated
 */
const char *
cpt_store_describe_errno (int code)
{
  switch (code)
    {
    case ENOSPC:
      return _ ("the disk is full");
    case EDQUOT:
      return _ ("your share of the disk is used up");
    case EFBIG:
      return _ ("the disk takes no file of this size");
    case EROFS:
      return _ ("the disk is read-only");
    case EACCES:
    case EPERM:
      return _ ("you are not allowed to write here");
    case ENOENT:
      return _ ("the folder is not there any more");
    default:
      return g_strerror (code);
    }
}

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), cpt_store_describe_errno (code));
  return FALSE;
}

/**
 * cpt_store_etag_new:
 * @gio_etag: (nullable): of the file system: the time of the last change, as coarse as the kernel's clock ticks
 * @length_bytes: of the file
 *
 * Returns: (transfer full) (nullable): a tag that also differs when another program wrote within the same tick but another
 *   length
 */
char *
cpt_store_etag_new (const char *gio_etag, goffset length_bytes)
{
  return gio_etag == NULL ? NULL : g_strdup_printf ("%s/%" G_GOFFSET_FORMAT, gio_etag, length_bytes);
}

/**
 * cpt_store_dup_etag:
 * @info: with the attributes %CPT_STORE_ETAG_ATTRIBUTES
 *
 * Returns: (transfer full) (nullable): the tag, as cpt_store_load() and cpt_store_save() give it
 */
char *
cpt_store_dup_etag (GFileInfo *info)
{
  return cpt_store_etag_new (g_file_info_get_etag (info), g_file_info_get_size (info));
}

static char *
dup_etag (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, CPT_STORE_ETAG_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info == NULL ? NULL : cpt_store_dup_etag (info);
}

/* A file that is gone is not one that somebody changed: writing it again loses nothing. */
static gboolean
check_etag (GFile *file, const char *expected_etag, GError **error)
{
  g_autofree char *etag = expected_etag == NULL ? NULL : dup_etag (file);

  if (etag == NULL || strcmp (etag, expected_etag) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
  return FALSE;
}

static gboolean
write_all (int fd, const char *data, gsize length_bytes, GError **error)
{
  while (length_bytes > 0)
    {
      gssize written = write (fd, data, length_bytes);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error, errno);
      data += written;
      length_bytes -= (gsize) written;
    }
  return g_fsync (fd) == 0 || fail (error, errno);
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return; /* the file is there; only a power cut in the next seconds could show otherwise */
  g_fsync (fd);
  g_close (fd, NULL);
}

static void
replacement_clear (Replacement *self)
{
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  if (self->temporary != NULL && self->named)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
}

/* A file without a name leaves nothing behind when the program is killed while it writes. Not every file system has them. */
static int
open_unnamed (const char *folder)
{
#ifdef O_TMPFILE
  return g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, NEW_FILE_MODE);
#else
  return -1;
#endif
}

/* Opens a new file beside the target with the target's permissions; FALSE with @problem, an errno. */
static gboolean
open_temporary (Replacement *self, int *problem)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  g_autofree char *name = g_path_get_basename (self->target);

  self->temporary = g_strdup_printf ("%s" G_DIR_SEPARATOR_S ".%.200s.XXXXXX", folder, name);
  self->fd = open_unnamed (folder);
  self->named = self->fd < 0;
  if (self->named)
    self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, NEW_FILE_MODE);
  *problem = errno;
  if (self->fd < 0)
    {
      g_clear_pointer (&self->temporary, g_free);
      return FALSE;
    }
  if (self->exists && fchmod (self->fd, self->old.st_mode & 0777) == 0 && self->old.st_uid != geteuid ())
    (void) !fchown (self->fd, self->old.st_uid, self->old.st_gid); /* root editing somebody's file */
  return TRUE;
}

/* Gives the new file the name under which it will be renamed: there is no way to link over a file that is there. */
static gboolean
give_name (Replacement *self)
{
  g_autofree char *from = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  char *digits = self->temporary + strlen (self->temporary) - strlen ("XXXXXX");

  for (guint i = 0; !self->named && i < MAX_NAMES; i++)
    {
      g_snprintf (digits, sizeof "XXXXXX", "%06x", (guint) g_random_int_range (0, 0x1000000));
      self->named = linkat (AT_FDCWD, from, AT_FDCWD, self->temporary, AT_SYMLINK_FOLLOW) == 0;
      if (!self->named && errno != EEXIST)
        return FALSE;
    }
  return self->named;
}

/* One previous version stays as "name~". A file system without hard links keeps none. */
static void
keep_backup (const Replacement *self)
{
  g_autofree char *backup = g_strconcat (self->target, "~", NULL);

  if (!self->exists)
    return;
  g_unlink (backup);
  (void) !link (self->target, backup);
}

static gboolean
take_the_place (Replacement *self, GError **error)
{
  if (!give_name (self) || g_rename (self->temporary, self->target) != 0)
    return fail (error, errno);
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->target);
  return TRUE;
}

static gboolean
write_and_rename (Replacement *self, GFile *file, const char *data, gsize length_bytes, const char *expected_etag,
                  GError **error)
{
  if (!write_all (self->fd, data, length_bytes, error)
      || !check_etag (file, expected_etag, error)) /* once more: writing took its time */
    return FALSE;
  keep_backup (self);
  return take_the_place (self, error);
}

/* Renaming would replace a file that may not be written, a pipe, or a folder. */
static gboolean
check_target (Replacement *self, GError **error)
{
  self->exists = stat (self->target, &self->old) == 0;
  if (!self->exists)
    return errno == ENOENT || fail (error, errno);
  if (!S_ISREG (self->old.st_mode))
    return fail (error, S_ISDIR (self->old.st_mode) ? EISDIR : EINVAL);
  return access (self->target, W_OK) == 0 || fail (error, errno);
}

static gboolean
replace_through_gio (GFile *file, const char *data, gsize length_bytes, const char *expected_etag, gboolean with_backup,
                     GCancellable *cancellable, GError **error)
{
  const char *end = expected_etag == NULL ? NULL : strrchr (expected_etag, '/');
  g_autofree char *gio_etag = end == NULL ? NULL : g_strndup (expected_etag, (gsize) (end - expected_etag));

  return g_file_replace_contents (file, data, length_bytes, gio_etag, with_backup, G_FILE_CREATE_NONE, NULL, cancellable,
                                  error);
}

static gboolean
replace_path (const char *path, GFile *file, const char *data, gsize length_bytes, const char *expected_etag,
              GCancellable *cancellable, GError **error)
{
  char *resolved = realpath (path, NULL);
  Replacement self = { .target = g_strdup (resolved != NULL ? resolved : path), .fd = -1 };
  gboolean ok = check_target (&self, error);
  int problem = 0;

  free (resolved);
  if (ok && !open_temporary (&self, &problem))
    ok = self.exists && (problem == EACCES || problem == EPERM || problem == EROFS)
             ? replace_through_gio (file, data, length_bytes, expected_etag, FALSE, cancellable, error)
             : fail (error, problem);
  else if (ok)
    ok = write_and_rename (&self, file, data, length_bytes, expected_etag, error);
  replacement_clear (&self);
  return ok;
}

/**
 * cpt_store_replace:
 * @file: the target
 * @data: what it shall hold
 * @length_bytes: its length
 * @expected_etag: (nullable): fail when the file is another one meanwhile
 * @new_etag: (out) (optional) (transfer full) (nullable): of the new file
 *
 * Returns: whether the file holds @data now; if not, it holds what it held before
 *
 * Thread: any; blocks.
 * Errors: those of GIO; %G_IO_ERROR_WRONG_ETAG.
 */
gboolean
cpt_store_replace (GFile *file, const char *data, gsize length_bytes, const char *expected_etag, char **new_etag,
                   GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_etag (file, expected_etag, error))
    return FALSE;
  if (path != NULL
          ? !replace_path (path, file, data, length_bytes, expected_etag, cancellable, error)
          : !replace_through_gio (file, data, length_bytes, expected_etag, TRUE, cancellable, error))
    return FALSE;
  if (new_etag != NULL)
    *new_etag = dup_etag (file);
  return TRUE;
}

/**
 * cpt_store_replace_plain:
 * @path: of a file of our own, in a folder of our own
 *
 * As cpt_store_replace(), but keeps no previous version.
 *
 * Returns: whether the file holds @data now; if not, it holds what it held before
 */
gboolean
cpt_store_replace_plain (const char *path, const char *data, gsize length_bytes, GError **error)
{
  Replacement self = { .target = g_strdup (path), .fd = -1 };
  int problem = 0;
  gboolean ok = open_temporary (&self, &problem) ? write_all (self.fd, data, length_bytes, error) && take_the_place (&self, error)
                                                 : fail (error, problem);

  replacement_clear (&self);
  return ok;
}
