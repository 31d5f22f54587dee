// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-profile.h"

#include <string.h>

/* A profile around one actor, one topic and one event, each on a line of its own. */
#define HEAD                                                                                                            \
  "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"strike\", \"name\": \"The strike\",\n"              \
  "\"sides\": [{\"id\": \"union\", \"name\": \"The union\", \"colour\": \"#1a5fb4\"},\n"                                \
  "{\"id\": \"company\", \"name\": \"The company\", \"colour\": \"#c01c28\"}],\n"
#define ACTORS(list) HEAD "\"actors\": [\n" list "\n]}"
#define KIM "{\"id\": \"kim\", \"name\": \"Ann Kim\", \"kind\": \"person\", \"side\": \"union\", \"names\": [\"Kim\"]}"

static void
test_values (void)
{
  static const char json[]
      = HEAD "\"actors\": [{\"id\": \"kim\", \"name\": \"Ann Kim\", \"kind\": \"person\", \"side\": \"company\","
             "\"gender\": \"female\", \"names\": [\"Kim\", \"Ann Kim\"], \"roles\": [\"Director\", \"CHEF\"],"
             "\"from\": \"2020-01-02\"}, {\"id\": \"town\", \"name\": \"Town\", \"kind\": \"country\", \"side\": null}],"
             "\"topics\": [{\"id\": \"pay\", \"name\": \"Pay\", \"words\": [\"Wage\", \"pay rise\"]}],"
             "\"events\": [{\"id\": \"e\", \"name\": \"The walkout\", \"names\": [\"walkout\"], \"from\": \"2021-05-01\","
             "\"until\": \"2021-05-31\", \"precision\": \"month\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_parse (json, -1, "strike.json", &error);
  const CptActor *actors;
  const CptTopic *topics;
  const CptNamedEvent *events;
  guint n;

  g_assert_no_error (error);
  g_assert_cmpstr (cpt_profile_get_id (profile), ==, "strike");
  g_assert_cmpstr (cpt_profile_get_name (profile), ==, "The strike");
  g_assert_cmpstr (cpt_profile_get_sides (profile, &n)[1].colour, ==, "#c01c28");
  g_assert_cmpuint (n, ==, 2);
  actors = cpt_profile_get_actors (profile, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (actors[0].kind, ==, CPT_ACTOR_PERSON);
  g_assert_cmpint (actors[0].gender, ==, CPT_GENDER_FEMALE);
  g_assert_cmpint (actors[0].side, ==, 1);
  g_assert_cmpint (actors[0].from, ==, cpt_day_from_ymd (2020, 1, 2));
  g_assert_cmpint (actors[0].until, ==, CPT_DAY_NONE);
  g_assert_cmpuint (g_strv_length ((char **) actors[0].names), ==, 2);
  g_assert_cmpstr (actors[0].names[0], ==, "Ann Kim");
  g_assert_cmpstr (actors[0].roles[1], ==, "chef");
  g_assert_cmpint (actors[1].side, ==, CPT_NO_SIDE);
  topics = cpt_profile_get_topics (profile, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (topics[0].words[0], ==, "wage");
  events = cpt_profile_get_events (profile, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (events[0].names[1], ==, "walkout");
  g_assert_cmpint (events[0].interval.latest, ==, cpt_day_from_ymd (2021, 5, 31));
  g_assert_cmpint (events[0].interval.precision, ==, CPT_PRECISION_MONTH);
}

static const struct
{
  const char *name, *json, *message;
} error_cases[] = {
  { "syntax", "{\n\"id\" 1}", "p.json: line 2:*" },
  { "not-an-object", "[]", "p.json: line 1: not a profile*" },
  { "no-format", "{\"version\": 1}", "p.json: line 1: format: is missing" },
  { "other-format", "{\n\"format\": \"x\"}", "p.json: line 2: format: “x” is not*" },
  { "no-version", "{\"format\": \"counterpoint-profile\"}", "p.json: line 1: version: is missing" },
  { "version-text", "{\"format\": \"counterpoint-profile\", \"version\": \"1\"}", "*version: must be a whole number*" },
  { "no-sides", "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"a\", \"name\": \"A\"}",
    "*sides: there must be from 2 to 6 sides" },
  { "name-number", ACTORS ("{\"id\": \"a\",\n\"name\": 3, \"kind\": \"person\"}"),
    "p.json: line 6: actors[0].name: must be a string" },
  { "name-blank", ACTORS ("{\"id\": \"a\", \"name\": \" \", \"kind\": \"person\"}"), "*actors[0].name: must not be empty" },
  { "no-kind", ACTORS ("{\"id\": \"a\", \"name\": \"A\"}"), "p.json: line 5: actors[0].kind: is missing" },
  { "kind", ACTORS (KIM ",\n{\"id\": \"a\", \"name\": \"A\", \"kind\": \"robot\"}"),
    "p.json: line 6: actors[1].kind: “robot” is none of: person, *" },
  { "side", ACTORS (KIM ",\n{\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\",\n\"side\": \"natto\"}"),
    "p.json: line 7: actors[1].side: there is no side “natto”" },
  { "gender", ACTORS ("{\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\", \"gender\": \"f\"}"), "*actors[0].gender:*" },
  { "id-letters", ACTORS ("{\"id\": \"A b\", \"name\": \"A\", \"kind\": \"person\"}"), "*actors[0].id: “A b” must consist*" },
  { "id-twice", ACTORS (KIM "," KIM), "*actors[1].id: “kim” is used twice" },
  { "names-text", ACTORS ("{\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\", \"names\": \"B\"}"),
    "*actors[0].names: must be a list of strings" },
  { "names-element", ACTORS ("{\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\", \"names\": [\"B\",\n1]}"),
    "p.json: line 6: actors[0].names[1]: must be a string*" },
  { "day", ACTORS ("{\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\", \"from\": \"2022-02-30\"}"),
    "*actors[0].from: “2022-02-30” is not a day*" },
  { "day-with-time", ACTORS ("{\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\", \"from\": \"2022-02-03T10:00\"}"),
    "*actors[0].from:*" },
  { "until-before-from",
    ACTORS ("{\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\", \"from\": \"2022-02-03\", \"until\": \"2022-02-02\"}"),
    "*actors[0].until: is earlier*" },
  { "name-of-two-sides",
    ACTORS (KIM ",\n{\"id\": \"b\", \"name\": \"Bo Kim\", \"kind\": \"person\", \"side\": \"company\", \"names\": [\"KIM\"]}"),
    "p.json: line 6: actors[1].names: “KIM” is also a name of “kim”*" },
  { "actors-object", HEAD "\"actors\": {}}", "p.json: line 4: actors: must be a list of objects" },
  { "actor-text", ACTORS ("\n\"Kim\""), "p.json: line 6: actors[0]: must be an object" },
  { "colour", "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"a\", \"name\": \"A\", \"sides\": "
              "[{\"id\": \"a\", \"name\": \"A\", \"colour\": \"#12345g\"}]}", "*sides[0].colour:*" },
  { "topic", HEAD "\"topics\": [{\"id\": \"t\"}]}", "*topics[0].name: is missing" },
  { "event-undated", HEAD "\"events\": [{\"id\": \"t\", \"name\": \"T\"}]}", "*events[0].from: is missing" },
  { "event-precision", HEAD "\"events\": [{\"id\": \"t\", \"name\": \"T\", \"from\": \"2020-01-01\", \"precision\": \"eon\"}]}",
    "*events[0].precision:*" },
};

static void
test_error (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_parse (error_cases[i].json, -1, "p.json", &error);

  g_assert_null (profile);
  g_assert_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_pattern_match_simple (error_cases[i].message, error->message));
}

static void
test_version_too_new (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cpt_profile_parse ("{\"format\": \"counterpoint-profile\", \"version\": 2}", -1, NULL, &error));
  g_assert_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_VERSION_TOO_NEW);
}

/* A name may pass from one side to the other, but not belong to both on one day. */
static void
test_name_changes_side (void)
{
  static const char json[] = ACTORS ("{\"id\": \"a\", \"name\": \"Mill\", \"kind\": \"organisation\", \"side\": \"union\","
                                     "\"until\": \"2019-12-31\"}, {\"id\": \"b\", \"name\": \"Mill\", \"kind\": "
                                     "\"organisation\", \"side\": \"company\", \"from\": \"2020-01-01\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_parse (json, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (profile);
}

static void
test_round_trip (void)
{
  static const char json[]
      = ACTORS ("{\"motto\": [1, {\"x\": null}], \"kind\": \"group\", \"name\": \"A \\\"B\\\" é\", \"id\": \"a\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) first = cpt_profile_parse (json, -1, NULL, &error);
  g_autofree char *once = cpt_profile_to_json (first);
  g_autoptr (CptProfile) second = cpt_profile_parse (once, -1, NULL, &error);
  g_autofree char *twice = cpt_profile_to_json (second);

  g_assert_no_error (error);
  g_assert_cmpstr (once, ==, twice);
  g_assert_nonnull (strstr (once, "motto"));
  g_assert_true (strstr (once, "\"kind\"") < strstr (once, "\"motto\""));
  g_assert_cmpstr (cpt_profile_get_actors (second, NULL)[0].name, ==, "A \"B\" é");
}

static void
test_empty (void)
{
  g_autoptr (CptProfile) profile = cpt_profile_new_empty ();
  guint n;

  cpt_profile_get_sides (profile, &n);
  g_assert_cmpuint (n, ==, 2);
  cpt_profile_get_actors (profile, &n);
  g_assert_cmpuint (n, ==, 0);
  cpt_profile_get_topics (profile, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_load_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/profile.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (cpt_profile_load (file, NULL, &error));
  g_assert_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_READ);
}

/* A megabyte of brackets, or of a million little actors that are all wrong, ends at once and in an error. */
static void
test_hostile (void)
{
  g_autofree char *brackets = g_strnfill (1000 * 1000, '[');
  g_autoptr (GString) many = g_string_new (HEAD "\"actors\": [");
  g_autoptr (GError) error = NULL;

  g_assert_null (cpt_profile_parse (brackets, -1, NULL, &error));
  g_assert_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (many, "{\"id\":\"%u\",\"name\":\"N %u\",\"kind\":\"group\"},", i, i);
  g_string_append (many, "0]}");
  g_assert_null (cpt_profile_parse (many->str, (gssize) many->len, NULL, &error));
  g_assert_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "actors[50000]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/parse/values", test_values);
  for (guint i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/profile/parse/error/", error_cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_error);
    }
  g_test_add_func ("/profile/parse/version-too-new", test_version_too_new);
  g_test_add_func ("/profile/parse/name-changes-side", test_name_changes_side);
  g_test_add_func ("/profile/parse/round-trip", test_round_trip);
  g_test_add_func ("/profile/parse/empty", test_empty);
  g_test_add_func ("/profile/parse/load-missing", test_load_missing);
  g_test_add_func ("/profile/parse/hostile", test_hostile);
  return g_test_run ();
}
