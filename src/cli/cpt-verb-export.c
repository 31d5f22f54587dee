// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli export: a comparison as a report or as data. Room: cli.
#include "cpt-cli.h"
#include "cpt-comparing.h"
#include "cpt-chronology.h"
#include "cpt-exporter.h"

#include <glib/gi18n.h>
#include <string.h>

#define VERB "export"
#define N_OWN_ENTRIES 6

static char *
dup_known_forms (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const CptExporter *exporter = cpt_exporters_get (); exporter->id != NULL; exporter++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", exporter->id);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
write_out (const CptExporter *exporter, CptState *state, const CptExportOptions *options, const char *output,
           GError **error)
{
  g_autoptr (GFile) file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length_bytes;

  if (file != NULL)
    return cpt_export_to_file (exporter, state, options, file, cpt_cli_get_cancellable (), error);
  bytes = cpt_exporter_run (exporter, state, options, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length_bytes);
  return cpt_cli_print (data, length_bytes, error);
}

static int
fail_unknown (const char *form)
{
  g_autofree char *known = dup_known_forms ();

  if (form == NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, _ ("say with --to what to make: %s"), known);
  return cpt_verb_fail (VERB, CPT_EXIT_USAGE, _ ("there is no form “%s”; there are: %s"), form, known);
}

/* What the format could not hold: told beside the output, not in it. */
static void
print_notes (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    g_printerr ("counterpoint-cli: " VERB ": %s\n", (const char *) g_ptr_array_index (notes, i));
}

/* The stretch of time that a picture shows; a missing end is that of the events. Returns FALSE when a day is none. */
static gboolean
choose_range (CptState *state, const char *since, const char *until, CptExportOptions *options)
{
  CptDay first = since != NULL ? cpt_day_parse_iso (since) : CPT_DAY_NONE;
  CptDay last = until != NULL ? cpt_day_parse_iso (until) : CPT_DAY_NONE;
  g_autoptr (CptChronology) chronology = NULL;

  if (since == NULL && until == NULL)
    return TRUE;
  if ((since != NULL && first == CPT_DAY_NONE) || (until != NULL && last == CPT_DAY_NONE))
    return FALSE;
  chronology = cpt_chronology_new (state, NULL);
  cpt_chronology_get_range (chronology, &options->begin_days, &options->end_days);
  if (since != NULL)
    options->begin_days = first;
  if (until != NULL)
    options->end_days = last + 1.0;
  options->ranged = TRUE;
  return options->end_days > options->begin_days;
}

typedef struct
{
  char *form, *output, *since, *until;
  int width_px;
  gboolean raw_cells;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->form);
  g_free (self->output);
  g_free (self->since);
  g_free (self->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static void
fill_entries (GOptionEntry *entries, Arguments *self)
{
  const GOptionEntry own[N_OWN_ENTRIES] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->form, N_ ("What to make: html, json, svg, timelinejs, ics or events-csv"), N_ ("FORM") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_ ("Where to write it; standard output when not given"), N_ ("FILE") },
    { "width", 0, 0, G_OPTION_ARG_INT, &self->width_px, N_ ("Width of a picture in pixels, 480 to 10000; 1600 when not given"), N_ ("PIXELS") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &self->since, N_ ("First day that a picture shows, as 2022-02-24"), N_ ("DAY") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &self->until, N_ ("Last day that a picture shows"), N_ ("DAY") },
    { "raw-cells", 0, 0, G_OPTION_ARG_NONE, &self->raw_cells, N_ ("Leave cells as they are that a spreadsheet would compute"), NULL },
  };

  memcpy (entries, own, sizeof own);
}

/* (nullable): what is wrong with the arguments, translated. */
static const char *
find_fault (const Arguments *self)
{
  if (self->width_px != 0 && (self->width_px < CPT_DRAWING_MIN_WIDTH_PX || self->width_px > CPT_DRAWING_MAX_WIDTH_PX))
    return _ ("--width must be from 480 to 10000");
  return NULL;
}

static int
export_state (const CptExporter *exporter, CptState *state, const Arguments *arguments)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  CptExportOptions options = { .width_px = arguments->width_px, .raw_cells = arguments->raw_cells, .notes = notes };
  g_autoptr (GError) error = NULL;

  if (!choose_range (state, arguments->since, arguments->until, &options))
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", _ ("--since and --until must be days such as 2022-02-24, the first before the last"));
  if (!write_out (exporter, state, &options, arguments->output, &error))
    return cpt_cli_report (VERB, error);
  print_notes (notes);
  return CPT_EXIT_OK;
}

int
cpt_verb_export_run (int argc, char **argv)
{
  g_auto (CptComparing) comparing = { 0 };
  g_auto (Arguments) arguments = { 0 };
  g_autofree GOptionEntry *entries = cpt_comparing_new_entries (&comparing, N_OWN_ENTRIES);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = NULL;
  const CptExporter *exporter;

  fill_entries (entries, &arguments);
  if (!cpt_cli_parse (VERB, _ ("Writes a comparison as a report or as data, or its timeline as a picture, a calendar or a table."),
                      entries, argc, argv))
    return CPT_EXIT_USAGE;
  exporter = arguments.form != NULL ? cpt_exporters_find (arguments.form) : NULL;
  if (exporter == NULL)
    return fail_unknown (arguments.form);
  if (find_fault (&arguments) != NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", find_fault (&arguments));
  if (cpt_comparing_find_fault (&comparing) != NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", cpt_comparing_find_fault (&comparing));
  state = cpt_comparing_run (&comparing, cpt_cli_get_cancellable (), &error);
  if (state == NULL)
    return cpt_cli_report (VERB, error);
  return export_state (exporter, state, &arguments);
}
