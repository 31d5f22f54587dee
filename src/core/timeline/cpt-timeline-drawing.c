// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what the Timeline page shows, light, without a screen: the same lanes, shapes and packing. Room: core/timeline.
//
// A picture on paper cannot be zoomed, so lanes get as many rows as their events need and nothing is folded before a lane
// has 64 of them. Labels are cut by a guess of their width that is on the safe side, so that they never overlap in any font.
#include "cpt-timeline-drawing.h"

#include "cpt-dates.h"
#include "cpt-text-width.h"
#include "cpt-timeline-axis.h"
#include "cpt-timeline-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARGIN_PX 24.0
#define TITLE_PX 20.0
#define FONT_PX 13.0
#define SMALL_PX 11.5
#define AXIS_PX 30.0
#define LANE_HEAD_PX 26.0
#define LANE_FOOT_PX 6.0
#define LANE_GAP_PX 8.0
#define LANE_EDGE_PX 5.0
#define ROW_PX 26.0
#define BAR_PX 20.0
#define MARK_PX 12.0
#define CLUSTER_PX 52.0
#define LABEL_EM 30.0
#define LABEL_GAP_PX 6.0
#define GAP_PX 12.0
#define TICK_PX 80.0
#define MAX_ROWS 64
#define TINT_ALPHA 0.085
#define STRONG_ALPHA 0.24
#define MARGIN_RATIO 0.03
/* More days of publication are marked at the axis only. */
#define MAX_LINES 6

static const CptDrawingColor ink = { 0x1d1d20, 1 };
static const CptDrawingColor quiet = { 0x62626b, 1 };
static const CptDrawingColor paper = { 0xffffff, 1 };

typedef struct
{
  CptTimelineDrawing *drawing;
  const CptChronology *chronology;
  CptState *state;
  double begin_days, end_days;
  double left_px, width_px; /* of the lanes */
  double axis_y_px;
} Painter;

static void
item_clear (gpointer data)
{
  g_free (((CptDrawingItem *) data)->text);
}

static CptDrawingItem *
add (Painter *self, CptDrawingKind kind, double x_px, double y_px, double width_px, double height_px)
{
  CptDrawingItem item = { .kind = kind, .x_px = x_px, .y_px = y_px, .width_px = width_px, .height_px = height_px };

  g_array_append_val (self->drawing->items, item);
  return &g_array_index (self->drawing->items, CptDrawingItem, self->drawing->items->len - 1);
}

/* One line of text, cut to @room_px. */
static CptDrawingItem *
add_text (Painter *self, double x_px, double y_px, const char *text, double font_px, double room_px)
{
  CptDrawingItem *item = add (self, CPT_DRAWING_TEXT, x_px, y_px, 0, 0);

  item->text = cpt_text_cut_to_em (text, room_px / font_px);
  item->font_px = font_px;
  item->fill = ink;
  return item;
}

static double
to_px (const Painter *self, double days)
{
  return self->left_px + (days - self->begin_days) / (self->end_days - self->begin_days) * self->width_px;
}

/* --- colours --- */

static guint32
get_rgb (const CptState *state, guint lane)
{
  static const guint32 fallbacks[CPT_MAX_SIDES] = { 0x1a5fb4, 0xa51d2d, 0x1f7a4d, 0xa05a00, 0x6b3fa0, 0x00707a };
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  const char *colour = lane < n_sides ? sides[lane].colour : NULL;
  char *end = NULL;
  guint64 rgb;

  if (lane >= n_sides)
    return 0x73737a;
  rgb = colour != NULL && *colour == '#' && strlen (colour) == 7 ? g_ascii_strtoull (colour + 1, &end, 16) : 0;
  return end != NULL && *end == '\0' ? (guint32) rgb : fallbacks[lane % CPT_MAX_SIDES];
}

static CptDrawingColor
get_color (const CptState *state, guint lane, double alpha)
{
  return (CptDrawingColor){ get_rgb (state, lane), alpha };
}

static const char *
get_lane_name (const CptState *state, guint lane)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);

  return lane < n_sides ? sides[lane].name : _ ("Context");
}

/* --- what stands behind the events --- */

/* The edge of a lane is drawn in the pattern of its side, because colour alone does not reach everybody. */
static void
add_edge (Painter *self, guint lane, double y_px, double height_px)
{
  static const double dashes_px[CPT_MAX_SIDES] = { 0, 7, 3, 0, 12, 18 };
  guint n_sides;
  CptDrawingItem *line;

  cpt_state_get_sides (self->state, &n_sides);
  if (lane >= n_sides)
    return;
  line = add (self, CPT_DRAWING_LINE, self->left_px + LANE_EDGE_PX / 2, y_px, 0, height_px);
  line->stroke = get_color (self->state, lane, 1);
  line->stroke_px = lane == 3 ? LANE_EDGE_PX / 2 : LANE_EDGE_PX;
  line->dash_px = dashes_px[lane % CPT_MAX_SIDES];
}

static void
add_lane (Painter *self, guint lane, double y_px, double height_px)
{
  guint n_sides;

  cpt_state_get_sides (self->state, &n_sides);
  if (lane < n_sides)
    add (self, CPT_DRAWING_RECT, self->left_px, y_px, self->width_px, height_px)->fill
        = get_color (self->state, lane, TINT_ALPHA);
  add_edge (self, lane, y_px, height_px);
  add_text (self, self->left_px + 14, y_px + 18, get_lane_name (self->state, lane), FONT_PX, self->width_px - 28)->bold = TRUE;
}

static void
add_ticks (Painter *self, double bottom_px)
{
  g_autoptr (GArray) ticks = cpt_timeline_ticks_new (self->begin_days, self->end_days, self->width_px, TICK_PX);

  for (guint i = 0; i < ticks->len; i++)
    {
      const CptTick *tick = &g_array_index (ticks, CptTick, i);
      double x_px = MAX (to_px (self, tick->day), self->left_px);
      double end_px = i + 1 < ticks->len ? to_px (self, g_array_index (ticks, CptTick, i + 1).day) : self->left_px + self->width_px;
      CptDrawingItem *line;

      if (x_px > self->left_px)
        {
          line = add (self, CPT_DRAWING_LINE, floor (x_px) + 0.5, self->axis_y_px, 0, bottom_px - self->axis_y_px);
          line->stroke = (CptDrawingColor){ 0x000000, tick->major ? 0.30 : 0.14 };
          line->stroke_px = 1;
        }
      if (cpt_text_guess_width_em (tick->label) * FONT_PX > end_px - x_px - 5)
        continue;
      add_text (self, x_px + 5, self->axis_y_px + 19, tick->label, FONT_PX, end_px - x_px)->fill = tick->major ? ink : quiet;
    }
}

static void
add_publications (Painter *self, double bottom_px)
{
  guint n;
  const CptPublicationMark *marks = cpt_chronology_get_publications (self->chronology, &n);
  CptDay last = CPT_DAY_NONE;
  guint n_visible = 0;

  for (guint i = 0; i < n; i++)
    n_visible += marks[i].day >= self->begin_days && marks[i].day < self->end_days && (i == 0 || marks[i].day != marks[i - 1].day);
  for (guint i = 0; i < n; i++)
    {
      double x_px = to_px (self, marks[i].day + 0.5);
      CptDrawingItem *item;

      if (x_px < self->left_px || x_px > self->left_px + self->width_px || marks[i].day == last)
        continue;
      last = marks[i].day;
      if (n_visible <= MAX_LINES)
        {
          item = add (self, CPT_DRAWING_LINE, x_px, self->axis_y_px + AXIS_PX, 0, bottom_px - self->axis_y_px - AXIS_PX);
          item->stroke = (CptDrawingColor){ ink.rgb, 0.55 };
          item->stroke_px = 1.5;
          item->dash_px = 4;
        }
      add (self, CPT_DRAWING_RECT, x_px - 3.5, self->axis_y_px + AXIS_PX - 7, 7, 7)->fill = ink;
    }
}

/* --- events --- */

static gboolean
is_vague (const CptChronologyEntry *entry)
{
  return entry->event->interval.precision == CPT_PRECISION_VAGUE || isinf (entry->begin_days) || isinf (entry->end_days);
}

static char *
dup_full_name (Painter *self, const CptTimelineBox *box, const CptChronologyEntry *entry)
{
  g_autofree char *date = cpt_interval_format (entry->event->interval);
  const char *lane = get_lane_name (self->state, entry->lane);

  if (box->n_entries > 1)
    return g_strdup_printf (ngettext ("%u event of %s close together", "%u events of %s close together", box->n_entries),
                            box->n_entries, lane);
  return g_strdup_printf ("%s: %s (%s)", date, entry->event->label, lane);
}

/* It fades where the words do not say when it began or ended. */
static CptDrawingItem *
add_fade (Painter *self, const CptChronologyEntry *entry, double x_px, double y_px, double width_px, double height_px)
{
  CptDrawingItem *item = add (self, CPT_DRAWING_FADE, x_px, y_px, width_px, height_px);
  gboolean vague = entry->event->interval.precision == CPT_PRECISION_VAGUE;

  item->fades_left = vague || isinf (entry->begin_days);
  item->fades_right = vague || isinf (entry->end_days);
  return item;
}

/* A disc for a day, a bar for an interval, a bar that fades for vague words, a pill for a cluster. */
static void
add_mark (Painter *self, const CptTimelineBox *box, const CptChronologyEntry *entry, double y_px)
{
  double x_px = self->left_px + box->x_px, width_px = MAX (box->bar_px, MARK_PX);
  CptDrawingItem *item;

  if (box->n_entries == 1 && is_vague (entry))
    {
      add_fade (self, entry, x_px, y_px, width_px, BAR_PX)->fill = get_color (self->state, entry->lane, STRONG_ALPHA);
      add_fade (self, entry, x_px, y_px + BAR_PX - 3, width_px, 3)->fill = get_color (self->state, entry->lane, 1);
      return;
    }
  if (box->n_entries == 1 && entry->end_days - entry->begin_days <= 1)
    {
      item = add (self, CPT_DRAWING_RECT, x_px + (width_px - MARK_PX) / 2, y_px + (BAR_PX - MARK_PX) / 2, MARK_PX, MARK_PX);
      item->radius_px = MARK_PX / 2;
      item->fill = get_color (self->state, entry->lane, 1);
      return;
    }
  item = add (self, CPT_DRAWING_RECT, x_px, y_px, width_px, BAR_PX);
  item->radius_px = box->n_entries > 1 ? BAR_PX / 2 : 5;
  item->fill = get_color (self->state, entry->lane, STRONG_ALPHA);
  item->stroke = get_color (self->state, entry->lane, 1);
  item->stroke_px = 1.5;
}

static void
add_label (Painter *self, const CptTimelineBox *box, const CptChronologyEntry *entry, double y_px)
{
  double x_px = self->left_px + box->x_px, bar_px = MAX (box->bar_px, MARK_PX);
  double room_px = box->width_px - bar_px - LABEL_GAP_PX, base_px = y_px + BAR_PX / 2 + FONT_PX * 0.36;
  g_autofree char *count = box->n_entries > 1 ? g_strdup_printf ("+%u", box->n_entries) : NULL;

  if (count != NULL)
    add_text (self, x_px + 10, base_px, count, FONT_PX, bar_px);
  else if (box->label_on_bar) /* a bar that began before the picture keeps its label in view */
    {
      double start_px = MAX (x_px, self->left_px) + LABEL_GAP_PX;

      add_text (self, start_px, base_px, entry->event->label, FONT_PX, x_px + bar_px - start_px);
    }
  else if (box->label_left)
    add_text (self, x_px - LABEL_GAP_PX, base_px, entry->event->label, FONT_PX, room_px)->at_end = TRUE;
  else if (room_px > FONT_PX * 2)
    add_text (self, x_px + bar_px + LABEL_GAP_PX, base_px, entry->event->label, FONT_PX, room_px);
}

static void
add_box (Painter *self, const CptTimelineBox *box, double lane_y_px)
{
  guint n;
  const CptChronologyEntry *entry = &cpt_chronology_get_entries (self->chronology, &n)[box->entry];
  double y_px = lane_y_px + LANE_HEAD_PX + box->row * ROW_PX;
  CptDrawingItem *begin = add (self, CPT_DRAWING_BEGIN, 0, 0, 0, 0);

  begin->text = dup_full_name (self, box, entry);
  begin->event_id = box->n_entries == 1 ? entry->event->id : 0;
  add_mark (self, box, entry, y_px);
  add_label (self, box, entry, y_px);
  add (self, CPT_DRAWING_END, 0, 0, 0, 0);
  self->drawing->n_shown += box->n_entries;
}

/* --- the whole --- */

static void
choose_range (Painter *self, const CptDrawingOptions *options)
{
  double margin;

  self->begin_days = options->begin_days;
  self->end_days = options->end_days;
  if (options->ranged && options->end_days > options->begin_days)
    return;
  if (!cpt_chronology_get_core_range (self->chronology, &self->begin_days, &self->end_days))
    {
      self->begin_days = 0;
      self->end_days = 365;
    }
  margin = MAX ((self->end_days - self->begin_days) * MARGIN_RATIO, 2);
  self->begin_days -= margin;
  self->end_days += margin;
}

static void
count_outside (Painter *self)
{
  guint n, n_undated;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n);

  cpt_chronology_get_undated (self->chronology, &n_undated);
  self->drawing->n_undated = n_undated;
  for (guint i = 0; i < n; i++)
    self->drawing->n_outside += entries[i].end_days <= self->begin_days || entries[i].begin_days >= self->end_days;
}

/* The title, and below it the time that is shown. Returns where it ends. */
static double
add_head (Painter *self, const CptDrawingOptions *options)
{
  CptInterval range = { (CptDay) floor (self->begin_days), (CptDay) ceil (self->end_days) - 1, CPT_PRECISION_DAY };
  g_autofree char *words = cpt_interval_format (range);
  double y_px = MARGIN_PX;

  if (options->title != NULL && *options->title != '\0')
    {
      y_px += TITLE_PX;
      add_text (self, MARGIN_PX, y_px, options->title, TITLE_PX, self->width_px)->bold = TRUE;
      y_px += 8;
    }
  y_px += FONT_PX;
  add_text (self, MARGIN_PX, y_px, words, FONT_PX, self->width_px)->fill = quiet;
  return y_px + 12;
}

/* What the shapes mean, and what is not in the picture. Returns where it ends. */
static double
add_foot (Painter *self, double y_px)
{
  const CptTimelineDrawing *drawing = self->drawing;
  g_autoptr (GString) missing = g_string_new (NULL);

  y_px += SMALL_PX + 6;
  add_text (self, MARGIN_PX, y_px,
            _ ("Disc: a day. Bar: an interval. Fading bar: vague or open. Black square: day of publication."), SMALL_PX,
            self->width_px)
      ->fill = quiet;
  if (drawing->n_outside > 0)
    g_string_append_printf (missing, ngettext ("%u event before or after this time.", "%u events before or after this time.", drawing->n_outside),
                            drawing->n_outside);
  if (drawing->n_undated > 0)
    {
      g_string_append (missing, missing->len > 0 ? " " : "");
      g_string_append_printf (missing, ngettext ("%u event without a date.", "%u events without a date.", drawing->n_undated),
                              drawing->n_undated);
    }
  if (missing->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Not in the picture: %s"), missing->str);

      y_px += SMALL_PX + 6;
      add_text (self, MARGIN_PX, y_px, text, SMALL_PX, self->width_px)->fill = quiet;
    }
  return y_px + MARGIN_PX - 6;
}

static void
paint (Painter *self, const CptDrawingOptions *options)
{
  CptTimelineMetrics metrics = { .begin_days = self->begin_days, .end_days = self->end_days, .width_px = self->width_px,
                                 .max_rows = MAX_ROWS, .mark_px = MARK_PX, .label_px = LABEL_EM * FONT_PX,
                                 .em_px = FONT_PX, .cluster_px = CLUSTER_PX, .gap_px = GAP_PX };
  g_autoptr (CptTimelineLayout) layout = cpt_timeline_layout_new (self->chronology, &metrics);
  double lane_y_px[CPT_MAX_COLUMNS] = { 0 }, heights_px[CPT_MAX_COLUMNS] = { 0 }, y_px;

  self->axis_y_px = add_head (self, options);
  y_px = self->axis_y_px + AXIS_PX;
  for (guint lane = 0; lane < cpt_chronology_get_n_lanes (self->chronology); lane++)
    {
      if (!cpt_chronology_shows_lane (self->chronology, lane))
        continue;
      lane_y_px[lane] = y_px;
      heights_px[lane] = LANE_HEAD_PX + MAX (layout->n_rows[lane], 1) * ROW_PX + LANE_FOOT_PX;
      add_lane (self, lane, y_px, heights_px[lane]);
      y_px += heights_px[lane] + LANE_GAP_PX;
    }
  add_ticks (self, y_px - LANE_GAP_PX);
  add_publications (self, y_px - LANE_GAP_PX);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const CptTimelineBox *box = &g_array_index (layout->boxes, CptTimelineBox, i);

      add_box (self, box, lane_y_px[box->lane]);
    }
  self->drawing->height_px = ceil (add_foot (self, y_px - LANE_GAP_PX));
}

/**
 * cpt_timeline_drawing_new:
 * @chronology: what to draw
 * @options: how
 *
 * Returns: (transfer full): a picture of it, light, as high as its events need
 *
 * Units: pixels, of which 96 make an inch. Thread: any. Cost: that of a layout, and linear in what is visible.
 *
 * Limits: 64 rows a lane; what does not fit then is folded into clusters.
 */
CptTimelineDrawing *
cpt_timeline_drawing_new (const CptChronology *chronology, const CptDrawingOptions *options)
{
  CptTimelineDrawing *drawing = g_new0 (CptTimelineDrawing, 1);
  Painter self = { .drawing = drawing, .chronology = chronology, .state = cpt_chronology_get_state (chronology) };
  CptDrawingItem *ground;

  drawing->width_px = options->width_px > 0
                          ? CLAMP (options->width_px, CPT_DRAWING_MIN_WIDTH_PX, CPT_DRAWING_MAX_WIDTH_PX)
                          : CPT_DRAWING_DEFAULT_WIDTH_PX;
  drawing->items = g_array_new (FALSE, TRUE, sizeof (CptDrawingItem));
  g_array_set_clear_func (drawing->items, item_clear);
  self.left_px = MARGIN_PX;
  self.width_px = drawing->width_px - 2 * MARGIN_PX;
  choose_range (&self, options);
  count_outside (&self);
  add (&self, CPT_DRAWING_RECT, 0, 0, drawing->width_px, 0)->fill = paper;
  paint (&self, options);
  ground = &g_array_index (drawing->items, CptDrawingItem, 0);
  ground->height_px = drawing->height_px;
  return drawing;
}

void
cpt_timeline_drawing_free (CptTimelineDrawing *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}
