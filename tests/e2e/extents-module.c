// SPDX-License-Identifier: GPL-3.0-or-later
// Spectacles for the driver: GTK 4.10 and newer tell assistive technologies wrong places. A widget's bounds are counted from
// the inside of its parent, and GTK adds them up without the parents' own borders and padding, so a widget deep in the tree
// is reported tens of pixels up and to the left of where it stands. Loaded by GIO into the program under test
// (GIO_EXTRA_MODULES), this counts from the outside of the parent instead; the program itself is the one that ships.
#include <gio/gio.h>
#include <gtk/gtk.h>

G_MODULE_EXPORT void   g_io_module_load (GIOModule *module);
G_MODULE_EXPORT void   g_io_module_unload (GIOModule *module);
G_MODULE_EXPORT char **g_io_module_query (void);

#if GTK_CHECK_VERSION(4, 10, 0)

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (accessible);
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *outer = GTK_IS_WIDGET (parent) ? GTK_WIDGET (parent) : widget;
  graphene_rect_t own, whole;

  if (!gtk_widget_get_realized (widget) || !gtk_widget_compute_bounds (widget, outer, &own)
      || !gtk_widget_compute_bounds (outer, outer, &whole))
    return FALSE;
  *x = (int) (own.origin.x - whole.origin.x);
  *y = (int) (own.origin.y - whole.origin.y);
  *width = (int) own.size.width;
  *height = (int) own.size.height;
  return TRUE;
}

static gboolean
put_on_cb (gpointer user_data)
{
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *iface = g_type_interface_peek (widget_class, GTK_TYPE_ACCESSIBLE);

  iface->get_bounds = get_bounds;
  return G_SOURCE_REMOVE;
}

#endif

/* GTK is not yet ready when GIO loads its modules; the first turn of the main loop is soon enough. */
void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
#if GTK_CHECK_VERSION(4, 10, 0)
  g_idle_add (put_on_cb, NULL);
#endif
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  return g_strdupv ((char *[]){ NULL });
}
