// SPDX-License-Identifier: GPL-3.0-or-later
// Changing sides and topics from the heads of a board. Room: gui/widgets; every change is one command through the session.
#include "cpt-board-view-private.h"

#include <glib/gi18n.h>

#include "cpt-board-head.h"
#include "cpt-edit-popovers.h"
#include "cpt-reanalysis.h"

static CptState *
get_state (CptBoardView *self)
{
  return cpt_session_get_state (self->session);
}

/* --- sides ------------------------------------------------------------------------------------------------------ */

static void
pop_up_on_head (CptBoardView *self, guint column, GtkWidget *popover)
{
  graphene_rect_t bounds;

  if (!cpt_board_head_compute_column (CPT_BOARD_HEAD (self->head), column, GTK_WIDGET (self), &bounds))
    bounds = GRAPHENE_RECT_INIT (24, 24, 1, 1);
  cpt_board_view_pop_up (self, popover, bounds);
}

void
cpt_board_view_edit_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint n_sides, side = g_variant_get_uint32 (parameter);

  cpt_state_get_sides (get_state (self), &n_sides);
  if (side < n_sides)
    pop_up_on_head (self, side, cpt_side_popover_new (get_state (self), side));
}

void
cpt_board_view_new_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint n_sides;

  cpt_state_get_sides (get_state (self), &n_sides);
  if (n_sides < CPT_MAX_SIDES)
    pop_up_on_head (self, n_sides - 1, cpt_add_side_popover_new ());
}

void
cpt_board_view_add_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;

  cpt_session_do (self->session, cpt_command_add_side (get_state (self), g_variant_get_string (parameter, NULL)));
}

void
cpt_board_view_rename_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const char *name;
  guint side;

  g_variant_get (parameter, "(u&s)", &side, &name);
  cpt_session_do (self->session, cpt_command_rename_side (get_state (self), side, name));
}

void
cpt_board_view_recolour_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const char *colour;
  guint side;

  g_variant_get (parameter, "(u&s)", &side, &colour);
  cpt_session_do (self->session, cpt_command_set_side_colour (get_state (self), side, colour));
}

void
cpt_board_view_move_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint side, to;

  g_variant_get (parameter, "(uu)", &side, &to);
  cpt_session_do (self->session, cpt_command_move_side (get_state (self), side, to));
}

void
cpt_board_view_merge_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  guint side, into;

  g_variant_get (parameter, "(uu)", &side, &into);
  cpt_session_do (self->session, cpt_command_merge_sides (get_state (self), side, into));
}

void
cpt_board_view_remove_side (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;

  cpt_session_do (self->session, cpt_command_remove_side (get_state (self), g_variant_get_uint32 (parameter)));
}

/* --- sources ---------------------------------------------------------------------------------------------------- */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (cpt_count_as_finish (result, &error))
    return;
  cpt_session_tell_doing (CPT_SESSION (source), "");
  cpt_session_tell_problem (CPT_SESSION (source), error->message);
}

/* The parameter is the side, or the number of sides for Context. */
void
cpt_board_view_always_count (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const CptStatement *statement = cpt_state_find_statement (get_state (self), cpt_session_get_focus_statement (self->session));
  guint n_sides, side = g_variant_get_uint32 (parameter);

  if (statement == NULL || statement->now.source == NULL)
    return;
  cpt_state_get_sides (get_state (self), &n_sides);
  cpt_session_tell_doing (self->session, _("Analysing again…"));
  cpt_count_as_async (self->session, statement->now.source, side < n_sides ? (int) side : -1, counted_cb, NULL);
}

/* --- topics ----------------------------------------------------------------------------------------------------- */

static gboolean
compute_topic_head (CptBoardView *self, const char *topic, graphene_rect_t *bounds)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      CptBoardItem *item = cpt_board_line_get_item (self->lines->pdata[i]);
      const CptBoardRow *row = item == NULL ? NULL : cpt_board_item_get_row (item);

      if (row != NULL && row->kind == CPT_BOARD_ROW_TOPIC && row->topic == topic
          && gtk_widget_get_mapped (self->lines->pdata[i]))
        return gtk_widget_compute_bounds (self->lines->pdata[i], GTK_WIDGET (self), bounds);
    }
  return FALSE;
}

static void
edit_topic (CptBoardView *self, const char *topic)
{
  graphene_rect_t bounds, view = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                                     gtk_widget_get_height (GTK_WIDGET (self)));

  if (!compute_topic_head (self, topic, &bounds) || !graphene_rect_intersection (&bounds, &view, &bounds))
    bounds = GRAPHENE_RECT_INIT (0, view.size.height / 4, 1, 1);
  bounds.size.width = MIN (bounds.size.width, 240);
  cpt_board_view_pop_up (self, cpt_topic_popover_new (get_state (self), topic), bounds);
}

void
cpt_board_view_edit_topic (gpointer owner, GVariant *parameter)
{
  edit_topic (owner, g_intern_string (g_variant_get_string (parameter, NULL)));
}

/* The topic of the card that has the keyboard. */
void
cpt_board_view_rename_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const CptStatement *statement = cpt_state_find_statement (get_state (self), cpt_session_get_focus_statement (self->session));

  if (statement != NULL)
    edit_topic (self, statement->now.topic);
}

void
cpt_board_view_rename_topic_to (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const char *topic, *name;

  g_variant_get (parameter, "(&s&s)", &topic, &name);
  cpt_session_do (self->session, cpt_command_rename_topic (get_state (self), topic, name));
}

void
cpt_board_view_move_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const char *topic;
  guint to;

  g_variant_get (parameter, "(&su)", &topic, &to);
  cpt_session_do (self->session, cpt_command_move_topic (get_state (self), topic, to));
}

void
cpt_board_view_merge_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;
  const char *topic, *into;

  g_variant_get (parameter, "(&s&s)", &topic, &into);
  cpt_session_do (self->session, cpt_command_merge_topics (get_state (self), topic, into));
}

void
cpt_board_view_remove_topic (gpointer owner, GVariant *parameter)
{
  CptBoardView *self = owner;

  cpt_session_do (self->session, cpt_command_remove_topic (get_state (self), g_variant_get_string (parameter, NULL)));
}
