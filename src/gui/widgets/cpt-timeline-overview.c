// SPDX-License-Identifier: GPL-3.0-or-later
// Shows where events are and which stretch is visible; a click or a drag goes there. Room: gui/widgets.
//
// A help for the eye and the pointer: keys and screen readers go through the events themselves.
#include "cpt-timeline-overview.h"

#include "cpt-side-ink.h"
#include "cpt-widget.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT_PX 36
#define PADDING_PX 4
#define MARK_PX 3
#define WINDOW_RADIUS_PX 5

struct _CptTimelineOverview
{
  GtkWidget parent_instance;
  CptTimelineViewport *viewport;
  CptChronology *chronology; /* (nullable) */
  GskRenderNode *marks;      /* (nullable): all events, drawn once for a width: only the frame around the visible part moves */
  int marks_width;
};

G_DEFINE_FINAL_TYPE (CptTimelineOverview, cpt_timeline_overview, GTK_TYPE_WIDGET)

static double
get_range (CptTimelineOverview *self)
{
  return cpt_timeline_viewport_get_limit_end (self->viewport) - cpt_timeline_viewport_get_limit_begin (self->viewport);
}

static float
to_px (CptTimelineOverview *self, double days)
{
  double begin = cpt_timeline_viewport_get_limit_begin (self->viewport);

  return (float) ((days - begin) / get_range (self) * gtk_widget_get_width (GTK_WIDGET (self)));
}

/* One row a lane; entries that fall on the same pixels are drawn once, so ten thousand cost no more than a screenful. */
static void
draw_lane (CptTimelineOverview *self, GtkSnapshot *snapshot, guint lane)
{
  guint n_entries, n_lanes = cpt_chronology_get_n_lanes (self->chronology);
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n_entries);
  CptSideInk ink = cpt_column_ink_get (cpt_chronology_get_state (self->chronology), lane, cpt_widget_is_dark (GTK_WIDGET (self)));
  float row = (HEIGHT_PX - 2 * PADDING_PX) / (float) n_lanes;
  float y = PADDING_PX + row * (float) lane, drawn_to = -1;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < n_entries; i++)
    {
      float left, right;

      if (entries[i].lane != lane)
        continue;
      left = isinf (entries[i].begin_days) ? 0 : to_px (self, entries[i].begin_days);
      right = isinf (entries[i].end_days) ? width : to_px (self, entries[i].end_days);
      right = MAX (right, left + MARK_PX);
      if (right <= drawn_to)
        continue;
      left = MAX (left, drawn_to);
      gtk_snapshot_append_color (snapshot, &ink.edge, &GRAPHENE_RECT_INIT (left, y + 1, right - left, row - 2));
      drawn_to = right;
    }
}

static void
forget_marks (CptTimelineOverview *self)
{
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ensure_marks (CptTimelineOverview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkSnapshot *snapshot;

  if (self->marks != NULL && self->marks_width == width)
    return;
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  snapshot = gtk_snapshot_new ();
  for (guint lane = 0; lane < cpt_chronology_get_n_lanes (self->chronology); lane++)
    draw_lane (self, snapshot, lane);
  self->marks = gtk_snapshot_free_to_node (snapshot);
  self->marks_width = width;
}

static void
cpt_timeline_overview_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cpt_timeline_overview_parent_class)->css_changed (widget, change);
  forget_marks (CPT_TIMELINE_OVERVIEW (widget)); /* light became dark, or dark light */
}

static void
draw_window (CptTimelineOverview *self, GtkSnapshot *snapshot, GdkRGBA color)
{
  float left = to_px (self, cpt_timeline_viewport_get_begin (self->viewport));
  float right = to_px (self, cpt_timeline_viewport_get_end (self->viewport));
  GskRoundedRect outline;
  GdkRGBA fill = color;

  fill.alpha *= 0.10f;
  color.alpha *= 0.55f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (left, 0, MAX (right - left, 6), HEIGHT_PX), WINDOW_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f }, (GdkRGBA[4]){ color, color, color, color });
}

static void
cpt_timeline_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptTimelineOverview *self = CPT_TIMELINE_OVERVIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  GdkRGBA color, ground;

  if (self->chronology == NULL || width <= 0)
    return;
  cpt_widget_get_color (widget, &color);
  ground = color;
  ground.alpha *= 0.05f;
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, HEIGHT_PX));
  ensure_marks (self);
  if (self->marks != NULL)
    gtk_snapshot_append_node (snapshot, self->marks);
  draw_window (self, snapshot, color);
}

static void
cpt_timeline_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : HEIGHT_PX;
}

/* The visible stretch is centred on the pointer. */
static void
go_to (CptTimelineOverview *self, double x)
{
  double day = cpt_timeline_viewport_get_limit_begin (self->viewport)
               + x / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1) * get_range (self);
  double middle = (cpt_timeline_viewport_get_begin (self->viewport) + cpt_timeline_viewport_get_end (self->viewport)) / 2;

  cpt_timeline_viewport_pan (self->viewport, day - middle);
}

static void
drag_begin_cb (CptTimelineOverview *self, double x)
{
  go_to (self, x);
}

static void
drag_update_cb (CptTimelineOverview *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    go_to (self, x + dx);
}

static void
cpt_timeline_overview_dispose (GObject *object)
{
  CptTimelineOverview *self = CPT_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->marks, gsk_render_node_unref);
  g_clear_pointer (&self->chronology, cpt_chronology_unref);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (cpt_timeline_overview_parent_class)->dispose (object);
}

static void
cpt_timeline_overview_class_init (CptTimelineOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_timeline_overview_dispose;
  widget_class->measure = cpt_timeline_overview_measure;
  widget_class->snapshot = cpt_timeline_overview_snapshot;
  widget_class->css_changed = cpt_timeline_overview_css_changed;
  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cpt_timeline_overview_init (CptTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("The whole time. Click or drag to go there."));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * cpt_timeline_overview_new:
 * @viewport: which stretch is visible; a reference is kept
 *
 * Returns: (transfer floating): a new, empty strip
 */
GtkWidget *
cpt_timeline_overview_new (CptTimelineViewport *viewport)
{
  CptTimelineOverview *self = g_object_new (CPT_TYPE_TIMELINE_OVERVIEW, NULL);

  self->viewport = g_object_ref (viewport);
  g_signal_connect_object (viewport, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * cpt_timeline_overview_set_chronology:
 * @chronology: (nullable): what to show
 */
void
cpt_timeline_overview_set_chronology (CptTimelineOverview *self, CptChronology *chronology)
{
  g_return_if_fail (CPT_IS_TIMELINE_OVERVIEW (self));
  if (chronology != NULL)
    cpt_chronology_ref (chronology);
  g_clear_pointer (&self->chronology, cpt_chronology_unref);
  self->chronology = chronology;
  forget_marks (self);
}
