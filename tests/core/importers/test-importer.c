// SPDX-License-Identifier: GPL-3.0-or-later
// Reading files: encodings, line ends, errors, plain text. Room: tests/core/importers.
#include "cpt-importer.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *test;
  const char *name;
  const char *bytes;
  gssize length_bytes; /* -1: up to the zero byte */
  const char *text;    /* NULL: an error is expected */
  int error;
} Case;

#define WIDE "A\0 \0w\0o\0r\0d\0 \0o\0f\0 \0p\0e\0a\0c\0e\0.\0\r\0\n\0\x16\x04"
#define WIDE_BIG "\0A\0 \0w\0o\0r\0d\0 \0o\0f\0 \0p\0e\0a\0c\0e\0.\0\r\0\n\x04\x16"
#define CYRILLIC_1251                                                                                                  \
  "\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee "                                       \
  "\xef\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb "                                                                          \
  "\xed\xe0\xf7\xed\xf3\xf2\xf1\xff \xe7\xe0\xe2\xf2\xf0\xe0."

static const Case cases[] = {
  { "utf-8", "a.txt", "Grüße – “so”.", -1, "Grüße – “so”.", 0 },
  { "utf-8-mark", "a.txt", "\xef\xbb\xbfOne.", -1, "One.", 0 },
  { "crlf", "a.txt", "One.\r\nTwo.\rThree.\n\r\nFour.", -1, "One.\nTwo.\nThree.\n\nFour.", 0 },
  { "utf-16le-mark", "a.txt", "\xff\xfe" WIDE, sizeof WIDE + 1, "A word of peace.\nЖ", 0 },
  { "utf-16be-mark", "a.txt", "\xfe\xff" WIDE_BIG, sizeof WIDE_BIG + 1, "A word of peace.\nЖ", 0 },
  { "utf-16le", "a.txt", WIDE, sizeof WIDE - 1, "A word of peace.\nЖ", 0 },
  { "utf-16be", "a.txt", WIDE_BIG, sizeof WIDE_BIG - 1, "A word of peace.\nЖ", 0 },
  { "windows-1251", "a.txt", CYRILLIC_1251, -1, "Президент сказал, что переговоры начнутся завтра.", 0 },
  { "windows-1252", "a.txt", "The minister said the caf\xe9 was closed, and that \x93nobody\x94 had been there.", -1,
    "The minister said the café was closed, and that “nobody” had been there.", 0 },
  { "one-foreign-letter", "a.txt", "Na\xefve hopes for the talks were gone by noon.", -1,
    "Naïve hopes for the talks were gone by noon.", 0 },
  { "cut-character", "a.txt", "Переговоры начнутся \xd0\xb7\xd0", -1, "Переговоры начнутся з\xef\xbf\xbd", 0 },
  { "blanks-kept", "a.txt", "  One.\n\n\n  Two.  \n", -1, "  One.\n\n\n  Two.  \n", 0 },
  { "no-suffix", "article", "Some words.", -1, "Some words.", 0 },
  { "headers", "a.txt", "Published: 2025-12-20\nTitle: X\n\nThe text.", -1, "The text.", 0 },
  { "not-headers", "a.txt", "Published: 2025-12-20\nMoscow: no comment\n\nThe text.", -1,
    "Published: 2025-12-20\nMoscow: no comment\n\nThe text.", 0 },
  { "empty", "a.txt", "", 0, NULL, CPT_IMPORT_ERROR_EMPTY },
  { "blank", "a.txt", " \r\n\t\n", -1, NULL, CPT_IMPORT_ERROR_EMPTY },
  { "only-mark", "a.txt", "\xef\xbb\xbf", -1, NULL, CPT_IMPORT_ERROR_EMPTY },
  { "no-text-in-page", "a.html", "<html><head><title>T</title></head><body></body></html>", -1, NULL,
    CPT_IMPORT_ERROR_EMPTY },
  { "zero-bytes", "a.txt", "a\0b\0\0\0c\0\0d\1\2\3\0\0", 15, NULL, CPT_IMPORT_ERROR_UNSUPPORTED },
  { "controls", "a.txt", "\1\2\3\4\5\6\7\x80\x81\x82\x83", -1, NULL, CPT_IMPORT_ERROR_UNSUPPORTED },
  { "pdf", "a.txt", "%PDF-1.7 and so on", -1, NULL, CPT_IMPORT_ERROR_UNSUPPORTED },
  { "docx", "a.docx", "PK\3\4\24\0", 6, NULL, CPT_IMPORT_ERROR_UNSUPPORTED },
};

static CptArticle *
import (const char *bytes, gssize length_bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length_bytes < 0 ? strlen (bytes) : (gsize) length_bytes);

  return cpt_import_bytes (content, name, NULL, error);
}

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CptArticle) article = import (expected->bytes, expected->length_bytes, expected->name, &error);

  if (expected->text != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (cpt_article_get_text (article), ==, expected->text);
      g_assert_cmpstr (cpt_article_get_metadata (article)->file, ==, expected->name);
      return;
    }
  g_assert_null (article);
  g_assert_error (error, CPT_IMPORT_ERROR, expected->error);
  g_assert_nonnull (strstr (error->message, expected->name));
}

static void
test_headline (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } rows[] = {
    { "Talks end without result\n\nThe ministers left.", "Talks end without result" },
    { "Can talks succeed?\nThe ministers left.", "Can talks succeed?" },
    { "The ministers left without a result.\nNobody spoke.", NULL },
    { "Only one line", NULL },
    { "* * *\nThe ministers left.", NULL },
    { "Title: Named\nURL: https://example.org/a\n\nA line\nText.", "Named" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CptArticle) article = import (rows[i].text, -1, "a.txt", NULL);

      g_assert_cmpstr (cpt_article_get_metadata (article)->title, ==, rows[i].title);
    }
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cpt-import-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder), missing_file = g_file_new_for_path (missing);
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cpt_import_file (folder_file, NULL, &error));
  g_assert_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "folder"));
  g_clear_error (&error);
  g_assert_null (cpt_import_file (missing_file, NULL, &error));
  g_assert_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "missing.txt"));
  g_clear_error (&error);
  g_assert_null (cpt_import_file (endless, NULL, &error));
  g_assert_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (cpt_import_file (endless, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_rmdir (folder);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptArticle) article = cpt_import_file_finish (result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cpt_article_get_text (article), ==, "Read by a thread.");
  g_main_loop_quit (data);
}

static void
test_async (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("cpt-import-XXXXXX.txt", &stream, NULL);

  g_assert_true (g_file_replace_contents (file, "Read by a thread.", 17, NULL, FALSE, 0, NULL, NULL, NULL));
  cpt_import_file_async (file, NULL, finished_cb, loop);
  g_main_loop_run (loop);
  g_file_delete (file, NULL, NULL);
}

static void
test_patterns (void)
{
  const char *const *patterns = cpt_import_get_patterns ();

  g_assert_true (g_strv_contains (patterns, "*.txt"));
  g_assert_true (g_strv_contains (patterns, "*.md"));
  g_assert_true (g_strv_contains (patterns, "*.html"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importers/bytes/", cases[i].test, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/importers/headline", test_headline);
  g_test_add_func ("/importers/files", test_files);
  g_test_add_func ("/importers/async", test_async);
  g_test_add_func ("/importers/patterns", test_patterns);
  return g_test_run ();
}
