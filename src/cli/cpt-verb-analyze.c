// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli analyze: articles in, findings out, as JSON. Room: cli.
#include "cpt-verb.h"

#include "cpt-analysis-json.h"
#include "cpt-cli.h"
#include "cpt-comparing.h"
#include "cpt-importer.h"
#include "cpt-json.h"
#include "cpt-line-reader.h"
#include "cpt-request.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define VERB "analyze"
#define MAX_KEPT_BYTES ((gsize)1 << 24)

typedef struct
{
  char *input;
  char *format;
  char *profile;
  char *language;
  char **files;
  CptAnalyser *analyser;
  GString *out;    /* one answer */
  gboolean failed; /* an input could not be used */
} Analyze;

static void
analyze_clear (Analyze *self)
{
  g_free (self->input);
  g_free (self->format);
  g_free (self->profile);
  g_free (self->language);
  g_strfreev (self->files);
  g_clear_pointer (&self->analyser, cpt_analyser_unref);
  g_string_free (self->out, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Analyze, analyze_clear)

static gboolean
write_answer (Analyze *self, GError **error)
{
  gboolean ok = cpt_cli_print (self->out->str, self->out->len, error);

  /* One huge answer must not pin its memory for the rest of the run. */
  if (self->out->allocated_len > MAX_KEPT_BYTES)
    {
      g_string_free (self->out, TRUE);
      self->out = g_string_sized_new (4096);
    }
  return ok;
}

static void
append_error (GString *out, const char *id, const char *code, const char *message)
{
  g_string_append (out, "{\"id\":");
  cpt_json_append_string (out, id, -1);
  g_string_append (out, ",\"error\":{\"code\":");
  cpt_json_append_string (out, code, -1);
  g_string_append (out, ",\"message\":");
  cpt_json_append_string (out, message, -1);
  g_string_append (out, "}}");
}

static gboolean
append_analysis (Analyze *self, CptArticle *article, const char *id, GError **error)
{
  g_autoptr (CptAnalysis) analysis = cpt_analyser_run (self->analyser, article, cpt_cli_get_cancellable (), error);
  g_autoptr (CptAnalysis) again = NULL;
  g_autoptr (CptProfile) proposed = NULL;

  if (analysis == NULL)
    return FALSE;
  proposed = cpt_comparing_propose (&analysis, 1);
  if (proposed != NULL)
    again = cpt_analysis_run (article, proposed, cpt_cli_get_cancellable (), error);
  if (proposed != NULL && again == NULL)
    return FALSE;
  cpt_analysis_append_json (self->out, again != NULL ? again : analysis, id, again != NULL);
  return TRUE;
}

static CptArticle *
parse_request (Analyze *self, const CptLine *line, char **id, GError **error)
{
  *id = NULL;
  if (line->too_long)
    {
      g_set_error_literal (error, CPT_REQUEST_ERROR, CPT_REQUEST_ERROR_TOO_LARGE, _ ("the line is too long"));
      return NULL;
    }
  return cpt_request_parse (line->data, line->length_bytes, self->language, id, error);
}

static gboolean
is_blank (const CptLine *line)
{
  for (gsize i = 0; i < line->length_bytes; i++)
    if (!g_ascii_isspace (line->data[i]))
      return FALSE;
  return !line->too_long;
}

/* An answer, or the error of the line as one. FALSE only when the run is over. */
static gboolean
answer_line (Analyze *self, const CptLine *line, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CptArticle) article = parse_request (self, line, &id, &local_error);

  g_string_truncate (self->out, 0);
  if (article != NULL && !append_analysis (self, article, id, error))
    return FALSE;
  if (article == NULL)
    {
      append_error (self->out, id, cpt_request_error_get_code (local_error), local_error->message);
      self->failed = TRUE;
    }
  g_string_append_c (self->out, '\n');
  return write_answer (self, error);
}

static int
stream_lines (Analyze *self)
{
  g_autoptr (CptLineReader) reader = cpt_line_reader_new (STDIN_FILENO, CPT_JSON_MAX_BYTES);
  g_autoptr (GError) error = NULL;
  CptLine line;

  while (cpt_line_reader_next (reader, &line, &error))
    if (!is_blank (&line) && !answer_line (self, &line, &error))
      break;
  if (error != NULL)
    return cpt_cli_report (VERB, error);
  return self->failed ? CPT_EXIT_FAILED : CPT_EXIT_OK;
}

static CptArticle *
import (Analyze *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (CptArticle) article = cpt_import_file (file, cpt_cli_get_cancellable (), error);
  CptArticleMetadata metadata;

  if (article == NULL || self->language == NULL || cpt_article_get_metadata (article)->language != NULL)
    return g_steal_pointer (&article);
  metadata = *cpt_article_get_metadata (article);
  metadata.language = self->language;
  return cpt_article_with_metadata (article, &metadata);
}

static gboolean
answer_file (Analyze *self, const char *path, GError **error)
{
  g_autofree char *id = g_filename_display_name (path);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CptArticle) article = import (self, path, &local_error);

  g_string_truncate (self->out, 0);
  if (article != NULL)
    return append_analysis (self, article, id, error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  append_error (self->out, id, "import", local_error->message);
  cpt_cli_report (VERB, local_error);
  self->failed = TRUE;
  return TRUE;
}

/* As JSON lines one object a file; as JSON one object for one file, an array for several. */
static int
analyze_files (Analyze *self)
{
  gboolean lines = strcmp (self->format, "jsonl") == 0;
  gboolean array = !lines && self->files[1] != NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; self->files[i] != NULL; i++)
    {
      gboolean last = self->files[i + 1] == NULL;

      if (!answer_file (self, self->files[i], &error))
        return cpt_cli_report (VERB, error);
      if (array)
        g_string_prepend (self->out, i > 0 ? ",\n" : "[");
      if (array && last)
        g_string_append_c (self->out, ']');
      if (!array || last)
        g_string_append_c (self->out, '\n');
      if (!write_answer (self, &error))
        return cpt_cli_report (VERB, error);
    }
  return self->failed ? CPT_EXIT_FAILED : CPT_EXIT_OK;
}

static gboolean
parse_arguments (Analyze *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "input", 0, 0, G_OPTION_ARG_STRING, &self->input,
      N_ ("What standard input holds when no file is named: jsonl, one article a line"), N_ ("FORM") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, N_ ("What to write: json or jsonl (the default)"),
      N_ ("FORM") },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &self->profile,
      N_ ("The conflict: a profile file, or the name of one that comes with the program"), N_ ("FILE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, N_ ("Language of articles that name none, such as en"),
      N_ ("TAG") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, N_ ("[FILE…]") },
    { NULL },
  };

  return cpt_cli_parse (VERB, _ ("Says of each sentence of articles whose account it gives."), entries, argc, argv);
}

static const char *
find_contradiction (const Analyze *self)
{
  if (strcmp (self->format, "json") != 0 && strcmp (self->format, "jsonl") != 0)
    return _ ("--format is json or jsonl");
  if (self->input != NULL && strcmp (self->input, "jsonl") != 0)
    return _ ("--input is jsonl");
  if (self->input != NULL && self->files != NULL)
    return _ ("--input=jsonl reads standard input: name no files with it");
  if (self->input != NULL && strcmp (self->format, "jsonl") != 0)
    return _ ("--input=jsonl goes with --format=jsonl");
  if (self->input == NULL && self->files == NULL)
    return _ ("name files, or give --input=jsonl");
  return NULL;
}

static gboolean
load_profile (Analyze *self, GError **error)
{
  g_autoptr (CptProfile) profile = cpt_comparing_load_profile (self->profile, cpt_cli_get_cancellable (), error);

  if (profile != NULL)
    self->analyser = cpt_analyser_new (profile);
  return profile != NULL;
}

int
cpt_verb_analyze_run (int argc, char **argv)
{
  g_auto (Analyze) self = { .out = g_string_sized_new (4096) };
  g_autoptr (GError) error = NULL;
  const char *contradiction;

  if (!parse_arguments (&self, argc, argv))
    return CPT_EXIT_USAGE;
  if (self.format == NULL)
    self.format = g_strdup ("jsonl");
  contradiction = find_contradiction (&self);
  if (contradiction != NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", contradiction);
  if (!load_profile (&self, &error))
    return cpt_cli_report (VERB, error);
  return self.files != NULL ? analyze_files (&self) : stream_lines (&self);
}
