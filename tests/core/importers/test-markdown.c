// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown to plain text. Room: tests/core/importers.
#include "cpt-importer.h"

#include <string.h>

static const struct
{
  const char *test;
  const char *source;
  const char *text;
} cases[] = {
  { "paragraphs", "One line\nand its end.\n\nTwo.", "One line and its end.\n\nTwo." },
  { "hard-break", "One  \ntwo\\\nthree", "One\ntwo\nthree" },
  { "headings", "# Big #\nText.\n\nUnder\n-----\nMore.\n### C# and F#\n",
    "Big\n\nText.\n\nUnder\n\nMore.\n\nC# and F" },
  { "emphasis", "A *b* **c** ***d*** _e_ __f__ snake_case_name 2 * 3 * 4 ~~g~~",
    "A b c d e f snake_case_name 2 * 3 * 4 g" },
  { "emphasis-alone", "A * b and **c and d* e", "A * b and *c and d e" },
  { "code", "Use `a *b* \\` and ``x ` y``.", "Use a *b* \\ and x ` y." },
  { "escapes", "\\*not\\* \\[a\\] &amp; &lt;b&gt; &#8212; &hellip; &nothing;", "*not* [a] & <b> — … &nothing;" },
  { "links", "See [the *text*](https://example.org/a_(b) \"T\"), [ref][1], <https://example.org>[^2] [kept].",
    "See the text, ref, https://example.org [kept]." },
  { "pictures", "![a picture](x.png)\n\nText ![in](y.png) line.", "Text  line." },
  { "linked-picture", "[![a](x.png)](https://example.org) end", " end" },
  { "lists", "- One\n  more\n- Two\n\n1. Three\n2) Four\n- [x] Five", "One more\n\nTwo\n\nThree\n\nFour\n\nFive" },
  { "quotations", "> He said\n> this.\n>\n> > Twice.", "He said this.\n\nTwice." },
  { "fence", "Text\n```c\nint  *a;\n\n# no heading\n```\nEnd", "Text\n\nint  *a;\n\n# no heading\n\nEnd" },
  { "html", "A <b>bold</b> line<br>next <!-- gone --> 1 < 2", "A bold line\nnext  1 < 2" },
  { "comment", "<!-- a\nb -->\nText.", "Text." },
  { "rule", "One\n\n***\n\nTwo", "One\n\nTwo" },
  { "definition", "[1]: https://example.org\n\nText", "Text" },
  { "table", "| a | b |\n|---|:--|\n| c | d |", "a\tb\nc\td" },
  { "open-front-matter", "---\ntitle: X\n\nText.", "title: X\n\nText." },
};

static CptArticle *
import (const char *source)
{
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autoptr (GError) error = NULL;
  CptArticle *article = cpt_import_bytes (bytes, "a.md", NULL, &error);

  g_assert_no_error (error);
  return article;
}

static void
test_case (gconstpointer row)
{
  gsize i = GPOINTER_TO_SIZE (row);
  g_autoptr (CptArticle) article = import (cases[i].source);

  g_assert_cmpstr (cpt_article_get_text (article), ==, cases[i].text);
}

static void
test_front_matter (void)
{
  g_autoptr (CptArticle) article = import ("---\ntitle: \"A: title\"\nauthor: A. Writer\ndate: 2025-12-20T08:30:00Z\n"
                                           "tags: [x]\nlang: en\n---\n# Heading\nText.");
  g_autoptr (CptArticle) toml = import ("+++\ntitle = 'T'\n+++\nText.");
  g_autoptr (CptArticle) bare = import ("# The *heading*\n\nText.");
  const CptArticleMetadata *metadata = cpt_article_get_metadata (article);

  g_assert_cmpstr (metadata->title, ==, "A: title");
  g_assert_cmpstr (metadata->author, ==, "A. Writer");
  g_assert_cmpstr (metadata->published, ==, "2025-12-20T08:30:00Z");
  g_assert_cmpstr (metadata->language, ==, "en");
  g_assert_cmpstr (cpt_article_get_text (article), ==, "Heading\n\nText.");
  g_assert_cmpstr (cpt_article_get_metadata (toml)->title, ==, "T");
  g_assert_cmpstr (cpt_article_get_metadata (bare)->title, ==, "The heading");
}

/* A hundred thousand marks of each kind, and of pairs of them: done in a moment. */
static void
test_hostile (void)
{
  static const char *const marks[] = { "[",  "![",  "*",      "*a ", "_a_",   "`", "`a", "<",  "<a", "> ",
                                       "- ", "[](", "[a](b)", "&",   "**a* ", "#", "|",  "\\", "~~a" };
  gint64 begun = g_get_monotonic_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) source = g_string_new ("x");
      g_autoptr (CptArticle) article = NULL;

      for (guint k = 0; k < 100000; k++)
        g_string_append (source, marks[i]);
      article = import (source->str);
      g_assert_cmpuint (cpt_article_get_length_bytes (article), >, 0);
    }
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/markdown/", cases[i].test, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/markdown/front-matter", test_front_matter);
  g_test_add_func ("/markdown/hostile", test_hostile);
  return g_test_run ();
}
