// SPDX-License-Identifier: GPL-3.0-or-later
// A label short enough for a card: the clause that a temporal expression belongs to, without its conjunction, without
// the expression where the sentence does not need it, cut between words. Room: core/analysis; takes words away, adds
// none.
#include "cpt-event-label.h"

#include <string.h>

/* A clause reaches at most so many tokens to each side of the expression. */
#define MAX_CLAUSE_TOKENS 60
/* What is left of a clause says something from so many tokens on. */
#define MIN_LABEL_TOKENS 3
#define ELLIPSIS "…"

/* A run of tokens. */
typedef struct
{
  guint begin;
  guint end;
} Clause;

typedef struct
{
  const CptEvidence *evidence;
  const CptToken *tokens;
  Clause statement;
  Clause date;
} Labeller;

static guint32
stance_at (const Labeller *self, guint token)
{
  return cpt_evidence_get_stance (self->evidence, token);
}

static gboolean
is_within (Clause clause, guint token)
{
  return token >= clause.begin && token < clause.end;
}

static gboolean
is_break_mark (const CptToken *token)
{
  if (token->kind != CPT_TOKEN_MARK)
    return FALSE;
  switch (token->first)
    {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case 0x2013:
    case 0x2014:
      return TRUE;
    default:
      return FALSE;
    }
}

/* "said that" begins a clause; "the talks that" goes on with one. */
static gboolean
introduces_content (const Labeller *self, guint token)
{
  const guint32 introducing = CPT_STANCE_ACCOUNT_VERB | CPT_STANCE_NOUN | CPT_STANCE_STATE;

  return token > self->statement.begin && stance_at (self, token) & (CPT_STANCE_THAT | CPT_STANCE_RELATIVE)
         && (self->tokens[token - 1].kind == CPT_TOKEN_MARK || stance_at (self, token - 1) & introducing);
}

/* Whether a clause ends before @token. */
static gboolean
is_break (const Labeller *self, guint token)
{
  if (is_within (self->date, token))
    return FALSE;
  return is_break_mark (&self->tokens[token]) || stance_at (self, token) & CPT_STANCE_CONTRAST
         || introduces_content (self, token);
}

static Clause
find_clause (const Labeller *self, guint token)
{
  guint first = MAX (self->statement.begin, token > MAX_CLAUSE_TOKENS ? token - MAX_CLAUSE_TOKENS : 0);
  guint last = MIN (self->statement.end, token + MAX_CLAUSE_TOKENS);
  Clause clause = { token, token + 1 };

  while (clause.begin > first && !is_break (self, clause.begin - 1))
    clause.begin--;
  while (clause.end < last && !is_break (self, clause.end))
    clause.end++;
  return clause;
}

/* The clause after @clause, its comma skipped; empty at the end of the statement. */
static Clause
next_clause (const Labeller *self, Clause clause)
{
  guint token = clause.end;

  while (token < self->statement.end && is_break (self, token))
    token++;
  if (token >= self->statement.end)
    return (Clause){ token, token };
  return find_clause (self, token);
}

static Clause
trim (const Labeller *self, Clause clause)
{
  while (clause.begin < clause.end
         && (self->tokens[clause.begin].kind == CPT_TOKEN_MARK
             || stance_at (self, clause.begin)
                    & (CPT_STANCE_CONTRAST | CPT_STANCE_RELATIVE | CPT_STANCE_THAT | CPT_STANCE_AND)))
    clause.begin++;
  while (clause.end > clause.begin && self->tokens[clause.end - 1].kind == CPT_TOKEN_MARK)
    clause.end--;
  return clause;
}

/* The expression with the preposition and article before it: "on December 19". */
static Clause
widen_date (const Labeller *self, Clause clause)
{
  Clause date = self->date;

  while (date.begin > clause.begin
         && stance_at (self, date.begin - 1) & (CPT_STANCE_PREPOSITION | CPT_STANCE_DETERMINER)
         && !(stance_at (self, date.begin - 1) & CPT_STANCE_OF))
    date.begin--;
  return date;
}

/* A card shows the date beside the label: at the edge of a clause its words are left out. A named event stays. */
static Clause
drop_date (const Labeller *self, const CptDateMention *date, Clause clause)
{
  Clause wide = widen_date (self, clause);
  Clause left = clause;

  if (date->named_event >= 0 || !is_within (clause, self->date.begin))
    return clause;
  if (wide.end >= clause.end && wide.begin < self->date.begin)
    left.end = wide.begin;
  else if (wide.begin <= clause.begin && stance_at (self, wide.begin) & CPT_STANCE_PREPOSITION)
    left.begin = wide.end;
  left = trim (self, left);
  return left.end - left.begin >= MIN_LABEL_TOKENS ? left : clause;
}

/* "During his broadcast on December 19, Putin urged ...": a phrase that only says when; the clause is the next one. */
static gboolean
only_tells_when (const Labeller *self, Clause clause)
{
  guint32 first = stance_at (self, clause.begin);

  if (clause.begin != self->statement.begin && !(clause.begin > 0 && is_break_mark (&self->tokens[clause.begin - 1])))
    return FALSE;
  if (clause.begin == self->date.begin && clause.end == self->date.end)
    return TRUE;
  return first & CPT_STANCE_PREPOSITION && !(first & CPT_STANCE_SUBORDINATE) && clause.end - clause.begin <= 12;
}

static Clause
choose_clause (const Labeller *self, const CptDateMention *date)
{
  Clause clause = trim (self, find_clause (self, self->date.begin));
  Clause next;

  if (clause.begin < clause.end && only_tells_when (self, clause))
    {
      next = trim (self, next_clause (self, clause));
      if (next.end - next.begin >= MIN_LABEL_TOKENS)
        return next;
    }
  return drop_date (self, date, clause);
}

static gsize
count_chars (const Labeller *self, Clause clause)
{
  gsize begin = self->tokens[clause.begin].begin_bytes;

  return (gsize)g_utf8_strlen (self->evidence->reading->text + begin,
                               (gssize)(self->tokens[clause.end - 1].end_bytes - begin));
}

/* Words after which a label must not end. */
static gboolean
dangles (const Labeller *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_MARK
         || stance_at (self, token)
                & (CPT_STANCE_PREPOSITION | CPT_STANCE_DETERMINER | CPT_STANCE_AND | CPT_STANCE_MODAL | CPT_STANCE_BE
                   | CPT_STANCE_SUBORDINATE);
}

/* Cuts @clause to the length of a label; keeps @keep in it when it is a named event. */
static Clause
cut (const Labeller *self, Clause clause, gboolean keep_date)
{
  while (count_chars (self, clause) > CPT_MAX_LABEL_CHARS - 2)
    {
      if (keep_date && is_within (clause, self->date.begin) && clause.begin < self->date.begin
          && clause.end <= self->date.end)
        clause.begin++;
      else if (clause.end - clause.begin > 1)
        clause.end--;
      else
        break;
    }
  while (clause.end - clause.begin > 1 && dangles (self, clause.end - 1))
    clause.end--;
  return clause;
}

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || (c >= 0x2018 && c <= 0x201f) || c == 0xab || c == 0xbb || c == '<' || c == '>';
}

/* Copies the words; white space becomes one blank; quotation marks go unless the label has both of a pair. */
static void
append_words (const Labeller *self, Clause clause, GString *label)
{
  const char *text = self->evidence->reading->text;
  guint n_marks = 0;

  for (guint i = clause.begin; i < clause.end; i++)
    n_marks += self->tokens[i].kind == CPT_TOKEN_MARK && is_quotation_mark (self->tokens[i].first);
  for (guint i = clause.begin; i < clause.end; i++)
    {
      const CptToken *token = &self->tokens[i];

      if (i > clause.begin && token->flags & CPT_TOKEN_SPACE_BEFORE)
        g_string_append_c (label, ' ');
      if (n_marks % 2 == 0 || token->kind != CPT_TOKEN_MARK || !is_quotation_mark (token->first))
        g_string_append_len (label, text + token->begin_bytes, (gssize)(token->end_bytes - token->begin_bytes));
    }
}

/* A "word" may be longer than any label. */
static void
limit (GString *label)
{
  if (g_utf8_strlen (label->str, (gssize)label->len) <= CPT_MAX_LABEL_CHARS)
    return;
  g_string_truncate (label, (gsize)(g_utf8_offset_to_pointer (label->str, CPT_MAX_LABEL_CHARS - 1) - label->str));
  g_string_append (label, ELLIPSIS);
}

static void
capitalise (GString *label)
{
  gunichar first = label->len > 0 ? g_utf8_get_char (label->str) : 0;
  char upper[7] = { 0 };

  if (!g_unichar_islower (first))
    return;
  g_unichar_to_utf8 (g_unichar_toupper (first), upper);
  g_string_erase (label, 0, (gssize)(g_utf8_next_char (label->str) - label->str));
  g_string_prepend (label, upper);
}

/**
 * cpt_event_label_make:
 * @evidence: all earlier findings
 * @statement: the statement that holds the expression
 * @date: the expression
 *
 * Returns: (transfer none): a label of at most %CPT_MAX_LABEL_CHARS characters, kept in the evidence's strings
 */
const char *
cpt_event_label_make (const CptEvidence *evidence, CptSpan statement, const CptDateMention *date)
{
  const CptReading *reading = evidence->reading;
  Labeller self = {
    .evidence = evidence,
    .tokens = reading->tokens,
    .statement = { cpt_tokens_find_at (reading->token_table, statement.begin_bytes),
                   cpt_tokens_find_at (reading->token_table, statement.end_bytes - 1) + 1 },
    .date = { cpt_tokens_find_at (reading->token_table, date->span.begin_bytes),
              cpt_tokens_find_at (reading->token_table, date->span.end_bytes - 1) + 1 },
  };
  g_autoptr (GString) label = g_string_sized_new (96);
  Clause whole = choose_clause (&self, date);
  Clause clause;

  if (whole.end <= whole.begin)
    whole = self.date;
  clause = cut (&self, whole, date->named_event >= 0);
  if (clause.begin > whole.begin)
    g_string_append (label, ELLIPSIS);
  append_words (&self, clause, label);
  if (clause.end < whole.end)
    g_string_append (label, ELLIPSIS);
  capitalise (label);
  limit (label);
  return g_string_chunk_insert_len (evidence->strings, label->str, (gssize)label->len);
}
