// SPDX-License-Identifier: GPL-3.0-or-later
// The colours and the pattern that stand for a side. Room: gui/models; draws, but knows no widget.
#include "cpt-side-ink.h"

/* A profile's colour is one choice for both appearances; here it is moved to where it can be seen on each. */
#define DARK_MIX 0.45f   /* towards white, on dark ground */
#define LIGHT_TINT 0.085f
#define DARK_TINT 0.15f
#define STRONG_FACTOR 2.4f

typedef struct
{
  float on;  /* length drawn, in px */
  float off; /* gap */
} Dash;

static const Dash dashes[] = {
  [CPT_PATTERN_DASHED] = { 7, 4 },
  [CPT_PATTERN_DOTTED] = { 3, 3 },
  [CPT_PATTERN_LONG_DASHED] = { 16, 5 },
};

static GdkRGBA
with_alpha (GdkRGBA color, float alpha)
{
  color.alpha = alpha;
  return color;
}

static GdkRGBA
lighten (GdkRGBA color, float amount)
{
  return (GdkRGBA){ color.red + (1 - color.red) * amount, color.green + (1 - color.green) * amount,
                    color.blue + (1 - color.blue) * amount, color.alpha };
}

static CptSideInk
ink_from (GdkRGBA color, gboolean dark, CptPattern pattern)
{
  GdkRGBA edge = dark ? lighten (color, DARK_MIX) : color;
  float tint = dark ? DARK_TINT : LIGHT_TINT;

  return (CptSideInk){ edge, with_alpha (edge, tint), with_alpha (edge, tint * STRONG_FACTOR), pattern };
}

/**
 * cpt_side_ink_get:
 * @side: (nullable): a side
 * @index: its index
 * @dark: whether it is drawn on dark ground
 *
 * Returns: how to draw it
 */
CptSideInk
cpt_side_ink_get (const CptSide *side, guint index, gboolean dark)
{
  static const char *const fallbacks[CPT_MAX_SIDES]
      = { "#1a5fb4", "#a51d2d", "#1f7a4d", "#a05a00", "#6b3fa0", "#00707a" };
  GdkRGBA color;

  if (side == NULL || side->colour == NULL || !gdk_rgba_parse (&color, side->colour))
    gdk_rgba_parse (&color, fallbacks[index % CPT_MAX_SIDES]);
  return ink_from (color, dark, index % CPT_MAX_SIDES);
}

CptSideInk
cpt_context_ink_get (gboolean dark)
{
  CptSideInk ink = ink_from ((GdkRGBA){ 0.45f, 0.45f, 0.47f, 1 }, dark, CPT_PATTERN_NONE);

  ink.tint.alpha = 0;
  return ink;
}

CptSideInk
cpt_column_ink_get (const CptState *state, guint index, gboolean dark)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  return index < n_sides ? cpt_side_ink_get (&sides[index], index, dark) : cpt_context_ink_get (dark);
}

static void
append_piece (const CptSideInk *self, GtkSnapshot *snapshot, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (snapshot, &self->edge, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
snapshot_dashes (const CptSideInk *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  Dash dash = dashes[self->pattern];
  float end = bounds->origin.y + bounds->size.height;

  for (float y = bounds->origin.y; y < end; y += dash.on + dash.off)
    append_piece (self, snapshot, bounds->origin.x, y, bounds->size.width, MIN (dash.on, end - y));
}

static void
snapshot_double (const CptSideInk *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  float third = bounds->size.width / 3;

  append_piece (self, snapshot, bounds->origin.x, bounds->origin.y, third, bounds->size.height);
  append_piece (self, snapshot, bounds->origin.x + 2 * third, bounds->origin.y, third, bounds->size.height);
  if (self->pattern == CPT_PATTERN_LADDER)
    for (float y = 0; y < bounds->size.height; y += 6)
      append_piece (self, snapshot, bounds->origin.x, bounds->origin.y + y, bounds->size.width, 1.5f);
}

/**
 * cpt_side_ink_snapshot_edge:
 * @bounds: a narrow upright rectangle, such as the edge of a card
 *
 * Draws the side's pattern in its colour.
 */
void
cpt_side_ink_snapshot_edge (const CptSideInk *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  switch (self->pattern)
    {
    case CPT_PATTERN_SOLID:
      gtk_snapshot_append_color (snapshot, &self->edge, bounds);
      break;
    case CPT_PATTERN_DASHED:
    case CPT_PATTERN_DOTTED:
    case CPT_PATTERN_LONG_DASHED:
      snapshot_dashes (self, snapshot, bounds);
      break;
    case CPT_PATTERN_DOUBLE:
    case CPT_PATTERN_LADDER:
      snapshot_double (self, snapshot, bounds);
      break;
    case CPT_PATTERN_NONE:
    default:
      break;
    }
}
