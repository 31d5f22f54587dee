// SPDX-License-Identifier: GPL-3.0-or-later
// The .counterpoint file: what is written comes back; what is damaged is refused whole.
#include <json-glib/json-glib.h>
#include <string.h>

#include "cpt-store-names.h"
#include "cpt-store.h"
#include "states.h"

static CptState *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  CptState *state = cpt_store_parse (json, -1, "test.counterpoint", &error);

  g_assert_no_error (error);
  states_assert_sound (state);
  return state;
}

/* As g_assert_cmpstr(), but shows only the line that differs. */
static void
assert_same_lines (const char *a, const char *b)
{
  g_auto (GStrv) first = g_strsplit (a, "\n", -1);
  g_auto (GStrv) second = g_strsplit (b, "\n", -1);

  for (guint i = 0; first[i] != NULL && second[i] != NULL; i++)
    g_assert_cmpstr (first[i], ==, second[i]);
  g_assert_cmpuint (g_strv_length (first), ==, g_strv_length (second));
}

static void
assert_round_trip (CptState *state)
{
  g_autofree char *json = cpt_store_to_json (state);
  g_autoptr (CptState) again = parse (json);
  g_autofree char *json_again = cpt_store_to_json (again);

  assert_same_lines (json, json_again);
}

/* Random commands on random comparisons: everything survives the file; undoing all gives the same bytes, redoing too. */
static void
test_histories (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CptState) state = states_new_random (rand, seed % 3, 1 + seed % 15);
      g_autoptr (CptComparison) comparison = cpt_comparison_new (state);
      g_autoptr (CptHistory) history = cpt_history_new (comparison);
      g_autofree char *first = cpt_store_to_json (state);
      g_autofree char *last = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      for (guint i = 0; i < 30; i++)
        {
          g_autoptr (CptCommand) command = states_new_random_command (rand, cpt_comparison_get_state (comparison));

          cpt_history_do (history, command);
          if (i % 5 == 0)
            assert_round_trip (cpt_comparison_get_state (comparison));
        }
      last = cpt_store_to_json (cpt_comparison_get_state (comparison));
      while (cpt_history_get_can_undo (history))
        cpt_history_undo (history);
      undone = cpt_store_to_json (cpt_comparison_get_state (comparison));
      while (cpt_history_get_can_redo (history))
        cpt_history_redo (history);
      redone = cpt_store_to_json (cpt_comparison_get_state (comparison));
      assert_same_lines (undone, first);
      assert_same_lines (redone, last);
    }
}

/* Decisions go on being decisions, and findings stay beside them. */
static void
test_decisions_survive (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (CptState) state = states_new_random (rand, 1, 8);
  guint32 id = 2;
  const CptStatement *old = cpt_state_find_statement (state, id);
  g_autoptr (CptCommand) move = cpt_command_move (state, &id, 1, old->found.sides ^ 2, NULL);
  g_autoptr (CptCommand) source = cpt_command_set_source (cpt_command_get_after (move), &id, 1, "\"Quoted\"\tname");
  g_autofree char *json = cpt_store_to_json (cpt_command_get_after (source));
  g_autoptr (CptState) again = parse (json);
  const CptStatement *statement = cpt_state_find_statement (again, id);

  g_assert_cmpuint (statement->decided, ==, CPT_DECIDED_SIDES | CPT_DECIDED_SOURCE);
  g_assert_cmpuint (statement->now.sides, ==, old->found.sides ^ 2);
  g_assert_cmpuint (statement->found.sides, ==, old->found.sides);
  g_assert_cmpstr (statement->now.source, ==, "\"Quoted\"\tname");
  g_assert_true (statement->found.source == old->found.source);
  g_assert_true (cpt_span_equal (statement->span, old->span));
}

static char *
dup_example (void)
{
  const char *folder = g_getenv ("CPT_FIXTURES");
  g_autofree char *path = g_build_filename (folder, "comparison", "version-1.counterpoint", NULL);
  g_autoptr (GError) error = NULL;
  char *json = NULL;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  return json;
}

/* A file of the first version, with members from the future at each level: it is written again as it was. */
static void
test_fixture (void)
{
  g_autofree char *json = dup_example ();
  g_autoptr (CptState) state = parse (json);
  g_autofree char *again = cpt_store_to_json (state);
  const CptEvent *event = cpt_state_find_event (state, 2);

  assert_same_lines (json, again);
  g_assert_cmpstr (cpt_state_get_title (state), ==, "Grain talks");
  g_assert_cmpuint (cpt_state_get_n_statements (state), ==, 4);
  g_assert_cmpstr (cpt_state_find_statement (state, 2)->note, ==, "Check the figure");
  g_assert_cmpuint (cpt_state_find_statement (state, 3)->part, ==, 1);
  g_assert_cmpstr (event->label, ==, "Port opens");
  g_assert_cmpint (event->interval.earliest, ==, cpt_day_from_ymd (-43, 3, 15));
}

/* Members that a later version added outlive edits. */
static void
test_unknown_members (void)
{
  g_autofree char *json = dup_example ();
  g_autoptr (CptState) state = parse (json);
  guint32 id = 2;
  g_autoptr (CptCommand) move = cpt_command_move (state, &id, 1, 3, NULL);
  g_autofree char *moved = cpt_store_to_json (cpt_command_get_after (move));

  g_assert_nonnull (strstr (moved, "\"mood\": {\"tone\": \"dry\", \"list\": [1, 2.5, null]}"));
  g_assert_nonnull (strstr (moved, "\"layout\": \"wide\""));
  g_assert_nonnull (strstr (moved, "\"colour\": \"#112233\""));
  g_assert_nonnull (strstr (moved, "\"licence\": \"CC0\""));
  g_assert_nonnull (strstr (moved, "\"place\": \"Port\""));
}

static char *
replace_once (const char *text, const char *old, const char *new)
{
  const char *at = strstr (text, old);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (at);
  g_string_append_len (out, text, at - text);
  g_string_append (out, new);
  g_string_append (out, at + strlen (old));
  return g_string_free (out, FALSE);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *old, *new, *message;
  } cases[] = {
    { "\"format\": \"counterpoint\"", "\"format\": \"other\"", "*test.counterpoint: line 1: format: *other*" },
    { "\"format\": \"counterpoint\"", "\"kind\": \"counterpoint\"", "*format: is missing*" },
    { "\"version\": 1", "\"version\": 0", "*version: must be*" },
    { "\"version\": 1", "\"version\": \"1\"", "*version: must be a whole number*" },
    { "\"id\": 2, \"start\"", "\"id\": 1, \"start\"", "*line *: articles?0?.statements?1?.id: 1 is there twice*" },
    { "\"id\": 2, \"start\"", "\"id\": 999, \"start\"", "*statements?1?.id: 999 is given*" },
    { "\"id\": 2, \"start\"", "\"start\"", "*statements?1?.id: is missing*" },
    { "\"start\": 41", "\"start\": 43", "*statements?1?.start: leaves out words*" },
    { "\"start\": 41", "\"start\": 40", "*statements?1?.start: a statement must begin*" },
    { "\"end\": 40", "\"end\": 42", "*statements?1?.start: lies within*" },
    { "\"end\": 40", "\"end\": -3", "*end: must be from 0*" },
    { "\"end\": 40", "\"end\": 3800", "*end: must be from 0*" },
    { "\"sides\": [\"kremlin\"]", "\"sides\": [\"venus\"]", "*sides: there is no “venus”*" },
    { "\"sides\": [\"kremlin\"]", "\"sides\": \"kremlin\"", "*sides: must be a list*" },
    { "\"answers\": 1", "\"answers\": 77", "*answers: there is no other statement 77*" },
    { "\"answers\": 1", "\"answers\": 2", "*answers: there is no other statement 2*" },
    { "\"confidence\": 0.93", "\"confidence\": 93", "*confidence: must be from 0 to 1*" },
    { "\"quotation\": \"direct\"", "\"quotation\": \"sung\"", "*quotation: “sung” is none of*" },
    { "\"decided\": [\"topic\"]", "\"decided\": [\"weather\"]", "*decided: there is no “weather”*" },
    { "\"source\": \"Ana Roth\"", "\"source\": \"\\ud800\"", "test.counterpoint: line 10: *" },
    { "\"earliest\": \"-0043-03-15\"", "\"earliest\": \"-0043-13-15\"", "*earliest: *is not a day*" },
    { "\"latest\": \"2025-12-19\"", "\"latest\": \"2020-12-19\"", "*latest: is before the earliest*" },
    { "[\"no-side\", 0, 17]", "[\"no-side\", 0]", "*statements?0?.why: must be*" },
    { "[\"no-side\", 0, 17]", "[\"no-side\", 17, 0]", "*statements?0?.why: must be*" },
    { "[\"no-side\", 0, 17]", "{\"no-side\": 17}", "*statements?0?.why: must be*" },
    { "\"profile\": {", "\"profil\": {", "*profile: is missing*" },
    { "\"id\": \"grain\"", "\"id\": 3", "*test.counterpoint, profile: *id*" },
    { "\"statements\": [", "\"sentences\": [", "*statements: is missing*" },
    { "\"next_event\": 4", "\"next_event\": 2", "*events?1?.id: 2 is given*" },
    { "\"text\": \"", "\"text\": \"\\ud83d", "test.counterpoint: line 7: *" },
  };
  g_autofree char *json = dup_example ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *damaged = replace_once (json, cases[i].old, cases[i].new);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].new);
      g_assert_null (cpt_store_parse (damaged, -1, "test.counterpoint", &error));
      g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED);
      g_test_message ("%s", error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

static void
test_newer_version (void)
{
  g_autofree char *json = dup_example ();
  g_autofree char *newer = replace_once (json, "\"version\": 1", "\"version\": 2");
  g_autoptr (GError) error = NULL;

  g_assert_null (cpt_store_parse (newer, -1, "test.counterpoint", &error));
  g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_VERSION_TOO_NEW);
  g_assert_true (g_str_has_prefix (error->message, "test.counterpoint: "));
}

static void
test_truncated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (CptState) state = states_new_random (rand, 2, 10);
  g_autofree char *json = cpt_store_to_json (state);
  gsize length_bytes = strlen (json);

  for (gsize n = 0; n < length_bytes - 1; n += 100)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cpt_store_parse (json, (gssize) n, "cut", &error));
      g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED);
    }
}

/* A turned bit is either noticed or leaves a whole comparison: as many articles, each tiled by its statements. */
static void
test_turned_bits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  g_autoptr (CptState) state = states_new_random (rand, 2, 6);
  g_autofree char *json = cpt_store_to_json (state);
  gsize length_bytes = strlen (json);
  guint n_refused = 0;

  for (guint i = 0; i < 1500; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) length_bytes);
      char bit = (char) (1 << g_rand_int_range (rand, 0, 8));
      g_autoptr (CptState) turned = NULL;
      g_autoptr (GError) error = NULL;

      json[at] ^= bit;
      turned = cpt_store_parse (json, (gssize) length_bytes, "turned", &error);
      if (turned != NULL)
        {
          g_autofree char *again = cpt_store_to_json (turned);
          g_autoptr (CptState) reread = parse (again);

          states_assert_sound (turned);
        }
      else
        g_assert_true (error->domain == CPT_STORE_ERROR);
      n_refused += turned == NULL;
      json[at] ^= bit;
    }
  g_assert_cmpuint (n_refused, >, 300);
}

static void
test_hostile (void)
{
  static const char *const pieces[] = { "[", "{\"a\":", "\"", "1", "{\"articles\":[", "\\", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) data = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      while (data->len < 1000 * 1000)
        g_string_append (data, pieces[i]);
      g_assert_null (cpt_store_parse (data->str, (gssize) data->len, "hostile", &error));
      g_assert_error (error, CPT_STORE_ERROR, CPT_STORE_ERROR_DAMAGED);
    }
}

/* Zero bytes are part of a text like any others, though JSON strings of most programs cannot hold them. */
static void
test_zero_bytes (void)
{
  static const char text[] = "a\0b\0";
  g_autoptr (CptProfile) profile = cpt_profile_new_empty ();
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (CptStateBuilder) builder = cpt_state_builder_new (empty);
  CptArticleState *draft = cpt_article_state_new ();
  CptStatement *statement = cpt_statement_new ();
  g_autoptr (CptState) state = NULL;
  g_autoptr (CptState) again = NULL;
  g_autofree char *json = NULL;

  draft->id = statement->id = statement->article_id = 1;
  draft->article = cpt_article_new (text, 4, NULL);
  draft->language = g_strdup ("en");
  statement->span = CPT_SPAN (0, 4);
  statement->now.topic = statement->found.topic = g_intern_static_string ("other");
  g_ptr_array_add (draft->statements, statement);
  cpt_state_builder_take_article (builder, draft);
  builder->next_ids = (CptNextIds){ 2, 2, 1 };
  state = cpt_state_builder_end (builder);
  json = cpt_store_to_json (state);
  again = parse (json);
  g_assert_cmpmem (cpt_article_get_text (cpt_state_get_article (again, 0)->article),
                   cpt_article_get_length_bytes (cpt_state_get_article (again, 0)->article), text, 4);
  assert_round_trip (state);
}

/* The schema in data/ names exactly the members that this version knows. */
static void
test_schema (void)
{
  static const struct
  {
    const char *definition;
    const char *const *keys;
  } cases[] = {
    { NULL, cpt_store_root_keys },           { "topic", cpt_store_topic_keys }, { "article", cpt_store_article_keys },
    { "statement", cpt_store_statement_keys }, { "event", cpt_store_event_keys },
  };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *definitions;

  json_parser_load_from_file (parser, g_getenv ("CPT_COMPARISON_SCHEMA"), &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  definitions = json_object_get_object_member (root, "$defs");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JsonObject *definition = cases[i].definition == NULL ? root : json_object_get_object_member (definitions, cases[i].definition);
      JsonObject *properties = json_object_get_object_member (definition, "properties");

      g_assert_cmpuint (json_object_get_size (properties), ==, g_strv_length ((char **) cases[i].keys));
      for (guint j = 0; cases[i].keys[j] != NULL; j++)
        {
          g_test_message ("%s", cases[i].keys[j]);
          g_assert_true (json_object_has_member (properties, cases[i].keys[j]));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/json/histories", test_histories);
  g_test_add_func ("/store/json/decisions-survive", test_decisions_survive);
  g_test_add_func ("/store/json/fixture", test_fixture);
  g_test_add_func ("/store/json/unknown-members", test_unknown_members);
  g_test_add_func ("/store/json/refused", test_refused);
  g_test_add_func ("/store/json/newer-version", test_newer_version);
  g_test_add_func ("/store/json/truncated", test_truncated);
  g_test_add_func ("/store/json/turned-bits", test_turned_bits);
  g_test_add_func ("/store/json/hostile", test_hostile);
  g_test_add_func ("/store/json/zero-bytes", test_zero_bytes);
  g_test_add_func ("/store/json/schema", test_schema);
  return g_test_run ();
}
