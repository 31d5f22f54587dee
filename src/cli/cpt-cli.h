// SPDX-License-Identifier: GPL-3.0-or-later
// What several verbs of counterpoint-cli do alike. Room: cli.
#pragma once

#include <gio/gio.h>

#include "cpt-verb.h"

G_BEGIN_DECLS

/* Parses options; --help prints the verb's own help and ends the program. On wrong usage says so on stderr and returns
 * FALSE: the caller returns CPT_EXIT_USAGE. @summary is translated. */
gboolean cpt_cli_parse (const char *verb, const char *summary, const GOptionEntry *entries, int argc, char **argv);

/* Says what went wrong on stderr and returns the exit status that it stands for; being cancelled is silent. */
int cpt_cli_report (const char *verb, const GError *error);

/* Cancelled by SIGINT or SIGTERM; a second one, or two seconds, end the program whatever it does. (transfer none) */
GCancellable *cpt_cli_get_cancellable (void);

/* Writes to stdout and flushes it, so that the reader of a pipe has it. */
gboolean cpt_cli_print (const char *bytes, gsize length_bytes, GError **error);

G_END_DECLS
