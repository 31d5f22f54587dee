// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-day.h"

static void
test_round_trip (void)
{
  for (int day = -200000; day < 200000; day++)
    {
      int year, month, day_of_month;

      cpt_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (cpt_day_from_ymd (year, month, day_of_month), ==, day);
    }
}

static void
test_against_gdatetime (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (1600, 1, 1, 0, 0, 0);

  while (g_date_time_get_year (date) < 2400)
    {
      g_autoptr (GDateTime) next = g_date_time_add_days (date, 17);
      CptDay day = cpt_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                     g_date_time_get_day_of_month (date));

      g_assert_cmpint (day, ==, g_date_time_to_unix (date) / 86400 - (g_date_time_to_unix (date) % 86400 < 0));
      g_assert_cmpint (cpt_day_get_weekday (day), ==, g_date_time_get_day_of_week (date));
      g_date_time_unref (date);
      date = g_steal_pointer (&next);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int year, month, day; /* year 0: none */
  } cases[] = {
    { "2025-12-19", 2025, 12, 19 }, { "2024-02-29", 2024, 2, 29 },     { "2025-12-19T14:30", 2025, 12, 19 },
    { "2023-02-29", 0, 0, 0 },      { "2025-12", 0, 0, 0 },            { "2025-12-191", 0, 0, 0 },
    { "", 0, 0, 0 },                { "2025/12/19", 0, 0, 0 },
  };

  g_assert_cmpint (cpt_day_parse_iso (NULL), ==, CPT_DAY_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CptDay day = cpt_day_parse_iso (cases[i].text);
      g_autofree char *iso = NULL;

      g_test_message ("%s", cases[i].text);
      if (cases[i].year == 0)
        {
          g_assert_cmpint (day, ==, CPT_DAY_NONE);
          continue;
        }
      g_assert_cmpint (day, ==, cpt_day_from_ymd (cases[i].year, cases[i].month, cases[i].day));
      iso = cpt_day_format_iso (day);
      g_assert_true (g_str_has_prefix (cases[i].text, iso));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/round-trip", test_round_trip);
  g_test_add_func ("/base/day/against-gdatetime", test_against_gdatetime);
  g_test_add_func ("/base/day/parse", test_parse);
  return g_test_run ();
}
