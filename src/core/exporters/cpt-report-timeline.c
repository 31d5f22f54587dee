// SPDX-License-Identifier: GPL-3.0-or-later
// The events in the HTML report: a drawing of the time around the articles, and a list of all. Room: core/exporters.
#include "cpt-report.h"

#include "cpt-chronology.h"
#include "cpt-timeline-axis.h"
#include "cpt-timeline-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH_PX 1160.0
#define LEFT_PX 110.0
#define ROW_PX 24.0
#define LANE_GAP_PX 10.0
#define AXIS_PX 28.0
#define LABEL_PX 150.0
#define CHAR_PX 6.4
#define EM_PX 12.0
#define MARK_PX 10.0
#define ROWS_PER_LANE 6

/* Far from the day of publication an event would press all others together: it is in the list only. */
#define FAR_DAYS 500.0

typedef struct
{
  GString *out;
  CptState *state;
  CptChronology *chronology;
  double begin_days, end_days;
  double height_px;
  guint n_far; /* dated events outside the visible stretch */
} Drawing;

static double
to_px (const Drawing *self, double days)
{
  return LEFT_PX + (days - self->begin_days) / (self->end_days - self->begin_days) * (WIDTH_PX - LEFT_PX - 10);
}

/* printf with the C locale's point, in tenths of a pixel. */
static void
append_px (GString *out, const char *name, double px)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%s\"", name, g_ascii_formatd (buffer, sizeof buffer, "%.1f", px));
}

/* The visible stretch: around the days of publication where events are there, else all. FALSE when nothing is dated. */
static gboolean
choose_range (Drawing *self)
{
  guint n_entries, n_marks;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (self->chronology, &n_entries);
  const CptPublicationMark *marks = cpt_chronology_get_publications (self->chronology, &n_marks);
  double begin = INFINITY, end = -INFINITY, padding;

  for (guint i = 0; i < n_entries; i++)
    {
      double middle = isfinite (entries[i].begin_days) ? entries[i].begin_days : entries[i].end_days;

      if (!isfinite (middle) || (n_marks > 0 && fabs (middle - marks[0].day) > FAR_DAYS))
        {
          self->n_far++;
          continue;
        }
      begin = MIN (begin, middle);
      end = MAX (end, isfinite (entries[i].end_days) ? entries[i].end_days : middle);
    }
  for (guint i = 0; i < n_marks && isfinite (begin); i++)
    {
      begin = MIN (begin, marks[i].day);
      end = MAX (end, marks[i].day + 1);
    }
  if (!isfinite (begin))
    return FALSE;
  padding = MAX ((end - begin) * 0.05, 2);
  self->begin_days = begin - padding;
  self->end_days = end + 3 * padding;
  return TRUE;
}

/* As much of the label as has room. */
static void
append_label (Drawing *self, const char *label, double room_px)
{
  glong n_chars = g_utf8_strlen (label, -1), n_fitting = (glong) MAX (room_px / CHAR_PX, 4);
  g_autofree char *start = g_utf8_substring (label, 0, MIN (n_chars, n_fitting));

  cpt_report_append (self->out, "%s%s", start, n_chars > n_fitting ? "…" : "");
}

/* Beside the mark or bar, or on a bar that is long enough. */
static void
append_box_text (Drawing *self, const CptTimelineBox *box, const char *label, double top_px)
{
  double bar_px = MAX (box->bar_px, MARK_PX), x_px = LEFT_PX + box->x_px;
  double text_px = box->label_on_bar ? x_px + 5 : box->label_left ? x_px - 5 : x_px + bar_px + 5;
  double room_px = box->label_on_bar ? bar_px - 10 : MIN (LABEL_PX, WIDTH_PX - text_px);

  g_string_append (self->out, "<text");
  if (box->label_on_bar)
    g_string_append (self->out, " class=\"on-bar\"");
  append_px (self->out, "x", text_px);
  append_px (self->out, "y", top_px + 15);
  g_string_append (self->out, box->label_left ? " text-anchor=\"end\">" : ">");
  if (box->n_entries > 1)
    cpt_report_append (self->out, "%u", box->n_entries);
  else
    append_label (self, label, box->label_left ? LABEL_PX : room_px);
  g_string_append (self->out, "</text>");
}

static void
append_box (Drawing *self, const CptTimelineBox *box, double lane_px)
{
  guint n_entries;
  const CptChronologyEntry *entry = &cpt_chronology_get_entries (self->chronology, &n_entries)[box->entry];
  double top_px = lane_px + box->row * ROW_PX;
  gboolean vague = entry->event->interval.precision == CPT_PRECISION_VAGUE || !isfinite (entry->begin_days)
                   || !isfinite (entry->end_days);

  cpt_report_append (self->out,
                     "<a href=\"#event-%u\" class=\"side-%u%s\"><title>%s</title><rect rx=\"3\" height=\"16\"",
                     entry->event->id, entry->lane, vague ? " vague" : "", entry->event->label);
  append_px (self->out, "x", LEFT_PX + box->x_px);
  append_px (self->out, "y", top_px + 3);
  append_px (self->out, "width", MAX (box->bar_px, MARK_PX));
  g_string_append (self->out, "/>");
  append_box_text (self, box, entry->event->label, top_px);
  g_string_append (self->out, "</a>\n");
}

static void
append_ticks (Drawing *self)
{
  g_autoptr (GArray) ticks = cpt_timeline_ticks_new (self->begin_days, self->end_days, WIDTH_PX - LEFT_PX - 10, 70);

  for (guint i = 0; i < ticks->len; i++)
    {
      const CptTick *tick = &g_array_index (ticks, CptTick, i);
      double x_px = to_px (self, tick->day);

      g_string_append (self->out, "<line class=\"tick\" y1=\"0\"");
      append_px (self->out, "x1", x_px);
      append_px (self->out, "x2", x_px);
      append_px (self->out, "y2", self->height_px - AXIS_PX + 6);
      g_string_append (self->out, "/>");
      if (tick->label == NULL || x_px + 40 > WIDTH_PX)
        continue;
      g_string_append (self->out, "<text class=\"tick-label\"");
      append_px (self->out, "x", x_px + 3);
      append_px (self->out, "y", self->height_px - 8);
      cpt_report_append (self->out, ">%s</text>\n", tick->label);
    }
}

static void
append_publications (Drawing *self)
{
  guint n_marks;
  const CptPublicationMark *marks = cpt_chronology_get_publications (self->chronology, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      double x_px = to_px (self, marks[i].day + 0.5);

      if (x_px < LEFT_PX || x_px > WIDTH_PX)
        continue;
      g_string_append (self->out, "<line class=\"published\" y1=\"0\"");
      append_px (self->out, "x1", x_px);
      append_px (self->out, "x2", x_px);
      append_px (self->out, "y2", self->height_px - AXIS_PX);
      cpt_report_append (self->out, "><title>%s</title></line>\n", _ ("Published"));
    }
}

static void
append_lanes (Drawing *self, const CptTimelineLayout *layout, const double *lane_px)
{
  for (guint lane = 0; lane < cpt_chronology_get_n_lanes (self->chronology); lane++)
    {
      if (layout->n_rows[lane] == 0)
        continue;
      g_string_append (self->out, "<text class=\"lane-name\" x=\"8\"");
      append_px (self->out, "y", lane_px[lane] + 15);
      cpt_report_append (self->out, ">%s</text>\n", cpt_report_get_column_name (self->state, lane));
    }
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const CptTimelineBox *box = &g_array_index (layout->boxes, CptTimelineBox, i);

      append_box (self, box, lane_px[box->lane]);
    }
}

static void
append_drawing (Drawing *self)
{
  CptTimelineMetrics metrics = { .begin_days = self->begin_days,
                                 .end_days = self->end_days,
                                 .width_px = WIDTH_PX - LEFT_PX - 10,
                                 .max_rows = ROWS_PER_LANE,
                                 .mark_px = MARK_PX,
                                 .label_px = LABEL_PX,
                                 .em_px = EM_PX,
                                 .cluster_px = 30,
                                 .gap_px = 8 };
  g_autoptr (CptTimelineLayout) layout = cpt_timeline_layout_new (self->chronology, &metrics);
  double lane_px[CPT_MAX_COLUMNS], at_px = LANE_GAP_PX;

  for (guint lane = 0; lane < cpt_chronology_get_n_lanes (self->chronology); lane++)
    {
      lane_px[lane] = at_px;
      at_px += layout->n_rows[lane] > 0 ? layout->n_rows[lane] * ROW_PX + LANE_GAP_PX : 0;
    }
  self->height_px = at_px + AXIS_PX;
  g_string_append_printf (self->out, "<svg viewBox=\"0 0 %u %u\" role=\"img\"", (guint) WIDTH_PX,
                          (guint) self->height_px);
  cpt_report_append (self->out, " aria-label=\"%s\">\n", _ ("Events around the days of publication"));
  append_ticks (self);
  append_publications (self);
  append_lanes (self, layout, lane_px);
  g_string_append (self->out, "</svg>\n");
  if (self->n_far > 0)
    {
      g_autofree char *note =
          g_strdup_printf (ngettext ("%u event long before or after is in the list only.",
                                     "%u events long before or after are in the list only.", self->n_far),
                           self->n_far);

      cpt_report_append (self->out, "<p class=\"quiet\">%s</p>\n", note);
    }
}

/* What the words of the article call the time, beside what they were found to mean. */
static void
append_entry (Drawing *self, const CptChronologyEntry *entry)
{
  const CptEvent *event = entry->event;
  g_autofree char *words = cpt_export_dup_words (self->state, event->article_id, event->words);
  gboolean dated = cpt_interval_is_dated (event->interval);
  g_autofree char *edtf = dated ? cpt_interval_format_edtf (event->interval) : NULL;
  g_autofree char *date = dated ? cpt_interval_format (event->interval) : NULL;

  cpt_report_append (self->out, "<li id=\"event-%u\">", event->id);
  if (dated)
    cpt_report_append (self->out, "<span><time title=\"%s\">%s</time></span>", edtf, date);
  else
    cpt_report_append (self->out, "<span class=\"undated\">%s</span>", _ ("undated"));
  cpt_report_append (self->out, "<span class=\"side-%u\">%s</span>", entry->lane,
                     cpt_report_get_column_name (self->state, entry->lane));
  cpt_report_append (self->out, "<span class=\"what\" dir=\"auto\">%s", event->label);
  if (event->made)
    cpt_report_append (self->out, " <span class=\"quiet\">%s</span>", _ ("(added by hand)"));
  else
    cpt_report_append (self->out, " <span class=\"quiet\">“%s”</span>", words);
  if (entry->statement != NULL)
    cpt_report_append (self->out, " <a href=\"#statement-%u\">%s</a>", entry->statement->id, _ ("to the sentence"));
  g_string_append (self->out, "</span></li>\n");
}

void
cpt_report_append_timeline (GString *out, CptState *state)
{
  g_autoptr (CptChronology) chronology = cpt_chronology_new (state, NULL);
  Drawing self = { .out = out, .state = state, .chronology = chronology };
  guint n_entries, n_undated;
  const CptChronologyEntry *entries = cpt_chronology_get_entries (chronology, &n_entries);
  const CptChronologyEntry *undated = cpt_chronology_get_undated (chronology, &n_undated);

  if (n_entries + n_undated == 0)
    return;
  cpt_report_append (out, "<section class=\"timeline\">\n<h2>%s</h2>\n", _ ("Timeline"));
  if (choose_range (&self))
    append_drawing (&self);
  g_string_append (out, "<ol class=\"events\">\n");
  for (guint i = 0; i < n_entries; i++)
    append_entry (&self, &entries[i]);
  for (guint i = 0; i < n_undated; i++)
    append_entry (&self, &undated[i]);
  g_string_append (out, "</ol>\n</section>\n");
}
