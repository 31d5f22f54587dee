// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as SVG 1.1: text stays text, and each event is a group that says what it is. Room: core/exporters.
#include "cpt-export-events.h"

#include "cpt-timeline-drawing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FONTS "'Noto Sans','DejaVu Sans','Liberation Sans',Arial,sans-serif"

/* Text and attribute values: what XML means otherwise becomes a reference, what it forbids is left out. */
static void
append_text (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\n' || c == '\r' || c == '\t')
        g_string_append_c (out, ' ');
      else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
        g_string_append_len (out, at, g_utf8_next_char (at) - at);
    }
}

/* In hundredths, with the point of the C locale. */
static void
append_number (GString *out, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  for (end = buffer + strlen (buffer); end[-1] == '0'; end--)
    ;
  end[end[-1] == '.' ? -1 : 0] = '\0';
  g_string_append_printf (out, " %s=\"%s\"", name, buffer);
}

static void
append_color (GString *out, const char *name, CptDrawingColor color)
{
  g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

  g_string_append_printf (out, " %s=\"#%06x\"", name, color.rgb);
  if (color.alpha < 1)
    append_number (out, opacity, color.alpha);
}

/* Which ends fade: 1 left, 2 right, 3 both. */
static guint
get_fade (const CptDrawingItem *item)
{
  return (item->fades_left ? 1 : 0) | (item->fades_right ? 2 : 0);
}

static void
append_rect (GString *out, const CptDrawingItem *item)
{
  g_string_append (out, "<rect");
  append_number (out, "x", item->x_px);
  append_number (out, "y", item->y_px);
  append_number (out, "width", item->width_px);
  append_number (out, "height", item->height_px);
  if (item->radius_px > 0)
    append_number (out, "rx", item->radius_px);
  if (item->kind == CPT_DRAWING_FADE)
    {
      g_string_append_printf (out, " fill=\"url(#fade-%06x-%u)\"", item->fill.rgb, get_fade (item));
      append_number (out, "fill-opacity", item->fill.alpha);
    }
  else
    append_color (out, "fill", item->fill);
  if (item->stroke_px > 0)
    {
      append_color (out, "stroke", item->stroke);
      append_number (out, "stroke-width", item->stroke_px);
    }
  g_string_append (out, "/>\n");
}

static void
append_line (GString *out, const CptDrawingItem *item)
{
  g_string_append (out, "<line");
  append_number (out, "x1", item->x_px);
  append_number (out, "y1", item->y_px);
  append_number (out, "x2", item->x_px + item->width_px);
  append_number (out, "y2", item->y_px + item->height_px);
  append_color (out, "stroke", item->stroke);
  append_number (out, "stroke-width", item->stroke_px);
  if (item->dash_px > 0)
    append_number (out, "stroke-dasharray", item->dash_px);
  g_string_append (out, "/>\n");
}

static void
append_words (GString *out, const CptDrawingItem *item)
{
  g_string_append (out, "<text");
  append_number (out, "x", item->x_px);
  append_number (out, "y", item->y_px);
  append_number (out, "font-size", item->font_px);
  append_color (out, "fill", item->fill);
  g_string_append (out, item->bold ? " font-weight=\"bold\"" : "");
  g_string_append (out, item->at_end ? " text-anchor=\"end\">" : ">");
  append_text (out, item->text);
  g_string_append (out, "</text>\n");
}

static void
append_item (GString *out, const CptDrawingItem *item)
{
  switch (item->kind)
    {
    case CPT_DRAWING_RECT:
    case CPT_DRAWING_FADE:
      append_rect (out, item);
      break;
    case CPT_DRAWING_LINE:
      append_line (out, item);
      break;
    case CPT_DRAWING_TEXT:
      append_words (out, item);
      break;
    case CPT_DRAWING_BEGIN:
      g_string_append (out, "<g><title>");
      append_text (out, item->text);
      g_string_append (out, "</title>\n");
      break;
    case CPT_DRAWING_END:
    default:
      g_string_append (out, "</g>\n");
      break;
    }
}

static void
append_stop (GString *out, const char *offset, guint rgb, gboolean clear)
{
  g_string_append_printf (out, "<stop offset=\"%s\" stop-color=\"#%06x\"%s/>", offset, rgb, clear ? " stop-opacity=\"0\"" : "");
}

static void
append_gradient (GString *out, const CptDrawingItem *item)
{
  g_string_append_printf (out, "<linearGradient id=\"fade-%06x-%u\">", item->fill.rgb, get_fade (item));
  append_stop (out, "0", item->fill.rgb, item->fades_left);
  append_stop (out, "0.35", item->fill.rgb, FALSE); /* CPT_DRAWING_FADE_RATIO */
  append_stop (out, "0.65", item->fill.rgb, FALSE);
  append_stop (out, "1", item->fill.rgb, item->fades_right);
  g_string_append (out, "</linearGradient>\n");
}

/* One gradient for each colour and way of fading. */
static void
append_gradients (GString *out, const CptTimelineDrawing *drawing)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_string_append (out, "<defs>\n");
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const CptDrawingItem *item = &g_array_index (drawing->items, CptDrawingItem, i);

      if (item->kind == CPT_DRAWING_FADE && g_hash_table_add (seen, GUINT_TO_POINTER (item->fill.rgb << 2 | get_fade (item))))
        append_gradient (out, item);
    }
  g_string_append (out, "</defs>\n");
}

static void
note_missing (const CptExportOptions *options, const CptTimelineDrawing *drawing)
{
  if (drawing->n_outside > 0)
    cpt_export_note (options, g_strdup_printf (ngettext ("%u event before or after the time shown is not in the picture.",
                                                         "%u events before or after the time shown are not in the picture.",
                                                         drawing->n_outside),
                                               drawing->n_outside));
  if (drawing->n_undated > 0)
    cpt_export_note (options, g_strdup_printf (ngettext ("%u event without a date is not in the picture.",
                                                         "%u events without a date are not in the picture.", drawing->n_undated),
                                               drawing->n_undated));
}

CptTimelineDrawing *
cpt_export_draw_timeline (CptState *state, const CptExportOptions *options)
{
  g_autoptr (CptChronology) chronology = cpt_export_make_chronology (state, options);
  g_autofree char *title = cpt_export_dup_title (state);
  CptDrawingOptions wanted = { .title = title, .width_px = options->width_px, .ranged = options->ranged,
                               .begin_days = options->begin_days, .end_days = options->end_days };
  CptTimelineDrawing *drawing = cpt_timeline_drawing_new (chronology, &wanted);

  cpt_export_note_left_out (options, chronology);
  note_missing (options, drawing);
  return drawing;
}

GBytes *
cpt_export_svg (CptState *state, const CptExportOptions *options, GError **error)
{
  g_autoptr (CptTimelineDrawing) drawing = cpt_export_draw_timeline (state, options);
  g_autofree char *title = cpt_export_dup_title (state);
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\"");

  append_number (out, "width", drawing->width_px);
  append_number (out, "height", drawing->height_px);
  g_string_append_printf (out, " viewBox=\"0 0 %u %u\" font-family=\"" FONTS "\">\n<title>", (guint) drawing->width_px,
                          (guint) drawing->height_px);
  append_text (out, title);
  g_string_append (out, "</title>\n");
  append_gradients (out, drawing);
  for (guint i = 0; i < drawing->items->len; i++)
    append_item (out, &g_array_index (drawing->items, CptDrawingItem, i));
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
