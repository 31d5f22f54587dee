// SPDX-License-Identifier: GPL-3.0-or-later
// The word before a terminator and what comes after it. Room: core/text, private to it.
#pragma once

#include "cpt-sentence-language.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_WORD_KIND_NONE,   /* a closing mark, a symbol */
  CPT_WORD_KIND_WORD,
  CPT_WORD_KIND_LETTER, /* a single one */
  CPT_WORD_KIND_NUMBER, /* digits, perhaps with separators */
  CPT_WORD_KIND_ROMAN,  /* capital Roman numerals, at least two */
} CptWordKind;

/**
 * CptWord:
 * @begin: its first byte
 * @end: after its last byte, where the terminator stands
 * @kind: what it consists of
 * @classes: #CptWordClass bits
 * @n_chars: its length; of numbers, 99 when they have separators
 * @capitalised: it begins with a capital letter
 * @all_capitals: two letters or more, none of them small
 * @small_end: it ends with two small letters
 * @has_vowel: a letter of it is a vowel of Latin, Cyrillic or Greek writing, or of another script
 * @clipped: it ends with a Cyrillic consonant, as words do that are cut short before a full stop
 */
typedef struct
{
  const char *begin;
  const char *end;
  CptWordKind kind;
  guint classes;
  guint n_chars;
  gboolean capitalised;
  gboolean all_capitals;
  gboolean small_end;
  gboolean has_vowel;
  gboolean clipped;
} CptWord;

typedef enum
{
  CPT_NEXT_NONE,   /* the text or the paragraph ends */
  CPT_NEXT_UPPER,
  CPT_NEXT_LOWER,
  CPT_NEXT_DIGIT,
  CPT_NEXT_LETTER, /* of a script without capitals */
  CPT_NEXT_SYMBOL, /* anything else that can open a sentence */
  CPT_NEXT_BARRED, /* a mark that cannot */
} CptNextKind;

/**
 * CptNext:
 * @begin: that character
 * @kind: of the first character after blanks, opening marks and dashes
 * @classes: #CptWordClass bits of the first word
 * @abbreviated: a full stop follows the first word, which is one letter or an abbreviation
 * @roman: the first word is a Roman numeral
 * @pronoun_i: the first word is the English "I", capital wherever it stands
 * @camel: a small letter, then a capital: "eBay", "iPhone", "mRNA"
 * @dashed: a dash stands before the first word
 * @opened: a quotation mark or bracket stands before the first word
 */
typedef struct
{
  const char *begin;
  CptNextKind kind;
  guint classes;
  gboolean abbreviated;
  gboolean roman;
  gboolean pronoun_i;
  gboolean camel;
  gboolean dashed;
  gboolean opened;
} CptNext;

CptWord  cpt_word_before                    (const CptSentenceLanguage *language, const char *end, const char *begin);
gboolean cpt_word_opens_sentence            (const CptWord *self, const char *sentence);
gboolean cpt_word_follows_number            (const CptWord *self, const CptSentenceLanguage *language,
                                             const char *begin);
gboolean cpt_word_follows_letter            (const CptWord *self, const char *begin);
gboolean cpt_word_in_address                (const char *cursor, const char *begin, const char *end);
gboolean cpt_word_looks_like_sentence_start (const char *cursor, const char *end);
CptNext  cpt_next_look                      (const CptSentenceLanguage *language, const char *cursor, const char *end);
gboolean cpt_next_finds_class               (const CptSentenceLanguage *language, const CptNext *self, const char *end,
                                             guint class);

G_END_DECLS
