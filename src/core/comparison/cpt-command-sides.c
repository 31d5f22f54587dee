// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about sides: they live in the comparison's own copy of its profile, and statements hold sets of their positions.
// Room: core/comparison.
#include "cpt-command-private.h"

#include "cpt-from-analysis.h"
#include "cpt-profile-draft.h"

#define MIN_SIDES 2
/* Grey and black are for those who want them: Context is grey. */
#define N_FREE_COLOURS 6

/* Okabe and Ito's palette ("Color Universal Design", 2008) for readers with any colour vision, darkened where it would be
 * too faint for an edge on white. The pattern of a side goes by its position (gui/models/cpt-side-ink.c). */
const char *const cpt_side_palette[CPT_SIDE_PALETTE_LENGTH]
    = { "#0072b2", "#c8500a", "#00805f", "#a8457a", "#8a6d00", "#5b4fa2", "#5d5d5d", "#1a1a1a" };

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/* --- sets of sides after a change of the sides --- */

static void
map_article (CptArticleState *draft, const CptSideSet *map, gsize *cost_bytes)
{
  for (guint i = 0; i < draft->statements->len; i++)
    {
      const CptStatement *statement = draft->statements->pdata[i];
      CptSideSet now = cpt_side_set_map (statement->now.sides, map), found = cpt_side_set_map (statement->found.sides, map);
      CptStatement *copy;

      if (now == statement->now.sides && found == statement->found.sides)
        continue;
      copy = cpt_statement_copy (statement);
      copy->now.sides = now;
      copy->found.sides = found;
      cpt_statement_unref (draft->statements->pdata[i]);
      draft->statements->pdata[i] = copy;
      *cost_bytes += sizeof (CptStatement);
    }
}

void
cpt_state_builder_map_sides (CptStateBuilder *self, const CptSideSet *map)
{
  gboolean same = TRUE;

  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    same = same && map[i] == CPT_SIDE_BIT (i);
  for (guint i = 0; !same && i < self->articles->len; i++)
    {
      guint32 id = ((const CptArticleState *) self->articles->pdata[i])->id;

      map_article (cpt_state_builder_edit_article (self, id), map, &self->cost_bytes);
    }
}

/* --- commands --- */

/* NULL when the draft is no profile, which then is no change. */
static CptStateBuilder *
builder_with_profile (CptState *state, CptProfileDraft *draft)
{
  CptProfile *profile = cpt_profile_draft_end (draft, NULL);
  CptStateBuilder *builder;

  if (profile == NULL)
    return NULL;
  builder = cpt_state_builder_new (state);
  cpt_profile_unref (builder->profile);
  builder->profile = profile;
  return builder;
}

static gboolean
has_name (CptState *state, const char *name)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; i < n_sides; i++)
    {
      g_autofree char *a = g_utf8_casefold (sides[i].name, -1), *b = g_utf8_casefold (name, -1);

      if (g_str_equal (a, b))
        return TRUE;
    }
  return FALSE;
}

/**
 * cpt_command_rename_side:
 * @side: index of the side
 * @name: what people shall see
 *
 * Renames it in the comparison's own copy of the profile.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when @name is blank or there is no such side
 */
CptCommand *
cpt_command_rename_side (CptState *state, guint side, const char *name)
{
  g_autofree char *stripped = dup_stripped (name);
  g_autoptr (CptProfileDraft) draft = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  if (side >= n_sides || *stripped == '\0' || g_str_equal (sides[side].name, stripped))
    return NULL;
  draft = cpt_profile_draft_new (state->profile);
  cpt_profile_draft_set_string (draft, CPT_PROFILE_SIDES, side, "name", stripped);
  builder = builder_with_profile (state, draft);
  return builder == NULL ? NULL
                         : cpt_command_new (state, builder,
                                            g_strdup_printf (_ ("Rename %1$s to %2$s"), sides[side].name, stripped));
}

/* Squared distance of two colours as "#rrggbb". */
static int
get_distance (const char *a, const char *b)
{
  int distance = 0;

  for (guint i = 1; i < 7; i += 2)
    {
      int x = g_ascii_xdigit_value (a[i]) * 16 + g_ascii_xdigit_value (a[i + 1]);
      int y = g_ascii_xdigit_value (b[i]) * 16 + g_ascii_xdigit_value (b[i + 1]);

      distance += (x - y) * (x - y);
    }
  return distance;
}

/* The colour of the palette that is least like those that the sides have. */
static const char *
find_free_colour (CptState *state)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  const char *best = cpt_side_palette[0];
  int best_distance = -1;

  for (guint i = 0; i < N_FREE_COLOURS; i++)
    {
      int distance = G_MAXINT;

      for (guint j = 0; j < n_sides; j++)
        distance = MIN (distance, get_distance (sides[j].colour, cpt_side_palette[i]));
      if (distance <= best_distance)
        continue;
      best = cpt_side_palette[i];
      best_distance = distance;
    }
  return best;
}

/**
 * cpt_command_add_side:
 * @name: what people see
 *
 * Adds a side behind the others, in a colour that none of them has.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when @name is blank or taken, or there are %CPT_MAX_SIDES already
 */
CptCommand *
cpt_command_add_side (CptState *state, const char *name)
{
  g_autofree char *stripped = dup_stripped (name);
  g_autoptr (CptProfileDraft) draft = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n_sides, position;

  cpt_state_get_sides (state, &n_sides);
  if (n_sides >= CPT_MAX_SIDES || *stripped == '\0' || has_name (state, stripped))
    return NULL;
  draft = cpt_profile_draft_new (state->profile);
  position = cpt_profile_draft_add (draft, CPT_PROFILE_SIDES, stripped);
  cpt_profile_draft_set_string (draft, CPT_PROFILE_SIDES, position, "colour", find_free_colour (state));
  builder = builder_with_profile (state, draft);
  return builder == NULL ? NULL : cpt_command_new (state, builder, g_strdup_printf (_ ("Add side %s"), stripped));
}

/**
 * cpt_command_set_side_colour:
 * @colour: "#1a5fb4"
 *
 * Returns: (transfer full) (nullable): the command; %NULL when it is no colour or nothing would change
 */
CptCommand *
cpt_command_set_side_colour (CptState *state, guint side, const char *colour)
{
  g_autoptr (CptProfileDraft) draft = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  if (side >= n_sides || g_ascii_strcasecmp (sides[side].colour, colour) == 0)
    return NULL;
  draft = cpt_profile_draft_new (state->profile);
  cpt_profile_draft_set_string (draft, CPT_PROFILE_SIDES, side, "colour", colour);
  builder = builder_with_profile (state, draft);
  return builder == NULL ? NULL
                         : cpt_command_new (state, builder, g_strdup_printf (_ ("Recolour %s"), sides[side].name));
}

/**
 * cpt_command_move_side:
 * @to: its index afterwards
 *
 * Returns: (transfer full) (nullable): the command; %NULL when one of the places does not exist
 *
 * Cost: linear in the statements.
 */
CptCommand *
cpt_command_move_side (CptState *state, guint side, guint to)
{
  g_autoptr (CptProfileDraft) draft = NULL;
  g_autoptr (CptStateBuilder) builder = NULL;
  CptSideSet map[CPT_MAX_SIDES];
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  if (side >= n_sides || to >= n_sides || side == to)
    return NULL;
  draft = cpt_profile_draft_new (state->profile);
  cpt_profile_draft_move (draft, CPT_PROFILE_SIDES, side, to);
  builder = builder_with_profile (state, draft);
  if (builder == NULL)
    return NULL;
  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    {
      guint place = i == side ? to : i > side && i <= to ? i - 1 : i < side && i >= to ? i + 1 : i;

      map[i] = CPT_SIDE_BIT (place);
    }
  cpt_state_builder_map_sides (builder, map);
  return cpt_command_new (state, builder, g_strdup_printf (_ ("Change the place of %s"), sides[side].name));
}

/* @into: index, or -1 for Context. */
static CptStateBuilder *
builder_without_side (CptState *state, guint side, int into)
{
  g_autoptr (CptProfileDraft) draft = cpt_profile_draft_new (state->profile);
  CptSideSet map[CPT_MAX_SIDES];
  CptStateBuilder *builder;
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  cpt_profile_draft_give_actors (draft, sides[side].id, into < 0 ? NULL : sides[into].id);
  cpt_profile_draft_remove (draft, CPT_PROFILE_SIDES, side);
  builder = builder_with_profile (state, draft);
  if (builder == NULL)
    return NULL;
  for (guint i = 0; i < CPT_MAX_SIDES; i++)
    map[i] = CPT_SIDE_BIT (i > side ? i - 1 : i);
  map[side] = into < 0 ? 0 : map[into];
  cpt_state_builder_map_sides (builder, map);
  return builder;
}

/**
 * cpt_command_merge_sides:
 * @side: index of the side that ends
 * @into: index of the side that gets its statements and its actors
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such side, or only two sides would not be left
 *
 * Cost: linear in the statements.
 */
CptCommand *
cpt_command_merge_sides (CptState *state, guint side, guint into)
{
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  if (side >= n_sides || into >= n_sides || side == into || n_sides <= MIN_SIDES)
    return NULL;
  builder = builder_without_side (state, side, (int) into);
  return builder == NULL ? NULL
                         : cpt_command_new (state, builder,
                                            g_strdup_printf (_ ("Merge %1$s into %2$s"), sides[side].name, sides[into].name));
}

/**
 * cpt_command_remove_side:
 *
 * Its statements go to Context, unless they give the account of another side too; its actors become third parties.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there is no such side, or only two sides
 *
 * Cost: linear in the statements.
 */
CptCommand *
cpt_command_remove_side (CptState *state, guint side)
{
  g_autoptr (CptStateBuilder) builder = NULL;
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  if (side >= n_sides || n_sides <= MIN_SIDES)
    return NULL;
  builder = builder_without_side (state, side, -1);
  return builder == NULL ? NULL
                         : cpt_command_new (state, builder, g_strdup_printf (_ ("Remove side %s"), sides[side].name));
}
