// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the network; little-endian, so that the file is the same everywhere. Room:
// core/analysis/attribution.
//
// Layout: "CPTN", version, numbers of words, endings and clue sets (32 bits each); their hashes; the cueness of the words and the
// rows of the facts (8 bits each); vectors, matrices, bias, tag weights and transitions (16 bits each); the table of
// precisions (8 bits each).
#include "cpt-network.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cpt-attribution-data.h"

#define MAGIC "CPTN"
#define VERSION 3u
#define HEADER_BYTES 20
#define MAX_ENTRIES (1u << 20)

/* Upper bits of a hash that index CptHashes.begins. */
#define INDEX_BITS 12

/* Facts have 40, 20, 256, 256, 256, 256, 40, 64, 8, 512, 64, 512, 32 and 64 values. */
const guint16 cpt_fact_begins[CPT_N_FACTS + 1] = {
  0, 40, 60, 316, 572, 828, 1084, 1124, 1188, 1196, 1708, 1772, 2284, 2316, CPT_N_FACT_ROWS,
};

static void
hashes_init (CptHashes *self, guint n)
{
  self->hashes = g_new0 (guint32, n + 1);
  self->n = n;
  self->begins = g_new0 (guint32, (1u << INDEX_BITS) + 1);
}

static void
hashes_index (CptHashes *self)
{
  guint at = 0;

  for (guint32 upper = 0; upper <= 1u << INDEX_BITS; upper++)
    {
      while (at < self->n && self->hashes[at] >> (32 - INDEX_BITS) < upper)
        at++;
      self->begins[upper] = at;
    }
}

/**
 * cpt_hashes_find:
 * @self: hashes
 * @hash: one of them, or not
 *
 * Returns: its number plus one, 0 when it is not there
 */
guint
cpt_hashes_find (const CptHashes *self, guint32 hash)
{
  guint32 upper = hash >> (32 - INDEX_BITS);

  for (guint32 i = self->begins[upper]; i < self->begins[upper + 1]; i++)
    if (self->hashes[i] == hash)
      return i + 1;
  return 0;
}

/* Room for so many; the caller fills it in and calls cpt_network_finish(). */
CptNetwork *
cpt_network_new (guint n_words, guint n_endings, guint n_clues)
{
  CptNetwork *self = g_new0 (CptNetwork, 1);

  hashes_init (&self->words, n_words);
  hashes_init (&self->endings, n_endings);
  hashes_init (&self->clues, n_clues);
  self->cueness = g_new0 (guint8, n_words + 1);
  self->word_vectors = g_new0 (CptVector, n_words + 1);
  self->ending_vectors = g_new0 (CptVector, n_endings + 1);
  self->clue_vectors = g_new0 (CptVector, n_clues + 1);
  self->facts = g_aligned_alloc0 (CPT_N_FACT_ROWS, sizeof (CptRow), CPT_LINE_BYTES);
  return self;
}

void
cpt_network_free (CptNetwork *self)
{
  CptHashes *hashes[] = { &self->words, &self->endings, &self->clues };

  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    {
      g_free (hashes[i]->hashes);
      g_free (hashes[i]->begins);
    }
  g_free (self->cueness);
  g_free (self->word_vectors);
  g_free (self->ending_vectors);
  g_free (self->clue_vectors);
  g_aligned_free (self->facts);
  g_free (self);
}

/* Makes what is derived from the numbers: call it once, when they are all there. */
void
cpt_network_finish (CptNetwork *self)
{
  hashes_index (&self->words);
  hashes_index (&self->endings);
  hashes_index (&self->clues);
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      {
        for (guint b = CPT_N_TAGS; b < CPT_N_LANES; b++)
          self->transitions[c][a][b] = self->transposed[c][a][b] = CPT_FORBIDDEN;
        for (guint b = 0; b < CPT_N_TAGS; b++)
          self->transposed[c][b][a] = self->transitions[c][a][b];
      }
}

/* A run of 16-bit numbers of the network. */
typedef struct
{
  gint16 *numbers;
  gsize n;
} Run;

#define N_RUNS 7

static void
get_runs (const CptNetwork *self, Run runs[N_RUNS])
{
  const Run all[N_RUNS] = {
    { self->word_vectors[0], (gsize)self->words.n * CPT_N_VECTOR },
    { self->ending_vectors[0], (gsize)(self->endings.n + 1) * CPT_N_VECTOR },
    { self->clue_vectors[0], (gsize)(self->clues.n + 1) * CPT_N_VECTOR },
    { (gint16 *)self->shape_vectors[0], CPT_N_SHAPES * CPT_N_VECTOR },
    { (gint16 *)self->matrices[0][0], CPT_N_PLACES * CPT_N_VECTOR * CPT_N_ROW },
    { (gint16 *)self->bias, CPT_N_ROW },
    { (gint16 *)self->tags[0], CPT_N_TAGS * CPT_N_ROW },
  };

  memcpy (runs, all, sizeof all);
}

typedef struct
{
  const guint8 *data;
  gsize length;
  gsize at;
} Reader;

static guint32
read_u32 (Reader *reader)
{
  guint32 value;

  memcpy (&value, reader->data + reader->at, sizeof value);
  reader->at += sizeof value;
  return GUINT32_FROM_LE (value);
}

static gint16
read_i16 (Reader *reader)
{
  guint16 value;

  memcpy (&value, reader->data + reader->at, sizeof value);
  reader->at += sizeof value;
  return (gint16)GUINT16_FROM_LE (value);
}

static void
write_u32 (GByteArray *out, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *)&little, sizeof little);
}

static void
write_i16 (GByteArray *out, gint16 value)
{
  guint16 little = GUINT16_TO_LE ((guint16)value);

  g_byte_array_append (out, (const guint8 *)&little, sizeof little);
}

static gsize
size_of (const CptNetwork *self)
{
  Run runs[N_RUNS];
  gsize size = HEADER_BYTES + 4 * ((gsize)self->words.n + self->endings.n + self->clues.n) + self->words.n
               + CPT_N_FACT_ROWS * sizeof (CptRow) + CPT_N_CONTEXTS * CPT_N_TAGS * CPT_N_TAGS * sizeof (gint16)
               + CPT_N_MARGINS;

  get_runs (self, runs);
  for (guint i = 0; i < N_RUNS; i++)
    size += runs[i].n * sizeof (gint16);
  return size;
}

static void
read_numbers (CptNetwork *self, Reader *reader)
{
  CptHashes *hashes[] = { &self->words, &self->endings, &self->clues };
  Run runs[N_RUNS];

  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    for (guint k = 0; k < hashes[i]->n; k++)
      hashes[i]->hashes[k] = read_u32 (reader);
  memcpy (self->cueness, reader->data + reader->at, self->words.n);
  reader->at += self->words.n;
  memcpy (self->facts, reader->data + reader->at, CPT_N_FACT_ROWS * sizeof (CptRow));
  reader->at += CPT_N_FACT_ROWS * sizeof (CptRow);
  get_runs (self, runs);
  for (guint i = 0; i < N_RUNS; i++)
    for (gsize k = 0; k < runs[i].n; k++)
      runs[i].numbers[k] = read_i16 (reader);
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        self->transitions[c][a][b] = read_i16 (reader);
  memcpy (self->precision, reader->data + reader->at, CPT_N_MARGINS);
}

/**
 * cpt_network_parse:
 * @bytes: a file of weights
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the network
 *
 * Errors: %G_IO_ERROR_INVALID_DATA when @bytes are not weights of this version.
 */
CptNetwork *
cpt_network_parse (GBytes *bytes, GError **error)
{
  Reader reader = { 0 };
  g_autoptr (CptNetwork) self = NULL;
  guint32 version, n_words, n_endings, n_clues;

  reader.data = g_bytes_get_data (bytes, &reader.length);
  if (reader.length < HEADER_BYTES || memcmp (reader.data, MAGIC, 4) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("not a file of attribution weights"));
      return NULL;
    }
  reader.at = 4;
  version = read_u32 (&reader);
  n_words = read_u32 (&reader);
  n_endings = read_u32 (&reader);
  n_clues = read_u32 (&reader);
  if (version == VERSION && n_words < MAX_ENTRIES && n_endings < MAX_ENTRIES && n_clues < CPT_MAX_CLUES)
    self = cpt_network_new (n_words, n_endings, n_clues);
  if (self == NULL || reader.length != size_of (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("attribution weights of another version, or cut off"));
      return NULL;
    }
  read_numbers (self, &reader);
  cpt_network_finish (self);
  return g_steal_pointer (&self);
}

/* The network as a file; the same network gives the same bytes. */
GBytes *
cpt_network_serialise (const CptNetwork *self)
{
  const CptHashes *hashes[] = { &self->words, &self->endings, &self->clues };
  GByteArray *out = g_byte_array_new ();
  Run runs[N_RUNS];

  g_byte_array_append (out, (const guint8 *)MAGIC, 4);
  write_u32 (out, VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    write_u32 (out, hashes[i]->n);
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    for (guint k = 0; k < hashes[i]->n; k++)
      write_u32 (out, hashes[i]->hashes[k]);
  g_byte_array_append (out, self->cueness, self->words.n);
  g_byte_array_append (out, (const guint8 *)self->facts, CPT_N_FACT_ROWS * sizeof (CptRow));
  get_runs (self, runs);
  for (guint i = 0; i < N_RUNS; i++)
    for (gsize k = 0; k < runs[i].n; k++)
      write_i16 (out, runs[i].numbers[k]);
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        write_i16 (out, self->transitions[c][a][b]);
  g_byte_array_append (out, self->precision, CPT_N_MARGINS);
  return g_byte_array_free_to_bytes (out);
}

static CptNetwork *
load (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CptNetwork *network;

  cpt_attribution_data_register_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  network = bytes != NULL ? cpt_network_parse (bytes, &error) : NULL;
  if (error != NULL)
    g_warning ("%s: %s", path, error->message);
  return network;
}

/**
 * cpt_network_get:
 * @language: BCP 47 tag
 *
 * Returns: (transfer none) (nullable): the network that comes with the program, or %NULL when there is none for
 *   @language
 *
 * Cost: the first call reads it. Thread: any.
 */
const CptNetwork *
cpt_network_get (const char *language)
{
  static CptNetwork *english;
  static gsize once;

  if (g_ascii_strncasecmp (language, "en", 2) != 0)
    return NULL;
  if (g_once_init_enter (&once))
    {
      english = load ("/io/github/counterpoint_app/Counterpoint/attribution/en.weights");
      g_once_init_leave (&once, 1);
    }
  return english;
}
