// SPDX-License-Identifier: GPL-3.0-or-later
// The meanings that rules can give to a match. Room: core/analysis/time; sees classes and values, never words.
#pragma once

#include "cpt-time-holidays.h"
#include "cpt-time-result.h"

G_BEGIN_DECLS

/* A value that no word of the match told. */
#define CPT_TIME_UNSET G_MININT

typedef enum
{
  CPT_TIME_OFFSET_AGO,
  CPT_TIME_OFFSET_HENCE,
  CPT_TIME_OFFSET_EARLIER,
  CPT_TIME_OFFSET_LATER,
  CPT_TIME_OFFSET_IN, /* only where the text looks ahead */
} CptTimeOffset;

/* In the argument for a bare year: a word with a capital letter after it may be what is counted. */
#define CPT_TIME_NOUNS_ARE_CAPITALS 0x10000

typedef enum
{
  CPT_TIME_ORDER_MDY,
  CPT_TIME_ORDER_DMY,
  CPT_TIME_ORDER_YMD,
} CptTimeOrder;

#define NORMALISER(name)                                                                                              \
  gboolean name (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)

/* Anything that a year, month, day, weekday, season, quarter, part of the day, clock or holiday says together. */
NORMALISER (cpt_time_normalise_date);
/* A year without any word around it; argument: the lowest year that is believed. */
NORMALISER (cpt_time_normalise_bare_year);
/* "1914-1918": either end, told apart by what the pattern asks for around it. */
NORMALISER (cpt_time_normalise_year_range);
/* "April 6-7", "1915-17": the second end; argument: the CptTimeUnit of both. */
NORMALISER (cpt_time_normalise_range_end);
/* "3/14/2015"; argument: CptTimeOrder. */
NORMALISER (cpt_time_normalise_numeric);
/* "the 1990s", "the nineties", "the 19th century" */
NORMALISER (cpt_time_normalise_era);
/* "last year", "this week", "the following day", "the quarter"; argument: not 0 where a day counts from the story */
NORMALISER (cpt_time_normalise_unit);
/* "yesterday", "tomorrow evening" */
NORMALISER (cpt_time_normalise_relday);
/* "dreitägig", "чотиримісячний": a length in one word */
NORMALISER (cpt_time_normalise_adjective);
/* "the past decade": a length that ends now */
NORMALISER (cpt_time_normalise_past_unit);
/* "the day before" what was just told, "two weeks after the siege began" */
NORMALISER (cpt_time_normalise_beside);
/* "two weeks ago", "three days later"; argument: CptTimeOffset. */
NORMALISER (cpt_time_normalise_offset);
/* "the first Monday of October", "the last week of 2018" */
NORMALISER (cpt_time_normalise_nth);
/* "the week of 2 March" */
NORMALISER (cpt_time_normalise_around);
/* "three days", "a two-year" */
NORMALISER (cpt_time_normalise_duration);
/* "the past three months", "the next few days"; argument: -1 past, 1 future. */
NORMALISER (cpt_time_normalise_span);
/* "recent weeks", "the coming months"; argument: -1 past, 1 future. */
NORMALISER (cpt_time_normalise_vague);
/* "six-year-old": no time; a length without "old" is one. */
NORMALISER (cpt_time_normalise_age);
/* "within two weeks"; typed alone it begins now */
NORMALISER (cpt_time_normalise_within);
/* "at 15", "15 hours": a clock only where nothing but a date was typed, or a part of the day stands by */
NORMALISER (cpt_time_normalise_hour);
/* "14. - 15.10.2018", "14.10. - 15.10.2018": the first of two days of which the second tells the rest; "am 14.10.";
 * argument: not 0 where only a phrase typed alone is a date */
NORMALISER (cpt_time_normalise_dotted);
/* "the second half of June" */
NORMALISER (cpt_time_normalise_half_month);
/* "the 20th of next month" */
NORMALISER (cpt_time_normalise_day_of_unit);
/* "Friday after next" */
NORMALISER (cpt_time_normalise_after_next);
/* "three Fridays from now" */
NORMALISER (cpt_time_normalise_weekdays_hence);
/* "Wednesday two weeks ago": that day of the week that long ago */
NORMALISER (cpt_time_normalise_weekday_ago);
/* "EOM", "Vorjahr": a part, or a relation, and a unit in one word */
NORMALISER (cpt_time_normalise_part_unit);
/* "three days after Easter" */
NORMALISER (cpt_time_normalise_offset_from);
/* "the third Tuesday after Christmas" */
NORMALISER (cpt_time_normalise_nth_from);
/* "Thanksgiving two years ago" */
NORMALISER (cpt_time_normalise_in_year_ago);
/* "daily", "every Monday" */
NORMALISER (cpt_time_normalise_set);
/* "now", "recently", "soon" */
NORMALISER (cpt_time_normalise_reference);

#undef NORMALISER

/* What the normalisers share. */
int      cpt_time_match_value     (const CptTimeMatch *match, CptTimeClass time_class);
int      cpt_time_match_direction (const CptTimeMatch *match, gboolean *narrated);
int      cpt_time_context_get_tense (const CptTimeContext *context);
CptDay   cpt_time_context_now     (const CptTimeContext *context);
CptDay   cpt_time_context_story   (const CptTimeContext *context);
void     cpt_time_result_finish   (CptTimeResult *result, const CptTimeMatch *match);


G_END_DECLS
