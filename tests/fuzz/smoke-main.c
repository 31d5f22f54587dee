// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without a fuzzer: over the files that are named, each as it is and damaged some hundred times by
// chance, always the same way. Finds what is broken for everybody; the fuzzer finds the rest.
#include "fuzz.h"

#include <glib.h>
#include <string.h>

#define ROUNDS 250

static void
damage (GRand *rand, GByteArray *bytes)
{
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) MAX (bytes->len, 1));
  guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);

  if (bytes->len == 0)
    return;
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      bytes->data[at] = byte;
      break;
    case 1:
      bytes->data[at] = (guint8) "<>[]{}\"&;*_`\n\\0"[byte % 15];
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, 1u + byte % 40));
      break;
    default:
      {
        guint length = MIN (bytes->len - at, 1u + byte % 200);
        g_autofree guint8 *piece = g_memdup2 (bytes->data + at, length);

        g_byte_array_append (bytes, piece, length);
      }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  LLVMFuzzerTestOneInput ((const uint8_t *) "", 0);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (argv[i], &contents, &length, NULL));
      for (guint round = 0; round < ROUNDS; round++)
        {
          g_autoptr (GByteArray) bytes = g_byte_array_new ();

          g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
          for (guint k = 0; k < round % 8; k++)
            damage (rand, bytes);
          LLVMFuzzerTestOneInput (bytes->data, bytes->len);
        }
    }
  return 0;
}
