// SPDX-License-Identifier: GPL-3.0-or-later
// Findings and dates in people's words, for cards, tooltips and screen readers. Room: gui/models; knows no widget.
#include "cpt-describe.h"

#include <glib/gi18n.h>

static char *
format_day (CptDay day, const char *format)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  if (year >= 1 && year <= 9999)
    date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  return date == NULL ? cpt_day_format_iso (day) : g_date_time_format (date, format);
}

/**
 * cpt_describe_day:
 *
 * Returns: (transfer full): "19 Dec 2025"
 */
char *
cpt_describe_day (CptDay day)
{
  /* Translators: a date on a card, such as 19 Dec 2025 */
  return format_day (day, _("%-d %b %Y"));
}

static char *
describe_open (CptInterval interval)
{
  g_autofree char *day = NULL;

  if (interval.earliest != CPT_DAY_NONE)
    {
      day = cpt_describe_day (interval.earliest);
      return g_strdup_printf (_("from %s"), day);
    }
  day = cpt_describe_day (interval.latest);
  return g_strdup_printf (_("until %s"), day);
}

/* Whether both ends lie in one month, or in one year. */
static gboolean
is_within (CptInterval interval, gboolean month)
{
  int years[2], months[2], day;

  cpt_day_to_ymd (interval.earliest, &years[0], &months[0], &day);
  cpt_day_to_ymd (interval.latest, &years[1], &months[1], &day);
  return years[0] == years[1] && (!month || months[0] == months[1]);
}

static char *
describe_years (CptInterval interval)
{
  g_autofree char *from = format_day (interval.earliest, "%Y");
  g_autofree char *until = format_day (interval.latest, "%Y");

  return g_strdup_printf ("%s – %s", from, until);
}

static char *
describe_range (CptInterval interval)
{
  g_autofree char *from = cpt_describe_day (interval.earliest);
  g_autofree char *until = cpt_describe_day (interval.latest);

  return g_strdup_printf ("%s – %s", from, until);
}

/**
 * cpt_describe_interval:
 *
 * Returns: (transfer full) (nullable): as sharp as the interval is: "19 Dec 2025", "Dec 2025", "2014", "from 24 Feb 2022";
 *   %NULL when it is undated
 */
char *
cpt_describe_interval (CptInterval interval)
{
  if (!cpt_interval_is_dated (interval))
    return NULL;
  if (interval.earliest == CPT_DAY_NONE || interval.latest == CPT_DAY_NONE)
    return describe_open (interval);
  if (interval.earliest == interval.latest)
    return cpt_describe_day (interval.earliest);
  if (interval.precision == CPT_PRECISION_MONTH && is_within (interval, TRUE))
    return format_day (interval.earliest, _("%b %Y"));
  if (interval.precision == CPT_PRECISION_YEAR && is_within (interval, FALSE))
    return format_day (interval.earliest, "%Y");
  if (interval.precision >= CPT_PRECISION_YEAR && interval.precision <= CPT_PRECISION_CENTURY)
    return describe_years (interval);
  return describe_range (interval);
}

/**
 * cpt_describe_days:
 *
 * Returns: (transfer full): the first and the last day in full, so that nothing is left to guess: "1 March 2022 – 31 May
 *   2022", "Friday, 19 December 2025", "since 24 February 2022"; vague ends are said to be so
 */
char *
cpt_describe_days (CptInterval interval)
{
  CptInterval first = { interval.earliest, interval.earliest, CPT_PRECISION_DAY };
  CptInterval last = { interval.latest, interval.latest, CPT_PRECISION_DAY };
  g_autofree char *from = NULL, *until = NULL;

  if (interval.earliest == CPT_DAY_NONE || interval.latest == CPT_DAY_NONE)
    return cpt_interval_format (interval);
  from = cpt_interval_format (first);
  if (interval.earliest == interval.latest)
    {
      g_autofree char *weekday = format_day (interval.earliest, "%A");

      /* Translators: weekday, date */
      return g_ascii_isdigit (*weekday) || *weekday == '-' ? g_steal_pointer (&from) : g_strdup_printf (_ ("%1$s, %2$s"), weekday, from);
    }
  until = cpt_interval_format (last);
  /* Translators: first and last day of something of which only roughly is known when it was */
  if (interval.precision == CPT_PRECISION_VAGUE)
    return g_strdup_printf (_ ("About %1$s – %2$s"), from, until);
  return g_strdup_printf ("%s – %s", from, until);
}

/* The first event whose words begin at or after @offset_bytes. */
static guint
find_event (const GPtrArray *events, gsize offset_bytes)
{
  guint low = 0, high = events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CptEvent *event = events->pdata[middle];

      if (event->words.begin_bytes < offset_bytes)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Days that an interval leaves open; very many for open ends. */
static gint64
get_width_days (CptInterval interval)
{
  if (interval.earliest == CPT_DAY_NONE || interval.latest == CPT_DAY_NONE)
    return G_MAXINT64;
  return (gint64) interval.latest - interval.earliest;
}

/**
 * cpt_describe_date:
 *
 * Returns: (transfer full) (nullable): the sharpest time that the statement speaks of, or %NULL: "on Monday" says when
 *   something happened, "since the end of the Cold War" rather how long ago
 */
char *
cpt_describe_date (const CptState *state, const CptStatement *statement)
{
  const CptArticleState *article = cpt_state_find_article (state, statement->article_id);
  const CptEvent *sharpest = NULL;

  if (article == NULL)
    return NULL;
  for (guint i = find_event (article->events, statement->span.begin_bytes); i < article->events->len; i++)
    {
      const CptEvent *event = article->events->pdata[i];

      if (event->words.begin_bytes >= statement->span.end_bytes)
        break;
      if (!event->hidden && !cpt_span_is_empty (event->words) && cpt_interval_is_dated (event->interval)
          && (sharpest == NULL || get_width_days (event->interval) < get_width_days (sharpest->interval)))
        sharpest = event;
    }
  return sharpest != NULL ? cpt_describe_interval (sharpest->interval) : NULL;
}

/**
 * cpt_describe_words:
 *
 * Returns: (transfer full): the words of the statement on one line, as they are read: line breaks become blanks
 */
char *
cpt_describe_words (const CptState *state, const CptStatement *statement)
{
  const CptArticleState *article = cpt_state_find_article (state, statement->article_id);
  g_autofree char *words = NULL;
  char *out;

  if (article == NULL)
    return g_strdup ("");
  words = cpt_article_dup_words (article->article, statement->span);
  out = words;
  for (const char *in = words; *in != '\0'; in++)
    {
      gboolean blank = *in == '\n' || *in == '\r' || *in == '\t' || *in == ' ';

      if (!blank)
        *out++ = *in;
      else if (out > words && out[-1] != ' ')
        *out++ = ' ';
    }
  *out = '\0';
  return g_steal_pointer (&words);
}

/**
 * cpt_describe_sides:
 *
 * Returns: (transfer full): "NATO", "NATO, Kremlin", "Context"
 */
char *
cpt_describe_sides (const CptState *state, CptSideSet set)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (state, &n_sides);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sides; i++)
    if (set & CPT_SIDE_BIT (i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", sides[i].name);
  if (text->len == 0)
    g_string_append (text, _("Context"));
  return g_string_free (text, FALSE);
}

static void
append_reason (GString *text, const CptArticle *article, CptReason reason)
{
  g_autofree char *words = NULL;

  g_string_append_printf (text, "\n• %s", cpt_rule_describe (reason.rule));
  if (cpt_span_is_empty (reason.words) || reason.words.end_bytes > cpt_article_get_length_bytes (article))
    return;
  words = cpt_article_dup_words (article, reason.words);
  g_string_append_printf (text, ": “%s”", words);
}

/**
 * cpt_describe_reasons:
 *
 * Returns: (transfer full): why the statement stands where it does, a reason a line
 */
char *
cpt_describe_reasons (const CptState *state, const CptStatement *statement)
{
  const CptArticleState *article = cpt_state_find_article (state, statement->article_id);
  g_autofree char *found = cpt_describe_sides (state, statement->found.sides);
  GString *text = g_string_new (NULL);

  if (statement->decided & CPT_DECIDED_SIDES)
    g_string_append_printf (text, _("Placed here by hand. Counterpoint had found: %s"), found);
  else if (statement->decided & CPT_DECIDED_CONFIRMED)
    g_string_append_printf (text, _("Found: %s, confirmed by hand"), found);
  else
    g_string_append_printf (text, _("Found: %s, %d %% sure"), found, (int) (statement->confidence * 100 + 0.5f));
  for (guint i = 0; article != NULL && i < statement->reasons.n; i++)
    append_reason (text, article->article, statement->reasons.items[i]);
  if (statement->reasons.n == 0)
    g_string_append_printf (text, "\n• %s", _("Nobody of a side speaks here"));
  if (statement->n_parts > 1)
    g_string_append_printf (text, _("\n• Part %u of %u of one sentence"), statement->part, statement->n_parts);
  return g_string_free (text, FALSE);
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "; %s", part);
}

/**
 * cpt_describe_statement:
 *
 * Returns: (transfer full): all that a card shows, for those who hear it: words, sides, source, date, marks
 */
char *
cpt_describe_statement (const CptState *state, const CptStatement *statement)
{
  g_autofree char *words = cpt_describe_words (state, statement);
  g_autofree char *date = cpt_describe_date (state, statement);
  g_autofree char *sides = cpt_describe_sides (state, statement->now.sides);
  GString *text = g_string_new (words);

  append_part (text, sides);
  append_part (text, statement->now.source);
  append_part (text, date);
  if (statement->decided != 0)
    append_part (text, _("decided by hand"));
  if (cpt_statement_needs_review (statement))
    append_part (text, _("to review"));
  if (statement->n_parts > 1)
    append_part (text, _("part of a sentence"));
  if (statement->note != NULL)
    append_part (text, statement->note);
  return g_string_free (text, FALSE);
}

/* @part: (transfer full) */
static void
append_change (GString *text, char *part, guint n)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  g_free (part);
}

/**
 * cpt_describe_changes:
 * @changes: what a new analysis would change
 *
 * Returns: (transfer full): "37 sentences change side, 5 dates move." and what stays
 */
char *
cpt_describe_changes (CptStateChanges changes)
{
  GString *text = g_string_new (NULL);

  append_change (text, g_strdup_printf (ngettext ("%u sentence changes side", "%u sentences change side", changes.n_sides), changes.n_sides), changes.n_sides);
  append_change (text, g_strdup_printf (ngettext ("%u changes topic", "%u change topic", changes.n_topics), changes.n_topics), changes.n_topics);
  append_change (text, g_strdup_printf (ngettext ("%u has another source", "%u have another source", changes.n_sources), changes.n_sources), changes.n_sources);
  append_change (text, g_strdup_printf (ngettext ("%u date moves", "%u dates move", changes.n_dates), changes.n_dates), changes.n_dates);
  append_change (text, g_strdup_printf (ngettext ("%u is cut otherwise", "%u are cut otherwise", changes.n_new), changes.n_new), changes.n_new);
  if (text->len == 0)
    g_string_append (text, _("Nothing changes in the articles that are open"));
  g_string_append_printf (text, ".\n%s", _("What you decided stays. One undo takes it all back."));
  return g_string_free (text, FALSE);
}

/**
 * cpt_describe_changes_any:
 *
 * Returns: whether anything would change that can be seen on the board or the timeline
 */
gboolean
cpt_describe_changes_any (CptStateChanges changes)
{
  return changes.n_sides + changes.n_topics + changes.n_sources + changes.n_dates + changes.n_new > 0;
}
