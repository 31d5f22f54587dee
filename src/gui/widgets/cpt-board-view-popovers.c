// SPDX-License-Identifier: GPL-3.0-or-later
// What opens over a card: menu, topics, note, reasons. Room: gui/widgets; all of it acts through the board's actions.
#include "cpt-board-view-private.h"

#include <glib/gi18n.h>

#include "cpt-describe.h"
#include "cpt-topic-chooser.h"

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Not at once: the action that closed the popover is still on its way through it. */
static void
closed_cb (GtkWidget *popover, CptBoardView *self)
{
  if (self->popover != popover)
    return;
  self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
  if (cpt_session_get_focus_statement (self->session) != 0)
    cpt_board_view_focus_card (self, cpt_session_get_focus_statement (self->session));
}

/* @rect is in the list's coordinates. The popover hangs on the view, so that typing in it is not taken for the list's keys. */
static void
pop_up (CptBoardView *self, GtkWidget *popover, graphene_rect_t rect)
{
  graphene_point_t point;

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!gtk_widget_compute_point (self->list, GTK_WIDGET (self), &rect.origin, &point))
    point = rect.origin;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  self->popover = popover;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) point.x, (int) point.y,
                                                                      (int) rect.size.width, (int) rect.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
pop_up_on_card (CptBoardView *self, GtkWidget *popover)
{
  CptCard *card = cpt_board_view_find_card (self, cpt_session_get_focus_statement (self->session));
  graphene_rect_t bounds, view;

  if (card == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (card), self->list, &bounds)
      || !graphene_rect_intersection (&bounds,
                                      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (self->list),
                                                           gtk_widget_get_height (self->list)),
                                      &view))
    {
      g_object_ref_sink (popover);
      g_object_unref (popover);
      return FALSE;
    }
  pop_up (self, popover, view);
  return TRUE;
}

static const CptStatement *
get_focused (CptBoardView *self)
{
  CptState *state = cpt_session_get_state (self->session);

  return state == NULL ? NULL : cpt_state_find_statement (state, cpt_session_get_focus_statement (self->session));
}

/* --- menu ------------------------------------------------------------------------------------------------------- */

static void
append_section (GMenu *menu, const char *label, GMenu *section)
{
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
sides_section_new (CptState *state)
{
  GMenu *section = g_menu_new ();
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; i < n_sides; i++)
    {
      g_autofree char *action = g_strdup_printf ("board.set-side(%u)", i);

      g_menu_append (section, sides[i].name, action);
    }
  g_menu_append (section, _("Context"), "board.to-context");
  return section;
}

static GMenuModel *
menu_new (CptBoardView *self, CptState *state)
{
  GMenu *menu = g_menu_new ();
  GMenu *edit = g_menu_new ();
  GMenu *decide = g_menu_new ();
  GMenu *show = g_menu_new ();

  append_section (menu, _("Move To"), sides_section_new (state));
  g_menu_append (edit, _("Another _Topic…"), "board.choose-topic");
  g_menu_append (edit, _("_Note…"), "board.note");
  append_section (menu, NULL, edit);
  g_menu_append (decide, _("_Confirm as Right"), "board.confirm");
  g_menu_append (decide, _("Take _Decisions Back"), "board.reset");
  if (cpt_session_get_n_selected (self->session) > 1)
    g_menu_append (decide, _("_Join Selected Parts"), "board.join");
  append_section (menu, NULL, decide);
  g_menu_append (show, _("_Why Here?"), "board.show-reasons");
  g_menu_append (show, _("Show in the _Article"), "board.show-in-article");
  g_menu_append (show, _("Show on the Time_line"), "board.show-on-timeline");
  append_section (menu, NULL, show);
  return G_MENU_MODEL (menu);
}

/* @x and @y are in the list's coordinates. */
void
cpt_board_view_show_menu (CptBoardView *self, double x, double y)
{
  CptState *state = cpt_session_get_state (self->session);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (state == NULL)
    return;
  menu = menu_new (self, state);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  pop_up (self, popover, GRAPHENE_RECT_INIT (x, y, 1, 1));
}

/* --- topics ----------------------------------------------------------------------------------------------------- */

void
cpt_board_view_show_topics (CptBoardView *self)
{
  CptState *state = cpt_session_get_state (self->session);

  if (state != NULL)
    pop_up_on_card (self, cpt_topic_chooser_new (state));
}

/* --- note ------------------------------------------------------------------------------------------------------- */

static void
save_note_cb (GtkWidget *popover)
{
  GtkTextBuffer *buffer = g_object_get_data (G_OBJECT (popover), "note");
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  gtk_widget_activate_action (gtk_widget_get_parent (popover), "board.set-note", "s", g_strstrip (text));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
note_key_cb (GtkWidget *popover, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  save_note_cb (popover);
  return GDK_EVENT_STOP;
}

static GtkWidget *
note_view_new (GtkWidget *popover, const char *note)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_text (buffer, note == NULL ? "" : note, -1);
  g_object_set_data_full (G_OBJECT (popover), "note", g_object_ref (buffer), g_object_unref);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (note_key_cb), popover, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_size_request (scroller, 300, 110);
  gtk_widget_add_css_class (scroller, "note-frame");
  return scroller;
}

void
cpt_board_view_show_note (CptBoardView *self)
{
  const CptStatement *statement = get_focused (self);
  GtkWidget *popover, *box, *save;

  if (statement == NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  save = gtk_button_new_with_mnemonic (_("_Keep Note"));
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (save, _("Ctrl+Enter"));
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_note_cb), popover, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), note_view_new (popover, statement->note));
  gtk_box_append (GTK_BOX (box), save);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  pop_up_on_card (self, popover);
}

/* --- reasons ---------------------------------------------------------------------------------------------------- */

void
cpt_board_view_show_reasons (CptBoardView *self)
{
  const CptStatement *statement = get_focused (self);
  g_autofree char *reasons = NULL;
  GtkWidget *popover, *label;

  if (statement == NULL)
    return;
  reasons = cpt_describe_reasons (cpt_session_get_state (self->session), statement);
  popover = gtk_popover_new ();
  label = gtk_label_new (reasons);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "reasons");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  pop_up_on_card (self, popover);
}
