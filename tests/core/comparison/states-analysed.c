// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons of analysed articles. Part of the tests. All analyses are made once: commands take them by the thousand.
#include "states-analysed.h"

#include <string.h>

#define N_TEXTS 5
#define N_DATES 3
#define N_PROFILES 2

static const char *const texts[N_TEXTS] = {
  "NATO spokeswoman Anna Berg said last Monday that the alliance would not attack anybody. The Kremlin rejected the "
  "statement. “These are words without worth,” spokesman Dmitry Peskov told reporters on Tuesday.\n\n"
  "The bridge over the river was closed.\n",
  "While Western leaders warn of a new offensive, Moscow insists that its drill is defensive. Ferries sail again "
  "tomorrow.\n",
  "“Nobody told us,” Vladimir Putin said. NATO denied it. Officials in Brussels called the claim absurd; the Russian "
  "Foreign Ministry answered two weeks ago that it had proof.\n",
  "В Кремле заявили, что учения начнутся 12 мая. НАТО это отрицает. Погода была ясной.\n",
  "It rained. Nobody spoke.\n",
};
static const char *const dates[N_DATES] = { "2025-12-20", "2026-03-01", NULL };

static CptProfile *profiles[N_PROFILES];
static CptAnalysis *analyses[N_PROFILES][N_TEXTS][N_DATES];

/* Small: commands about sides write and read it again. The second calls a side otherwise and knows another topic. */
static CptProfile *
profile_new (guint number)
{
  static const char form[] = "{\"format\": \"counterpoint-profile\", \"version\": 1, \"id\": \"drill\", \"name\": \"Drill\", \"sides\": ["
                             "{\"id\": \"nato\", \"name\": \"NATO\", \"colour\": \"#1a5fb4\"},"
                             "{\"id\": \"kremlin\", \"name\": \"%s\", \"colour\": \"#c01c28\"}], \"actors\": ["
                             "{\"id\": \"alliance\", \"kind\": \"organisation\", \"name\": \"NATO\", \"side\": \"nato\", \"names\": [\"NATO\", \"НАТО\", \"Western leaders\"]},"
                             "{\"id\": \"russia\", \"kind\": \"organisation\", \"name\": \"Russia\", \"side\": \"kremlin\", \"names\": [\"Kremlin\", \"Moscow\", \"Vladimir Putin\"]}],"
                             "\"topics\": [{\"id\": \"war\", \"name\": \"War\", \"words\": [\"attack\", \"offensive\", \"%s\"]}], \"events\": []}";
  g_autofree char *json = g_strdup_printf (form, number == 0 ? "Kremlin" : "Moscow", number == 0 ? "drill" : "bridge");
  g_autoptr (GError) error = NULL;
  CptProfile *profile = cpt_profile_parse (json, -1, "drill", &error);

  g_assert_no_error (error);
  return profile;
}

static CptAnalysis *
analysis_new (CptAnalyser *analyser, guint text, guint date)
{
  CptArticleMetadata metadata = { .title = "Drill", .published = dates[date] };
  g_autoptr (CptArticle) article = cpt_article_new (texts[text], -1, &metadata);
  g_autoptr (GError) error = NULL;
  CptAnalysis *analysis = cpt_analyser_run (analyser, article, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

static void
prepare (void)
{
  if (profiles[0] != NULL)
    return;
  for (guint p = 0; p < N_PROFILES; p++)
    {
      g_autoptr (CptAnalyser) analyser = NULL;

      profiles[p] = profile_new (p);
      analyser = cpt_analyser_new (profiles[p]);
      for (guint t = 0; t < N_TEXTS; t++)
        for (guint d = 0; d < N_DATES; d++)
          analyses[p][t][d] = analysis_new (analyser, t, d);
    }
}

static guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static CptCommand *
add_articles (GRand *rand, CptState *state, guint n)
{
  CptAnalysis *chosen[3];

  for (guint i = 0; i < n; i++)
    chosen[i] = analyses[pick (rand, N_PROFILES)][pick (rand, N_TEXTS)][pick (rand, N_DATES)];
  return n == 1 ? cpt_command_add_article (state, chosen[0]) : cpt_command_add_articles (state, chosen, n);
}

CptState *
states_new_analysed (GRand *rand)
{
  g_autoptr (CptState) empty = NULL;
  g_autoptr (CptCommand) command = NULL;

  prepare ();
  empty = cpt_state_new (profiles[pick (rand, N_PROFILES)]);
  command = add_articles (rand, empty, 1 + pick (rand, 3));
  return cpt_state_ref (cpt_command_get_after (command));
}

/* N_TEXTS when it is none of ours. */
static guint
find_text (const CptArticleState *article)
{
  for (guint t = 0; t < N_TEXTS; t++)
    if (cpt_article_get_length_bytes (article->article) == strlen (texts[t])
        && memcmp (cpt_article_get_text (article->article), texts[t], strlen (texts[t])) == 0)
      return t;
  return N_TEXTS;
}

static CptCommand *
reanalyse (GRand *rand, CptState *state)
{
  const CptArticleState *article = cpt_state_get_article (state, pick (rand, cpt_state_get_n_articles (state)));
  guint text = find_text (article);

  return text == N_TEXTS ? NULL
                         : cpt_command_reanalyse (state, article->id, analyses[pick (rand, N_PROFILES)][text][pick (rand, N_DATES)],
                                                  "Renew");
}

static CptCommand *
set_profile (GRand *rand, CptState *state)
{
  guint n = cpt_state_get_n_articles (state), profile = pick (rand, N_PROFILES);
  g_autofree guint32 *ids = g_new (guint32, n);
  g_autofree CptAnalysis **chosen = g_new (CptAnalysis *, n);

  for (guint i = 0; i < n; i++)
    {
      const CptArticleState *article = cpt_state_get_article (state, i);
      guint text = find_text (article);

      if (text == N_TEXTS)
        return NULL;
      ids[i] = article->id;
      chosen[i] = analyses[profile][text][pick (rand, N_DATES)];
    }
  return cpt_command_set_profile (state, profiles[profile], ids, chosen, n, NULL);
}

CptCommand *
states_new_analysed_command (GRand *rand, CptState *state)
{
  prepare ();
  switch (pick (rand, 20))
    {
    case 0:
      return cpt_state_get_n_articles (state) < 4 ? add_articles (rand, state, 1 + pick (rand, 2)) : NULL;
    case 1:
    case 2:
      return cpt_state_get_n_articles (state) == 0 ? NULL : reanalyse (rand, state);
    case 3:
      return set_profile (rand, state);
    default:
      return states_new_random_command (rand, state);
    }
}
