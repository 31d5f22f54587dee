// SPDX-License-Identifier: GPL-3.0-or-later
// What we write is what the published schemas say, to the last member; what they forbid, we refuse.
#include <glib/gstdio.h>

#include "cpt-draft.h"
#include "schema.h"
#include "states-analysed.h"

static JsonNode *
load_schema (const char *variable)
{
  g_assert_nonnull (g_getenv (variable));
  return schema_load (g_getenv (variable));
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

static void
assert_follows (JsonNode *schema, const char *json, gboolean closed)
{
  g_autoptr (JsonNode) node = parse (json);
  g_autofree char *problem = schema_check (schema, node, closed);

  g_assert_cmpstr (problem, ==, NULL);
}

static char *
dup_profile (const char *json)
{
  g_autoptr (JsonNode) node = parse (json);

  return json_to_string (json_object_get_member (json_node_get_object (node), "profile"), FALSE);
}

/* Comparisons on which all kinds of commands were done. */
static void
test_written (void)
{
  g_autoptr (JsonNode) schema = load_schema ("CPT_COMPARISON_SCHEMA");
  g_autoptr (JsonNode) profile_schema = load_schema ("CPT_PROFILE_SCHEMA");

  for (guint seed = 0; seed < 120; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CptState) state = seed % 2 == 0 ? states_new_random (rand, 2, 8) : states_new_analysed (rand);
      g_autofree char *json = NULL;
      g_autofree char *profile = NULL;

      for (guint i = 0; i < 60; i++)
        {
          g_autoptr (CptCommand) command = states_new_analysed_command (rand, state);

          if (command == NULL)
            continue;
          cpt_state_unref (state);
          state = cpt_state_ref (cpt_command_get_after (command));
        }
      json = cpt_store_to_json (state);
      profile = dup_profile (json);
      assert_follows (schema, json, TRUE);
      assert_follows (profile_schema, profile, TRUE);
    }
}

static void
test_draft (void)
{
  g_autoptr (JsonNode) schema = load_schema ("CPT_COMPARISON_SCHEMA");
  g_autofree char *folder = g_dir_make_tmp ("cpt-schema-XXXXXX", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (CptState) state = states_new_random (rand, 1, 4);
  g_autoptr (GFile) file = g_file_new_for_path ("/somewhere/week 51.counterpoint");
  CptDraftOrigin origin = { file, (char *) "1:2/3", state };
  g_autoptr (CptDraft) draft = cpt_draft_new (folder, NULL);
  g_autofree char *json = NULL;

  g_assert_true (cpt_draft_write (draft, state, 1, &origin, NULL));
  g_assert_true (g_file_get_contents (cpt_draft_get_path (draft), &json, NULL, NULL));
  assert_follows (schema, json, TRUE);
  cpt_draft_remove (draft, 2, NULL);
  g_clear_pointer (&draft, cpt_draft_unref);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

/* Files of each version of the format stay what the schema says; members of the future are allowed in them. */
static void
test_fixtures (void)
{
  g_autoptr (JsonNode) schema = load_schema ("CPT_COMPARISON_SCHEMA");
  g_autofree char *path = g_build_filename (g_getenv ("CPT_FIXTURES"), "comparison", "version-1.counterpoint", NULL);
  g_autofree char *json = NULL;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  assert_follows (schema, json, FALSE);
}

/* The schema bites: each of these breaks one of its rules, and our reader refuses it too. */
static void
test_refused (void)
{
  static const struct
  {
    const char *old, *new;
  } cases[] = {
    { "\"version\": 1", "\"version\": 0" },
    { "\"format\": \"counterpoint\"", "\"format\": \"other\"" },
    { "\"confidence\": 0.93", "\"confidence\": 93" },
    { "\"quotation\": \"direct\"", "\"quotation\": \"sung\"" },
    { "\"decided\": [\"topic\"]", "\"decided\": [\"weather\"]" },
    { "\"end\": 40", "\"end\": -3" },
    { "\"id\": 2, \"start\"", "\"start\"" },
    { "[\"no-side\", 0, 17]", "[\"no-side\", 0]" },
    { "\"statements\": [", "\"sentences\": [" },
    { "\"sides\": [\"kremlin\"]", "\"sides\": \"kremlin\"" },
    { "\"earliest\": \"-0043-03-15\"", "\"earliest\": \"43 BC\"" },
  };
  g_autoptr (JsonNode) schema = load_schema ("CPT_COMPARISON_SCHEMA");
  g_autofree char *path = g_build_filename (g_getenv ("CPT_FIXTURES"), "comparison", "version-1.counterpoint", NULL);
  g_autofree char *json = NULL;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) damaged = g_string_new (json);
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *problem = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].new);
      g_assert_cmpuint (g_string_replace (damaged, cases[i].old, cases[i].new, 1), ==, 1);
      node = parse (damaged->str);
      problem = schema_check (schema, node, FALSE);
      g_assert_nonnull (problem);
      g_assert_null (cpt_store_parse (damaged->str, -1, "test", &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/written", test_written);
  g_test_add_func ("/store/schema/draft", test_draft);
  g_test_add_func ("/store/schema/fixtures", test_fixtures);
  g_test_add_func ("/store/schema/refused", test_refused);
  return g_test_run ();
}
