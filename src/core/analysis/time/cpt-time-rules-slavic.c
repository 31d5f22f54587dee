// SPDX-License-Identifier: GPL-3.0-or-later
// What of Russian and Ukrainian words makes a temporal expression: the order of words is the same in both.
// Room: core/analysis/time; data only: cpt-time-match.h explains the patterns.
#include "cpt-time-normalise.h"

#define DATE cpt_time_normalise_date
#define UNIT cpt_time_normalise_unit
#define RELDAY cpt_time_normalise_relday
#define OFFSET cpt_time_normalise_offset
#define DURATION cpt_time_normalise_duration

/* clang-format off */
const CptTimeRule cpt_time_rules_slavic[] = {
  /* the first of two, of which the second tells the rest */
  { "sl-days-of-month", "dd|ord <dash|to|and <dd|ord <month <year?", DATE },
  { "sl-days-months", "dd|ord month <dash|to <dd|ord <month <year", DATE },
  { "sl-months", "month <dash|to <month <year", DATE },
  { "sl-days-dotted", "dd <dash|slash|to <date|clock", cpt_time_normalise_dotted },
  { "sl-dotted-range", "clock <dash|to <date|clock", cpt_time_normalise_dotted },

  { "sl-seasons", "season <dash|to|and <season <year", DATE },

  /* days */
  { "sl-day-month-year", "wday? comma? tod? dd|ord month comma? year unit? era?", DATE },
  { "sl-day-month", "wday? comma? tod? dd|ord month", DATE },
  { "sl-day-month-last-year", "dd|ord month prev|this|next|same|preceding same? unit", DATE },
  { "sl-day-month-clock", "wday? comma? dd|ord month year? unit? comma? at? clock unit? tod|ampm?", DATE },
  { "sl-day-month-hour", "wday? comma? dd|ord month year? unit? comma? at num unit? tod|ampm?", DATE },
  { "sl-day-month-hour-tod", "wday? comma? dd|ord month year? unit? comma? num unit? tod|ampm", DATE },
  { "sl-clock-day-month", "at? clock dd|ord month year?", DATE },
  { "sl-dotted-clock", "clock at num|clock unit?", cpt_time_normalise_dotted },
  { "sl-at-clock", "at clock unit?", DATE },
  { "sl-night-from-to", "tod from dd <at|to <dd month year? unit?", DATE },
  { "sl-night-of", "tod <at|from dd|ord month year? unit?", DATE },
  { "sl-dmy", "dd +slash mm +slash year|yy", cpt_time_normalise_numeric, CPT_TIME_ORDER_DMY },
  { "sl-ordinal", "<at|from|and ord", DATE },
  { "sl-weekday", "prev|this|next|preceding? wday", DATE },
  { "sl-weekday-tod", "prev|this|next? wday tod", DATE },
  { "sl-tod-weekday", "tod <at wday", DATE },
  { "sl-weekday-in-week", "wday at? prev|this|next unit", DATE },
  { "sl-weekday-clock", "wday comma? from|at? clock", DATE },

  /* months, seasons, quarters, years */
  { "sl-month-year", "part? month comma? year unit?", DATE },
  { "sl-month", "part? prev|this|next|preceding? month", DATE },
  { "sl-month-last-year", "part? month prev|this|next|same|preceding same? unit", DATE },
  { "sl-half-month", "ord half month year? unit?", cpt_time_normalise_half_month },
  { "sl-season-year", "part? season year unit?", DATE },
  { "sl-season", "part? prev|this|next|same? season", DATE },
  { "sl-season-last-year", "season prev|this|next|same|preceding same? unit", DATE },
  { "sl-quarter-year", "ord unit year unit?", DATE },
  { "sl-quarter", "part? ord unit", DATE },
  { "sl-half-year", "ord half year unit?", DATE },
  { "sl-quarter-last-year", "ord unit prev|this|next|same unit", DATE },
  { "sl-part-year", "part year unit?", DATE },
  { "sl-year-unit", "year unit era?", DATE },
  { "sl-year-era", "year|num unit? era", DATE },
  { "sl-years", "year <dash <year", cpt_time_normalise_year_range },
  { "sl-years-end", "<year <dash year unit?", cpt_time_normalise_year_range },
  { "sl-years-short", "<year <dash|slash +yy unit?", cpt_time_normalise_range_end, CPT_TIME_YEAR },
  { "sl-year", "<at|from|to|and year", cpt_time_normalise_bare_year, 1000 },
  { "sl-bare-year", "year", cpt_time_normalise_bare_year, 1900 },
  { "sl-year-first", "year unit? month", DATE },
  { "sl-decade", "part? decade unit?", cpt_time_normalise_era },
  { "sl-century", "part? ord +dash? unit era?", cpt_time_normalise_era },
  { "sl-holiday", "holiday year? unit?", DATE },

  /* last year, this week, the same day */
  { "sl-vague", "units units", cpt_time_normalise_vague, 0 },
  { "sl-last-unit", "part? prev|this|next|preceding unit", UNIT },
  { "sl-same-unit", "part? this? same same? unit", UNIT },
  { "sl-part-unit", "part unit", UNIT },
  { "sl-weekend", "prev|this|next? weekend", UNIT },
  { "sl-this-tod", "prev|this|next|same same? tod", DATE },
  { "sl-nth", "ord prev? wday|unit at? prev|this|next? month|season|unit year? unit?", cpt_time_normalise_nth },
  { "sl-nth-of-year", "ord wday|unit at? year unit?", cpt_time_normalise_nth },

  /* days by themselves, parts of the day, the clock */
  { "sl-relday", "relday", RELDAY },
  { "sl-relday-tod", "relday tod", RELDAY },
  { "sl-tod-relday", "tod relday", RELDAY },
  { "sl-tonight", "tonight", RELDAY },
  { "sl-relday-clock", "relday at clock|num unit? tod|ampm?", RELDAY },
  { "sl-clock-relday", "at? clock|num unit? tod|ampm? relday", RELDAY },
  { "sl-tod", "tod", DATE },
  { "sl-clock-tod", "approx? at? clock|num unit? tod|ampm", DATE },
  { "sl-at-hour", "at num unit?", cpt_time_normalise_hour },
  { "sl-from-hour", "<from num unit", cpt_time_normalise_hour },
  { "sl-hours", "num unit", cpt_time_normalise_hour },

  /* distances */
  { "sl-ago", "approx? num|few? unit ago", OFFSET, CPT_TIME_OFFSET_AGO },
  { "sl-hence", "hence approx? num|few? unit", OFFSET, CPT_TIME_OFFSET_HENCE },
  { "sl-earlier", "approx? num|few unit earlier", OFFSET, CPT_TIME_OFFSET_EARLIER },
  { "sl-later", "approx? num|few unit later", OFFSET, CPT_TIME_OFFSET_LATER },
  { "sl-unit-later", "unit later", OFFSET, CPT_TIME_OFFSET_LATER },

  /* lengths, sets, references */
  { "sl-within", "within approx? num|few unit", cpt_time_normalise_within },
  { "sl-within-unit", "within unit", DURATION },
  { "sl-duration", "approx? num|few more? unit", DURATION },
  { "sl-half-duration", "approx? num at half unit", DURATION },
  { "sl-adjective", "num", cpt_time_normalise_adjective },
  { "sl-plural", "units", DURATION, -1 },
  { "sl-past-span", "prev num|few unit", cpt_time_normalise_span, -1 },
  { "sl-next-span", "next num|few unit", cpt_time_normalise_span, 1 },
  { "sl-set", "every unit|wday|month|tod", cpt_time_normalise_set },
  { "sl-often", "often", cpt_time_normalise_set },
  { "sl-reference", "present|past|future", cpt_time_normalise_reference },
  { NULL },
};
