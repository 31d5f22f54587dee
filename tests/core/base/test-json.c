// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpt-json.h"

static void
test_hostile_depth (void)
{
  gsize n = 1000 * 1000;
  g_autofree char *brackets = g_malloc (n);
  g_autoptr (GError) error = NULL;

  memset (brackets, '[', n);
  g_assert_null (cpt_json_parse (brackets, (gssize) n, &error));
  g_assert_error (error, CPT_JSON_ERROR, CPT_JSON_ERROR_TOO_DEEP);
}

static void
test_brackets_in_strings (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *many = g_strnfill (1000, '[');
  g_autofree char *json = g_strdup_printf ("{\"a\": \"\\\"%s\"}", many);
  JsonNode *node = cpt_json_parse (json, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  json_node_unref (node);
}

static void
test_errors (void)
{
  static const char *const cases[] = { "{", "", "[1, 2", "\"\xff\"", "{\"a\": 1,\n \"b\" }" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cpt_json_parse (cases[i], -1, &error));
      g_assert_error (error, CPT_JSON_ERROR, CPT_JSON_ERROR_SYNTAX);
    }
}

static void
test_find_line (void)
{
  static const char json[] = "{\n"
                             " \"a, [{\": \"\\\"}\",\n"
                             " \"list\": [\n"
                             "  1, [], {},\n"
                             "  {\"x\": 1,\n"
                             "   \"y\": [2,\n"
                             "    \"y\"]}\n"
                             " ],\n"
                             " \"list2\": true}\n";
  static const struct
  {
    const char *path;
    guint line;
  } cases[] = {
    { "", 1 },          { "list", 3 },         { "list[0]", 4 },      { "list[2]", 4 }, { "list[3]", 5 },
    { "list[3].y", 6 }, { "list[3].y[0]", 6 }, { "list[3].y[1]", 7 }, { "list2", 9 },   { "list[4]", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].path);
      g_assert_cmpuint (cpt_json_find_line (json, strlen (json), cases[i].path), ==, cases[i].line);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/hostile-depth", test_hostile_depth);
  g_test_add_func ("/base/json/brackets-in-strings", test_brackets_in_strings);
  g_test_add_func ("/base/json/errors", test_errors);
  g_test_add_func ("/base/json/find-line", test_find_line);
  return g_test_run ();
}
