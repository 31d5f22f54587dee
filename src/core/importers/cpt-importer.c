// SPDX-License-Identifier: GPL-3.0-or-later
// Importing. Room: core/importers.
#include "cpt-importer.h"

G_DEFINE_QUARK (cpt-import-error-quark, cpt_import_error)

/* Plain UTF-8 text. */
CptArticle *
cpt_import_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (file);
  CptArticleMetadata metadata = { .file = name };
  gsize length_bytes;

  if (!g_file_load_contents (file, cancellable, &text, &length_bytes, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, (gssize) length_bytes, NULL))
    {
      g_set_error (error, CPT_IMPORT_ERROR, CPT_IMPORT_ERROR_ENCODING, "%s: not UTF-8", name);
      return NULL;
    }
  return cpt_article_new (text, (gssize) length_bytes, &metadata);
}
