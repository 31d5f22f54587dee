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
 * @mention: its first mention among the profile's actors, or -1
 * @n_words: words of @name
 */
typedef struct
{
  const char *name;
  CptEntityKind kind;
  CptGender gender;
  int mention;
  guint n_words;
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
  GHashTable *by_word; /* last word's number + 1 -> entity + 1: who "Smith" is */
  GStringChunk *strings;
} CptEntities;

CptEntities *cpt_entities_find (const CptClues *clues, const CptMentions *mentions);
void cpt_entities_free (CptEntities *self);
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
