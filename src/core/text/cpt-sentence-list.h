// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that run on within a paragraph: "1) One thing 2) Another". Room: core/text, private to it.
#pragma once

#include "cpt-sentence-stop.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_LIST_NONE,
  CPT_LIST_BULLET,       /* "•" */
  CPT_LIST_PAREN,        /* "1)" */
  CPT_LIST_STOP,         /* "1." */
  CPT_LIST_STOP_PAREN,   /* "1.)" */
} CptListStyle;

/**
 * CptSentenceList:
 * @style: of the list that the paragraph is in
 * @next: the number, or the letter, that the next item would bear; the character of a bullet
 * @letters: whether items bear letters
 */
typedef struct
{
  CptListStyle style;
  gunichar next;
  gboolean letters;
} CptSentenceList;

void        cpt_sentence_list_reset     (CptSentenceList *self);
void        cpt_sentence_list_begin     (CptSentenceList *self, const char *sentence, const char *end);
const char *cpt_sentence_list_find_item (const CptSentenceList *self,
                                         const CptStopContext  *context,
                                         const char            *cursor,
                                         gunichar               c);

G_END_DECLS
