// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the few places of a text where words of time stand together, and joins words to groups and numbers.
// Room: core/analysis/time; knows no language beyond its lexicon.
#include "cpt-time-items.h"

#include <string.h>

/* A run is worth looking at only when it holds one of these; the others ("the", "of", "last", 7) are everywhere. */
#define TRIGGERS                                                                                                       \
  (CPT_TIME_BIT (YEAR) | CPT_TIME_BIT (MONTH) | CPT_TIME_BIT (WDAY) | CPT_TIME_BIT (UNIT) | CPT_TIME_BIT (SEASON)      \
   | CPT_TIME_BIT (TOD) | CPT_TIME_BIT (NIGHT) | CPT_TIME_BIT (RELDAY) | CPT_TIME_BIT (OFTEN) | CPT_TIME_BIT (CLOCK)   \
   | CPT_TIME_BIT (AMPM) | CPT_TIME_BIT (OCLOCK) | CPT_TIME_BIT (HOLIDAY) | CPT_TIME_BIT (DECADE)                      \
   | CPT_TIME_BIT (PRESENT) | CPT_TIME_BIT (PAST) | CPT_TIME_BIT (FUTURE) | CPT_TIME_BIT (WEEKEND)                     \
   | CPT_TIME_BIT (QUARTER) | CPT_TIME_BIT (DATE) | CPT_TIME_BIT (SLASH) | CPT_TIME_BIT (ERA))

/* In a phrase as short as this, numbers alone may tell the time. */
#define MAX_TYPED_TOKENS 4

/* Longer runs are cut: no expression comes near it, and memory stays bounded. */
#define MAX_RUN_TOKENS 4096

#define N_MARKS 128

struct _CptTimeItems
{
  const CptToken *tokens;
  guint n_tokens;
  const CptTimeEntry **entries;       /* by word number; NULL for words of no interest */
  const CptTimeEntry *marks[N_MARKS]; /* by character */
  GPtrArray *shapes;                  /* owned entries of words with digits */
  GArray *items;                      /* CptTimeItem */
  guint cursor;
};

static const CptTimeEntry *
find_entry (CptTimeItems *self, const CptTimeLexicon *lexicon, const char *word)
{
  const CptTimeEntry *found = cpt_time_lexicon_lookup (lexicon, word);
  CptTimeEntry shape = { 0 };

  if (found != NULL || !g_ascii_isdigit (word[0]))
    return found;
  cpt_time_shape_classify (word, &shape);
  if (shape.classes == 0)
    return NULL;
  found = g_memdup2 (&shape, sizeof shape);
  g_ptr_array_add (self->shapes, (gpointer) found);
  return found;
}

CptTimeItems *
cpt_time_items_new (const CptTimeLexicon *lexicon, const CptTokens *tokens)
{
  CptTimeItems *self = g_new0 (CptTimeItems, 1);
  guint n_words = cpt_tokens_get_n_words (tokens);

  self->tokens = cpt_tokens_get (tokens, &self->n_tokens);
  self->entries = g_new (const CptTimeEntry *, n_words + 1);
  self->shapes = g_ptr_array_new_with_free_func (g_free);
  self->items = g_array_new (FALSE, FALSE, sizeof (CptTimeItem));
  for (guint i = 0; i < n_words; i++)
    self->entries[i] = find_entry (self, lexicon, cpt_tokens_get_word (tokens, i));
  for (guint i = 0; i < N_MARKS; i++)
    self->marks[i] = cpt_time_lexicon_lookup (lexicon, (char[]){ (char) i, '\0' });
  return self;
}

void
cpt_time_items_free (CptTimeItems *self)
{
  if (self == NULL)
    return;
  g_free (self->entries);
  g_ptr_array_unref (self->shapes);
  g_array_unref (self->items);
  g_free (self);
}

static inline gunichar
plain_mark (gunichar c)
{
  if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014 || c == 0x2212)
    return '-';
  return c == 0x2019 || c == 0x2bc ? '\'' : c;
}

static inline const CptTimeEntry *
get_entry (const CptTimeItems *self, guint token)
{
  const CptToken *t = &self->tokens[token];
  gunichar mark;

  if (t->word != CPT_NO_WORD)
    return self->entries[t->word];
  mark = plain_mark (t->first);
  return mark < N_MARKS ? self->marks[mark] : NULL;
}

const CptTimeEntry *
cpt_time_items_get_entry (const CptTimeItems *self, guint token)
{
  return get_entry (self, token);
}

static gboolean
is_mark (const CptTimeItems *self, guint token, guint end, gunichar mark)
{
  return token < end && self->tokens[token].kind == CPT_TOKEN_MARK && plain_mark (self->tokens[token].first) == mark;
}

static gboolean
is_glued (const CptTimeItems *self, guint token)
{
  return (self->tokens[token].flags & CPT_TOKEN_SPACE_BEFORE) == 0;
}

static const CptTimeGroup *
match_group (const CptTimeItems *self, const CptTimeEntry *entry, guint token, guint end)
{
  if (entry->groups == NULL || token + 1 >= end || get_entry (self, token + 1) == NULL)
    return NULL;
  for (guint g = 0; g < entry->groups->len; g++)
    {
      const CptTimeGroup *group = g_ptr_array_index (entry->groups, g);
      guint n = 0;

      while (n < group->n_words && token + 1 + n < end && get_entry (self, token + 1 + n) == group->words[n])
        n++;
      if (n == group->n_words)
        return group;
    }
  return NULL;
}

/* --- numbers in words --- */

typedef struct
{
  int total;
  int current;
  int century; /* "nineteen" of "nineteen ninety-six", or 0 */
  gboolean ordinal;
  guint n_words;
} Number;

/* Takes up one more number word; %FALSE when it does not continue the number. */
static gboolean
number_add (Number *n, int value)
{
  int rest = n->current % 100;

  if (value == 1000 || value == 1000000)
    {
      if (n->total > 0 && n->total < value)
        return FALSE;
      n->total += MIN (MAX (n->current, 1), 2000) * value;
      n->current = 0;
    }
  else if (value == 100)
    {
      if (n->current == 0 || n->current > 99)
        return n->n_words == 0 ? (n->current = 100, TRUE) : FALSE;
      n->current *= 100;
    }
  else if (n->n_words == 0 || (value < 100 && rest == 0 && (n->current > 0 || n->total > 0))
           || (value > 100 && value < 1000 && n->current == 0 && n->total > 0)
           || (value < 10 && rest >= 20 && rest % 10 == 0))
    n->current += value;
  else if (n->n_words == 1 && n->current >= 11 && n->current <= 20 && value >= 10 && value < 100)
    {
      n->century = n->current;
      n->current = n->current * 100 + value;
    }
  else
    return FALSE;
  n->n_words++;
  return TRUE;
}

/* Reads a number in words from @token on; returns the token after it, or @token when there is none. */
static guint
read_number (const CptTimeItems *self, guint token, guint end, Number *number)
{
  guint last = token;
  gint32 value;

  memset (number, 0, sizeof *number);
  for (guint i = token; i < end; i++)
    {
      const CptTimeEntry *entry = get_entry (self, i);
      gboolean is_word = self->tokens[i].kind == CPT_TOKEN_WORD && !(self->tokens[i].flags & CPT_TOKEN_HAS_DIGIT);

      if (entry == NULL)
        break;
      if (is_word && cpt_time_entry_get_value (entry, CPT_TIME_CLASS_NUM, &value))
        {
          if (!number_add (number, value))
            break;
          last = i + 1;
        }
      else if (is_word && number->n_words > 0 && cpt_time_entry_get_value (entry, CPT_TIME_CLASS_ORD, &value)
               && value > 0 && number_add (number, value))
        {
          number->ordinal = TRUE;
          return i + 1;
        }
      else if (number->n_words == 0
               || !((is_mark (self, i, end, '-') && is_glued (self, i))
                    || ((entry->classes & CPT_TIME_BIT (AND)) != 0 && number->current + number->total >= 100)))
        break;
    }
  return last;
}

static gboolean
add_number_item (const CptTimeItems *self, CptTimeItem *item, guint end)
{
  Number number;
  guint after = read_number (self, item->begin_token, end, &number);
  int value = number.total + number.current;

  if (number.n_words < 2)
    return FALSE;
  memset (&item->entry, 0, sizeof item->entry);
  if (number.ordinal)
    cpt_time_entry_add_meaning (&item->entry, CPT_TIME_CLASS_ORD, value);
  else
    cpt_time_entry_add_meaning (&item->entry, CPT_TIME_CLASS_NUM, value);
  if (value >= 1100 && value < 2200 && !number.ordinal)
    cpt_time_entry_add_meaning (&item->entry, CPT_TIME_CLASS_YEAR, value);
  item->end_token = after;
  return TRUE;
}

/* "18-го", "1990-х": digits, a hyphen, an ending. */
static gboolean
add_suffixed_item (const CptTimeItems *self, CptTimeItem *item, guint end)
{
  guint dash = item->begin_token + 1;
  const CptTimeEntry *suffix;
  gint32 value, kind;

  if (!cpt_time_entry_get_value (&item->entry, CPT_TIME_CLASS_NUM, &value) || dash + 1 >= end
      || !is_mark (self, dash, end, '-') || !is_glued (self, dash) || !is_glued (self, dash + 1))
    return FALSE;
  suffix = get_entry (self, dash + 1);
  if (suffix == NULL || !cpt_time_entry_get_value (suffix, CPT_TIME_CLASS_SUFFIX, &kind))
    return FALSE;
  if (kind == 1 && value % 10 == 0)
    {
      memset (&item->entry, 0, sizeof item->entry);
      cpt_time_entry_add_meaning (&item->entry, CPT_TIME_CLASS_DECADE, value < 100 ? 1900 + value : value);
    }
  cpt_time_entry_add_meaning (&item->entry, CPT_TIME_CLASS_ORD, value);
  item->end_token = dash + 2;
  return TRUE;
}

/* "first of march", "fifth may" */
static gboolean
follows_ordinal (const CptTimeItems *self)
{
  const CptTimeItem *items = (const CptTimeItem *) (gpointer) self->items->data;
  guint n = self->items->len;

  if (n > 1 && items[n - 1].entry.classes & CPT_TIME_BIT (OF))
    n--;
  return n > 0 && items[n - 1].entry.classes & CPT_TIME_BIT (ORD);
}

static gboolean
has_digit (const CptTimeItems *self, guint token)
{
  return token < self->n_tokens && self->tokens[token].flags & CPT_TOKEN_HAS_DIGIT;
}

/* Whether the word before or after is of a name or a headline: "Jin Jun", "USA Today", "Police May Strike". */
static gboolean
is_beside_capital (const CptTimeItems *self, guint token, gboolean before)
{
  const CptToken *other;

  if (before ? token == 0 || is_glued (self, token) : token + 1 >= self->n_tokens || is_glued (self, token + 1))
    return FALSE;
  other = &self->tokens[before ? token - 1 : token + 1];
  return other->kind == CPT_TOKEN_WORD && other->flags & CPT_TOKEN_CAPITALISED
         && get_entry (self, before ? token - 1 : token + 1) == NULL
         && !(self->tokens[before ? token : token + 1].flags & CPT_TOKEN_LINE_BEFORE);
}

/* A month or weekday that may be another word: sure beside digits or after an ordinal; "may" also with a capital letter,
 * but not within a headline; what is written in capitals between words that are not is a name. */
static gboolean
is_sure (const CptTimeItems *self, guint token, guint end, gint32 doubt)
{
  if (self->n_tokens < MAX_TYPED_TOKENS || follows_ordinal (self) || (token > 0 && has_digit (self, token - 1))
      || has_digit (self, end))
    return TRUE;
  return doubt == CPT_TIME_AMBIGUOUS && self->tokens[token].flags & CPT_TOKEN_CAPITALISED
         && !is_beside_capital (self, token, FALSE);
}

/* "may" is a month only with a capital letter or beside digits; "Sat" and "Jan" say nothing without digits. */
static void
settle_doubt (const CptTimeItems *self, CptTimeItem *item)
{
  guint token = item->begin_token;
  guint8 flags = (guint8)self->tokens[token].flags;
  gboolean shouted = flags & CPT_TOKEN_ALL_CAPS && self->n_tokens > MAX_TYPED_TOKENS
                     && !(token > 0 && self->tokens[token - 1].flags & CPT_TOKEN_ALL_CAPS)
                     && !(item->end_token < self->n_tokens && self->tokens[item->end_token].flags & CPT_TOKEN_ALL_CAPS);

  for (guint i = 0; i < item->entry.n_meanings; i++)
    {
      CptTimeMeaning *meaning = &item->entry.meanings[i];
      gint32 doubt = meaning->value & (CPT_TIME_AMBIGUOUS | CPT_TIME_NEEDS_DIGITS);
      gboolean drop = FALSE;

      if (meaning->time_class == CPT_TIME_CLASS_RELDAY)
        drop = flags & CPT_TOKEN_CAPITALISED && !(flags & CPT_TOKEN_ALL_CAPS) && is_beside_capital (self, token, TRUE);
      else if (meaning->time_class != CPT_TIME_CLASS_MONTH && meaning->time_class != CPT_TIME_CLASS_WDAY)
        continue;
      else
        {
          meaning->value &= ~doubt;
          drop = (doubt != 0 || shouted) && !is_sure (self, token, item->end_token, shouted ? 0 : doubt);
        }
      if (drop)
        item->entry.classes &= ~((CptTimeClassSet)1 << meaning->time_class);
    }
}

/* "14. - 15.10.2018", "14.10. по 15.10.2018" */
static gboolean
ends_in_stop (const CptTimeItems *self, const CptTimeItem *item, guint end)
{
  guint next = item->end_token + 1;

  return item->entry.classes & (CPT_TIME_BIT (DD) | CPT_TIME_BIT (CLOCK)) && is_mark (self, item->end_token, end, '.')
         && is_glued (self, item->end_token) && next < end
         && (is_mark (self, next, end, '-') || is_mark (self, next, end, '/')
             || get_entry (self, next)->classes & (CPT_TIME_BIT (TO) | CPT_TIME_BIT (AT)));
}

/* "19. Dezember", "das 3. Quartal", where the language writes ordinals so. */
static gboolean
add_stopped_ordinal (const CptTimeItems *self, CptTimeItem *item, guint end)
{
  const CptTimeClassSet ordered
      = CPT_TIME_BIT (MONTH) | CPT_TIME_BIT (UNIT) | CPT_TIME_BIT (WDAY) | CPT_TIME_BIT (HALF) | CPT_TIME_BIT (TO)
        | CPT_TIME_BIT (AND) | CPT_TIME_BIT (DASH) | CPT_TIME_BIT (SLASH);
  guint stop = item->end_token;
  gint32 kind, value;

  if (!(item->entry.classes & CPT_TIME_BIT (NUM)) || stop + 1 >= end || !is_mark (self, stop, end, '.')
      || !is_glued (self, stop) || !(self->tokens[item->begin_token].flags & CPT_TOKEN_HAS_DIGIT)
      || !cpt_time_entry_get_value (get_entry (self, stop), CPT_TIME_CLASS_SUFFIX, &kind) || kind != 2
      || !(get_entry (self, stop + 1)->classes & ordered)
      || !cpt_time_entry_get_value (&item->entry, CPT_TIME_CLASS_NUM, &value))
    return FALSE;
  cpt_time_entry_add_meaning (&item->entry, CPT_TIME_CLASS_ORD, value);
  item->end_token++;
  return TRUE;
}

static guint
add_item (CptTimeItems *self, guint token, guint end)
{
  const CptTimeEntry *entry = get_entry (self, token);
  const CptTimeGroup *group = match_group (self, entry, token, end);
  CptTimeItem item = { token, token + 1, is_glued (self, token), *entry };

  if (group != NULL)
    {
      item.entry = group->entry;
      item.end_token += group->n_words;
    }
  else if (!add_number_item (self, &item, end) && !add_suffixed_item (self, &item, end)
           && entry->classes & CPT_TIME_BIT (ABBR) && is_mark (self, token + 1, end, '.') && is_glued (self, token + 1))
    item.end_token++;
  else if (!add_stopped_ordinal (self, &item, end) && ends_in_stop (self, &item, end))
    item.end_token++;
  settle_doubt (self, &item);
  g_array_append_val (self->items, item);
  return item.end_token;
}

/* "14th", "10-31-74", "nineteen ninety-six", "the past" */
static gboolean
is_small_trigger (const CptTimeItems *self, guint token, const CptTimeEntry *entry)
{
  const CptTimeEntry *next = token + 1 < self->n_tokens ? get_entry (self, token + 1) : NULL;
  gint32 value;

  if (has_digit (self, token))
    return entry->classes & CPT_TIME_BIT (ORD)
           || (entry->classes & CPT_TIME_BIT (DD) && next != NULL && next->classes & CPT_TIME_BIT (DASH));
  if (entry->classes & CPT_TIME_BIT (NUM))
    return next != NULL && next->classes & CPT_TIME_BIT (NUM);
  return cpt_time_entry_get_value (entry, CPT_TIME_CLASS_PREV, &value) && value == CPT_TIME_PAST;
}

/* Whether a run with this token is worth looking at: for a word of time, or a group that is one. */
static gboolean
is_trigger (const CptTimeItems *self, guint token, const CptTimeEntry *entry)
{
  const CptTimeClassSet small = CPT_TIME_BIT (ORD) | CPT_TIME_BIT (DD) | CPT_TIME_BIT (NUM) | CPT_TIME_BIT (PREV);
  const CptTimeGroup *group;

  if (entry->classes & TRIGGERS)
    return TRUE;
  if (entry->classes & small && is_small_trigger (self, token, entry))
    return TRUE;
  if (entry->groups == NULL)
    return FALSE;
  group = match_group (self, entry, token, self->n_tokens);
  return group != NULL && group->entry.classes & TRIGGERS;
}

static void
collect_items (CptTimeItems *self, guint begin, guint end)
{
  CptTimeClassSet rest = 0;

  g_array_set_size (self->items, 0);
  for (guint token = begin; token < end;)
    token = add_item (self, token, end);
  for (guint i = self->items->len; i > 0; i--)
    {
      CptTimeItem *item = &g_array_index (self->items, CptTimeItem, i - 1);

      rest |= item->entry.classes;
      item->rest = rest;
    }
}

/**
 * cpt_time_items_next_run:
 *
 * Goes on to the next run of known words that holds a word of time.
 *
 * Cost: one array look-up a token between two runs.
 */
gboolean
cpt_time_items_next_run (CptTimeItems *self)
{
  while (self->cursor < self->n_tokens)
    {
      guint begin = self->cursor, end = begin;
      gboolean triggered = self->n_tokens <= MAX_TYPED_TOKENS;

      for (; end < self->n_tokens && end - begin < MAX_RUN_TOKENS; end++)
        {
          const CptTimeEntry *entry = get_entry (self, end);

          if (entry == NULL || (end > begin && self->tokens[end].flags & CPT_TOKEN_PARAGRAPH_BEFORE))
            break;
          triggered = triggered || is_trigger (self, end, entry);
        }
      self->cursor = MAX (end, begin + 1);
      if (!triggered || end == begin)
        continue;
      collect_items (self, begin, end);
      return TRUE;
    }
  return FALSE;
}

void
cpt_time_items_count_years (const CptTimeItems *self, int year, guint *n_far, guint *n_near, guint *n_days)
{
  const CptTimeClassSet days = CPT_TIME_BIT (WDAY) | CPT_TIME_BIT (RELDAY);
  const CptTimeClassSet counted = days | CPT_TIME_BIT (ERA) | CPT_TIME_BIT (YEAR);

  for (guint i = 0; i < self->n_tokens; i++)
    {
      guint32 word = self->tokens[i].word;
      const CptTimeEntry *entry = word != CPT_NO_WORD ? self->entries[word] : NULL;
      gint32 told;

      if (entry == NULL || !(entry->classes & counted))
        continue;
      if (entry->classes & days)
        (*n_days)++;
      else if (entry->classes & CPT_TIME_BIT (ERA))
        (*n_far)++;
      else if (cpt_time_entry_get_value (entry, CPT_TIME_CLASS_YEAR, &told) && told >= 1000 && told <= 2100)
        *(ABS (told - year) > 1 ? n_far : n_near) += 1;
    }
}

const CptTimeItem *
cpt_time_items_get (const CptTimeItems *self, guint *n_items)
{
  *n_items = self->items->len;
  return (const CptTimeItem *)(gpointer)self->items->data;
}
