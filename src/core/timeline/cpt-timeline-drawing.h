// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a picture, for whatever can paint: shapes, texts, places. Room: core/timeline.
#pragma once

#include "cpt-chronology.h"

G_BEGIN_DECLS

/* Narrower there is no room for labels; wider nobody prints. */
#define CPT_DRAWING_MIN_WIDTH_PX 480.0
#define CPT_DRAWING_MAX_WIDTH_PX 10000.0
#define CPT_DRAWING_DEFAULT_WIDTH_PX 1600.0

typedef enum
{
  CPT_DRAWING_RECT,  /* filled, with an edge where it has a stroke */
  CPT_DRAWING_FADE,  /* a rectangle that fades at one end or both */
  CPT_DRAWING_LINE,  /* from the upper left to the lower right corner of its place */
  CPT_DRAWING_TEXT,  /* one line; x, y is the beginning (or the end) of its base line */
  CPT_DRAWING_BEGIN, /* of what belongs to one event */
  CPT_DRAWING_END,
} CptDrawingKind;

/* 0xRRGGBB and opacity. */
typedef struct
{
  guint32 rgb;
  double alpha;
} CptDrawingColor;

/**
 * CptDrawingItem:
 * @radius_px: of the corners of a rectangle
 * @fill: of rectangles, fades and texts
 * @stroke: of lines, and of rectangles where @stroke_px is not 0
 * @fades_left: whether a fade begins with nothing
 * @fades_right: whether it ends so
 * @dash_px: length of dashes and of the gaps between them; 0 for none
 * @text: (nullable): what a text says; what an event is called in full
 * @font_px: of a text
 * @at_end: whether a text ends where it stands
 * @event_id: of what begins
 */
typedef struct
{
  CptDrawingKind kind;
  double x_px, y_px, width_px, height_px;
  double radius_px;
  CptDrawingColor fill;
  CptDrawingColor stroke;
  double stroke_px;
  double dash_px;
  gboolean fades_left;
  gboolean fades_right;
  char *text;
  double font_px;
  gboolean bold;
  gboolean at_end;
  guint32 event_id;
} CptDrawingItem;

/**
 * CptDrawingOptions:
 * @title: (nullable): stands above
 * @width_px: of the whole; 0 for the usual width
 * @ranged: whether the next two say which stretch of time to show; else the core of the chronology is shown
 * @begin_days: its beginning
 * @end_days: its end
 */
typedef struct
{
  const char *title;
  double width_px;
  gboolean ranged;
  double begin_days;
  double end_days;
} CptDrawingOptions;

/**
 * CptTimelineDrawing:
 * @items: (element-type CptDrawingItem): in the order of painting
 * @n_outside: events before and after what is shown
 */
typedef struct
{
  double width_px;
  double height_px;
  GArray *items;
  guint n_shown;
  guint n_outside;
  guint n_undated;
} CptTimelineDrawing;

/* How much of a fading bar fades at each end. */
#define CPT_DRAWING_FADE_RATIO 0.35

CptTimelineDrawing *cpt_timeline_drawing_new  (const CptChronology *chronology, const CptDrawingOptions *options);
void                cpt_timeline_drawing_free (CptTimelineDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptTimelineDrawing, cpt_timeline_drawing_free)

G_END_DECLS
