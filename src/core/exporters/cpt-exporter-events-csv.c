// SPDX-License-Identifier: GPL-3.0-or-later
// The events as a table: CSV by RFC 4180, UTF-8, one event a line. Room: core/exporters.
//
// A cell that begins with =, +, -, @, a tab or a carriage return is a formula to spreadsheets, and what comes from an article
// must not compute there (CWE-1236): such cells get an apostrophe before them, unless the person asks for them raw.
#include "cpt-export-events.h"

#include <string.h>

typedef struct
{
  GString *out;
  const CptExportOptions *options;
  gboolean first; /* in its line */
} Table;

static const char *const columns[]
    = { "event",     "label",     "date",         "earliest", "latest",    "precision", "edtf", "sides",
        "date_by",   "label_by",  "words",        "anchor",   "sentence",  "source",    "cue",  "topic",
        "article",   "publisher", "published",    "url",      "statement", NULL };

static const char *const precisions[] = { "unknown", "day", "week", "month", "season", "year", "decade", "century", "vague" };

static void
append_quoted (GString *out, const char *cell)
{
  if (strpbrk (cell, "\",\r\n") == NULL)
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static void
append_cell (Table *self, const char *cell)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  self->first = FALSE;
  append_quoted (self->out, cell != NULL ? cell : "");
}

/* What somebody else wrote. */
static void
append_foreign (Table *self, const char *text)
{
  g_autofree char *safe = NULL;

  if (text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && !self->options->raw_cells)
    safe = g_strconcat ("'", text, NULL);
  append_cell (self, safe != NULL ? safe : text);
}

static void
append_day (Table *self, CptDay day)
{
  g_autofree char *iso = day == CPT_DAY_NONE ? NULL : cpt_day_format_iso (day);

  append_cell (self, iso);
}

static void
append_number (Table *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  append_cell (self, text);
}

static void
end_line (Table *self)
{
  g_string_append (self->out, "\r\n");
  self->first = TRUE;
}

static void
append_when (Table *self, const CptEvent *event)
{
  gboolean dated = cpt_interval_is_dated (event->interval);
  g_autofree char *when = dated ? cpt_interval_format (event->interval) : NULL;
  g_autofree char *edtf = dated ? cpt_interval_format_edtf (event->interval) : NULL;

  append_cell (self, when);
  append_day (self, event->interval.earliest);
  append_day (self, event->interval.latest);
  append_cell (self, dated ? precisions[event->interval.precision] : NULL);
  append_cell (self, edtf);
}

static void
append_article (Table *self, const CptExportedEvent *record)
{
  const CptArticleMetadata *metadata = cpt_article_get_metadata (record->article->article);
  gboolean told = record->statement != NULL; /* what a person knows from elsewhere is only kept with the article */

  append_foreign (self, told ? cpt_article_get_display_name (record->article->article) : NULL);
  append_foreign (self, told ? metadata->publisher : NULL);
  append_foreign (self, told ? metadata->published : NULL);
  append_foreign (self, told ? metadata->url : NULL);
}

static void
append_event (Table *self, CptState *state, const CptExportedEvent *record)
{
  const CptEvent *event = record->event;
  const CptStatement *statement = record->statement;
  g_autofree char *sides = cpt_export_dup_sides (state, event, "; ");
  g_autofree char *words = event->made ? NULL : cpt_export_dup_words (state, event->article_id, event->words);
  g_autofree char *sentence = cpt_export_dup_sentence (state, record);

  append_number (self, event->id);
  append_foreign (self, event->label);
  append_when (self, event);
  append_foreign (self, sides);
  append_cell (self, event->date_decided ? "person" : "auto");
  append_cell (self, event->label_decided ? "person" : "auto");
  append_foreign (self, words);
  append_day (self, event->anchor);
  append_foreign (self, sentence);
  append_foreign (self, statement != NULL ? statement->now.source : NULL);
  append_foreign (self, statement != NULL ? statement->cue : NULL);
  append_foreign (self, statement != NULL ? cpt_state_get_topic_name (state, statement->now.topic) : NULL);
  append_article (self, record);
  if (statement != NULL)
    append_number (self, statement->id);
  else
    append_cell (self, NULL);
  end_line (self);
}

GBytes *
cpt_export_events_table (CptState *state, const CptExportOptions *options, GError **error)
{
  g_autoptr (CptChronology) chronology = cpt_export_make_chronology (state, options);
  g_autoptr (GArray) events = cpt_export_list_events (chronology);
  Table self = { .out = g_string_new (NULL), .options = options, .first = TRUE };

  for (guint i = 0; columns[i] != NULL; i++)
    append_cell (&self, columns[i]);
  end_line (&self);
  for (guint i = 0; i < events->len; i++)
    append_event (&self, state, &g_array_index (events, CptExportedEvent, i));
  cpt_export_note_left_out (options, chronology);
  return g_string_free_to_bytes (self.out);
}
