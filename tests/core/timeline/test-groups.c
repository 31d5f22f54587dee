// SPDX-License-Identifier: GPL-3.0-or-later
// Events that tell of the same happening, and the accounts that are given of it.
#include "states.h"

#include "cpt-chronology.h"
#include "cpt-event-accounts.h"
#include "cpt-event-groups.h"

static CptAnalysis *
analyse (CptProfile *profile, const char *text)
{
  CptArticleMetadata metadata = { .published = "2025-12-20", .language = "en" };
  g_autoptr (CptArticle) article = cpt_article_new (text, -1, &metadata);
  g_autoptr (GError) error = NULL;
  CptAnalysis *analysis = cpt_analysis_run (article, profile, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

static CptState *
make_state (const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CptProfile) profile = cpt_profile_new_builtin ("nato-kremlin", &error);
  g_autoptr (CptAnalysis) one = analyse (profile, first);
  g_autoptr (CptAnalysis) two = analyse (profile, second);
  g_autoptr (CptState) empty = cpt_state_new (profile);
  g_autoptr (CptCommand) command = cpt_command_add_articles (empty, (CptAnalysis *[]){ one, two }, 2);

  return cpt_state_ref (cpt_command_get_after (command));
}

static const CptEvent *
get_event (CptState *state, guint article, guint index)
{
  const CptArticleState *of = cpt_state_get_article (state, article);

  g_assert_cmpuint (index, <, of->events->len);
  return of->events->pdata[index];
}

/* Two articles tell of one shelling, and of other things on the same day. */
static void
test_same_happening (void)
{
  g_autoptr (CptState) state
      = make_state ("The Kremlin said that Ukrainian guns shelled the harbour of Belgorod on December 17. The ministers met in "
                    "Geneva on December 17.",
                    "NATO said that on December 17 the harbour of Belgorod was shelled by nobody. NATO ships left Riga on December 18.");
  g_autoptr (CptEventGroups) groups = cpt_event_groups_new (state);
  const CptEvent *shelling = get_event (state, 0, 0), *meeting = get_event (state, 0, 1);
  const CptEvent *denial = get_event (state, 1, 0), *ships = get_event (state, 1, 1);
  g_autoptr (GPtrArray) accounts = cpt_event_list_accounts (state, denial);
  g_autoptr (CptChronology) chronology = cpt_chronology_new (state, NULL);
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (chronology, &n);

  g_assert_cmpuint (cpt_event_groups_get_id (groups, denial), ==, shelling->id);
  g_assert_cmpuint (cpt_event_groups_get_id (groups, shelling), ==, shelling->id);
  g_assert_cmpuint (cpt_event_groups_get_id (groups, meeting), ==, meeting->id);
  g_assert_cmpuint (cpt_event_groups_get_id (groups, ships), ==, ships->id);
  g_assert_cmpuint (cpt_event_groups_get (groups, shelling)->len, ==, 2);
  g_assert_null (cpt_event_groups_get (groups, meeting));
  /* the card of either shows both accounts, its own first */
  g_assert_cmpuint (accounts->len, ==, 2);
  g_assert_true (accounts->pdata[0] == cpt_state_find_event_statement (state, denial));
  g_assert_true (accounts->pdata[1] == cpt_state_find_event_statement (state, shelling));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (entries[i].happening, ==,
                      entries[i].event == denial ? shelling->id : entries[i].event->id);
}

static void
test_hidden_stands_alone (void)
{
  static const char text[] = "The Kremlin said that the harbour of Belgorod was shelled on December 17.";
  g_autoptr (CptState) state = make_state (text, text);
  guint32 id = get_event (state, 0, 0)->id;
  g_autoptr (CptCommand) command = cpt_command_set_event_hidden (state, id, TRUE);
  g_autoptr (CptEventGroups) before = cpt_event_groups_new (state);
  g_autoptr (CptEventGroups) after = cpt_event_groups_new (cpt_command_get_after (command));

  g_assert_nonnull (cpt_event_groups_get (before, get_event (state, 1, 0)));
  g_assert_null (cpt_event_groups_get (after, get_event (cpt_command_get_after (command), 1, 0)));
}

/* Whatever the events are, each is in one group at most, and only with events of the same dates. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());

  for (int k = 0; k < 20; k++)
    {
      g_autoptr (CptState) state = states_new_random (rand, 3, 40);
      g_autoptr (CptEventGroups) groups = cpt_event_groups_new (state);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint a = 0; a < cpt_state_get_n_articles (state); a++)
        for (guint i = 0; i < cpt_state_get_article (state, a)->events->len; i++)
          {
            const CptEvent *event = get_event (state, a, i);
            const GPtrArray *group = cpt_event_groups_get (groups, event);

            g_assert_true (group == NULL || g_ptr_array_find ((GPtrArray *)group, event, NULL));
            g_assert_true (g_hash_table_add (seen, (gpointer)event));
            for (guint m = 0; group != NULL && m < group->len; m++)
              {
                const CptEvent *other = group->pdata[m];

                g_assert_cmpint (other->interval.earliest, ==, event->interval.earliest);
                g_assert_cmpint (other->interval.latest, ==, event->interval.latest);
                g_assert_false (other->hidden);
                g_assert_true (cpt_event_groups_get (groups, other) == group);
              }
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/groups/same-happening", test_same_happening);
  g_test_add_func ("/timeline/groups/hidden", test_hidden_stands_alone);
  g_test_add_func ("/timeline/groups/random", test_random);
  return g_test_run ();
}
