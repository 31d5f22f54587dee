// SPDX-License-Identifier: GPL-3.0-or-later
// What ships with the program must be right: it is the first thing that people copy.
#include "cpt-profile.h"

#include <string.h>

static CptProfile *
load_shipped (const char *id)
{
  g_autoptr (GError) error = NULL;
  CptProfile *profile = cpt_profile_new_builtin (id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cpt_profile_get_id (profile), ==, id);
  return profile;
}

static void
test_every_builtin_is_valid (void)
{
  g_auto (GStrv) ids = cpt_profile_list_builtin ();

  g_assert_cmpuint (g_strv_length (ids), >=, 1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (CptProfile) profile = load_shipped (ids[i]);
      g_autofree char *json = cpt_profile_to_json (profile);
      g_autoptr (GError) error = NULL;
      g_autoptr (CptProfile) again = cpt_profile_parse (json, -1, NULL, &error);
      g_autofree char *json_again = again != NULL ? cpt_profile_to_json (again) : NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (json, ==, json_again);
    }
}

static void
test_unknown_builtin (void)
{
  static const char *const ids[] = { "nobody", "", "../nato-kremlin" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cpt_profile_new_builtin (ids[i], &error));
      g_assert_error (error, CPT_PROFILE_ERROR, CPT_PROFILE_ERROR_READ);
    }
}

static void
test_sides (void)
{
  g_autoptr (CptProfile) profile = load_shipped ("nato-kremlin");
  guint n;
  const CptSide *sides = cpt_profile_get_sides (profile, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (sides[0].id, ==, "nato");
  g_assert_cmpstr (sides[1].id, ==, "kremlin");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/shipped/valid", test_every_builtin_is_valid);
  g_test_add_func ("/profile/shipped/unknown", test_unknown_builtin);
  g_test_add_func ("/profile/shipped/sides", test_sides);
  return g_test_run ();
}
