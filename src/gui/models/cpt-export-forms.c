// SPDX-License-Identifier: GPL-3.0-or-later
// Core's exporters and one more, which needs fonts: the timeline as a picture of pixels. Room: gui/models.
//
// The picture is painted from the same drawing that becomes SVG. Safe in any thread: it has a context of fonts of its own.
#include "cpt-export-forms.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

/* Twice the usual density, so that it is sharp on paper; less where the picture would be too large to hold. */
#define SCALE 2.0
#define MAX_PIXELS 60e6
#define MAX_SIDE_PX 32000.0

static void
set_color (cairo_t *cr, CptDrawingColor color)
{
  cairo_set_source_rgba (cr, (color.rgb >> 16 & 0xff) / 255.0, (color.rgb >> 8 & 0xff) / 255.0, (color.rgb & 0xff) / 255.0,
                         color.alpha);
}

static void
set_fade (cairo_t *cr, const CptDrawingItem *item)
{
  double red = (item->fill.rgb >> 16 & 0xff) / 255.0, green = (item->fill.rgb >> 8 & 0xff) / 255.0;
  double blue = (item->fill.rgb & 0xff) / 255.0;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (item->x_px, 0, item->x_px + item->width_px, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0, red, green, blue, item->fades_left ? 0 : item->fill.alpha);
  cairo_pattern_add_color_stop_rgba (pattern, CPT_DRAWING_FADE_RATIO, red, green, blue, item->fill.alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1 - CPT_DRAWING_FADE_RATIO, red, green, blue, item->fill.alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, red, green, blue, item->fades_right ? 0 : item->fill.alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
trace_rect (cairo_t *cr, const CptDrawingItem *item)
{
  double radius = MIN (item->radius_px, MIN (item->width_px, item->height_px) / 2);
  double right = item->x_px + item->width_px, bottom = item->y_px + item->height_px;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, item->y_px + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, item->x_px + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, item->x_px + radius, item->y_px + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_rect (cairo_t *cr, const CptDrawingItem *item)
{
  trace_rect (cr, item);
  if (item->kind == CPT_DRAWING_FADE)
    set_fade (cr, item);
  else
    set_color (cr, item->fill);
  if (item->stroke_px <= 0)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  set_color (cr, item->stroke);
  cairo_set_line_width (cr, item->stroke_px);
  cairo_stroke (cr);
}

static void
paint_line (cairo_t *cr, const CptDrawingItem *item)
{
  cairo_set_dash (cr, &item->dash_px, item->dash_px > 0 ? 1 : 0, 0);
  set_color (cr, item->stroke);
  cairo_set_line_width (cr, item->stroke_px);
  cairo_move_to (cr, item->x_px, item->y_px);
  cairo_line_to (cr, item->x_px + item->width_px, item->y_px + item->height_px);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_text (cairo_t *cr, PangoLayout *layout, const CptDrawingItem *item)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  int width;

  pango_font_description_set_absolute_size (font, item->font_px * PANGO_SCALE);
  pango_font_description_set_weight (font, item->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, item->text, -1);
  pango_layout_get_size (layout, &width, NULL);
  set_color (cr, item->fill);
  cairo_move_to (cr, item->at_end ? item->x_px - (double) width / PANGO_SCALE : item->x_px,
                 item->y_px - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
paint (cairo_t *cr, const CptTimelineDrawing *drawing)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_cairo_update_context (cr, context);
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const CptDrawingItem *item = &g_array_index (drawing->items, CptDrawingItem, i);

      if (item->kind == CPT_DRAWING_RECT || item->kind == CPT_DRAWING_FADE)
        paint_rect (cr, item);
      else if (item->kind == CPT_DRAWING_LINE)
        paint_line (cr, item);
      else if (item->kind == CPT_DRAWING_TEXT)
        paint_text (cr, layout, item);
    }
  g_object_unref (context);
}

static double
choose_scale (const CptTimelineDrawing *drawing)
{
  double scale = MIN (SCALE, sqrt (MAX_PIXELS / (drawing->width_px * drawing->height_px)));

  return MIN (scale, MAX_SIDE_PX / MAX (drawing->width_px, drawing->height_px));
}

static cairo_status_t
write_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
export_png (CptState *state, const CptExportOptions *options, GError **error)
{
  g_autoptr (CptTimelineDrawing) drawing = cpt_export_draw_timeline (state, options);
  double scale = choose_scale (drawing);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (drawing->width_px * scale),
                                                         (int) ceil (drawing->height_px * scale));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  paint (cr, drawing);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the picture cannot be painted (%s): zoom in, or export a drawing (SVG)"),
               cairo_status_to_string (status));
  return NULL;
}

static const CptExporter picture = { "png", N_ ("Timeline as a picture (PNG)"), "png", CPT_EXPORT_TIMELINE, export_png };

/**
 * cpt_export_forms_find:
 * @id: of an exporter of core, or "png"
 *
 * Returns: (transfer none) (nullable): the exporter
 */
const CptExporter *
cpt_export_forms_find (const char *id)
{
  return g_str_equal (id, picture.id) ? &picture : cpt_exporters_find (id);
}

/**
 * cpt_export_forms_find_suffix:
 * @file_name: name of a file
 *
 * Returns: (transfer none) (nullable): the first exporter that makes such files
 */
const CptExporter *
cpt_export_forms_find_suffix (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');

  if (dot == NULL)
    return NULL;
  for (const CptExporter *exporter = cpt_exporters_get (); exporter->id != NULL; exporter++)
    if (g_ascii_strcasecmp (dot + 1, exporter->suffix) == 0)
      return exporter;
  return g_ascii_strcasecmp (dot + 1, picture.suffix) == 0 ? &picture : NULL;
}

static void
append_form (GMenu *menu, const CptExporter *exporter)
{
  g_autofree char *label = g_strconcat (_ (exporter->name), "…", NULL);
  g_autofree char *action = g_strdup_printf ("win.export('%s')", exporter->id);

  g_menu_append (menu, label, action);
}

/**
 * cpt_export_forms_new_menu:
 * @scope: which forms
 *
 * Returns: (transfer full): a menu of them; each item is the action "win.export"
 */
GMenuModel *
cpt_export_forms_new_menu (CptExportScope scope)
{
  GMenu *menu = g_menu_new ();

  if (scope == picture.scope)
    append_form (menu, &picture);
  for (const CptExporter *exporter = cpt_exporters_get (); exporter->id != NULL; exporter++)
    if (exporter->scope == scope)
      append_form (menu, exporter);
  return G_MENU_MODEL (menu);
}
