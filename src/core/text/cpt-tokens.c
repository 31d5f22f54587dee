// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over a text: tokens, and the set of its distinct case-folded words. Room: core/text; knows no language.
//
// Lexica are looked up once for every distinct word of a text, not for every token: the finders make an array indexed
// by the word's number. That is what keeps dozens of lexica affordable at tens of megabytes a second.
#include "cpt-tokens.h"

#include <string.h>

#include "cpt-characters.h"

/* Below this, characters are looked up: Latin, Greek, Cyrillic, Armenian, Hebrew. */
#define N_KNOWN 0x600
#define MIN_SLOTS 1024

enum
{
  IS_WORD = 1 << 0, /* part of a word or number */
  IS_DIGIT = 1 << 1,
  IS_LOWER = 1 << 2,
  IS_UPPER = 1 << 3,
  IS_SPACE = 1 << 4,
  IS_LETTER = 1 << 5,
  IS_CYRILLIC = 1 << 6,
};

typedef struct
{
  guint8 properties[N_KNOWN];
  guint16 lower[N_KNOWN]; /* 0 for characters that are left out of case-folded words */
} CharTable;

/* A place in the table of distinct words; @number is one more than the word's, 0 in empty places. Most words are
 * compared without a look at their string. */
typedef struct
{
  guint32 hash;
  guint32 number;
  guint64 start;
} Slot;

struct _CptTokens
{
  GArray *tokens;   /* CptToken */
  GArray *words;    /* CptWordKey; their words are owned by chunk */
  GStringChunk *chunk;
  Slot *slots; /* a power of two of them, at most half full */
  guint n_slots;
  char *fold; /* scratch */
  gsize fold_bytes;
};

typedef struct
{
  const CharTable *table;
  const char *text;
  const char *cursor;
  const char *end;
} Scanner;

static guint8
make_properties (gunichar c)
{
  guint8 properties = 0;

  if (g_unichar_isalnum (c) || (c >= 0x80 && (g_unichar_ismark (c) || c == 0xad)))
    properties |= IS_WORD;
  if (g_unichar_isdigit (c))
    properties |= IS_DIGIT;
  if (g_unichar_islower (c))
    properties |= IS_LOWER;
  if (g_unichar_isupper (c))
    properties |= IS_UPPER;
  if (g_unichar_isspace (c) || c == '\v' || c == 0x200b || c == 0xfeff)
    properties |= IS_SPACE;
  if (g_unichar_isalpha (c))
    properties |= IS_LETTER;
  if (c >= 0x400 && c < 0x530)
    properties |= IS_CYRILLIC;
  return properties;
}

/* Case-folds @c for words; 0 leaves it out. */
static gunichar
fold_char (gunichar c)
{
  if (c == 0x2019 || c == 0x2bc)
    return '\'';
  if (c == 0xad || c == 0x301) /* soft hyphen; the stress mark of Russian and Ukrainian texts */
    return 0;
  return g_unichar_tolower (c);
}

static const CharTable *
get_char_table (void)
{
  static CharTable table;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (gunichar c = 0; c < N_KNOWN; c++)
        {
          table.properties[c] = make_properties (c);
          table.lower[c] = (guint16) MIN (fold_char (c), 0xffff);
        }
      g_once_init_leave (&once, 1);
    }
  return &table;
}

static inline gunichar
char_at (const char *cursor, const char *end)
{
  const guchar *bytes = (const guchar *) cursor;

  if (cursor >= end)
    return 0;
  if (bytes[0] < 0x80)
    return bytes[0];
  if (bytes[0] < 0xe0)
    return (gunichar) (bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f);
  return g_utf8_get_char (cursor);
}

static inline gunichar
peek (const Scanner *scanner)
{
  return char_at (scanner->cursor, scanner->end);
}

static inline guint8
get_properties (const CharTable *table, gunichar c)
{
  return c < N_KNOWN ? table->properties[c] : make_properties (c);
}

static inline gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc;
}

/* A last letter may lack its stop ("U.S.A"), and a name may follow at once ("В.В.Путин"). */
static const char *
end_initials (const Scanner *scanner, const char *cursor)
{
  guint8 next = get_properties (scanner->table, char_at (cursor, scanner->end)), second;

  if (!(next & IS_WORD))
    return cursor;
  second = get_properties (scanner->table, char_at (cpt_char_next (cursor), scanner->end));
  if (next & IS_UPPER && !(second & IS_WORD))
    return cpt_char_next (cursor);
  return next & IS_UPPER && second & IS_LOWER ? cursor : NULL;
}

/* "U.S.", "т.е.": single letters, each followed by a full stop; at least two of them. */
static const char *
scan_initials (const Scanner *scanner)
{
  const char *cursor = scanner->cursor;
  guint n = 0;

  while (get_properties (scanner->table, char_at (cursor, scanner->end)) & IS_LETTER)
    {
      const char *stop = cpt_char_next (cursor);

      if (stop >= scanner->end || *stop != '.')
        break;
      cursor = stop + 1;
      n++;
    }
  return n >= 2 ? end_initials (scanner, cursor) : NULL;
}

/* An apostrophe within a word that is no clitic's: "п'ять", "O’Brien". */
static gboolean
joins_word (const Scanner *scanner, const char *begin)
{
  const char *after = cpt_char_next (scanner->cursor), *prev;
  guint8 next = get_properties (scanner->table, char_at (after, scanner->end));

  if (!(next & IS_LETTER) || scanner->cursor == begin)
    return FALSE;
  prev = cpt_char_prev (scanner->cursor);
  if (next & IS_CYRILLIC)
    return (get_properties (scanner->table, char_at (prev, scanner->end)) & IS_CYRILLIC) != 0;
  return prev == begin && next & IS_UPPER
         && get_properties (scanner->table, char_at (cpt_char_next (after), scanner->end)) & IS_LOWER;
}

static void
scan_word (Scanner *scanner, CptToken *token)
{
  const char *begin = scanner->cursor;
  gboolean any_lower = FALSE, all_digits = TRUE;
  guint n_letters = 0;

  while (scanner->cursor < scanner->end)
    {
      gunichar c = peek (scanner);
      guint8 properties = get_properties (scanner->table, c);

      if (properties & IS_WORD && !(properties & IS_DIGIT))
        {
          all_digits = FALSE;
          n_letters++;
          any_lower |= (properties & IS_LOWER) != 0;
        }
      else if (properties & IS_DIGIT)
        token->flags |= CPT_TOKEN_HAS_DIGIT;
      else if (all_digits ? !((c == '.' || c == ',' || c == ':') && scanner->cursor + 1 < scanner->end
                              && g_ascii_isdigit (scanner->cursor[1]))
                          : !(is_apostrophe (c) && joins_word (scanner, begin)))
        break;
      scanner->cursor = cpt_char_next (scanner->cursor);
    }
  token->kind = all_digits ? CPT_TOKEN_NUMBER : CPT_TOKEN_WORD;
  if (n_letters > 1 && !any_lower)
    token->flags |= CPT_TOKEN_ALL_CAPS;
}

static gboolean
is_clitic (const Scanner *scanner, const GArray *tokens)
{
  const CptToken *last = tokens->len > 0 ? &g_array_index (tokens, CptToken, tokens->len - 1) : NULL;
  const char *after = cpt_char_next (scanner->cursor);
  guint n = 0;

  if (last == NULL || last->kind != CPT_TOKEN_WORD || scanner->text + last->end_bytes != scanner->cursor)
    return FALSE;
  while (after < scanner->end && n < 3 && g_ascii_isalpha (*after))
    {
      after++;
      n++;
    }
  return n > 0 && n < 3
         && (after >= scanner->end || !(get_properties (scanner->table, char_at (after, scanner->end)) & IS_WORD));
}

static void
scan_clitic (Scanner *scanner, CptToken *token)
{
  token->kind = CPT_TOKEN_CLITIC;
  scanner->cursor = cpt_char_next (scanner->cursor);
  while (scanner->cursor < scanner->end && g_ascii_isalpha (*scanner->cursor))
    scanner->cursor++;
}

/* Case-folds the word into the scratch buffer, which ends with a NUL then and has at least eight bytes, those after a
 * shorter word NUL. Returns: its hash */
static guint32
fold_word (CptTokens *self, const CharTable *table, const char *begin, const char *end)
{
  guint32 hash = CPT_WORD_HASH_BEGIN;
  char *out;

  if (self->fold_bytes < (gsize) (end - begin) * 2 + 8)
    {
      self->fold_bytes = (gsize) (end - begin) * 4 + 64;
      self->fold = g_realloc (self->fold, self->fold_bytes);
    }
  out = self->fold;
  memset (out, 0, sizeof (guint64));
  for (const char *cursor = begin; cursor < end; cursor = cpt_char_next (cursor))
    {
      gunichar c = char_at (cursor, end);
      gunichar folded = c < N_KNOWN ? table->lower[c] : fold_char (c);

      if (folded == 0)
        continue;
      hash = cpt_word_hash_add (hash, folded);
      if (folded < 0x80)
        *out++ = (char) folded;
      else
        out += g_unichar_to_utf8 (folded, out);
    }
  *out = '\0';
  return cpt_word_hash_end (hash);
}

static void
grow_slots (CptTokens *self)
{
  guint n_slots = MAX (self->n_slots * 2, MIN_SLOTS);
  Slot *slots = g_new0 (Slot, n_slots);

  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].number != 0)
      {
        guint k = self->slots[i].hash & (n_slots - 1);

        while (slots[k].number != 0)
          k = (k + 1) & (n_slots - 1);
        slots[k] = self->slots[i];
      }
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static inline gboolean
slot_holds (const CptTokens *self, const Slot *slot, guint32 hash, guint64 start)
{
  if (slot->hash != hash || slot->start != start)
    return FALSE;
  return self->fold[sizeof start - 1] == '\0'
         || strcmp (g_array_index (self->words, CptWordKey, slot->number - 1).word, self->fold) == 0;
}

static guint32
intern_word (CptTokens *self, const CharTable *table, const char *begin, const char *end)
{
  guint32 hash = fold_word (self, table, begin, end);
  guint64 start;
  CptWordKey key;
  guint k;

  memcpy (&start, self->fold, sizeof start);

  if (self->words->len * 2 >= self->n_slots)
    grow_slots (self);
  for (k = hash & (self->n_slots - 1); self->slots[k].number != 0; k = (k + 1) & (self->n_slots - 1))
    if (slot_holds (self, &self->slots[k], hash, start))
      return self->slots[k].number - 1;
  key = (CptWordKey){ g_string_chunk_insert (self->chunk, self->fold), start, hash };
  g_array_append_val (self->words, key);
  self->slots[k] = (Slot){ hash, self->words->len, start };
  return self->words->len - 1;
}

static guint8
skip_blank (Scanner *scanner)
{
  guint n_lines = 0;
  guint8 flags = scanner->cursor == scanner->text
                     ? CPT_TOKEN_SPACE_BEFORE | CPT_TOKEN_LINE_BEFORE | CPT_TOKEN_PARAGRAPH_BEFORE
                     : 0;

  for (gunichar c; get_properties (scanner->table, c = peek (scanner)) & IS_SPACE;
       scanner->cursor = cpt_char_next (scanner->cursor))
    {
      flags |= CPT_TOKEN_SPACE_BEFORE;
      n_lines +=
          c == '\n' || c == 0x2028 || (c == '\r' && scanner->cursor + 1 < scanner->end && scanner->cursor[1] != '\n');
      n_lines += c == 0x2029 ? 2 : 0;
    }
  if (n_lines > 0)
    flags |= CPT_TOKEN_LINE_BEFORE;
  if (n_lines > 1)
    flags |= CPT_TOKEN_PARAGRAPH_BEFORE;
  return flags;
}

static void
scan_token (CptTokens *self, Scanner *scanner, CptToken *token)
{
  const char *begin = scanner->cursor;
  gunichar c = peek (scanner);
  guint8 properties = get_properties (scanner->table, c);
  const char *initials;

  token->begin_bytes = (guint32) (begin - scanner->text);
  token->first = c;
  token->word = CPT_NO_WORD;
  if (properties & IS_WORD)
    {
      if (properties & IS_UPPER)
        token->flags |= CPT_TOKEN_CAPITALISED;
      initials = properties & IS_DIGIT ? NULL : scan_initials (scanner);
      if (initials != NULL)
        {
          token->kind = CPT_TOKEN_WORD;
          token->flags |= token->flags & CPT_TOKEN_CAPITALISED ? CPT_TOKEN_ALL_CAPS : 0;
          scanner->cursor = initials;
        }
      else
        scan_word (scanner, token);
    }
  else if (is_apostrophe (c) && is_clitic (scanner, self->tokens))
    scan_clitic (scanner, token);
  else
    {
      token->kind = CPT_TOKEN_MARK;
      scanner->cursor = cpt_char_next (scanner->cursor);
    }
  token->end_bytes = (guint32) (scanner->cursor - scanner->text);
  if (token->kind != CPT_TOKEN_MARK)
    token->word = intern_word (self, scanner->table, begin, scanner->cursor);
}

/**
 * cpt_tokens_new:
 * @text: valid UTF-8
 * @length_bytes: its length, at most %CPT_TEXT_MAX_BYTES
 *
 * Returns: (transfer full): the tokens of @text; every character that is not blank lies in exactly one
 *
 * Cost: one pass; memory for 20 bytes a token and the distinct words.
 */
CptTokens *
cpt_tokens_new (const char *text, gsize length_bytes)
{
  CptTokens *self = g_new0 (CptTokens, 1);
  Scanner scanner = { get_char_table (), text, text, text + length_bytes };

  g_return_val_if_fail (length_bytes <= CPT_TEXT_MAX_BYTES, NULL);
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (CptToken), (guint) (length_bytes / 4 + 8));
  self->words = g_array_new (FALSE, FALSE, sizeof (CptWordKey));
  self->chunk = g_string_chunk_new (16 * 1024);
  for (;;)
    {
      CptToken token = { 0 };

      token.flags = skip_blank (&scanner);
      if (scanner.cursor >= scanner.end)
        break;
      scan_token (self, &scanner, &token);
      g_array_append_val (self->tokens, token);
    }
  return self;
}

void
cpt_tokens_free (CptTokens *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tokens);
  g_array_unref (self->words);
  g_string_chunk_free (self->chunk);
  g_free (self->slots);
  g_free (self->fold);
  g_free (self);
}

/**
 * cpt_tokens_get:
 * @self: tokens
 * @n_tokens: (out): their number
 *
 * Returns: (transfer none) (array length=n_tokens): all tokens in the order of the text
 */
const CptToken *
cpt_tokens_get (const CptTokens *self, guint *n_tokens)
{
  *n_tokens = self->tokens->len;
  return (const CptToken *) (gpointer) self->tokens->data;
}

guint
cpt_tokens_get_n_words (const CptTokens *self)
{
  return self->words->len;
}

/**
 * cpt_tokens_get_word:
 * @self: tokens
 * @word: a word number below cpt_tokens_get_n_words()
 *
 * Returns: (transfer none): the case-folded word; typographic apostrophes are plain in it
 */
const char *
cpt_tokens_get_word (const CptTokens *self, guint32 word)
{
  g_return_val_if_fail (word < self->words->len, NULL);
  return g_array_index (self->words, CptWordKey, word).word;
}

/* The same word as a key of word tables; likewise. */
const CptWordKey *
cpt_tokens_get_key (const CptTokens *self, guint32 word)
{
  g_return_val_if_fail (word < self->words->len, NULL);
  return &g_array_index (self->words, CptWordKey, word);
}

/**
 * cpt_tokens_find_at:
 * @self: tokens
 * @offset_bytes: an offset into the text
 *
 * Returns: the number of the first token that ends after @offset_bytes; the number of tokens when there is none
 *
 * Cost: logarithmic.
 */
guint
cpt_tokens_find_at (const CptTokens *self, gsize offset_bytes)
{
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->tokens, CptToken, middle).end_bytes <= offset_bytes)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
