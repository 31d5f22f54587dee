// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown: the text without its marks. Room: core/importers.
#include "cpt-encoding.h"
#include "cpt-headers.h"
#include "cpt-importer-private.h"
#include "cpt-markdown.h"

static const char *const patterns[] = { "*.md", "*.markdown", "*.mdown", "*.mkd", NULL };

static int
sniff (const CptImportInput *input)
{
  return cpt_import_name_matches (input, patterns) ? 70 : 0;
}

static CptArticle *
import (const CptImportInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) source = cpt_encoding_decode (input, NULL, error);
  g_autoptr (GString) text = NULL;
  g_auto (CptFoundMetadata) metadata = { 0 };

  if (source == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  text = cpt_markdown_to_text (source->str, &metadata);
  return cpt_import_make_article (input, text, cpt_found_metadata_peek (&metadata), error);
}

const CptImporter cpt_importer_markdown = { .id = "markdown", .patterns = patterns, .sniff = sniff, .import = import };
