// SPDX-License-Identifier: GPL-3.0-or-later
// The persons that one article names. Room: core/analysis/mentions, private.
#pragma once

#include "cpt-actor-index.h"

G_BEGIN_DECLS

/* Words that may be a person's name: "Ivan Petrov". */
typedef struct
{
  guint begin;
  guint end;
} CptNameWords;

/**
 * CptPerson:
 * @actor: index of the profile's actor, or -1
 * @name: the words of the fullest name so far
 * @surname: word class of the last word of the name
 * @side: of the strongest evidence
 * @side_confidence: how strong that is; 0 for none
 * @owner: actor of the country or body that the person was named with ("Russian president"), or -1
 * @head: word number of the office that the person was named with, or %CPT_NO_WORD
 * @in_office: whether the article names an office that the person holds
 * @out_of_office: whether it calls the person a former holder of the office that the profile knows them by
 */
typedef struct
{
  int actor;
  CptNameWords name;
  guint32 surname;
  int side;
  float side_confidence;
  CptGender gender;
  int owner;
  guint32 head;
  gboolean in_office;
  gboolean out_of_office;
  guint first_token;
} CptPerson;

/* How a word occurs in the article. */
typedef enum
{
  CPT_SEEN_LOWER = 1 << 0, /* without a capital */
  CPT_SEEN_ALONE = 1 << 1, /* with a capital, and no other such word beside it */
} CptWordSeen;

typedef struct
{
  const CptActorIndex *index;
  const CptIndexedText *text;
  GArray *persons;         /* CptPerson */
  GHashTable *by_surname;  /* word class + 1 -> person + 1; the one named last */
  GHashTable *by_first;    /* word class + 1 of a given name -> person + 1; 0 when two persons have it */
  GHashTable *by_actor;    /* actor + 1 -> person + 1 */
  GHashTable *stems;       /* char * -> word number; Cyrillic only */
  guint32 *classes;        /* by word number: words that differ by an ending only have one class */
  guint8 *seen;            /* by word number: CptWordSeen */
} CptPeople;

void       cpt_people_init         (CptPeople *self, const CptActorIndex *index, const CptIndexedText *text);
void       cpt_people_clear        (CptPeople *self);
CptPerson *cpt_people_get          (const CptPeople *self, int person);
int        cpt_people_add_actor    (CptPeople *self, const CptNameMatch *match);
int        cpt_people_add_unknown  (CptPeople *self, CptNameWords name);
int        cpt_people_find_surname (const CptPeople *self, guint token);
int        cpt_people_find_first   (const CptPeople *self, guint token);
gboolean   cpt_people_recurs       (const CptPeople *self, CptNameWords name);
gboolean   cpt_people_scan_name    (const CptPeople *self, guint token, guint max_words, CptNameWords *name);
void       cpt_people_offer_side   (CptPeople *self, int person, int side, float confidence);
void       cpt_people_guess_gender (CptPeople *self, int person);

G_END_DECLS
