// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline widget. Room: gui/widgets; all arithmetic is in core/timeline, all colour in the style sheet.
//
// Each visible event is a small button of its own, pooled: at GTK 4.8 only widgets reach a screen reader. The layout is
// made when the time, the size or the events change, never while the widget is being allocated.
#include "cpt-timeline-private.h"

#include "cpt-widget.h"

#include <glib/gi18n.h>
#include <math.h>

#define LANE_PADDING_PX 12
#define GAP_PX 10
#define MIN_WIDTH_PX 240
/* The font of labels, beside that of the page; see reading-pages.css. */
#define LABEL_SCALE 0.92
#define DEFAULT_EM_PX 13.0

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

static gboolean
shows_lane (CptTimeline *self, guint lane)
{
  return cpt_chronology_shows_lane (self->chronology, lane);
}

static guint
count_shown_lanes (CptTimeline *self)
{
  guint n = 0;

  for (guint i = 0; i < get_n_lanes (self); i++)
    n += shows_lane (self, i);
  return n;
}

/* --- sizes --- */

static double
get_font_px (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = font != NULL ? (double) pango_font_description_get_size (font) / PANGO_SCALE : 0;
  double resolution = pango_cairo_context_get_resolution (context);

  if (size <= 0)
    return DEFAULT_EM_PX;
  return pango_font_description_get_size_is_absolute (font) ? size : size * (resolution > 0 ? resolution : 96) / 72;
}

/* Everything follows the font: at twice the size of text there are half as many rows, and none is cut. */
static void
update_sizes (CptTimeline *self)
{
  double em = get_font_px (GTK_WIDGET (self)) * LABEL_SCALE;

  self->sizes = (CptTimelineSizes){
    .em = em,
    .axis_height = (int) ceil (em * 2.6),
    .lane_head = (int) ceil (em * 2.0),
    .lane_gap = 8,
    .row_height = (int) ceil (em * 2.25),
    .row_gap = 4,
    .label = (int) ceil (em * 27),
    .mark = (int) ceil (em),
    .cluster = (int) ceil (em * 3.8),
    .tick = (int) ceil (em * 6),
  };
}

/* --- lanes --- */

CptTimelineLane
cpt_timeline_get_lane (CptTimeline *self, guint lane)
{
  CptState *state = cpt_chronology_get_state (self->chronology);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  return (CptTimelineLane){ lane < n_sides ? sides[lane].name : _ ("Context"),
                            cpt_column_ink_get (state, lane, cpt_widget_is_dark (GTK_WIDGET (self))), self->sizes.mark,
                            self->search };
}

static GtkWidget *
make_lane_name (CptTimeline *self, guint lane)
{
  GtkWidget *name = gtk_label_new (cpt_timeline_get_lane (self, lane).name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (name, FALSE);
  gtk_widget_add_css_class (name, "timeline-lane-name");
  return name;
}

static int
get_beyond_lane (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "lane"));
}

/* Goes to the nearest event before or after the visible time. */
static void
beyond_clicked_cb (CptTimeline *self, GtkWidget *button)
{
  gboolean later = g_object_get_data (G_OBJECT (button), "later") != NULL;
  double begin = cpt_timeline_viewport_get_begin (self->viewport), end = cpt_timeline_viewport_get_end (self->viewport);
  guint n, lane = (guint) get_beyond_lane (button);
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n), *nearest = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (entries[i].lane != lane || !(later ? entries[i].begin_days >= end : entries[i].end_days <= begin))
        continue;
      if (nearest == NULL || (later ? entries[i].begin_days < nearest->begin_days : entries[i].end_days > nearest->end_days))
        nearest = &entries[i];
    }
  if (nearest == NULL)
    return;
  if (later)
    cpt_timeline_viewport_pan (self->viewport, nearest->begin_days - (begin + (end - begin) * 0.4));
  else
    cpt_timeline_viewport_pan (self->viewport, nearest->end_days - (begin + (end - begin) * 0.6));
}

/* Keys and Tab pass them: Left and Right lead to the events themselves. */
static GtkWidget *
make_beyond (CptTimeline *self, guint lane, gboolean later)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "timeline-beyond");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  later ? _ ("Later events") : _ ("Earlier events"), -1);
  g_object_set_data (G_OBJECT (button), "lane", GINT_TO_POINTER ((int) lane));
  g_object_set_data (G_OBJECT (button), "later", later ? button : NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (beyond_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
rebuild_lanes (CptTimeline *self)
{
  g_ptr_array_set_size (self->lane_names, 0);
  g_ptr_array_set_size (self->beyond, 0);
  for (guint i = 0; i < get_n_lanes (self); i++)
    {
      GtkWidget *name = make_lane_name (self, i);

      gtk_widget_set_child_visible (name, shows_lane (self, i));
      gtk_widget_insert_after (name, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->lane_names, name);
      for (guint later = 0; later < 2; later++)
        {
          GtkWidget *button = make_beyond (self, i, later != 0);

          gtk_widget_set_parent (button, GTK_WIDGET (self));
          gtk_widget_set_child_visible (button, FALSE);
          g_ptr_array_add (self->beyond, button);
        }
    }
}

static void
show_beyond (GtkWidget *button, guint n, const char *lane_name)
{
  gboolean later = g_object_get_data (G_OBJECT (button), "later") != NULL;
  g_autofree char *text = g_strdup_printf (later ? "%u ›" : "‹ %u", n);
  g_autofree char *name = NULL;

  gtk_widget_set_child_visible (button, n > 0);
  if (n == 0 || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), text) == 0)
    return;
  name = later ? g_strdup_printf (ngettext ("%u later event of %s", "%u later events of %s", n), n, lane_name)
               : g_strdup_printf (ngettext ("%u earlier event of %s", "%u earlier events of %s", n), n, lane_name);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* How many events of each lane stand before and after the visible time. */
static void
update_beyond (CptTimeline *self)
{
  double begin = cpt_timeline_viewport_get_begin (self->viewport), end = cpt_timeline_viewport_get_end (self->viewport);
  guint n, counts[CPT_MAX_SIDES + 1][2] = { 0 };
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);

  for (guint i = 0; i < n; i++)
    {
      counts[entries[i].lane][0] += entries[i].end_days <= begin;
      counts[entries[i].lane][1] += entries[i].begin_days >= end;
    }
  for (guint i = 0; i < self->beyond->len; i++)
    show_beyond (g_ptr_array_index (self->beyond, i), shows_lane (self, i / 2) ? counts[i / 2][i % 2] : 0,
                 cpt_timeline_get_lane (self, i / 2).name);
}

/* Shares the height among the lanes that are shown. */
static void
place_lanes (CptTimeline *self, int height)
{
  const CptTimelineSizes *sizes = &self->sizes;
  int n_lanes = (int) count_shown_lanes (self), y = sizes->axis_height;
  int lane_height = n_lanes > 0 ? (height - sizes->axis_height - (n_lanes - 1) * sizes->lane_gap) / n_lanes : 0;

  self->lane_height_px = MAX (lane_height, sizes->lane_head + sizes->row_height);
  for (guint i = 0; i < get_n_lanes (self); i++)
    {
      self->lane_y_px[i] = y;
      y += shows_lane (self, i) ? lane_height + sizes->lane_gap : 0;
    }
}

static guint
get_max_rows (CptTimeline *self)
{
  int rows = (self->lane_height_px - self->sizes.lane_head + self->sizes.row_gap) / (self->sizes.row_height + self->sizes.row_gap);

  return (guint) MAX (rows, 2);
}

/* --- items --- */

static CptTimelineItem *
get_item (CptTimeline *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

static void select_in_lane (CptTimeline *self, guint32 event_id, guint lane);

static void
item_clicked_cb (CptTimeline *self, CptTimelineItem *item)
{
  const CptTimelineBox *box = cpt_timeline_item_get_box (item);

  if (box->n_entries > 1)
    {
      cpt_timeline_open_cluster (self, item);
      return;
    }
  if (self->selected_event == cpt_timeline_item_get_event (item) && self->selected_lane == box->lane)
    g_signal_emit (self, signals[SIGNAL_EVENT_ACTIVATED], 0, self->selected_event);
  else
    select_in_lane (self, cpt_timeline_item_get_event (item), box->lane);
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

/* The box in which the selected event stands now, by itself or in a cluster. */
static guint
find_selected_box (CptTimeline *self)
{
  guint n;
  const CptChronologyEntry *entries;

  if (self->selected_event == 0 || self->chronology == NULL || self->layout == NULL)
    return CPT_TIMELINE_NO_BOX;
  entries = cpt_chronology_get_entries (self->chronology, &n);
  for (guint i = 0; i < n && i < self->layout->box_of->len; i++)
    if (entries[i].event->id == self->selected_event && entries[i].lane == self->selected_lane)
      return g_array_index (self->layout->box_of, guint, i);
  return CPT_TIMELINE_NO_BOX;
}

/* The keys go on from the selected event, so the focus follows it when it was on the timeline at all. */
static void
show_selection (CptTimeline *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean focused = gtk_widget_is_focus (GTK_WIDGET (self)) || CPT_IS_TIMELINE_ITEM (focus);
  guint selected = find_selected_box (self);

  for (guint i = 0; i < self->n_shown; i++)
    {
      cpt_timeline_item_set_selected (get_item (self, i), i == selected);
      if (i == selected && focused)
        gtk_widget_grab_focus (GTK_WIDGET (get_item (self, i)));
    }
}

/* Before the item that has the keyboard goes: the events keep it. */
static void
keep_focus (CptTimeline *self, guint n_shown)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = n_shown; i < self->items->len; i++)
    if (focus == (GtkWidget *) get_item (self, i))
      gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What an item shows: naming it anew is the dearest part of a frame, so it goes on showing the same where it can. */
static gint64
get_item_key (guint32 event_id, const CptTimelineBox *box)
{
  return (gint64) event_id << 32 | (gint64) MIN (box->n_entries, G_MAXUINT16) << 8 | box->lane;
}

static void
swap_items (CptTimeline *self, guint a, guint b)
{
  gpointer kept = self->items->pdata[a];

  self->items->pdata[a] = self->items->pdata[b];
  self->items->pdata[b] = kept;
}

/* Puts the items in the order of the boxes: first those that show the same as before, wherever it stands now. */
static void
match_items (CptTimeline *self, const CptChronologyEntry *entries)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new (gint64, self->items->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    {
      keys[i] = get_item_key (cpt_timeline_item_get_event (get_item (self, i)), cpt_timeline_item_get_box (get_item (self, i)));
      g_hash_table_insert (places, &keys[i], GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < self->layout->boxes->len; i++)
    {
      const CptTimelineBox *box = &g_array_index (self->layout->boxes, CptTimelineBox, i);
      gint64 key = get_item_key (entries[box->entry].event->id, box), other = keys[i];
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key));

      if (at == 0 || at - 1 == i || at - 1 < i)
        continue;
      swap_items (self, i, at - 1);
      g_hash_table_remove (places, &key);
      g_hash_table_remove (places, &other);
      keys[i] = key;
      keys[at - 1] = other;
      g_hash_table_insert (places, &keys[i], GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (places, &keys[at - 1], GUINT_TO_POINTER (at));
    }
}

static void
show_layout (CptTimeline *self)
{
  guint n_entries, n_boxes = self->layout != NULL ? self->layout->boxes->len : 0;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n_entries);
  CptTimelineLane lanes[CPT_MAX_SIDES + 1];

  for (guint i = 0; i < get_n_lanes (self); i++)
    lanes[i] = cpt_timeline_get_lane (self, i);
  ensure_items (self, n_boxes);
  if (n_boxes > 0)
    match_items (self, entries);
  for (guint i = 0; i < n_boxes; i++)
    {
      const CptTimelineBox *box = &g_array_index (self->layout->boxes, CptTimelineBox, i);
      cpt_timeline_item_show (get_item (self, i), box, &entries[box->entry], &lanes[box->lane]);
    }
  for (guint i = 0; i < n_boxes; i++)
    gtk_widget_set_child_visible (GTK_WIDGET (get_item (self, i)), TRUE);
  self->n_shown = n_boxes;
  show_selection (self);
  keep_focus (self, n_boxes);
  for (guint i = n_boxes; i < self->items->len; i++)
    gtk_widget_set_child_visible (GTK_WIDGET (get_item (self, i)), FALSE);
  update_beyond (self);
}

/* Where the lanes are higher than what is around them, brings the row of a box into view. */
static void
reveal_row (CptTimeline *self, guint index)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const CptTimelineBox *box;
  int y;

  if (scroller == NULL || index >= self->layout->boxes->len)
    return;
  box = &g_array_index (self->layout->boxes, CptTimelineBox, index);
  y = self->lane_y_px[box->lane] + self->sizes.lane_head + (int) box->row * (self->sizes.row_height + self->sizes.row_gap);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                             y - (box->row == 0 ? self->sizes.lane_head : 0), y + self->sizes.row_height + self->sizes.row_gap);
}

static void
relayout (CptTimeline *self)
{
  CptTimelineMetrics metrics = {
    .begin_days = cpt_timeline_viewport_get_begin (self->viewport),
    .end_days = cpt_timeline_viewport_get_end (self->viewport),
    .width_px = gtk_widget_get_width (GTK_WIDGET (self)),
    .max_rows = get_max_rows (self),
    .mark_px = self->sizes.mark,
    .label_px = self->sizes.label,
    .em_px = self->sizes.em,
    .cluster_px = self->sizes.cluster,
    .gap_px = GAP_PX,
  };

  if (self->chronology == NULL || metrics.width_px <= 0)
    return;
  g_clear_pointer (&self->layout, cpt_timeline_layout_free);
  self->layout = cpt_timeline_layout_new (self->chronology, &metrics);
  show_layout (self);
  if (self->reveal_row)
    reveal_row (self, find_selected_box (self));
  self->reveal_row = FALSE;
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

double
cpt_timeline_to_px (CptTimeline *self, double days)
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
  const CptTimelineSizes *sizes = &self->sizes;
  int lanes = self->chronology != NULL ? (int) count_shown_lanes (self) : 0;

  *minimum = *natural
      = orientation == GTK_ORIENTATION_HORIZONTAL
            ? MIN_WIDTH_PX
            : sizes->axis_height + lanes * (sizes->lane_head + 2 * sizes->row_height + sizes->row_gap + sizes->lane_gap)
                  - (lanes > 0 ? sizes->lane_gap : 0);
}

static void
allocate_item (CptTimeline *self, CptTimelineItem *item)
{
  const CptTimelineBox *box = cpt_timeline_item_get_box (item);
  int y = self->lane_y_px[box->lane] + self->sizes.lane_head + (int) box->row * (self->sizes.row_height + self->sizes.row_gap);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (item), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (item),
                            &(GtkAllocation){ (int) box->left_px, y, MAX ((int) box->width_px, minimum), self->sizes.row_height }, -1);
}

/* The lane's name stands between what is counted before and after the visible time. */
static void
allocate_lane_head (CptTimeline *self, guint lane, int width)
{
  int height = self->sizes.lane_head, y = self->lane_y_px[lane], x = LANE_PADDING_PX, end = width - LANE_PADDING_PX;
  GtkWidget *before = g_ptr_array_index (self->beyond, 2 * lane), *after = g_ptr_array_index (self->beyond, 2 * lane + 1);
  GtkWidget *name = g_ptr_array_index (self->lane_names, lane);
  int before_width, after_width, name_width, minimum;

  gtk_widget_measure (before, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before_width, NULL, NULL);
  gtk_widget_measure (after, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after_width, NULL, NULL);
  gtk_widget_measure (name, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &name_width, NULL, NULL);
  name_width = CLAMP (name_width, minimum, MAX (minimum, end - x - before_width - after_width - 2 * LANE_PADDING_PX));
  gtk_widget_size_allocate (name, &(GtkAllocation){ x, y, name_width, height }, -1);
  gtk_widget_size_allocate (before, &(GtkAllocation){ x + name_width + LANE_PADDING_PX, y + 1, before_width, height - 2 }, -1);
  gtk_widget_size_allocate (after, &(GtkAllocation){ end - after_width, y + 1, after_width, height - 2 }, -1);
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
    allocate_lane_head (self, i, width);
  for (guint i = 0; i < self->n_shown; i++)
    allocate_item (self, get_item (self, i));
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
cpt_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptTimeline *self = CPT_TIMELINE (widget);

  cpt_timeline_draw (self, snapshot);
  for (guint i = 0; i < self->lane_names->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->lane_names, i), snapshot);
  for (guint i = 0; i < self->beyond->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->beyond, i), snapshot);
  for (guint i = 0; i < self->n_shown; i++)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (get_item (self, i)), snapshot);
}

static void
font_changed (CptTimeline *self)
{
  g_clear_object (&self->tick_text);
  update_sizes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_relayout (self);
}

static void
cpt_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cpt_timeline_parent_class)->css_changed (widget, change);
  font_changed (CPT_TIMELINE (widget)); /* or light became dark, or dark light */
}

static void
cpt_timeline_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (cpt_timeline_parent_class)->system_setting_changed (widget, setting);
  if (setting != GTK_SYSTEM_SETTING_DISPLAY)
    font_changed (CPT_TIMELINE (widget));
}

/* Tab comes to the timeline once, and leaves it: within it the arrows lead from event to event. */
static gboolean
cpt_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CptTimeline *self = CPT_TIMELINE (widget);
  guint selected = find_selected_box (self);
  guint index = selected < self->n_shown ? selected : 0;

  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  if (self->n_shown == 0)
    return gtk_widget_grab_focus (widget);
  reveal_row (self, index);
  return gtk_widget_grab_focus (GTK_WIDGET (get_item (self, index)));
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
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->beyond, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->lane_names, g_ptr_array_unref);
  g_clear_pointer (&self->layout, cpt_timeline_layout_free);
  g_clear_pointer (&self->chronology, cpt_chronology_unref);
  g_clear_object (&self->tick_text);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->search, g_free);
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
  widget_class->system_setting_changed = cpt_timeline_system_setting_changed;
  widget_class->focus = cpt_timeline_focus;

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
  self->beyond = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->laid_out_width_px = self->laid_out_height_px = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  update_sizes (self);
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

/* The lane is told apart because an event stands in that of each side that claims it. */
static void
select_in_lane (CptTimeline *self, guint32 event_id, guint lane)
{
  guint n;
  const CptChronologyEntry *entries;

  if (event_id == self->selected_event && lane == self->selected_lane)
    return;
  self->selected_event = event_id;
  self->selected_lane = lane;
  self->reveal_row = TRUE;
  queue_relayout (self);
  entries = cpt_chronology_get_entries (self->chronology, &n);
  for (guint i = 0; i < n; i++)
    if (entries[i].event->id == event_id && entries[i].lane == lane)
      cpt_timeline_viewport_reveal (self->viewport, entries[i].begin_days, entries[i].end_days);
  show_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_EVENT]);
}

void
cpt_timeline_select (CptTimeline *self, const CptChronologyEntry *entry)
{
  select_in_lane (self, entry->event->id, entry->lane);
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
  if (self->chronology != NULL && event_id != 0)
    {
      entries = cpt_chronology_get_entries (self->chronology, &n);
      for (guint i = 0; i < n; i++)
        if (entries[i].event->id == event_id)
          {
            cpt_timeline_select (self, &entries[i]);
            return;
          }
    }
  self->selected_event = event_id;
  show_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_EVENT]);
}

/**
 * cpt_timeline_set_search:
 * @words: (nullable): what was searched for; marked where labels hold it
 */
void
cpt_timeline_set_search (CptTimeline *self, const char *words)
{
  g_return_if_fail (CPT_IS_TIMELINE (self));
  if (g_strcmp0 (words, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (words);
  for (guint i = 0; i < self->items->len; i++)
    cpt_timeline_item_reset (get_item (self, i));
  queue_relayout (self);
}

/**
 * cpt_timeline_get_selected_bounds:
 * @bounds: (out): where the selected event, or the cluster that holds it, is shown
 *
 * Returns: %FALSE when it is not visible
 */
gboolean
cpt_timeline_get_selected_bounds (CptTimeline *self, graphene_rect_t *bounds)
{
  guint selected = find_selected_box (self);

  return selected < self->n_shown && gtk_widget_compute_bounds (GTK_WIDGET (get_item (self, selected)), GTK_WIDGET (self), bounds);
}
