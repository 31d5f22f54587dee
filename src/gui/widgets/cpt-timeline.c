// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline widget. Room: gui/widgets; all arithmetic is in core/timeline, all colour in the style sheet.
//
// Each visible event is a small button of its own, pooled: at GTK 4.8 only widgets reach a screen reader. The layout is
// made when the time, the size or the events change, never while the widget is being allocated.
#include "cpt-timeline-private.h"

#include "cpt-timeline-item.h"
#include "cpt-widget.h"

#include <glib/gi18n.h>
#include <math.h>

#define AXIS_HEIGHT_PX 32
#define LANE_HEAD_PX 28
#define LANE_GAP_PX 8
#define LANE_PADDING_PX 12
#define LANE_EDGE_PX 4
#define ROW_HEIGHT_PX 28
#define ROW_GAP_PX 4
#define LABEL_PX 340
#define CHAR_PX 7.2
#define MARK_PX 12
#define CLUSTER_PX 48
#define GAP_PX 10
#define MIN_TICK_PX 72
#define MIN_WIDTH_PX 240

enum
{
  PROP_0,
  PROP_SELECTED_EVENT,
  N_PROPS
};

enum
{
  SIGNAL_EVENT_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CptTimeline, cpt_timeline, GTK_TYPE_WIDGET)

static guint
get_n_lanes (CptTimeline *self)
{
  return self->chronology != NULL ? cpt_chronology_get_n_lanes (self->chronology) : 0;
}

/* --- lanes --- */

static CptTimelineLane
get_lane (CptTimeline *self, guint lane)
{
  CptState *state = cpt_chronology_get_state (self->chronology);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  return (CptTimelineLane){ lane < n_sides ? sides[lane].name : _ ("Context"),
                            cpt_column_ink_get (state, lane, cpt_widget_is_dark (GTK_WIDGET (self))) };
}

static GtkWidget *
make_lane_name (CptTimeline *self, guint lane)
{
  GtkWidget *name = gtk_label_new (get_lane (self, lane).name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (name, FALSE);
  gtk_widget_add_css_class (name, "timeline-lane-name");
  return name;
}

static void
rebuild_lanes (CptTimeline *self)
{
  g_ptr_array_set_size (self->lane_names, 0);
  for (guint i = 0; i < get_n_lanes (self); i++)
    {
      GtkWidget *name = make_lane_name (self, i);

      gtk_widget_insert_after (name, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->lane_names, name);
    }
}

/* Shares the height: a lane gets the rows that it needs, as long as there are some. */
static void
place_lanes (CptTimeline *self, int height)
{
  guint n_lanes = get_n_lanes (self);
  int lane_height = n_lanes > 0 ? (height - AXIS_HEIGHT_PX - (int) n_lanes * LANE_GAP_PX) / (int) n_lanes : 0;

  for (guint i = 0; i < n_lanes && i < G_N_ELEMENTS (self->lane_y_px); i++)
    {
      self->lane_y_px[i] = AXIS_HEIGHT_PX + (int) i * (lane_height + LANE_GAP_PX);
      self->lane_height_px = MAX (lane_height, LANE_HEAD_PX + ROW_HEIGHT_PX);
    }
}

static guint
get_max_rows (CptTimeline *self)
{
  int rows = (self->lane_height_px - LANE_HEAD_PX) / (ROW_HEIGHT_PX + ROW_GAP_PX);

  return (guint) MAX (rows, 2);
}

/* --- items --- */

static CptTimelineItem *
get_item (CptTimeline *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

static void
item_clicked_cb (CptTimeline *self, CptTimelineItem *item)
{
  const CptTimelineBox *box = cpt_timeline_item_get_box (item);

  if (box->n_entries > 1)
    {
      double begin = isinf (box->begin_days) ? box->end_days - 1 : box->begin_days;
      double end = isinf (box->end_days) ? begin + CPT_TIMELINE_MIN_SPAN_DAYS : box->end_days;
      double margin = MAX ((end - begin) * 0.2, 1);

      cpt_timeline_viewport_show (self->viewport, begin - margin, end + margin);
      return;
    }
  if (self->selected_event == cpt_timeline_item_get_event (item))
    g_signal_emit (self, signals[SIGNAL_EVENT_ACTIVATED], 0, self->selected_event);
  else
    cpt_timeline_set_selected_event (self, cpt_timeline_item_get_event (item));
}

static void
ensure_items (CptTimeline *self, guint n_items)
{
  while (self->items->len < n_items)
    {
      GtkWidget *item = cpt_timeline_item_new ();

      g_signal_connect_object (item, "clicked", G_CALLBACK (item_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (item, GTK_WIDGET (self));
      g_ptr_array_add (self->items, item);
    }
}

/* The keys go on from the selected event, so the focus follows it when it was on the timeline at all. */
static void
show_selection (CptTimeline *self)
{
  gboolean focused = gtk_widget_is_focus (GTK_WIDGET (self)) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  for (guint i = 0; i < self->n_shown; i++)
    {
      CptTimelineItem *item = get_item (self, i);
      gboolean selected = self->selected_event != 0 && cpt_timeline_item_get_event (item) == self->selected_event
                          && cpt_timeline_item_get_box (item)->n_entries == 1;

      cpt_timeline_item_set_selected (item, selected);
      if (selected && focused)
        gtk_widget_grab_focus (GTK_WIDGET (item));
    }
}

static void
show_layout (CptTimeline *self)
{
  guint n_entries, n_boxes = self->layout != NULL ? self->layout->boxes->len : 0;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n_entries);

  ensure_items (self, n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    {
      const CptTimelineBox *box = &g_array_index (self->layout->boxes, CptTimelineBox, i);
      CptTimelineLane lane = get_lane (self, box->lane);

      cpt_timeline_item_show (get_item (self, i), box, &entries[box->entry], &lane);
    }
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_set_child_visible (GTK_WIDGET (get_item (self, i)), i < n_boxes);
  self->n_shown = n_boxes;
  show_selection (self);
}

static void
relayout (CptTimeline *self)
{
  CptTimelineMetrics metrics = {
    .begin_days = cpt_timeline_viewport_get_begin (self->viewport),
    .end_days = cpt_timeline_viewport_get_end (self->viewport),
    .width_px = gtk_widget_get_width (GTK_WIDGET (self)),
    .max_rows = get_max_rows (self),
    .mark_px = MARK_PX,
    .label_px = LABEL_PX,
    .char_px = CHAR_PX,
    .cluster_px = CLUSTER_PX,
    .gap_px = GAP_PX,
  };

  if (self->chronology == NULL || metrics.width_px <= 0)
    return;
  g_clear_pointer (&self->layout, cpt_timeline_layout_free);
  self->layout = cpt_timeline_layout_new (self->chronology, &metrics);
  show_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
relayout_idle_cb (gpointer data)
{
  CptTimeline *self = data;

  self->relayout_id = 0;
  relayout (self);
  return G_SOURCE_REMOVE;
}

/* However many changes there are before the next frame, there is one layout. */
static void
queue_relayout (CptTimeline *self)
{
  if (self->relayout_id == 0)
    self->relayout_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 20, relayout_idle_cb, self, NULL);
}

/* --- geometry and drawing --- */

static double
to_px (CptTimeline *self, double days)
{
  double begin = cpt_timeline_viewport_get_begin (self->viewport);
  double end = cpt_timeline_viewport_get_end (self->viewport);

  return (days - begin) / (end - begin) * gtk_widget_get_width (GTK_WIDGET (self));
}

double
cpt_timeline_to_days (CptTimeline *self, double x_px)
{
  double begin = cpt_timeline_viewport_get_begin (self->viewport);
  double end = cpt_timeline_viewport_get_end (self->viewport);

  return begin + (end - begin) * x_px / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

static void
cpt_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  CptTimeline *self = CPT_TIMELINE (widget);
  int lanes = (int) get_n_lanes (self);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? MIN_WIDTH_PX
                 : AXIS_HEIGHT_PX + lanes * (LANE_HEAD_PX + 2 * (ROW_HEIGHT_PX + ROW_GAP_PX) + LANE_GAP_PX);
  *natural = *minimum;
}

static void
allocate_item (CptTimeline *self, CptTimelineItem *item)
{
  const CptTimelineBox *box = cpt_timeline_item_get_box (item);
  int y = self->lane_y_px[box->lane] + LANE_HEAD_PX + (int) box->row * (ROW_HEIGHT_PX + ROW_GAP_PX);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (item), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (item),
                            &(GtkAllocation){ (int) box->left_px, y, MAX ((int) box->width_px, minimum), ROW_HEIGHT_PX }, -1);
}

static void
cpt_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptTimeline *self = CPT_TIMELINE (widget);

  place_lanes (self, height);
  if (width != self->laid_out_width_px || height != self->laid_out_height_px)
    queue_relayout (self);
  self->laid_out_width_px = width;
  self->laid_out_height_px = height;
  for (guint i = 0; i < self->lane_names->len; i++)
    gtk_widget_size_allocate (g_ptr_array_index (self->lane_names, i),
                              &(GtkAllocation){ LANE_PADDING_PX, self->lane_y_px[i], MAX (width - 2 * LANE_PADDING_PX, 60), LANE_HEAD_PX }, -1);
  for (guint i = 0; i < self->n_shown; i++)
    allocate_item (self, get_item (self, i));
}

static void
draw_lane (CptTimeline *self, GtkSnapshot *snapshot, guint lane)
{
  CptSideInk ink = get_lane (self, lane).ink;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float y = (float) self->lane_y_px[lane], height = (float) self->lane_height_px;

  gtk_snapshot_append_color (snapshot, &ink.tint, &GRAPHENE_RECT_INIT (0, y, width, height));
  cpt_side_ink_snapshot_edge (&ink, snapshot, &GRAPHENE_RECT_INIT (0, y, LANE_EDGE_PX, height));
}

static void
draw_text (CptTimeline *self, GtkSnapshot *snapshot, const char *text, double x, const GdkRGBA *color)
{
  if (self->tick_text == NULL)
    self->tick_text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_text (self->tick_text, text, -1);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, 6));
  gtk_snapshot_append_layout (snapshot, self->tick_text, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_axis (CptTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GArray) ticks
      = cpt_timeline_ticks_new (cpt_timeline_viewport_get_begin (self->viewport),
                                cpt_timeline_viewport_get_end (self->viewport), width, MIN_TICK_PX);

  for (guint i = 0; i < ticks->len; i++)
    {
      const CptTick *tick = &g_array_index (ticks, CptTick, i);
      double x = floor (to_px (self, tick->day));
      GdkRGBA line = *color, text = *color;

      line.alpha *= tick->major ? 0.30f : 0.12f;
      text.alpha *= tick->major ? 1.0f : 0.75f;
      if (x >= 0)
        gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT ((float) x, 0, 1, (float) height));
      /* The stretch that began before the view is named at its left end, where the next name leaves room. */
      if (x >= 0 || i + 1 == ticks->len || to_px (self, g_array_index (ticks, CptTick, i + 1).day) >= MIN_TICK_PX)
        draw_text (self, snapshot, tick->label, MAX (x + 6, 6), &text);
    }
}

static void
draw_publications (CptTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n;
  const CptPublicationMark *marks = cpt_chronology_get_publications (self->chronology, &n);
  double last_x = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      float x = (float) floor (to_px (self, marks[i].day + 0.5));
      GdkRGBA dash = *color;

      if (x < 0 || fabs (x - last_x) < 2)
        continue;
      last_x = x;
      dash.alpha *= 0.55f;
      for (float y = AXIS_HEIGHT_PX; y < (float) height; y += 8)
        gtk_snapshot_append_color (snapshot, &dash, &GRAPHENE_RECT_INIT (x, y, 1.5f, 4));
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x - 3, AXIS_HEIGHT_PX - 7, 7.5f, 7));
    }
}

static void
cpt_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptTimeline *self = CPT_TIMELINE (widget);
  GdkRGBA color;

  cpt_widget_get_color (widget, &color);
  for (guint i = 0; i < get_n_lanes (self); i++)
    draw_lane (self, snapshot, i);
  if (self->chronology != NULL && gtk_widget_get_width (widget) > 0)
    {
      draw_axis (self, snapshot, &color);
      draw_publications (self, snapshot, &color);
    }
  for (guint i = 0; i < self->lane_names->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->lane_names, i), snapshot);
  for (guint i = 0; i < self->n_shown; i++)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (get_item (self, i)), snapshot);
}

static void
cpt_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cpt_timeline_parent_class)->css_changed (widget, change);
  g_clear_object (&CPT_TIMELINE (widget)->tick_text);
  queue_relayout (CPT_TIMELINE (widget)); /* light became dark, or dark light */
}

/* --- object --- */

static void
cpt_timeline_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED_EVENT)
    g_value_set_uint (value, CPT_TIMELINE (object)->selected_event);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
cpt_timeline_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED_EVENT)
    cpt_timeline_set_selected_event (CPT_TIMELINE (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
cpt_timeline_dispose (GObject *object)
{
  CptTimeline *self = CPT_TIMELINE (object);

  g_clear_handle_id (&self->relayout_id, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->lane_names, g_ptr_array_unref);
  g_clear_pointer (&self->layout, cpt_timeline_layout_free);
  g_clear_pointer (&self->chronology, cpt_chronology_unref);
  g_clear_object (&self->tick_text);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (cpt_timeline_parent_class)->dispose (object);
}

static void
cpt_timeline_class_init (CptTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cpt_timeline_get_property;
  object_class->set_property = cpt_timeline_set_property;
  object_class->dispose = cpt_timeline_dispose;
  widget_class->measure = cpt_timeline_measure;
  widget_class->size_allocate = cpt_timeline_size_allocate;
  widget_class->snapshot = cpt_timeline_snapshot;
  widget_class->css_changed = cpt_timeline_css_changed;

  properties[PROP_SELECTED_EVENT]
      = g_param_spec_uint ("selected-event", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_EVENT_ACTIVATED] = g_signal_new ("event-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cpt_timeline_init (CptTimeline *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->lane_names = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->laid_out_width_px = self->laid_out_height_px = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  cpt_timeline_add_input (self);
}

/**
 * cpt_timeline_new:
 * @viewport: which time is visible; a reference is kept
 *
 * Returns: (transfer floating): a new, empty timeline
 */
GtkWidget *
cpt_timeline_new (CptTimelineViewport *viewport)
{
  CptTimeline *self = g_object_new (CPT_TYPE_TIMELINE, NULL);

  self->viewport = g_object_ref (viewport);
  g_signal_connect_object (viewport, "changed", G_CALLBACK (queue_relayout), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * cpt_timeline_set_chronology:
 * @chronology: (nullable): what to show
 *
 * The visible time stays; the caller sets the limits of the viewport. The selection stays where its event does.
 */
void
cpt_timeline_set_chronology (CptTimeline *self, CptChronology *chronology)
{
  g_return_if_fail (CPT_IS_TIMELINE (self));
  if (chronology == self->chronology)
    return;
  g_clear_pointer (&self->layout, cpt_timeline_layout_free);
  g_clear_pointer (&self->chronology, cpt_chronology_unref);
  self->chronology = chronology != NULL ? cpt_chronology_ref (chronology) : NULL;
  for (guint i = 0; i < self->items->len; i++)
    {
      cpt_timeline_item_reset (get_item (self, i));
      gtk_widget_set_child_visible (GTK_WIDGET (get_item (self, i)), FALSE);
    }
  self->n_shown = 0;
  rebuild_lanes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_relayout (self);
}

guint32
cpt_timeline_get_selected_event (CptTimeline *self)
{
  return self->selected_event;
}

/**
 * cpt_timeline_set_selected_event:
 * @event_id: an event, or 0 for none
 *
 * Selects an event and brings it into view.
 */
void
cpt_timeline_set_selected_event (CptTimeline *self, guint32 event_id)
{
  guint n;
  const CptChronologyEntry *entries;

  g_return_if_fail (CPT_IS_TIMELINE (self));
  if (event_id == self->selected_event)
    return;
  self->selected_event = event_id;
  if (self->chronology != NULL && event_id != 0)
    {
      entries = cpt_chronology_get_entries (self->chronology, &n);
      for (guint i = 0; i < n; i++)
        if (entries[i].event->id == event_id)
          {
            cpt_timeline_viewport_reveal (self->viewport, entries[i].begin_days, entries[i].end_days);
            break;
          }
    }
  show_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_EVENT]);
}
