// SPDX-License-Identifier: GPL-3.0-or-later
// What stands apart from the sentences around it without any terminator. Room: core/text, private to it.
#pragma once

#include "cpt-sentence-stop.h"

G_BEGIN_DECLS

/**
 * CptApart:
 * @begin: (nullable): a sentence ends before it
 * @end: (nullable): a sentence ends with it
 * @resume: where to read on
 */
typedef struct
{
  const char *begin;
  const char *end;
  const char *resume;
} CptApart;

gboolean    cpt_sentence_apart_find       (const CptStopContext *context,
                                           const char           *cursor,
                                           gunichar              c,
                                           CptApart             *found);
const char *cpt_sentence_apart_skip_smile (const char *cursor, const char *end);

G_END_DECLS
