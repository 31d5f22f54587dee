// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging cards between columns and topics. Room: gui/widgets. During a drag only an indicator moves; a drop is one
// command.
#include "cpt-board-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cpt-describe.h"
#include "cpt-side-ink.h"
#include "cpt-widget.h"

#define ZONE_RADIUS_PX 10
#define ZONE_LINE_PX 2

/* --- the source ------------------------------------------------------------------------------------------------- */

/* The pressed card becomes part of the selection first, so that several travel together. */
static void
select_dragged (CptBoardView *self, guint32 id)
{
  if (!cpt_session_is_selected (self->session, id))
    cpt_session_select (self->session, &id, 1);
  self->select_on_release = FALSE;
}

static char *
dup_selected_words (CptBoardView *self, const guint32 *ids, guint n_ids)
{
  CptState *state = cpt_session_get_state (self->session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_ids; i++)
    {
      const CptStatement *statement = cpt_state_find_statement (state, ids[i]);
      g_autofree char *words = statement == NULL ? NULL : cpt_describe_words (state, statement);

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  return g_string_free (text, FALSE);
}

static GdkContentProvider *
prepare_cb (CptBoardView *self, double x, double y)
{
  CptCard *card = cpt_board_view_pick_card (self, x, y);
  const CptStatement *statement = card == NULL ? NULL : cpt_card_get_statement (card);
  g_autofree guint32 *selected = NULL;
  g_autofree char *words = NULL;
  g_autoptr (CptStatementIds) ids = NULL;
  GdkContentProvider *providers[2];
  guint n_ids;

  if (statement == NULL)
    return NULL;
  select_dragged (self, statement->id);
  selected = cpt_board_view_take_copies (self, cpt_session_dup_selection (self->session, &n_ids), &n_ids);
  ids = cpt_statement_ids_new (self->session, selected, n_ids);
  words = dup_selected_words (self, selected, n_ids);
  providers[0] = gdk_content_provider_new_typed (CPT_TYPE_STATEMENT_IDS, ids);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, words);
  return gdk_content_provider_new_union (providers, 2);
}

static void
drag_begin_cb (CptBoardView *self, GdkDrag *drag)
{
  guint n_ids = cpt_session_get_n_selected (self->session);
  g_autofree char *words = NULL;
  g_autofree guint32 *ids = cpt_session_dup_selection (self->session, &n_ids);
  GtkWidget *label;

  if (n_ids == 1)
    words = dup_selected_words (self, ids, 1);
  else
    words = g_strdup_printf (ngettext ("%u statement", "%u statements", n_ids), n_ids);
  label = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "drag-label");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -12, -12);
}

/* --- the target ------------------------------------------------------------------------------------------------- */

static void
end_drop (CptBoardView *self)
{
  if (!self->dropping)
    return;
  self->dropping = FALSE;
  self->drop_topic = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static CptStatementIds *
get_ids (CptBoardView *self, const GValue *value)
{
  CptStatementIds *ids = value != NULL && G_VALUE_HOLDS (value, CPT_TYPE_STATEMENT_IDS) ? g_value_get_boxed (value) : NULL;

  return ids != NULL && ids->origin == self->session ? ids : NULL;
}

/* @topic: (nullable): %NULL aims at the whole column. */
static void
aim_at (CptBoardView *self, const char *topic, guint column, gboolean dropping)
{
  if (self->dropping == dropping && self->drop_topic == topic && self->drop_column == column)
    return;
  self->dropping = dropping;
  self->drop_topic = topic;
  self->drop_column = column;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a source said goes to a column, and keeps its topics. */
static void
aim (CptBoardView *self, double x, double y)
{
  CptBoardLine *line = cpt_board_view_pick_line (self, y);
  CptBoardItem *item = line == NULL ? NULL : cpt_board_line_get_item (line);
  CptColumns columns = cpt_board_view_get_columns (self);
  int width = gtk_widget_get_width (self->list);
  gboolean rtl = gtk_widget_get_direction (self->list) == GTK_TEXT_DIR_RTL;
  guint column = cpt_columns_find (&columns, width, rtl ? width - x : x);
  const char *topic = item == NULL ? NULL : cpt_board_item_get_row (item)->topic;

  self->drop_point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  if (self->drop_whole_column)
    aim_at (self, NULL, column, TRUE);
  else
    aim_at (self, topic, column, topic != NULL);
}

/* The value may come later than the pointer; what cannot be dropped here is turned away as soon as it is known. */
static GdkDragAction
motion_cb (CptBoardView *self, double x, double y, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value != NULL && get_ids (self, value) == NULL)
    {
      end_drop (self);
      return 0;
    }
  self->drop_whole_column = value != NULL && get_ids (self, value)->source != NULL;
  aim (self, x, y);
  return GDK_ACTION_MOVE;
}

/* The list scrolls while the pointer rests at its edge: other rows are below it then. */
static void
scrolled_cb (CptBoardView *self)
{
  if (self->dropping)
    aim (self, self->drop_point.x, self->drop_point.y);
  if (self->dropping)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
all_in_topic (CptState *state, const CptStatementIds *ids, const char *topic)
{
  for (guint i = 0; i < ids->n_ids; i++)
    {
      const CptStatement *statement = cpt_state_find_statement (state, ids->ids[i]);

      if (statement != NULL && statement->now.topic != topic)
        return FALSE;
    }
  return TRUE;
}

static gboolean
all_on_sides (CptState *state, const CptStatementIds *ids, CptSideSet sides)
{
  for (guint i = 0; i < ids->n_ids; i++)
    {
      const CptStatement *statement = cpt_state_find_statement (state, ids->ids[i]);

      if (statement != NULL && statement->now.sides != sides)
        return FALSE;
    }
  return TRUE;
}

/* What stays as it was is not decided by the drop: a move between columns says nothing about the topic. */
static CptCommand *
command_for_drop (CptBoardView *self, const CptStatementIds *ids)
{
  CptState *state = cpt_session_get_state (self->session);
  guint n_sides;
  CptSideSet sides;

  cpt_state_get_sides (state, &n_sides);
  sides = self->drop_column < n_sides ? CPT_SIDE_BIT (self->drop_column) : 0;
  if (ids->source != NULL)
    return cpt_command_move_source (state, ids->source, sides);
  if (all_in_topic (state, ids, self->drop_topic))
    return cpt_command_move (state, ids->ids, ids->n_ids, sides, NULL);
  if (all_on_sides (state, ids, sides))
    return cpt_command_set_topic (state, ids->ids, ids->n_ids, self->drop_topic);
  return cpt_command_move (state, ids->ids, ids->n_ids, sides, self->drop_topic);
}

static gboolean
drop_cb (CptBoardView *self, const GValue *value, double x, double y)
{
  const CptStatementIds *ids = get_ids (self, value);
  CptCommand *command;

  if (ids == NULL)
    return FALSE;
  self->drop_whole_column = ids->source != NULL;
  aim (self, x, y);
  command = self->dropping ? command_for_drop (self, ids) : NULL;
  end_drop (self);
  if (command == NULL)
    return FALSE;
  cpt_session_do (self->session, command);
  return TRUE;
}

/* --- the indicator ---------------------------------------------------------------------------------------------- */

/* From the first to the last line of the aimed-at topic; its head row only when it shows no cards. */
static gboolean
compute_topic_extent (CptBoardView *self, CptBoardRowKind kind, float *top, float *bottom)
{
  *top = G_MAXFLOAT;
  *bottom = -G_MAXFLOAT;
  for (guint i = 0; i < self->lines->len; i++)
    {
      CptBoardItem *item = cpt_board_line_get_item (self->lines->pdata[i]);
      const CptBoardRow *row = item == NULL ? NULL : cpt_board_item_get_row (item);
      graphene_rect_t bounds;

      if (row == NULL || row->topic != self->drop_topic || row->kind != kind
          || !gtk_widget_get_mapped (self->lines->pdata[i])
          || !gtk_widget_compute_bounds (self->lines->pdata[i], GTK_WIDGET (self), &bounds))
        continue;
      *top = MIN (*top, bounds.origin.y);
      *bottom = MAX (*bottom, bounds.origin.y + bounds.size.height);
    }
  return *top < *bottom;
}

/* The part of the aimed-at column that belongs to the aimed-at topic, as far as it is in view. */
static gboolean
compute_zone (CptBoardView *self, graphene_rect_t *zone)
{
  CptColumns columns = cpt_board_view_get_columns (self);
  graphene_rect_t view;
  float top, bottom;
  int x, width;

  if (self->drop_topic == NULL)
    {
      top = 0;
      bottom = gtk_widget_get_height (GTK_WIDGET (self));
    }
  else if (!compute_topic_extent (self, CPT_BOARD_ROW_CARDS, &top, &bottom)
           && !compute_topic_extent (self, CPT_BOARD_ROW_TOPIC, &top, &bottom))
    return FALSE;
  if (!gtk_widget_compute_bounds (self->list, GTK_WIDGET (self), &view))
    return FALSE;
  cpt_columns_place (&columns, (int) view.size.width, self->drop_column, &x, &width);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = (int) view.size.width - x - width;
  *zone = GRAPHENE_RECT_INIT (view.origin.x + x - 4, top + 2, width + 8, bottom - top - 4);
  return graphene_rect_intersection (zone, &view, zone);
}

void
cpt_board_view_snapshot_drop (CptBoardView *self, GtkSnapshot *snapshot)
{
  CptState *state = cpt_session_get_state (self->session);
  graphene_rect_t zone;
  GskRoundedRect outline;
  CptSideInk ink;

  if (!self->dropping || state == NULL || !compute_zone (self, &zone))
    return;
  ink = cpt_column_ink_get (state, self->drop_column, cpt_widget_is_dark (GTK_WIDGET (self)));
  gsk_rounded_rect_init_from_rect (&outline, &zone, ZONE_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ink.strong, &zone);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]){ ZONE_LINE_PX, ZONE_LINE_PX, ZONE_LINE_PX, ZONE_LINE_PX },
                              (GdkRGBA[4]){ ink.edge, ink.edge, ink.edge, ink.edge });
}

void
cpt_board_view_set_up_dnd (CptBoardView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CPT_TYPE_STATEMENT_IDS, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (end_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (end_drop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
