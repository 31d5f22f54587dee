// SPDX-License-Identifier: GPL-3.0-or-later
// The exporters' registry, and writing without ever leaving half a file. Room: core/exporters; knows no format.
#include "cpt-exporter-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static const CptExporter exporters[] = {
  { "html", N_ ("Report (HTML)"), "html", CPT_EXPORT_COMPARISON, cpt_export_html },
  { "json", N_ ("Data (JSON)"), "json", CPT_EXPORT_COMPARISON, cpt_export_json },
  { "svg", N_ ("Timeline as a drawing (SVG)"), "svg", CPT_EXPORT_TIMELINE, cpt_export_svg },
  { "timelinejs", N_ ("Timeline for TimelineJS (JSON)"), "json", CPT_EXPORT_TIMELINE, cpt_export_timelinejs },
  { "ics", N_ ("Events as a calendar (iCalendar)"), "ics", CPT_EXPORT_TIMELINE, cpt_export_icalendar },
  { "events-csv", N_ ("Events as a table (CSV)"), "csv", CPT_EXPORT_TIMELINE, cpt_export_events_table },
  { NULL },
};

/**
 * cpt_exporters_get:
 *
 * Returns: (transfer none): all exporters, ended by one with a %NULL id
 */
const CptExporter *
cpt_exporters_get (void)
{
  return exporters;
}

/**
 * cpt_exporters_find:
 * @id: as given to `export --to=`
 *
 * Returns: (transfer none) (nullable): the exporter
 */
const CptExporter *
cpt_exporters_find (const char *id)
{
  for (const CptExporter *exporter = exporters; exporter->id != NULL; exporter++)
    {
      if (g_str_equal (exporter->id, id))
        return exporter;
    }
  return NULL;
}

char *
cpt_export_dup_title (const CptState *state)
{
  const char *title = cpt_state_get_title (state);

  if (*title == '\0' && cpt_state_get_n_articles (state) == 1)
    title = cpt_article_get_display_name (cpt_state_get_article (state, 0)->article);
  if (*title == '\0')
    title = cpt_profile_get_name (cpt_state_get_profile ((CptState *) state));
  return g_strdup (title != NULL && *title != '\0' ? title : _ ("Comparison"));
}

char *
cpt_export_dup_words (const CptState *state, guint32 article_id, CptSpan span)
{
  return cpt_article_dup_words (cpt_state_find_article (state, article_id)->article, span);
}

/* The file itself where @file is a link to it, so that the link stays and the file is replaced as a whole. */
static GFile *
resolve_link (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *resolved = path != NULL ? realpath (path, NULL) : NULL;
  GFile *target = resolved != NULL ? g_file_new_for_path (resolved) : g_object_ref (file);

  free (resolved);
  return target;
}

/* A device or a pipe must be written to, not replaced. */
static GFileCreateFlags
choose_flags (GFile *file)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  return type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN ? G_FILE_CREATE_REPLACE_DESTINATION
                                                                    : G_FILE_CREATE_NONE;
}

/* Says in the program's own words what people can do something about. */
static void
set_write_error (GError **error, const GError *cause, GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name != NULL ? base_name : "");
  const char *reason = cause->message;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, cause->message);
      return;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    reason = _ ("its folder does not exist");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    reason = _ ("there is a folder of that name");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = _ ("you are not allowed to write there");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    reason = _ ("there is no room left");
  g_set_error (error, G_IO_ERROR, cause->code, _ ("“%s” cannot be written: %s"), name, reason);
}

/**
 * cpt_exporter_run:
 * @options: (nullable): how
 *
 * Returns: (transfer full) (nullable): the whole output
 *
 * Errors: the exporter's, as a sentence that says what to do. Thread: any.
 */
GBytes *
cpt_exporter_run (const CptExporter *exporter, CptState *state, const CptExportOptions *options, GError **error)
{
  static const CptExportOptions usual = { 0 };

  return exporter->export(state, options != NULL ? options : &usual, error);
}

/**
 * cpt_export_to_file:
 * @exporter: a form
 * @state: what to export
 * @options: (nullable): how
 * @file: where to
 *
 * Makes the whole output first, writes it to a temporary file beside the target and renames that: the target holds the
 * whole output or what it held before.
 *
 * Returns: whether it is written
 *
 * Errors: the exporter's, or of #GIOErrorEnum with a message that names the file. Thread: any; blocks.
 */
gboolean
cpt_export_to_file (const CptExporter *exporter, CptState *state, const CptExportOptions *options, GFile *file,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = cpt_exporter_run (exporter, state, options, error);
  g_autoptr (GFile) target = bytes != NULL ? resolve_link (file) : NULL;
  g_autoptr (GError) cause = NULL;
  gsize length_bytes;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length_bytes);
  if (g_file_replace_contents (target, data, length_bytes, NULL, FALSE, choose_flags (target), NULL, cancellable,
                               &cause))
    return TRUE;
  set_write_error (error, cause, file);
  return FALSE;
}
