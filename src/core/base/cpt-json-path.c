// SPDX-License-Identifier: GPL-3.0-or-later
// On which line of a JSON text a value stands. Room: core/base; runs only to make an error message, after parsing.
//
// json-glib tells no place of a node. Rather than a second parser with places, one scan of the text keeps the path of
// the value that it is in and stops where the path is the wanted one.
#include "cpt-json.h"

#include <string.h>

typedef struct
{
  gboolean is_array;
  guint index;       /* of the element that comes next, in an array */
  gsize path_length; /* of the array's or object's own path */
} Level;

typedef struct
{
  const char *cursor;
  const char *end;
  const char *wanted;
  GString *path; /* of the current value */
  Level levels[CPT_JSON_MAX_DEPTH + 1];
  guint depth;
  guint line;
} PathScanner;

static Level *
top_level (PathScanner *scanner)
{
  return &scanner->levels[scanner->depth];
}

static const char *
find_string_end (PathScanner *scanner)
{
  const char *cursor;

  for (cursor = scanner->cursor + 1; cursor < scanner->end && *cursor != '"'; cursor++)
    if (*cursor == '\\')
      cursor++;
  return MIN (cursor, scanner->end);
}

/* A string is a key when a colon follows it. */
static gboolean
is_key (const PathScanner *scanner, const char *string_end)
{
  const char *after = string_end + 1;

  while (after < scanner->end && g_ascii_isspace (*after))
    after++;
  return after < scanner->end && *after == ':' && !scanner->levels[scanner->depth].is_array;
}

static void
enter_key (PathScanner *scanner, const char *string_end)
{
  g_string_truncate (scanner->path, top_level (scanner)->path_length);
  if (scanner->path->len > 0)
    g_string_append_c (scanner->path, '.');
  g_string_append_len (scanner->path, scanner->cursor + 1, string_end - scanner->cursor - 1);
}

static void
enter_element (PathScanner *scanner)
{
  Level *level = top_level (scanner);

  if (!level->is_array)
    return;
  g_string_truncate (scanner->path, level->path_length);
  g_string_append_printf (scanner->path, "[%u]", level->index);
}

static void
enter_level (PathScanner *scanner, gboolean is_array)
{
  if (scanner->depth >= CPT_JSON_MAX_DEPTH)
    return;
  scanner->levels[++scanner->depth] = (Level){ is_array, 0, scanner->path->len };
}

static void
leave_level (PathScanner *scanner)
{
  if (scanner->depth > 0)
    scanner->depth--;
  g_string_truncate (scanner->path, top_level (scanner)->path_length);
}

/* Takes one character, or one string, and says whether the wanted value begins here. */
static gboolean
scan_step (PathScanner *scanner)
{
  char c = *scanner->cursor;
  const char *string_end;

  switch (c)
    {
    case '\n':
      scanner->line++;
      return FALSE;
    case ',':
      top_level (scanner)->index++;
      return FALSE;
    case '}':
    case ']':
      leave_level (scanner);
      return FALSE;
    case ' ':
    case '\t':
    case '\r':
    case ':':
      return FALSE;
    default:
      break;
    }
  string_end = c == '"' ? find_string_end (scanner) : NULL;
  if (string_end != NULL && is_key (scanner, string_end))
    enter_key (scanner, string_end);
  else
    enter_element (scanner);
  if (string_end != NULL)
    scanner->cursor = string_end;
  if (c == '[' || c == '{')
    enter_level (scanner, c == '[');
  return strcmp (scanner->path->str, scanner->wanted) == 0;
}

/**
 * cpt_json_find_line:
 * @data: JSON that cpt_json_parse() accepted
 * @length_bytes: its length
 * @path: "actors[14].side"; the empty path is the root
 *
 * Where a value stands, for error messages. Keys that contain full stops or brackets may be taken for paths.
 *
 * Returns: the line, from 1, on which the key or the element at @path begins; 0 when there is none
 *
 * Cost: one pass over the text before it.
 */
guint
cpt_json_find_line (const char *data, gsize length_bytes, const char *path)
{
  g_autoptr (GString) current = g_string_new (NULL);
  PathScanner scanner = { .cursor = data, .end = data + length_bytes, .wanted = path, .path = current, .line = 1 };

  for (; scanner.cursor < scanner.end; scanner.cursor++)
    if (scan_step (&scanner))
      return scanner.line;
  return 0;
}
