// SPDX-License-Identifier: GPL-3.0-or-later
// Word stems by libstemmer (Snowball). Room: core/analysis/topics.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CptStemmer:
 *
 * Cuts the endings off words of one language; leaves words of languages that libstemmer does not know as they are.
 * For one thread at a time.
 */
typedef struct _CptStemmer CptStemmer;

CptStemmer *cpt_stemmer_new  (const char *language);
void        cpt_stemmer_free (CptStemmer *self);
const char *cpt_stemmer_cut  (CptStemmer *self, const char *word, gsize *length_bytes);

const char *cpt_stemmer_get_language (const CptStemmer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptStemmer, cpt_stemmer_free)

G_END_DECLS
