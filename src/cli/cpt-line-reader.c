// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a file descriptor. A line longer than allowed is skipped and reported, never held in memory. Room: cli.
#include "cpt-line-reader.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES ((gsize)1 << 16)

struct _CptLineReader
{
  int fd;
  gsize max_bytes;
  char block[BLOCK_BYTES];
  gsize begin, end; /* what of the block is not yet used */
  GByteArray *line; /* a line that reaches over blocks */
  gboolean at_end;
};

CptLineReader *
cpt_line_reader_new (int fd, gsize max_bytes)
{
  CptLineReader *self = g_new (CptLineReader, 1);

  self->fd = fd;
  self->max_bytes = max_bytes;
  self->begin = self->end = 0;
  self->line = g_byte_array_new ();
  self->at_end = FALSE;
  return self;
}

void
cpt_line_reader_free (CptLineReader *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->line);
  g_free (self);
}

static gboolean
fill (CptLineReader *self, GError **error)
{
  gssize n;

  do
    n = read (self->fd, self->block, BLOCK_BYTES);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, (int)g_io_error_from_errno (code), g_strerror (code));
      return FALSE;
    }
  self->begin = 0;
  self->end = (gsize)n;
  self->at_end = n == 0;
  return TRUE;
}

/* Moves what the block holds of the line to the line's own memory. */
static void
keep (CptLineReader *self, gsize n_bytes, CptLine *line)
{
  if (self->line->len + n_bytes > self->max_bytes)
    line->too_long = TRUE;
  if (line->too_long)
    g_byte_array_set_size (self->line, 0);
  else
    g_byte_array_append (self->line, (const guint8 *)self->block + self->begin, (guint)n_bytes);
}

static void
finish (CptLineReader *self, CptLine *line)
{
  line->data = (const char *)self->line->data;
  line->length_bytes = self->line->len;
}

/**
 * cpt_line_reader_next:
 * @line: (out): the next line
 * @error: return location
 *
 * Blocks until a line is there.
 *
 * Returns: %FALSE at the end, and with @error set when reading fails
 *
 * Limits: memory for one line of at most the reader's maximum.
 */
gboolean
cpt_line_reader_next (CptLineReader *self, CptLine *line, GError **error)
{
  gboolean any = FALSE;

  *line = (CptLine){ "", 0, FALSE };
  g_byte_array_set_size (self->line, 0);
  while (!self->at_end)
    {
      const char *feed = memchr (self->block + self->begin, '\n', self->end - self->begin);
      gsize n_bytes = feed != NULL ? (gsize)(feed - self->block) - self->begin : self->end - self->begin;

      any |= n_bytes > 0 || feed != NULL;
      keep (self, n_bytes, line);
      if (feed != NULL)
        {
          self->begin += n_bytes + 1;
          finish (self, line);
          return TRUE;
        }
      if (!fill (self, error))
        return FALSE;
    }
  finish (self, line);
  return any;
}
