// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline, what is known about the selected event, and the undated ones. Room: gui/pages; holds no truth.
#include "cpt-timeline-page-private.h"

#include "cpt-describe.h"
#include "cpt-export-forms.h"
#include "cpt-facet-panel.h"
#include "cpt-filter-chips.h"
#include "cpt-timeline-item.h"
#include "cpt-timeline-overview.h"
#include "cpt-widget.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.6
#define LIST_WIDTH_PX 340
#define LIST_HEIGHT_PX 360

G_DEFINE_FINAL_TYPE (CptTimelinePage, cpt_timeline_page, GTK_TYPE_WIDGET)

/* --- toolbar --- */

static void
update_range (CptTimelinePage *self)
{
  CptInterval interval = { (CptDay) cpt_timeline_viewport_get_begin (self->viewport),
                           (CptDay) cpt_timeline_viewport_get_end (self->viewport) - 1, CPT_PRECISION_DAY };
  g_autofree char *words = cpt_interval_format (interval);

  gtk_label_set_text (GTK_LABEL (self->range), words);
  cpt_session_set_visible_days (self->session, cpt_timeline_viewport_get_begin (self->viewport),
                                cpt_timeline_viewport_get_end (self->viewport));
}

static GtkWidget *
make_button (const char *icon, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
set_publication_cb (CptTimelinePage *self)
{
  cpt_session_set_page (self->session, CPT_PAGE_ARTICLE);
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT_PX);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH_PX, -1);
  return scrolled;
}

static GtkWidget *
make_menu_button (GtkWidget *content)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  return button;
}

static void
make_undated (CptTimelinePage *self)
{
  self->undated_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->undated_list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undated_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events without a date"), -1);
  self->undated_button = make_menu_button (make_scrolled (self->undated_list));
}

static void
make_menu (CptTimelinePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) forms = cpt_export_forms_new_menu (CPT_EXPORT_TIMELINE);

  g_menu_append (menu, _ ("_Add Event…"), "timeline.add-event");
  g_menu_append (menu, _ ("Show _Hidden Events"), "timeline.show-hidden");
  g_menu_append_section (menu, _ ("Export the Timeline"), forms);
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->menu_button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->menu_button, _ ("More about the timeline"));
  cpt_widget_set_label (self->menu_button, _ ("More about the timeline"));
}

static GtkWidget *
make_toolbar (CptTimelinePage *self)
{
  GtkWidget *toolbar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (toolbar, "page-toolbar");
  gtk_box_append (GTK_BOX (toolbar), make_button ("zoom-out-symbolic", _ ("See more time (−)"), "timeline.zoom(0.625)"));
  gtk_box_append (GTK_BOX (toolbar), make_button ("zoom-in-symbolic", _ ("See more detail (+)"), "timeline.zoom(1.6)"));
  gtk_box_append (GTK_BOX (toolbar), make_button ("zoom-fit-best-symbolic", _ ("Show all events (0)"), "timeline.fit"));
  self->range = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->range), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->range, "dim-label");
  gtk_widget_add_css_class (self->range, "numeric");
  gtk_widget_set_hexpand (self->range, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->range), 0);
  gtk_box_append (GTK_BOX (toolbar), self->range);
  self->add_button = make_button ("list-add-symbolic", _ ("Add an event (A)"), "timeline.add-event");
  gtk_box_append (GTK_BOX (toolbar), self->add_button);
  make_undated (self);
  gtk_box_append (GTK_BOX (toolbar), self->undated_button);
  self->filter_button = gtk_menu_button_new (); /* its panel needs the session */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->filter_button), _ ("Filter"));
  cpt_widget_set_label (self->filter_button, _ ("Filter"));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->filter_button), FALSE);
  gtk_widget_set_tooltip_text (self->filter_button, _ ("Narrow all pages down to a side, a topic, a source or an article"));
  gtk_box_append (GTK_BOX (toolbar), self->filter_button);
  make_menu (self);
  gtk_box_append (GTK_BOX (toolbar), self->menu_button);
  return toolbar;
}

/* --- undated events --- */

static void
undated_activated_cb (CptTimelinePage *self, GtkListBoxRow *row)
{
  guint n;
  const CptChronologyEntry *undated = cpt_chronology_get_undated (self->chronology, &n);
  guint i = (guint) gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->undated_button));
  if (i < n)
    cpt_timeline_page_show_event (self, undated[i].event->id);
}

/* What happened, and the words of the article that speak of a time. */
static GtkWidget *
make_undated_row (CptState *state, const CptChronologyEntry *entry)
{
  const CptEvent *event = entry->event;
  const CptArticleState *article = cpt_state_find_article (state, event->article_id);
  g_autofree char *words = cpt_article_dup_words (article->article, event->words);
  g_autofree char *quoted = event->made ? g_strdup (_ ("Added by hand")) : g_strdup_printf (_ ("“%s”"), words);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (event->label), *said = gtk_label_new (quoted);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (said), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (said), 0);
  gtk_widget_add_css_class (said, "dim-label");
  gtk_widget_add_css_class (said, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), said);
  gtk_widget_add_css_class (box, "event-row");
  gtk_widget_set_tooltip_text (box, event->label);
  return box;
}

static void
update_undated (CptTimelinePage *self)
{
  guint n = 0;
  const CptChronologyEntry *undated = cpt_chronology_get_undated (self->chronology, &n);
  g_autofree char *label = g_strdup_printf (ngettext ("%u undated", "%u undated", n), n);
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u event without a date", "%u events without a date", n), n);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->undated_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->undated_list), row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->undated_list),
                         make_undated_row (cpt_chronology_get_state (self->chronology), &undated[i]));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->undated_button), label);
  cpt_widget_set_label (self->undated_button, label);
  gtk_widget_set_tooltip_text (self->undated_button, tooltip);
  gtk_widget_set_visible (self->undated_button, n > 0);
}

static const char *
choose_empty_text (CptTimelinePage *self, guint n_undated, gboolean unpublished)
{
  if (cpt_chronology_get_n_left_out (self->chronology) > 0)
    return _ ("No dated event passes the filter.\nTake a filter back above, or show all with Ctrl+Shift+F.");
  if (n_undated > 0 && unpublished)
    return _ ("The article speaks of events, but when it was published is not known.\n"
              "Set its publication date, and “last Tuesday” finds its place here.");
  return _ ("No dated events yet.\nWhen an article says when something happened, it stands here. You can add events, too.");
}

static void
update_empty (CptTimelinePage *self, guint n_undated)
{
  CptState *state = cpt_chronology_get_state (self->chronology);
  gboolean unpublished = FALSE;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    unpublished |= cpt_article_get_published_day (cpt_state_get_article (state, i)->article) == CPT_DAY_NONE;
  gtk_widget_set_visible (self->publication_button, unpublished);
  gtk_label_set_text (GTK_LABEL (self->empty), choose_empty_text (self, n_undated, unpublished));
}

/* --- the event that is shown --- */

const CptEvent *
cpt_timeline_page_get_event (CptTimelinePage *self)
{
  CptState *state = cpt_session_get_state (self->session);

  return state != NULL && self->event_id != 0 ? cpt_state_find_event (state, self->event_id) : NULL;
}

static void
update_details (CptTimelinePage *self)
{
  const CptEvent *event = cpt_timeline_page_get_event (self);

  if (event == NULL)
    self->event_id = 0;
  cpt_event_details_show (CPT_EVENT_DETAILS (self->details), cpt_session_get_state (self->session), event,
                          cpt_session_get_filter (self->session)->text);
  cpt_timeline_page_update_actions (self);
}

static void
selected_event_cb (CptTimelinePage *self)
{
  guint32 id = cpt_timeline_get_selected_event (CPT_TIMELINE (self->timeline));
  const CptEvent *event;
  const CptStatement *statement;

  if (id == 0) /* an undated one is shown, or none */
    return;
  self->event_id = id;
  update_details (self);
  event = cpt_timeline_page_get_event (self);
  statement = event != NULL ? cpt_state_find_event_statement (cpt_session_get_state (self->session), event) : NULL;
  if (statement != NULL)
    cpt_session_set_focus_statement (self->session, statement->id);
}

/* Selects it on the axis where it has a date. */
void
cpt_timeline_page_show_event (CptTimelinePage *self, guint32 event_id)
{
  const CptEvent *event;

  self->event_id = event_id;
  event = cpt_timeline_page_get_event (self);
  cpt_timeline_set_selected_event (CPT_TIMELINE (self->timeline),
                                   event != NULL && cpt_interval_is_dated (event->interval) ? event_id : 0);
  update_details (self);
}

/* Gives the keyboard back to the axis. */
void
cpt_timeline_page_focus (CptTimelinePage *self)
{
  if (gtk_widget_get_mapped (self->timeline))
    gtk_widget_child_focus (self->timeline, GTK_DIR_TAB_FORWARD);
}

static void
event_activated_cb (CptTimelinePage *self, guint32 event_id)
{
  cpt_timeline_page_show_event (self, event_id);
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "show-in-compare", NULL);
}

/* --- state --- */

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
      if (fit && cpt_chronology_get_core_range (self->chronology, &begin, &end))
        cpt_timeline_viewport_show (self->viewport, begin - (end - begin) * 0.05, end + (end - begin) * 0.05);
    }
  cpt_timeline_set_search (CPT_TIMELINE (self->timeline), cpt_session_get_filter (self->session)->text);
  cpt_timeline_set_chronology (CPT_TIMELINE (self->timeline), self->chronology);
  cpt_timeline_overview_set_chronology (CPT_TIMELINE_OVERVIEW (self->overview), self->chronology);
  gtk_widget_set_visible (self->overview, n_dated > 0);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), n_dated > 0 ? self->scroller : self->empty);
}

/* The session's filter, but for what is folded on another page. */
static CptChronology *
make_chronology (CptTimelinePage *self, CptState *state)
{
  CptBoardFilter filter = *cpt_session_get_filter (self->session);
  CptChronologyOptions options = { .filter = &filter,
                                   .with_hidden = cpt_session_get_hidden_events_shown (self->session) };

  filter.columns = cpt_session_get_filter_columns (self->session);
  return cpt_chronology_new (state, &options);
}

static void
update (CptTimelinePage *self)
{
  CptState *state = cpt_session_get_state (self->session);
  g_autoptr (CptChronology) old = g_steal_pointer (&self->chronology);
  double old_begin = 0, old_end = 0, begin = 0, end = 0;
  const CptEvent *event;

  self->stale = FALSE;
  if (state == NULL)
    {
      cpt_timeline_set_chronology (CPT_TIMELINE (self->timeline), NULL);
      cpt_timeline_overview_set_chronology (CPT_TIMELINE_OVERVIEW (self->overview), NULL);
      update_details (self);
      return;
    }
  self->chronology = make_chronology (self, state);
  if (old != NULL)
    cpt_chronology_get_range (old, &old_begin, &old_end);
  cpt_chronology_get_range (self->chronology, &begin, &end);
  /* What is looked at stays in view while a person corrects; another comparison begins anew. */
  show_chronology (self, old == NULL || begin >= cpt_timeline_viewport_get_end (self->viewport)
                             || end <= cpt_timeline_viewport_get_begin (self->viewport)
                             || (self->event_id == 0 && (begin != old_begin || end != old_end)));
  event = cpt_timeline_page_get_event (self);
  cpt_timeline_set_selected_event (CPT_TIMELINE (self->timeline),
                                   event != NULL && cpt_interval_is_dated (event->interval) ? event->id : 0);
  update_details (self);
}

static void
state_changed_cb (CptTimelinePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static guint32
find_by_statement (CptTimelinePage *self, guint32 statement_id)
{
  guint n_dated, n_undated;
  const CptChronologyEntry *dated = cpt_chronology_get_entries (self->chronology, &n_dated);
  const CptChronologyEntry *undated = cpt_chronology_get_undated (self->chronology, &n_undated);

  for (guint i = 0; i < n_dated; i++)
    if (dated[i].statement != NULL && dated[i].statement->id == statement_id)
      return dated[i].event->id;
  for (guint i = 0; i < n_undated; i++)
    if (undated[i].statement != NULL && undated[i].statement->id == statement_id)
      return undated[i].event->id;
  return 0;
}

static void
show_statement_cb (CptTimelinePage *self, guint32 statement_id)
{
  guint32 event_id;

  if (cpt_session_get_page (self->session) != CPT_PAGE_TIMELINE)
    return;
  if (self->stale)
    update (self);
  event_id = self->chronology != NULL ? find_by_statement (self, statement_id) : 0;
  if (event_id != 0)
    cpt_timeline_page_show_event (self, event_id);
}

/* The right button: the menu is about the event under the pointer, which becomes the selected one. */
static void
menu_pressed_cb (CptTimelinePage *self, int n_presses, double x, double y, GtkGesture *gesture)
{
  GtkWidget *target = gtk_widget_pick (self->timeline, x, y, GTK_PICK_DEFAULT);
  GtkWidget *item = target != NULL ? gtk_widget_get_ancestor (target, CPT_TYPE_TIMELINE_ITEM) : NULL;

  if (item == NULL || cpt_timeline_item_get_box (CPT_TIMELINE_ITEM (item))->n_entries > 1)
    return;
  cpt_timeline_page_show_event (self, cpt_timeline_item_get_event (CPT_TIMELINE_ITEM (item)));
  cpt_timeline_page_show_menu (self, self->timeline, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
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
cpt_timeline_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptTimelinePage *self = CPT_TIMELINE_PAGE (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* Who comes from another page by its key wants the events, not the buttons above them. Tab never leads from page to page. */
static gboolean
cpt_timeline_page_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  CptTimelinePage *self = CPT_TIMELINE_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget)), *pages = gtk_widget_get_parent (widget);

  if (focus != NULL && pages != NULL && gtk_widget_is_ancestor (focus, pages) && !gtk_widget_is_ancestor (focus, widget)
      && gtk_widget_get_visible (self->scroller) && gtk_widget_child_focus (self->timeline, GTK_DIR_TAB_FORWARD))
    return TRUE;
  return GTK_WIDGET_CLASS (cpt_timeline_page_parent_class)->focus (widget, direction);
}

static void
cpt_timeline_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (CPT_TIMELINE_PAGE (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
cpt_timeline_page_dispose (GObject *object)
{
  CptTimelinePage *self = CPT_TIMELINE_PAGE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->chronology, cpt_chronology_unref);
  g_clear_object (&self->actions);
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
  widget_class->focus = cpt_timeline_page_focus_vfunc;
  widget_class->measure = cpt_timeline_page_measure;
  widget_class->size_allocate = cpt_timeline_page_size_allocate;
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

static GtkWidget *
make_publication_button (CptTimelinePage *self)
{
  self->publication_button = gtk_button_new_with_label (_ ("Set Publication Date…"));
  gtk_widget_set_tooltip_text (self->publication_button,
                               _ ("When an article was published is not known. Words such as “last Tuesday” are counted from it."));
  gtk_widget_set_visible (self->publication_button, FALSE);
  gtk_widget_set_halign (self->publication_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->publication_button, "publication-button");
  g_signal_connect_swapped (self->publication_button, "clicked", G_CALLBACK (set_publication_cb), self);
  return self->publication_button;
}

static GtkWidget *
make_axis (CptTimelinePage *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->timeline = cpt_timeline_new (self->viewport);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->timeline, GTK_EVENT_CONTROLLER (press));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->timeline);
  /* The timeline itself brings events into view: it moves them, and so knows better where they will be. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))), FALSE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 120);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  self->empty = make_empty ();
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (self->stack, "timeline-area");
  return self->stack;
}

static void
cpt_timeline_page_init (CptTimelinePage *self)
{
  self->stale = TRUE;
  self->viewport = cpt_timeline_viewport_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_toolbar (self));
  gtk_box_append (GTK_BOX (self->box), make_publication_button (self));
  gtk_box_append (GTK_BOX (self->box), make_axis (self));
  self->overview = cpt_timeline_overview_new (self->viewport);
  gtk_widget_add_css_class (self->overview, "timeline-overview");
  gtk_box_append (GTK_BOX (self->box), self->overview);
  self->details = cpt_event_details_new ();
  gtk_box_append (GTK_BOX (self->box), self->details);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (update_range), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::selected-event", G_CALLBACK (selected_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undated_list, "row-activated", G_CALLBACK (undated_activated_cb), self, G_CONNECT_SWAPPED);
}

/* What needs the session. */
static void
complete (CptTimelinePage *self)
{
  GtkWidget *popover = gtk_popover_new (), *panel = cpt_facet_panel_new (self->session);

  gtk_widget_set_size_request (panel, LIST_WIDTH_PX, LIST_HEIGHT_PX);
  gtk_popover_set_child (GTK_POPOVER (popover), panel);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->filter_button), popover);
  self->chips = cpt_filter_chips_new (self->session);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->chips, gtk_widget_get_first_child (self->box));
  cpt_timeline_page_set_up_actions (self);
  cpt_timeline_page_update_actions (self);
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
  complete (self);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hidden-events-shown", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-statement", G_CALLBACK (show_statement_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
