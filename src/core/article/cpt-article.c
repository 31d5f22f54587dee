// SPDX-License-Identifier: GPL-3.0-or-later
// The immutable article. Room: core/article; knows no file format and no analysis.
#include "cpt-article.h"

#include <string.h>

/* Code points are counted once, with a checkpoint each so many bytes: an offset costs at most one such stretch. */
#define BYTES_PER_CHECKPOINT 128

/* The text is shared between versions of an article that differ only in their metadata. */
typedef struct
{
  char *bytes;
  gsize length_bytes;
  gsize length_chars;
  gsize *checkpoints; /* code points before byte i * BYTES_PER_CHECKPOINT (rounded up to a character) */
} Text;

struct _CptArticle
{
  gatomicrefcount ref_count;
  Text *text; /* owned through g_atomic_rc_box */
  CptArticleMetadata metadata;
  CptDay published_day;
};

G_DEFINE_BOXED_TYPE (CptArticle, cpt_article, cpt_article_ref, cpt_article_unref)

static void
text_clear (gpointer data)
{
  Text *text = data;

  g_free (text->bytes);
  g_free (text->checkpoints);
}

static inline gboolean
begins_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static Text *
text_new (const char *bytes, gsize length_bytes)
{
  Text *text = g_atomic_rc_box_new0 (Text);

  text->bytes = g_malloc (length_bytes + 1);
  memcpy (text->bytes, bytes, length_bytes);
  text->bytes[length_bytes] = '\0';
  text->length_bytes = length_bytes;
  text->checkpoints = g_new (gsize, length_bytes / BYTES_PER_CHECKPOINT + 1);
  for (gsize i = 0; i <= length_bytes; i++)
    {
      if (i % BYTES_PER_CHECKPOINT == 0)
        text->checkpoints[i / BYTES_PER_CHECKPOINT] = text->length_chars;
      if (i < length_bytes)
        text->length_chars += begins_character (bytes[i]);
    }
  return text;
}

static CptArticleMetadata
metadata_dup (const CptArticleMetadata *metadata)
{
  if (metadata == NULL)
    return (CptArticleMetadata){ 0 };
  return (CptArticleMetadata){
    .title = g_strdup (metadata->title),         .author = g_strdup (metadata->author),
    .publisher = g_strdup (metadata->publisher), .published = g_strdup (metadata->published),
    .language = g_strdup (metadata->language),   .url = g_strdup (metadata->url),
    .file = g_strdup (metadata->file),
  };
}

static CptArticle *
article_new_take (Text *text, const CptArticleMetadata *metadata)
{
  CptArticle *self = g_new0 (CptArticle, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  self->metadata = metadata_dup (metadata);
  self->published_day = cpt_day_parse_iso (self->metadata.published);
  return self;
}

/**
 * cpt_article_new:
 * @text: valid UTF-8; may hold zero bytes
 * @length_bytes: its length, or -1 when terminated by a zero byte
 * @metadata: (nullable): what is known about the publication; copied
 *
 * Returns: (transfer full): a new article. Its text is @text, byte by byte: nothing is normalised here.
 *
 * Cost: one copy and one pass.
 */
CptArticle *
cpt_article_new (const char *text, gssize length_bytes, const CptArticleMetadata *metadata)
{
  gsize length = length_bytes < 0 ? strlen (text) : (gsize) length_bytes;

  return article_new_take (text_new (text, length), metadata);
}

/**
 * cpt_article_with_metadata:
 * @self: an article
 * @metadata: (nullable): new metadata; copied
 *
 * Returns: (transfer full): an article with the same text (shared, not copied) and other metadata
 */
CptArticle *
cpt_article_with_metadata (CptArticle *self, const CptArticleMetadata *metadata)
{
  return article_new_take (g_atomic_rc_box_acquire (self->text), metadata);
}

CptArticle *
cpt_article_ref (CptArticle *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cpt_article_unref (CptArticle *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_atomic_rc_box_release_full (self->text, text_clear);
  g_free ((char *) self->metadata.title);
  g_free ((char *) self->metadata.author);
  g_free ((char *) self->metadata.publisher);
  g_free ((char *) self->metadata.published);
  g_free ((char *) self->metadata.language);
  g_free ((char *) self->metadata.url);
  g_free ((char *) self->metadata.file);
  g_free (self);
}

/**
 * cpt_article_get_text:
 *
 * Returns: (transfer none): the text, terminated by a zero byte that is not part of it
 */
const char *
cpt_article_get_text (const CptArticle *self)
{
  return self->text->bytes;
}

gsize
cpt_article_get_length_bytes (const CptArticle *self)
{
  return self->text->length_bytes;
}

gsize
cpt_article_get_length_chars (const CptArticle *self)
{
  return self->text->length_chars;
}

const CptArticleMetadata *
cpt_article_get_metadata (const CptArticle *self)
{
  return &self->metadata;
}

/**
 * cpt_article_get_published_day:
 *
 * Returns: the day of publication, or %CPT_DAY_NONE when it is not known
 */
CptDay
cpt_article_get_published_day (const CptArticle *self)
{
  return self->published_day;
}

/**
 * cpt_article_get_display_name:
 *
 * Returns: (transfer none): the title, else the file name, else the empty string
 */
const char *
cpt_article_get_display_name (const CptArticle *self)
{
  if (self->metadata.title != NULL && *self->metadata.title != '\0')
    return self->metadata.title;
  return self->metadata.file != NULL ? self->metadata.file : "";
}

/**
 * cpt_article_char_offset:
 * @offset_bytes: an offset on a character boundary, at most the length of the text
 *
 * The one function that turns the program's byte offsets into code points for JSON, QDPX and GtkTextIter.
 *
 * Returns: the number of code points before @offset_bytes
 *
 * Cost: at most 128 bytes are read.
 */
gsize
cpt_article_char_offset (const CptArticle *self, gsize offset_bytes)
{
  gsize checkpoint = offset_bytes / BYTES_PER_CHECKPOINT;
  gsize n_chars;

  g_return_val_if_fail (offset_bytes <= self->text->length_bytes, 0);
  n_chars = self->text->checkpoints[checkpoint];
  for (gsize i = checkpoint * BYTES_PER_CHECKPOINT; i < offset_bytes; i++)
    n_chars += begins_character (self->text->bytes[i]);
  return n_chars;
}

/**
 * cpt_article_byte_offset:
 * @offset_chars: a number of code points, at most the text's
 *
 * The inverse of cpt_article_char_offset().
 *
 * Returns: the byte offset of that character
 *
 * Cost: logarithmic, then at most 128 bytes are read.
 */
gsize
cpt_article_byte_offset (const CptArticle *self, gsize offset_chars)
{
  gsize low = 0, high = self->text->length_bytes / BYTES_PER_CHECKPOINT;
  gsize n_chars, i;

  g_return_val_if_fail (offset_chars <= self->text->length_chars, 0);
  while (low < high)
    {
      gsize middle = low + (high - low + 1) / 2;

      if (self->text->checkpoints[middle] <= offset_chars)
        low = middle;
      else
        high = middle - 1;
    }
  n_chars = self->text->checkpoints[low];
  for (i = low * BYTES_PER_CHECKPOINT; i < self->text->length_bytes; i++)
    {
      if (begins_character (self->text->bytes[i]) && n_chars++ == offset_chars)
        return i;
    }
  return i;
}

/**
 * cpt_article_dup_words:
 * @span: a range of the text
 *
 * Returns: (transfer full): a copy of the words in @span, exactly as published
 */
char *
cpt_article_dup_words (const CptArticle *self, CptSpan span)
{
  g_return_val_if_fail (span.begin_bytes <= span.end_bytes && span.end_bytes <= self->text->length_bytes, NULL);
  return g_strndup (self->text->bytes + span.begin_bytes, span.end_bytes - span.begin_bytes);
}
