// SPDX-License-Identifier: GPL-3.0-or-later
// A colour with a side's pattern, as the board draws it. Room: gui/widgets.
#include "cpt-swatch.h"

#include "cpt-side-ink.h"
#include "cpt-widget.h"

#define WIDTH_PX 14
#define HEIGHT_PX 24

struct _CptSwatch
{
  GtkWidget parent_instance;
  char *colour;
  guint side;
};

G_DEFINE_FINAL_TYPE (CptSwatch, cpt_swatch, GTK_TYPE_WIDGET)

static void
cpt_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static void
cpt_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CptSwatch *self = CPT_SWATCH (widget);
  CptSide side = { "", "", self->colour };
  CptSideInk ink = cpt_side_ink_get (&side, self->side, cpt_widget_is_dark (widget));
  float x = (float) (gtk_widget_get_width (widget) - WIDTH_PX) / 2, y = (float) (gtk_widget_get_height (widget) - HEIGHT_PX) / 2;

  gtk_snapshot_append_color (snapshot, &ink.strong, &GRAPHENE_RECT_INIT (x, y, WIDTH_PX, HEIGHT_PX));
  cpt_side_ink_snapshot_edge (&ink, snapshot, &GRAPHENE_RECT_INIT (x, y, WIDTH_PX / 2.0f, HEIGHT_PX));
}

static void
cpt_swatch_finalize (GObject *object)
{
  g_free (CPT_SWATCH (object)->colour);
  G_OBJECT_CLASS (cpt_swatch_parent_class)->finalize (object);
}

static void
cpt_swatch_class_init (CptSwatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cpt_swatch_finalize;
  GTK_WIDGET_CLASS (klass)->measure = cpt_swatch_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = cpt_swatch_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "swatch");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cpt_swatch_init (CptSwatch *self)
{
}

/**
 * cpt_swatch_new:
 * @colour: "#0072b2"
 * @side: index of the side whose pattern to draw
 *
 * Returns: (transfer floating): a new swatch
 */
GtkWidget *
cpt_swatch_new (const char *colour, guint side)
{
  CptSwatch *self = g_object_new (CPT_TYPE_SWATCH, NULL);

  self->colour = g_strdup (colour);
  self->side = side;
  return GTK_WIDGET (self);
}
