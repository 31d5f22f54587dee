// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a saved comparison: an error, or a state that is written and read again the same.
#include "cpt-store.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *copy = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = cpt_store_parse (copy, (gssize) size, "fuzz.counterpoint", &error);
  g_autoptr (CptState) again = NULL;
  g_autofree char *once = NULL, *twice = NULL;

  g_assert_true ((state == NULL) == (error != NULL));
  if (state == NULL)
    return 0;
  once = cpt_store_to_json (state);
  again = cpt_store_parse (once, -1, "again.counterpoint", &error);
  g_assert_no_error (error);
  twice = cpt_store_to_json (again);
  g_assert_cmpstr (once, ==, twice);
  return 0;
}
