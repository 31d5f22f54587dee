// SPDX-License-Identifier: GPL-3.0-or-later
// JSON -> article with statements and events. Room: core/store.
//
// Nothing is mended: a file whose statements do not tile the text, or that names a side or a statement that is not there,
// is refused whole.
#include "cpt-store-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cpt-store-names.h"

static gboolean
take_id (CptStoreParse *self, GHashTable *ids, guint32 id, guint32 next_id, guint32 owner)
{
  if (id >= next_id)
    return cpt_store_reader_fail (&self->reader, "id", _ ("%u is given, but the next free id is %u"), id, next_id);
  if (!g_hash_table_insert (ids, GUINT_TO_POINTER (id), GUINT_TO_POINTER (owner)))
    return cpt_store_reader_fail (&self->reader, "id", _ ("%u is there twice"), id);
  return TRUE;
}

static gboolean
read_span (CptStoreReader *reader, const CptArticle *article, JsonObject *object, CptSpan *span)
{
  gsize length_chars = cpt_article_get_length_chars (article), begin_chars, end_chars;

  if (!cpt_store_reader_need_number (reader, object, "start", length_chars, &begin_chars)
      || !cpt_store_reader_need_number (reader, object, "end", length_chars, &end_chars))
    return FALSE;
  if (end_chars < begin_chars)
    return cpt_store_reader_fail (reader, "end", _ ("must not be before the start"));
  span->begin_bytes = cpt_article_byte_offset (article, begin_chars);
  span->end_bytes = cpt_article_byte_offset (article, end_chars);
  return TRUE;
}

/* --- statements --- */

static gboolean
is_whole_number (JsonNode *node, gsize max)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0
         && json_node_get_int (node) <= (gint64) max;
}

/* ["rule", start, end] */
static gboolean
read_reason (const CptArticle *article, JsonNode *node, CptReasons *reasons)
{
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gsize length_chars = cpt_article_get_length_chars (article);
  JsonNode *rule, *begin, *end;

  if (list == NULL || json_array_get_length (list) != 3)
    return FALSE;
  rule = json_array_get_element (list, 0);
  begin = json_array_get_element (list, 1);
  end = json_array_get_element (list, 2);
  if (!JSON_NODE_HOLDS_VALUE (rule) || json_node_get_value_type (rule) != G_TYPE_STRING
      || !g_utf8_validate (json_node_get_string (rule), -1, NULL) || !is_whole_number (begin, length_chars)
      || !is_whole_number (end, length_chars) || json_node_get_int (end) < json_node_get_int (begin))
    return FALSE;
  cpt_reasons_add (reasons, g_intern_string (json_node_get_string (rule)),
                   CPT_SPAN (cpt_article_byte_offset (article, (gsize) json_node_get_int (begin)),
                             cpt_article_byte_offset (article, (gsize) json_node_get_int (end))));
  return TRUE;
}

static gboolean
read_reasons (CptStoreReader *reader, const CptArticle *article, JsonObject *object, CptReasons *reasons)
{
  JsonArray *list;

  if (!json_object_has_member (object, "why"))
    return TRUE;
  if (!cpt_store_reader_need_list (reader, object, "why", &list))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!read_reason (article, json_array_get_element (list, i), reasons))
      return cpt_store_reader_fail (reader, "why", _ ("must be a list of rules, each with the start and the end of its words"));
  return TRUE;
}

static gboolean
read_fields (CptStoreParse *self, JsonObject *object, CptStatement *statement)
{
  CptStoreReader *reader = &self->reader;
  const char *topic, *source = NULL, *cue = NULL;
  guint sides = 0;
  int quotation = CPT_QUOTATION_NONE;

  if (!cpt_store_reader_get_choices (reader, object, "sides", self->side_names, &sides)
      || !cpt_store_reader_need_string (reader, object, "topic", &topic)
      || !cpt_store_reader_get_string (reader, object, "source", &source)
      || !cpt_store_reader_get_choice (reader, object, "quotation", cpt_store_quotation_names, &quotation)
      || !cpt_store_reader_get_string (reader, object, "cue", &cue))
    return FALSE;
  statement->now.sides = (CptSideSet) sides;
  statement->now.topic = g_intern_string (topic);
  statement->now.source = g_intern_string (source);
  statement->now.quotation = (CptQuotation) quotation;
  statement->cue = g_intern_string (cue);
  return TRUE;
}

/* Members that are missing say that the finding is what counts. */
static gboolean
read_found_fields (CptStoreParse *self, JsonObject *object, CptStatement *statement)
{
  CptStoreReader *reader = &self->reader;
  CptStatementFields *found = &statement->found;
  const char *topic = statement->now.topic, *source = statement->now.source;
  JsonNode *source_node = json_object_get_member (object, "found_source");
  guint sides = statement->now.sides;
  int quotation = (int) statement->now.quotation;

  if (!cpt_store_reader_get_choices (reader, object, "found_sides", self->side_names, &sides)
      || !cpt_store_reader_get_string (reader, object, "found_topic", &topic)
      || !cpt_store_reader_get_choice (reader, object, "found_quotation", cpt_store_quotation_names, &quotation))
    return FALSE;
  if (source_node != NULL && JSON_NODE_HOLDS_NULL (source_node))
    {
      source = NULL;
      reader->n_met++;
    }
  else if (!cpt_store_reader_get_string (reader, object, "found_source", &source))
    return FALSE;
  found->sides = (CptSideSet) sides;
  found->topic = g_intern_string (topic);
  found->source = g_intern_string (source);
  found->quotation = (CptQuotation) quotation;
  return TRUE;
}

/* @note and @extra are taken over. */
static gboolean
read_statement (CptStoreParse *self, JsonObject *object, const CptArticle *article, CptStatement *statement)
{
  CptStoreReader *reader = &self->reader;
  const char *note = NULL;
  gsize sentence;

  if (!cpt_store_reader_need_id (reader, object, "id", &statement->id)
      || !take_id (self, self->statements, statement->id, self->next_ids.statement, statement->article_id)
      || !read_span (reader, article, object, &statement->span)
      || !cpt_store_reader_need_number (reader, object, "sentence", G_MAXUINT32, &sentence)
      || !read_fields (self, object, statement)
      || !cpt_store_reader_need_ratio (reader, object, "confidence", &statement->confidence)
      || !cpt_store_reader_get_id (reader, object, "answers", &statement->answers)
      || !read_reasons (reader, article, object, &statement->reasons)
      || !cpt_store_reader_get_choices (reader, object, "decided", cpt_store_decision_names, &statement->decided)
      || !cpt_store_reader_get_string (reader, object, "note", &note) || !read_found_fields (self, object, statement))
    return FALSE;
  statement->sentence = (guint32) sentence;
  statement->note = g_strdup (note);
  statement->extra = cpt_store_reader_take_extra (reader, object, cpt_store_statement_keys);
  return TRUE;
}

static gboolean
is_blank (const char *text, gsize begin_bytes, gsize end_bytes)
{
  return cpt_span_is_empty (cpt_span_trim (text, CPT_SPAN (begin_bytes, end_bytes)));
}

/* Whether @statement follows @last in the text with nothing but blanks between. */
static gboolean
check_tiles (CptStoreReader *reader, const CptArticle *article, const CptStatement *last, const CptStatement *statement)
{
  const char *text = cpt_article_get_text (article);
  gsize end_bytes = last != NULL ? last->span.end_bytes : 0;

  if (cpt_span_is_empty (statement->span) || !cpt_span_equal (cpt_span_trim (text, statement->span), statement->span))
    return cpt_store_reader_fail (reader, "start", _ ("a statement must begin and end with something to read"));
  if (statement->span.begin_bytes < end_bytes)
    return cpt_store_reader_fail (reader, "start", _ ("lies within the statement before it"));
  if (!is_blank (text, end_bytes, statement->span.begin_bytes))
    return cpt_store_reader_fail (reader, "start", _ ("leaves out words after the statement before it"));
  if (last != NULL && statement->sentence < last->sentence)
    return cpt_store_reader_fail (reader, "sentence", _ ("is less than that of the statement before it"));
  return TRUE;
}

static gboolean
check_answers (CptStoreParse *self, CptArticleState *draft)
{
  for (guint i = 0; i < draft->statements->len; i++)
    {
      const CptStatement *statement = draft->statements->pdata[i];
      gpointer owner;

      if (statement->answers == 0)
        continue;
      self->reader.place.inner_index = (int) i;
      if (statement->answers == statement->id
          || !g_hash_table_lookup_extended (self->statements, GUINT_TO_POINTER (statement->answers), NULL, &owner)
          || GPOINTER_TO_UINT (owner) != draft->id)
        return cpt_store_reader_fail (&self->reader, "answers", _ ("there is no other statement %u in the article"),
                                      statement->answers);
    }
  return TRUE;
}

static gboolean
read_statements (CptStoreParse *self, JsonObject *object, CptArticleState *draft)
{
  const CptStatement *last = NULL;
  JsonArray *list;

  if (!cpt_store_reader_need_list (&self->reader, object, "statements", &list))
    return FALSE;
  self->reader.place.inner_list = "statements";
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      CptStatement *statement = cpt_statement_new ();
      JsonObject *element;

      g_ptr_array_add (draft->statements, statement);
      statement->article_id = draft->id;
      self->reader.place.inner_index = (int) i;
      if (!cpt_store_reader_need_object (&self->reader, json_array_get_element (list, i), &element)
          || !read_statement (self, element, draft->article, statement)
          || !check_tiles (&self->reader, draft->article, last, statement))
        return FALSE;
      last = statement;
    }
  if (!check_answers (self, draft))
    return FALSE;
  self->reader.place.inner_list = NULL;
  if (!is_blank (cpt_article_get_text (draft->article), last != NULL ? last->span.end_bytes : 0,
                 cpt_article_get_length_bytes (draft->article)))
    return cpt_store_reader_fail (&self->reader, "statements", _ ("the end of the text is in no statement"));
  cpt_statements_number_parts (draft->statements, 0, draft->statements->len);
  return TRUE;
}

/* --- events --- */

static gboolean
read_interval (CptStoreReader *reader, JsonObject *object, const char *const *keys, CptInterval *interval)
{
  int precision = (int) interval->precision;

  if (!cpt_store_reader_get_day (reader, object, keys[0], &interval->earliest)
      || !cpt_store_reader_get_day (reader, object, keys[1], &interval->latest)
      || !cpt_store_reader_get_choice (reader, object, keys[2], cpt_store_precision_names, &precision))
    return FALSE;
  interval->precision = (CptPrecision) precision;
  return interval->earliest == CPT_DAY_NONE || interval->latest == CPT_DAY_NONE || interval->earliest <= interval->latest
         || cpt_store_reader_fail (reader, keys[1], _ ("is before the earliest day"));
}

static gboolean
read_found_event (CptStoreReader *reader, JsonObject *object, CptEvent *event)
{
  static const char *const keys[] = { "found_earliest", "found_latest", "found_precision" };
  const char *label = event->label_decided ? "" : event->label;

  if (!event->date_decided)
    event->found_interval = event->interval;
  if (!read_interval (reader, object, keys, &event->found_interval)
      || !cpt_store_reader_get_string (reader, object, "found_label", &label))
    return FALSE;
  event->found_label = g_strdup (label);
  return TRUE;
}

static gboolean
read_event (CptStoreParse *self, JsonObject *object, const CptArticle *article, CptEvent *event)
{
  static const char *const keys[] = { "earliest", "latest", "precision" };
  CptStoreReader *reader = &self->reader;
  const char *value = NULL, *label;
  int type = CPT_TIMEX_DATE;
  guint decided = 0, sides = 0;

  if (!cpt_store_reader_need_id (reader, object, "id", &event->id)
      || !take_id (self, self->events, event->id, self->next_ids.event, event->article_id)
      || !read_span (reader, article, object, &event->words)
      || !cpt_store_reader_get_choice (reader, object, "type", cpt_store_timex_names, &type)
      || !cpt_store_reader_get_string (reader, object, "value", &value)
      || !read_interval (reader, object, keys, &event->interval)
      || !cpt_store_reader_get_day (reader, object, "anchor", &event->anchor)
      || !cpt_store_reader_need_string (reader, object, "label", &label)
      || !cpt_store_reader_need_ratio (reader, object, "confidence", &event->confidence)
      || !cpt_store_reader_get_flag (reader, object, "hidden", &event->hidden)
      || !cpt_store_reader_get_choices (reader, object, "decided", cpt_store_event_decision_names, &decided)
      || !cpt_store_reader_get_choices (reader, object, "sides", self->side_names, &sides))
    return FALSE;
  event->type = (CptTimexType) type;
  event->value = g_strdup (value);
  event->label = g_strdup (label);
  event->date_decided = (decided & 1) != 0;
  event->label_decided = (decided & 2) != 0;
  event->made = (decided & 4) != 0;
  event->sides = (CptSideSet) sides;
  if (!read_found_event (reader, object, event))
    return FALSE;
  event->extra = cpt_store_reader_take_extra (reader, object, cpt_store_event_keys);
  return TRUE;
}

static gboolean
read_events (CptStoreParse *self, JsonObject *object, CptArticleState *draft)
{
  gsize begin_bytes = 0;
  JsonArray *list;

  if (!cpt_store_reader_need_list (&self->reader, object, "events", &list))
    return FALSE;
  self->reader.place.inner_list = "events";
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      CptEvent *event = cpt_event_new ();
      JsonObject *element;

      g_ptr_array_add (draft->events, event);
      event->article_id = draft->id;
      self->reader.place.inner_index = (int) i;
      if (!cpt_store_reader_need_object (&self->reader, json_array_get_element (list, i), &element)
          || !read_event (self, element, draft->article, event))
        return FALSE;
      if (event->words.begin_bytes < begin_bytes)
        return cpt_store_reader_fail (&self->reader, "start", _ ("is before that of the event before it"));
      begin_bytes = event->words.begin_bytes;
    }
  self->reader.place.inner_list = NULL;
  return TRUE;
}

/* --- the article --- */

/* A list stands for a text with zero bytes between its strings. */
static gboolean
read_text (CptStoreReader *reader, JsonObject *object, GString *text)
{
  JsonNode *node = json_object_get_member (object, "text");
  const char *piece = NULL;
  JsonArray *list;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      if (!cpt_store_reader_need_string (reader, object, "text", &piece))
        return FALSE;
      g_string_append (text, piece);
      return TRUE;
    }
  if (!cpt_store_reader_need_list (reader, object, "text", &list))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *element = json_array_get_element (list, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING
          || !g_utf8_validate (json_node_get_string (element), -1, NULL))
        return cpt_store_reader_fail (reader, "text", _ ("must be a list of strings"));
      if (i > 0)
        g_string_append_c (text, '\0');
      g_string_append (text, json_node_get_string (element));
    }
  return TRUE;
}

static gboolean
read_metadata (CptStoreReader *reader, JsonObject *object, CptArticleMetadata *metadata)
{
  return cpt_store_reader_get_string (reader, object, "title", &metadata->title)
         && cpt_store_reader_get_string (reader, object, "author", &metadata->author)
         && cpt_store_reader_get_string (reader, object, "publisher", &metadata->publisher)
         && cpt_store_reader_get_string (reader, object, "published", &metadata->published)
         && cpt_store_reader_get_string (reader, object, "language", &metadata->language)
         && cpt_store_reader_get_string (reader, object, "url", &metadata->url)
         && cpt_store_reader_get_string (reader, object, "file", &metadata->file);
}

/**
 * cpt_store_parse_article:
 * @object: an element of "articles"
 * @draft: an empty draft to fill in
 *
 * Returns: whether it is sound
 */
gboolean
cpt_store_parse_article (CptStoreParse *self, JsonObject *object, CptArticleState *draft)
{
  CptStoreReader *reader = &self->reader;
  CptArticleMetadata metadata = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *language = NULL;
  gsize engine;

  if (!cpt_store_reader_need_id (reader, object, "id", &draft->id)
      || !take_id (self, self->articles, draft->id, self->next_ids.article, 0) || !read_metadata (reader, object, &metadata)
      || !cpt_store_reader_need_number (reader, object, "engine", G_MAXINT32, &engine)
      || !cpt_store_reader_need_string (reader, object, "analysed_language", &language)
      || !read_text (reader, object, text))
    return FALSE;
  draft->article = cpt_article_new (text->str, (gssize) text->len, &metadata);
  draft->engine_version = (guint) engine;
  draft->language = g_strdup (language);
  reader->n_met += 2; /* the two lists below count within themselves */
  draft->extra = cpt_store_reader_take_extra (reader, object, cpt_store_article_keys);
  return read_statements (self, object, draft) && read_events (self, object, draft);
}
