// SPDX-License-Identifier: GPL-3.0-or-later
// Reads annotated articles, one JSON object a line, and lays their annotations over the tokens. Room: trainer.
#include "cpt-lesson.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
cpt_lesson_free (gpointer data)
{
  CptLesson *self = data;

  cpt_clues_free (self->clues);
  cpt_reading_free (self->reading);
  g_free (self->rule_tags);
  g_free (self->tags);
  g_free (self);
}

/* The tokens of the characters [begin, end), without quotation marks and stops at their ends only where they are cut.
 */
static CptTokenRange
get_range (const CptLesson *self, JsonArray *span)
{
  CptArticle *article = self->reading->article;
  gsize begin = cpt_article_byte_offset (article, (gsize)json_array_get_int_element (span, 0));
  gsize end = cpt_article_byte_offset (article, (gsize)json_array_get_int_element (span, 1));
  CptTokenRange range = { cpt_tokens_find_at (self->reading->token_table, begin), 0 };

  range.end = range.begin;
  while (range.end < self->reading->n_tokens && self->reading->tokens[range.end].begin_bytes < end)
    range.end++;
  return range;
}

static void
put_spans (CptLesson *self, JsonArray *spans, guint cue, CptRole left, CptRole right)
{
  for (guint i = 0; i < json_array_get_length (spans); i++)
    {
      CptTokenRange range = get_range (self, json_array_get_array_element (spans, i));

      cpt_tags_put (self->tags, range.begin, range.end, range.begin < cue ? left : right);
    }
}

static void
put_attribution (CptLesson *self, JsonObject *attribution)
{
  JsonArray *cues = json_object_get_array_member (attribution, "cue");
  CptTokenRange cue = { 0, 0 };

  if (json_array_get_length (cues) > 0)
    {
      cue = get_range (self, json_array_get_array_element (cues, 0));
      cpt_tags_put (self->tags, cue.begin, cue.end, CPT_ROLE_CUE);
      put_spans (self, json_object_get_array_member (attribution, "source"), cue.begin, CPT_ROLE_LEFT_SOURCE,
                 CPT_ROLE_RIGHT_SOURCE);
    }
  put_spans (self, json_object_get_array_member (attribution, "content"), cue.begin, CPT_ROLE_LEFT_CONTENT,
             CPT_ROLE_RIGHT_CONTENT);
}

static CptLesson *
cpt_lesson_new (JsonObject *object)
{
  CptLesson *self = g_new0 (CptLesson, 1);
  CptArticleMetadata metadata = { .language = "en" };
  g_autoptr (CptArticle) article = cpt_article_new (json_object_get_string_member (object, "text"), -1, &metadata);
  JsonArray *attributions = json_object_get_array_member (object, "attributions");

  self->reading = cpt_reading_new (article);
  self->clues = cpt_clues_new (self->reading);
  self->rule_tags = cpt_tags_by_rules (self->clues);
  self->tags = g_new0 (CptTag, self->reading->n_tokens + 1);
  for (guint i = 0; i < json_array_get_length (attributions); i++)
    put_attribution (self, json_array_get_object_element (attributions, i));
  cpt_tags_fill_gaps (self->clues, self->tags);
  return self;
}

/* The articles of a part of the corpus, in the order of the file. */
GPtrArray *
cpt_lessons_load (const char *path, const char *split, GError **error)
{
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func (cpt_lesson_free);

  if (!g_file_get_contents (path, &data, NULL, error))
    return NULL;
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) root = *lines[i] != '\0' ? json_from_string (lines[i], error) : NULL;

      if (*lines[i] == '\0')
        continue;
      if (root == NULL)
        return NULL;
      if (g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (root), "split", ""), split) == 0)
        g_ptr_array_add (lessons, cpt_lesson_new (json_node_get_object (root)));
    }
  return g_steal_pointer (&lessons);
}
