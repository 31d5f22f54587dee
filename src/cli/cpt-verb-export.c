// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli export: a comparison as a report or as data. Room: cli.
#include "cpt-cli.h"
#include "cpt-comparing.h"
#include "cpt-exporter.h"

#include <glib/gi18n.h>

#define VERB "export"

static char *
dup_known_forms (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const CptExporter *exporter = cpt_exporters_get (); exporter->id != NULL; exporter++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", exporter->id);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
write_out (const CptExporter *exporter, CptState *state, const char *output, GError **error)
{
  g_autoptr (GFile) file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length_bytes;

  if (file != NULL)
    return cpt_export_to_file (exporter, state, file, cpt_cli_get_cancellable (), error);
  bytes = exporter->export(state, error);
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

int
cpt_verb_export_run (int argc, char **argv)
{
  g_auto (CptComparing) comparing = { 0 };
  g_autofree char *form = NULL, *output = NULL;
  g_autofree GOptionEntry *entries = cpt_comparing_new_entries (&comparing, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (CptState) state = NULL;
  const CptExporter *exporter;

  entries[0] = (GOptionEntry){ "to", 0, 0, G_OPTION_ARG_STRING, &form, N_ ("What to make: html or json"), N_ ("FORM") };
  entries[1] = (GOptionEntry){ "output",   'o',
                               0,          G_OPTION_ARG_FILENAME,
                               &output,    N_ ("Where to write it; standard output when not given"),
                               N_ ("FILE") };
  if (!cpt_cli_parse (VERB, _ ("Writes a comparison as a report or as data."), entries, argc, argv))
    return CPT_EXIT_USAGE;
  exporter = form != NULL ? cpt_exporters_find (form) : NULL;
  if (exporter == NULL)
    return fail_unknown (form);
  if (cpt_comparing_find_fault (&comparing) != NULL)
    return cpt_verb_fail (VERB, CPT_EXIT_USAGE, "%s", cpt_comparing_find_fault (&comparing));
  state = cpt_comparing_run (&comparing, cpt_cli_get_cancellable (), &error);
  if (state == NULL || !write_out (exporter, state, output, &error))
    return cpt_cli_report (VERB, error);
  return CPT_EXIT_OK;
}
