// SPDX-License-Identifier: GPL-3.0-or-later
// Which of those who speak are sides: the one that speaks most, the one that speaks against it, and others that speak
// much. Room: core/analysis; makes a profile, changes none.
#include "cpt-proposal.h"

#include "cpt-profile-draft.h"
#include "cpt-proposal-sources.h"

/* More sides than that help nobody to begin with. */
#define MAX_PROPOSED 4
/* A third side must have so much of what is said, and so many statements. */
#define MIN_SHARE_OF_THIRD 0.2
#define MIN_SPOKEN_OF_THIRD 5
/* One word against the first side is worth so many statements when the second is chosen. */
#define WORTH_OF_OPPOSITION 6

static const char *const colours[MAX_PROPOSED] = { "#0072b2", "#c8500a", "#00805f", "#a8457a" };

/* Groups of sources, by the source that stands for each. */
typedef struct
{
  const CptProposalSources *sources;
  guint spoken[CPT_MAX_PROPOSAL_SOURCES];                             /* 0 for sources that stand for no group */
  guint against[CPT_MAX_PROPOSAL_SOURCES][CPT_MAX_PROPOSAL_SOURCES];
  int side[CPT_MAX_PROPOSAL_SOURCES]; /* -1 for none */
  guint leaders[MAX_PROPOSED];        /* by side: its group */
  guint n_sides;
} Choice;

static guint
get_group (const CptProposalSources *sources, guint source)
{
  while (sources->items[source].group != source)
    source = sources->items[source].group;
  return source;
}

static void
sum_groups (Choice *self)
{
  for (guint i = 0; i < self->sources->n; i++)
    {
      guint group = get_group (self->sources, i);

      self->side[i] = -1;
      self->spoken[group] += self->sources->items[i].n_spoken;
      for (guint k = 0; k < self->sources->n; k++)
        self->against[group][get_group (self->sources, k)] += self->sources->against[i][k];
    }
}

static void
add_side (Choice *self, guint group)
{
  self->side[group] = (int) self->n_sides;
  self->leaders[self->n_sides++] = group;
}

/* The group without a side that is worth most; -1 when none is worth anything. */
static int
pick (const Choice *self, gboolean opposing)
{
  guint best = 0;
  int found = -1;

  for (guint i = 0; i < self->sources->n; i++)
    {
      guint worth = self->spoken[i];

      if (self->side[i] >= 0 || worth == 0)
        continue;
      if (opposing)
        worth += WORTH_OF_OPPOSITION * self->against[i][self->leaders[0]];
      if (worth > best)
        {
          best = worth;
          found = (int) i;
        }
    }
  return found;
}

/* Whoever speaks against one of the first two only, speaks for the other. */
static void
join_allies (Choice *self)
{
  for (guint i = 0; i < self->sources->n; i++)
    {
      gboolean first, second;

      if (self->side[i] >= 0 || self->spoken[i] == 0)
        continue;
      first = self->against[i][self->leaders[0]] > 0;
      second = self->against[i][self->leaders[1]] > 0;
      if (first != second)
        self->side[i] = first ? 1 : 0;
    }
}

static gboolean
choose (Choice *self)
{
  guint total = 0;
  int group;

  sum_groups (self);
  for (guint i = 0; i < self->sources->n; i++)
    total += self->spoken[i];
  for (guint i = 0; i < 2; i++)
    {
      group = pick (self, i == 1);
      if (group < 0)
        return FALSE;
      add_side (self, (guint) group);
    }
  join_allies (self);
  while (self->n_sides < MAX_PROPOSED && (group = pick (self, FALSE)) >= 0
         && self->spoken[group] >= MIN_SPOKEN_OF_THIRD && self->spoken[group] >= MIN_SHARE_OF_THIRD * total)
    add_side (self, (guint) group);
  return TRUE;
}

/* --- the profile --- */

/* A body speaks for its people; otherwise whoever speaks most. */
static const CptProposalSource *
find_namesake (const Choice *self, guint side)
{
  const CptProposalSource *best = NULL;

  for (guint i = 0; i < self->sources->n; i++)
    {
      const CptProposalSource *source = &self->sources->items[i];

      if (self->side[get_group (self->sources, i)] != (int) side)
        continue;
      if (get_group (self->sources, i) != self->leaders[side])
        continue;
      if (best == NULL || (best->is_person && !source->is_person)
          || (best->is_person == source->is_person && source->n_spoken > best->n_spoken))
        best = source;
    }
  return best;
}

static char *
capitalise (const char *name)
{
  const char *rest = g_utf8_next_char (name);
  g_autofree char *first = g_utf8_strup (name, rest - name);

  return g_strconcat (first, rest, NULL);
}

static void
write_side (const Choice *self, CptProfileDraft *draft, guint side)
{
  g_autofree char *name = capitalise (find_namesake (self, side)->name);

  if (side >= cpt_profile_draft_get_n (draft, CPT_PROFILE_SIDES))
    cpt_profile_draft_set_string (draft, CPT_PROFILE_SIDES, cpt_profile_draft_add (draft, CPT_PROFILE_SIDES, name), "colour",
                                  colours[side]);
  else
    cpt_profile_draft_set_string (draft, CPT_PROFILE_SIDES, side, "name", name);
}

static void
write_actor (CptProfileDraft *draft, const CptProposalSource *source, const char *side)
{
  guint position = cpt_profile_draft_add (draft, CPT_PROFILE_ACTORS, source->name);
  const char *surname = strrchr (source->name, ' ');
  const char *names[] = { surname != NULL ? surname + 1 : NULL, NULL };
  const char *roles[] = { source->last_word, NULL };

  cpt_profile_draft_set_string (draft, CPT_PROFILE_ACTORS, position, "kind", source->is_person ? "person" : "organisation");
  cpt_profile_draft_set_string (draft, CPT_PROFILE_ACTORS, position, "side", side);
  if (source->is_person && surname != NULL)
    cpt_profile_draft_set_strings (draft, CPT_PROFILE_ACTORS, position, "names", names);
  if (!source->is_person)
    cpt_profile_draft_set_strings (draft, CPT_PROFILE_ACTORS, position, "roles", roles);
}

/* Whether no other source ends in the same word, which then would be the name of two. */
static gboolean
has_own_surname (const CptProposalSources *sources, guint index)
{
  for (guint i = 0; i < sources->n; i++)
    if (i != index && g_str_equal (sources->items[i].last_word, sources->items[index].last_word))
      return FALSE;
  return TRUE;
}

static CptProfile *
write_profile (const Choice *self, const CptProfile *profile)
{
  g_autoptr (CptProfileDraft) draft = cpt_profile_draft_new (profile);

  for (guint i = 0; i < self->n_sides; i++)
    write_side (self, draft, i);
  for (guint i = 0; i < self->sources->n; i++)
    {
      int side = self->side[get_group (self->sources, i)];

      if (side >= 0 && has_own_surname (self->sources, i))
        write_actor (draft, &self->sources->items[i],
                     cpt_profile_draft_get_string (draft, CPT_PROFILE_SIDES, (guint) side, "id"));
    }
  return cpt_profile_draft_end (draft, NULL);
}

/**
 * cpt_profile_knows_nobody:
 *
 * Returns: whether @profile names no actors, so that no statement could have a side under it
 */
gboolean
cpt_profile_knows_nobody (const CptProfile *profile)
{
  guint n_actors;

  cpt_profile_get_actors (profile, &n_actors);
  return n_actors == 0;
}

/**
 * cpt_sides_propose:
 * @profile: one that knows nobody
 * @analyses: of the articles, under @profile
 *
 * Proposes sides: the group of sources that speaks most, the one that speaks against it or else most after it, those who
 * speak against one of them only (with the other), and up to two more that speak much. Persons speak with the body that their
 * sources name and with whom they back. The sides of @profile keep their ids and get names; its topics stay. A profile that
 * knows somebody is never touched: sides that were proposed once stay when articles come.
 *
 * Returns: (transfer full) (nullable): @profile with actors, to analyse the articles again with; %NULL when there are no two
 *   sources, or @profile knows somebody
 *
 * Thread: any. Cost: linear in the attributions.
 */
CptProfile *
cpt_sides_propose (const CptProfile *profile, CptAnalysis *const *analyses, guint n_analyses)
{
  g_autoptr (CptProposalSources) sources = NULL;
  g_autofree Choice *choice = NULL;

  if (!cpt_profile_knows_nobody (profile))
    return NULL;
  sources = cpt_proposal_sources_find (analyses, n_analyses);
  choice = g_new0 (Choice, 1);
  choice->sources = sources;
  return choose (choice) ? write_profile (choice, profile) : NULL;
}
