// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline draws behind its events: lanes, axis, days of publication. Room: gui/widgets; changes nothing.
#include "cpt-timeline-private.h"

#include "cpt-timeline-axis.h"
#include "cpt-widget.h"

#include <math.h>

#define LANE_EDGE_PX 4
#define TICK_GAP_PX 6
/* More days of publication are marked at the axis only: lines through all lanes would hide what they are to help with. */
#define MAX_LINES 6

static void
draw_lane (CptTimeline *self, GtkSnapshot *snapshot, guint lane)
{
  CptSideInk ink = cpt_timeline_get_lane (self, lane).ink;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float y = (float) self->lane_y_px[lane], height = (float) self->lane_height_px;

  gtk_snapshot_append_color (snapshot, &ink.tint, &GRAPHENE_RECT_INIT (0, y, width, height));
  cpt_side_ink_snapshot_edge (&ink, snapshot, &GRAPHENE_RECT_INIT (0, y, LANE_EDGE_PX, height));
}

/* The name of a tick, if it has room before @end. */
static void
draw_text (CptTimeline *self, GtkSnapshot *snapshot, const char *text, double x, double end, const GdkRGBA *color)
{
  int width, height;

  if (self->tick_text == NULL)
    self->tick_text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_text (self->tick_text, text, -1);
  pango_layout_get_pixel_size (self->tick_text, &width, &height);
  if (x + width > end)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (self->sizes.axis_height - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->tick_text, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_tick (CptTimeline *self, GtkSnapshot *snapshot, const GArray *ticks, guint index, const GdkRGBA *color)
{
  const CptTick *tick = &g_array_index (ticks, CptTick, index);
  double x = floor (cpt_timeline_to_px (self, tick->day));
  double end = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA line = *color, text = *color;

  if (index + 1 < ticks->len)
    end = cpt_timeline_to_px (self, g_array_index (ticks, CptTick, index + 1).day);
  line.alpha *= tick->major ? 0.30f : 0.12f;
  text.alpha *= tick->major ? 1.0f : 0.75f;
  if (x >= 0)
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT ((float) x, 0, 1, (float) gtk_widget_get_height (GTK_WIDGET (self))));
  /* The stretch that began before the view is named at its left end, where the next name leaves room. */
  draw_text (self, snapshot, tick->label, MAX (x + TICK_GAP_PX, TICK_GAP_PX), end, &text);
}

static void
draw_axis (CptTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  g_autoptr (GArray) ticks = cpt_timeline_ticks_new (
      cpt_timeline_viewport_get_begin (self->viewport), cpt_timeline_viewport_get_end (self->viewport),
      gtk_widget_get_width (GTK_WIDGET (self)), self->sizes.tick);

  for (guint i = 0; i < ticks->len; i++)
    draw_tick (self, snapshot, ticks, i, color);
}

/* Where the days of publication stand, each pixel once: (element-type float). */
static GArray *
list_publications (CptTimeline *self)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  guint n;
  const CptPublicationMark *marks = cpt_chronology_get_publications (self->chronology, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (float));

  for (guint i = 0; i < n; i++)
    {
      float x = (float) floor (cpt_timeline_to_px (self, marks[i].day + 0.5));

      if (x >= 0 && x <= width && g_hash_table_add (seen, GINT_TO_POINTER ((int) x + 1)))
        g_array_append_val (places, x);
    }
  return places;
}

static void
draw_publications (CptTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  float top = (float) self->sizes.axis_height, height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GArray) places = list_publications (self);
  GdkRGBA dash = *color;

  dash.alpha *= 0.55f;
  for (guint i = 0; i < places->len; i++)
    {
      float x = g_array_index (places, float, i);

      for (float y = top; y < height && places->len <= MAX_LINES; y += 8)
        gtk_snapshot_append_color (snapshot, &dash, &GRAPHENE_RECT_INIT (x, y, 1.5f, 4));
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x - 3, top - 7, 7.5f, 7));
    }
}

void
cpt_timeline_draw (CptTimeline *self, GtkSnapshot *snapshot)
{
  GdkRGBA color;

  if (self->chronology == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  cpt_widget_get_color (GTK_WIDGET (self), &color);
  for (guint i = 0; i < cpt_chronology_get_n_lanes (self->chronology); i++)
    if (cpt_chronology_shows_lane (self->chronology, i))
      draw_lane (self, snapshot, i);
  draw_axis (self, snapshot, &color);
  draw_publications (self, snapshot, &color);
}
