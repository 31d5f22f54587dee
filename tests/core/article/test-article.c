// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-article.h"

#include <string.h>

static void
test_offsets (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_chars = 0;
  g_autoptr (CptArticle) article = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, i % 3 == 0 ? "a" : i % 3 == 1 ? "é" : "😀");
  article = cpt_article_new (text->str, (gssize) text->len, NULL);
  g_assert_cmpuint (cpt_article_get_length_chars (article), ==, 3000);
  for (const char *cursor = text->str;; cursor = g_utf8_next_char (cursor), n_chars++)
    {
      gsize offset = (gsize) (cursor - text->str);

      g_assert_cmpuint (cpt_article_char_offset (article, offset), ==, n_chars);
      g_assert_cmpuint (cpt_article_byte_offset (article, n_chars), ==, offset);
      if (*cursor == '\0')
        break;
    }
  g_assert_cmpuint (n_chars, ==, 3000);
}

static void
test_metadata (void)
{
  CptArticleMetadata metadata = { .title = "A title", .published = "2025-12-20T08:00" };
  g_autoptr (CptArticle) article = cpt_article_new ("Text.", -1, &metadata);
  g_autoptr (CptArticle) bare = cpt_article_with_metadata (article, NULL);

  g_assert_cmpint (cpt_article_get_published_day (article), ==, cpt_day_from_ymd (2025, 12, 20));
  g_assert_cmpstr (cpt_article_get_display_name (article), ==, "A title");
  g_assert_cmpint (cpt_article_get_published_day (bare), ==, CPT_DAY_NONE);
  g_assert_true (cpt_article_get_text (bare) == cpt_article_get_text (article));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/offsets", test_offsets);
  g_test_add_func ("/article/metadata", test_metadata);
  return g_test_run ();
}
