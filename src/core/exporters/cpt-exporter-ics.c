// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a calendar: iCalendar, RFC 5545 with the name of RFC 7986. Room: core/exporters.
//
// Days are days, never times, so no time zone can move them. What is vague or open is tentative and says so in its summary,
// because a calendar draws it as sharply as the rest.
#include "cpt-export-events.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 5545, 3.1: no line is longer than this, without its end. */
#define MAX_LINE_BYTES 75

/* Calendars write years with four digits. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

typedef struct
{
  GString *out;
  CptState *state;
  char stamp[32];
} Writer;

/* Folds where a line grows too long, never within a character. */
static void
append_line (Writer *self, const char *line)
{
  gsize used = 0;

  for (const char *at = line; *at != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (at) - at);

      if (used + length > MAX_LINE_BYTES)
        {
          g_string_append (self->out, "\r\n ");
          used = 1;
        }
      g_string_append_len (self->out, at, (gssize) length);
      used += length;
      at += length;
    }
  g_string_append (self->out, "\r\n");
}

/* RFC 5545, 3.3.11: backslash, semicolon, comma and line ends are escaped; other control characters may not stand there. */
static void
append_escaped (GString *value, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\\' || *at == ';' || *at == ',')
        g_string_append_c (value, '\\');
      if (*at == '\n')
        g_string_append (value, "\\n");
      else if ((guchar) *at >= 0x20 || *at == '\t')
        {
          if (*at != 0x7f)
            g_string_append_c (value, *at);
        }
    }
}

static void
append_text (Writer *self, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  append_escaped (line, text);
  append_line (self, line->str);
}

static gboolean
fits_calendar (CptDay day)
{
  int year, month, day_of_month;

  if (day == CPT_DAY_NONE)
    return TRUE;
  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static void
append_day (Writer *self, const char *name, CptDay day)
{
  g_autofree char *line = NULL;
  int year, month, day_of_month;

  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, year, month, day_of_month);
  append_line (self, line);
}

/* The same event of the same text has the same id in every export, so that calendars renew it and do not double it. A UUID of
 * version 8 (RFC 9562: by a digest of our own choice). */
static void
append_uid (Writer *self, const CptExportedEvent *event)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *place = g_strdup_printf ("%zu-%zu-%u", event->event->words.begin_bytes, event->event->words.end_bytes,
                                            event->event->made ? event->event->id : 0);
  g_autofree char *line = NULL;
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) cpt_article_get_text (event->article->article),
                     (gssize) cpt_article_get_length_bytes (event->article->article));
  g_checksum_update (checksum, (const guchar *) place, -1);
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (guint8) ((digest[6] & 0x0f) | 0x80);
  digest[8] = (guint8) ((digest[8] & 0x3f) | 0x80);
  line = g_strdup_printf ("UID:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", digest[0], digest[1],
                          digest[2], digest[3], digest[4], digest[5], digest[6], digest[7], digest[8], digest[9], digest[10],
                          digest[11], digest[12], digest[13], digest[14], digest[15]);
  append_line (self, line);
}

static gboolean
is_sharp (CptInterval interval)
{
  return interval.precision != CPT_PRECISION_VAGUE && interval.earliest != CPT_DAY_NONE && interval.latest != CPT_DAY_NONE;
}

static void
append_summary (Writer *self, const CptEvent *event)
{
  g_autofree char *when = cpt_interval_format (event->interval);
  g_autofree char *summary = is_sharp (event->interval) ? g_strdup (event->label) : g_strdup_printf ("%s (%s)", event->label, when);

  append_text (self, "SUMMARY", summary);
}

static void
append_paragraph (GString *text, const char *paragraph)
{
  if (paragraph != NULL && *paragraph != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paragraph);
}

/* The sentence, who speaks, where it stands, and the words that the date was found in. */
static void
append_description (Writer *self, const CptExportedEvent *event)
{
  const CptArticleMetadata *metadata = cpt_article_get_metadata (event->article->article);
  g_autofree char *sentence = cpt_export_dup_sentence (self->state, event);
  g_autofree char *words = cpt_export_dup_words (self->state, event->article->id, event->event->words);
  g_autofree char *when = cpt_interval_format (event->event->interval);
  g_autofree char *date = event->event->made ? g_strdup_printf (_ ("%s, added by hand"), when)
                          : event->event->date_decided ? g_strdup_printf (_ ("%1$s, set by hand; in the article: “%2$s”"), when, words)
                                                       : g_strdup_printf (_ ("%1$s; in the article: “%2$s”"), when, words);
  g_autoptr (GString) text = g_string_new (NULL);

  append_paragraph (text, sentence);
  append_paragraph (text, event->statement != NULL ? event->statement->now.source : NULL);
  if (event->statement != NULL) /* what a person knows from elsewhere is only kept with the article */
    {
      append_paragraph (text, cpt_article_get_display_name (event->article->article));
      append_paragraph (text, metadata->publisher);
    }
  append_paragraph (text, date);
  append_text (self, "DESCRIPTION", text->str);
}

/* Sides and topic; each category is a text of its own. */
static void
append_categories (Writer *self, const CptExportedEvent *event)
{
  CptSideSet set = cpt_state_get_event_sides (self->state, event->event);
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (self->state, &n_sides);
  g_autoptr (GString) line = g_string_new ("CATEGORIES:");
  gsize empty = line->len;

  for (guint i = 0; i < n_sides; i++)
    if (set & CPT_SIDE_BIT (i))
      {
        g_string_append (line, line->len > empty ? "," : "");
        append_escaped (line, sides[i].name);
      }
  if (set == 0)
    append_escaped (line, _ ("Context"));
  if (event->statement != NULL)
    {
      g_string_append_c (line, ',');
      append_escaped (line, cpt_state_get_topic_name (self->state, event->statement->now.topic));
    }
  append_line (self, line->str);
}

/* Only what is an address: a URI has no blanks and no control characters. */
static void
append_url (Writer *self, const CptExportedEvent *event)
{
  const char *url = cpt_article_get_metadata (event->article->article)->url;
  g_autofree char *line = NULL;

  if (event->statement == NULL || url == NULL || !g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL))
    return;
  line = g_strconcat ("URL:", url, NULL);
  append_line (self, line);
}

static void
append_event (Writer *self, const CptExportedEvent *event)
{
  CptInterval interval = event->event->interval;
  CptDay first = interval.earliest != CPT_DAY_NONE ? interval.earliest : interval.latest;
  CptDay last = interval.earliest != CPT_DAY_NONE && interval.latest != CPT_DAY_NONE ? interval.latest : first;

  append_line (self, "BEGIN:VEVENT");
  append_uid (self, event);
  append_line (self, self->stamp);
  append_day (self, "DTSTART", first);
  if (fits_calendar (last + 1)) /* the last day of the last year has no day after it; without an end it is one day */
    append_day (self, "DTEND", last + 1);
  append_summary (self, event->event);
  append_description (self, event);
  append_categories (self, event);
  append_url (self, event);
  append_line (self, is_sharp (interval) ? "STATUS:CONFIRMED" : "STATUS:TENTATIVE");
  append_line (self, "TRANSP:TRANSPARENT");
  append_line (self, "END:VEVENT");
}

static void
begin_calendar (Writer *self, const CptExportOptions *options)
{
  g_autofree char *title = cpt_export_dup_title (self->state);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (cpt_export_get_now_us (options) / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (now, "DTSTAMP:%Y%m%dT%H%M%SZ");

  g_strlcpy (self->stamp, stamp, sizeof self->stamp);
  append_line (self, "BEGIN:VCALENDAR");
  append_line (self, "VERSION:2.0");
  append_line (self, "PRODID:-//Counterpoint//Counterpoint//EN");
  append_line (self, "CALSCALE:GREGORIAN");
  append_text (self, "NAME", title);
  append_text (self, "X-WR-CALNAME", title);
}

GBytes *
cpt_export_icalendar (CptState *state, const CptExportOptions *options, GError **error)
{
  g_autoptr (CptChronology) chronology = cpt_export_make_chronology (state, options);
  g_autoptr (GArray) events = cpt_export_list_events (chronology);
  g_autoptr (GString) out = g_string_new (NULL);
  Writer self = { .out = out, .state = state };
  guint n_written = 0, n_undated = 0, n_far = 0;

  begin_calendar (&self, options);
  for (guint i = 0; i < events->len; i++)
    {
      const CptExportedEvent *event = &g_array_index (events, CptExportedEvent, i);

      if (!cpt_interval_is_dated (event->event->interval))
        n_undated++;
      else if (!fits_calendar (event->event->interval.earliest) || !fits_calendar (event->event->interval.latest))
        n_far++;
      else
        {
          append_event (&self, event);
          n_written++;
        }
    }
  append_line (&self, "END:VCALENDAR");
  if (n_written == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("no event has a date that a calendar can hold: set the day of publication, or take the filter back"));
      return NULL;
    }
  if (n_undated > 0)
    cpt_export_note (options, g_strdup_printf (ngettext ("%u event without a date is not in the calendar.",
                                                         "%u events without a date are not in the calendar.", n_undated), n_undated));
  if (n_far > 0)
    cpt_export_note (options, g_strdup_printf (ngettext ("%u event before the year 1 or after 9999 is not in the calendar.",
                                                         "%u events before the year 1 or after 9999 are not in the calendar.", n_far), n_far));
  cpt_export_note_left_out (options, chronology);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
