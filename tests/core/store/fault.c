// SPDX-License-Identifier: GPL-3.0-or-later
// These functions stand before the C library's for the whole program, GLib included; the one that is counted down to fails
// as a full disk, a broken one or a folder without permission would. Part of the tests.
//
// <fcntl.h> would rename open() into open64(); both must be here.
#include "fault.h"

#include <errno.h>
#include <linux/fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

Fault fault;

static gboolean
fails_now (void)
{
  if (!fault.armed || fault.calls_left-- != 0)
    return FALSE;
  errno = fault.code;
  return TRUE;
}

static int
open_really (const char *path, int flags, mode_t mode)
{
  /* Reading is never what fails here: every error would be about the file that was there before. */
  if ((flags & O_ACCMODE) != O_RDONLY && fails_now ())
    return -1;
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

#define DEFINE_OPEN(name) \
  int name (const char *path, int flags, ...); \
  int name (const char *path, int flags, ...) \
  { \
    va_list arguments; \
    mode_t mode; \
    va_start (arguments, flags); \
    mode = va_arg (arguments, mode_t); \
    va_end (arguments); \
    return open_really (path, flags, mode); \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)

ssize_t
write (int fd, const void *data, size_t length)
{
  /* A disk that is nearly full takes the first bytes. */
  if (fault.armed && length > 100 && fault.calls_left > 0)
    length = length / 2;
  return fails_now () ? -1 : (ssize_t) syscall (SYS_write, fd, data, length);
}

int
fsync (int fd)
{
  return fails_now () ? -1 : (int) syscall (SYS_fsync, fd);
}

int
rename (const char *from, const char *to)
{
  return fails_now () ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
linkat (int from_fd, const char *from, int to_fd, const char *to, int flags)
{
  return fails_now () ? -1 : (int) syscall (SYS_linkat, from_fd, from, to_fd, to, flags);
}

int
link (const char *from, const char *to)
{
  return linkat (AT_FDCWD, from, AT_FDCWD, to, 0);
}
