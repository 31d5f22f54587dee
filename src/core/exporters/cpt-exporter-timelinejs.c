// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as TimelineJS 3 reads it. Room: core/exporters.
//
// Headline and text are HTML there, so what comes from articles is escaped; unknown parts of a date are left out, never
// noughts; each slide has an id of its own, so that links to it stay when its headline changes.
#include "cpt-export-events.h"

#include "cpt-json.h"
#include "cpt-report.h"

#include <glib/gi18n-lib.h>

static void
append_html_member (GString *out, const char *name, GString *html)
{
  g_string_append_printf (out, "\"%s\":", name);
  cpt_json_append_string (out, html->str, (gssize) html->len);
}

static void
append_date (GString *out, const char *name, CptDay day)
{
  int year, month, day_of_month;

  cpt_day_to_ymd (day, &year, &month, &day_of_month);
  g_string_append_printf (out, "\"%s\":{\"year\":%d,\"month\":%d,\"day\":%d},", name, year, month, day_of_month);
}

/* "“December 19” in “The talks”, The Morning Post" */
static void
append_source (GString *html, CptState *state, const CptExportedEvent *event)
{
  const CptArticleMetadata *metadata = cpt_article_get_metadata (event->article->article);
  g_autofree char *sentence = cpt_export_dup_sentence (state, event);

  if (*sentence != '\0')
    cpt_report_append (html, "<p><q>%s</q></p>", sentence);
  g_string_append (html, "<p>");
  if (event->statement != NULL && event->statement->now.source != NULL)
    cpt_report_append (html, "%s · ", event->statement->now.source);
  if (event->event->made)
    cpt_report_append (html, event->statement != NULL ? "%s · " : "%s</p>", _ ("added by hand"));
  if (event->statement == NULL) /* what a person knows from elsewhere is only kept with the article */
    return;
  if (metadata->url != NULL && (g_str_has_prefix (metadata->url, "https://") || g_str_has_prefix (metadata->url, "http://")))
    cpt_report_append (html, "<a href=\"%s\">%s</a>", metadata->url, cpt_article_get_display_name (event->article->article));
  else
    cpt_report_append (html, "%s", cpt_article_get_display_name (event->article->article));
  if (metadata->publisher != NULL)
    cpt_report_append (html, ", %s", metadata->publisher);
  g_string_append (html, "</p>");
}

/* An open beginning or end has no date: the slide stands at the day that is known, and its words say which. */
static void
append_slide (GString *out, CptState *state, const CptExportedEvent *event)
{
  CptInterval interval = event->event->interval;
  CptDay first = interval.earliest != CPT_DAY_NONE ? interval.earliest : interval.latest;
  g_autofree char *when = cpt_interval_format (interval), *group = cpt_export_dup_sides (state, event->event, " / ");
  g_autoptr (GString) headline = g_string_new (NULL), text = g_string_new (NULL);

  g_string_append (out, "{");
  append_date (out, "start_date", first);
  if (interval.latest != CPT_DAY_NONE && interval.latest > first)
    append_date (out, "end_date", interval.latest);
  g_string_append (out, "\"display_date\":");
  cpt_json_append_string (out, when, -1);
  cpt_report_append_text (headline, event->event->label);
  append_source (text, state, event);
  g_string_append (out, ",\"text\":{");
  append_html_member (out, "headline", headline);
  g_string_append (out, ",");
  append_html_member (out, "text", text);
  g_string_append (out, "},\"group\":");
  cpt_json_append_string (out, group, -1);
  g_string_append_printf (out, ",\"unique_id\":\"event-%u\",\"autolink\":false}", event->event->id);
}

static void
append_title (GString *out, CptState *state)
{
  g_autofree char *title = cpt_export_dup_title (state);
  guint n = cpt_state_get_n_articles (state);
  g_autofree char *count = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
  g_autoptr (GString) headline = g_string_new (NULL), text = g_string_new (NULL);

  cpt_report_append_text (headline, title);
  cpt_report_append (text, "<p>%s</p>", count);
  g_string_append (out, "{\n\"title\":{\"text\":{");
  append_html_member (out, "headline", headline);
  g_string_append (out, ",");
  append_html_member (out, "text", text);
  g_string_append (out, "},\"unique_id\":\"title\",\"autolink\":false},\n\"events\":[");
}

GBytes *
cpt_export_timelinejs (CptState *state, const CptExportOptions *options, GError **error)
{
  g_autoptr (CptChronology) chronology = cpt_export_make_chronology (state, options);
  g_autoptr (GArray) events = cpt_export_list_events (chronology);
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_dated = 0, n_undated = 0;

  append_title (out, state);
  for (guint i = 0; i < events->len; i++)
    {
      const CptExportedEvent *event = &g_array_index (events, CptExportedEvent, i);

      if (!cpt_interval_is_dated (event->event->interval))
        {
          n_undated++;
          continue;
        }
      g_string_append (out, n_dated++ > 0 ? ",\n" : "\n");
      append_slide (out, state, event);
    }
  g_string_append (out, "\n]}\n");
  if (n_dated == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("no event has a date, and TimelineJS shows nothing without one: set the day of publication, or "
                              "take the filter back"));
      return NULL;
    }
  if (n_undated > 0)
    cpt_export_note (options, g_strdup_printf (ngettext ("%u event without a date is left out: TimelineJS would drop it.",
                                                         "%u events without a date are left out: TimelineJS would drop them.", n_undated),
                                               n_undated));
  cpt_export_note_left_out (options, chronology);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
