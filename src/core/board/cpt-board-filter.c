// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements a board shows. Room: core/board; knows nothing of rows.
#define _GNU_SOURCE /* memmem() */
#include "cpt-board-filter.h"

#include <string.h>

#include "cpt-folder.h"

struct _CptBoardSieve
{
  guint n_sides;
  guint columns;        /* shown */
  const char *topic;    /* interned */
  const char *source;   /* interned */
  guint32 article_id;
  gboolean to_review;
  GHashTable *folded_topics;
  GPtrArray *words;     /* (nullable): folded */
  CptFolder *folder;    /* (nullable) */
  GString *buffer;
};

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
set_text (CptBoardSieve *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char *rest = copy;

  self->folder = cpt_folder_new ();
  self->buffer = g_string_new (NULL);
  self->words = g_ptr_array_new_with_free_func (g_free);
  while (rest != NULL)
    {
      char *word = strsep (&rest, " \t\n");

      g_string_truncate (self->buffer, 0);
      cpt_folder_add (self->folder, self->buffer, word, strlen (word));
      if (self->buffer->len > 0)
        g_ptr_array_add (self->words, g_strdup (self->buffer->str));
    }
}

/*
 * cpt_board_sieve_new:
 * @filter: (nullable): borrowed strings are copied or interned; the set of folded topics is not
 */
CptBoardSieve *
cpt_board_sieve_new (CptState *state, const CptBoardFilter *filter)
{
  static const CptBoardFilter all = { 0 };
  CptBoardSieve *self = g_new0 (CptBoardSieve, 1);

  filter = filter != NULL ? filter : &all;
  cpt_state_get_sides (state, &self->n_sides);
  self->columns = filter->columns != 0 ? filter->columns : G_MAXUINT;
  self->topic = is_given (filter->topic) ? g_intern_string (filter->topic) : NULL;
  self->source = is_given (filter->source) ? g_intern_string (filter->source) : NULL;
  self->article_id = filter->article_id;
  self->to_review = filter->to_review;
  self->folded_topics = filter->folded_topics;
  if (is_given (filter->text))
    set_text (self, filter->text);
  return self;
}

void
cpt_board_sieve_free (CptBoardSieve *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->folder, cpt_folder_free);
  if (self->buffer != NULL)
    g_string_free (self->buffer, TRUE);
  g_free (self);
}

gboolean
cpt_board_sieve_is_open (const CptBoardSieve *self)
{
  return self->columns == G_MAXUINT && self->topic == NULL && self->source == NULL && self->article_id == 0
         && !self->to_review && self->words == NULL;
}

static guint
get_columns_of_sides (CptSideSet set, guint n_sides)
{
  guint sides = set & ((1u << n_sides) - 1);

  return sides != 0 ? sides : 1u << n_sides;
}

guint
cpt_board_get_columns_of (const CptStatement *statement, guint n_sides)
{
  return get_columns_of_sides (statement->now.sides, n_sides);
}

static void
add_folded (CptBoardSieve *self, const char *text, gsize length_bytes)
{
  cpt_folder_add (self->folder, self->buffer, text, length_bytes);
  g_string_append_c (self->buffer, '\n'); /* no word reaches from one into the next */
}

/* Whether all words that were asked for are in the buffer. */
static gboolean
buffer_has_words (CptBoardSieve *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = self->words->pdata[i];

      if (memmem (self->buffer->str, self->buffer->len, word, strlen (word)) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_words (CptBoardSieve *self, const CptArticleState *article, const CptStatement *statement)
{
  const char *text = cpt_article_get_text (article->article);

  g_string_truncate (self->buffer, 0);
  add_folded (self, text + statement->span.begin_bytes, cpt_span_get_length_bytes (statement->span));
  if (statement->now.source != NULL)
    add_folded (self, statement->now.source, strlen (statement->now.source));
  if (statement->note != NULL)
    add_folded (self, statement->note, strlen (statement->note));
  return buffer_has_words (self);
}

guint
cpt_board_sieve_get_columns (CptBoardSieve *self, const CptArticleState *article, const CptStatement *statement)
{
  guint columns = cpt_board_get_columns_of (statement, self->n_sides) & self->columns;

  if (columns == 0 || (self->topic != NULL && statement->now.topic != self->topic)
      || (self->source != NULL && statement->now.source != self->source)
      || (self->article_id != 0 && statement->article_id != self->article_id)
      || (self->to_review && !cpt_statement_needs_review (statement)))
    return 0;
  return self->words == NULL || has_words (self, article, statement) ? columns : 0;
}

guint
cpt_board_sieve_get_columns_of_text (CptBoardSieve *self, guint32 article_id, CptSideSet sides, const char *text)
{
  guint columns = get_columns_of_sides (sides, self->n_sides) & self->columns;

  if (columns == 0 || self->topic != NULL || self->source != NULL || self->to_review
      || (self->article_id != 0 && article_id != self->article_id))
    return 0;
  if (self->words == NULL)
    return columns;
  g_string_truncate (self->buffer, 0);
  add_folded (self, text, strlen (text));
  return buffer_has_words (self) ? columns : 0;
}

gboolean
cpt_board_sieve_shows_cards (const CptBoardSieve *self, const char *topic)
{
  return self->folded_topics == NULL || !g_hash_table_contains (self->folded_topics, topic);
}
