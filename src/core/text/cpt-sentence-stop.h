// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a terminator ends its sentence. Room: core/text, private to it.
#pragma once

#include "cpt-sentence-language.h"

G_BEGIN_DECLS

/**
 * CptStopContext:
 * @text: the whole text
 * @end: after its last byte
 * @sentence: where the sentence begins that is being read
 * @language: what is known of the language
 * @flags: its #CptSentenceFlags
 */
typedef struct
{
  const char *text;
  const char *end;
  const char *sentence;
  const CptSentenceLanguage *language;
  guint flags;
} CptStopContext;

/**
 * CptStopVerdict:
 * @sentence_end: after the last closing mark of the sentence; %NULL when the sentence goes on
 * @resume: where to read on
 */
typedef struct
{
  const char *sentence_end;
  const char *resume;
} CptStopVerdict;

gboolean       cpt_stop_is_terminator (const CptStopContext *self, gunichar c);
CptStopVerdict cpt_stop_judge         (const CptStopContext *self, const char *terminator);

G_END_DECLS
