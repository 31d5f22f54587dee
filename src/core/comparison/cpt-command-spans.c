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

/* Where a statement would be cut; FALSE when there are not words on both sides. */
static gboolean
find_cut (const char *text, CptSpan span, gsize offset_bytes, CptSpan *before, CptSpan *after)
{
  if (offset_bytes <= span.begin_bytes || offset_bytes >= span.end_bytes)
    return FALSE;
  *before = cpt_span_trim (text, CPT_SPAN (span.begin_bytes, offset_bytes));
  *after = cpt_span_trim (text, CPT_SPAN (offset_bytes, span.end_bytes));
  return has_words (text, *before) && has_words (text, *after);
}

/* Both halves keep what was found and decided; the first keeps the id and the note. */
static void
cut_at (GPtrArray *statements, guint position, CptSpan before, CptSpan after, CptNextIds *next_ids)
{
  CptStatement *first = edit_at (statements, position);
  CptStatement *second = cpt_statement_copy (first);

  first->span = before;
  first->decided |= CPT_DECIDED_SPAN;
  second->id = next_ids->statement++;
  second->span = after;
  second->decided |= CPT_DECIDED_SPAN;
  g_clear_pointer (&second->note, g_free);
  g_clear_pointer (&second->extra, g_ref_string_release);
  g_ptr_array_insert (statements, (int) position + 1, second);
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
  const CptArticleState *article;
  CptArticleState *draft;
  CptSpan before, after;
  const char *text;
  guint position;

  if (old == NULL)
    return NULL;
  article = cpt_state_find_article (state, old->article_id);
  text = cpt_article_get_text (article->article);
  if (!find_cut (text, old->span, offset_bytes, &before, &after) || !is_character_boundary (text, offset_bytes))
    return NULL;
  builder = cpt_state_builder_new (state);
  draft = cpt_state_builder_edit_article (builder, old->article_id);
  position = (guint) cpt_article_state_find_statement (article, statement_id);
  cut_at (draft->statements, position, before, after, &builder->next_ids);
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

/* One statement of the @n_parts ones from @position on. */
static CptStatement *
join_range (GPtrArray *statements, guint position, guint n_parts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) cpt_statement_unref);
  CptStatement *whole;

  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_add (parts, cpt_statement_ref (statements->pdata[position + i]));
  whole = edit_at (statements, position);
  whole->decided |= CPT_DECIDED_SPAN;
  for (guint i = 1; i < n_parts; i++)
    add_part (whole, parts->pdata[i]);
  if (n_parts > 1)
    g_ptr_array_remove_range (statements, position + 1, n_parts - 1);
  redirect_answers (statements, parts, whole->id);
  return statements->pdata[position];
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

  if (position < 0)
    return NULL;
  builder = cpt_state_builder_new (state);
  draft = cpt_state_builder_edit_article (builder, ((const CptStatement *) parts->pdata[0])->article_id);
  join_range (draft->statements, (guint) position, parts->len);
  number_around (draft->statements, (guint) position);
  if ((guint) position + 1 < draft->statements->len)
    number_around (draft->statements, (guint) position + 1);
  return cpt_command_new (state, builder, g_strdup_printf (ngettext ("Join %u sentence", "Join %u sentences", parts->len), parts->len));
}

/**
 * cpt_state_find_next_statement:
 *
 * Returns: (transfer none) (nullable): the statement that follows in the same article
 */
const CptStatement *
cpt_state_find_next_statement (const CptState *state, guint32 statement_id)
{
  const CptStatement *statement = cpt_state_find_statement (state, statement_id);
  const CptArticleState *article = statement == NULL ? NULL : cpt_state_find_article (state, statement->article_id);
  gssize position = article == NULL ? -1 : cpt_article_state_find_statement (article, statement_id);

  return position < 0 || (guint) position + 1 >= article->statements->len ? NULL
                                                                          : article->statements->pdata[position + 1];
}

/* --- carve --- */

/* The statements that have a part in @span: *first to *last; FALSE when there are none. */
static gboolean
find_range (const CptArticleState *article, CptSpan span, guint *first, guint *last)
{
  guint n = article->statements->len;

  for (*first = 0; *first < n; (*first)++)
    if (((const CptStatement *) article->statements->pdata[*first])->span.end_bytes > span.begin_bytes)
      break;
  for (*last = *first; *last < n; (*last)++)
    if (((const CptStatement *) article->statements->pdata[*last])->span.begin_bytes >= span.end_bytes)
      break;
  return (*last)-- > *first;
}

/* What lies outside of @span and has words becomes a statement of its own; punctuation stays with what it belongs to. */
static gboolean
cut_out (GPtrArray *statements, const char *text, CptSpan span, guint *first, guint *last, CptNextIds *next_ids)
{
  const CptStatement *at_end = statements->pdata[*last], *at_begin;
  gboolean has_cut = FALSE;
  CptSpan before, after;

  if (find_cut (text, at_end->span, span.end_bytes, &before, &after))
    {
      cut_at (statements, *last, before, after, next_ids);
      has_cut = TRUE;
    }
  at_begin = statements->pdata[*first];
  if (find_cut (text, at_begin->span, span.begin_bytes, &before, &after))
    {
      cut_at (statements, *first, before, after, next_ids);
      (*first)++;
      (*last)++;
      has_cut = TRUE;
    }
  return has_cut;
}

static gboolean
is_inside (const CptArticle *article, CptSpan span)
{
  const char *text = cpt_article_get_text (article);

  return span.begin_bytes < span.end_bytes && span.end_bytes <= cpt_article_get_length_bytes (article)
         && is_character_boundary (text, span.begin_bytes) && is_character_boundary (text, span.end_bytes);
}

static void
number_neighbours (GPtrArray *statements, guint position)
{
  if (position > 0)
    number_around (statements, position - 1);
  number_around (statements, position);
  if (position + 1 < statements->len)
    number_around (statements, position + 1);
}

/**
 * cpt_command_carve:
 * @article_id: the article
 * @span: words of it, in one statement or across several
 * @sides: (nullable): whose account they give; %NULL keeps what counts there
 *
 * Makes one statement of exactly these words. What stands around them in the same statements stays there; punctuation
 * without words goes with its neighbour. The cut-off parts keep what was found and decided about the whole.
 *
 * Returns: (transfer full) (nullable): the command; %NULL when there are no words in @span or nothing would change
 */
CptCommand *
cpt_command_carve (CptState *state, guint32 article_id, CptSpan span, const CptSideSet *sides)
{
  const CptArticleState *article = cpt_state_find_article (state, article_id);
  g_autoptr (CptStateBuilder) builder = NULL;
  CptArticleState *draft;
  CptStatement *made;
  const char *text;
  guint first, last;

  if (article == NULL || !is_inside (article->article, span))
    return NULL;
  text = cpt_article_get_text (article->article);
  span = cpt_span_trim (text, span);
  if (!has_words (text, span) || !find_range (article, span, &first, &last))
    return NULL;
  builder = cpt_state_builder_new (state);
  draft = cpt_state_builder_edit_article (builder, article_id);
  if (!cut_out (draft->statements, text, span, &first, &last, &builder->next_ids) && first == last)
    return sides == NULL ? NULL
                         : cpt_command_move (state, &((const CptStatement *) article->statements->pdata[first])->id, 1,
                                             *sides, NULL);
  made = join_range (draft->statements, first, last - first + 1);
  if (sides != NULL && made->now.sides != *sides)
    {
      made->now.sides = *sides;
      made->decided |= CPT_DECIDED_SIDES;
    }
  number_neighbours (draft->statements, first);
  return cpt_command_new (state, builder, g_strdup (_ ("Make a statement of selected words")));
}
