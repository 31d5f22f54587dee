// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as cards show them: as sharp as they are, never sharper.
#include "cpt-describe.h"

typedef struct
{
  const char *name;
  const char *earliest, *latest; /* (nullable): open */
  CptPrecision precision;
  const char *expected; /* (nullable): undated */
} Case;

static const Case cases[] = {
  { "day", "2025-12-19", "2025-12-19", CPT_PRECISION_DAY, "19 Dec 2025" },
  { "month", "2025-12-01", "2025-12-31", CPT_PRECISION_MONTH, "Dec 2025" },
  { "two-months", "2025-11-01", "2025-12-31", CPT_PRECISION_MONTH, "1 Nov 2025 – 31 Dec 2025" },
  { "year", "2014-01-01", "2014-12-31", CPT_PRECISION_YEAR, "2014" },
  { "years", "1947-01-01", "1991-12-31", CPT_PRECISION_YEAR, "1947 – 1991" },
  { "decade", "1990-01-01", "1999-12-31", CPT_PRECISION_DECADE, "1990 – 1999" },
  { "season", "2026-03-01", "2026-05-31", CPT_PRECISION_SEASON, "1 Mar 2026 – 31 May 2026" },
  { "since", "2022-02-24", NULL, CPT_PRECISION_DAY, "from 24 Feb 2022" },
  { "until", NULL, "2022-02-24", CPT_PRECISION_DAY, "until 24 Feb 2022" },
  { "undated", NULL, NULL, CPT_PRECISION_UNKNOWN, NULL },
};

static void
test_interval (gconstpointer data)
{
  const Case *test = data;
  CptInterval interval = { test->earliest == NULL ? CPT_DAY_NONE : cpt_day_parse_iso (test->earliest),
                           test->latest == NULL ? CPT_DAY_NONE : cpt_day_parse_iso (test->latest), test->precision };
  g_autofree char *text = cpt_describe_interval (interval);

  g_assert_cmpstr (text, ==, test->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/gui/describe/interval/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_interval);
    }
  return g_test_run ();
}
