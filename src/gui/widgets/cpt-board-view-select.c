// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting cards with the pointer and walking among them with the keys. Room: gui/widgets.
#include "cpt-board-view-private.h"

static void
select_only (CptBoardView *self, guint32 id)
{
  self->anchor = id;
  cpt_session_select (self->session, &id, 1);
}

static void
select_range (CptBoardView *self, guint32 id, gboolean add)
{
  CptBoard *board = cpt_board_model_get_board (self->model);
  g_autoptr (GArray) ids = cpt_board_list_range (board, self->anchor, id);

  if (self->anchor == 0)
    self->anchor = id;
  if (add)
    cpt_session_add_to_selection (self->session, (guint32 *) (gpointer) ids->data, ids->len);
  else
    cpt_session_select (self->session, (guint32 *) (gpointer) ids->data, ids->len);
}

static void
press_card (CptBoardView *self, guint32 id, GdkModifierType modifiers)
{
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  self->select_on_release = FALSE;
  if (modifiers & GDK_SHIFT_MASK)
    {
      select_range (self, id, control);
    }
  else if (control)
    {
      self->anchor = id;
      cpt_session_toggle_selected (self->session, id);
    }
  else if (cpt_session_is_selected (self->session, id))
    {
      /* Perhaps a drag of all that is selected begins here; only a click that ends here selects this card alone. */
      self->select_on_release = TRUE;
    }
  else
    {
      select_only (self, id);
    }
}

static void
pressed_cb (CptBoardView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  CptCard *card = cpt_board_view_pick_card (self, x, y);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const CptStatement *statement = card == NULL ? NULL : cpt_card_get_statement (card);

  if (statement == NULL)
    {
      cpt_session_select (self->session, NULL, 0);
      return;
    }
  cpt_session_set_focus_statement (self->session, statement->id);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  press_card (self, statement->id, modifiers);
}

static void
released_cb (CptBoardView *self, int n_press, double x, double y)
{
  CptCard *card = cpt_board_view_pick_card (self, x, y);
  const CptStatement *statement = card == NULL ? NULL : cpt_card_get_statement (card);

  if (self->select_on_release && statement != NULL)
    select_only (self, statement->id);
  self->select_on_release = FALSE;
  /* At the second release and not at the second press: that one may begin a drag. */
  if (n_press == 2 && statement != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "show-in-article", NULL);
}

static void
menu_pressed_cb (CptBoardView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  CptCard *card = cpt_board_view_pick_card (self, x, y);
  const CptStatement *statement = card == NULL ? NULL : cpt_card_get_statement (card);

  if (statement == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  cpt_session_set_focus_statement (self->session, statement->id);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  if (!cpt_session_is_selected (self->session, statement->id))
    select_only (self, statement->id);
  cpt_board_view_show_menu (self, x, y);
}

/* Tab and the pointer give the keyboard to cards too: the session always knows which has it. */
void
cpt_board_view_follow_focus (CptBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  const CptStatement *statement = focus != NULL && CPT_IS_CARD (focus) ? cpt_card_get_statement (CPT_CARD (focus)) : NULL;

  if (statement != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    cpt_session_set_focus_statement (self->session, statement->id);
}

/* @extend: as with Shift, the cards between stay selected. */
void
cpt_board_view_walk (CptBoardView *self, CptWalk walk, gboolean extend)
{
  CptBoard *board = cpt_board_model_get_board (self->model);
  guint32 id;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && walk == CPT_WALK_LEFT)
    walk = CPT_WALK_RIGHT;
  else if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && walk == CPT_WALK_RIGHT)
    walk = CPT_WALK_LEFT;
  id = board == NULL ? 0 : cpt_board_walk (board, cpt_session_get_focus_statement (self->session), walk);
  if (id == 0)
    return;
  if (extend)
    select_range (self, id, FALSE);
  else
    select_only (self, id);
  cpt_board_view_focus_card (self, id);
}

void
cpt_board_view_set_up_select (CptBoardView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (menu_click));
}
