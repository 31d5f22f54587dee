// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that are told by their parts, with what is missing taken from the context. Room: core/analysis/time.
#include "cpt-time-normalise.h"

#include <string.h>

/* A story whose next date lies so far back has passed the turn of the year. */
#define STORY_BACK_DAYS 300

/* What the words told; CPT_TIME_UNSET where they told nothing. */
typedef struct
{
  int year;
  int month;
  int day;
  int weekday;
  int quarter;
  int half;
  int season;
  int holiday;
  int direction;     /* -1 last, 0 this, 1 next */
  gboolean narrated; /* that, following, previous */
  gboolean in_week;  /* the direction is that of a week: "Tuesday of next week" */
} Parts;

/**
 * cpt_time_match_value:
 *
 * Returns: the value of the first item that matched with @time_class, or %CPT_TIME_UNSET
 */
int
cpt_time_match_value (const CptTimeMatch *match, CptTimeClass time_class)
{
  int value;

  return cpt_time_match_get (match, time_class, &value) ? value : CPT_TIME_UNSET;
}

/**
 * cpt_time_match_direction:
 * @narrated: (out): whether it counts from the time that the text speaks of rather than from its publication
 *
 * Returns: -1 for last, 0 for this or that, 1 for next, %CPT_TIME_UNSET when no word tells
 */
int
cpt_time_match_direction (const CptTimeMatch *match, gboolean *narrated)
{
  static const struct
  {
    CptTimeClass time_class;
    int direction;
    gboolean narrated;
  } words[] = {
    { CPT_TIME_CLASS_SAME, 0, TRUE },
    { CPT_TIME_CLASS_PREV, -1, FALSE },     { CPT_TIME_CLASS_THIS, 0, FALSE }, { CPT_TIME_CLASS_NEXT, 1, FALSE },
    { CPT_TIME_CLASS_PRECEDING, -1, TRUE }, { CPT_TIME_CLASS_SAME, 0, TRUE },  { CPT_TIME_CLASS_FOLLOWING, 1, TRUE },
  };

  *narrated = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (cpt_time_match_has (match, words[i].time_class))
      {
        /* "the next day" goes on with the story, "next week" counts from now */
        *narrated = words[i].narrated
                    || (words[i].time_class == CPT_TIME_CLASS_NEXT && cpt_time_match_has (match, CPT_TIME_CLASS_THE));
        return cpt_time_match_value (match, words[i].time_class) == 2 ? 2 * words[i].direction : words[i].direction;
      }
  return CPT_TIME_UNSET;
}

/* Of the nearest verb: -1 past, 1 future, 0 unknown or present. */
int
cpt_time_context_get_tense (const CptTimeContext *context)
{
  return cpt_time_tense_get (context->tenses, context->token, context->token + 1);
}

/* What "now" is to the writer: the publication; in a history without one, the time it speaks of. */
CptDay
cpt_time_context_now (const CptTimeContext *context)
{
  return context->published != CPT_DAY_NONE ? context->published : context->narrated;
}

CptDay
cpt_time_context_story (const CptTimeContext *context)
{
  return context->narrated != CPT_DAY_NONE ? context->narrated : context->published;
}

/* Adds the part of the day, the clock and "early" or "late". */
void
cpt_time_result_finish (CptTimeResult *result, const CptTimeMatch *match)
{
  int clock = cpt_time_match_value (match, CPT_TIME_CLASS_CLOCK),
      tod = cpt_time_match_value (match, CPT_TIME_CLASS_TOD);
  int half_day = cpt_time_match_value (match, CPT_TIME_CLASS_AMPM), part;
  int hour = cpt_time_match_value (match, CPT_TIME_CLASS_NUM);

  for (guint i = 0; i < match->n && tod == CPT_TIME_UNSET; i++) /* "Montagabend": both in one word */
    if (match->slots[i].time_class == CPT_TIME_CLASS_WDAY)
      cpt_time_entry_get_value (&match->slots[i].item->entry, CPT_TIME_CLASS_TOD, &tod);
  if (clock == CPT_TIME_UNSET && hour != CPT_TIME_UNSET && hour <= 24
      && (half_day != CPT_TIME_UNSET || cpt_time_match_has (match, CPT_TIME_CLASS_OCLOCK)
          || (tod != CPT_TIME_UNSET
              && (cpt_time_match_has (match, CPT_TIME_CLASS_IN)
                  || cpt_time_match_value (match, CPT_TIME_CLASS_UNIT) == CPT_TIME_HOUR))
          || cpt_time_match_has (match, CPT_TIME_CLASS_AT)))
    clock = hour * 60 + (cpt_time_match_get_nth (match, CPT_TIME_CLASS_NUM, 1, &part) && part >= 0 && part < 60 ? part : 0);
  if (clock != CPT_TIME_UNSET)
    {
      clock &= ~CPT_TIME_DOUBTFUL_CLOCK;
      gboolean late = half_day == 12 || tod == CPT_TIME_AFTERNOON || tod == CPT_TIME_EVENING;

      if (late && clock < 12 * 60)
        clock += 12 * 60;
      else if (half_day == 0 && clock >= 12 * 60 && clock < 13 * 60)
        clock -= 12 * 60;
      cpt_time_result_add_clock (result, clock);
      if (cpt_time_match_value (match, CPT_TIME_CLASS_ZONE) == 1)
        g_strlcat (result->value, "Z", CPT_TIME_MAX_VALUE);
    }
  else if (tod != CPT_TIME_UNSET)
    cpt_time_result_add_tod (result, (CptTimePartOfDay) tod);
  if (cpt_time_match_get (match, CPT_TIME_CLASS_PART, &part))
    cpt_time_result_narrow (result, (CptTimePart) part);
}

/* "the 14th" is a day; "the third" is anything. */
static gboolean
is_in_digits (const CptTimeMatch *match, const CptTimeContext *context)
{
  for (guint i = 0; i < match->n; i++)
    if (match->slots[i].time_class == CPT_TIME_CLASS_ORD)
      return g_unichar_isdigit (context->reading->tokens[match->slots[i].item->begin_token].first)
             || (context->alone && cpt_time_match_has (match, CPT_TIME_CLASS_WDAY));
  return FALSE;
}

static void
read_ordinal (const CptTimeMatch *match, const CptTimeContext *context, Parts *parts)
{
  int ordinal = cpt_time_match_value (match, CPT_TIME_CLASS_ORD),
      unit = cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);

  if (ordinal == CPT_TIME_UNSET)
    return;
  if (unit == CPT_TIME_QUARTER)
    parts->quarter = ordinal < 0 ? 4 : ordinal;
  else if (unit == CPT_TIME_HALF_YEAR || cpt_time_match_has (match, CPT_TIME_CLASS_HALF))
    parts->half = ordinal < 0 ? 2 : ordinal;
  else if (parts->month != CPT_TIME_UNSET || (unit == CPT_TIME_UNSET && is_in_digits (match, context)))
    parts->day = ordinal;
}

static void
read_year (const CptTimeMatch *match, const CptTimeContext *context, Parts *parts)
{
  int unit = cpt_time_match_value (match, CPT_TIME_CLASS_UNIT), era = cpt_time_match_value (match, CPT_TIME_CLASS_ERA);
  CptDay reference = parts->narrated ? cpt_time_context_story (context) : cpt_time_context_now (context);

  parts->year = cpt_time_match_value (match, CPT_TIME_CLASS_YEAR);
  if (parts->year == CPT_TIME_UNSET)
    parts->year = cpt_time_match_value (match, CPT_TIME_CLASS_YY);
  if (parts->year == CPT_TIME_UNSET && era != CPT_TIME_UNSET)
    parts->year = cpt_time_match_value (match, CPT_TIME_CLASS_NUM);
  if (parts->year != CPT_TIME_UNSET && era == -1)
    parts->year = 1 - parts->year;
  if (parts->year != CPT_TIME_UNSET || unit != CPT_TIME_YEAR || parts->direction == CPT_TIME_UNSET
      || reference == CPT_DAY_NONE)
    return;
  parts->year = cpt_time_day_get_year (reference) + parts->direction;
  parts->direction = CPT_TIME_UNSET;
}

/* "the Spring Offensive": a name that tells the season ("the Fall of Rome" does not); at the beginning of a sentence a
 * capital letter says nothing. */
static gboolean
is_capital_within (const CptTimeContext *context, guint token)
{
  const CptToken *tokens = context->reading->tokens;

  return token > 0 && tokens[token].flags & CPT_TOKEN_CAPITALISED && tokens[token - 1].kind == CPT_TOKEN_WORD
         && !(tokens[token].flags & CPT_TOKEN_LINE_BEFORE);
}

static gboolean
read_parts (const CptTimeMatch *match, gboolean trust, const CptTimeContext *context, Parts *parts)
{
  int quarter, month, second_month;

  parts->direction = cpt_time_match_direction (match, &parts->narrated);
  parts->month = cpt_time_match_value (match, CPT_TIME_CLASS_MONTH);
  parts->day = cpt_time_match_value (match, CPT_TIME_CLASS_DD);
  parts->weekday = cpt_time_match_value (match, CPT_TIME_CLASS_WDAY);
  parts->season = cpt_time_match_value (match, CPT_TIME_CLASS_SEASON);
  parts->holiday = cpt_time_match_value (match, CPT_TIME_CLASS_HOLIDAY);
  parts->quarter = parts->half = CPT_TIME_UNSET;
  parts->in_week = cpt_time_match_value (match, CPT_TIME_CLASS_UNIT) == CPT_TIME_WEEK;
  second_month = cpt_time_match_get_nth (match, CPT_TIME_CLASS_MONTH, 1, &month) ? month : CPT_TIME_UNSET;
  read_year (match, context, parts);
  read_ordinal (match, context, parts);
  if (parts->year != CPT_TIME_UNSET && second_month != CPT_TIME_UNSET && second_month < parts->month)
    parts->year--; /* "from November to February 1989" */
  if (cpt_time_match_get (match, CPT_TIME_CLASS_QUARTER, &quarter))
    {
      parts->quarter = quarter % 10;
      if (quarter >= 10)
        parts->year = quarter / 10;
    }
  if (parts->season != CPT_TIME_UNSET && parts->season & CPT_TIME_AMBIGUOUS)
    {
      parts->season &= ~CPT_TIME_AMBIGUOUS;
      trust = trust || (parts->season == 0 && is_capital_within (context, match->last->begin_token));
      if (!trust && (match->n < 2 || (match->n == 2 && cpt_time_match_has (match, CPT_TIME_CLASS_THE))))
        return FALSE;
    }
  return (parts->quarter == CPT_TIME_UNSET || (parts->quarter >= 1 && parts->quarter <= 4))
         && (parts->half == CPT_TIME_UNSET || (parts->half >= 1 && parts->half <= 2))
         && (parts->day == CPT_TIME_UNSET || (parts->day >= 1 && parts->day <= 31))
         && (parts->year == CPT_TIME_UNSET || (parts->year >= -9998 && parts->year <= 9998));
}

/* The year of something that begins on the given day of each year and lasts @n_days. */
static int
choose_year (const Parts *parts, const CptTimeContext *context, int month, int day, int n_days)
{
  gboolean story = context->narrative || parts->narrated;
  CptDay reference = story ? cpt_time_context_story (context) : cpt_time_context_now (context);
  int year = cpt_time_day_get_year (reference), direction = parts->direction;
  CptDay begin = cpt_day_from_ymd (year, month, day), before, after;

  if (begin == CPT_DAY_NONE)
    begin = cpt_time_month_end (year, month);
  if (direction == -1)
    return begin + n_days <= reference ? year : year - 1;
  if (direction == 1)
    return begin > reference ? year : year + 1;
  if (story && direction == CPT_TIME_UNSET && context->story.n > 0)
    return cpt_time_story_choose_year (&context->story, month, day, n_days);
  if (direction == 0 || story)
    return context->narrated_unit <= CPT_TIME_MONTH && reference - begin > STORY_BACK_DAYS ? year + 1 : year;
  if (parts->quarter != CPT_TIME_UNSET && !context->alone) /* business news speaks of the one just over or running */
    return begin - reference > 120 ? year - 1 : reference - begin > 300 ? year + 1 : year;
  if (context->alone)
    return begin + n_days <= reference ? year + 1 : year;
  /* The nearest one, with some weight for the tense: news speak of "Nov. 10" in the past tense a week before. */
  before = begin + n_days > reference && begin > reference ? begin - 365 : begin;
  after = begin + n_days <= reference ? begin + 365 : begin;
  if (before == after)
    return year;
  if (reference - (before + n_days - 1) + (cpt_time_context_get_tense (context) > 0 ? 120 : 0)
      < after - reference + (cpt_time_context_get_tense (context) < 0 ? n_days > 1 ? 150 : 75 : 0))
    return before < begin ? year - 1 : year;
  return after > begin ? year + 1 : year;
}

/* Nobody writes "Friday" on a Thursday and means last week's. */
static gboolean
is_tomorrow (CptDay reference, int weekday)
{
  return cpt_day_get_weekday (reference + 1) == weekday;
}

static gboolean
set_weekday (const Parts *parts, const CptTimeContext *context, CptTimeResult *result)
{
  gboolean story = context->narrative || parts->narrated;
  CptDay reference = story ? cpt_time_context_story (context) : cpt_time_context_now (context);
  int direction = parts->direction;

  if (reference == CPT_DAY_NONE)
    {
      g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-WXX-%d", parts->weekday);
      return TRUE;
    }
  if (parts->in_week && direction != CPT_TIME_UNSET)
    {
      cpt_time_result_set_day (result, reference - cpt_day_get_weekday (reference) + parts->weekday + 7 * direction);
      return TRUE;
    }
  if (direction == CPT_TIME_UNSET)
    direction = context->alone || story || cpt_time_context_get_tense (context) > 0 || is_tomorrow (reference, parts->weekday) ? 1 : -1;
  else if (direction == 0)
    {
      cpt_time_result_set_day (result, reference - cpt_day_get_weekday (reference) + parts->weekday);
      return TRUE;
    }
  cpt_time_result_set_day (result, cpt_time_day_nearest (reference, parts->weekday, direction,
                                                         parts->direction == CPT_TIME_UNSET && !context->alone));
  result->anchor = reference;
  return TRUE;
}

/* What can be told of a date whose year nobody knows. */
static gboolean
set_without_year (const Parts *parts, CptTimeResult *result)
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };

  if (parts->month != CPT_TIME_UNSET && parts->day != CPT_TIME_UNSET)
    g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-%02d-%02d", parts->month, parts->day);
  else if (parts->month != CPT_TIME_UNSET)
    g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-%02d", parts->month);
  else if (parts->season != CPT_TIME_UNSET)
    g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-%s", seasons[parts->season]);
  else if (parts->quarter != CPT_TIME_UNSET)
    g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-Q%d", parts->quarter);
  else if (parts->day != CPT_TIME_UNSET)
    g_snprintf (result->value, CPT_TIME_MAX_VALUE, "XXXX-XX-%02d", parts->day);
  else
    return FALSE;
  return TRUE;
}

/* "the 14th": of the month that the text speaks of, or of the one before or after when the verb says so. */
static gboolean
set_day_of_month (const Parts *parts, const CptTimeContext *context, CptTimeResult *result)
{
  CptDay reference = cpt_time_context_story (context), day;
  int year, month;

  if (reference == CPT_DAY_NONE)
    return set_without_year (parts, result);
  cpt_day_to_ymd (reference, &year, &month, NULL);
  day = cpt_day_from_ymd (year, month, parts->day);
  if (day == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, day);
  result->anchor = reference;
  return TRUE;
}

static gboolean
set_holiday (Parts *parts, const CptTimeContext *context, CptTimeResult *result)
{
  CptDay now = cpt_time_context_now (context), day;

  if (parts->year == CPT_TIME_UNSET)
    {
      int year, month, day_of_month;

      if (now == CPT_DAY_NONE)
        return FALSE;
      day = cpt_time_holiday_get_day (parts->holiday, cpt_time_day_get_year (now));
      if (day == CPT_DAY_NONE)
        return FALSE;
      cpt_day_to_ymd (day, &year, &month, &day_of_month);
      parts->year = choose_year (parts, context, month, day_of_month, 1);
      result->anchor = now;
    }
  day = cpt_time_holiday_get_day (parts->holiday, parts->year);
  if (day == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, day);
  if (cpt_time_holiday_begins_on_eve (parts->holiday))
    result->interval.earliest--;
  return TRUE;
}

static gboolean
fill_year (Parts *parts, const CptTimeContext *context, CptTimeResult *result)
{
  CptDay reference = context->narrative ? cpt_time_context_story (context) : cpt_time_context_now (context);
  int month = 1, n_days = 365;

  if (reference == CPT_DAY_NONE)
    return FALSE;
  if (parts->month != CPT_TIME_UNSET)
    {
      month = parts->month;
      n_days = parts->day != CPT_TIME_UNSET ? 1 : 30;
    }
  else if (parts->season != CPT_TIME_UNSET)
    {
      month = parts->season * 3 + 3;
      n_days = 91;
      if (parts->season == 3 && (parts->direction == 0 || (context->alone && parts->direction == CPT_TIME_UNSET))
          && cpt_time_day_get_month (reference) <= 2)
        parts->direction = -1; /* in January "this winter" began last year */
    }
  else if (parts->quarter != CPT_TIME_UNSET)
    {
      month = parts->quarter * 3 - 2;
      n_days = 91;
    }
  parts->year = choose_year (parts, context, month, parts->day != CPT_TIME_UNSET ? parts->day : 1, n_days);
  result->anchor = reference;
  return TRUE;
}

static gboolean
set_with_year (const Parts *parts, CptTimeResult *result)
{
  CptDay day;

  if (parts->month != CPT_TIME_UNSET && parts->day != CPT_TIME_UNSET)
    {
      day = cpt_day_from_ymd (parts->year, parts->month, parts->day);
      if (day == CPT_DAY_NONE)
        return FALSE;
      cpt_time_result_set_day (result, day);
    }
  else if (parts->month != CPT_TIME_UNSET)
    cpt_time_result_set_month (result, parts->year, parts->month);
  else if (parts->season != CPT_TIME_UNSET)
    cpt_time_result_set_season (result, parts->year, parts->season);
  else if (parts->quarter != CPT_TIME_UNSET)
    cpt_time_result_set_quarter (result, parts->year, parts->quarter);
  else if (parts->half != CPT_TIME_UNSET)
    cpt_time_result_set_half (result, parts->year, parts->half);
  else
    cpt_time_result_set_year (result, parts->year);
  return TRUE;
}

/* "Friday, 18 July": the nearest year in which that is so. */
static void
fit_year_to_weekday (Parts *parts)
{
  static const int distances[] = { 0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6 };

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      CptDay day = cpt_day_from_ymd (parts->year + distances[i], parts->month, parts->day);

      if (day == CPT_DAY_NONE || cpt_day_get_weekday (day) != parts->weekday)
        continue;
      parts->year += distances[i];
      return;
    }
}

static gboolean
set_parts (Parts *parts, const CptTimeContext *context, CptTimeResult *result)
{
  gboolean in_year = parts->month != CPT_TIME_UNSET || parts->season != CPT_TIME_UNSET
                     || parts->quarter != CPT_TIME_UNSET || parts->half != CPT_TIME_UNSET;

  if (parts->holiday != CPT_TIME_UNSET)
    return set_holiday (parts, context, result);
  if (parts->year == CPT_TIME_UNSET && in_year && !fill_year (parts, context, result))
    return set_without_year (parts, result);
  if (result->anchor != CPT_DAY_NONE && parts->weekday != CPT_TIME_UNSET && parts->day != CPT_TIME_UNSET
      && parts->month != CPT_TIME_UNSET)
    fit_year_to_weekday (parts);
  if (parts->year != CPT_TIME_UNSET)
    return set_with_year (parts, result);
  if (parts->day != CPT_TIME_UNSET)
    return set_day_of_month (parts, context, result);
  return parts->weekday != CPT_TIME_UNSET && set_weekday (parts, context, result);
}

/* "At midnight", typed: the one that comes. */
static gboolean
is_midnight (const CptTimeMatch *match)
{
  int clock = cpt_time_match_value (match, CPT_TIME_CLASS_CLOCK);

  return cpt_time_match_value (match, CPT_TIME_CLASS_TOD) == CPT_TIME_MIDNIGHT || clock == 0;
}

/* "the morning", "at 14:30": of the day that the text speaks of; "this morning": of the day of publication. */
static gboolean
set_time_alone (const CptTimeMatch *match, const Parts *parts, const CptTimeContext *context, CptTimeResult *result)
{
  CptDay reference =
      parts->narrated || context->narrative ? cpt_time_context_story (context) : cpt_time_context_now (context);

  if (reference == CPT_DAY_NONE)
    {
      cpt_time_result_set_open (result, CPT_TIMEX_DATE, "XXXX-XX-XX");
      return TRUE;
    }
  cpt_time_result_set_day (result, reference + (parts->direction == CPT_TIME_UNSET ? 0 : parts->direction)
                                       + (context->alone && is_midnight (match) ? 1 : 0));
  result->anchor = reference;
  result->moves = FALSE;
  return TRUE;
}

gboolean
cpt_time_normalise_date (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  Parts parts;
  int day, clock;

  if (cpt_time_match_get (match, CPT_TIME_CLASS_CLOCK, &clock) && clock & CPT_TIME_DOUBTFUL_CLOCK
      && !cpt_time_match_has (match, CPT_TIME_CLASS_AMPM) && !cpt_time_match_has (match, CPT_TIME_CLASS_AT)
      && !cpt_time_match_has (match, CPT_TIME_CLASS_OCLOCK))
    return FALSE;
  if (cpt_time_match_get (match, CPT_TIME_CLASS_DATE, &day))
    cpt_time_result_set_day (result, day);
  else if (!read_parts (match, argument != 0, context, &parts))
    return FALSE;
  else if (!set_parts (&parts, context, result))
    {
      gboolean time = cpt_time_match_has (match, CPT_TIME_CLASS_TOD) || cpt_time_match_has (match, CPT_TIME_CLASS_CLOCK)
                      || cpt_time_match_has (match, CPT_TIME_CLASS_AMPM)
                      || cpt_time_match_has (match, CPT_TIME_CLASS_OCLOCK);

      if (!time || parts.day != CPT_TIME_UNSET || parts.month != CPT_TIME_UNSET
          || !set_time_alone (match, &parts, context, result))
        return FALSE;
    }
  cpt_time_result_finish (result, match);
  return TRUE;
}

/* Genitives in the plural, as they follow numbers in Slavic languages: "1150 танков", "1383 арабів". */
static gboolean
is_slavic_genitive (const char *word, gsize length)
{
  static const char *const endings[] = { "ів", "їв", "ов", "ев", "ей", "их", "ых", "тей", NULL };

  if (length < 8 || (guchar)word[0] < 0x80)
    return FALSE;
  for (const char *const *ending = endings; *ending != NULL; ending++)
    if (g_str_has_suffix (word, *ending))
      return TRUE;
  return FALSE;
}

/* "1500 tanks", "2000 people": a count, when a plural or a measure follows at the token @next. */
static gboolean
counts_something (const CptTimeContext *context, guint next)
{
  static const char *const measures[] = { "people", "percent", "per",      "million", "km",  "mm",  "kg",
                                          "men",    "women",   "children", "feet",    "ft",  "чел", "человек",
                                          "км",     "км²",     "тыс",      "осіб",    "чоловік", "тис", NULL };
  const CptReading *reading = context->reading;
  const char *word;
  gsize length;

  if (reading == NULL || next >= reading->n_tokens || reading->tokens[next].kind != CPT_TOKEN_WORD
      || reading->tokens[next].flags & CPT_TOKEN_CAPITALISED)
    return FALSE;
  word = cpt_reading_get_word (reading, next);
  length = strlen (word);
  return g_strv_contains (measures, word)
         || is_slavic_genitive (word, length)
         || (length > 3 && word[length - 1] == 's' && word[length - 2] != 's' && word[length - 2] != 'a');
}

/* "2000 Menschen" */
static gboolean
is_before_capital (const CptTimeContext *context, guint next)
{
  const CptReading *reading = context->reading;

  return next < reading->n_tokens && reading->tokens[next].kind == CPT_TOKEN_WORD
         && reading->tokens[next].flags & CPT_TOKEN_CAPITALISED
         && !(reading->tokens[next].flags & CPT_TOKEN_LINE_BEFORE);
}

gboolean
cpt_time_normalise_bare_year (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                              CptTimeResult *result)
{
  gboolean capitals = (argument & CPT_TIME_NOUNS_ARE_CAPITALS) != 0;
  int year = cpt_time_match_value (match, CPT_TIME_CLASS_YEAR);
  int story = context->narrated != CPT_DAY_NONE ? cpt_time_day_get_year (context->narrated) : 2000;

  gboolean ancient;

  argument &= ~CPT_TIME_NOUNS_ARE_CAPITALS;
  if (capitals && is_before_capital (context, match->last->end_token))
    return FALSE;
  if (context->alone)
    argument = MIN (argument, 1000);
  if (year % 100 == 0 && !context->alone
      && !g_unichar_isdigit (context->reading->tokens[match->first->begin_token].first))
    return FALSE; /* "two thousand" by itself is a number */
  ancient = argument == 1000 && story < 1000 && ABS (year - (1 - story)) <= 120;

  if (context->narrative && argument > 1400 && ABS (year - story) < 120)
    argument = 1400;
  if (year < argument && !ancient)
    return FALSE;
  if ((year > 2100 && !context->alone) || counts_something (context, match->last->end_token))
    return FALSE;
  cpt_time_result_set_year (result, story <= 0 && year < 1000 ? 1 - year : year);
  cpt_time_result_finish (result, match);
  return TRUE;
}

gboolean
cpt_time_normalise_year_range (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                               CptTimeResult *result)
{
  int year = cpt_time_match_value (match, CPT_TIME_CLASS_YEAR), other;
  gboolean is_end = cpt_time_match_get_behind (match, CPT_TIME_CLASS_YEAR, &other);
  const CptTimeItem *last = is_end ? match->last : match->last + 2;

  if (!is_end && !cpt_time_entry_get_value (&last->entry, CPT_TIME_CLASS_YEAR, &other))
    return FALSE;
  if (MIN (year, other) < 1000 || MAX (year, other) > 2100 || (is_end ? other >= year : year >= other)
      || counts_something (context, last->end_token))
    return FALSE;
  cpt_time_result_set_year (result, year);
  return TRUE;
}

gboolean
cpt_time_normalise_range_end (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                              CptTimeResult *result)
{
  CptDay story = context->narrated;
  int begin, end, year, month;

  if (argument == CPT_TIME_YEAR)
    {
      end = cpt_time_match_value (match, CPT_TIME_CLASS_YY) % 100;
      if (!cpt_time_match_get_behind (match, CPT_TIME_CLASS_YEAR, &begin) || begin < 1000 || begin % 100 >= end)
        return FALSE;
      cpt_time_result_set_year (result, begin - begin % 100 + end);
      return TRUE;
    }
  end = cpt_time_match_value (match, CPT_TIME_CLASS_DD);
  if (story == CPT_DAY_NONE || !cpt_time_match_get_behind (match, CPT_TIME_CLASS_DD, &begin) || begin >= end)
    return FALSE;
  cpt_day_to_ymd (story, &year, &month, NULL); /* where the first end has just been put */
  if (cpt_day_from_ymd (year, month, begin) != story)
    return FALSE;
  cpt_time_match_get (match, CPT_TIME_CLASS_YEAR, &year);
  if (cpt_day_from_ymd (year, month, end) == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, cpt_day_from_ymd (year, month, end));
  return TRUE;
}

gboolean
cpt_time_normalise_numeric (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                            CptTimeResult *result)
{
  int year = cpt_time_match_value (match, CPT_TIME_CLASS_YEAR), month, day_of_month;
  CptDay day;

  if (year == CPT_TIME_UNSET)
    year = cpt_time_match_value (match, CPT_TIME_CLASS_YY);
  month = cpt_time_match_value (match, CPT_TIME_CLASS_MM);
  day_of_month = cpt_time_match_value (match, CPT_TIME_CLASS_DD);
  if (year == CPT_TIME_UNSET || month == CPT_TIME_UNSET || day_of_month == CPT_TIME_UNSET)
    return FALSE;
  day = cpt_day_from_ymd (year, month, day_of_month);
  if (day == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, day);
  cpt_time_result_finish (result, match);
  return TRUE;
}

gboolean
cpt_time_normalise_era (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  int decade = cpt_time_match_value (match, CPT_TIME_CLASS_DECADE),
      century = cpt_time_match_value (match, CPT_TIME_CLASS_ORD);
  gboolean before = cpt_time_match_value (match, CPT_TIME_CLASS_ERA) == -1;

  if (decade != CPT_TIME_UNSET)
    cpt_time_result_set_decade (result, before ? 1 - decade : decade);
  else if (cpt_time_match_value (match, CPT_TIME_CLASS_UNIT) == CPT_TIME_CENTURY && century >= 1 && century <= 90)
    cpt_time_result_set_century (result, before ? -century : century);
  else
    return FALSE;
  cpt_time_result_finish (result, match);
  result->moves = FALSE;
  return TRUE;
}

gboolean
cpt_time_normalise_hour (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  int hour = cpt_time_match_value (match, CPT_TIME_CLASS_NUM), unit = cpt_time_match_value (match, CPT_TIME_CLASS_UNIT);
  int minutes = 0;
  CptDay now = context->narrative ? cpt_time_context_story (context) : cpt_time_context_now (context);
  gboolean past = cpt_time_match_has (match, CPT_TIME_CLASS_AFTER), until = cpt_time_match_has (match, CPT_TIME_CLASS_BEFORE);
  gboolean clock = unit == CPT_TIME_HOUR && cpt_time_match_has (match, CPT_TIME_CLASS_AT), plain = unit == CPT_TIME_UNSET || match->n <= 2;

  if (now == CPT_DAY_NONE || (!clock && !context->alone))
    return FALSE;
  if (hour > 24 && hour % 100 < 60) /* "at 1030" */
    hour /= 100;
  if (hour != CPT_TIME_UNSET && (hour < 0 || hour > (past || until ? 59 : 24)))
    return FALSE;
  if ((plain && unit != CPT_TIME_UNSET && unit != CPT_TIME_HOUR) || (unit >= CPT_TIME_DAY && unit != CPT_TIME_QUARTER))
    return FALSE;
  if (cpt_time_match_get_nth (match, CPT_TIME_CLASS_NUM, 1, &minutes) && (minutes < 0 || minutes > 59))
    return FALSE;
  if ((past || until) && hour < 60 && minutes <= 24) /* the minutes stand first */
    {
      cpt_time_result_set_day (result, now);
      cpt_time_result_add_clock (result, (minutes * 60 + (past ? hour : -hour) + 1440) % 1440);
      result->moves = FALSE;
      return TRUE;
    }
  cpt_time_result_set_day (result, now + (is_midnight (match) ? 1 : 0));
  if (hour != CPT_TIME_UNSET && plain)
    cpt_time_result_add_clock (result, hour * 60 + minutes);
  else if (cpt_time_match_has (match, CPT_TIME_CLASS_TOD))
    cpt_time_result_add_tod (result, (CptTimePartOfDay) cpt_time_match_value (match, CPT_TIME_CLASS_TOD));
  result->anchor = now;
  result->moves = FALSE;
  return TRUE;
}

/* What looks like a clock with a full stop is a day and a month where the words around it say so. */
static gboolean
read_dotted (const CptTimeMatch *match, int *month, int *day_of_month)
{
  int clock;

  if (!cpt_time_match_get (match, CPT_TIME_CLASS_CLOCK, &clock))
    return TRUE;
  if (!(clock & CPT_TIME_DOUBTFUL_CLOCK))
    return FALSE;
  clock &= ~CPT_TIME_DOUBTFUL_CLOCK;
  *month = clock % 60;
  if (match->slots[0].time_class == CPT_TIME_CLASS_CLOCK)
    *day_of_month = clock / 60;
  return TRUE;
}

gboolean
cpt_time_normalise_dotted (const CptTimeMatch *match, int argument, const CptTimeContext *context, CptTimeResult *result)
{
  Parts parts = { .direction = CPT_TIME_UNSET, .quarter = CPT_TIME_UNSET };
  int date = cpt_time_match_value (match, CPT_TIME_CLASS_DATE), month = CPT_TIME_UNSET, year;
  int day_of_month = cpt_time_match_value (match, CPT_TIME_CLASS_DD);
  CptDay day;

  if (argument != 0 && !context->alone)
    return FALSE;
  if (day_of_month == CPT_TIME_UNSET)
    day_of_month = cpt_time_match_value (match, CPT_TIME_CLASS_ORD);
  if (date != CPT_TIME_UNSET)
    cpt_day_to_ymd (date, NULL, &month, NULL);
  if (!read_dotted (match, &month, &day_of_month) || month < 1 || month > 12 || day_of_month < 1 || day_of_month > 31)
    return FALSE;
  if (date != CPT_TIME_UNSET)
    year = cpt_time_day_get_year (date);
  else if (cpt_time_context_now (context) != CPT_DAY_NONE)
    year = choose_year (&parts, context, month, day_of_month, 1);
  else
    return FALSE;
  day = cpt_day_from_ymd (year, month, day_of_month);
  if (day == CPT_DAY_NONE)
    return FALSE;
  cpt_time_result_set_day (result, day);
  return TRUE;
}

gboolean
cpt_time_normalise_half_month (const CptTimeMatch *match, int argument, const CptTimeContext *context,
                               CptTimeResult *result)
{
  CptTimeMatch rest = *match;
  int half = cpt_time_match_value (match, CPT_TIME_CLASS_ORD);

  /* Without its first two words it is a month. */
  rest.n -= 2;
  memmove (rest.slots, match->slots + 2, rest.n * sizeof rest.slots[0]);
  if (half < 1 || half > 2 || !cpt_time_normalise_date (&rest, 0, context, result))
    return FALSE;
  cpt_time_result_narrow (result, half == 1 ? CPT_TIME_START : CPT_TIME_END);
  return TRUE;
}
