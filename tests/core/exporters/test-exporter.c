// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the program is the text, to the character; pages are well formed whatever the text holds; files are
// written whole or not at all. Room: tests/core/exporters.
#include "cpt-command.h"
#include "cpt-exporter.h"
#include "cpt-json.h"
#include "cpt-store.h"
#include "states.h"

#include <glib/gstdio.h>
#include <string.h>

/* A comparison in which every text that a file can bring tries to be markup. */
static const char hostile[] =
    "{\"format\": \"counterpoint\", \"version\": 1, \"title\": \"</title><script>alert(1)</script>\", "
    "\"next_article\": 2, \"next_statement\": 3, \"next_event\": 2, \"topics\": [], \"articles\": ["
    "{\"id\": 1, \"title\": \"<img src=x onerror=alert(1)>\", \"author\": \"A \\\"B\\\" & 'C'\", \"publisher\": "
    "\"</li>\", "
    "\"published\": \"2025-12-20\", \"language\": \"en\\\" onload=\\\"x\", \"url\": \"javascript:alert(1)\", "
    "\"file\": \"x\", \"engine\": 1, \"analysed_language\": \"en\", \"text\": \"<b>Tom & 'Jerry'</b> said &amp; 10 < "
    "12.\\n"
    "Second “line” on 19 December.\", \"statements\": ["
    "{\"id\": 1, \"start\": 0, \"end\": 40, \"sentence\": 0, \"sides\": [\"a\"], \"topic\": \"t\", \"source\": "
    "\"<i>x</i>\", "
    "\"quotation\": \"direct\", \"cue\": \"said<\", \"confidence\": 0.9, \"note\": \"--><x>\"},"
    "{\"id\": 2, \"start\": 41, \"end\": 70, \"sentence\": 1, \"sides\": [], \"topic\": \"t\", \"confidence\": 0.9}],"
    "\"events\": [{\"id\": 1, \"start\": 58, \"end\": 69, \"type\": \"DATE\", \"value\": \"2025-12-19\", "
    "\"earliest\": \"2025-12-19\", \"latest\": \"2025-12-19\", \"precision\": \"day\", \"label\": \"</svg><script>\", "
    "\"confidence\": 0.9}]}], \"profile\": {\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"p\", "
    "\"name\": \"<P>\", \"sides\": [{\"id\": \"a\", \"name\": \"<A>\", \"colour\": \"#1a5fb4\"}, "
    "{\"id\": \"b\", \"name\": \"B&B\", \"colour\": \"#c01c28\"}], \"actors\": [], \"topics\": [{\"id\": \"t\", "
    "\"name\": \"\\\"T\\\"\", \"words\": []}], \"events\": []}}";

static CptState *
parse_hostile (void)
{
  g_autoptr (GError) error = NULL;
  CptState *state = cpt_store_parse (hostile, -1, "hostile.counterpoint", &error);

  g_assert_no_error (error);
  return state;
}

static char *
export_text (const char *id, CptState *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cpt_exporter_run (cpt_exporters_find (id), state, NULL, &error);
  gsize length_bytes;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length_bytes);
  g_assert_true (g_utf8_validate_len (data, length_bytes, NULL));
  return g_strndup (data, length_bytes);
}

static char *
dup_words (const CptState *state, const CptStatement *statement)
{
  return cpt_article_dup_words (cpt_state_find_article (state, statement->article_id)->article, statement->span);
}

/* Names of open elements; every end tag must end the innermost. Attribute values are quoted, so ">" ends a tag. */
static void
assert_well_formed (const char *html)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = strchr (html, '<'); at != NULL; at = strchr (at + 1, '<'))
    {
      const char *end = strchr (at, '>');
      gboolean closes = at[1] == '/';
      g_autofree char *name = g_strndup (at + 1 + closes, strcspn (at + 1 + closes, " >/"));

      g_assert_nonnull (end);
      if (at[1] == '!' || end[-1] == '/' || strstr ("meta br", name) != NULL)
        continue;
      if (!closes)
        g_ptr_array_add (open, g_steal_pointer (&name));
      else
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (name, ==, open->pdata[open->len - 1]);
          g_ptr_array_remove_index (open, open->len - 1);
        }
    }
  g_assert_cmpuint (open->len, ==, 0);
}

/* GLib writes "&apos;", which HTML 4 does not know. */
static char *
escape (const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_auto (GStrv) pieces = g_strsplit (escaped, "&apos;", -1);

  return g_strjoinv ("&#39;", pieces);
}

static void
assert_html_has_all (const char *html, const CptState *state)
{
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      const CptArticleState *article = cpt_state_get_article (state, i);

      for (guint k = 0; k < article->statements->len; k++)
        {
          const CptStatement *statement = article->statements->pdata[k];
          g_autofree char *words = dup_words (state, statement);
          g_autofree char *escaped = escape (words);
          g_autofree char *id = g_strdup_printf (" id=\"statement-%u\"", statement->id);

          g_autofree char *paragraph = g_strdup_printf ("dir=\"auto\">%s</p>", escaped);
          const char *card = strstr (html, id);

          g_assert_nonnull (card);
          g_assert_nonnull (strstr (card, paragraph));
        }
    }
}

static void
assert_json_is_exact (JsonObject *article)
{
  const char *text = json_object_get_string_member (article, "text");
  JsonArray *statements = json_object_get_array_member (article, "statements");

  for (guint i = 0; i < json_array_get_length (statements); i++)
    {
      JsonObject *statement = json_array_get_object_element (statements, i);
      gint64 start = json_object_get_int_member (statement, "start"),
             end = json_object_get_int_member (statement, "end");
      g_autofree char *words = g_utf8_substring (text, start, end);

      g_assert_cmpstr (words, ==, json_object_get_string_member (statement, "text"));
      g_assert_cmpstr (json_object_get_string_member (statement, "sides_origin"), ==, "auto");
    }
}

/* Letters of one to four bytes, splits, answers, events: all there, and exact, in both forms. */
static void
test_any_comparison (void)
{
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CptState) state = states_new_random (rand, 1 + seed % 3, 1 + seed * 3);
      g_autofree char *json = export_text ("json", state), *html = export_text ("html", state);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root = cpt_json_parse (json, -1, &error);
      JsonArray *articles;

      g_assert_no_error (error);
      articles = json_object_get_array_member (json_node_get_object (root), "articles");
      g_assert_cmpuint (json_array_get_length (articles), ==, cpt_state_get_n_articles (state));
      for (guint i = 0; i < json_array_get_length (articles); i++)
        assert_json_is_exact (json_array_get_object_element (articles, i));
      assert_well_formed (html);
      assert_html_has_all (html, state);
    }
}

static void
test_hostile_html (void)
{
  g_autoptr (CptState) state = parse_hostile ();
  g_autofree char *html = export_text ("html", state);
  g_autofree char *lower = g_ascii_strdown (html, -1);

  assert_well_formed (html);
  assert_html_has_all (html, state);
  g_assert_null (strstr (lower, "<script"));
  g_assert_null (strstr (lower, "<img"));
  g_assert_null (strstr (lower, "javascript:"));
  g_assert_null (strstr (lower, "\" onload"));
  g_assert_null (strstr (lower, "http")); /* nothing is loaded from anywhere, and this page has no link */
}

/* What a person decided says so, for each thing by itself. */
static void
test_origins (void)
{
  g_autoptr (CptState) state = parse_hostile ();
  guint32 id = 2;
  g_autoptr (CptCommand) command = cpt_command_move (state, &id, 1, CPT_SIDE_BIT (1), NULL);
  g_autofree char *json = export_text ("json", cpt_command_get_after (command));
  g_autofree char *html = export_text ("html", cpt_command_get_after (command));
  g_autoptr (JsonNode) root = cpt_json_parse (json, -1, NULL);
  JsonArray *articles = json_object_get_array_member (json_node_get_object (root), "articles");
  JsonObject *article = json_array_get_object_element (articles, 0);
  JsonObject *moved = json_array_get_object_element (json_object_get_array_member (article, "statements"), 1);
  JsonObject *event = json_array_get_object_element (json_object_get_array_member (article, "events"), 0);

  g_assert_cmpstr (json_object_get_string_member (moved, "sides_origin"), ==, "person");
  g_assert_cmpstr (json_object_get_string_member (moved, "topic_origin"), ==, "auto");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (moved, "sides"), 0), ==, "b");
  g_assert_cmpstr (json_object_get_string_member (event, "edtf"), ==, "2025-12-19");
  g_assert_cmpint (json_object_get_int_member (event, "statement"), ==, 2);
  g_assert_nonnull (strstr (html, "decided by hand"));
}

/* Two statements that tell of one happening: the second event names the first, and the first nobody. */
static void
test_same_as (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) json = g_string_new (hostile);
  g_autoptr (CptState) state = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *out = NULL;
  JsonArray *events;

  g_string_replace (json, "</svg><script>", "Guns shelled the harbour", 0);
  g_string_replace (json, "\"confidence\": 0.9}]}], \"profile\"",
                    "\"confidence\": 0.9}, {\"id\": 2, \"start\": 60, \"end\": 69, \"type\": \"DATE\", \"value\": "
                    "\"2025-12-19\", \"earliest\": \"2025-12-19\", \"latest\": \"2025-12-19\", \"precision\": \"day\", "
                    "\"label\": \"The harbour was shelled by nobody\", \"confidence\": 0.9}]}], \"profile\"",
                    0);
  g_string_replace (json, "\"next_event\": 2", "\"next_event\": 3", 0);
  state = cpt_store_parse (json->str, -1, "same.counterpoint", &error);
  g_assert_no_error (error);
  out = export_text ("json", state);
  root = cpt_json_parse (out, -1, NULL);
  events = json_object_get_array_member (
      json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "articles"), 0), "events");
  g_assert_cmpuint (json_array_get_length (events), ==, 2);
  g_assert_false (json_object_has_member (json_array_get_object_element (events, 0), "same_as"));
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (events, 1), "same_as"), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_empty ();
  g_autoptr (CptState) state = cpt_state_new (profile);
  g_autofree char *json = export_text ("json", state), *html = export_text ("html", state);
  g_autoptr (JsonNode) root = cpt_json_parse (json, -1, NULL);

  g_assert_nonnull (root);
  assert_well_formed (html);
}

static void
assert_contents (const char *path, const char *prefix)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, prefix));
}

/* A link stays a link, nothing temporary stays behind, and a cancelled export leaves what was there. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cpt-export-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (folder, "out.json", NULL),
                  *link = g_build_filename (folder, "link", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "out.json", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link), nowhere_file = g_file_new_for_path (nowhere);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (CptState) state = parse_hostile ();
  g_autoptr (GError) error = NULL;
  const CptExporter *exporter = cpt_exporters_find ("json");

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_true (g_file_make_symbolic_link (link_file, "out.json", NULL, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (cpt_export_to_file (exporter, state, NULL, link_file, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_contents (target, "old");
  g_assert_true (cpt_export_to_file (exporter, state, NULL, link_file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_contents (target, "{\"format\":\"counterpoint-export\"");
  g_assert_false (cpt_export_to_file (exporter, state, NULL, nowhere_file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "out.json"));
  g_unlink (link);
  g_unlink (target);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_registry (void)
{
  guint n = 0;

  for (const CptExporter *exporter = cpt_exporters_get (); exporter->id != NULL; exporter++, n++)
    g_assert_true (cpt_exporters_find (exporter->id) == exporter);
  g_assert_cmpuint (n, ==, 6);
  g_assert_null (cpt_exporters_find ("docx"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporters/registry", test_registry);
  g_test_add_func ("/exporters/any-comparison", test_any_comparison);
  g_test_add_func ("/exporters/hostile-html", test_hostile_html);
  g_test_add_func ("/exporters/origins", test_origins);
  g_test_add_func ("/exporters/same-as", test_same_as);
  g_test_add_func ("/exporters/empty", test_empty);
  g_test_add_func ("/exporters/file", test_file);
  return g_test_run ();
}
