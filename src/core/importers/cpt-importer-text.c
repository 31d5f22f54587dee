// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text: the text is the file's, to the character. Room: core/importers.
#include "cpt-encoding.h"
#include "cpt-headers.h"
#include "cpt-importer-private.h"

#include <string.h>

/* A line longer than this is a paragraph, not a headline. */
#define MAX_HEADLINE_CHARS 180

static const char *const patterns[] = { "*.txt", "*.text", NULL };

static int
sniff (const CptImportInput *input)
{
  return cpt_import_name_matches (input, patterns) ? 50 : 10;
}

static gsize
measure_line (const char *line)
{
  const char *end = strchr (line, '\n');

  return end != NULL ? (gsize) (end - line) : strlen (line);
}

static gboolean
is_blank_line (const char *line)
{
  return line[strspn (line, " \t")] == '\n' || line[strspn (line, " \t")] == '\0';
}

/* Lines of known keys up to a blank line; one line that is anything else, and none of them is a header. */
static gsize
take_headers (CptFoundMetadata *metadata, const char *text)
{
  g_auto (CptFoundMetadata) found = { 0 };
  const char *line = text;

  while (*line != '\0' && !is_blank_line (line))
    {
      gsize length = measure_line (line);

      if (!cpt_headers_take_line (&found, line, length))
        return 0;
      line += length + (line[length] == '\n');
    }
  if (line == text || *line == '\0')
    return 0;
  *metadata = found;
  found = (CptFoundMetadata){ 0 };
  while (*line != '\0' && is_blank_line (line))
    line += measure_line (line) + 1;
  return (gsize) (line - text);
}

/* A short first line that does not end like a sentence, with text after it. */
static char *
find_headline (const char *text)
{
  const char *begin = text + strspn (text, " \t\n");
  g_autofree char *line = g_strstrip (g_strndup (begin, measure_line (begin)));
  gsize length = strlen (line);
  const char *rest = begin + measure_line (begin);

  if (length == 0 || g_utf8_strlen (line, -1) > MAX_HEADLINE_CHARS || rest[strspn (rest, " \t\n")] == '\0')
    return NULL;
  if (strchr (".:;,", line[length - 1]) != NULL)
    return NULL;
  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        return g_steal_pointer (&line);
    }
  return NULL;
}

static CptArticle *
import (const CptImportInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = cpt_encoding_decode (input, NULL, error);
  g_auto (CptFoundMetadata) metadata = { 0 };

  if (text == NULL)
    return NULL;
  g_string_erase (text, 0, (gssize) take_headers (&metadata, text->str));
  if (metadata.title == NULL)
    metadata.title = find_headline (text->str);
  return cpt_import_make_article (input, text, cpt_found_metadata_peek (&metadata), error);
}

const CptImporter cpt_importer_text = { .id = "text", .patterns = patterns, .sniff = sniff, .import = import };
