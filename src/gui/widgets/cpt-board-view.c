// SPDX-License-Identifier: GPL-3.0-or-later
// The board: heads, and rows of cards in one list. Room: gui/widgets; gestures, keys and menus are in the files beside it.
#include "cpt-board-view-private.h"

#include <glib/gi18n.h>

#include "cpt-board-head.h"
#include "cpt-placeholder.h"
#include "cpt-widget.h"

G_DEFINE_FINAL_TYPE (CptBoardView, cpt_board_view, GTK_TYPE_WIDGET)

/* --- finding what is shown where -------------------------------------------------------------------------------- */

CptColumns
cpt_board_view_get_columns (CptBoardView *self)
{
  CptState *state = cpt_session_get_state (self->session);
  CptColumns columns = { 0, cpt_session_get_context_folded (self->session) };

  if (state != NULL)
    cpt_state_get_sides (state, &columns.n_sides);
  return columns;
}

/* @x and @y are in the list's coordinates, as in cpt_board_view_pick_line(). */
CptCard *
cpt_board_view_pick_card (CptBoardView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = picked == NULL ? NULL : gtk_widget_get_ancestor (picked, CPT_TYPE_CARD);

  return card == NULL ? NULL : CPT_CARD (card);
}

/* The line at this height, or the nearest one: below the last row is still its topic. */
CptBoardLine *
cpt_board_view_pick_line (CptBoardView *self, double y)
{
  CptBoardLine *best = NULL;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      graphene_rect_t bounds;
      double distance;

      if (!gtk_widget_get_mapped (self->lines->pdata[i])
          || !gtk_widget_compute_bounds (self->lines->pdata[i], self->list, &bounds))
        continue;
      distance = MAX (bounds.origin.y - y, y - (bounds.origin.y + bounds.size.height));
      if (distance < best_distance)
        {
          best = self->lines->pdata[i];
          best_distance = distance;
        }
    }
  return best;
}

CptCard *
cpt_board_view_find_card (CptBoardView *self, guint32 statement_id)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      CptCard *card = cpt_board_line_find_card (self->lines->pdata[i], statement_id);

      if (card != NULL)
        return card;
    }
  return NULL;
}

static gboolean
grab_pending_cb (gpointer user_data)
{
  CptBoardView *self = user_data;
  CptCard *card = self->pending_focus == 0 ? NULL : cpt_board_view_find_card (self, self->pending_focus);

  if (card != NULL && gtk_widget_grab_focus (GTK_WIDGET (card)))
    self->pending_focus = 0;
  return G_SOURCE_REMOVE;
}

static void
grab_pending_later (CptBoardView *self)
{
  g_idle_add_full (G_PRIORITY_LOW, grab_pending_cb, g_object_ref (self), g_object_unref);
}

/* Nothing moves for a card that can be seen whole. */
static gboolean
is_in_view (CptBoardView *self, CptCard *card)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (card), self->scroller, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (self->scroller);
}

/* A card that is far away is scrolled to first; its widget comes into being a moment later. */
void
cpt_board_view_focus_card (CptBoardView *self, guint32 statement_id)
{
  CptBoard *board = cpt_board_model_get_board (self->model);
  CptCard *card = cpt_board_view_find_card (self, statement_id);
  guint row, column;

  cpt_session_set_focus_statement (self->session, statement_id);
  if (board == NULL || !cpt_board_find_card (board, statement_id, &row, &column))
    return;
  if (card == NULL || !gtk_widget_get_mapped (GTK_WIDGET (card)) || !gtk_widget_grab_focus (GTK_WIDGET (card)))
    self->pending_focus = statement_id;
  if (self->pending_focus != 0 || !is_in_view (self, card))
    cpt_list_scroll_to (self->list, row);
  if (self->pending_focus != 0)
    grab_pending_later (self);
}

/* --- rows ------------------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, CptBoardView *self)
{
  cpt_list_item_make_passive (list_item);
  gtk_list_item_set_child (list_item, cpt_board_line_new (self->session));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, CptBoardView *self)
{
  CptBoardLine *line = CPT_BOARD_LINE (gtk_list_item_get_child (list_item));

  cpt_board_line_bind (line, gtk_list_item_get_item (list_item), cpt_board_view_get_columns (self));
  g_ptr_array_add (self->lines, line);
  if (self->pending_focus != 0 && cpt_board_line_find_card (line, self->pending_focus) != NULL)
    grab_pending_later (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, CptBoardView *self)
{
  CptBoardLine *line = CPT_BOARD_LINE (gtk_list_item_get_child (list_item));

  g_ptr_array_remove_fast (self->lines, line);
  cpt_board_line_unbind (line);
}

static GtkListItemFactory *
factory_new (CptBoardView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

/* --- following the session -------------------------------------------------------------------------------------- */

static void
selection_changed_cb (CptBoardView *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    cpt_board_line_update_selection (self->lines->pdata[i]);
  cpt_board_view_update_actions (self);
}

static gboolean
has_focus_inside (CptBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  /* A row that was taken away takes the focus with it; then nothing, or the list, has it. */
  return focus == NULL || focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* After a move the moved card has the keyboard again, wherever it is now. */
static void
restore_focus (CptBoardView *self)
{
  guint32 id = cpt_session_get_focus_statement (self->session);

  if (id != 0 && gtk_widget_get_mapped (self->list) && has_focus_inside (self))
    cpt_board_view_focus_card (self, id);
}

static void
updated_cb (CptBoardView *self)
{
  CptBoard *board = cpt_board_model_get_board (self->model);

  if (board == NULL)
    return;
  cpt_board_head_bind (CPT_BOARD_HEAD (self->head), board, cpt_board_view_get_columns (self));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), cpt_board_get_n_rows (board) == 0 ? "nothing" : "rows");
  for (guint i = 0; i < self->lines->len; i++)
    cpt_board_line_update (self->lines->pdata[i], cpt_board_view_get_columns (self));
  cpt_board_view_update_actions (self);
  restore_focus (self);
}

static void
show_statement_cb (CptBoardView *self, guint statement_id)
{
  if (cpt_session_get_page (self->session) == CPT_PAGE_COMPARE)
    cpt_board_view_show_statement (self, statement_id);
}

/* --- class ------------------------------------------------------------------------------------------------------ */

static void
cpt_board_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  CptBoardView *self = CPT_BOARD_VIEW (widget);
  int head_minimum, head_natural, rows_minimum, rows_natural;

  gtk_widget_measure (self->head, orientation, -1, &head_minimum, &head_natural, NULL, NULL);
  gtk_widget_measure (self->stack, orientation, -1, &rows_minimum, &rows_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (head_minimum, rows_minimum);
      *natural = MAX (head_natural, rows_natural);
    }
  else
    {
      *minimum = head_minimum + rows_minimum;
      *natural = head_natural + rows_natural;
    }
}

/* The rows first: the heads stand above their columns, wherever a scrollbar leaves them. */
static void
cpt_board_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptBoardView *self = CPT_BOARD_VIEW (widget);
  int head;

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, -1, &head, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->stack, &(GtkAllocation){ 0, head, width, MAX (height - head, 0) }, -1);
  cpt_board_head_set_width (CPT_BOARD_HEAD (self->head), gtk_widget_get_width (self->list));
  gtk_widget_size_allocate (self->head, &(GtkAllocation){ 0, 0, width, head }, -1);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
cpt_board_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (cpt_board_view_parent_class)->snapshot (widget, snapshot);
  cpt_board_view_snapshot_drop (CPT_BOARD_VIEW (widget), snapshot);
}

static void
cpt_board_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cpt_board_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (cpt_board_view_follow_focus), widget, G_CONNECT_SWAPPED);
}

static void
cpt_board_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), cpt_board_view_follow_focus, widget);
  GTK_WIDGET_CLASS (cpt_board_view_parent_class)->unroot (widget);
}

static gboolean
cpt_board_view_grab_focus (GtkWidget *widget)
{
  cpt_board_view_focus (CPT_BOARD_VIEW (widget));
  return TRUE;
}

static void
cpt_board_view_dispose (GObject *object)
{
  CptBoardView *self = CPT_BOARD_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cpt_board_view_parent_class)->dispose (object);
}

static void
cpt_board_view_class_init (CptBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_board_view_dispose;
  widget_class->snapshot = cpt_board_view_snapshot;
  widget_class->root = cpt_board_view_root;
  widget_class->unroot = cpt_board_view_unroot;
  widget_class->grab_focus = cpt_board_view_grab_focus;
  widget_class->measure = cpt_board_view_measure;
  widget_class->size_allocate = cpt_board_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "board");
}

static GtkWidget *
nothing_new (void)
{
  GtkWidget *placeholder = cpt_placeholder_new (_("No statement matches"), _("Other words, or fewer filters, may find some."));
  GtkWidget *button = cpt_button_new_with_mnemonic (_("_Show All Statements"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filter");
  gtk_widget_add_css_class (button, "pill");
  cpt_placeholder_set_child (CPT_PLACEHOLDER (placeholder), button);
  return placeholder;
}

static void
cpt_board_view_init (CptBoardView *self)
{
  self->lines = g_ptr_array_new ();
  self->head = cpt_board_head_new ();
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "rows");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing_new (), "nothing");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

static void
build_list (CptBoardView *self)
{
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));

  self->list = gtk_list_view_new (rows, factory_new (self));
  gtk_widget_set_name (self->list, "board");
  gtk_widget_add_css_class (self->list, "board-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Statements by topic and side"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
}

/**
 * cpt_board_view_new:
 * @session: whose comparison to show
 *
 * Returns: (transfer floating): a new board
 */
GtkWidget *
cpt_board_view_new (CptSession *session)
{
  CptBoardView *self = g_object_new (CPT_TYPE_BOARD_VIEW, NULL);

  self->session = g_object_ref (session);
  self->model = cpt_board_model_new (session);
  build_list (self);
  cpt_board_view_set_up_actions (self);
  cpt_board_view_set_up_select (self);
  cpt_board_view_set_up_dnd (self);
  g_signal_connect_object (self->model, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::focus-statement", G_CALLBACK (cpt_board_view_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-statement", G_CALLBACK (show_statement_cb), self, G_CONNECT_SWAPPED);
  updated_cb (self);
  return GTK_WIDGET (self);
}

CptBoardModel *
cpt_board_view_get_model (CptBoardView *self)
{
  g_return_val_if_fail (CPT_IS_BOARD_VIEW (self), NULL);
  return self->model;
}

/**
 * cpt_board_view_get_list:
 *
 * Returns: (transfer none): the list of rows
 */
GtkWidget *
cpt_board_view_get_list (CptBoardView *self)
{
  g_return_val_if_fail (CPT_IS_BOARD_VIEW (self), NULL);
  return self->list;
}

/**
 * cpt_board_view_show_statement:
 *
 * Brings the statement's card into view and gives it the keyboard. What hides it is taken away: a fold, a filter.
 */
void
cpt_board_view_show_statement (CptBoardView *self, guint32 statement_id)
{
  CptState *state = cpt_session_get_state (self->session);
  const CptStatement *statement = state == NULL ? NULL : cpt_state_find_statement (state, statement_id);
  CptBoard *board;

  g_return_if_fail (CPT_IS_BOARD_VIEW (self));
  if (statement == NULL)
    return;
  cpt_session_set_topic_folded (self->session, statement->now.topic, FALSE);
  board = cpt_board_model_get_board (self->model);
  if (board == NULL || cpt_board_find_row (board, statement_id) == G_MAXUINT)
    {
      cpt_session_clear_filter (self->session);
      if (statement->now.sides == 0)
        cpt_session_set_context_folded (self->session, FALSE);
    }
  board = cpt_board_model_get_board (self->model);
  cpt_board_view_focus_card (self, board == NULL ? statement_id : cpt_board_get_card_id (board, statement_id));
}

guint32 *
cpt_board_view_take_copies (CptBoardView *self, guint32 *ids, guint *n_ids)
{
  CptBoard *board = cpt_board_model_get_board (self->model);
  g_autofree guint32 *owned = ids;
  g_autoptr (GArray) all = NULL;

  if (board == NULL)
    return g_steal_pointer (&owned);
  all = cpt_board_dup_with_copies (board, ids, *n_ids);
  *n_ids = all->len;
  return (guint32 *) (gpointer) g_array_free (g_steal_pointer (&all), FALSE);
}

/**
 * cpt_board_view_focus:
 *
 * Gives the keyboard to the card that had it last, or to the first one.
 */
void
cpt_board_view_focus (CptBoardView *self)
{
  CptBoard *board = cpt_board_model_get_board (self->model);
  guint32 id = cpt_session_get_focus_statement (self->session);
  guint row, column;

  g_return_if_fail (CPT_IS_BOARD_VIEW (self));
  if (board == NULL)
    return;
  if (!cpt_board_find_card (board, id, &row, &column))
    id = cpt_board_walk (board, 0, CPT_WALK_FIRST);
  if (id != 0)
    cpt_board_view_focus_card (self, id);
}
