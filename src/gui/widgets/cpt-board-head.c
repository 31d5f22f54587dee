// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed row above a board: colour, pattern, name and count of each column. Room: gui/widgets.
#include "cpt-board-head.h"

#include <glib/gi18n.h>

#include "cpt-side-ink.h"
#include "cpt-widget.h"

#define SWATCH_PX 4
#define SWATCH_INSET_PX 8
#define PAD_PX 12
#define BUTTON_PAD_PX 6 /* as in style.css */

typedef struct
{
  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *count;
} Column;

struct _CptBoardHead
{
  GtkWidget parent_instance;
  CptColumns columns;
  CptState *state; /* (nullable): for the colours */
  Column heads[CPT_MAX_COLUMNS];
  GtkWidget *fold;
  int width_px; /* of the rows below, which a scrollbar may make narrower; 0: as wide as this */
};

G_DEFINE_FINAL_TYPE (CptBoardHead, cpt_board_head, GTK_TYPE_WIDGET)

static int
get_width (CptBoardHead *self, int width)
{
  return self->width_px > 0 && self->width_px < width ? self->width_px : width;
}

static void
cpt_board_head_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  CptBoardHead *self = CPT_BOARD_HEAD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = cpt_columns_get_minimum (&self->columns);
      return;
    }
  *minimum = 40;
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    {
      int height;

      if (self->heads[i].box == NULL || !gtk_widget_get_visible (self->heads[i].box))
        continue;
      gtk_widget_measure (self->heads[i].box, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      *minimum = MAX (*minimum, height + 12);
    }
  *natural = *minimum;
}

static void
place (CptBoardHead *self, guint column, int width, int *x, int *column_width)
{
  cpt_columns_place (&self->columns, get_width (self, width), column, x, column_width);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    *x = width - *x - *column_width;
}

static void
allocate_fold (CptBoardHead *self, int width, int height)
{
  int x, column_width, natural;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  place (self, self->columns.n_sides, width, &x, &column_width);
  gtk_widget_measure (self->fold, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (!rtl)
    x += column_width - natural;
  gtk_widget_size_allocate (self->fold, &(GtkAllocation){ x, 0, natural, height }, -1);
}

static void
cpt_board_head_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CptBoardHead *self = CPT_BOARD_HEAD (widget);

  for (guint i = 0; i <= self->columns.n_sides; i++)
    {
      int x, column_width;

      if (self->heads[i].box == NULL || !gtk_widget_get_visible (self->heads[i].box))
        continue;
      place (self, i, width, &x, &column_width);
      if (i == self->columns.n_sides)
        column_width = MAX (column_width - 34, 1);
      gtk_widget_size_allocate (self->heads[i].box, &(GtkAllocation){ x, 0, column_width, height }, -1);
    }
  allocate_fold (self, width, height);
}

static void
cpt_board_head_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptBoardHead *self = CPT_BOARD_HEAD (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; self->state != NULL && i < self->columns.n_sides; i++)
    {
      CptSideInk ink = cpt_column_ink_get (self->state, i, cpt_widget_is_dark (widget));
      int x, column_width;

      place (self, i, width, &x, &column_width);
      if (rtl)
        x += column_width - SWATCH_PX;
      cpt_side_ink_snapshot_edge (&ink, snapshot,
                                  &GRAPHENE_RECT_INIT (x, SWATCH_INSET_PX, SWATCH_PX, height - 2 * SWATCH_INSET_PX));
    }
  GTK_WIDGET_CLASS (cpt_board_head_parent_class)->snapshot (widget, snapshot);
}

static void
cpt_board_head_dispose (GObject *object)
{
  CptBoardHead *self = CPT_BOARD_HEAD (object);

  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    g_clear_pointer (&self->heads[i].box, gtk_widget_unparent);
  g_clear_pointer (&self->fold, gtk_widget_unparent);
  g_clear_pointer (&self->state, cpt_state_unref);
  G_OBJECT_CLASS (cpt_board_head_parent_class)->dispose (object);
}

static void
cpt_board_head_class_init (CptBoardHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cpt_board_head_dispose;
  widget_class->measure = cpt_board_head_measure;
  widget_class->size_allocate = cpt_board_head_size_allocate;
  widget_class->snapshot = cpt_board_head_snapshot;
  gtk_widget_class_set_css_name (widget_class, "boardhead");
}

static void
cpt_board_head_init (CptBoardHead *self)
{
  self->fold = gtk_button_new ();
  gtk_widget_set_name (self->fold, "fold-context");
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_set_valign (self->fold, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fold), "win.fold-context");
  gtk_widget_set_parent (self->fold, GTK_WIDGET (self));
}

GtkWidget *
cpt_board_head_new (void)
{
  return g_object_new (CPT_TYPE_BOARD_HEAD, NULL);
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static Column *
ensure_column (CptBoardHead *self, guint index)
{
  Column *column = &self->heads[index];
  GtkWidget *box;

  if (column->box != NULL)
    return column;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  column->box = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (column->box), box);
  gtk_widget_add_css_class (column->box, "flat");
  gtk_widget_add_css_class (column->box, "column-head");
  gtk_widget_set_valign (column->box, GTK_ALIGN_CENTER);
  column->name = label_new ("side-name");
  column->count = label_new ("side-count");
  gtk_widget_set_margin_start (column->box, PAD_PX - BUTTON_PAD_PX);
  gtk_widget_set_halign (column->box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), column->name);
  gtk_box_append (GTK_BOX (box), column->count);
  gtk_widget_insert_before (column->box, GTK_WIDGET (self), self->fold);
  return column;
}

static void
bind_column (CptBoardHead *self, CptBoard *board, guint index)
{
  Column *column = ensure_column (self, index);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (cpt_board_get_state (board), &n_sides);
  guint count = cpt_board_get_counts (board)[index], total = cpt_board_get_totals (board)[index];
  const char *name = index < n_sides ? sides[index].name : _("Context");
  g_autofree char *number = count == total ? g_strdup_printf ("%u", total)
                                           : g_strdup_printf (_("%u of %u"), count, total);
  g_autofree char *full_name = g_strdup_printf ("%s, %s", name, number);

  gtk_label_set_text (GTK_LABEL (column->name), name);
  gtk_label_set_text (GTK_LABEL (column->count), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->box), GTK_ACCESSIBLE_PROPERTY_LABEL, full_name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (column->box), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (column->box), index < n_sides ? "board.edit-side" : NULL);
  gtk_widget_set_can_target (column->box, index < n_sides);
  gtk_widget_set_focusable (column->box, index < n_sides);
  gtk_widget_set_tooltip_text (column->box, index < n_sides
                                                ? _("Rename, recolour, move or merge this side, or add another")
                                                : _("The narrator's own words, third parties, and what nobody of a side says"));
  gtk_widget_set_visible (column->box, index < n_sides || !self->columns.context_folded);
}

static void
bind_fold (CptBoardHead *self, CptBoard *board)
{
  gboolean folded = self->columns.context_folded;
  guint total = cpt_board_get_totals (board)[self->columns.n_sides];
  g_autofree char *label = folded ? g_strdup_printf (_("Unfold Context (%u statements)"), total)
                                  : g_strdup (_("Fold Context"));

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), folded ? "pan-start-symbolic" : "pan-end-symbolic");
  gtk_widget_set_tooltip_text (self->fold, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * cpt_board_head_bind:
 * @board: whose columns and counts to show
 * @columns: where they stand
 */
void
cpt_board_head_bind (CptBoardHead *self, CptBoard *board, CptColumns columns)
{
  g_return_if_fail (CPT_IS_BOARD_HEAD (self));
  self->columns = columns;
  cpt_state_ref (cpt_board_get_state (board));
  g_clear_pointer (&self->state, cpt_state_unref);
  self->state = cpt_board_get_state (board);
  for (guint i = 0; i < CPT_MAX_COLUMNS; i++)
    {
      if (i <= columns.n_sides)
        bind_column (self, board, i);
      else if (self->heads[i].box != NULL)
        gtk_widget_set_visible (self->heads[i].box, FALSE);
    }
  bind_fold (self, board);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cpt_board_head_set_width:
 * @width_px: of the rows below
 *
 * Keeps the heads above their columns where a scrollbar takes room from the rows. To be called before the head is
 * allocated, by the container that allocates it.
 */
void
cpt_board_head_set_width (CptBoardHead *self, int width_px)
{
  g_return_if_fail (CPT_IS_BOARD_HEAD (self));
  self->width_px = width_px;
}

/**
 * cpt_board_head_compute_column:
 * @column: a side
 * @target: in whose coordinates
 *
 * Returns: FALSE when the head is not shown
 */
gboolean
cpt_board_head_compute_column (CptBoardHead *self, guint column, GtkWidget *target, graphene_rect_t *bounds)
{
  g_return_val_if_fail (CPT_IS_BOARD_HEAD (self), FALSE);
  return column < CPT_MAX_COLUMNS && self->heads[column].box != NULL
         && gtk_widget_compute_bounds (self->heads[column].box, target, bounds);
}
