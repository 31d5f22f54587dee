// SPDX-License-Identifier: GPL-3.0-or-later
// The learnt network that tags tokens, as it lies in its data file. Room: core/analysis/attribution.
//
// A token is seen through inputs: words in certain places (itself, its neighbours, the possible cues around it, ...) and
// plain facts with few values (how far from the cue, quoted or not, ...). Each input adds a row of numbers; the first
// CPT_N_HIDDEN of the sum, as far as they are above 0, are weighed for each tag, the others count for the tags directly.
// A word's row for a place is its vector times the matrix of the place. Transitions between tags come on top.
#pragma once

#include <gio/gio.h>

#include "cpt-tags.h"

G_BEGIN_DECLS

/* Numbers that describe a word; tags, rounded up to fill whole vector registers. */
#define CPT_N_VECTOR 16
#define CPT_N_LANES 16

/* Cells between inputs and tags, and cells that count for the tags directly. Together they fill a line of the processor's
 * cache. */
#define CPT_N_HIDDEN 52
#define CPT_N_DIRECT 12
#define CPT_N_ROW (CPT_N_HIDDEN + CPT_N_DIRECT)

/* Binary digits after the point: of vectors, matrices and tag weights; of rows and their sums; of scores. */
#define CPT_VECTOR_SHIFT 10
#define CPT_ROW_SHIFT 6
#define CPT_SCORE_SHIFT 6

/* Rows are small, so that many are at hand in the processor's cache; two of them can be added without overflow. */
#define CPT_MAX_CELL 63

/* Kinds of places between two tokens; each has transition scores of its own. */
#define CPT_N_CONTEXTS 96

/* Margins of decisions are told apart in so many steps of so many score units. */
#define CPT_N_MARGINS 24
#define CPT_MARGIN_STEP 32

/* Transition score of tags that may not follow each other. */
#define CPT_FORBIDDEN (-8192)

/* How often a word is a cue: 0 unknown, then 1 to 7. From this on it is taken for a possible cue. */
#define CPT_MIN_CUENESS 4

typedef enum
{
  CPT_SHAPE_LOWER,
  CPT_SHAPE_CAPITALISED,
  CPT_SHAPE_ALL_CAPS,
  CPT_SHAPE_NUMBER,
  CPT_SHAPE_CLITIC,
  CPT_SHAPE_MARK,
  CPT_SHAPE_OUTSIDE, /* beyond the ends of the text */
  CPT_N_SHAPES = 8,
} CptShape;

/**
 * CptWordPlace:
 *
 * Where a word can stand to a token. The window is -3 to 3 tokens; the others are shared by neighbouring tokens.
 */
typedef enum
{
  CPT_PLACE_WINDOW, /* and six more */
  CPT_N_WINDOW = 7,
  CPT_PLACE_LEFT_CUE = CPT_N_WINDOW,
  CPT_PLACE_AFTER_LEFT_CUE,
  CPT_PLACE_BEFORE_LEFT_CUE,
  CPT_PLACE_RIGHT_CUE,
  CPT_PLACE_AFTER_RIGHT_CUE,
  CPT_PLACE_BEFORE_RIGHT_CUE,
  CPT_PLACE_SENTENCE_FIRST,
  CPT_PLACE_SENTENCE_SECOND,
  CPT_PLACE_SENTENCE_LAST,
  CPT_PLACE_BEFORE_QUOTATION,
  CPT_PLACE_AFTER_QUOTATION,
  CPT_PLACE_QUOTATION_FIRST,
  CPT_PLACE_QUOTATION_LAST,
  CPT_N_PLACES,
} CptWordPlace;

/**
 * CptFact:
 *
 * Plain facts about a token, first those of its own, then those that neighbouring tokens share.
 */
typedef enum
{
  CPT_FACT_FROM_BEGIN,
  CPT_FACT_TO_END,
  CPT_FACT_LEFT_CUE,
  CPT_FACT_RIGHT_CUE,
  CPT_FACT_RULES_LEFT,
  CPT_FACT_RULES_RIGHT,
  CPT_FACT_SPEAKS,
  CPT_FACT_CUENESS,
  CPT_FACT_QUOTED,
  CPT_FACT_SHAPES,
  CPT_N_OWN_FACTS,
  CPT_FACT_PLACE_IN_QUOTATION = CPT_N_OWN_FACTS,
  CPT_FACT_SENTENCES,
  CPT_FACT_NEXT_SENTENCE,
  CPT_FACT_COMMAS,
  CPT_N_FACTS,
} CptFact;

/* The first row of each fact in the table of all facts; at last the number of all rows. */
extern const guint16 cpt_fact_begins[CPT_N_FACTS + 1];

#define CPT_N_FACT_ROWS 2380

/**
 * CptKind:
 *
 * What the network knows of a word in one shape: the number of a known word, or ending and clues of an unknown one.
 * Equal kinds have equal rows.
 */
typedef guint32 CptKind;

#define CPT_KIND_NONE G_MAXUINT32
#define CPT_KIND_UNKNOWN (1u << 31)
#define CPT_KIND_OF_KNOWN(word, shape) ((CptKind)((word) << 3 | (shape)))
#define CPT_KIND_OF_UNKNOWN(ending, clue, shape) ((CptKind)(CPT_KIND_UNKNOWN | (ending) << 10 | (clue) << 3 | (shape)))
#define CPT_KIND_GET_SHAPE(kind) ((kind)&7u)
#define CPT_KIND_GET_WORD(kind) ((kind) >> 3)
#define CPT_KIND_GET_ENDING(kind) (((kind)&~CPT_KIND_UNKNOWN) >> 10)
#define CPT_KIND_GET_CLUE(kind) ((kind) >> 3 & 127u)
#define CPT_MAX_CLUES 128

/* Bytes of a line of the processor's cache: rows begin at a multiple of it. */
#define CPT_LINE_BYTES 64

G_STATIC_ASSERT (CPT_N_ROW == CPT_LINE_BYTES);

/* Numbers with two shifts above; each is a row of a table. */
typedef gint16 CptVector[CPT_N_VECTOR];
typedef gint8 CptRow[CPT_N_ROW];

/* A row of a matrix, and a sum of rows. */
typedef gint16 CptWideRow[CPT_N_ROW];

/**
 * CptHashes:
 * @hashes: ascending
 * @n: their number
 * @begins: by the upper bits of a hash, where such hashes begin; so a look-up compares a few hashes only
 */
typedef struct
{
  guint32 *hashes;
  guint n;
  guint32 *begins;
} CptHashes;

/**
 * CptNetwork:
 * @words: hashes of known words, see cpt_network_hash()
 * @cueness: by word
 * @word_vectors: by word
 * @endings: hashes of the last three bytes of words
 * @ending_vectors: by ending plus one; the first for unknown endings
 * @clues: hashes of sets of clues, see cpt_network_hash_clues()
 * @clue_vectors: by clue set plus one; the first for unknown sets
 * @shape_vectors: by shape
 * @matrices: by place
 * @facts: rows of all facts
 * @bias: a row that all tokens share
 * @tags: by tag, what the hidden cells weigh; the other cells of a row weigh nothing
 * @transitions: by context, tag before, tag; %CPT_FORBIDDEN where the tag may not follow
 * @transposed: the same by context, tag, tag before
 * @precision: for each step of the margin of an attribution, how many of 255 such attributions are right
 *
 * Immutable once made. Integers only, so that every machine decides the same.
 */
typedef struct
{
  CptHashes words;
  guint8 *cueness;
  CptVector *word_vectors;
  CptHashes endings;
  CptVector *ending_vectors;
  CptHashes clues;
  CptVector *clue_vectors;
  CptVector shape_vectors[CPT_N_SHAPES];
  CptWideRow matrices[CPT_N_PLACES][CPT_N_VECTOR];
  CptRow *facts;
  CptWideRow bias;
  CptWideRow tags[CPT_N_TAGS];
  gint16 transitions[CPT_N_CONTEXTS][CPT_N_TAGS][CPT_N_LANES];
  gint16 transposed[CPT_N_CONTEXTS][CPT_N_TAGS][CPT_N_LANES];
  guint8 precision[CPT_N_MARGINS];
} CptNetwork;

CptNetwork *cpt_network_new (guint n_words, guint n_endings, guint n_clues);
void cpt_network_free (CptNetwork *self);
void cpt_network_finish (CptNetwork *self);
CptNetwork *cpt_network_parse (GBytes *bytes, GError **error);
GBytes *cpt_network_serialise (const CptNetwork *self);
const CptNetwork *cpt_network_get (const char *language);
guint cpt_hashes_find (const CptHashes *self, guint32 hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptNetwork, cpt_network_free)

/* Loops over cells and tags are compiled for newer processors too; which ones run is decided when the program starts.
 * They give the same integers. (Sanitizers do not bear the way in which that is decided.) */
#if defined(__x86_64__) && defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
#define CPT_FOR_NEWER_PROCESSORS __attribute__ ((target_clones ("avx2", "default")))
#else
#define CPT_FOR_NEWER_PROCESSORS
#endif

/* 0 to 1: how often attributions of this margin were right in articles that the network had not learnt from. */
static inline float
cpt_network_get_precision (const CptNetwork *self, guint margin)
{
  return (float)self->precision[MIN (margin / CPT_MARGIN_STEP, CPT_N_MARGINS - 1)] / 255.0f;
}

/* FNV-1a over the bytes. */
static inline guint32
cpt_network_hash (const char *bytes, gsize n)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar)bytes[i]) * 16777619u;
  return hash;
}

/* Spreads the bits of a set of clues; different sets have different hashes. */
static inline guint32
cpt_network_hash_clues (guint32 clues)
{
  return clues * 0x9e3779b1u;
}

G_END_DECLS
