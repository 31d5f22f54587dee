// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes under a file name (FUZZ_FILE_NAME chooses the importer): an article with valid text, or an error that says
// so.
#include "cpt-importer.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptArticle) article = cpt_import_bytes (bytes, FUZZ_FILE_NAME, NULL, &error);

  g_assert_true ((article == NULL) == (error != NULL));
  if (article != NULL)
    g_assert_true (g_utf8_validate_len (cpt_article_get_text (article), cpt_article_get_length_bytes (article), NULL));
  return 0;
}
