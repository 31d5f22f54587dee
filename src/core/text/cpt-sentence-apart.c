// SPDX-License-Identifier: GPL-3.0-or-later
// What stands apart from the sentences around it without any terminator: rules drawn with marks, the stamps of
// forwarded messages, credits of pictures, rows of addresses, smiles. Room: core/text; looks at a bounded stretch of
// text.
#include "cpt-sentence-apart.h"

#include <string.h>

#include "cpt-characters.h"
#include "cpt-sentence-word.h"

#define MAX_ADDRESS_BYTES 400
#define MAX_STAMP_BYTES 32
#define MIN_SENTENCE_BYTES 30
#define MAX_SENTENCE_BYTES 400

static gboolean
is_end (const char *cursor, const char *end)
{
  return cursor >= end || cpt_char_is_blank (cpt_char_at (cursor, end));
}

static gboolean
is_begin (const CptStopContext *context, const char *cursor)
{
  return cursor <= context->sentence || cpt_char_is_blank (cpt_char_before (cursor, context->text));
}

static CptNext
look_after (const CptStopContext *context, const char *cursor)
{
  return cpt_next_look (context->language, cursor, context->end);
}

/* "*** ", "______": a rule is nobody's last word. */
static gboolean
find_rule (const CptStopContext *context, const char *cursor, CptApart *found)
{
  const char *end = cursor;

  while (end < context->end && *end == *cursor)
    end++;
  *found = (CptApart){ NULL, NULL, end };
  if (end - cursor < (*cursor == '*' ? 3 : 5) || !is_begin (context, cursor) || !is_end (end, context->end)
      || look_after (context, end).kind == CPT_NEXT_LOWER)
    return end > cursor + 1;
  found->begin = cursor;
  found->end = end;
  return TRUE;
}

static gboolean
is_emoji (gunichar c)
{
  return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf);
}

/* ":)", ";-)", "))": what is left of the text's face. */
static const char *
scan_emoticon (const char *cursor, const char *end)
{
  const char *mouth;

  if (cursor >= end || (*cursor != ':' && *cursor != ';'))
    return NULL;
  cursor += cursor + 1 < end && cursor[1] == '-' ? 2 : 1;
  mouth = cursor;
  while (cursor < end && *cursor != '\0' && strchr (")(DP", *cursor) != NULL)
    cursor++;
  return cursor > mouth && is_end (cursor, end) ? cursor : NULL;
}

static const char *
scan_emojis (const char *cursor, const char *end)
{
  const char *last = NULL;
  gunichar c;

  while (is_emoji (c = cpt_char_at (cursor, end)) || (last != NULL && cpt_char_is_invisible (c)))
    last = cursor = cpt_char_next (cursor);
  return last;
}

/**
 * cpt_sentence_apart_skip_smile:
 * @cursor: after a sentence
 *
 * Returns: (nullable): the end of the smile at @cursor, or one blank after it; %NULL when there is none
 */
const char *
cpt_sentence_apart_skip_smile (const char *cursor, const char *end)
{
  const char *last;

  if (cursor < end && *cursor == ' ')
    cursor++;
  last = scan_emojis (cursor, end);
  return last != NULL ? last : scan_emoticon (cursor, end);
}

/* A smile closes a sentence when a capital follows. */
static gboolean
find_smile (const CptStopContext *context, const char *cursor, CptApart *found)
{
  const char *end = scan_emojis (cursor, context->end);

  if (end == NULL && is_begin (context, cursor))
    end = scan_emoticon (cursor, context->end);
  if (end == NULL || cursor <= context->sentence)
    return FALSE;
  *found = (CptApart){ NULL, NULL, end };
  if (is_end (end, context->end) && look_after (context, end).kind == CPT_NEXT_UPPER)
    found->end = end;
  return TRUE;
}

static const char *
scan_digits (const char *cursor, const char *end, guint max)
{
  const char *begin = cursor;

  while (cursor < end && (guint) (cursor - begin) < max && g_ascii_isdigit (*cursor))
    cursor++;
  return cursor;
}

/* "4:30", "16:30:05 PM" from its first digit; %NULL when it is none. */
static const char *
scan_time (const char *cursor, const char *end)
{
  const char *after;

  cursor = scan_digits (cursor, end, 2);
  for (guint i = 0; i < 2 && cursor < end && *cursor == ':'; i++)
    {
      after = scan_digits (cursor + 1, end, 2);
      if (after != cursor + 3)
        return NULL;
      cursor = after;
    }
  after = cursor + (cursor < end && *cursor == ' ');
  if (end - after >= 2 && (after[0] == 'A' || after[0] == 'P') && after[1] == 'M')
    cursor = after + 2;
  return is_end (cursor, end) ? cursor : NULL;
}

/* "04/26/2001 " before a time: digits parted twice by the same mark. */
static const char *
find_date_begin (const CptStopContext *context, const char *cursor)
{
  const char *begin = cursor;
  guint n_marks = 0;

  while (begin > context->sentence && begin[-1] == ' ')
    begin--;
  while (begin > context->sentence && cursor - begin < MAX_STAMP_BYTES
         && (g_ascii_isdigit (begin[-1]) || begin[-1] == '/' || begin[-1] == '-' || begin[-1] == '.'))
    n_marks += !g_ascii_isdigit (*--begin);
  return n_marks == 2 && g_ascii_isdigit (*begin) && is_begin (context, begin) ? begin : NULL;
}

/* Whether a sender's name or address stands before the stamp: capitalised words, more than one. */
static gboolean
follows_sender (const CptStopContext *context, const char *begin)
{
  const char *cursor = begin;
  CptWord word;

  while (cursor > context->sentence && cursor[-1] == ' ')
    cursor--;
  if (cursor <= context->sentence)
    return FALSE;
  word = cpt_word_before (context->language, cursor, context->sentence);
  return cursor[-1] == '>'
         || (word.kind != CPT_WORD_KIND_NONE && word.capitalised
             && (!cpt_word_opens_sentence (&word, context->sentence)));
}

/* "Jane Roe 04/26/2001 07:17 AM Dear all": name, stamp and message are apart. */
static gboolean
find_stamp (const CptStopContext *context, const char *cursor, CptApart *found)
{
  const char *time = cursor, *date, *end;

  while (time > context->sentence && cursor - time < 2 && g_ascii_isdigit (time[-1]))
    time--;
  if (time == cursor || (date = find_date_begin (context, time)) == NULL
      || (end = scan_time (time, context->end)) == NULL)
    return FALSE;
  *found = (CptApart){ NULL, NULL, end };
  if (follows_sender (context, date))
    found->begin = date;
  if (found->begin != NULL || look_after (context, end).kind == CPT_NEXT_UPPER)
    found->end = end;
  return TRUE;
}

static gboolean
is_address_begin (const char *cursor, const char *end)
{
  return end - cursor > 8
         && (g_ascii_strncasecmp (cursor, "http://", 7) == 0 || g_ascii_strncasecmp (cursor, "https://", 8) == 0);
}

/* The address before the blanks before @cursor, if one stands there. */
static gboolean
follows_address (const CptStopContext *context, const char *cursor)
{
  const char *first = cursor;

  while (first > context->sentence && first[-1] == ' ')
    first--;
  while (first > context->sentence && cursor - first < MAX_ADDRESS_BYTES && !g_ascii_isspace (first[-1]))
    first--;
  return first < cursor && is_address_begin (first, cursor);
}

/* Addresses in a row are each apart; a word that opens sentences after one opens a sentence. */
static gboolean
find_address (const CptStopContext *context, const char *cursor, CptApart *found)
{
  const char *begin = cursor, *end = cursor;
  CptNext next;

  while (begin > context->sentence && cursor - begin < 5 && g_ascii_isalpha (begin[-1]))
    begin--;
  if (!is_address_begin (begin, context->end))
    return FALSE;
  while (end < context->end && end - begin < MAX_ADDRESS_BYTES && !g_ascii_isspace (*end))
    end++;
  *found = (CptApart){ NULL, NULL, end };
  if (follows_address (context, begin))
    found->begin = begin;
  if (strchr (".,;:!?)", end[-1]) != NULL)
    found->resume = end - 1; /* that mark belongs to the sentence */
  else if (is_end (end, context->end))
    {
      next = look_after (context, end);
      if (next.kind == CPT_NEXT_UPPER && next.classes & CPT_WORD_OPENER)
        found->end = end;
    }
  return TRUE;
}

/* "Refugees at the border Image: Jane Roe": the credit is apart from the caption. */
static gboolean
find_credit (const CptStopContext *context, const char *cursor, CptApart *found)
{
  CptWord word = cpt_word_before (context->language, cursor, context->sentence);
  const char *before = word.begin;

  if (!word.capitalised || !(word.classes & CPT_WORD_CREDIT) || !is_end (cursor + 1, context->end)
      || look_after (context, cursor + 1).kind != CPT_NEXT_UPPER)
    return FALSE;
  while (before > context->sentence && before[-1] == ' ')
    before--;
  if (before <= context->sentence || before == word.begin
      || !cpt_char_is_letter (cpt_char_before (before, context->text)))
    return FALSE;
  *found = (CptApart){ word.begin, NULL, cursor + 1 };
  return TRUE;
}

/* Whether running text follows: a sentence of some length that ends within its line. */
static gboolean
is_running_text (const char *cursor, const char *end)
{
  const char *last = cursor + MIN (end - cursor, MAX_SENTENCE_BYTES);

  for (const char *c = cursor; c < last && *c != '\n'; c++)
    if ((*c == '.' || *c == '!' || *c == '?') && is_end (c + 1, end))
      return c - cursor > MIN_SENTENCE_BYTES;
  return FALSE;
}

/* "Refugees at the border On Monday the first of them ...": a caption or heading that lost its stop. */
static gboolean
find_restart (const CptStopContext *context, const char *cursor, CptApart *found)
{
  const char *last = cursor;
  CptWord before;

  if (cursor - context->sentence < 3 || cursor[-1] != ' ' || !g_ascii_isalnum (cursor[-2]))
    return FALSE;
  while (last < context->end && g_ascii_isalpha (*last))
    last++;
  if (context->end - last < 2 || *last != ' ' || !g_ascii_islower (last[1])
      || !(cpt_sentence_language_classify (context->language, cursor, last) & CPT_WORD_RESTART))
    return FALSE;
  before = cpt_word_before (context->language, cursor - 1, context->sentence);
  if (before.classes & (CPT_WORD_OPENER | CPT_WORD_RESTART) || !is_running_text (last, context->end))
    return FALSE;
  *found = (CptApart){ cursor, NULL, last };
  return TRUE;
}

/**
 * cpt_sentence_apart_find:
 * @cursor: a candidate
 * @c: the character at @cursor
 * @found: (out): what was found there
 *
 * Returns: whether @found is filled
 */
gboolean
cpt_sentence_apart_find (const CptStopContext *context, const char *cursor, gunichar c, CptApart *found)
{
  switch (c)
    {
    case '*':
    case '=':
    case '_':
    case '-':
    case '~':
    case '#':
      return cursor + 1 < context->end && cursor[1] == *cursor && find_rule (context, cursor, found);
    case ':':
      return find_stamp (context, cursor, found) || find_address (context, cursor, found)
             || find_credit (context, cursor, found) || find_smile (context, cursor, found);
    case ';':
      return find_smile (context, cursor, found);
    default:
      if (c >= 'A' && c <= 'Z')
        return find_restart (context, cursor, found);
      return is_emoji (c) && find_smile (context, cursor, found);
    }
}
