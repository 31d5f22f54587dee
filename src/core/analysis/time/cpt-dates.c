// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the temporal expressions of an article and says what they mean. Room: core/analysis/time.
//
// Words -> items (cpt-time-items.c) -> patterns (cpt-time-match.c) -> normalisers -> values. What a text has told so
// far is the context of what it tells next. README.md beside this file tells more.
#include "cpt-dates.h"

#include "cpt-time-events.h"
#include "cpt-time-match.h"
#include "cpt-time-tense.h"

#include <string.h>

/* A text with at most so many tokens and no verb is what somebody typed as a date. */
#define MAX_PHRASE_TOKENS 12

/* A text tells history when so many of its dates with a year are further from its publication than a year. */
#define MIN_HISTORY_YEARS 4

#define ASIDE_DAYS (30 * 366)

typedef struct
{
  CptTimeLexicon *lexicon;
  CptTimeGrammar *grammar;
} Language;

typedef struct
{
  const CptReading *reading;
  CptTimeTense *tense;
  CptTimeContext context;
  guint n_moves;  /* how often the story moved in time */
  CptDay aside;   /* where it did not move to */
  GArray *dates;
} Finder;

void
cpt_date_mention_clear (gpointer date_mention)
{
  g_free (((CptDateMention *)date_mention)->value);
}

static const Language *
get_language (const char *tag)
{
  static const CptTimeWord *const words[][4] = {
    { cpt_time_words_marks, cpt_time_words_feasts, cpt_time_words_en, NULL },
    { cpt_time_words_marks, cpt_time_words_ru, NULL },
    { cpt_time_words_marks, cpt_time_words_uk, NULL },
    { cpt_time_words_marks, cpt_time_words_feasts, cpt_time_words_de, NULL },
    { cpt_time_words_marks, NULL, NULL },
  };
  static const CptTimeRule *const rules[][3] = {
    { cpt_time_rules_common, cpt_time_rules_en, NULL },
    { cpt_time_rules_common, cpt_time_rules_slavic, NULL },
    { cpt_time_rules_common, cpt_time_rules_slavic, NULL },
    { cpt_time_rules_common, cpt_time_rules_de, NULL },
    { cpt_time_rules_common, NULL, NULL },
  };
  static const char *const tags[] = { "en", "ru", "uk", "de", "" };
  static Language languages[G_N_ELEMENTS (tags)];
  static gsize ready[G_N_ELEMENTS (tags)];
  guint i = 0;

  while (tags[i][0] != '\0' && g_ascii_strncasecmp (tag, tags[i], 2) != 0)
    i++;
  if (g_once_init_enter (&ready[i]))
    {
      languages[i].lexicon = cpt_time_lexicon_new (words[i]);
      languages[i].grammar = cpt_time_grammar_new (rules[i]);
      g_once_init_leave (&ready[i], 1);
    }
  return &languages[i];
}

static int
parse_minutes (const char *published)
{
  int hours, minutes;

  if (published == NULL || strlen (published) < 16 || (published[10] != 'T' && published[10] != ' ')
      || !g_ascii_isdigit (published[11]) || !g_ascii_isdigit (published[12]) || published[13] != ':'
      || !g_ascii_isdigit (published[14]) || !g_ascii_isdigit (published[15]))
    return 0;
  hours = (published[11] - '0') * 10 + published[12] - '0';
  minutes = (published[14] - '0') * 10 + published[15] - '0';
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : 0;
}

/* A history names many years far from its publication; news names weekdays instead. */
static gboolean
is_history (const CptReading *reading, const CptTimeItems *items, CptDay published)
{
  int publication_year = 0;
  guint n_far = 0, n_near = 0, n_days = 0;

  if (published != CPT_DAY_NONE)
    cpt_day_to_ymd (published, &publication_year, NULL, NULL);
  cpt_time_items_count_years (items, publication_year, &n_far, &n_near, &n_days);
  return n_far >= MIN_HISTORY_YEARS && n_far > 2 * n_near && n_far > 6 * n_days
         && n_far * 1000 > reading->n_tokens; /* a year now and then makes no history */
}

static void
init_context (Finder *finder, const CptTimeItems *items)
{
  const CptReading *reading = finder->reading;
  CptTimeContext *context = &finder->context;

  context->reading = reading;
  context->tenses = finder->tense;
  context->published = cpt_article_get_published_day (reading->article);
  context->published_minutes = parse_minutes (cpt_article_get_metadata (reading->article)->published);
  context->narrated = context->published;
  context->narrated_unit = CPT_TIME_DAY;
  context->narrative = context->published == CPT_DAY_NONE || is_history (reading, items, context->published);
  context->alone = reading->n_tokens <= MAX_PHRASE_TOKENS && !cpt_time_tense_is_told (finder->tense)
                   && (reading->n_tokens <= 6 || reading->tokens[reading->n_tokens - 1].first != '.');
}

/* The full stop of an abbreviation belongs to what follows it ("Sept. 9"), not to the end of an expression. */
static guint
find_last_token (const CptReading *reading, const CptTimeItem *item)
{
  guint last = item->end_token - 1;

  return last > item->begin_token && reading->tokens[last].first == '.' ? last - 1 : last;
}

/* A year by itself that is generations away is an aside; the story goes there only when a second date does so too. */
static void
move_story (Finder *finder, const CptTimeResult *result)
{
  CptDay day = result->interval.earliest;
  gboolean aside = finder->context.narrative && finder->n_moves >= 3 && result->unit >= CPT_TIME_YEAR
                   && ABS (day - finder->context.narrated) > ASIDE_DAYS && ABS (day - finder->aside) > ASIDE_DAYS;

  if (aside)
    {
      finder->aside = day;
      return;
    }
  finder->context.narrated = day;
  finder->context.narrated_unit = result->unit;
  cpt_time_story_add (&finder->context.story, result->interval, result->unit);
  finder->n_moves++;
}

static void
add_mention (Finder *finder, const CptTimeBest *best)
{
  const CptTimeMatch *match = &best->match;
  const CptTimeResult *result = &best->result;
  const CptToken *tokens = finder->reading->tokens;
  CptDateMention mention = {
    .span = CPT_SPAN (tokens[match->first->begin_token].begin_bytes,
                      tokens[find_last_token (finder->reading, match->last)].end_bytes),
    .type = result->type,
    .value = g_strdup (result->value),
    .interval = result->interval,
    .anchor = result->anchor,
    .named_event = -1,
    .confidence = result->confidence,
    .rule = best->rule->name,
  };

  g_array_append_val (finder->dates, mention);
  if (result->moves && result->interval.earliest != CPT_DAY_NONE)
    move_story (finder, result);
}

/* "By Friday", typed alone, is from now until Friday. */
static void
open_towards (const CptTimeContext *context, const CptTimeItem *before, CptTimeResult *result)
{
  int by;

  if (context->alone && cpt_time_entry_get_value (&before->entry, CPT_TIME_CLASS_FROM, &by) && by == CPT_TIME_BY
      && context->published != CPT_DAY_NONE && result->interval.latest >= context->published)
    result->interval.earliest = context->published;
}

static void
scan_run (Finder *finder, const CptTimeGrammar *grammar, const CptTimeItem *items, guint n_items)
{
  for (guint i = 0; i < n_items;)
    {
      CptTimeBest best;
      guint after;

      finder->context.token = items[i].begin_token;
      after = cpt_time_grammar_match (grammar, items, n_items, i, &finder->context, &best);
      if (after > i && i > 0)
        open_towards (&finder->context, &items[i - 1], &best.result);
      if (after > i && best.result.value[0] != '\0')
        add_mention (finder, &best);
      i = MAX (after, i + 1);
    }
}

/**
 * cpt_dates_find:
 * @reading: a text
 * @events: (nullable): named events, which count as dates
 *
 * Finds expressions of time and resolves them against the day of publication, the time last spoken of and the tense
 * of the nearest verb.
 *
 * Returns: (transfer full) (element-type CptDateMention): in the order of the text, disjoint
 *
 * Cost: linear in the text; one array look-up a token where no word of time stands.
 */
GArray *
cpt_dates_find (const CptReading *reading, const CptEventNames *events)
{
  const Language *language = get_language (reading->language);
  g_autoptr (CptTimeItems) items = cpt_time_items_new (language->lexicon, reading->token_table);
  g_autoptr (CptTimeTense) tense = cpt_time_tense_new (reading, items);
  Finder finder = { .reading = reading, .tense = tense, .aside = G_MAXINT32 / 2 };

  finder.dates = g_array_new (FALSE, TRUE, sizeof (CptDateMention));
  g_array_set_clear_func (finder.dates, cpt_date_mention_clear);
  if (reading->n_tokens == 0)
    return finder.dates;
  init_context (&finder, items);
  while (cpt_time_items_next_run (items))
    {
      guint n_items;
      const CptTimeItem *run = cpt_time_items_get (items, &n_items);

      scan_run (&finder, language->grammar, run, n_items);
    }
  if (events != NULL)
    cpt_time_events_find (reading, items, events, finder.dates);
  return finder.dates;
}

/* "14 – 16 June", "from May to July 2014": what is told last completes what is told first. */
static void
join_range (GArray *dates, CptDateMention *out)
{
  const CptDateMention *last = &g_array_index (dates, CptDateMention, dates->len - 1);

  if (dates->len < 2 || !cpt_interval_is_dated (last->interval) || last->interval.latest < out->interval.earliest)
    return;
  out->span.end_bytes = last->span.end_bytes;
  out->interval.latest = last->interval.latest;
  out->interval.precision = MAX (out->interval.precision, last->interval.precision);
}

/* Whether each number that was typed found its place: "2025-02-30" holds a year, but is no date. One date, or the two ends
 * of a range. */
static gboolean
is_read_whole (const CptReading *reading, const GArray *dates)
{
  if (dates->len == 0 || dates->len > 2)
    return FALSE;
  for (guint i = 0, at = 0; i < reading->n_tokens; i++)
    {
      const CptToken *token = &reading->tokens[i];

      while (at < dates->len && g_array_index (dates, CptDateMention, at).span.end_bytes <= token->begin_bytes)
        at++;
      if (token->flags & CPT_TOKEN_HAS_DIGIT
          && (at == dates->len || token->begin_bytes < g_array_index (dates, CptDateMention, at).span.begin_bytes))
        return FALSE;
    }
  return TRUE;
}

/* "2025-02-30": written as a day, but there is none such; whether it is one is told by the calendar alone. */
static gboolean
is_impossible_day (const char *phrase)
{
  gboolean is_iso_shaped = strlen (phrase) == 10 && strspn (phrase, "0123456789") == 4 && phrase[4] == '-'
                           && phrase[7] == '-' && strspn (phrase + 5, "0123456789-") == 5;

  return is_iso_shaped && cpt_day_parse_iso (phrase) == CPT_DAY_NONE;
}

/**
 * cpt_date_parse:
 * @phrase: valid UTF-8: what a person typed
 * @language: BCP 47 tag
 * @anchor: the day from which "yesterday" counts, or %CPT_DAY_NONE
 * @out: (out caller-allocates): what it means; clear it with cpt_date_mention_clear()
 *
 * Reads a phrase by the rules for texts, except that what has not happened yet this week or year is meant rather than
 * what has.
 *
 * Returns: whether @phrase is a date or a range of dates, with no number left over; @out is not touched when it is not
 */
gboolean
cpt_date_parse (const char *phrase, const char *language, CptDay anchor, CptDateMention *out)
{
  g_autofree char *published = anchor != CPT_DAY_NONE ? cpt_day_format_iso (anchor) : NULL;
  CptArticleMetadata metadata = { .published = published, .language = language };
  g_autoptr (CptArticle) article = NULL;
  g_autoptr (CptReading) reading = NULL;
  g_autoptr (GArray) dates = NULL;
  CptDateMention *first;

  g_return_val_if_fail (phrase != NULL, FALSE);
  if (is_impossible_day (phrase))
    return FALSE;
  article = cpt_article_new (phrase, -1, &metadata);
  reading = cpt_reading_new (article);
  dates = cpt_dates_find (reading, NULL);
  if (!is_read_whole (reading, dates))
    return FALSE;
  first = &g_array_index (dates, CptDateMention, 0);
  if (!cpt_interval_is_dated (first->interval))
    return FALSE;
  *out = *first;
  out->value = g_strdup (first->value);
  join_range (dates, out);
  return TRUE;
}
