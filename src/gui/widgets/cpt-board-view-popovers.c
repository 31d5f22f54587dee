// SPDX-License-Identifier: GPL-3.0-or-later
// What opens over a card: menu, topics, note, split, reasons. Room: gui/widgets; all of it acts through the board's actions.
#include "cpt-board-view-private.h"

#include <glib/gi18n.h>

#include "cpt-describe.h"
#include "cpt-note-popover.h"
#include "cpt-split-popover.h"
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

/* The popover hangs on the view, so that typing in it is not taken for the list's keys. */
void
cpt_board_view_pop_up (CptBoardView *self, GtkWidget *popover, graphene_rect_t rect)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  self->popover = popover;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) rect.origin.x, (int) rect.origin.y,
                                                                      (int) rect.size.width, (int) rect.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* @rect is in the list's coordinates. */
static void
pop_up (CptBoardView *self, GtkWidget *popover, graphene_rect_t rect)
{
  graphene_point_t point;

  if (gtk_widget_compute_point (self->list, GTK_WIDGET (self), &rect.origin, &point))
    rect.origin = point;
  cpt_board_view_pop_up (self, popover, rect);
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

/* Ticked: the sides whose account the focused statement gives. */
static GMenu *
several_section_new (CptState *state)
{
  GMenu *section = g_menu_new ();
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; i < n_sides; i++)
    {
      g_autofree char *action = g_strdup_printf ("board.toggle-side-%u", i);

      g_menu_append (section, sides[i].name, action);
    }
  return section;
}

/* "Always Count Moscow As": NATO, The Kremlin, Context. */
static void
append_always (GMenu *menu, CptState *state, const char *source)
{
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autofree char *label = g_strdup_printf (_("Alwa_ys Count “%s” As"), source);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  for (guint i = 0; i <= n_sides; i++)
    {
      g_autofree char *action = g_strdup_printf ("board.always-count(uint32 %u)", i);

      g_menu_append (choices, i < n_sides ? sides[i].name : _("Context"), action);
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (choices));
}

static GMenuModel *
menu_new (CptBoardView *self, CptState *state)
{
  GMenu *menu = g_menu_new ();
  GMenu *edit = g_menu_new ();
  GMenu *decide = g_menu_new ();
  GMenu *show = g_menu_new ();
  g_autoptr (GMenu) several = several_section_new (state);

  append_section (menu, _("Move To"), sides_section_new (state));
  g_menu_append_submenu (edit, _("Also _Count As"), G_MENU_MODEL (several));
  if (get_focused (self) != NULL && get_focused (self)->now.source != NULL)
    append_always (edit, state, get_focused (self)->now.source);
  g_menu_append (edit, _("Another _Topic…"), "board.choose-topic");
  g_menu_append (edit, _("_Note…"), "board.note");
  g_menu_append (edit, _("_Split…"), "board.split");
  g_menu_append (edit, cpt_session_get_n_selected (self->session) > 1 ? _("_Join Selected Parts") : _("_Join with the Next"),
                 "board.join");
  append_section (menu, NULL, edit);
  g_menu_append (decide, _("_Confirm as Right"), "board.confirm");
  g_menu_append (decide, _("Take _Decisions Back"), "board.reset");
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
    pop_up_on_card (self, cpt_topic_chooser_new (state, "board"));
}

/* --- note ------------------------------------------------------------------------------------------------------- */

void
cpt_board_view_show_note (CptBoardView *self)
{
  const CptStatement *statement = get_focused (self);

  if (statement != NULL)
    pop_up_on_card (self, cpt_note_popover_new (statement->note, "board.set-note"));
}

/* --- split ------------------------------------------------------------------------------------------------------ */

void
cpt_board_view_show_split (CptBoardView *self)
{
  const CptStatement *statement = get_focused (self);

  if (statement != NULL)
    pop_up_on_card (self, cpt_split_popover_new (cpt_session_get_state (self->session), statement, "board.split-at"));
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
