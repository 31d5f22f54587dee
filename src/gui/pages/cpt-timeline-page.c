// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline, what is known about the selected event, and the undated ones. Room: gui/pages; holds no truth.
#include "cpt-timeline-page.h"

#include "cpt-event-details.h"
#include "cpt-timeline-overview.h"
#include "cpt-timeline.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.6

struct _CptTimelinePage
{
  GtkWidget parent_instance;
  CptSession *session;
  CptTimelineViewport *viewport;
  CptChronology *chronology; /* (nullable) */
  GtkWidget *box;
  GtkWidget *range;
  GtkWidget *publication_button;
  GtkWidget *undated_button;
  GtkWidget *undated_list;
  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *timeline;
  GtkWidget *overview;
  GtkWidget *details;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (CptTimelinePage, cpt_timeline_page, GTK_TYPE_WIDGET)

/* --- toolbar --- */

static void
update_range (CptTimelinePage *self)
{
  CptInterval interval = { (CptDay) cpt_timeline_viewport_get_begin (self->viewport),
                           (CptDay) cpt_timeline_viewport_get_end (self->viewport) - 1, CPT_PRECISION_DAY };
  g_autofree char *words = cpt_interval_format (interval);

  gtk_label_set_text (GTK_LABEL (self->range), words);
}

static void
zoom_in_cb (CptTimelinePage *self)
{
  cpt_timeline_zoom (CPT_TIMELINE (self->timeline), ZOOM_STEP);
}

static void
zoom_out_cb (CptTimelinePage *self)
{
  cpt_timeline_zoom (CPT_TIMELINE (self->timeline), 1 / ZOOM_STEP);
}

static void
fit_cb (CptTimelinePage *self)
{
  cpt_timeline_viewport_fit (self->viewport);
}

static GtkWidget *
make_button (CptTimelinePage *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
set_publication_cb (CptTimelinePage *self)
{
  cpt_session_set_page (self->session, CPT_PAGE_ARTICLE);
}

static GtkWidget *
make_toolbar (CptTimelinePage *self)
{
  GtkWidget *toolbar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (toolbar, "page-toolbar");
  gtk_box_append (GTK_BOX (toolbar), make_button (self, "zoom-out-symbolic", _ ("See more time (−)"), G_CALLBACK (zoom_out_cb)));
  gtk_box_append (GTK_BOX (toolbar), make_button (self, "zoom-in-symbolic", _ ("See more detail (+)"), G_CALLBACK (zoom_in_cb)));
  gtk_box_append (GTK_BOX (toolbar), make_button (self, "zoom-fit-best-symbolic", _ ("Show all events (0)"), G_CALLBACK (fit_cb)));
  self->range = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->range), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->range, "dim-label");
  gtk_widget_add_css_class (self->range, "numeric");
  gtk_widget_set_hexpand (self->range, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->range), 0);
  gtk_box_append (GTK_BOX (toolbar), self->range);

  self->publication_button = gtk_button_new_with_label (_ ("Set Publication Date…"));
  gtk_widget_set_tooltip_text (self->publication_button,
                               _ ("When an article was published is not known. Words such as “last Tuesday” are counted from it."));
  gtk_widget_set_visible (self->publication_button, FALSE);
  g_signal_connect_swapped (self->publication_button, "clicked", G_CALLBACK (set_publication_cb), self);
  gtk_box_append (GTK_BOX (toolbar), self->publication_button);
  self->undated_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->undated_list), GTK_SELECTION_NONE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->undated_list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_widget_set_size_request (scrolled, 340, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  self->undated_button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->undated_button), popover);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->undated_button), FALSE);
  gtk_box_append (GTK_BOX (toolbar), self->undated_button);
  return toolbar;
}

/* --- undated events --- */

static void
show_entry (CptTimelinePage *self, const CptChronologyEntry *entry)
{
  cpt_event_details_show (CPT_EVENT_DETAILS (self->details), entry != NULL ? cpt_session_get_state (self->session) : NULL,
                          entry != NULL ? entry->event : NULL);
}

static void
undated_activated_cb (CptTimelinePage *self, GtkListBoxRow *row)
{
  guint n;
  const CptChronologyEntry *undated = cpt_chronology_get_undated (self->chronology, &n);
  guint i = (guint) gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->undated_button));
  if (i < n)
    show_entry (self, &undated[i]);
}

static GtkWidget *
make_undated_row (const CptChronologyEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (entry->event->label);
  const CptEvent *event = entry->event;
  GtkWidget *value = gtk_label_new (event->value);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_widget_add_css_class (value, "dim-label");
  gtk_widget_add_css_class (value, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_add_css_class (box, "undated-row");
  return box;
}

static void
update_undated (CptTimelinePage *self)
{
  guint n = 0;
  const CptChronologyEntry *undated = cpt_chronology_get_undated (self->chronology, &n);
  g_autofree char *label = g_strdup_printf (ngettext ("%u without a date", "%u without a date", n), n);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->undated_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->undated_list), row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->undated_list), make_undated_row (&undated[i]));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->undated_button), label);
  gtk_widget_set_visible (self->undated_button, n > 0);
}

static void
update_empty (CptTimelinePage *self, guint n_undated)
{
  guint n_published, n_articles = cpt_state_get_n_articles (cpt_chronology_get_state (self->chronology));

  cpt_chronology_get_publications (self->chronology, &n_published);
  gtk_widget_set_visible (self->publication_button, n_published < n_articles);
  gtk_label_set_text (GTK_LABEL (self->empty),
                      n_undated > 0 && n_published < n_articles
                          ? _ ("The article speaks of events, but when it was published is not known.\n"
                               "Set its publication date, and “last Tuesday” finds its place here.")
                          : _ ("No dated events yet.\nWhen an article says when something happened, it stands here."));
}

/* --- state --- */

static const CptChronologyEntry *
find_by_event (CptTimelinePage *self, guint32 event_id)
{
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].event->id == event_id)
      return &entries[i];
  return NULL;
}

static const CptChronologyEntry *
find_by_statement (CptTimelinePage *self, guint32 statement_id)
{
  guint n;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].statement != NULL && entries[i].statement->id == statement_id)
      return &entries[i];
  return NULL;
}

static void
selected_event_cb (CptTimelinePage *self)
{
  guint32 id = cpt_timeline_get_selected_event (CPT_TIMELINE (self->timeline));
  const CptChronologyEntry *entry = self->chronology != NULL && id != 0 ? find_by_event (self, id) : NULL;

  show_entry (self, entry);
  if (entry != NULL && entry->statement != NULL)
    cpt_session_set_focus_statement (self->session, entry->statement->id);
}

static void
event_activated_cb (CptTimelinePage *self, guint32 event_id)
{
  const CptChronologyEntry *entry = self->chronology != NULL ? find_by_event (self, event_id) : NULL;

  if (entry != NULL && entry->statement != NULL)
    cpt_session_show_statement (self->session, entry->statement->id, CPT_PAGE_COMPARE);
}

static void
show_chronology (CptTimelinePage *self, gboolean fit)
{
  double begin, end;
  gboolean dated = cpt_chronology_get_range (self->chronology, &begin, &end);
  guint n_dated, n_undated;

  cpt_chronology_get_entries (self->chronology, &n_dated);
  cpt_chronology_get_undated (self->chronology, &n_undated);
  update_undated (self);
  update_empty (self, n_undated);
  if (dated)
    {
      cpt_timeline_viewport_set_limits (self->viewport, begin, end);
      if (fit)
        cpt_timeline_viewport_fit (self->viewport);
    }
  cpt_timeline_set_chronology (CPT_TIMELINE (self->timeline), self->chronology);
  cpt_timeline_overview_set_chronology (CPT_TIMELINE_OVERVIEW (self->overview), self->chronology);
  gtk_widget_set_visible (self->overview, n_dated > 0);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), n_dated > 0 ? self->timeline : self->empty);
  selected_event_cb (self);
}

static void
update (CptTimelinePage *self)
{
  CptState *state = cpt_session_get_state (self->session);
  g_autoptr (CptChronology) old = g_steal_pointer (&self->chronology);
  double old_begin = 0, old_end = 0, begin, end;

  self->stale = FALSE;
  if (state == NULL)
    {
      cpt_timeline_set_chronology (CPT_TIMELINE (self->timeline), NULL);
      cpt_timeline_overview_set_chronology (CPT_TIMELINE_OVERVIEW (self->overview), NULL);
      show_entry (self, NULL);
      return;
    }
  self->chronology = cpt_chronology_new (state);
  if (old != NULL)
    cpt_chronology_get_range (old, &old_begin, &old_end);
  cpt_chronology_get_range (self->chronology, &begin, &end);
  show_chronology (self, old == NULL || begin != old_begin || end != old_end);
}

static void
state_changed_cb (CptTimelinePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
show_statement_cb (CptTimelinePage *self, guint32 statement_id)
{
  const CptChronologyEntry *entry;

  if (cpt_session_get_page (self->session) != CPT_PAGE_TIMELINE)
    return;
  if (self->stale)
    update (self);
  entry = self->chronology != NULL ? find_by_statement (self, statement_id) : NULL;
  if (entry != NULL)
    cpt_timeline_set_selected_event (CPT_TIMELINE (self->timeline), entry->event->id);
}

static void
show_in_cb (CptTimelinePage *self, guint32 statement_id, guint page)
{
  cpt_session_show_statement (self->session, statement_id, (CptPage) page);
}

/* --- widget --- */

static void
cpt_timeline_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cpt_timeline_page_parent_class)->map (widget);
  if (CPT_TIMELINE_PAGE (widget)->stale)
    update (CPT_TIMELINE_PAGE (widget));
}

static void
cpt_timeline_page_dispose (GObject *object)
{
  CptTimelinePage *self = CPT_TIMELINE_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->chronology, cpt_chronology_unref);
  g_clear_object (&self->viewport);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_timeline_page_parent_class)->dispose (object);
}

static void
cpt_timeline_page_class_init (CptTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_timeline_page_dispose;
  widget_class->map = cpt_timeline_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinepage");
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
cpt_timeline_page_init (CptTimelinePage *self)
{
  self->stale = TRUE;
  self->viewport = cpt_timeline_viewport_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_toolbar (self));
  self->timeline = cpt_timeline_new (self->viewport);
  gtk_widget_set_vexpand (self->timeline, TRUE);
  self->empty = make_empty ();
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->timeline);
  gtk_widget_add_css_class (self->stack, "timeline-area");
  gtk_box_append (GTK_BOX (self->box), self->stack);
  self->overview = cpt_timeline_overview_new (self->viewport);
  gtk_widget_add_css_class (self->overview, "timeline-overview");
  gtk_box_append (GTK_BOX (self->box), self->overview);
  self->details = cpt_event_details_new ();
  gtk_box_append (GTK_BOX (self->box), self->details);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (update_range), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::selected-event", G_CALLBACK (selected_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "show-in", G_CALLBACK (show_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undated_list, "row-activated", G_CALLBACK (undated_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cpt_timeline_page_new:
 * @session: what the window shows; a reference is kept
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
cpt_timeline_page_new (CptSession *session)
{
  CptTimelinePage *self = g_object_new (CPT_TYPE_TIMELINE_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-statement", G_CALLBACK (show_statement_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
