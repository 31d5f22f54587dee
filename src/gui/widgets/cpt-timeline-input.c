// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer, touchpad and keys of the timeline. Room: gui/widgets; turns gestures into calls of the viewport.
#include "cpt-timeline-private.h"

#include <math.h>

/* One notch of a wheel, and one press of plus. */
#define ZOOM_STEP 1.25
/* One notch sideways pans by this share of what is visible. */
#define PAN_RATIO 0.08
/* So many pixels of a swipe on a touchpad zoom as one notch of a wheel does. */
#define NOTCH_PX 30.0
/* One press of Page Down goes on by this share of what is visible. */
#define PAGE_RATIO 0.8

static double
get_span (CptTimeline *self)
{
  return cpt_timeline_viewport_get_end (self->viewport) - cpt_timeline_viewport_get_begin (self->viewport);
}

static double
get_days_per_px (CptTimeline *self)
{
  return get_span (self) / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

static void
motion_cb (CptTimeline *self, double x, double y)
{
  self->pointer_x_px = x;
}

/* A wheel speaks in notches; a touchpad in pixels, and then the ground goes with the fingers. */
static gboolean
scroll_cb (CptTimeline *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean in_px = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE;
  double sideways = fabs (dx) > fabs (dy) ? dx : dy;

  if (self->chronology == NULL)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_SHIFT_MASK || fabs (dx) > fabs (dy))
    cpt_timeline_viewport_pan (self->viewport, in_px ? sideways * get_days_per_px (self) : sideways * get_span (self) * PAN_RATIO);
  else
    cpt_timeline_viewport_zoom (self->viewport, cpt_timeline_to_days (self, self->pointer_x_px),
                                pow (ZOOM_STEP, in_px ? -dy / NOTCH_PX : -dy));
  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (CptTimeline *self, double x, double y, GtkGestureDrag *drag)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (target != GTK_WIDGET (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag_begin_days = cpt_timeline_viewport_get_begin (self->viewport);
}

static void
drag_update_cb (CptTimeline *self, double dx, double dy, GtkGestureDrag *drag)
{
  double begin = self->drag_begin_days - dx * get_days_per_px (self);

  cpt_timeline_viewport_pan (self->viewport, begin - cpt_timeline_viewport_get_begin (self->viewport));
}

static void
pinch_cb (CptTimeline *self, double scale, GtkGestureZoom *zoom)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (zoom), &x, &y))
    return;
  cpt_timeline_viewport_zoom (self->viewport, cpt_timeline_to_days (self, x), scale / self->pinch_scale);
  self->pinch_scale = scale;
}

static void
pinch_begin_cb (CptTimeline *self, GdkEventSequence *sequence, GtkGestureZoom *zoom)
{
  self->pinch_scale = 1;
}

/* --- keys --- */

/* Where the keys go on from: the selected event, else the one that has the keyboard. -1 for none. */
static int
find_current (CptTimeline *self)
{
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint32 event_id = self->selected_event;
  guint lane = self->selected_lane;

  if (event_id == 0 && CPT_IS_TIMELINE_ITEM (focus))
    {
      event_id = cpt_timeline_item_get_event (CPT_TIMELINE_ITEM (focus));
      lane = cpt_timeline_item_get_box (CPT_TIMELINE_ITEM (focus))->lane;
    }
  for (guint i = 0; i < n; i++)
    if (entries[i].event->id == event_id && entries[i].lane == lane)
      return (int) i;
  return -1;
}

/* The next entry in time, backwards or forwards, of the same lane. */
static void
step_in_time (CptTimeline *self, int direction)
{
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);
  int at = find_current (self);

  if (n == 0)
    return;
  if (at < 0 || self->selected_event == 0)
    {
      cpt_timeline_select (self, &entries[at >= 0 ? at : direction > 0 ? 0 : (int) n - 1]);
      return;
    }
  for (int i = at + direction; i >= 0 && i < (int) n; i += direction)
    if (entries[i].lane == entries[at].lane)
      {
        cpt_timeline_select (self, &entries[i]);
        return;
      }
}

/* The entry nearest in time in the next lane that has any. */
static void
step_to_lane (CptTimeline *self, int direction)
{
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);
  int at = find_current (self), best = -1;

  if (at < 0)
    {
      step_in_time (self, 1);
      return;
    }
  for (int lane = (int) entries[at].lane + direction; lane >= 0 && lane < (int) cpt_chronology_get_n_lanes (self->chronology) && best < 0;
       lane += direction)
    for (guint i = 0; i < n; i++)
      if (entries[i].lane == (guint) lane && (best < 0 || ABS ((int) i - at) < ABS (best - at)))
        best = (int) i;
  if (best >= 0)
    cpt_timeline_select (self, &entries[best]);
}

static void
go_to_end (CptTimeline *self, gboolean last)
{
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);

  if (n > 0)
    cpt_timeline_select (self, &entries[last ? n - 1 : 0]);
}

static double
get_distance (const CptChronologyEntry *entry, double day)
{
  double begin = isinf (entry->begin_days) ? entry->end_days : entry->begin_days;

  return fabs (begin - day);
}

/* What the eye wants to keep: the selected event, else the one nearest to the middle of the view. */
static double
find_zoom_centre (CptTimeline *self)
{
  double middle = (cpt_timeline_viewport_get_begin (self->viewport) + cpt_timeline_viewport_get_end (self->viewport)) / 2;
  int best = self->selected_event != 0 ? find_current (self) : -1;
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);

  for (guint i = 0; i < n && (self->selected_event == 0 || best < 0); i++)
    if (best < 0 || get_distance (&entries[i], middle) < get_distance (&entries[best], middle))
      best = (int) i;
  if (best < 0)
    return middle;
  return isinf (entries[best].begin_days) ? entries[best].end_days : entries[best].begin_days;
}

static gboolean
key_pressed_cb (CptTimeline *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  if (self->chronology == NULL || self->popover != NULL || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      step_in_time (self, keyval == GDK_KEY_Right ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      step_to_lane (self, keyval == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      go_to_end (self, keyval == GDK_KEY_End);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      cpt_timeline_viewport_pan (self->viewport, (keyval == GDK_KEY_Page_Down ? PAGE_RATIO : -PAGE_RATIO) * get_span (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
    case GDK_KEY_equal:
      cpt_timeline_zoom (self, ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      cpt_timeline_zoom (self, 1 / ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      cpt_timeline_viewport_fit (self->viewport);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Attaches the controllers; called once, from init. */
void
cpt_timeline_add_input (CptTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/**
 * cpt_timeline_zoom:
 * @factor: above 1 to see more detail, below 1 to see more time
 *
 * Zooms so that the selected event, or else the one nearest to the middle, stays where it is: a stretch without events
 * tells nobody anything.
 */
void
cpt_timeline_zoom (CptTimeline *self, double factor)
{
  g_return_if_fail (CPT_IS_TIMELINE (self));
  if (self->chronology != NULL)
    cpt_timeline_viewport_zoom (self->viewport, find_zoom_centre (self), factor);
}
