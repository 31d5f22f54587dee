// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of "Key: value" before a text: the front matter of Markdown, header lines of plain text. Room: core/importers.
#include "cpt-headers.h"

#include <string.h>

/* A date stands at the beginning of its line. */
#define MAX_DATE_BYTES 80

static const struct
{
  const char *key;
  gsize field; /* offset of a char * in CptFoundMetadata */
} keys[] = {
  { "title", G_STRUCT_OFFSET (CptFoundMetadata, title) },
  { "headline", G_STRUCT_OFFSET (CptFoundMetadata, title) },
  { "author", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "authors", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "byline", G_STRUCT_OFFSET (CptFoundMetadata, author) },
  { "publisher", G_STRUCT_OFFSET (CptFoundMetadata, publisher) },
  { "publication", G_STRUCT_OFFSET (CptFoundMetadata, publisher) },
  { "source", G_STRUCT_OFFSET (CptFoundMetadata, publisher) },
  { "site", G_STRUCT_OFFSET (CptFoundMetadata, publisher) },
  { "published", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "date", G_STRUCT_OFFSET (CptFoundMetadata, published) },
  { "language", G_STRUCT_OFFSET (CptFoundMetadata, language) },
  { "lang", G_STRUCT_OFFSET (CptFoundMetadata, language) },
  { "url", G_STRUCT_OFFSET (CptFoundMetadata, url) },
  { "link", G_STRUCT_OFFSET (CptFoundMetadata, url) },
  { "canonical", G_STRUCT_OFFSET (CptFoundMetadata, url) },
};

void
cpt_found_metadata_clear (CptFoundMetadata *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->url, g_free);
}

CptArticleMetadata
cpt_found_metadata_peek (const CptFoundMetadata *self)
{
  return (CptArticleMetadata){
    .title = self->title,
    .author = self->author,
    .publisher = self->publisher,
    .published = self->published,
    .language = self->language,
    .url = self->url,
  };
}

static int
parse_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/* The length of "T14:30", "T14:30:05", "T14:30:05.123+01:00", "T14:30Z" at the beginning of @text; 0 for none. */
static gsize
measure_time (const char *text)
{
  const char *at = text + 6;

  if ((*text != 'T' && *text != ' ') || parse_digits (text + 1, 2) < 0 || parse_digits (text + 1, 2) > 24
      || text[3] != ':' || parse_digits (text + 4, 2) < 0)
    return 0;
  if (*at == ':' && parse_digits (at + 1, 2) >= 0)
    at += 3;
  if (*at == '.')
    at += 1 + strspn (at + 1, "0123456789");
  if (*at == 'Z')
    at++;
  else if ((*at == '+' || *at == '-') && parse_digits (at + 1, 2) >= 0)
    at += strspn (at + 1, "0123456789:") + 1;
  return (gsize) (at - text);
}

/* 1 to 12 when @word begins like an English month and goes on with letters or a full stop only, else 0. */
static int
find_month (const char *word, gsize length)
{
  static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december" };

  for (int i = 0; i < 12 && length >= 3; i++)
    {
      if (g_ascii_strncasecmp (word, months[i], MIN (length, strlen (months[i]))) == 0
          && length <= strlen (months[i]) + 1)
        return i + 1;
    }
  return 0;
}

/* "20 Dec 2025", "December 20, 2025", "Sat, 20 Dec 2025 08:00:00 GMT": as servers and mails write days. */
static char *
normalise_english (const char *text)
{
  int day = 0, month = 0, year = 0;
  const char *end = text + strnlen (text, MAX_DATE_BYTES);

  for (const char *at = text; at < end && (day == 0 || month == 0 || year == 0);)
    {
      gsize n_digits = strspn (at, "0123456789"), n_letters = strcspn (at, " ,.;:|()0123456789\t\n");
      int number = n_digits > 0 && n_digits < 5 ? parse_digits (at, (guint) n_digits) : 0;

      if (n_digits == 4 && month > 0)
        year = number;
      else if (n_digits > 0 && n_digits < 3 && at[n_digits] != ':' && (at == text || at[-1] != ':') && day == 0)
        day = number;
      else if (n_digits == 0 && month == 0)
        month = find_month (at, n_letters);
      at += MAX (MAX (n_digits, n_letters), 1);
    }
  return cpt_ymd_is_valid (year, month, day) && year > 1000 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day)
                                                            : NULL;
}

/**
 * cpt_headers_normalise_date:
 * @text: (nullable): what stands where a date is expected
 *
 * Knows ISO 8601 with "-" or "/", the compact form 20251220, and English days with the name of the month. What depends
 * on a country (3/4/2025) is not guessed.
 *
 * Returns: (transfer full) (nullable): "2025-12-20" or "2025-12-20T14:30:00+01:00"
 */
char *
cpt_headers_normalise_date (const char *text)
{
  char separator;
  int year, month, day;
  gsize length;
  g_autofree char *time = NULL;

  if (text == NULL)
    return NULL;
  text += strspn (text, " \t\n\r");
  year = parse_digits (text, 4);
  if (year < 1000)
    return normalise_english (text);
  separator = text[4];
  length = separator == '-' || separator == '/' ? 1 : 0;
  month = parse_digits (text + 4 + length, 2);
  if (month < 0 || (length == 1 && text[7] != separator))
    return NULL;
  day = parse_digits (text + 6 + 2 * length, 2);
  if (day < 0 || !cpt_ymd_is_valid (year, month, day) || g_ascii_isdigit (text[8 + 2 * length]))
    return NULL;
  text += 8 + 2 * length;
  time = g_strndup (text, measure_time (text));
  if (*time == ' ')
    *time = 'T';
  return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, time);
}

static char *
dup_value (const char *value, gsize length_bytes)
{
  char *copy = g_strstrip (g_strndup (value, length_bytes));
  gsize length = strlen (copy);

  if (length >= 2 && (*copy == '"' || *copy == '\'') && copy[length - 1] == *copy)
    {
      memmove (copy, copy + 1, length - 2);
      copy[length - 2] = '\0';
    }
  return copy;
}

gboolean
cpt_headers_take_line (CptFoundMetadata *metadata, const char *line, gsize length_bytes)
{
  const char *colon = memchr (line, ':', MIN (length_bytes, 24));
  g_autofree char *key = NULL, *value = NULL;

  if (colon == NULL)
    return FALSE;
  key = g_strstrip (g_ascii_strdown (line, colon - line));
  value = dup_value (colon + 1, length_bytes - (gsize) (colon + 1 - line));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      char **field = G_STRUCT_MEMBER_P (metadata, keys[i].field);
      gboolean is_date = keys[i].field == G_STRUCT_OFFSET (CptFoundMetadata, published);
      g_autofree char *date = is_date ? cpt_headers_normalise_date (value) : NULL;

      if (!g_str_equal (key, keys[i].key))
        continue;
      if (is_date && date == NULL)
        return FALSE;
      if (*field == NULL && *value != '\0')
        *field = is_date ? g_steal_pointer (&date) : g_steal_pointer (&value);
      return TRUE;
    }
  return FALSE;
}
