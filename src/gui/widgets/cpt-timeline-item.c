// SPDX-License-Identifier: GPL-3.0-or-later
// A button with a mark and a label. Room: gui/widgets; it shows what it is given and is recycled.
//
// The mark's shape says how sharp the date is: a disc for a day, a bar for an interval, a bar with open ends for vague
// words. Shape, place and label carry everything that colour does.
#include "cpt-timeline-item.h"

#include "cpt-hits.h"

#include <glib/gi18n.h>
#include <math.h>

/* Least width of anything; the mark of a sharp date follows the font. */
#define MIN_PX 8
#define BAR_INSET_PX 2
#define BAR_RADIUS_PX 5
#define LABEL_GAP_PX 6
/* A label with less room, in sizes of the mark, is not shown. */
#define MIN_LABEL_MARKS 3
/* What a person hid, while it is shown. */
#define HIDDEN_OPACITY 0.45
/* How much of a vague bar fades at each end. */
#define FADE_RATIO 0.35f

typedef enum
{
  SHAPE_SHARP,
  SHAPE_INTERVAL,
  SHAPE_VAGUE,
  SHAPE_CLUSTER,
} Shape;

struct _CptTimelineItem
{
  GtkButton parent_instance;
  GtkWidget *label;
  char *name; /* in full: for tooltip and screen reader */
  CptTimelineBox box;
  CptSideInk ink;
  Shape shape;
  guint32 event_id;
  int mark_px;
  gboolean fades_left;
  gboolean fades_right;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (CptTimelineItem, cpt_timeline_item, GTK_TYPE_BUTTON)

static Shape
get_shape (const CptTimelineBox *box, const CptChronologyEntry *entry)
{
  if (box->n_entries > 1)
    return SHAPE_CLUSTER;
  if (entry->event->interval.precision == CPT_PRECISION_VAGUE || isinf (entry->begin_days) || isinf (entry->end_days))
    return SHAPE_VAGUE;
  return entry->end_days - entry->begin_days > 1 ? SHAPE_INTERVAL : SHAPE_SHARP;
}

/* "19 December 2025: Talks begin (NATO), hidden" */
static char *
dup_name (const CptChronologyEntry *entry, const char *lane_name)
{
  g_autofree char *when = cpt_interval_format (entry->event->interval);

  if (entry->event->hidden)
    return g_strdup_printf (_ ("%s: %s (%s), hidden"), when, entry->event->label, lane_name);
  /* Translators: accessible name of an event: date, what happened, and whose account it is */
  return g_strdup_printf (_ ("%s: %s (%s)"), when, entry->event->label, lane_name);
}

static void
name_item (CptTimelineItem *self, const CptChronologyEntry *entry, const CptTimelineLane *lane)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoAttrList) hits = NULL;

  if (self->box.n_entries > 1)
    {
      g_autofree char *count = g_strdup_printf ("+%u", self->box.n_entries);

      gtk_label_set_text (GTK_LABEL (self->label), count);
      name = g_strdup_printf (ngettext ("%u event of %s close together. Opens when activated.",
                                        "%u events of %s close together. Opens when activated.", self->box.n_entries),
                              self->box.n_entries, lane->name);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->label), entry->event->label);
      hits = lane->search != NULL ? cpt_hits_new_attributes (entry->event->label, lane->search) : NULL;
      name = dup_name (entry, lane->name);
    }
  gtk_label_set_attributes (GTK_LABEL (self->label), hits);
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
cpt_timeline_item_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  int label_minimum;

  /* The layout decides how wide it is; the label is cut where it must. */
  gtk_widget_measure (CPT_TIMELINE_ITEM (widget)->label, orientation, -1, &label_minimum, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? MAX (MIN_PX, label_minimum) : MIN_PX;
}

/* A bar that began before the visible time keeps its label in view. */
static void
cpt_timeline_item_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptTimelineItem *self = CPT_TIMELINE_ITEM (widget);
  gboolean on_bar = self->box.label_on_bar;
  int bar = CLAMP ((int) self->box.bar_px, self->mark_px, MAX (width, self->mark_px));
  int x = on_bar ? MAX (LABEL_GAP_PX, (int) -self->box.left_px + LABEL_GAP_PX) : self->box.label_left ? LABEL_GAP_PX / 2 : bar + LABEL_GAP_PX;
  int label_width = on_bar ? width - x - LABEL_GAP_PX : width - bar - LABEL_GAP_PX - (self->box.label_left ? LABEL_GAP_PX / 2 : 0);
  int minimum;

  if (self->shape == SHAPE_CLUSTER)
    {
      x = 0;
      label_width = width;
    }
  /* An ellipsis alone says nothing. */
  gtk_widget_set_child_visible (self->label, self->shape == SHAPE_CLUSTER || label_width >= self->mark_px * MIN_LABEL_MARKS);
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->label, &(GtkAllocation){ x, 0, MAX (label_width, minimum), height }, -1);
}

/* --- drawing --- */

static void
draw_filled (GtkSnapshot *snapshot, const GskRoundedRect *outline, const GdkRGBA *fill, const GdkRGBA *edge, float edge_px)
{
  gtk_snapshot_push_rounded_clip (snapshot, outline);
  gtk_snapshot_append_color (snapshot, fill, &outline->bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, outline, (float[4]){ edge_px, edge_px, edge_px, edge_px },
                              (GdkRGBA[4]){ *edge, *edge, *edge, *edge });
}

/* A bar that fades where the words do not say when it began or ended. */
static void
draw_vague (CptTimelineItem *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds, GdkRGBA color)
{
  GdkRGBA clear = color;
  GskColorStop stops[4];

  clear.alpha = 0;
  stops[0] = (GskColorStop){ 0, self->fades_left ? clear : color };
  stops[1] = (GskColorStop){ FADE_RATIO, color };
  stops[2] = (GskColorStop){ 1 - FADE_RATIO, color };
  stops[3] = (GskColorStop){ 1, self->fades_right ? clear : color };
  gtk_snapshot_append_linear_gradient (snapshot, bounds, &GRAPHENE_POINT_INIT (bounds->origin.x, 0),
                                       &GRAPHENE_POINT_INIT (bounds->origin.x + bounds->size.width, 0), stops, 4);
}

static void
draw_mark (CptTimelineItem *self, GtkSnapshot *snapshot, float width, float height)
{
  float mark = (float) self->mark_px;
  float bar = CLAMP ((float) self->box.bar_px, mark, MAX (width, mark));
  float x = self->box.label_left ? width - bar : 0;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, BAR_INSET_PX, bar, height - 2 * BAR_INSET_PX);
  GskRoundedRect outline;

  switch (self->shape)
    {
    case SHAPE_SHARP:
      bounds = GRAPHENE_RECT_INIT (x + (bar - mark) / 2, (height - mark) / 2, mark, mark);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, mark / 2);
      draw_filled (snapshot, &outline, &self->ink.edge, &self->ink.edge, 1);
      break;
    case SHAPE_VAGUE:
      draw_vague (self, snapshot, &bounds, self->ink.strong);
      bounds.origin.y = height - BAR_INSET_PX - 3;
      bounds.size.height = 3;
      draw_vague (self, snapshot, &bounds, self->ink.edge);
      break;
    case SHAPE_INTERVAL:
    case SHAPE_CLUSTER:
    default:
      gsk_rounded_rect_init_from_rect (&outline, &bounds, self->shape == SHAPE_CLUSTER ? height / 2 : BAR_RADIUS_PX);
      draw_filled (snapshot, &outline, &self->ink.strong, &self->ink.edge, 1.5f);
      break;
    }
}

static void
draw_selection (CptTimelineItem *self, GtkSnapshot *snapshot, float width, float height)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), BAR_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->ink.tint, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ self->ink.edge, self->ink.edge, self->ink.edge, self->ink.edge });
}

static void
cpt_timeline_item_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptTimelineItem *self = CPT_TIMELINE_ITEM (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);

  if (self->selected)
    draw_selection (self, snapshot, width, height);
  draw_mark (self, snapshot, width, height);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static GtkSizeRequestMode
cpt_timeline_item_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Made when it is asked for: thousands pass by without ever being pointed at. */
static gboolean
cpt_timeline_item_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, CPT_TIMELINE_ITEM (widget)->name);
  return TRUE;
}

static void
cpt_timeline_item_dispose (GObject *object)
{
  CptTimelineItem *self = CPT_TIMELINE_ITEM (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (cpt_timeline_item_parent_class)->dispose (object);
}

static void
cpt_timeline_item_class_init (CptTimelineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_timeline_item_dispose;
  widget_class->measure = cpt_timeline_item_measure;
  widget_class->size_allocate = cpt_timeline_item_size_allocate;
  widget_class->snapshot = cpt_timeline_item_snapshot;
  widget_class->get_request_mode = cpt_timeline_item_get_request_mode;
  widget_class->query_tooltip = cpt_timeline_item_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "timelineitem");
}

static void
cpt_timeline_item_init (CptTimelineItem *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
cpt_timeline_item_new (void)
{
  return g_object_new (CPT_TYPE_TIMELINE_ITEM, NULL);
}

/**
 * cpt_timeline_item_show:
 * @box: where it stands; copied
 * @entry: the event, or the first one of a cluster; not kept
 * @lane: the lane's name and ink
 */
void
cpt_timeline_item_show (CptTimelineItem *self, const CptTimelineBox *box, const CptChronologyEntry *entry, const CptTimelineLane *lane)
{
  gboolean same = self->event_id == entry->event->id && self->box.lane == box->lane && self->box.n_entries == box->n_entries;

  self->box = *box;
  self->event_id = entry->event->id;
  gtk_label_set_xalign (GTK_LABEL (self->label), box->n_entries > 1 ? 0.5f : box->label_left ? 1 : 0);
  self->ink = lane->ink;
  self->mark_px = lane->mark_px;
  self->shape = get_shape (box, entry);
  self->fades_left = entry->event->interval.precision == CPT_PRECISION_VAGUE || isinf (entry->begin_days);
  self->fades_right = entry->event->interval.precision == CPT_PRECISION_VAGUE || isinf (entry->end_days);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!same)
    name_item (self, entry, lane);
  gtk_widget_set_opacity (GTK_WIDGET (self), entry->event->hidden && box->n_entries == 1 ? HIDDEN_OPACITY : 1);
}

/* Forgets the event, so that the next one is shown anew even if it has the same id. */
void
cpt_timeline_item_reset (CptTimelineItem *self)
{
  self->event_id = 0;
}

const CptTimelineBox *
cpt_timeline_item_get_box (CptTimelineItem *self)
{
  return &self->box;
}

guint32
cpt_timeline_item_get_event (CptTimelineItem *self)
{
  return self->event_id;
}

void
cpt_timeline_item_set_selected (CptTimelineItem *self, gboolean selected)
{
  if (selected == self->selected)
    return;
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
