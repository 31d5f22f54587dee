// SPDX-License-Identifier: GPL-3.0-or-later
// The colours and the pattern that stand for a side. Room: gui/models.
#pragma once

#include "cpt-core.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Colour never stands alone: each side also has a pattern, drawn along its cards and in its swatch. */
typedef enum
{
  CPT_PATTERN_SOLID,
  CPT_PATTERN_DASHED,
  CPT_PATTERN_DOTTED,
  CPT_PATTERN_DOUBLE,
  CPT_PATTERN_LADDER,
  CPT_PATTERN_LONG_DASHED,
  CPT_PATTERN_NONE, /* Context */
} CptPattern;

/**
 * CptSideInk:
 * @edge: for edges, bars and swatches; at least 3:1 against the window
 * @tint: for surfaces with text on them, translucent
 * @strong: a tint that stands out among tinted surfaces: selections, drop targets
 * @pattern: how the edge is drawn
 */
typedef struct
{
  GdkRGBA edge;
  GdkRGBA tint;
  GdkRGBA strong;
  CptPattern pattern;
} CptSideInk;

CptSideInk cpt_side_ink_get     (const CptSide *side, guint index, gboolean dark);
CptSideInk cpt_context_ink_get  (gboolean dark);
/* Of column @index of a board: a side's, or Context's. */
CptSideInk cpt_column_ink_get   (const CptState *state, guint index, gboolean dark);
void       cpt_side_ink_snapshot_edge (const CptSideInk *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds);

G_END_DECLS
