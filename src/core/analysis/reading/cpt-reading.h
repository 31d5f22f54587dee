// SPDX-License-Identifier: GPL-3.0-or-later
// What every finder reads: an article cut into tokens, sentences and quotations. Room: core/analysis/reading.
#pragma once

#include "cpt-article.h"
#include "cpt-tokens.h"

G_BEGIN_DECLS

/**
 * CptQuotedSpan:
 * @span: from the opening to the closing mark, both included
 * @begin_token: the opening mark
 * @end_token: one past the closing mark
 * @depth: 0 for outermost quotations, 1 for quotations within them
 * @closed: %FALSE when the closing mark is missing and the end of the paragraph stands for it
 *
 * Words between quotation marks, whatever they are there for (speech, a title, irony).
 */
typedef struct
{
  CptSpan span;
  guint begin_token;
  guint end_token;
  guint8 depth;
  gboolean closed;
} CptQuotedSpan;

/**
 * CptSentence:
 * @span: trimmed
 * @begin_token: its first token
 * @end_token: one past its last token
 * @paragraph: number of its paragraph, from 0
 */
typedef struct
{
  CptSpan span;
  guint begin_token;
  guint end_token;
  guint paragraph;
} CptSentence;

/**
 * CptReading:
 *
 * Plain read-only data, made once for an analysis and shared by all finders. Not reference-counted: the analysis owns
 * it and frees it when the last finder is done.
 */
typedef struct
{
  CptArticle *article;
  const char *text;
  gsize length_bytes;
  const char *language; /* never NULL: of the metadata, or guessed */
  CptTokens *token_table;
  const CptToken *tokens;
  guint n_tokens;
  CptSentence *sentences;
  guint n_sentences;
  CptQuotedSpan *quotations; /* by begin; a quotation within another follows it */
  guint n_quotations;
} CptReading;

CptReading *cpt_reading_new             (CptArticle *article);
void        cpt_reading_free            (CptReading *self);
guint       cpt_reading_find_sentence   (const CptReading *self, gsize offset_bytes);
const char *cpt_reading_get_word        (const CptReading *self, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptReading, cpt_reading_free)

G_END_DECLS
