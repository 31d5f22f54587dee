// SPDX-License-Identifier: GPL-3.0-or-later
// A label short enough for a card: the clause that a temporal expression belongs to, with its subject where that stands
// before an aside, without its conjunction, without the expression where the sentence does not need it, cut between
// words. Room: core/analysis; takes words away, adds none.
#include "cpt-event-label.h"

#include <string.h>

/* A clause reaches at most so many tokens to each side of the expression. */
#define MAX_CLAUSE_TOKENS 60
/* What is left of a clause says something from so many tokens on. */
#define MIN_LABEL_TOKENS 3
/* A subject that is longer leaves too little room for what it did. */
#define MAX_SUBJECT_CHARS 44
#define MAX_DATELINE_TOKENS 8
/* A relative clause speaks of something at most so many tokens long. */
#define MAX_ANTECEDENT_TOKENS 14
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
  const CptTimeTense *tenses;
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

static gsize
count_between (const Labeller *self, gsize begin_bytes, gsize end_bytes)
{
  return (gsize)g_utf8_strlen (self->evidence->reading->text + begin_bytes, (gssize)(end_bytes - begin_bytes));
}

static gsize
count_chars (const Labeller *self, Clause clause)
{
  return count_between (self, self->tokens[clause.begin].begin_bytes, self->tokens[clause.end - 1].end_bytes);
}

static gboolean
is_mark (const Labeller *self, guint token)
{
  return self->tokens[token].kind == CPT_TOKEN_MARK;
}

/* Verbs that can carry a sentence, as far as their form tells: "was", "will", "warned", "rose". */
static gboolean
is_finite (const Labeller *self, guint token)
{
  guint32 stance = stance_at (self, token);

  if (is_mark (self, token) || is_within (self->date, token) || stance & (CPT_STANCE_GERUND | CPT_STANCE_BARE)
      || !(self->tokens[token].flags & CPT_TOKEN_SPACE_BEFORE)) /* "Kyiv's" owns */
    return FALSE;
  if (stance & (CPT_STANCE_BE | CPT_STANCE_MODAL | CPT_STANCE_HAVE | CPT_STANCE_ACCOUNT_VERB))
    return TRUE;
  return cpt_time_tense_get_verb (self->tenses, token) != 0;
}

/* The first verb of @clause, or its end. */
static guint
find_verb (const Labeller *self, Clause clause)
{
  guint token = clause.begin;

  while (token < clause.end && !is_finite (self, token))
    token++;
  return token;
}

static gboolean
has_verb (const Labeller *self, Clause clause)
{
  return find_verb (self, clause) < clause.end;
}

/* The clause before @clause, its comma skipped; empty at the beginning of the statement. */
static Clause
previous_clause (const Labeller *self, Clause clause)
{
  guint token = clause.begin;

  while (token > self->statement.begin && is_break (self, token - 1))
    token--;
  if (token <= self->statement.begin)
    return (Clause){ self->statement.begin, self->statement.begin };
  return find_clause (self, token - 1);
}

static gboolean
is_capital (const Labeller *self, guint token)
{
  return token < self->statement.end && self->tokens[token].flags & CPT_TOKEN_CAPITALISED;
}

/* The noun with what stands before it: a subject without the phrases that hang on it. Within a name ("AI for Science
 * Summit") nothing hangs. */
static Clause
take_core (const Labeller *self, Clause subject)
{
  const guint32 hanging = CPT_STANCE_PREPOSITION | CPT_STANCE_RELATIVE | CPT_STANCE_THAT;
  guint token = subject.begin;

  while (token < subject.end && !is_mark (self, token)
         && (token == subject.begin || !(stance_at (self, token) & hanging) || stance_at (self, token) & CPT_STANCE_OF
             || (is_capital (self, token - 1) && is_capital (self, token + 1))))
    token++;
  return (Clause){ subject.begin, token };
}

/* "..., which began": the noun phrase that ends @before: from its article on, or after its last preposition. */
static Clause
find_antecedent (const Labeller *self, Clause before)
{
  guint first = before.end > before.begin + MAX_ANTECEDENT_TOKENS ? before.end - MAX_ANTECEDENT_TOKENS : before.begin;
  guint token = before.end;

  while (token > first && !(stance_at (self, token - 1) & CPT_STANCE_DETERMINER))
    token--;
  if (token > first && count_chars (self, (Clause){ token - 1, before.end }) <= MAX_SUBJECT_CHARS)
    return (Clause){ token - 1, before.end };
  token = before.end;
  while (token > first && !(stance_at (self, token - 1) & CPT_STANCE_PREPOSITION) && !is_finite (self, token - 1))
    token--;
  return (Clause){ token, before.end };
}

/* "His visit comes as the Fund (IMF) expects": what stands after the last conjunction. */
static Clause
after_conjunction (const Labeller *self, Clause subject)
{
  for (guint i = subject.end; i > subject.begin; i--)
    if (stance_at (self, i - 1) & (CPT_STANCE_SUBORDINATE | CPT_STANCE_THAT | CPT_STANCE_CONTRAST))
      return (Clause){ i, subject.end };
  return subject;
}

/* "..., who he says are": @token begins "he says". */
static gboolean
is_inserted_report (const Labeller *self, guint token)
{
  return token > self->statement.begin && stance_at (self, token - 1) & CPT_STANCE_RELATIVE
         && stance_at (self, token) & CPT_STANCE_PRONOUN && stance_at (self, token + 1) & CPT_STANCE_ACCOUNT_VERB
         && token + 2 < self->statement.end && is_finite (self, token + 2);
}

/* What a clause that begins with its verb is about: the noun before "which", or the subject before an aside ("Rutte,
 * who leads NATO, warned"). Empty when nothing is. */
static Clause
find_subject (const Labeller *self, Clause clause)
{
  Clause before = trim (self, previous_clause (self, clause));
  guint verb;

  if (clause.begin == self->statement.begin)
    {
      before = trim (self, next_clause (self, clause)); /* "Founded in 2022, the nursery was ..." */
      verb = find_verb (self, before);
      return (Clause){ before.begin, verb < before.end ? verb : before.begin };
    }
  if (stance_at (self, clause.begin - 1) & (CPT_STANCE_RELATIVE | CPT_STANCE_THAT))
    return find_antecedent (self, before);
  if (clause.begin > self->statement.begin + 2 && is_inserted_report (self, clause.begin - 2))
    return find_antecedent (self, trim (self, previous_clause (self, (Clause){ clause.begin - 2, clause.end })));
  for (int i = 0; i < 4 && before.end > before.begin; i++)
    {
      gboolean aside = before.begin > self->statement.begin
                       && (stance_at (self, before.begin - 1) & CPT_STANCE_RELATIVE
                           || stance_at (self, before.begin) & CPT_STANCE_PREPOSITION || is_mark (self, before.begin - 1));

      verb = find_verb (self, before);
      if (!aside)
        return after_conjunction (self, (Clause){ before.begin, verb });
      before = trim (self, previous_clause (self, before));
    }
  return before;
}

static gboolean
looks_gerund (const Labeller *self, guint token)
{
  return self->tokens[token].word != CPT_NO_WORD
         && g_str_has_suffix (cpt_reading_get_word (self->evidence->reading, token), "ing");
}

/* A verb in the first place: one that we know, or, after an aside, a small word that ends like one ("..., extends"). */
static gboolean
begins_with_verb (const Labeller *self, Clause clause)
{
  guint token = clause.begin;

  if (is_within (self->date, token))
    return FALSE;
  return is_finite (self, token)
         || (token > self->statement.begin && is_break_mark (&self->tokens[token - 1]) && !is_capital (self, token)
             && stance_at (self, token) == 0 && self->tokens[token].word != CPT_NO_WORD
             && g_str_has_suffix (cpt_reading_get_word (self->evidence->reading, token), "s"));
}

/* "During his broadcast on December 19, Putin urged ...": a phrase that only says when; the clause is the next one. */
static gboolean
only_tells_when (const Labeller *self, Clause clause)
{
  guint32 first = stance_at (self, clause.begin);

  if (clause.begin != self->statement.begin && !(clause.begin > 0 && is_break_mark (&self->tokens[clause.begin - 1])))
    return FALSE;
  if (clause.begin >= self->date.begin && clause.end <= self->date.end)
    return TRUE;
  if (clause.begin + 1 < clause.end && stance_at (self, clause.begin + 1) & CPT_STANCE_TO && looks_gerund (self, clause.begin))
    return TRUE; /* "According to figures published on Monday, ..." */
  if (clause.begin == self->statement.begin && first & CPT_STANCE_ACCOUNT_VERB && first & CPT_STANCE_PARTICIPLE)
    return TRUE; /* "Asked about it in May, the minister ..." */
  return first & CPT_STANCE_PREPOSITION && clause.end - clause.begin <= 25 && !has_verb (self, clause);
}

/* "After the talks failed": told by itself, the conjunction of time goes; "if" and "because" stay. */
static Clause
drop_conjunction (const Labeller *self, Clause clause)
{
  guint32 first = clause.begin < clause.end ? stance_at (self, clause.begin) : 0;

  if (first & CPT_STANCE_SUBORDINATE && first & CPT_STANCE_PREPOSITION && clause.end - clause.begin > MIN_LABEL_TOKENS
      && self->date.begin > clause.begin + 2 && has_verb (self, clause))
    clause.begin++;
  return clause;
}

/* A whole clause from the words before a fragment: "Kenya, Laos and most recently Indonesia" says nothing. */
static Clause
find_main_clause (const Labeller *self, Clause fragment)
{
  Clause clause = trim (self, find_clause (self, self->statement.begin));

  for (int i = 0; i < 6 && clause.end > clause.begin; i++, clause = trim (self, next_clause (self, clause)))
    if (clause.end - clause.begin >= MIN_LABEL_TOKENS && has_verb (self, clause)
        && !(stance_at (self, clause.begin) & CPT_STANCE_RELATIVE))
      return clause;
  return fragment;
}

static Clause
choose_clause (const Labeller *self, const CptDateMention *date)
{
  Clause clause = trim (self, find_clause (self, self->date.begin));
  Clause next;

  if (clause.begin < clause.end && is_inserted_report (self, clause.begin))
    clause.begin += 2;
  next = clause;
  for (int i = 0; i < 3 && next.begin < next.end && only_tells_when (self, next); i++)
    next = trim (self, next_clause (self, next));
  if (next.begin != clause.begin
      && (next.end - next.begin >= MIN_LABEL_TOKENS || (next.end - next.begin == 2 && has_verb (self, next))))
    return next;
  clause = drop_conjunction (self, clause);
  next = drop_date (self, date, clause);
  if (!has_verb (self, next) && (next.end - next.begin < 8 || next.begin == self->statement.begin))
    return find_main_clause (self, next);
  return next;
}

/* Words after which no clause ends. */
static gboolean
leads_on (const Labeller *self, guint token)
{
  return is_mark (self, token)
         || stance_at (self, token)
                & (CPT_STANCE_PREPOSITION | CPT_STANCE_AND | CPT_STANCE_SUBORDINATE | CPT_STANCE_THAT | CPT_STANCE_RELATIVE);
}

/* Words after which a label must not be cut. */
static gboolean
dangles (const Labeller *self, guint token)
{
  return leads_on (self, token)
         || stance_at (self, token) & (CPT_STANCE_DETERMINER | CPT_STANCE_MODAL | CPT_STANCE_BE | CPT_STANCE_HAVE);
}

/* Cuts @clause to the length of a label of which @used characters are gone; keeps the date in it when it is a named event. */
static Clause
cut (const Labeller *self, Clause clause, gboolean keep_date, gsize used)
{
  guint whole_end = clause.end;

  for (gsize left = count_chars (self, clause) + used; left > CPT_MAX_LABEL_CHARS - 2 && clause.end - clause.begin > 1;)
    {
      gboolean from_begin = keep_date && is_within (clause, self->date.begin) && clause.begin < self->date.begin
                            && clause.end <= self->date.end;
      guint token = from_begin ? clause.begin++ : --clause.end;

      left -= from_begin ? count_between (self, self->tokens[token].begin_bytes, self->tokens[token + 1].begin_bytes)
                         : count_between (self, self->tokens[token - 1].end_bytes, self->tokens[token].end_bytes);
    }
  while (clause.end - clause.begin > 1
         && (clause.end < whole_end ? dangles (self, clause.end - 1)
                                    : leads_on (self, clause.end - 1)))
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
replace_char (GString *label, gsize at, gunichar with)
{
  char bytes[7] = { 0 };

  g_unichar_to_utf8 (with, bytes);
  g_string_erase (label, (gssize)at, (gssize)(g_utf8_next_char (label->str + at) - label->str) - (gssize)at);
  g_string_insert (label, (gssize)at, bytes);
}

static void
capitalise (GString *label)
{
  gunichar first = label->len > 0 ? g_utf8_get_char (label->str) : 0;

  if (g_unichar_islower (first))
    replace_char (label, 0, g_unichar_toupper (first));
}

/* What began the sentence now follows its subject. */
static void
lower_case (GString *label, gsize at)
{
  gunichar first = at < label->len ? g_utf8_get_char (label->str + at) : 0;

  if (at > 0 && g_unichar_isupper (first))
    replace_char (label, at, g_unichar_tolower (first));
}

/* "BEIJING, Oct. 21 (Agency) -- ": where and when the report was written. */
static gboolean
is_dateline (const Labeller *self)
{
  gboolean all_caps = FALSE;

  if (self->date.begin - self->statement.begin > MAX_DATELINE_TOKENS || self->date.begin == self->statement.begin)
    return FALSE;
  for (guint i = self->statement.begin; i < self->date.begin; i++)
    if (!is_mark (self, i) && !is_capital (self, i))
      return FALSE;
    else
      all_caps |= (self->tokens[i].flags & CPT_TOKEN_ALL_CAPS) != 0;
  return all_caps && is_mark (self, self->date.begin - 1);
}

/**
 * cpt_event_label_make:
 * @evidence: all earlier findings
 * @tenses: of the words of the article
 * @statement: the statement that holds the expression
 * @date: the expression
 *
 * Returns: (transfer none) (nullable): a label of at most %CPT_MAX_LABEL_CHARS characters, kept in the evidence's
 *   strings; %NULL when the words around the expression tell of nothing that happened
 */
const char *
cpt_event_label_make (const CptEvidence *evidence, const CptTimeTense *tenses, CptSpan statement, const CptDateMention *date)
{
  const CptReading *reading = evidence->reading;
  Labeller self = {
    .evidence = evidence,
    .tenses = tenses,
    .tokens = reading->tokens,
    .statement = { cpt_tokens_find_at (reading->token_table, statement.begin_bytes),
                   cpt_tokens_find_at (reading->token_table, statement.end_bytes - 1) + 1 },
    .date = { cpt_tokens_find_at (reading->token_table, date->span.begin_bytes),
              cpt_tokens_find_at (reading->token_table, date->span.end_bytes - 1) + 1 },
  };
  g_autoptr (GString) label = g_string_sized_new (96);
  Clause whole = choose_clause (&self, date);
  Clause subject = { whole.begin, whole.begin };
  Clause clause;
  gsize subject_bytes;

  if (whole.end <= whole.begin)
    whole = self.date;
  if (date->named_event < 0 && (is_dateline (&self) || (whole.begin >= self.date.begin && whole.end <= self.date.end)))
    return NULL;
  if (begins_with_verb (&self, whole))
    subject = trim (&self, find_subject (&self, whole));
  if (subject.end > subject.begin && count_chars (&self, subject) > MAX_SUBJECT_CHARS)
    subject = take_core (&self, subject);
  if (subject.end > subject.begin && count_chars (&self, subject) <= MAX_SUBJECT_CHARS
      && (subject.end - subject.begin > 1 || is_capital (&self, subject.begin)))
    {
      append_words (&self, subject, label);
      g_string_append_c (label, ' ');
    }
  subject_bytes = label->len;
  clause = cut (&self, whole, date->named_event >= 0 && !has_verb (&self, whole), (gsize)g_utf8_strlen (label->str, (gssize)label->len));
  if (clause.begin > whole.begin)
    g_string_append (label, ELLIPSIS);
  append_words (&self, clause, label);
  if (subject.end > subject.begin && clause.begin == self.statement.begin)
    lower_case (label, subject_bytes);
  if (clause.end < whole.end)
    g_string_append (label, ELLIPSIS);
  capitalise (label);
  limit (label);
  return g_string_chunk_insert_len (evidence->strings, label->str, (gssize)label->len);
}
