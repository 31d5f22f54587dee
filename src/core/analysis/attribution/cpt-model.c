// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the weights; little-endian, so that the file is the same everywhere. Room:
// core/analysis/attribution.
//
// Layout: "CPTA", version, number of words, number of rows (32 bits each); word hashes, word values; rows by ascending
// hash, the hashes first; transitions (16 bits each); precision table (8 bits each).
#include "cpt-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cpt-attribution-data.h"

#define MAGIC "CPTA"
#define VERSION 1u
#define HEADER_BYTES 16
#define MAX_ENTRIES (1u << 22)

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

static guint16
read_u16 (Reader *reader)
{
  guint16 value;

  memcpy (&value, reader->data + reader->at, sizeof value);
  reader->at += sizeof value;
  return GUINT16_FROM_LE (value);
}

static void
write_u32 (GByteArray *out, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *)&little, sizeof little);
}

static void
write_u16 (GByteArray *out, guint16 value)
{
  guint16 little = GUINT16_TO_LE (value);

  g_byte_array_append (out, (const guint8 *)&little, sizeof little);
}

/* Room for @n_words words and @n_rows rows; the caller fills the words in and adds the rows. */
CptModel *
cpt_model_new (guint n_words, guint n_rows)
{
  CptModel *self = g_new0 (CptModel, 1);
  guint32 n_slots = 16;

  while (n_slots < n_rows + n_rows / 2)
    n_slots *= 2;
  self->n_words = n_words;
  self->word_hashes = g_new0 (guint32, n_words + 1);
  self->word_values = g_new0 (guint16, n_words + 1);
  self->rows = g_new0 (CptModelRow, n_rows + 1);
  self->frequent = g_new0 (CptModelRow, CPT_FREQUENT_SLOTS);
  self->others = g_new0 (CptModelRow, n_slots);
  self->others_mask = n_slots - 1;
  self->filter = g_new0 (guint32, (1u << CPT_FILTER_BITS) / 32);
  return self;
}

void
cpt_model_free (CptModel *self)
{
  if (self == NULL)
    return;
  g_free (self->word_hashes);
  g_free (self->word_values);
  g_free (self->rows);
  g_free (self->frequent);
  g_free (self->others);
  g_free (self->filter);
  g_free (self);
}

/* Adds the next row; at most as many as cpt_model_new() was told of. */
void
cpt_model_add_row (CptModel *self, const CptModelRow *row)
{
  gboolean frequent = self->n_rows < CPT_N_FREQUENT;
  CptModelRow *slots = frequent ? self->frequent : self->others;
  guint32 mask = frequent ? CPT_FREQUENT_SLOTS - 1 : self->others_mask;
  guint32 slot = row->hash & mask, bit = row->hash >> (32 - CPT_FILTER_BITS);

  g_return_if_fail (row->hash != 0 && self->n_rows < self->others_mask);
  while (slots[slot].hash != 0)
    slot = (slot + 1) & mask;
  slots[slot] = *row;
  self->rows[self->n_rows++] = *row;
  self->filter[bit / 32] |= 1u << (bit % 32);
}

/* What is known of the word with this hash; 0 for an unknown one. */
guint16
cpt_model_get_word (const CptModel *self, guint32 hash)
{
  guint low = 0, high = self->n_words;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->word_hashes[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_words && self->word_hashes[low] == hash ? self->word_values[low] : 0;
}

static gsize
size_of (guint n_words, guint n_rows)
{
  return HEADER_BYTES + (gsize)n_words * 6 + (gsize)n_rows * (4 + CPT_N_TAGS)
         + CPT_N_CONTEXTS * CPT_N_TAGS * CPT_N_TAGS * sizeof (gint16) + CPT_N_MARGINS;
}

static void
read_rows (CptModel *self, Reader *reader, guint n_rows)
{
  gsize hashes = reader->at, weights = hashes + (gsize)n_rows * 4;

  for (guint i = 0; i < n_rows; i++)
    {
      CptModelRow row = { 0 };

      reader->at = hashes + (gsize)i * 4;
      row.hash = read_u32 (reader);
      memcpy (row.weights, reader->data + weights + (gsize)i * CPT_N_TAGS, CPT_N_TAGS);
      if (row.hash != 0)
        cpt_model_add_row (self, &row);
    }
  reader->at = weights + (gsize)n_rows * CPT_N_TAGS;
}

static void
read_transitions (CptModel *self, Reader *reader)
{
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        self->transitions[c][a][b] = (gint16)read_u16 (reader);
  memcpy (self->precision, reader->data + reader->at, CPT_N_MARGINS);
}

/**
 * cpt_model_parse:
 * @bytes: a weights file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the weights
 *
 * Errors: %G_IO_ERROR_INVALID_DATA when @bytes are not weights of this version.
 */
CptModel *
cpt_model_parse (GBytes *bytes, GError **error)
{
  Reader reader = { 0 };
  CptModel *self;
  guint32 version, n_words, n_rows;

  reader.data = g_bytes_get_data (bytes, &reader.length);
  if (reader.length < HEADER_BYTES || memcmp (reader.data, MAGIC, 4) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("not a file of attribution weights"));
      return NULL;
    }
  reader.at = 4;
  version = read_u32 (&reader);
  n_words = read_u32 (&reader);
  n_rows = read_u32 (&reader);
  if (version != VERSION || n_words > MAX_ENTRIES || n_rows > MAX_ENTRIES || reader.length != size_of (n_words, n_rows))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("attribution weights of another version, or cut off"));
      return NULL;
    }
  self = cpt_model_new (n_words, n_rows);
  for (guint i = 0; i < n_words; i++)
    self->word_hashes[i] = read_u32 (&reader);
  for (guint i = 0; i < n_words; i++)
    self->word_values[i] = read_u16 (&reader);
  read_rows (self, &reader, n_rows);
  read_transitions (self, &reader);
  return self;
}

/* The weights as a file; the same weights give the same bytes. */
GBytes *
cpt_model_serialise (const CptModel *self)
{
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, (const guint8 *)MAGIC, 4);
  write_u32 (out, VERSION);
  write_u32 (out, self->n_words);
  write_u32 (out, self->n_rows);
  for (guint i = 0; i < self->n_words; i++)
    write_u32 (out, self->word_hashes[i]);
  for (guint i = 0; i < self->n_words; i++)
    write_u16 (out, self->word_values[i]);
  for (guint i = 0; i < self->n_rows; i++)
    write_u32 (out, self->rows[i].hash);
  for (guint i = 0; i < self->n_rows; i++)
    g_byte_array_append (out, (const guint8 *)self->rows[i].weights, CPT_N_TAGS);
  for (guint c = 0; c < CPT_N_CONTEXTS; c++)
    for (guint a = 0; a < CPT_N_TAGS; a++)
      for (guint b = 0; b < CPT_N_TAGS; b++)
        write_u16 (out, (guint16)self->transitions[c][a][b]);
  g_byte_array_append (out, self->precision, CPT_N_MARGINS);
  return g_byte_array_free_to_bytes (out);
}

static CptModel *
load (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CptModel *model;

  cpt_attribution_data_register_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  model = bytes != NULL ? cpt_model_parse (bytes, &error) : NULL;
  if (error != NULL)
    g_warning ("%s: %s", path, error->message);
  return model;
}

/**
 * cpt_model_get:
 * @language: BCP 47 tag
 *
 * Returns: (transfer none) (nullable): the weights that come with the program, or %NULL when there are none for
 *   @language
 *
 * Cost: the first call reads them. Thread: any.
 */
const CptModel *
cpt_model_get (const char *language)
{
  static CptModel *english;
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
