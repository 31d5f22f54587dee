// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with events: the actions that keys, menus and buttons share. Room: gui/pages; every change is one command
// through the session.
#include "cpt-timeline-page-private.h"

#include "cpt-event-popovers.h"

#include <glib/gi18n.h>

static CptState *
get_state (CptTimelinePage *self)
{
  return cpt_session_get_state (self->session);
}

/* --- popovers --- */

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the action that closed the popover is still on its way through it. */
static void
closed_cb (CptTimelinePage *self, GtkWidget *popover)
{
  if (self->popover != popover)
    return;
  self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
  cpt_timeline_page_focus (self);
}

/* It hangs on the page, so that typing in it is not taken for the timeline's keys. @rect is in the coordinates of @on. */
static void
pop_up (CptTimelinePage *self, GtkWidget *popover, GtkWidget *on, graphene_rect_t rect)
{
  graphene_point_t point;

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!gtk_widget_compute_point (on, GTK_WIDGET (self), &rect.origin, &point))
    point = rect.origin;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  self->popover = popover;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) point.x, (int) point.y, (int) rect.size.width,
                                                                       (int) rect.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pop_up_on (CptTimelinePage *self, GtkWidget *popover, GtkWidget *on)
{
  pop_up (self, popover, on, GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (on), gtk_widget_get_height (on)));
}

static GMenuModel *
menu_new (const CptEvent *event, gboolean has_statement)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) decide = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();

  g_menu_append (edit, _ ("Set _Date…"), "timeline.edit-date");
  g_menu_append (edit, _ ("_Rename"), "timeline.rename");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append (decide, event->made ? _ ("Re_move") : event->hidden ? _ ("_Show Again") : _ ("_Hide"), "timeline.hide");
  if (!event->made)
    g_menu_append (decide, _ ("Take _Decisions Back"), "timeline.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (decide));
  if (has_statement)
    {
      g_menu_append (show, _ ("Show in _Compare"), "timeline.show-in-compare");
      g_menu_append (show, _ ("Show in the _Article"), "timeline.show-in-article");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
    }
  return G_MENU_MODEL (menu);
}

/* @x and @y are in the coordinates of @on. */
void
cpt_timeline_page_show_menu (CptTimelinePage *self, GtkWidget *on, double x, double y)
{
  const CptEvent *event = cpt_timeline_page_get_event (self);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (event == NULL)
    return;
  menu = menu_new (event, cpt_state_find_event_statement (get_state (self), event) != NULL);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  pop_up (self, popover, on, GRAPHENE_RECT_INIT ((float) x, (float) y, 1, 1));
}

/* --- actions --- */

static void
edit_date (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;
  const CptEvent *event = cpt_timeline_page_get_event (self);

  if (event != NULL)
    pop_up_on (self, cpt_date_popover_new (get_state (self), event),
               cpt_event_details_get_date_button (CPT_EVENT_DETAILS (self->details)));
}

static void
set_date (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;
  gint32 earliest, latest, precision;

  g_variant_get (parameter, "(iii)", &earliest, &latest, &precision);
  if (get_state (self) != NULL)
    cpt_session_do (self->session, cpt_command_set_event_date (get_state (self), self->event_id,
                                                               (CptInterval){ earliest, latest, (CptPrecision) precision }));
}

static void
rename_event (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;

  if (cpt_timeline_page_get_event (self) != NULL)
    cpt_event_details_edit_label (CPT_EVENT_DETAILS (self->details));
}

static void
set_label (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;

  if (get_state (self) != NULL)
    cpt_session_do (self->session, cpt_command_set_event_label (get_state (self), self->event_id,
                                                                g_variant_get_string (parameter, NULL)));
  cpt_timeline_page_focus (self);
}

/* What a person made is removed; what was found is hidden, or shown again. */
static void
hide (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;
  const CptEvent *event = cpt_timeline_page_get_event (self);

  if (event == NULL)
    return;
  if (event->made)
    cpt_session_do (self->session, cpt_command_remove_event (get_state (self), event->id));
  else
    cpt_session_do (self->session, cpt_command_set_event_hidden (get_state (self), event->id, !event->hidden));
}

static void
reset (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;

  if (get_state (self) != NULL)
    cpt_session_do (self->session, cpt_command_reset_event (get_state (self), self->event_id));
}

static void
show_hidden (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;

  cpt_session_set_hidden_events_shown (self->session, !cpt_session_get_hidden_events_shown (self->session));
}

/* The statement that an event can be added to: that of the event, or the one last looked at on any page. */
static guint32
find_statement (CptTimelinePage *self)
{
  const CptEvent *event = cpt_timeline_page_get_event (self);
  const CptStatement *statement = event != NULL ? cpt_state_find_event_statement (get_state (self), event) : NULL;

  return statement != NULL ? statement->id : cpt_session_get_focus_statement (self->session);
}

static void
add_event (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;
  CptState *state = get_state (self);

  if (state != NULL && cpt_state_get_n_articles (state) > 0)
    pop_up_on (self, cpt_new_event_popover_new (state, find_statement (self)), self->add_button);
}

/* The event that a command added: the one with the highest id. */
static guint32
find_newest (CptState *state)
{
  guint32 newest = 0;

  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      GPtrArray *events = cpt_state_get_article (state, i)->events;

      for (guint k = 0; k < events->len; k++)
        newest = MAX (newest, ((const CptEvent *) events->pdata[k])->id);
    }
  return newest;
}

static void
make_event (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;
  CptState *state = get_state (self);
  const CptEvent *shown = cpt_timeline_page_get_event (self);
  CptNewEvent event = { 0 };
  gint32 earliest, latest, precision;
  guint32 sides;
  CptCommand *command;

  g_variant_get (parameter, "(&suuiii)", &event.label, &event.statement_id, &sides, &earliest, &latest, &precision);
  if (state == NULL || cpt_state_get_n_articles (state) == 0)
    return;
  event.sides = (CptSideSet) sides;
  event.article_id = shown != NULL ? shown->article_id : cpt_state_get_article (state, 0)->id;
  event.interval = (CptInterval){ earliest, latest, (CptPrecision) precision };
  command = cpt_command_add_event (state, &event);
  if (command == NULL)
    return;
  cpt_session_do (self->session, command);
  cpt_timeline_page_show_event (self, find_newest (get_state (self)));
}

static void
show_on (CptTimelinePage *self, CptPage page)
{
  const CptEvent *event = cpt_timeline_page_get_event (self);
  const CptStatement *statement = event != NULL ? cpt_state_find_event_statement (get_state (self), event) : NULL;

  if (statement != NULL)
    cpt_session_show_statement (self->session, statement->id, page);
}

static void
show_in_compare (gpointer owner, GVariant *parameter)
{
  show_on (owner, CPT_PAGE_COMPARE);
}

static void
show_in_article (gpointer owner, GVariant *parameter)
{
  show_on (owner, CPT_PAGE_ARTICLE);
}

static void
show_in (gpointer owner, GVariant *parameter)
{
  guint32 statement_id, page;

  g_variant_get (parameter, "(uu)", &statement_id, &page);
  cpt_session_show_statement (CPT_TIMELINE_PAGE (owner)->session, statement_id, (CptPage) page);
}

static void
menu (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;
  graphene_rect_t bounds;

  if (!cpt_timeline_get_selected_bounds (CPT_TIMELINE (self->timeline), &bounds))
    bounds = GRAPHENE_RECT_INIT (24, 24, 1, 1);
  cpt_timeline_page_show_menu (self, self->timeline, bounds.origin.x + 12, bounds.origin.y + bounds.size.height);
}

static void
details_menu (gpointer owner, GVariant *parameter)
{
  CptTimelinePage *self = owner;
  GtkWidget *button = cpt_event_details_get_menu_button (CPT_EVENT_DETAILS (self->details));

  cpt_timeline_page_show_menu (self, button, 0, gtk_widget_get_height (button));
}

static void
focus (gpointer owner, GVariant *parameter)
{
  cpt_timeline_page_focus (owner);
}

static void
zoom (gpointer owner, GVariant *parameter)
{
  cpt_timeline_zoom (CPT_TIMELINE (CPT_TIMELINE_PAGE (owner)->timeline), g_variant_get_double (parameter));
}

static void
fit (gpointer owner, GVariant *parameter)
{
  cpt_timeline_viewport_fit (CPT_TIMELINE_PAGE (owner)->viewport);
}

/* The arrows and what zooms by keys are the timeline's own; they are told in the manual. */
static const CptActionEntry entries[] = {
  { "edit-date", N_ ("Set the Date of the Event"), "d", edit_date },
  { "set-date", NULL, NULL, set_date, "(iii)" },
  { "rename", N_ ("Rename the Event"), "F2", rename_event },
  { "set-label", NULL, NULL, set_label, "s" },
  { "hide", N_ ("Hide the Event, or Show It Again"), "Delete KP_Delete", hide },
  { "reset", N_ ("Take Decisions Back"), "BackSpace", reset },
  { "add-event", N_ ("Add an Event"), "a", add_event },
  { "make-event", NULL, NULL, make_event, "(suuiii)" },
  { "show-hidden", N_ ("Show Hidden Events"), "h", show_hidden, NULL, NULL, "false" },
  { "show-in-compare", N_ ("Show in Compare"), "Return KP_Enter", show_in_compare },
  { "show-in-article", N_ ("Show in the Article"), "<Shift>Return <Shift>KP_Enter", show_in_article },
  { "show-in", NULL, NULL, show_in, "(uu)" },
  { "menu", N_ ("Menu"), "Menu <Shift>F10", menu },
  { "details-menu", NULL, NULL, details_menu },
  { "focus", NULL, NULL, focus },
  { "zoom", NULL, NULL, zoom, "d" },
  { "fit", NULL, NULL, fit },
  { NULL },
};

static const CptActionTable table = { "timeline", N_ ("Timeline Page"), entries };

/**
 * cpt_timeline_page_get_action_table:
 *
 * Returns: (transfer none): what can be done on the page, for the list of keys
 */
const CptActionTable *
cpt_timeline_page_get_action_table (void)
{
  return &table;
}

static void
set_enabled (CptTimelinePage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* After the event that is shown, or the comparison, changed. */
void
cpt_timeline_page_update_actions (CptTimelinePage *self)
{
  const CptEvent *event = cpt_timeline_page_get_event (self);
  gboolean has_statement = event != NULL && cpt_state_find_event_statement (get_state (self), event) != NULL;
  GAction *hidden = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "show-hidden");

  set_enabled (self, "edit-date", event != NULL);
  set_enabled (self, "rename", event != NULL);
  set_enabled (self, "hide", event != NULL);
  set_enabled (self, "menu", event != NULL);
  set_enabled (self, "details-menu", event != NULL);
  set_enabled (self, "reset", event != NULL && !event->made && (event->date_decided || event->label_decided));
  set_enabled (self, "show-in-compare", has_statement);
  set_enabled (self, "show-in-article", has_statement);
  set_enabled (self, "add-event", get_state (self) != NULL && cpt_state_get_n_articles (get_state (self)) > 0);
  g_simple_action_set_state (G_SIMPLE_ACTION (hidden),
                             g_variant_new_boolean (cpt_session_get_hidden_events_shown (self->session)));
}

/* The keys act on the axis and in the card below it; popovers hang on the page, outside of both. */
void
cpt_timeline_page_set_up_actions (CptTimelinePage *self)
{
  self->actions = g_simple_action_group_new ();
  cpt_action_table_add_actions (&table, G_ACTION_MAP (self->actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), table.group, G_ACTION_GROUP (self->actions));
  cpt_action_table_add_shortcuts (&table, self->timeline);
  cpt_action_table_add_shortcuts (&table, self->details);
}
