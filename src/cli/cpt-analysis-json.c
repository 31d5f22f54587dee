// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an analysis as one JSON object, by hand: a tree of nodes would cost more than the analysis. Room: cli. Offsets
// become code points here and nowhere else.
#include "cpt-analysis-json.h"

#include "cpt-json.h"

typedef struct
{
  GString *out;
  const CptAnalysis *analysis;
  const char *text;
  gboolean is_ascii;
  gsize at_bytes; /* code points are counted from the last offset asked for: neighbours cost next to nothing */
  gsize at_chars;
} Writer;

static const char *const quotation_names[] = { "none", "direct", "indirect", "mixed" };
static const char *const timex_names[] = { "DATE", "TIME", "DURATION", "SET" };

static inline gboolean
begins_character (char byte)
{
  return ((guchar)byte & 0xc0) != 0x80;
}

static gsize
char_offset (Writer *self, gsize offset_bytes)
{
  if (self->is_ascii)
    return offset_bytes;
  for (; self->at_bytes < offset_bytes; self->at_bytes++)
    self->at_chars += begins_character (self->text[self->at_bytes]);
  for (; self->at_bytes > offset_bytes; self->at_bytes--)
    self->at_chars -= begins_character (self->text[self->at_bytes - 1]);
  return self->at_chars;
}

static void
append_number (Writer *self, gsize number)
{
  char digits[24];
  char *cursor = digits + sizeof digits;

  do
    *--cursor = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (self->out, cursor, digits + sizeof digits - cursor);
}

static inline void
append (Writer *self, const char *literal)
{
  g_string_append (self->out, literal);
}

static void
append_member (Writer *self, const char *key, const char *value)
{
  append (self, key);
  cpt_json_append_string (self->out, value, -1);
}

static void
append_offsets (Writer *self, CptSpan span)
{
  append (self, "\"start\":");
  append_number (self, char_offset (self, span.begin_bytes));
  append (self, ",\"end\":");
  append_number (self, char_offset (self, span.end_bytes));
}

static void
append_ratio (Writer *self, double ratio)
{
  guint hundredths = (guint)(CLAMP (ratio, 0.0, 1.0) * 100.0 + 0.5);

  append (self, hundredths >= 100 ? "1." : "0.");
  append_number (self, hundredths / 10 % 10);
  append_number (self, hundredths % 10);
}

static void
append_parts (Writer *self, const char *key, const CptParts *parts)
{
  append (self, key);
  append (self, "[");
  for (guint i = 0; i < parts->n; i++)
    {
      append (self, i > 0 ? ",[" : "[");
      append_number (self, char_offset (self, parts->items[i].begin_bytes));
      append (self, ",");
      append_number (self, char_offset (self, parts->items[i].end_bytes));
      append (self, "]");
    }
  append (self, "]");
}

static void
append_sides (Writer *self, CptSideSet set)
{
  guint n_sides;
  const CptSide *sides = cpt_profile_get_sides (cpt_analysis_get_profile (self->analysis), &n_sides);
  gboolean any = FALSE;

  append (self, ",\"sides\":[");
  for (guint i = 0; i < n_sides; i++)
    if (set & CPT_SIDE_BIT (i))
      {
        append_member (self, any ? "," : "", sides[i].id);
        any = TRUE;
      }
  append (self, "]");
}

static void
append_side (Writer *self, int side)
{
  guint n_sides;
  const CptSide *sides = cpt_profile_get_sides (cpt_analysis_get_profile (self->analysis), &n_sides);

  append_member (self, ",\"side\":", side >= 0 && (guint)side < n_sides ? sides[side].id : NULL);
}

static void
append_reasons (Writer *self, const CptReasons *reasons)
{
  append (self, ",\"why\":[");
  for (guint i = 0; i < reasons->n; i++)
    {
      append (self, i > 0 ? "," : "");
      append_member (self, "{\"rule\":", reasons->items[i].rule);
      append (self, ",");
      append_offsets (self, reasons->items[i].words);
      append (self, "}");
    }
  append (self, "]");
}

static void
append_sentences (Writer *self)
{
  guint n;
  const CptSpan *sentences = cpt_analysis_get_sentences (self->analysis, &n);

  append (self, ",\"sentences\":[");
  for (guint i = 0; i < n; i++)
    {
      append (self, i > 0 ? ",{" : "{");
      append_offsets (self, sentences[i]);
      append (self, "}");
    }
  append (self, "]");
}

static void
append_statement (Writer *self, const CptStatementFinding *statement, const CptFoundTopic *topics)
{
  append (self, "{");
  append_offsets (self, statement->span);
  append_sides (self, statement->sides);
  append_member (self, ",\"topic\":", topics[statement->topic].id);
  append_member (self, ",\"source\":", statement->source);
  append_member (self, ",\"cue\":", statement->cue);
  append_member (self, ",\"quotation\":", quotation_names[statement->quotation]);
  append (self, ",\"confidence\":");
  append_ratio (self, statement->side_confidence);
  append (self, ",\"sentence\":");
  append_number (self, statement->sentence);
  if (statement->answers >= 0)
    {
      append (self, ",\"answers\":");
      append_number (self, (gsize)statement->answers);
    }
  append_reasons (self, &statement->reasons);
  append (self, "}");
}

static void
append_statements (Writer *self)
{
  guint n, n_topics;
  const CptStatementFinding *statements = cpt_analysis_get_statements (self->analysis, &n);
  const CptFoundTopic *topics = cpt_analysis_get_topics (self->analysis, &n_topics);

  append (self, ",\"statements\":[");
  for (guint i = 0; i < n; i++)
    {
      append (self, i > 0 ? "," : "");
      append_statement (self, &statements[i], topics);
    }
  append (self, "]");
}

static void
append_attributions (Writer *self)
{
  guint n;
  const CptAttribution *attributions = cpt_analysis_get_attributions (self->analysis, &n);

  append (self, ",\"attributions\":[");
  for (guint i = 0; i < n; i++)
    {
      const CptAttribution *attribution = &attributions[i];

      append (self, i > 0 ? ",{" : "{");
      append_parts (self, "\"source\":", &attribution->source);
      append_parts (self, ",\"cue\":", &attribution->cue);
      append_parts (self, ",\"content\":", &attribution->content);
      append_member (self, ",\"quotation\":", quotation_names[attribution->quotation]);
      append_member (self, ",\"speaker\":", attribution->speaker);
      append_side (self, attribution->side);
      append (self, ",\"confidence\":");
      append_ratio (self, attribution->confidence);
      append (self, "}");
    }
  append (self, "]");
}

static void
append_day (Writer *self, const char *key, CptDay day)
{
  g_autofree char *iso = day != CPT_DAY_NONE ? cpt_day_format_iso (day) : NULL;

  append_member (self, key, iso);
}

/* "dates" are temporal expressions, as in TIMEX3; what only names an event is told with the event. */
static void
append_dates (Writer *self)
{
  guint n, n_written = 0;
  const CptDateMention *dates = cpt_analysis_get_dates (self->analysis, &n);

  append (self, ",\"dates\":[");
  for (guint i = 0; i < n; i++)
    {
      if (dates[i].named_event >= 0)
        continue;
      append (self, n_written++ > 0 ? ",{" : "{");
      append_offsets (self, dates[i].span);
      append_member (self, ",\"type\":", timex_names[dates[i].type]);
      append_member (self, ",\"value\":", dates[i].value);
      append_day (self, ",\"earliest\":", dates[i].interval.earliest);
      append_day (self, ",\"latest\":", dates[i].interval.latest);
      append_day (self, ",\"anchor\":", dates[i].anchor);
      append (self, "}");
    }
  append (self, "]");
}

/* The number of a date in "dates", which holds no named events; or the named event itself. */
static void
append_event_date (Writer *self, const CptDateMention *dates, guint date, guint n_named_before)
{
  append (self, ",\"date\":");
  if (dates[date].named_event < 0)
    {
      append_number (self, date - n_named_before);
      return;
    }
  append (self, "null,\"named_event\":{");
  append_offsets (self, dates[date].span);
  append_day (self, ",\"earliest\":", dates[date].interval.earliest);
  append_day (self, ",\"latest\":", dates[date].interval.latest);
  append (self, "}");
}

static void
append_events (Writer *self)
{
  guint n, n_dates, n_named = 0, at = 0;
  const CptEventFinding *events = cpt_analysis_get_events (self->analysis, &n);
  const CptDateMention *dates = cpt_analysis_get_dates (self->analysis, &n_dates);

  append (self, ",\"events\":[");
  for (guint i = 0; i < n; i++)
    {
      for (; at < (guint)events[i].date; at++)
        n_named += dates[at].named_event >= 0;
      append (self, i > 0 ? ",{\"statement\":" : "{\"statement\":");
      append_number (self, events[i].statement);
      append_event_date (self, dates, (guint)events[i].date, n_named);
      append_member (self, ",\"label\":", events[i].label);
      append_sides (self, events[i].sides);
      append (self, "}");
    }
  append (self, "]");
}

static void
append_topics (Writer *self)
{
  guint n;
  const CptFoundTopic *topics = cpt_analysis_get_topics (self->analysis, &n);

  append (self, ",\"topics\":[");
  for (guint i = 0; i < n; i++)
    {
      append_member (self, i > 0 ? ",{\"id\":" : "{\"id\":", topics[i].id);
      append_member (self, ",\"name\":", topics[i].name);
      append (self, "}");
    }
  append (self, "]");
}

static void
append_proposed_sides (Writer *self)
{
  guint n;
  const CptSide *sides = cpt_profile_get_sides (cpt_analysis_get_profile (self->analysis), &n);

  append (self, ",\"proposed_sides\":[");
  for (guint i = 0; i < n; i++)
    {
      append_member (self, i > 0 ? ",{\"id\":" : "{\"id\":", sides[i].id);
      append_member (self, ",\"name\":", sides[i].name);
      append (self, "}");
    }
  append (self, "]");
}

/**
 * cpt_analysis_append_json:
 * @out: what to append to
 * @analysis: findings
 * @id: (nullable): what the caller calls the article
 * @proposed: whether its sides were proposed from the article, so that their names must be told
 *
 * Appends one JSON object without line breaks. Units: all offsets in it are code points.
 */
void
cpt_analysis_append_json (GString *out, const CptAnalysis *analysis, const char *id, gboolean proposed)
{
  CptArticle *article = cpt_analysis_get_article (analysis);
  Writer self = {
    .out = out,
    .analysis = analysis,
    .text = cpt_article_get_text (article),
    .is_ascii = cpt_article_get_length_bytes (article) == cpt_article_get_length_chars (article),
  };
  gboolean dated = cpt_article_get_published_day (article) != CPT_DAY_NONE;

  append_member (&self, "{\"id\":", id);
  append_member (&self, ",\"language\":", cpt_analysis_get_language (analysis));
  append_member (&self, ",\"published\":", dated ? cpt_article_get_metadata (article)->published : NULL);
  append_sentences (&self);
  append_statements (&self);
  append_attributions (&self);
  append_dates (&self);
  append_events (&self);
  append_topics (&self);
  if (proposed)
    append_proposed_sides (&self);
  append (&self, "}");
}
