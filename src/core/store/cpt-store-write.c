// SPDX-License-Identifier: GPL-3.0-or-later
// State -> canonical JSON. Room: core/store; reads an immutable state in any thread.
//
// The same state always gives the same bytes, one line for each topic, statement and event, so that two versions of a
// file differ only in the lines of what changed. What equals its default is left out. Offsets are code points.
#include "cpt-store.h"

#include <string.h>

#include "cpt-json.h"
#include "cpt-state-private.h"
#include "cpt-store-names.h"
#include "cpt-store-node.h"
#include "cpt-store-write.h"

typedef struct
{
  GString *out;
  const CptSide *sides;
  guint n_sides;
  const CptArticle *article;
} Writer;

static void
add_key (Writer *self, const char *key)
{
  const char last = self->out->str[self->out->len - 1];

  g_string_append (self->out, last == '{' ? "" : ", ");
  g_string_append_c (self->out, '"');
  g_string_append (self->out, key);
  g_string_append (self->out, "\": ");
}

static void
add_string (Writer *self, const char *key, const char *value)
{
  if (value == NULL)
    return;
  add_key (self, key);
  cpt_json_append_string (self->out, value, -1);
}

static void
append_number (Writer *self, gsize value)
{
  char digits[32];
  char *digit = digits + sizeof digits;

  do
    *--digit = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  g_string_append_len (self->out, digit, digits + sizeof digits - digit);
}

static void
add_number (Writer *self, const char *key, gsize value)
{
  add_key (self, key);
  append_number (self, value);
}

static void
add_offsets (Writer *self, CptSpan span)
{
  add_number (self, "start", cpt_article_char_offset (self->article, span.begin_bytes));
  add_number (self, "end", cpt_article_char_offset (self->article, span.end_bytes));
}

/* The shortest decimal that reads back as the same float. */
static void
add_ratio (Writer *self, const char *key, float value)
{
  static const char *const formats[] = { "%.1g", "%.2g", "%.3g", "%.4g", "%.5g", "%.6g", "%.7g", "%.8g", "%.9g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  value = value > 0 ? MIN (value, 1.0f) : 0.0f; /* also when it is no number: the file must open again */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], (double) value);
      if ((float) g_ascii_strtod (text, NULL) == value)
        break;
    }
  add_key (self, key);
  g_string_append (self->out, text);
}

static void
add_true (Writer *self, const char *key, gboolean value)
{
  if (!value)
    return;
  add_key (self, key);
  g_string_append (self->out, "true");
}

static void
add_day (Writer *self, const char *key, CptDay day)
{
  g_autofree char *iso = day == CPT_DAY_NONE ? NULL : cpt_day_format_iso (day);

  add_string (self, key, iso);
}

static void
add_flags (Writer *self, const char *key, guint flags, const char *const *names)
{
  if (flags == 0)
    return;
  add_key (self, key);
  g_string_append_c (self->out, '[');
  for (guint i = 0; names[i] != NULL; i++)
    if (flags >> i & 1)
      {
        g_string_append (self->out, self->out->str[self->out->len - 1] == '[' ? "\"" : ", \"");
        g_string_append (self->out, names[i]);
        g_string_append_c (self->out, '"');
      }
  g_string_append_c (self->out, ']');
}

static void
add_sides (Writer *self, const char *key, CptSideSet sides)
{
  add_key (self, key);
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < self->n_sides; i++)
    if (sides & CPT_SIDE_BIT (i))
      {
        g_string_append (self->out, self->out->str[self->out->len - 1] == '[' ? "" : ", ");
        cpt_json_append_string (self->out, self->sides[i].id, -1);
      }
  g_string_append_c (self->out, ']');
}

static void
add_extra (Writer *self, const char *extra)
{
  if (extra == NULL)
    return;
  g_string_append (self->out, ", ");
  g_string_append (self->out, extra);
}

static void
append_offset (Writer *self, gsize offset_bytes)
{
  g_string_append (self->out, ", ");
  append_number (self, cpt_article_char_offset (self->article, offset_bytes));
}

/* Lists, not objects: there are more reasons than anything else, and objects are dear to read. */
static void
add_reasons (Writer *self, const CptReasons *reasons)
{
  if (reasons->n == 0)
    return;
  add_key (self, "why");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < reasons->n; i++)
    {
      const CptReason *reason = &reasons->items[i];

      g_string_append (self->out, i == 0 ? "[" : ", [");
      cpt_json_append_string (self->out, reason->rule != NULL ? reason->rule : "", -1);
      append_offset (self, reason->words.begin_bytes);
      append_offset (self, reason->words.end_bytes);
      g_string_append_c (self->out, ']');
    }
  g_string_append_c (self->out, ']');
}

/* What was found, where a person decided otherwise. A source that was found missing is null. */
static void
add_found (Writer *self, const CptStatement *statement)
{
  const CptStatementFields *now = &statement->now, *found = &statement->found;

  if (found->sides != now->sides)
    add_sides (self, "found_sides", found->sides);
  if (found->topic != now->topic)
    add_string (self, "found_topic", found->topic);
  if (found->source != now->source)
    {
      add_key (self, "found_source");
      if (found->source != NULL)
        cpt_json_append_string (self->out, found->source, -1);
      else
        g_string_append (self->out, "null");
    }
  if (found->quotation != now->quotation)
    add_string (self, "found_quotation", cpt_store_quotation_names[found->quotation]);
}

static void
write_statement (Writer *self, const CptStatement *statement)
{
  g_string_append_c (self->out, '{');
  add_number (self, "id", statement->id);
  add_offsets (self, statement->span);
  add_number (self, "sentence", statement->sentence);
  add_sides (self, "sides", statement->now.sides);
  add_string (self, "topic", statement->now.topic != NULL ? statement->now.topic : "other");
  add_string (self, "source", statement->now.source);
  if (statement->now.quotation != CPT_QUOTATION_NONE)
    add_string (self, "quotation", cpt_store_quotation_names[statement->now.quotation]);
  add_string (self, "cue", statement->cue);
  add_ratio (self, "confidence", statement->confidence);
  if (statement->answers != 0)
    add_number (self, "answers", statement->answers);
  add_reasons (self, &statement->reasons);
  add_flags (self, "decided", statement->decided, cpt_store_decision_names);
  add_string (self, "note", statement->note);
  add_found (self, statement);
  add_extra (self, statement->extra);
  g_string_append_c (self->out, '}');
}

static void
write_found_event (Writer *self, const CptEvent *event)
{
  if (event->made)
    {
      add_sides (self, "sides", event->sides);
      return;
    }
  if (event->date_decided)
    {
      add_day (self, "found_earliest", event->found_interval.earliest);
      add_day (self, "found_latest", event->found_interval.latest);
      add_string (self, "found_precision", cpt_store_precision_names[event->found_interval.precision]);
    }
  if (event->label_decided)
    add_string (self, "found_label", event->found_label);
}

static void
write_event (Writer *self, const CptEvent *event)
{
  g_string_append_c (self->out, '{');
  add_number (self, "id", event->id);
  add_offsets (self, event->words);
  add_string (self, "type", cpt_store_timex_names[event->type]);
  add_string (self, "value", event->value);
  add_day (self, "earliest", event->interval.earliest);
  add_day (self, "latest", event->interval.latest);
  add_string (self, "precision", cpt_store_precision_names[event->interval.precision]);
  add_day (self, "anchor", event->anchor);
  add_string (self, "label", event->label);
  add_ratio (self, "confidence", event->confidence);
  add_true (self, "hidden", event->hidden);
  add_flags (self, "decided", (event->date_decided ? 1 : 0) | (event->label_decided ? 2 : 0) | (event->made ? 4 : 0),
             cpt_store_event_decision_names);
  write_found_event (self, event);
  add_extra (self, event->extra);
  g_string_append_c (self->out, '}');
}

static void
write_list (Writer *self, const char *key, GPtrArray *values, void (*write) (Writer *self, gconstpointer value))
{
  g_string_append_printf (self->out, ",\n\"%s\": [", key);
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append (self->out, i == 0 ? "\n" : ",\n");
      write (self, values->pdata[i]);
    }
  g_string_append_c (self->out, ']');
}

static void
write_statement_cb (Writer *self, gconstpointer value)
{
  write_statement (self, value);
}

static void
write_event_cb (Writer *self, gconstpointer value)
{
  write_event (self, value);
}

/* JSON strings of other programs cannot hold zero bytes; the rare text that does is a list of the pieces between them. */
static void
write_text (Writer *self)
{
  const char *text = cpt_article_get_text (self->article);
  const char *end = text + cpt_article_get_length_bytes (self->article);
  gboolean list = memchr (text, '\0', (gsize) (end - text)) != NULL;

  g_string_append (self->out, list ? ",\n\"text\": [" : ",\n\"text\": ");
  for (const char *piece = text;; piece++)
    {
      gsize length_bytes = strnlen (piece, (gsize) (end - piece));

      cpt_json_append_string (self->out, piece, (gssize) length_bytes);
      piece += length_bytes;
      if (piece >= end)
        break;
      g_string_append (self->out, ", ");
    }
  if (list)
    g_string_append_c (self->out, ']');
}

static void
write_article (Writer *self, const CptArticleState *article)
{
  const CptArticleMetadata *metadata = cpt_article_get_metadata (article->article);

  self->article = article->article;
  g_string_append_c (self->out, '{');
  add_number (self, "id", article->id);
  add_string (self, "title", metadata->title);
  add_string (self, "author", metadata->author);
  add_string (self, "publisher", metadata->publisher);
  add_string (self, "published", metadata->published);
  add_string (self, "language", metadata->language);
  add_string (self, "url", metadata->url);
  add_string (self, "file", metadata->file);
  add_number (self, "engine", article->engine_version);
  add_string (self, "analysed_language", article->language);
  add_extra (self, article->extra);
  write_text (self);
  write_list (self, "statements", article->statements, write_statement_cb);
  write_list (self, "events", article->events, write_event_cb);
  g_string_append_c (self->out, '}');
}

static void
write_topics (Writer *self, GArray *entries)
{
  g_string_append (self->out, ",\n\"topics\": [");
  for (guint i = 0; i < entries->len; i++)
    {
      const CptTopicEntry *entry = &g_array_index (entries, CptTopicEntry, i);

      g_string_append (self->out, i == 0 ? "\n{" : ",\n{");
      add_string (self, "id", entry->id);
      add_string (self, "name", entry->name);
      add_true (self, "made", entry->flags & CPT_TOPIC_MADE);
      add_true (self, "renamed", entry->flags & CPT_TOPIC_RENAMED);
      add_true (self, "placed", entry->flags & CPT_TOPIC_PLACED);
      add_extra (self, entry->extra);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}

static void
write_articles (Writer *self, GPtrArray *articles)
{
  g_string_append (self->out, ",\n\"articles\": [");
  for (guint i = 0; i < articles->len; i++)
    {
      g_string_append (self->out, i == 0 ? "\n" : ",\n");
      write_article (self, articles->pdata[i]);
    }
  g_string_append_c (self->out, ']');
}

/* The profile's lists have a line for each actor, topic and event. */
static char *
dup_profile_json (const CptProfile *profile)
{
  g_autofree char *json = cpt_profile_to_json (profile);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  GString *out = g_string_new (NULL);

  if (root != NULL)
    cpt_store_append_node (out, root, 2);
  return g_string_free (out, FALSE);
}

/* A comparison is saved again and again with the same profile, whose JSON costs more than that of a few articles. */
static void
write_profile (Writer *self, CptProfile *profile)
{
  static GMutex mutex;
  static CptProfile *last_profile;
  static char *last_json;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (profile != last_profile)
    {
      g_clear_pointer (&last_profile, cpt_profile_unref);
      g_free (last_json);
      last_profile = cpt_profile_ref (profile);
      last_json = dup_profile_json (profile);
    }
  g_string_append (self->out, ",\n\"profile\": ");
  g_string_append (self->out, last_json);
}

/* About what the file will take, so that the string grows seldom. */
static gsize
guess_length_bytes (CptState *state)
{
  gsize length_bytes = 65536 + (gsize) state->n_statements * 384;

  for (guint i = 0; i < state->articles->len; i++)
    {
      const CptArticleState *article = state->articles->pdata[i];

      length_bytes += cpt_article_get_length_bytes (article->article) * 9 / 8 + (gsize) article->events->len * 256;
    }
  return length_bytes;
}

/* Where @members stands, so do the unknown members of the file. */
char *
cpt_store_to_json_with (CptState *state, const char *members)
{
  Writer self = { .out = g_string_sized_new (guess_length_bytes (state)) };

  self.sides = cpt_state_get_sides (state, &self.n_sides);
  g_string_append_printf (self.out, "{\"format\": \"%s\", \"version\": %d", CPT_STORE_FORMAT_NAME, CPT_STORE_FORMAT_VERSION);
  add_string (&self, "title", state->title);
  add_number (&self, "next_article", state->next_ids.article);
  add_number (&self, "next_statement", state->next_ids.statement);
  add_number (&self, "next_event", state->next_ids.event);
  add_extra (&self, state->extra);
  add_extra (&self, members);
  write_topics (&self, state->topics->entries);
  write_articles (&self, state->articles);
  write_profile (&self, state->profile);
  g_string_append (self.out, "}\n");
  return g_string_free (self.out, FALSE);
}

/**
 * cpt_store_to_json:
 * @state: what to write
 *
 * Returns: (transfer full): canonical JSON in UTF-8, ended by a line break: equal states give equal bytes, and
 *   cpt_store_parse() gives back a state that is written as the same bytes
 *
 * Thread: any.
 * Cost: linear; some 100 MB/s.
 */
char *
cpt_store_to_json (CptState *state)
{
  return cpt_store_to_json_with (state, NULL);
}
