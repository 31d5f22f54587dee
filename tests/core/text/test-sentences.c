// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences: what is cut where, and what holds for every text whatever it contains.
#include "cpt-sentences.h"

#include <string.h>

typedef struct
{
  const char *name, *language, *expected; /* sentences parted by | ; a blank stands at each cut unless "^" does */
} Case;

static const Case cases[] = {
  /* terminators */
  { "stop", "en", "The talks failed.|Nobody was surprised." },
  { "question", "en", "Who ordered it?|The minister did not say." },
  { "interrobang", "en", "They did what?!|Nobody answered." },
  { "decimal", "en", "Prices rose by 4.5 per cent.|Wages did not." },
  { "no-final-stop", "en", "One sentence.|And a rest" },
  { "digit-opens", "en", "The bridge was closed.|12 people were hurt." },
  { "small-after-stop", "en", "nobody came to the meeting.|it was cold." },
  { "without-gap", "en", "The vote was close.^Then the chamber emptied." },
  { "name-with-mark", "en", "He left Yahoo! in spring." },
  { "camel", "en", "She sold her shares.|eBay fell again." },
  /* abbreviations */
  { "title", "en", "On Friday Dr. Weber met Gen. Alvarez." },
  { "initials", "en", "The writer J. R. Hartley spoke first." },
  { "initial-at-end", "en", "There was no plan B.|The army waited." },
  { "acronym-inside", "en", "The U.S. Senate voted on it." },
  { "acronym-at-end", "en", "She moved to the U.S.|In May she came back." },
  { "street", "en", "They met on Main St.|It was cold." },
  { "joined-acronyms", "en", "He led the A.F.L.-C.I.O. and its friends." },
  { "company", "en", "Profits at Stone & Co. fell by half." },
  { "company-at-end", "en", "He founded Stone & Co.|The firm grew." },
  { "time-of-day", "en", "The shelling began at 4 a.m. Monday." },
  { "time-at-end", "en", "The shelling of the town began at 4 a.m.|Residents fled." },
  { "number-mark", "en", "See No. 7 and pp. 12 to 15." },
  { "no-as-a-word", "en", "The answer was no.|The talks ended." },
  { "unpronounceable", "en", "He served under Brgd. Collins." },
  /* quotations and brackets */
  { "closer", "en", "“We will not leave.”|The crowd cheered." },
  { "tag-after-question", "en", "“Will you leave?” she asked." },
  { "sentence-in-brackets", "en", "He taught (He had studied in Riga.) at the school." },
  { "bracket-opens", "en", "The bridge fell.|(Nobody was hurt.)" },
  { "note", "en", "The claim is disputed.[12]|Others accept it." },
  { "note-after-gap", "en", "The claim is disputed. [12] [13]|Others accept it." },
  { "tag-with-name", "en", "“Will you leave?” Mr. Stone asked." },
  { "no-tag", "en", "“Will you leave?”|Mr. Stone left the room without a word." },
  { "signature", "en", "\"It was a long day.\" - Ann Weaver" },
  { "editor", "en", "He came in spring (of that year. — Ed.) and stayed." },
  { "smile", "en", "That was fun. :)|Next time bring a friend." },
  { "french-closer", "fr", "« Nous partons. »|La salle applaudit." },
  { "french-tag", "fr", "« Pourquoi ? » demande-t-elle." },
  /* ellipses */
  { "ellipsis-goes-on", "en", "He waited ... and waited." },
  { "ellipsis-ends", "en", "He waited...|Nobody came." },
  { "left-out", "en", "“The treaty [...] remains in force.”" },
  { "stop-and-ellipsis", "en", "It ended there.|. . . Others went on." },
  /* addresses */
  { "address", "en", "Write to press.office@example.org or see www.example.org/News.Html today." },
  { "addresses-in-a-row", "en", "http://example.org/one|http://example.org/two" },
  /* what stands apart */
  { "rule", "en", "The first part ends here|*****|The second begins here." },
  { "row-of-marks", "en", "He gave it four stars **** and left." },
  { "stamp", "en", "Jane Roe|04/26/2001 07:17 AM|Please find the draft attached." },
  { "time-in-text", "en", "The alarm rang at 07:17 AM on Monday." },
  { "credit", "en", "Refugees wait at the border|Image: Jane Roe" },
  { "lost-stop", "en", "Refugees at the border|On monday morning the first of them crossed the river." },
  { "capital-in-title", "en", "He read All In the Family." },
  { "section-number", "en", "2.1. Methods of the study" },
  { "letters", "en", "They compared plans A and B.|Neither was good." },
  { "acronym-like-abbreviation", "en", "The firm dropped IE.|Nobody minded." },
  /* lists and lines */
  { "inline-list", "en", "1) Close the border|2) Open the archive" },
  { "inline-list-of-bullets", "en", "• Close the border|• Open the archive" },
  { "headline", "en", "Talks fail in Oslo\n\n|Delegates left early." },
  { "headline-one-break", "en", "Talks fail in Oslo\n|Delegates left early." },
  { "wrapped", "en",
    "The delegates of both sides left the hall early on\nFriday and refused to speak to anybody of the press\n"
    "Corps about what had been said." },
  { "small-goes-on", "en", "The delegates left the\nhall." },
  { "bare-lines", "en", "bread\n|butter\n|salt" },
  /* other languages */
  { "russian-year", "ru", "Договор подписан в 1997 г.|Стороны его соблюдали." },
  { "russian-date-opens", "ru", "В 1945 г. Москва праздновала победу." },
  { "russian-clipped-word", "ru", "Об итогах спец. операции не сообщили." },
  { "russian-money", "ru", "Ущерб составил 5 млрд руб.|Власти обещали помощь." },
  { "russian-citation", "ru", "Он спросил: «Кто там?»|Никто не ответил." },
  { "russian-city", "ru", "Встреча прошла в г. Москве." },
  { "russian-initials", "ru", "Об этом заявил С. В. Орлов." },
  { "russian-and-others", "ru", "Приехали депутаты, послы и др.|Заседание началось." },
  { "russian-dialogue", "ru", "«Почему нет?» — спросил он." },
  { "russian-thousands", "ru", "Погибло 5 тыс. человек." },
  { "ukrainian-year", "uk", "Угоду підписано 2014 р.|Сторони її порушили." },
  { "ukrainian-named-after", "uk", "Театр ім. Франка закрито." },
  { "ukrainian-clause", "uk", "3.|Контроль покласти на міністра." },
  { "german-ordinal", "de", "Am 3. Oktober sprach der Kanzler." },
  { "german-money", "de", "Das kostet 3 Mio. Euro im Jahr." },
  { "german-number-at-end", "de", "Es steht auf Seite 7.|Das weiß jeder." },
  { "german-abbreviation", "de", "Viele Länder, z. B. Polen, lehnten ab." },
  { "czech-ordinal", "cs", "Sešli se 5. května v Praze." },
  { "chinese", "zh", "他说不行。^会议结束了。" },
  { "chinese-title", "zh", "他写了《为什么！》一书。" },
  { "hindi", "hi", "बैठक समाप्त हुई।|सब चले गए।" },
  { "arabic-question", "ar", "هل انتهى الاجتماع؟|نعم." },
  { "armenian", "hy", "Նա եկավ:|Մենք գնացինք:" },
  { "greek-question", "el", "Ποιος το είπε;|Κανείς." },
  { "unknown-language", "xx", "Una prima frase.|Una seconda." },
};

/* The text of a case, and the sentences as they should be, each after a line feed. */
static void
read_case (const Case *c, GString *text, GString *expected)
{
  for (const char *p = c->expected; *p != '\0'; p++)
    if (*p == '|' || *p == '^')
      {
        if (*p == '|' && text->str[text->len - 1] != '\n')
          g_string_append_c (text, ' ');
        g_string_append_c (expected, '|');
      }
    else
      {
        g_string_append_c (text, *p);
        g_string_append_c (expected, *p);
      }
}

static char *
join_sentences (const char *text, const GArray *spans)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      CptSpan span = g_array_index (spans, CptSpan, i);

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text + span.begin_bytes, (gssize) cpt_span_get_length_bytes (span));
    }
  return g_string_free (joined, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GArray) spans = NULL;
  g_autofree char *got = NULL;

  read_case (c, text, expected);
  g_string_replace (expected, "\n\n|", "|", 0);
  g_string_replace (expected, "\n|", "|", 0);
  spans = cpt_sentences_scan (text->str, text->len, c->language);
  got = join_sentences (text->str, spans);
  g_assert_cmpstr (got, ==, expected->str);
}

/* Spans ascend, are disjoint, trimmed, on character boundaries, and leave out nothing but blanks. */
static void
assert_tiles (const char *text, gsize length, const GArray *spans)
{
  gsize at = 0;

  for (guint i = 0; i <= spans->len; i++)
    {
      CptSpan span = i < spans->len ? g_array_index (spans, CptSpan, i) : CPT_SPAN (length, length);

      g_assert_cmpuint (span.begin_bytes, >=, at);
      g_assert_cmpuint (span.end_bytes, <=, length);
      g_assert_true (cpt_span_is_empty (cpt_span_trim (text, CPT_SPAN (at, span.begin_bytes))));
      if (i == spans->len)
        break;
      g_assert_false (cpt_span_is_empty (span));
      g_assert_true (cpt_span_equal (span, cpt_span_trim (text, span)));
      g_assert_true (g_utf8_validate_len (text + span.begin_bytes, cpt_span_get_length_bytes (span), NULL));
      at = span.end_bytes;
    }
}

static char *
make_random_text (gsize n_pieces)
{
  static const char *const pieces[] = {
    "a",
    "B",
    "word",
    "Word",
    "U.S.",
    "Mr.",
    "г.",
    "Он",
    "слово",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    ".",
    ".",
    ". ",
    "...",
    "…",
    " . . .",
    "?",
    "!",
    "?!",
    ":",
    ";",
    ",",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "]",
    "[1]",
    "1",
    "12",
    "1)",
    "a.",
    "•",
    "— ",
    "-",
    "。",
    "「",
    "」",
    "《",
    "।",
    "؟",
    "։",
    "e\xcc\x81",
    "\xe2\x80\x8b",
    "\xc2\xa0",
    "\xe2\x80\xa8",
    "\xe2\x80\xa9",
    "www.x.org/",
    "@",
    "*",
    "_",
    "😀",
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  static const char *const languages[] = { "en", "ru", "uk", "de", "fr", "cs", "el", "hy", "ar", "zh", NULL };

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *text = make_random_text ((gsize) g_test_rand_int_range (0, 60));
      g_autoptr (GArray) spans = cpt_sentences_scan (text, strlen (text), languages[i % G_N_ELEMENTS (languages)]);

      assert_tiles (text, strlen (text), spans);
    }
}

static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "\"", "[", ".", "!", "“", "«", "'", "(", ". ", "a. ", "A. ", "x", "e\xcc\x81", "a\n", ".\n", "「", "。",
    "1) A ", "1. ", " . ", "* ",
    "?\" ", "\xe2\x80\x8d.", "aaaa.Bbbb", "\xe2\x80\xa8", "• ", "@.", ":", ";", "\n",
  };
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) spans = NULL;

      while (text->len < 1000 * 1000)
        g_string_append (text, pieces[i]);
      spans = cpt_sentences_scan (text->str, text->len, "en");
      assert_tiles (text->str, text->len, spans);
    }
  /* Milliseconds each when linear, minutes when not; the bound leaves room for sanitizers and busy machines. */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 60 * G_USEC_PER_SEC);
}

/* The cut of a paragraph does not depend on what stands in other paragraphs. */
static void
test_paragraphs_are_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GArray) once = NULL;
      g_autoptr (GArray) twice = NULL;
      gsize length;

      read_case (&cases[i], text, expected);
      if (strchr (text->str, '\n') != NULL)
        continue; /* one line break is read in the light of all lines */
      length = text->len;
      once = cpt_sentences_scan (text->str, length, cases[i].language);
      g_string_append (text, "\n\n");
      g_string_append_len (text, text->str, (gssize) length);
      twice = cpt_sentences_scan (text->str, text->len, cases[i].language);
      g_assert_cmpuint (twice->len, ==, 2 * once->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/sentences/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/text/sentences/random", test_random);
  g_test_add_func ("/text/sentences/hostile", test_hostile);
  g_test_add_func ("/text/sentences/paragraphs-are-apart", test_paragraphs_are_apart);
  return g_test_run ();
}
