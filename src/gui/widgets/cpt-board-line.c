// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a board: a topic's head, or cards that stand level. Room: gui/widgets; recycled by the list for either kind.
#include "cpt-board-line.h"

#include "cpt-topic-head.h"
#include "cpt-widget.h"

#define SPACING_PX 8
#define LINK_PX 2
#define LINK_Y_PX 20
/* A guess, for those who ask without a width: nobody places rows by it, and to know better every word would be shaped twice. */
#define GUESSED_HEIGHT_PX 88

struct _CptBoardLine
{
  GtkWidget parent_instance;
  CptSession *session;
  CptBoardItem *item; /* (nullable) */
  CptColumns columns;
  GtkWidget *topic;   /* made when first needed, as are the cards */
  CptCard *cards[CPT_MAX_COLUMNS];
};

G_DEFINE_FINAL_TYPE (CptBoardLine, cpt_board_line, GTK_TYPE_WIDGET)

static const CptBoardRow *
get_row (CptBoardLine *self)
{
  return self->item == NULL ? NULL : cpt_board_item_get_row (self->item);
}

static gboolean
is_shown (gpointer widget)
{
  return widget != NULL && gtk_widget_get_visible (widget);
}

static void
measure_height (CptBoardLine *self, int width, int *height)
{
  if (is_shown (self->topic))
    {
      gtk_widget_measure (self->topic, GTK_ORIENTATION_VERTICAL, width, NULL, height, NULL, NULL);
      return;
    }
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    {
      int x, column_width, natural;

      if (!is_shown (self->cards[i]))
        continue;
      cpt_columns_place (&self->columns, width, i, &x, &column_width);
      gtk_widget_measure (GTK_WIDGET (self->cards[i]), GTK_ORIENTATION_VERTICAL, column_width, NULL, &natural, NULL,
                          NULL);
      *height = MAX (*height, natural + SPACING_PX);
    }
}

static void
cpt_board_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  CptBoardLine *self = CPT_BOARD_LINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = cpt_columns_get_minimum (&self->columns);
  else
    {
      *minimum = 0;
      if (for_size < 0)
        *minimum = GUESSED_HEIGHT_PX;
      else
        measure_height (self, for_size, minimum);
      *natural = *minimum;
    }
}

/* Each card as high as its words need: it is the upper edges that stand level. */
static void
allocate_card (CptBoardLine *self, guint column, int width)
{
  int x, column_width, height;

  cpt_columns_place (&self->columns, width, column, &x, &column_width);
  gtk_widget_measure (GTK_WIDGET (self->cards[column]), GTK_ORIENTATION_VERTICAL, column_width, NULL, &height, NULL, NULL);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - column_width;
  gtk_widget_size_allocate (GTK_WIDGET (self->cards[column]),
                            &(GtkAllocation){ x, SPACING_PX / 2, column_width, height }, -1);
}

static void
cpt_board_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptBoardLine *self = CPT_BOARD_LINE (widget);

  if (is_shown (self->topic))
    {
      int margin = cpt_columns_get_margin (width);

      gtk_widget_size_allocate (self->topic, &(GtkAllocation){ margin, 0, width - 2 * margin, height }, -1);
      return;
    }
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    if (is_shown (self->cards[i]))
      allocate_card (self, i, width);
}

/* A short line across the gap says that two cards answer each other. */
static void
snapshot_link (CptBoardLine *self, GtkSnapshot *snapshot, guint from, guint to)
{
  graphene_rect_t a, b;
  GdkRGBA color;
  float x, width;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->cards[from]), GTK_WIDGET (self), &a)
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->cards[to]), GTK_WIDGET (self), &b))
    return;
  x = MIN (a.origin.x + a.size.width, b.origin.x + b.size.width);
  width = MAX (a.origin.x, b.origin.x) - x;
  cpt_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.4f;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, LINK_Y_PX, width, LINK_PX));
}

static void
cpt_board_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptBoardLine *self = CPT_BOARD_LINE (widget);
  const CptBoardRow *row = get_row (self);

  GTK_WIDGET_CLASS (cpt_board_line_parent_class)->snapshot (widget, snapshot);
  if (row == NULL || row->kind != CPT_BOARD_ROW_CARDS)
    return;
  for (guint i = 0; i + 1 < CPT_MAX_COLUMNS; i++)
    if ((row->answers >> i & 3) == 3 && is_shown (self->cards[i]) && is_shown (self->cards[i + 1]))
      snapshot_link (self, snapshot, i, i + 1);
}

static GtkSizeRequestMode
cpt_board_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cpt_board_line_dispose (GObject *object)
{
  CptBoardLine *self = CPT_BOARD_LINE (object);

  g_clear_pointer (&self->topic, gtk_widget_unparent);
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    if (self->cards[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->cards[i])));
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_board_line_parent_class)->dispose (object);
}

static void
cpt_board_line_class_init (CptBoardLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_board_line_dispose;
  widget_class->measure = cpt_board_line_measure;
  widget_class->size_allocate = cpt_board_line_size_allocate;
  widget_class->snapshot = cpt_board_line_snapshot;
  widget_class->get_request_mode = cpt_board_line_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "boardline");
}

static void
cpt_board_line_init (CptBoardLine *self)
{
}

/**
 * cpt_board_line_new:
 * @session: whose selection the cards show
 *
 * Returns: (transfer floating): a new row that shows nothing
 */
GtkWidget *
cpt_board_line_new (CptSession *session)
{
  CptBoardLine *self = g_object_new (CPT_TYPE_BOARD_LINE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
bind_topic (CptBoardLine *self)
{
  if (self->topic == NULL)
    {
      self->topic = cpt_topic_head_new ();
      gtk_widget_set_parent (self->topic, GTK_WIDGET (self));
    }
  cpt_topic_head_bind (CPT_TOPIC_HEAD (self->topic), self->item, self->session);
}

/* The order of the widgets is the order of Tab and of screen readers. */
static GtkWidget *
find_next_card (CptBoardLine *self, guint column)
{
  for (guint i = column + 1; i < CPT_MAX_COLUMNS; i++)
    if (self->cards[i] != NULL)
      return GTK_WIDGET (self->cards[i]);
  return NULL;
}

static void
bind_card (CptBoardLine *self, guint column, const CptStatement *statement)
{
  CptCard *card = self->cards[column];

  if (statement == NULL)
    {
      if (card != NULL)
        {
          cpt_card_unbind (card);
          gtk_widget_set_visible (GTK_WIDGET (card), FALSE);
        }
      return;
    }
  if (card == NULL)
    {
      card = self->cards[column] = CPT_CARD (cpt_card_new ());
      gtk_widget_insert_before (GTK_WIDGET (card), GTK_WIDGET (self), find_next_card (self, column));
    }
  cpt_card_set_search (card, cpt_session_get_filter (self->session)->text);
  cpt_card_set_copies (card, cpt_board_item_get_row (self->item)->n_copies[column]);
  cpt_card_bind (card, cpt_board_item_get_state (self->item), statement, column);
  cpt_card_set_selected (card, cpt_session_is_selected (self->session, statement->id));
  gtk_widget_set_visible (GTK_WIDGET (card), TRUE);
}

/**
 * cpt_board_line_bind:
 * @columns: where to place the cards
 *
 * Shows a row.
 */
void
cpt_board_line_bind (CptBoardLine *self, CptBoardItem *item, CptColumns columns)
{
  const CptBoardRow *row = cpt_board_item_get_row (item);
  gboolean is_topic = row->kind == CPT_BOARD_ROW_TOPIC;

  g_return_if_fail (CPT_IS_BOARD_LINE (self));
  g_set_object (&self->item, item);
  self->columns = columns;
  if (is_topic)
    bind_topic (self);
  if (self->topic != NULL)
    gtk_widget_set_visible (self->topic, is_topic);
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    bind_card (self, i, is_topic || i > columns.n_sides ? NULL : row->cards[i]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cpt_board_line_unbind:
 *
 * Lets go of the row; the widgets stay for the next one.
 */
void
cpt_board_line_unbind (CptBoardLine *self)
{
  g_return_if_fail (CPT_IS_BOARD_LINE (self));
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    if (self->cards[i] != NULL)
      cpt_card_unbind (self->cards[i]);
  g_clear_object (&self->item);
}

/**
 * cpt_board_line_get_item:
 *
 * Returns: (transfer none) (nullable): the row that is shown
 */
CptBoardItem *
cpt_board_line_get_item (CptBoardLine *self)
{
  return self->item;
}

/**
 * cpt_board_line_find_card:
 *
 * Returns: (transfer none) (nullable): the card that shows the statement
 */
CptCard *
cpt_board_line_find_card (CptBoardLine *self, guint32 statement_id)
{
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    {
      const CptStatement *statement = is_shown (self->cards[i]) ? cpt_card_get_statement (self->cards[i]) : NULL;

      if (statement != NULL && statement->id == statement_id)
        return self->cards[i];
    }
  return NULL;
}

/**
 * cpt_board_line_update_selection:
 *
 * Shows the session's selection.
 */
void
cpt_board_line_update_selection (CptBoardLine *self)
{
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    {
      const CptStatement *statement = is_shown (self->cards[i]) ? cpt_card_get_statement (self->cards[i]) : NULL;

      if (statement != NULL)
        cpt_card_set_selected (self->cards[i], cpt_session_is_selected (self->session, statement->id));
    }
}

/**
 * cpt_board_line_update:
 * @columns: where to place the cards
 *
 * Shows what changed around a row that stayed the same: a fold, a filter, the width of Context.
 */
void
cpt_board_line_update (CptBoardLine *self, CptColumns columns)
{
  if (is_shown (self->topic) && self->item != NULL)
    bind_topic (self);
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    if (is_shown (self->cards[i]))
      cpt_card_set_search (self->cards[i], cpt_session_get_filter (self->session)->text);
  if (self->columns.n_sides == columns.n_sides && self->columns.context_folded == columns.context_folded)
    return;
  self->columns = columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
