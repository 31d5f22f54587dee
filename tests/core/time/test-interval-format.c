// SPDX-License-Identifier: GPL-3.0-or-later
// Intervals for people and in EDTF, and back again.
#include "cpt-dates.h"

static const struct
{
  const char *first, *last; /* NULL: open */
  CptPrecision precision;
  const char *words;
  const char *edtf;
} rows[] = {
  { "2025-12-19", "2025-12-19", CPT_PRECISION_DAY, "19 December 2025", "2025-12-19" },
  { "2025-12-01", "2025-12-31", CPT_PRECISION_MONTH, "December 2025", "2025-12" },
  { "2024-02-01", "2024-02-29", CPT_PRECISION_MONTH, "February 2024", "2024-02" },
  { "2025-12-15", "2025-12-21", CPT_PRECISION_WEEK, "week of 15 December 2025", "2025-12-15/2025-12-21" },
  { "2022-03-01", "2022-05-31", CPT_PRECISION_SEASON, "spring 2022", "2022-21" },
  { "2022-12-01", "2023-02-28", CPT_PRECISION_SEASON, "winter 2022", "2022-24" },
  { "2014-07-01", "2014-09-30", CPT_PRECISION_SEASON, "Q3 2014", "2014-07-01/2014-09-30" },
  { "2014-01-01", "2014-12-31", CPT_PRECISION_YEAR, "2014", "2014" },
  { "1990-01-01", "1999-12-31", CPT_PRECISION_DECADE, "1990s", "199X" },
  { "1901-01-01", "2000-12-31", CPT_PRECISION_CENTURY, "1901 – 2000", "1901-01-01/2000-12-31" },
  { "2025-12-20", "2026-06-20", CPT_PRECISION_VAGUE, "about 20 December 2025 – 20 June 2026",
    "2025-12-20~/2026-06-20~" },
  { "2026-01-01", "2026-12-31", CPT_PRECISION_VAGUE, "about 2026", "2026~" },
  { "2014-03-18", NULL, CPT_PRECISION_DAY, "since 18 March 2014", "2014-03-18/.." },
  { NULL, "2014-03-18", CPT_PRECISION_DAY, "until 18 March 2014", "../2014-03-18" },
  { NULL, NULL, CPT_PRECISION_UNKNOWN, "undated", "" },
};

static CptInterval
make_interval (guint row)
{
  return (CptInterval){ cpt_day_parse_iso (rows[row].first), cpt_day_parse_iso (rows[row].last), rows[row].precision };
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = cpt_interval_format (make_interval (i));
      g_autofree char *edtf = cpt_interval_format_edtf (make_interval (i));

      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpstr (edtf, ==, rows[i].edtf);
    }
}

/* Parsing what was formatted gives the same days back. */
static void
assert_round_trip (CptInterval interval, CptDay anchor)
{
  g_autofree char *words = cpt_interval_format (interval);
  CptDateMention mention;

  if (!cpt_date_parse (words, "en", anchor, &mention))
    g_error ("not understood: %s", words);
  if (mention.interval.earliest != interval.earliest || mention.interval.latest != interval.latest)
    g_error ("understood otherwise: %s as %s", words, mention.value);
  cpt_date_mention_clear (&mention);
}

static void
test_table_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].first != NULL && rows[i].last != NULL && rows[i].precision != CPT_PRECISION_VAGUE)
      assert_round_trip (make_interval (i), cpt_day_from_ymd (2025, 12, 20));
}

static void
test_random_round_trip (void)
{
  for (int i = 0; i < 3000; i++)
    {
      CptDay day = g_test_rand_int_range (-130000, 150000), anchor = g_test_rand_int_range (-130000, 150000);
      int year, month;

      cpt_day_to_ymd (day, &year, &month, NULL);
      assert_round_trip ((CptInterval){ day, day, CPT_PRECISION_DAY }, anchor);
      assert_round_trip ((CptInterval){ cpt_day_from_ymd (year, month, 1),
                                        cpt_day_from_ymd (year, month, cpt_month_get_n_days (year, month)),
                                        CPT_PRECISION_MONTH },
                         anchor);
      assert_round_trip ((CptInterval){ day, day + g_test_rand_int_range (8, 9000), CPT_PRECISION_DAY }, anchor);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *phrase, *language, *first, *last;
  } phrases[] = {
    { "19 Dec 2025", "en", "2025-12-19", "2025-12-19" },
    { "yesterday", "en", "2025-12-19", "2025-12-19" },
    { "last spring", "en", "2025-03-01", "2025-05-31" },
    { "14 – 16 June 2024", "en", "2024-06-14", "2024-06-16" },
    { "between 2014 and 2022", "en", "2014-01-01", "2022-12-31" },
    { "no date here", "en", NULL, NULL },
    { "", "en", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      CptDateMention mention;
      gboolean found =
          cpt_date_parse (phrases[i].phrase, phrases[i].language, cpt_day_from_ymd (2025, 12, 20), &mention);

      g_test_message ("%s", phrases[i].phrase);
      g_assert_cmpint (found, ==, phrases[i].first != NULL);
      if (!found)
        continue;
      g_assert_cmpint (mention.interval.earliest, ==, cpt_day_parse_iso (phrases[i].first));
      g_assert_cmpint (mention.interval.latest, ==, cpt_day_parse_iso (phrases[i].last));
      cpt_date_mention_clear (&mention);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/interval-format/words-and-edtf", test_words);
  g_test_add_func ("/time/interval-format/table-round-trip", test_table_round_trip);
  g_test_add_func ("/time/interval-format/random-round-trip", test_random_round_trip);
  g_test_add_func ("/time/interval-format/parse", test_parse);
  return g_test_run ();
}
