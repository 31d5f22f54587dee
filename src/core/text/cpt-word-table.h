// SPDX-License-Identifier: GPL-3.0-or-later
// A table from case-folded words to what is known of them. Room: core/text.
//
// Each distinct word of a text is looked up in many such tables. So its key is made once, by the tokens, and a look-up is
// mostly one comparison of two numbers.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptWordKey:
 * @word: case-folded; not owned
 * @start: its first bytes, those after a shorter word 0
 * @hash: see cpt_word_key()
 */
typedef struct
{
  const char *word;
  guint64 start;
  guint32 hash;
} CptWordKey;

typedef struct _CptWordTable CptWordTable;

CptWordKey    cpt_word_key           (const char *word);
CptWordTable *cpt_word_table_new     (GDestroyNotify free_value);
void          cpt_word_table_free    (CptWordTable *self);
guint         cpt_word_table_get_n   (const CptWordTable *self);
gpointer     *cpt_word_table_ensure  (CptWordTable *self, const CptWordKey *key);
gpointer      cpt_word_table_find    (const CptWordTable *self, const CptWordKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptWordTable, cpt_word_table_free)

/* Of characters, so that it can be made while a word is folded: begin with CPT_WORD_HASH_BEGIN, then each character. */
#define CPT_WORD_HASH_BEGIN 2166136261u

static inline guint32
cpt_word_hash_add (guint32 hash, gunichar c)
{
  return (hash ^ c) * 16777619u;
}

static inline guint32
cpt_word_hash_end (guint32 hash)
{
  return hash ^ hash >> 15;
}

G_END_DECLS
