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

struct _CptHits
{
  CptFolder *folder;
  GPtrArray *words; /* folded */
  GString *folded;  /* the text without case and accents */
  GArray *offsets;  /* (element-type gsize): for each byte of it where in the text its character begins, and the end */
};

/**
 * cpt_hits_new:
 * @words: what was searched for: words divided by blanks
 *
 * Returns: (transfer full): the words, folded as the filter folds them
 */
CptHits *
cpt_hits_new (const char *words)
{
  CptHits *self = g_new0 (CptHits, 1);
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n", -1);

  self->folder = cpt_folder_new ();
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_string_truncate (self->folded, 0);
      cpt_folder_add (self->folder, self->folded, parts[i], strlen (parts[i]));
      if (self->folded->len > 0)
        g_ptr_array_add (self->words, g_strdup (self->folded->str));
    }
  return self;
}

void
cpt_hits_free (CptHits *self)
{
  if (self == NULL)
    return;
  cpt_folder_free (self->folder);
  g_ptr_array_unref (self->words);
  g_string_free (self->folded, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

static void
fold (CptHits *self, const char *text, gsize length_bytes)
{
  gsize offset = 0;

  g_string_truncate (self->folded, 0);
  g_array_set_size (self->offsets, 0);
  for (const char *at = text; at < text + length_bytes; at = g_utf8_next_char (at))
    {
      offset = (gsize) (at - text);
      cpt_folder_add (self->folder, self->folded, at, (gsize) (g_utf8_next_char (at) - at));
      while (self->offsets->len < self->folded->len)
        g_array_append_val (self->offsets, offset);
    }
  g_array_append_val (self->offsets, length_bytes);
}

static void
find_word (CptHits *self, const char *word, GArray *spans)
{
  gsize length_bytes = strlen (word);

  for (const char *at = self->folded->str; (at = strstr (at, word)) != NULL; at += length_bytes)
    {
      gsize begin = (gsize) (at - self->folded->str), last = begin + length_bytes - 1, next = last + 1;
      CptSpan span;

      /* To the end of the character that the last byte came from. */
      while (next + 1 < self->offsets->len
             && g_array_index (self->offsets, gsize, next) == g_array_index (self->offsets, gsize, last))
        next++;
      span.begin_bytes = g_array_index (self->offsets, gsize, begin);
      span.end_bytes = g_array_index (self->offsets, gsize, MIN (next, self->offsets->len - 1));
      g_array_append_val (spans, span);
    }
}

/**
 * cpt_hits_find:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the places that hold one of the words
 *
 * Cost: linear in @text times the number of words.
 */
GArray *
cpt_hits_find (CptHits *self, const char *text, gsize length_bytes)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CptSpan));

  fold (self, text, length_bytes);
  for (guint i = 0; i < self->words->len; i++)
    find_word (self, self->words->pdata[i], spans);
  return spans;
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
  g_autoptr (CptHits) hits = cpt_hits_new (words);
  g_autoptr (GArray) spans = cpt_hits_find (hits, text, strlen (text));

  for (guint i = 0; i < spans->len; i++)
    mark (attributes, g_array_index (spans, CptSpan, i).begin_bytes, g_array_index (spans, CptSpan, i).end_bytes);
  return attributes;
}
