// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli import: the articles that files hold, as JSON lines. Room: cli.
#include "cpt-cli.h"

#include "cpt-importer.h"
#include "cpt-json.h"

#include <glib/gi18n.h>

#define VERB "import"

static void
append_member (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, "%s\"%s\": ", out->len > 1 ? ", " : "", name);
  if (value != NULL)
    cpt_json_append_string (out, value, -1);
  else
    g_string_append (out, "null");
}

static GString *
article_to_json (CptArticle *article, const char *file)
{
  const CptArticleMetadata *metadata = cpt_article_get_metadata (article);
  GString *out = g_string_new ("{");

  append_member (out, "file", file);
  append_member (out, "title", metadata->title);
  append_member (out, "author", metadata->author);
  append_member (out, "publisher", metadata->publisher);
  append_member (out, "published", metadata->published);
  append_member (out, "language", metadata->language);
  append_member (out, "url", metadata->url);
  append_member (out, "text", cpt_article_get_text (article));
  g_string_append (out, "}\n");
  return out;
}

static gboolean
import_one (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (CptArticle) article = cpt_import_file (file, cpt_cli_get_cancellable (), error);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GString) json = NULL;

  if (article == NULL)
    return FALSE;
  json = article_to_json (article, name);
  return cpt_cli_print (json->str, json->len, error);
}

/* One bad file does not keep the others from being read. */
static int
import_all (char **files)
{
  int status = CPT_EXIT_OK;

  for (; *files != NULL && status != CPT_EXIT_CANCELLED; files++)
    {
      g_autoptr (GError) error = NULL;

      if (!import_one (*files, &error))
        status = cpt_cli_report (VERB, error);
    }
  return status;
}

int
cpt_verb_import_run (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to write: jsonl, one article a line (the default)"),
      N_ ("FORM") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_ ("FILE…") },
    { NULL },
  };

  if (!cpt_cli_parse (VERB, _ ("Takes articles out of texts, Markdown and saved web pages."), entries, argc, argv))
    return CPT_EXIT_USAGE;
  if (format != NULL && !g_str_equal (format, "jsonl"))
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", _ ("--format is jsonl"));
  if (files == NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", _ ("name the files to import"));
  return import_all (files);
}
