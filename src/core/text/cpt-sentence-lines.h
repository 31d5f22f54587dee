// SPDX-License-Identifier: GPL-3.0-or-later
// What the line breaks of a text mean: wrapping, or the end of something. Room: core/text, private to it.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptLines:
 *
 * Knows whether a text was wrapped to a width and answers for each single line break, asked in ascending order,
 * whether the sentence may go on beyond it. Cost: every byte is looked at a small, fixed number of times.
 */
typedef struct
{
  const char *text;
  const char *end;
  gsize width_chars;     /* of the longest line */
  gboolean wrapped;      /* most lines are as full as the next word lets them be */
  const char *block_end; /* where the run of lines ends that was last looked at */
  gboolean block_stops;  /* whether one of its lines ends with a terminator */
} CptLines;

void     cpt_lines_init         (CptLines *self, const char *text, const char *end);
gboolean cpt_lines_goes_on      (CptLines *self, const char *line_break);

G_END_DECLS
