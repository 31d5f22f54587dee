// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as JSON for other programs; README.md beside this file documents the form. Room: core/exporters.
//
// What counts is written, and for each thing whether the program found it or a person decided it. One statement and one
// event a line, so that the files of two versions can be compared with diff.
#include "cpt-exporter-private.h"

#include "cpt-event-groups.h"
#include "cpt-json.h"

#include <string.h>

#define FORM_VERSION 1

typedef struct
{
  GString *out;
  const CptState *state;
  const CptEventGroups *groups;
  const CptArticleState *article;
} Writer;

static const char *const quotation_names[] = { "none", "direct", "indirect", "mixed" };
static const char *const timex_names[] = { "DATE", "TIME", "DURATION", "SET" };

static void
begin_member (Writer *self, const char *name)
{
  if (strchr ("{[", self->out->str[self->out->len - 1]) == NULL)
    g_string_append_c (self->out, ',');
  g_string_append_printf (self->out, "\"%s\":", name);
}

static void
write_string (Writer *self, const char *name, const char *value)
{
  begin_member (self, name);
  if (value != NULL)
    cpt_json_append_string (self->out, value, -1);
  else
    g_string_append (self->out, "null");
}

static void
write_number (Writer *self, const char *name, guint64 value)
{
  begin_member (self, name);
  g_string_append_printf (self->out, "%" G_GUINT64_FORMAT, value);
}

static void
write_ratio (Writer *self, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_member (self, name);
  g_string_append (self->out, g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

static void
write_bool (Writer *self, const char *name, gboolean value)
{
  begin_member (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

static void
write_origin (Writer *self, const char *name, gboolean decided)
{
  write_string (self, name, decided ? "person" : "auto");
}

/* Offsets outside the program are code points. */
static void
write_span (Writer *self, CptSpan span)
{
  write_number (self, "start", cpt_article_char_offset (self->article->article, span.begin_bytes));
  write_number (self, "end", cpt_article_char_offset (self->article->article, span.end_bytes));
}

static void
write_words (Writer *self, const char *name, CptSpan span)
{
  begin_member (self, name);
  cpt_json_append_string (self->out, cpt_article_get_text (self->article->article) + span.begin_bytes,
                          (gssize) cpt_span_get_length_bytes (span));
}

static void
write_side_ids (Writer *self, CptSideSet set)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (self->state, &n_sides);
  gboolean first = TRUE;

  begin_member (self, "sides");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < n_sides; i++)
    {
      if ((set & CPT_SIDE_BIT (i)) == 0)
        continue;
      g_string_append (self->out, first ? "" : ",");
      cpt_json_append_string (self->out, sides[i].id, -1);
      first = FALSE;
    }
  g_string_append_c (self->out, ']');
}

static void
write_reasons (Writer *self, const CptReasons *reasons)
{
  begin_member (self, "why");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < reasons->n; i++)
    {
      g_string_append (self->out, i > 0 ? ",{" : "{");
      write_string (self, "rule", reasons->items[i].rule);
      write_span (self, reasons->items[i].words);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}

static void
write_statement (Writer *self, const CptStatement *statement)
{
  write_number (self, "id", statement->id);
  write_span (self, statement->span);
  write_words (self, "text", statement->span);
  write_origin (self, "span_origin", statement->decided & CPT_DECIDED_SPAN);
  write_side_ids (self, statement->now.sides);
  write_origin (self, "sides_origin", statement->decided & CPT_DECIDED_SIDES);
  write_ratio (self, "sides_confidence", (double) statement->confidence);
  write_string (self, "topic", statement->now.topic);
  write_origin (self, "topic_origin", statement->decided & CPT_DECIDED_TOPIC);
  write_string (self, "source", statement->now.source);
  write_origin (self, "source_origin", statement->decided & CPT_DECIDED_SOURCE);
  write_string (self, "cue", statement->cue);
  write_string (self, "quotation", quotation_names[statement->now.quotation]);
  write_origin (self, "quotation_origin", statement->decided & CPT_DECIDED_QUOTATION);
  write_bool (self, "confirmed", (statement->decided & CPT_DECIDED_CONFIRMED) != 0);
  write_number (self, "sentence", statement->sentence);
  write_number (self, "part", statement->part);
  write_number (self, "parts", statement->n_parts);
  if (statement->answers != 0)
    write_number (self, "answers", statement->answers);
  write_string (self, "note", statement->note);
  write_reasons (self, &statement->reasons);
}

static void
write_event (Writer *self, const CptEvent *event)
{
  const CptStatement *statement = cpt_state_find_event_statement (self->state, event);
  g_autofree char *edtf = cpt_interval_is_dated (event->interval) ? cpt_interval_format_edtf (event->interval) : NULL;
  g_autofree char *anchor = event->anchor != CPT_DAY_NONE ? cpt_day_format_iso (event->anchor) : NULL;

  write_number (self, "id", event->id);
  if (statement != NULL)
    write_number (self, "statement", statement->id);
  if (cpt_event_groups_get_id (self->groups, event) != event->id)
    write_number (self, "same_as", cpt_event_groups_get_id (self->groups, event));
  write_span (self, event->words);
  write_words (self, "words", event->words);
  write_string (self, "type", timex_names[event->type]);
  write_string (self, "value", event->value);
  write_string (self, "edtf", edtf);
  write_origin (self, "date_origin", event->date_decided);
  write_string (self, "anchor", anchor);
  write_string (self, "label", event->label);
  write_origin (self, "label_origin", event->label_decided);
  write_side_ids (self, cpt_state_get_event_sides (self->state, event));
  write_bool (self, "hidden", event->hidden);
  write_origin (self, "origin", event->made);
}

static void
write_article (Writer *self)
{
  const CptArticleMetadata *metadata = cpt_article_get_metadata (self->article->article);

  write_number (self, "id", self->article->id);
  write_string (self, "title", metadata->title);
  write_string (self, "author", metadata->author);
  write_string (self, "publisher", metadata->publisher);
  write_string (self, "published", metadata->published);
  write_string (self, "language", self->article->language);
  write_string (self, "url", metadata->url);
  write_string (self, "file", metadata->file);
  write_number (self, "engine_version", self->article->engine_version);
  begin_member (self, "text");
  cpt_json_append_string (self->out, cpt_article_get_text (self->article->article),
                          (gssize) cpt_article_get_length_bytes (self->article->article));
  begin_member (self, "statements");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < self->article->statements->len; i++)
    {
      g_string_append (self->out, i > 0 ? ",\n{" : "\n{");
      write_statement (self, self->article->statements->pdata[i]);
      g_string_append_c (self->out, '}');
    }
  g_string_append (self->out, "\n],\"events\":[");
  for (guint i = 0; i < self->article->events->len; i++)
    {
      g_string_append (self->out, i > 0 ? ",\n{" : "\n{");
      write_event (self, self->article->events->pdata[i]);
      g_string_append_c (self->out, '}');
    }
  g_string_append (self->out, "\n]");
}

static void
write_sides (Writer *self)
{
  guint n_sides;
  const CptSide *sides = cpt_state_get_sides (self->state, &n_sides);

  g_string_append (self->out, ",\n\"sides\":[");
  for (guint i = 0; i < n_sides; i++)
    {
      g_string_append (self->out, i > 0 ? ",\n{" : "\n{");
      write_string (self, "id", sides[i].id);
      write_string (self, "name", sides[i].name);
      write_string (self, "colour", sides[i].colour);
      g_string_append_c (self->out, '}');
    }
  g_string_append (self->out, "\n]");
}

static void
write_topics (Writer *self)
{
  guint n_topics;
  const CptStateTopic *topics = cpt_state_get_topics (self->state, &n_topics);

  g_string_append (self->out, ",\n\"topics\":[");
  for (guint i = 0; i < n_topics; i++)
    {
      g_string_append (self->out, i > 0 ? ",\n{" : "\n{");
      write_string (self, "id", topics[i].id);
      write_string (self, "name", topics[i].name);
      g_string_append_c (self->out, '}');
    }
  g_string_append (self->out, "\n]");
}

GBytes *
cpt_export_json (CptState *state, const CptExportOptions *options, GError **error)
{
  GString *out = g_string_new ("{");
  g_autoptr (CptEventGroups) groups = cpt_event_groups_new (state);
  Writer self = { .out = out, .state = state, .groups = groups };

  write_string (&self, "format", "counterpoint-export");
  write_number (&self, "version", FORM_VERSION);
  write_string (&self, "title", cpt_state_get_title (state));
  write_string (&self, "profile", cpt_profile_get_id (cpt_state_get_profile (state)));
  write_sides (&self);
  write_topics (&self);
  g_string_append (out, ",\n\"articles\":[");
  for (guint i = 0; i < cpt_state_get_n_articles (state); i++)
    {
      self.article = cpt_state_get_article (state, i);
      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      write_article (&self);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "\n]}\n");
  return g_string_free_to_bytes (out);
}
