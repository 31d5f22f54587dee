// SPDX-License-Identifier: GPL-3.0-or-later
// Where events stand in the lanes of a timeline. Room: core/timeline.
#pragma once

#include "cpt-chronology.h"

G_BEGIN_DECLS

/**
 * CptTimelineMetrics:
 * @begin_days: left end of what is visible
 * @end_days: right end
 * @width_px: width of a lane
 * @max_rows: rows in a lane, at least 1; what does not fit is folded into clusters in the last
 * @mark_px: width of the mark of a sharp date
 * @label_px: the most room that a label gets beside the mark
 * @em_px: size of the font of labels, from which the room that they need is guessed
 * @cluster_px: width of a cluster
 * @gap_px: least distance between two neighbours of a row
 */
typedef struct
{
  double begin_days;
  double end_days;
  double width_px;
  guint max_rows;
  double mark_px;
  double label_px;
  double em_px;
  double cluster_px;
  double gap_px;
} CptTimelineMetrics;

/**
 * CptTimelineBox:
 * @entry: index of the entry in the chronology; of the first one for a cluster
 * @n_entries: 1, or how many entries a cluster stands for
 * @lane: lane
 * @row: row in the lane, from 0
 * @left_px: left end of the whole box, label included
 * @width_px: its width
 * @x_px: left end of the mark or bar
 * @bar_px: width of the mark or bar
 * @label_on_bar: whether the bar is long enough to carry its label
 * @label_left: whether the label stands left of the mark, because the right end of the lane is near
 * @begin_days: beginning of the first entry of a cluster
 * @end_days: end of the last entry of a cluster
 */
typedef struct
{
  guint entry;
  guint n_entries;
  guint lane;
  guint row;
  double left_px;
  double width_px;
  double x_px;
  double bar_px;
  gboolean label_on_bar;
  gboolean label_left;
  double begin_days;
  double end_days;
} CptTimelineBox;

#define CPT_TIMELINE_NO_BOX G_MAXUINT

/**
 * CptTimelineLayout:
 * @boxes: (element-type CptTimelineBox): what is visible, by lane, then from left to right
 * @box_of: (element-type guint): for each entry of the chronology the index of its box, or %CPT_TIMELINE_NO_BOX where it
 *   is not visible
 * @n_rows: rows used in each lane
 */
typedef struct
{
  GArray *boxes;
  GArray *box_of;
  guint n_rows[CPT_MAX_SIDES + 1];
} CptTimelineLayout;

CptTimelineLayout *cpt_timeline_layout_new  (const CptChronology *chronology, const CptTimelineMetrics *metrics);
void               cpt_timeline_layout_free (CptTimelineLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CptTimelineLayout, cpt_timeline_layout_free)

G_END_DECLS
