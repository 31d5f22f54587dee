// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-network.h"

#include "cpt-rows.h"

#include <string.h>

static CptNetwork *
make_network (void)
{
  CptNetwork *network = cpt_network_new (2, 1, 1);

  network->words.hashes[0] = 7;
  network->words.hashes[1] = 0xf0000900;
  network->cueness[1] = 5;
  network->word_vectors[1][2] = -300;
  network->endings.hashes[0] = 12345;
  network->ending_vectors[1][0] = 64;
  network->clues.hashes[0] = cpt_network_hash_clues (CPT_CLUE_SAY);
  network->shape_vectors[CPT_SHAPE_MARK][2] = 44;
  network->matrices[CPT_PLACE_LEFT_CUE][2][CPT_N_HIDDEN + 3] = 4096;
  network->matrices[3][2][9] = -1024;
  network->facts[CPT_N_FACT_ROWS - 1][CPT_N_ROW - 1] = 17;
  network->tags[CPT_TAG_CUE][CPT_N_HIDDEN - 1] = 9;
  network->transitions[2][1][0] = -40;
  network->precision[3] = 200;
  cpt_network_finish (network);
  return network;
}

static void
test_round_trip (void)
{
  g_autoptr (CptNetwork) network = make_network (), copy = NULL;
  g_autoptr (GBytes) bytes = cpt_network_serialise (network), again = NULL;
  g_autoptr (GError) error = NULL;

  copy = cpt_network_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cpt_hashes_find (&copy->words, 7), ==, 1);
  g_assert_cmpuint (cpt_hashes_find (&copy->words, 0xf0000900), ==, 2);
  g_assert_cmpuint (cpt_hashes_find (&copy->words, 0xf0000901), ==, 0);
  g_assert_cmpuint (copy->cueness[1], ==, 5);
  g_assert_cmpint (copy->word_vectors[1][2], ==, -300);
  g_assert_cmpint (copy->facts[CPT_N_FACT_ROWS - 1][CPT_N_ROW - 1], ==, 17);
  g_assert_cmpint (copy->tags[CPT_TAG_CUE][CPT_N_HIDDEN - 1], ==, 9);
  g_assert_cmpint (copy->transposed[2][0][1], ==, -40);
  g_assert_cmpint (copy->transitions[0][0][CPT_N_LANES - 1], ==, CPT_FORBIDDEN);
  g_assert_cmpuint (copy->precision[3], ==, 200);
  again = cpt_network_serialise (copy);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_damaged (void)
{
  g_autoptr (CptNetwork) network = make_network ();
  g_autoptr (GBytes) bytes = cpt_network_serialise (network);
  gsize size = g_bytes_get_size (bytes);
  static const gsize cuts[] = { 0, 3, 4, 15, 19, 20, 40 };

  for (guint i = 0; i <= G_N_ELEMENTS (cuts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, i < G_N_ELEMENTS (cuts) ? cuts[i] : size - 1);

      g_assert_null (cpt_network_parse (cut, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GError) error = NULL;
  guint8 header[20] = { 'C', 'P', 'T', 'N', 3, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f };
  g_autoptr (GBytes) bytes = g_bytes_new_static (header, sizeof header);

  g_assert_null (cpt_network_parse (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_rows (void)
{
  g_autoptr (CptNetwork) network = make_network ();
  CptRows *rows = cpt_rows_take (network);
  CptKind known = CPT_KIND_OF_KNOWN (1, CPT_SHAPE_MARK), unknown = CPT_KIND_OF_UNKNOWN (1, 0, CPT_SHAPE_LOWER);
  const CptRow *window = cpt_rows_get_window (rows, known);

  /* (-300 + 44) / 1024 times -1 and times 4, in 64ths */
  g_assert_cmpint (window[3][9], ==, 16);
  g_assert_cmpint (window[4][9], ==, 0);
  g_assert_cmpint (cpt_rows_get (rows, known, CPT_PLACE_LEFT_CUE)[CPT_N_HIDDEN + 3], ==, -63);
  g_assert_cmpint (cpt_rows_get (rows, unknown, CPT_PLACE_LEFT_CUE)[CPT_N_HIDDEN + 3], ==, 0);
  g_assert_true (cpt_rows_get_window (rows, known) == window);
  cpt_rows_give_back (rows);
  cpt_rows_forget (network);
}

static void
test_shipped (void)
{
  const CptNetwork *network = cpt_network_get ("en-GB");

  g_assert_nonnull (network);
  g_assert_cmpuint (network->words.n, >, 1000);
  g_assert_true (network == cpt_network_get ("en"));
  g_assert_null (cpt_network_get ("ru"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/round-trip", test_round_trip);
  g_test_add_func ("/network/damaged", test_damaged);
  g_test_add_func ("/network/too-many", test_too_many);
  g_test_add_func ("/network/rows", test_rows);
  g_test_add_func ("/network/shipped", test_shipped);
  return g_test_run ();
}
