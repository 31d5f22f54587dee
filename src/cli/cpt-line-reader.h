// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a file descriptor, of any size and content. Room: cli.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptLine:
 * @data: the line without its line feed; may hold zero bytes, may be no UTF-8; valid until the next call
 * @length_bytes: its length
 * @too_long: whether it was longer than allowed; @data is empty then
 */
typedef struct
{
  const char *data;
  gsize length_bytes;
  gboolean too_long;
} CptLine;

typedef struct _CptLineReader CptLineReader;

CptLineReader *cpt_line_reader_new  (int fd, gsize max_bytes);
void           cpt_line_reader_free (CptLineReader *self);
gboolean       cpt_line_reader_next (CptLineReader *self, CptLine *line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptLineReader, cpt_line_reader_free)

G_END_DECLS
