// SPDX-License-Identifier: GPL-3.0-or-later
// The importers' registry: reads a file, finds out what it is and hands it to the one that knows. Room: core/importers;
// knows no format itself.
#include "cpt-importer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_BYTES 4096
#define READ_BYTES ((gsize) 256 << 10)

static const CptImporter *const importers[] = { &cpt_importer_html, &cpt_importer_markdown, &cpt_importer_text };

/* What people try to open that is no text, so that the message can say what it is. */
static const struct
{
  const char *magic;
  gsize length_bytes;
  const char *kind;
} known_binaries[] = {
  { "%PDF-", 5, N_ ("a PDF document") },
  { "PK\x03\x04", 4, N_ ("an office document or an archive") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an office document") },
  { "{\\rtf", 5, N_ ("a rich text document") },
  { "\x89PNG", 4, N_ ("a picture") },
  { "GIF8", 4, N_ ("a picture") },
  { "\xff\xd8\xff", 3, N_ ("a picture") },
  { "\x1f\x8b", 2, N_ ("a compressed file") },
  { "BZh", 3, N_ ("a compressed file") },
  { "\xfd"
    "7zXZ",
    5, N_ ("a compressed file") },
  { "\x7f"
    "ELF",
    4, N_ ("a program") },
};

G_DEFINE_QUARK (cpt - import - error - quark, cpt_import_error)

gboolean
cpt_import_name_matches (const CptImportInput *input, const char *const *patterns)
{
  g_autofree char *name = g_ascii_strdown (input->name, -1);

  for (; *patterns != NULL; patterns++)
    {
      if (g_pattern_match_simple (*patterns, name))
        return TRUE;
    }
  return FALSE;
}

CptArticle *
cpt_import_make_article (const CptImportInput *input, const GString *text, CptArticleMetadata metadata, GError **error)
{
  const char *at = text->str;

  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    {
      g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_EMPTY, _ ("There is no text in “%s”."), input->name);
      return NULL;
    }
  metadata.file = input->name;
  return cpt_article_new (text->str, (gssize) text->len, &metadata);
}

static char *
make_head (const guint8 *data, gsize length_bytes)
{
  g_autoptr (GString) head = g_string_sized_new (HEAD_BYTES);

  for (gsize i = 0; i < length_bytes && head->len < HEAD_BYTES; i++)
    {
      if (data[i] != 0 && data[i] < 0x80)
        g_string_append_c (head, g_ascii_tolower ((char) data[i]));
    }
  return g_string_free (g_steal_pointer (&head), FALSE);
}

static gboolean
check_size (gsize length_bytes, const char *name, GError **error)
{
  if (length_bytes <= CPT_IMPORT_MAX_BYTES)
    return TRUE;
  g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %u MiB, the most that is read at once. Split it into its articles."), name,
               (guint) (CPT_IMPORT_MAX_BYTES >> 20));
  return FALSE;
}

static gboolean
check_kind (const CptImportInput *input, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_binaries); i++)
    {
      gsize length_bytes = known_binaries[i].length_bytes;

      if (input->length_bytes < length_bytes || memcmp (input->data, known_binaries[i].magic, length_bytes) != 0)
        continue;
      /* Translators: %1$s is a file name, %2$s what it is, such as "a PDF document". */
      g_set_error (
          error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_UNSUPPORTED,
          _ ("“%1$s” is %2$s. Save the article as plain text, as Markdown or as a web page and open that file."),
          input->name, _ (known_binaries[i].kind));
      return FALSE;
    }
  return TRUE;
}

static const CptImporter *
choose_importer (const CptImportInput *input)
{
  const CptImporter *best = NULL;
  int best_certainty = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    {
      int certainty = importers[i]->sniff (input);

      if (certainty > best_certainty)
        {
          best = importers[i];
          best_certainty = certainty;
        }
    }
  return best;
}

/**
 * cpt_import_bytes:
 * @bytes: the whole content of a file
 * @name: its name, for messages and for choosing by suffix; the bytes decide where they are clear
 * @cancellable: (nullable): checked between the steps
 *
 * Returns: (transfer full) (nullable): the article
 *
 * Errors: of #CptImportError, or %G_IO_ERROR_CANCELLED.
 *
 * Limits: 64 MiB. Cost: linear. Thread: any.
 */
CptArticle *
cpt_import_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  CptImportInput input = { .name = name };
  g_autofree char *head = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  input.data = g_bytes_get_data (bytes, &input.length_bytes);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_size (input.length_bytes, name, error))
    return NULL;
  if (input.length_bytes == 0)
    {
      g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_EMPTY, _ ("“%s” is empty."), name);
      return NULL;
    }
  input.head = head = make_head (input.data, input.length_bytes);
  if (!check_kind (&input, error))
    return NULL;
  return choose_importer (&input)->import (&input, cancellable, error);
}

/* Reads up to one byte more than the limit, so that devices and pipes without an end are bounded as well. */
static GBytes *
read_bounded (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize n_read = READ_BYTES;

  while (n_read == READ_BYTES && content->len <= CPT_IMPORT_MAX_BYTES)
    {
      guint before = content->len;

      g_byte_array_set_size (content, before + (guint) READ_BYTES);
      if (!g_input_stream_read_all (stream, content->data + before, READ_BYTES, &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (content, before + (guint) n_read);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static void
set_read_error (GError **error, const GError *cause, const char *name)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, cause->message);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_READ, _ ("“%s” is a folder. Open the articles inside it."),
                 name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_READ, _ ("There is no file “%s”."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_READ, _ ("You are not allowed to read “%s”."), name);
  else
    g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_READ, _ ("“%s” cannot be read: %s"), name, cause->message);
}

static char *
dup_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_uri (file);
}

/**
 * cpt_import_file:
 * @file: a file of any supported format
 * @cancellable: (nullable): a cancellable
 *
 * Returns: (transfer full) (nullable): the article
 *
 * Errors: of #CptImportError with a message that names the file, or %G_IO_ERROR_CANCELLED.
 *
 * Thread: any; blocks.
 */
CptArticle *
cpt_import_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = dup_display_name (file);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  g_autoptr (GBytes) bytes = stream != NULL ? read_bounded (G_INPUT_STREAM (stream), cancellable, &cause) : NULL;

  if (bytes == NULL)
    {
      set_read_error (error, cause, name);
      return NULL;
    }
  return cpt_import_bytes (bytes, name, cancellable, error);
}

static void
import_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  CptArticle *article = cpt_import_file (file, cancellable, &error);

  if (article != NULL)
    g_task_return_pointer (task, article, (GDestroyNotify) cpt_article_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * cpt_import_file_async:
 * @file: a file
 * @callback: called in the caller's main context; ends with cpt_import_file_finish()
 *
 * cpt_import_file() in a worker thread.
 */
void
cpt_import_file_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, cpt_import_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, import_thread);
}

/**
 * cpt_import_file_finish:
 *
 * Returns: (transfer full) (nullable): the article
 *
 * Errors: as cpt_import_file().
 */
CptArticle *
cpt_import_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
collect_patterns (gpointer unused)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    g_strv_builder_addv (builder, (const char **) importers[i]->patterns);
  return g_strv_builder_end (builder);
}

/**
 * cpt_import_get_patterns:
 *
 * Returns: (transfer none): file name patterns of everything that can be imported; %NULL-terminated
 *
 * Thread: any.
 */
const char *const *
cpt_import_get_patterns (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, collect_patterns, NULL);
}
