// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody and every body that an article names, known to the profile or not. Room: core/analysis/attribution.
#pragma once

#include "cpt-clues.h"
#include "cpt-mentions.h"

G_BEGIN_DECLS

typedef enum
{
  CPT_ENTITY_UNKNOWN,
  CPT_ENTITY_PERSON,
  CPT_ENTITY_BODY,
} CptEntityKind;

/**
 * CptEntity:
 * @name: the fullest name in the article, without title, or the profile's
 * @kind: what the words around its names suggest
 * @gender: if known
 * @gender_is_sure: whether a title says so, not only a given name
 * @mention: its first mention among the profile's actors, or -1
 * @n_words: words of @name
 * @plural: whether it is several ("the allies")
 * @evidence: what speaks for a person, above 0, or against, below, when @kind is unknown
 * @n_named: how often the text names it in full
 * @last_word: number of the last word of its name without its case ending, or %CPT_NO_WORD
 * @is_subject: whether @name stands before or after a verb somewhere, so that it is no oblique case
 * @namesake: another whose name ends with the same word, or -1
 */
typedef struct
{
  const char *name;
  CptEntityKind kind;
  CptGender gender;
  gboolean gender_is_sure;
  int mention;
  guint n_words;
  gboolean plural;
  int evidence;
  guint n_named;
  guint32 last_word;
  gboolean is_subject;
  int namesake;
} CptEntity;

/**
 * CptNaming:
 * @begin: first token, title included
 * @name_begin: first token of the name itself
 * @end: one past the last token
 * @entity: whom it names
 */
typedef struct
{
  guint begin;
  guint name_begin;
  guint end;
  guint entity;
} CptNaming;

/**
 * CptEntities:
 *
 * The names of a text in ascending order, and whom they name.
 */
typedef struct
{
  const CptClues *clues;
  const CptMentions *mentions;
  GArray *items;       /* CptEntity */
  GArray *namings;     /* CptNaming */
  GHashTable *by_name; /* name -> entity + 1 */
  GHashTable *by_word; /* last word's number + 1 -> entity + 1: the last one who may be "Smith" */
  GStringChunk *strings;
} CptEntities;

CptEntities *cpt_entities_find (const CptClues *clues, const CptMentions *mentions);
void cpt_entities_free (CptEntities *self);
guint cpt_entities_describe (CptEntities *self, const char *words, CptEntityKind kind, CptGender gender,
                             gboolean plural);
guint cpt_entities_find_naming (const CptEntities *self, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptEntities, cpt_entities_free)

static inline CptEntity *
cpt_entities_get (const CptEntities *self, guint entity)
{
  return &g_array_index (self->items, CptEntity, entity);
}

static inline const CptNaming *
cpt_entities_get_naming (const CptEntities *self, guint naming)
{
  return &g_array_index (self->namings, CptNaming, naming);
}

G_END_DECLS
