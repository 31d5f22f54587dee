// SPDX-License-Identifier: GPL-3.0-or-later
// What of German words makes a temporal expression. Room: core/analysis/time; data only: cpt-time-match.h explains the
// patterns.
#include "cpt-time-normalise.h"

#define DATE cpt_time_normalise_date
#define UNIT cpt_time_normalise_unit
#define RELDAY cpt_time_normalise_relday
#define OFFSET cpt_time_normalise_offset
#define DURATION cpt_time_normalise_duration
#define HOUR cpt_time_normalise_hour

/* clang-format off */
const CptTimeRule cpt_time_rules_de[] = {
  /* the first of two, of which the second tells the rest */
  { "de-days-of-month", "dd|ord <dash|slash|to|and <the? <dd|ord <month <year?", DATE },
  { "de-days-months", "dd|ord month <dash|to|and <the? <dd|ord <month <year", DATE },
  { "de-months", "month <dash|to|and <month <year", DATE },
  { "de-seasons", "season <dash|to|and <season <year", DATE },
  { "de-days-dotted", "dd|ord <dash|slash|to <date|clock", cpt_time_normalise_dotted },
  { "de-dotted-range", "clock suffix? <dash|to <date|clock", cpt_time_normalise_dotted },

  /* days */
  { "de-day-month-year", "wday? comma? the? dd|ord month comma? year era?", DATE },
  { "de-day-month", "wday? comma? the? dd|ord month", DATE },
  { "de-month-day", "wday? comma? month dd|ord comma? year?", DATE },
  { "de-day-month-last-year", "wday? comma? the? dd|ord month of? prev|this|next|same|following|preceding unit", DATE },
  { "de-day-month-clock", "wday? comma? the? dd|ord month year? comma? at? clock oclock?", DATE },
  { "de-day-month-hour", "wday? comma? the? dd|ord month year? comma? at? num oclock tod?", DATE },
  { "de-clock-day-month", "clock|num oclock? on? wday? comma? the? dd|ord month year?", DATE },
  { "de-weekday-date", "wday comma? the? date", DATE },
  { "de-on-dotted", "<on|of|to clock suffix?", cpt_time_normalise_dotted },
  { "de-dotted", "clock suffix", cpt_time_normalise_dotted },
  { "de-typed-dotted", "clock", cpt_time_normalise_dotted, 1 },
  { "de-the-day", "<on|of|to ord", DATE },
  { "de-weekday", "the? prev|this|next|following|preceding? wday", DATE },
  { "de-same-weekday", "the? same wday", DATE },
  { "de-weekday-tod", "prev|this|next? wday tod", DATE },
  { "de-tod-weekday", "tod on wday", DATE },
  { "de-weekday-in-week", "wday of? prev|this|next unit", DATE },
  { "de-weekday-ago", "wday ago num|a unit", cpt_time_normalise_weekday_ago },
  { "de-weekday-after-next", "wday after the? next", cpt_time_normalise_after_next },
  { "de-weekday-clock", "wday comma? at? clock oclock?", DATE },
  { "de-weekday-hour", "wday comma? at? num oclock", DATE },
  { "de-tod-of-day", "the? tod of|to|on the? dd|ord month year?", DATE },

  /* months, seasons, quarters, years */
  { "de-month-year", "the? part? month comma? year era?", DATE },
  { "de-month", "the? part? prev|this|next|following|preceding? month", DATE },
  { "de-month-last-year", "part? month of? prev|this|next|same|following|preceding unit", DATE },
  { "de-season-year", "the? part? season of? year era?", DATE },
  { "de-season", "the? part? prev|this|next|same|following|preceding? season", DATE },
  { "de-season-last-year", "season of? prev|this|next|same|following|preceding unit", DATE },
  { "de-quarter", "the? ord unit", DATE },
  { "de-quarter-year", "the? ord unit of? unit? year", DATE },
  { "de-quarter-last-year", "the? ord unit of? prev|this|next|same unit", DATE },
  { "de-q-year", "quarter year?", DATE },
  { "de-half-year", "the? ord half of? year", DATE },
  { "de-half-this-year", "the? ord half of prev|this|next|same unit", DATE },
  { "de-part-year", "the? part of? unit? year era?", DATE },
  { "de-unit-year", "unit year era?", DATE },
  { "de-year-era", "year|num era", DATE },
  { "de-years", "year <dash|slash <year", cpt_time_normalise_year_range },
  { "de-years-end", "<year <dash|slash year", cpt_time_normalise_year_range },
  { "de-years-short", "<year <dash|slash +yy", cpt_time_normalise_range_end, CPT_TIME_YEAR },
  { "de-year", "<from|to|and year", cpt_time_normalise_bare_year, 1000 },
  { "de-bare-year", "year", cpt_time_normalise_bare_year, CPT_TIME_NOUNS_ARE_CAPITALS | 1900 },
  { "de-decade", "the? part? decade unit?", cpt_time_normalise_era },
  { "de-part-decade", "part the? decade unit?", cpt_time_normalise_era },
  { "de-century", "the? part? of? ord unit era?", cpt_time_normalise_era },
  { "de-holiday", "prev|this|next? holiday year?", DATE },

  /* last year, this week, the same day */
  { "de-vague", "the? prev units", cpt_time_normalise_vague, -1 },
  { "de-coming", "the? next units", cpt_time_normalise_vague, 1 },
  { "de-next-day", "<on next unit", UNIT, 1 },
  { "de-last-unit", "the? part? of? prev|this|next|following|preceding unit", UNIT },
  { "de-same-unit", "the? same unit", UNIT },
  { "de-part-unit", "part of unit", UNIT },
  { "de-weekend", "the? prev|this|next|following? weekend", UNIT },
  { "de-in-one-word", "part|prev|following|preceding", cpt_time_normalise_part_unit },
  { "de-nth", "the? ord|prev prev? wday|unit of|in|on month|unit year?", cpt_time_normalise_nth },
  { "de-nth-month", "the? ord|prev prev? wday|unit month year?", cpt_time_normalise_nth },
  { "de-nth-of-year", "the? ord|prev unit|wday of|in unit? year", cpt_time_normalise_nth },

  /* days by themselves, parts of the day, the clock */
  { "de-relday", "relday", RELDAY },
  { "de-relday-tod", "relday tod", RELDAY },
  { "de-relday-clock", "relday tod? at? clock oclock?", RELDAY },
  { "de-relday-hour", "relday tod? at? num oclock", RELDAY },
  { "de-clock-relday", "clock|num oclock? relday tod?", RELDAY },
  { "de-tod", "<on|in|at|to the? tod", DATE },
  { "de-clock", "clock oclock? tod? zone?", DATE },
  { "de-hour", "num oclock tod? zone?", DATE },
  { "de-hour-minutes", "num oclock num tod?", DATE },
  { "de-hour-tod", "clock|num oclock? on|in the? tod", DATE },
  { "de-typed-hour", "at num", HOUR },
  { "de-typed-past", "at? num after|before num", HOUR },

  /* distances */
  { "de-ago", "ago approx? a|num|few unit", OFFSET, CPT_TIME_OFFSET_AGO },
  { "de-half-ago", "ago a? half unit", OFFSET, CPT_TIME_OFFSET_AGO },
  { "de-in", "<in a|num|few more? unit", OFFSET, CPT_TIME_OFFSET_IN },
  { "de-in-half", "<in a? half unit", OFFSET, CPT_TIME_OFFSET_IN },
  { "de-earlier", "approx? a|num|few unit earlier", OFFSET, CPT_TIME_OFFSET_EARLIER },
  { "de-later", "approx? a|num|few unit later", OFFSET, CPT_TIME_OFFSET_LATER },
  { "de-unit-later", "the? unit later", OFFSET, CPT_TIME_OFFSET_LATER },
  { "de-unit-earlier", "the? unit earlier", OFFSET, CPT_TIME_OFFSET_EARLIER },
  { "de-after-days", "after num unit", OFFSET, CPT_TIME_OFFSET_LATER },
  { "de-after-date", "num|a unit after|before the? dd|ord month year?", cpt_time_normalise_offset_from },
  { "de-after-holiday", "num|a unit after|before holiday year?", cpt_time_normalise_offset_from },
  { "de-holiday-ago", "holiday|month|season ago a|num unit", cpt_time_normalise_in_year_ago },

  /* lengths, sets, references */
  { "de-within", "<within a|num|few unit", cpt_time_normalise_within },
  { "de-age", "num|few unit long", cpt_time_normalise_age },
  { "de-duration", "approx? the? num|few more? unit", DURATION },
  { "de-a-duration", "approx? a more? unit", DURATION },
  { "de-half", "a? half unit", DURATION },
  { "de-adjective", "num", cpt_time_normalise_adjective },
  { "de-plural", "units", DURATION, -1 },
  { "de-past-span", "the? prev num|few unit", cpt_time_normalise_span, -1 },
  { "de-next-span", "the? next num|few unit", cpt_time_normalise_span, 1 },
  { "de-set", "every unit|wday|month|tod", cpt_time_normalise_set },
  { "de-often", "often", cpt_time_normalise_set },
  { "de-plural-weekday", "wday? units", cpt_time_normalise_set },
  { "de-reference", "present|past|future", cpt_time_normalise_reference },
  { NULL },
};
