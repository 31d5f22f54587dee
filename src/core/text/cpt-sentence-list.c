// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that run on within a paragraph: "1) One thing 2) Another". Room: core/text; knows no language.
//
// A sentence that opens with an item's number or letter starts a list; the list goes on where the very next number or
// letter appears in the same style before a capital. Nothing else is taken for a list, since "2." is an ordinal or the
// end of a sentence far more often.
#include "cpt-sentence-list.h"

#include <string.h>

#include "cpt-characters.h"

#define MAX_DIGITS 3

static gboolean
is_bullet (gunichar c)
{
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25e6 || c == 0x25aa || c == 0x25cf || c == 0x25a0
         || c == 0x2219;
}

/* Reads digits or one letter; 0 when there is neither. */
static gunichar
scan_value (const char **cursor, const char *end, gboolean *letters)
{
  gunichar value = 0;
  guint n = 0;

  if (*cursor < end && g_ascii_isalpha (**cursor))
    {
      *letters = TRUE;
      return (gunichar) (guchar) * (*cursor)++;
    }
  *letters = FALSE;
  for (; *cursor < end && g_ascii_isdigit (**cursor) && n < MAX_DIGITS; n++)
    value = value * 10 + (gunichar) (*(*cursor)++ - '0');
  return value;
}

static CptListStyle
scan_style (const char **cursor, const char *end)
{
  if (*cursor >= end)
    return CPT_LIST_NONE;
  if (**cursor == ')')
    {
      *cursor += 1;
      return CPT_LIST_PAREN;
    }
  if (**cursor != '.')
    return CPT_LIST_NONE;
  *cursor += 1;
  if (*cursor >= end || **cursor != ')')
    return CPT_LIST_STOP;
  *cursor += 1;
  return CPT_LIST_STOP_PAREN;
}

void
cpt_sentence_list_reset (CptSentenceList *self)
{
  *self = (CptSentenceList){ CPT_LIST_NONE, 0, FALSE };
}

/**
 * cpt_sentence_list_begin:
 * @sentence: where a sentence begins
 *
 * Takes notice of an item's number or bullet there; any other sentence leaves the list of the paragraph as it is.
 */
void
cpt_sentence_list_begin (CptSentenceList *self, const char *sentence, const char *end)
{
  gunichar c = cpt_char_at (sentence, end), value;
  gboolean letters;
  CptListStyle style;

  if (is_bullet (c))
    {
      *self = (CptSentenceList){ CPT_LIST_BULLET, c, FALSE };
      return;
    }
  value = scan_value (&sentence, end, &letters);
  style = value != 0 ? scan_style (&sentence, end) : CPT_LIST_NONE;
  if (style != CPT_LIST_NONE && sentence < end && *sentence == ' ')
    *self = (CptSentenceList){ style, value + 1, letters };
}

/* Where the number or letter begins that ends at @end, with a blank before it. */
static const char *
find_value_begin (const CptStopContext *context, const char *end, gboolean letters)
{
  const char *begin = end;

  while (begin > context->sentence && end - begin <= MAX_DIGITS
         && (letters ? g_ascii_isalpha (begin[-1]) : g_ascii_isdigit (begin[-1])))
    begin--;
  if (begin == end || begin <= context->sentence || begin[-1] != ' ')
    return NULL;
  return begin;
}

static gboolean
capital_follows (const char *cursor, const char *end)
{
  return cursor < end && *cursor == ' ' && cpt_char_is_upper (cpt_char_at (cursor + 1, end));
}

/**
 * cpt_sentence_list_find_item:
 * @cursor: a full stop, a closing parenthesis or a bullet
 * @c: that character
 *
 * Returns: (nullable): where the next item begins, which @cursor belongs to; %NULL when it belongs to none
 */
const char *
cpt_sentence_list_find_item (const CptSentenceList *self, const CptStopContext *context, const char *cursor, gunichar c)
{
  const char *begin, *after;
  gboolean letters;

  if (self->style == CPT_LIST_NONE || cursor <= context->sentence)
    return NULL;
  if (self->style == CPT_LIST_BULLET)
    return c == self->next && cpt_char_is_blank (cpt_char_before (cursor, context->text)) ? cursor : NULL;
  if ((c != '.' && c != ')') || (self->style == CPT_LIST_STOP && context->flags & CPT_SENTENCE_CAPITAL_NOUNS))
    return NULL;
  begin = find_value_begin (context, cursor, self->letters);
  after = begin;
  if (begin == NULL || scan_value (&after, context->end, &letters) != self->next || letters != self->letters)
    return NULL;
  return scan_style (&after, context->end) == self->style && capital_follows (after, context->end) ? begin : NULL;
}
