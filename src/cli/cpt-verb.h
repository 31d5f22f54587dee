// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb of counterpoint-cli is. Room: cli. A new verb is one file and one row in main.c.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses of all verbs. */
#define CPT_EXIT_OK 0
#define CPT_EXIT_FAILED 1 /* an input could not be used; the message on standard error names it */
#define CPT_EXIT_USAGE 2  /* the arguments make no sense */
#define CPT_EXIT_CANCELLED 130

/**
 * CptVerb:
 * @name: as typed
 * @summary: one line for --help, untranslated; pass through gettext
 * @run: does it; argv[0] is the verb's name. Returns an exit status.
 */
typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} CptVerb;

int cpt_verb_analyze_run (int argc, char **argv);
int cpt_verb_check_run   (int argc, char **argv);
int cpt_verb_compare_run (int argc, char **argv);
int cpt_verb_export_run  (int argc, char **argv);
int cpt_verb_import_run  (int argc, char **argv);

/* Writes "counterpoint-cli VERB: MESSAGE" to standard error and returns @status. */
int cpt_verb_fail (const char *verb, int status, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
