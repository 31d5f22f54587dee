// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a terminator ends its sentence: judged by the word before it and by what follows. Room: core/text; knows
// languages only through CptSentenceLanguage, and nothing of lines.
//
// Everything here looks at a bounded number of characters around a terminator, so that the whole scan stays linear.
#include "cpt-sentence-stop.h"

#include <string.h>

#include "cpt-characters.h"
#include "cpt-sentence-apart.h"
#include "cpt-sentence-word.h"

#define MAX_CLOSERS 12
/* "3.", "4.1.2." before what they number. */
#define MAX_LIST_NUMBER_BYTES 6
/* A Cyrillic word that ends with a consonant is clipped more often than it is complete up to this length. */
#define MIN_CLIPPED_CHARS 7
#define MAX_SIGNATURE_BYTES 80
#define MAX_NOTE_BYTES 24

/* A run of terminators: "?!", "...", ". . ." */
typedef struct
{
  const char *begin;
  const char *end;
  const char *first_end; /* after its first character */
  guint n_dots;
  gboolean asks;   /* holds a question or exclamation mark */
  gboolean hard;   /* holds a mark that needs neither blank nor capital after it */
  gboolean spaced; /* dots with blanks between them */
  gboolean closed; /* closing marks follow */
  gboolean quoted; /* one of them a quotation mark */
} Run;

static gboolean
is_hard (gunichar c)
{
  switch (c)
    {
    case 0x0964:
    case 0x0965: /* danda */
    case 0x0589: /* Armenian */
    case 0x06d4: /* Urdu */
    case 0x104a:
    case 0x104b: /* Burmese */
    case 0x1362:
    case 0x1367:
    case 0x1368: /* Ethiopic */
    case 0x17d4:
    case 0x17d5: /* Khmer */
    case 0x3002:
    case 0xff61:
    case 0xff0e: /* ideographic, halfwidth, fullwidth full stops */
    case 0xff01:
    case 0xff1f: /* fullwidth ! ? */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_asking (const CptStopContext *self, gunichar c)
{
  return c == '?' || c == '!' || c == 0x061f || (c >= 0x203c && c <= 0x2049 && (c == 0x203c || c >= 0x2047))
         || c == 0x203d || c == 0x37e || (c == ';' && self->flags & CPT_SENTENCE_SEMICOLON_ASKS);
}

/**
 * cpt_stop_is_terminator:
 *
 * Returns: whether @c may end a sentence of this language
 */
gboolean
cpt_stop_is_terminator (const CptStopContext *self, gunichar c)
{
  return c == '.' || c == 0x2026 || is_asking (self, c) || is_hard (c)
         || (c == ':' && self->flags & CPT_SENTENCE_COLON_ENDS);
}

/* ". . .": the end of the dots that follow @cursor with one blank before each. */
static const char *
scan_spaced_dots (const CptStopContext *self, const char *cursor, guint *n_dots)
{
  while (cursor + 1 < self->end && cursor[0] == ' ' && cursor[1] == '.'
         && (cursor + 2 >= self->end || !g_ascii_isalnum (cursor[2])) && !(cursor + 2 < self->end && cursor[2] == '.'))
    {
      cursor += 2;
      *n_dots += 1;
    }
  return cursor;
}

static Run
scan_run (const CptStopContext *self, const char *begin)
{
  Run run = { .begin = begin, .end = begin };
  gunichar c;

  while (cpt_stop_is_terminator (self, c = cpt_char_at (run.end, self->end)))
    {
      run.n_dots += c == '.' ? 1 : c == 0x2026 ? 3 : 0;
      run.asks = run.asks || is_asking (self, c);
      run.hard = run.hard || is_hard (c);
      run.end = cpt_char_next (run.end);
      if (run.first_end == NULL)
        run.first_end = run.end;
    }
  if (run.n_dots == 1 && run.end == run.first_end)
    {
      guint n_more = 0;
      const char *end = scan_spaced_dots (self, run.end, &n_more);

      if (n_more >= 2)
        {
          run.n_dots += n_more;
          run.end = end;
          run.spaced = TRUE;
        }
    }
  return run;
}

static gboolean
is_closing_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xbb || c == 0x201d || c == 0x2019 || c == 0x203a || c == 0x300d || c == 0x300f
         || c == 0x201c || c == 0x2018 || c == 0xab || c == 0x201f;
}

/* Marks that open in some languages and close in others, or are apostrophes: closers only before a gap. */
static gboolean
is_doubtful_closer (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x2019 || c == 0x201c || c == 0x2018 || c == 0xab || c == '*' || c == '_';
}

static gboolean
is_gap (gunichar c)
{
  return c == 0 || cpt_char_is_blank (c) || is_closing_quote (c) || c == ')' || c == ']' || c == ',' || c == ';'
         || c == ':' || c == '.' || c == '!' || c == '?' || c == '*' || c == '_' || cpt_char_is_dash (c) || c == '[';
}

/* "[12]", "[a]": a note's number straight after the terminator. */
static const char *
scan_note (const CptStopContext *self, const char *cursor)
{
  const char *inner = cursor + 1;

  while (inner < self->end && inner - cursor < 5 && g_ascii_isalnum (*inner))
    inner++;
  return inner > cursor + 1 && inner < self->end && *inner == ']' ? inner + 1 : NULL;
}

/* French and some typists put a blank before the closing mark, encyclopaedias before the number of a note. */
static const char *
scan_parted_closer (const CptStopContext *self, const char *cursor)
{
  const char *next = cpt_sentence_apart_skip_smile (cursor, self->end);
  gunichar c;

  if (next != NULL)
    return next;
  if (!cpt_char_is_blank (c = cpt_char_at (cursor, self->end)) || c == '\n' || c == '\r')
    return NULL;
  next = cpt_char_next (cursor);
  c = cpt_char_at (next, self->end);
  if (c == '[')
    return scan_note (self, next);
  if ((c != 0xbb && c != 0x201d) || !is_gap (cpt_char_at (cpt_char_next (next), self->end)))
    return NULL;
  return cpt_char_next (next);
}

static const char *
skip_closer (const CptStopContext *self, const char *cursor)
{
  gunichar c = cpt_char_at (cursor, self->end);
  gunichar next = c != 0 ? cpt_char_at (cpt_char_next (cursor), self->end) : 0;

  if (c == '[')
    return scan_note (self, cursor);
  if (is_doubtful_closer (c) && !is_gap (next))
    return NULL;
  if (!is_closing_quote (c) && c != '*' && c != '_' && c != ')' && c != ']' && c != '}' && c != 0xff09 && c != 0x300b
      && c != 0x3011 && !cpt_char_is_invisible (c))
    return NULL;
  return cpt_char_next (cursor);
}

static const char *
skip_closers (const CptStopContext *self, Run *run)
{
  const char *cursor = run->end;

  for (guint i = 0; i < MAX_CLOSERS; i++)
    {
      const char *next = skip_closer (self, cursor);

      if (next == NULL)
        next = scan_parted_closer (self, cursor);
      if (next == NULL)
        break;
      run->quoted = run->quoted || is_closing_quote (cpt_char_before (next, self->text));
      run->closed = run->closed || run->quoted || (*cursor != '[' && *cursor != ' ');
      cursor = next;
    }
  return cursor;
}

/* Whether the sentence has so few words that an abbreviation can hardly be its last one: "At 5 a.m." */
static gboolean
is_hardly_begun (const CptStopContext *self, const char *cursor)
{
  guint n_blanks = 0;

  if (cursor - self->sentence > 40)
    return FALSE;
  for (const char *c = self->sentence; c < cursor; c++)
    n_blanks += *c == ' ';
  return n_blanks < 3;
}

/* "In 1945 г.", "24 лютого 2022 р.": a date that opens a sentence, in short words and figures. */
static gboolean
is_opening_date (const CptStopContext *self, const char *cursor)
{
  const char *second = self->sentence;
  guint n_blanks = 0;

  if (cursor - self->sentence > 60)
    return FALSE;
  while (second < cursor && *second != ' ')
    second = cpt_char_next (second);
  for (const char *c = self->sentence; c < cursor; c++)
    n_blanks += *c == ' ';
  return n_blanks <= 4
         && (g_ascii_isdigit (*self->sentence)
             || (g_utf8_strlen (self->sentence, second - self->sentence) <= 2
                 && cpt_sentence_language_classify (self->language, self->sentence, second) & CPT_WORD_OPENER));
}

/* "12." and, where numerals are ordinals, "XII.". */
static gboolean
number_ends (const CptStopContext *self, const CptWord *word, const CptNext *next)
{
  if (cpt_word_opens_sentence (word, self->sentence) && word->end - word->begin <= MAX_LIST_NUMBER_BYTES)
    return self->flags & CPT_SENTENCE_NUMBER_APART && next->kind == CPT_NEXT_UPPER;
  if (self->flags & CPT_SENTENCE_ORDINAL_STOP && word->n_chars <= (word->kind == CPT_WORD_KIND_ROMAN ? 6 : 2))
    return next->kind == CPT_NEXT_UPPER && (next->classes & CPT_WORD_OPENER) && !(next->classes & CPT_WORD_CALENDAR);
  if (next->kind == CPT_NEXT_LOWER)
    return word->n_chars > 2;
  return TRUE;
}

static gboolean
abbreviation_ends (const CptStopContext *self, const CptWord *word, const CptNext *next)
{
  gboolean opener = next->kind == CPT_NEXT_UPPER && (next->classes & CPT_WORD_OPENER) && !next->abbreviated;

  if (next->kind == CPT_NEXT_LOWER)
    return FALSE;
  if (word->classes & CPT_WORD_AFTER_NUMBER && cpt_word_follows_number (word, self->language, self->sentence))
    return self->flags & CPT_SENTENCE_CAPITAL_NOUNS
               ? opener
               : next->kind != CPT_NEXT_DIGIT && !is_opening_date (self, word->end);
  if (word->classes & (CPT_WORD_TITLE | CPT_WORD_INNER))
    return word->classes & CPT_WORD_ABBREVIATION && opener;
  if (word->classes & CPT_WORD_CLOSING)
    return next->kind == CPT_NEXT_UPPER ? !(next->classes & CPT_WORD_CALENDAR) && !is_hardly_begun (self, word->end)
                                        : next->kind == CPT_NEXT_SYMBOL;
  if (word->classes & CPT_WORD_ABBREVIATION)
    return opener && !is_hardly_begun (self, word->end);
  if (word->classes & CPT_WORD_BEFORE_NUMBER)
    return next->kind != CPT_NEXT_DIGIT && !next->roman;
  return TRUE;
}

/* "J.", "С.", "د.": a letter that stands for a name. */
static gboolean
initial_ends (const CptStopContext *self, const CptWord *word, const CptNext *next)
{
  if (next->kind == CPT_NEXT_LOWER || next->abbreviated || cpt_word_opens_sentence (word, self->sentence))
    return FALSE;
  if (next->kind == CPT_NEXT_UPPER)
    return (next->classes & CPT_WORD_OPENER) != 0 || cpt_word_follows_letter (word, self->sentence);
  return next->kind == CPT_NEXT_SYMBOL;
}

/* An ordinary word before a full stop that a small letter follows: careless writing, or an abbreviation of no list. */
static gboolean
word_ends_before_small (const CptWord *word, const CptNext *next)
{
  guint min_chars = word->clipped ? MIN_CLIPPED_CHARS : 4;

  return next->camel || (word->n_chars >= min_chars && word->has_vowel && !next->dashed);
}

static gboolean
stop_ends (const CptStopContext *self, const Run *run, const CptNext *next)
{
  CptWord word = cpt_word_before (self->language, run->begin, self->sentence);

  if (next->kind == CPT_NEXT_NONE || word.kind == CPT_WORD_KIND_NONE)
    return next->kind != CPT_NEXT_LOWER;
  if (run->closed && next->kind == CPT_NEXT_LOWER)
    return FALSE;
  if (word.kind == CPT_WORD_KIND_NUMBER
      || (word.kind == CPT_WORD_KIND_ROMAN && self->flags & CPT_SENTENCE_ORDINAL_STOP))
    return number_ends (self, &word, next);
  if (word.kind == CPT_WORD_KIND_LETTER && (word.capitalised || !(word.classes & CPT_WORD_ANY_ABBREVIATION)))
    return initial_ends (self, &word, next);
  if (word.classes & CPT_WORD_ANY_ABBREVIATION)
    return abbreviation_ends (self, &word, next);
  if (next->kind == CPT_NEXT_LOWER)
    return word_ends_before_small (&word, next);
  return TRUE;
}

static gboolean
ellipsis_ends (const CptStopContext *self, const Run *run, const CptNext *next)
{
  if (cpt_char_before (run->begin, self->text) == '[' && cpt_char_at (run->end, self->end) == ']')
    return FALSE; /* "[...]" stands for words left out */
  if (run->begin == self->sentence)
    return FALSE;
  if (next->kind == CPT_NEXT_UPPER)
    return !next->pronoun_i || run->n_dots > 3;
  if (next->kind == CPT_NEXT_DIGIT) /* "around ... 50" is a pause */
    return !cpt_char_is_blank (cpt_char_before (run->begin, self->text));
  return next->kind != CPT_NEXT_LOWER;
}

/* "Yahoo! in": a mark that belongs to a name, not to the sentence. */
static gboolean
is_part_of_name (const CptStopContext *self, const Run *run, const CptNext *next)
{
  CptWord word = cpt_word_before (self->language, run->begin, self->sentence);

  if (run->end != run->first_end || word.kind == CPT_WORD_KIND_NONE || cpt_word_opens_sentence (&word, self->sentence))
    return FALSE;
  return word.capitalised && (next->kind == CPT_NEXT_LOWER || next->abbreviated);
}

/* "“Why?” Mr Roe asked.": who speaks belongs to what is spoken. */
static gboolean
is_reported (const CptStopContext *self, const Run *run, const CptNext *next)
{
  return run->quoted && next->kind == CPT_NEXT_UPPER && !next->opened
         && (!(next->classes & CPT_WORD_OPENER) || next->pronoun_i)
         && cpt_next_finds_class (self->language, next, self->end, CPT_WORD_REPORTING);
}

static gboolean
question_ends (const CptStopContext *self, const Run *run, const CptNext *next)
{
  if (is_part_of_name (self, run, next) || is_reported (self, run, next))
    return FALSE;
  if (next->kind == CPT_NEXT_LOWER)
    return !run->closed && !next->dashed && run->n_dots == 0;
  return TRUE;
}

/* Nothing blank follows: "end.Next", "why?Because" are sentences, "example.Com/Page" is not. */
static gboolean
ends_without_gap (const CptStopContext *self, const Run *run, const char *after)
{
  gunichar c = cpt_char_at (after, self->end);
  CptWord word;

  if (c == 0)
    return TRUE;
  if (run->n_dots > 1 || !cpt_char_is_upper (c) || cpt_word_in_address (run->begin, self->text, self->end))
    return FALSE;
  if (!cpt_word_looks_like_sentence_start (after, self->end))
    return FALSE;
  if (run->asks)
    return TRUE;
  word = cpt_word_before (self->language, run->begin, self->sentence);
  if (word.kind == CPT_WORD_KIND_NUMBER)
    return !cpt_word_opens_sentence (&word, self->sentence);
  return word.kind == CPT_WORD_KIND_WORD && word.n_chars >= 2 && word.small_end
         && !(word.classes & CPT_WORD_ANY_ABBREVIATION);
}

/* What follows cannot open a sentence: a comma, a number sign, "&" ... */
static gboolean
is_barred (const CptNext *next)
{
  return next->kind == CPT_NEXT_BARRED;
}

/* "(next year. — Ed.)", and "... – Jane Roe" at the end of a line: a dash before who is responsible. */
static gboolean
is_signature (const CptStopContext *self, const Run *run, const CptNext *next)
{
  gsize max = run->quoted ? MAX_SIGNATURE_BYTES : MAX_SIGNATURE_BYTES / 2;
  gboolean stopped = FALSE;
  const char *end = next->begin + MIN ((gsize) (self->end - next->begin), max);

  if (!next->dashed || next->opened || next->kind != CPT_NEXT_UPPER)
    return FALSE;
  for (const char *cursor = next->begin; cursor < end; cursor++)
    if (*cursor == ')' && cursor - next->begin < MAX_NOTE_BYTES)
      return TRUE;
    else if (*cursor == '\n')
      return !stopped;
    else if (*cursor == '!' || *cursor == '?' || *cursor == ';' || *cursor == '(' || *cursor == ')')
      return FALSE;
    else
      stopped = stopped || (*cursor == '.' && !run->quoted);
  return end == self->end && !stopped;
}

/* "words. . . . Next": a full stop, then an ellipsis that opens the next sentence. */
static gboolean
is_stop_before_ellipsis (const CptStopContext *self, const Run *run)
{
  gunichar before = cpt_char_before (run->begin, self->text);

  return run->spaced && run->n_dots == 4 && before != 0 && !cpt_char_is_blank (before)
         && cpt_next_look (self->language, run->end, self->end).kind == CPT_NEXT_UPPER;
}

/**
 * cpt_stop_judge:
 * @terminator: a character for which cpt_stop_is_terminator() holds
 *
 * Returns: whether the sentence ends there
 */
CptStopVerdict
cpt_stop_judge (const CptStopContext *self, const char *terminator)
{
  Run run = scan_run (self, terminator);
  const char *after;
  CptNext next;
  gboolean ends;

  if (is_stop_before_ellipsis (self, &run))
    return (CptStopVerdict){ run.first_end, run.first_end };
  after = skip_closers (self, &run);
  if (run.hard)
    return (CptStopVerdict){ after, after };
  if (!cpt_char_is_blank (cpt_char_at (after, self->end)))
    return ends_without_gap (self, &run, after) ? (CptStopVerdict){ after, after } : (CptStopVerdict){ NULL, run.end };
  next = cpt_next_look (self->language, after, self->end);
  if (is_barred (&next) || is_signature (self, &run, &next))
    ends = FALSE;
  else if (run.asks)
    ends = question_ends (self, &run, &next);
  else if (run.n_dots == 0)
    ends = next.kind != CPT_NEXT_NONE; /* a colon that ends sentences */
  else if (run.n_dots == 1)
    ends = !(self->flags & CPT_SENTENCE_STOP_IS_COLON) && stop_ends (self, &run, &next);
  else
    ends = ellipsis_ends (self, &run, &next);
  return (CptStopVerdict){ ends ? after : NULL, ends ? after : run.end };
}
