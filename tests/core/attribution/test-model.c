// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-model.h"

#include <string.h>

static CptModel *
make_model (void)
{
  CptModel *model = cpt_model_new (2, 3);

  model->word_hashes[0] = 7;
  model->word_hashes[1] = 900;
  model->word_values[1] = CPT_WORD_VALUE (5, 77);
  for (guint32 i = 1; i <= 3; i++)
    {
      CptModelRow row = { .hash = i * 16 };

      row.weights[i] = (gint8)(-3 * (int)i);
      cpt_model_add_row (model, &row);
    }
  model->transitions[2][1][0] = -40;
  model->precision[3] = 200;
  return model;
}

static void
test_round_trip (void)
{
  g_autoptr (CptModel) model = make_model (), copy = NULL;
  g_autoptr (GBytes) bytes = cpt_model_serialise (model), again = NULL;
  g_autoptr (GError) error = NULL;

  copy = cpt_model_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copy->n_rows, ==, 3);
  g_assert_cmpint (cpt_model_get_row (copy, 32)->weights[2], ==, -6);
  g_assert_null (cpt_model_get_row (copy, 33));
  g_assert_true (cpt_model_may_have_row (copy, 48));
  g_assert_cmpuint (cpt_model_get_word (copy, 900), ==, CPT_WORD_VALUE (5, 77));
  g_assert_cmpuint (cpt_model_get_word (copy, 901), ==, 0);
  g_assert_cmpint (copy->transitions[2][1][0], ==, -40);
  g_assert_cmpuint (copy->precision[3], ==, 200);
  again = cpt_model_serialise (copy);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_damaged (void)
{
  g_autoptr (CptModel) model = make_model ();
  g_autoptr (GBytes) bytes = cpt_model_serialise (model);
  gsize size = g_bytes_get_size (bytes);
  static const gsize cuts[] = { 0, 3, 4, 15, 16, 40 };

  for (guint i = 0; i <= G_N_ELEMENTS (cuts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, i < G_N_ELEMENTS (cuts) ? cuts[i] : size - 1);

      g_assert_null (cpt_model_parse (cut, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GError) error = NULL;
  guint8 header[16] = { 'C', 'P', 'T', 'A', 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f };
  g_autoptr (GBytes) bytes = g_bytes_new_static (header, sizeof header);

  g_assert_null (cpt_model_parse (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_shipped (void)
{
  const CptModel *model = cpt_model_get ("en-GB");

  g_assert_nonnull (model);
  g_assert_cmpuint (model->n_rows, >, 1000);
  g_assert_true (model == cpt_model_get ("en"));
  g_assert_null (cpt_model_get ("ru"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/round-trip", test_round_trip);
  g_test_add_func ("/model/damaged", test_damaged);
  g_test_add_func ("/model/too-many", test_too_many);
  g_test_add_func ("/model/shipped", test_shipped);
  return g_test_run ();
}
