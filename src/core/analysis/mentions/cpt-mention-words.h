// SPDX-License-Identifier: GPL-3.0-or-later
// Word classes of the mention finder. Room: core/analysis/mentions, private.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptMentionWord:
 *
 * What a word can be around a name. A word can be several things: "general" is an office and modifies another.
 */
typedef enum
{
  CPT_WORD_PERSON_HEAD = 1 << 0,   /* president, spokeswoman */
  CPT_WORD_GROUP_HEAD = 1 << 1,    /* officials, leaders */
  CPT_WORD_BODY_HEAD = 1 << 2,     /* ministry, government */
  CPT_WORD_OUTSIDER = 1 << 3,      /* critic, analyst: "Kremlin critic" does not speak for the Kremlin */
  CPT_WORD_MODIFIER = 1 << 4,      /* deputy, foreign */
  CPT_WORD_FORMER = 1 << 5,        /* former, ex */
  CPT_WORD_HONORIFIC = 1 << 6,     /* Dr */
  CPT_WORD_MALE = 1 << 7,          /* Mr, spokesman, king; or a male first name */
  CPT_WORD_FEMALE = 1 << 8,        /* Mrs, spokeswoman, queen; or a female first name */
  CPT_WORD_FIRST_NAME = 1 << 9,    /* a given name */
  CPT_WORD_NOT_NAME = 1 << 10,     /* words that begin sentences, days, months: capitalised but no name */
  CPT_WORD_IN_PLACE = 1 << 11,     /* in, near: a country after it is a place */
  CPT_WORD_TO_PLACE = 1 << 12,     /* to, from: perhaps a place */
  CPT_WORD_DIRECTION = 1 << 13,    /* eastern, occupied */
  CPT_WORD_PLACE_NOUN = 1 << 14,   /* region, airport: after a name of a place */
  CPT_WORD_SAYING = 1 << 15,       /* said, warned */
  CPT_WORD_PARTICLE = 1 << 16,     /* van, bin: within a name */
  CPT_WORD_VERB_TOO = 1 << 17,     /* forces, heads: a verb after a bare country */
  CPT_WORD_ARTICLE = 1 << 18,      /* the, a */
  CPT_WORD_OF = 1 << 19,           /* of, for */
  CPT_WORD_PREFIX = 1 << 20,       /* pro, anti, ex: with a hyphen they take the belonging away */
  CPT_WORD_HE = 1 << 21,
  CPT_WORD_SHE = 1 << 22,
  CPT_WORD_AND = 1 << 23,
  CPT_WORD_OFFICE_PART = 1 << 24,  /* affairs, staff: after "of" within an office */
  CPT_WORD_LEADER = 1 << 25,       /* president, chancellor: a leader */
  CPT_WORD_ANY_LEADER = 1 << 26,   /* leader, chief: can be meant for any of those */
} CptMentionWord;

#define CPT_WORD_HEAD (CPT_WORD_PERSON_HEAD | CPT_WORD_GROUP_HEAD | CPT_WORD_BODY_HEAD | CPT_WORD_OUTSIDER)

typedef void (*CptMentionWordFunc) (const char *word, guint flags, gpointer user_data);

void  cpt_mention_words_for_each (CptMentionWordFunc func, gpointer user_data);
gsize cpt_mention_stem_length    (const char *word, gsize length_bytes);
gboolean cpt_mention_is_cyrillic (const char *word);

G_END_DECLS
