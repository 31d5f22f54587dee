// SPDX-License-Identifier: GPL-3.0-or-later
// Splitting and joining statements. Room: core/comparison.
//
// Both keep the promise that the statements of an article tile its text.
#include "cpt-command-private.h"

static CptStatement *
edit_at (GPtrArray *statements, guint position)
{
  CptStatement *copy = cpt_statement_copy (statements->pdata[position]);

  cpt_statement_unref (statements->pdata[position]);
  statements->pdata[position] = copy;
  return copy;
}

static inline guint32
sentence_at (GPtrArray *statements, guint position)
{
  return ((const CptStatement *) statements->pdata[position])->sentence;
}

void
cpt_statements_number_parts (GPtrArray *statements, guint begin, guint end)
{
  for (guint first = begin, after; first < end; first = after)
    {
      for (after = first + 1; after < end && sentence_at (statements, after) == sentence_at (statements, first);)
        after++;
      for (guint i = first; i < after; i++)
        {
          const CptStatement *statement = statements->pdata[i];
          guint16 n_parts = (guint16) MIN (after - first, G_MAXUINT16);
          guint16 part = n_parts == 1 ? 0 : (guint16) MIN (i - first + 1, G_MAXUINT16);
          CptStatement *copy;

          if (statement->part == part && statement->n_parts == n_parts)
            continue;
          copy = edit_at (statements, i);
          copy->part = part;
          copy->n_parts = n_parts;
        }
    }
}

/* The statements of the sentence around @position, so that few are numbered anew. */
static void
number_around (GPtrArray *statements, guint position)
{
  guint begin = position, end = position;

  while (begin > 0 && sentence_at (statements, begin - 1) == sentence_at (statements, position))
    begin--;
  while (end < statements->len && sentence_at (statements, end) == sentence_at (statements, position))
    end++;
  cpt_statements_number_parts (statements, begin, end);
}

static gboolean
has_words (const char *text, CptSpan span)
{
  for (const char *c = text + span.begin_bytes; c < text + span.end_bytes; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static gboolean
is_character_boundary (const char *text, gsize offset_bytes)
{
  return ((guchar) text[offset_bytes] & 0xc0) != 0x80;
}

/**
 * cpt_command_split:
 * @statement_id: the statement
 * @offset_bytes: where the second half begins, in the article's text
 *
 * Both halves keep what was found and decided; the first keeps the id and the note.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there are not words on both sides of the offset
 */
CptCommand *
cpt_command_split (CptState *state, guint32 statement_id, gsize offset_bytes)
{
  const CptStatement *old = cpt_state_find_statement (state, statement_id);
  g_autoptr (CptStateBuilder) builder = NULL;
  CptArticleState *draft;
  CptStatement *first, *second;
  CptSpan before, after;
  const char *text;
  guint position;

  if (old == NULL || offset_bytes <= old->span.begin_bytes || offset_bytes >= old->span.end_bytes)
    return NULL;
  text = cpt_article_get_text (cpt_state_find_article (state, old->article_id)->article);
  if (!is_character_boundary (text, offset_bytes))
    return NULL;
  before = cpt_span_trim (text, CPT_SPAN (old->span.begin_bytes, offset_bytes));
  after = cpt_span_trim (text, CPT_SPAN (offset_bytes, old->span.end_bytes));
  if (!has_words (text, before) || !has_words (text, after))
    return NULL;
  builder = cpt_state_builder_new (state);
  draft = cpt_state_builder_edit_article (builder, old->article_id);
  position = (guint) cpt_article_state_find_statement (cpt_state_find_article (state, old->article_id), statement_id);
  first = edit_at (draft->statements, position);
  second = cpt_statement_copy (first);
  first->span = before;
  first->decided |= CPT_DECIDED_SPAN;
  second->id = builder->next_ids.statement++;
  second->span = after;
  second->decided |= CPT_DECIDED_SPAN;
  g_clear_pointer (&second->note, g_free);
  g_clear_pointer (&second->extra, g_ref_string_release);
  g_ptr_array_insert (draft->statements, (int) position + 1, second);
  number_around (draft->statements, position);
  return cpt_command_new (state, builder, g_strdup (_ ("Split sentence")));
}

/* --- join --- */

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const CptStatement *first = *(const CptStatement *const *) a, *second = *(const CptStatement *const *) b;

  return (first->span.begin_bytes > second->span.begin_bytes) - (first->span.begin_bytes < second->span.begin_bytes);
}

/* Sorts them; the position of the first, or -1 when they are not neighbours in one article. */
static gssize
find_neighbours (CptState *state, GPtrArray *parts)
{
  const CptArticleState *article;
  gssize position;

  if (parts->len < 2)
    return -1;
  g_ptr_array_sort (parts, compare_spans);
  article = cpt_state_find_article (state, ((const CptStatement *) parts->pdata[0])->article_id);
  position = cpt_article_state_find_statement (article, ((const CptStatement *) parts->pdata[0])->id);
  if ((gsize) position + parts->len > article->statements->len)
    return -1;
  for (guint i = 0; i < parts->len; i++)
    if (article->statements->pdata[(gsize) position + i] != parts->pdata[i])
      return -1;
  return position;
}

static void
add_note (CptStatement *whole, const char *note)
{
  char *joined;

  if (note == NULL || g_strcmp0 (note, whole->note) == 0)
    return;
  joined = whole->note == NULL ? g_strdup (note) : g_strconcat (whole->note, "\n", note, NULL);
  g_free (whole->note);
  whole->note = joined;
}

/* The whole gives the account of every side that a part gives; what has one value is taken from the first part. */
static void
add_part (CptStatement *whole, const CptStatement *part)
{
  whole->span.end_bytes = part->span.end_bytes;
  whole->now.sides |= part->now.sides;
  whole->found.sides |= part->found.sides;
  whole->confidence = MIN (whole->confidence, part->confidence);
  whole->decided |= part->decided & (CPT_DECIDED_SIDES | CPT_DECIDED_CONFIRMED);
  if (whole->now.source == NULL)
    whole->now.source = part->now.source;
  if (whole->found.source == NULL)
    whole->found.source = part->found.source;
  if (whole->cue == NULL)
    whole->cue = part->cue;
  if (whole->answers == 0)
    whole->answers = part->answers;
  for (guint i = 0; i < part->reasons.n; i++)
    cpt_reasons_add (&whole->reasons, part->reasons.items[i].rule, part->reasons.items[i].words);
  add_note (whole, part->note);
}

/* What answered a part answers the whole; the whole does not answer itself. */
static void
redirect_answers (GPtrArray *statements, GPtrArray *parts, guint32 whole_id)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_add (gone, GUINT_TO_POINTER (((const CptStatement *) parts->pdata[i])->id));
  for (guint i = 0; i < statements->len; i++)
    {
      const CptStatement *statement = statements->pdata[i];
      guint32 answers = statement->id == whole_id ? 0 : whole_id;

      if (statement->answers != 0 && statement->answers != answers
          && g_hash_table_contains (gone, GUINT_TO_POINTER (statement->answers)))
        edit_at (statements, i)->answers = answers;
    }
}

/**
 * cpt_command_join:
 * @ids: (array length=n_ids): neighbouring statements of one article, in any order
 *
 * Returns: (transfer full) (nullable): the command; %NULL when they are not neighbours
 */
CptCommand *
cpt_command_join (CptState *state, const guint32 *ids, guint n_ids)
{
  g_autoptr (GPtrArray) parts = cpt_command_collect (state, ids, n_ids);
  gssize position = find_neighbours (state, parts);
  g_autoptr (CptStateBuilder) builder = NULL;
  CptArticleState *draft;
  CptStatement *whole;

  if (position < 0)
    return NULL;
  builder = cpt_state_builder_new (state);
  draft = cpt_state_builder_edit_article (builder, ((const CptStatement *) parts->pdata[0])->article_id);
  whole = edit_at (draft->statements, (guint) position);
  whole->decided |= CPT_DECIDED_SPAN;
  for (guint i = 1; i < parts->len; i++)
    add_part (whole, parts->pdata[i]);
  g_ptr_array_remove_range (draft->statements, (guint) position + 1, parts->len - 1);
  redirect_answers (draft->statements, parts, whole->id);
  number_around (draft->statements, (guint) position);
  if ((guint) position + 1 < draft->statements->len)
    number_around (draft->statements, (guint) position + 1);
  return cpt_command_new (state, builder, g_strdup_printf (ngettext ("Join %u sentence", "Join %u sentences", parts->len), parts->len));
}
