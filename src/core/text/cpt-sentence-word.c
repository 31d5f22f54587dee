// SPDX-License-Identifier: GPL-3.0-or-later
// The word before a terminator and what comes after it. Room: core/text; describes, decides nothing.
#include "cpt-sentence-word.h"

#include <string.h>

#include "cpt-characters.h"

/* How far the word before a terminator is followed; longer ones are in no list. */
#define MAX_WORD_BYTES 64
#define MAX_OPENERS 8
#define MAX_ADDRESS_BYTES 96
#define MANY_CHARS 99
#define MAX_NAME_WORDS 5

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc;
}

static gboolean
is_word_char (gunichar c)
{
  return cpt_char_is_letter (c) || cpt_char_is_digit (c) || cpt_char_is_invisible (c) || c == 0xb0
         || (c >= 0x300 && g_unichar_ismark (c));
}

static gboolean
is_joint (gunichar c)
{
  return c == '.' || c == '-' || c == ',' || c == ':' || c == '/' || is_apostrophe (c);
}

static gboolean
is_vowel (gunichar c)
{
  static const char *const vowels = "aeiouyаеёиоуыэюяіїєαεηιουω";

  c = g_unichar_tolower (c);
  if (c < 0x80)
    return strchr ("aeiouy", (int) c) != NULL;
  if (c < 0x250) /* Latin letters with marks: nearly all that matter here are vowels */
    return TRUE;
  if (c >= 0x530)
    return TRUE;
  return g_utf8_strchr (vowels, -1, c) != NULL || (c >= 0x3ac && c <= 0x3ce);
}

static gboolean
is_roman_digit (gunichar c)
{
  return c < 0x80 ? c != 0 && strchr ("IVXLCDM", (int) c) != NULL : c == 0x425 || c == 0x406; /* Cyrillic Х, І */
}

/* What the characters of a word have in common. */
typedef struct
{
  guint n_chars;
  guint n_letters;
  guint n_digits;
  guint n_joints;
  gboolean roman;
} Make;

static Make
look_at_characters (CptWord *self)
{
  Make make = { .roman = TRUE };
  gboolean small = FALSE, any_small = FALSE;

  for (const char *cursor = self->begin; cursor < self->end; cursor = cpt_char_next (cursor))
    {
      gunichar c = cpt_char_at (cursor, self->end);

      if (cpt_char_is_invisible (c))
        continue;
      if (make.n_chars++ == 0)
        self->capitalised = cpt_char_is_upper (c);
      make.n_letters += cpt_char_is_letter (c);
      make.n_digits += cpt_char_is_digit (c);
      make.n_joints += is_joint (c);
      make.roman = make.roman && is_roman_digit (c);
      self->has_vowel = self->has_vowel || (cpt_char_is_letter (c) && is_vowel (c));
      self->small_end = small && cpt_char_is_lower (c);
      small = cpt_char_is_lower (c);
      any_small = any_small || small;
      self->clipped = c >= 0x400 && c < 0x530 && !is_vowel (c) && c != 0x439 && c != 0x44c;
    }
  self->all_capitals = !any_small && make.n_letters > 1;
  return make;
}

/* Words of no list that nobody can pronounce are abbreviations all the same ("Sgt", "млрд"), unless in capitals. */
static guint
guess_classes (const CptWord *self, const Make *make)
{
  if (self->small_end && !self->has_vowel && make->n_letters == make->n_chars && make->n_chars <= 5)
    return CPT_WORD_ABBREVIATION | CPT_WORD_AFTER_NUMBER;
  return 0;
}

/* "U.S", "н.э", "Ph.D", "A.F.L.-C.I.O": short pieces between full stops, no digits. */
static gboolean
is_dotted (const CptWord *self)
{
  guint n_piece = 0, n_stops = 0;

  for (const char *cursor = self->begin; cursor < self->end; cursor = cpt_char_next (cursor))
    {
      gunichar c = cpt_char_at (cursor, self->end);

      if (c == '.' || (c == '-' && n_stops > 0))
        {
          n_stops += c == '.';
          n_piece = 0;
        }
      else if (!cpt_char_is_letter (c) || ++n_piece > 2)
        return FALSE;
    }
  return n_stops > 0 && n_piece > 0;
}

static guint
classify (const CptSentenceLanguage *language, const CptWord *self, const Make *make)
{
  guint classes = cpt_sentence_language_classify (language, self->begin, self->end);
  const char *piece = self->end;

  if (make->n_joints == 0 && self->all_capitals) /* "IE", "PP" are acronyms, not "i.e.", "pp." */
    classes &= ~(guint) (CPT_WORD_INNER | CPT_WORD_BEFORE_NUMBER | CPT_WORD_AFTER_NUMBER);
  if (classes != 0)
    return classes;
  if (make->n_joints == 0)
    return guess_classes (self, make);
  if (is_dotted (self))
    return CPT_WORD_ABBREVIATION;
  while (piece > self->begin && piece[-1] != '.')
    piece--;
  return piece > self->begin ? cpt_sentence_language_classify (language, piece, self->end) & CPT_WORD_ANY_ABBREVIATION
                             : 0;
}

/**
 * cpt_word_before:
 * @end: a terminator
 * @begin: where the sentence begins; the word does not reach further back
 *
 * Returns: the word that ends at @end
 */
CptWord
cpt_word_before (const CptSentenceLanguage *language, const char *end, const char *begin)
{
  CptWord self = { .begin = end, .end = end };
  gunichar c;
  Make make;

  while (self.begin > begin && end - self.begin < MAX_WORD_BYTES
         && (is_word_char (c = cpt_char_before (self.begin, begin)) || (is_joint (c) && self.begin < end)))
    self.begin = cpt_char_prev (self.begin);
  while (self.begin < end && is_joint (cpt_char_at (self.begin, end)))
    self.begin = cpt_char_next (self.begin);
  make = look_at_characters (&self);
  self.n_chars = make.n_digits > 0 && make.n_joints > 0 ? MANY_CHARS : make.n_chars;
  if (make.n_chars == 0)
    return self;
  if (make.n_letters == 0)
    self.kind = make.n_digits > 0 ? CPT_WORD_KIND_NUMBER : CPT_WORD_KIND_NONE;
  else if (make.n_letters == 1 && make.n_chars == 1)
    self.kind = CPT_WORD_KIND_LETTER;
  else
    self.kind = make.roman ? CPT_WORD_KIND_ROMAN : CPT_WORD_KIND_WORD;
  self.classes = classify (language, &self, &make);
  return self;
}

/**
 * cpt_word_opens_sentence:
 * @sentence: where the sentence begins
 *
 * Returns: whether nothing but marks stands between @sentence and the word
 */
gboolean
cpt_word_opens_sentence (const CptWord *self, const char *sentence)
{
  if (self->begin - sentence > 16)
    return FALSE;
  for (const char *cursor = sentence; cursor < self->begin; cursor = cpt_char_next (cursor))
    if (is_word_char (cpt_char_at (cursor, self->begin)))
      return FALSE;
  return TRUE;
}

/**
 * cpt_word_follows_number:
 * @begin: where the sentence begins
 *
 * Returns: whether a number, a Roman numeral or another unit precedes the word: "1974 г.", "XIX в.", "5 тыс. руб."
 */
gboolean
cpt_word_follows_number (const CptWord *self, const CptSentenceLanguage *language, const char *begin)
{
  const char *cursor = self->begin;
  CptWord before;

  while (cursor > begin
         && (cpt_char_is_blank (cpt_char_before (cursor, begin)) || cursor[-1] == '.' || cursor[-1] == '-'))
    cursor = cpt_char_prev (cursor);
  before = cpt_word_before (language, cursor, begin);
  return before.kind == CPT_WORD_KIND_NUMBER || before.kind == CPT_WORD_KIND_ROMAN
         || (before.kind == CPT_WORD_KIND_LETTER && is_roman_digit (cpt_char_at (before.begin, before.end)))
         || (before.kind == CPT_WORD_KIND_WORD && before.classes & CPT_WORD_AFTER_NUMBER);
}

/**
 * cpt_word_follows_letter:
 * @begin: where the sentence begins
 *
 * Returns: whether the word is the last of a few letters that name things: "plans A and B", "А, Б та В"
 */
gboolean
cpt_word_follows_letter (const CptWord *self, const char *begin)
{
  const char *cursor = self->begin;
  guint n_chars = 0;

  while (cursor > begin && cursor[-1] == ' ')
    cursor--;
  while (cursor > begin && n_chars < 5 && cpt_char_is_lower (cpt_char_before (cursor, begin)))
    {
      cursor = cpt_char_prev (cursor);
      n_chars++;
    }
  if (n_chars == 0 || n_chars == 5 || cursor - begin < 2 || cursor[-1] != ' '
      || !cpt_char_is_upper (cpt_char_before (cursor - 1, begin)))
    return FALSE;
  cursor = cpt_char_prev (cursor - 1);
  return cursor > begin && cursor[-1] == ' ';
}

static gboolean
is_domain (const char *begin, const char *end)
{
  static const char *const domains[] = {
    "com", "net", "org", "info", "edu", "gov", "ru", "ua", "de", "eu", "uk", "tv"
  };
  gsize n = 0;

  while (begin + n < end && g_ascii_isalpha (begin[n]))
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (strlen (domains[i]) == n && g_ascii_strncasecmp (domains[i], begin, n) == 0)
      return TRUE;
  return FALSE;
}

/**
 * cpt_word_in_address:
 *
 * Returns: whether the unbroken run of characters around @cursor is an address of the web, of mail or of a file
 */
gboolean
cpt_word_in_address (const char *cursor, const char *begin, const char *end)
{
  const char *first = cursor, *last = cursor;

  while (first > begin && cursor - first < MAX_ADDRESS_BYTES && !g_ascii_isspace (first[-1]))
    first--;
  while (last < end && last - cursor < MAX_ADDRESS_BYTES && !g_ascii_isspace (*last))
    last++;
  if (last - first > 4 && g_ascii_strncasecmp (first, "www.", 4) == 0)
    return TRUE;
  if (cursor + 1 < last && is_domain (cursor + 1, last))
    return TRUE;
  for (const char *c = first; c < last; c++)
    if (*c == '@' || *c == '/' || *c == '\\' || *c == '=' || *c == '_')
      return TRUE;
  return FALSE;
}

/**
 * cpt_word_looks_like_sentence_start:
 * @cursor: a capital letter
 *
 * Returns: whether the word at @cursor is written as a sentence's first: "That", "I", "XVIII", but not "JPEG"
 */
gboolean
cpt_word_looks_like_sentence_start (const char *cursor, const char *end)
{
  const char *second = cpt_char_next (cursor);
  gunichar c = cpt_char_at (second, end);
  gboolean roman = is_roman_digit (cpt_char_at (cursor, end));

  if (cpt_char_is_lower (c) || cpt_char_is_blank (c) || is_apostrophe (c))
    return TRUE;
  for (; roman && cpt_char_is_letter (c); c = cpt_char_at (second, end))
    {
      roman = is_roman_digit (c);
      second = cpt_char_next (second);
    }
  return roman && cpt_char_is_blank (c);
}

static gboolean
is_opener (gunichar c)
{
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == 0xab || c == 0xbb || c == 0xbf || c == 0xa1
         || (c >= 0x2018 && c <= 0x201f) || c == 0x2039 || c == 0x203a || c == '*' || c == '_' || c == '`';
}

static gboolean
is_barred (gunichar c)
{
  return c != 0 && (c < 0x80 ? strchr (",;:!?)]}&%/|=+.", (int) c) != NULL : c == 0x2116 || c == 0xa7 || c == 0x2026);
}

static void
look_at_word (CptNext *self, const CptSentenceLanguage *language, const char *cursor, const char *end)
{
  const char *last = cursor;
  guint n_chars = 0;
  gunichar c = 0;

  self->roman = TRUE;
  while (last - cursor < MAX_WORD_BYTES && (is_word_char (c = cpt_char_at (last, end)) || is_apostrophe (c)))
    {
      self->roman = self->roman && is_roman_digit (c);
      last = cpt_char_next (last);
      n_chars++;
    }
  if (n_chars > 1 && is_apostrophe (cpt_char_before (last, cursor)))
    last = cpt_char_prev (last);
  self->classes = cpt_sentence_language_classify (language, cursor, last);
  self->pronoun_i = *cursor == 'I' && (n_chars == 1 || is_apostrophe (cpt_char_at (cursor + 1, end)));
  self->abbreviated = c == '.' && (n_chars == 1 || self->classes & CPT_WORD_ANY_ABBREVIATION);
  self->camel = self->kind == CPT_NEXT_LOWER && cpt_char_is_upper (cpt_char_at (cpt_char_next (cursor), end));
}

/* Dots that lead straight into a word open a sentence; other marks of the barred kind do not. */
static CptNextKind
look_at_dots (const char *cursor, const char *end)
{
  const char *after = cursor;

  while (after < end && *after == '.' && after - cursor < 4)
    after++;
  if (cpt_char_at (cursor, end) == 0x2026)
    after = cpt_char_next (cursor);
  return after > cursor + 1 && cpt_char_is_letter (cpt_char_at (after, end)) ? CPT_NEXT_SYMBOL : CPT_NEXT_BARRED;
}

static CptNextKind
get_kind (gunichar c, const char *cursor, const char *end)
{
  if (c == 0)
    return CPT_NEXT_NONE;
  if (cpt_char_is_upper (c))
    return CPT_NEXT_UPPER;
  if (cpt_char_is_lower (c))
    return CPT_NEXT_LOWER;
  if (cpt_char_is_digit (c))
    return CPT_NEXT_DIGIT;
  if (cpt_char_is_letter (c))
    return CPT_NEXT_LETTER;
  if (is_barred (c))
    return look_at_dots (cursor, end);
  return CPT_NEXT_SYMBOL;
}

/**
 * cpt_next_look:
 * @cursor: after a terminator and its closing marks
 *
 * Returns: what the text goes on with
 */
CptNext
cpt_next_look (const CptSentenceLanguage *language, const char *cursor, const char *end)
{
  CptNext self = { 0 };
  guint n_marks = 0, n_lines = 0;
  gunichar c;

  for (; n_marks < MAX_OPENERS; cursor = cpt_char_next (cursor))
    {
      c = cpt_char_at (cursor, end);
      if (cpt_char_is_blank (c))
        n_lines += c == '\n' && n_marks == 0;
      else if (is_opener (c) || cpt_char_is_dash (c))
        {
          n_marks++;
          self.dashed = self.dashed || cpt_char_is_dash (c);
          self.opened = self.opened || !cpt_char_is_dash (c);
        }
      else if (!cpt_char_is_invisible (c))
        break;
    }
  c = cpt_char_at (cursor, end);
  self.begin = cursor;
  self.kind = n_lines > 1 ? CPT_NEXT_NONE : get_kind (c, cursor, end);
  if (self.kind != CPT_NEXT_NONE && cpt_char_is_letter (c))
    look_at_word (&self, language, cursor, end);
  return self;
}

/**
 * cpt_next_finds_class:
 * @class: a #CptWordClass
 *
 * Returns: whether one of the next few words is of @class, with nothing but capitalised words before it: "Jane Roe
 * asked"
 */
gboolean
cpt_next_finds_class (const CptSentenceLanguage *language, const CptNext *self, const char *end, guint class)
{
  const char *cursor = self->begin;

  for (guint i = 0; i < MAX_NAME_WORDS && cursor < end; i++)
    {
      const char *last = cursor;

      while (last - cursor < MAX_WORD_BYTES && is_word_char (cpt_char_at (last, end)))
        last = cpt_char_next (last);
      if (last == cursor)
        return FALSE;
      if (i > 0 && cpt_sentence_language_classify (language, cursor, last) & class)
        return TRUE;
      if (!cpt_char_is_upper (cpt_char_at (cursor, end)))
        return FALSE;
      cursor = last + (last < end && (*last == '.' || *last == '-'));
      while (cursor < end && *cursor == ' ')
        cursor++;
    }
  return FALSE;
}
