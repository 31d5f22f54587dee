// SPDX-License-Identifier: GPL-3.0-or-later
// Character references of HTML in text that is not HTML: Markdown, JSON inside web pages. Room: core/importers.
#include "cpt-entities.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_REFERENCE_BYTES 12

static gunichar
find_numeric (const char *digits)
{
  gboolean hex = *digits == 'x' || *digits == 'X';
  char *end = NULL;
  guint64 value = g_ascii_strtoull (digits + hex, &end, hex ? 16 : 10);

  if (end == digits + hex || *end != ';' || value > 0x10ffff)
    return 0;
  return g_unichar_validate ((gunichar) value) ? (gunichar) value : 0;
}

gsize
cpt_entity_measure (const char *text, gunichar *character)
{
  const char *end = memchr (text, ';', strnlen (text, MAX_REFERENCE_BYTES));
  const htmlEntityDesc *entity;
  g_autofree char *name = NULL;

  *character = 0;
  if (*text != '&' || end == NULL)
    return 0;
  name = g_strndup (text + 1, (gsize) (end - text - 1));
  if (*name == '#')
    *character = find_numeric (text + 2);
  else if ((entity = htmlEntityLookup (BAD_CAST name)) != NULL)
    *character = entity->value;
  else if (g_str_equal (name, "apos"))
    *character = '\'';
  return *character != 0 ? (gsize) (end + 1 - text) : 0;
}

char *
cpt_entities_decode (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gunichar character;
      gsize length = *text == '&' ? cpt_entity_measure (text, &character) : 0;

      if (length > 0)
        g_string_append_unichar (out, character);
      else
        g_string_append_c (out, *text);
      text += MAX (length, 1);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
