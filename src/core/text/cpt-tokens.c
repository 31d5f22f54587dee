// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over a text: tokens, and the set of its distinct case-folded words. Room: core/text; knows no language.
//
// Lexica are looked up once for every distinct word of a text, not for every token: the finders make an array indexed
// by the word's number. That is what keeps dozens of lexica affordable at tens of megabytes a second.
#include "cpt-tokens.h"

#include <string.h>

struct _CptTokens
{
  GArray *tokens;          /* CptToken */
  GPtrArray *words;        /* char *, owned by chunk */
  GHashTable *word_numbers; /* char * -> number + 1 */
  GStringChunk *chunk;
  GString *fold;           /* scratch */
};

typedef struct
{
  const char *text;
  const char *cursor;
  const char *end;
} Scanner;

static inline gunichar
peek (const Scanner *scanner)
{
  if (scanner->cursor >= scanner->end)
    return 0;
  return (guchar) *scanner->cursor < 0x80 ? (gunichar) *scanner->cursor : g_utf8_get_char (scanner->cursor);
}

static inline gboolean
is_word_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0xad;
}

static inline gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit ((char) c) : g_unichar_isdigit (c);
}

static inline gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc;
}

static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) || c == '\v' : g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

static const char *
next_char (const char *cursor)
{
  return (guchar) *cursor < 0x80 ? cursor + 1 : g_utf8_next_char (cursor);
}

/* "U.S.", "т.е.": single letters, each followed by a full stop; at least two of them. */
static const char *
scan_initials (const Scanner *scanner)
{
  const char *cursor = scanner->cursor;
  guint n = 0;

  while (cursor < scanner->end && g_unichar_isalpha (g_utf8_get_char (cursor)))
    {
      const char *stop = next_char (cursor);

      if (stop >= scanner->end || *stop != '.')
        break;
      cursor = stop + 1;
      n++;
    }
  if (n < 2 || (cursor < scanner->end && is_word_char (g_utf8_get_char (cursor))))
    return NULL;
  return cursor;
}

static void
scan_word (Scanner *scanner, CptToken *token)
{
  gboolean any_lower = FALSE, all_digits = TRUE;
  guint n_letters = 0;

  while (scanner->cursor < scanner->end)
    {
      gunichar c = peek (scanner);

      if (is_word_char (c))
        {
          if (is_digit (c))
            token->flags |= CPT_TOKEN_HAS_DIGIT;
          else
            {
              all_digits = FALSE;
              n_letters++;
              any_lower |= c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c);
            }
        }
      else if (!(all_digits && (c == '.' || c == ',' || c == ':') && scanner->cursor + 1 < scanner->end
                 && g_ascii_isdigit (scanner->cursor[1])))
        break;
      scanner->cursor = next_char (scanner->cursor);
    }
  token->kind = all_digits ? CPT_TOKEN_NUMBER : CPT_TOKEN_WORD;
  if (n_letters > 1 && !any_lower)
    token->flags |= CPT_TOKEN_ALL_CAPS;
}

static gboolean
is_clitic (const Scanner *scanner, const GArray *tokens)
{
  const CptToken *last = tokens->len > 0 ? &g_array_index (tokens, CptToken, tokens->len - 1) : NULL;
  const char *after = next_char (scanner->cursor);
  guint n = 0;

  if (last == NULL || last->kind != CPT_TOKEN_WORD || scanner->text + last->end_bytes != scanner->cursor)
    return FALSE;
  while (after < scanner->end && n < 3 && g_ascii_isalpha (*after))
    {
      after++;
      n++;
    }
  return n > 0 && n < 3 && (after >= scanner->end || !is_word_char (g_utf8_get_char (after)));
}

static void
scan_clitic (Scanner *scanner, CptToken *token)
{
  token->kind = CPT_TOKEN_CLITIC;
  scanner->cursor = next_char (scanner->cursor);
  while (scanner->cursor < scanner->end && g_ascii_isalpha (*scanner->cursor))
    scanner->cursor++;
}

static void
fold_into (GString *fold, const char *begin, const char *end)
{
  g_string_truncate (fold, 0);
  for (const char *cursor = begin; cursor < end; cursor = next_char (cursor))
    {
      gunichar c = (guchar) *cursor < 0x80 ? (gunichar) *cursor : g_utf8_get_char (cursor);

      if (c < 0x80)
        g_string_append_c (fold, g_ascii_tolower ((char) c));
      else if (c == 0x2019 || c == 0x2bc)
        g_string_append_c (fold, '\'');
      else if (c != 0xad && c != 0x301) /* soft hyphen; the stress mark of Russian and Ukrainian texts */
        g_string_append_unichar (fold, g_unichar_tolower (c));
    }
}

static guint32
intern_word (CptTokens *self, const char *begin, const char *end)
{
  gpointer found;
  char *word;

  fold_into (self->fold, begin, end);
  found = g_hash_table_lookup (self->word_numbers, self->fold->str);
  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  word = g_string_chunk_insert_len (self->chunk, self->fold->str, (gssize) self->fold->len);
  g_ptr_array_add (self->words, word);
  g_hash_table_insert (self->word_numbers, word, GUINT_TO_POINTER (self->words->len));
  return self->words->len - 1;
}

static guint8
skip_blank (Scanner *scanner)
{
  guint n_lines = 0;
  guint8 flags = scanner->cursor == scanner->text
                     ? CPT_TOKEN_SPACE_BEFORE | CPT_TOKEN_LINE_BEFORE | CPT_TOKEN_PARAGRAPH_BEFORE
                     : 0;

  for (gunichar c; scanner->cursor < scanner->end && is_space (c = peek (scanner)); scanner->cursor = next_char (scanner->cursor))
    {
      flags |= CPT_TOKEN_SPACE_BEFORE;
      n_lines += c == '\n' || c == 0x2028 || (c == '\r' && scanner->cursor + 1 < scanner->end && scanner->cursor[1] != '\n');
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
  const char *initials;

  token->begin_bytes = (guint32) (begin - scanner->text);
  token->first = c;
  token->word = CPT_NO_WORD;
  if (is_word_char (c))
    {
      if (g_unichar_isupper (c))
        token->flags |= CPT_TOKEN_CAPITALISED;
      initials = is_digit (c) ? NULL : scan_initials (scanner);
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
      scanner->cursor = next_char (scanner->cursor);
    }
  token->end_bytes = (guint32) (scanner->cursor - scanner->text);
  if (token->kind != CPT_TOKEN_MARK)
    token->word = intern_word (self, begin, scanner->cursor);
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
  Scanner scanner = { text, text, text + length_bytes };

  g_return_val_if_fail (length_bytes <= CPT_TEXT_MAX_BYTES, NULL);
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (CptToken), (guint) (length_bytes / 5 + 8));
  self->words = g_ptr_array_new ();
  self->word_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->chunk = g_string_chunk_new (16 * 1024);
  self->fold = g_string_sized_new (64);
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
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->word_numbers);
  g_string_chunk_free (self->chunk);
  g_string_free (self->fold, TRUE);
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
  return g_ptr_array_index (self->words, word);
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
