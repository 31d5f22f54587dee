// SPDX-License-Identifier: GPL-3.0-or-later
// What segmentation knows of a language: its abbreviations and the words that open its sentences. Room: core/text,
// private to it. One file a language (cpt-sentences-en.c ...) fills a #CptSentenceTable; README.md says how to add one.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptWordClass:
 * @CPT_WORD_TITLE: written with a full stop, and a name follows ("Mr.", "св."): the stop never ends a sentence
 * @CPT_WORD_BEFORE_NUMBER: abbreviated before a number ("p. 5", "рис. 3")
 * @CPT_WORD_AFTER_NUMBER: abbreviated after a number, a name rarely follows ("5 тыс.", "10 km.")
 * @CPT_WORD_INNER: abbreviated inside sentences only ("e.g.", "z.B.", "напр."): whatever follows, the sentence goes on
 * @CPT_WORD_ABBREVIATION: any other abbreviation; only a word that opens sentences shows that one ends here
 * @CPT_WORD_CLOSING: an abbreviation that mostly closes what it belongs to ("etc.", "p.m.", "и др."): a capital letter
 *   after it opens a sentence
 * @CPT_WORD_OPENER: a word that, capitalised, nearly always opens a sentence: articles, pronouns, conjunctions
 * @CPT_WORD_CALENDAR: names of months and days and what follows a time of day; after "p.m." or "12." the sentence goes
 *   on
 * @CPT_WORD_CREDIT: names the maker of a picture before a colon ("Photo:")
 * @CPT_WORD_REPORTING: a verb of saying, as it stands after a quotation ("asked")
 * @CPT_WORD_RESTART: a word that, capitalised, opens a sentence even where the stop before it was lost, since it is in
 *   no name or title
 */
typedef enum
{
  CPT_WORD_TITLE = 1 << 0,
  CPT_WORD_BEFORE_NUMBER = 1 << 1,
  CPT_WORD_AFTER_NUMBER = 1 << 2,
  CPT_WORD_INNER = 1 << 3,
  CPT_WORD_ABBREVIATION = 1 << 4,
  CPT_WORD_CLOSING = 1 << 5,
  CPT_WORD_OPENER = 1 << 6,
  CPT_WORD_CALENDAR = 1 << 7,
  CPT_WORD_CREDIT = 1 << 8,
  CPT_WORD_REPORTING = 1 << 9,
  CPT_WORD_RESTART = 1 << 10,
} CptWordClass;

#define CPT_WORD_ANY_ABBREVIATION \
  (CPT_WORD_TITLE | CPT_WORD_BEFORE_NUMBER | CPT_WORD_AFTER_NUMBER | CPT_WORD_INNER | CPT_WORD_ABBREVIATION \
   | CPT_WORD_CLOSING)

/**
 * CptSentenceFlags:
 * @CPT_SENTENCE_ORDINAL_STOP: a number with a full stop is an ordinal ("12. Juni", "XII. pluk")
 * @CPT_SENTENCE_COLON_ENDS: a colon ends sentences (Armenian; the Arabic convention for lead-ins)
 * @CPT_SENTENCE_STOP_IS_COLON: "." has the sense of a colon and ends nothing (Armenian)
 * @CPT_SENTENCE_SEMICOLON_ASKS: ";" is the question mark (Greek)
 * @CPT_SENTENCE_NUMBER_APART: the number of a paragraph ("3.") is read as its heading, not as part of its sentence
 * @CPT_SENTENCE_CAPITAL_NOUNS: every noun is capitalised, so a capital says little about where sentences begin
 */
typedef enum
{
  CPT_SENTENCE_ORDINAL_STOP = 1 << 0,
  CPT_SENTENCE_COLON_ENDS = 1 << 1,
  CPT_SENTENCE_STOP_IS_COLON = 1 << 2,
  CPT_SENTENCE_SEMICOLON_ASKS = 1 << 3,
  CPT_SENTENCE_CAPITAL_NOUNS = 1 << 4,
  CPT_SENTENCE_NUMBER_APART = 1 << 5,
} CptSentenceFlags;

/**
 * CptSentenceTable:
 *
 * The source form of a language: words in lower case, parted by blanks, without their last full stop ("mr", "e.g",
 * "z.b"). Every list may be missing.
 */
typedef struct
{
  const char *tag; /* primary subtag of BCP 47 */
  guint flags;
  const char *titles;
  const char *before_numbers;
  const char *after_numbers;
  const char *inner;
  const char *abbreviations;
  const char *closing;
  const char *openers;
  const char *calendar;
  const char *credits;
  const char *reporting;
  const char *restarts;
} CptSentenceTable;

typedef struct _CptSentenceLanguage CptSentenceLanguage;

const CptSentenceLanguage *cpt_sentence_language_get       (const char *tag);
guint                      cpt_sentence_language_get_flags (const CptSentenceLanguage *self);
guint                      cpt_sentence_language_classify  (const CptSentenceLanguage *self,
                                                            const char                *begin,
                                                            const char                *end);

extern const CptSentenceTable cpt_sentences_general;
extern const CptSentenceTable cpt_sentences_en;
extern const CptSentenceTable cpt_sentences_ru;
extern const CptSentenceTable cpt_sentences_uk;
extern const CptSentenceTable cpt_sentences_bg;
extern const CptSentenceTable cpt_sentences_kk;
extern const CptSentenceTable cpt_sentences_de;
extern const CptSentenceTable cpt_sentences_nl;
extern const CptSentenceTable cpt_sentences_da;
extern const CptSentenceTable cpt_sentences_fr;
extern const CptSentenceTable cpt_sentences_es;
extern const CptSentenceTable cpt_sentences_it;
extern const CptSentenceTable cpt_sentences_pl;
extern const CptSentenceTable cpt_sentences_cs;
extern const CptSentenceTable cpt_sentences_sk;
extern const CptSentenceTable cpt_sentences_el;
extern const CptSentenceTable cpt_sentences_hy;
extern const CptSentenceTable cpt_sentences_ar;

G_END_DECLS
