// SPDX-License-Identifier: GPL-3.0-or-later
// Words, numbers and marks of a text. Room: core/text.
#pragma once

#include "cpt-span.h"
#include "cpt-word-table.h"

G_BEGIN_DECLS

/**
 * CptTokenKind:
 * @CPT_TOKEN_WORD: letters, perhaps with digits ("19th", "F16") or inner full stops ("U.S.")
 * @CPT_TOKEN_NUMBER: digits with inner separators ("1,000", "14:30", "3.5")
 * @CPT_TOKEN_CLITIC: an apostrophe and what follows it after a word ("’s", "'t")
 * @CPT_TOKEN_MARK: any other single character (punctuation, quotation marks, symbols)
 */
typedef enum
{
  CPT_TOKEN_WORD,
  CPT_TOKEN_NUMBER,
  CPT_TOKEN_CLITIC,
  CPT_TOKEN_MARK,
} CptTokenKind;

typedef enum
{
  CPT_TOKEN_SPACE_BEFORE = 1 << 0,     /* white space, or the beginning of the text, precedes */
  CPT_TOKEN_LINE_BEFORE = 1 << 1,      /* a line break precedes */
  CPT_TOKEN_PARAGRAPH_BEFORE = 1 << 2, /* two line breaks, or the beginning of the text, precede */
  CPT_TOKEN_CAPITALISED = 1 << 3,      /* the first letter is upper case */
  CPT_TOKEN_ALL_CAPS = 1 << 4,         /* two letters or more, none of them lower case */
  CPT_TOKEN_HAS_DIGIT = 1 << 5,
} CptTokenFlags;

/* The word number of tokens that are marks. */
#define CPT_NO_WORD G_MAXUINT32

/**
 * CptToken:
 * @begin_bytes: offset of its first byte
 * @end_bytes: offset after its last byte
 * @word: number of its case-folded form in cpt_tokens_get_word(), or %CPT_NO_WORD for marks
 * @first: its first character, as written
 * @kind: a #CptTokenKind
 * @flags: #CptTokenFlags
 *
 * Offsets are 32 bits wide: a text has at most %CPT_TEXT_MAX_BYTES.
 */
typedef struct
{
  guint32 begin_bytes;
  guint32 end_bytes;
  guint32 word;
  gunichar first;
  guint8 kind;
  guint8 flags;
} CptToken;

#define CPT_TEXT_MAX_BYTES ((gsize) 1 << 30)

typedef struct _CptTokens CptTokens;

CptTokens      *cpt_tokens_new         (const char *text, gsize length_bytes);
void            cpt_tokens_free        (CptTokens *self);
const CptToken *cpt_tokens_get         (const CptTokens *self, guint *n_tokens);
guint           cpt_tokens_get_n_words (const CptTokens *self);
const char     *cpt_tokens_get_word    (const CptTokens *self, guint32 word);
const CptWordKey *cpt_tokens_get_key   (const CptTokens *self, guint32 word);
guint           cpt_tokens_find_at     (const CptTokens *self, gsize offset_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptTokens, cpt_tokens_free)

static inline CptSpan
cpt_token_get_span (const CptToken *token)
{
  return CPT_SPAN (token->begin_bytes, token->end_bytes);
}

G_END_DECLS
