// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli check: whether a profile or a saved comparison is in order. Room: cli.
#include "cpt-cli.h"
#include "cpt-store.h"

#include <glib/gi18n.h>
#include <string.h>

#define VERB "check"

static char *
describe_profile (const char *path, const CptProfile *profile)
{
  guint n_sides, n_actors, n_topics, n_events;

  cpt_profile_get_sides (profile, &n_sides);
  cpt_profile_get_actors (profile, &n_actors);
  cpt_profile_get_topics (profile, &n_topics);
  cpt_profile_get_events (profile, &n_events);
  return g_strdup_printf (_ ("%s: a profile in order (sides: %u, actors: %u, topics: %u, named events: %u)\n"), path,
                          n_sides, n_actors, n_topics, n_events);
}

static char *
describe_comparison (const char *path, const CptState *state)
{
  guint n_sides;

  cpt_state_get_sides (state, &n_sides);
  return g_strdup_printf (_ ("%s: a comparison in order (articles: %u, statements: %u, sides: %u)\n"), path,
                          cpt_state_get_n_articles (state), cpt_state_get_n_statements (state), n_sides);
}

/* A comparison by its suffix, everything else as a profile. Returns (nullable): what to print. */
static char *
check (const char *path, GError **error)
{
  GCancellable *cancellable = cpt_cli_get_cancellable ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);

  if (g_str_has_suffix (path, CPT_STORE_SUFFIX))
    {
      g_autoptr (CptState) state = cpt_store_load (file, NULL, cancellable, error);

      return state != NULL ? describe_comparison (name, state) : NULL;
    }
  else
    {
      g_autoptr (CptProfile) profile = cpt_profile_load (file, cancellable, error);

      return profile != NULL ? describe_profile (name, profile) : NULL;
    }
}

int
cpt_verb_check_run (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_ ("FILE…") },
    { NULL },
  };
  int status = CPT_EXIT_OK;

  if (!cpt_cli_parse (VERB, _ ("Checks profiles and saved comparisons; names the line and the key that is wrong."),
                      entries, argc, argv))
    return CPT_EXIT_USAGE;
  if (files == NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", _ ("name a profile or a saved comparison"));
  for (guint i = 0; files[i] != NULL && status != CPT_EXIT_CANCELLED; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = check (files[i], &error);

      if (line == NULL || !cpt_cli_print (line, strlen (line), &error))
        status = cpt_cli_report (VERB, error);
    }
  return status;
}
