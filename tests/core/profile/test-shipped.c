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

static const CptActor *
find_actor (const CptProfile *profile, const char *name)
{
  guint n;
  const CptActor *actors = cpt_profile_get_actors (profile, &n);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (actors[i].names, name))
      return &actors[i];
  return NULL;
}

/* One name, one actor: what is found must not depend on the order of the file. */
static void
test_names_are_unique (void)
{
  g_autoptr (CptProfile) profile = load_shipped ("nato-kremlin");
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const CptActor *actors = cpt_profile_get_actors (profile, &n);

  g_assert_cmpuint (n, >, 500);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; actors[i].names[k] != NULL; k++)
      {
        g_autofree char *folded = g_utf8_casefold (actors[i].names[k], -1);
        const CptActor *owner = g_hash_table_lookup (owners, folded);

        if (owner != NULL && owner != &actors[i])
          g_test_message ("%s: %s and %s", folded, owner->id, actors[i].id);
        g_assert_true (owner == NULL || owner == &actors[i]);
        g_hash_table_insert (owners, g_steal_pointer (&folded), (gpointer) &actors[i]);
      }
}

static void
test_belonging (void)
{
  static const struct
  {
    const char *name;
    int side;
  } cases[] = {
    { "Jens Stoltenberg", 0 }, { "Зеленский", 0 }, { "Zelenskyy", 0 },          { "European Union", 0 },
    { "Турция", 0 },           { "Lavrov", 1 },    { "МИД РФ", 1 },             { "TASS", 1 },
    { "Pushilin", 1 },         { "Moscow", 1 },    { "United Nations", CPT_NO_SIDE }, { "China", CPT_NO_SIDE },
    { "Alexei Navalny", CPT_NO_SIDE },             { "Reuters", CPT_NO_SIDE },
  };
  g_autoptr (CptProfile) profile = load_shipped ("nato-kremlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CptActor *actor = find_actor (profile, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (actor);
      g_assert_cmpint (actor->side, ==, cases[i].side);
    }
}

static void
test_persons_have_a_gender (void)
{
  g_autoptr (CptProfile) profile = load_shipped ("nato-kremlin");
  guint n;
  const CptActor *actors = cpt_profile_get_actors (profile, &n);

  for (guint i = 0; i < n; i++)
    if (actors[i].kind == CPT_ACTOR_PERSON)
      g_assert_cmpint (actors[i].gender, !=, CPT_GENDER_UNKNOWN);
}

static void
test_topics_and_events (void)
{
  static const char *const topic_ids[]
      = { "escalation", "support", "diplomacy", "legitimacy", "economy", "information", "domestic" };
  g_autoptr (CptProfile) profile = load_shipped ("nato-kremlin");
  guint n;
  const CptTopic *topics = cpt_profile_get_topics (profile, &n);
  const CptNamedEvent *events;

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (topic_ids));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (topics[i].id, ==, topic_ids[i]);
      g_assert_cmpuint (g_strv_length ((char **) topics[i].words), >, 100);
    }
  events = cpt_profile_get_events (profile, &n);
  g_assert_cmpuint (n, >, 50);
  for (guint i = 0; i < n; i++)
    if (g_strv_contains (events[i].names, "Alaska summit"))
      g_assert_cmpint (events[i].interval.earliest, ==, cpt_day_from_ymd (2025, 8, 15));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/shipped/valid", test_every_builtin_is_valid);
  g_test_add_func ("/profile/shipped/unknown", test_unknown_builtin);
  g_test_add_func ("/profile/shipped/sides", test_sides);
  g_test_add_func ("/profile/shipped/names", test_names_are_unique);
  g_test_add_func ("/profile/shipped/belonging", test_belonging);
  g_test_add_func ("/profile/shipped/gender", test_persons_have_a_gender);
  g_test_add_func ("/profile/shipped/topics-and-events", test_topics_and_events);
  return g_test_run ();
}
