// SPDX-License-Identifier: GPL-3.0-or-later
// Saved web pages: what they say about the article, its text without the page around it, and hostile ones. Room:
// tests/core/importers.
#include "cpt-importer.h"

#include <string.h>

#define P1 "The two delegations met for six hours in the old harbour building, and both called the meeting useful."
#define P2 "Nobody expected a signature on the first day, said a diplomat who took part, but the tone had changed."
#define P3 "A second round is planned for next week, when the question of prisoners will be on the table again."
#define BODY "<p>" P1 "</p><p>" P2 "</p><p>" P3 "</p>"
#define TEXT P1 "\n\n" P2 "\n\n" P3
#define PAGE(inner) "<!DOCTYPE html><html><head><title>T</title></head><body>" inner "</body></html>"

static const struct
{
  const char *test;
  const char *html;
  const char *text;
} texts[] = {
  { "bare", PAGE (BODY), TEXT },
  { "headline", PAGE ("<h1>Talks begin in the harbour</h1>" BODY), TEXT },
  { "navigation",
    PAGE ("<nav><ul><li><a href=a>World</a><li><a href=b>Sport, and more of it every day</a></ul></nav>"
          "<div class=story>" BODY "</div><footer><p>All rights reserved, here and everywhere else.</p></footer>"),
    TEXT },
  { "links",
    PAGE ("<div>" BODY
          "</div><div><p><a href=a>Another long story, about a very different thing, from last year</a></p>"
          "<p><a href=b>Yet another long story, which nobody wants to read a second time today</a></p></div>"),
    TEXT },
  { "comments",
    PAGE ("<article>" BODY "</article><section id=comments><p>I do not believe a word of it, they met before "
          "and nothing came of it.</p><p>You never believe a word, whoever says it, and that is sad.</p></section>"),
    TEXT },
  { "caption",
    PAGE ("<div class=article-body><p>" P1 "</p><figure><img src=x><figcaption>The harbour, seen from the "
          "north side, on Monday.</figcaption></figure><p>" P2 "</p><p>" P3 "</p></div>"),
    TEXT },
  { "share",
    PAGE ("<div itemprop=articleBody><p>" P1 "</p><div class='social-share'>Share this story with your friends, "
          "today!</div><p>" P2 "</p><p>" P3 "</p><p>Advertisement</p></div>"),
    TEXT },
  { "pieces",
    PAGE ("<article><div class='post-body'><p>" P1 "</p></div><div class=ad>Buy this, it is cheap and good.</div>"
          "<div class='post-body'><p>" P2 "</p><p>" P3 "</p></div></article>"),
    TEXT },
  { "standfirst",
    PAGE ("<div><h1>Talks begin in the harbour</h1><p>" P1 "</p><div class=entry-content><p>" P2 "</p><p>" P3
          "</p></div></div>"),
    TEXT },
  { "breaks", PAGE ("<div>" P1 "<br><br>" P2 "<br>\n<br />" P3 "</div>"), TEXT },
  { "hidden",
    PAGE ("<div class=content><p>" P1 "</p><p style='color:red; display: none'>" P2 "</p><p>" P3 "</p></div>"),
    P1 "\n\n" P3 },
  { "all-hidden", PAGE ("<div style='display:none'>" BODY "</div>"), TEXT },
  { "script",
    PAGE ("<div><script>var a = '<p>no</p>';</script>" BODY "<style>p { color: red, or blue. }</style></div>"), TEXT },
  { "blanks",
    PAGE ("<p>One&nbsp;word,\n   <b>two</b> wor\xc2\xad"
          "ds &mdash; and &ldquo;three&rdquo; &#x2013; and so on until the end.</p>"),
    "One word, two words — and “three” – and so on until the end." },
  { "inner-heading", PAGE ("<div class=story-body><p>" P1 "</p><h2>What comes next</h2><p>" P3 "</p></div>"),
    P1 "\n\nWhat comes next\n\n" P3 },
  { "quotation", PAGE ("<div class=story-body><p>" P1 "</p><blockquote>" P2 "</blockquote><p>" P3 "</p></div>"), TEXT },
  { "table",
    PAGE ("<div class=story-body><p>" P1 "</p><table><tr><th>Side<th>Seats<tr><td>North<td>12</table><p>" P3
          "</p></div>"),
    P1 "\n\nSide\tSeats\n\nNorth\t12\n\n" P3 },
  { "repeated", PAGE ("<div class=story-body><p>" P1 "</p><p>" P2 "</p><p>" P2 "</p><p>" P3 "</p></div>"), TEXT },
  { "built-by-script",
    PAGE ("<div id=app>Loading.</div><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
          "\"articleBody\":\"" P1 "\\n" P2 "\\n\\n" P3 "\"}</script>"),
    TEXT },
  { "no-tags-closed", "<html><body><div><p>" P1 "<p>" P2 "<p>" P3, TEXT },
};

/* Each row: the head of a page, and what is found. */
static const struct
{
  const char *test;
  const char *head;
  const char *title, *author, *publisher, *published, *language, *url;
} metas[] = {
  { "json-ld",
    "<script "
    "type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"A &amp; "
    "B\","
    "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},\"Bo Li\"],\"publisher\":{\"name\":\"The Post\"},"
    "\"datePublished\":\"2025-12-20T08:00:00+01:00\",\"inLanguage\":\"en-GB\",\"url\":\"https://example.org/a\"}</"
    "script>",
    "A & B", "Ann Lee, Bo Li", "The Post", "2025-12-20T08:00:00+01:00", "en-GB", "https://example.org/a" },
  { "json-ld-graph",
    "<script "
    "type='application/"
    "ld+json'>[{\"@type\":\"WebSite\",\"name\":\"No\"},{\"@graph\":[{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],"
    "\"headline\":\"Line\nbreak\",\"datePublished\":\"2025-12-20\",\"mainEntityOfPage\":{\"@id\":\"https://example.org/"
    "b\"}}]}]</script>",
    "Line break", NULL, NULL, "2025-12-20", NULL, "https://example.org/b" },
  { "json-ld-broken",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",,}</script><title>Told anyway</title>",
    "Told anyway", NULL, NULL, NULL, NULL, NULL },
  { "json-ld-deep",
    "<script type='application/ld+json'>[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[</script>"
    "<title>Deep</title>",
    "Deep", NULL, NULL, NULL, NULL, NULL },
  { "open-graph",
    "<meta property=og:title content='Title | The Post'><meta property=og:site_name content='The Post'>"
    "<meta property='article:published_time' content='2025-12-20T08:00:00Z'><meta name=author content='Ann Lee'>"
    "<meta property=og:locale content=en_US><link rel=canonical href='https://example.org/c'>",
    "Title", "Ann Lee", "The Post", "2025-12-20T08:00:00Z", "en-US", "https://example.org/c" },
  { "microdata",
    "</head><body><h1 itemprop=headline>From the page</h1><span itemprop=author><span itemprop=name>Ann "
    "Lee</span></span>"
    "<time itemprop=datePublished datetime='2025-12-20 08:30'>yesterday</time>",
    "From the page", "Ann Lee", NULL, "2025-12-20T08:30", NULL, NULL },
  { "visible", "</head><body><h1>Seen</h1><time datetime=2025-12-20>20 December</time>", "Seen", NULL, NULL,
    "2025-12-20", NULL, NULL },
  { "english-date",
    "<meta name=author content='By: Ann Lee'><meta name=date content='November 19, 2019, 07:47 PM "
    "EST'><title>X</title>",
    "X", "Ann Lee", NULL, "2019-11-19", NULL, NULL },
  { "mail-date", "<meta name=date content='Wed, 20 Nov 2019 08:00:58 GMT'><title>X</title>", "X", NULL, NULL,
    "2019-11-20", NULL, NULL },
  { "country-date", "<meta name=date content='3/4/2019'><title>X</title>", "X", NULL, NULL, NULL, NULL, NULL },
  { "bad-date", "<meta property='article:published_time' content='2025-13-45'><title>X</title>", "X", NULL, NULL, NULL,
    NULL, NULL },
};

static CptArticle *
import (const char *html, gsize length_bytes, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length_bytes);
  g_autoptr (GError) error = NULL;
  CptArticle *article = cpt_import_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);
  return article;
}

static void
test_text (gconstpointer row)
{
  gsize i = GPOINTER_TO_SIZE (row);
  g_autoptr (CptArticle) article = import (texts[i].html, strlen (texts[i].html), "page.html");

  g_assert_cmpstr (cpt_article_get_text (article), ==, texts[i].text);
}

static void
test_meta (gconstpointer row)
{
  gsize i = GPOINTER_TO_SIZE (row);
  g_autofree char *html = g_strconcat ("<html><head>", metas[i].head, BODY, NULL);
  g_autoptr (CptArticle) article = import (html, strlen (html), "page");
  const CptArticleMetadata *found = cpt_article_get_metadata (article);

  g_assert_cmpstr (found->title, ==, metas[i].title);
  g_assert_cmpstr (found->author, ==, metas[i].author);
  g_assert_cmpstr (found->publisher, ==, metas[i].publisher);
  g_assert_cmpstr (found->published, ==, metas[i].published);
  g_assert_cmpstr (found->language, ==, metas[i].language);
  g_assert_cmpstr (found->url, ==, metas[i].url);
  g_assert_cmpstr (cpt_article_get_text (article), ==, TEXT);
}

/* The declared encoding decides where the bytes are no UTF-8. */
static void
test_declared_encoding (void)
{
  static const char html[] =
      "<html><head><meta charset=\"windows-1251\"></head><body><p>\xcc\xee\xf1\xea\xe2\xe0, "
      "\xea\xe0\xea \xf1\xee\xee\xe1\xf9\xe0\xeb\xee\xf1\xfc, \xec\xee\xeb\xf7\xe8\xf2.</p></body></html>";
  g_autoptr (CptArticle) article = import (html, sizeof html - 1, "page.html");

  g_assert_cmpstr (cpt_article_get_text (article), ==, "Москва, как сообщалось, молчит.");
}

/* The bytes decide against the suffix where they are clear. */
static void
test_sniffing (void)
{
  static const char html[] = "\n<!-- saved from a site -->\n<!DOCTYPE html><p>" P1;
  static const char plain[] = "No tags here, < or >, only words that stand for themselves.";
  g_autoptr (CptArticle) page = import (html, sizeof html - 1, "page.txt");
  g_autoptr (CptArticle) text = import (plain, sizeof plain - 1, "text.txt");

  g_assert_cmpstr (cpt_article_get_text (page), ==, P1);
  g_assert_cmpstr (cpt_article_get_text (text), ==, plain);
}

/* A megabyte or so of one thing again and again, with a paragraph before it that must be found. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "<div>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "<a href=x>",
    "<b><i>",
    "<",
    "<!--",
    "&",
    "&amp;",
    "&#",
    "<ul><li>",
    "</div></x>",
    "<a b ",
    "<x y=\"z\" ",
    "\xcc\x81",
    "<script>",
    "<font></b>",
    "<div class='a b c d'>x</div>",
  };
  gint64 begun = g_get_monotonic_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) html = g_string_new ("<html><body>" BODY);
      g_autoptr (CptArticle) article = NULL;

      while (html->len < 400000)
        g_string_append (html, pieces[i]);
      article = import (html->str, html->len, "page.html");
      g_assert_nonnull (strstr (cpt_article_get_text (article), P1));
    }
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
}

/* Whatever the bytes of a page, no crash and no invalid text. */
static void
test_damaged (void)
{
  GRand *random = g_rand_new_with_seed (20251220);

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *html = g_strdup (metas[round % G_N_ELEMENTS (metas)].head);
      g_autofree char *page = g_strconcat ("<html><head>", html, BODY, NULL);
      gsize length = strlen (page);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CptArticle) article = NULL;

      for (guint k = 0; k < 8; k++)
        page[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 1, 256);
      bytes = g_bytes_new (page, length);
      article = cpt_import_bytes (bytes, "page.html", NULL, NULL);
      if (article != NULL)
        g_assert_true (g_utf8_validate (cpt_article_get_text (article), -1, NULL));
    }
  g_rand_free (random);
}

static void
add_rows (const char *folder, gsize n_rows, gsize stride, const char *const *first, GTestDataFunc run)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      const char *name = *(const char *const *) (gconstpointer) ((const char *) first + i * stride);
      g_autofree char *path = g_strconcat (folder, name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), run);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_rows ("/html/text/", G_N_ELEMENTS (texts), sizeof *texts, &texts[0].test, test_text);
  add_rows ("/html/metadata/", G_N_ELEMENTS (metas), sizeof *metas, &metas[0].test, test_meta);
  g_test_add_func ("/html/declared-encoding", test_declared_encoding);
  g_test_add_func ("/html/sniffing", test_sniffing);
  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/damaged", test_damaged);
  return g_test_run ();
}
