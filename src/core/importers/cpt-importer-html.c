// SPDX-License-Identifier: GPL-3.0-or-later
// Saved web pages: the article without the page around it. Room: core/importers; loads nothing that the page refers to.
#include "cpt-encoding.h"
#include "cpt-html-body.h"
#include "cpt-html-metadata.h"
#include "cpt-importer-private.h"

#include <string.h>

static const char *const patterns[] = { "*.html", "*.htm", "*.xhtml", "*.xht", NULL };

static const char *
skip_prologue (const char *head)
{
  for (;;)
    {
      const char *end = NULL;

      head += strspn (head, " \t\r\n");
      if (g_str_has_prefix (head, "<!--"))
        end = strstr (head, "-->");
      else if (g_str_has_prefix (head, "<?xml"))
        end = strstr (head, "?>");
      if (end == NULL)
        return head;
      head = strchr (end, '>') + 1;
    }
}

static int
sniff (const CptImportInput *input)
{
  static const char *const beginnings[] = { "<!doctype html", "<html", "<head", "<body" };
  const char *head = skip_prologue (input->head);

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (head, beginnings[i]))
        return 90;
    }
  return cpt_import_name_matches (input, patterns) ? 60 : 0;
}

/* The name after "charset=" in <meta charset> or <meta content>, or after encoding= in an XML declaration. */
static char *
find_declared_encoding (const char *head)
{
  const char *at = strstr (head, "charset=");
  gsize length;

  if (at != NULL)
    at += strlen ("charset=");
  else if (g_str_has_prefix (head, "<?xml") && (at = strstr (head, "encoding=")) != NULL)
    at += strlen ("encoding=");
  else
    return NULL;
  at += strspn (at, "\"' ");
  length = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
  return length > 0 && length < 40 ? g_strndup (at, length) : NULL;
}

static CptArticle *
import (const CptImportInput *input, GCancellable *cancellable, GError **error)
{
  g_autofree char *declared = find_declared_encoding (input->head);
  g_autofree char *article_body = NULL;
  g_autoptr (GString) html = cpt_encoding_decode (input, declared, error);
  g_autoptr (GString) text = NULL;
  g_autoptr (CptHtmlTree) tree = NULL;
  g_auto (CptFoundMetadata) metadata = { 0 };

  if (html == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  tree = cpt_html_tree_parse (html->str, html->len);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  cpt_html_metadata_find (tree, &metadata, &article_body);
  text = cpt_html_body_extract (tree, metadata.title, article_body);
  return cpt_import_make_article (input, text, cpt_found_metadata_peek (&metadata), error);
}

const CptImporter cpt_importer_html = { .id = "html", .patterns = patterns, .sniff = sniff, .import = import };
