// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-attributions.h"

#include <string.h>

typedef struct
{
  CptReading *reading;
  CptMentions *mentions;
  GArray *attributions;
} Findings;

static Findings
find (const char *text, const char *language)
{
  CptArticleMetadata metadata = { .language = language };
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &metadata);
  Findings findings = { 0 };

  findings.reading = cpt_reading_new (article);
  findings.mentions = g_new0 (CptMentions, 1);
  findings.mentions->strings = g_string_chunk_new (64);
  findings.attributions = cpt_attributions_find (findings.reading, findings.mentions, NULL);
  return findings;
}

static void
clear (Findings *findings)
{
  g_array_unref (findings->attributions);
  cpt_mentions_free (findings->mentions);
  cpt_reading_free (findings->reading);
}

static const CptAttribution *
get (const Findings *findings, guint i)
{
  return &g_array_index (findings->attributions, CptAttribution, i);
}

static void
append_parts (GString *out, const Findings *findings, const CptParts *parts)
{
  for (guint i = 0; i < parts->n; i++)
    {
      if (i > 0)
        g_string_append (out, " + ");
      g_string_append_len (out, findings->reading->text + parts->items[i].begin_bytes,
                           (gssize)cpt_span_get_length_bytes (parts->items[i]));
    }
}

/* "speaker: source / cue / content", one line an attribution. */
static char *
describe (const Findings *findings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->attributions->len; i++)
    {
      const CptAttribution *item = get (findings, i);

      g_string_append_printf (out, "%s%s: ", i > 0 ? "\n" : "", item->speaker != NULL ? item->speaker : "-");
      append_parts (out, findings, &item->source);
      g_string_append (out, " / ");
      append_parts (out, findings, &item->cue);
      g_string_append (out, " / ");
      append_parts (out, findings, &item->content);
    }
  return g_string_free (out, FALSE);
}

static void
assert_sound (const Findings *findings)
{
  for (guint i = 0; i < findings->attributions->len; i++)
    {
      const CptAttribution *item = get (findings, i);

      g_assert_cmpuint (item->content.n, >, 0);
      for (guint k = 0; k < item->content.n; k++)
        {
          g_assert_cmpuint (item->content.items[k].begin_bytes, <, item->content.items[k].end_bytes);
          g_assert_cmpuint (item->content.items[k].end_bytes, <=, findings->reading->length_bytes);
          g_assert_true (g_utf8_validate (findings->reading->text + item->content.items[k].begin_bytes,
                                          (gssize)cpt_span_get_length_bytes (item->content.items[k]), NULL));
        }
      g_assert_true (item->speaker == NULL || g_utf8_validate (item->speaker, -1, NULL));
    }
}

static void
test_forms (gconstpointer data)
{
  const char *const *row = data;
  Findings findings = find (row[1], "en");
  g_autofree char *got = describe (&findings);

  g_assert_cmpstr (got, ==, row[2]);
  clear (&findings);
}

/* name, text, expected */
static const char *const forms[][3] = {
  { "direct", "“We will rebuild the harbour,” Anna Lindt said.",
    "Anna Lindt: Anna Lindt / said / “We will rebuild the harbour,”" },
  { "indirect", "Anna Lindt said that the harbour would be rebuilt.",
    "Anna Lindt: Anna Lindt / said / that the harbour would be rebuilt" },
  { "inverted", "“The harbour is closed,” said Anna Lindt.",
    "Anna Lindt: Anna Lindt / said / “The harbour is closed,”" },
  { "around-the-cue", "“The harbour is closed,” Anna Lindt said. “It will stay closed.”",
    "Anna Lindt: Anna Lindt / said / “The harbour is closed,” + “It will stay closed.”" },
  { "according-to", "The harbour has been closed since Monday, according to the city council.",
    "the city council: the city council / according to / The harbour has been closed since Monday" },
  { "at-the-end", "The harbour will be rebuilt, Anna Lindt said.",
    "Anna Lindt: Anna Lindt / said / The harbour will be rebuilt" },
  { "signed", "“The harbour belongs to all of us and not to a bank.” — Anna Lindt\nIt rained.",
    "Anna Lindt: Anna Lindt / — / “The harbour belongs to all of us and not to a bank.”" },
  { "headline", "Anna Lindt: Harbour will be rebuilt\n\nThe mayor spoke on Monday, and Anna Lindt was glad.",
    "Anna Lindt: Anna Lindt / : / Harbour will be rebuilt" },
  { "interview",
    "BERG: Is the harbour safe?\n\nHOLM: It is not. We must close it.\n\nBERG: Who will pay?\n\nHOLM: The city.",
    "BERG: BERG / : / Is the harbour safe?\nHOLM: HOLM / : / It is not. We must close it.\n"
    "BERG: BERG / : / Who will pay?\nHOLM: HOLM / : / The city." },
  { "apposition-after-a-quotation",
    "“The harbour belongs to all of us,” Anna Lindt, a lawyer from Norton, said. “It is not for sale.”",
    "Anna Lindt: Anna Lindt, a lawyer from Norton, / said / “The harbour belongs to all of us,” + “It is not for "
    "sale.”" },
  { "narration-after-a-quotation", "“The harbour belongs to all of us,” Anna Lindt said, but nobody was there.",
    "Anna Lindt: Anna Lindt / said / “The harbour belongs to all of us,”" },
  { "headline-with-the-speaker-last", "Bridge is unsafe, says Anna Lindt",
    "Anna Lindt: Anna Lindt / says / Bridge is unsafe" },
  { "noun-with-its-speaker-behind", "The warning by Anna Lindt that the bridge would fall was ignored.",
    "Anna Lindt: Anna Lindt / warning / that the bridge would fall was ignored" },
  { "in-the-view-of", "In the view of Anna Lindt, the harbour is lost.",
    "Anna Lindt: Anna Lindt / In the view of / the harbour is lost" },
  { "attitude", "Anna Lindt is confident that the harbour will be rebuilt.",
    "Anna Lindt: Anna Lindt / is confident / that the harbour will be rebuilt" },
  { "plan", "Anna Lindt plans to close the harbour next year.",
    "Anna Lindt: Anna Lindt / plans / to close the harbour next year" },
  { "in-the-middle", "The harbour, Anna Lindt believes, will never be rebuilt.",
    "Anna Lindt: Anna Lindt / believes / The harbour + will never be rebuilt" },
  { "two-in-one-sentence", "According to Anna Lindt, the bridge is unsafe, while Peter Holm insists that it is safe.",
    "Anna Lindt: Anna Lindt / According to / the bridge is unsafe\n"
    "Peter Holm: Peter Holm / insists / that it is safe" },
  { "reopened", "“We waited for years.\n\n“Nobody came,” Anna Lindt said.",
    "Anna Lindt: Anna Lindt / said / “We waited for years. + “Nobody came,”" },
  { "reopened-after-the-cue", "Anna Lindt said: “We waited for years. Nobody came.\n\n“And now they want our money.”",
    "Anna Lindt: Anna Lindt / said / “We waited for years. Nobody came. + “And now they want our money.”" },
  { "nested", "“My father told me, ‘Never trust a bridge,’ and he was right,” Anna Lindt said.",
    "Anna Lindt: Anna Lindt / said / “My father told me, ‘Never trust a bridge,’ and he was right,”" },
  { "told", "Anna Lindt told reporters that the harbour was closed.",
    "Anna Lindt: Anna Lindt / told / that the harbour was closed" },
};

static void
test_clauses (gconstpointer data)
{
  const char *const *row = data;
  Findings findings = find (row[1], row[0][0] == 'u' ? "uk" : "ru");
  g_autofree char *got = describe (&findings);

  g_assert_cmpstr (got, ==, row[2]);
  assert_sound (&findings);
  clear (&findings);
}

/* Russian and Ukrainian, by name; text; expected */
static const char *const clauses[][3] = {
  { "ru-indirect", "Иван Петров заявил, что порт закроют.", "Иван Петров: Иван Петров / заявил / что порт закроют" },
  { "ru-direct", "«Мы готовы к переговорам», — сказала Анна Орлова.",
    "Анна Орлова: Анна Орлова / сказала / «Мы готовы к переговорам»" },
  { "ru-around-the-cue", "Порт, говорят эксперты, откроют весной.",
    "эксперты: эксперты / говорят / Порт + откроют весной" },
  { "ru-at-the-end", "Порт откроют весной, сообщил мэр города Иван Петров.",
    "Иван Петров: мэр города Иван Петров / сообщил / Порт откроют весной" },
  { "ru-in-the-words-of", "По словам мэра, мост опасен.", "мэра: мэра / По словам / мост опасен" },
  { "ru-in-his-words", "Иван Петров закрыл мост. По его словам, мост опасен.",
    "Иван Петров: его / словам / мост опасен" },
  { "ru-in-the-opinion-of", "Ремонт, по мнению Анны Орловой, продлится год.",
    "Анны Орловой: Анны Орловой / по мнению / Ремонт + продлится год" },
  { "ru-as-noted", "Как отметила Анна Орлова, ремонт продлится год.",
    "Анна Орлова: Анна Орлова / отметила / ремонт продлится год" },
  { "ru-colon", "Анна Орлова написала: «Мост опасен, и его нужно закрыть».",
    "Анна Орлова: Анна Орлова / написала / «Мост опасен, и его нужно закрыть»" },
  { "ru-dash-speech", "— Мы ждали долго. Теперь мы едем, — сказала Анна Орлова.",
    "Анна Орлова: Анна Орлова / сказала / Мы ждали долго. Теперь мы едем" },
  { "ru-about-this", "Мост закрыли на год. Об этом сообщили в министерстве.",
    "министерстве: в министерстве / сообщили / Мост закрыли на год" },
  { "ru-after-circumstances", "В понедельник в эфире радио Иван Петров сказал, что мост опасен.",
    "Иван Петров: Иван Петров / сказал / что мост опасен" },
  { "ru-before-circumstances", "«Мост нужно закрыть», — сказал Иван Петров в интервью газете.",
    "Иван Петров: Иван Петров / сказал / «Мост нужно закрыть»" },
  { "ru-partly-quoted", "Иван Петров назвал ремонт «большой и дорогой ошибкой».",
    "Иван Петров: Иван Петров / назвал / ремонт «большой и дорогой ошибкой»" },
  { "ru-matter", "Министерство сообщило о закрытии моста.",
    "Министерство: Министерство / сообщило / о закрытии моста" },
  { "ru-narration", "Мост закрыли на год. Порт «Северный» работает.", "" },
  { "ru-cases-of-a-name", "По мнению Ивана Петрова, мост опасен. Иван Петров заявил, что его закроют.",
    "Иван Петров: Ивана Петрова / По мнению / мост опасен\n"
    "Иван Петров: Иван Петров / заявил / что его закроют" },
  { "ru-pronoun", "Анна Орлова встретила мэра Ивана Петрова. Она заявила, что мост опасен.",
    "Анна Орлова: Она / заявила / что мост опасен" },
  { "uk-indirect", "Іван Петренко заявив, що порт закриють.",
    "Іван Петренко: Іван Петренко / заявив / що порт закриють" },
  { "uk-direct", "«Ми готові до переговорів», — сказала Олена Коваль.",
    "Олена Коваль: Олена Коваль / сказала / «Ми готові до переговорів»" },
  { "uk-in-the-words-of", "За словами мера, міст небезпечний.", "мера: мера / За словами / міст небезпечний" },
  { "uk-as-noted", "Як зазначила речниця відомства Олена Коваль, ремонт триватиме рік.",
    "Олена Коваль: речниця відомства Олена Коваль / зазначила / ремонт триватиме рік" },
  { "uk-around-the-cue", "Порт, кажуть експерти, відкриють навесні.",
    "експерти: експерти / кажуть / Порт + відкриють навесні" },
  { "uk-about-this", "Міст закрили на рік. Про це повідомили в міністерстві.",
    "міністерстві: в міністерстві / повідомили / Міст закрили на рік" },
};

static void
test_speakers (gconstpointer data)
{
  const char *const *row = data;
  Findings findings = find (row[1], "en");
  const CptAttribution *last;

  g_assert_cmpuint (findings.attributions->len, >, 0);
  last = get (&findings, findings.attributions->len - 1);
  g_assert_cmpstr (last->speaker, ==, row[2]);
  clear (&findings);
}

/* name, text, speaker of the last attribution */
static const char *const speakers[][3] = {
  { "short-name", "President Anna Lindt opened the harbour on Monday. Lindt said that it was safe.", "Anna Lindt" },
  { "fuller-name-later", "Lindt opened the harbour. Critics of Anna Lindt were silent. Lindt said that it was safe.",
    "Anna Lindt" },
  { "pronoun-by-gender", "Anna Berg met Peter Holm in the harbour. She said that it was safe.", "Anna Berg" },
  { "other-pronoun-by-gender", "Anna Berg met Peter Holm in the harbour. He said that it was safe.", "Peter Holm" },
  { "pronoun-of-last-speaker", "Peter Holm said that the harbour was safe. He added that it would be enlarged.",
    "Peter Holm" },
  { "title", "The president of the club, Peter Holm, was late. “I had no ticket,” Mr. Holm said.", "Peter Holm" },
  { "ministry", "The Harbour Ministry closed the bridge. The ministry said that it was unsafe.", "Harbour Ministry" },
  { "pronoun-past-a-quotation",
    "“Nobody in Norton asked Peter Holm. He was never there,” Anna Berg said.\n\nShe added that the harbour was "
    "closed.",
    "Anna Berg" },
  { "pronoun-not-an-acronym", "Peter Holm warned of the HBR. He said that it would cost too much.", "Peter Holm" },
  { "pronoun-not-an-adverb", "Nonetheless, the bridge was closed. Peter Holm was there. He said that it was unsafe.",
    "Peter Holm" },
  { "name-of-both-genders", "“We were not asked,” said the widow Terry Holm. She said that nobody had called.",
    "Terry Holm" },
  { "they",
    "Two aides of the mayor met the engineers. Harbour officials said that it was late. They said that work would "
    "begin soon.",
    "Harbour officials" },
  { "it", "The city council sent a letter on Monday. It said that the harbour was closed.", "the city council" },
  { "namesakes",
    "Peter Holm opened the harbour. His daughter Anna Holm sang. Peter Holm was late. Holm said that it was "
    "a good day.",
    "Peter Holm" },
  { "namesakes-by-title", "Peter Holm opened the harbour with Anna Holm. Ms. Holm said that it was a good day.",
    "Anna Holm" },
  { "apposition", "Anna Berg, a lawyer from Norton, came late. The lawyer said that the case was lost.", "Anna Berg" },
  { "last-speaker", "“We are ready,” Peter Holm said. The diplomat said that the talks would go on.", "Peter Holm" },
  { "not-of-a-place", "Peter Holm drove home from Norton. The talks failed in Norton, the diplomat said.",
    "the diplomat" },
  { "owner-of-words", "Anna Berg was angry. Berg’s comments reflect a wish for peace.", "Anna Berg" },
  { "owner-of-a-person", "Anna Berg was silent. Berg’s lawyer said that she was innocent.", "Berg’s lawyer" },
  { "owner-of-people", "Holm officials said that the harbour was closed.", "Holm officials" },
  { "spokesman-for", "A spokesman for Peter Holm said that the harbour was closed.", "a spokesman for Peter Holm" },
  { "one-spelling", "The report said that the harbour was unsafe.", "the report" },
  { "publisher-behind", "A report by the Harbour Institute said that the bridge was unsafe.", "Harbour Institute" },
  { "publisher-before", "The Harbour Institute report said that the bridge was unsafe.", "Harbour Institute" },
  { "time", "He was late. Peter Holm was late on Tuesday. He said that it would not happen again.", "Peter Holm" },
  { "anyone", "Anyone who says that the harbour is safe was never there.", NULL },
  { "thing", "Recent revelations suggest that the harbour was never safe.", NULL },
  { "finding", "The new evidence shows that the harbour was never safe.", NULL },
  { "expletive", "Peter Holm left. It was reported that the harbour was unsafe.", NULL },
};

static void
test_quotations (void)
{
  static const struct
  {
    const char *text;
    CptQuotation expected;
  } cases[] = {
    { "“The harbour is closed,” Anna Lindt said.", CPT_QUOTATION_DIRECT },
    { "Anna Lindt said that the harbour was closed.", CPT_QUOTATION_INDIRECT },
    { "Anna Lindt said that the harbour was “closed for good.”", CPT_QUOTATION_MIXED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Findings findings = find (cases[i].text, "en");

      g_assert_cmpuint (findings.attributions->len, ==, 1);
      g_assert_cmpint (get (&findings, 0)->quotation, ==, cases[i].expected);
      g_assert_cmpfloat (get (&findings, 0)->confidence, >, 0.5f);
      g_assert_cmpfloat (get (&findings, 0)->confidence, <=, 1.0f);
      g_assert_cmpuint (get (&findings, 0)->reasons.n, >, 0);
      clear (&findings);
    }
}

static void
test_continuation (void)
{
  Findings findings = find ("Anna Lindt outlined a plan for the harbour, saying that it would cost little.\n"
                            "Under this plan, the city would buy the land, while the state would pay for the roads.\n",
                            "en");
  const CptAttribution *last = get (&findings, findings.attributions->len - 1);

  g_assert_cmpuint (findings.attributions->len, >=, 2);
  g_assert_true (last->continues);
  g_assert_cmpstr (last->speaker, ==, "Anna Lindt");
  g_assert_cmpuint (last->content.n, ==, 1);
  clear (&findings);
}

static void
test_narration (void)
{
  static const char *const texts[] = {
    "The harbour was closed on Monday.", "Two ships left the harbour before noon.", "", " \n\n ", "“”",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Findings findings = find (texts[i], "en");

      g_assert_cmpuint (findings.attributions->len, ==, 0);
      clear (&findings);
    }
}

static void
assert_bounded (const char *unit, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Findings findings;
  gint64 begin;

  while (text->len < 300 * 1000)
    g_string_append (text, unit);
  begin = g_get_monotonic_time ();
  findings = find (text->str, language);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
  assert_sound (&findings);
  clear (&findings);
}

/* Texts that are one unit over and over: time must grow with their length, not with its square. */
static void
test_hostile (void)
{
  static const char *const units[] = {
    "“",         "\"",        "said ",  "said, ",          ", ", "Anna ",     "A. ", "[", "that ",
    "he said “", "“a” said ", "Anna, ", "his claim that ", "и",  "e\xcc\x81",
  };
  static const char *const slavic[] = { "сказал ",        "сказал, что ", "— ",
                                        "«а», — сказал ", "по словам ",   "Об этом сообщил. " };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    assert_bounded (units[i], "en");
  for (guint i = 0; i < G_N_ELEMENTS (slavic); i++)
    assert_bounded (slavic[i], "ru");
}

static void
test_same_again (void)
{
  const char *text =
      "“We are ready,” Anna Berg said. Peter Holm, a lawyer, argued that nobody was. According to the mayor, "
      "the bridge is safe. His critics dismissed the claim that it was new.";
  Findings first = find (text, "en"), second = find (text, "en");
  g_autofree char *one = describe (&first), *two = describe (&second);

  g_assert_cmpstr (one, ==, two);
  assert_sound (&first);
  clear (&first);
  clear (&second);
}

/* A language without weights falls back on rules and must not fail. */
static void
test_other_language (void)
{
  Findings findings = find ("« Nous sommes prêts », a dit Anna Lindt.", "fr");

  assert_sound (&findings);
  clear (&findings);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/attributions/forms/%s", forms[i][0]);

      g_test_add_data_func (path, forms[i], test_forms);
    }
  for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/attributions/speakers/%s", speakers[i][0]);

      g_test_add_data_func (path, speakers[i], test_speakers);
    }
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/attributions/clauses/%s", clauses[i][0]);

      g_test_add_data_func (path, clauses[i], test_clauses);
    }
  g_test_add_func ("/attributions/quotations", test_quotations);
  g_test_add_func ("/attributions/continuation", test_continuation);
  g_test_add_func ("/attributions/narration", test_narration);
  g_test_add_func ("/attributions/hostile", test_hostile);
  g_test_add_func ("/attributions/same-again", test_same_again);
  g_test_add_func ("/attributions/other-language", test_other_language);
  return g_test_run ();
}
