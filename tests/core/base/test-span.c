// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-span.h"

#include <string.h>

static void
test_trim (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "  a b ", "a b" }, { "a", "a" }, { " \n\t ", "" }, { "", "" }, { "\u00a0\u2003é\u2003", "é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CptSpan span = cpt_span_trim (cases[i].text, CPT_SPAN (0, strlen (cases[i].text)));
      g_autofree char *words = g_strndup (cases[i].text + span.begin_bytes, cpt_span_get_length_bytes (span));

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/span/trim", test_trim);
  return g_test_run ();
}
