// SPDX-License-Identifier: GPL-3.0-or-later
// Marks what was searched for, by the same folding of case and accents as the filter. Room: gui/models; knows no widget.
#include "cpt-hits.h"

#include "cpt-folder.h"

#include <string.h>

/* A dark yellow that text stays readable on, both dark on light and light on dark. */
#define HIT_RED 0xf5c2
#define HIT_GREEN 0xc211
#define HIT_BLUE 0x1111
#define HIT_ALPHA 0x5fff

typedef struct
{
  GString *folded; /* the text without case and accents */
  GArray *offsets; /* (element-type gsize): for each byte of it where in the text its character begins, and the end */
} Folded;

static void
fold (Folded *self, CptFolder *folder, const char *text)
{
  gsize offset = 0;

  self->folded = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      offset = (gsize) (at - text);
      cpt_folder_add (folder, self->folded, at, (gsize) (g_utf8_next_char (at) - at));
      while (self->offsets->len < self->folded->len)
        g_array_append_val (self->offsets, offset);
    }
  offset = strlen (text);
  g_array_append_val (self->offsets, offset);
}

static void
mark (PangoAttrList *attributes, gsize begin_bytes, gsize end_bytes)
{
  PangoAttribute *ground = pango_attr_background_new (HIT_RED, HIT_GREEN, HIT_BLUE);
  PangoAttribute *alpha = pango_attr_background_alpha_new (HIT_ALPHA);

  ground->start_index = alpha->start_index = (guint) begin_bytes;
  ground->end_index = alpha->end_index = (guint) end_bytes;
  pango_attr_list_insert (attributes, ground);
  pango_attr_list_insert (attributes, alpha);
}

static void
mark_word (PangoAttrList *attributes, const Folded *text, const char *word, gsize length_bytes)
{
  for (const char *at = text->folded->str; (at = strstr (at, word)) != NULL; at += length_bytes)
    {
      gsize begin = (gsize) (at - text->folded->str), last = begin + length_bytes - 1, next = last + 1;
      gsize end_bytes;

      /* To the end of the character that the last byte came from. */
      while (next + 1 < text->offsets->len
             && g_array_index (text->offsets, gsize, next) == g_array_index (text->offsets, gsize, last))
        next++;
      end_bytes = g_array_index (text->offsets, gsize, MIN (next, text->offsets->len - 1));
      mark (attributes, g_array_index (text->offsets, gsize, begin), end_bytes);
    }
}

/**
 * cpt_hits_new_attributes:
 * @text: valid UTF-8
 * @words: what was searched for: words divided by blanks
 *
 * Returns: (transfer full): a mark on each place of @text that holds one of @words
 *
 * Cost: linear in @text times the number of words.
 */
PangoAttrList *
cpt_hits_new_attributes (const char *text, const char *words)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (CptFolder) folder = cpt_folder_new ();
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n", -1);
  g_autoptr (GString) word = g_string_new (NULL);
  Folded folded;

  fold (&folded, folder, text);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_string_truncate (word, 0);
      cpt_folder_add (folder, word, parts[i], strlen (parts[i]));
      if (word->len > 0)
        mark_word (attributes, &folded, word->str, word->len);
    }
  g_string_free (folded.folded, TRUE);
  g_array_unref (folded.offsets);
  return attributes;
}
