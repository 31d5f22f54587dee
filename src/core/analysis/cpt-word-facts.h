// SPDX-License-Identifier: GPL-3.0-or-later
// What single words tell of accounts and answers, remembered from article to article. Room: core/analysis, private to it.
#pragma once

#include "cpt-profile.h"
#include "cpt-reading.h"

G_BEGIN_DECLS

/**
 * CptWordKind:
 * @CPT_WORD_KIND_CONTENT: says what a statement is about
 * @CPT_WORD_KIND_CONTRAST: sets a statement against what was said before ("however")
 * @CPT_WORD_KIND_PASSES_ON: sources that pass on what others say ("agency")
 * @CPT_WORD_KIND_OF_OFFICE: stands in the name of a body without naming anybody ("defence", "country's")
 * @CPT_WORD_KIND_OBJECT: a pronoun that is no subject ("him")
 * @CPT_WORD_KIND_NOBODY: "no", "nobody"
 */
typedef enum
{
  CPT_WORD_KIND_CONTENT = 1 << 0,
  CPT_WORD_KIND_CONTRAST = 1 << 1,
  CPT_WORD_KIND_PASSES_ON = 1 << 2,
  CPT_WORD_KIND_OF_OFFICE = 1 << 3,
  CPT_WORD_KIND_OBJECT = 1 << 4,
  CPT_WORD_KIND_NOBODY = 1 << 5,
} CptWordKind;

/**
 * CptWordFacts:
 * @stances: by word number: classes of cpt-stance-words.h; all 0 for languages without words there
 * @demonyms: by word number: index of the profile's actor + 1 of whom the word is an adjective, or 0
 * @kinds: by word number: #CptWordKind
 *
 * Of the words of one article.
 */
typedef struct
{
  guint32 *stances;
  guint16 *demonyms;
  guint8 *kinds;
} CptWordFacts;

/**
 * CptWordBook:
 *
 * The facts about words under one profile; safe in several threads at once.
 */
typedef struct _CptWordBook CptWordBook;

CptWordBook *cpt_word_book_new     (const CptProfile *profile);
void         cpt_word_book_free    (CptWordBook *self);
void         cpt_word_book_look_up (CptWordBook *self, const CptReading *reading, CptWordFacts *facts);
void         cpt_word_facts_clear  (CptWordFacts *self);

G_END_DECLS
