// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of our own, what they say of time, and texts made to hurt.
#include "cpt-dates.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *language;
  const char *published;
  const char *text;
  const char *expected; /* "words=value" for each mention, divided by "; " */
} Row;

static const Row rows[] = {
  /* whole dates */
  { "en/dmy", "en", "2025-12-20", "It was signed on 19 December 2025 in Oslo.", "19 December 2025=2025-12-19" },
  { "en/mdy", "en", "2025-12-20", "On March 3, 2014, the guards left.", "March 3, 2014=2014-03-03" },
  { "en/weekday-mdy", "en", "2025-12-20", "They met Friday, Dec. 19, in Oslo.", "Friday, Dec. 19=2025-12-19" },
  { "en/iso", "en", NULL, "The log of 2022-02-24 is lost.", "2022-02-24=2022-02-24" },
  { "en/leap-day", "en", NULL, "He was born on 29 February 2024.", "29 February 2024=2024-02-29" },
  { "en/no-leap-day", "en", NULL, "He was born on 2023-02-29.", "2023=2023" },
  /* partial ones */
  { "en/broadcast", "en", "2025-12-20", "During his broadcast on December 19, he urged them to think.",
    "December 19=2025-12-19" },
  { "en/past-month", "en", "2025-02-10", "The convoy was stopped in November.", "November=2024-11" },
  { "en/future-month", "en", "2025-11-10", "The talks will resume in January.", "January=2026-01" },
  { "en/month-year", "en", NULL, "The base closed in early September 1994.", "early September 1994=1994-09" },
  { "en/modal", "en", "2025-12-20", "They may march home.", "" },
  /* weekdays: the tense decides */
  { "en/past-weekday", "en", "2025-12-19", "The ministers met on Tuesday.", "Tuesday=2025-12-16" },
  { "en/future-weekday", "en", "2025-12-19", "The ministers will meet on Tuesday.", "Tuesday=2025-12-23" },
  { "en/no-publication", "en", NULL, "The ministers met on Tuesday.", "Tuesday=XXXX-WXX-2" },
  /* units around now */
  { "en/last-year", "en", "2025-12-20", "Exports fell last year.", "last year=2024" },
  { "en/this-week", "en", "2025-12-20", "He arrived this week.", "this week=2025-W51" },
  { "en/weeks-ago", "en", "2025-12-20", "It began two weeks ago.", "two weeks ago=2025-W49" },
  { "en/yesterday", "en", "2026-01-01", "The port was shelled yesterday.", "yesterday=2025-12-31" },
  /* the story goes on */
  { "en/days-later", "en", "2025-12-20", "On 24 February 2022 it began. Three days later the bridge fell.",
    "24 February 2022=2022-02-24; Three days later=2022-02-27" },
  { "en/following-year", "en", "2025-12-20", "In 1991 they voted. The following year the army left.",
    "1991=1991; The following year=1992" },
  /* lengths, sets, references */
  { "en/duration", "en", "2025-12-20", "The siege lasted nearly four months.", "nearly four months=P4M" },
  { "en/dashed", "en", "2025-12-20", "A two-year plan was drafted.", "two-year=P2Y" },
  { "en/now", "en", "2025-12-20", "Europe is now facing it.", "now=PRESENT_REF" },
  { "en/coming", "en", "2025-12-20", "The coming months will tell.", "The coming months=FUTURE_REF" },
  { "en/decade", "en", NULL, "It was built in the 1990s.", "the 1990s=199" },
  { "en/quarter", "en", "2025-12-20", "Profit fell in the third quarter of 2014.",
    "the third quarter of 2014=2014-Q3" },
  { "en/season", "en", NULL, "It rained in the summer of 2014.", "the summer of 2014=2014-SU" },
  { "en/bc", "en", NULL, "They fought in 490 BC.", "490 BC=BC0490" },
  { "en/nth", "en", NULL, "They vote on the first Monday of October 2014.",
    "the first Monday of October 2014=2014-10-06" },
  { "en/holiday", "en", NULL, "They met on Christmas Eve 2021.", "Christmas Eve 2021=2021-12-24" },
  { "en/range", "en", "2025-12-20", "They met from 14 to 16 June 2024.", "14=2024-06-14; 16 June 2024=2024-06-16" },
  { "en/turn-of-the-year", "en", "2025-12-20", "It was closed from November 15 to February 15, 1989.",
    "November 15=1988-11-15; February 15, 1989=1989-02-15" },
  { "en/after-holiday", "en", "2025-12-20", "He arrived three days after Easter 2013.", "three days after Easter 2013=2013-04-03" },
  { "en/next-day", "en", "2025-12-20", "On 8 May 2024 it was signed. The next day he left.",
    "8 May 2024=2024-05-08; The next day=2024-05-09" },
  { "en/easter", "en", NULL, "They met on Easter Monday 2024 and on Good Friday 2025.",
    "Easter Monday 2024=2024-04-01; Good Friday 2025=2025-04-18" },
  { "en/orthodox-easter", "en", NULL, "A truce was offered for Orthodox Easter 2025.", "Orthodox Easter 2025=2025-04-20" },
  { "en/moon", "en", NULL, "They fasted in Ramadan 2018 and met at Rosh Hashanah 2023.",
    "Ramadan 2018=2018-05-16; Rosh Hashanah 2023=2023-09-16" },
  { "en/lunar-new-year", "en", NULL, "It closed for Lunar New Year 2024.", "Lunar New Year 2024=2024-02-10" },
  { "en/nth-weekday", "en", NULL, "Thanksgiving 2024 was quiet.", "Thanksgiving 2024=2024-11-28" },
  { "en/age", "en", "2025-12-20", "A six-year-old boy was saved.", "" },
  { "en/range-short", "en", "2025-12-20", "The siege of 1915-16 failed, and so did that of March 5-9, 1918.",
    "1915=1915; 16=1916; March 5=1918-03-05; 9, 1918=1918-03-09" },
  { "en/seasons", "en", NULL, "It rained in the spring and summer of 1979.", "the spring=1979-SP; summer of 1979=1979-SU" },
  { "en/fraction", "en", NULL, "They waited for 2 1/2 years, and then for 2.5 hours.", "2 1/2 years=P2Y6M; 2.5 hours=PT2H30M" },
  { "en/verb-start", "en", "2025-12-20", "The talks will start in spring.", "spring=2026-SP" },
  { "en/verb-end", "en", "2025-12-20", "The truce will end in May.", "May=2026-05" },
  { "en/name", "en", "2025-12-20", "She told Riga Today that MARCH Foods may pay.", "" },
  { "en/holiday-ago", "en", "2025-12-20", "They met at Easter two years ago.", "Easter two years ago=2023-04-09" },
  { "en/nth-after", "en", NULL, "They vote on the second Tuesday after Easter 2021.",
    "the second Tuesday after Easter 2021=2021-04-13" },
  { "en/thread", "en", NULL,
    "In 1920 the army moved. It reached the river on 3 May 1920 and the town on 12 June. The line had been drawn on 8 December "
    "1919. On 2 July it went on.",
    "1920=1920; 3 May 1920=1920-05-03; 12 June=1920-06-12; 8 December 1919=1919-12-08; 2 July=1920-07-02" },
  { "en/spring", "en", NULL, "In 1918 the Spring Offensive failed, and the Fall of Kyiv was told of.", "1918=1918; the Spring=1918-SP" },
  { "en/season-pair", "en", NULL, "In 1776 they stayed throughout the fall and winter.", "1776=1776; the fall=1776-FA; winter=1776-WI" },
  { "en/units-long", "en", NULL, "A decades-long feud ended.", "decades-long=PXDE" },
  { "en/past-decade", "en", "2025-12-20", "It doubled over the past decade.", "the past decade=P10Y" },
  { "en/thousand", "en", NULL, "Of the villagers two thousand were sent home in 2014.", "2014=2014" },
  /* German */
  { "de/adjective", "de", NULL, "Nach dreitägigen Gesprächen reiste er ab.", "dreitägigen=P3D" },
  { "de/dmy", "de", NULL, "Der Vertrag wurde am 19. Dezember 2025 unterzeichnet.", "19. Dezember 2025=2025-12-19" },
  { "de/dots", "de", "2025-12-20", "Die Frist endet am 31.03.2026 um 15.30 Uhr.", "31.03.2026=2026-03-31; 15.30 Uhr=2025-12-20T15:30" },
  { "de/ago", "de", "2025-12-20", "Vor drei Tagen fiel die Brücke.", "Vor drei Tagen=2025-12-17" },
  { "de/end", "de", "2025-12-20", "Ende 2025 läuft er aus, im Frühjahr 2026 soll gewählt werden.",
    "Ende 2025=2025; Frühjahr 2026=2026-SP" },
  { "de/weekday", "de", "2025-12-19", "Die Minister trafen sich am Dienstag.", "Dienstag=2025-12-16" },
  { "de/future-weekday", "de", "2025-12-19", "Die Minister werden am Dienstag beraten.", "Dienstag=2025-12-23" },
  { "de/evening", "de", "2025-12-20", "Gestern Abend lag der Hafen unter Feuer, am Montagmorgen war Ruhe.",
    "Gestern Abend=2025-12-19TEV; Montagmorgen=2025-12-15TMO" },
  { "de/last-year", "de", "2025-12-20", "Im vergangenen Jahr kamen 2000 Menschen.", "vergangenen Jahr=2024" },
  { "de/next-day", "de", "2025-12-20", "Am 24. Februar 2022 begann es. Am nächsten Tag fiel die Brücke.",
    "24. Februar 2022=2022-02-24; nächsten Tag=2022-02-25" },
  { "de/decade", "de", NULL, "In den 1990er Jahren war es anders.", "den 1990er Jahren=199" },
  { "de/number", "de", "2025-12-20", "Sie wartete einundzwanzig Tage.", "einundzwanzig Tage=P21D" },
  { "de/holiday", "de", NULL, "Am Karfreitag 2024 war Ruhe.", "Karfreitag 2024=2024-03-29" },
  /* Russian */
  { "ru/dmy", "ru", NULL, "Договор подписан 19 декабря 2025 года.", "19 декабря 2025 года=2025-12-19" },
  { "ru/words", "ru", NULL, "Он родился двадцать первого мая 1952 года.", "двадцать первого мая 1952 года=1952-05-21" },
  { "ru/last-year", "ru", "2025-12-20", "В прошлом году экспорт упал.", "прошлом году=2024" },
  { "ru/hence", "ru", "2025-12-20", "Через два дня они вернутся.", "Через два дня=2025-12-22" },
  { "ru/ago", "ru", "2025-12-20", "Три недели назад он молчал.", "Три недели назад=2025-W48" },
  { "ru/season", "ru", NULL, "Зимой 2014 года было холодно.", "Зимой 2014 года=2014-WI" },
  { "ru/yesterday", "ru", "2025-12-20", "Вчера вечером обстреляли порт.", "Вчера вечером=2025-12-19TEV" },
  { "ru/vague", "ru", "2025-12-20", "В последние недели обстрелы усилились.", "последние недели=PAST_REF" },
  { "ru/decade", "ru", NULL, "Завод построен в 1990-х годах.", "1990-х годах=199" },
  { "ru/adjective", "ru", NULL, "После двухнедельного перемирия бои возобновились.", "двухнедельного=P2W" },
  { "ru/half", "ru", NULL, "Во второй половине 2023 года фронт замер.", "второй половине 2023 года=2023-H2" },
  /* Ukrainian */
  { "uk/dmy", "uk", NULL, "Угоду підписано 19 грудня 2025 року.", "19 грудня 2025 року=2025-12-19" },
  { "uk/last-week", "uk", "2025-12-20", "Минулого тижня він мовчав.", "Минулого тижня=2025-W50" },
  { "uk/apostrophe", "uk", "2025-12-17", "Зустріч відбудеться у п’ятницю.", "п’ятницю=2025-12-19" },
  { "uk/same-day", "uk", "2025-12-20", "8 травня 2024 року підписали. Того ж дня він поїхав.",
    "8 травня 2024 року=2024-05-08; Того ж дня=2024-05-08" },
  { "uk/ago", "uk", "2025-12-20", "П’ять років тому все змінилося.", "П’ять років тому=2020" },
  { "uk/month", "uk", NULL, "Наприкінці вересня 1994 року базу закрили.", "Наприкінці вересня 1994 року=1994-09" },
  { "uk/duration", "uk", "2025-12-20", "Облога тривала майже чотири місяці.", "майже чотири місяці=P4M" },
  { "uk/seasons", "uk", NULL, "Навесні та влітку 1918 року йшли бої.", "Навесні=1918-SP; влітку 1918 року=1918-SU" },
  { "uk/count", "uk", NULL, "Вони втратили 1950 танків.", "" },
  { "uk/adjective", "uk", NULL, "Після чотиримісячної облоги місто впало.", "чотиримісячної=P4M" },
  { "uk/within-year", "uk", NULL, "Протягом 1933 року вони мовчали.", "1933 року=1933" },
  { "uk/nth", "uk", NULL, "Голосують у другу неділю жовтня 2014 року.", "другу неділю жовтня 2014 року=2014-10-12" },
  /* a language without words of its own */
  { "xx/numbers", "cs", NULL, "Stalo se to 24.02.2022 a pak 2022-03-01.", "24.02.2022=2022-02-24; 2022-03-01=2022-03-01" },
  { "en/count", "en", NULL, "They lost 1950 tanks.", "" },
};

static CptReading *
read_text (const char *text, gssize length_bytes, const char *language, const char *published)
{
  CptArticleMetadata metadata = { .language = language, .published = published };
  g_autoptr (CptArticle) article = cpt_article_new (text, length_bytes, &metadata);

  return cpt_reading_new (article);
}

static char *
describe (const CptReading *reading, GArray *dates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      const CptDateMention *date = &g_array_index (dates, CptDateMention, i);

      g_string_append_printf (text, "%s%.*s=%s", i > 0 ? "; " : "", (int)cpt_span_get_length_bytes (date->span),
                              reading->text + date->span.begin_bytes, date->value);
    }
  return g_string_free (text, FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CptReading) reading = read_text (row->text, -1, row->language, row->published);
  g_autoptr (GArray) dates = cpt_dates_find (reading, NULL);
  g_autofree char *found = describe (reading, dates);

  g_assert_cmpstr (found, ==, row->expected);
}

static void
check_order (const CptReading *reading, GArray *dates)
{
  gsize end = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      const CptDateMention *date = &g_array_index (dates, CptDateMention, i);

      g_assert_cmpuint (date->span.begin_bytes, >=, end);
      g_assert_cmpuint (date->span.end_bytes, >, date->span.begin_bytes);
      g_assert_cmpuint (date->span.end_bytes, <=, reading->length_bytes);
      g_assert_nonnull (date->value);
      g_assert_nonnull (date->rule);
      if (date->interval.earliest != CPT_DAY_NONE && date->interval.latest != CPT_DAY_NONE)
        g_assert_cmpint (date->interval.earliest, <=, date->interval.latest);
      end = date->span.end_bytes;
    }
}

/* A day that the words name lies in the interval, and is all of it. */
static void
test_value_in_interval (void)
{
  for (int i = 0; i < 2000; i++)
    {
      CptDay day = g_test_rand_int_range (-130000, 150000);
      g_autofree char *iso = cpt_day_format_iso (day);
      g_autofree char *text = g_strdup_printf ("It was on %s.", iso);
      g_autoptr (CptReading) reading = read_text (text, -1, "en", NULL);
      g_autoptr (GArray) dates = cpt_dates_find (reading, NULL);

      g_assert_cmpuint (dates->len, ==, 1);
      g_assert_cmpstr (g_array_index (dates, CptDateMention, 0).value, ==, iso);
      g_assert_cmpint (g_array_index (dates, CptDateMention, 0).interval.earliest, ==, day);
      g_assert_cmpint (g_array_index (dates, CptDateMention, 0).interval.latest, ==, day);
    }
}

/* @earliest, @latest: as ISO 8601, NULL for open. */
static void
assert_event (CptProfile *profile, const char *language, const char *text, const char *words, const char *earliest,
              const char *latest)
{
  g_autoptr (CptReading) reading = read_text (text, -1, language, "2025-12-20");
  g_autoptr (CptEventNames) names = cpt_event_names_new (profile);
  g_autoptr (GArray) dates = cpt_dates_find (reading, names);
  const CptDateMention *date = &g_array_index (dates, CptDateMention, 0);

  check_order (reading, dates);
  if (words == NULL)
    {
      g_assert_cmpuint (dates->len, ==, 0);
      return;
    }
  g_assert_cmpuint (dates->len, ==, 1);
  g_assert_cmpint (date->named_event, ==, 0);
  g_assert_cmpint (date->interval.earliest, ==, earliest != NULL ? cpt_day_parse_iso (earliest) : CPT_DAY_NONE);
  g_assert_cmpint (date->interval.latest, ==, latest != NULL ? cpt_day_parse_iso (latest) : CPT_DAY_NONE);
  g_assert_cmpint (strncmp (text + date->span.begin_bytes, words, strlen (words)), ==, 0);
  g_assert_cmpuint (cpt_span_get_length_bytes (date->span), ==, strlen (words));
}

static void
test_named_events (void)
{
  static const char json[]
      = "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"p\", \"name\": \"P\", \"sides\": ["
        "{\"id\": \"a\", \"name\": \"A\", \"colour\": \"#1a5fb4\"}, {\"id\": \"b\", \"name\": \"B\", \"colour\": \"#c01c28\"}],"
        " \"actors\": [], \"topics\": [],"
        " \"events\": [{\"id\": \"a\", \"name\": \"Annexation of Crimea\", \"from\": \"2014-02-20\","
        " \"until\": \"2014-03-18\", \"names\": [\"seizure of Crimea\", \"аннексия Крыма\"]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_parse (json, -1, "test", &error);

  g_assert_no_error (error);
  assert_event (profile, "en", "During the seizure of Crimea they argued.", "seizure of Crimea", "2014-02-20", "2014-03-18");
  assert_event (profile, "ru", "Они спорят со времён аннексии Крыма.", "аннексии Крыма", "2014-02-20", "2014-03-18");
  assert_event (profile, "en", "The seizure of a ship.", NULL, NULL, NULL);
  /* what lies after it, before it, and its ends */
  assert_event (profile, "en", "Ever since the seizure of Crimea they argue.", "seizure of Crimea", "2014-03-18", "2025-12-20");
  assert_event (profile, "en", "After the seizure of Crimea they left.", "seizure of Crimea", "2014-03-18", "2025-12-20");
  assert_event (profile, "en", "Before the seizure of Crimea it was quiet.", "seizure of Crimea", NULL, "2014-02-20");
  assert_event (profile, "en", "He left at the end of the seizure of Crimea.", "the end of the seizure of Crimea", "2014-03-18",
                "2014-03-18");
  assert_event (profile, "en", "Since the beginning of the seizure of Crimea they argue.",
                "the beginning of the seizure of Crimea", "2014-02-20", "2025-12-20");
  assert_event (profile, "ru", "После аннексии Крыма всё изменилось.", "аннексии Крыма", "2014-03-18", "2025-12-20");
}

static void
test_hostile (gconstpointer data)
{
  const char *unit = data;
  GString *text = g_string_new (NULL);
  gint64 begin;

  while (text->len < 1000000)
    g_string_append (text, unit);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CptReading) reading = read_text (text->str, (gssize)text->len, i == 0 ? "en" : "uk", "2025-12-20");
      g_autoptr (GArray) dates = cpt_dates_find (reading, NULL);

      check_order (reading, dates);
    }
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 30 * G_USEC_PER_SEC);
  g_string_free (text, TRUE);
}

/* Words of time thrown together must never break anything. */
static void
test_random_words (void)
{
  static const char *const words[] = { "last",      "the",      "of",     "in",       "March",   "9999",    "0",
                                       "31",        "February", "Monday", "weeks",    "ago",     "year",    "1990s",
                                       ",",         "-",        "/",      "BC",       "first",   "quarter", "century",
                                       "999999999", "later",    "two",    "thousand", "hundred", "every",   "tonight",
                                       "at",        "25:61",    "next",   "fall",     "half",    "a",       "and",
                                       "12",        "1",        "Easter", "before",   "99",      "100000" };

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *published = i % 3 == 0 ? NULL : i % 3 == 1 ? "2024-02-29T23:59" : "0001-01-01";

      for (int k = g_test_rand_int_range (1, 14); k > 0; k--)
        g_string_append_printf (text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      {
        g_autoptr (CptReading) reading = read_text (text->str, -1, "en", published);
        g_autoptr (GArray) dates = cpt_dates_find (reading, NULL);

        check_order (reading, dates);
      }
    }
}

int
main (int argc, char **argv)
{
  static const char *const hostile[] = { "may ",         "1",    "1 ",         "[",        "\"", "a. ",
                                         "two hundred ", "1/1/", "last last ", "\xcc\x81", "x " };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/time/dates/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/time/dates/value-in-interval", test_value_in_interval);
  g_test_add_func ("/time/dates/named-events", test_named_events);
  g_test_add_func ("/time/dates/random-words", test_random_words);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time/dates/hostile/%u", i);

      g_test_add_data_func (path, hostile[i], test_hostile);
    }
  return g_test_run ();
}
