// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a cluster: the view moves in, or, where its events share a day, a list opens. Room: gui/widgets.
#include "cpt-timeline-private.h"

#include "cpt-describe.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_LIST_HEIGHT_PX 320
#define LIST_WIDTH_PX 380
/* Room on both sides of what a cluster held, as a share of it. */
#define MARGIN_RATIO 0.2

/* The entries that stand in the box of @item, in the order of time: (element-type CptChronologyEntry), borrowed. */
static GPtrArray *
list_members (CptTimeline *self, CptTimelineItem *item)
{
  guint n, box = G_MAXUINT;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < self->n_shown; i++)
    if (g_ptr_array_index (self->items, i) == (gpointer) item)
      box = i;
  for (guint i = 0; i < n && i < self->layout->box_of->len; i++)
    if (g_array_index (self->layout->box_of, guint, i) == box)
      g_ptr_array_add (members, (gpointer) &entries[i]);
  return members;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (CptTimeline *self, GtkWidget *popover)
{
  if (self->popover == popover)
    self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
row_activated_cb (CptTimeline *self, GtkListBoxRow *row)
{
  guint32 id = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "event"));
  guint lane = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "lane")), n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  for (guint i = 0; i < n; i++)
    if (entries[i].event->id == id && entries[i].lane == lane)
      {
        cpt_timeline_select (self, &entries[i]);
        return;
      }
}

static GtkWidget *
make_row (const CptChronologyEntry *entry)
{
  g_autofree char *when = cpt_describe_interval (entry->event->interval);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (entry->event->label), *date = gtk_label_new (when);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (date), 0);
  gtk_widget_add_css_class (date, "dim-label");
  gtk_widget_add_css_class (date, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), date);
  gtk_widget_add_css_class (box, "event-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, entry->event->label);
  g_object_set_data (G_OBJECT (row), "event", GUINT_TO_POINTER (entry->event->id));
  g_object_set_data (G_OBJECT (row), "lane", GUINT_TO_POINTER (entry->lane));
  return row;
}

static void
show_list (CptTimeline *self, CptTimelineItem *item, GPtrArray *members)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new ();
  graphene_rect_t bounds;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events close together"), -1);
  for (guint i = 0; i < members->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (members->pdata[i]));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_LIST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  self->popover = popover;
  if (gtk_widget_compute_bounds (GTK_WIDGET (item), GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                  (int) bounds.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Whether seeing just the time of the cluster gives its events more room than they have now. */
static gboolean
can_move_in (CptTimeline *self, double begin, double end)
{
  double span = cpt_timeline_viewport_get_end (self->viewport) - cpt_timeline_viewport_get_begin (self->viewport);

  return MAX (end - begin, CPT_TIMELINE_MIN_SPAN_DAYS) < span * 0.8;
}

/* The item of the cluster will show something else: the keyboard goes to its first event, a pointer leaves no selection. */
static void
move_on (CptTimeline *self, const CptChronologyEntry *first)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)) && first != NULL)
    cpt_timeline_select (self, first);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Where the time of a cluster says nothing ("since 2014", or all on one day) moving in cannot part its events. */
void
cpt_timeline_open_cluster (CptTimeline *self, CptTimelineItem *item)
{
  const CptTimelineBox *box = cpt_timeline_item_get_box (item);
  g_autoptr (GPtrArray) members = list_members (self, item);
  const CptChronologyEntry *first = members->len > 0 ? members->pdata[0] : NULL;
  gboolean alike = TRUE;
  double margin;

  for (guint i = 1; i < members->len; i++)
    {
      const CptChronologyEntry *entry = members->pdata[i];

      alike = alike && entry->begin_days == first->begin_days && entry->end_days == first->end_days;
    }
  margin = (box->end_days - box->begin_days) * MARGIN_RATIO;
  if (alike || isinf (box->begin_days) || isinf (box->end_days)
      || !can_move_in (self, box->begin_days - margin, box->end_days + margin))
    show_list (self, item, members);
  else
    {
      double begin = box->begin_days - margin, end = box->end_days + margin;

      move_on (self, first);
      cpt_timeline_viewport_show (self->viewport, begin, end);
    }
}
