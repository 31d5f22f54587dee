// SPDX-License-Identifier: GPL-3.0-or-later
// Where quotations begin and end: a stack of open marks, paragraph by paragraph. Room: core/analysis/reading; does not
// know whether a quotation is speech.
//
// Writers mix marks, so an opening mark is closed by any mark of its class that stands where a closing one would, and
// what a mark does is judged from the characters beside it wherever its shape leaves that open. Single marks are
// apostrophes more often than quotation marks: they need a partner.
#include "cpt-quotations.h"

#include <string.h>

/* Quotations nested deeper than this are not told apart. */
#define MAX_DEPTH 8
/* How far the partner of a single mark may be. */
#define MAX_SINGLE_TOKENS 250
/* "«A «B»": a name within a name shares its closing mark when it begins this near to the outer one. */
#define MAX_SHARED_TOKENS 5

typedef enum
{
  CLASS_NONE,
  CLASS_DOUBLE,
  CLASS_ANGLE,
  CLASS_SINGLE,
  CLASS_SINGLE_ANGLE,
  CLASS_CORNER,
  CLASS_WHITE_CORNER,
} Class;

typedef enum
{
  ROLE_NONE,
  ROLE_OPEN,
  ROLE_CLOSE,
} Role;

typedef struct
{
  guint quotation; /* its index */
  Class class;
  gunichar mark;
} Open;

/* A mark in the text: one token, or two for ``, '' and the like. */
typedef struct
{
  Class class;
  gunichar character;
  guint begin_token;
  guint end_token;
  gboolean gap_before;
  gboolean gap_after;
  gboolean word_before;
  gboolean word_after;
} Mark;

typedef struct
{
  const CptReading *reading;
  GArray *quotations; /* CptQuotedSpan; dropped ones are empty */
  Open stack[MAX_DEPTH];
  guint depth;
  guint n_dropped;
} Finder;

static Class
get_class (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xff02:
    case 0x301d:
    case 0x301e:
    case 0x301f:
      return CLASS_DOUBLE;
    case 0xab:
    case 0xbb:
    case 0x300a:
    case 0x300b:
      return CLASS_ANGLE;
    case '\'':
    case '`':
    case 0xb4:
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
      return CLASS_SINGLE;
    case 0x2039:
    case 0x203a:
      return CLASS_SINGLE_ANGLE;
    case 0x300c:
    case 0x300d:
      return CLASS_CORNER;
    case 0x300e:
    case 0x300f:
      return CLASS_WHITE_CORNER;
    default:
      return CLASS_NONE;
    }
}

static gboolean
opens_bracket (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == 0xbf || c == 0xa1 || c == '-' || (c >= 0x2010 && c <= 0x2015)
         || c == '/' || c == '=' || c == '>' || c == '*' || c == '_';
}

/* Whether an opening mark could stand at @token, as far as what precedes it goes: a blank, a bracket, or other opening
 * marks after those. */
static gboolean
has_gap_before (const CptReading *reading, guint token)
{
  for (guint i = 0; i < 3; i++, token--)
    {
      const CptToken *before;

      if (token == 0 || reading->tokens[token].flags & CPT_TOKEN_SPACE_BEFORE)
        return TRUE;
      before = &reading->tokens[token - 1];
      if (before->kind != CPT_TOKEN_MARK)
        return FALSE;
      if (opens_bracket (before->first))
        return TRUE;
      if (get_class (before->first) == CLASS_NONE)
        return FALSE;
    }
  return FALSE;
}

static gboolean
has_gap_after (const CptReading *reading, guint end_token)
{
  const CptToken *after;

  if (end_token >= reading->n_tokens)
    return TRUE;
  after = &reading->tokens[end_token];
  if (after->flags & CPT_TOKEN_SPACE_BEFORE)
    return TRUE;
  return after->kind == CPT_TOKEN_MARK && after->first != '$' && after->first != '#' && after->first != '@'
         && after->first != '(' && after->first != '[' && after->first != 0xbf && after->first != 0xa1
         && after->first != 0x20ac && after->first != 0xa3;
}

static gboolean
touches_word (const CptReading *reading, guint token)
{
  return reading->tokens[token].kind != CPT_TOKEN_MARK;
}

/* Two single marks side by side are one double mark: ``so'', ‘‘so’’. */
static Mark
read_mark (const CptReading *reading, guint token)
{
  const CptToken *tokens = reading->tokens;
  Mark mark = { get_class (tokens[token].first), tokens[token].first, token, token + 1 };

  if (mark.class == CLASS_SINGLE && token + 1 < reading->n_tokens && tokens[token + 1].kind == CPT_TOKEN_MARK
      && tokens[token + 1].first == mark.character && !(tokens[token + 1].flags & CPT_TOKEN_SPACE_BEFORE))
    {
      mark.class = CLASS_DOUBLE;
      mark.end_token++;
    }
  mark.gap_before = has_gap_before (reading, token);
  mark.gap_after = has_gap_after (reading, mark.end_token);
  mark.word_before = token > 0 && !(tokens[token].flags & CPT_TOKEN_SPACE_BEFORE) && touches_word (reading, token - 1);
  mark.word_after = mark.end_token < reading->n_tokens && !(tokens[mark.end_token].flags & CPT_TOKEN_SPACE_BEFORE)
                    && touches_word (reading, mark.end_token);
  return mark;
}

static Open *
find_open (Finder *self, Class class)
{
  for (guint i = self->depth; i > 0; i--)
    if (self->stack[i - 1].class == class)
      return &self->stack[i - 1];
  return NULL;
}

static CptQuotedSpan *
get_quotation (Finder *self, guint i)
{
  return &g_array_index (self->quotations, CptQuotedSpan, i);
}

/* Everything after @i was opened within it. */
static void
lift_inner (Finder *self, guint i)
{
  for (guint k = i + 1; k < self->quotations->len; k++)
    get_quotation (self, k)->depth--;
}

static void
drop_quotation (Finder *self, guint i)
{
  CptQuotedSpan *quotation = get_quotation (self, i);

  quotation->end_token = quotation->begin_token;
  self->n_dropped++;
  lift_inner (self, i);
}

static void
end_quotation (Finder *self, guint i, guint end_token, gboolean closed)
{
  CptQuotedSpan *quotation = get_quotation (self, i);

  quotation->end_token = end_token;
  quotation->span.end_bytes = self->reading->tokens[end_token - 1].end_bytes;
  quotation->closed = closed;
}

static void
open_quotation (Finder *self, const Mark *mark)
{
  CptQuotedSpan quotation = {
    .span = { self->reading->tokens[mark->begin_token].begin_bytes, 0 },
    .begin_token = mark->begin_token,
    .end_token = mark->end_token,
    .depth = (guint8) self->depth,
  };

  if (self->depth == MAX_DEPTH)
    return;
  self->stack[self->depth++] = (Open){ self->quotations->len, mark->class, mark->character };
  g_array_append_val (self->quotations, quotation);
}

/* Closes the innermost quotation of the mark's class. Single marks left open within it were apostrophes; others end
 * where the outer one does. */
static void
close_quotation (Finder *self, const Mark *mark)
{
  for (gboolean found = FALSE; !found && self->depth > 0;)
    {
      const Open *open = &self->stack[--self->depth];

      found = open->class == mark->class;
      if (found && mark->begin_token == get_quotation (self, open->quotation)->end_token)
        drop_quotation (self, open->quotation); /* nothing between the marks */
      else if (found)
        end_quotation (self, open->quotation, mark->end_token, TRUE);
      else if (open->class == CLASS_SINGLE)
        drop_quotation (self, open->quotation);
      else
        end_quotation (self, open->quotation, mark->begin_token, FALSE);
    }
}

static gboolean
ends_with_s (const CptReading *reading, guint token)
{
  char last = reading->text[reading->tokens[token].end_bytes - 1];

  return last == 's' || last == 'S';
}

/* A mark that, as far as its neighbours go, may close a single quotation. */
static gboolean
may_close_single (const CptReading *reading, guint token)
{
  const CptToken *self = &reading->tokens[token];

  return self->kind == CPT_TOKEN_MARK && (self->first == '\'' || self->first == 0x2019 || self->first == 0x2018)
         && !(self->flags & CPT_TOKEN_SPACE_BEFORE) && has_gap_after (reading, token + 1);
}

/* The partner of a single opening mark before @token: the next mark that may close it, before the paragraph ends and
 * before another one opens. */
static gboolean
has_single_partner (const CptReading *reading, guint token, gboolean sure)
{
  guint end = MIN (reading->n_tokens, token + MAX_SINGLE_TOKENS);

  for (guint i = token; i < end && !(reading->tokens[i].flags & CPT_TOKEN_PARAGRAPH_BEFORE); i++)
    {
      const CptToken *t = &reading->tokens[i];

      if (t->kind != CPT_TOKEN_MARK)
        continue;
      if (t->first == 0x2018 && t->flags & CPT_TOKEN_SPACE_BEFORE)
        return FALSE;
      if (i > 0 && strcmp (cpt_reading_get_word (reading, i - 1), "n") == 0)
        continue; /* "rock 'n' roll" */
      if (may_close_single (reading, i) && !(sure && touches_word (reading, i - 1) && ends_with_s (reading, i - 1)))
        return TRUE;
    }
  return FALSE;
}

/* "’em", "'90s", "'tis": an apostrophe in the place of what is left out. */
static gboolean
is_elision (const CptReading *reading, const Mark *mark)
{
  static const char *const words[] = { "em", "tis",   "twas", "til",   "till", "cause", "cos",
                                       "n",  "round", "bout", "tween", "er",   "im",    NULL };
  const CptToken *next = mark->end_token < reading->n_tokens ? &reading->tokens[mark->end_token] : NULL;

  if (next == NULL || !mark->word_after)
    return FALSE;
  if (next->kind == CPT_TOKEN_WORD && next->flags & CPT_TOKEN_HAS_DIGIT && ends_with_s (reading, mark->end_token))
    return TRUE; /* "'90s" */
  if (next->kind == CPT_TOKEN_NUMBER || next->flags & CPT_TOKEN_HAS_DIGIT)
    return !has_single_partner (reading, mark->end_token, TRUE);
  return g_strv_contains (words, cpt_reading_get_word (reading, mark->end_token));
}

/* "workers’ rights" within a single quotation that ends further on. */
static gboolean
is_possessive (const CptReading *reading, const Mark *mark)
{
  return mark->word_before && ends_with_s (reading, mark->begin_token - 1) && mark->end_token < reading->n_tokens
         && !mark->word_after && reading->tokens[mark->end_token].kind == CPT_TOKEN_WORD
         && has_single_partner (reading, mark->end_token, TRUE);
}

static Role
judge_single (Finder *self, const Mark *mark)
{
  const CptReading *reading = self->reading;
  gboolean open = find_open (self, CLASS_SINGLE) != NULL;

  if (open && mark->character != 0x201a && !mark->word_after && may_close_single (reading, mark->begin_token))
    return is_possessive (reading, mark) ? ROLE_NONE : ROLE_CLOSE;
  if (!mark->gap_before || mark->gap_after || self->depth == MAX_DEPTH || open || is_elision (reading, mark))
    return ROLE_NONE;
  return has_single_partner (reading, mark->end_token, FALSE) ? ROLE_OPEN : ROLE_NONE;
}

/* Marks whose shape says which end they are at, unless the other kind of pair is open or the place forbids it. */
static Role
judge_angle (Finder *self, const Mark *mark, gunichar opener)
{
  const Open *open = find_open (self, mark->class);
  gboolean shaped_open = mark->character == opener;

  if (open != NULL && open->mark != opener) /* »so« */
    return shaped_open ? ROLE_CLOSE : mark->gap_before && !mark->gap_after ? ROLE_OPEN : ROLE_CLOSE;
  if (shaped_open)
    return ROLE_OPEN;
  if (open != NULL)
    return ROLE_CLOSE;
  return mark->gap_before && !mark->gap_after ? ROLE_OPEN : ROLE_NONE;
}

static Role
judge_straight (const Mark *mark, gboolean open)
{
  if (mark->gap_before && !mark->gap_after)
    return ROLE_OPEN;
  if (!mark->gap_before && mark->gap_after)
    return open ? ROLE_CLOSE : ROLE_NONE;
  if (open)
    return ROLE_CLOSE;
  return mark->word_before ? ROLE_NONE : ROLE_OPEN;
}

static Role
judge_double (Finder *self, const Mark *mark)
{
  const Open *open = find_open (self, CLASS_DOUBLE);
  gboolean opening_place = mark->gap_before && !mark->gap_after;

  switch (mark->character)
    {
    case 0x201e:
    case 0x301d:
    case '`':
    case 0x2018:
      return ROLE_OPEN;
    case 0x201c:
    case 0x201f:
      if (open != NULL && !opening_place && (open->mark == 0x201e || !mark->word_after))
        return ROLE_CLOSE;
      return mark->word_before && !mark->word_after ? ROLE_NONE : ROLE_OPEN;
    case 0x201d:
    case 0x301e:
    case 0x301f:
    case 0x2019:
      if (open != NULL)
        return opening_place && open->mark == mark->character ? ROLE_OPEN : ROLE_CLOSE;
      return opening_place ? ROLE_OPEN : ROLE_NONE;
    default:
      return judge_straight (mark, open != NULL);
    }
}

static Role
judge (Finder *self, const Mark *mark)
{
  switch (mark->class)
    {
    case CLASS_DOUBLE:
      return judge_double (self, mark);
    case CLASS_SINGLE:
      return judge_single (self, mark);
    case CLASS_ANGLE:
      return judge_angle (self, mark, mark->character >= 0x3000 ? 0x300a : 0xab);
    case CLASS_SINGLE_ANGLE:
      return judge_angle (self, mark, 0x2039);
    case CLASS_CORNER:
    case CLASS_WHITE_CORNER:
      if (mark->character == 0x300c || mark->character == 0x300e)
        return ROLE_OPEN;
      return find_open (self, mark->class) != NULL ? ROLE_CLOSE : ROLE_NONE;
    default:
      return ROLE_NONE;
    }
}

/* The first quotation directly within @outer that bears the same kind of mark; the number of quotations if none. */
static guint
find_like (Finder *self, guint outer)
{
  const CptQuotedSpan *quotations = (const CptQuotedSpan *) (gpointer) self->quotations->data;
  gunichar mark = self->reading->tokens[quotations[outer].begin_token].first;
  guint i = outer + 1;

  while (i < self->quotations->len
         && (quotations[i].depth != quotations[outer].depth + 1 || quotations[i].end_token == quotations[i].begin_token
             || self->reading->tokens[quotations[i].begin_token].first != mark))
    i++;
  return i;
}

/* No closing mark came. A like mark that opened within shows where one was forgotten, or that it was shared. */
static void
end_unclosed (Finder *self, const Open *open, guint end_token)
{
  guint i = open->quotation, like = find_like (self, i);
  CptQuotedSpan *inner = like < self->quotations->len ? get_quotation (self, like) : NULL;

  if (open->class == CLASS_SINGLE)
    drop_quotation (self, i);
  else if (inner == NULL)
    end_quotation (self, i, end_token, FALSE);
  else if (open->class == CLASS_ANGLE && inner->closed
           && inner->begin_token - get_quotation (self, i)->begin_token <= MAX_SHARED_TOKENS)
    {
      end_quotation (self, i, inner->end_token, TRUE);
      for (guint k = like + 1; k < self->quotations->len; k++)
        if (get_quotation (self, k)->begin_token >= inner->end_token)
          get_quotation (self, k)->depth--;
    }
  else
    {
      end_quotation (self, i, inner->begin_token, FALSE);
      for (guint k = like; k < self->quotations->len; k++)
        get_quotation (self, k)->depth--;
    }
}

static void
end_paragraph (Finder *self, guint end_token)
{
  while (self->depth > 0)
    end_unclosed (self, &self->stack[--self->depth], end_token);
}

static void
drop_empty (Finder *self)
{
  guint n = 0;

  if (self->n_dropped == 0)
    return;
  for (guint i = 0; i < self->quotations->len; i++)
    {
      CptQuotedSpan *quotation = get_quotation (self, i);

      if (quotation->end_token > quotation->begin_token)
        *get_quotation (self, n++) = *quotation;
    }
  g_array_set_size (self->quotations, n);
}

/* Where line breaks mostly stand within sentences the text is wrapped, and only blank lines part paragraphs. */
static guint8
get_paragraph_flags (const CptReading *reading)
{
  guint n_lines = 0, n_within = 0;

  for (guint i = 0; i < reading->n_sentences; i++)
    for (guint k = reading->sentences[i].begin_token; k < reading->sentences[i].end_token; k++)
      if (reading->tokens[k].flags & CPT_TOKEN_LINE_BEFORE && !(reading->tokens[k].flags & CPT_TOKEN_PARAGRAPH_BEFORE))
        {
          n_lines++;
          n_within += k > reading->sentences[i].begin_token;
        }
  return n_within * 3 > n_lines ? CPT_TOKEN_PARAGRAPH_BEFORE : CPT_TOKEN_PARAGRAPH_BEFORE | CPT_TOKEN_LINE_BEFORE;
}

/**
 * cpt_quotations_find:
 * @reading: with its tokens and sentences
 * @n_quotations: (out): their number
 *
 * Finds words between quotation marks of any kind. A quotation never reaches beyond its paragraph: one that each
 * paragraph re-opens and only the last one closes is found once a paragraph. A mark of two characters (``) is two
 * tokens, both within the quotation. Pairs with nothing between them are left out.
 *
 * Returns: (transfer full) (array length=n_quotations): by begin; a quotation within another follows it
 *
 * Cost: linear in the tokens; a bounded look ahead at each single mark.
 */
CptQuotedSpan *
cpt_quotations_find (const CptReading *reading, guint *n_quotations)
{
  Finder self = { reading, g_array_new (FALSE, FALSE, sizeof (CptQuotedSpan)), .depth = 0 };
  guint8 paragraph = get_paragraph_flags (reading);

  for (guint i = 0; i < reading->n_tokens;)
    {
      Mark mark;
      Role role;

      if (reading->tokens[i].flags & paragraph && self.depth > 0)
        end_paragraph (&self, i);
      if (reading->tokens[i].kind != CPT_TOKEN_MARK || get_class (reading->tokens[i].first) == CLASS_NONE)
        {
          i++;
          continue;
        }
      mark = read_mark (reading, i);
      role = judge (&self, &mark);
      if (role == ROLE_OPEN)
        open_quotation (&self, &mark);
      else if (role == ROLE_CLOSE)
        close_quotation (&self, &mark);
      i = mark.end_token;
    }
  end_paragraph (&self, reading->n_tokens);
  drop_empty (&self);
  *n_quotations = self.quotations->len;
  return (CptQuotedSpan *) (gpointer) g_array_free (self.quotations, FALSE);
}
