// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-mentions.h"

#include <string.h>

#define NATO 0
#define KREMLIN 1
#define NONE CPT_NO_SIDE

typedef struct
{
  CptReading *reading;
  CptMentions *mentions;
} Found;

static CptActorIndex *shipped_index;

static Found
find (const char *text, const char *published)
{
  CptArticleMetadata metadata = { .published = published };
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &metadata);
  Found found = { cpt_reading_new (article), NULL };

  found.mentions = cpt_mentions_find (found.reading, shipped_index);
  return found;
}

static void
found_clear (Found *found)
{
  cpt_mentions_free (found->mentions);
  cpt_reading_free (found->reading);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static char *
dup_words (const Found *found, const CptMention *mention)
{
  const CptToken *tokens = found->reading->tokens;
  gsize begin = tokens[mention->begin_token].begin_bytes;

  return g_strndup (found->reading->text + begin, tokens[mention->end_token - 1].end_bytes - begin);
}

/* The first mention with exactly these words. */
static const CptMention *
find_words (const Found *found, const char *words)
{
  for (guint i = 0; i < found->mentions->n; i++)
    {
      g_autofree char *have = dup_words (found, &found->mentions->items[i]);

      if (strcmp (have, words) == 0)
        return &found->mentions->items[i];
    }
  return NULL;
}

static void
assert_sound (const Found *found)
{
  guint at = 0;

  for (guint i = 0; i < found->mentions->n; i++)
    {
      const CptMention *mention = &found->mentions->items[i];

      g_assert_cmpuint (mention->begin_token, >=, at);
      g_assert_cmpuint (mention->end_token, >, mention->begin_token);
      g_assert_cmpuint (mention->end_token, <=, found->reading->n_tokens);
      g_assert_nonnull (mention->name);
      g_assert_nonnull (mention->rule);
      g_assert_true (mention->confidence > 0 && mention->confidence <= 1);
      at = mention->end_token;
    }
}

static const struct
{
  const char *text;
  const char *words; /* of the mention */
  int side;
  const char *name;
} cases[] = {
  /* names of the profile */
  { "Later Stoltenberg travelled home.", "Stoltenberg", NATO, "Jens Stoltenberg" },
  { "Zelenskiy's plane landed.", "Zelenskiy", NATO, "Volodymyr Zelensky" },
  { "Wladimir Putin laughed.", "Wladimir Putin", KREMLIN, "Vladimir Putin" },
  { "The Kremlin shrugged.", "Kremlin", KREMLIN, "the Kremlin" },
  { "They asked the West for help.", "West", NATO, "the West" },
  { "Western officials shrugged.", "Western officials", NATO, "Western officials" },
  { "It was printed by The Moscow Times.", "Moscow Times", NONE, "Moscow Times" },
  { "He read it in the Washington Post.", "Washington Post", NONE, "Washington Post" },
  { "BEIJING, like Washington, kept silent.", "Washington", NATO, "Washington" },
  /* owner and office */
  { "Russian deputy minister Ivan Petrov came.", "Russian deputy minister Ivan Petrov", KREMLIN, "Ivan Petrov" },
  { "Some Ukrainian officials wept.", "Ukrainian officials", NATO, "Ukrainian officials" },
  { "The Danish fisheries minister Karl Holm ate.", "Danish fisheries minister Karl Holm", NATO, NULL },
  { "Then the German chancellor slept.", "German chancellor", NATO, "German chancellor" },
  { "Estonia's foreign and defence ministers met.", "Estonia's foreign and defence ministers", NATO, NULL },
  { "A Chinese government spokesman waved.", "Chinese government spokesman", NONE, NULL },
  { "Lavrov's adviser Pyotr Kuzmin waved.", "Lavrov's adviser Pyotr Kuzmin", KREMLIN, "Pyotr Kuzmin" },
  { "The chief of the Ukrainian general staff rose.", "chief of the Ukrainian general staff", NATO, NULL },
  { "The president of Romania, Petra Ionescu, rose.", "Petra Ionescu", NATO, "Petra Ionescu" },
  { "Marta Vogel, a Polish lawmaker, rose.", "Marta Vogel", NATO, "Marta Vogel" },
  { "The Russian Emergencies Ministry rose.", "Russian Emergencies Ministry", KREMLIN, NULL },
  { "US ambassador to Russia Ann Doyle rose.", "US ambassador to Russia Ann Doyle", NATO, "Ann Doyle" },
  /* belonging taken away */
  { "An ex-NATO general laughed.", "ex-NATO general", NONE, NULL },
  { "Kremlin critic Oleg Lisin laughed.", "Kremlin critic Oleg Lisin", NONE, "Oleg Lisin" },
  { "A former Russian diplomat laughed.", "former Russian diplomat", NONE, NULL },
  { "One pro-Russian analyst laughed.", "pro-Russian analyst", NONE, NULL },
  { "The Russian opposition leader Oleg Lisin laughed.", "Russian opposition leader Oleg Lisin", NONE, "Oleg Lisin" },
  { "Russian journalists laughed.", "Russian journalists", NONE, NULL },
  { "Their former adviser Oleksiy Arestovych laughed.", "adviser Oleksiy Arestovych", NONE, "Oleksiy Arestovych" },
  { "Oleksiy Arestovych came. The former adviser laughed.", "Oleksiy Arestovych", NONE, "Oleksiy Arestovych" },
  { "Ex-president Dmitry Medvedev came. Medvedev laughed.", "Medvedev", KREMLIN, "Dmitry Medvedev" },
  { "Ordinary Russians laughed.", "Russians", NONE, NULL },
  { "The Russians laughed.", "Russians", KREMLIN, NULL },
  /* appositions, helpers */
  { "General Oleg Lisin, chief operations director of the Russian General Staff, rose.", "General Oleg Lisin", KREMLIN, "Oleg Lisin" },
  { "Igor Kamin, an adviser to the head of the \"Donetsk People's Republic\", rose.", "Igor Kamin", KREMLIN, "Igor Kamin" },
  { "The Kremlin said President Vladimir Putin slept.", "Kremlin", KREMLIN, "the Kremlin" },
  { "Ships Sank In Port, Russian General Claims", "Russian General", KREMLIN, NULL },
  { "Kyrylo Budanov came. The spy chief laughed.", "spy chief", NATO, "Kyrylo Budanov" },
  /* towns, regions, parties */
  { "The mayor of Odesa, Marko Bily, rose.", "mayor of Odesa", NATO, NULL },
  { "The head of the Kursk region rose.", "head of the Kursk region", KREMLIN, NULL },
  { "Kharkiv regional governor Marko Bily rose.", "Kharkiv regional governor Marko Bily", NATO, "Marko Bily" },
  { "It snowed in Kharkiv. Sen. Tilda Marsh rose.", "Sen. Tilda Marsh", NATO, "Tilda Marsh" },
  { "Sen. Marsh rose. The Sen. slept.", "Sen. Marsh", NATO, "Marsh" },
  { "Russian Senator Pavel Kim rose.", "Russian Senator Pavel Kim", KREMLIN, "Pavel Kim" },
  { "Boris Johnson came. The PM laughed.", "PM", NATO, "Boris Johnson" },
  /* persons that nobody knows */
  { "Anna Kovacs wept.", "Anna Kovacs", NONE, "Anna Kovacs" },
  { "Mr. Brandt wept.", "Mr. Brandt", NONE, "Brandt" },
  { "Tiberio Vash said it was over.", "Tiberio Vash", NONE, "Tiberio Vash" },
  { "Ivan Lavrov, a baker, wept.", "Ivan Lavrov", NONE, "Ivan Lavrov" },
  /* Russian and Ukrainian, declined */
  { "По словам Путина, всё готово.", "Путина", KREMLIN, "Vladimir Putin" },
  { "Об этом заявил глава МИД РФ Лавров.", "глава МИД РФ Лавров", KREMLIN, "Sergei Lavrov" },
  { "В Киеве военной разведкой довольны.", "Киеве", NATO, "Kyiv" },
  { "Украинские власти молчат.", "Украинские власти", NATO, NULL },
  { "Російський міністр Петро Коваль мовчить.", "Російський міністр Петро Коваль", KREMLIN, "Петро Коваль" },
  { "Президентові України Зеленському відповіли.", "Президентові України Зеленському", NATO, "Volodymyr Zelensky" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Found) found = find (cases[i].text, NULL);
  const CptMention *mention = find_words (&found, cases[i].words);

  assert_sound (&found);
  for (guint k = 0; k < found.mentions->n; k++)
    g_test_message ("%s: %s (%d)", found.mentions->items[k].rule, found.mentions->items[k].name,
                    found.mentions->items[k].side);
  g_assert_nonnull (mention);
  if (cases[i].name != NULL)
    g_assert_cmpstr (mention->name, ==, cases[i].name);
  g_assert_cmpint (mention->side, ==, cases[i].side);
}

static const struct
{
  const char *text;
  const char *words; /* must be no mention, or one of low confidence */
} no_cases[] = {
  { "The US-led coalition grew.", "US" },
  { "A Moscow-based shop closed.", "Moscow" },
  { "Let us go west.", "us" },
  { "It rained in Russia.", "Russia" },
  { "It rained in eastern Ukraine.", "Ukraine" },
  { "A plant in the Moscow region burned.", "Moscow" },
  { "KYIV (News Service) - It rained.", "KYIV" },
  { "Who knows?", "Who" },
};

static void
test_no_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Found) found = find (no_cases[i].text, NULL);
  const CptMention *mention = find_words (&found, no_cases[i].words);

  assert_sound (&found);
  if (mention != NULL)
    g_assert_cmpfloat (mention->confidence, <, 0.3);
}

/* The name of each mention of a text, in order. */
static const struct
{
  const char *name, *text, *names;
} chains[] = {
  { "surname-later", "Russian minister Ivan Petrov came. Petrov left.", "Ivan Petrov|Ivan Petrov" },
  { "surname-before", "Petrov is back. Russian minister Ivan Petrov came.", "Ivan Petrov|Ivan Petrov" },
  { "known-without-alias", "Boris Johnson came. Then Johnson left.", "Boris Johnson|Boris Johnson" },
  { "two-of-a-name", "Ivan Petrov and Anna Petrov came. Mr Petrov left.", "Ivan Petrov|Anna Petrov|Anna Petrov" },
  { "role", "Russian minister Ivan Petrov came. The minister left.", "Ivan Petrov|Ivan Petrov" },
  { "role-of-body", "NATO agreed. The alliance was glad.", "NATO|NATO" },
  { "role-of-owner", "NATO Secretary General Mark Rutte came. The alliance was glad.", "Mark Rutte|NATO" },
  { "leader", "Ukrainian President Volodymyr Zelensky came. The Ukrainian leader left.",
    "Volodymyr Zelensky|Volodymyr Zelensky" },
  { "other-leader", "US President Joe Biden came. The French president left.", "Joe Biden|French president" },
  { "one-country-side", "Putin came. The Russian president left.", "Vladimir Putin|Vladimir Putin" },
  { "middle-initial", "Antony Q. Blinken came. Blinken left.", "Antony Blinken|Antony Blinken" },
  { "surname-recurs", "Quillon Varga came. They met Varga.", "Quillon Varga|Quillon Varga" },
  { "given-name", "Hillary Brandt came. Then Hillary left.", "Hillary Brandt|Hillary Brandt" },
  { "surname-is-occupation", "Paul Singer came. Mr. Singer left.", "Paul Singer|Paul Singer" },
  { "headline", "Warsaw Mayor Says No", "Warsaw Mayor" },
  { "other-body", "Putin came. The head of the Russian Foreign Ministry left.",
    "Vladimir Putin|head of the Russian Foreign Ministry" },
  { "помощник", "Помощник президента России Юрий Ушаков ушёл. Помощник молчит.", "Yury Ushakov" },
  { "apposition", "Ivan Petrov, a Russian senator, came. Petrov left.", "Ivan Petrov|Ivan Petrov|Ivan Petrov" },
};

static void
test_chain (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Found) found = find (chains[i].text, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  assert_sound (&found);
  for (guint k = 0; k < found.mentions->n; k++)
    g_string_append_printf (names, "%s%s", k > 0 ? "|" : "", found.mentions->items[k].name);
  g_assert_cmpstr (names->str, ==, chains[i].names);
}

/* What is learnt of a person late holds for the whole article. */
static void
test_one_person_one_side (void)
{
  g_auto (Found) found = find ("Anna Sidorova spoke. Sidorova waved. Anna Sidorova, a Russian senator, left.", NULL);

  g_assert_cmpuint (found.mentions->n, ==, 4);
  for (guint i = 0; i < found.mentions->n; i++)
    {
      g_assert_cmpint (found.mentions->items[i].side, ==, KREMLIN);
      g_assert_cmpint (found.mentions->items[i].gender, ==, CPT_GENDER_FEMALE);
    }
}

static void
test_gender (void)
{
  static const struct
  {
    const char *text;
    CptGender gender;
  } rows[] = {
    { "Angela Merkel came.", CPT_GENDER_FEMALE },        { "Mrs Brandt came.", CPT_GENDER_FEMALE },
    { "Olga Brandt came.", CPT_GENDER_FEMALE },          { "Peter Brandt came.", CPT_GENDER_MALE },
    { "Polish spokeswoman Xu Brandt came.", CPT_GENDER_FEMALE },
    { "Polish minister Xu Brandt came. He left.", CPT_GENDER_MALE },
    { "Polish minister Xu Brandt came. She left.", CPT_GENDER_FEMALE },
    { "Polish minister Xu Brandt came.", CPT_GENDER_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Found) found = find (rows[i].text, NULL);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (found.mentions->n, >=, 1);
      g_assert_cmpint (found.mentions->items[0].gender, ==, rows[i].gender);
    }
}

/* Who left a side speaks for it only before that day. */
static void
test_period (void)
{
  g_auto (Found) before = find ("Prigozhin shouted.", "2022-10-01");
  g_auto (Found) after = find ("Prigozhin shouted.", "2023-07-01");
  g_auto (Found) undated = find ("Prigozhin shouted.", NULL);

  g_assert_cmpint (before.mentions->items[0].side, ==, KREMLIN);
  g_assert_cmpint (after.mentions->items[0].side, ==, NONE);
  g_assert_cmpint (undated.mentions->items[0].side, ==, KREMLIN);
}

static void
test_empty_profile (void)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_empty ();
  g_autoptr (CptActorIndex) index = cpt_actor_index_new (profile);
  g_autoptr (CptArticle) article = cpt_article_new ("Mayor Ann Doyle said so. Doyle left.", -1, NULL);
  g_autoptr (CptReading) reading = cpt_reading_new (article);
  g_autoptr (CptMentions) mentions = cpt_mentions_find (reading, index);

  g_assert_cmpuint (mentions->n, ==, 2);
  g_assert_cmpstr (mentions->items[1].name, ==, "Ann Doyle");
  g_assert_cmpint (mentions->items[1].side, ==, NONE);
}

/* A megabyte of any one thing ends in bounded time, with sound mentions. */
static void
test_hostile (void)
{
  static const char *const pieces[]
      = { "Russian ", "Ivan Petrov ", "the minister ", "A. ", "\xcc\x81", "NATO-", "president of ", "A, a Russian minister, ",
          "Путин", "'s ", "ex-", "General ", "of the ", "J. " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      gint64 begin;

      while (text->len < 300 * 1000)
        g_string_append (text, pieces[i]);
      begin = g_get_monotonic_time ();
      {
        g_auto (Found) found = find (text->str, NULL);

        assert_sound (&found);
      }
      g_test_message ("%s: %.3f s", pieces[i], (double) (g_get_monotonic_time () - begin) / 1e6);
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
    }
}

static void
add_case (const char *group, const char *name, guint row, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/mentions/%s/%02u %s", group, row, name);

  g_strdelimit (path + strlen ("/mentions/") + strlen (group) + 1, "/", '-');
  g_test_add_data_func (path, GUINT_TO_POINTER (row), func);
}

int
main (int argc, char **argv)
{
  g_autoptr (CptProfile) profile = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  profile = cpt_profile_new_builtin ("nato-kremlin", NULL);
  shipped_index = cpt_actor_index_new (profile);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_case ("name", cases[i].words, i, test_case);
  for (guint i = 0; i < G_N_ELEMENTS (no_cases); i++)
    add_case ("none", no_cases[i].text, i, test_no_case);
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    add_case ("chain", chains[i].name, i, test_chain);
  g_test_add_func ("/mentions/one-person-one-side", test_one_person_one_side);
  g_test_add_func ("/mentions/gender", test_gender);
  g_test_add_func ("/mentions/period", test_period);
  g_test_add_func ("/mentions/empty-profile", test_empty_profile);
  g_test_add_func ("/mentions/hostile", test_hostile);
  status = g_test_run ();
  cpt_actor_index_unref (shipped_index);
  return status;
}
