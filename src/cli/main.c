// SPDX-License-Identifier: GPL-3.0-or-later
// counterpoint-cli: the engine without a window. Dispatches to the verbs; each is one file. Room: cli; never GTK.
#include "cpt-config.h"
#include "cpt-verb.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const CptVerb verbs[] = {
  { "analyze", N_ ("Say of each sentence of articles whose account it gives"), cpt_verb_analyze_run },
  { "compare", N_ ("Print what each side says, side by side"), cpt_verb_compare_run },
  { "export", N_ ("Write a comparison as a report or as data"), cpt_verb_export_run },
  { "import", N_ ("Take articles out of texts, Markdown and saved web pages"), cpt_verb_import_run },
  { "check", N_ ("Check a profile or a saved comparison"), cpt_verb_check_run },
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n\n", _ ("Usage: counterpoint-cli VERB [OPTION…] [FILE…]"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (stream, "  %-10s %s\n", verbs[i].name, _ (verbs[i].summary));
  fprintf (stream, "\n%s\n%s\n", _ ("counterpoint-cli VERB --help tells a verb's options."),
           _ ("counterpoint-cli --version tells the version."));
}

int
cpt_verb_fail (const char *verb, int status, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fflush (stdout);
  fprintf (stderr, "counterpoint-cli %s: %s\n", verb, message);
  return status;
}

static void
set_up_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CPT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_up_language ();
  if (argc < 2)
    {
      print_help (stderr);
      return CPT_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help (stdout);
      return CPT_EXIT_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("counterpoint-cli %s\n", CPT_VERSION);
      return CPT_EXIT_OK;
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      {
        g_autofree char *program = g_strconcat ("counterpoint-cli ", verbs[i].name, NULL);

        g_set_prgname (program); /* as the verb's --help calls it */
        return verbs[i].run (argc - 1, argv + 1);
      }
  fprintf (stderr, _ ("counterpoint-cli: there is no verb “%s”; --help lists them\n"), argv[1]);
  return CPT_EXIT_USAGE;
}
